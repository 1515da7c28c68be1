"""Types of entries, documents, options and answers, as canonical JSON parses.

Generated from the core: cargo run -p jiexiang-conformance --bin make_types
"""

from __future__ import annotations

from typing import Literal, TypedDict, Union

__all__ = [
    "AcceptanceEntry",
    "Action",
    "ActivityEntry",
    "ActivityParticipant",
    "Added",
    "AfterClosingSpec",
    "AnchorSpec",
    "Attachment",
    "AttendanceEntry",
    "AttestationEntry",
    "AttributeSpec",
    "BandSpec",
    "BoundaryAnswer",
    "BoundaryValue",
    "BulkEntrySpec",
    "Calendar",
    "CalendarOptions",
    "CaseContactEntry",
    "CaseEntry",
    "CellAnswer",
    "CellChange",
    "Change",
    "ChangeOrderEntry",
    "Changed",
    "CheckAnswer",
    "CheckDraftOptions",
    "CheckElse",
    "CheckOptions",
    "CheckSpec",
    "Checked",
    "Closing",
    "ClosingChange",
    "ClosingItemSpec",
    "ClosingNeed",
    "ClosingOptions",
    "ClosingRemaining",
    "ClosingStanding",
    "ClosureEntry",
    "CodeSpec",
    "Combine",
    "Comparison",
    "Completion",
    "ConditionAnswer",
    "ConditionSpec",
    "Consequence",
    "ConsequenceSpec",
    "ConsequenceStanding",
    "ContractChange",
    "ContractDocument",
    "CopiedTextSpec",
    "Decision",
    "Description",
    "DiffOptions",
    "Difference",
    "DistinctSpec",
    "DocumentEntry",
    "DoubleBookingSpec",
    "DraftFinding",
    "Duty",
    "DutyAnswer",
    "DutyState",
    "EachSpec",
    "EndEntrySpec",
    "Entry",
    "EntryChange",
    "EvaluateOptions",
    "Evaluation",
    "EvaluationEntry",
    "EvaluationMark",
    "EventEntry",
    "EventKind",
    "ExclusiveSpec",
    "ExplainOptions",
    "Explanation",
    "ExplanationCheck",
    "ExplanationKind",
    "ExplanationNode",
    "ExplanationRecord",
    "ExplanationShare",
    "ExtensionEntry",
    "ExtensionSpec",
    "FeeComplaintEntry",
    "Finding",
    "FindingCode",
    "Findings",
    "Force",
    "Form",
    "FormCode",
    "FormField",
    "FormOptions",
    "FormRule",
    "FullTimeSpec",
    "Gap",
    "GroupEntry",
    "GroupSessionEntry",
    "HeadcountSpec",
    "HouseholdEntry",
    "HouseholdListing",
    "Ics",
    "IndicatorAnswer",
    "IndicatorDescribed",
    "IndicatorSpec",
    "Integrity",
    "IntegrityFinding",
    "IntegrityOptions",
    "IntegritySpec",
    "InterruptionEntry",
    "Kind",
    "KindOffered",
    "Kinds",
    "Labels",
    "LabelsSpec",
    "LeafSpec",
    "LeftElement",
    "Lifecycle",
    "LifecycleOptions",
    "Limits",
    "LineFindings",
    "Locale",
    "MakeUpEntry",
    "Mark",
    "MeasureSpec",
    "Misuse",
    "NamedConditionSpec",
    "Need",
    "NextDue",
    "NotSpec",
    "ObservationEntry",
    "Operands",
    "OptionSensitivity",
    "OptionSpec",
    "OrderAnswer",
    "OrganisationEntry",
    "OrganisationMember",
    "OtherFieldSpec",
    "Outcome",
    "OutletEntry",
    "Pace",
    "PackageDocument",
    "PackageName",
    "PeriodIn",
    "PersonCategory",
    "PersonEntry",
    "PersonListing",
    "PersonResidence",
    "PhoneAsHomeSpec",
    "PhotoReuseSpec",
    "PlaceStep",
    "PlacesADaySpec",
    "Portfolio",
    "PortfolioOptions",
    "PortfolioRow",
    "Position",
    "ProjectEntry",
    "PublicationEntry",
    "Question",
    "RatioSpec",
    "ReadingInForce",
    "ReadingRequirementChange",
    "ReadingSensitivity",
    "ReadingSpec",
    "ReadingStanding",
    "RecordCounts",
    "RecordEntry",
    "RecordKind",
    "RecordsOptions",
    "RectificationOrderEntry",
    "RectifiedEntry",
    "RegisterDeclarationEntry",
    "RegisterEntry",
    "RegisterKind",
    "Rejected",
    "RejectedLines",
    "RejectedOptions",
    "Remaining",
    "RemainingOptions",
    "ReminderEntry",
    "RenderedText",
    "RequiredWhen",
    "RequirementAnswer",
    "RequirementChange",
    "RequirementCounts",
    "RequirementDescribed",
    "RequirementRemaining",
    "RequirementSpec",
    "ResourceEntry",
    "Row",
    "RuleDemand",
    "RuleSpec",
    "SameIdentitySpec",
    "SatisfactionSurveyEntry",
    "Scope",
    "SelectionSpec",
    "SelfEvaluationEntry",
    "Sensitivity",
    "SensitivityOptions",
    "Service",
    "ServiceSpan",
    "Severity",
    "SharedEventSpec",
    "ShowAnswer",
    "ShowSpec",
    "Side",
    "Signature",
    "SiteEntry",
    "SizeSpec",
    "SourceDocumentSpec",
    "SourceSpec",
    "SpotCheckEntry",
    "StaffCertificate",
    "StaffEducation",
    "StaffEntry",
    "StaffPosting",
    "StageAnswer",
    "StageChange",
    "StageSpec",
    "StageStanding",
    "Standing",
    "StandingRow",
    "Standings",
    "State",
    "Step",
    "StepAnswer",
    "SupervisionEntry",
    "SurveyAnswer",
    "TargetAnswer",
    "TargetBySpec",
    "TargetDescribed",
    "TargetSpec",
    "TerminationEntry",
    "Total",
    "TrialFindings",
    "TriggerAnswer",
    "TriggerChange",
    "TriggerSpec",
    "UnionSpec",
    "VisitAgeSpec",
    "VisitAndContactSpec",
    "VisitEntry",
    "VisitSubject",
    "VolunteerHours",
    "VolunteerProjectEntry",
    "WaivedAnswer",
    "WaiverEntry",
    "WhatIf",
    "WhatIfOptions",
    "WhenSpec",
    "WindowSpec",
    "WithdrawalEntry",
    "WithinSpec",
    "WorkItem",
    "Worker",
]

# --- Answers 结果 ---

Action = Literal[
    "add",
    "open",
    "complete",
    "amount",
    "raise",
    "cover",
    "reduce",
    "mend",
]
"""What a work item asks for.
- `add`: New records, register entries, or items in them.
- `open`: A new container with what it must hold (`inside`): a new case with its contacts.
- `complete`: More children for a container that is there.
- `amount`: Records whose number field adds up to `amount`.
- `raise`: A quotient to be brought to its `rate`: `amount` more of what stands above, or the first of what stands below.
- `cover`: Days to be covered.
- `reduce`: A number to be brought down by `n`.
- `mend`: A member's own entry to be brought into order.
"""


class Added(TypedDict):
    """What an entry changed."""

    findings: list[Finding]
    """What was found in it; with an error among them it was not admitted and changed nothing."""
    changed: list[Changed]
    """Requirements, parts and cells that stand otherwise than before, in the package's order."""
    completion: Completion
    """Indicators met now, of those that count."""


class BoundaryAnswer(TypedDict):
    """What another option of a comparator reading would say."""

    reading: str
    """The reading."""
    option: str
    """The other option."""
    would_be: str
    """What it would say."""

_BoundaryValueRequiredWords = TypedDict(
    "_BoundaryValueRequiredWords",
    {
        # The verdict in force.
        "is": "str",
    },
)


class _BoundaryValueRequired(TypedDict):
    of: str
    """`requirement`, `closing_item`, `stage` or `trigger`."""
    id: str
    """Its id."""
    clause: str
    """The clause."""
    reading: str
    """The reading."""
    option: str
    """The other option."""
    would_be: str
    """The verdict under the other option."""


class BoundaryValue(_BoundaryValueRequiredWords, _BoundaryValueRequired, total=False):
    """A value that sits exactly on a boundary."""

    value: str
    """The value, where it is one certain number."""


class Calendar(TypedDict):
    """The duties that fall due in a span of days."""

    contract: str
    """The contract."""
    labels: Labels
    """The package's name."""
    as_of: str
    """The day whose end the states are of."""
    rows: list[Row]
    """By due day, then by what they are."""


class _CellAnswerRequired(TypedDict):
    outcome: Outcome
    """Where it stands."""


class CellAnswer(_CellAnswerRequired, total=False):
    """One cell of a grid."""

    counted: list[str]
    """Elements that count."""
    due: str
    """The day on which it is due."""
    hi: str | None
    """What also might be; null when unbounded or not defined."""
    holding: bool
    """Open, but holding now."""
    lo: str | None
    """What is certain; null when not even that is defined."""
    members: list[str]
    """The members."""
    missing: list[str]
    """What is missing to be certain."""
    overdue: bool
    """Past its due day and not met."""
    parts: list[RequirementAnswer]
    """The parts of a combination, in this cell."""
    waived: WaivedAnswer
    """Waived, by whom; the outcome then no longer matters."""
    window: str
    """The period."""


class _CellChangeRequired(TypedDict):
    before: Standing | None
    """How it stood; none when there was no such cell."""
    after: Standing | None
    """How it stands; none when there is no such cell."""


class CellChange(_CellChangeRequired, total=False):
    """A cell that changed."""

    members: list[str]
    """The members."""
    window: str
    """The period."""

Change = Literal[
    "added",
    "removed",
    "set_aside",
    "changed",
]
"""What became of an entry.
- `added`: It stands and did not before.
- `removed`: It stood before.
- `set_aside`: A correction, or another entry of the same id, put it out of force.
- `changed`: It says something else.
"""


class _ChangedRequired(TypedDict):
    requirement: str
    """The requirement."""
    clause: str
    """Its clause."""
    before: Standing | None
    """How it stood; none when it was not there."""
    after: Standing | None
    """How it stands; none when it is no longer there."""


class Changed(_ChangedRequired, total=False):
    """A requirement, or a part or cell of one, that stands otherwise than before."""

    place: list[PlaceStep]
    """The way to a part or cell of it; empty for the requirement as a whole."""


class _CheckAnswerRequired(TypedDict):
    finding: Finding
    """What fails."""


class CheckAnswer(_CheckAnswerRequired, total=False):
    """A check that fails."""

    cells: list[CellAnswer]
    """The cells that fail."""
    hi: str | None
    """What also might be; null when unbounded or not defined."""
    lo: str | None
    """What is certain; null when not even that is defined."""
    target: TargetAnswer
    """What should be."""

CheckElse = Literal[
    "warn",
    "unknown",
    "infeasible",
]
"""What a failed check does.
- `warn`: Warns.
- `unknown`: Makes the outcome unknown.
- `infeasible`: Marks the requirement infeasible.
"""


class Checked(TypedDict):
    """What was found in a half-filled entry."""

    admissible: bool
    """Whether the entry as it stands would be admitted, whatever has been touched."""
    findings: list[DraftFinding]
    """What concerns the touched fields, in a fixed order."""


class Closing(TypedDict):
    """The closing decision with its grounds."""

    decision: Decision
    """The decision."""
    as_of: str
    """The day."""
    blockers: list[Finding]
    """What blocks it, each with its clause."""
    missing: list[Finding]
    """What is missing to decide, and evaluations that were not held."""
    completion: Completion
    """Indicators met, of those that count."""
    items: list[RequirementAnswer]
    """The needs of closing as judged."""
    waived: list[WaivedAnswer]
    """What was waived, by whom."""
    findings: list[Finding]
    """What does not fit together."""


class ClosingChange(TypedDict):
    """The closing decision before and after."""

    before: ClosingStanding
    """Under the option in force."""
    after: ClosingStanding
    """Under the other option."""


class _ClosingNeedRequired(TypedDict):
    finding: Finding
    """What it is."""


class ClosingNeed(_ClosingNeedRequired, total=False):
    """Something that stands against closing."""

    event: str
    """The kind of the entry that lifts it; none when only a waiver does."""


class ClosingRemaining(TypedDict):
    """The next closing needs."""

    decision: Decision
    """The closing decision of the same day."""
    items: list[RequirementRemaining]
    """The needs of closing that are not met yet, with the work that meets them."""
    needs: list[ClosingNeed]
    """What blocks or is missing, each with the event that is needed."""
    steps: list[StepAnswer]
    """What may or must be done next, by the lifecycle."""


class ClosingStanding(TypedDict):
    """The closing decision and what it rests on."""

    decision: Decision
    """The decision."""
    completion: Completion
    """Indicators met, of those that count."""
    blockers: int
    """How many things block it."""

Combine = Literal[
    "all",
    "any",
]
"""How the outcomes of parts come to one.
- `all`: All are needed: the least.
- `any`: One suffices: the greatest.
"""

Comparison = Literal[
    "at_least",
    "more_than",
    "at_most",
    "less_than",
]
"""The four comparisons.
- `at_least`: ≥ 不少于、以上
- `more_than`: > 超过
- `at_most`: ≤ 以下
- `less_than`: < 不满
"""


class Completion(TypedDict):
    """How many indicators are met."""

    met: int
    """Met."""
    of: int
    """Of these."""


class _ConditionAnswerRequired(TypedDict):
    test: str
    """`is`, `in`, `at_least`, `at_most`, `more_than`, `less_than`, `at_or_above`, `exists`,
    `contains_all`, `size`, `distinct`, `some`, `every`, `where`, or `any`, `all`, `not` over
    `parts`.
    """


class ConditionAnswer(_ConditionAnswerRequired, total=False):
    """A condition of a record."""

    field: str
    """The field of the same record that it is tested against."""
    on: str
    """The day on which an age is taken: `service_start`, `service_end` or `as_of`; absent = the day of
    the record.
    """
    parts: list[ConditionAnswer]
    """Conditions of the item, or of the entry referred to."""
    path: str
    """The field, as packages write it; absent for `any`, `all` and `not`."""
    values: list[str]
    """What it is tested against, `$as_of` for the day of judgement; of `size`: comparison and number
    in turn, of `distinct` after the field whose different values are counted.
    """

Consequence = Literal[
    "rectification_order",
    "termination",
    "extension",
]
"""What follows."""


class _ConsequenceStandingRequired(TypedDict):
    what: str
    """`rectification_order`, `termination` or `extension`."""
    force: str
    """Right or duty."""


class ConsequenceStanding(_ConsequenceStandingRequired, total=False):
    """A right or duty out of a band."""

    done_by: str
    """The event that carries it out."""
    projected_end: str
    """The end of the service that an extension gives by the rule."""


class ContractChange(TypedDict):
    """A change of the contract as a whole."""

    what: str
    """`decision`, `state`, `service_end` or `completion`."""
    before: str
    """Before."""
    after: str
    """After."""
    because: list[Finding]
    """What explains it."""

Decision = Literal[
    "terminated",
    "closed",
    "blocked",
    "undecided",
    "closable",
]
"""The five decisions, in their precedence.
- `terminated`: 已终止: a termination stands.
- `closed`: 已结项: a closure stands.
- `blocked`: 不可结项: something blocks it.
- `undecided`: 待定: nothing blocks it, but data are missing.
- `closable`: 可结项: eligible; closing itself is an act of people.
"""


class Description(TypedDict):
    """A package in words."""

    id: str
    """Its id."""
    version: str
    """Its version."""
    labels: Labels
    """Its name."""
    source: object
    """Title, issuer and year of the document that it comes from."""
    place: str
    """The place of the service, by its code."""
    indicators: list[IndicatorDescribed]
    """项目指标, with their clauses and requirements."""
    obligations: list[RequirementDescribed]
    """Obligations outside completion."""
    provider: list[RequirementDescribed]
    """What is asked of the provider."""
    readings: list[object]
    """Ambiguous words with their options; `default` is the option in force unless a contract chooses."""
    codes: object
    """The code lists."""


