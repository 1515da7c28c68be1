//! The compiled package: what the loader makes of the documents and the evaluator runs.
//!
//! All names are resolved: fields to their places, codes to their ranks, contract
//! values to literals, links and windows to typed parts. Nothing here can fail any more.

use super::integrity::Integrity;
use crate::entry::Constant;
use crate::finding::{Locale, Severity};
use crate::json::is_same;
use crate::kind::{Field, KindInfo, Type};
use crate::number::Exact;
use crate::sorted::Map;
use crate::time::{Date, MonthEnd, Unit};
use std::sync::Arc;

/// A name in both locales.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Chinese.
    pub zh: Arc<str>,
    /// English.
    pub en: Arc<str>,
}

impl Labels {
    /// The name in a locale.
    #[must_use]
    pub fn of(&self, locale: Locale) -> &str {
        match locale {
            Locale::ZhCn => &self.zh,
            Locale::En => &self.en,
        }
    }
}

/// A package with a contract's readings and values put in.
#[derive(Debug, Default)]
pub struct Plan {
    /// Id of the package.
    pub id: Arc<str>,
    /// Version of the package.
    pub version: Arc<str>,
    /// Name of the package.
    pub labels: Labels,
    /// Code lists.
    pub codes: Codes,
    /// Declared attributes.
    pub attributes: Vec<Attribute>,
    /// Record rules.
    pub rules: Vec<Rule>,
    /// Exclusive intervals.
    pub exclusives: Vec<Exclusive>,
    /// 项目指标.
    pub indicators: Vec<Indicator>,
    /// 项目内容: tracked, outside completion.
    pub obligations: Vec<Requirement>,
    /// 对项目实施机构的要求.
    pub provider: Vec<Requirement>,
    /// Evaluations and what follows from them.
    pub stages: Vec<Stage>,
    /// Rights and duties that arise from events.
    pub triggers: Vec<Trigger>,
    /// 结项要求.
    pub closing: Vec<ClosingItem>,
    /// Which integrity checks are made.
    pub integrity: Integrity,
    /// Readings in force.
    pub readings: Vec<ReadingInForce>,
    /// Requirements and stages under the other options of comparator readings.
    pub shadows: Vec<Shadow>,
}

impl Plan {
    /// The requirements of the indicators, then the obligations and the demands on the provider.
    pub fn requirements(&self) -> impl Iterator<Item = &Requirement> {
        let of_indicators = self.indicators.iter().flat_map(|indicator| &indicator.requirements);
        of_indicators.chain(&self.obligations).chain(&self.provider)
    }
}

/// An extra field that the package declares.
#[derive(Debug)]
pub struct Attribute {
    /// Its name.
    pub id: Arc<str>,
    /// The kind that has it.
    pub on: &'static KindInfo,
    /// Its type.
    pub ty: Type,
    /// The code list of a code.
    pub list: Arc<str>,
    /// The kinds that a reference may lead to.
    pub to: Vec<&'static KindInfo>,
    /// Its name in words.
    pub labels: Labels,
}

/// The code lists of a package.
#[derive(Clone, Debug, Default)]
pub struct Codes {
    /// Lists by name.
    pub lists: Map<Arc<str>, Vec<CodeEntry>>,
}

/// A code of a list.
#[derive(Clone, Debug)]
pub struct CodeEntry {
    /// The code.
    pub code: Arc<str>,
    /// In words.
    pub labels: Labels,
    /// Its rank in an ordered list.
    pub rank: Option<i64>,
}

impl Codes {
    /// The entry of a code.
    #[must_use]
    pub fn find(&self, list: &str, code: &str) -> Option<&CodeEntry> {
        self.lists.get(list)?.iter().find(|entry| is_same(&entry.code, code))
    }
}

/// A clause of the source with its requirements; all must be met.
#[derive(Debug)]
pub struct Indicator {
    /// Its id.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// In words.
    pub labels: Labels,
    /// Has nothing measurable and stands outside completion.
    pub text_only: bool,
    /// What it asks.
    pub requirements: Vec<Requirement>,
}

