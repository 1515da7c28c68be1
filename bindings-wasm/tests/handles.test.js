import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { Contract, JiexiangError, Ledger, Live, Package, askAll, init, portfolio, questions, render, run } from "jiexiang";
import schemas from "jiexiang/schemas";
import documents from "jiexiang/specs";
import { sample } from "./sample.js";

before(() => init());

const pack = () => Package.builtin("nanchuan-2024/package-2", documents);

function filled() {
  const { contract, lines } = sample(2);
  const ledger = new Ledger(pack(), Contract.load(contract));
  ledger.addLines(lines);
  return ledger;
}

test("a package answers what a form needs", () => {
  const form = pack().form("visit");
  assert.equal(form.kind, "visit");
  assert.deepEqual(form.labels, { en: "Visit", "zh-CN": "探访" });
  const mode = form.fields.find((field) => field.name === "mode");
  assert.equal(mode.input, "select");
  assert.deepEqual(mode.codes.map((code) => code.code), ["home", "site", "phone", "online"]);
  assert.equal(pack().kinds().length, 39);
  assert.equal(pack().describe().place, "dongjinhua");
  assert.equal(Package.schema("visit", schemas).title, "visit");
});

test("a ledger evaluates, decides and explains what is left", () => {
  const ledger = filled();
  // The sample holds two lines that are wrong on purpose; they are kept with their findings.
  assert.deepEqual(ledger.rejected().map(({ findings }) => findings[0].code), ["malformed", "unknown_code"]);
  assert.ok(ledger.records().length > 300);
  const evaluation = ledger.evaluate("2025-03-14");
  assert.equal(evaluation.indicators.length, evaluation.completion.of);
  assert.ok(["closable", "blocked", "undecided", "closed"].includes(ledger.closing("2025-03-31").decision));
  assert.equal(ledger.lifecycle("2024-06-30").as_of, "2024-06-30");
  assert.ok(ledger.remaining("2024-06-30").total.records >= 0);
  assert.ok(Array.isArray(ledger.check("2024-06-30")));
  assert.ok(ledger.calendar("2024-06-30"));
  assert.ok(ledger.diff("2024-05-31", "2024-06-30").changes);
  assert.ok(ledger.whatIf("2024-06-30", { add: [{ kind: "spot_check", id: "x-1", package: pack().id, date: "2024-06-30", recorded_at: "2024-06-30" }] }));
  assert.ok(ledger.integrity("2024-06-30"));
  assert.ok(ledger.explain("2024-06-30"));
  assert.ok(portfolio([ledger, ledger], "2024-06-30"));
});

test("entry by entry a ledger stands where the whole does", () => {
  const { contract, lines } = sample(2);
  const empty = new Ledger(pack(), Contract.load(contract));
  const live = new Live(empty, "2024-12-31");
  const seen = new Set();
  for (const line of lines.split("\n").filter(Boolean)) {
    for (const { requirement } of live.add(line).changed) seen.add(requirement);
  }
  const { rows, completion } = live.standings();
  const evaluation = filled().evaluate("2024-12-31");
  assert.deepEqual(completion, evaluation.completion);
  const requirements = [...evaluation.indicators.flatMap(({ requirements }) => requirements), ...evaluation.obligations, ...evaluation.provider];
  const whole = rows.filter(({ place }) => !place);
  assert.deepEqual(whole.map(({ requirement, standing }) => [requirement, standing.outcome]), requirements.map(({ id, outcome }) => [id, outcome]));
  assert.ok(seen.size > 10);
  assert.equal(empty.records().length, 0);
  assert.throws(() => new Live(empty, "2024-02-30"), { name: "JiexiangError", path: "asOf" });
  live.free();
});

test("merging knows no order", () => {
  const { contract, lines } = sample(2);
  const half = lines.split("\n").length / 2;
  const part = (from, to) => {
    const ledger = new Ledger(pack(), Contract.load(contract));
    ledger.addLines(lines.split("\n").slice(from, to).join("\n"));
    return ledger;
  };
  const [a, b, c, d] = [part(0, half), part(half), part(0, half), part(half)];
  a.merge(b);
  d.merge(c);
  d.merge(d);
  assert.equal(a.askText("evaluate", { as_of: "2024-12-31" }), d.askText("evaluate", { as_of: "2024-12-31" }));
});

test("a draft is checked as if it were added", () => {
  const ledger = filled();
  const before = ledger.records().length;
  const [known] = ledger.records();
  const draft = { kind: "visit", id: known.id, package: ledger.form("visit").package };
  const { admissible, findings } = ledger.checkDraft(draft, { touched: ["/id"] });
  assert.equal(admissible, false);
  assert.deepEqual(findings.map((finding) => [finding.code, finding.fields]), [["id_conflict", ["/id"]]]);
  assert.equal(ledger.records().length, before);
});

