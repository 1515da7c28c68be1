use super::standing::{Lead, Standing};
use crate::entry::{Entry, Item, Value};
use crate::finding::{Finding, relation as codes};
use crate::kind::{self, Family, Field, Type};
use crate::package::model::Plan;
use std::fmt;

/// References that lead to nothing that stands.
pub(super) fn check(standing: &Standing<'_>, plan: &Plan, findings: &mut Vec<Finding>) {
    for entry in standing.live().chain(standing.registers()) {
        let mut walk = Walk { standing, entry, findings };
        walk.item(entry.kind().fields, entry.values(), Way::Entry);
        for (name, value) in entry.attributes().iter() {
            let declared =
                plan.attributes.iter().find(|attribute| *attribute.id == *name && attribute.on == entry.kind());
            if let Some(attribute) = declared.filter(|attribute| matches!(attribute.ty, Type::Ref)) {
                let kinds: Vec<_> = attribute.to.iter().map(|kind| kind.name).collect();
                walk.value(&kinds, value, Way::Field(&Way::Field(&Way::Entry, "attributes"), name));
            }
        }
    }
}

/// The way to a value, put into words only for a finding.
#[derive(Clone, Copy)]
enum Way<'w> {
    Entry,
    Field(&'w Way<'w>, &'w str),
    Place(&'w Way<'w>, usize),
}

impl fmt::Display for Way<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry => Ok(()),
            Self::Field(before, name) => write!(f, "{before}/{name}"),
            Self::Place(before, place) => write!(f, "{before}/{place}"),
        }
    }
}

struct Walk<'s, 'a> {
    standing: &'s Standing<'a>,
    entry: &'a Entry,
    findings: &'s mut Vec<Finding>,
}

impl Walk<'_, '_> {
    fn item(&mut self, fields: &'static [Field], item: Item<'_>, way: Way<'_>) {
        for (at, value) in item.iter() {
            let Some(field) = fields.get(usize::from(at)) else { continue };
            match (field.ty, value) {
                (Type::Ref | Type::List(Type::Ref), _) => {
                    self.value(field.to, value, Way::Field(&way, field.name));
                }
                (Type::Items(inner), Value::Items(items)) => {
                    let list = Way::Field(&way, field.name);
                    for (place, item) in items.iter().enumerate() {
                        self.item(inner, item, Way::Place(&list, place));
                    }
                }
                _ => {}
            }
        }
    }

    fn value(&mut self, kinds: &[&'static str], value: Value<'_>, way: Way<'_>) {
        match value {
            Value::Text(id) if !self.leads(kinds, id) => {
                let finding = Finding::new(codes::DANGLING_REFERENCE).at(way.to_string());
                let finding = finding.with("target", id).with("kinds", kinds.join(", "));
                self.findings.push(finding.about(self.entry.id()));
            }
            Value::List(values) => {
                for (place, value) in values.iter().enumerate() {
                    self.value(kinds, value, Way::Place(&way, place));
                }
            }
            _ => {}
        }
    }

    /// Whether an id leads to an entry of one of these kinds; ids in conflict are reported as such.
    fn leads(&self, kinds: &[&'static str], id: &str) -> bool {
        kinds.iter().any(|name| {
            if self.standing.registered(name, id).is_some() {
                return true;
            }
            if kind::find(name).is_some_and(|kind| kind.family == Family::Register) {
                return false;
            }
            match self.standing.lead(id) {
                Lead::Entry(entry) => entry.kind().name == *name,
                Lead::Conflict => true,
                Lead::Nothing => false,
            }
        })
    }
}