/// Something measurable that is asked for.
#[derive(Debug)]
pub struct Requirement {
    /// Its id; parts of a combination may have none.
    pub id: Option<Arc<str>>,
    /// The clause (its own or its parent's).
    pub clause: Arc<str>,
    /// In words.
    pub labels: Option<Labels>,
    /// A part of a combination (`all_of`, `any_of`) that states neither `each` nor `window`:
    /// it is judged in each of its parent's cells. Its own `each` is then empty and its
    /// `window` a copy of the parent's (so that its sources are placed by the same `by`).
    pub inherits: bool,
    /// Quantifiers: one cell per combination of members.
    pub each: Vec<Each>,
    /// When.
    pub window: Window,
    /// What.
    pub body: Body,
    /// Requirements whose failure only marks this one.
    pub checks: Vec<Check>,
    /// Measures shown and never judged.
    pub shows: Vec<Show>,
    /// Readings that name this requirement.
    pub readings: Vec<Arc<str>>,
}

/// What a requirement asks.
#[derive(Debug)]
pub enum Body {
    /// All parts.
    All(Vec<Requirement>),
    /// At least one part.
    Any(Vec<Requirement>),
    /// A measure that reaches a target.
    Leaf(Measure, Target),
    /// Nothing measurable; only its shows.
    TextOnly,
}

/// Something countable.
#[derive(Debug)]
pub enum Measure {
    /// Elements, distinct keys or containers; several sources make a union.
    Count(Vec<Source>),
    /// A number field added up; several sources make a union.
    Sum(Vec<Source>),
    /// A quotient.
    Ratio(Box<Measure>, Box<Measure>),
    /// Required days that are not covered.
    Coverage(Box<Coverage>),
}

impl Measure {
    /// Its source; of several, and of a quotient's numerator, the first.
    #[must_use]
    pub fn first_source(&self) -> Option<&Source> {
        match self {
            Self::Count(sources) | Self::Sum(sources) => sources.first(),
            Self::Ratio(above, _) => above.first_source(),
            Self::Coverage(coverage) => Some(&coverage.source),
        }
    }

    /// Whether its records name the period that they are for, so that they count however late they are handed in.
    #[must_use]
    pub fn is_for_period(&self) -> bool {
        self.first_source().is_some_and(Source::is_for_period)
    }
}

/// The days that intervals leave uncovered.
#[derive(Debug)]
pub struct Coverage {
    /// The elements with their intervals.
    pub source: Source,
    /// How many distinct keys must cover a day.
    pub depth: u32,
    /// Only working days are required.
    pub working_days: bool,
    /// First day of an element's interval.
    pub from: Path,
    /// Last day of an element's interval.
    pub to: Path,
}

/// Where elements come from and which of them count.
#[derive(Debug)]
pub struct Source {
    /// The collection.
    pub of: Collection,
    /// Which elements.
    pub cond: Cond,
    /// Keys to count or group by; empty = the elements themselves.
    pub distinct: Vec<Path>,
    /// What a container's children must satisfy.
    pub having: Option<Box<Requirement>>,
    /// How an element reaches each of the enclosing members or its container, in their order.
    pub links: Vec<Link>,
    /// Only elements whose interval contains the snapshot day.
    pub snapshot: bool,
    /// Only the latest per key, before the condition.
    pub latest_of: Option<Vec<Path>>,
    /// The number to add up.
    pub field: Option<Path>,
    /// The fields that place an element in time, first present; empty = not placed.
    pub placing: Vec<Path>,
    /// The day of the container, or of the last member, from which on its elements count.
    pub since: Option<Path>,
    /// Its elements are looked at as intervals, whenever they begin.
    pub by_interval: bool,
    /// More elements can only help, so that one about which nothing can become known may be told not to count.
    pub more_helps: bool,
}

impl Source {
    /// The paths by which elements are told apart: of equal ones only one counts.
    #[must_use]
    pub fn apart(&self) -> &[Path] {
        match &self.latest_of {
            Some(paths) if self.distinct.is_empty() => paths,
            _ => &self.distinct,
        }
    }

    /// Whether its elements name the period that they are for.
    #[must_use]
    pub fn is_for_period(&self) -> bool {
        self.placing.first().is_some_and(|path| matches!(path.ty, Type::Period))
    }
}

