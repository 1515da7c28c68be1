import { el } from "./dom.js";
import { fill } from "./texts.js";

/** `3/4`, `0.75` or `2` as a number for a bar. */
const share = (exact) => {
  const [above, below = "1"] = String(exact).split("/");
  return Number(above) / Number(below);
};

const percent = (number) => `${Math.floor(number * 1000) / 10}%`;

/** The closing decision with its reasons. */
export function gateView({ closing, evaluation, remaining }, { texts, say }) {
  const { met, of } = evaluation.completion;
  const progress = share(evaluation.progress);
  const reasons = (title, findings) =>
    findings.length > 0 &&
    el("details", { class: "reasons" }, el("summary", {}, `${title} (${findings.length})`), el("ul", {}, findings.map((finding) => reason(finding, say))));
  return el(
    "div",
    { class: `gate ${closing.decision}` },
    el("p", { class: "decision" }, texts.decision[closing.decision]),
    el("p", { class: "numbers" }, fill(texts.completion, { met, of }), remaining && ` · ${fill(texts.remaining, { n: remaining.total.records })}`),
    bar(progress, texts.progress),
    reasons(texts.blockers, closing.blockers),
    reasons(texts.missing, closing.missing),
  );
}

function reason(finding, say) {
  const { message, help } = say(finding);
  return el("li", {}, finding.clause && el("b", { class: "clause" }, finding.clause), el("span", {}, message), el("small", {}, help));
}

function bar(value, label) {
  return el("div", { class: "bar-row" }, el("progress", { max: "1", value: String(value), "aria-label": label }), el("span", { class: "percent" }, percent(value)));
}

/** One block for each indicator. */
export function indicatorsView({ evaluation, remaining }, { locale, texts, open }) {
  const work = new Map((remaining?.requirements ?? []).map((one) => [one.requirement, one]));
  return evaluation.indicators.map((indicator) =>
    el(
      "details",
      { class: `indicator ${indicator.outcome}`, open: open.has(indicator.id), data: { id: indicator.id } },
      el(
        "summary",
        {},
        el("span", { class: "name" }, indicator.labels[locale]),
        el("span", { class: `badge ${indicator.outcome}` }, indicator.text_only ? texts.textOnly : texts.outcome[indicator.outcome]),
        !indicator.text_only && bar(share(indicator.fraction), indicator.labels[locale]),
      ),
      el("p", { class: "clause" }, indicator.clause),
      el("ul", { class: "requirements" }, indicator.requirements.map((one) => requirementView(one, work.get(one.id), locale, texts))),
    ),
  );
}

function requirementView(requirement, left, locale, texts) {
  const words = (left?.work ?? []).slice(0, 3).map((item) => {
    const last = item.last_useful_day && fill(texts.lastDay, { day: item.last_useful_day });
    const counted = item.in_words?.[locale];
    return el("li", {}, `${item.labels[locale]} × ${item.n}`, last && el("small", {}, ` · ${last}`), counted && el("small", { class: "counted" }, counted));
  });
  return el(
    "li",
    {},
    el("span", { class: "name" }, requirement.labels?.[locale] ?? requirement.id),
    el("span", { class: "reached" }, reached(requirement, locale)),
    words.length > 0 && el("ul", { class: "left" }, words),
  );
}

/** `4 / 6 个`, with what is not certain behind a dash; units are in the words of the source. */
function reached({ lo, hi, target, fraction }, locale) {
  if (!lo || !target?.value) return percent(share(fraction));
  const unsure = hi && hi !== lo ? `–${hi}` : "";
  return `${lo}${unsure} / ${target.value} ${locale === "zh-CN" ? (target.unit ?? "") : ""}`;
}
