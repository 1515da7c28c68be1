import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

for (const [name, budgets] of Object.entries(read("../budget.json").gzip)) {
  test(`${name} stays within its budget`, () => {
    const { std } = read("../dist/build.json");
    const wasm = readFileSync(new URL(`../dist/${name}`, import.meta.url));
    const [size, budget] = [gzipSync(wasm, { level: 9 }).length, budgets[std]];
    console.log(`${name}: ${kb(wasm.length)}, ${kb(size)} gzipped with the standard library ${std}; budget ${kb(budget)}`);
    assert.ok(size <= budget * 1.05, `${size} bytes gzipped are more than 5 % above the budget of ${budget}`);
  });
}
