import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

test("the module stays within its budget", () => {
  const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
  const { std } = read("../dist/build.json");
  const gzip = read("../budget.json").gzip[std];
  const wasm = readFileSync(new URL("../dist/jiexiang.wasm", import.meta.url));
  const size = gzipSync(wasm, { level: 9 }).length;
  console.log(`jiexiang.wasm: ${(wasm.length / 1024).toFixed(0)} KB, ${(size / 1024).toFixed(1)} KB gzipped with the standard library ${std}; budget ${(gzip / 1024).toFixed(1)} KB`);
  assert.ok(size <= gzip * 1.05, `${size} bytes gzipped are more than 5 % above the budget of ${gzip}`);
});
