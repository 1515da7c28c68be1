use super::given::{Given, Seen, is_absent};
use super::mask::shown;
use super::shared::Shared;
use super::stored::{Stored, StoredItem};
use super::value_reader::{Step, ValueReader, Wanted};
use super::{Entry, Value, own};
use crate::finding::{Finding, Severity, entry as codes};
use crate::kind::{self, Family, Field, KindInfo};
use crate::package::model::Plan;
use crate::time::Date;
use std::sync::Arc;

/// Reads one entry of a ledger by its kind's table, wherever its values come from.
///
/// All findings come at once, each with the place inside the entry and the entry's id
/// where it has one. With an [`Severity::Error`] among them there is no entry; with a
/// [`Severity::Defect`] there is one that does not count. `import_date` is the day of
/// entry of lines that state none.
#[must_use]
pub(crate) fn read<'g>(
    given: impl Given<'g>,
    plan: &Plan,
    shared: &mut Shared,
    import_date: Option<Date>,
) -> (Option<Entry>, Vec<Finding>) {
    let mut reader = ValueReader::new(plan, shared);
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
    let entry = entry.filter(|_| !is_rejected).map(|entry| {
        let defects = findings.iter().filter(|finding| finding.severity == Severity::Defect);
        entry.with_defects(defects.cloned().collect())
    });
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
    let mut shared = Shared::with_none();
    let mut reader = ValueReader::new(plan, &mut shared);
    let entry = read_values(&mut reader, draft, plan, import_date).map(|read| {
        let recorded_at = read.date("recorded_at").unwrap_or(otherwise);
        read.entry(recorded_at)
    });
    (entry, reader.findings)
}

/// The values of a line.
struct Values {
    kind: &'static KindInfo,
    values: StoredItem,
    attributes: Vec<(Arc<str>, Stored)>,
}

impl Values {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        self.values.view().named(self.kind.fields, name)
    }

    fn date(&self, name: &str) -> Option<Date> {
        self.get(name)?.date()
    }

    fn entry(self, recorded_at: Date) -> Entry {
        Entry::new(self.kind, recorded_at, self.values, self.attributes)
    }
}

fn read_entry<'g>(
    reader: &mut ValueReader<'_>,
    given: impl Given<'g>,
    plan: &Plan,
    import_date: Option<Date>,
) -> Option<Entry> {
    let read = read_values(reader, given, plan, import_date)?;
    read.get("id")?;
    let recorded_at = read.date("recorded_at")?;
    let entry = read.entry(recorded_at);
    // Rules of the package presuppose an entry that its kind admits.
    if !reader.findings.iter().any(|finding| finding.severity == Severity::Error) {
        reader.findings.extend(crate::evaluate::rules::own(plan, &entry));
    }
    Some(entry)
}

fn read_values<'g, G: Given<'g>>(
    reader: &mut ValueReader<'_>,
    given: G,
    plan: &Plan,
    import_date: Option<Date>,
) -> Option<Values> {
    let object = match given.see() {
        Seen::Object(object) => object,
        other => return reader.mistyped("object", &other),
    };
    let kind = read_kind(reader, given)?;
    let has_attributes = kind.family != Family::Event;
    let others: &[&str] = if has_attributes { &["kind", "attributes"] } else { &["kind"] };
    let mut values = reader.item::<G>(kind.fields, object, others);
    let attributes = match given.field("attributes") {
        Some(given) if has_attributes => read_attributes(reader, given, kind, plan),
        _ => Vec::new(),
    };
    if is_absent(given, "recorded_at") {
        values = import_day(reader, values, kind, import_date);
    }
    own::check(reader, plan, kind, given, values.view());
    let values = own::headcount(reader, kind, values);
    Some(Values { kind, values, attributes })
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

/// Attributes that the package declares for the kind, sorted by name.
fn read_attributes<'g>(
    reader: &mut ValueReader<'_>,
    given: impl Given<'g>,
    kind: &KindInfo,
    plan: &Plan,
) -> Vec<(Arc<str>, Stored)> {
    reader.within(Step::Field("attributes"), |reader| {
        let object = match given.see() {
            Seen::Object(object) => object,
            Seen::Null => return Vec::new(),
            other => return reader.mistyped("object", &other).unwrap_or_default(),
        };
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
                    if let Some(value) = reader.value_unless_null(wanted, given) {
                        values.push((attribute.id.clone(), value));
                    }
                }
            });
        }
        values.sort_by(|a, b| a.0.cmp(&b.0));
        values
    })
}

/// Puts in the day of the import for a day of entry that the line leaves out.
fn import_day(
    reader: &mut ValueReader<'_>,
    values: StoredItem,
    kind: &KindInfo,
    import_date: Option<Date>,
) -> StoredItem {
    let Some(day) = import_date else {
        reader.within(Step::Field("recorded_at"), |reader| reader.report(Finding::new(codes::RECORDED_AT_MISSING)));
        return values;
    };
    with(&values, kind, "recorded_at", Stored::Date(day))
}

/// The same values with one field set.
pub(super) fn with(values: &StoredItem, kind: &KindInfo, field: &str, value: Stored) -> StoredItem {
    let Some(at) = Field::position(kind.fields, field) else { return values.clone() };
    let others = values.iter().filter(|(place, _)| *place != at).map(|(place, value)| (place, value.clone()));
    StoredItem::new(others.chain([(at, value)]).collect())
}

#[cfg(test)]
pub(crate) mod tests;
