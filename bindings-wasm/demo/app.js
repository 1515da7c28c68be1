import { init, Contract, JiexiangError, Ledger, Package, render } from "./lib/js/browser.js";
import { constrain } from "./lib/js/forms.js";
import documents from "./lib/dist/specs.js";
import { byId, el } from "./dom.js";
import { buildForm } from "./form-view.js";
import { ledgerView, rejectedView } from "./ledger-view.js";
import { gateView, indicatorsView } from "./status-view.js";
import { load, save } from "./store.js";
import { TEXTS, fill } from "./texts.js";

const today = () => new Date().toLocaleDateString("sv-SE");
const DATES = [["service-start", "service_start"], ["service-end", "service_end"], ["midterm", "midterm_date"]];

const state = { locale: navigator.language.startsWith("zh") ? "zh-CN" : "en", kind: "visit", all: false, open: new Set() };
let pack, ledger, kept, kinds, constrained;

const texts = () => TEXTS[state.locale];
const say = (finding) => render(finding, state.locale);
const announce = (text) => {
  byId("said").textContent = text;
  byId("said").classList.toggle("shown", text !== "");
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => byId("said").classList.remove("shown"), 6000);
};

/** A contract over the current year, until the dates are set. */
function freshContract(id) {
  const year = new Date().getFullYear();
  return { id: "local", package: id, version: pack.version, service_start: `${year}-01-01`, service_end: `${year}-12-31`, midterm_date: `${year}-07-01` };
}

async function choosePackage(id) {
  const stored = await load(id);
  pack?.free();
  pack = Package.builtin(id, documents);
  kinds = pack.kinds();
  kept = stored ?? { contract: freshContract(id), asOf: today(), lines: [] };
  state.all = false;
  localStorage.setItem("package", id);
  openLedger();
}

/** The ledger anew from what is kept; the entries are its lines. */
function openLedger() {
  const error = byId("contract-error");
  try {
    const contract = Contract.load(kept.contract);
    const opened = new Ledger(pack, contract);
    contract.free();
    ledger?.free();
    ledger = opened;
    error.textContent = "";
  } catch (thrown) {
    if (!(thrown instanceof JiexiangError)) throw thrown;
    error.textContent = thrown.findings.map((finding) => say(finding).message).join("\n") || thrown.message;
    error.closest("details").open = true;
    return;
  }
  ledger.addLines(kept.lines.join("\n"), { source: "ledger", importDate: kept.importDate ?? kept.asOf });
  showAll();
}

function keep() {
  return save(pack.id, kept);
}

