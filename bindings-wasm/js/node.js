import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import * as glue from "../dist/glue.js";
import { start, startSync } from "./module.js";
export * from "./common.js";

const beside = new URL("../dist/jiexiang.wasm", import.meta.url);

/** Starts the module: from beside this file, or from bytes or a compiled module. */
export const init = async (source) => start(glue, source ?? (await readFile(beside)));

/** The same, at once. */
export const initSync = (source) => startSync(glue, source ?? readFileSync(beside));
