//! Pieces: a document taken apart into the items of its lists, so that an option of a reading
//! is put in, and compiled, only where it changes something.

use super::reach::{self, Item};
use super::reading::{Choice, replace};
use super::{list, of_key, requirement_ids};
use crate::finding::{Finding, contract, spec as codes};
use crate::json::{Node, Shape};
use crate::sorted::Set;
use crate::spec::shape::Faults;

/// The lists whose items are compiled one by one.
const LISTS: [&str; 8] =
    ["conditions", "rules", "indicators", "obligations", "provider", "stages", "triggers", "closing"];

/// Fields that no option can replace anything in.
const FIXED: [&str; 2] = ["readings", "codes"];

/// Where a piece stands: the place of its field, and of the item in the field's list.
type Place = (usize, usize);

/// Where the ids that a reading names are met when its turn comes, in order; each once without a place.
type Met<'n> = Vec<((&'n str, &'n str), Option<Place>)>;

/// A document in pieces.
pub(super) struct Pieces<'n> {
    document: &'n Node,
    readings: &'n [Node],
    /// In the order of their places.
    written: Vec<(Place, &'n Node)>,
    /// The pieces in which an id stands, each with what bears it there, in the order of the ids.
    by_id: Vec<(&'n str, (Place, &'n Node))>,
}

/// Pieces under a choice of options.
pub(super) struct Patched<'n> {
    /// In the order of their places.
    pieces: Vec<(Place, Node)>,
    met: Met<'n>,
    /// Replacements that name nothing, or that do not go with another.
    pub(super) faults: Faults,
    /// What options of two readings replace each otherwise, with the later reading.
    clashes: Vec<Finding>,
}

impl<'n> Pieces<'n> {
    pub(super) fn new(document: &'n Node) -> Self {
        let mut written = Vec::new();
        for (at, (key, field)) in document.object().unwrap_or_default().iter().enumerate() {
            match field.list() {
                _ if FIXED.contains(&key.as_str()) => {}
                Some(items) if LISTS.contains(&key.as_str()) => {
                    written.extend(items.iter().enumerate().map(|(item, node)| ((at, item), node)));
                }
                _ => written.push(((at, 0), field)),
            }
        }
        let mut by_id = Vec::new();
        for (place, node) in &written {
            named(node, &mut |id, node| by_id.push((id, (*place, node))));
        }
        by_id.sort_by_key(|(id, _)| *id);
        Self { document, readings: list(document, "readings"), written, by_id }
    }

    /// What bears an id, in the order of the document.
    fn bearers(&self, id: &str) -> impl Iterator<Item = (Place, &'n Node)> {
        of_key(&self.by_id, |known| (*known).cmp(id)).iter().map(|(_, bearer)| *bearer)
    }

