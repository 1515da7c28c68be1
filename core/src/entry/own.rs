//! What the kinds themselves ask of an entry, beyond the types of its fields.

use super::common::Common;
use super::given::{Given, Seen, is_absent};
use super::packer::{Mark, Packer};
use super::value_reader::{Step, ValueReader};
use super::{Entry, Item, Items, Value};
use crate::finding::{Finding, Severity, entry as codes};
use crate::kind::field::ItemDays;
use crate::kind::{Family, Field, KindInfo, Type};
use crate::time::Date;
use rust_decimal::Decimal;

/// Pairs of days of one entry of which the second may not come first.
pub(crate) const DAYS_IN_ORDER: &[(&str, &str, &str)] =
    &[("case", "date", "closed"), ("interruption", "date", "until"), ("rectification_order", "date", "due")];

/// Roles of participants whom a headcount leaves out.
const NOT_COUNTED: [&str; 2] = ["staff", "volunteer"];

/// Reports what is wrong in the values that could be read.
pub(super) fn check<'g>(reader: &mut ValueReader<'_>, given: impl Given<'g>, entry: &Entry) {
    let view = View::of(entry);
    let kind = view.kind;
    if kind.family != Family::Register {
        package(reader, view);
        days(reader, view);
        if entry.retracts().is_some() {
            retraction(reader, view);
        }
    }
    intervals(reader, &kind.days, kind.fields, view.values);
    let needed = crate::kind::needed(kind.name).iter();
    needed.filter(|name| is_absent(given, name)).for_each(|name| reader.missing(name));
    match kind.name {
        "waiver" if is_absent(given, "requirement") && is_absent(given, "record") => {
            reader.report(Finding::new(codes::WAIVER_OF_NOTHING));
        }
        "satisfaction_survey" => survey(reader, view),
        "evaluation" => evaluation(reader, given, view),
        _ => {}
    }
}

#[derive(Clone, Copy)]
struct View<'a> {
    kind: &'static KindInfo,
    common: &'static Common,
    values: Item<'a>,
}

impl<'a> View<'a> {
    fn of(entry: &'a Entry) -> Self {
        Self { kind: entry.kind(), common: Common::of(entry.kind().family), values: entry.values() }
    }

    fn get(self, name: &str) -> Option<Value<'a>> {
        self.values.named(self.kind.fields, name)
    }

    fn at(self, place: Option<u16>) -> Option<Value<'a>> {
        self.values.get(place?)
    }

    fn text(self, place: Option<u16>) -> Option<&'a str> {
        self.at(place)?.text()
    }

    fn date(self, place: Option<u16>) -> Option<Date> {
        self.at(place)?.date()
    }

    fn whole(self, name: &str) -> Option<i64> {
        match self.get(name)? {
            Value::Whole(number) => Some(number),
            _ => None,
        }
    }

    /// The items of a list with their table.
    fn items(self, name: &str) -> Option<(&'static [Field], Items<'a>)> {
        let field = self.kind.fields.iter().find(|field| field.name == name)?;
        match (field.ty, self.get(name)?) {
            (Type::Items(fields), Value::Items(items)) => Some((fields, items)),
            _ => None,
        }
    }
}

fn package(reader: &mut ValueReader<'_>, view: View<'_>) {
    let expected = &reader.plan.id;
    if let Some(package) = view.text(view.common.package).filter(|package| *package != &**expected) {
        let finding = Finding::new(codes::WRONG_PACKAGE).with("package", package).with("expected", expected);
        reader.within(Step::Field("package"), |reader| reader.report(finding));
    }
}

fn days(reader: &mut ValueReader<'_>, view: View<'_>) {
    let common = view.common;
    if let (Some(recorded), Some(date)) = (view.date(common.recorded_at), view.date(common.date))
        && recorded < date
    {
        let finding = Finding::new(codes::RECORDED_BEFORE_DATE).with("recorded_at", recorded).with("date", date);
        reader.within(Step::Field("recorded_at"), |reader| reader.report(finding));
    }
    for (_, from, to) in DAYS_IN_ORDER.iter().filter(|(kind, ..)| *kind == view.kind.name) {
        in_order(reader, view.get(from), view.get(to), to);
    }
    let end = view.at(common.end);
    in_order(reader, end.and(view.at(common.date)), end, "end");
}

