use super::common::Common;
use super::given::{Given, Seen, is_absent};
use super::mask::shown;
use super::packer::{Head, Packer, Put, Written};
use super::value_reader::{Step, ValueReader, Wanted};
use super::{Entry, Value, own};
use crate::finding::{Finding, Severity, entry as codes};
use crate::kind::{self, Family, KindInfo};
use crate::package::model::Plan;
use crate::time::Date;

/// Reads entries of a ledger by their kinds' tables, wherever their values come from, and lays them side by side.
pub(crate) struct Reader<'p>(ValueReader<'p>);

impl<'p> Reader<'p> {
    /// For many entries.
    pub(crate) fn of_many(plan: &'p Plan) -> Self {
        Self(ValueReader::new(plan, Packer::new(true)))
    }

    /// For one entry.
    pub(crate) fn of_one(plan: &'p Plan) -> Self {
        Self(ValueReader::new(plan, Packer::new(false)))
    }

    /// Reads one entry; says whether it is sound enough to be admitted, and what was found.
    ///
    /// All findings come at once, each with the place inside the entry and the entry's id
    /// where it has one. With an [`Severity::Error`] among them there is no entry; with a
    /// [`Severity::Defect`] there is one that does not count. `import_date` is the day of
    /// entry of lines that state none.
    pub(crate) fn read<'g>(&mut self, given: impl Given<'g>, import_date: Option<Date>) -> (bool, Vec<Finding>) {
        let entry = read_entry(&mut self.0, given, import_date);
        let mut findings = std::mem::take(&mut self.0.findings);
        if !findings.is_empty() {
            let id = given.field("id").and_then(|id| id.see().text());
            if let Some(id) = id.filter(|_| !findings.iter().any(|finding| finding.path == "/id")) {
                for finding in findings.iter_mut().filter(|finding| finding.records.is_empty()) {
                    finding.records.push(id.clone().into_owned());
                }
            }
        }
        let is_rejected = findings.iter().any(|finding| finding.severity == Severity::Error);
        let entry = entry.filter(|_| !is_rejected);
        if let Some(entry) = entry {
            self.0.packer.keep(entry, &findings);
        }
        (entry.is_some(), findings)
    }

    /// Whether it is time to take what was read of the last entry's kind.
    pub(crate) fn is_full(&self) -> bool {
        self.0.packer.is_full()
    }

    /// The entries of the last entry's kind that were read and are sound enough, since they were last taken.
    pub(crate) fn take(&mut self) -> impl Iterator<Item = Entry> + use<'_, 'p> {
        self.0.packer.close()
    }

    /// The same of all kinds.
    pub(crate) fn take_all(&mut self) -> impl Iterator<Item = Entry> + use<'_, 'p> {
        self.0.packers().flat_map(Packer::close)
    }
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
    let mut reader = ValueReader::new(plan, Packer::new(false));
    let written = read_values(&mut reader, draft, import_date, otherwise, |_, _| {});
    (written.map(|written| reader.packer.lend(written)), reader.findings)
}

fn read_entry<'g>(reader: &mut ValueReader<'_>, given: impl Given<'g>, import_date: Option<Date>) -> Option<Written> {
    let mut is_whole = false;
    let written = read_values(reader, given, import_date, Date::FIRST, |reader, entry| {
        let common = Common::of(entry.kind().family);
        let at = |place: Option<u16>| place.and_then(|place| entry.at(place));
        is_whole = at(common.id).and(at(common.recorded_at)).is_some();
        // Rules of the package presuppose an entry that its kind admits.
        if is_whole && !reader.findings.iter().any(|finding| finding.severity == Severity::Error) {
            reader.findings.extend(crate::evaluate::rules::own(reader.plan, entry));
        }
    });
    written.filter(|_| is_whole)
}

/// An entry of what can be read, shown to `further` in the end; its day of entry is `otherwise` where there is none.
fn read_values<'p, 'g, G: Given<'g>>(
    reader: &mut ValueReader<'p>,
    given: G,
    import_date: Option<Date>,
    otherwise: Date,
    further: impl FnOnce(&mut ValueReader<'p>, &Entry),
) -> Option<Written> {
    let object = match given.see() {
        Seen::Object(object) => object,
        other => return reader.mistyped("object", &other),
    };
    let kind = read_kind(reader, given)?;
    reader.turn_to(kind);
    let has_attributes = kind.family != Family::Event;
    let others: &[&str] = if has_attributes { &["kind", "attributes"] } else { &["kind"] };
    let since = reader.packer.mark();
    reader.fields::<G>(kind.fields, object, others);
    let attributes = match given.field("attributes") {
        Some(given) if has_attributes => read_attributes(reader, given, kind),
        _ => None,
    };
    let recorded_at = Common::of(kind.family).recorded_at?;
    let has_own_day = !is_absent(given, "recorded_at");
    if !has_own_day {
        import_day(reader, recorded_at, import_date);
    }
    let headcount = own::headcount(&mut reader.packer, kind, since);
    let recorded_at = reader.packer.open(since, recorded_at).and_then(Value::date).unwrap_or(otherwise);
    let written = reader.packer.entry(since, &Head { kind, recorded_at, has_own_day }, attributes);
    let entry = reader.packer.lend(written);
    own::check(reader, given, &entry);
    if let Some(finding) = headcount {
        reader.within(Step::Field("headcount"), |reader| reader.report(finding));
    }
    further(reader, &entry);
    reader.packer.give_back(entry);
    Some(written)
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
fn read_attributes<'g>(reader: &mut ValueReader<'_>, given: impl Given<'g>, kind: &KindInfo) -> Option<Put> {
    reader.within(Step::Field("attributes"), |reader| {
        let object = match given.see() {
            Seen::Object(object) => object,
            Seen::Null => return None,
            other => return reader.mistyped("object", &other),
        };
        let plan = reader.plan;
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
                        values.push((&*attribute.id, value));
                    }
                }
            });
        }
        values.sort_by_key(|(name, _)| *name);
        (!values.is_empty()).then(|| reader.packer.attributes(values))
    })
}

/// Puts in the day of the import for a day of entry that the line leaves out.
fn import_day(reader: &mut ValueReader<'_>, field: u16, import_date: Option<Date>) {
    let Some(day) = import_date else {
        reader.within(Step::Field("recorded_at"), |reader| reader.report(Finding::new(codes::RECORDED_AT_MISSING)));
        return;
    };
    reader.packer.value(field, Put::Day(day));
}

#[cfg(test)]
pub(crate) mod tests;