/// A collection of elements.
#[derive(Clone, Copy, Debug)]
pub enum Collection {
    /// Entries of a kind.
    Entries(&'static KindInfo),
    /// Items, or plain values, of a list field of a kind's entries.
    List {
        /// The kind.
        kind: &'static KindInfo,
        /// Place of the list field.
        field: u16,
        /// The items' fields; none for plain values.
        fields: Option<&'static [Field]>,
    },
    /// The member of the innermost enclosing `each`; the collection is the member's own.
    Member {
        /// The member's kind.
        kind: &'static KindInfo,
        /// The list field when the member is an item.
        field: Option<u16>,
        /// Which of the enclosing quantifiers (0 = outermost).
        quantifier: usize,
    },
}

impl Collection {
    /// The kind of the entries that hold the elements.
    #[must_use]
    pub fn kind(self) -> &'static KindInfo {
        match self {
            Self::Entries(kind) | Self::List { kind, .. } | Self::Member { kind, .. } => kind,
        }
    }

    /// The list field that holds the elements; none when they are entries.
    #[must_use]
    pub fn list(self) -> Option<u16> {
        match self {
            Self::Entries(_) => None,
            Self::List { field, .. } => Some(field),
            Self::Member { field, .. } => field,
        }
    }
}

/// How an element reaches its parent: the container of `having`, or a member of `each`.
#[derive(Debug)]
pub enum Link {
    /// It is the parent.
    Same,
    /// It lies in one of the parent's lists.
    Inside,
    /// It refers to the parent (one reference or several).
    Reference(Path),
    /// Both have equal values.
    Equal {
        /// The element's value.
        child: Path,
        /// The parent's value.
        parent: Path,
    },
}

/// A way from an element to values.
#[derive(Clone, Debug)]
pub struct Path {
    /// As written in the package.
    pub text: Arc<str>,
    /// The steps.
    pub steps: Vec<Step>,
    /// Type of what is reached.
    pub ty: Type,
    /// Code list of what is reached; empty for other types.
    pub list: Arc<str>,
    /// The kinds that a reference at its end may lead to.
    pub to: Vec<&'static KindInfo>,
    /// Whether what is reached is personal.
    pub personal: bool,
    /// Whether it says what an entry is about.
    pub topic: bool,
}

impl Path {
    /// Whether the element alone decides it, without other entries.
    #[must_use]
    pub fn is_own(&self) -> bool {
        !self.steps.iter().any(|step| matches!(step, Step::Follow(_) | Step::Derived(Derived::Home)))
    }

    /// The day on which an age is taken, as packages write it; none for the reading day and for all that is no age.
    #[must_use]
    pub fn age_on(&self) -> Option<&'static str> {
        self.steps.iter().find_map(|step| match step {
            Step::Derived(Derived::Age(AgeOn::ServiceStart)) => Some("service_start"),
            Step::Derived(Derived::Age(AgeOn::ServiceEnd)) => Some("service_end"),
            Step::Derived(Derived::Age(AgeOn::AsOf)) => Some("as_of"),
            _ => None,
        })
    }
}

/// One step of a path.
#[derive(Clone, Debug)]
pub enum Step {
    /// A field of the current item or entry; lists fan out when another step follows.
    Field(u16),
    /// A declared attribute of the current entry.
    Attribute(Arc<str>),
    /// From an element to the entry that holds it.
    Container,
    /// The plain value that the element is.
    Plain,
    /// From a reference to the entry that it names, in one of these kinds.
    Follow(Vec<&'static KindInfo>),
    /// A derived field.
    Derived(Derived),
}

/// The closed list of derived fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Derived {
    /// 周岁 of a person on a day.
    Age(AgeOn),
    /// A title without what reposts change.
    TitleKey,
    /// A donor's name, told apart as titles are.
    DonorKey,
    /// The distinct persons who signed.
    SignaturePersons,
    /// The household of a visited subject: named, or the person's.
    Home,
    /// `score_total` of an evaluation: the score given, or the marks by the contract's weights.
    ScoreTotal,
}

