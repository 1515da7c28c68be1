// Types of entries, documents, options and answers, as canonical JSON parses.
// Generated from the core: cargo run -p jiexiang-conformance --bin make_types

// --- Answers 结果 ---

/** What another option of a comparator reading would say. */
export interface BoundaryAnswer {
  /** The reading. */
  reading: string;
  /** The other option. */
  option: string;
  /** What it would say. */
  would_be: string;
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

/** What follows. */
export type Consequence =
  | "rectification_order"
  | "termination"
  | "extension";

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
  | "unknown_place"
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
  | "version_not_loaded";

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

/** A stretch of days, both included; how [`RequirementAnswer::gaps`] are written. */
export interface Gap {
  /** First day. */
  from: string;
  /** Last day. */
  to: string;
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

/** A name in both locales. */
export interface Labels {
  /** Chinese. */
  "zh-CN": string;
  /** English. */
  en: string;
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

/** What was found in one line of a source. */
export interface LineFindings {
  /** Line in the source, from 1. */
  line: number;
  /** The findings, never empty. */
  findings: Finding[];
}

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

// --- Options of questions 提问参数 ---

/** Options of the question `check`. */
export interface CheckOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `closing`. */
export interface ClosingOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** Dotted paths of the parts of the answer to keep; `*` stands for every key. */
  select?: string[];
}

/** Options of the question `evaluate`. */
export interface EvaluateOptions {
  /** The day at whose end things stand. */
  as_of: string;
  /** Id of a requirement or part: only where this one stands is answered. */
  requirement?: string;
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
  /** 工作人员: The member of staff. */
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
  /** 满分: The full mark; 100 when absent. */
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

/** 逐个: One cell per member. */
export interface EachSpec {
  /** 统计对象的集合: The collection */
  of: string;
  /** 成员须考核的期间: In which periods a member owes a cell */
  active?: "anchor" | "overlap" | "whole";
  /** 筛选条件: The condition that must hold */
  where?: ConditionSpec;
}

/** 互斥区间: Entries with one key may not overlap. */
export interface ExclusiveSpec {
  /** 统计对象的集合: The collection */
  of: string;
  /** 互斥的键: The key that may not be held twice at a time */
  on: string[];
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
  on?: "service_end" | "as_of" | "record_date";
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

/** 筛选: A collection with a condition. */
export interface SelectionSpec {
  /** 统计对象的集合: The collection */
  of: string;
  /** 筛选条件: The condition that must hold */
  where?: ConditionSpec;
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
  /** 天数: So many days */
  days?: number;
  /** 小时数: So many hours */
  hours?: number;
  /** 工作日数: So many working days */
  working_days?: number;
}

// --- Questions 提问 ---

/** Every question with its options and its whole answer; `select` cuts the answer down. */
export interface Questions {
  check: { options: CheckOptions; answer: Findings };
  closing: { options: ClosingOptions; answer: Closing };
  evaluate: { options: EvaluateOptions; answer: Evaluation | RequirementAnswer };
  lifecycle: { options: LifecycleOptions; answer: Lifecycle };
  records: { options: RecordsOptions; answer: Entry[] };
  rejected: { options: RejectedOptions; answer: RejectedLines };
}

/** The names of the questions. */
export type Question = keyof Questions;
