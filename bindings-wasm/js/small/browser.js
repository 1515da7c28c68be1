import * as glue from "../../dist/small/glue.js";
import { start, startSync } from "../module.js";
export * from "./common.js";

/**
 * Starts the module. Without `source` it is fetched from beside this file, where bundlers put it too;
 * otherwise from a URL, a response, bytes or a compiled module.
 */
export const init = (source = new URL("../../dist/small/jiexiang.wasm", import.meta.url)) => start(glue, source);

/** Starts the module from bytes or a compiled module, at once. */
export const initSync = (source) => startSync(glue, source);
