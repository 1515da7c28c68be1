export { JiexiangError } from "./error.js";
export { Package, Contract, Ledger, askAll, portfolio, render, run, runText, questions } from "./handles.js";