    /// The whole document under a choice.
    pub(super) fn patched(&self, choice: &Choice) -> Patched<'n> {
        self.patch(choice, self.written.iter().map(|(place, _)| *place), |_, _| false)
    }

    /// These pieces under a choice; `elsewhere` says of a reading and an id whether it is met in other pieces.
    fn patch(
        &self,
        choice: &Choice,
        places: impl Iterator<Item = Place>,
        elsewhere: impl Fn(&str, &str) -> bool,
    ) -> Patched<'n> {
        let piece = |place| Some((place, (*self.written.get(find(&self.written, place)?)?.1).clone()));
        let mut pieces: Vec<(Place, Node)> = places.filter_map(piece).collect();
        let mut added: Vec<(&'n str, Place)> = Vec::new();
        let places_of = |id: &str, added: &[(&str, Place)]| {
            let mut places: Vec<Place> = self.bearers(id).map(|(place, _)| place).collect();
            places.extend(added.iter().filter(|(known, _)| *known == id).map(|(_, place)| *place));
            places
        };
        let (mut met, mut faults, mut clashes) = (Met::new(), Faults::new(), Vec::new());
        for reading in self.readings {
            let own = reading.get("id").and_then(Node::text).unwrap_or_default();
            let chosen = choice.get(own);
            for option in list(reading, "options") {
                for (id, _) in replaced(option) {
                    let node_at = |place| pieces.get(find(&pieces, place)?);
                    let holds = |place: &Place| node_at(*place).is_some_and(|(_, node)| has_id(node, id));
                    met.push(((own, id.as_str()), None));
                    let places = places_of(id, &added).into_iter().filter(holds);
                    met.extend(places.map(|place| ((own, id.as_str()), Some(place))));
                }
            }
            let is_chosen = |option: &&Node| option.get("id").and_then(Node::text) == chosen.map(String::as_str);
            let Some(option) = list(reading, "options").iter().find(|option| chosen.is_some() && is_chosen(option))
            else {
                continue;
            };
            let mut put: Set<&str> = Set::default();
            for (id, parts) in replaced(option) {
                let (mut found, mut agree) = (elsewhere(own, id), true);
                let was = self.bearers(id).next().filter(|_| !put.contains(id.as_str())).map(|(_, node)| node);
                // What an earlier part of the same option put in can be named by a later one.
                for place in in_order(places_of(id, &added)) {
                    let Some((_, node)) = find(&pieces, place).and_then(|at| pieces.get_mut(at)) else { continue };
                    let mut here = false;
                    agree &= replace(node, id, parts, was, &mut here);
                    if here {
                        ids(parts, &mut |id| added.push((id, place)));
                    }
                    found |= here;
                }
                ids(parts, &mut |id| {
                    put.insert(id);
                });
                let clash = || Finding::new(contract::READINGS_CLASH).with("reading", own).with("id", id);
                if !found {
                    faults.push((parts.at, Finding::new(codes::UNKNOWN_REPLACED).with("id", id)));
                } else if !agree {
                    faults.push((parts.at, clash()));
                }
                if !found || !agree {
                    clashes.push(clash().at(format!("/readings/{own}")));
                }
            }
        }
        met.sort_unstable();
        Patched { pieces, met, faults, clashes }
    }

    /// Puts pieces together again; of a part, only what its check and its compiling look at.
    fn join(&self, pieces: Vec<(Place, Node)>, is_part: bool) -> Node {
        let mut fields = Vec::new();
        let mut pieces = pieces.into_iter().peekable();
        for (at, (key, field)) in self.document.object().unwrap_or_default().iter().enumerate() {
            let mut own = std::iter::from_fn(|| pieces.next_if(|((field, _), _)| *field == at)).map(|(_, node)| node);
            let is_list = LISTS.contains(&key.as_str()) && field.list().is_some();
            let node = match own.next() {
                _ if FIXED.contains(&key.as_str()) && is_part => continue,
                _ if FIXED.contains(&key.as_str()) => field.clone(),
                first if is_list => {
                    let items = first.into_iter().chain(own).collect();
                    Node { at: field.at, shape: Shape::List(items) }
                }
                Some(node) => node,
                None => continue,
            };
            fields.push((key.clone(), node));
        }
        Node { at: self.document.at, shape: Shape::Object(fields) }
    }
}

/// A choice from which single options depart, with its document.
pub(super) struct Base<'n> {
    pieces: Pieces<'n>,
    choice: Choice,
    met: Met<'n>,
    /// The document under the choice.
    pub(super) document: Node,
    /// Options of the choice that do not go together.
    pub(super) clashes: Vec<Finding>,
}

/// What may come out otherwise under the options of a reading.
pub(super) struct Selection {
    /// In their order.
    places: Vec<Place>,
    /// Ids of requirements that stay as they are.
    pub(super) other_ids: Set<String>,
}

impl<'n> Base<'n> {
    /// The document under a choice, and the replacements that name nothing.
    pub(super) fn new(document: &'n Node, choice: Choice) -> (Self, Faults) {
        let pieces = Pieces::new(document);
        let Patched { pieces: patched, met, faults, clashes } = pieces.patched(&choice);
        let document = pieces.join(patched, false);
        (Self { pieces, choice, met, document, clashes }, faults)
    }

    /// Every item of the lists with the names in it.
    pub(super) fn items(&self) -> Vec<(Place, Item<'_>)> {
        let mut items = Vec::new();
        for (at, (key, field)) in self.document.object().unwrap_or_default().iter().enumerate() {
            let Some(name) = LISTS.into_iter().find(|name| name == key) else { continue };
            let nodes = field.list().unwrap_or_default().iter().enumerate();
            items.extend(nodes.map(|(item, node)| ((at, item), reach::item(name, node))));
        }
        items
    }

