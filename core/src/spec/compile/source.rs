//! Sources: collections, links and placing.

use super::Compiler;
use super::path::{Here, Typed};
use super::requirement::Scope;
use crate::finding::{Finding, spec as codes};
use crate::json::Node;
use crate::kind::{Family, Field, KindInfo, Type};
use crate::package::model::{Collection, Coverage, Link, Measure, Path, Source};

impl Compiler<'_> {
    /// A collection by its name: a kind, a list of a kind, or `self`.
    pub(super) fn collection(&self, node: &Node, scope: Option<&Scope<'_>>) -> Option<Collection> {
        let name = node.text()?;
        if name == "self" {
            let Some((quantifier, parent)) = scope.and_then(|scope| scope.parents.iter().enumerate().next_back())
            else {
                self.fault(node, Finding::new(codes::SELF_WITHOUT_EACH));
                return None;
            };
            return Some(Collection::Member { kind: parent.kind(), field: parent.list(), quantifier });
        }
        let (kind_name, list) = name.split_once('.').map_or((name, None), |(kind, list)| (kind, Some(list)));
        let found = crate::kind::find(kind_name).and_then(|kind| match list {
            None => Some(Collection::Entries(kind)),
            Some(list) => {
                let field = Field::position(kind.fields, list)?;
                match kind.fields.get(usize::from(field))?.ty {
                    Type::Items(fields) => Some(Collection::List { kind, field, fields: Some(fields) }),
                    Type::List(_) => Some(Collection::List { kind, field, fields: None }),
                    _ => None,
                }
            }
        });
        if found.is_none() {
            self.fault(node, Finding::new(codes::UNKNOWN_COLLECTION).with("name", name));
        }
        found
    }

    /// The name of the collection that a path starts from.
    pub(super) fn collection_name(&self, here: Here) -> String {
        let of_list = |kind: &'static KindInfo, is_it: &dyn Fn(&Field) -> bool| {
            let list = kind.fields.iter().find(|field| is_it(field)).map_or("", |field| field.name);
            format!("{}.{list}", kind.name)
        };
        match here {
            Here::Entry(kind) => kind.name.to_owned(),
            Here::Item(kind, fields) => of_list(
                kind,
                &|field| matches!(field.ty, Type::Items(items) if std::ptr::eq(items.as_ptr(), fields.as_ptr())),
            ),
            Here::Plain(kind, field, _) => of_list(kind, &|other| other.name == field.name),
        }
    }

    pub(super) fn measure(&self, node: &Node, scope: &Scope<'_>) -> Option<Measure> {
        let (name, body) = node.object()?.first()?;
        match name.as_str() {
            "count" => Some(Measure::Count(self.sources(body, scope, false)?)),
            "sum" => Some(Measure::Sum(self.sources(body, scope, true)?)),
            "ratio" => {
                let (above, below) = (body.get("of")?, body.get("over")?);
                let harmful = Scope { more_helps: false, ..scope.clone() };
                let above = self.measure(above, if above.get("coverage").is_some() { &harmful } else { scope });
                let below = self.measure(below, &harmful);
                Some(Measure::Ratio(Box::new(above?), Box::new(below?)))
            }
            _ => self.coverage(body, scope),
        }
    }

    fn sources(&self, node: &Node, scope: &Scope<'_>, sum: bool) -> Option<Vec<Source>> {
        let one = |node: &Node| {
            let source = self.source(node, scope)?;
            for (key, applies) in [("field", sum), ("having", !sum), ("depth", false), ("days", false)] {
                if let Some(given) = node.get(key).filter(|_| !applies) {
                    self.fault(given, Finding::new(codes::KEY_WITHOUT_USE).with("key", key));
                }
            }
            if sum && source.field.is_none() && node.get("field").is_none() {
                self.fault(node, Finding::new(crate::finding::syntax::MISSING_FIELD).with("field", "field"));
            }
            Some(source)
        };
        match node.get("union").and_then(Node::list) {
            Some(parts) => {
                // All parts are compiled, so that all their faults are found.
                let sources: Vec<Option<Source>> = parts.iter().map(one).collect();
                sources.into_iter().collect()
            }
            None => Some(vec![one(node)?]),
        }
    }

    fn source(&self, node: &Node, scope: &Scope<'_>) -> Option<Source> {
        let of = self.collection(node.get("of")?, Some(scope))?;
        let here = Here::of(of)?;
        let snapshot = node.get("on").is_some();
        let register = of.kind().family == Family::Register && of.list().is_none();
        let field = node.get("field").and_then(|field| {
            let typed = self.path(field.text()?, here, field)?;
            if !matches!(typed.path.ty, Type::Whole | Type::Amount) {
                self.fault(
                    field,
                    Finding::new(codes::LITERAL_TYPE)
                        .with("type", "number")
                        .with("found", super::condition::type_name(typed.path.ty)),
                );
            }
            Some(typed.path)
        });
        let cond = self.where_of(node, here, register);
        let distinct = self.paths(node.get("distinct"), here);
        let (is_sum, has_keys) = (node.get("field").is_some(), !distinct.is_empty());
        let latest_of = node.get("latest_of").map(|paths| self.paths(Some(paths), here));
        let having = node.get("having").and_then(|nested| {
            let inner = Scope { parents: vec![of], by: Vec::new(), ..scope.clone() };
            self.requirement_in(nested, &inner, true).map(Box::new)
        });
        let links = match of {
            Collection::Member { .. } => Vec::new(),
            _ => self.links(node, of, here, scope),
        };
        let placing = if scope.inside_having {
            self.placing(&[], of, here, node)
        } else {
            self.placing(&scope.by, of, here, node)
        };
        let since = node.get("since").and_then(|since| self.since(since, scope));
        Some(Source {
            of,
            cond,
            distinct,
            having,
            links,
            snapshot,
            latest_of,
            field,
            placing,
            since,
            by_interval: false,
            // Of the latest values an earlier one could come to count instead.
            more_helps: scope.more_helps && !(is_sum && has_keys),
        })
    }

    /// A day of the container, or of the last member.
    fn since(&self, node: &Node, scope: &Scope<'_>) -> Option<Path> {
        let Some(parent) = scope.parents.last().and_then(|parent| Here::of(*parent)) else {
            self.fault(node, Finding::new(codes::SELF_WITHOUT_EACH));
            return None;
        };
        let path = self.path(node.text()?, parent, node)?.path;
        if !matches!(path.ty, Type::Date) {
            let found = super::condition::type_name(path.ty);
            self.fault(node, Finding::new(codes::LITERAL_TYPE).with("type", "date").with("found", found));
            return None;
        }
        Some(path)
    }

    pub(super) fn paths(&self, node: Option<&Node>, here: Here) -> Vec<Path> {
        let Some(node) = node else { return Vec::new() };
        let one = |node: &Node| Some(self.path(node.text()?, here, node)?.path);
        match node.list() {
            Some(items) => items.iter().filter_map(one).collect(),
            None => one(node).into_iter().collect(),
        }
    }

    fn coverage(&self, node: &Node, scope: &Scope<'_>) -> Option<Measure> {
        // Intervals say where they lie; the date of the entry does not matter.
        let source = Source { placing: Vec::new(), by_interval: true, ..self.source(node, scope)? };
        let here = Here::of(source.of)?;
        for key in ["field", "having"] {
            if let Some(given) = node.get(key) {
                self.fault(given, Finding::new(codes::KEY_WITHOUT_USE).with("key", key));
            }
        }
        let (from, to) = self.interval(here, node)?;
        let depth =
            node.get("depth").and_then(|depth| self.whole(depth)).map_or(1, |depth| u32::try_from(depth).unwrap_or(1));
        let working_days = node.get("days").and_then(Node::text) == Some("working");
        Some(Measure::Coverage(Box::new(Coverage { source, depth, working_days, from, to })))
    }

    /// The first and last day of an element: `from` and `to` where both are days, else `date` and `end`.
    pub(super) fn interval(&self, here: Here, node: &Node) -> Option<(Path, Path)> {
        let day = |name: &str| {
            let typed =
                self.try_path(name, here).or_else(|| self.try_path(&format!("{}.{name}", here.kind().name), here))?;
            matches!(typed.path.ty, Type::Date).then_some(typed.path)
        };
        let pair = |from, to| Some((day(from)?, day(to)?));
        let found = pair("from", "to").or_else(|| pair("date", "end"));
        if found.is_none() {
            self.fault(node, Finding::new(codes::NO_INTERVAL).with("on", self.collection_name(here)));
        }
        found
    }

    fn links(&self, node: &Node, of: Collection, here: Here, scope: &Scope<'_>) -> Vec<Link> {
        let by: Vec<&Node> = match node.get("by") {
            None => Vec::new(),
            Some(by) => by.list().map_or_else(|| vec![by], |items| items.iter().collect()),
        };
        if let (Some(by), true) = (by.first(), scope.parents.is_empty()) {
            self.fault(by, Finding::new(codes::KEY_WITHOUT_USE).with("key", "by"));
        }
        let mut links = Vec::new();
        for (at, parent) in scope.parents.iter().enumerate() {
            // With several members a single `by` serves the one that it leads to.
            let named = if by.len() == scope.parents.len() {
                by.get(at).copied()
            } else {
                by.iter().copied().find(|name| self.link(name.text().unwrap_or_default(), here, *parent).is_some())
            };
            let link = match named {
                Some(name) => {
                    let text = name.text().unwrap_or_default();
                    let link = self.link(text, here, *parent);
                    if link.is_none() {
                        let missing = Finding::new(codes::LINK_MISSING);
                        self.fault(name, missing.with("of", self.collection_name(here)).with("to", parent.kind().name));
                    }
                    link
                }
                None if of.list().is_some() && of.kind() == parent.kind() && parent.list().is_none() => {
                    Some(Link::Inside)
                }
                None => self.only_link(node, here, *parent),
            };
            links.extend(link);
        }
        links
    }

    /// The link through a named field.
    fn link(&self, name: &str, here: Here, parent: Collection) -> Option<Link> {
        let typed =
            self.try_path(name, here).or_else(|| self.try_path(&format!("{}.{name}", here.kind().name), here))?;
        if let Some(path) = self.leading(&typed, parent.kind()) {
            return Some(Link::Reference(path));
        }
        let own = self.try_path(name, Here::of(parent)?)?;
        let plain = |typed: &Typed| !matches!(typed.path.ty, Type::Items(_) | Type::List(_));
        (plain(&typed) && plain(&own)).then_some(Link::Equal { child: typed.path, parent: own.path })
    }

    /// A path that ends at references to a kind, also through the items of a list.
    fn leading(&self, typed: &Typed, kind: &KindInfo) -> Option<Path> {
        let leads = |to: &[&'static KindInfo]| to.contains(&kind);
        match typed.path.ty {
            Type::Ref | Type::List(Type::Ref) if leads(&typed.to) => Some(typed.path.clone()),
            Type::Items(fields) => {
                let mut leading = fields.iter().filter(|field| {
                    matches!(field.ty, Type::Ref | Type::List(Type::Ref)) && field.to.contains(&kind.name)
                });
                let (Some(field), None) = (leading.next(), leading.next()) else { return None };
                let mut path = typed.path.clone();
                path.steps.push(crate::package::model::Step::Field(Field::position(fields, field.name)?));
                path.ty = field.ty;
                Some(path)
            }
            _ => None,
        }
    }

    /// The only field through which an element, or what holds it, leads to a parent.
    fn only_link(&self, node: &Node, here: Here, parent: Collection) -> Option<Link> {
        let leading = |fields: &'static [Field], prefix: &str| -> Vec<Path> {
            fields
                .iter()
                .filter_map(|field| self.try_path(&format!("{prefix}{}", field.name), here))
                .filter_map(|typed| self.leading(&typed, parent.kind()))
                .collect()
        };
        let mut found = leading(here.fields(), "");
        if found.is_empty() && !matches!(here, Here::Entry(_)) {
            found = leading(here.kind().fields, &format!("{}.", here.kind().name));
        }
        let names: Vec<String> = found.iter().map(|path| path.text.to_string()).collect();
        let mut found = found.into_iter();
        match (found.next(), found.next()) {
            (Some(path), None) => Some(Link::Reference(path)),
            (None, _) => {
                let missing = Finding::new(codes::LINK_MISSING).with("of", self.collection_name(here));
                self.fault(node, missing.with("to", parent.kind().name));
                None
            }
            _ => {
                let several = Finding::new(codes::LINK_AMBIGUOUS).with("of", self.collection_name(here));
                self.fault(node, several.with("to", parent.kind().name).with("fields", names.join(", ")));
                None
            }
        }
    }

    /// The fields that place an element in time.
    fn placing(&self, by: &[(&str, &Node)], of: Collection, here: Here, node: &Node) -> Vec<Path> {
        let register = of.kind().family == Family::Register;
        let dated = |name: &str| {
            let typed =
                self.try_path(name, here).or_else(|| self.try_path(&format!("{}.{name}", here.kind().name), here))?;
            matches!(typed.path.ty, Type::Date | Type::Period).then_some(typed.path)
        };
        if matches!(of, Collection::Member { .. }) {
            return Vec::new();
        }
        if !by.is_empty() {
            let found: Vec<Path> = by.iter().filter_map(|(name, _)| dated(name)).collect();
            if found.is_empty() && !register {
                let names: Vec<&str> = by.iter().map(|(name, _)| *name).collect();
                let unknown = Finding::new(codes::UNKNOWN_PATH)
                    .with("path", names.join(", "))
                    .with("on", self.collection_name(here));
                self.fault(node, unknown.with("known", "date"));
            }
            return found;
        }
        if register { Vec::new() } else { dated("date").into_iter().collect() }
    }
}