class Difference(TypedDict):
    """What changed, and because of what."""

    before: Side
    """How things stood before."""
    after: Side
    """How they stand after."""
    changes: list[ContractChange]
    """Closing decision, state, end of service and completion, as far as they changed."""
    requirements: list[RequirementChange]
    """Requirements whose outcome, holding, range or cells changed: those of the indicators, the
    obligations, the provider, then the needs of closing.
    """
    entries: list[EntryChange]
    """Entries that came, went or say something else."""


class _DraftFindingRequired(TypedDict):
    fields: list[str]
    """JSON pointers; none when other entries are concerned."""
    code: FindingCode
    """Which kind of thing."""
    severity: Severity
    """How grave it is here."""
    path: str
    """JSON pointer to the place inside the document or entry; empty for the whole."""


class DraftFinding(_DraftFindingRequired, total=False):
    """A finding with the fields at which a form shows it."""

    clause: str
    """The clause that the finding rests on."""
    params: dict[str, str]
    """What the message needs to know; personal values are masked."""
    position: Position
    """Line and column (both from 1) in the document."""
    records: list[str]
    """Ids of the entries concerned."""

Duty = Literal[
    "period",
    "requirement",
    "evaluation",
    "rectification",
    "extension_end",
    "service_end",
]
"""What kind of duty a row is.
- `period`: 周期任务: a period of a requirement.
- `requirement`: 指标: a requirement as a whole, due when its window ends.
- `evaluation`: 评估: an evaluation.
- `rectification`: 整改: an order to rectify with a due day.
- `extension_end`: 延期届满: the end that an extension gives.
- `service_end`: 服务期满: the end of the service as agreed.
"""


class _DutyAnswerRequired(TypedDict):
    what: Consequence
    """`rectification_order`, `termination` or `extension`."""
    force: Force
    """Right or duty."""
    clause: str
    """The clause."""


class DutyAnswer(_DutyAnswerRequired, total=False):
    """A right or duty out of a band."""

    done_by: str
    """The event that carries it out."""
    projected_end: str
    """The end of the service that an extension gives by the rule."""

DutyState = Literal[
    "done",
    "done_late",
    "due",
    "overdue",
    "unreachable",
    "waived",
]
"""Where a duty stands.
- `done`: 已完成: in time.
- `done_late`: 逾期完成: after the due day.
- `due`: 待完成: its day has not passed.
- `overdue`: 已逾期: its day has passed, and it is not certainly done.
- `unreachable`: 不可补救: broken although its day is still to come; work no longer mends it.
- `waived`: 已豁免.
"""


class _EntryChangeRequired(TypedDict):
    kind: str
    """Its kind."""
    id: str
    """Its id."""
    change: Change
    """What became of it."""


class EntryChange(_EntryChangeRequired, total=False):
    """An entry that came, went or says something else."""

    by: str
    """The correction that put it out of force, or the id in conflict."""


class Evaluation(TypedDict):
    """Where every indicator of a contract stands at the end of a day."""

    package: str
    """The package."""
    version: str
    """Its version, by which the whole service is judged."""
    contract: str
    """The contract."""
    as_of: str
    """The day."""
    service: Service
    """The service, extensions included."""
    completion: Completion
    """Indicators met, of those that count."""
    progress: str
    """Mean progress of the indicators, rounded down to four decimals."""
    indicators: list[IndicatorAnswer]
    """项目指标."""
    obligations: list[RequirementAnswer]
    """项目内容: tracked, outside completion."""
    provider: list[RequirementAnswer]
    """对项目实施机构的要求."""
    readings: list[ReadingInForce]
    """Readings in force."""
    findings: list[Finding]
    """What the evaluation found beside: broken rules, late deliveries, refused make-ups."""


class _ExplanationRequired(TypedDict):
    as_of: str
    """The day."""
    contract: str
    """The contract."""
    package: PackageName
    """The package."""
    service: ServiceSpan
    """The service with its agreed and its present end."""
    state: State
    """The state of the contract."""
    decision: Decision
    """The decision: by the state when the contract is terminated or closed; else `blocked` when a node
    of `closing` is `not_met` or `open`, one of `stages` is `not_met`, or a duty out of `triggers`
    has arisen and is not carried out; `undecided` when one of `closing` is `unknown`; else
    `closable`.
    """
    blockers: list[Finding]
    """What blocks it, each with its clause."""
    missing: list[Finding]
    """What is missing to decide."""
    next_steps: list[StepAnswer]
    """What may or must be done next."""
    completion: Completion
    """Indicators met, of those that count."""
    progress: str
    """Mean progress of the indicators, rounded down to four decimals."""
    closing: list[ExplanationNode]
    """What closing needs; under the completion stand the indicators."""
    stages: list[ExplanationNode]
    """评估阶段: evaluations and what followed from them. An evaluation that was not held does not block."""
    obligations: list[ExplanationNode]
    """项目内容: tracked, outside completion."""
    provider_requirements: list[ExplanationNode]
    """对项目实施机构的要求."""
    triggers: list[TriggerAnswer]
    """Rights and duties that arise from events."""
    orders: list[OrderAnswer]
    """Orders to rectify."""
    readings: list[ReadingInForce]
    """Readings in force."""
    findings: list[Finding]
    """What was found beside."""


class Explanation(_ExplanationRequired, total=False):
    """The closing decision with everything that it rests on. Requirements are judged as the closing
    decision judges them: what is open until closing is taken to end on the day.
    """

    indicators: list[ExplanationNode]
    """项目指标 of a package whose closing does not ask for them."""
    provider: str
    """承接机构."""
    purchaser: str
    """采购方."""

_ExplanationCheckRequiredWords = TypedDict(
    "_ExplanationCheckRequiredWords",
    {
        # What the failure does.
        "else": "CheckElse",
    },
)


class _ExplanationCheckRequired(TypedDict):
    finding: Finding
    """What fails."""


class ExplanationCheck(_ExplanationCheckRequiredWords, _ExplanationCheckRequired, total=False):
    """A check that fails."""

    cells: list[CellAnswer]
    """The cells that fail."""
    hi: str | None
    """What also might be; null when unbounded or not defined."""
    lo: str | None
    """What is certain; null when not even that is defined."""
    target: TargetAnswer
    """What should be."""

ExplanationKind = Literal[
    "completion",
    "indicator",
    "requirement",
    "part",
    "cell",
    "stage",
    "duty",
]
"""What a node of the tree stands for.
- `completion`: 完成率: the share of the indicators that closing needs.
- `indicator`: 项目指标: a clause with its requirements.
- `requirement`: Something measurable.
- `part`: A part of a combination.
- `cell`: One member and period of a requirement.
- `stage`: 评估阶段: an evaluation and what followed from it.
- `duty`: A right or duty out of an evaluation.
"""


class _ExplanationNodeRequired(TypedDict):
    kind: ExplanationKind
    """What it stands for."""
    outcome: Outcome
    """Where it stands."""


class ExplanationNode(_ExplanationNodeRequired, total=False):
    """One node: what was asked, what there is, and what it comes to."""

    boundary: list[BoundaryAnswer]
    """Readings under which it would stand elsewhere."""
    checks: list[ExplanationCheck]
    """Checks that fail."""
    children: list[ExplanationNode]
    """What it is made of."""
    clause: str
    """The clause."""
    combine: Combine
    """How the children come together."""
    due: str
    """Due day of a cell."""
    duty: DutyAnswer
    """Duties only: what, with which force, and who carried it out."""
    fraction: str
    """Share done, exact."""
    gaps: list[list[str]]
    """Uncovered stretches of days, first and last day of each."""
    holding: bool
    """Open, but holding now."""
    id: str
    """Its id."""
    infeasible: bool
    """It cannot be reached and needs a change order or a waiver."""
    labels: Labels
    """Its name."""
    members: list[str]
    """Members of a cell."""
    missing: list[str]
    """What is missing to be certain."""
    operands: Operands
    """What was compared; none where children decide."""
    overdue: bool
    """The due day has passed, and it is not met; what is handed in late may still count."""
    perhaps_owed: bool
    """A cell that perhaps nobody owes: what does not hold in it is unknown."""
    readings: dict[str, str]
    """Readings that bear on it, with the option in force."""
    records: list[ExplanationRecord]
    """The elements that count, perhaps count, or do not count and why."""
    share: ExplanationShare
    """Completion only: how many indicators are met, of how many, and the share that is needed."""
    shows: list[ShowAnswer]
    """Measures shown and never judged."""
    stage: StageAnswer
    """Stages only: the evaluation that decides, its score or verdict, its band and what follows."""
    text_only: bool
    """Has nothing measurable and stands outside; its outcome says nothing."""
    waived: WaivedAnswer
    """The waiver of this node itself, by whom."""
    window: str
    """Period of a cell."""


class _ExplanationRecordRequired(TypedDict):
    element: str
    """The element: an id, or an id with the place inside the entry."""
    counts: RecordCounts
    """Whether it counts."""


class ExplanationRecord(_ExplanationRecordRequired, total=False):
    """An element of the ledger under a node."""

    reason: Finding
    """Why it does not, or only perhaps does."""


class ExplanationShare(TypedDict):
    """The share of the indicators that are met."""

    met: int
    """Met."""
    of: int
    """Of these."""
    needed: str
    """The share needed."""


class _FindingRequired(TypedDict):
    code: FindingCode
    """Which kind of thing."""
    severity: Severity
    """How grave it is here."""
    path: str
    """JSON pointer to the place inside the document or entry; empty for the whole."""


class Finding(_FindingRequired, total=False):
    """One thing found."""

    clause: str
    """The clause that the finding rests on."""
    params: dict[str, str]
    """What the message needs to know; personal values are masked."""
    position: Position
    """Line and column (both from 1) in the document."""
    records: list[str]
    """Ids of the entries concerned."""

FindingCode = Literal[
    "malformed",
    "too_large",
    "too_deep",
    "duplicate_key",
    "unknown_field",
    "missing_field",
    "wrong_type",
    "unknown_word",
    "list_empty",
    "exactly_one_of",
    "text_empty",
    "text_too_long",
    "invalid_id",
    "invalid_number",
    "not_whole",
    "below_zero",
    "invalid_date",
    "invalid_period",
    "invalid_time",
    "unknown_kind",
    "unknown_code",
    "unknown_attribute",
    "invalid_partial_date",
    "too_many_digits",
    "wrong_package",
    "recorded_at_missing",
    "recorded_before_date",
    "interval_reversed",
    "retracts_itself",
    "voids_and_supersedes",
    "survey_counts_disagree",
    "survey_counted_twice",
    "evaluation_empty",
    "score_above_hundred",
    "mark_above_full",
    "waiver_of_nothing",
    "headcount_from_list",
    "dangling_reference",
    "retraction_cycle",
    "retraction_dangling",
    "contact_before_case_opened",
    "contact_after_case_closed",
    "session_gap",
    "session_repeated",
    "sessions_same_day",
    "worker_not_posted",
    "late_entry",
    "event_after_termination",
    "rule_broken",
    "overlap",
    "id_conflict",
    "retracted",
    "defective",
    "condition_failed",
    "unlisted",
    "undetermined",
    "outside_service",
    "outside_window",
    "not_yet",
    "same_key",
    "short",
    "not_in_force",
    "not_latest",
    "moved",
    "late_delivery",
    "check_failed",
    "waiver_without_target",
    "make_up_refused",
    "unknown_include",
    "include_cycle",
    "duplicate_id",
    "duplicate_code",
    "fixed_list",
    "unknown_collection",
    "unknown_path",
    "code_not_in_list",
    "unknown_condition",
    "condition_elsewhere",
    "condition_cycle",
    "unknown_operator",
    "operand_type",
    "literal_type",
    "unknown_contract_value",
    "age_without_day",
    "self_without_each",
    "link_missing",
    "link_ambiguous",
    "key_without_use",
    "no_interval",
    "window_in_having",
    "due_out_of_range",
    "empty_window",
    "unknown_anchor",
    "anchor_cycle",
    "impossible_target",
    "no_requirement",
    "overlap_unstated",
    "error_rule_not_own",
    "unknown_replaced",
    "unknown_option",
    "other_package",
    "dates_reversed",
    "midterm_outside",
    "weights_not_hundred",
    "unknown_reading",
    "unknown_reading_option",
    "readings_clash",
    "unknown_place",
    "unknown_contract",
    "indicator_not_met",
    "indicator_unknown",
    "closing_need_not_met",
    "closing_need_unknown",
    "duty_open",
    "stage_failing",
    "evaluation_missing",
    "score_missing",
    "extension_differs",
    "closed_despite_blockers",
    "version_not_loaded",
    "worker_double_booked",
    "worker_many_places",
    "photo_reused",
    "photo_in_two_packages",
    "headcount_above_list",
    "headcount_below_list",
    "bulk_back_entry",
    "bulk_entry_at_end",
    "entered_after_closing",
    "age_not_asked_for",
    "text_copied",
    "phone_as_home",
    "same_identity",
    "shared_event",
    "visit_and_contact",
    "full_time_twice",
    "window_past",
    "days_uncovered",
    "limit_exceeded",
    "too_few_days",
    "too_few_values",
    "only_the_latest",
    "limit_beside",
    "conditions_exclude",
    "member_unsuited",
    "not_attainable",
    "anchor_past",
    "data_missing",
    "element_entered",
    "element_left",
    "entry_corrected",
    "entry_added",
    "entry_removed",
    "entry_changed",
    "event_applies",
    "event_lapses",
    "window_begun",
    "window_over",
    "time_passed",
    "ground_arisen",
    "ground_cleared",
    "version_changed",
    "reading_changed",
    "contract_changed",
    "no_such_entry",
]
"""The stable name of a kind of finding."""


class Findings(TypedDict):
    """What was found."""

    findings: list[Finding]
    """The findings, in order."""

Force = Literal[
    "right",
    "duty",
]
"""Whether something may or must be done.
- `right`: 有权
- `duty`: 应当
"""


class Form(TypedDict):
    """What a form for entries of one kind needs."""

    kind: str
    """The kind."""
    family: str
    """`record`, `event` or `register`."""
    labels: Labels
    """Its name."""
    package: str
    """The package that its entries belong to."""
    fields: list[FormField]
    """Its fields in order, those of the kind before the attributes of the package."""
    rules: list[FormRule]
    """What is checked beyond the types of single fields."""


class _FormCodeRequired(TypedDict):
    code: str
    """The word on the wire."""
    labels: Labels
    """Its name."""


class FormCode(_FormCodeRequired, total=False):
    """A code of a list."""

    rank: int
    """Its rank in an ordered list."""


class _FormFieldRequired(TypedDict):
    name: str
    """The word on the wire."""
    path: str
    """JSON pointer into the entry, with `*` for any item of a list: `/workers/*/staff`."""
    labels: Labels
    """Its name."""
    type: str
    """`text`, `id`, `code`, `reference`, `whole`, `amount`, `date`, `partial_date`, `time`, `period`,
    `yes_no`, `list` or `items`.
    """
    input: str
    """What to ask with: `text`, `textarea`, `number`, `date`, `time`, `select`, `radio`, `checkboxes`,
    `reference`, `references`, `texts` or `items`.
    """
    required: bool
    """Whether every entry must have it."""
    personal: bool
    """A personal value: messages mask it, and screens should not show it needlessly."""
    attribute: bool
    """Whether the package declares it; it then stands under `attributes` in an entry."""


class FormField(_FormFieldRequired, total=False):
    """One field."""

    codes: list[FormCode]
    """The codes of the list, in its order."""
    fields: list[FormField]
    """The fields of the items in a list."""
    fixed: str
    """The only value that it can have."""
    limits: Limits
    """Bounds of its values."""
    list: str
    """The name of the code list."""
    of: str
    """The type of a list's values."""
    required_when: list[RequiredWhen]
    """What the rules ask for beyond that."""
    to: list[str]
    """The kinds that a reference may lead to."""


class _FormRuleRequired(TypedDict):
    code: str
    """The code of its finding."""
    severity: str
    """How grave its finding usually is."""
    scope: Scope
    """Whether the entry alone decides it."""
    depends: list[str]
    """The fields that it looks at; when one changes, it has to be checked again."""