function showAll() {
  document.documentElement.lang = state.locale;
  document.title = texts().title;
  document.querySelectorAll("[data-text]").forEach((element) => (element.textContent = texts()[element.dataset.text]));
  document.querySelectorAll("[data-label]").forEach((element) => element.setAttribute("aria-label", texts()[element.dataset.label]));
  document.querySelectorAll("[data-locale]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.locale === state.locale)));
  showSetup();
  showKinds();
  showForm(writtenIn(byId("entry")));
  showState();
}

/** What has been written into a form. */
function writtenIn(element) {
  const controls = [...element.elements].filter((control) => control.name && control.type !== "button" && control.type !== "file");
  return controls.map(({ name, type, value, checked }) => ({ name, type, value, checked }));
}

/** Puts it into the same form, in another language or against another day. */
function putBack(element, written) {
  for (const { name, type, value, checked } of written) {
    const list = /^(.+)\/\d+\//.exec(name)?.[1];
    const button = list && element.querySelector(`button[name="${CSS.escape(list)}"]`);
    while (button && !element.elements.namedItem(name)) {
      const before = element.elements.length;
      button.click();
      if (element.elements.length === before) break;
    }
    const choice = type === "radio" || type === "checkbox";
    const controls = [...element.elements].filter((control) => control.name === name && (!choice || control.value === value));
    for (const control of controls) choice ? (control.checked = checked) : (control.value = value);
  }
  if (written.some(({ value, type }) => value && type !== "radio" && type !== "checkbox")) constrained.check();
}

function showSetup() {
  const packages = Object.values(documents).filter((document) => document.place);
  const option = ({ id, labels }) => el("option", { value: id, selected: id === pack.id }, labels[state.locale]);
  byId("package").replaceChildren(...packages.map(option));
  byId("as-of").value = kept.asOf;
  DATES.forEach(([id, key]) => (byId(id).value = kept.contract[key]));
}

function showKinds() {
  const group = (family) =>
    el("optgroup", { label: texts()[`${family}_family`] }, kinds.filter((kind) => kind.family === family).map((kind) => el("option", { value: kind.kind, selected: kind.kind === state.kind }, kind.labels[state.locale])));
  byId("kind").replaceChildren(...["record", "event", "register"].map(group));
}

/** The form of the chosen kind, built from what the core says it needs; `written` is put back into it. */
function showForm(written = []) {
  const form = ledger.form(state.kind);
  const element = byId("entry");
  constrained?.stop();
  const records = ledger.records();
  const known = (to) => records.filter((entry) => to.includes(entry.kind)).map(({ id, name, title }) => ({ id, name: name ?? title }));
  element.replaceChildren(...buildForm(form, { locale: state.locale, texts: texts(), known }));
  const prefilled = { id: nextId(records), recorded_at: kept.asOf };
  for (const [name, value] of Object.entries(prefilled)) {
    const control = element.elements.namedItem(name);
    if (control) control.value = value;
  }
  const package_ = form.fields.some((field) => field.name === "package") ? { package: pack.id } : {};
  constrained = constrain(element, ledger, state.kind, {
    locale: state.locale,
    asOf: kept.asOf,
    fixed: package_,
    prefilled: Object.keys(prefilled),
  });
  putBack(element, written);
  showCountsFor();
}

function showCountsFor() {
  const labels = new Map(pack.describe().indicators.flatMap((one) => one.requirements).map((one) => [one.id, one.labels[state.locale]]));
  const names = kinds.find((kind) => kind.kind === state.kind).counts_for.map((id) => labels.get(id)).filter(Boolean);
  byId("counts-for").textContent = names.length > 0 ? texts().countsFor + [...new Set(names)].join(state.locale === "en" ? ", " : "、") : texts().countsForNothing;
}

/** An id that the ledger does not have yet. */
function nextId(records) {
  const taken = new Set(records.map((entry) => entry.id));
  const stem = `${state.kind.replaceAll("_", "-")}-`;
  let number = records.filter((entry) => entry.kind === state.kind).length + 1;
  while (taken.has(stem + String(number).padStart(3, "0"))) number += 1;
  return stem + String(number).padStart(3, "0");
}

/** Everything that follows from the ledger. */
function showState() {
  const evaluation = ledger.evaluate(kept.asOf);
  const answers = { evaluation, closing: ledger.closing(kept.asOf), remaining: ledger.remaining(kept.asOf) };
  const around = { locale: state.locale, texts: texts(), say, open: state.open, showAll: () => ((state.all = true), showState()) };
  byId("gate").replaceChildren(gateView(answers, around));
  byId("indicators").replaceChildren(...indicatorsView(answers, around));
  const listed = { records: ledger.records(), findings: ledger.check(kept.asOf), evaluation, kinds, all: state.all };
  byId("ledger").replaceChildren(ledgerView(listed, around));
  byId("rejected").replaceChildren(rejectedView(ledger.rejected(), around));
}

async function addEntry(event) {
  event.preventDefault();
  const entry = constrained.handIn();
  const element = byId("entry");
  if (!entry) {
    const wrong = [...element.querySelectorAll("output.message:not(:empty)")].filter((output) => ["error", "defect"].includes(output.dataset.severity));
    wrong.forEach((output) => output.closest("details")?.setAttribute("open", ""));
    announce(fill(texts().notYet, { n: wrong.length }));
    wrong[0]?.parentElement.querySelector("input, select, textarea, button")?.focus();
    return;
  }
  const line = JSON.stringify(entry);
  ledger.add(line, { source: "ledger", line: kept.lines.length + 1 });
  kept.lines.push(line);
  await keep();
  showForm();
  showState();
  announce(fill(texts().added, { id: entry.id }));
  element.querySelector("input, select, textarea")?.focus();
}

function exportLines() {
  const link = el("a", { href: URL.createObjectURL(new Blob([kept.lines.join("\n") + "\n"], { type: "application/x-ndjson" })), download: `${pack.id.replaceAll("/", "-")}.jsonl` });
  link.click();
  URL.revokeObjectURL(link.href);
}

async function importLines(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const before = new Set(kept.lines);
  kept.importDate ??= today();
  kept.lines.push(...lines.filter((line) => !before.has(line)));
  await keep();
  openLedger();
  const bad = ledger.rejected().length;
  announce(fill(texts().imported, { n: lines.length - bad, bad }));
}

async function loadSample() {
  if (kept.lines.length > 0 && !confirm(texts().sampleSure)) return;
  const folder = `samples/${pack.id.split("/").at(-1)}`;
  const parts = await Promise.all(["registers", "records", "events"].map(async (part) => (await fetch(`${folder}/${part}.jsonl`)).text()));
  const contract = await (await fetch(`${folder}/contract.json`)).json();
  kept = { contract, asOf: contract.service_end, lines: parts.join("\n").split("\n").filter(Boolean) };
  await keep();
  openLedger();
}

function listen() {
  const on = (id, event, act) => byId(id).addEventListener(event, act);
  on("package", "change", ({ target }) => choosePackage(target.value));
  on("kind", "change", ({ target }) => {
    state.kind = target.value;
    showForm();
    byId("said").classList.remove("shown");
  });
  on("entry", "submit", addEntry);
  on("as-of", "change", async ({ target }) => {
    if (!target.value) return;
    kept.asOf = target.value;
    await keep();
    openLedger();
  });
  DATES.forEach(([id, key]) =>
    on(id, "change", async ({ target }) => {
      kept.contract[key] = target.value;
      openLedger();
      if (byId("contract-error").textContent === "") await keep();
    }),
  );
  on("export", "click", exportLines);
  on("import", "click", () => byId("import-file").click());
  on("import-file", "change", async ({ target }) => {
    const [file] = target.files;
    if (file) await importLines(await file.text());
    target.value = "";
  });
  on("sample", "click", loadSample);
  on("clear", "click", async () => {
    if (kept.lines.length > 0 && !confirm(texts().clearSure)) return;
    kept.lines = [];
    await keep();
    openLedger();
  });
  byId("indicators").addEventListener(
    "toggle",
    ({ target }) => state.open[target.open ? "add" : "delete"](target.dataset.id),
    true,
  );
  document.querySelectorAll("[data-locale]").forEach((button) =>
    button.addEventListener("click", () => {
      state.locale = button.dataset.locale;
      localStorage.setItem("locale", state.locale);
      showAll();
    }),
  );
}

async function start() {
  state.locale = localStorage.getItem("locale") ?? state.locale;
  await init();
  const packages = Object.values(documents).filter((document) => document.place);
  const last = localStorage.getItem("package");
  await choosePackage(packages.some(({ id }) => id === last) ? last : packages[1].id);
  listen();
  byId("main").removeAttribute("aria-busy");
  if ("serviceWorker" in navigator) {
    await navigator.serviceWorker.register("worker.js");
    await navigator.serviceWorker.ready;
    document.documentElement.dataset.offline = "ready";
  }
}

start().catch((error) => announce(fill(texts().failed, { why: error.message })));
