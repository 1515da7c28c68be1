export * from "./index.js";
/** Starts the module that this file carries in itself, or one from bytes or a compiled module, at once. */
export function initSync(source?: BufferSource | WebAssembly.Module): void;
