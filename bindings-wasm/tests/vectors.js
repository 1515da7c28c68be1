import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../../tests/vectors/", import.meta.url);

/** All shared vectors by name; the manifest has to name exactly the files there are. */
export function vectors() {
  const { count, files } = JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8"));
  const there = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".json") && name !== "manifest.json");
  if (count !== files.length || there.length !== count) {
    throw new Error(`the manifest says ${count}, lists ${files.length}, and there are ${there.length}`);
  }
  return files.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]);
}

/**
 * A part of a vector as it stands in the file: parsing would change numbers before the core sees them.
 * Vectors are written with one top-level key a line, in the order expected, how, input, op.
 */
export function request(text) {
  const at = (key) => text.indexOf(`\n  "${key}": `);
  const part = (key, next) => text.slice(at(key) + key.length + 7, next).replace(/,?\s*$/, "");
  const order = ["expected", "how", "input", "op"];
  const ends = order.map((_, i) => (i + 1 < order.length ? at(order[i + 1]) : text.lastIndexOf("}")));
  const [expected, , input, op] = order.map((key, i) => part(key, ends[i]));
  return { request: `{"op":${op},"input":${input}}`, expected };
}

/** Whether the small module, which knows neither contracts nor entries, can answer a vector. */
export function isOfPackage(text) {
  const { op, input } = JSON.parse(text);
  const asks = ["lint", "render", "describe", "kinds", "form", "schema", "check_draft"].includes(op);
  return asks && input !== undefined && !("contract" in input) && !("ledgers" in input);
}
