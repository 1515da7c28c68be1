import { guarded, misuse, noJson } from "./error.js";
import { native, ready } from "./module.js";

/** Text as it is; anything else as JSON. */
export function text(value) {
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
export const bytes = (value) => (typeof value === "string" ? new TextEncoder().encode(value) : value);

/** A handle over memory of the module. `free` gives it back; so does leaving a `using` block. */
export class Handle {
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
export class Asked extends Handle {
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
let libraries = new WeakMap();
let answering;

/** One library for each collection of documents, so that they cross the boundary once. */
function libraryOf(documents) {
  if (answering !== native) {
    libraries = new WeakMap();
    answering = native;
  }
  if (!libraries.has(documents)) libraries.set(documents, guarded(() => new native.Library(text(documents))));
  return libraries.get(documents);
}

/** `importDate` → `import_date`: options are spelt as JavaScript does, the core's as it does. */
export function spelt(options = {}) {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
