use super::standing::{Lead, Standing};
use crate::entry::{Entry, Item, Value};
use crate::finding::{Finding, relation as codes};
use crate::kind::{self, Family, Field, Type};
use crate::package::model::Plan;

/// References that lead to nothing that stands.
pub(super) fn check(standing: &Standing<'_>, plan: &Plan, findings: &mut Vec<Finding>) {
    for entry in standing.live().chain(standing.registers.values().copied()) {
        let mut walk = Walk { standing, entry, findings };
        walk.item(entry.kind.fields, &entry.values, "");
        for (name, value) in &entry.attributes {
            let declared = plan.attributes.iter().find(|attribute| attribute.id == *name && attribute.on == entry.kind);
            if let Some(attribute) = declared.filter(|attribute| matches!(attribute.ty, Type::Ref)) {
                let kinds: Vec<_> = attribute.to.iter().map(|kind| kind.name).collect();
                walk.value(&kinds, value, &format!("/attributes/{name}"));
            }
        }
    }
}

struct Walk<'s, 'a> {
    standing: &'s Standing<'a>,
    entry: &'a Entry,
    findings: &'s mut Vec<Finding>,
}

impl Walk<'_, '_> {
    fn item(&mut self, fields: &'static [Field], item: &Item, path: &str) {
        for (at, value) in item.iter() {
            let Some(field) = fields.get(usize::from(at)) else { continue };
            match (field.ty, value) {
                (Type::Ref | Type::List(Type::Ref), _) => {
                    self.value(field.to, value, &format!("{path}/{}", field.name))
                }
                (Type::Items(inner), Value::Items(items)) => {
                    for (place, item) in items.iter().enumerate() {
                        self.item(inner, item, &format!("{path}/{}/{place}", field.name));
                    }
                }
                _ => {}
            }
        }
    }

    fn value(&mut self, kinds: &[&'static str], value: &Value, path: &str) {
        match value {
            Value::Text(id) if !self.leads(kinds, id) => {
                let finding = Finding::new(codes::DANGLING_REFERENCE).at(path);
                let finding = finding.with("target", id).with("kinds", kinds.join(", "));
                self.findings.push(finding.about(&*self.entry.id));
            }
            Value::List(values) => {
                for (place, value) in values.iter().enumerate() {
                    self.value(kinds, value, &format!("{path}/{place}"));
                }
            }
            _ => {}
        }
    }

    /// Whether an id leads to an entry of one of these kinds; ids in conflict are reported as such.
    fn leads(&self, kinds: &[&'static str], id: &str) -> bool {
        kinds.iter().any(|name| {
            if kind::find(name).is_some_and(|kind| kind.family == Family::Register) {
                return self.standing.registers.contains_key(&(*name, id));
            }
            match self.standing.lead(id) {
                Lead::Entry(entry) => entry.kind.name == *name,
                Lead::Conflict => true,
                Lead::Nothing => false,
            }
        })
    }
}