/// The day on which an age is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeOn {
    /// The reading day of the element.
    ReadingDay,
    /// The first day of the service.
    ServiceStart,
    /// The end of the service.
    ServiceEnd,
    /// The day of judgement.
    AsOf,
}

/// A condition, judged yes, no or maybe.
#[derive(Clone, Debug)]
pub enum Cond {
    /// All of them; no parts = always yes.
    All(Vec<Cond>),
    /// One of them.
    Any(Vec<Cond>),
    /// The opposite.
    Not(Box<Cond>),
    /// A declared condition, by which reasons and waivers name it.
    Named(Arc<str>, Arc<Cond>),
    /// A test of a value.
    Leaf(Leaf),
}

impl Cond {
    /// Whether the element alone decides it.
    #[must_use]
    pub fn is_own(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().all(Self::is_own),
            Self::Not(part) => part.is_own(),
            Self::Named(_, part) => part.is_own(),
            Self::Leaf(leaf) => leaf.is_own(),
        }
    }
}

/// A test of what a path reaches.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The path.
    pub path: Path,
    /// The test.
    pub test: Test,
}

impl Leaf {
    fn is_own(&self) -> bool {
        self.path.is_own()
            && match &self.test {
                Test::Compare(_, Operand::Field(path)) | Test::Is(Operand::Field(path)) => path.is_own(),
                Test::Compare(_, Operand::AsOf) | Test::Is(Operand::AsOf) => false,
                Test::Some(cond) | Test::Every(cond) => cond.is_own(),
                Test::Distinct(distinct) => distinct.of.is_own() && distinct.cond.is_own(),
                Test::Where(_) => false,
                _ => true,
            }
    }
}

/// The tests.
#[derive(Clone, Debug)]
pub enum Test {
    /// Equal.
    Is(Operand),
    /// One of these.
    In(Vec<Constant>),
    /// A comparison of numbers or days.
    Compare(Cmp, Operand),
    /// A code whose rank reaches this rank; the code is kept for messages.
    AtOrAbove(i64, Arc<str>),
    /// Present (true) or absent (false).
    Exists(bool),
    /// Some item satisfies the condition.
    Some(Box<Cond>),
    /// Every item satisfies the condition.
    Every(Box<Cond>),
    /// The list holds all of these.
    ContainsAll(Vec<Constant>),
    /// The list's length.
    Size(Vec<(Cmp, i64)>),
    /// How many different values its items have.
    Distinct(Box<Distinct>),
    /// The entry referred to satisfies the condition.
    Where(Box<Cond>),
}

/// A test of how many different values the items of a list have.
#[derive(Clone, Debug)]
pub struct Distinct {
    /// The value of an item.
    pub of: Path,
    /// Which items.
    pub cond: Cond,
    /// How many.
    pub sizes: Vec<(Cmp, i64)>,
}

/// What a value is compared with.
#[derive(Clone, Debug)]
pub enum Operand {
    /// A literal, or a contract value.
    Value(Constant),
    /// The day of judgement.
    AsOf,
    /// Another field of the same entry.
    Field(Path),
}

/// The four comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename = "Comparison", rename_all = "snake_case")]
pub enum Cmp {
    /// ≥ 不少于、以上
    AtLeast,
    /// > 超过
    MoreThan,
    /// ≤ 以下
    AtMost,
    /// < 不满
    LessThan,
}

impl Cmp {
    /// Whether `left` stands in this relation to `right`.
    #[must_use]
    pub fn holds<T: PartialOrd>(self, left: T, right: T) -> bool {
        match self {
            Self::AtLeast => left >= right,
            Self::MoreThan => left > right,
            Self::AtMost => left <= right,
            Self::LessThan => left < right,
        }
    }