class FormRule(_FormRuleRequired, total=False):
    """Something that is checked beyond the type of one field."""

    clause: str
    """The clause of the package's rule."""
    labels: Labels
    """The name of the package's rule."""
    rule: str
    """The rule of the package."""

_GapRequiredWords = TypedDict(
    "_GapRequiredWords",
    {
        # First day.
        "from": "str",
    },
)


class Gap(_GapRequiredWords):
    """A stretch of days, both included; how [`RequirementAnswer::gaps`] are written."""

    to: str
    """Last day."""


class Ics(TypedDict):
    """A calendar for calendar programs."""

    ics: str
    """iCalendar text (RFC 5545)."""


class _IndicatorAnswerRequired(TypedDict):
    id: str
    """Its id."""
    clause: str
    """The clause."""
    labels: Labels
    """Its name."""
    outcome: Outcome
    """The least of its requirements."""
    fraction: str
    """Mean of its requirements, exact."""
    requirements: list[RequirementAnswer]
    """Its requirements."""


class IndicatorAnswer(_IndicatorAnswerRequired, total=False):
    """An indicator as judged."""

    text_only: bool
    """Has nothing measurable and stands outside completion."""


class IndicatorDescribed(TypedDict):
    """An indicator in words."""

    id: str
    """Its id."""
    clause: str
    """The clause."""
    labels: Labels
    """Its name."""
    text_only: bool
    """Has nothing measurable and stands outside completion."""
    requirements: list[RequirementDescribed]
    """What it asks."""


class Integrity(TypedDict):
    """What evaluators would look at twice, in one ledger or across several. No verdict changes by it."""

    as_of: str
    """The day."""
    findings: list[IntegrityFinding]
    """What was found, by code."""
    counts: dict[str, int]
    """How many findings there are of each severity that occurs."""
    off: dict[str, list[str]]
    """Checks that the package of a contract states no threshold for, by contract; they were not made."""


class _IntegrityFindingRequired(TypedDict):
    code: FindingCode
    """Which kind of thing."""
    severity: Severity
    """How grave it is here."""
    path: str
    """JSON pointer to the place inside the document or entry; empty for the whole."""
    contracts: dict[str, list[str]]
    """Ids of the entries concerned, by contract."""


class IntegrityFinding(_IntegrityFindingRequired, total=False):
    """A finding with the records concerned."""

    clause: str
    """The clause that the finding rests on."""
    params: dict[str, str]
    """What the message needs to know; personal values are masked."""
    position: Position
    """Line and column (both from 1) in the document."""
    records: list[str]
    """Ids of the entries concerned."""


class KindOffered(TypedDict):
    """A kind as a choice on a screen."""

    kind: str
    """The word on the wire."""
    family: str
    """`record`, `event` or `register`."""
    labels: Labels
    """Its name."""
    counts_for: list[str]
    """The requirements that count its entries or items of them, by id."""


class Kinds(TypedDict):
    """The kinds of a package."""

    kinds: list[KindOffered]
    """In the order of the core's table."""

_LabelsRequiredWords = TypedDict(
    "_LabelsRequiredWords",
    {
        # Chinese.
        "zh-CN": "str",
    },
)


class Labels(_LabelsRequiredWords):
    """A name in both locales."""

    en: str
    """English."""


class _LeftElementRequired(TypedDict):
    element: str
    """The element."""


class LeftElement(_LeftElementRequired, total=False):
    """An element that no longer counts."""

    reason: Finding
    """Why; none when it is no longer there."""


class Lifecycle(TypedDict):
    """Where a contract stands in its life, and what may or must be done."""

    as_of: str
    """The day."""
    state: State
    """The state."""
    rectifying: bool
    """Whether an order to rectify stands uncured."""
    service: ServiceSpan
    """The service."""
    stages: list[StageAnswer]
    """The evaluations, by stage."""
    triggers: list[TriggerAnswer]
    """Rights and duties that arise from events."""
    orders: list[OrderAnswer]
    """Orders to rectify."""
    next_steps: list[StepAnswer]
    """What may or must be done next."""
    findings: list[Finding]
    """What does not fit together."""


class Limits(TypedDict, total=False):
    """Bounds of a value."""

    decimals: int
    """Most decimals of a number."""
    first_day: str
    """First day."""
    last_day: str
    """Last day."""
    max: int
    """Greatest number."""
    max_length: int
    """Most characters."""
    min: int
    """Least number."""
    pattern: str
    """A regular expression that the whole text matches."""


class LineFindings(TypedDict):
    """What was found in one line of a source."""

    line: int
    """Line in the source, from 1."""
    findings: list[Finding]
    """The findings, never empty."""

Locale = Literal[
    "zh-CN",
    "en",
]
"""The languages in which every message exists.
- `zh-CN`: Simplified Chinese, the default.
- `en`: English.
"""

Mark = Literal[
    "infeasible",
    "warning",
]
"""Marks beside an outcome.
- `infeasible`: Cannot be reached; needs a change order or waiver.
- `warning`: A check fails.
"""


class Misuse(TypedDict):
    """A request or question that no data could make right: a fault of the calling program. Bad *data*
    is never misuse; it is answered by findings.
    """

    code: str
    """`not_json`, `unknown_operation`, `unknown_id`, `option_missing` or `option_invalid`."""
    path: str
    """The option concerned; empty for the whole request."""
    message: str
    """What is wrong and what would be right, for the programmer."""

Need = Literal[
    "done",
    "hold",
    "work",
    "data",
    "wait",
    "unreachable",
]
"""What stands between now and a requirement's being met.
- `done`: 已达成: nothing; it is met, or waived.
- `hold`: 保持: it holds and must hold to the end.
- `work`: 待做: work.
- `data`: 待补资料: data first; `work` says what makes it certain without them.
- `wait`: 待发生: something that its window is counted from.
- `unreachable`: 不可补救: part of it can no longer be reached by work.
"""


class _NextDueRequired(TypedDict):
    day: str
    """The day."""
    what: str
    """What: `requirement`, `order`, `midterm` or `service_end`."""


class NextDue(_NextDueRequired, total=False):
    """A day on which something falls due."""

    id: str
    """The requirement or the order."""


class _OperandsRequired(TypedDict):
    lo: str | None
    """What is certain; none when not even that is defined."""
    hi: str | None
    """What also might be; none = unbounded, or not defined."""
    cmp: Comparison
    """The comparison."""
    target: str | None
    """With what; none when the member's code is not known."""
    first: str
    """First day on which an element counts."""
    last: str
    """Last day on which an element counts."""
    begun: bool
    """The first day has come."""
    over: bool
    """The last day, and its grace, have passed."""
    falls: bool
    """The measure can fall again, so that holding proves nothing before the end."""


class Operands(_OperandsRequired, total=False):
    """Everything a comparison was made of, so that its outcome can be worked out again."""

    infeasible: bool
    """The window does not meet the service."""
    late_counts: bool
    """What counts names the period that it is for, and does so however late it is handed in."""
    unit: str
    """The target's unit."""
    until_closing: bool
    """Deliveries are open until closing; where closing is asked for, that is the day of judgement."""
    waits_for: str
    """The window waits for this, which has not happened."""


class _OptionSensitivityRequired(TypedDict):
    option: str
    """The option."""
    decisive: bool
    """Whether a verdict would be another: an outcome or whether it holds, a band with its
    consequences, a right or duty, the decision.
    """


class OptionSensitivity(_OptionSensitivityRequired, total=False):
    """What another option would change. Everything empty: nothing."""

    closing: ClosingChange
    """The closing decision, where it or what it rests on would be another."""
    closing_items: list[ReadingRequirementChange]
    """Needs of closing that would stand otherwise."""
    requirements: list[ReadingRequirementChange]
    """Requirements that would stand otherwise."""
    stages: list[StageChange]
    """Evaluations from which something else would follow."""
    triggers: list[TriggerChange]
    """Rights and duties that would arise, or would not."""


class _OrderAnswerRequired(TypedDict):
    id: str
    """The event."""
    issue: str
    """What is to be mended."""
    reminders: int
    """Reminders since."""


class OrderAnswer(_OrderAnswerRequired, total=False):
    """An order to rectify."""

    cured_by: str
    """The event that cured it."""
    date: str
    """When it was given."""
    due: str
    """By when."""

Outcome = Literal[
    "not_met",
    "open",
    "unknown",
    "met",
]
"""Where a requirement stands. The order is the chain by which outcomes combine: all parts take the
least, any part the greatest.
- `not_met`: 未达成: certainly not, and the time is over. A waiver, make-up or late entry can lift it.
- `open`: 进行中: time remains.
- `unknown`: 待定: may already hold; data are missing.
- `met`: 达成: certainly.
"""


class Pace(TypedDict):
    """Work per month."""

    records: int
    """Entries to be made."""
    months: str
    """Months that remain, exact: whole months and the share of the last one, see [`months`]."""
    per_month: str
    """Entries per month, exact."""


class PackageName(TypedDict):
    """A package by name."""

    id: str
    """Its id."""
    version: str
    """The version in force."""
    labels: Labels
    """Its name."""

_PeriodInRequiredWords = TypedDict(
    "_PeriodInRequiredWords",
    {
        # The first.
        "from": "str",
    },
)


class PeriodIn(_PeriodInRequiredWords):
    """Days of which a period must hold some."""

    to: str
    """The last."""


class PlaceStep(TypedDict, total=False):
    """A step from a requirement or cell to what lies in it: to a part, or else to a cell."""

    members: list[str]
    """The members of the cell."""
    part: int
    """The part at this place of a combination, from 0; absent for a cell."""
    window: str
    """The period of the cell."""


class Portfolio(TypedDict):
    """Many contracts at once, those at risk first."""

    as_of: str
    """The day."""
    rows: list[PortfolioRow]
    """One row for each contract, by rank."""


class _PortfolioRowRequired(TypedDict):
    rank: int
    """Its place in the order of risk, from 1."""
    contract: str
    """The contract."""
    package: str
    """The package."""
    state: State
    """State of the contract."""
    decision: Decision
    """The closing decision, if it were taken on this day."""
    completion: Completion
    """Indicators met, of those that count."""
    progress: str
    """Mean progress of the indicators, exact."""
    time_passed: str
    """Share of the service's days that have passed, extensions included; from 0 to 1."""
    requirements: RequirementCounts
    """The requirements of the indicators."""
    overdue_cells: int
    """Cells past their due day and not met, of indicators, obligations and provider."""
    open_duties: int
    """Duties out of evaluations that nobody has carried out."""
    open_orders: int
    """Orders to rectify that are not cured."""
    boundary_readings: list[str]
    """Comparator readings on whose boundary a value sits exactly."""
    integrity: dict[str, int]
    """Integrity findings that concern the contract, by severity."""


class PortfolioRow(_PortfolioRowRequired, total=False):
    """Where one contract stands."""

    findings: list[Finding]
    """What stood in the way of the answer."""
    next_due: NextDue
    """What falls due next; none when nothing does."""
    provider: str
    """承接机构."""


class Position(TypedDict):
    """Line and column, both from 1; columns count characters."""

    line: int
    """Line."""
    column: int
    """Column."""


class ReadingInForce(TypedDict):
    """A reading as it stands for a contract."""

    id: str
    """Its id."""
    option: str
    """The chosen option."""
    labels: Labels
    """The option's name."""
    phrase: str
    """The decisive words of the source."""
    by_default: bool
    """Whether the contract left it at the default."""
    comparator: bool
    """Whether its options differ only in a comparison."""


class _ReadingRequirementChangeRequired(TypedDict):
    id: str
    """Its id."""
    clause: str
    """The clause."""


class ReadingRequirementChange(_ReadingRequirementChangeRequired, total=False):
    """A requirement before and after."""

    after: ReadingStanding
    """Under the other option."""
    before: ReadingStanding
    """Under the option in force; none when there is no such requirement."""


class ReadingSensitivity(TypedDict):
    """A reading with what its other options would change."""

    id: str
    """Its id."""
    phrase: str
    """The decisive words of the source."""
    option: str
    """The option in force."""
    by_default: bool
    """Whether the contract left it at the default."""
    options: list[OptionSensitivity]
    """The other options, in the order of the package."""


class _ReadingStandingRequired(TypedDict):
    outcome: Outcome
    """The outcome."""
    fraction: str
    """Share done, exact."""


class ReadingStanding(_ReadingStandingRequired, total=False):
    """Where a requirement stands."""

    cells: int
    """Cells that owe something, when there is a quantifier or a period."""
    hi: str
    """What also might be; none when there is no number, or no limit."""
    holding: bool
    """Open, but holding now."""
    lo: str
    """What is certain; of a single cell, and none when there is no number."""

RecordCounts = Literal[
    "yes",
    "perhaps",
    "no",
]
"""Whether an element counts.
- `yes`: It counts.
- `perhaps`: Data are missing.
- `no`: It does not.
"""


class Rejected(TypedDict):
    """A line that was not admitted; it is kept, so that nothing is lost silently."""

    source: str
    """The file or other source, as the caller names it."""
    line: int
    """Line in the source, from 1."""
    text: str
    """The line as given; bytes that are no UTF-8 are replaced."""
    findings: list[Finding]
    """Why it was rejected, and what else was found."""


class RejectedLines(TypedDict):
    """The lines that were not admitted."""

    rejected: list[Rejected]
    """By source and line."""


class Remaining(TypedDict):
    """The least further work from a day on."""

    as_of: str
    """The day; it is over."""
    service: Service
    """The service, extensions included."""
    days_left: int
    """Days of the service that remain."""
    state: State
    """The state of the contract; after termination or closure no work counts any more."""
    requirements: list[RequirementRemaining]
    """The requirements of the indicators, in the order of the package."""
    tracked: list[RequirementRemaining]
    """Requirements outside completion that are tracked: obligations and demands on the provider."""
    total: Total
    """All indicators together."""
    closing: ClosingRemaining
    """What closing needs beside them."""


class RenderedText(TypedDict):
    """Rendered text."""

    text: str
    """The text."""


class _RequiredWhenRequired(TypedDict):
    code: str
    """The code of the finding when the field is not there."""
    severity: str
    """What its absence is: error, defect or warning."""


class RequiredWhen(_RequiredWhenRequired, total=False):
    """A field is asked for when `where` holds (always, without it), unless one of `unless` does."""

    rule: str
    """The rule of the package."""
    unless: list[object]
    """What may stand in for it."""
    where: object
    """When it is asked for, in the words of the package format."""


class _RequirementAnswerRequired(TypedDict):
    clause: str
    """The clause."""
    outcome: Outcome
    """Where it stands."""
    fraction: str
    """Share done, exact."""


class RequirementAnswer(_RequirementAnswerRequired, total=False):
    """Where a requirement stands, and why."""

    boundary: list[BoundaryAnswer]
    """Comparator readings under which the outcome would be another."""
    cells: list[CellAnswer]
    """Its cells, when there is a quantifier or a period."""
    checks: list[CheckAnswer]
    """Checks that fail."""
    counted: list[str]
    """Elements that count, certainly or perhaps."""
    gaps: list[Gap]
    """Uncovered stretches of days."""
    hi: str | None
    """What also might be; null when unbounded or not defined."""
    holding: bool
    """Open, but holding now."""
    id: str
    """Its id."""
    labels: Labels
    """Its name."""
    lo: str | None
    """What is certain; null when not even that is defined."""
    marks: list[Mark]
    """Marks beside the outcome."""
    missing: list[str]
    """What is missing to be certain."""
    not_counted: dict[str, Finding]
    """Elements that are about this and do not count, each with the reason."""
    parts: list[RequirementAnswer]
    """The parts of a combination."""
    perhaps: dict[str, Finding]
    """Of the elements that count, those that only perhaps do, each with the reason."""
    readings: dict[str, str]
    """Readings that bear on it, with the option in force."""
    shows: list[ShowAnswer]
    """Measures shown and never judged."""
    target: TargetAnswer
    """What must be reached."""
    text_only: bool
    """Has nothing measurable; the outcome then says nothing."""
    waived: list[WaivedAnswer]
    """What was waived, by whom."""


