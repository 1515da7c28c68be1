//! Which fields of an entry a condition looks at.

use super::pointer::list_of;
use crate::kind::{Field, KindInfo, Type};
use crate::package::model::{Collection, Cond, Derived, Operand, Path, Step, Test};
use std::collections::BTreeSet;

/// Where a condition stands: an entry, or the items of one of its lists.
#[derive(Clone)]
pub(super) struct Spot {
    kind: &'static KindInfo,
    fields: &'static [Field],
    /// The pointer so far, with `*` for items.
    at: String,
}

impl Spot {
    /// Where the conditions on a collection stand.
    pub(super) fn of(of: Collection) -> Self {
        let entry = Self::entry(of.kind());
        let field = of.list().and_then(|list| entry.fields.get(usize::from(list)));
        field.map_or_else(|| entry.clone(), |field| entry.field(field).items())
    }

    fn entry(kind: &'static KindInfo) -> Self {
        Self { kind, fields: kind.fields, at: String::new() }
    }

    fn field(&self, field: &'static Field) -> Self {
        let fields = match field.ty {
            Type::Items(fields) => fields,
            _ => &[],
        };
        Self { kind: self.kind, fields, at: format!("{}/{}", self.at, field.name) }
    }

    fn items(&self) -> Self {
        Self { at: format!("{}/*", self.at), ..self.clone() }
    }

    /// The fields that a condition looks at.
    pub(super) fn fields_of(&self, cond: &Cond) -> BTreeSet<String> {
        let mut fields = BTreeSet::new();
        self.gather(cond, &mut fields);
        fields
    }

    fn gather(&self, cond: &Cond, into: &mut BTreeSet<String>) {
        match cond {
            Cond::All(parts) | Cond::Any(parts) => parts.iter().for_each(|part| self.gather(part, into)),
            Cond::Not(part) => self.gather(part, into),
            Cond::Named(_, part) => self.gather(part, into),
            Cond::Leaf(leaf) => {
                let end = self.follow(&leaf.path, into);
                match &leaf.test {
                    Test::Compare(_, Operand::Field(other)) | Test::Is(Operand::Field(other)) => {
                        self.follow(other, into);
                    }
                    Test::Some(cond) | Test::Every(cond) => {
                        if let Some(list) = end {
                            list.items().gather(cond, into);
                        }
                    }
                    Test::Where(cond) => {
                        if let Some(container) = end.filter(|end| end.at.is_empty()) {
                            container.gather(cond, into);
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    /// Adds the field that a path begins with, and says where the path ends if that is in this entry.
    pub(super) fn follow(&self, path: &Path, into: &mut BTreeSet<String>) -> Option<Self> {
        let mut spot = self.clone();
        let mut in_list = false;
        for step in &path.steps {
            match step {
                Step::Field(at) => {
                    let field = spot.fields.get(usize::from(*at))?;
                    spot = if in_list { spot.items() } else { spot }.field(field);
                    in_list = matches!(field.ty, Type::Items(_) | Type::List(_));
                }
                Step::Attribute(name) => {
                    spot = Self { fields: &[], at: format!("{}/attributes/{name}", spot.at), ..spot };
                }
                Step::Container => spot = Self::entry(spot.kind),
                Step::Plain => {}
                Step::Follow(_) => {
                    into.insert(spot.at);
                    return None;
                }
                Step::Derived(derived) => {
                    into.extend(sources(*derived).iter().map(|field| format!("{}{field}", spot.at)));
                    return None;
                }
            }
        }
        if !spot.at.is_empty() {
            into.insert(spot.at.clone());
        }
        Some(spot)
    }

    /// The field of the form that a path begins with; none when that is the entry itself.
    pub(super) fn first(&self, path: &Path) -> Option<String> {
        let mut fields = BTreeSet::new();
        self.follow(path, &mut fields);
        let first = fields.into_iter().next()?;
        Some(if self.at.is_empty() { list_of(&first).to_owned() } else { first })
    }
}

/// What a derived field is derived from.
fn sources(derived: Derived) -> &'static [&'static str] {
    match derived {
        Derived::Age(_) => &["/birth_date"],
        Derived::TitleKey => &["/title"],
        Derived::SignaturePersons => &["/signatures/*/person"],
        Derived::Home => &["/household", "/person"],
        Derived::ScoreTotal => &["/marks", "/score"],
    }
}