    /// The sign before a number; none for the usual one, at least.
    #[must_use]
    pub fn sign_unless_usual(self) -> &'static str {
        if self == Self::AtLeast { "" } else { self.sign() }
    }

    /// The same by the word on the wire.
    #[must_use]
    pub fn sign_of(name: &str) -> &'static str {
        let all = [Self::AtLeast, Self::MoreThan, Self::AtMost, Self::LessThan];
        all.into_iter().find(|cmp| cmp.name() == name).map_or("", Self::sign_unless_usual)
    }

    /// ≥, >, ≤ or <.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::MoreThan => ">",
            Self::AtMost => "≤",
            Self::LessThan => "<",
        }
    }

    /// `at_least` and `more_than`: more is better.
    #[must_use]
    pub fn wants_more(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan)
    }

    /// The word on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::AtMost => "at_most",
            Self::LessThan => "less_than",
        }
    }

    /// Reads the word on the wire.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::AtLeast, Self::MoreThan, Self::AtMost, Self::LessThan].into_iter().find(|cmp| cmp.name() == name)
    }
}

/// When something must happen.
#[derive(Debug, Default)]
pub struct Window {
    /// One cell per period of this unit.
    pub unit: Option<Unit>,
    /// Periods counted from here instead of the calendar.
    pub counted_from: Option<Anchor>,
    /// Due day within a period.
    pub due: Option<u32>,
    /// Days after a period in which it can still be met.
    pub grace_days: u32,
    /// First day; the service's start when absent.
    pub from: Option<Anchor>,
    /// Last day; the service's end when absent.
    pub to: Option<Anchor>,
    /// Open up to closing.
    pub until_closing: bool,
    /// So soon after an anchor.
    pub within: Option<Within>,
    /// The package states a window; containers are then placed by the day on which they came to count.
    pub stated: bool,
}

/// A span after an anchor.
#[derive(Debug)]
pub struct Within {
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: WithinUnit,
    /// After what.
    pub of: Anchor,
}

/// Units of [`Within`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithinUnit {
    /// Calendar days.
    Days,
    /// Working days.
    WorkingDays,
    /// Hours; both ends need a time of day.
    Hours,
}

/// A day that the package names.
#[derive(Clone, Debug)]
pub enum Anchor {
    /// First day of the service.
    ServiceStart,
    /// Last day of the service, extensions included.
    ServiceEnd,
    /// A fixed day, or a contract date.
    Day(Date),
    /// Day of the first certain element that counts for a requirement.
    First(Arc<str>),
    /// Day on which a requirement came to be met.
    Met(Arc<str>),
    /// A date of the member (and its time of day, when it has one), of the innermost quantifier.
    Member {
        /// The date.
        date: Path,
        /// The field `start`, when the member's kind has one.
        start: Option<Path>,
    },
    /// Day of the first event of a kind.
    Event(&'static KindInfo),
}

/// A quantifier: one cell per member.
#[derive(Debug)]
pub struct Each {
    /// The members.
    pub of: Collection,
    /// Which of them.
    pub cond: Cond,
    /// In which periods a member owes a cell.
    pub active: Option<Active>,
    /// First day of a member's interval.
    pub from: Option<Path>,
    /// Last day of a member's interval.
    pub to: Option<Path>,
}

/// When a member counts as active in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Active {
    /// Its interval contains the period's anchor day.
    Anchor,
    /// Its interval overlaps the period.
    Overlap,
    /// Its interval covers the period.
    Whole,
}

/// What a measure must reach.
#[derive(Debug)]
pub struct Target {
    /// The comparison.
    pub cmp: Cmp,
    /// With what.
    pub value: TargetValue,
    /// Unit, for readers.
    pub unit: Arc<str>,
}

/// A target's number.
#[derive(Debug)]
pub enum TargetValue {
    /// The same for all.
    Fixed(Exact),
    /// By a code of the member.
    By {
        /// The member's code.
        path: Path,
        /// Numbers by code.
        of: Map<Arc<str>, Exact>,
        /// For all other codes.
        otherwise: Option<Exact>,
    },
}

/// A requirement whose failure only marks its parent.
#[derive(Debug)]
pub struct Check {
    /// In words.
    pub labels: Labels,
    /// What is checked.
    pub requirement: Requirement,
    /// Only when this register is declared complete.
    pub needs_complete: Option<&'static KindInfo>,
    /// What a failure does.
    pub otherwise: CheckElse,
}

/// What a failed check does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CheckElse {
    /// Warns.
    Warn,
    /// Makes the outcome unknown.
    Unknown,
    /// Marks the requirement infeasible.
    Infeasible,
}

