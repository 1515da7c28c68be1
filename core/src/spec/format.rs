//! The spec format as tables of shapes; `specs/FORMAT.md` says what they mean.

use super::shape::{Part, Shape, Slot, may, must};

macro_rules! shapes {
    ($($(#[doc = $doc:literal])+ $function:ident $name:literal $zh:literal [$($slot:expr),* $(,)?]
        $(one_of [$($group:expr),*])? $(rest $rest:expr)?;)*) => {$(
        $(#[doc = $doc])+
        pub fn $function() -> &'static Shape {
            const SLOTS: &[Slot] = &[$($slot),*];
            static SHAPE: Shape = Shape {
                #[cfg(feature = "answer-schemas")]
                name: $name,
                #[cfg(feature = "answer-schemas")]
                doc: concat!($($doc),+),
                #[cfg(feature = "answer-schemas")]
                zh: $zh,
                fields: SLOTS,
                one_of: &[$($($group),*)?],
                rest: only(&[$($rest)?]),
            };
            &SHAPE
        }
    )*};
}

const fn only(parts: &[Part]) -> Option<Part> {
    match parts {
        [part] => Some(*part),
        _ => None,
    }
}

const PATHS: Part = Part::Either(&[Part::Text, Part::List(&Part::Text)]);
const SOME_PATHS: Part = Part::Either(&[Part::Text, Part::Some(&Part::Text)]);
const REQUIREMENT: Part = Part::Object(requirement);
const SOURCES: Part = Part::Either(&[Part::Object(union), Part::Object(source)]);
const CONDITION: Part = Part::Later(tree);
const OPERAND: Part = Part::Either(&[Part::Object(other_field), Part::Literal]);
const ANCHOR: Part = Part::Either(&[Part::Text, Part::Object(anchor)]);
const LABELS: Part = Part::Object(labels);
const EACH: Part = Part::Either(&[Part::Object(each), Part::Some(&Part::Object(each))]);
const CONSEQUENCE: Part =
    Part::Either(&[Part::Word(&["rectification_order", "termination"]), Part::Object(consequence)]);
const FORCE: Part = Part::Word(&["right", "duty"]);
const UNIT: Part = Part::Word(&["week", "month", "quarter", "year"]);

/// Kinds of registers.
pub const REGISTERS: &[&str] = &["person", "household", "organisation", "staff", "project", "outlet", "site"];

shapes! {
    /// A package, or a document that packages include.
    package "package" "项目包" [
        may("$schema", Part::Text), must("format", Part::Word(&["1"])), must("id", Part::Id), must("version", Part::Id),
        must("source", Part::Object(origin)), must("labels", LABELS), may("include", Part::List(&Part::Id)),
        may("place", Part::Id), may("codes", Part::Map(&Part::List(&Part::Object(code)))),
        may("attributes", Part::List(&Part::Object(attribute))), may("conditions", Part::List(&Part::Object(condition))),
        may("rules", Part::List(&Part::Object(rule))), may("indicators", Part::List(&Part::Object(indicator))),
        may("obligations", Part::List(&REQUIREMENT)), may("provider", Part::List(&REQUIREMENT)),
        may("stages", Part::List(&Part::Object(stage))), may("triggers", Part::List(&Part::Object(trigger))),
        may("closing", Part::List(&Part::Object(closing))), may("readings", Part::List(&Part::Object(reading))),
        may("integrity", Part::Object(integrity)),
    ];
    /// Where the requirements come from.
    origin "source_document" "需求文件" [must("title", Part::Text), must("issuer", Part::Text), may("year", Part::Whole)];
    /// A name in both locales.
    labels "labels" "名称" [must("zh-CN", Part::Text), must("en", Part::Text)];
    /// A code of a list.
    code "code" "代码" [must("code", Part::Id), must("labels", LABELS), may("rank", Part::Whole)];
    /// An extra field of a kind.
    attribute "attribute" "附加字段" [
        must("id", Part::Id), must("on", Part::Text),
        must("type", Part::Word(&["code", "number", "date", "yes_no", "text", "reference"])),
        may("list", Part::Text), may("to", Part::Text), must("labels", LABELS),
    ];
    /// A condition with a name.
    condition "named_condition" "具名条件" [must("id", Part::Id), must("on", Part::Text), must("labels", LABELS), must("where", CONDITION)];
    /// A condition tree; every other key is the path of a leaf.
    tree "condition" "条件" [
        may("all", Part::Some(&CONDITION)), may("any", Part::Some(&CONDITION)), may("not", CONDITION), may("use", Part::Text),
    ] rest Part::Object(leaf);
    /// What must hold of the field at a path: all that is given.
    leaf "leaf" "条件项" [
        may("is", OPERAND), may("in", Part::Either(&[Part::Text, Part::List(&Part::Literal)])),
        may("at_least", OPERAND), may("at_most", OPERAND), may("more_than", OPERAND), may("less_than", OPERAND),
        may("at_or_above", Part::Text), may("exists", Part::YesNo), may("some", CONDITION), may("every", CONDITION),
        may("contains_all", Part::List(&Part::Literal)), may("size", Part::Object(size)),
        may("distinct", Part::Object(distinct)), may("where", CONDITION), may("use", Part::Text),
        may("on", Part::Word(&["service_start", "service_end", "as_of", "record_date"])),
    ];
    /// Another field of the same entry, as an operand.
    other_field "other_field" "另一字段" [must("field", Part::Text)];
    /// How many items a list has.
    size "size" "项数" [
        may("at_least", Part::Whole), may("at_most", Part::Whole), may("more_than", Part::Whole), may("less_than", Part::Whole),
    ];
    /// How many different values the items of a list have.
    distinct "distinct" "不同值的个数" [
        must("of", Part::Text), may("where", CONDITION), may("at_least", Part::Whole), may("at_most", Part::Whole),
        may("more_than", Part::Whole), may("less_than", Part::Whole),
    ] one_of [&["at_least", "at_most", "more_than", "less_than"]];
    /// What entries must satisfy, or may not do at the same time.
    rule "rule" "记录规则" [
        must("id", Part::Id), must("clause", Part::Text), must("labels", LABELS), may("on", Part::Object(selection)),
        may("need", CONDITION), may("else", Part::Word(&["error", "defect", "warn"])),
        may("exclusive", Part::Object(exclusive)),
    ] one_of [&["need", "exclusive"]];
    /// A collection with a condition.
    selection "selection" "筛选" [must("of", Part::Text), may("where", CONDITION)];
    /// Entries with one key may not overlap.
    exclusive "exclusive" "互斥区间" [
        must("of", Part::Text), may("where", CONDITION), must("on", Part::Some(&Part::Text)),
        may("differ", Part::Some(&Part::Text)), may("from", Part::Text), may("to", Part::Text),
    ];
    /// A clause with its requirements.
    indicator "indicator" "项目指标" [
        must("id", Part::Id), must("clause", Part::Text), must("labels", LABELS), may("source_text", Part::Text),
        may("shares_with", Part::List(&Part::Id)), may("text_only", Part::YesNo), must("requirements", Part::List(&REQUIREMENT)),
    ];
    /// Something measurable.
    requirement "requirement" "要求" [
        may("id", Part::Id), may("clause", Part::Text), may("labels", LABELS), may("source_text", Part::Text),
        may("text_only", Part::YesNo), may("each", EACH), may("window", Part::Object(window)),
        may("measure", Part::Object(measure)), may("target", Part::Object(target)),
        may("all_of", Part::Some(&REQUIREMENT)), may("any_of", Part::Some(&REQUIREMENT)),
        may("checks", Part::List(&Part::Object(check))), may("show", Part::List(&Part::Object(show))),
    ];
    /// What is measured.
    measure "measure" "度量" [
        may("count", SOURCES), may("sum", SOURCES), may("ratio", Part::Object(ratio)), may("coverage", Part::Object(source)),
    ] one_of [&["count", "sum", "ratio", "coverage"]];
    /// A quotient.
    ratio "ratio" "比率" [must("of", Part::Object(measure)), must("over", Part::Object(measure))];
    /// Several sources that feed one count or sum.
    union "union" "合并来源" [must("union", Part::Some(&Part::Object(source)))] one_of [&["union"]];
    /// Where elements come from.
    source "source" "来源" [
        must("of", Part::Text), may("where", CONDITION), may("distinct", SOME_PATHS), may("having", REQUIREMENT),
        may("by", SOME_PATHS), may("on", Part::Word(&["as_of"])), may("latest_of", Part::List(&Part::Text)),
        may("since", Part::Text), may("field", Part::Text), may("depth", Part::Whole), may("days", Part::Word(&["all", "working"])),
    ];
    /// When.
    window "window" "期间" [
        may("each", UNIT), may("counted_from", ANCHOR), may("due", Part::Whole), may("grace_days", Part::Whole),
        may("by", PATHS), may("from", ANCHOR), may("to", ANCHOR), may("until", Part::Word(&["closing"])),
        may("within", Part::Object(within)),
    ];
    /// So soon after an anchor.
    within "within" "时限" [
        may("days", Part::Whole), may("working_days", Part::Whole), may("hours", Part::Whole), must("of", ANCHOR),
    ] one_of [&["days", "working_days", "hours"]];
    /// A day out of the data.
    anchor "anchor" "锚点" [
        may("first", Part::Id), may("met", Part::Id), may("member", Part::Text), may("event", Part::Text),
    ] one_of [&["first", "met", "member", "event"]];
    /// One cell per member.
    each "each" "逐个" [
        must("of", Part::Text), may("where", CONDITION), may("active", Part::Word(&["anchor", "overlap", "whole"])),
    ];
    /// What must be reached.
    target "target" "目标" [
        may("at_least", TARGET), may("more_than", TARGET), may("at_most", TARGET), may("less_than", TARGET),
        may("unit", Part::Text),
    ] one_of [&["at_least", "more_than", "at_most", "less_than"]];
    /// A number that depends on a code.
    target_by "target_by" "按代码取值" [must("by", Part::Text), must("of", Part::Map(&Part::Number)), may("else", Part::Number)];
    /// A requirement whose failure only marks its parent.
    check "check" "检查" [
        may("id", Part::Id), must("labels", LABELS), must("requirement", REQUIREMENT),
        may("needs_complete", Part::Word(REGISTERS)), must("else", Part::Word(&["warn", "unknown", "infeasible"])),
    ];
    /// A measure shown and never judged.
    show "show" "展示" [must("labels", LABELS), must("measure", Part::Object(measure))];
    /// An evaluation stage.
    stage "stage" "评估阶段" [
        must("id", Part::Word(&["midterm", "final", "third_party"])), must("clause", Part::Text), must("labels", LABELS),
        may("aspects", Part::List(&Part::Id)), must("bands", Part::List(&Part::Object(band))),
        may("verdicts", Part::Map(&Part::Object(band))),
    ];
    /// What follows from a score or verdict.
    band "band" "分数段" [
        must("id", Part::Id), must("clause", Part::Text), may("at_most", Part::Number), may("less_than", Part::Number),
        must("then", Part::Some(&CONSEQUENCE)), must("force", FORCE), may("cured_by", Part::Word(&["evaluation"])),
    ];
    /// A consequence with parameters.
    consequence "consequence" "后果" [must("extension", Part::Object(extension))];
    /// An extension of the service.
    extension "extension" "延长" [must("months", Part::Whole), must("month_end", Part::Word(&["same_day", "last_day", "from_start"]))];
    /// A right or duty that arises from events.
    trigger "trigger" "触发" [
        must("id", Part::Id), must("clause", Part::Text), must("labels", LABELS), must("when", REQUIREMENT),
        must("then", Part::Some(&CONSEQUENCE)), must("force", FORCE),
    ];
    /// What closing needs: a share of the indicators, or a requirement.
    closing "closing_item" "结项要求" [
        must("id", Part::Id), must("clause", Part::Text), must("labels", LABELS), may("completion", Part::Text),
        may("each", EACH), may("window", Part::Object(window)), may("measure", Part::Object(measure)),
        may("target", Part::Object(target)), may("all_of", Part::Some(&REQUIREMENT)), may("any_of", Part::Some(&REQUIREMENT)),
        may("checks", Part::List(&Part::Object(check))), may("show", Part::List(&Part::Object(show))),
    ] one_of [&["completion", "measure", "all_of", "any_of"]];
    /// A phrase that can be read in several ways.
    reading "reading" "读法" [
        must("id", Part::Id), must("phrase", Part::Text), must("clauses", Part::Some(&Part::Text)), must("labels", LABELS),
        must("basis", Part::Text), may("comparator", Part::YesNo), must("default", Part::Id), may("when", Part::Object(when)),
        must("options", Part::Some(&Part::Object(option))),
    ];
    /// When a reading matters.
    when "when" "适用情形" [must("service_months", Part::Object(not))];
    /// Any number but this.
    not "not" "除外" [must("not", Part::Whole)];
    /// One way to read it.
    option "option" "选项" [must("id", Part::Id), must("labels", LABELS), must("replace", Part::Map(&Part::Map(&Part::Any)))];
    /// Which integrity checks are made, and from where on each fires; what is not stated is off.
    integrity "integrity" "真实性核对" [
        may("double_booking", Part::Object(double_booking)), may("places_a_day", Part::Object(places_a_day)),
        may("photo_reuse", Part::Object(photo_reuse)), may("headcount", Part::Object(headcount)),
        may("bulk_entry", Part::Object(bulk_entry)), may("end_entry", Part::Object(end_entry)),
        may("after_closing", Part::Object(after_closing)), may("visit_age", Part::Object(visit_age)),
        may("copied_text", Part::Object(copied_text)), may("phone_as_home", Part::Object(phone_as_home)),
        may("same_identity", Part::Object(same_identity)), may("shared_event", Part::Object(shared_event)),
        may("visit_and_contact", Part::Object(visit_and_contact)), may("full_time", Part::Object(full_time)),
    ];
    /// One worker in slots that overlap by so many minutes.
    double_booking "double_booking" "同时在两处" [must("minutes", Part::Whole)];
    /// One worker in so many places on a day on which a time is missing.
    places_a_day "places_a_day" "一日多处" [must("places", Part::Whole)];
    /// One file of these kinds in so many records of events.
    photo_reuse "photo_reuse" "照片重复使用" [must("kinds", Part::Some(&Part::Id)), must("records", Part::Whole)];
    /// A headcount so far above or below the sign-in list.
    headcount "headcount" "人数与签到不符" [must("above", Part::Whole), must("below", Part::Whole)];
    /// So many records entered on one day, each so many days late.
    bulk_entry "bulk_entry" "集中补录" [must("records", Part::Whole), must("days", Part::Whole)];
    /// So many records of earlier work entered in the last days of the service or later.
    end_entry "end_entry" "期末集中录入" [must("records", Part::Whole), must("days", Part::Whole)];
    /// So many records entered after the closure or termination.
    after_closing "after_closing" "结项后录入" [must("records", Part::Whole)];
    /// The age of those visited, in visits of these categories.
    visit_age "visit_age" "探访对象年龄" [
        may("categories", Part::List(&Part::Id)), may("at_least", Part::Whole), may("less_than", Part::Whole),
    ] one_of [&["at_least", "less_than"]];
    /// One text of so many characters in so many records.
    copied_text "copied_text" "文字雷同" [must("records", Part::Whole), must("characters", Part::Whole)];
    /// Visits of these modes whose text has one of the words and that took no more minutes.
    phone_as_home "phone_as_home" "电话记作入户" [
        must("modes", Part::Some(&Part::Id)), must("words", Part::Some(&Part::Text)), must("minutes", Part::Whole),
    ];
    /// So many persons with one name and birth date.
    same_identity "same_identity" "疑为同一人" [must("persons", Part::Whole)];
    /// Activities of so many packages on one day in one place.
    shared_event "shared_event" "多包同一活动" [must("packages", Part::Whole)];
    /// Visits to a person and contacts in this person's case by one worker on so many days.
    visit_and_contact "visit_and_contact" "探访兼记个案跟进" [must("days", Part::Whole)];
    /// One worker full time in two packages for so many days.
    full_time "full_time" "两包专职" [must("days", Part::Whole)];
    /// A contract.
    contract "contract" "合同" [
        may("$schema", Part::Text), must("id", Part::Id), must("package", Part::Id), must("version", Part::Id),
        may("purchaser", Part::Text), may("provider", Part::Text), must("service_start", Part::Date),
        must("service_end", Part::Date), must("midterm_date", Part::Date), may("place", Part::Id),
        may("readings", Part::Map(&Part::Id)), may("related_majors", Part::List(&Part::Id)),
        may("volunteer_systems", Part::List(&Part::Id)), may("signature_forms", Part::List(&Part::Id)),
        may("non_working_days", Part::List(&Part::Date)), may("extra_working_days", Part::List(&Part::Date)),
        may("evaluation_weights", Part::Map(&Part::Number)),
    ];
}

const TARGET: Part = Part::Either(&[Part::Number, Part::Text, Part::Object(target_by)]);
