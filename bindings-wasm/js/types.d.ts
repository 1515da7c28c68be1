// Types of entries, documents, options and answers, as canonical JSON parses.
// Generated from the core: cargo run -p jiexiang-conformance --bin make_types

// --- Answers 结果 ---

/**
 * What a work item asks for.
 * - `add`: New records, register entries, or items in them.
 * - `open`: A new container with what it must hold (`inside`): a new case with its contacts.
 * - `complete`: More children for a container that is there.
 * - `amount`: Records whose number field adds up to `amount`.
 * - `raise`: A quotient to be brought to its `rate`: `amount` more of what stands above, or the first of what stands below.
 * - `cover`: Days to be covered.
 * - `reduce`: A number to be brought down by `n`.
 * - `mend`: A member's own entry to be brought into order.
 */
export type Action =
  | "add"
  | "open"
  | "complete"
  | "amount"
  | "raise"
  | "cover"
  | "reduce"
  | "mend";

/** What an entry changed. */
export interface Added {
  /** What was found in it; with an error among them it was not admitted and changed nothing. */
  findings: Finding[];
  /** Requirements, parts and cells that stand otherwise than before, in the package's order. */
  changed: Changed[];
  /** Indicators met now, of those that count. */
  completion: Completion;
}

/** What another option of a comparator reading would say. */
export interface BoundaryAnswer {
  /** The reading. */
  reading: string;
  /** The other option. */
  option: string;
  /** What it would say. */
  would_be: string;
}

/** A value that sits exactly on a boundary. */
export interface BoundaryValue {
  /** `requirement`, `closing_item`, `stage` or `trigger`. */
  of: string;
  /** Its id. */
  id: string;
  /** The clause. */
  clause: string;
  /** The reading. */
  reading: string;
  /** The other option. */
  option: string;
  /** The verdict in force. */
  is: string;
  /** The verdict under the other option. */
  would_be: string;
  /** The value, where it is one certain number. */
  value?: string;
}

/** The duties that fall due in a span of days. */
export interface Calendar {
  /** The contract. */
  contract: string;
  /** The package's name. */
  labels: Labels;
  /** The day whose end the states are of. */
  as_of: string;
  /** By due day, then by what they are. */
  rows: Row[];
}

/** One cell of a grid. */
export interface CellAnswer {
  /** Where it stands. */
  outcome: Outcome;
  /** Elements that count. */
  counted?: string[];
  /** The day on which it is due. */
  due?: string;
  /** What also might be; null when unbounded or not defined. */
  hi?: string | null;
  /** Open, but holding now. */
  holding?: boolean;
  /** What is certain; null when not even that is defined. */
  lo?: string | null;
  /** The members. */
  members?: string[];
  /** What is missing to be certain. */
  missing?: string[];
  /** Past its due day and not met. */
  overdue?: boolean;
  /** The parts of a combination, in this cell. */
  parts?: RequirementAnswer[];
  /** Waived, by whom; the outcome then no longer matters. */
  waived?: WaivedAnswer;
  /** The period. */
  window?: string;
}

/** A cell that changed. */
export interface CellChange {
  /** How it stood; none when there was no such cell. */
  before: Standing | null;
  /** How it stands; none when there is no such cell. */
  after: Standing | null;
  /** The members. */
  members?: string[];
  /** The period. */
  window?: string;
}

/**
 * What became of an entry.
 * - `added`: It stands and did not before.
 * - `removed`: It stood before.
 * - `set_aside`: A correction, or another entry of the same id, put it out of force.
 * - `changed`: It says something else.
 */
export type Change =
  | "added"
  | "removed"
  | "set_aside"
  | "changed";

/** A requirement, or a part or cell of one, that stands otherwise than before. */
export interface Changed {
  /** The requirement. */
  requirement: string;
  /** Its clause. */
  clause: string;
  /** How it stood; none when it was not there. */
  before: Standing | null;
  /** How it stands; none when it is no longer there. */
  after: Standing | null;
  /** The way to a part or cell of it; empty for the requirement as a whole. */
  place?: PlaceStep[];
}

/** A check that fails. */
export interface CheckAnswer {
  /** What fails. */
  finding: Finding;
  /** The cells that fail. */
  cells?: CellAnswer[];
  /** What also might be; null when unbounded or not defined. */
  hi?: string | null;
  /** What is certain; null when not even that is defined. */
  lo?: string | null;
  /** What should be. */
  target?: TargetAnswer;
}

/**
 * What a failed check does.
 * - `warn`: Warns.
 * - `unknown`: Makes the outcome unknown.
 * - `infeasible`: Marks the requirement infeasible.
 */
export type CheckElse =
  | "warn"
  | "unknown"
  | "infeasible";

/** What was found in a half-filled entry. */
export interface Checked {
  /** Whether the entry as it stands would be admitted, whatever has been touched. */
  admissible: boolean;
  /** What concerns the touched fields, in a fixed order. */
  findings: DraftFinding[];
}

/** The closing decision with its grounds. */
export interface Closing {
  /** The decision. */
  decision: Decision;
  /** The day. */
  as_of: string;
  /** What blocks it, each with its clause. */
  blockers: Finding[];
  /** What is missing to decide, and evaluations that were not held. */
  missing: Finding[];
  /** Indicators met, of those that count. */
  completion: Completion;
  /** The needs of closing as judged. */
  items: RequirementAnswer[];
  /** What was waived, by whom. */
  waived: WaivedAnswer[];
  /** What does not fit together. */
  findings: Finding[];
}

/** The closing decision before and after. */
export interface ClosingChange {
  /** Under the option in force. */
  before: ClosingStanding;
  /** Under the other option. */
  after: ClosingStanding;
}

/** Something that stands against closing. */
export interface ClosingNeed {
  /** What it is. */
  finding: Finding;
  /** The kind of the entry that lifts it; none when only a waiver does. */
  event?: string;
}

/** The next closing needs. */
export interface ClosingRemaining {
  /** The closing decision of the same day. */
  decision: Decision;
  /** The needs of closing that are not met yet, with the work that meets them. */
  items: RequirementRemaining[];
  /** What blocks or is missing, each with the event that is needed. */
  needs: ClosingNeed[];
  /** What may or must be done next, by the lifecycle. */
  steps: StepAnswer[];
}

/** The closing decision and what it rests on. */
export interface ClosingStanding {
  /** The decision. */
  decision: Decision;
  /** Indicators met, of those that count. */
  completion: Completion;
  /** How many things block it. */
  blockers: number;
}

/**
 * How the outcomes of parts come to one.
 * - `all`: All are needed: the least.
 * - `any`: One suffices: the greatest.
 */
export type Combine =
  | "all"
  | "any";

/**
 * The four comparisons.
 * - `at_least`: ≥ 不少于、以上
 * - `more_than`: > 超过
 * - `at_most`: ≤ 以下
 * - `less_than`: < 不满
 */
export type Comparison =
  | "at_least"
  | "more_than"
  | "at_most"
  | "less_than";

/** How many indicators are met. */
export interface Completion {
  /** Met. */
  met: number;
  /** Of these. */
  of: number;
}

/** A condition of a record. */
export interface ConditionAnswer {
  /**
   * `is`, `in`, `at_least`, `at_most`, `more_than`, `less_than`, `at_or_above`, `exists`,
   * `contains_all`, `size`, `distinct`, `some`, `every`, `where`, or `any`, `all`, `not` over
   * `parts`.
   */
  test: string;
  /** The field of the same record that it is tested against. */
  field?: string;
  /**
   * The day on which an age is taken: `service_start`, `service_end` or `as_of`; absent = the day of
   * the record.
   */
  on?: string;
  /** Conditions of the item, or of the entry referred to. */
  parts?: ConditionAnswer[];
  /** The field, as packages write it; absent for `any`, `all` and `not`. */
  path?: string;
  /**
   * What it is tested against, `$as_of` for the day of judgement; of `size`: comparison and number
   * in turn, of `distinct` after the field whose different values are counted.
   */
  values?: string[];
}

/** What follows. */
export type Consequence =
  | "rectification_order"
  | "termination"
  | "extension";

/** A right or duty out of a band. */
export interface ConsequenceStanding {
  /** `rectification_order`, `termination` or `extension`. */
  what: string;
  /** Right or duty. */
  force: string;
  /** The event that carries it out. */
  done_by?: string;
  /** The end of the service that an extension gives by the rule. */
  projected_end?: string;
}

/** A change of the contract as a whole. */
export interface ContractChange {
  /** `decision`, `state`, `service_end` or `completion`. */
  what: string;
  /** Before. */
  before: string;
  /** After. */
  after: string;
  /** What explains it. */
  because: Finding[];
}

/**
 * The five decisions, in their precedence.
 * - `terminated`: 已终止: a termination stands.
 * - `closed`: 已结项: a closure stands.
 * - `blocked`: 不可结项: something blocks it.
 * - `undecided`: 待定: nothing blocks it, but data are missing.
 * - `closable`: 可结项: eligible; closing itself is an act of people.
 */
export type Decision =
  | "terminated"
  | "closed"
  | "blocked"
  | "undecided"
  | "closable";

/** A package in words. */
export interface Description {
  /** Its id. */
  id: string;
  /** Its version. */
  version: string;
  /** Its name. */
  labels: Labels;
  /** Title, issuer and year of the document that it comes from. */
  source: unknown;
  /** The place of the service, by its code. */
  place: string;
  /** 项目指标, with their clauses and requirements. */
  indicators: IndicatorDescribed[];
  /** Obligations outside completion. */
  obligations: RequirementDescribed[];
  /** What is asked of the provider. */
  provider: RequirementDescribed[];
  /** Ambiguous words with their options; `default` is the option in force unless a contract chooses. */
  readings: unknown[];
  /** The code lists. */
  codes: unknown;
}

/** What changed, and because of what. */
export interface Difference {
  /** How things stood before. */
  before: Side;
  /** How they stand after. */
  after: Side;
  /** Closing decision, state, end of service and completion, as far as they changed. */
  changes: ContractChange[];
  /**
   * Requirements whose outcome, holding, range or cells changed: those of the indicators, the
   * obligations, the provider, then the needs of closing.
   */
  requirements: RequirementChange[];
  /** Entries that came, went or say something else. */
  entries: EntryChange[];
}

/** A finding with the fields at which a form shows it. */
export interface DraftFinding {
  /** JSON pointers; none when other entries are concerned. */
  fields: string[];
  /** Which kind of thing. */
  code: FindingCode;
  /** How grave it is here. */
  severity: Severity;
  /** JSON pointer to the place inside the document or entry; empty for the whole. */
  path: string;
  /** The clause that the finding rests on. */
  clause?: string;
  /** What the message needs to know; personal values are masked. */
  params?: { [key: string]: string };
  /** Line and column (both from 1) in the document. */
  position?: Position;
  /** Ids of the entries concerned. */
  records?: string[];
}

/**
 * What kind of duty a row is.
 * - `period`: 周期任务: a period of a requirement.
 * - `requirement`: 指标: a requirement as a whole, due when its window ends.
 * - `evaluation`: 评估: an evaluation.
 * - `rectification`: 整改: an order to rectify with a due day.
 * - `extension_end`: 延期届满: the end that an extension gives.
 * - `service_end`: 服务期满: the end of the service as agreed.
 */
export type Duty =
  | "period"
  | "requirement"
  | "evaluation"
  | "rectification"
  | "extension_end"
  | "service_end";

/** A right or duty out of a band. */
export interface DutyAnswer {
  /** `rectification_order`, `termination` or `extension`. */
  what: Consequence;
  /** Right or duty. */
  force: Force;
  /** The clause. */
  clause: string;
  /** The event that carries it out. */
  done_by?: string;
  /** The end of the service that an extension gives by the rule. */
  projected_end?: string;
}

/**
 * Where a duty stands.
 * - `done`: 已完成: in time.
 * - `done_late`: 逾期完成: after the due day.
 * - `due`: 待完成: its day has not passed.
 * - `overdue`: 已逾期: its day has passed, and it is not certainly done.
 * - `unreachable`: 不可补救: broken although its day is still to come; work no longer mends it.
 * - `waived`: 已豁免.
 */
export type DutyState =
  | "done"
  | "done_late"
  | "due"
  | "overdue"
  | "unreachable"
  | "waived";

/** An entry that came, went or says something else. */
export interface EntryChange {
  /** Its kind. */
  kind: string;
  /** Its id. */
  id: string;
  /** What became of it. */
  change: Change;
  /** The correction that put it out of force, or the id in conflict. */
  by?: string;
}

/** Where every indicator of a contract stands at the end of a day. */
export interface Evaluation {
  /** The package. */
  package: string;
  /** Its version, by which the whole service is judged. */
  version: string;
  /** The contract. */
  contract: string;
  /** The day. */
  as_of: string;
  /** The service, extensions included. */
  service: Service;
  /** Indicators met, of those that count. */
  completion: Completion;
  /** Mean progress of the indicators, rounded down to four decimals. */
  progress: string;
  /** 项目指标. */
  indicators: IndicatorAnswer[];
  /** 项目内容: tracked, outside completion. */
  obligations: RequirementAnswer[];
  /** 对项目实施机构的要求. */
  provider: RequirementAnswer[];
  /** Readings in force. */
  readings: ReadingInForce[];
  /** What the evaluation found beside: broken rules, late deliveries, refused make-ups. */
  findings: Finding[];
}

/**
 * The closing decision with everything that it rests on. Requirements are judged as the closing
 * decision judges them: what is open until closing is taken to end on the day.
 */
