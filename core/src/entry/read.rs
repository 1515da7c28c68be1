use super::common::Common;
use super::given::{Given, Seen, is_absent};
use super::mask::shown;
use super::packer::Head;
use super::value_reader::{Step, ValueReader, Wanted};
use super::{Entry, Value, own};
use crate::finding::{Finding, Severity, entry as codes};
use crate::kind::{self, Family, KindInfo};
use crate::package::model::Plan;
use crate::time::Date;
use std::ops::Range;

/// Reads one entry of a ledger by its kind's table, wherever its values come from.
///
/// All findings come at once, each with the place inside the entry and the entry's id
/// where it has one. With an [`Severity::Error`] among them there is no entry; with a
/// [`Severity::Defect`] there is one that does not count. `import_date` is the day of
/// entry of lines that state none.
#[must_use]
pub(crate) fn read<'g>(given: impl Given<'g>, plan: &Plan, import_date: Option<Date>) -> (Option<Entry>, Vec<Finding>) {
    let mut reader = ValueReader::new(plan);
    let entry = read_entry(&mut reader, given, plan, import_date);
    let mut findings = reader.findings;
    if findings.is_empty() {
        return (entry, findings);
    }
    let id = given.field("id").and_then(|id| id.see().text());
    if let Some(id) = id.filter(|_| !findings.iter().any(|finding| finding.path == "/id")) {
        for finding in findings.iter_mut().filter(|finding| finding.records.is_empty()) {
            finding.records.push(id.clone().into_owned());
        }
    }
    let is_rejected = findings.iter().any(|finding| finding.severity == Severity::Error);
    let entry = entry.filter(|_| !is_rejected).map(|entry| entry.with_findings(&findings));
    (entry, findings)
}

/// What can be made of an entry that is still being written.
///
/// Fields that are absent or cannot be read are left out of the entry; an absent id is
/// empty, an absent day of entry is `otherwise`. Rules of the package are not judged.
/// Without a kind there is no entry.
pub(crate) fn read_draft<'g>(
    draft: impl Given<'g>,
    plan: &Plan,
    import_date: Option<Date>,
    otherwise: Date,
) -> (Option<Entry>, Vec<Finding>) {
    let mut reader = ValueReader::new(plan);
    let entry = read_values(&mut reader, draft, plan, import_date, otherwise);
    (entry, reader.findings)
}

fn read_entry<'g>(
    reader: &mut ValueReader<'_>,
    given: impl Given<'g>,
    plan: &Plan,
    import_date: Option<Date>,
) -> Option<Entry> {
    let entry = read_values(reader, given, plan, import_date, Date::FIRST)?;
    let common = Common::of(entry.kind().family);
    entry.at(common.id?).and(entry.at(common.recorded_at?))?;
    // Rules of the package presuppose an entry that its kind admits.
    if !reader.findings.iter().any(|finding| finding.severity == Severity::Error) {
        reader.findings.extend(crate::evaluate::rules::own(plan, &entry));
    }
    Some(entry)
}

/// An entry of what can be read; its day of entry is `otherwise` where there is none.
fn read_values<'g, G: Given<'g>>(
    reader: &mut ValueReader<'_>,
    given: G,
    plan: &Plan,
    import_date: Option<Date>,
    otherwise: Date,
) -> Option<Entry> {
    let object = match given.see() {
        Seen::Object(object) => object,
        other => return reader.mistyped("object", &other),
    };
    let kind = read_kind(reader, given)?;
    let has_attributes = kind.family != Family::Event;
    let others: &[&str] = if has_attributes { &["kind", "attributes"] } else { &["kind"] };
    let since = reader.packer.mark();
    reader.fields::<G>(kind.fields, object, others);
    let attributes = match given.field("attributes") {
        Some(given) if has_attributes => read_attributes(reader, given, kind, plan),
        _ => None,
    };
    let recorded_at = Common::of(kind.family).recorded_at?;
    let has_own_day = !is_absent(given, "recorded_at");
    if !has_own_day {
        import_day(reader, recorded_at, import_date);
    }
    let recorded_at = reader.packer.date(since, recorded_at).unwrap_or(otherwise);
    let entry = reader.packer.loose(since, &Head { kind, recorded_at, has_own_day }, attributes);
    own::check(reader, plan, kind, given, entry.values());
    Some(own::headcount(reader, entry))
}

fn read_kind<'g>(reader: &mut ValueReader<'_>, given: impl Given<'g>) -> Option<&'static KindInfo> {
    let seen = given.field("kind").map(Given::see);
    let Some(seen) = seen.filter(|seen| !matches!(seen, Seen::Null)) else {
        reader.missing("kind");
        return None;
    };
    reader.within(Step::Field("kind"), |reader| {
        let name = match seen {
            Seen::Text(name) => name,
            Seen::Day(day) => day.to_string().into(),
            other => return reader.mistyped("string", &other),
        };
        let kind = kind::find(&name);
        if kind.is_none() {
            reader.report(Finding::new(codes::UNKNOWN_KIND).with("kind", shown(&name, false)));
        }
        kind
    })
}

/// Attributes that the package declares for the kind, sorted by name; the place where they were put.
fn read_attributes<'g>(
    reader: &mut ValueReader<'_>,
    given: impl Given<'g>,
    kind: &KindInfo,
    plan: &Plan,
) -> Option<Range<usize>> {
    reader.within(Step::Field("attributes"), |reader| {
        let object = match given.see() {
            Seen::Object(object) => object,
            Seen::Null => return None,
            other => return reader.mistyped("object", &other),
        };
        let since = reader.packer.mark();
        let mut values = Vec::new();
        for (key, given) in object {
            let declared = plan.attributes.iter().find(|attribute| &*attribute.id == key && attribute.on == kind);
            reader.within(Step::Key(key.to_owned()), |reader| match declared {
                None => reader.report(
                    Finding::new(codes::UNKNOWN_ATTRIBUTE).with("attribute", shown(key, false)).with("kind", kind.name),
                ),
                Some(attribute) => {
                    // What a package adds to an entry may say anything about a person.
                    let wanted = Wanted { ty: attribute.ty, list: &attribute.list, personal: true };
                    let value = reader.packer.mark();
                    if reader.value_unless_null(wanted, given).is_some() {
                        values.push((&*attribute.id, reader.packer.range(value)));
                    }
                }
            });
        }
        values.sort_by_key(|(name, _)| *name);
        (!values.is_empty()).then(|| reader.packer.attributes(since, values))
    })
}

/// Puts in the day of the import for a day of entry that the line leaves out.
fn import_day(reader: &mut ValueReader<'_>, field: u16, import_date: Option<Date>) {
    let Some(day) = import_date else {
        reader.within(Step::Field("recorded_at"), |reader| reader.report(Finding::new(codes::RECORDED_AT_MISSING)));
        return;
    };
    let since = reader.packer.mark();
    reader.packer.plain(Value::Date(day));
    reader.packer.value(since, field);
}

#[cfg(test)]
pub(crate) mod tests;