class _RequirementChangeRequired(TypedDict):
    clause: str
    """The clause."""
    before: Standing | None
    """How it stood; none when it was not asked for."""
    after: Standing | None
    """How it stands; none when it is no longer asked for."""


class RequirementChange(_RequirementChangeRequired, total=False):
    """A requirement that changed."""

    because: list[Finding]
    """What explains the change; of the whole requirement, not of its parts."""
    cells: list[CellChange]
    """The cells that changed."""
    entered: list[str]
    """Elements that count, certainly or perhaps, and did not before."""
    id: str
    """Its id; parts may have none."""
    labels: Labels
    """Its name."""
    left: list[LeftElement]
    """Elements that no longer count."""
    parts: list[RequirementChange]
    """The parts that changed."""


class RequirementCounts(TypedDict):
    """How many requirements stand how."""

    met: int
    """Met."""
    open: int
    """Open."""
    behind_pace: int
    """Of the open ones, those of which a smaller share is done than of the service has passed."""
    not_met: int
    """Not met, and the time is over."""
    unknown: int
    """Undecided for want of data."""


class _RequirementDescribedRequired(TypedDict):
    id: str
    """Its id."""
    clause: str
    """The clause."""
    labels: Labels
    """Its name."""


class RequirementDescribed(_RequirementDescribedRequired, total=False):
    """A requirement in words."""

    readings: list[str]
    """Readings that bear on it."""
    target: TargetDescribed
    """The comparison with its number; none for a combination or a number that hangs on the member."""


class _RequirementRemainingRequired(TypedDict):
    requirement: str
    """Its id."""
    clause: str
    """The clause."""
    outcome: Outcome
    """Where it stands."""
    need: Need
    """What is needed."""
    records: int
    """The least number of entries, for this requirement alone."""


class RequirementRemaining(_RequirementRemainingRequired, total=False):
    """The least further work that closes a requirement."""

    labels: Labels
    """Its name."""
    last_useful_day: str
    """The last day on which work still counts; none = up to closing, or no work."""
    missing: list[Finding]
    """What is missing to be certain; to be supplied before any work."""
    next_deadline: str
    """The first day by which some of the work must be done."""
    pace: Pace
    """Entries per month up to that day."""
    unreachable: list[Finding]
    """What can no longer be reached without a waiver, make-up or change order."""
    work: list[WorkItem]
    """The work."""

_RowRequiredWords = TypedDict(
    "_RowRequiredWords",
    {
        # First day of its window.
        "from": "str",
    },
)


class _RowRequired(TypedDict):
    duty: Duty
    """What kind of duty."""
    of: str
    """The requirement, stage, order or event."""
    labels: Labels
    """Its name."""
    to: str
    """Last day of its window."""
    due: str
    """The day on which it is due."""
    state: DutyState
    """Where it stands."""


class Row(_RowRequiredWords, _RowRequired, total=False):
    """A duty."""

    by: str
    """The event that did it, or who approved the waiver."""
    clause: str
    """The clause."""
    done_on: str
    """The day on which it came to be done."""
    members: list[str]
    """The members that it is for."""
    outcome: Outcome
    """How the requirement is judged."""
    remind: str
    """The day to remind of it: the one before a due day that the clause sets."""
    waits_for: str
    """What must happen first, because the window is counted from it."""
    window: str
    """The period."""


class _RuleDemandRequired(TypedDict):
    rule: str
    """The rule."""
    clause: str
    """The clause."""
    labels: Labels
    """Its name."""
    need: list[ConditionAnswer]
    """What it asks."""


class RuleDemand(_RuleDemandRequired, total=False):
    """A rule of the package that a new entry has to keep."""

    of: list[ConditionAnswer]
    """Of which entries; empty = of all of the kind."""

Scope = Literal[
    "entry",
    "ledger",
]
"""What decides a rule.
- `entry`: The entry alone.
- `ledger`: The other entries of the ledger too.
"""


class Sensitivity(TypedDict):
    """How far the verdicts of a day hang on the readings chosen."""

    as_of: str
    """The day."""
    contract: str
    """The contract."""
    decision: Decision
    """The closing decision under the options in force."""
    readings: list[ReadingSensitivity]
    """Readings of which another option would change something."""
    unchanged: list[str]
    """Readings of which no option would change anything, by id."""
    boundary: list[BoundaryValue]
    """Values that sit exactly on a boundary: the other reading of a comparator judges them otherwise."""
    findings: list[Finding]
    """What stood in the way of the answer."""


class Service(TypedDict):
    """First and last day of the service."""

    start: str
    """First day."""
    end: str
    """Last day."""


class _ServiceSpanRequired(TypedDict):
    start: str
    """First day."""
    agreed_end: str
    """Last day as agreed."""
    end: str
    """Last day, extensions included."""


class ServiceSpan(_ServiceSpanRequired, total=False):
    """The service with its agreed and its present end."""

    extended_by: list[str]
    """The extension events."""

Severity = Literal[
    "error",
    "defect",
    "warning",
    "note",
]
"""How grave a finding is.
- `error`: Rejects the entry or document.
- `defect`: Keeps the entry but does not count it until repaired.
- `warning`: Worth a look; changes no verdict.
- `note`: A reason or remark.
"""


class ShowAnswer(TypedDict):
    """A measure shown and never judged."""

    labels: Labels
    """Its name."""
    lo: str | None
    """What is certain; null when not even that is defined."""
    hi: str | None
    """What also might be; null when unbounded or not defined."""


class Side(TypedDict):
    """How a contract stands on one side of a difference."""

    as_of: str
    """The day."""
    contract: str
    """The contract."""
    version: str
    """The version of the package in force."""
    decision: Decision
    """The closing decision."""
    state: State
    """The state."""
    service_end: str
    """Last day of the service, extensions included."""
    completion: Completion
    """Indicators met, of those that count."""
    progress: str
    """Mean progress of the indicators, rounded down to four decimals."""


class _StageAnswerRequired(TypedDict):
    id: str
    """`midterm`, `final` or `third_party`."""
    clause: str
    """The clause."""


class StageAnswer(_StageAnswerRequired, total=False):
    """A stage with the evaluation that decides it."""

    band: str
    """The band that it falls in."""
    boundary: list[BoundaryAnswer]
    """Comparator readings under which another band would be hit."""
    cured_by_evaluation: bool
    """Only a better evaluation of the stage lifts the band."""
    date: str
    """Its day."""
    duties: list[DutyAnswer]
    """What follows."""
    evaluation: str
    """The evaluation that decides."""
    score: str
    """Its score."""
    verdict: str
    """Its verdict."""


class StageChange(TypedDict):
    """A stage before and after."""

    id: str
    """`midterm`, `final` or `third_party`."""
    clause: str
    """The clause."""
    before: StageStanding
    """Under the option in force."""
    after: StageStanding
    """Under the other option."""


class StageStanding(TypedDict, total=False):
    """What an evaluation leads to."""

    band: str
    """The band; none when it passes."""
    consequences: list[ConsequenceStanding]
    """What follows."""
    cured_by_evaluation: bool
    """Only a better evaluation lifts the band."""
    evaluation: str
    """The evaluation that decides."""


class _StandingRequired(TypedDict):
    outcome: Outcome
    """Where it stands."""


class Standing(_StandingRequired, total=False):
    """How a requirement or cell stands."""

    hi: str
    """What also might be."""
    holding: bool
    """Open, but holding now."""
    lo: str
    """What is certain."""
    waived: list[str]
    """The waivers at work."""


class _StandingRowRequired(TypedDict):
    requirement: str
    """The requirement."""
    standing: Standing
    """How it stands."""


class StandingRow(_StandingRowRequired, total=False):
    """How a requirement, or a part or cell of one, stands."""

    place: list[PlaceStep]
    """The way to a part or cell of it; absent for the requirement as a whole."""


class Standings(TypedDict):
    """Where everything stands."""

    as_of: str
    """The day."""
    rows: list[StandingRow]
    """Requirements in the package's order, each with its parts and cells."""
    completion: Completion
    """Indicators met, of those that count."""

State = Literal[
    "not_started",
    "in_service",
    "ended",
    "terminated",
    "closed",
]
"""The state of a contract.
- `not_started`: 未开始: before the first day.
- `in_service`: 服务中: within the service, extensions included.
- `ended`: 待结项: after the last day.
- `terminated`: 已终止: by a termination event.
- `closed`: 已结项: by a closure event.
"""

Step = Literal[
    "serve",
    "evaluate",
    "reevaluate",
    "rectification_order",
    "rectify",
    "remind",
    "extension",
    "termination",
    "acceptance",
    "closure",
]
"""The closed list of steps.
- `serve`: Carry out the service and keep records.
- `evaluate`: Hold an evaluation.
- `reevaluate`: Evaluate again after rectification.
- `rectification_order`: Order rectification.
- `rectify`: Mend what was ordered.
- `remind`: Remind of an order.
- `extension`: Extend the service.
- `termination`: Terminate the contract.
- `acceptance`: Accept or refuse the work (验收).
- `closure`: Close, once the closing decision says closable (结项).
"""


class _StepAnswerRequired(TypedDict):
    step: Step
    """The step."""
    force: Force
    """Right or duty."""


class StepAnswer(_StepAnswerRequired, total=False):
    """A step with its force and ground."""

    clause: str
    """The clause."""
    of: str
    """What it concerns: a stage, an order, a trigger."""


class _TargetAnswerRequired(TypedDict):
    cmp: Comparison
    """`at_least`, `more_than`, `at_most` or `less_than`."""


class TargetAnswer(_TargetAnswerRequired, total=False):
    """What must be reached."""

    unit: str
    """The unit."""
    value: str
    """The number; none when it depends on the member."""


class TargetDescribed(TypedDict):
    """A target in words."""

    cmp: str
    """`at_least`, `more_than`, `at_most` or `less_than`."""
    value: str
    """The exact number."""
    unit: str
    """Its unit."""


class _TotalRequired(TypedDict):
    records: int
    """The least number of entries; what serves several requirements is counted once."""
    done: int
    """Requirements that are done, or only have to hold."""
    work: int
    """Requirements that work closes."""
    data: int
    """Requirements that want data first."""
    wait: int
    """Requirements that wait for something."""
    unreachable: int
    """Requirements of which part can no longer be reached by work."""


class Total(_TotalRequired, total=False):
    """All indicators together."""

    last_useful_day: str
    """The last day on which work still counts."""
    next_deadline: str
    """The first day by which some of the work must be done."""
    pace: Pace
    """Entries per month up to the service's end."""


class TrialFindings(TypedDict):
    """What was found in one part of a trial."""

    list: str
    """`add`, `remove` or `replace`."""
    item: int
    """Place in that list, from 1."""
    findings: list[Finding]
    """The findings; with an error among them the item changed nothing."""


class _TriggerAnswerRequired(TypedDict):
    id: str
    """Its id."""
    clause: str
    """The clause."""
    arisen: bool
    """Whether it has arisen."""
    then: list[Consequence]
    """What follows."""
    force: Force
    """Right or duty."""


class TriggerAnswer(_TriggerAnswerRequired, total=False):
    """A right or duty that arises from events."""

    boundary: list[BoundaryAnswer]
    """Comparator readings under which it would be otherwise."""
    done_by: str
    """The event that carries it out, dated from the day on which it arose."""


class TriggerChange(TypedDict):
    """A right or duty out of events, before and after."""

    id: str
    """Its id."""
    clause: str
    """The clause."""
    before: bool
    """Whether it has arisen under the option in force."""
    after: bool
    """Whether it would have under the other option."""


class _WaivedAnswerRequired(TypedDict):
    event: str
    """The event."""
    approved_by: str
    """Who approved."""


class WaivedAnswer(_WaivedAnswerRequired, total=False):
    """A waiver at work."""

    member: str
    """The member."""
    requirement: str
    """The requirement."""
    window: str
    """The period."""


class WhatIf(TypedDict):
    """What would change."""

    findings: list[TrialFindings]
    """What was found in the entries of the trial, those without findings left out."""
    difference: Difference
    """The difference between the ledger and the ledger as tried."""

_WorkItemOptionalWords = TypedDict(
    "_WorkItemOptionalWords",
    {
        # First day on which it counts, after the day of judgement.
        "from": "str",
    },
    total=False,
)


class _WorkItemRequired(TypedDict):
    requirement: str
    """The requirement, or the part of one, that it serves."""
    clause: str
    """The clause."""
    action: Action
    """What to do."""
    kind: str
    """The kind of the entries concerned."""
    labels: Labels
    """Kind, and list, in words."""
    n: int
    """How many: entries, items, containers or days."""
    records: int
    """The least number of entries that do it, what `inside` lists included."""


class WorkItem(_WorkItemOptionalWords, _WorkItemRequired, total=False):
    """One piece of work."""

    alike: list[str]
    """What they must agree in, so that they may overlap in time."""
    amount: str
    """How much, for sums and quotients; exact."""
    by: list[str]
    """How a child names its container or members."""
    conditions: list[ConditionAnswer]
    """What each must satisfy."""
    containers: list[str]
    """The containers that are there and are to be completed or settled."""
    distinct: list[str]
    """What must differ from one to the next and from those that count already."""
    due: str
    """Due day, for what is to be on time."""
    exceed: bool
    """The amount, or rate, must be exceeded: reaching it is not enough."""
    field: str
    """The field that is added up."""
    further: bool
    """Of a share: the amount is of further ones, each of which adds to what stands below as well."""
    in_turn: bool
    """Items of one entry may not overlap in time: each begins after the one before has ended."""
    in_words: Labels
    """The same in words."""
    inside: list[WorkItem]
    """What each new container must hold."""
    jointly: bool
    """One record may serve several containers or members at once: it names them in a list."""
    last_useful_day: str
    """Last day on which it still counts; none = up to closing."""
    late: bool
    """It can only be delivered late, and still counts."""
    list: str
    """The list in them, when items are counted."""
    members: list[str]
    """The members of the cell."""
    period: PeriodIn
    """Where a record names the period that it is for, and the cell is none: days of which that period
    must hold some.
    """
    placed_by: list[str]
    """The field by whose date or period a record is placed in time."""
    rate: str
    """The quotient that is to be reached; exact."""
    rules: list[RuleDemand]
    """What the package's rules ask of such an entry besides, or it does not count."""
    shared: int
    """How many of `n` (for items: of `records`) other items of this answer bring already; the total
    counts them once.
    """
    since: str
    """A day of the container that none of what it holds may precede."""
    taken: list[str]
    """Values of a code that are taken."""
    unit: str
    """The unit of the target."""
    waits_for: str
    """What must happen first, because the window is counted from it."""
    window: str
    """The period of the cell."""

# --- Options of questions 提问参数 ---

_CalendarOptionsOptionalWords = TypedDict(
    "_CalendarOptionsOptionalWords",
    {
        # First day of the span; the service's first day when absent.
        "from": "str",
    },
    total=False,
)


class _CalendarOptionsRequired(TypedDict):
    as_of: str
    """The day at whose end things stand."""


class CalendarOptions(_CalendarOptionsOptionalWords, _CalendarOptionsRequired, total=False):
    """Options of the question `calendar`."""

    format: str
    """`rows` (data, when absent) or `ics` (iCalendar text)."""
    locale: Locale
    """Language of rendered text; `zh-CN` when absent."""
    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""
    to: str
    """Last day of the span; open when absent."""


class _CheckOptionsRequired(TypedDict):
    as_of: str
    """The day at whose end things stand."""


class CheckOptions(_CheckOptionsRequired, total=False):
    """Options of the question `check`."""

    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""


class _CheckDraftOptionsRequired(TypedDict):
    draft: Entry
    """The entry as far as it is written."""


class CheckDraftOptions(_CheckDraftOptionsRequired, total=False):
    """Options of the question `check_draft`."""

    as_of: str
    """The day at whose end the ledger is looked at; everything in it is known when absent."""
    import_date: str
    """Day of entry of a draft that states none."""
    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""
    touched: list[str]
    """JSON pointers of the fields that were filled in or left; all when absent."""


class _ClosingOptionsRequired(TypedDict):
    as_of: str
    """The day at whose end things stand."""


