import { render } from "./package.js";

/**
 * For forms on screens. `target` is a package, or a ledger when the entry should also be
 * checked against what has been recorded; `kind` is the kind of entry that the form is for.
 */

/** Severities that stop a form; warnings and notes are shown and let through. */
const STOPPING = ["error", "defect"];

const steps = (pointer) => pointer.split("/").slice(1);
const pattern = (pointer) => pointer.replace(/\/\d+(?=\/|$)/g, "/*");

/** All fields of a form by pointer, with `*` for items. */
export function fieldsOf(form) {
  const all = new Map();
  const gather = (fields) =>
    fields.forEach((field) => {
      all.set(field.path, field);
      gather(field.fields ?? []);
    });
  gather(form.fields);
  return all;
}

/** The entry that a form's values stand for: empty ones left out, numbers and answers in their types. */
export function entryOf(form, values) {
  const attributes = form.fields.filter((field) => field.attribute);
  const own = form.fields.filter((field) => !field.attribute);
  const entry = { kind: form.kind, ...typed(own, values ?? {}) };
  const extra = typed(attributes, values?.attributes ?? {});
  if (Object.keys(extra).length > 0) entry.attributes = extra;
  return entry;
}

function typed(fields, values) {
  const entry = {};
  for (const field of fields) {
    const value = field.fixed ?? valueOf(field, values[field.name]);
    if (value !== undefined) entry[field.name] = value;
  }
  return entry;
}

function valueOf(field, value) {
  if (field.type === "items") {
    const items = (Array.isArray(value) ? value : []).map((item) => typed(field.fields, item ?? {}));
    const filled = items.filter((item) => Object.keys(item).length > 0);
    return filled.length > 0 ? items.slice(0, items.lastIndexOf(filled.at(-1)) + 1) : undefined;
  }
  if (field.type === "list") {
    const list = (Array.isArray(value) ? value : value ? [value] : []).filter((one) => one !== "");
    return list.length > 0 ? list : undefined;
  }
  if (value === undefined || value === null || value === "" || Number.isNaN(value)) return undefined;
  if (typeof value !== "string") return value;
  const trimmed = value.trim();
  if (trimmed === "") return undefined;
  if (field.type === "yes_no") return { true: true, false: false }[trimmed] ?? trimmed;
  // What is no plain number stays text, so that the core says what is wrong with it.
  if (field.type === "whole" || field.type === "amount") return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
  return trimmed;
}

/** A finding in words, with names of fields instead of words on the wire. */
export function wordsOf(finding, fields, locale = "zh-CN") {
  const own = finding.params?.field !== undefined && fields.get(pattern(finding.path));
  const params = own ? { ...finding.params, field: own.labels[locale] } : finding.params;
  return render({ ...finding, params }, locale);
}

/** Checks values and says what was found in words: `{admissible, entry, findings}`. */
export function checkValues(target, kind, values, { form = target.form(kind), locale, ...options } = {}) {
  const entry = entryOf(form, values);
  const fields = fieldsOf(form);
  const { admissible, findings } = target.checkDraft(entry, options);
  return {
    admissible,
    entry,
    findings: findings.map((finding) => ({ ...finding, ...wordsOf(finding, fields, locale) })),
  };
}

/** A Standard Schema (`~standard`), which react-hook-form and others take as it is. */
export function standardSchema(target, kind, { severities = STOPPING, ...options } = {}) {
  const form = target.form(kind);
  return {
    "~standard": {
      version: 1,
      vendor: "jiexiang",
      validate(values) {
        const { entry, findings } = checkValues(target, kind, values, { ...options, form });
        const issues = findings.filter((finding) => severities.includes(finding.severity)).flatMap(issuesOf);
        return issues.length > 0 ? { issues } : { value: entry };
      },
    },
  };
}

function issuesOf({ message, fields }) {
  if (fields.length === 0) return [{ message }];
  return fields.map((field) => ({ message, path: steps(field.replace(/\/\*.*$/, "")).map((step) => (/^\d+$/.test(step) ? Number(step) : step)) }));
}

