export { JiexiangError } from "./error.js";
export { Package, Contract, Ledger, Live, askAll, portfolio, render, run, runText, questions } from "./handles.js";
