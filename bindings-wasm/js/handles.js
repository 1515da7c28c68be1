import { guarded, misuse, noJson } from "./error.js";
import * as native from "../dist/glue.js";

let started = false;

/** Starts the module from its bytes or from a compiled module; later calls do nothing. */
export function startSync(source) {
  if (started) return;
  native.initSync({ module: source });
  started = true;
}

let starting;

/** The same without blocking; a response is compiled while it arrives. */
export async function start(source) {
  if (started) return;
  starting ??= native.default({ module_or_path: source }).then(
    () => void (started = true),
    (error) => {
      starting = undefined;
      throw error;
    },
  );
  await starting;
}

function ready() {
  if (!started) throw misuse("", "the module is not started: await init() first");
}

/** Text as it is; anything else as JSON. */
function text(value) {
  if (typeof value === "string") return value;
  let json;
  try {
    json = JSON.stringify(value ?? {});
  } catch (error) {
    throw noJson(error);
  }
  if (json === undefined) throw noJson(`a ${typeof value} is no value`);
  return json;
}
const bytes = (value) => (typeof value === "string" ? new TextEncoder().encode(value) : value);

/** A handle over memory of the module. `free` gives it back; so does leaving a `using` block. */
class Handle {
  #native;

  constructor(handle) {
    ready();
    this.#native = handle;
  }

  /** The native handle. */
  get native() {
    if (!this.#native) throw misuse("", `this ${this.constructor.name} was freed`);
    return this.#native;
  }

  /** Gives the memory back; the handle answers no more. */
  free() {
    this.#native?.free();
    this.#native = undefined;
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }
}

/** A handle that answers questions. */
class Asked extends Handle {
  /** Puts any question; the answer is parsed. */
  ask(question, options) {
    return JSON.parse(this.askText(question, options));
  }

  /** Puts any question; the answer is the core's own canonical text. */
  askText(question, options) {
    return guarded(() => this.native.ask(question, text(options)));
  }
}

/** A package 项目包, loaded and checked. */
export class Package extends Asked {
  /** Loads a package and the documents that it includes, given by id. */
  static load(document, includes = {}) {
    ready();
    return new Package(guarded(() => native.Package.load(text(document), text(includes))));
  }

  /** A package of a collection, such as `jiexiang/specs`, by its id. */
  static builtin(id, documents) {
    if (!documents || !Object.hasOwn(documents, id)) throw misuse("id", `there is no document \`${id}\``);
    return Package.load(documents[id], documents);
  }

  /** What is wrong with a package; an empty list when it loads. */
  static lint(document, includes = {}) {
    try {
      Package.load(document, includes).free();
      return [];
    } catch (error) {
      if (error.code === "package_refused") return error.findings;
      throw error;
    }
  }

  /** The JSON Schema of a kind's entries, out of `jiexiang/schemas`. */
  static schema(kind, schemas) {
    if (!schemas || !Object.hasOwn(schemas, kind)) throw misuse("kind", `there is no schema \`${kind}\``);
    return schemas[kind];
  }

  get id() {
    return this.native.id;
  }
  get version() {
    return this.native.version;
  }
  describe() {
    return this.ask("describe");
  }
  kinds() {
    return this.ask("kinds").kinds;
  }
  form(kind) {
    return this.ask("form", { kind });
  }
  checkDraft(draft, options) {
    const asked = options ? { ...spelt(options), draft } : { draft };
    if (asked.select !== undefined) return this.ask("check_draft", asked);
    const found = guarded(() => this.native.checkDraft(text(asked)));
    return found === undefined ? { admissible: true, findings: [] } : JSON.parse(found);
  }
}

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

/** Message and help of a finding, in `zh-CN` (default) or `en`. */
export function render(finding, locale = "zh-CN") {
  const { code, params } = finding;
  const answer = run({ op: "render", input: { code, params, locale } });
  if (answer.error) throw misuse(answer.error.path, answer.error.message);
  return answer;
}

/** Carries out one request `{op, input}`; `documents` are those that it may name by id. */
export const run = (request, documents) => JSON.parse(runText(request, documents));

/** The same, answered by the core's own canonical text. */
export function runText(request, documents) {
  ready();
  const library = libraryOf(documents ?? none);
  return guarded(() => library.run(text(request)));
}

/** Names of the questions to a ledger and to a package. */
export function questions() {
  ready();
  return JSON.parse(native.questions());
}

const none = {};
const libraries = new WeakMap();

/** One library for each collection of documents, so that they cross the boundary once. */
function libraryOf(documents) {
  if (!libraries.has(documents)) libraries.set(documents, guarded(() => new native.Library(text(documents))));
  return libraries.get(documents);
}

function gathered(List, handles) {
  const list = new List();
  for (const handle of handles) list.push(handle.native);
  return list;
}

/** `importDate` → `import_date`: options are spelt as JavaScript does, the core's as it does. */
function spelt(options = {}) {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