export interface Explanation {
  /** The day. */
  as_of: string;
  /** The contract. */
  contract: string;
  /** The package. */
  package: PackageName;
  /** The service with its agreed and its present end. */
  service: ServiceSpan;
  /** The state of the contract. */
  state: State;
  /**
   * The decision: by the state when the contract is terminated or closed; else `blocked` when a node
   * of `closing` is `not_met` or `open`, one of `stages` is `not_met`, or a duty out of `triggers`
   * has arisen and is not carried out; `undecided` when one of `closing` is `unknown`; else
   * `closable`.
   */
  decision: Decision;
  /** What blocks it, each with its clause. */
  blockers: Finding[];
  /** What is missing to decide. */
  missing: Finding[];
  /** What may or must be done next. */
  next_steps: StepAnswer[];
  /** Indicators met, of those that count. */
  completion: Completion;
  /** Mean progress of the indicators, rounded down to four decimals. */
  progress: string;
  /** What closing needs; under the completion stand the indicators. */
  closing: ExplanationNode[];
  /** 评估阶段: evaluations and what followed from them. An evaluation that was not held does not block. */
  stages: ExplanationNode[];
  /** 项目内容: tracked, outside completion. */
  obligations: ExplanationNode[];
  /** 对项目实施机构的要求. */
  provider_requirements: ExplanationNode[];
  /** Rights and duties that arise from events. */
  triggers: TriggerAnswer[];
  /** Orders to rectify. */
  orders: OrderAnswer[];
  /** Readings in force. */
  readings: ReadingInForce[];
  /** What was found beside. */
  findings: Finding[];
  /** 项目指标 of a package whose closing does not ask for them. */
  indicators?: ExplanationNode[];
  /** 承接机构. */
  provider?: string;
  /** 采购方. */
  purchaser?: string;
}

/** A check that fails. */
export interface ExplanationCheck {
  /** What the failure does. */
  else: CheckElse;
  /** What fails. */
  finding: Finding;
  /** The cells that fail. */
  cells?: CellAnswer[];
  /** What also might be; null when unbounded or not defined. */
  hi?: string | null;
  /** What is certain; null when not even that is defined. */
  lo?: string | null;
  /** What should be. */
  target?: TargetAnswer;
}

/**
 * What a node of the tree stands for.
 * - `completion`: 完成率: the share of the indicators that closing needs.
 * - `indicator`: 项目指标: a clause with its requirements.
 * - `requirement`: Something measurable.
 * - `part`: A part of a combination.
 * - `cell`: One member and period of a requirement.
 * - `stage`: 评估阶段: an evaluation and what followed from it.
 * - `duty`: A right or duty out of an evaluation.
 */
export type ExplanationKind =
  | "completion"
  | "indicator"
  | "requirement"
  | "part"
  | "cell"
  | "stage"
  | "duty";

/** One node: what was asked, what there is, and what it comes to. */
export interface ExplanationNode {
  /** What it stands for. */
  kind: ExplanationKind;
  /** Where it stands. */
  outcome: Outcome;
  /** Readings under which it would stand elsewhere. */
  boundary?: BoundaryAnswer[];
  /** Checks that fail. */
  checks?: ExplanationCheck[];
  /** What it is made of. */
  children?: ExplanationNode[];
  /** The clause. */
  clause?: string;
  /** How the children come together. */
  combine?: Combine;
  /** Due day of a cell. */
  due?: string;
  /** Duties only: what, with which force, and who carried it out. */
  duty?: DutyAnswer;
  /** Share done, exact. */
  fraction?: string;
  /** Uncovered stretches of days, first and last day of each. */
  gaps?: string[][];
  /** Open, but holding now. */
  holding?: boolean;
  /** Its id. */
  id?: string;
  /** It cannot be reached and needs a change order or a waiver. */
  infeasible?: boolean;
  /** Its name. */
  labels?: Labels;
  /** Members of a cell. */
  members?: string[];
  /** What is missing to be certain. */
  missing?: string[];
  /** What was compared; none where children decide. */
  operands?: Operands;
  /** The due day has passed, and it is not met; what is handed in late may still count. */
  overdue?: boolean;
  /** A cell that perhaps nobody owes: what does not hold in it is unknown. */
  perhaps_owed?: boolean;
  /** Readings that bear on it, with the option in force. */
  readings?: { [key: string]: string };
  /** The elements that count, perhaps count, or do not count and why. */
  records?: ExplanationRecord[];
  /** Completion only: how many indicators are met, of how many, and the share that is needed. */
  share?: ExplanationShare;
  /** Measures shown and never judged. */
  shows?: ShowAnswer[];
  /** Stages only: the evaluation that decides, its score or verdict, its band and what follows. */
  stage?: StageAnswer;
  /** Has nothing measurable and stands outside; its outcome says nothing. */
  text_only?: boolean;
  /** The waiver of this node itself, by whom. */
  waived?: WaivedAnswer;
  /** Period of a cell. */
  window?: string;
}

/** An element of the ledger under a node. */
export interface ExplanationRecord {
  /** The element: an id, or an id with the place inside the entry. */
  element: string;
  /** Whether it counts. */
  counts: RecordCounts;
  /** Why it does not, or only perhaps does. */
  reason?: Finding;
}

/** The share of the indicators that are met. */
export interface ExplanationShare {
  /** Met. */
  met: number;
  /** Of these. */
  of: number;
  /** The share needed. */
  needed: string;
}

/** One thing found. */
export interface Finding {
  /** Which kind of thing. */
  code: FindingCode;
  /** How grave it is here. */
  severity: Severity;
  /** JSON pointer to the place inside the document or entry; empty for the whole. */
  path: string;
  /** The clause that the finding rests on. */
  clause?: string;
  /** What the message needs to know; personal values are masked. */
  params?: { [key: string]: string };
  /** Line and column (both from 1) in the document. */
  position?: Position;
  /** Ids of the entries concerned. */
  records?: string[];
}

/** The stable name of a kind of finding. */
export type FindingCode =
  | "malformed"
  | "too_large"
  | "too_deep"
  | "duplicate_key"
  | "unknown_field"
  | "missing_field"
  | "wrong_type"
  | "unknown_word"
  | "list_empty"
  | "exactly_one_of"
  | "text_empty"
  | "text_too_long"
  | "invalid_id"
  | "invalid_number"
  | "not_whole"
  | "below_zero"
  | "invalid_date"
  | "invalid_period"
  | "invalid_time"
  | "unknown_kind"
  | "unknown_code"
  | "unknown_attribute"
  | "invalid_partial_date"
  | "too_many_digits"
  | "wrong_package"
  | "recorded_at_missing"
  | "recorded_before_date"
  | "interval_reversed"
  | "retracts_itself"
  | "voids_and_supersedes"
  | "survey_counts_disagree"
  | "survey_counted_twice"
  | "evaluation_empty"
  | "score_above_hundred"
  | "mark_above_full"
  | "waiver_of_nothing"
  | "headcount_from_list"
  | "dangling_reference"
  | "retraction_cycle"
  | "retraction_dangling"
  | "contact_before_case_opened"
  | "contact_after_case_closed"
  | "session_gap"
  | "session_repeated"
  | "sessions_same_day"
  | "worker_not_posted"
  | "late_entry"
  | "event_after_termination"
  | "rule_broken"
  | "overlap"
  | "id_conflict"
  | "retracted"
  | "defective"
  | "condition_failed"
  | "unlisted"
  | "undetermined"
  | "outside_service"
  | "outside_window"
  | "not_yet"
  | "same_key"
  | "short"
  | "not_in_force"
  | "not_latest"
  | "moved"
  | "late_delivery"
  | "check_failed"
  | "waiver_without_target"
  | "make_up_refused"
  | "unknown_include"
  | "include_cycle"
  | "duplicate_id"
  | "duplicate_code"
  | "fixed_list"
  | "unknown_collection"
  | "unknown_path"
  | "code_not_in_list"
  | "unknown_condition"
  | "condition_elsewhere"
  | "condition_cycle"
  | "unknown_operator"
  | "operand_type"
  | "literal_type"
  | "unknown_contract_value"
  | "age_without_day"
  | "self_without_each"
  | "link_missing"
  | "link_ambiguous"
  | "key_without_use"
  | "no_interval"
  | "window_in_having"
  | "due_out_of_range"
  | "empty_window"
  | "unknown_anchor"
  | "anchor_cycle"
  | "impossible_target"
  | "no_requirement"
  | "overlap_unstated"
  | "error_rule_not_own"
  | "unknown_replaced"
  | "unknown_option"
  | "other_package"
  | "dates_reversed"
  | "midterm_outside"
  | "weights_not_hundred"
  | "unknown_reading"
  | "unknown_reading_option"
  | "readings_clash"
  | "unknown_place"
  | "unknown_contract"
  | "indicator_not_met"
  | "indicator_unknown"
  | "closing_need_not_met"
  | "closing_need_unknown"
  | "duty_open"
  | "stage_failing"
  | "evaluation_missing"
  | "score_missing"
  | "extension_differs"
  | "closed_despite_blockers"
  | "version_not_loaded"
  | "worker_double_booked"
  | "worker_many_places"
  | "photo_reused"
  | "photo_in_two_packages"
  | "headcount_above_list"
  | "headcount_below_list"
  | "bulk_back_entry"
  | "bulk_entry_at_end"
  | "entered_after_closing"
  | "age_not_asked_for"
  | "text_copied"
  | "phone_as_home"
  | "same_identity"
  | "shared_event"
  | "visit_and_contact"
  | "full_time_twice"
  | "window_past"
  | "days_uncovered"
  | "limit_exceeded"
  | "too_few_days"
  | "too_few_values"
  | "only_the_latest"
  | "limit_beside"
  | "conditions_exclude"
  | "member_unsuited"
  | "not_attainable"
  | "anchor_past"
  | "data_missing"
  | "element_entered"
  | "element_left"
  | "entry_corrected"
  | "entry_added"
  | "entry_removed"
  | "entry_changed"
  | "event_applies"
  | "event_lapses"
  | "window_begun"
  | "window_over"
  | "time_passed"
  | "ground_arisen"
  | "ground_cleared"
  | "version_changed"
  | "reading_changed"
  | "contract_changed"
  | "no_such_entry";

/** What was found. */
export interface Findings {
  /** The findings, in order. */
  findings: Finding[];
}

/**
 * Whether something may or must be done.
 * - `right`: 有权
 * - `duty`: 应当
 */
export type Force =
  | "right"
  | "duty";

/** What a form for entries of one kind needs. */
export interface Form {
  /** The kind. */
  kind: string;
  /** `record`, `event` or `register`. */
  family: string;
  /** Its name. */
  labels: Labels;
  /** The package that its entries belong to. */
  package: string;
  /** Its fields in order, those of the kind before the attributes of the package. */
  fields: FormField[];
  /** What is checked beyond the types of single fields. */
  rules: FormRule[];
}

/** A code of a list. */
export interface FormCode {
  /** The word on the wire. */
  code: string;
  /** Its name. */
  labels: Labels;
  /** Its rank in an ordered list. */
  rank?: number;
}

/** One field. */
export interface FormField {
  /** The word on the wire. */
  name: string;
  /** JSON pointer into the entry, with `*` for any item of a list: `/workers/*\/staff`. */
  path: string;
  /** Its name. */
  labels: Labels;
  /**
   * `text`, `id`, `code`, `reference`, `whole`, `amount`, `date`, `partial_date`, `time`, `period`,
   * `yes_no`, `list` or `items`.
   */
  type: string;
  /**
   * What to ask with: `text`, `textarea`, `number`, `date`, `time`, `select`, `radio`, `checkboxes`,
   * `reference`, `references`, `texts` or `items`.
   */
  input: string;
  /** Whether every entry must have it. */
  required: boolean;
  /** A personal value: messages mask it, and screens should not show it needlessly. */
  personal: boolean;
  /** Whether the package declares it; it then stands under `attributes` in an entry. */
  attribute: boolean;
  /** The codes of the list, in its order. */
  codes?: FormCode[];
  /** The fields of the items in a list. */
  fields?: FormField[];
  /** The only value that it can have. */
  fixed?: string;
  /** Bounds of its values. */
  limits?: Limits;
  /** The name of the code list. */
  list?: string;
  /** The type of a list's values. */
  of?: string;
  /** What the rules ask for beyond that. */
  required_when?: RequiredWhen[];
  /** The kinds that a reference may lead to. */
  to?: string[];
}

/** Something that is checked beyond the type of one field. */
export interface FormRule {
  /** The code of its finding. */
  code: string;
  /** How grave its finding usually is. */
  severity: string;
  /** Whether the entry alone decides it. */
  scope: Scope;
  /** The fields that it looks at; when one changes, it has to be checked again. */
  depends: string[];
  /** The clause of the package's rule. */
  clause?: string;
  /** The name of the package's rule. */
  labels?: Labels;
  /** The rule of the package. */
  rule?: string;
}

/** A stretch of days, both included; how [`RequirementAnswer::gaps`] are written. */
export interface Gap {
  /** First day. */
  from: string;
  /** Last day. */
  to: string;
}

/** A calendar for calendar programs. */
export interface Ics {
  /** iCalendar text (RFC 5545). */
  ics: string;
}

/** An indicator as judged. */
export interface IndicatorAnswer {
  /** Its id. */
  id: string;
  /** The clause. */
  clause: string;
  /** Its name. */
  labels: Labels;
  /** The least of its requirements. */
  outcome: Outcome;
  /** Mean of its requirements, exact. */
  fraction: string;
  /** Its requirements. */
  requirements: RequirementAnswer[];
  /** Has nothing measurable and stands outside completion. */
  text_only?: boolean;
}

/** An indicator in words. */
export interface IndicatorDescribed {
  /** Its id. */
  id: string;
  /** The clause. */
  clause: string;
  /** Its name. */
  labels: Labels;
  /** Has nothing measurable and stands outside completion. */
  text_only: boolean;
  /** What it asks. */
  requirements: RequirementDescribed[];
}

/** What evaluators would look at twice, in one ledger or across several. No verdict changes by it. */
export interface Integrity {
  /** The day. */
  as_of: string;
  /** What was found, by code. */
  findings: IntegrityFinding[];
  /** How many findings there are of each severity that occurs. */
  counts: { [key: string]: number };
  /** Checks that the package of a contract states no threshold for, by contract; they were not made. */
  off: { [key: string]: string[] };
}