    /// The pieces that options of a reading replace something in, and those that use them;
    /// none when that may be anything.
    pub(super) fn selection(&self, reading: &str, items: &[(Place, Item<'_>)]) -> Option<Selection> {
        let mut places: Vec<Place> = Vec::new();
        let mut touched: Set<&str> = Set::default();
        for ((_, id), place) in of_key(&self.met, |(own, _)| (*own).cmp(reading)) {
            touched.insert(id);
            places.extend(place);
        }
        for place in &places {
            let (_, item) = items.get(find(items, *place)?)?;
            touched.extend(item.own.iter().copied());
        }
        let touched = reach::spread(items.iter().map(|(_, item)| item), touched);
        places.extend(items.iter().filter(|(_, item)| item.is_named_in(&touched)).map(|(place, _)| *place));
        let places = in_order(places);
        let mut other_ids = Set::default();
        for (at, (key, field)) in self.document.object().unwrap_or_default().iter().enumerate() {
            if matches!(key.as_str(), "indicators" | "obligations" | "provider") {
                let nodes = field.list().unwrap_or_default().iter().enumerate();
                let others = nodes.filter(|(item, _)| places.binary_search(&(at, *item)).is_err());
                others.for_each(|(_, node)| requirement_ids(node, &mut other_ids));
            }
        }
        Some(Selection { places, other_ids })
    }

    /// The selected pieces when a reading has another option, with the replacements that name nothing.
    pub(super) fn part(&self, selection: &Selection, reading: &str, option: &str) -> (Node, Faults) {
        let choice = self.departing(reading, option);
        let is_there = |own: &str, id: &str| {
            let mut places = of_key(&self.met, |key| key.cmp(&(own, id))).iter().filter_map(|(_, place)| *place);
            places.any(|place| selection.places.binary_search(&place).is_err())
        };
        let patched = self.pieces.patch(&choice, selection.places.iter().copied(), is_there);
        let mut pieces = patched.pieces;
        for (at, (key, field)) in self.pieces.document.object().unwrap_or_default().iter().enumerate() {
            let is_left_out = FIXED.contains(&key.as_str()) || matches!(key.as_str(), "attributes" | "integrity");
            if !is_left_out && !LISTS.contains(&key.as_str()) {
                pieces.push(((at, 0), field.clone()));
            }
        }
        pieces.sort_by_key(|(place, _)| *place);
        (self.pieces.join(pieces, true), patched.faults)
    }

    /// The whole document when a reading has another option.
    pub(super) fn whole(&self, reading: &str, option: &str) -> (Node, Faults) {
        let patched = self.pieces.patched(&self.departing(reading, option));
        (self.pieces.join(patched.pieces, false), patched.faults)
    }

    fn departing(&self, reading: &str, option: &str) -> Choice {
        let mut choice = self.choice.clone();
        choice.insert(reading.to_owned(), option.to_owned());
        choice
    }
}

/// Where in a list in order a place stands.
fn find<T>(list: &[(Place, T)], place: Place) -> Option<usize> {
    list.binary_search_by_key(&place, |(place, _)| *place).ok()
}

/// Each place once.
fn in_order(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_unstable();
    places.dedup();
    places
}

fn replaced(option: &Node) -> &[(String, Node)] {
    option.get("replace").and_then(Node::object).unwrap_or_default()
}

/// Every id that stands in a node.
pub(super) fn ids<'n>(node: &'n Node, found: &mut dyn FnMut(&'n str)) {
    named(node, &mut |id, _| found(id));
}

/// Everything in a node that bears an id.
fn named<'n>(node: &'n Node, found: &mut dyn FnMut(&'n str, &'n Node)) {
    match &node.shape {
        Shape::List(items) => items.iter().for_each(|item| named(item, found)),
        Shape::Object(fields) => {
            for (key, field) in fields {
                if let Some(id) = field.text().filter(|_| key == "id") {
                    found(id, node);
                }
                named(field, found);
            }
        }
        _ => {}
    }
}

fn has_id(node: &Node, id: &str) -> bool {
    let mut has = false;
    ids(node, &mut |known| has |= known == id);
    has
}
