import { el } from "./dom.js";
import { fill } from "./texts.js";

/** Fields that most entries leave alone, unless a rule asks for them. */
const SELDOM = ["id", "recorded_at", "end", "cost", "by", "signatures", "supersedes", "voids", "reason", "note"];

/** Builds the controls of a form. `known` answers the entries that a reference may lead to. */
export function buildForm(form, { locale, texts, known }) {
  const view = { locale, texts, known, serial: 0 };
  // A code without a list in this package can be given no value.
  const empty = (field) => field.codes?.length === 0;
  const shown = form.fields.filter((field) => field.fixed === undefined && (field.required || !empty(field)));
  const asked = (field) => (field.required_when ?? []).some((when) => when.code !== "recorded_at_missing");
  const seldom = (field) => field.name === "id" || (SELDOM.includes(field.name) && !field.required && !asked(field));
  return [
    ...shown.filter((field) => !seldom(field)).map((field) => fieldOf(field, "", view)),
    el("details", { class: "more" }, el("summary", {}, texts.more), ...shown.filter(seldom).map((field) => fieldOf(field, "", view))),
    el("div", { class: "submit" }, el("button", { type: "submit", class: "primary" }, texts.submit)),
  ];
}

function nameOf(field, item) {
  return field.attribute ? `attributes/${field.name}` : item + field.name;
}

function fieldOf(field, item, view) {
  const name = nameOf(field, item);
  const id = `f${(view.serial += 1)}-${name.replaceAll("/", "-")}`;
  const heading = headingOf(field, view);
  const output = el("output", { class: "message", id: `${id}-message`, data: { for: name } });
  if (field.input === "items") return itemsOf(field, name, heading, output, view);
  if (field.input === "radio" || field.input === "checkboxes") {
    const choices = field.input === "radio" ? answersOf(view) : codesOf(field, view);
    const type = field.input === "radio" ? "radio" : "checkbox";
    const one = ([value, label]) =>
      el("label", { class: "choice" }, el("input", { type, name, value, checked: type === "radio" && value === "" }), el("span", {}, label));
    return el("fieldset", { class: "field", "aria-describedby": output.id }, el("legend", {}, ...heading), el("div", { class: "choices" }, choices.map(one)), output);
  }
  const control = controlOf(field, { id, name, "aria-describedby": output.id, "aria-required": field.required ? "true" : undefined }, view);
  return el("div", { class: "field" }, el("label", { for: id }, ...heading), ...[control].flat(), output);
}

function headingOf(field, { locale, texts }) {
  const asked = !field.required && (field.required_when ?? []).some((when) => when.severity !== "warning");
  const mark = field.required ? el("em", { class: "must", title: texts.required }, " *") : asked && el("em", { class: "asked", title: texts.asked }, " ·");
  return [el("span", {}, field.labels[locale]), mark];
}

const answersOf = ({ texts }) => [["", texts.unsaid], ["true", texts.yes], ["false", texts.no]];
const codesOf = (field, { locale }) => (field.codes ?? []).map(({ code, labels }) => [code, labels[locale]]);

function controlOf(field, properties, view) {
  const most = field.limits?.max_length && String(field.limits.max_length);
  switch (field.input) {
    case "textarea":
      return el("textarea", { ...properties, rows: "3", maxlength: most });
    case "references":
    case "texts":
      return el("textarea", { ...properties, rows: "3", placeholder: view.texts.onePerLine });
    case "number":
      // A control of type number would swallow what is no number before anyone can say so.
      return el("input", { ...properties, type: "text", inputmode: field.limits?.decimals ? "decimal" : "numeric" });
    case "date":
      return el("input", { ...properties, type: "date", min: field.limits.first_day, max: field.limits.last_day });
    case "time":
      return el("input", { ...properties, type: "time" });
    case "select": {
      const options = codesOf(field, view).map(([value, label]) => el("option", { value }, label));
      return el("select", properties, el("option", { value: "" }, view.texts.choose), options);
    }
    case "reference": {
      const list = `${properties.id}-known`;
      const options = view.known(field.to).map(({ id, name }) => el("option", { value: id }, name ?? ""));
      return [el("input", { ...properties, type: "text", list, maxlength: most }), el("datalist", { id: list }, options)];
    }
    default:
      return el("input", { ...properties, type: "text", maxlength: most });
  }
}

function itemsOf(field, name, heading, output, view) {
  const rows = el("div", { class: "items" });
  // It bears the list's name, so that the form knows what taking an item away touches.
  const add = el("button", { type: "button", name, class: "small", onclick: () => addRow(true) }, `＋ ${view.texts.add}`);
  function addRow(focus) {
    const row = el("fieldset", { class: "item" });
    const at = rows.children.length;
    const inner = field.fields.map((one) => fieldOf(one, `${name}/${at}/`, view));
    const remove = el("button", { type: "button", class: "small quiet", onclick: () => removeRow(row) }, view.texts.remove);
    row.append(el("legend", {}, fill(view.texts.item, { n: at + 1 })), ...inner, filePicker(field, row, view), remove);
    rows.append(row);
    if (focus) row.querySelector("input, select, textarea")?.focus();
  }
  function removeRow(row) {
    row.remove();
    [...rows.children].forEach((other, at) => {
      other.querySelector("legend").textContent = fill(view.texts.item, { n: at + 1 });
      other.querySelectorAll("[name], [data-for]").forEach((part) => {
        const renamed = (old) => `${name}/${at}/${old.slice(name.length + 1).replace(/^\d+\//, "")}`;
        if (part.dataset.for) part.dataset.for = renamed(part.dataset.for);
        else part.name = renamed(part.name);
      });
    });
    add.focus();
    add.dispatchEvent(new Event("change", { bubbles: true }));
  }
  if (field.required || field.required_when) addRow(false);
  return el("fieldset", { class: "field list", "aria-describedby": output.id }, el("legend", {}, ...heading), rows, add, output);
}

/** For evidence: takes the hash of a file, which itself stays where it is. */
function filePicker(field, row, { texts }) {
  if (!field.fields.some((one) => one.name === "sha256")) return "";
  const taken = async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    for (const [end, value] of [["sha256", hex], ["name", file.name]]) {
      const control = row.querySelector(`[name$="/${end}"]`);
      control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  return el("label", { class: "field" }, el("span", {}, texts.file), el("input", { type: "file", onchange: taken }));
}
