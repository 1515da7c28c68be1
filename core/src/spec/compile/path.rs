//! Paths: from `person.household.place` to typed steps.

use super::Compiler;
use crate::finding::{Finding, spec as codes};
use crate::json::Node;
use crate::kind::{Family, Field, KindInfo, Type};
use crate::package::model::{AgeOn, Collection, Derived, Path, Step};

/// Where a path starts or has come to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Here {
    /// An entry of a kind.
    Entry(&'static KindInfo),
    /// An item of a list.
    Item(&'static KindInfo, &'static [Field]),
    /// A plain value of a list.
    Plain(&'static KindInfo, &'static Field, &'static Type),
}

impl Here {
    pub(super) fn of(collection: Collection) -> Option<Self> {
        let kind = collection.kind();
        let Some(list) = collection.list() else { return Some(Self::Entry(kind)) };
        let field = kind.fields.get(usize::from(list))?;
        match field.ty {
            Type::Items(fields) => Some(Self::Item(kind, fields)),
            Type::List(item) => Some(Self::Plain(kind, field, item)),
            _ => None,
        }
    }

    pub(super) fn kind(self) -> &'static KindInfo {
        match self {
            Self::Entry(kind) | Self::Item(kind, _) | Self::Plain(kind, ..) => kind,
        }
    }

    pub(super) fn fields(self) -> &'static [Field] {
        match self {
            Self::Entry(kind) => kind.fields,
            Self::Item(_, fields) => fields,
            Self::Plain(..) => &[],
        }
    }

    fn is_inside(self) -> bool {
        !matches!(self, Self::Entry(_))
    }
}

/// What one step of a path leads to.
struct Reach {
    step: Step,
    ty: Type,
    list: String,
    to: Vec<&'static str>,
    personal: bool,
    topic: bool,
    /// An entry, without a reference to follow.
    entry: Option<&'static KindInfo>,
}

impl Reach {
    fn value(step: Step, ty: Type) -> Self {
        Self { step, ty, list: String::new(), to: Vec::new(), personal: false, topic: false, entry: None }
    }

    fn field(step: Step, field: &'static Field, ty: Type) -> Self {
        Self {
            list: field.list.to_owned(),
            to: field.to.to_vec(),
            personal: field.personal,
            topic: field.topic,
            ..Self::value(step, ty)
        }
    }
}

/// A compiled path with what is needed to go on from its end.
pub(super) struct Typed {
    pub(super) path: Path,
    /// The kinds that a reference at its end may lead to.
    pub(super) to: Vec<&'static KindInfo>,
    /// It ends at an entry, not at a reference to one.
    pub(super) ends_at_entry: bool,
    /// The item fields, when it ends at a list of items.
    pub(super) items: Option<(&'static KindInfo, &'static [Field])>,
}

