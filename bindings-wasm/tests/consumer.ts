// Checked by `tsc --strict`, never run: the types as a consumer meets them.
import { Contract, init, JiexiangError, Ledger, Package, render, type Entry, type Outcome } from "jiexiang";
import { standardSchema, constrain } from "jiexiang/forms";
import documents from "jiexiang/specs";
import type { StandardSchemaV1 } from "@standard-schema/spec";

await init();
const pack = Package.builtin("nanchuan-2024/package-2", documents);
const contract = Contract.load({ id: "c", package: pack.id, version: pack.version, service_start: "2024-03-15", service_end: "2025-03-14", midterm_date: "2024-09-15" });
const ledger: Ledger = new Ledger([pack], contract);

const entry: Entry = { kind: "visit", id: "v-1", package: pack.id, date: "2024-05-06", mode: "home", category: "outreach" };
// @ts-expect-error a visit has no score
const wrong: Entry = { kind: "visit", id: "v-1", package: pack.id, date: "2024-05-06", mode: "home", category: "outreach", score: 3 };
// @ts-expect-error there is no such kind
pack.form("picnic");

for (const finding of ledger.add(entry)) {
  const { message, help }: { message: string; help: string } = render(finding, "en");
  console.log(finding.severity === "error" ? message : help);
}

/** The kinds of entries are told apart by `kind`. */
function minutesOf(given: Entry): number | null | undefined {
  switch (given.kind) {
    case "visit":
      return given.minutes;
    case "evaluation":
      // @ts-expect-error an evaluation has no minutes
      return given.minutes;
    default:
      return undefined;
  }
}

/** All outcomes are known. */
function isDone(outcome: Outcome): boolean {
  switch (outcome) {
    case "met":
      return true;
    case "open":
    case "not_met":
    case "unknown":
      return false;
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

const { decision, blockers } = ledger.closing("2025-03-31");
console.log(decision === "closable" ? [] : blockers.map((blocker) => blocker.clause), minutesOf(entry), wrong, ledger.evaluate("2024-06-30").indicators.map((one) => isDone(one.outcome)));

const schema: StandardSchemaV1<Record<string, unknown>, Entry> = standardSchema(pack, "visit", { locale: "en" });
const handle = constrain(document.querySelector("form")!, ledger, "visit", { locale: "zh-CN", onChecked: ({ findings }) => console.log(findings[0]?.message) });
console.log(schema["~standard"].vendor, handle.handIn());

try {
  Package.load("{");
} catch (error) {
  if (error instanceof JiexiangError) console.log(error.code, error.path, error.findings[0]?.position?.line);
}

// The small module has the same types for what it has, and nothing else.
import * as small from "jiexiang/small";
await small.init();
const form = small.Package.builtin("nanchuan-2024/package-2", documents).form("visit");
console.log(form.fields.map((field) => field.name), small.render({ code: "missing_field", params: { field: "date" } }).help);
// @ts-expect-error contracts and ledgers are with the whole module
console.log(small.Ledger);
