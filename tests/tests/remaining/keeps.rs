//! Whether records that were built are what a work item asks for, as the naive evaluator sees it: only
//! then does it speak against the work when it does not close.

use jiexiang::Ledger;
use jiexiang::remaining::{ConditionAnswer, WorkItem};
use jiexiang::time::Date;
use jiexiang_conformance::naive::{self, truth::Truth, world::World};
use jiexiang_conformance::synthesise::Built;
use serde_json::{Map, Value, json};

/// A made-up package and its contract, as documents.
pub(crate) struct Documents<'c> {
    pub(crate) package: &'c Value,
    pub(crate) contract: &'c Value,
}

impl Documents<'_> {
    /// Everything on a day, with what was built.
    pub(crate) fn with(&self, ledger: &Ledger, built: &[&Built], day: Date) -> Option<World> {
        let known = ledger.entries().iter().map(|entry| serde_json::from_str(&entry.canonical()).expect("it is JSON"));
        let mut entries: Vec<Value> = known.collect();
        for built in built {
            entries.extend(built.registers.iter().chain(built.records.iter().flatten()).cloned());
        }
        naive::look(self.package, self.contract, &entries, &day.to_string(), true)
    }
}

/// Whether all that was built for an item, and for what it must hold, keeps the conditions, and is sound.
pub(crate) fn keeps(world: &World, item: &WorkItem, built: &Built) -> bool {
    built.records.iter().all(|group| {
        let Some((first, rest)) = group.split_first() else { return false };
        let inside = item.inside.iter().all(|inside| {
            let own = inside.by.is_empty();
            let entries = if own { std::slice::from_ref(first) } else { rest };
            entries.iter().filter(|entry| own || entry["kind"] == inside.kind).all(|entry| suits(world, inside, entry))
        });
        inside && suits(world, item, first)
    })
}

/// Several children of one kind may each serve another item: one of them has to be what this one asks for.
fn suits(world: &World, item: &WorkItem, entry: &Value) -> bool {
    let of = item.list.map_or(item.kind.to_owned(), |list| format!("{}.{list}", item.kind));
    let wanted = json!({"all": item.conditions.iter().map(document).collect::<Vec<_>>()});
    let mut elements = world.collection(&of);
    elements.retain(|element| world.entry(element)["id"] == entry["id"]);
    let sound = |element| world.is_sound(element) == Truth::Yes;
    !elements.is_empty()
        && elements.iter().all(|element| sound(element) && world.selects(&wanted, element, false) == Truth::Yes)
}

/// A condition as packages write it.
fn document(condition: &ConditionAnswer) -> Value {
    let parts = || Value::from(condition.parts.iter().map(document).collect::<Vec<_>>());
    let Some(path) = &condition.path else {
        return match condition.test {
            "not" => json!({"not": {"all": parts()}}),
            test => json!({ test: parts() }),
        };
    };
    let values = || Value::from(condition.values.iter().map(|value| typed(value)).collect::<Vec<_>>());
    let first = || condition.values.first().map_or(Value::Null, |value| typed(value));
    let operand = match condition.test {
        "some" | "every" | "where" => json!({"all": parts()}),
        "in" | "contains_all" => values(),
        "size" => {
            let pairs =
                condition.values.chunks(2).filter_map(|pair| Some((pair.first()?.clone(), typed(pair.get(1)?))));
            Value::from(pairs.collect::<Map<String, Value>>())
        }
        _ => condition.field.as_ref().map_or_else(first, |field| json!({ "field": field })),
    };
    let mut tests = json!({ condition.test: operand });
    if let Some(day) = condition.on {
        tests["on"] = day.into();
    }
    json!({ path: tests })
}

/// Numbers and yes or no as such; everything else is text.
fn typed(value: &str) -> Value {
    match serde_json::from_str(value) {
        Ok(found @ (Value::Number(_) | Value::Bool(_))) => found,
        _ => value.into(),
    }
}
