import { readFileSync } from "node:fs";

const samples = new URL("../../specs/samples/", import.meta.url);

/** The made-up year of a package: its contract and its lines. */
export function sample(number) {
  const read = (name) => readFileSync(new URL(`package-${number}/${name}`, samples), "utf8");
  return { contract: read("contract.json"), lines: ["registers", "records", "events"].map((part) => read(`${part}.jsonl`)).join("\n") };
}
