import assert from "node:assert/strict";
import { test } from "node:test";
import { JiexiangError, Package, initSync, runText } from "jiexiang";
import documents from "jiexiang/specs";
import { request, vectors } from "./vectors.js";

test("every shared vector gives the stated bytes", () => {
  initSync();
  const all = vectors();
  let compared = 0;
  const different = [];
  for (const [name, text] of all) {
    const vector = request(text);
    const got = runText(vector.request, documents);
    compared += 1;
    if (got !== vector.expected) different.push(`${name}\n  expected ${vector.expected}\n  got      ${got.slice(0, 1000)}`);
  }
  assert.deepEqual(different.slice(0, 5), [], `${different.length} vectors differ`);

  assert.equal(compared, all.length);
  console.log(`vectors under Node: ${compared}`);
});

/** The answer, or the misuse. */
function tried(ask) {
  try {
    return ask();
  } catch (error) {
    assert.ok(error instanceof JiexiangError);
    return [error.code, error.path, error.message];
  }
}

test("drafts and entries of the vectors are checked alike as objects and by the question", () => {
  initSync();
  let compared = 0;
  for (const [name, text] of vectors()) {
    const { op, input } = JSON.parse(text);
    if (!["check_draft", "admit", "check"].includes(op) || !input.package || !(input.draft || Array.isArray(input.entries))) continue;
    const includes = input.includes ?? documents;
    const opened = tried(() => (typeof input.package === "string" ? Package.builtin(input.package, documents) : Package.load(input.package, includes)));
    if (!(opened instanceof Package)) continue;
    for (const draft of op === "check_draft" ? [input.draft] : input.entries) {
      const { touched } = input;
      for (const options of [undefined, { touched }, { touched, importDate: input.import_date ?? "2024-05-06" }]) {
        const asked = { draft, touched: options?.touched, import_date: options?.importDate };
        assert.deepEqual(tried(() => opened.checkDraft(draft, options)), tried(() => opened.ask("check_draft", asked)), name);
        compared += 1;
      }
    }
    opened.free();
  }
  assert.ok(compared > 500, String(compared));
});