impl Compiler<'_> {
    /// Compiles a path from here; a fault when it leads nowhere.
    pub(super) fn path(&self, text: &str, here: Here, node: &Node) -> Option<Typed> {
        let found = self.try_path(text, here);
        if found.is_none() {
            let known: Vec<&str> = here.fields().iter().map(|field| field.name).collect();
            self.fault(
                node,
                Finding::new(codes::UNKNOWN_PATH)
                    .with("path", text)
                    .with("on", here.kind().name)
                    .with("known", known.join(", ")),
            );
        }
        found
    }

    pub(super) fn try_path(&self, text: &str, here: Here) -> Option<Typed> {
        let segments: Vec<&str> = text.split('.').collect();
        let mut steps = Vec::new();
        let mut here = here;
        let mut last: Option<Reach> = None;
        let (mut personal, mut end) = (false, None);
        for (at, segment) in segments.iter().enumerate() {
            if let Some(reach) = last.take() {
                here = self.onward(&reach, here, segment, &mut steps)?;
            }
            let reach = self.reach(segment, here)?;
            personal |= reach.personal;
            steps.push(reach.step.clone());
            if at + 1 == segments.len() {
                end = Some((reach.entry.is_some(), here));
            }
            last = Some(reach);
        }
        let reach = last?;
        let (ends_at_entry, from) = end?;
        let items = match reach.ty {
            Type::Items(fields) => Some((from.kind(), fields)),
            _ => None,
        };
        let to = match reach.entry {
            Some(kind) => vec![kind],
            None => reach.to.iter().filter_map(|name| crate::kind::find(name)).collect(),
        };
        let leads = if reach.entry.is_some() { Vec::new() } else { to.clone() };
        // What another entry is about does not say what this one is about.
        let topic = reach.topic && !steps.iter().any(|step| matches!(step, Step::Follow(_)));
        let path = Path { text: text.into(), steps, ty: reach.ty, list: reach.list.into(), to: leads, personal, topic };
        Some(Typed { path, to, ends_at_entry, items })
    }

    /// Where the next segment starts: behind a reference, or inside a list.
    fn onward(&self, reach: &Reach, here: Here, segment: &str, steps: &mut Vec<Step>) -> Option<Here> {
        if let Some(kind) = reach.entry {
            return Some(Here::Entry(kind));
        }
        match reach.ty {
            Type::Items(fields) => Some(Here::Item(here.kind(), fields)),
            Type::Ref | Type::List(Type::Ref) => {
                let kinds = reach.to.iter().filter_map(|name| crate::kind::find(name));
                // A reference may lead to several kinds; the first that knows the next step is meant.
                let kind = kinds.into_iter().find(|kind| self.reach(segment, Here::Entry(kind)).is_some())?;
                steps.push(Step::Follow(vec![kind]));
                Some(Here::Entry(kind))
            }
            _ => None,
        }
    }

    fn reach(&self, segment: &str, here: Here) -> Option<Reach> {
        if let Here::Plain(_, field, item) = here
            && segment == "value"
        {
            return Some(Reach::field(Step::Plain, field, *item));
        }
        if let Some(derived) = derived(segment, here) {
            return Some(derived);
        }
        if let Some(at) = Field::position(here.fields(), segment) {
            let field = here.fields().get(usize::from(at))?;
            return Some(Reach::field(Step::Field(at), field, field.ty));
        }
        if here.is_inside() && segment == here.kind().name {
            return Some(Reach { entry: Some(here.kind()), ..Reach::value(Step::Container, Type::Ref) });
        }
        if here.is_inside() {
            return None;
        }
        let attribute =
            self.attributes.iter().find(|attribute| &*attribute.id == segment && *attribute.on == *here.kind())?;
        Some(Reach {
            list: attribute.list.to_string(),
            to: attribute.to.iter().map(|kind| kind.name).collect(),
            ..Reach::value(Step::Attribute(attribute.id.clone()), attribute.ty)
        })
    }
}

/// The closed list of derived fields.
fn derived(segment: &str, here: Here) -> Option<Reach> {
    let has = |name| Field::position(here.fields(), name).is_some();
    let value = |derived, ty| Some(Reach::value(Step::Derived(derived), ty));
    match (segment, here) {
        ("age", Here::Entry(kind)) if kind.name == "person" => value(Derived::Age(AgeOn::ReadingDay), Type::Whole),
        ("title_key", Here::Entry(_)) if has("title") => value(Derived::TitleKey, Type::Text),
        ("donor_key", Here::Entry(_)) if has("donor") => value(Derived::DonorKey, Type::Text),
        ("signature_persons", Here::Entry(kind)) if kind.family == Family::Record => {
            value(Derived::SignaturePersons, Type::List(&Type::Id))
        }
        ("score_total", Here::Entry(kind)) if kind.name == "evaluation" => value(Derived::ScoreTotal, Type::Amount),
        ("home", Here::Item(..)) if has("household") && has("person") => {
            Some(Reach { to: vec!["household"], ..Reach::value(Step::Derived(Derived::Home), Type::Ref) })
        }
        _ => None,
    }
}
