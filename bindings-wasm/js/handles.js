import { guarded } from "./error.js";
import { native, ready } from "./module.js";
import { Asked, Handle, bytes, spelt, text } from "./package.js";

/** A contract 合同. */
export class Contract extends Handle {
  static load(document) {
    ready();
    return new Contract(guarded(() => native.Contract.load(text(document))));
  }
}

/** The ledger 台账 of a contract. */
export class Ledger extends Asked {
  /** An empty ledger; `packages` is the package, or the versions that change orders may name. */
  constructor(packages, contract) {
    ready();
    const all = gathered(native.Packages, [packages].flat());
    try {
      super(guarded(() => native.Ledger.open(all, contract.native)));
    } finally {
      all.free();
    }
  }

  /** Reads one entry, as an object or as its text; answers what was found. */
  add(entry, { source = "input", line = 1, importDate } = {}) {
    return JSON.parse(guarded(() => this.native.add(source, line, text(entry), importDate)));
  }
  /** Reads JSON Lines from text or bytes; answers what was found, by line. */
  addLines(lines, { source = "input", importDate } = {}) {
    return JSON.parse(guarded(() => this.native.addLines(source, bytes(lines), importDate)));
  }
  /** Takes in the entries of another ledger of the same contract. */
  merge(other) {
    guarded(() => this.native.merge(other.native));
  }

  records() {
    return this.ask("records");
  }
  rejected() {
    return this.ask("rejected").rejected;
  }
  form(kind) {
    return this.ask("form", { kind });
  }
  checkDraft(draft, options) {
    return this.ask("check_draft", { ...spelt(options), draft });
  }
  check(asOf) {
    return this.ask("check", { as_of: asOf }).findings;
  }
}

// Every question about one ledger on a day: `ledger.evaluate("2024-06-30", options)`.
for (const question of ["evaluate", "closing", "lifecycle", "remaining", "calendar", "sensitivity", "integrity", "explain"]) {
  Ledger.prototype[question] = function (asOf, options) {
    return this.ask(question, { ...spelt(options), as_of: asOf });
  };
}

/** What changed between two days, and because of which entries. */
Ledger.prototype.diff = function (from, to, options) {
  return this.ask("diff", { ...spelt(options), from, to });
};

/** Where everything would stand with these changes: `{add, remove, replace}`. */
Ledger.prototype.whatIf = function (asOf, changes, options) {
  return this.ask("what_if", { ...spelt(options), ...changes, as_of: asOf });
};

/** A copy of a ledger with where it stands at the end of a day, kept up while entries are added. */
export class Live extends Handle {
  constructor(ledger, asOf) {
    ready();
    super(guarded(() => native.Live.open(ledger.native, String(asOf))));
  }
  /** Reads one entry; answers `findings`, what `changed`, and the `completion` now. */
  add(entry, { source = "input", line = 1, importDate } = {}) {
    return JSON.parse(guarded(() => this.native.add(source, line, text(entry), importDate)));
  }
  /** Where every requirement stands, with its parts and cells. */
  standings() {
    return JSON.parse(guarded(() => this.native.standings()));
  }
}

/** Puts a question about several ledgers. */
export function askAll(ledgers, question, options) {
  ready();
  const all = gathered(native.Ledgers, ledgers);
  try {
    return JSON.parse(guarded(() => all.ask(question, text(options))));
  } finally {
    all.free();
  }
}

/** The state of several contracts side by side. */
export const portfolio = (ledgers, asOf, options) =>
  askAll(ledgers, "portfolio", { ...spelt(options), as_of: asOf });

function gathered(List, handles) {
  const list = new List();
  for (const handle of handles) list.push(handle.native);
  return list;
}