/** A finding with the records concerned. */
export interface IntegrityFinding {
  /** Which kind of thing. */
  code: FindingCode;
  /** How grave it is here. */
  severity: Severity;
  /** JSON pointer to the place inside the document or entry; empty for the whole. */
  path: string;
  /** Ids of the entries concerned, by contract. */
  contracts: { [key: string]: string[] };
  /** The clause that the finding rests on. */
  clause?: string;
  /** What the message needs to know; personal values are masked. */
  params?: { [key: string]: string };
  /** Line and column (both from 1) in the document. */
  position?: Position;
  /** Ids of the entries concerned. */
  records?: string[];
}

/** A kind as a choice on a screen. */
export interface KindOffered {
  /** The word on the wire. */
  kind: string;
  /** `record`, `event` or `register`. */
  family: string;
  /** Its name. */
  labels: Labels;
  /** The requirements that count its entries or items of them, by id. */
  counts_for: string[];
}

/** The kinds of a package. */
export interface Kinds {
  /** In the order of the core's table. */
  kinds: KindOffered[];
}

/** A name in both locales. */
export interface Labels {
  /** Chinese. */
  "zh-CN": string;
  /** English. */
  en: string;
}

/** An element that no longer counts. */
export interface LeftElement {
  /** The element. */
  element: string;
  /** Why; none when it is no longer there. */
  reason?: Finding;
}

/** Where a contract stands in its life, and what may or must be done. */
export interface Lifecycle {
  /** The day. */
  as_of: string;
  /** The state. */
  state: State;
  /** Whether an order to rectify stands uncured. */
  rectifying: boolean;
  /** The service. */
  service: ServiceSpan;
  /** The evaluations, by stage. */
  stages: StageAnswer[];
  /** Rights and duties that arise from events. */
  triggers: TriggerAnswer[];
  /** Orders to rectify. */
  orders: OrderAnswer[];
  /** What may or must be done next. */
  next_steps: StepAnswer[];
  /** What does not fit together. */
  findings: Finding[];
}

/** Bounds of a value. */
export interface Limits {
  /** Most decimals of a number. */
  decimals?: number;
  /** First day. */
  first_day?: string;
  /** Last day. */
  last_day?: string;
  /** Greatest number. */
  max?: number;
  /** Most characters. */
  max_length?: number;
  /** Least number. */
  min?: number;
  /** A regular expression that the whole text matches. */
  pattern?: string;
}

/** What was found in one line of a source. */
export interface LineFindings {
  /** Line in the source, from 1. */
  line: number;
  /** The findings, never empty. */
  findings: Finding[];
}

/**
 * The languages in which every message exists.
 * - `zh-CN`: Simplified Chinese, the default.
 * - `en`: English.
 */
export type Locale =
  | "zh-CN"
  | "en";

/**
 * Marks beside an outcome.
 * - `infeasible`: Cannot be reached; needs a change order or waiver.
 * - `warning`: A check fails.
 */
export type Mark =
  | "infeasible"
  | "warning";

/**
 * A request or question that no data could make right: a fault of the calling program. Bad *data*
 * is never misuse; it is answered by findings.
 */
export interface Misuse {
  /** `not_json`, `unknown_operation`, `unknown_id`, `option_missing` or `option_invalid`. */
  code: string;
  /** The option concerned; empty for the whole request. */
  path: string;
  /** What is wrong and what would be right, for the programmer. */
  message: string;
}

/**
 * What stands between now and a requirement's being met.
 * - `done`: 已达成: nothing; it is met, or waived.
 * - `hold`: 保持: it holds and must hold to the end.
 * - `work`: 待做: work.
 * - `data`: 待补资料: data first; `work` says what makes it certain without them.
 * - `wait`: 待发生: something that its window is counted from.
 * - `unreachable`: 不可补救: part of it can no longer be reached by work.
 */
export type Need =
  | "done"
  | "hold"
  | "work"
  | "data"
  | "wait"
  | "unreachable";

/** A day on which something falls due. */
export interface NextDue {
  /** The day. */
  day: string;
  /** What: `requirement`, `order`, `midterm` or `service_end`. */
  what: string;
  /** The requirement or the order. */
  id?: string;
}

/** Everything a comparison was made of, so that its outcome can be worked out again. */
export interface Operands {
  /** What is certain; none when not even that is defined. */
  lo: string | null;
  /** What also might be; none = unbounded, or not defined. */
  hi: string | null;
  /** The comparison. */
  cmp: Comparison;
  /** With what; none when the member's code is not known. */
  target: string | null;
  /** First day on which an element counts. */
  first: string;
  /** Last day on which an element counts. */
  last: string;
  /** The first day has come. */
  begun: boolean;
  /** The last day, and its grace, have passed. */
  over: boolean;
  /** The measure can fall again, so that holding proves nothing before the end. */
  falls: boolean;
  /** The window does not meet the service. */
  infeasible?: boolean;
  /** What counts names the period that it is for, and does so however late it is handed in. */
  late_counts?: boolean;
  /** The target's unit. */
  unit?: string;
  /** Deliveries are open until closing; where closing is asked for, that is the day of judgement. */
  until_closing?: boolean;
  /** The window waits for this, which has not happened. */
  waits_for?: string;
}

/** What another option would change. Everything empty: nothing. */
export interface OptionSensitivity {
  /** The option. */
  option: string;
  /**
   * Whether a verdict would be another: an outcome or whether it holds, a band with its
   * consequences, a right or duty, the decision.
   */
  decisive: boolean;
  /** The closing decision, where it or what it rests on would be another. */
  closing?: ClosingChange;
  /** Needs of closing that would stand otherwise. */
  closing_items?: ReadingRequirementChange[];
  /** Requirements that would stand otherwise. */
  requirements?: ReadingRequirementChange[];
  /** Evaluations from which something else would follow. */
  stages?: StageChange[];
  /** Rights and duties that would arise, or would not. */
  triggers?: TriggerChange[];
}

/** An order to rectify. */
export interface OrderAnswer {
  /** The event. */
  id: string;
  /** What is to be mended. */
  issue: string;
  /** Reminders since. */
  reminders: number;
  /** The event that cured it. */
  cured_by?: string;
  /** When it was given. */
  date?: string;
  /** By when. */
  due?: string;
}

/**
 * Where a requirement stands. The order is the chain by which outcomes combine: all parts take the
 * least, any part the greatest.
 * - `not_met`: 未达成: certainly not, and the time is over. A waiver, make-up or late entry can lift it.
 * - `open`: 进行中: time remains.
 * - `unknown`: 待定: may already hold; data are missing.
 * - `met`: 达成: certainly.
 */
export type Outcome =
  | "not_met"
  | "open"
  | "unknown"
  | "met";

/** Work per month. */
export interface Pace {
  /** Entries to be made. */
  records: number;
  /** Months that remain, exact: whole months and the share of the last one, see [`months`]. */
  months: string;
  /** Entries per month, exact. */
  per_month: string;
}

/** A package by name. */
export interface PackageName {
  /** Its id. */
  id: string;
  /** The version in force. */
  version: string;
  /** Its name. */
  labels: Labels;
}

/** Days of which a period must hold some. */
export interface PeriodIn {
  /** The first. */
  from: string;
  /** The last. */
  to: string;
}

/** A step from a requirement or cell to what lies in it: to a part, or else to a cell. */
export interface PlaceStep {
  /** The members of the cell. */
  members?: string[];
  /** The part at this place of a combination, from 0; absent for a cell. */
  part?: number;
  /** The period of the cell. */
  window?: string;
}

/** Many contracts at once, those at risk first. */
export interface Portfolio {
  /** The day. */
  as_of: string;
  /** One row for each contract, by rank. */
  rows: PortfolioRow[];
}

/** Where one contract stands. */
export interface PortfolioRow {
  /** Its place in the order of risk, from 1. */
  rank: number;
  /** The contract. */
  contract: string;
  /** The package. */
  package: string;
  /** State of the contract. */
  state: State;
  /** The closing decision, if it were taken on this day. */
  decision: Decision;
  /** Indicators met, of those that count. */
  completion: Completion;
  /** Mean progress of the indicators, exact. */
  progress: string;
  /** Share of the service's days that have passed, extensions included; from 0 to 1. */
  time_passed: string;
  /** The requirements of the indicators. */
  requirements: RequirementCounts;
  /** Cells past their due day and not met, of indicators, obligations and provider. */
  overdue_cells: number;
  /** Duties out of evaluations that nobody has carried out. */
  open_duties: number;
  /** Orders to rectify that are not cured. */
  open_orders: number;
  /** Comparator readings on whose boundary a value sits exactly. */
  boundary_readings: string[];
  /** Integrity findings that concern the contract, by severity. */
  integrity: { [key: string]: number };
  /** What stood in the way of the answer. */
  findings?: Finding[];
  /** What falls due next; none when nothing does. */
  next_due?: NextDue;
  /** 承接机构. */
  provider?: string;
}

/** Line and column, both from 1; columns count characters. */
export interface Position {
  /** Line. */
  line: number;
  /** Column. */
  column: number;
}

/** A reading as it stands for a contract. */
export interface ReadingInForce {
  /** Its id. */
  id: string;
  /** The chosen option. */
  option: string;
  /** The option's name. */
  labels: Labels;
  /** The decisive words of the source. */
  phrase: string;
  /** Whether the contract left it at the default. */
  by_default: boolean;
  /** Whether its options differ only in a comparison. */
  comparator: boolean;
}

/** A requirement before and after. */
export interface ReadingRequirementChange {
  /** Its id. */
  id: string;
  /** The clause. */
  clause: string;
  /** Under the other option. */
  after?: ReadingStanding;
  /** Under the option in force; none when there is no such requirement. */
  before?: ReadingStanding;
}

/** A reading with what its other options would change. */
export interface ReadingSensitivity {
  /** Its id. */
  id: string;
  /** The decisive words of the source. */
  phrase: string;
  /** The option in force. */
  option: string;
  /** Whether the contract left it at the default. */
  by_default: boolean;
  /** The other options, in the order of the package. */
  options: OptionSensitivity[];
}

/** Where a requirement stands. */
export interface ReadingStanding {
  /** The outcome. */
  outcome: Outcome;
  /** Share done, exact. */
  fraction: string;
  /** Cells that owe something, when there is a quantifier or a period. */
  cells?: number;
  /** What also might be; none when there is no number, or no limit. */
  hi?: string;
  /** Open, but holding now. */
  holding?: boolean;
  /** What is certain; of a single cell, and none when there is no number. */
  lo?: string;
}

/**
 * Whether an element counts.
 * - `yes`: It counts.
 * - `perhaps`: Data are missing.
 * - `no`: It does not.
 */
export type RecordCounts =
  | "yes"
  | "perhaps"
  | "no";

/** A line that was not admitted; it is kept, so that nothing is lost silently. */
export interface Rejected {
  /** The file or other source, as the caller names it. */
  source: string;
  /** Line in the source, from 1. */
  line: number;
  /** The line as given; bytes that are no UTF-8 are replaced. */
  text: string;
  /** Why it was rejected, and what else was found. */
  findings: Finding[];
}

/** The lines that were not admitted. */
export interface RejectedLines {
  /** By source and line. */
  rejected: Rejected[];
}

/** The least further work from a day on. */
export interface Remaining {
  /** The day; it is over. */
  as_of: string;
  /** The service, extensions included. */
  service: Service;
  /** Days of the service that remain. */
  days_left: number;
  /** The state of the contract; after termination or closure no work counts any more. */
  state: State;
  /** The requirements of the indicators, in the order of the package. */
  requirements: RequirementRemaining[];
  /** Requirements outside completion that are tracked: obligations and demands on the provider. */
  tracked: RequirementRemaining[];
  /** All indicators together. */
  total: Total;
  /** What closing needs beside them. */
  closing: ClosingRemaining;
}

/** Rendered text. */
export interface RenderedText {
  /** The text. */
  text: string;
}

/** A field is asked for when `where` holds (always, without it), unless one of `unless` does. */
export interface RequiredWhen {
  /** The code of the finding when the field is not there. */
  code: string;
  /** What its absence is: error, defect or warning. */
  severity: string;
  /** The rule of the package. */
  rule?: string;
  /** What may stand in for it. */
  unless?: unknown[];
  /** When it is asked for, in the words of the package format. */
  where?: unknown;
}

/** Where a requirement stands, and why. */
export interface RequirementAnswer {
  /** The clause. */
  clause: string;
  /** Where it stands. */
  outcome: Outcome;
  /** Share done, exact. */
  fraction: string;
  /** Comparator readings under which the outcome would be another. */
  boundary?: BoundaryAnswer[];
  /** Its cells, when there is a quantifier or a period. */
  cells?: CellAnswer[];
  /** Checks that fail. */
  checks?: CheckAnswer[];
  /** Elements that count, certainly or perhaps. */
  counted?: string[];
  /** Uncovered stretches of days. */
  gaps?: Gap[];
  /** What also might be; null when unbounded or not defined. */
  hi?: string | null;
  /** Open, but holding now. */
  holding?: boolean;
  /** Its id. */
  id?: string;
  /** Its name. */
  labels?: Labels;
  /** What is certain; null when not even that is defined. */
  lo?: string | null;
  /** Marks beside the outcome. */
  marks?: Mark[];
  /** What is missing to be certain. */
  missing?: string[];
  /** Elements that are about this and do not count, each with the reason. */
  not_counted?: { [key: string]: Finding };
  /** The parts of a combination. */
  parts?: RequirementAnswer[];
  /** Of the elements that count, those that only perhaps do, each with the reason. */
  perhaps?: { [key: string]: Finding };
  /** Readings that bear on it, with the option in force. */
  readings?: { [key: string]: string };
  /** Measures shown and never judged. */
  shows?: ShowAnswer[];
  /** What must be reached. */
  target?: TargetAnswer;
  /** Has nothing measurable; the outcome then says nothing. */
  text_only?: boolean;
  /** What was waived, by whom. */
  waived?: WaivedAnswer[];
}