test("data never throw, misuse and refused documents do", () => {
  const ledger = filled();
  const [finding] = ledger.add("{");
  assert.equal(finding.code, "malformed");
  assert.ok(render(finding, "en").message.startsWith("not valid JSON"));
  assert.throws(() => ledger.ask("evaluate"), (error) => error instanceof JiexiangError && error.code === "option_missing" && error.path === "as_of");
  assert.throws(() => ledger.ask("fortune"), { code: "unknown_operation" });
  assert.throws(() => Package.load("{"), (error) => error.code === "package_refused" && error.findings[0].code === "malformed");
  assert.throws(() => Contract.load({ id: "c" }), { code: "contract_refused" });
  assert.throws(() => Package.builtin("nowhere", documents), JiexiangError);
  assert.throws(() => ledger.add({}, { importDate: "yesterday" }), { path: "importDate" });
  assert.deepEqual(Package.lint({ format: "1" }).map((one) => one.code).includes("missing_field"), true);
  assert.deepEqual(Package.lint(documents["nanchuan-2024/package-2"], documents), []);
});

test("drafts that JSON cannot say, or only in part, are misuse or findings", () => {
  const sound = { kind: "visit", id: "v-1", package: pack().id, date: "2024-05-06", recorded_at: "2024-05-07", mode: "home", category: "outreach", place: "dongjinhua", content: "平安", subjects: [{ person: "p-1" }], workers: [{ staff: "s-1" }] };
  const one = pack();
  assert.deepEqual(one.checkDraft(sound), { admissible: true, findings: [] });
  assert.deepEqual(one.checkDraft(sound, { select: ["admissible"] }), { admissible: true });
  const ring = [];
  ring.push(ring);
  const throwing = { get date() { throw new Error("no day"); } };
  const deep = JSON.parse("[".repeat(90) + "]".repeat(90));
  for (const value of [ring, 10n ** 30n, throwing, deep, "\ud83d", new Proxy({}, { ownKeys: () => { throw "no keys"; } })]) {
    assert.throws(() => one.checkDraft({ ...sound, workers: value }), (error) => error instanceof JiexiangError && error.code === "not_json");
  }
  assert.throws(() => one.checkDraft(() => 1), { code: "option_missing", path: "draft" });
  assert.throws(() => one.checkDraft(sound, { touched: "/date" }), { code: "option_invalid", path: "touched" });
  assert.throws(() => one.checkDraft(sound, { importDate: "soon" }), { code: "option_invalid", path: "import_date" });
  assert.throws(() => filled().add({ ...sound, cost: 1n }), { code: "not_json" });
  const faults = (change) => one.checkDraft({ ...sound, ...change }).findings.map(({ code, path }) => [code, path]);
  assert.deepEqual(faults({ minutes: 1e300 }), [["invalid_number", "/minutes"]]);
  assert.deepEqual(faults({ workers: [7] }), [["wrong_type", "/workers/0"]]);
  // As everywhere in JavaScript's JSON, what is no number says nothing.
  assert.deepEqual(faults({ date: Number.NaN }), [["missing_field", "/date"]]);
  for (const draft of [[], "", "{", 7]) assert.ok(one.checkDraft(draft).findings.length > 0);
  assert.throws(() => one.checkDraft(null), { code: "option_missing", path: "draft" });
});

test("a freed handle answers no more", () => {
  const one = pack();
  one.free();
  one.free();
  assert.throws(() => one.kinds(), JiexiangError);
  const other = pack();
  other[Symbol.dispose ?? Symbol.for("Symbol.dispose")]();
  assert.throws(() => other.id, JiexiangError);
});

test("questions go to several ledgers too", () => {
  assert.ok(questions().ledger.includes("evaluate"));
  assert.ok(questions().package.includes("form"));
  assert.throws(() => askAll([filled(), filled()], "evaluate", { as_of: "2024-12-31" }), { path: "ledgers" });
});

test("numbers cross the boundary unchanged", () => {
  const { contract } = sample(2);
  const ledger = new Ledger(pack(), Contract.load(contract));
  const line = '{"kind":"visit","id":"v","package":"nanchuan-2024/package-2","date":"2024-05-06","recorded_at":"2024-05-06","mode":"home","category":"outreach","minutes":9007199254740993}';
  assert.deepEqual(ledger.add(line).map((finding) => [finding.code, finding.path]), [["invalid_number", "/minutes"]]);
});

test("other ways to start: base64 and bytes", async () => {
  const inline = await import("jiexiang/inline");
  inline.initSync();
  const bytes = readFileSync(new URL("../dist/jiexiang.wasm", import.meta.url));
  assert.ok(WebAssembly.validate(bytes));
  assert.deepEqual(run({ op: "extend", input: { start: "2024-03-15", end: "2025-01-31", months: 1, month_end: "same_day" } }), { end: "2025-02-28" });
});
