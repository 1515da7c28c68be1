import type {
  Added,
  Calendar,
  Checked,
  Closing,
  ContractDocument,
  Description,
  Difference,
  Entry,
  Evaluation,
  Explanation,
  Finding,
  Form,
  Integrity,
  Kind,
  KindOffered,
  Lifecycle,
  LineFindings,
  PackageDocument,
  Portfolio,
  Rejected,
  Remaining,
  Sensitivity,
  Standings,
  WhatIf,
  WhatIfOptions,
} from "./types.d.ts";

export type * from "./types.d.ts";

/** Options of a check of a draft. */
export interface DraftOptions {
  /** JSON pointers of the fields that were filled in or left; without it the entry is handed in. */
  touched?: string[];
  /** Day of judgement; without it everything in the ledger is known. */
  asOf?: string;
  /** Day of entry of a draft that states none. */
  importDate?: string;
}

/** `zh-CN` (default) or `en`. */
export type Locale = "zh-CN" | "en";

/** Documents by id: objects, or their JSON text. */
export type Documents = Record<string, PackageDocument | object | string>;

/** Where the module's bytes come from. */
export type Source = URL | Request | Response | Promise<Response> | BufferSource | WebAssembly.Module;

/**
 * Starts the module. Without `source` it is taken from the package: fetched from beside the
 * script in browsers, read from its file in Node.
 */
export function init(source?: Source): Promise<void>;

/** Starts the module from bytes or a compiled module, at once. */
export function initSync(source: BufferSource | WebAssembly.Module): void;

/** What no data could make right (a fault of the calling program), or documents that were refused. */
export class JiexiangError extends Error {
  /** `not_json`, `unknown_operation`, `unknown_id`, `option_missing`, `option_invalid`, `package_refused` or `contract_refused`. */
  readonly code: string;
  /** The option concerned; empty for the whole. */
  readonly path: string;
  /** What is wrong with a refused document. */
  readonly findings: Finding[];
}

/** A handle over memory of the module. */
declare abstract class Handle {
  /** Gives the memory back; the handle answers no more. */
  free(): void;
  /** Frees the handle at the end of a `using` block. */
  [Symbol.dispose](): void;
}

/** A handle that answers questions. */
declare abstract class Asked extends Handle {
  /** Puts any question; the answer is parsed. */
  ask(question: string, options?: object | string): any;
  /** Puts any question; the answer is the core's own canonical text. */
  askText(question: string, options?: object | string): string;
}

/** A package 项目包, loaded and checked. */
export class Package extends Asked {
  private constructor();
  /**
   * Loads a package and the documents that it includes, given by id.
   * @throws JiexiangError `package_refused` with all findings.
   */
  static load(document: PackageDocument | object | string, includes?: Documents): Package;
  /** A package of a collection, such as `jiexiang/specs`, by its id. */
  static builtin(id: string, documents: Documents): Package;
  /** What is wrong with a package; an empty list when it loads. */
  static lint(document: PackageDocument | object | string, includes?: Documents): Finding[];
  readonly id: string;
  readonly version: string;
  /** The package in words. */
  describe(): Description;
  /** Every kind as a choice on a screen. */
  kinds(): KindOffered[];
  /** What a form for entries of a kind needs. */
  form(kind: Kind): Form;
  /** Checks a half-filled entry by itself. */
  checkDraft(draft: object, options?: DraftOptions): Checked;
  /** The JSON Schemas of entries, by kind, from `jiexiang/schemas`. */
  static schema(kind: Kind, schemas: Record<string, object>): object;
}

/** A contract 合同. */
export class Contract extends Handle {
  private constructor();
  /** @throws JiexiangError `contract_refused` with all findings. */
  static load(document: ContractDocument | object | string): Contract;
}

/** Where a line came from, and the day of entry of lines that state none. */
export interface AddOptions {
  source?: string;
  line?: number;
  importDate?: string;
}

/** The ledger 台账 of a contract. */
export class Ledger extends Asked {
  /**
   * An empty ledger. `packages` is the package, or the versions that change orders may name.
   * @throws JiexiangError `contract_refused` when package and contract do not fit.
   */
  constructor(packages: Package | Package[], contract: Contract);
  /** Reads one entry, as an object or as its text; answers what was found. */
  add(entry: Entry | object | string, options?: AddOptions): Finding[];
  /** Reads JSON Lines from text or bytes; answers what was found, by line. */
  addLines(lines: string | Uint8Array, options?: Omit<AddOptions, "line">): LineFindings[];
  /** Takes in the entries of another ledger of the same contract. */
  merge(other: Ledger): void;
  /** The admitted entries. */
  records(): Entry[];
  /** Lines that were not admitted. */
  rejected(): Rejected[];
  /** What a form for entries of a kind needs. */
  form(kind: Kind): Form;
  /** Checks a half-filled entry as if it were added, without adding it. */
  checkDraft(draft: object, options?: DraftOptions): Checked;
  /** What does not fit together among the entries known at the end of a day. */
  check(asOf: string): Finding[];
  /** Where every requirement stands. */
  evaluate(asOf: string, options?: object): Evaluation;
  /** Whether the project may be closed, and what blocks it. */
  closing(asOf: string, options?: object): Closing;
  /** State, evaluations, duties, orders and next steps. */
  lifecycle(asOf: string, options?: object): Lifecycle;
  /** The least further work and its last useful day. */
  remaining(asOf: string, options?: object): Remaining;
  /** What falls due when. */
  calendar(asOf: string, options?: object): Calendar;
  /** Which readings would change which verdicts. */
  sensitivity(asOf: string, options?: object): Sensitivity;
  /** What looks odd across entries. */
  integrity(asOf: string, options?: object): Integrity;
  /** Clause, requirement, entries and verdict in words. */
  explain(asOf: string, options?: object): Explanation;
  /** What changed between two days, and because of which entries. */
  diff(from: string, to: string, options?: object): Difference;
  /** Where everything would stand with these changes. */
  whatIf(asOf: string, changes: Omit<WhatIfOptions, "as_of" | "select">, options?: object): WhatIf;
}

/** A copy of a ledger with where it stands at the end of a day, kept up while entries are added. */
export class Live extends Handle {
  constructor(ledger: Ledger, asOf: string);
  /** Reads one entry; answers what was found in it and what it changed. */
  add(entry: Entry | object | string, options?: AddOptions): Added;
  /** Where every requirement stands, with its parts and cells. */
  standings(): Standings;
}

/** Puts a question about several ledgers. */
export function askAll(ledgers: Ledger[], question: string, options?: object): any;
/** The state of several contracts side by side. */
export function portfolio(ledgers: Ledger[], asOf: string, options?: object): Portfolio;
/** Message and help of a finding. */
export function render(finding: Pick<Finding, "code" | "params">, locale?: Locale): { message: string; help: string };
/** Carries out one request `{op, input}`; `documents` are those that it may name by id. */
export function run(request: object | string, documents?: Documents): any;
/** The same, answered by the core's own canonical text. */
export function runText(request: object | string, documents?: Documents): string;
/** Names of the questions to a ledger and to a package. */
export function questions(): { ledger: string[]; package: string[] };
