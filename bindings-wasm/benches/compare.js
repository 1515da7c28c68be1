// jiexiang beside zod and ajv: first the same faulty fields, then who takes how long.
// Prints rows of tests/BENCHMARKS.md; everything else goes to stderr.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Package, init } from "../js/node.js";
import documents from "../dist/specs.js";
import * as ajv from "./ajv.js";
import { PACKAGE, drafts } from "./drafts.js";
import * as zod from "./zod.js";

const ROUNDS = Number(process.env.ROUNDS ?? 15);
const REPEATS = Number(process.env.REPEATS ?? 20);

await init();
const pack = Package.builtin(PACKAGE, documents);
/** What stops a form; warnings and notes do not. */
const ours = (draft) =>
  pack.checkDraft(draft).findings.filter(({ severity }) => severity === "error" || severity === "defect").map(({ path }) => path);

const works = { jiexiang: ours, zod: zod.faults, ajv: ajv.faults };
for (const draft of drafts) {
  const [own, ...others] = Object.entries(works).map(([name, faults]) => [name, [...new Set(faults(draft))].sort()]);
  for (const [name, faults] of others) assert.deepEqual(faults, own[1], `${name} on ${JSON.stringify(draft)}`);
}
const sound = drafts.filter((draft) => ours(draft).length === 0).length;
console.error(`the same faulty fields of ${drafts.length} visits, ${sound} of them sound`);

const times = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, faults] of Object.entries(works)) {
    const began = performance.now();
    for (let repeat = 0; repeat < REPEATS; repeat += 1) for (const draft of drafts) faults(draft);
    times[name].push(((performance.now() - began) / REPEATS / drafts.length) * 1000);
  }
}
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const medians = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
console.error(Object.entries(medians).map(([name, time]) => `${name} ${time.toFixed(1)} µs`).join(", "));

const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const row = (name, how, target) =>
  console.log(`| check of a visit form in Node ${process.versions.node}: ${name} ${dependencies[name]} ${how} ÷ ours | ${(medians[name] / medians.jiexiang).toFixed(2)} | ${target} |`);
row("zod", "with the same refinements", "> 1");
row("ajv", "with the exported schema, and the rest by hand", "–");
