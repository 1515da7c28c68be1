use crate::entries::Entries;
use crate::entry::{Entry, Item, Value};
use crate::kind::{self, Family, Field, Type};
use crate::package::model::Plan;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Ids of records and events that entries name and that were not there when they did.
///
/// A record that comes in late bears on what those entries say. An id is rather noted once too
/// often than not at all.
#[derive(Clone, Debug, Default)]
pub(super) struct Awaited(BTreeSet<Arc<str>>);

impl Awaited {
    /// All that the entries of a ledger name.
    pub(super) fn of(plan: &Plan, entries: &Entries) -> Self {
        let mut awaited = Self::default();
        entries.iter().for_each(|entry| awaited.note(plan, entries, entry));
        awaited
    }

    /// Whether an entry named this id before it was there.
    pub(super) fn contains(&self, id: &str) -> bool {
        self.0.contains(id)
    }

    /// Notes what an entry names.
    pub(super) fn note(&mut self, plan: &Plan, entries: &Entries, entry: &Entry) {
        let mut naming = Naming { awaited: self, entries, family: entry.kind().family };
        naming.item(entry.kind().fields, entry.values());
        if let Some(retraction) = entry.retracts() {
            naming.id(retraction.target);
        }
        for (name, value) in entry.attributes().iter() {
            let declared =
                plan.attributes.iter().find(|attribute| *attribute.id == *name && attribute.on == entry.kind());
            if declared.is_none_or(|attribute| attribute.to.iter().any(|kind| kind.family != Family::Register)) {
                naming.value(value);
            }
        }
    }
}

struct Naming<'a> {
    awaited: &'a mut Awaited,
    entries: &'a Entries,
    family: Family,
}

impl Naming<'_> {
    fn item(&mut self, fields: &'static [Field], item: Item<'_>) {
        for (at, value) in item.iter() {
            let Some(field) = fields.get(usize::from(at)) else { continue };
            match (field.ty, value) {
                (Type::Ref | Type::List(Type::Ref), _) if leads_to_records(field) => self.value(value),
                // Waivers and make-ups name records too; elsewhere these are hashes, persons and packages.
                (Type::Id | Type::List(Type::Id), _) if self.family == Family::Event => self.value(value),
                (Type::Items(inner), Value::Items(items)) => {
                    items.iter().for_each(|item| self.item(inner, item));
                }
                _ => {}
            }
        }
    }

    fn value(&mut self, value: Value<'_>) {
        match value {
            Value::Text(id) => self.id(id),
            Value::List(values) => values.iter().for_each(|value| self.value(value)),
            _ => {}
        }
    }

    fn id(&mut self, id: &str) {
        if !self.entries.has_record(id) {
            self.awaited.0.insert(id.into());
        }
    }
}

fn leads_to_records(field: &Field) -> bool {
    let is_register = |name: &str| kind::ALL.iter().any(|kind| kind.family == Family::Register && kind.name == name);
    field.to.iter().any(|name| !is_register(name))
}
