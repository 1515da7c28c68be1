export * from "./index.js";
/** Starts the module from its file, or from bytes or a compiled module, at once. */
export function initSync(source?: BufferSource | WebAssembly.Module): void;