/// A measure shown and never judged.
#[derive(Debug)]
pub struct Show {
    /// In words.
    pub labels: Labels,
    /// What is measured.
    pub measure: Measure,
}

/// What the package demands of an entry.
#[derive(Debug)]
pub struct Rule {
    /// Its id.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// In words.
    pub labels: Labels,
    /// Of which elements.
    pub of: Collection,
    /// Which of them.
    pub cond: Cond,
    /// What each must satisfy.
    pub need: Cond,
    /// What a failure is: error, defect or warning.
    pub severity: Severity,
    /// Whether the entry alone decides it.
    pub own: bool,
}

/// Entries with one key may not overlap in time.
#[derive(Debug)]
pub struct Exclusive {
    /// Its id.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// In words.
    pub labels: Labels,
    /// Of which elements.
    pub of: Collection,
    /// Which of them.
    pub cond: Cond,
    /// The key.
    pub on: Vec<Path>,
    /// Elements that agree here do not exclude each other; empty = all do.
    pub differ: Vec<Path>,
    /// First day of the interval.
    pub from: Path,
    /// Last day of the interval; absent = open.
    pub to: Path,
}

/// An evaluation stage.
#[derive(Debug)]
pub struct Stage {
    /// `midterm`, `final` or `third_party`.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// In words.
    pub labels: Labels,
    /// The aspects that are marked.
    pub aspects: Vec<Arc<str>>,
    /// Bands of the score, first hit.
    pub bands: Vec<Band>,
    /// What follows from a verdict, by its code.
    pub verdicts: Map<Arc<str>, Band>,
}

/// What follows from a score or verdict.
#[derive(Debug)]
pub struct Band {
    /// Its id.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// The scores; none for a verdict.
    pub test: Option<(Cmp, Exact)>,
    /// What follows.
    pub then: Vec<Consequence>,
    /// Whether it may or must follow.
    pub force: Force,
    /// Only a passing evaluation of the same stage cures it.
    pub cured_by_evaluation: bool,
}

/// The closed list of consequences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consequence {
    /// 责令整改
    RectificationOrder,
    /// 终止合同
    Termination,
    /// 延长服务期
    Extension {
        /// By so many months.
        months: u32,
        /// How they are added.
        month_end: MonthEnd,
    },
}

/// Whether something may or must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Force {
    /// 有权
    Right,
    /// 应当
    Duty,
}

/// A right or duty that arises from events.
#[derive(Debug)]
pub struct Trigger {
    /// Its id.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// In words.
    pub labels: Labels,
    /// When it arises: when this is met.
    pub when: Requirement,
    /// What follows.
    pub then: Vec<Consequence>,
    /// Whether it may or must follow.
    pub force: Force,
}

/// What closing needs.
#[derive(Debug)]
pub struct ClosingItem {
    /// Its id.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// In words.
    pub labels: Labels,
    /// The need.
    pub need: ClosingNeed,
}

/// The needs of closing.
#[derive(Debug)]
pub enum ClosingNeed {
    /// This share of the indicators met.
    Completion(Exact),
    /// A requirement, judged with the day of judgement as the end of what is open until closing.
    Requirement(Requirement),
}

/// A reading as it stands for a contract.
#[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct ReadingInForce {
    /// Its id.
    pub id: Arc<str>,
    /// The chosen option.
    pub option: Arc<str>,
    /// The option's name.
    pub labels: Labels,
    /// The decisive words of the source.
    pub phrase: Arc<str>,
    /// Whether the contract left it at the default.
    pub by_default: bool,
    /// Whether its options differ only in a comparison.
    pub comparator: bool,
}

/// A requirement or stage under another option of a comparator reading.
#[derive(Debug)]
pub struct Shadow {
    /// The reading.
    pub reading: Arc<str>,
    /// The other option.
    pub option: Arc<str>,
    /// What it stands in for.
    pub of: ShadowOf,
}

/// What a shadow stands in for.
#[derive(Debug)]
pub enum ShadowOf {
    /// The requirement of the same id.
    Requirement(Box<Requirement>),
    /// The stage of the same id.
    Stage(Box<Stage>),
    /// The trigger of the same id.
    Trigger(Box<Trigger>),
}