/** A requirement that changed. */
export interface RequirementChange {
  /** The clause. */
  clause: string;
  /** How it stood; none when it was not asked for. */
  before: Standing | null;
  /** How it stands; none when it is no longer asked for. */
  after: Standing | null;
  /** What explains the change; of the whole requirement, not of its parts. */
  because?: Finding[];
  /** The cells that changed. */
  cells?: CellChange[];
  /** Elements that count, certainly or perhaps, and did not before. */
  entered?: string[];
  /** Its id; parts may have none. */
  id?: string;
  /** Its name. */
  labels?: Labels;
  /** Elements that no longer count. */
  left?: LeftElement[];
  /** The parts that changed. */
  parts?: RequirementChange[];
}

/** How many requirements stand how. */
export interface RequirementCounts {
  /** Met. */
  met: number;
  /** Open. */
  open: number;
  /** Of the open ones, those of which a smaller share is done than of the service has passed. */
  behind_pace: number;
  /** Not met, and the time is over. */
  not_met: number;
  /** Undecided for want of data. */
  unknown: number;
}

/** A requirement in words. */
export interface RequirementDescribed {
  /** Its id. */
  id: string;
  /** The clause. */
  clause: string;
  /** Its name. */
  labels: Labels;
  /** Readings that bear on it. */
  readings?: string[];
  /** The comparison with its number; none for a combination or a number that hangs on the member. */
  target?: TargetDescribed;
}

/** The least further work that closes a requirement. */
export interface RequirementRemaining {
  /** Its id. */
  requirement: string;
  /** The clause. */
  clause: string;
  /** Where it stands. */
  outcome: Outcome;
  /** What is needed. */
  need: Need;
  /** The least number of entries, for this requirement alone. */
  records: number;
  /** Its name. */
  labels?: Labels;
  /** The last day on which work still counts; none = up to closing, or no work. */
  last_useful_day?: string;
  /** What is missing to be certain; to be supplied before any work. */
  missing?: Finding[];
  /** The first day by which some of the work must be done. */
  next_deadline?: string;
  /** Entries per month up to that day. */
  pace?: Pace;
  /** What can no longer be reached without a waiver, make-up or change order. */
  unreachable?: Finding[];
  /** The work. */
  work?: WorkItem[];
}

/** A duty. */
export interface Row {
  /** What kind of duty. */
  duty: Duty;
  /** The requirement, stage, order or event. */
  of: string;
  /** Its name. */
  labels: Labels;
  /** First day of its window. */
  from: string;
  /** Last day of its window. */
  to: string;
  /** The day on which it is due. */
  due: string;
  /** Where it stands. */
  state: DutyState;
  /** The event that did it, or who approved the waiver. */
  by?: string;
  /** The clause. */
  clause?: string;
  /** The day on which it came to be done. */
  done_on?: string;
  /** The members that it is for. */
  members?: string[];
  /** How the requirement is judged. */
  outcome?: Outcome;
  /** The day to remind of it: the one before a due day that the clause sets. */
  remind?: string;
  /** What must happen first, because the window is counted from it. */
  waits_for?: string;
  /** The period. */
  window?: string;
}

/** A rule of the package that a new entry has to keep. */
export interface RuleDemand {
  /** The rule. */
  rule: string;
  /** The clause. */
  clause: string;
  /** Its name. */
  labels: Labels;
  /** What it asks. */
  need: ConditionAnswer[];
  /** Of which entries; empty = of all of the kind. */
  of?: ConditionAnswer[];
}

/**
 * What decides a rule.
 * - `entry`: The entry alone.
 * - `ledger`: The other entries of the ledger too.
 */
export type Scope =
  | "entry"
  | "ledger";

/** How far the verdicts of a day hang on the readings chosen. */
export interface Sensitivity {
  /** The day. */
  as_of: string;
  /** The contract. */
  contract: string;
  /** The closing decision under the options in force. */
  decision: Decision;
  /** Readings of which another option would change something. */
  readings: ReadingSensitivity[];
  /** Readings of which no option would change anything, by id. */
  unchanged: string[];
  /** Values that sit exactly on a boundary: the other reading of a comparator judges them otherwise. */
  boundary: BoundaryValue[];
  /** What stood in the way of the answer. */
  findings: Finding[];
}

/** First and last day of the service. */
export interface Service {
  /** First day. */
  start: string;
  /** Last day. */
  end: string;
}

/** The service with its agreed and its present end. */
export interface ServiceSpan {
  /** First day. */
  start: string;
  /** Last day as agreed. */
  agreed_end: string;
  /** Last day, extensions included. */
  end: string;
  /** The extension events. */
  extended_by?: string[];
}

/**
 * How grave a finding is.
 * - `error`: Rejects the entry or document.
 * - `defect`: Keeps the entry but does not count it until repaired.
 * - `warning`: Worth a look; changes no verdict.
 * - `note`: A reason or remark.
 */
export type Severity =
  | "error"
  | "defect"
  | "warning"
  | "note";

/** A measure shown and never judged. */
export interface ShowAnswer {
  /** Its name. */
  labels: Labels;
  /** What is certain; null when not even that is defined. */
  lo: string | null;
  /** What also might be; null when unbounded or not defined. */
  hi: string | null;
}

/** How a contract stands on one side of a difference. */
export interface Side {
  /** The day. */
  as_of: string;
  /** The contract. */
  contract: string;
  /** The version of the package in force. */
  version: string;
  /** The closing decision. */
  decision: Decision;
  /** The state. */
  state: State;
  /** Last day of the service, extensions included. */
  service_end: string;
  /** Indicators met, of those that count. */
  completion: Completion;
  /** Mean progress of the indicators, rounded down to four decimals. */
  progress: string;
}

/** A stage with the evaluation that decides it. */
export interface StageAnswer {
  /** `midterm`, `final` or `third_party`. */
  id: string;
  /** The clause. */
  clause: string;
  /** The band that it falls in. */
  band?: string;
  /** Comparator readings under which another band would be hit. */
  boundary?: BoundaryAnswer[];
  /** Only a better evaluation of the stage lifts the band. */
  cured_by_evaluation?: boolean;
  /** Its day. */
  date?: string;
  /** What follows. */
  duties?: DutyAnswer[];
  /** The evaluation that decides. */
  evaluation?: string;
  /** Its score. */
  score?: string;
  /** Its verdict. */
  verdict?: string;
}

/** A stage before and after. */
export interface StageChange {
  /** `midterm`, `final` or `third_party`. */
  id: string;
  /** The clause. */
  clause: string;
  /** Under the option in force. */
  before: StageStanding;
  /** Under the other option. */
  after: StageStanding;
}

/** What an evaluation leads to. */
export interface StageStanding {
  /** The band; none when it passes. */
  band?: string;
  /** What follows. */
  consequences?: ConsequenceStanding[];
  /** Only a better evaluation lifts the band. */
  cured_by_evaluation?: boolean;
  /** The evaluation that decides. */
  evaluation?: string;
}

/** How a requirement or cell stands. */
export interface Standing {
  /** Where it stands. */
  outcome: Outcome;
  /** What also might be. */
  hi?: string;
  /** Open, but holding now. */
  holding?: boolean;
  /** What is certain. */
  lo?: string;
  /** The waivers at work. */
  waived?: string[];
}

/** How a requirement, or a part or cell of one, stands. */
export interface StandingRow {
  /** The requirement. */
  requirement: string;
  /** How it stands. */
  standing: Standing;
  /** The way to a part or cell of it; absent for the requirement as a whole. */
  place?: PlaceStep[];
}

/** Where everything stands. */
export interface Standings {
  /** The day. */
  as_of: string;
  /** Requirements in the package's order, each with its parts and cells. */
  rows: StandingRow[];
  /** Indicators met, of those that count. */
  completion: Completion;
}

/**
 * The state of a contract.
 * - `not_started`: 未开始: before the first day.
 * - `in_service`: 服务中: within the service, extensions included.
 * - `ended`: 待结项: after the last day.
 * - `terminated`: 已终止: by a termination event.
 * - `closed`: 已结项: by a closure event.
 */
export type State =
  | "not_started"
  | "in_service"
  | "ended"
  | "terminated"
  | "closed";

/**
 * The closed list of steps.
 * - `serve`: Carry out the service and keep records.
 * - `evaluate`: Hold an evaluation.
 * - `reevaluate`: Evaluate again after rectification.
 * - `rectification_order`: Order rectification.
 * - `rectify`: Mend what was ordered.
 * - `remind`: Remind of an order.
 * - `extension`: Extend the service.
 * - `termination`: Terminate the contract.
 * - `acceptance`: Accept or refuse the work (验收).
 * - `closure`: Close, once the closing decision says closable (结项).
 */
export type Step =
  | "serve"
  | "evaluate"
  | "reevaluate"
  | "rectification_order"
  | "rectify"
  | "remind"
  | "extension"
  | "termination"
  | "acceptance"
  | "closure";

/** A step with its force and ground. */
export interface StepAnswer {
  /** The step. */
  step: Step;
  /** Right or duty. */
  force: Force;
  /** The clause. */
  clause?: string;
  /** What it concerns: a stage, an order, a trigger. */
  of?: string;
}

/** What must be reached. */
export interface TargetAnswer {
  /** `at_least`, `more_than`, `at_most` or `less_than`. */
  cmp: Comparison;
  /** The unit. */
  unit?: string;
  /** The number; none when it depends on the member. */
  value?: string;
}

/** A target in words. */
export interface TargetDescribed {
  /** `at_least`, `more_than`, `at_most` or `less_than`. */
  cmp: string;
  /** The exact number. */
  value: string;
  /** Its unit. */
  unit: string;
}

/** All indicators together. */
export interface Total {
  /** The least number of entries; what serves several requirements is counted once. */
  records: number;
  /** Requirements that are done, or only have to hold. */
  done: number;
  /** Requirements that work closes. */
  work: number;
  /** Requirements that want data first. */
  data: number;
  /** Requirements that wait for something. */
  wait: number;
  /** Requirements of which part can no longer be reached by work. */
  unreachable: number;
  /** The last day on which work still counts. */
  last_useful_day?: string;
  /** The first day by which some of the work must be done. */
  next_deadline?: string;
  /** Entries per month up to the service's end. */
  pace?: Pace;
}

/** What was found in one part of a trial. */
export interface TrialFindings {
  /** `add`, `remove` or `replace`. */
  list: string;
  /** Place in that list, from 1. */
  item: number;
  /** The findings; with an error among them the item changed nothing. */
  findings: Finding[];
}

/** A right or duty that arises from events. */
export interface TriggerAnswer {
  /** Its id. */
  id: string;
  /** The clause. */
  clause: string;
  /** Whether it has arisen. */
  arisen: boolean;
  /** What follows. */
  then: Consequence[];
  /** Right or duty. */
  force: Force;
  /** Comparator readings under which it would be otherwise. */
  boundary?: BoundaryAnswer[];
  /** The event that carries it out, dated from the day on which it arose. */
  done_by?: string;
}

/** A right or duty out of events, before and after. */
export interface TriggerChange {
  /** Its id. */
  id: string;
  /** The clause. */
  clause: string;
  /** Whether it has arisen under the option in force. */
  before: boolean;
  /** Whether it would have under the other option. */
  after: boolean;
}

/** A waiver at work. */
export interface WaivedAnswer {
  /** The event. */
  event: string;
  /** Who approved. */
  approved_by: string;
  /** The member. */
  member?: string;
  /** The requirement. */
  requirement?: string;
  /** The period. */
  window?: string;
}

/** What would change. */
export interface WhatIf {
  /** What was found in the entries of the trial, those without findings left out. */
  findings: TrialFindings[];
  /** The difference between the ledger and the ledger as tried. */
  difference: Difference;
}

/** One piece of work. */
export interface WorkItem {
  /** The requirement, or the part of one, that it serves. */
  requirement: string;
  /** The clause. */
  clause: string;
  /** What to do. */
  action: Action;
  /** The kind of the entries concerned. */
  kind: string;
  /** Kind, and list, in words. */
  labels: Labels;
  /** How many: entries, items, containers or days. */
  n: number;
  /** The least number of entries that do it, what `inside` lists included. */
  records: number;
  /** What they must agree in, so that they may overlap in time. */
  alike?: string[];
  /** How much, for sums and quotients; exact. */
  amount?: string;
  /** How a child names its container or members. */
  by?: string[];
  /** What each must satisfy. */
  conditions?: ConditionAnswer[];
  /** The containers that are there and are to be completed or settled. */
  containers?: string[];
  /** What must differ from one to the next and from those that count already. */
  distinct?: string[];
  /** Due day, for what is to be on time. */
  due?: string;
  /** The amount, or rate, must be exceeded: reaching it is not enough. */
  exceed?: boolean;
  /** The field that is added up. */
  field?: string;
  /** First day on which it counts, after the day of judgement. */
  from?: string;
  /** Of a share: the amount is of further ones, each of which adds to what stands below as well. */
  further?: boolean;
  /** Items of one entry may not overlap in time: each begins after the one before has ended. */
  in_turn?: boolean;
  /** The same in words. */
  in_words?: Labels;
  /** What each new container must hold. */
  inside?: WorkItem[];
  /** One record may serve several containers or members at once: it names them in a list. */
  jointly?: boolean;
  /** Last day on which it still counts; none = up to closing. */
  last_useful_day?: string;
  /** It can only be delivered late, and still counts. */
  late?: boolean;
  /** The list in them, when items are counted. */
  list?: string;
  /** The members of the cell. */
  members?: string[];
  /**
   * Where a record names the period that it is for, and the cell is none: days of which that period
   * must hold some.
   */
  period?: PeriodIn;
  /** The field by whose date or period a record is placed in time. */
  placed_by?: string[];
  /** The quotient that is to be reached; exact. */
  rate?: string;
  /** What the package's rules ask of such an entry besides, or it does not count. */
  rules?: RuleDemand[];
  /**
   * How many of `n` (for items: of `records`) other items of this answer bring already; the total
   * counts them once.
   */
  shared?: number;
  /** A day of the container that none of what it holds may precede. */
  since?: string;
  /** Values of a code that are taken. */
  taken?: string[];
  /** The unit of the target. */
  unit?: string;
  /** What must happen first, because the window is counted from it. */
  waits_for?: string;
  /** The period of the cell. */
  window?: string;
}

