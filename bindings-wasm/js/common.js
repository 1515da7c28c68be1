export { JiexiangError } from "./error.js";
export { Package, render, run, runText, questions } from "./package.js";
export { Contract, Ledger, Live, askAll, portfolio } from "./handles.js";
