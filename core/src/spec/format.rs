//! The spec format as tables of shapes; `specs/FORMAT.md` says what they mean.

use super::shape::{Part, Shape, Slot, may, must};

macro_rules! shapes {
    ($($(#[doc = $doc:literal])+ $function:ident $name:literal [$($slot:expr),* $(,)?] $(one_of [$($group:expr),*])?;)*) => {$(
        $(#[doc = $doc])+
        pub fn $function() -> &'static Shape {
            const SLOTS: &[Slot] = &[$($slot),*];
            static SHAPE: Shape = Shape {
                name: $name,
                doc: concat!($($doc),+),
                fields: SLOTS,
                one_of: &[$($($group),*)?],
            };
            &SHAPE
        }
    )*};
}

const PATHS: Part = Part::Either(&[Part::Text, Part::List(&Part::Text)]);
const SOME_PATHS: Part = Part::Either(&[Part::Text, Part::Some(&Part::Text)]);
const REQUIREMENT: Part = Part::Object(requirement);
const SOURCES: Part = Part::Either(&[Part::Object(union), Part::Object(source)]);
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
    package "package" [
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
    origin "source_document" [must("title", Part::Text), must("issuer", Part::Text), may("year", Part::Whole)];
    /// A name in both locales.
    labels "labels" [must("zh-CN", Part::Text), must("en", Part::Text)];
    /// A code of a list.
    code "code" [must("code", Part::Id), must("labels", LABELS), may("rank", Part::Whole)];
    /// An extra field of a kind.
    attribute "attribute" [
        must("id", Part::Id), must("on", Part::Text),
        must("type", Part::Word(&["code", "number", "date", "yes_no", "text", "reference"])),
        may("list", Part::Text), may("to", Part::Text), must("labels", LABELS),
    ];
    /// A condition with a name.
    condition "named_condition" [must("id", Part::Id), must("on", Part::Text), must("labels", LABELS), must("where", Part::Condition)];
    /// What entries must satisfy, or may not do at the same time.
    rule "rule" [
        must("id", Part::Id), must("clause", Part::Text), must("labels", LABELS), may("on", Part::Object(selection)),
        may("need", Part::Condition), may("else", Part::Word(&["error", "defect", "warn"])),
        may("exclusive", Part::Object(exclusive)),
    ] one_of [&["need", "exclusive"]];
    /// A collection with a condition.
    selection "selection" [must("of", Part::Text), may("where", Part::Condition)];
    /// Entries with one key may not overlap.
    exclusive "exclusive" [
        must("of", Part::Text), may("where", Part::Condition), must("on", Part::Some(&Part::Text)),
        may("from", Part::Text), may("to", Part::Text),
    ];
    /// A clause with its requirements.
    indicator "indicator" [
        must("id", Part::Id), must("clause", Part::Text), must("labels", LABELS), may("source_text", Part::Text),
        may("shares_with", Part::List(&Part::Id)), may("text_only", Part::YesNo), must("requirements", Part::List(&REQUIREMENT)),
    ];
    /// Something measurable.
    requirement "requirement" [
        may("id", Part::Id), may("clause", Part::Text), may("labels", LABELS), may("source_text", Part::Text),
        may("text_only", Part::YesNo), may("each", EACH), may("window", Part::Object(window)),
        may("measure", Part::Object(measure)), may("target", Part::Object(target)),
        may("all_of", Part::Some(&REQUIREMENT)), may("any_of", Part::Some(&REQUIREMENT)),
        may("checks", Part::List(&Part::Object(check))), may("show", Part::List(&Part::Object(show))),
    ];
    /// What is measured.
    measure "measure" [
        may("count", SOURCES), may("sum", SOURCES), may("ratio", Part::Object(ratio)), may("coverage", Part::Object(source)),
    ] one_of [&["count", "sum", "ratio", "coverage"]];
    /// A quotient.
    ratio "ratio" [must("of", Part::Object(measure)), must("over", Part::Object(measure))];
    /// Several sources that feed one count or sum.
    union "union" [must("union", Part::Some(&Part::Object(source)))] one_of [&["union"]];
    /// Where elements come from.
    source "source" [
        must("of", Part::Text), may("where", Part::Condition), may("distinct", SOME_PATHS), may("having", REQUIREMENT),
        may("by", SOME_PATHS), may("on", Part::Word(&["as_of"])), may("latest_of", Part::List(&Part::Text)),
        may("field", Part::Text), may("depth", Part::Whole), may("days", Part::Word(&["all", "working"])),
    ];
    /// When.
    window "window" [
        may("each", UNIT), may("counted_from", ANCHOR), may("due", Part::Whole), may("grace_days", Part::Whole),
        may("by", PATHS), may("from", ANCHOR), may("to", ANCHOR), may("until", Part::Word(&["closing"])),
        may("within", Part::Object(within)),
    ];
    /// So soon after an anchor.
    within "within" [
        may("days", Part::Whole), may("working_days", Part::Whole), may("hours", Part::Whole), must("of", ANCHOR),
    ] one_of [&["days", "working_days", "hours"]];
    /// A day out of the data.
    anchor "anchor" [
        may("first", Part::Id), may("met", Part::Id), may("member", Part::Text), may("event", Part::Text),
    ] one_of [&["first", "met", "member", "event"]];
    /// One cell per member.
    each "each" [
        must("of", Part::Text), may("where", Part::Condition), may("active", Part::Word(&["anchor", "overlap", "whole"])),
    ];
    /// What must be reached.
    target "target" [
        may("at_least", TARGET), may("more_than", TARGET), may("at_most", TARGET), may("less_than", TARGET),
        may("unit", Part::Text),
    ] one_of [&["at_least", "more_than", "at_most", "less_than"]];
    /// A number that depends on a code.
    target_by "target_by" [must("by", Part::Text), must("of", Part::Map(&Part::Number)), may("else", Part::Number)];
    /// A requirement whose failure only marks its parent.
    check "check" [
        may("id", Part::Id), must("labels", LABELS), must("requirement", REQUIREMENT),
        may("needs_complete", Part::Word(REGISTERS)), must("else", Part::Word(&["warn", "unknown", "infeasible"])),
    ];
    /// A measure shown and never judged.
    show "show" [must("labels", LABELS), must("measure", Part::Object(measure))];
    /// An evaluation stage.
    stage "stage" [
        must("id", Part::Word(&["midterm", "final", "third_party"])), must("clause", Part::Text), must("labels", LABELS),
        may("aspects", Part::List(&Part::Id)), must("bands", Part::List(&Part::Object(band))),
        may("verdicts", Part::Map(&Part::Object(band))),
    ];
    /// What follows from a score or verdict.
    band "band" [
        must("id", Part::Id), must("clause", Part::Text), may("at_most", Part::Number), may("less_than", Part::Number),
        must("then", Part::Some(&CONSEQUENCE)), must("force", FORCE), may("cured_by", Part::Word(&["evaluation"])),
    ];
    /// A consequence with parameters.
    consequence "consequence" [must("extension", Part::Object(extension))];
    /// An extension of the service.
    extension "extension" [must("months", Part::Whole), must("month_end", Part::Word(&["same_day", "last_day", "from_start"]))];
    /// A right or duty that arises from events.
    trigger "trigger" [
        must("id", Part::Id), must("clause", Part::Text), must("labels", LABELS), must("when", REQUIREMENT),
        must("then", Part::Some(&CONSEQUENCE)), must("force", FORCE),
    ];
    /// What closing needs: a share of the indicators, or a requirement.
    closing "closing_item" [
        must("id", Part::Id), must("clause", Part::Text), must("labels", LABELS), may("completion", Part::Text),
        may("each", EACH), may("window", Part::Object(window)), may("measure", Part::Object(measure)),
        may("target", Part::Object(target)), may("all_of", Part::Some(&REQUIREMENT)), may("any_of", Part::Some(&REQUIREMENT)),
        may("checks", Part::List(&Part::Object(check))), may("show", Part::List(&Part::Object(show))),
    ] one_of [&["completion", "measure", "all_of", "any_of"]];
    /// A phrase that can be read in several ways.
    reading "reading" [
        must("id", Part::Id), must("phrase", Part::Text), must("clauses", Part::Some(&Part::Text)), must("labels", LABELS),
        must("basis", Part::Text), may("comparator", Part::YesNo), must("default", Part::Id), may("when", Part::Object(when)),
        must("options", Part::Some(&Part::Object(option))),
    ];
    /// When a reading matters.
    when "when" [must("service_months", Part::Object(not))];
    /// Any number but this.
    not "not" [must("not", Part::Whole)];
    /// One way to read it.
    option "option" [must("id", Part::Id), must("labels", LABELS), must("replace", Part::Map(&Part::Map(&Part::Any)))];
    /// Which integrity checks are made, and from where on each fires; what is not stated is off.
    integrity "integrity" [
        may("double_booking", Part::Object(double_booking)), may("places_a_day", Part::Object(places_a_day)),
        may("photo_reuse", Part::Object(photo_reuse)), may("headcount", Part::Object(headcount)),
        may("bulk_entry", Part::Object(bulk_entry)), may("end_entry", Part::Object(end_entry)),
        may("after_closing", Part::Object(after_closing)), may("visit_age", Part::Object(visit_age)),
        may("copied_text", Part::Object(copied_text)), may("phone_as_home", Part::Object(phone_as_home)),
        may("same_identity", Part::Object(same_identity)), may("shared_event", Part::Object(shared_event)),
        may("full_time", Part::Object(full_time)),
    ];
    /// One worker in slots that overlap by so many minutes.
    double_booking "double_booking" [must("minutes", Part::Whole)];
    /// One worker in so many places on a day on which a time is missing.
    places_a_day "places_a_day" [must("places", Part::Whole)];
    /// One file of these kinds in so many records of events.
    photo_reuse "photo_reuse" [must("kinds", Part::Some(&Part::Id)), must("records", Part::Whole)];
    /// A headcount so far above or below the sign-in list.
    headcount "headcount" [must("above", Part::Whole), must("below", Part::Whole)];
    /// So many records entered on one day, each so many days late.
    bulk_entry "bulk_entry" [must("records", Part::Whole), must("days", Part::Whole)];
    /// So many records of earlier work entered in the last days of the service or later.
    end_entry "end_entry" [must("records", Part::Whole), must("days", Part::Whole)];
    /// So many records entered after the closure or termination.
    after_closing "after_closing" [must("records", Part::Whole)];
    /// The age of those visited, in visits of these categories.
    visit_age "visit_age" [
        may("categories", Part::List(&Part::Id)), may("at_least", Part::Whole), may("less_than", Part::Whole),
    ] one_of [&["at_least", "less_than"]];
    /// One text of so many characters in so many records.
    copied_text "copied_text" [must("records", Part::Whole), must("characters", Part::Whole)];
    /// Visits of these modes whose text has one of the words and that took no more minutes.
    phone_as_home "phone_as_home" [
        must("modes", Part::Some(&Part::Id)), must("words", Part::Some(&Part::Text)), must("minutes", Part::Whole),
    ];
    /// So many persons with one name and birth date.
    same_identity "same_identity" [must("persons", Part::Whole)];
    /// Activities of so many packages on one day in one place.
    shared_event "shared_event" [must("packages", Part::Whole)];
    /// One worker full time in two packages for so many days.
    full_time "full_time" [must("days", Part::Whole)];
    /// A contract.
    contract "contract" [
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