// --- Options of questions 提问参数 ---

/** Options of the question `calendar`. */
export interface CalendarOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** `rows` (data, when absent) or `ics` (iCalendar text). */
  format?: string;
  /** First day of the span; the service's first day when absent. */
  from?: string;
  /** Language of rendered text; `zh-CN` when absent. */
  locale?: Locale;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
  /** Last day of the span; open when absent. */
  to?: string;
}

/** Options of the question `check`. */
export interface CheckOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `check_draft`. */
export interface CheckDraftOptions {
  /** The entry as far as it is written. */
  draft: Entry;
  /** The day at whose end the ledger is looked at; everything in it is known when absent. */
  as_of?: string;
  /** Day of entry of a draft that states none. */
  import_date?: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
  /** JSON pointers of the fields that were filled in or left; all when absent. */
  touched?: string[];
}

/** Options of the question `closing`. */
export interface ClosingOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `diff`. */
export interface DiffOptions {
  /** Between two ledgers: the day at whose end both stand. */
  as_of?: string;
  /** In one ledger: the earlier day. */
  from?: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
  /** In one ledger: the later day. */
  to?: string;
}

/** Options of the question `evaluate`. */
export interface EvaluateOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** Id of a requirement or part: only what concerns this one is answered. */
  requirement?: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `explain`. */
export interface ExplainOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** `tree` (data, when absent), or the text rendered as `text`, `markdown` or `html`. */
  format?: string;
  /** Language of rendered text; `zh-CN` when absent. */
  locale?: Locale;
  /** Id of a requirement or part: only what concerns this one is answered. */
  requirement?: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `form`. */
