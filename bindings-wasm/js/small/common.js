export { JiexiangError } from "../error.js";
export { Package, render, run, runText, questions } from "../package.js";