/// Every `from` and `to`: of the entry, and of the items in its lists.
fn intervals(reader: &mut ValueReader<'_>, days: &ItemDays, fields: &'static [Field], values: Item<'_>) {
    if !days.hold_intervals {
        return;
    }
    let to = days.to.and_then(|to| values.get(to));
    in_order(reader, days.from.filter(|_| to.is_some()).and_then(|from| values.get(from)), to, "to");
    for (at, field) in (0..).zip(fields).filter(|(_, field)| field.days.hold_intervals) {
        let (Type::Items(inner), Some(Value::Items(items))) = (field.ty, values.get(at)) else { continue };
        for (place, item) in items.iter().enumerate() {
            reader.within(Step::Field(field.name), |reader| {
                reader.within(Step::Item(place), |reader| intervals(reader, &field.days, inner, item))
            });
        }
    }
}

fn in_order(reader: &mut ValueReader<'_>, from: Option<Value<'_>>, to: Option<Value<'_>>, field: &'static str) {
    let reversed = match (from, to) {
        (Some(Value::Date(from)), Some(Value::Date(to))) if to < from => {
            Finding::new(codes::INTERVAL_REVERSED).with("from", from).with("to", to)
        }
        // A shift may run past midnight, so this is only worth a look.
        (Some(Value::Time(from)), Some(Value::Time(to))) if to < from => Finding::new(codes::INTERVAL_REVERSED)
            .with("from", clock(from))
            .with("to", clock(to))
            .graded(Severity::Warning),
        _ => return,
    };
    reader.within(Step::Field(field), |reader| reader.report(reversed));
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn retraction(reader: &mut ValueReader<'_>, view: View<'_>) {
    let common = view.common;
    let (supersedes, voids) = (view.text(common.supersedes), view.text(common.voids));
    if supersedes.is_some() && voids.is_some() {
        reader.within(Step::Field("voids"), |reader| reader.report(Finding::new(codes::VOIDS_AND_SUPERSEDES)));
    }
    for (field, target) in [("supersedes", supersedes), ("voids", voids)] {
        if target.is_some() && target == view.text(common.id) {
            reader.within(Step::Field(field), |reader| reader.report(Finding::new(codes::RETRACTS_ITSELF)));
        }
    }
}

fn survey(reader: &mut ValueReader<'_>, view: View<'_>) {
    let answers = view.items("answers").filter(|(_, items)| !items.is_empty());
    if answers.is_some() && (view.get("valid").is_some() || view.get("satisfied").is_some()) {
        reader.within(Step::Field("answers"), |reader| reader.report(Finding::new(codes::SURVEY_COUNTED_TWICE)));
    }
    let answered = answers.map(|(fields, items)| {
        let counts = items.iter().filter_map(|item| match item.named(fields, "count") {
            Some(Value::Whole(count)) => Some(count),
            _ => None,
        });
        counts.fold(0, i64::saturating_add)
    });
    let (sent, valid, satisfied) = (view.whole("sent"), view.whole("valid"), view.whole("satisfied"));
    // Without `valid`, the satisfied still may not outnumber those asked.
    for (field, part, whole) in
        [("valid", valid, sent), ("satisfied", satisfied, valid.or(sent)), ("answers", answered, sent)]
    {
        if let (Some(part), Some(whole)) = (part, whole)
            && part > whole
        {
            let finding = Finding::new(codes::SURVEY_COUNTS_DISAGREE).with("part", part).with("whole", whole);
            reader.within(Step::Field(field), |reader| reader.report(finding));
        }
    }
}

fn evaluation<'g>(reader: &mut ValueReader<'_>, given: impl Given<'g>, view: View<'_>) {
    let marks = given.field("marks").map(Given::see);
    let has_marks = marks.is_some_and(|marks| matches!(marks, Seen::List(items) if items.len() > 0));
    if !has_marks && ["score", "verdict"].iter().all(|name| is_absent(given, name)) {
        reader.report(Finding::new(codes::EVALUATION_EMPTY));
    }
    if let Some(Value::Amount(score)) = view.get("score")
        && score > Decimal::ONE_HUNDRED
    {
        let finding = Finding::new(codes::SCORE_ABOVE_HUNDRED).with("score", score);
        reader.within(Step::Field("score"), |reader| reader.report(finding));
    }
    let Some((fields, marks)) = view.items("marks") else { return };
    for (place, item) in marks.iter().enumerate() {
        let amount = |name| match item.named(fields, name) {
            Some(Value::Amount(amount)) => Some(amount),
            _ => None,
        };
        let full = amount("full").unwrap_or(Decimal::ONE_HUNDRED);
        if let Some(mark) = amount("mark").filter(|mark| *mark > full) {
            let finding = Finding::new(codes::MARK_ABOVE_FULL).with("mark", mark).with("full", full);
            reader.within(Step::Field("marks"), |reader| {
                reader.within(Step::Item(place), |reader| {
                    reader.within(Step::Field("mark"), |reader| reader.report(finding))
                });
            });
        }
    }
}