export interface FormOptions {
  /** Name of a kind, like `visit`. */
  kind: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `integrity`. */
export interface IntegrityOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `lifecycle`. */
export interface LifecycleOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `portfolio`. */
export interface PortfolioOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `records`. */
export interface RecordsOptions {
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `rejected`. */
export interface RejectedOptions {
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `remaining`. */
export interface RemainingOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** Id of a requirement or part: only what concerns this one is answered. */
  requirement?: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `sensitivity`. */
export interface SensitivityOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** Id of a reading: only this one is tried. */
  reading?: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `what_if`. */
export interface WhatIfOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** Entries to add. */
  add?: Entry[];
  /** Ids of entries to leave out. */
  remove?: string[];
  /** Entries that take the place of those with their ids. */
  replace?: Entry[];
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

// --- Entries 台账条目 ---

/** 验收：the purchaser accepted the work or did not. */
export interface AcceptanceEntry {
  /** 类型: The kind of the entry. */
  kind: "acceptance";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 是否通过: Whether it passed. */
  passed: boolean;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** 社区活动、培训、讲座、宣传：something held for many. */
export interface ActivityEntry {
  /** 类型: The kind of the entry. */
  kind: "activity";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 类别: What it is about. */
  category: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 计数方式: How the headcount was found. */
  counted_by?: string | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /**
   * 参加人数: How many took part, without staff and volunteers on duty; a participant list with roles
   * overrides it.
   */
  headcount?: number | null;
  /** 时长（分钟）: Length in minutes. */
  minutes?: number | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 组织: The organisation it was held for or by. */
  organisation?: string | null;
  /** 参加者: Who took part, as on the sign-in sheet. */
  participants?: ActivityParticipant[] | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 阶段: Which stage of a longer work it belongs to. */
  stage?: string | null;
  /** 开始时间: Begin, on the day of the entry's date. */
  start?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 主题: Its theme. */
  theme?: string | null;
  /** 活动名称: Its name. */
  title?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** One who took part. */
export interface ActivityParticipant {
  /** 姓名: A bare name, when no register knows the person. */
  name?: string | null;
  /** 人员: A person, of the register. */
  person?: string | null;
  /** 角色: In which role. */
  role?: string | null;
}

/** A piece of evidence; the file itself stays outside. */
export interface Attachment {
  /** 附件类型: What it is. */
  kind: string;
  /** 文件校验值: Hash of the file, by which reuse is seen. */
  sha256: string;
  /** 文件名: Name of the file. */
  name?: string | null;
}

/** 考勤：a member of staff at work on a day. */
export interface AttendanceEntry {
  /** 类型: The kind of the entry. */
  kind: "attendance";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 出勤人员: The member of staff. */
  worker: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 上班时间: Begin of work. */
  from?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 下班时间: End of work. */
  to?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** 佐证：a statement that something without a number was done. */
export interface AttestationEntry {
  /** 类型: The kind of the entry. */
  kind: "attestation";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 佐证事项: What is attested. */
  item: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 佐证方: Who attests it. */
  attested_by?: string | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 明细: Details, one text each. */
  items?: string[] | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** 个案跟进：one contact within a case. */
export interface CaseContactEntry {
  /** 类型: The kind of the entry. */
  kind: "case_contact";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 个案: The case. */
  case: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 内容: What was done, in the worker's words. */
  content?: string | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 时长（分钟）: Length in minutes. */
  minutes?: number | null;
  /** 方式: How: at home, face to face, by phone … */
  mode?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 开始时间: Begin, on the day of the entry's date. */
  start?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** 个案：work with one client from opening to closing; `date` is the day it was opened. */
export interface CaseEntry {
  /** 类型: The kind of the entry. */
  kind: "case";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 服务对象: The client, of the person register. */
  client: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 结案日期: Day on which the case was closed; open when absent. */
  closed?: string | null;
  /** 服务对象同意: Whether the client agreed. */
  consent?: boolean | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 目标: What the work aims at. */
  goal?: string | null;
  /** 监护人同意: Whether a minor's guardian agreed. */
  guardian_consent?: boolean | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** 变更：another version of the package holds from `date` on. */
export interface ChangeOrderEntry {
  /** 类型: The kind of the entry. */
  kind: "change_order";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 项目包版本: Version of the package. */
  version: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** 结项：closes the contract. */
export interface ClosureEntry {
  /** 类型: The kind of the entry. */
  kind: "closure";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** 文档: 报告、清单、制度、档案、案例：a paper that is handed in or kept. */
export interface DocumentEntry {
  /** 类型: The kind of the entry. */
  kind: "document";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 类别: What it is about. */
  category: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 个案: The case that it is about. */
  case?: string | null;
  /** 份数: Copies printed or given out. */
  copies?: number | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 条目: Its entries, one text each; of a list or catalogue. */
  items?: string[] | null;
  /** 调研方法: Methods of the survey behind it. */
  methods?: string[] | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 组成部分: What it includes. */
  parts?: string[] | null;
  /** 所属期间: The week, month, quarter or year that it is about. */
  period?: string | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 涉及项目: The projects that it covers. */
  projects?: string[] | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 提交日期: Day on which it was handed in. */
  submitted_on?: string | null;
  /** 提交对象: To whom it was handed in. */
  submitted_to?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 标题: Its title. */
  title?: string | null;
  /** 版本日期: Day of the version. */
  version_date?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** 评估：an evaluation with a score, marks or a verdict. */
export interface EvaluationEntry {
  /** 类型: The kind of the entry. */
  kind: "evaluation";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 评估阶段: Which evaluation. */
  stage: "midterm" | "final" | "third_party";
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 评估方: Who evaluated. */
  evaluator?: string | null;
  /** 分项得分: Marks by aspect, weighted by the contract when there is no score. */
  marks?: EvaluationMark[] | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 得分: Score out of 100. */
  score?: number | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 结论: Verdict. */
  verdict?: "qualified" | "unqualified" | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** The mark of one aspect. */
export interface EvaluationMark {
  /** 评估方面: The aspect. */
  aspect: string;
  /** 得分: The mark. */
  mark: number;
  /**
   * 满分: The full mark; 100 when absent, unless no mark exceeds the weight of its aspect: then they
   * may be out of these, and there is no score.
   */
  full?: number | null;
}

/** 延长服务期：moves the end of the service. */
export interface ExtensionEntry {
  /** 类型: The kind of the entry. */
  kind: "extension";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 新的结束日期: New last day of the service. */
  new_end: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 评估阶段: The evaluation that it follows from. */
  stage?: "midterm" | "final" | "third_party" | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** 收费投诉：a complaint that clients were charged. */
export interface FeeComplaintEntry {
  /** 类型: The kind of the entry. */
  kind: "fee_complaint";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 是否属实: Whether it proved true. */
  upheld?: boolean | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** 小组：a group that meets several times; `date` is the day it was formed. */
export interface GroupEntry {
  /** 类型: The kind of the entry. */
  kind: "group";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 组员: Its members, of the person register. */
  members?: string[] | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 小组计划: The plan, in words. */
  plan?: string | null;
  /** 计划节数: How many sessions are planned. */
  planned_sessions?: number | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 小组名称: Its name. */
  title?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** 小组节次：one meeting of a group. */
export interface GroupSessionEntry {
  /** 类型: The kind of the entry. */
  kind: "group_session";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 小组: The group. */
  group: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 内容: What was done, in the worker's words. */
  content?: string | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 时长（分钟）: Length in minutes. */
  minutes?: number | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 出席组员: Members who came, of the person register. */
  present?: string[] | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 节次: Its number within the group, from 1. */
  session?: number | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 开始时间: Begin, on the day of the entry's date. */
  start?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** 户：people who live together. */
export interface HouseholdEntry {
  /** 类型: The kind of the entry. */
  kind: "household";
  /** 编号: Id, unique in its register; a later entry with it is the next version. */
  id: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 起始日期: First day on which it belongs to the register. */
  from?: string | null;
  /** 所在名单: Lists that name the household. */
  lists?: HouseholdListing[] | null;
  /** 户名: Name, mostly that of its head. */
  name?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 地点: Where it lives. */
  place?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 终止日期: Last day on which it belongs to the register. */
  to?: string | null;
}

/** Being named in a list during some time. */
export interface HouseholdListing {
  /** 名单: The list. */
  list: string;
  /** 起始日期: First day; unknown when absent and `to` is given. */
  from?: string | null;
  /** 终止日期: Last day, inclusive; open when absent. */
  to?: string | null;
}

/** 服务中断：the service stood still from `date` on. */
export interface InterruptionEntry {
  /** 类型: The kind of the entry. */
  kind: "interruption";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 中断至: Last day of the interruption; going on when absent. */
  until?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** 补做：records stand in for a missed cell. */
export interface MakeUpEntry {
  /** 类型: The kind of the entry. */
  kind: "make_up";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 要求: Id of the requirement. */
  requirement: string;
  /** 时段: The window that was missed, as verdicts name it. */
  window: string;
  /** 批准方: Who approved it. */
  approved_by: string;
  /** 补做记录: Ids of the records that move into the cell; they leave every other one. */
  records: string[];
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 成员: Id of the member whose cell was missed. */
  member?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** 产量、收入等结果：a measured result. */
export interface ObservationEntry {
  /** 类型: The kind of the entry. */
  kind: "observation";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 类别: What it is about. */
  category: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 总值: Gross value, in the unit of the category. */
  gross?: number | null;
  /** 净值: Net value, in the unit of the category. */
  net?: number | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 数量: Quantity, in the unit of the category. */
  quantity?: number | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 季度或年度: The season or other period that it is about. */
  season?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 观测对象: Of what: a site, a household or a person. */
  subject?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** 组织：a social organisation, volunteer team or incubated group. */
export interface OrganisationEntry {
  /** 类型: The kind of the entry. */
  kind: "organisation";
  /** 编号: Id, unique in its register; a later entry with it is the next version. */
  id: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 类别: What sort of organisation. */
  category?: string | null;
  /** 起始日期: First day on which it belongs to the register. */
  from?: string | null;
  /** 成员: Its members. */
  members?: OrganisationMember[] | null;
  /** 名称: Name. */
  name?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 状态: Registered, incubating … */
  status?: string | null;
  /** 终止日期: Last day on which it belongs to the register. */
  to?: string | null;
}

/** A member during some time. */
export interface OrganisationMember {
  /** 是否骨干: Whether one of the core members. */
  core?: boolean | null;
  /** 起始日期: First day; unknown when absent and `to` is given. */
  from?: string | null;
  /** 姓名: A bare name, when no register knows the person. */
  name?: string | null;
  /** 人员: A person, of the register. */
  person?: string | null;
  /** 角色: In which role. */
  role?: string | null;
  /** 终止日期: Last day, inclusive; open when absent. */
  to?: string | null;
}

/** 媒体：a newspaper, site or account that publishes. */
export interface OutletEntry {
  /** 类型: The kind of the entry. */
  kind: "outlet";
  /** 编号: Id, unique in its register; a later entry with it is the next version. */
  id: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 起始日期: First day on which it belongs to the register. */
  from?: string | null;
  /** 级别: Its level: district, city, national … */
  level?: string | null;
  /** 名称: Name. */
  name?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 是否官方: Whether an official outlet. */
  official?: boolean | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 终止日期: Last day on which it belongs to the register. */
  to?: string | null;
}

/** Belonging to a group of people during some time. */
export interface PersonCategory {
  /** 人群类别: The group. */
  category: string;
  /** 起始日期: First day; unknown when absent and `to` is given. */
  from?: string | null;
  /** 终止日期: Last day, inclusive; open when absent. */
  to?: string | null;
}

/** 人员：a client, volunteer or other person; the id need not be an identity number. */
export interface PersonEntry {
  /** 类型: The kind of the entry. */
  kind: "person";
  /** 编号: Id, unique in its register; a later entry with it is the next version. */
  id: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 出生日期: Birth date, or its year or month when no more is known. */
  birth_date?: string | null;
  /** 人群类别: Groups of people that the person belongs to. */
  categories?: PersonCategory[] | null;
  /** 起始日期: First day on which it belongs to the register. */
  from?: string | null;
  /** 所属户: The household of the person. */
  household?: string | null;
  /** 所在名单: Lists that name the person. */
  lists?: PersonListing[] | null;
  /** 姓名: Name. */
  name?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 居住地: Where the person lives or is registered. */
  residences?: PersonResidence[] | null;
  /** 终止日期: Last day on which it belongs to the register. */
  to?: string | null;
}

/** Being named in a list during some time. */
export interface PersonListing {
  /** 名单: The list. */
  list: string;
  /** 起始日期: First day; unknown when absent and `to` is given. */
  from?: string | null;
  /** 终止日期: Last day, inclusive; open when absent. */
  to?: string | null;
}

/** A residence during some time. */
export interface PersonResidence {
  /** 地点: The place. */
  place: string;
  /** 居住依据: Registered, actual … */
  basis?: string | null;
  /** 起始日期: First day; unknown when absent and `to` is given. */
  from?: string | null;
  /** 终止日期: Last day, inclusive; open when absent. */
  to?: string | null;
}

/** 项目：one of the projects that reports cover. */
export interface ProjectEntry {
  /** 类型: The kind of the entry. */
  kind: "project";
  /** 编号: Id, unique in its register; a later entry with it is the next version. */
  id: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 起始日期: First day on which it belongs to the register. */
  from?: string | null;
  /** 名称: Name. */
  name?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 状态: Running, finished … */
  status?: string | null;
  /** 终止日期: Last day on which it belongs to the register. */
  to?: string | null;
}

/** 媒体报道、公众号：something published about the work. */
export interface PublicationEntry {
  /** 类型: The kind of the entry. */
  kind: "publication";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 渠道: Where: newspaper, official account … */
  channel: string;
  /** 标题: Its title; reposts are recognised by it. */
  title: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 媒体: The outlet, of the register. */
  outlet?: string | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 链接: Where it can be read. */
  url?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** 责令整改：an order to put something right. */
export interface RectificationOrderEntry {
  /** 类型: The kind of the entry. */
  kind: "rectification_order";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 问题: The problem, in the words by which it is followed up. */
  issue: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 整改期限: Day by which it is to be done. */
  due?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 评估阶段: The evaluation that it follows from. */
  stage?: "midterm" | "final" | "third_party" | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** 整改完成：an issue was put right. */
export interface RectifiedEntry {
  /** 类型: The kind of the entry. */
  kind: "rectified";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 问题: The problem, in the words by which it is followed up. */
  issue: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** 名册声明：says whether a register holds everyone it should. */
export interface RegisterDeclarationEntry {
  /** 类型: The kind of the entry. */
  kind: "register_declaration";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 名册: Which register. */
  register: "person" | "household" | "organisation" | "staff" | "project" | "outlet" | "site";
  /** 是否完整: Whether it is complete. */
  complete: boolean;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** 催办：a reminder of an order not yet carried out. */
export interface ReminderEntry {
  /** 类型: The kind of the entry. */
  kind: "reminder";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 问题: The problem, in the words by which it is followed up. */
  issue: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** 慈善资源、基金、支出：money, goods or services that came in or went out. */
export interface ResourceEntry {
  /** 类型: The kind of the entry. */
  kind: "resource";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 类别: What it is about. */
  category: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 捐赠方: Who gave it. */
  donor?: string | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 形式: Money, goods, services … */
  form?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 受益方或收款方: Who received it. */
  payee?: string | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 价值（元）: Its value, in yuan. */
  value?: number | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** 满意度调查：a survey, as counts or as answers. */
export interface SatisfactionSurveyEntry {
  /** 类型: The kind of the entry. */
  kind: "satisfaction_survey";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 调查范围: Whose satisfaction with what. */
  scope: string;
  /** 答案分布: Valid questionnaires by answer, instead of the counts. */
  answers?: SurveyAnswer[] | null;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 满意份数: Valid ones that are satisfied; not beside `answers`. */
  satisfied?: number | null;
  /** 发放份数: Questionnaires sent out. */
  sent?: number | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 有效份数: Valid questionnaires returned; not beside `answers`. */
  valid?: number | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** 自评：the provider handed in its own evaluation. */
export interface SelfEvaluationEntry {
  /** 类型: The kind of the entry. */
  kind: "self_evaluation";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 评估阶段: Before which evaluation. */
  stage: "midterm" | "final" | "third_party";
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** A signature. */
export interface Signature {
  /** 签名角色: In which role. */
  role: string;
  /** 签名人: Who signed. */
  person: string;
  /** 签名形式: Ink, electronic … */
  form: string;
  /** 签名日期: When. */
  date?: string | null;
}

/** 点位：a place of work: a station, a field, a shop. */
export interface SiteEntry {
  /** 类型: The kind of the entry. */
  kind: "site";
  /** 编号: Id, unique in its register; a later entry with it is the next version. */
  id: string;
  /** 面积（亩）: Area in mu 亩. */
  area_mu?: number | null;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 类别: What sort of site. */
  category?: string | null;
  /** 起始日期: First day on which it belongs to the register. */
  from?: string | null;
  /** 所属户: The household that runs it. */
  household?: string | null;
  /** 名称: Name. */
  name?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 地点: Where it lies. */
  place?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 终止日期: Last day on which it belongs to the register. */
  to?: string | null;
}

/** 抽查：a check of reported work against what is found. */
export interface SpotCheckEntry {
  /** 类型: The kind of the entry. */
  kind: "spot_check";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 是否相符: Whether report and reality agree. */
  consistent?: boolean | null;
  /** 问题: What was found wanting. */
  issue?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/** A certificate and when it is valid. */
export interface StaffCertificate {
  /** 证书等级: Its level. */
  level: string;
  /** 起始日期: First day; unknown when absent and `to` is given. */
  from?: string | null;
  /** 终止日期: Last day, inclusive; open when absent. */
  to?: string | null;
}

/** A degree. */
export interface StaffEducation {
  /** 学历层次: Its level. */
  level: string;
  /** 取得日期: Day on which it was awarded. */
  from?: string | null;
  /** 专业: The major. */
  major?: string | null;
}

/** 工作人员：a member of the provider's staff, with certificates, education and postings. */
export interface StaffEntry {
  /** 类型: The kind of the entry. */
  kind: "staff";
  /** 编号: Id, unique in its register; a later entry with it is the next version. */
  id: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 资格证书: Professional certificates. */
  certificates?: StaffCertificate[] | null;
  /** 学历: Education. */
  education?: StaffEducation[] | null;
  /** 起始日期: First day on which it belongs to the register. */
  from?: string | null;
  /** 姓名: Name. */
  name?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 人员: The same human being in the person register. */
  person?: string | null;
  /** 派驻: Where and when the member of staff is posted. */
  postings?: StaffPosting[] | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 终止日期: Last day on which it belongs to the register. */
  to?: string | null;
}

/** A posting to a package during some time. */
export interface StaffPosting {
  /** 项目包: Id of the package. */
  package: string;
  /** 是否专职: Whether full time. */
  full_time: boolean;
  /** 起始日期: First day. */
  from: string;
  /** 地点: The place. */
  place?: string | null;
  /** 终止日期: Last day, inclusive; open when absent. */
  to?: string | null;
}

/** 督导：guidance of the workers or of organisations by a supervisor. */
export interface SupervisionEntry {
  /** 类型: The kind of the entry. */
  kind: "supervision";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 方式: How: on site, online … */
  mode: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 时长（分钟）: Length in minutes. */
  minutes?: number | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 内容要素: What it included. */
  parts?: string[] | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 开始时间: Begin, on the day of the entry's date. */
  start?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 被督导单位: The organisations supervised. */
  supervisees?: string[] | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** How often an answer was given. */
export interface SurveyAnswer {
  /** 答案: The answer. */
  answer: string;
  /** 份数: How many gave it. */
  count: number;
}

/** 终止合同：ends the contract early. */
export interface TerminationEntry {
  /** 类型: The kind of the entry. */
  kind: "termination";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
}

/**
 * 探访、走访：a call on persons, households or organisations, also the monthly follow-up of an incubated
 * organisation.
 */
export interface VisitEntry {
  /** 类型: The kind of the entry. */
  kind: "visit";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 方式: How: at home, on site, by phone … */
  mode: string;
  /** 类别: What for. */
  category: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 内容: Situation, needs and what was done. */
  content?: string | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 时长（分钟）: Length in minutes. */
  minutes?: number | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 内容要素: What it included. */
  parts?: string[] | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 开始时间: Begin. */
  start?: string | null;
  /** 探访对象: Who was visited; several in one call. */
  subjects?: VisitSubject[] | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** One of those visited. */
export interface VisitSubject {
  /** 户: A household. */
  household?: string | null;
  /** 姓名: A bare name, when no register knows the person. */
  name?: string | null;
  /** 组织: An organisation. */
  organisation?: string | null;
  /** 人员: A person. */
  person?: string | null;
}

/** Hours that one volunteer served on one day. */
export interface VolunteerHours {
  /** 日期: The day. */
  date: string;
  /** 小时数: How many hours. */
  hours: number;
  /** 志愿者: The volunteer, of the person register. */
  person?: string | null;
}

/** 志愿服务项目：a project published in a volunteer system, with the hours served. */
export interface VolunteerProjectEntry {
  /** 类型: The kind of the entry. */
  kind: "volunteer_project";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of service. */
  date: string;
  /** 志愿服务系统: The system in which it was published. */
  system: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** Values of the attributes that the package declares for the kind, by name. */
  attributes?: { [key: string]: unknown } | null;
  /** 费用（元）: What it cost, in yuan. */
  cost?: number | null;
  /** 结束日期: Last day, of work that takes several. */
  end?: string | null;
  /** 系统内编号: Its id in that system. */
  external_id?: string | null;
  /** 服务时长: Hours served. */
  hours?: VolunteerHours[] | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 地点: Where it took place. */
  place?: string | null;
  /** 发布日期: Day of publication in the system. */
  published_on?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 签名: Signatures. */
  signatures?: Signature[] | null;
  /** 点位: The site, of the register. */
  site?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 项目名称: Its name. */
  title?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 工作人员: Who did it. */
  workers?: Worker[] | null;
}

/** 豁免：a requirement, a member or window of it, or a condition on one record need not be met. */
export interface WaiverEntry {
  /** 类型: The kind of the entry. */
  kind: "waiver";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 批准方: Who approved it. */
  approved_by: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 条件: Named condition, or code, that the record need not meet. */
  condition?: string | null;
  /** 成员: Id of the member; all members when absent. */
  member?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 原因: Why it supersedes or voids. */
  reason?: string | null;
  /** 记录: Id of the record. */
  record?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 要求: Id of the requirement, or of a part of it. */
  requirement?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
  /** 作废的记录: The entry that this one takes back. */
  voids?: string | null;
  /** 时段: The window, as verdicts name it; all windows when absent. */
  window?: string | null;
}

/** 撤回：takes another entry back; `voids` and `reason` are required. */
export interface WithdrawalEntry {
  /** 类型: The kind of the entry. */
  kind: "withdrawal";
  /** 编号: Id of the entry, unique among records and events. */
  id: string;
  /** 项目包: The package that the entry belongs to. */
  package: string;
  /** 日期: Day of the event. */
  date: string;
  /** 作废的记录: The entry that this one takes back. */
  voids: string;
  /** 原因: Why it supersedes or voids. */
  reason: string;
  /** 附件: Evidence. */
  attachments?: Attachment[] | null;
  /** 作出方: Who acted. */
  by?: string | null;
  /** 备注: A free remark. */
  note?: string | null;
  /** 录入日期: Day of entry; an import states it once for all its lines. */
  recorded_at?: string | null;
  /** 更正的记录: The entry that this one replaces. */
  supersedes?: string | null;
}

/** A person at work: of the staff register, or a volunteer of the person register. */
export interface Worker {
  /** 志愿者: The volunteer. */
  person?: string | null;
  /** 角色: In which role. */
  role?: string | null;
  /** 工作人员: The member of staff. */
  staff?: string | null;
}

/**
 * The kinds of records.
 * - `visit`: 探访
 * - `case`: 个案
 * - `case_contact`: 个案跟进
 * - `group`: 小组
 * - `group_session`: 小组节次
 * - `activity`: 活动
 * - `supervision`: 督导
 * - `document`: 文档
 * - `publication`: 报道
 * - `volunteer_project`: 志愿服务项目
 * - `resource`: 资源
 * - `observation`: 结果
 * - `attendance`: 考勤
 * - `satisfaction_survey`: 满意度调查
 * - `attestation`: 佐证
 */
export type RecordKind =
  | "visit"
  | "case"
  | "case_contact"
  | "group"
  | "group_session"
  | "activity"
  | "supervision"
  | "document"
  | "publication"
  | "volunteer_project"
  | "resource"
  | "observation"
  | "attendance"
  | "satisfaction_survey"
  | "attestation";

/** A record 台账 of any kind, told apart by `kind`. */
export type RecordEntry =
  | VisitEntry
  | CaseEntry
  | CaseContactEntry
  | GroupEntry
  | GroupSessionEntry
  | ActivityEntry
  | SupervisionEntry
  | DocumentEntry
  | PublicationEntry
  | VolunteerProjectEntry
  | ResourceEntry
  | ObservationEntry
  | AttendanceEntry
  | SatisfactionSurveyEntry
  | AttestationEntry;

/**
 * The kinds of events.
 * - `spot_check`: 抽查
 * - `rectification_order`: 责令整改
 * - `reminder`: 催办
 * - `rectified`: 整改完成
 * - `self_evaluation`: 自评
 * - `evaluation`: 评估
 * - `acceptance`: 验收
 * - `waiver`: 豁免
 * - `make_up`: 补做
 * - `extension`: 延长服务期
 * - `termination`: 终止合同
 * - `closure`: 结项
 * - `fee_complaint`: 收费投诉
 * - `interruption`: 服务中断
 * - `change_order`: 变更
 * - `withdrawal`: 撤回
 * - `register_declaration`: 名册声明
 */
export type EventKind =
  | "spot_check"
  | "rectification_order"
  | "reminder"
  | "rectified"
  | "self_evaluation"
  | "evaluation"
  | "acceptance"
  | "waiver"
  | "make_up"
  | "extension"
  | "termination"
  | "closure"
  | "fee_complaint"
  | "interruption"
  | "change_order"
  | "withdrawal"
  | "register_declaration";

/** A lifecycle event 事件 of any kind, told apart by `kind`. */
export type EventEntry =
  | SpotCheckEntry
  | RectificationOrderEntry
  | ReminderEntry
  | RectifiedEntry
  | SelfEvaluationEntry
  | EvaluationEntry
  | AcceptanceEntry
  | WaiverEntry
  | MakeUpEntry
  | ExtensionEntry
  | TerminationEntry
  | ClosureEntry
  | FeeComplaintEntry
  | InterruptionEntry
  | ChangeOrderEntry
  | WithdrawalEntry
  | RegisterDeclarationEntry;

/**
 * The kinds of registers.
 * - `person`: 人员
 * - `household`: 户
 * - `organisation`: 组织
 * - `staff`: 工作人员
 * - `project`: 项目
 * - `outlet`: 媒体
 * - `site`: 点位
 */
export type RegisterKind =
  | "person"
  | "household"
  | "organisation"
  | "staff"
  | "project"
  | "outlet"
  | "site";

/** A register entry 名册 of any kind, told apart by `kind`. */
export type RegisterEntry =
  | PersonEntry
  | HouseholdEntry
  | OrganisationEntry
  | StaffEntry
  | ProjectEntry
  | OutletEntry
  | SiteEntry;

/** A line of a ledger: a record, an event or a register entry, told apart by `kind`. */
export type Entry =
  | RecordEntry
  | EventEntry
  | RegisterEntry;

/** Every kind. */
export type Kind =
  | RecordKind
  | EventKind
  | RegisterKind;

// --- Contracts 合同 ---

/** 合同: A contract. */
export interface ContractDocument {
  /** 合同编号: Id of the contract */
  id: string;
  /** 项目包编号: Id of the package */
  package: string;
  /** 项目包版本: Version of the package */
  version: string;
  /** 服务起始日: First day of the service */
  service_start: string;
  /** 服务终止日: Last day of the service */
  service_end: string;
  /** 中期评估日: Day of the mid-term evaluation */
  midterm_date: string;
  /** 本文件所用的数据模式: The schema of this file */
  $schema?: string;
  /** 评估维度权重，合计 100: Weight of each aspect; together 100 */
  evaluation_weights?: { [key: string]: number };
  /** 调休上班日: Days at weekends that are worked */
  extra_working_days?: string[];
  /** 工作日中的休息日: Weekdays that are off */
  non_working_days?: string[];
  /** 服务地点代码: Code of the place of service */
  place?: string;
  /** 承接机构: The provider */
  provider?: string;
  /** 购买主体: The purchaser */
  purchaser?: string;
  /** 所选读法: The chosen option of each reading */
  readings?: { [key: string]: string };
  /** 视为相关的专业代码: Codes of the majors that count as related */
  related_majors?: string[];
  /** 认可的签名形式代码: Codes of the accepted forms of signature */
  signature_forms?: string[];
  /** 认可的志愿服务系统代码: Codes of the accepted volunteer systems */
  volunteer_systems?: string[];
}

// --- Packages 项目包 ---

/** 项目包: A package, or a document that packages include. */
export interface PackageDocument {
  /** 格式版本: Version of the format */
  format: "1";
  /** 编号，在整个项目包内唯一: Id, unique over the whole package */
  id: string;
  /** 版本: Version */
  version: string;
  /** 需求文件: The document from which the requirements come */
  source: SourceDocumentSpec;
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 本文件所用的数据模式: The schema of this file */
  $schema?: string;
  /** 声明的附加字段: Extra fields of kinds */
  attributes?: AttributeSpec[];
  /** 结项要求: What closing needs */
  closing?: ClosingItemSpec[];
  /** 代码表: Code lists by name */
  codes?: { [key: string]: CodeSpec[] };
  /** 具名条件: Conditions with a name */
  conditions?: NamedConditionSpec[];
  /** 引入的公共文件编号: Ids of the documents whose lists come first */
  include?: string[];
  /** 项目指标: What must be delivered; completion is counted over these */
  indicators?: IndicatorSpec[];
  /**
   * 真实性核对的项目与界限，未写的不核对: Which integrity checks are made, and from where on each fires; what is not
   * stated is off
   */
  integrity?: IntegritySpec;
  /** 项目内容，跟踪但不计入完成率: What is tracked outside completion */
  obligations?: RequirementSpec[];
  /** 服务地点代码: Code of the place of service */
  place?: string;
  /** 对项目实施机构的要求: What is asked of the provider */
  provider?: RequirementSpec[];
  /** 有歧义条文的读法: Phrases that can be read in several ways */
  readings?: ReadingSpec[];
  /** 记录规则: What entries must satisfy */
  rules?: RuleSpec[];
  /** 评估阶段及其后果: Evaluations and what follows from them */
  stages?: StageSpec[];
  /** 由事件产生的权利和义务: Rights and duties that arise from events */
  triggers?: TriggerSpec[];
}

/** 结项后录入: So many records entered after the closure or termination. */
export interface AfterClosingSpec {
  /** 达到的记录数: Number of records from which it fires */
  records: number;
}

/** 锚点: A day out of the data. */
export interface AnchorSpec {
  /** 该类事件首次发生之日: The day of the first such event */
  event?: string;
  /** 该要求首次计数之日: The day of the first element that counts for this requirement */
  first?: string;
  /** 成员的日期字段: A date of the member */
  member?: string;
  /** 该要求达成之日: The day on which this requirement was met */
  met?: string;
}

/** 附加字段: An extra field of a kind. */
export interface AttributeSpec {
  /** 编号，在整个项目包内唯一: Id, unique over the whole package */
  id: string;
  /** 所属类型: The kind that gets the field */
  on: string;
  /** 字段类型: Type of the field */
  type: "code" | "number" | "date" | "yes_no" | "text" | "reference";
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 所用代码表: The code list of a code */
  list?: string;
  /** 引用的类型: The kind that a reference leads to */
  to?: string;
}

/** 分数段: What follows from a score or verdict. */
export interface BandSpec {
  /** 编号，在整个项目包内唯一: Id, unique over the whole package */
  id: string;
  /** 条款号: The clause */
  clause: string;
  /** 后果: What follows */
  then: ("rectification_order" | "termination" | ConsequenceSpec)[];
  /** 有权或应当: Right or duty */
  force: "right" | "duty";
  /** 不多于: At most */
  at_most?: number;
  /** 何者可消除: What alone lifts it */
  cured_by?: "evaluation";
  /** 少于: Less than */
  less_than?: number;
}

/** 集中补录: So many records entered on one day, each so many days late. */
export interface BulkEntrySpec {
  /** 达到的记录数: Number of records from which it fires */
  records: number;
  /** 达到的天数: Number of days from which it fires */
  days: number;
}

/** 检查: A requirement whose failure only marks its parent. */
export interface CheckSpec {
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 要求: The requirement */
  requirement: RequirementSpec;
  /** 不满足时的处理: What a failure does */
  else: "warn" | "unknown" | "infeasible";
  /** 编号，在整个项目包内唯一: Id, unique over the whole package */
  id?: string;
  /** 须已声明完整的名册: The register that must be declared complete */
  needs_complete?: "person" | "household" | "organisation" | "staff" | "project" | "outlet" | "site";
}

/** 结项要求: What closing needs: a share of the indicators, or a requirement. */
export interface ClosingItemSpec {
  /** 编号，在整个项目包内唯一: Id, unique over the whole package */
  id: string;
  /** 条款号: The clause */
  clause: string;
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 须全部达成的部分: Parts that must all be met */
  all_of?: RequirementSpec[];
  /** 达成其一即可的部分: Parts of which one must be met */
  any_of?: RequirementSpec[];
  /** 附带检查: Requirements whose failure only marks this one */
  checks?: CheckSpec[];
  /** 指标完成率: Share of the indicators that must be met */
  completion?: string;
  /** 逐个考核的对象: One cell for each of these */
  each?: EachSpec | EachSpec[];
  /** 度量方式: What is measured */
  measure?: MeasureSpec;
  /** 只展示不评判的度量: Measures shown and never judged */
  show?: ShowSpec[];
  /** 应达到的目标: What must be reached */
  target?: TargetSpec;
  /** 考核期间: When */
  window?: WindowSpec;
}

/** 代码: A code of a list. */
export interface CodeSpec {
  /** 代码: The code */
  code: string;
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 等级，越大越高: Rank in an ordered list, greater is higher */
  rank?: number;
}

/** 条件: A condition tree; every other key is the path of a leaf. */
export type ConditionSpec = { [key: string]: unknown };

/** 后果: A consequence with parameters. */
export interface ConsequenceSpec {
  /** 延长服务期: The service is extended */
  extension: ExtensionSpec;
}

/** 文字雷同: One text of so many characters in so many records. */
export interface CopiedTextSpec {
  /** 达到的记录数: Number of records from which it fires */
  records: number;
  /** 达到的字数: Number of characters from which texts are compared */
  characters: number;
}

/** 不同值的个数: How many different values the items of a list have. */
export interface DistinctSpec {
  /** 统计对象的集合: The collection */
  of: string;
  /** 不少于: At least */
  at_least?: number;
  /** 不多于: At most */
  at_most?: number;
  /** 少于: Less than */
  less_than?: number;
  /** 多于: More than */
  more_than?: number;
  /** 筛选条件: The condition that must hold */
  where?: ConditionSpec;
}

/** 同时在两处: One worker in slots that overlap by so many minutes. */
export interface DoubleBookingSpec {
  /** 重叠达到的分钟数: Minutes of overlap from which it fires */
  minutes: number;
}

/** 逐个: One cell per member. */
export interface EachSpec {
  /** 统计对象的集合: The collection */
  of: string;
  /** 成员须考核的期间: In which periods a member owes a cell */
  active?: "anchor" | "overlap" | "whole";
  /** 筛选条件: The condition that must hold */
  where?: ConditionSpec;
}

/** 期末集中录入: So many records of earlier work entered in the last days of the service or later. */
export interface EndEntrySpec {
  /** 达到的记录数: Number of records from which it fires */
  records: number;
  /** 达到的天数: Number of days from which it fires */
  days: number;
}

/** 互斥区间: Entries with one key may not overlap. */
export interface ExclusiveSpec {
  /** 统计对象的集合: The collection */
  of: string;
  /** 互斥的键: The key that may not be held twice at a time */
  on: string[];
  /** 只有这些字段不同的才互斥: Only entries that differ here exclude each other */
  differ?: string[];
  /** 区间起点字段: The field of the interval's start */
  from?: string;
  /** 区间终点字段: The field of the interval's end */
  to?: string;
  /** 筛选条件: The condition that must hold */
  where?: ConditionSpec;
}

/** 延长: An extension of the service. */
export interface ExtensionSpec {
  /** 月数: So many months */
  months: number;
  /** 加月时的月末规则: How a month is added to a day that the next month may not have */
  month_end: "same_day" | "last_day" | "from_start";
}

/** 两包专职: One worker full time in two packages for so many days. */
export interface FullTimeSpec {
  /** 达到的天数: Number of days from which it fires */
  days: number;
}

/** 人数与签到不符: A headcount so far above or below the sign-in list. */
export interface HeadcountSpec {
  /** 多于名单达到的人数: People above the list from which it fires */
  above: number;
  /** 少于名单达到的人数: People below the list from which it fires */
  below: number;
}

/** 项目指标: A clause with its requirements. */
export interface IndicatorSpec {
  /** 编号，在整个项目包内唯一: Id, unique over the whole package */
  id: string;
  /** 条款号: The clause */
  clause: string;
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 要求，须全部达成: The requirements, all of which must be met */
  requirements: RequirementSpec[];
  /** 允许共用记录的指标: Indicators that may count the same entries */
  shares_with?: string[];
  /** 条款要点: The decisive words of the clause */
  source_text?: string;
  /** 仅作说明，不可度量: Has nothing measurable */
  text_only?: boolean;
}

/** 真实性核对: Which integrity checks are made, and from where on each fires; what is not stated is off. */
export interface IntegritySpec {
  /** 合同结束后录入: Records entered after closure or termination */
  after_closing?: AfterClosingSpec;
  /** 集中补录: Many records entered late on one day */
  bulk_entry?: BulkEntrySpec;
  /** 内容雷同: One text in several records */
  copied_text?: CopiedTextSpec;
  /** 同一工作人员时间重叠: One worker at two things at once */
  double_booking?: DoubleBookingSpec;
  /** 期末集中录入: Many records entered at the end of the service */
  end_entry?: EndEntrySpec;
  /** 同一人在两个项目包专职: One worker full time in two packages */
  full_time?: FullTimeSpec;
  /** 人数与签到名单不符: A headcount that differs from the sign-in list */
  headcount?: HeadcountSpec;
  /** 疑似电话记作入户: Calls that may be entered as home visits */
  phone_as_home?: PhoneAsHomeSpec;
  /** 同一照片重复使用: One file in several records */
  photo_reuse?: PhotoReuseSpec;
  /** 同一工作人员一日多处而缺时间: One worker in several places on a day on which a time is missing */
  places_a_day?: PlacesADaySpec;
  /** 疑为同一人: Persons who may be one */
  same_identity?: SameIdentitySpec;
  /** 多个项目包共用一场活动: One event in several packages */
  shared_event?: SharedEventSpec;
  /** 探访对象的年龄: The age of those visited */
  visit_age?: VisitAgeSpec;
  /** 同日既记探访又记个案跟进: Visits that are entered as case contacts too */
  visit_and_contact?: VisitAndContactSpec;
}

/** 名称: A name in both locales. */
export interface LabelsSpec {
  /** 简体中文: Simplified Chinese */
  "zh-CN": string;
  /** 英文: English */
  en: string;
}

/** 条件项: What must hold of the field at a path: all that is given. */
export interface LeafSpec {
  /** 不少于: At least */
  at_least?: OtherFieldSpec | string | number | boolean;
  /** 不多于: At most */
  at_most?: OtherFieldSpec | string | number | boolean;
  /** 等级不低于: Ranks at or above this code */
  at_or_above?: string;
  /** 包含全部代码: Holds all of these codes */
  contains_all?: (string | number | boolean)[];
  /** 去重的键: The key by which doubles are counted once */
  distinct?: DistinctSpec;
  /** 每一项都满足: Every item satisfies this */
  every?: ConditionSpec;
  /** 是否已填写: Whether it is given */
  exists?: boolean;
  /** 属于其中之一: Is one of these */
  in?: string | (string | number | boolean)[];
  /** 等于: Is this */
  is?: OtherFieldSpec | string | number | boolean;
  /** 少于: Less than */
  less_than?: OtherFieldSpec | string | number | boolean;
  /** 多于: More than */
  more_than?: OtherFieldSpec | string | number | boolean;
  /** 计算年龄的日期: The day on which an age is read */
  on?: "service_start" | "service_end" | "as_of" | "record_date";
  /** 列表项数: The number of items */
  size?: SizeSpec;
  /** 至少一项满足: Some item satisfies this */
  some?: ConditionSpec;
  /** 引用具名条件: The name of a condition */
  use?: string;
  /** 被引用条目须满足的条件: The condition on the entry referred to */
  where?: ConditionSpec;
}

/** 度量: What is measured. */
export interface MeasureSpec {
  /** 计数: How many */
  count?: UnionSpec | SourceSpec;
  /** 覆盖天数的缺口: Days that intervals leave uncovered */
  coverage?: SourceSpec;
  /** 比率: A quotient of two measures */
  ratio?: RatioSpec;
  /** 求和: The sum of a field */
  sum?: UnionSpec | SourceSpec;
}

/** 具名条件: A condition with a name. */
export interface NamedConditionSpec {
  /** 编号，在整个项目包内唯一: Id, unique over the whole package */
  id: string;
  /** 所属集合: The collection to which it belongs */
  on: string;
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 筛选条件: The condition that must hold */
  where: ConditionSpec;
}

/** 除外: Any number but this. */
export interface NotSpec {
  /** 除外的数值: Any number but this */
  not: number;
}

/** 选项: One way to read it. */
export interface OptionSpec {
  /** 选项编号，在该读法内唯一: Id, unique in its reading */
  id: string;
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 按编号替换的内容: New values for the keys of things, by id; null removes a key */
  replace: { [key: string]: { [key: string]: unknown } };
}

/** 另一字段: Another field of the same entry, as an operand. */
export interface OtherFieldSpec {
  /** 字段路径: Path of the field */
  field: string;
}

/** 电话记作入户: Visits of these modes whose text has one of the words and that took no more minutes. */
export interface PhoneAsHomeSpec {
  /** 核对的探访方式: Modes of visit that are checked */
  modes: string[];
  /** 内容中的用语: Words in the content */
  words: string[];
  /** 不超过的分钟数: Minutes that it took at most */
  minutes: number;
}

/** 照片重复使用: One file of these kinds in so many records of events. */
export interface PhotoReuseSpec {
  /** 核对的附件种类: Kinds of attachment that are compared */
  kinds: string[];
  /** 达到的记录数: Number of records from which it fires */
  records: number;
}

/** 一日多处: One worker in so many places on a day on which a time is missing. */
export interface PlacesADaySpec {
  /** 达到的地点数: Number of places from which it fires */
  places: number;
}

/** 比率: A quotient. */
export interface RatioSpec {
  /** 分子: What is divided */
  of: MeasureSpec;
  /** 分母: By what it is divided */
  over: MeasureSpec;
}

/** 读法: A phrase that can be read in several ways. */
export interface ReadingSpec {
  /** 编号，在整个项目包内唯一: Id, unique over the whole package */
  id: string;
  /** 有歧义的词句: The decisive words */
  phrase: string;
  /** 所在条款: The clauses where it stands */
  clauses: string[];
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 取默认读法的理由: Why the default is the default */
  basis: string;
  /** 默认选项: The option in force when the contract chooses none */
  default: string;
  /** 选项: The options */
  options: OptionSpec[];
  /** 选项只差比较符: Whether the options differ only in a comparison */
  comparator?: boolean;
  /** 何时有影响: When the reading matters */
  when?: WhenSpec;
}

/** 要求: Something measurable. */
export interface RequirementSpec {
  /** 须全部达成的部分: Parts that must all be met */
  all_of?: RequirementSpec[];
  /** 达成其一即可的部分: Parts of which one must be met */
  any_of?: RequirementSpec[];
  /** 附带检查: Requirements whose failure only marks this one */
  checks?: CheckSpec[];
  /** 条款号: The clause */
  clause?: string;
  /** 逐个考核的对象: One cell for each of these */
  each?: EachSpec | EachSpec[];
  /** 编号，在整个项目包内唯一: Id, unique over the whole package */
  id?: string;
  /** 中英文名称: Name in both locales */
  labels?: LabelsSpec;
  /** 度量方式: What is measured */
  measure?: MeasureSpec;
  /** 只展示不评判的度量: Measures shown and never judged */
  show?: ShowSpec[];
  /** 条款要点: The decisive words of the clause */
  source_text?: string;
  /** 应达到的目标: What must be reached */
  target?: TargetSpec;
  /** 仅作说明，不可度量: Has nothing measurable */
  text_only?: boolean;
  /** 考核期间: When */
  window?: WindowSpec;
}

/** 记录规则: What entries must satisfy, or may not do at the same time. */
export interface RuleSpec {
  /** 编号，在整个项目包内唯一: Id, unique over the whole package */
  id: string;
  /** 条款号: The clause */
  clause: string;
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 不满足时的处理: What a failure does */
  else?: "error" | "defect" | "warn";
  /** 不得重叠的区间: Intervals that may not overlap */
  exclusive?: ExclusiveSpec;
  /** 须满足的条件: The condition that must hold */
  need?: ConditionSpec;
  /** 适用的记录: The entries to which it applies */
  on?: SelectionSpec;
}

/** 疑为同一人: So many persons with one name and birth date. */
export interface SameIdentitySpec {
  /** 达到的人数: Number of persons from which it fires */
  persons: number;
}

/** 筛选: A collection with a condition. */
export interface SelectionSpec {
  /** 统计对象的集合: The collection */
  of: string;
  /** 筛选条件: The condition that must hold */
  where?: ConditionSpec;
}

/** 多包同一活动: Activities of so many packages on one day in one place. */
export interface SharedEventSpec {
  /** 达到的项目包数: Number of packages from which it fires */
  packages: number;
}

/** 展示: A measure shown and never judged. */
export interface ShowSpec {
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 度量方式: What is measured */
  measure: MeasureSpec;
}

/** 项数: How many items a list has. */
export interface SizeSpec {
  /** 不少于: At least */
  at_least?: number;
  /** 不多于: At most */
  at_most?: number;
  /** 少于: Less than */
  less_than?: number;
  /** 多于: More than */
  more_than?: number;
}

/** 来源: Where elements come from. */
export interface SourceSpec {
  /** 统计对象的集合: The collection */
  of: string;
  /** 关联字段: The field that leads to the container or member */
  by?: string | string[];
  /** 须覆盖的日子: Which days must be covered */
  days?: "all" | "working";
  /** 同时在岗的最少数量: How many must cover a day */
  depth?: number;
  /** 去重的键: The key by which doubles are counted once */
  distinct?: string | string[];
  /** 求和字段: The field that is added up */
  field?: string;
  /** 须满足要求的容器: The requirement that each container must meet */
  having?: RequirementSpec;
  /** 同键只看最新一条: Of equal keys only the latest is looked at */
  latest_of?: string[];
  /** 按评判日快照计算: Only what is in force on the day of judgement */
  on?: "as_of";
  /** 自所属条目的这一日起才计: The day of the container or member from which on its elements count */
  since?: string;
  /** 筛选条件: The condition that must hold */
  where?: ConditionSpec;
}

/** 需求文件: Where the requirements come from. */
export interface SourceDocumentSpec {
  /** 标题: Title */
  title: string;
  /** 发文单位: Who issued it */
  issuer: string;
  /** 年份: Year */
  year?: number;
}

/** 评估阶段: An evaluation stage. */
export interface StageSpec {
  /** 评估阶段: The stage */
  id: "midterm" | "final" | "third_party";
  /** 条款号: The clause */
  clause: string;
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 分数段，先命中者生效: Bands of scores; the first hit counts */
  bands: BandSpec[];
  /** 评估维度代码: Codes of the aspects that are marked */
  aspects?: string[];
  /** 按结论适用的后果: What follows from a verdict */
  verdicts?: { [key: string]: BandSpec };
}

/** 目标: What must be reached. */
export interface TargetSpec {
  /** 不少于: At least */
  at_least?: number | string | TargetBySpec;
  /** 不多于: At most */
  at_most?: number | string | TargetBySpec;
  /** 少于: Less than */
  less_than?: number | string | TargetBySpec;
  /** 多于: More than */
  more_than?: number | string | TargetBySpec;
  /** 单位: Unit, for readers */
  unit?: string;
}

/** 按代码取值: A number that depends on a code. */
export interface TargetBySpec {
  /** 决定数值的字段: The field that decides the number */
  by: string;
  /** 各代码的数值: The number for each code */
  of: { [key: string]: number };
  /** 其他代码的数值: The number for any other code */
  else?: number;
}

/** 触发: A right or duty that arises from events. */
export interface TriggerSpec {
  /** 编号，在整个项目包内唯一: Id, unique over the whole package */
  id: string;
  /** 条款号: The clause */
  clause: string;
  /** 中英文名称: Name in both locales */
  labels: LabelsSpec;
  /** 何时产生: Arises when this is met */
  when: RequirementSpec;
  /** 后果: What follows */
  then: ("rectification_order" | "termination" | ConsequenceSpec)[];
  /** 有权或应当: Right or duty */
  force: "right" | "duty";
}

/** 合并来源: Several sources that feed one count or sum. */
export interface UnionSpec {
  /** 合并的来源: Sources that are counted together */
  union: SourceSpec[];
}

/** 探访对象年龄: The age of those visited, in visits of these categories. */
export interface VisitAgeSpec {
  /** 至少的周岁: Age of at least */
  at_least?: number;
  /** 核对的探访类别；不写则全部: Categories of visit that are checked; all when absent */
  categories?: string[];
  /** 不满的周岁: Age of less than */
  less_than?: number;
}

/** 探访兼记个案跟进: Visits to a person and contacts in this person's case by one worker on so many days. */
export interface VisitAndContactSpec {
  /** 达到的天数: Number of days from which it fires */
  days: number;
}

/** 适用情形: When a reading matters. */
export interface WhenSpec {
  /** 服务月数: Months of service */
  service_months: NotSpec;
}

/** 期间: When. */
export interface WindowSpec {
  /** 定位日期所用字段: The field that places an element in time */
  by?: string | string[];
  /** 起算日: Where the first period starts */
  counted_from?: string | AnchorSpec;
  /** 应交日: The day of the period on which it is due */
  due?: number;
  /** 逐期考核的周期: One cell for each such period */
  each?: "week" | "month" | "quarter" | "year";
  /** 起点，含当日: The start, its day included */
  from?: string | AnchorSpec;
  /** 宽限天数: Days of grace after the period */
  grace_days?: number;
  /** 终点，含当日: The end, its day included */
  to?: string | AnchorSpec;
  /** 截止: Until when it stays open */
  until?: "closing";
  /** 时限: Within so much time of an anchor */
  within?: WithinSpec;
}

/** 时限: So soon after an anchor. */
export interface WithinSpec {
  /** 起算锚点: The anchor from which it is counted */
  of: string | AnchorSpec;
  /** 达到的天数: Number of days from which it fires */
  days?: number;
  /** 小时数: So many hours */
  hours?: number;
  /** 工作日数: So many working days */
  working_days?: number;
}

// --- Questions 提问 ---

/** Every question with its options and its whole answer; `select` cuts the answer down. */
export interface Questions {
  calendar: { options: CalendarOptions; answer: Calendar | Ics };
  check: { options: CheckOptions; answer: Findings };
  check_draft: { options: CheckDraftOptions; answer: Checked };
  closing: { options: ClosingOptions; answer: Closing };
  diff: { options: DiffOptions; answer: Difference };
  evaluate: { options: EvaluateOptions; answer: Evaluation | RequirementAnswer };
  explain: { options: ExplainOptions; answer: Explanation | ExplanationNode | RenderedText };
  form: { options: FormOptions; answer: Form };
  integrity: { options: IntegrityOptions; answer: Integrity };
  lifecycle: { options: LifecycleOptions; answer: Lifecycle };
  portfolio: { options: PortfolioOptions; answer: Portfolio };
  records: { options: RecordsOptions; answer: Entry[] };
  rejected: { options: RejectedOptions; answer: RejectedLines };
  remaining: { options: RemainingOptions; answer: Remaining | RequirementRemaining };
  sensitivity: { options: SensitivityOptions; answer: Sensitivity };
  what_if: { options: WhatIfOptions; answer: WhatIf };
}

/** The names of the questions. */
export type Question = keyof Questions;
