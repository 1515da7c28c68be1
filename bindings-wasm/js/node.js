import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { start, startSync } from "./handles.js";
export * from "./common.js";

const beside = new URL("../dist/jiexiang.wasm", import.meta.url);

/** Starts the module: from beside this file, or from bytes or a compiled module. */
export const init = async (source) => start(source ?? (await readFile(beside)));

/** The same, at once. */
export const initSync = (source) => startSync(source ?? readFileSync(beside));