class ClosingOptions(_ClosingOptionsRequired, total=False):
    """Options of the question `closing`."""

    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""

_DiffOptionsOptionalWords = TypedDict(
    "_DiffOptionsOptionalWords",
    {
        # In one ledger: the earlier day.
        "from": "str",
    },
    total=False,
)


class DiffOptions(_DiffOptionsOptionalWords, total=False):
    """Options of the question `diff`."""

    as_of: str
    """Between two ledgers: the day at whose end both stand."""
    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""
    to: str
    """In one ledger: the later day."""


class _EvaluateOptionsRequired(TypedDict):
    as_of: str
    """The day at whose end things stand."""


class EvaluateOptions(_EvaluateOptionsRequired, total=False):
    """Options of the question `evaluate`."""

    requirement: str
    """Id of a requirement or part: only what concerns this one is answered."""
    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""


class _ExplainOptionsRequired(TypedDict):
    as_of: str
    """The day at whose end things stand."""


class ExplainOptions(_ExplainOptionsRequired, total=False):
    """Options of the question `explain`."""

    format: str
    """`tree` (data, when absent), or the text rendered as `text`, `markdown` or `html`."""
    locale: Locale
    """Language of rendered text; `zh-CN` when absent."""
    requirement: str
    """Id of a requirement or part: only what concerns this one is answered."""
    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""


class _FormOptionsRequired(TypedDict):
    kind: str
    """Name of a kind, like `visit`."""


class FormOptions(_FormOptionsRequired, total=False):
    """Options of the question `form`."""

    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""


class _IntegrityOptionsRequired(TypedDict):
    as_of: str
    """The day at whose end things stand."""


class IntegrityOptions(_IntegrityOptionsRequired, total=False):
    """Options of the question `integrity`."""

    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""


class _LifecycleOptionsRequired(TypedDict):
    as_of: str
    """The day at whose end things stand."""


class LifecycleOptions(_LifecycleOptionsRequired, total=False):
    """Options of the question `lifecycle`."""

    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""


class _PortfolioOptionsRequired(TypedDict):
    as_of: str
    """The day at whose end things stand."""


class PortfolioOptions(_PortfolioOptionsRequired, total=False):
    """Options of the question `portfolio`."""

    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""


class RecordsOptions(TypedDict, total=False):
    """Options of the question `records`."""

    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""


class RejectedOptions(TypedDict, total=False):
    """Options of the question `rejected`."""

    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""


class _RemainingOptionsRequired(TypedDict):
    as_of: str
    """The day at whose end things stand."""


class RemainingOptions(_RemainingOptionsRequired, total=False):
    """Options of the question `remaining`."""

    requirement: str
    """Id of a requirement or part: only what concerns this one is answered."""
    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""


class _SensitivityOptionsRequired(TypedDict):
    as_of: str
    """The day at whose end things stand."""


class SensitivityOptions(_SensitivityOptionsRequired, total=False):
    """Options of the question `sensitivity`."""

    reading: str
    """Id of a reading: only this one is tried."""
    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""


class _WhatIfOptionsRequired(TypedDict):
    as_of: str
    """The day at whose end things stand."""


class WhatIfOptions(_WhatIfOptionsRequired, total=False):
    """Options of the question `what_if`."""

    add: list[Entry]
    """Entries to add."""
    remove: list[str]
    """Ids of entries to leave out."""
    replace: list[Entry]
    """Entries that take the place of those with their ids."""
    select: list[str]
    """Dotted paths of the parts of the answer to keep; `*` stands for every key."""

# --- Entries 台账条目 ---