/// Lets a participant list govern the headcount of an activity: the different persons on it are the number.
///
/// A list without any role may be a mere excerpt and leaves a stated headcount alone. Returns what is to be reported.
pub(super) fn headcount(packer: &mut Packer, kind: &'static KindInfo, since: Mark) -> Option<Finding> {
    if kind.name != "activity" {
        return None;
    }
    let (list, headcount) = (Field::position(kind.fields, "participants")?, Field::position(kind.fields, "headcount")?);
    let Type::Items(fields) = kind.fields.get(usize::from(list))?.ty else { return None };
    let Value::Items(participants) = packer.open(since, list)? else { return None };
    if participants.is_empty() {
        return None;
    }
    let counted = listed(fields, participants);
    let finding = match packer.open(since, headcount) {
        Some(Value::Whole(stated)) => {
            let is_excerpt = participants.iter().all(|item| item.named(fields, "role").is_none());
            if stated == counted || is_excerpt {
                return None;
            }
            Some(Finding::new(codes::HEADCOUNT_FROM_LIST).with("stated", stated).with("counted", counted))
        }
        _ => None,
    };
    packer.take_out(since, headcount);
    let counted = packer.plain(Value::Whole(counted));
    packer.value(headcount, counted);
    finding
}

/// The different persons on a participant list, without staff and volunteers on duty.
///
/// Bare names that differ are different people; one that is there twice, or is that of a person with a key,
/// may be the same and is not one more. Nobody is told by a role alone.
pub(crate) fn listed(fields: &'static [Field], participants: Items<'_>) -> i64 {
    let is_guest = |item: &Item<'_>| text(*item, fields, "role").is_none_or(|role| !NOT_COUNTED.contains(&role));
    let guests: Vec<Item<'_>> = participants.iter().filter(is_guest).collect();
    let persons = distinct(guests.iter().filter_map(|item| text(*item, fields, "person")).collect());
    let named = |item: &&Item<'_>| text(**item, fields, "person").is_some();
    let known: Vec<&str> = guests.iter().filter(named).filter_map(|item| text(*item, fields, "name")).collect();
    let bare = guests.iter().filter(|item| !named(item)).filter_map(|item| text(*item, fields, "name"));
    let bare = distinct(bare.filter(|name| !known.contains(name)).collect());
    i64::try_from(persons.saturating_add(bare)).unwrap_or(i64::MAX)
}

fn text<'e>(item: Item<'e>, fields: &'static [Field], name: &str) -> Option<&'e str> {
    item.named(fields, name).and_then(Value::text)
}

/// How many different ones there are.
fn distinct(mut texts: Vec<&str>) -> usize {
    texts.sort_unstable();
    texts.dedup();
    texts.len()
}
