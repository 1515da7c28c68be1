import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { Checked, DraftFinding, Entry, Form, FormField, DraftOptions, Kind, Ledger, Locale, Package, Severity } from "./index.js";

/** A package, or a ledger when the entry should also be checked against what has been recorded. */
export type Target = Package | Ledger;

/** A finding in words. */
export interface WordedFinding extends DraftFinding {
  message: string;
  help: string;
}

export interface CheckOptions extends DraftOptions {
  locale?: Locale;
  /** The form, when it is at hand. */
  form?: Form;
}

/** What came of checking a form's values. */
export interface CheckedValues {
  admissible: boolean;
  entry: object;
  findings: WordedFinding[];
}

/** All fields of a form by pointer, with `*` for items. */
export function fieldsOf(form: Form): Map<string, FormField>;
/** The entry that a form's values stand for: empty ones left out, numbers and answers in their types. */
export function entryOf(form: Form, values: object): object;
/** A finding in words, with names of fields instead of words on the wire. */
export function wordsOf(finding: Checked["findings"][number], fields: Map<string, FormField>, locale?: Locale): { message: string; help: string };
/** Checks values and says what was found in words. */
export function checkValues(target: Target, kind: Kind, values: object, options?: CheckOptions): CheckedValues;

export interface SchemaOptions extends Omit<CheckOptions, "touched"> {
  /** Severities that stop the form; by default errors and defects. */
  severities?: Severity[];
}

/** A Standard Schema, which react-hook-form and others take as it is. */
export function standardSchema<Values extends object = Record<string, unknown>>(
  target: Target,
  kind: Kind,
  options?: SchemaOptions,
): StandardSchemaV1<Values, Entry>;

export interface ConstrainOptions extends Omit<CheckOptions, "touched"> {
  /** Values that no control holds, by field. */
  fixed?: Record<string, unknown>;
  /** Names of controls that were filled in beforehand and count as touched. */
  prefilled?: string[];
  /** Called after every check. */
  onChecked?(answer: CheckedValues): void;
}

/** A plain form under watch. */
export interface Constrained {
  /** The entry as it stands. */
  entry(): object;
  /** Checks what was touched. */
  check(): CheckedValues;
  /** Checks everything; the entry when it would be admitted and nothing stops it. */
  handIn(): object | undefined;
  /** Nothing is touched any more. */
  reset(): void;
  /** Stops watching. */
  stop(): void;
}

/** Sets messages with `setCustomValidity` on controls named by pointer without the first slash. */
export function constrain(element: HTMLFormElement, target: Target, kind: Kind, options?: ConstrainOptions): Constrained;
