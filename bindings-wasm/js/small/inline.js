import * as glue from "../../dist/small/glue.js";
import { start, startSync } from "../module.js";
import base64 from "../../dist/small/base64.js";
export * from "./common.js";

/** The module that this file carries in itself, for places without files or network. */
function carried() {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Starts the module. */
export const init = async (source) => start(glue, source ?? carried());

/** The same, at once. Browsers allow this only in workers, or for small modules. */
export const initSync = (source) => startSync(glue, source ?? carried());
