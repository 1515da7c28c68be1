import assert from "node:assert/strict";
import { test } from "node:test";
import { Contract, Ledger, Package, initSync, runText } from "jiexiang";
import documents from "jiexiang/specs";
import { sample } from "./sample.js";

// Fewer only for a quick look: CALLS=30000.
const CALLS = Number(process.env.CALLS ?? 300_000);

test(`${CALLS} invalid inputs leave the module alive and its memory flat`, () => {
  initSync();
  const pack = Package.builtin("nanchuan-2024/package-2", documents);
  const contract = Contract.load(sample(2).contract);
  const ledger = new Ledger(pack, contract);
  const bad = ['{"op":', '{"op":"nothing","input":{}}', "[]", '{"op":"render","input":{"code":"none"}}', '{"op":"extend","input":{"months":18446744073709551616}}'];
  const attempts = [
    (at) => runText(bad[at % bad.length]),
    () => ledger.checkDraft({ kind: "visit", mode: "fax", date: "2024-02-30" }, { touched: ["/mode"] }),
    (at) => {
      assert.throws(() => (at % 2 ? ledger.ask("evaluate", "{") : pack.ask("form", { kind: "picnic" })), { name: "JiexiangError" });
    },
    () => {
      assert.throws(() => Contract.load("{"), { code: "contract_refused" });
    },
    () => {
      assert.throws(() => Package.load('{"format": "9"}'), { code: "package_refused" });
    },
  ];
  const call = (at) => attempts[at % attempts.length](at);
  const warm = CALLS / 10;
  for (let at = 0; at < warm; at += 1) call(at);
  globalThis.gc?.();
  const early = process.memoryUsage();
  for (let at = warm; at < CALLS; at += 1) call(at);
  globalThis.gc?.();
  const late = process.memoryUsage();
  const grown = (late.rss - early.rss) / 2 ** 20;
  const buffers = (late.arrayBuffers - early.arrayBuffers) / 2 ** 20;
  console.log(`${CALLS} invalid inputs: rss ${(late.rss / 2 ** 20).toFixed(0)} MB, grown by ${grown.toFixed(1)} MB; module memory grown by ${buffers.toFixed(1)} MB`);
  assert.ok(buffers < 1, "the module's memory grows");
  assert.ok(grown < 48, "the process grows");
  assert.equal(pack.form("visit").kind, "visit");
});
