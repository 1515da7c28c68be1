import assert from "node:assert/strict";
import { test } from "node:test";
import { initSync, runText } from "jiexiang";
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
