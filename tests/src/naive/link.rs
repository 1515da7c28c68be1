//! FORMAT section 3, `by`: how an element reaches its container or member.

use super::kinds::{reference, reference_paths};
use super::path::{Found, Reading};
use super::truth::Truth;
use super::world::{Element, World};
use serde_json::Value;

/// The lists whose items are themselves references.
const PLAIN_LISTS: [&str; 4] = ["members", "present", "supervisees", "projects"];

impl World {
    /// Whether an element of a source belongs to a member (or container).
    #[must_use]
    pub fn links(&self, source: &Value, element: &Element, member: &Element, several: bool) -> Truth {
        if source["of"] == "self" {
            return Truth::Yes;
        }
        if let Some(by) = source["by"].as_str()
            && (!several || self.refers_to(element, by).iter().any(|k| k == self.kind(member)))
        {
            return self.links_by(source, element, by, member);
        }
        // Left out: the element lies inside the member itself ...
        if member.item.is_none() && element.item.is_some() && self.kind(element) == self.kind(member) {
            return Truth::of(element.entry == member.entry);
        }
        // ... or exactly one reference field leads there.
        let paths = self.paths_to(element, self.kind(member));
        if paths.len() == 1 {
            return self.links_by(source, element, &paths[0], member);
        }
        match source["by"].as_str() {
            Some(by) => self.links_by(source, element, by, member),
            None => Truth::Maybe,
        }
    }

    fn paths_to(&self, element: &Element, wanted: &str) -> Vec<String> {
        let kind = self.kind(element);
        let mut own = Vec::new();
        let mut outer = Vec::new();
        for path in reference_paths(kind) {
            if !reference(kind, &path).iter().any(|k| k == wanted) {
                continue;
            }
            let (list, field) = match path.split_once('.') {
                Some((list, field)) => (list.to_owned(), Some(field.to_owned())),
                None => (path.clone(), None),
            };
            match &element.item {
                Some((ours, _)) if *ours == list => own.push(field.unwrap_or_else(|| "value".to_owned())),
                Some(_) => outer.push(format!("{kind}.{list}")),
                None => outer.push(list),
            }
        }
        for declared in self.package["attributes"].as_array().into_iter().flatten() {
            if declared["on"] == kind && declared["to"] == wanted {
                let name = declared["id"].as_str().unwrap_or("");
                outer.push(if element.item.is_some() { format!("{kind}.{name}") } else { name.to_owned() });
            }
        }
        if own.is_empty() { outer } else { own }
    }

    /// The kinds a path leads to, as a reference or as membership.
    fn refers_to(&self, element: &Element, path: &str) -> Vec<String> {
        let list = element.item.as_ref().map(|(list, _)| list.as_str());
        self.path_kinds(self.kind(element), list, path)
    }

    fn path_kinds(&self, kind: &str, list: Option<&str>, path: &str) -> Vec<String> {
        let (step, rest) = match path.split_once('.') {
            Some((step, rest)) => (step, Some(rest)),
            None => (path, None),
        };
        if list.is_some() && step == kind {
            return match rest {
                Some(rest) => self.path_kinds(kind, None, rest),
                None => vec![kind.to_owned()],
            };
        }
        let mut kinds = match list {
            Some(list) if step == "value" => reference(kind, list),
            Some(list) => reference(kind, &format!("{list}.{step}")),
            None => reference(kind, step),
        };
        for declared in self.package["attributes"].as_array().into_iter().flatten() {
            if list.is_none() && declared["on"] == kind && declared["id"] == step {
                kinds.extend(declared["to"].as_str().map(str::to_owned));
            }
        }
        match rest {
            Some(rest) => {
                let through_list = reference(kind, path);
                if !through_list.is_empty() {
                    return through_list;
                }
                let mut all = Vec::new();
                for next in kinds {
                    all.extend(self.path_kinds(&next, None, rest));
                }
                all
            }
            None => {
                if list.is_none() {
                    for known in reference_paths(kind) {
                        if known.starts_with(&format!("{step}.")) {
                            kinds.extend(reference(kind, &known));
                        }
                    }
                }
                kinds
            }
        }
    }

    fn links_by(&self, source: &Value, element: &Element, by: &str, member: &Element) -> Truth {
        let reading = Reading { closed: source["helps"] == true, ..self.reading(element, false) };
        let found = self.follow(element, by, reading);
        if found == Found::Unlisted {
            return Truth::No;
        }
        let refers = member.item.is_none() && self.refers_to(element, by).iter().any(|k| k == self.kind(member));
        if !refers {
            // A field that both kinds have: equal values.
            let theirs = self.follow(member, by, self.reading(member, false));
            return match (found, theirs) {
                (Found::One(a), Found::One(b)) => Truth::of(a.value == b.value),
                (Found::Between(a, b), Found::Between(c, d)) if a == b && c == d => Truth::of(a == c),
                _ => Truth::Maybe,
            };
        }
        let id = self.id(member);
        match found {
            Found::One(known) => Truth::of(known.value == id),
            Found::Absent => {
                let last = by.rsplit('.').next().unwrap_or(by);
                let is_list = PLAIN_LISTS.contains(&last)
                    || reference_paths(self.kind(element)).iter().any(|p| p.starts_with(&format!("{last}.")));
                // Nobody belongs to an absent list; an absent reference is undetermined.
                if is_list { Truth::No } else { Truth::Maybe }
            }
            Found::List(items) => {
                let mut greatest = Truth::No;
                for (item, there) in items {
                    greatest = greatest.max(self.names(&item, self.kind(member), id).min(there));
                }
                greatest
            }
            Found::Many(all) => {
                let mut greatest = Truth::No;
                for one in all {
                    greatest = greatest.max(match one {
                        Found::One(known) => Truth::of(known.value == id),
                        Found::Unlisted => Truth::No,
                        _ => Truth::Maybe,
                    });
                }
                greatest
            }
            Found::Plain(values) => Truth::of(values.iter().any(|v| v == id)),
            _ => Truth::Maybe,
        }
    }

    /// Whether a list's item names an entry. A bare name might be anyone.
    fn names(&self, item: &Element, wanted: &str, id: &str) -> Truth {
        let value = self.value(item);
        if let Some(text) = value.as_str() {
            return Truth::of(text == id || self.canonical(text) == id);
        }
        let Some((list, _)) = &item.item else {
            return Truth::Maybe;
        };
        let mut any_reference = false;
        for (field, held) in value.as_object().into_iter().flatten() {
            let kinds = reference(self.kind(item), &format!("{list}.{field}"));
            if kinds.is_empty() || held.is_null() {
                continue;
            }
            any_reference = true;
            if kinds.iter().any(|k| k == wanted) && held == id {
                return Truth::Yes;
            }
        }
        if any_reference { Truth::No } else { Truth::Maybe }
    }
}
