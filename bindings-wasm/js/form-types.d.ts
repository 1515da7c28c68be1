import type { Finding, Kind, Labels, Severity } from "./types.d.ts";

/** What a form for entries of one kind needs. */
export interface Form {
  /** The kind. */
  kind: Kind;
  family: "record" | "event" | "register";
  labels: Labels;
  /** The package that its entries belong to. */
  package: string;
  /** Its fields in order, those of the kind before the attributes of the package. */
  fields: FormField[];
  /** What is checked beyond the types of single fields. */
  rules: FormRule[];
}

/** One field of a form. */
export interface FormField {
  /** The word on the wire. */
  name: string;
  /** JSON pointer into the entry, with `*` for any item of a list. */
  path: string;
  labels: Labels;
  type: "text" | "id" | "code" | "reference" | "whole" | "amount" | "date" | "partial_date" | "time" | "period" | "yes_no" | "list" | "items";
  /** The type of a list's values. */
  of?: FormField["type"];
  /** What to ask with. */
  input: "text" | "textarea" | "number" | "date" | "time" | "select" | "radio" | "checkboxes" | "reference" | "references" | "texts" | "items";
  /** Whether every entry must have it. */
  required: boolean;
  /** What the rules ask for beyond that. */
  required_when?: RequiredWhen[];
  /** A personal value: messages mask it. */
  personal: boolean;
  /** Whether the package declares it; it then stands under `attributes` in an entry. */
  attribute: boolean;
  /** The only value that it can have. */
  fixed?: string;
  /** The name of the code list. */
  list?: string;
  codes?: FormCode[];
  /** The kinds that a reference may lead to. */
  to?: Kind[];
  limits?: Limits;
  /** The fields of the items in a list. */
  fields?: FormField[];
}

/** A code of a list. */
export interface FormCode {
  code: string;
  labels: Labels;
  rank?: number;
}

/** Bounds of a value. */
export interface Limits {
  min?: number;
  max?: number;
  decimals?: number;
  max_length?: number;
  first_day?: string;
  last_day?: string;
  pattern?: string;
}

/** A field is asked for when `where` holds (always, without it), unless one of `unless` does. */
export interface RequiredWhen {
  code: string;
  rule?: string;
  severity: Severity;
  where?: Record<string, unknown>;
  unless?: Record<string, unknown>[];
}

/** Something that is checked beyond the type of one field. */
export interface FormRule {
  code: string;
  rule?: string;
  clause?: string;
  labels?: Labels;
  severity: Severity;
  /** Whether the entry alone decides it. */
  scope: "entry" | "ledger";
  /** The fields that it looks at. */
  depends: string[];
}

/** What was found in a half-filled entry. */
export interface Checked {
  /** Whether the entry as it stands would be admitted, whatever has been touched. */
  admissible: boolean;
  findings: DraftFinding[];
}

/** A finding with the fields at which a form shows it. */
export interface DraftFinding extends Finding {
  fields: string[];
}

/** A kind as a choice on a screen. */
export interface KindOffered {
  kind: Kind;
  family: "record" | "event" | "register";
  labels: Labels;
  /** The requirements that count its entries, by id. */
  counts_for: string[];
}

/** A package in words. */
export interface Description {
  id: string;
  version: string;
  labels: Labels;
  source: { title: string; issuer: string; year?: number };
  place: string;
  indicators: { id: string; clause: string; labels: Labels; text_only: boolean; requirements: RequirementDescribed[] }[];
  obligations: RequirementDescribed[];
  provider: RequirementDescribed[];
  readings: Record<string, unknown>[];
  codes: Record<string, { code: string; labels: Labels; rank?: number }[]>;
}

/** A requirement in words. */
export interface RequirementDescribed {
  id: string;
  clause: string;
  labels: Labels;
  target?: { cmp: "at_least" | "more_than" | "at_most" | "less_than"; value: string; unit: string };
  readings?: string[];
}

/** Options of a check of a draft. */
export interface DraftOptions {
  /** JSON pointers of the fields that were filled in or left; without it the entry is handed in. */
  touched?: string[];
  /** Day of judgement; without it everything in the ledger is known. */
  asOf?: string;
  /** Day of entry of a draft that states none. */
  importDate?: string;
}