/**
 * Constraint Validation for a plain `<form>` whose controls are named by pointer without the
 * first slash (`date`, `subjects/0/person`). Messages are set with `setCustomValidity`, and
 * written as text into `<output data-for="date">` where there is one. Returns a handle with
 * `entry()`, `check()`, `handIn()`, `reset()` and `stop()`.
 */
export function constrain(element, target, kind, { onChecked, fixed = {}, prefilled = [], ...options } = {}) {
  const form = target.form(kind);
  const fields = fieldsOf(form);
  const given = [...Object.keys(fixed), ...prefilled].map((name) => `/${name}`);
  let touched = new Set(given);
  let handedIn = false;
  const controls = () => [...element.elements].filter((control) => control.name && control.willValidate);
  const outputs = () => [...element.querySelectorAll("output[data-for]")];
  const values = () => ({ ...valuesIn(controls(), fields), ...fixed });

  function check() {
    const known = handedIn ? undefined : [...touched];
    const answer = checkValues(target, kind, values(), { ...options, form, touched: known });
    const places = [...new Set([...controls().map((control) => control.name), ...outputs().map((output) => output.dataset.for)])];
    const at = new Map();
    for (const finding of answer.findings) {
      for (const place of new Set(finding.fields.map((field) => nearest(field, places)))) {
        at.set(place, [...(at.get(place) ?? []), finding]);
      }
    }
    for (const control of controls()) constrainOne(control, at.get(control.name) ?? []);
    for (const output of outputs()) write(output, at.get(output.dataset.for) ?? []);
    onChecked?.(answer);
    return answer;
  }

  function touch({ type, target: control }) {
    // Leaving a button says nothing about its field; an `input` event on one does.
    if (!control.name || (control.type === "button" && type === "focusout")) return;
    touched.add(`/${control.name}`);
    check();
  }

  const events = ["input", "change", "focusout"];
  events.forEach((event) => element.addEventListener(event, touch));
  return {
    entry: () => entryOf(form, values()),
    check,
    handIn() {
      handedIn = true;
      const answer = check();
      const stops = answer.findings.some((finding) => STOPPING.includes(finding.severity));
      return answer.admissible && !stops ? answer.entry : undefined;
    },
    reset() {
      touched = new Set(given);
      handedIn = false;
      check();
    },
    stop: () => events.forEach((event) => element.removeEventListener(event, touch)),
  };
}

function constrainOne(control, findings) {
  const message = findings.filter((finding) => STOPPING.includes(finding.severity)).map((finding) => finding.message).join("\n");
  control.setCustomValidity(message);
  if (message) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

function write(output, findings) {
  output.textContent = findings.map((finding) => finding.message).join("\n");
  output.dataset.severity = findings[0]?.severity ?? "";
}

/** Of these names the one of a field, or the first below it, or the closest above it. */
function nearest(field, names) {
  let name = field.slice(1).replace(/\/\*.*$/, "");
  while (name) {
    const found = names.find((one) => one === name) ?? names.find((one) => one.startsWith(`${name}/`));
    if (found) return found;
    name = name.includes("/") ? name.slice(0, name.lastIndexOf("/")) : "";
  }
  return undefined;
}

function valuesIn(controls, fields) {
  const values = {};
  for (const control of controls) {
    const isChoice = control.type === "radio" || control.type === "checkbox";
    if (isChoice && !control.checked) continue;
    const path = control.name.split("/");
    const field = fields.get(pattern(`/${control.name}`));
    let here = values;
    for (const [at, step] of path.slice(0, -1).entries()) {
      here = here[step] ??= /^\d+$/.test(path[at + 1]) ? [] : {};
    }
    const last = path.at(-1);
    if (field?.type === "list") (here[last] ??= []).push(...listed(control));
    else here[last] = control.value;
  }
  return values;
}

function listed(control) {
  if (control.type === "select-multiple") return [...control.selectedOptions].map((option) => option.value);
  if (control.type === "checkbox") return [control.value];
  // A list of texts or references is written one a line.
  return control.value.split("\n").map((line) => line.trim());
}
