// The small module: packages, forms and entries by themselves; the rest is with `jiexiang`.
export { init, initSync, JiexiangError, Package, questions, render, run, runText } from "../index.js";
export type { Documents, DraftOptions, Locale, Source } from "../index.js";
export type * from "../types.d.ts";
