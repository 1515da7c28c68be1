import assert from "node:assert/strict";
import { before, test } from "node:test";
import { JiexiangError, Package, initSync, questions, render, runText } from "jiexiang/small";
import { checkValues } from "jiexiang/forms";
import documents from "jiexiang/specs";
import { isOfPackage, request, vectors } from "./vectors.js";

before(() => initSync());

test("the small module gives the stated bytes wherever no contract is asked about", () => {
  const all = vectors().filter(([, text]) => isOfPackage(text));
  const different = all.filter(([, text]) => runText(request(text).request, documents) !== request(text).expected);
  assert.deepEqual(different.map(([name]) => name), []);
  assert.ok(all.length > 100, `${all.length}`);
  console.log(`vectors with the small module under Node: ${all.length}`);
});

test("forms work with the module that was started", () => {
  const pack = Package.builtin("nanchuan-2024/package-2", documents);
  const { findings } = checkValues(pack, "visit", {}, { touched: ["/mode"], locale: "en" });
  assert.deepEqual(findings.map((finding) => finding.message), ["required field `Mode` is missing"]);
  assert.equal(render({ code: "missing_field", params: { field: "x" } }, "en").message, "required field `x` is missing");
});

test("it says what it does not answer", () => {
  assert.deepEqual(questions().ledger, []);
  assert.ok(questions().package.includes("check_draft"));
  const answer = JSON.parse(runText({ op: "closing", input: { package: "nanchuan-2024/package-2" } }, documents));
  assert.equal(answer.error.code, "unknown_operation");
  assert.throws(() => Package.load("{}").ask("closing"), JiexiangError);
});