class _AcceptanceEntryRequired(TypedDict):
    kind: Literal["acceptance"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""
    passed: bool
    """是否通过: Whether it passed."""


class AcceptanceEntry(_AcceptanceEntryRequired, total=False):
    """验收：the purchaser accepted the work or did not."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _ActivityEntryRequired(TypedDict):
    kind: Literal["activity"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    category: str
    """类别: What it is about."""


class ActivityEntry(_ActivityEntryRequired, total=False):
    """社区活动、培训、讲座、宣传：something held for many."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    counted_by: str | None
    """计数方式: How the headcount was found."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    headcount: int | None
    """参加人数: How many took part, without staff and volunteers on duty; a participant list with roles
    overrides it.
    """
    minutes: int | None
    """时长（分钟）: Length in minutes."""
    note: str | None
    """备注: A free remark."""
    organisation: str | None
    """组织: The organisation it was held for or by."""
    participants: list[ActivityParticipant] | None
    """参加者: Who took part, as on the sign-in sheet."""
    place: str | None
    """地点: Where it took place."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    stage: str | None
    """阶段: Which stage of a longer work it belongs to."""
    start: str | None
    """开始时间: Begin, on the day of the entry's date."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    theme: str | None
    """主题: Its theme."""
    title: str | None
    """活动名称: Its name."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class ActivityParticipant(TypedDict, total=False):
    """One who took part."""

    name: str | None
    """姓名: A bare name, when no register knows the person."""
    person: str | None
    """人员: A person, of the register."""
    role: str | None
    """角色: In which role."""


class _AttachmentRequired(TypedDict):
    kind: str
    """附件类型: What it is."""
    sha256: str
    """文件校验值: Hash of the file, by which reuse is seen."""


class Attachment(_AttachmentRequired, total=False):
    """A piece of evidence; the file itself stays outside."""

    name: str | None
    """文件名: Name of the file."""

_AttendanceEntryOptionalWords = TypedDict(
    "_AttendanceEntryOptionalWords",
    {
        # 上班时间: Begin of work.
        "from": "str | None",
    },
    total=False,
)


class _AttendanceEntryRequired(TypedDict):
    kind: Literal["attendance"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    worker: str
    """出勤人员: The member of staff."""


class AttendanceEntry(_AttendanceEntryOptionalWords, _AttendanceEntryRequired, total=False):
    """考勤：a member of staff at work on a day."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    note: str | None
    """备注: A free remark."""
    place: str | None
    """地点: Where it took place."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    to: str | None
    """下班时间: End of work."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class _AttestationEntryRequired(TypedDict):
    kind: Literal["attestation"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    item: str
    """佐证事项: What is attested."""


class AttestationEntry(_AttestationEntryRequired, total=False):
    """佐证：a statement that something without a number was done."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attested_by: str | None
    """佐证方: Who attests it."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    items: list[str] | None
    """明细: Details, one text each."""
    note: str | None
    """备注: A free remark."""
    place: str | None
    """地点: Where it took place."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class _CaseContactEntryRequired(TypedDict):
    kind: Literal["case_contact"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    case: str
    """个案: The case."""


class CaseContactEntry(_CaseContactEntryRequired, total=False):
    """个案跟进：one contact within a case."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    content: str | None
    """内容: What was done, in the worker's words."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    minutes: int | None
    """时长（分钟）: Length in minutes."""
    mode: str | None
    """方式: How: at home, face to face, by phone …"""
    note: str | None
    """备注: A free remark."""
    place: str | None
    """地点: Where it took place."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    start: str | None
    """开始时间: Begin, on the day of the entry's date."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class _CaseEntryRequired(TypedDict):
    kind: Literal["case"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    client: str
    """服务对象: The client, of the person register."""


class CaseEntry(_CaseEntryRequired, total=False):
    """个案：work with one client from opening to closing; `date` is the day it was opened."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    closed: str | None
    """结案日期: Day on which the case was closed; open when absent."""
    consent: bool | None
    """服务对象同意: Whether the client agreed."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    goal: str | None
    """目标: What the work aims at."""
    guardian_consent: bool | None
    """监护人同意: Whether a minor's guardian agreed."""
    note: str | None
    """备注: A free remark."""
    place: str | None
    """地点: Where it took place."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class _ChangeOrderEntryRequired(TypedDict):
    kind: Literal["change_order"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""
    version: str
    """项目包版本: Version of the package."""


class ChangeOrderEntry(_ChangeOrderEntryRequired, total=False):
    """变更：another version of the package holds from `date` on."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _ClosureEntryRequired(TypedDict):
    kind: Literal["closure"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""


class ClosureEntry(_ClosureEntryRequired, total=False):
    """结项：closes the contract."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _DocumentEntryRequired(TypedDict):
    kind: Literal["document"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    category: str
    """类别: What it is about."""


class DocumentEntry(_DocumentEntryRequired, total=False):
    """文档: 报告、清单、制度、档案、案例：a paper that is handed in or kept."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    case: str | None
    """个案: The case that it is about."""
    copies: int | None
    """份数: Copies printed or given out."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    items: list[str] | None
    """条目: Its entries, one text each; of a list or catalogue."""
    methods: list[str] | None
    """调研方法: Methods of the survey behind it."""
    note: str | None
    """备注: A free remark."""
    parts: list[str] | None
    """组成部分: What it includes."""
    period: str | None
    """所属期间: The week, month, quarter or year that it is about."""
    place: str | None
    """地点: Where it took place."""
    projects: list[str] | None
    """涉及项目: The projects that it covers."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    submitted_on: str | None
    """提交日期: Day on which it was handed in."""
    submitted_to: str | None
    """提交对象: To whom it was handed in."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    title: str | None
    """标题: Its title."""
    version_date: str | None
    """版本日期: Day of the version."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class _EvaluationEntryRequired(TypedDict):
    kind: Literal["evaluation"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""
    stage: Literal["midterm"] | Literal["final"] | Literal["third_party"]
    """评估阶段: Which evaluation."""


class EvaluationEntry(_EvaluationEntryRequired, total=False):
    """评估：an evaluation with a score, marks or a verdict."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    evaluator: str | None
    """评估方: Who evaluated."""
    marks: list[EvaluationMark] | None
    """分项得分: Marks by aspect, weighted by the contract when there is no score."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    score: float | None
    """得分: Score out of 100."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    verdict: Literal["qualified"] | Literal["unqualified"] | None
    """结论: Verdict."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _EvaluationMarkRequired(TypedDict):
    aspect: str
    """评估方面: The aspect."""
    mark: float
    """得分: The mark."""


class EvaluationMark(_EvaluationMarkRequired, total=False):
    """The mark of one aspect."""

    full: float | None
    """满分: The full mark; 100 when absent, unless no mark exceeds the weight of its aspect: then they
    may be out of these, and there is no score.
    """


class _ExtensionEntryRequired(TypedDict):
    kind: Literal["extension"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""
    new_end: str
    """新的结束日期: New last day of the service."""


class ExtensionEntry(_ExtensionEntryRequired, total=False):
    """延长服务期：moves the end of the service."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    stage: Literal["midterm"] | Literal["final"] | Literal["third_party"] | None
    """评估阶段: The evaluation that it follows from."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _FeeComplaintEntryRequired(TypedDict):
    kind: Literal["fee_complaint"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""


class FeeComplaintEntry(_FeeComplaintEntryRequired, total=False):
    """收费投诉：a complaint that clients were charged."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    upheld: bool | None
    """是否属实: Whether it proved true."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _GroupEntryRequired(TypedDict):
    kind: Literal["group"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""


class GroupEntry(_GroupEntryRequired, total=False):
    """小组：a group that meets several times; `date` is the day it was formed."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    members: list[str] | None
    """组员: Its members, of the person register."""
    note: str | None
    """备注: A free remark."""
    place: str | None
    """地点: Where it took place."""
    plan: str | None
    """小组计划: The plan, in words."""
    planned_sessions: int | None
    """计划节数: How many sessions are planned."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    title: str | None
    """小组名称: Its name."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class _GroupSessionEntryRequired(TypedDict):
    kind: Literal["group_session"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    group: str
    """小组: The group."""


class GroupSessionEntry(_GroupSessionEntryRequired, total=False):
    """小组节次：one meeting of a group."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    content: str | None
    """内容: What was done, in the worker's words."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    minutes: int | None
    """时长（分钟）: Length in minutes."""
    note: str | None
    """备注: A free remark."""
    place: str | None
    """地点: Where it took place."""
    present: list[str] | None
    """出席组员: Members who came, of the person register."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    session: int | None
    """节次: Its number within the group, from 1."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    start: str | None
    """开始时间: Begin, on the day of the entry's date."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""

_HouseholdEntryOptionalWords = TypedDict(
    "_HouseholdEntryOptionalWords",
    {
        # 起始日期: First day on which it belongs to the register.
        "from": "str | None",
    },
    total=False,
)


class _HouseholdEntryRequired(TypedDict):
    kind: Literal["household"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id, unique in its register; a later entry with it is the next version."""


class HouseholdEntry(_HouseholdEntryOptionalWords, _HouseholdEntryRequired, total=False):
    """户：people who live together."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    lists: list[HouseholdListing] | None
    """所在名单: Lists that name the household."""
    name: str | None
    """户名: Name, mostly that of its head."""
    note: str | None
    """备注: A free remark."""
    place: str | None
    """地点: Where it lives."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    to: str | None
    """终止日期: Last day on which it belongs to the register."""

_HouseholdListingOptionalWords = TypedDict(
    "_HouseholdListingOptionalWords",
    {
        # 起始日期: First day; unknown when absent and `to` is given.
        "from": "str | None",
    },
    total=False,
)


class _HouseholdListingRequired(TypedDict):
    list: str
    """名单: The list."""


class HouseholdListing(_HouseholdListingOptionalWords, _HouseholdListingRequired, total=False):
    """Being named in a list during some time."""

    to: str | None
    """终止日期: Last day, inclusive; open when absent."""


class _InterruptionEntryRequired(TypedDict):
    kind: Literal["interruption"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""


class InterruptionEntry(_InterruptionEntryRequired, total=False):
    """服务中断：the service stood still from `date` on."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    until: str | None
    """中断至: Last day of the interruption; going on when absent."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _MakeUpEntryRequired(TypedDict):
    kind: Literal["make_up"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""
    requirement: str
    """要求: Id of the requirement."""
    window: str
    """时段: The window that was missed, as verdicts name it."""
    approved_by: str
    """批准方: Who approved it."""
    records: list[str]
    """补做记录: Ids of the records that move into the cell; they leave every other one."""


class MakeUpEntry(_MakeUpEntryRequired, total=False):
    """补做：records stand in for a missed cell."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    member: str | None
    """成员: Id of the member whose cell was missed."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _ObservationEntryRequired(TypedDict):
    kind: Literal["observation"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    category: str
    """类别: What it is about."""


class ObservationEntry(_ObservationEntryRequired, total=False):
    """产量、收入等结果：a measured result."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    gross: float | None
    """总值: Gross value, in the unit of the category."""
    net: float | None
    """净值: Net value, in the unit of the category."""
    note: str | None
    """备注: A free remark."""
    place: str | None
    """地点: Where it took place."""
    quantity: float | None
    """数量: Quantity, in the unit of the category."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    season: str | None
    """季度或年度: The season or other period that it is about."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    subject: str | None
    """观测对象: Of what: a site, a household or a person."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""

_OrganisationEntryOptionalWords = TypedDict(
    "_OrganisationEntryOptionalWords",
    {
        # 起始日期: First day on which it belongs to the register.
        "from": "str | None",
    },
    total=False,
)


class _OrganisationEntryRequired(TypedDict):
    kind: Literal["organisation"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id, unique in its register; a later entry with it is the next version."""


class OrganisationEntry(_OrganisationEntryOptionalWords, _OrganisationEntryRequired, total=False):
    """组织：a social organisation, volunteer team or incubated group."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    category: str | None
    """类别: What sort of organisation."""
    members: list[OrganisationMember] | None
    """成员: Its members."""
    name: str | None
    """名称: Name."""
    note: str | None
    """备注: A free remark."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    status: str | None
    """状态: Registered, incubating …"""
    to: str | None
    """终止日期: Last day on which it belongs to the register."""

_OrganisationMemberOptionalWords = TypedDict(
    "_OrganisationMemberOptionalWords",
    {
        # 起始日期: First day; unknown when absent and `to` is given.
        "from": "str | None",
    },
    total=False,
)


class OrganisationMember(_OrganisationMemberOptionalWords, total=False):
    """A member during some time."""

    core: bool | None
    """是否骨干: Whether one of the core members."""
    name: str | None
    """姓名: A bare name, when no register knows the person."""
    person: str | None
    """人员: A person, of the register."""
    role: str | None
    """角色: In which role."""
    to: str | None
    """终止日期: Last day, inclusive; open when absent."""

_OutletEntryOptionalWords = TypedDict(
    "_OutletEntryOptionalWords",
    {
        # 起始日期: First day on which it belongs to the register.
        "from": "str | None",
    },
    total=False,
)


class _OutletEntryRequired(TypedDict):
    kind: Literal["outlet"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id, unique in its register; a later entry with it is the next version."""


class OutletEntry(_OutletEntryOptionalWords, _OutletEntryRequired, total=False):
    """媒体：a newspaper, site or account that publishes."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    level: str | None
    """级别: Its level: district, city, national …"""
    name: str | None
    """名称: Name."""
    note: str | None
    """备注: A free remark."""
    official: bool | None
    """是否官方: Whether an official outlet."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    to: str | None
    """终止日期: Last day on which it belongs to the register."""

_PersonCategoryOptionalWords = TypedDict(
    "_PersonCategoryOptionalWords",
    {
        # 起始日期: First day; unknown when absent and `to` is given.
        "from": "str | None",
    },
    total=False,
)


class _PersonCategoryRequired(TypedDict):
    category: str
    """人群类别: The group."""


class PersonCategory(_PersonCategoryOptionalWords, _PersonCategoryRequired, total=False):
    """Belonging to a group of people during some time."""

    to: str | None
    """终止日期: Last day, inclusive; open when absent."""

_PersonEntryOptionalWords = TypedDict(
    "_PersonEntryOptionalWords",
    {
        # 起始日期: First day on which it belongs to the register.
        "from": "str | None",
    },
    total=False,
)


class _PersonEntryRequired(TypedDict):
    kind: Literal["person"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id, unique in its register; a later entry with it is the next version."""


class PersonEntry(_PersonEntryOptionalWords, _PersonEntryRequired, total=False):
    """人员：a client, volunteer or other person; the id need not be an identity number."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    birth_date: str | None
    """出生日期: Birth date, or its year or month when no more is known."""
    categories: list[PersonCategory] | None
    """人群类别: Groups of people that the person belongs to."""
    household: str | None
    """所属户: The household of the person."""
    lists: list[PersonListing] | None
    """所在名单: Lists that name the person."""
    name: str | None
    """姓名: Name."""
    note: str | None
    """备注: A free remark."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    residences: list[PersonResidence] | None
    """居住地: Where the person lives or is registered."""
    to: str | None
    """终止日期: Last day on which it belongs to the register."""

_PersonListingOptionalWords = TypedDict(
    "_PersonListingOptionalWords",
    {
        # 起始日期: First day; unknown when absent and `to` is given.
        "from": "str | None",
    },
    total=False,
)


class _PersonListingRequired(TypedDict):
    list: str
    """名单: The list."""


class PersonListing(_PersonListingOptionalWords, _PersonListingRequired, total=False):
    """Being named in a list during some time."""

    to: str | None
    """终止日期: Last day, inclusive; open when absent."""

_PersonResidenceOptionalWords = TypedDict(
    "_PersonResidenceOptionalWords",
    {
        # 起始日期: First day; unknown when absent and `to` is given.
        "from": "str | None",
    },
    total=False,
)


class _PersonResidenceRequired(TypedDict):
    place: str
    """地点: The place."""


class PersonResidence(_PersonResidenceOptionalWords, _PersonResidenceRequired, total=False):
    """A residence during some time."""

    basis: str | None
    """居住依据: Registered, actual …"""
    to: str | None
    """终止日期: Last day, inclusive; open when absent."""

_ProjectEntryOptionalWords = TypedDict(
    "_ProjectEntryOptionalWords",
    {
        # 起始日期: First day on which it belongs to the register.
        "from": "str | None",
    },
    total=False,
)


class _ProjectEntryRequired(TypedDict):
    kind: Literal["project"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id, unique in its register; a later entry with it is the next version."""


class ProjectEntry(_ProjectEntryOptionalWords, _ProjectEntryRequired, total=False):
    """项目：one of the projects that reports cover."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    name: str | None
    """名称: Name."""
    note: str | None
    """备注: A free remark."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    status: str | None
    """状态: Running, finished …"""
    to: str | None
    """终止日期: Last day on which it belongs to the register."""


class _PublicationEntryRequired(TypedDict):
    kind: Literal["publication"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    channel: str
    """渠道: Where: newspaper, official account …"""
    title: str
    """标题: Its title; reposts are recognised by it."""


class PublicationEntry(_PublicationEntryRequired, total=False):
    """媒体报道、公众号：something published about the work."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    note: str | None
    """备注: A free remark."""
    outlet: str | None
    """媒体: The outlet, of the register."""
    place: str | None
    """地点: Where it took place."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    url: str | None
    """链接: Where it can be read."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class _RectificationOrderEntryRequired(TypedDict):
    kind: Literal["rectification_order"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""
    issue: str
    """问题: The problem, in the words by which it is followed up."""


class RectificationOrderEntry(_RectificationOrderEntryRequired, total=False):
    """责令整改：an order to put something right."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    due: str | None
    """整改期限: Day by which it is to be done."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    stage: Literal["midterm"] | Literal["final"] | Literal["third_party"] | None
    """评估阶段: The evaluation that it follows from."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _RectifiedEntryRequired(TypedDict):
    kind: Literal["rectified"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""
    issue: str
    """问题: The problem, in the words by which it is followed up."""


class RectifiedEntry(_RectifiedEntryRequired, total=False):
    """整改完成：an issue was put right."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _RegisterDeclarationEntryRequired(TypedDict):
    kind: Literal["register_declaration"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""
    register: Literal["person"] | Literal["household"] | Literal["organisation"] | Literal["staff"] | Literal["project"] | Literal["outlet"] | Literal["site"]
    """名册: Which register."""
    complete: bool
    """是否完整: Whether it is complete."""


class RegisterDeclarationEntry(_RegisterDeclarationEntryRequired, total=False):
    """名册声明：says whether a register holds everyone it should."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _ReminderEntryRequired(TypedDict):
    kind: Literal["reminder"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""
    issue: str
    """问题: The problem, in the words by which it is followed up."""


class ReminderEntry(_ReminderEntryRequired, total=False):
    """催办：a reminder of an order not yet carried out."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _ResourceEntryRequired(TypedDict):
    kind: Literal["resource"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    category: str
    """类别: What it is about."""


class ResourceEntry(_ResourceEntryRequired, total=False):
    """慈善资源、基金、支出：money, goods or services that came in or went out."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    donor: str | None
    """捐赠方: Who gave it."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    form: str | None
    """形式: Money, goods, services …"""
    note: str | None
    """备注: A free remark."""
    payee: str | None
    """受益方或收款方: Who received it."""
    place: str | None
    """地点: Where it took place."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    value: float | None
    """价值（元）: Its value, in yuan."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class _SatisfactionSurveyEntryRequired(TypedDict):
    kind: Literal["satisfaction_survey"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    scope: str
    """调查范围: Whose satisfaction with what."""


class SatisfactionSurveyEntry(_SatisfactionSurveyEntryRequired, total=False):
    """满意度调查：a survey, as counts or as answers."""

    answers: list[SurveyAnswer] | None
    """答案分布: Valid questionnaires by answer, instead of the counts."""
    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    note: str | None
    """备注: A free remark."""
    place: str | None
    """地点: Where it took place."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    satisfied: int | None
    """满意份数: Valid ones that are satisfied; not beside `answers`."""
    sent: int | None
    """发放份数: Questionnaires sent out."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    valid: int | None
    """有效份数: Valid questionnaires returned; not beside `answers`."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class _SelfEvaluationEntryRequired(TypedDict):
    kind: Literal["self_evaluation"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""
    stage: Literal["midterm"] | Literal["final"] | Literal["third_party"]
    """评估阶段: Before which evaluation."""


class SelfEvaluationEntry(_SelfEvaluationEntryRequired, total=False):
    """自评：the provider handed in its own evaluation."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _SignatureRequired(TypedDict):
    role: str
    """签名角色: In which role."""
    person: str
    """签名人: Who signed."""
    form: str
    """签名形式: Ink, electronic …"""


class Signature(_SignatureRequired, total=False):
    """A signature."""

    date: str | None
    """签名日期: When."""

_SiteEntryOptionalWords = TypedDict(
    "_SiteEntryOptionalWords",
    {
        # 起始日期: First day on which it belongs to the register.
        "from": "str | None",
    },
    total=False,
)


class _SiteEntryRequired(TypedDict):
    kind: Literal["site"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id, unique in its register; a later entry with it is the next version."""


class SiteEntry(_SiteEntryOptionalWords, _SiteEntryRequired, total=False):
    """点位：a place of work: a station, a field, a shop."""

    area_mu: float | None
    """面积（亩）: Area in mu 亩."""
    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    category: str | None
    """类别: What sort of site."""
    household: str | None
    """所属户: The household that runs it."""
    name: str | None
    """名称: Name."""
    note: str | None
    """备注: A free remark."""
    place: str | None
    """地点: Where it lies."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    to: str | None
    """终止日期: Last day on which it belongs to the register."""


class _SpotCheckEntryRequired(TypedDict):
    kind: Literal["spot_check"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""


class SpotCheckEntry(_SpotCheckEntryRequired, total=False):
    """抽查：a check of reported work against what is found."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    consistent: bool | None
    """是否相符: Whether report and reality agree."""
    issue: str | None
    """问题: What was found wanting."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""

_StaffCertificateOptionalWords = TypedDict(
    "_StaffCertificateOptionalWords",
    {
        # 起始日期: First day; unknown when absent and `to` is given.
        "from": "str | None",
    },
    total=False,
)


class _StaffCertificateRequired(TypedDict):
    level: str
    """证书等级: Its level."""


class StaffCertificate(_StaffCertificateOptionalWords, _StaffCertificateRequired, total=False):
    """A certificate and when it is valid."""

    to: str | None
    """终止日期: Last day, inclusive; open when absent."""

_StaffEducationOptionalWords = TypedDict(
    "_StaffEducationOptionalWords",
    {
        # 取得日期: Day on which it was awarded.
        "from": "str | None",
    },
    total=False,
)


class _StaffEducationRequired(TypedDict):
    level: str
    """学历层次: Its level."""


class StaffEducation(_StaffEducationOptionalWords, _StaffEducationRequired, total=False):
    """A degree."""

    major: str | None
    """专业: The major."""

_StaffEntryOptionalWords = TypedDict(
    "_StaffEntryOptionalWords",
    {
        # 起始日期: First day on which it belongs to the register.
        "from": "str | None",
    },
    total=False,
)


class _StaffEntryRequired(TypedDict):
    kind: Literal["staff"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id, unique in its register; a later entry with it is the next version."""


class StaffEntry(_StaffEntryOptionalWords, _StaffEntryRequired, total=False):
    """工作人员：a member of the provider's staff, with certificates, education and postings."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    certificates: list[StaffCertificate] | None
    """资格证书: Professional certificates."""
    education: list[StaffEducation] | None
    """学历: Education."""
    name: str | None
    """姓名: Name."""
    note: str | None
    """备注: A free remark."""
    person: str | None
    """人员: The same human being in the person register."""
    postings: list[StaffPosting] | None
    """派驻: Where and when the member of staff is posted."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    to: str | None
    """终止日期: Last day on which it belongs to the register."""

_StaffPostingRequiredWords = TypedDict(
    "_StaffPostingRequiredWords",
    {
        # 起始日期: First day.
        "from": "str",
    },
)


class _StaffPostingRequired(TypedDict):
    package: str
    """项目包: Id of the package."""
    full_time: bool
    """是否专职: Whether full time."""


class StaffPosting(_StaffPostingRequiredWords, _StaffPostingRequired, total=False):
    """A posting to a package during some time."""

    place: str | None
    """地点: The place."""
    to: str | None
    """终止日期: Last day, inclusive; open when absent."""


class _SupervisionEntryRequired(TypedDict):
    kind: Literal["supervision"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    mode: str
    """方式: How: on site, online …"""


class SupervisionEntry(_SupervisionEntryRequired, total=False):
    """督导：guidance of the workers or of organisations by a supervisor."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    minutes: int | None
    """时长（分钟）: Length in minutes."""
    note: str | None
    """备注: A free remark."""
    parts: list[str] | None
    """内容要素: What it included."""
    place: str | None
    """地点: Where it took place."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    start: str | None
    """开始时间: Begin, on the day of the entry's date."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    supervisees: list[str] | None
    """被督导单位: The organisations supervised."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class SurveyAnswer(TypedDict):
    """How often an answer was given."""

    answer: str
    """答案: The answer."""
    count: int
    """份数: How many gave it."""


class _TerminationEntryRequired(TypedDict):
    kind: Literal["termination"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""


class TerminationEntry(_TerminationEntryRequired, total=False):
    """终止合同：ends the contract early."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""


class _VisitEntryRequired(TypedDict):
    kind: Literal["visit"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    mode: str
    """方式: How: at home, on site, by phone …"""
    category: str
    """类别: What for."""


class VisitEntry(_VisitEntryRequired, total=False):
    """探访、走访：a call on persons, households or organisations, also the monthly follow-up of an incubated
    organisation.
    """

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    content: str | None
    """内容: Situation, needs and what was done."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    minutes: int | None
    """时长（分钟）: Length in minutes."""
    note: str | None
    """备注: A free remark."""
    parts: list[str] | None
    """内容要素: What it included."""
    place: str | None
    """地点: Where it took place."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    start: str | None
    """开始时间: Begin."""
    subjects: list[VisitSubject] | None
    """探访对象: Who was visited; several in one call."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class VisitSubject(TypedDict, total=False):
    """One of those visited."""

    household: str | None
    """户: A household."""
    name: str | None
    """姓名: A bare name, when no register knows the person."""
    organisation: str | None
    """组织: An organisation."""
    person: str | None
    """人员: A person."""


class _VolunteerHoursRequired(TypedDict):
    date: str
    """日期: The day."""
    hours: float
    """小时数: How many hours."""


class VolunteerHours(_VolunteerHoursRequired, total=False):
    """Hours that one volunteer served on one day."""

    person: str | None
    """志愿者: The volunteer, of the person register."""


class _VolunteerProjectEntryRequired(TypedDict):
    kind: Literal["volunteer_project"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of service."""
    system: str
    """志愿服务系统: The system in which it was published."""


class VolunteerProjectEntry(_VolunteerProjectEntryRequired, total=False):
    """志愿服务项目：a project published in a volunteer system, with the hours served."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    attributes: dict[str, object] | None
    """Values of the attributes that the package declares for the kind, by name."""
    cost: float | None
    """费用（元）: What it cost, in yuan."""
    end: str | None
    """结束日期: Last day, of work that takes several."""
    external_id: str | None
    """系统内编号: Its id in that system."""
    hours: list[VolunteerHours] | None
    """服务时长: Hours served."""
    note: str | None
    """备注: A free remark."""
    place: str | None
    """地点: Where it took place."""
    published_on: str | None
    """发布日期: Day of publication in the system."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    signatures: list[Signature] | None
    """签名: Signatures."""
    site: str | None
    """点位: The site, of the register."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    title: str | None
    """项目名称: Its name."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    workers: list[Worker] | None
    """工作人员: Who did it."""


class _WaiverEntryRequired(TypedDict):
    kind: Literal["waiver"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""
    approved_by: str
    """批准方: Who approved it."""


class WaiverEntry(_WaiverEntryRequired, total=False):
    """豁免：a requirement, a member or window of it, or a condition on one record need not be met."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    condition: str | None
    """条件: Named condition, or code, that the record need not meet."""
    member: str | None
    """成员: Id of the member; all members when absent."""
    note: str | None
    """备注: A free remark."""
    reason: str | None
    """原因: Why it supersedes or voids."""
    record: str | None
    """记录: Id of the record."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    requirement: str | None
    """要求: Id of the requirement, or of a part of it."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""
    voids: str | None
    """作废的记录: The entry that this one takes back."""
    window: str | None
    """时段: The window, as verdicts name it; all windows when absent."""


class _WithdrawalEntryRequired(TypedDict):
    kind: Literal["withdrawal"]
    """类型: The kind of the entry."""
    id: str
    """编号: Id of the entry, unique among records and events."""
    package: str
    """项目包: The package that the entry belongs to."""
    date: str
    """日期: Day of the event."""
    voids: str
    """作废的记录: The entry that this one takes back."""
    reason: str
    """原因: Why it supersedes or voids."""


class WithdrawalEntry(_WithdrawalEntryRequired, total=False):
    """撤回：takes another entry back; `voids` and `reason` are required."""

    attachments: list[Attachment] | None
    """附件: Evidence."""
    by: str | None
    """作出方: Who acted."""
    note: str | None
    """备注: A free remark."""
    recorded_at: str | None
    """录入日期: Day of entry; an import states it once for all its lines."""
    supersedes: str | None
    """更正的记录: The entry that this one replaces."""


class Worker(TypedDict, total=False):
    """A person at work: of the staff register, or a volunteer of the person register."""

    person: str | None
    """志愿者: The volunteer."""
    role: str | None
    """角色: In which role."""
    staff: str | None
    """工作人员: The member of staff."""

RecordKind = Literal[
    "visit",
    "case",
    "case_contact",
    "group",
    "group_session",
    "activity",
    "supervision",
    "document",
    "publication",
    "volunteer_project",
    "resource",
    "observation",
    "attendance",
    "satisfaction_survey",
    "attestation",
]
"""The kinds of records.
- `visit`: 探访
- `case`: 个案
- `case_contact`: 个案跟进
- `group`: 小组
- `group_session`: 小组节次
- `activity`: 活动
- `supervision`: 督导
- `document`: 文档
- `publication`: 报道
- `volunteer_project`: 志愿服务项目
- `resource`: 资源
- `observation`: 结果
- `attendance`: 考勤
- `satisfaction_survey`: 满意度调查
- `attestation`: 佐证
"""

EventKind = Literal[
    "spot_check",
    "rectification_order",
    "reminder",
    "rectified",
    "self_evaluation",
    "evaluation",
    "acceptance",
    "waiver",
    "make_up",
    "extension",
    "termination",
    "closure",
    "fee_complaint",
    "interruption",
    "change_order",
    "withdrawal",
    "register_declaration",
]
"""The kinds of events.
- `spot_check`: 抽查
- `rectification_order`: 责令整改
- `reminder`: 催办
- `rectified`: 整改完成
- `self_evaluation`: 自评
- `evaluation`: 评估
- `acceptance`: 验收
- `waiver`: 豁免
- `make_up`: 补做
- `extension`: 延长服务期
- `termination`: 终止合同
- `closure`: 结项
- `fee_complaint`: 收费投诉
- `interruption`: 服务中断
- `change_order`: 变更
- `withdrawal`: 撤回
- `register_declaration`: 名册声明
"""

RegisterKind = Literal[
    "person",
    "household",
    "organisation",
    "staff",
    "project",
    "outlet",
    "site",
]
"""The kinds of registers.
- `person`: 人员
- `household`: 户
- `organisation`: 组织
- `staff`: 工作人员
- `project`: 项目
- `outlet`: 媒体
- `site`: 点位
"""

# --- Contracts 合同 ---

_ContractDocumentOptionalWords = TypedDict(
    "_ContractDocumentOptionalWords",
    {
        # 本文件所用的数据模式: The schema of this file
        "$schema": "str",
    },
    total=False,
)


class _ContractDocumentRequired(TypedDict):
    id: str
    """合同编号: Id of the contract"""
    package: str
    """项目包编号: Id of the package"""
    version: str
    """项目包版本: Version of the package"""
    service_start: str
    """服务起始日: First day of the service"""
    service_end: str
    """服务终止日: Last day of the service"""
    midterm_date: str
    """中期评估日: Day of the mid-term evaluation"""


class ContractDocument(_ContractDocumentOptionalWords, _ContractDocumentRequired, total=False):
    """合同: A contract."""

    evaluation_weights: dict[str, float]
    """评估维度权重，合计 100: Weight of each aspect; together 100"""
    extra_working_days: list[str]
    """调休上班日: Days at weekends that are worked"""
    non_working_days: list[str]
    """工作日中的休息日: Weekdays that are off"""
    place: str
    """服务地点代码: Code of the place of service"""
    provider: str
    """承接机构: The provider"""
    purchaser: str
    """购买主体: The purchaser"""
    readings: dict[str, str]
    """所选读法: The chosen option of each reading"""
    related_majors: list[str]
    """视为相关的专业代码: Codes of the majors that count as related"""
    signature_forms: list[str]
    """认可的签名形式代码: Codes of the accepted forms of signature"""
    volunteer_systems: list[str]
    """认可的志愿服务系统代码: Codes of the accepted volunteer systems"""

# --- Packages 项目包 ---

_PackageDocumentOptionalWords = TypedDict(
    "_PackageDocumentOptionalWords",
    {
        # 本文件所用的数据模式: The schema of this file
        "$schema": "str",
    },
    total=False,
)


class _PackageDocumentRequired(TypedDict):
    format: Literal["1"]
    """格式版本: Version of the format"""
    id: str
    """编号，在整个项目包内唯一: Id, unique over the whole package"""
    version: str
    """版本: Version"""
    source: SourceDocumentSpec
    """需求文件: The document from which the requirements come"""
    labels: LabelsSpec
    """中英文名称: Name in both locales"""


class PackageDocument(_PackageDocumentOptionalWords, _PackageDocumentRequired, total=False):
    """项目包: A package, or a document that packages include."""

    attributes: list[AttributeSpec]
    """声明的附加字段: Extra fields of kinds"""
    closing: list[ClosingItemSpec]
    """结项要求: What closing needs"""
    codes: dict[str, list[CodeSpec]]
    """代码表: Code lists by name"""
    conditions: list[NamedConditionSpec]
    """具名条件: Conditions with a name"""
    include: list[str]
    """引入的公共文件编号: Ids of the documents whose lists come first"""
    indicators: list[IndicatorSpec]
    """项目指标: What must be delivered; completion is counted over these"""
    integrity: IntegritySpec
    """真实性核对的项目与界限，未写的不核对: Which integrity checks are made, and from where on each fires; what is not
    stated is off
    """
    obligations: list[RequirementSpec]
    """项目内容，跟踪但不计入完成率: What is tracked outside completion"""
    place: str
    """服务地点代码: Code of the place of service"""
    provider: list[RequirementSpec]
    """对项目实施机构的要求: What is asked of the provider"""
    readings: list[ReadingSpec]
    """有歧义条文的读法: Phrases that can be read in several ways"""
    rules: list[RuleSpec]
    """记录规则: What entries must satisfy"""
    stages: list[StageSpec]
    """评估阶段及其后果: Evaluations and what follows from them"""
    triggers: list[TriggerSpec]
    """由事件产生的权利和义务: Rights and duties that arise from events"""


class AfterClosingSpec(TypedDict):
    """结项后录入: So many records entered after the closure or termination."""

    records: int
    """达到的记录数: Number of records from which it fires"""


class AnchorSpec(TypedDict, total=False):
    """锚点: A day out of the data."""

    event: str
    """该类事件首次发生之日: The day of the first such event"""
    first: str
    """该要求首次计数之日: The day of the first element that counts for this requirement"""
    member: str
    """成员的日期字段: A date of the member"""
    met: str
    """该要求达成之日: The day on which this requirement was met"""


class _AttributeSpecRequired(TypedDict):
    id: str
    """编号，在整个项目包内唯一: Id, unique over the whole package"""
    on: str
    """所属类型: The kind that gets the field"""
    type: Literal["code"] | Literal["number"] | Literal["date"] | Literal["yes_no"] | Literal["text"] | Literal["reference"]
    """字段类型: Type of the field"""
    labels: LabelsSpec
    """中英文名称: Name in both locales"""


class AttributeSpec(_AttributeSpecRequired, total=False):
    """附加字段: An extra field of a kind."""

    list: str
    """所用代码表: The code list of a code"""
    to: str
    """引用的类型: The kind that a reference leads to"""


class _BandSpecRequired(TypedDict):
    id: str
    """编号，在整个项目包内唯一: Id, unique over the whole package"""
    clause: str
    """条款号: The clause"""
    then: list[Literal["rectification_order"] | Literal["termination"] | ConsequenceSpec]
    """后果: What follows"""
    force: Literal["right"] | Literal["duty"]
    """有权或应当: Right or duty"""


class BandSpec(_BandSpecRequired, total=False):
    """分数段: What follows from a score or verdict."""

    at_most: float
    """不多于: At most"""
    cured_by: Literal["evaluation"]
    """何者可消除: What alone lifts it"""
    less_than: float
    """少于: Less than"""


class BulkEntrySpec(TypedDict):
    """集中补录: So many records entered on one day, each so many days late."""

    records: int
    """达到的记录数: Number of records from which it fires"""
    days: int
    """达到的天数: Number of days from which it fires"""

_CheckSpecRequiredWords = TypedDict(
    "_CheckSpecRequiredWords",
    {
        # 不满足时的处理: What a failure does
        "else": "Literal['warn'] | Literal['unknown'] | Literal['infeasible']",
    },
)


class _CheckSpecRequired(TypedDict):
    labels: LabelsSpec
    """中英文名称: Name in both locales"""
    requirement: RequirementSpec
    """要求: The requirement"""


class CheckSpec(_CheckSpecRequiredWords, _CheckSpecRequired, total=False):
    """检查: A requirement whose failure only marks its parent."""

    id: str
    """编号，在整个项目包内唯一: Id, unique over the whole package"""
    needs_complete: Literal["person"] | Literal["household"] | Literal["organisation"] | Literal["staff"] | Literal["project"] | Literal["outlet"] | Literal["site"]
    """须已声明完整的名册: The register that must be declared complete"""


class _ClosingItemSpecRequired(TypedDict):
    id: str
    """编号，在整个项目包内唯一: Id, unique over the whole package"""
    clause: str
    """条款号: The clause"""
    labels: LabelsSpec
    """中英文名称: Name in both locales"""


class ClosingItemSpec(_ClosingItemSpecRequired, total=False):
    """结项要求: What closing needs: a share of the indicators, or a requirement."""

    all_of: list[RequirementSpec]
    """须全部达成的部分: Parts that must all be met"""
    any_of: list[RequirementSpec]
    """达成其一即可的部分: Parts of which one must be met"""
    checks: list[CheckSpec]
    """附带检查: Requirements whose failure only marks this one"""
    completion: str
    """指标完成率: Share of the indicators that must be met"""
    each: EachSpec | list[EachSpec]
    """逐个考核的对象: One cell for each of these"""
    measure: MeasureSpec
    """度量方式: What is measured"""
    show: list[ShowSpec]
    """只展示不评判的度量: Measures shown and never judged"""
    target: TargetSpec
    """应达到的目标: What must be reached"""
    window: WindowSpec
    """考核期间: When"""


class _CodeSpecRequired(TypedDict):
    code: str
    """代码: The code"""
    labels: LabelsSpec
    """中英文名称: Name in both locales"""


class CodeSpec(_CodeSpecRequired, total=False):
    """代码: A code of a list."""

    rank: int
    """等级，越大越高: Rank in an ordered list, greater is higher"""


class ConsequenceSpec(TypedDict):
    """后果: A consequence with parameters."""

    extension: ExtensionSpec
    """延长服务期: The service is extended"""


class CopiedTextSpec(TypedDict):
    """文字雷同: One text of so many characters in so many records."""

    records: int
    """达到的记录数: Number of records from which it fires"""
    characters: int
    """达到的字数: Number of characters from which texts are compared"""


class _DistinctSpecRequired(TypedDict):
    of: str
    """统计对象的集合: The collection"""


class DistinctSpec(_DistinctSpecRequired, total=False):
    """不同值的个数: How many different values the items of a list have."""

    at_least: int
    """不少于: At least"""
    at_most: int
    """不多于: At most"""
    less_than: int
    """少于: Less than"""
    more_than: int
    """多于: More than"""
    where: ConditionSpec
    """筛选条件: The condition that must hold"""


class DoubleBookingSpec(TypedDict):
    """同时在两处: One worker in slots that overlap by so many minutes."""

    minutes: int
    """重叠达到的分钟数: Minutes of overlap from which it fires"""


class _EachSpecRequired(TypedDict):
    of: str
    """统计对象的集合: The collection"""


class EachSpec(_EachSpecRequired, total=False):
    """逐个: One cell per member."""

    active: Literal["anchor"] | Literal["overlap"] | Literal["whole"]
    """成员须考核的期间: In which periods a member owes a cell"""
    where: ConditionSpec
    """筛选条件: The condition that must hold"""


class EndEntrySpec(TypedDict):
    """期末集中录入: So many records of earlier work entered in the last days of the service or later."""

    records: int
    """达到的记录数: Number of records from which it fires"""
    days: int
    """达到的天数: Number of days from which it fires"""

_ExclusiveSpecOptionalWords = TypedDict(
    "_ExclusiveSpecOptionalWords",
    {
        # 区间起点字段: The field of the interval's start
        "from": "str",
    },
    total=False,
)


class _ExclusiveSpecRequired(TypedDict):
    of: str
    """统计对象的集合: The collection"""
    on: list[str]
    """互斥的键: The key that may not be held twice at a time"""


class ExclusiveSpec(_ExclusiveSpecOptionalWords, _ExclusiveSpecRequired, total=False):
    """互斥区间: Entries with one key may not overlap."""

    differ: list[str]
    """只有这些字段不同的才互斥: Only entries that differ here exclude each other"""
    to: str
    """区间终点字段: The field of the interval's end"""
    where: ConditionSpec
    """筛选条件: The condition that must hold"""


class ExtensionSpec(TypedDict):
    """延长: An extension of the service."""

    months: int
    """月数: So many months"""
    month_end: Literal["same_day"] | Literal["last_day"] | Literal["from_start"]
    """加月时的月末规则: How a month is added to a day that the next month may not have"""


class FullTimeSpec(TypedDict):
    """两包专职: One worker full time in two packages for so many days."""

    days: int
    """达到的天数: Number of days from which it fires"""


class HeadcountSpec(TypedDict):
    """人数与签到不符: A headcount so far above or below the sign-in list."""

    above: int
    """多于名单达到的人数: People above the list from which it fires"""
    below: int
    """少于名单达到的人数: People below the list from which it fires"""


class _IndicatorSpecRequired(TypedDict):
    id: str
    """编号，在整个项目包内唯一: Id, unique over the whole package"""
    clause: str
    """条款号: The clause"""
    labels: LabelsSpec
    """中英文名称: Name in both locales"""
    requirements: list[RequirementSpec]
    """要求，须全部达成: The requirements, all of which must be met"""


class IndicatorSpec(_IndicatorSpecRequired, total=False):
    """项目指标: A clause with its requirements."""

    shares_with: list[str]
    """允许共用记录的指标: Indicators that may count the same entries"""
    source_text: str
    """条款要点: The decisive words of the clause"""
    text_only: bool
    """仅作说明，不可度量: Has nothing measurable"""


class IntegritySpec(TypedDict, total=False):
    """真实性核对: Which integrity checks are made, and from where on each fires; what is not stated is off."""

    after_closing: AfterClosingSpec
    """合同结束后录入: Records entered after closure or termination"""
    bulk_entry: BulkEntrySpec
    """集中补录: Many records entered late on one day"""
    copied_text: CopiedTextSpec
    """内容雷同: One text in several records"""
    double_booking: DoubleBookingSpec
    """同一工作人员时间重叠: One worker at two things at once"""
    end_entry: EndEntrySpec
    """期末集中录入: Many records entered at the end of the service"""
    full_time: FullTimeSpec
    """同一人在两个项目包专职: One worker full time in two packages"""
    headcount: HeadcountSpec
    """人数与签到名单不符: A headcount that differs from the sign-in list"""
    phone_as_home: PhoneAsHomeSpec
    """疑似电话记作入户: Calls that may be entered as home visits"""
    photo_reuse: PhotoReuseSpec
    """同一照片重复使用: One file in several records"""
    places_a_day: PlacesADaySpec
    """同一工作人员一日多处而缺时间: One worker in several places on a day on which a time is missing"""
    same_identity: SameIdentitySpec
    """疑为同一人: Persons who may be one"""
    shared_event: SharedEventSpec
    """多个项目包共用一场活动: One event in several packages"""
    visit_age: VisitAgeSpec
    """探访对象的年龄: The age of those visited"""
    visit_and_contact: VisitAndContactSpec
    """同日既记探访又记个案跟进: Visits that are entered as case contacts too"""

_LabelsSpecRequiredWords = TypedDict(
    "_LabelsSpecRequiredWords",
    {
        # 简体中文: Simplified Chinese
        "zh-CN": "str",
    },
)


class LabelsSpec(_LabelsSpecRequiredWords):
    """名称: A name in both locales."""

    en: str
    """英文: English"""

_LeafSpecOptionalWords = TypedDict(
    "_LeafSpecOptionalWords",
    {
        # 属于其中之一: Is one of these
        "in": "str | list[str | float | bool]",
        # 等于: Is this
        "is": "OtherFieldSpec | str | float | bool",
    },
    total=False,
)


class LeafSpec(_LeafSpecOptionalWords, total=False):
    """条件项: What must hold of the field at a path: all that is given."""

    at_least: OtherFieldSpec | str | float | bool
    """不少于: At least"""
    at_most: OtherFieldSpec | str | float | bool
    """不多于: At most"""
    at_or_above: str
    """等级不低于: Ranks at or above this code"""
    contains_all: list[str | float | bool]
    """包含全部代码: Holds all of these codes"""
    distinct: DistinctSpec
    """去重的键: The key by which doubles are counted once"""
    every: ConditionSpec
    """每一项都满足: Every item satisfies this"""
    exists: bool
    """是否已填写: Whether it is given"""
    less_than: OtherFieldSpec | str | float | bool
    """少于: Less than"""
    more_than: OtherFieldSpec | str | float | bool
    """多于: More than"""
    on: Literal["service_start"] | Literal["service_end"] | Literal["as_of"] | Literal["record_date"]
    """计算年龄的日期: The day on which an age is read"""
    size: SizeSpec
    """列表项数: The number of items"""
    some: ConditionSpec
    """至少一项满足: Some item satisfies this"""
    use: str
    """引用具名条件: The name of a condition"""
    where: ConditionSpec
    """被引用条目须满足的条件: The condition on the entry referred to"""


class MeasureSpec(TypedDict, total=False):
    """度量: What is measured."""

    count: UnionSpec | SourceSpec
    """计数: How many"""
    coverage: SourceSpec
    """覆盖天数的缺口: Days that intervals leave uncovered"""
    ratio: RatioSpec
    """比率: A quotient of two measures"""
    sum: UnionSpec | SourceSpec
    """求和: The sum of a field"""


class NamedConditionSpec(TypedDict):
    """具名条件: A condition with a name."""

    id: str
    """编号，在整个项目包内唯一: Id, unique over the whole package"""
    on: str
    """所属集合: The collection to which it belongs"""
    labels: LabelsSpec
    """中英文名称: Name in both locales"""
    where: ConditionSpec
    """筛选条件: The condition that must hold"""

_NotSpecRequiredWords = TypedDict(
    "_NotSpecRequiredWords",
    {
        # 除外的数值: Any number but this
        "not": "int",
    },
)


class NotSpec(_NotSpecRequiredWords):
    """除外: Any number but this."""



class OptionSpec(TypedDict):
    """选项: One way to read it."""

    id: str
    """选项编号，在该读法内唯一: Id, unique in its reading"""
    labels: LabelsSpec
    """中英文名称: Name in both locales"""
    replace: dict[str, dict[str, object]]
    """按编号替换的内容: New values for the keys of things, by id; null removes a key"""


class OtherFieldSpec(TypedDict):
    """另一字段: Another field of the same entry, as an operand."""

    field: str
    """字段路径: Path of the field"""


class PhoneAsHomeSpec(TypedDict):
    """电话记作入户: Visits of these modes whose text has one of the words and that took no more minutes."""

    modes: list[str]
    """核对的探访方式: Modes of visit that are checked"""
    words: list[str]
    """内容中的用语: Words in the content"""
    minutes: int
    """不超过的分钟数: Minutes that it took at most"""


class PhotoReuseSpec(TypedDict):
    """照片重复使用: One file of these kinds in so many records of events."""

    kinds: list[str]
    """核对的附件种类: Kinds of attachment that are compared"""
    records: int
    """达到的记录数: Number of records from which it fires"""


class PlacesADaySpec(TypedDict):
    """一日多处: One worker in so many places on a day on which a time is missing."""

    places: int
    """达到的地点数: Number of places from which it fires"""


class RatioSpec(TypedDict):
    """比率: A quotient."""

    of: MeasureSpec
    """分子: What is divided"""
    over: MeasureSpec
    """分母: By what it is divided"""


class _ReadingSpecRequired(TypedDict):
    id: str
    """编号，在整个项目包内唯一: Id, unique over the whole package"""
    phrase: str
    """有歧义的词句: The decisive words"""
    clauses: list[str]
    """所在条款: The clauses where it stands"""
    labels: LabelsSpec
    """中英文名称: Name in both locales"""
    basis: str
    """取默认读法的理由: Why the default is the default"""
    default: str
    """默认选项: The option in force when the contract chooses none"""
    options: list[OptionSpec]
    """选项: The options"""


class ReadingSpec(_ReadingSpecRequired, total=False):
    """读法: A phrase that can be read in several ways."""

    comparator: bool
    """选项只差比较符: Whether the options differ only in a comparison"""
    when: WhenSpec
    """何时有影响: When the reading matters"""


class RequirementSpec(TypedDict, total=False):
    """要求: Something measurable."""

    all_of: list[RequirementSpec]
    """须全部达成的部分: Parts that must all be met"""
    any_of: list[RequirementSpec]
    """达成其一即可的部分: Parts of which one must be met"""
    checks: list[CheckSpec]
    """附带检查: Requirements whose failure only marks this one"""
    clause: str
    """条款号: The clause"""
    each: EachSpec | list[EachSpec]
    """逐个考核的对象: One cell for each of these"""
    id: str
    """编号，在整个项目包内唯一: Id, unique over the whole package"""
    labels: LabelsSpec
    """中英文名称: Name in both locales"""
    measure: MeasureSpec
    """度量方式: What is measured"""
    show: list[ShowSpec]
    """只展示不评判的度量: Measures shown and never judged"""
    source_text: str
    """条款要点: The decisive words of the clause"""
    target: TargetSpec
    """应达到的目标: What must be reached"""
    text_only: bool
    """仅作说明，不可度量: Has nothing measurable"""
    window: WindowSpec
    """考核期间: When"""

_RuleSpecOptionalWords = TypedDict(
    "_RuleSpecOptionalWords",
    {
        # 不满足时的处理: What a failure does
        "else": "Literal['error'] | Literal['defect'] | Literal['warn']",
    },
    total=False,
)


class _RuleSpecRequired(TypedDict):
    id: str
    """编号，在整个项目包内唯一: Id, unique over the whole package"""
    clause: str
    """条款号: The clause"""
    labels: LabelsSpec
    """中英文名称: Name in both locales"""


class RuleSpec(_RuleSpecOptionalWords, _RuleSpecRequired, total=False):
    """记录规则: What entries must satisfy, or may not do at the same time."""

    exclusive: ExclusiveSpec
    """不得重叠的区间: Intervals that may not overlap"""
    need: ConditionSpec
    """须满足的条件: The condition that must hold"""
    on: SelectionSpec
    """适用的记录: The entries to which it applies"""


class SameIdentitySpec(TypedDict):
    """疑为同一人: So many persons with one name and birth date."""

    persons: int
    """达到的人数: Number of persons from which it fires"""


class _SelectionSpecRequired(TypedDict):
    of: str
    """统计对象的集合: The collection"""


class SelectionSpec(_SelectionSpecRequired, total=False):
    """筛选: A collection with a condition."""

    where: ConditionSpec
    """筛选条件: The condition that must hold"""


class SharedEventSpec(TypedDict):
    """多包同一活动: Activities of so many packages on one day in one place."""

    packages: int
    """达到的项目包数: Number of packages from which it fires"""


class ShowSpec(TypedDict):
    """展示: A measure shown and never judged."""

    labels: LabelsSpec
    """中英文名称: Name in both locales"""
    measure: MeasureSpec
    """度量方式: What is measured"""


class SizeSpec(TypedDict, total=False):
    """项数: How many items a list has."""

    at_least: int
    """不少于: At least"""
    at_most: int
    """不多于: At most"""
    less_than: int
    """少于: Less than"""
    more_than: int
    """多于: More than"""


class _SourceSpecRequired(TypedDict):
    of: str
    """统计对象的集合: The collection"""


class SourceSpec(_SourceSpecRequired, total=False):
    """来源: Where elements come from."""

    by: str | list[str]
    """关联字段: The field that leads to the container or member"""
    days: Literal["all"] | Literal["working"]
    """须覆盖的日子: Which days must be covered"""
    depth: int
    """同时在岗的最少数量: How many must cover a day"""
    distinct: str | list[str]
    """去重的键: The key by which doubles are counted once"""
    field: str
    """求和字段: The field that is added up"""
    having: RequirementSpec
    """须满足要求的容器: The requirement that each container must meet"""
    latest_of: list[str]
    """同键只看最新一条: Of equal keys only the latest is looked at"""
    on: Literal["as_of"]
    """按评判日快照计算: Only what is in force on the day of judgement"""
    since: str
    """自所属条目的这一日起才计: The day of the container or member from which on its elements count"""
    where: ConditionSpec
    """筛选条件: The condition that must hold"""


class _SourceDocumentSpecRequired(TypedDict):
    title: str
    """标题: Title"""
    issuer: str
    """发文单位: Who issued it"""


class SourceDocumentSpec(_SourceDocumentSpecRequired, total=False):
    """需求文件: Where the requirements come from."""

    year: int
    """年份: Year"""


class _StageSpecRequired(TypedDict):
    id: Literal["midterm"] | Literal["final"] | Literal["third_party"]
    """评估阶段: The stage"""
    clause: str
    """条款号: The clause"""
    labels: LabelsSpec
    """中英文名称: Name in both locales"""
    bands: list[BandSpec]
    """分数段，先命中者生效: Bands of scores; the first hit counts"""


class StageSpec(_StageSpecRequired, total=False):
    """评估阶段: An evaluation stage."""

    aspects: list[str]
    """评估维度代码: Codes of the aspects that are marked"""
    verdicts: dict[str, BandSpec]
    """按结论适用的后果: What follows from a verdict"""


class TargetSpec(TypedDict, total=False):
    """目标: What must be reached."""

    at_least: float | str | TargetBySpec
    """不少于: At least"""
    at_most: float | str | TargetBySpec
    """不多于: At most"""
    less_than: float | str | TargetBySpec
    """少于: Less than"""
    more_than: float | str | TargetBySpec
    """多于: More than"""
    unit: str
    """单位: Unit, for readers"""

_TargetBySpecOptionalWords = TypedDict(
    "_TargetBySpecOptionalWords",
    {
        # 其他代码的数值: The number for any other code
        "else": "float",
    },
    total=False,
)


class TargetBySpec(_TargetBySpecOptionalWords):
    """按代码取值: A number that depends on a code."""

    by: str
    """决定数值的字段: The field that decides the number"""
    of: dict[str, float]
    """各代码的数值: The number for each code"""


class TriggerSpec(TypedDict):
    """触发: A right or duty that arises from events."""

    id: str
    """编号，在整个项目包内唯一: Id, unique over the whole package"""
    clause: str
    """条款号: The clause"""
    labels: LabelsSpec
    """中英文名称: Name in both locales"""
    when: RequirementSpec
    """何时产生: Arises when this is met"""
    then: list[Literal["rectification_order"] | Literal["termination"] | ConsequenceSpec]
    """后果: What follows"""
    force: Literal["right"] | Literal["duty"]
    """有权或应当: Right or duty"""


class UnionSpec(TypedDict):
    """合并来源: Several sources that feed one count or sum."""

    union: list[SourceSpec]
    """合并的来源: Sources that are counted together"""


class VisitAgeSpec(TypedDict, total=False):
    """探访对象年龄: The age of those visited, in visits of these categories."""

    at_least: int
    """至少的周岁: Age of at least"""
    categories: list[str]
    """核对的探访类别；不写则全部: Categories of visit that are checked; all when absent"""
    less_than: int
    """不满的周岁: Age of less than"""


class VisitAndContactSpec(TypedDict):
    """探访兼记个案跟进: Visits to a person and contacts in this person's case by one worker on so many days."""

    days: int
    """达到的天数: Number of days from which it fires"""


class WhenSpec(TypedDict):
    """适用情形: When a reading matters."""

    service_months: NotSpec
    """服务月数: Months of service"""

_WindowSpecOptionalWords = TypedDict(
    "_WindowSpecOptionalWords",
    {
        # 起点，含当日: The start, its day included
        "from": "str | AnchorSpec",
    },
    total=False,
)


class WindowSpec(_WindowSpecOptionalWords, total=False):
    """期间: When."""

    by: str | list[str]
    """定位日期所用字段: The field that places an element in time"""
    counted_from: str | AnchorSpec
    """起算日: Where the first period starts"""
    due: int
    """应交日: The day of the period on which it is due"""
    each: Literal["week"] | Literal["month"] | Literal["quarter"] | Literal["year"]
    """逐期考核的周期: One cell for each such period"""
    grace_days: int
    """宽限天数: Days of grace after the period"""
    to: str | AnchorSpec
    """终点，含当日: The end, its day included"""
    until: Literal["closing"]
    """截止: Until when it stays open"""
    within: WithinSpec
    """时限: Within so much time of an anchor"""


class _WithinSpecRequired(TypedDict):
    of: str | AnchorSpec
    """起算锚点: The anchor from which it is counted"""


class WithinSpec(_WithinSpecRequired, total=False):
    """时限: So soon after an anchor."""

    days: int
    """达到的天数: Number of days from which it fires"""
    hours: int
    """小时数: So many hours"""
    working_days: int
    """工作日数: So many working days"""

# --- Unions 联合类型 ---

RecordEntry = Union["VisitEntry", "CaseEntry", "CaseContactEntry", "GroupEntry", "GroupSessionEntry", "ActivityEntry", "SupervisionEntry", "DocumentEntry", "PublicationEntry", "VolunteerProjectEntry", "ResourceEntry", "ObservationEntry", "AttendanceEntry", "SatisfactionSurveyEntry", "AttestationEntry"]
"""A record 台账 of any kind, told apart by `kind`."""

EventEntry = Union["SpotCheckEntry", "RectificationOrderEntry", "ReminderEntry", "RectifiedEntry", "SelfEvaluationEntry", "EvaluationEntry", "AcceptanceEntry", "WaiverEntry", "MakeUpEntry", "ExtensionEntry", "TerminationEntry", "ClosureEntry", "FeeComplaintEntry", "InterruptionEntry", "ChangeOrderEntry", "WithdrawalEntry", "RegisterDeclarationEntry"]
"""A lifecycle event 事件 of any kind, told apart by `kind`."""

RegisterEntry = Union["PersonEntry", "HouseholdEntry", "OrganisationEntry", "StaffEntry", "ProjectEntry", "OutletEntry", "SiteEntry"]
"""A register entry 名册 of any kind, told apart by `kind`."""

Entry = Union["RecordEntry", "EventEntry", "RegisterEntry"]
"""A line of a ledger: a record, an event or a register entry, told apart by `kind`."""

Kind = Union["RecordKind", "EventKind", "RegisterKind"]
"""Every kind."""

ConditionSpec = dict[str, object]
"""条件: A condition tree; every other key is the path of a leaf."""

Question = Literal[
    "calendar",
    "check",
    "check_draft",
    "closing",
    "diff",
    "evaluate",
    "explain",
    "form",
    "integrity",
    "lifecycle",
    "portfolio",
    "records",
    "rejected",
    "remaining",
    "sensitivity",
    "what_if",
]
"""The names of the questions."""
