import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Package, init } from "jiexiang";
import { checkValues, entryOf, standardSchema } from "jiexiang/forms";
import documents from "jiexiang/specs";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";

before(() => init());
const pack = () => Package.builtin("nanchuan-2024/package-2", documents);
const values = {
  id: "v-1",
  date: "2024-05-06",
  recorded_at: "2024-05-07",
  mode: "home",
  category: "outreach",
  place: "dongjinhua",
  minutes: " 40 ",
  content: "",
  subjects: [{ person: "p-1", name: "" }],
  workers: [{ staff: "s-1" }, { staff: "" }],
};

test("values of a form become an entry in the right types", () => {
  assert.deepEqual(entryOf(pack().form("visit"), values), {
    kind: "visit",
    id: "v-1",
    package: "nanchuan-2024/package-2",
    date: "2024-05-06",
    recorded_at: "2024-05-07",
    mode: "home",
    category: "outreach",
    place: "dongjinhua",
    minutes: 40,
    subjects: [{ person: "p-1" }],
    workers: [{ staff: "s-1" }],
  });
});

test("what is no number stays as it was typed", () => {
  const { findings } = checkValues(pack(), "visit", { ...values, minutes: "forty" }, { touched: ["/minutes"], locale: "en" });
  assert.deepEqual(findings.map((finding) => [finding.code, finding.path]), [["wrong_type", "/minutes"]]);
});

test("messages name fields by their labels", () => {
  const message = (locale) => checkValues(pack(), "visit", {}, { touched: ["/mode"], locale }).findings[0].message;
  assert.equal(message("zh-CN"), "缺少必填字段 `方式`");
  assert.equal(message("en"), "required field `Mode` is missing");
});

test("Standard Schema: issues with paths, or the entry", () => {
  const schema = standardSchema(pack(), "visit", { locale: "en" })["~standard"];
  assert.equal(schema.version, 1);
  assert.equal(schema.validate(values).value.minutes, 40);
  const { issues } = schema.validate({ ...values, mode: "fax", subjects: [{ persn: "x" }], workers: [] });
  assert.deepEqual(issues.map((issue) => issue.path), [["mode"], ["subjects"], ["workers"]]);
  const unanswered = schema.validate({ ...values, workers: [] }).issues;
  assert.deepEqual(unanswered.map((issue) => issue.path), [["workers"]]);
});

test("react-hook-form takes it as it is", async () => {
  const resolver = standardSchemaResolver(standardSchema(pack(), "visit", { locale: "en" }));
  const options = { fields: {}, shouldUseNativeValidation: false };
  const wrong = await resolver({ ...values, date: "2024-02-30" }, undefined, options);
  assert.equal(wrong.errors.date.message.startsWith("invalid date"), true);
  const right = await resolver(values, undefined, options);
  assert.deepEqual(right.errors, {});
  assert.equal(right.values.kind, "visit");
});
