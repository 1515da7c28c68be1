//! Shapes: what objects of the spec format may hold, as tables.
//!
//! From one table come the check of a document (all problems at once, here) and its JSON
//! Schema ([`crate::schema`]).

use crate::finding::{Finding, syntax};
use crate::json::{Node, Shape as Json};
use crate::time::Date;

/// What may stand somewhere in a document.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// Any text that is not empty.
    Text,
    /// An id.
    Id,
    /// A whole number, not below zero.
    Whole,
    /// A number.
    Number,
    /// True or false.
    YesNo,
    /// A day.
    Date,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list.
    List(&'static Part),
    /// A list with at least one item.
    Some(&'static Part),
    /// An object with free keys.
    Map(&'static Part),
    /// An object of a shape.
    Object(fn() -> &'static Shape),
    /// An object of a shape, checked where its names are known.
    Later(fn() -> &'static Shape),
    /// A literal operand, checked where its type is known.
    Literal,
    /// Anything, checked where it is used.
    Any,
    /// One of several, told apart by their JSON type or by a key.
    Either(&'static [Part]),
}

/// An object of the format.
#[derive(Debug)]
pub struct Shape {
    /// Its name in the schema; what only schemas say, a module for browsers goes without.
    #[cfg(feature = "answer-schemas")]
    pub name: &'static str,
    /// What it stands for.
    #[cfg(feature = "answer-schemas")]
    pub doc: &'static str,
    /// Its Chinese name.
    #[cfg(feature = "answer-schemas")]
    pub zh: &'static str,
    /// Its fields.
    pub fields: &'static [Slot],
    /// Of each of these groups exactly one key must be given.
    pub one_of: &'static [&'static [&'static str]],
    /// What may stand under any other key; none when there may be no other.
    pub rest: Option<Part>,
}

/// A field of an object.
#[derive(Debug)]
pub struct Slot {
    /// The key.
    pub name: &'static str,
    /// What stands there.
    pub part: Part,
    /// Whether it must be given.
    pub required: bool,
}

/// A field that must be given.
pub const fn must(name: &'static str, part: Part) -> Slot {
    Slot { name, part, required: true }
}

/// A field that may be given.
pub const fn may(name: &'static str, part: Part) -> Slot {
    Slot { name, part, required: false }
}

/// Findings with the byte offset of what they are about.
pub type Faults = Vec<(usize, Finding)>;

/// Checks a node against a part, noting every problem.
pub fn check(node: &Node, part: Part, faults: &mut Faults) {
    match part {
        Part::Text => {
            if let Some(text) = wanted(node, node.text(), "string", faults)
                && text.is_empty()
            {
                faults.push((node.at, Finding::new(syntax::TEXT_EMPTY)));
            }
        }
        Part::Id => {
            if let Some(text) = wanted(node, node.text(), "string", faults)
                && (text.is_empty() || text.chars().count() > 128 || text.chars().any(char::is_control))
            {
                faults.push((node.at, Finding::new(syntax::INVALID_ID)));
            }
        }
        Part::Whole | Part::Number => check_number(node, part, faults),
        Part::YesNo => {
            let truth = matches!(node.shape, Json::Bool(_)).then_some(());
            wanted(node, truth, "boolean", faults);
        }
        Part::Date => {
            if let Some(text) = wanted(node, node.text(), "string", faults)
                && Date::parse(text).is_none()
            {
                faults.push((node.at, Finding::new(syntax::INVALID_DATE)));
            }
        }
        Part::Word(words) => {
            if let Some(text) = wanted(node, node.text(), "string", faults)
                && !words.contains(&text)
            {
                faults.push((
                    node.at,
                    Finding::new(syntax::UNKNOWN_WORD).with("word", text).with("known", words.join(", ")),
                ));
            }
        }
        Part::List(item) | Part::Some(item) => {
            let items = wanted(node, node.list(), "array", faults).unwrap_or_default();
            if items.is_empty() && matches!((part, &node.shape), (Part::Some(_), Json::List(_))) {
                faults.push((node.at, Finding::new(syntax::LIST_EMPTY)));
            }
            items.iter().for_each(|node| check(node, *item, faults));
        }
        Part::Map(item) => {
            let fields = wanted(node, node.object(), "object", faults).unwrap_or_default();
            fields.iter().for_each(|(_, node)| check(node, *item, faults));
        }
        Part::Object(shape) => check_object(node, shape(), faults),
        Part::Later(_) => {
            wanted(node, node.object(), "object", faults);
        }
        Part::Literal => {
            if matches!(node.shape, Json::Null) {
                wanted::<()>(node, None, "value", faults);
            }
        }
        Part::Any => {}
        Part::Either(parts) => match parts.iter().find(|part| fits(node, **part)) {
            Some(part) => check(node, *part, faults),
            None => {
                let names: Vec<&str> = parts.iter().map(|part| json_type(*part)).collect();
                wanted::<()>(node, None, &names.join(" | "), faults);
            }
        },
    }
}

fn check_number(node: &Node, part: Part, faults: &mut Faults) {
    let digits = match &node.shape {
        Json::Number(digits) => Some(digits),
        _ => None,
    };
    let Some(digits) = wanted(node, digits, "number", faults) else { return };
    let Some(number) = crate::number::parse(digits) else {
        faults.push((node.at, Finding::new(syntax::INVALID_NUMBER)));
        return;
    };
    if matches!(part, Part::Whole) {
        match crate::number::whole(number) {
            None => faults.push((node.at, Finding::new(syntax::NOT_WHOLE))),
            Some(whole) if whole < 0 => faults.push((node.at, Finding::new(syntax::BELOW_ZERO))),
            Some(_) => {}
        }
    }
}

fn check_object(node: &Node, shape: &'static Shape, faults: &mut Faults) {
    let Some(fields) = wanted(node, node.object(), "object", faults) else { return };
    for (key, value) in fields {
        match shape.fields.iter().find(|slot| slot.name == key) {
            Some(slot) => check(value, slot.part, faults),
            None => match shape.rest {
                Some(part) => check(value, part, faults),
                None => faults.push((value.at, Finding::new(syntax::UNKNOWN_FIELD).with("field", key))),
            },
        }
    }
    for slot in shape.fields.iter().filter(|slot| slot.required && node.get(slot.name).is_none()) {
        faults.push((node.at, Finding::new(syntax::MISSING_FIELD).with("field", slot.name)));
    }
    for group in shape.one_of {
        let given = group.iter().filter(|key| node.get(key).is_some()).count();
        if given != 1 {
            faults.push((node.at, Finding::new(syntax::EXACTLY_ONE_OF).with("keys", group.join(", "))));
        }
    }
}

fn wanted<T>(node: &Node, found: Option<T>, expected: &str, faults: &mut Faults) -> Option<T> {
    if found.is_none() {
        let finding = Finding::new(syntax::WRONG_TYPE).with("expected", expected).with("found", node.shape_name());
        faults.push((node.at, finding));
    }
    found
}

/// Whether a node is of a part's JSON type and, for objects, has one of the keys that tell it apart.
fn fits(node: &Node, part: Part) -> bool {
    match (&node.shape, part) {
        (Json::Object(fields), Part::Object(shape)) => {
            let shape = shape();
            let telling: Vec<&str> = match shape.one_of {
                [group, ..] => group.to_vec(),
                [] => shape.fields.iter().filter(|slot| slot.required).map(|slot| slot.name).collect(),
            };
            telling.is_empty() || fields.iter().any(|(key, _)| telling.contains(&key.as_str()))
        }
        (Json::Text(text), Part::Word(words)) => words.contains(&text.as_str()),
        _ => node.shape_name() == json_type(part) || matches!(part, Part::Literal | Part::Any),
    }
}

fn json_type(part: Part) -> &'static str {
    match part {
        Part::Text | Part::Id | Part::Date | Part::Word(_) => "string",
        Part::Whole | Part::Number => "number",
        Part::YesNo => "boolean",
        Part::List(_) | Part::Some(_) => "array",
        Part::Map(_) | Part::Object(_) | Part::Later(_) => "object",
        Part::Literal | Part::Any | Part::Either(_) => "value",
    }
}
