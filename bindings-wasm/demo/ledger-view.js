import { el } from "./dom.js";
import { fill } from "./texts.js";

const FEW = 30;

/** The entries, newest first, each with what was found about it. */
export function ledgerView({ records, findings, evaluation, kinds, all }, { locale, texts, say, showAll }) {
  if (records.length === 0) return el("p", { class: "hint" }, texts.empty);
  const counted = new Set();
  const gather = (requirement) => {
    (requirement.counted ?? []).forEach((id) => counted.add(id.split("/")[0]));
    [...(requirement.cells ?? []), ...(requirement.parts ?? [])].forEach(gather);
  };
  evaluation.indicators.flatMap((indicator) => indicator.requirements).forEach(gather);
  const about = new Map();
  for (const finding of findings) {
    const [id] = finding.records ?? [];
    if (id) about.set(id, [...(about.get(id) ?? []), finding]);
  }
  const labels = new Map(kinds.map((kind) => [kind.kind, kind.labels[locale]]));
  const newest = [...records].sort((a, b) => day(b).localeCompare(day(a)) || String(b.id).localeCompare(String(a.id)));
  const shown = all ? newest : newest.slice(0, FEW);
  const row = (entry) => {
    const notes = (about.get(entry.id) ?? []).filter((finding) => finding.severity !== "note");
    const state = notes.length > 0 ? notes.map((finding) => el("p", { class: "message", data: { severity: finding.severity } }, say(finding).message)) : counted.has(entry.id) ? texts.counts : texts.fine;
    return el(
      "tr",
      {},
      el("td", { class: "day" }, day(entry)),
      el("td", {}, labels.get(entry.kind) ?? entry.kind),
      el("td", { class: "id" }, entry.id),
      el("td", { class: counted.has(entry.id) ? "counts" : "" }, state),
    );
  };
  const head = [texts.date, texts.kind, texts.id, texts.state].map((text) => el("th", { scope: "col" }, text));
  return el(
    "div",
    {},
    el("p", { class: "hint" }, fill(texts.entries, { n: records.length })),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": texts.ledger }, el("table", {}, el("thead", {}, el("tr", {}, head)), el("tbody", {}, shown.map(row)))),
    shown.length < newest.length && el("button", { type: "button", class: "small", onclick: showAll }, fill(texts.showAll, { n: newest.length })),
  );
}

const day = (entry) => entry.date ?? entry.recorded_at ?? "";

/** Lines that were not taken in: nothing is dropped silently. */
export function rejectedView(rejected, { texts, say }) {
  if (rejected.length === 0) return el("div");
  const item = ({ line, text, findings }) =>
    el("li", {}, el("b", {}, fill(texts.line, { n: line })), findings.map((finding) => el("p", { class: "message", data: { severity: finding.severity } }, `${finding.path} ${say(finding).message}`)), el("code", {}, text.slice(0, 200)));
  return el("details", { class: "reasons rejected" }, el("summary", {}, fill(texts.rejected, { n: rejected.length })), el("ul", {}, rejected.slice(0, 50).map(item)));
}
