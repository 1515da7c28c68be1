//! Records out of proposed work: an entry that satisfies a work item's conditions, with the
//! register entries that it refers to. What cannot be built this way is an `Err` with the reason.

use jiexiang::Ledger;
use jiexiang::kind::{self, Family, Field, KindInfo, Type};
use jiexiang::remaining::{Action, ConditionAnswer, WorkItem};
use jiexiang::time::Date;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

type Object = Map<String, Value>;

/// Builds the entries of work items for one ledger.
#[derive(Clone)]
pub struct Synthesis<'l> {
    ledger: &'l Ledger,
    /// Register entries that the records refer to.
    registers: Vec<(&'static KindInfo, Object)>,
    next: usize,
    day: Date,
    /// Values that a code must not take, and the path of that code.
    taken: Vec<String>,
    key: String,
    /// The new container, by its id.
    values: BTreeMap<String, Value>,
    /// Fields that a condition has set.
    fixed: BTreeSet<String>,
    /// Which one of several is being built.
    turn: u64,
    /// On how many days records can lie.
    length: u64,
    /// Lists of which a condition has shaped an item.
    made: BTreeSet<String>,
    /// Which of several alternatives are tried first: one digit for each place with a choice.
    choice: usize,
}

/// What a work item comes to: the register entries behind it, and the records one by one.
pub struct Built {
    /// Register entries that the records refer to.
    pub registers: Vec<Value>,
    /// The records (or register entries) that are counted, each a group with what it must hold.
    pub records: Vec<Vec<Value>>,
}

impl<'l> Synthesis<'l> {
    /// A builder for a ledger; `seed` keeps the ids of several apart.
    #[must_use]
    pub fn new(ledger: &'l Ledger, seed: usize) -> Self {
        let day = ledger.contract().service_start;
        Self {
            ledger,
            registers: Vec::new(),
            next: seed * 100_000,
            day,
            taken: Vec::new(),
            key: String::new(),
            values: BTreeMap::new(),
            fixed: BTreeSet::new(),
            turn: 0,
            length: 1,
            made: BTreeSet::new(),
            choice: 0,
        }
    }

    /// The same builder, trying other alternatives first.
    #[must_use]
    pub fn choosing(self, choice: usize) -> Self {
        Self { choice, ..self }
    }

    /// The parts of a choice, the ones to be tried first in front.
    fn in_turn<'p>(&mut self, parts: &'p [ConditionAnswer]) -> impl Iterator<Item = &'p ConditionAnswer> + use<'p> {
        let first = self.choice % parts.len().max(1);
        self.choice /= parts.len().max(1);
        parts.iter().cycle().skip(first).take(parts.len())
    }

    /// The entries of a work item.
    pub fn build(mut self, item: &WorkItem) -> Result<Built, String> {
        if let Some(anchor) = &item.waits_for {
            return Err(format!(
                "waits for something to happen first ({})",
                if anchor.is_empty() { "?" } else { "an anchor" }
            ));
        }
        match item.action {
            Action::Add | Action::Amount | Action::Complete | Action::Open | Action::Cover => {}
            // Only where an entry brings all that is short, above and below, without a new one below that it names.
            Action::Raise if item.field.is_some() && matches!(item.kind, "satisfaction_survey" | "activity") => {}
            Action::Raise
                if item.amount.is_some() && item.kind == "observation" && item.conditions.iter().all(names_nothing) => {
            }
            Action::Raise => return Err("a quotient has a least amount only for a given denominator".into()),
            Action::Reduce => return Err("bringing a number down is no record".into()),
            Action::Mend => return Err("a member's own entry is to be corrected".into()),
        }
        self.taken.clone_from(&item.taken);
        let mut records = Vec::new();
        if item.action == Action::Open {
            for at in 0..item.n {
                records.push(self.container(item, at)?);
            }
        } else if item.action == Action::Cover {
            for at in 0..item.records {
                let mut record = self.record(item, at, 1, &item.members, &item.containers)?;
                self.stretch(item, &mut record)?;
                records.push(vec![record]);
            }
        } else if item.list.is_some() && item.records > 1 {
            // Items that differ by what holds them, or for which one entry has no room, stand in several.
            for at in 0..item.records {
                let n = item.n / item.records + u64::from(at < item.n % item.records);
                records.push(vec![self.record(item, at, n, &item.members, &item.containers)?]);
            }
        } else if item.list.is_some() {
            records.push(vec![self.record(item, 0, item.n, &item.members, &item.containers)?]);
        } else {
            for at in 0..item.n {
                records.push(vec![self.record(item, at, 1, &item.members, &item.containers)?]);
            }
        }
        let mut left: Vec<Value> =
            std::mem::take(&mut self.registers).into_iter().map(|(_, object)| self.finished(object)).collect();
        // A reference may have been replaced by the member that the record is for: what nobody names is not entered.
        let mut registers = Vec::new();
        let mut named: String = records.iter().flatten().map(Value::to_string).collect();
        while let Some(at) = left.iter().position(|entry| named.contains(&entry["id"].to_string())) {
            let entry = left.remove(at);
            named.push_str(&entry.to_string());
            registers.push(entry);
        }
        Ok(Built { registers, records })
    }

    /// Lets the interval of a new element reach over all days of an item.
    fn stretch(&mut self, item: &WorkItem, record: &mut Value) -> Result<(), String> {
        let (from, last) = item.from.zip(item.last_useful_day).ok_or("no first day")?;
        let (element, first, end) = match item.list {
            Some(list) => (&mut record[list][0], "from", "to"),
            None if record["date"].is_string() => (record, "date", "end"),
            None => (record, "from", "to"),
        };
        element[first] = from.to_string().into();
        element[end] = last.to_string().into();
        Ok(())
    }

    fn container(&mut self, item: &WorkItem, at: u64) -> Result<Vec<Value>, String> {
        let mut group = vec![self.record(item, at, 1, &item.members, &[])?];
        let id = group[0]["id"].as_str().unwrap_or_default().to_owned();
        // A value that children are to repeat.
        let wanted = item.inside.iter().flat_map(|inside| &inside.by);
        for by in wanted {
            if let Ok(field) = field_of(kind::find(item.kind).ok_or("kind")?.fields, by)
                && group[0].get(by).is_none()
                && matches!(field.ty, Type::Text | Type::Id)
            {
                group[0][by] = self.fresh().into();
            }
        }
        self.values.insert(id.clone(), group[0].clone());
        for inside in &item.inside {
            if inside.action != Action::Add {
                return Err("a new container must hold an amount".into());
            }
            self.taken.clear();
            // What may not precede a day of the container begins on it.
            let since = inside.since.as_ref().and_then(|field| Date::parse(group[0][field].as_str()?));
            let inside = &WorkItem { from: inside.from.max(since), ..inside.clone() };
            if inside.by.is_empty() {
                let list = inside.list.ok_or("a container holds entries that do not name it")?;
                let kind = kind::find(item.kind).ok_or("kind")?;
                let mut held = group[0][list].as_array().cloned().unwrap_or_default();
                let there = u64::try_from(held.len()).unwrap_or(0);
                // What another part asked for serves this one when it asks for nothing else.
                let plain = inside.conditions.is_empty();
                let n = if plain { inside.n.saturating_sub(there) } else { inside.n };
                if let (true, Type::Items(fields)) = (plain, field_of(kind.fields, list)?.ty) {
                    for (at, item) in held.iter_mut().filter_map(Value::as_object_mut).enumerate() {
                        self.turn = u64::try_from(at).unwrap_or(0);
                        self.distinct(fields, kind, item, &inside.distinct)?;
                    }
                }
                held.extend(self.items(inside, kind, list, n)?);
                group[0][list] = held.into();
            } else if inside.list.is_some() {
                group.push(self.record(inside, 0, inside.n, &[], std::slice::from_ref(&id))?);
            } else {
                // What other items of the container bring is made there.
                for at in inside.shared..inside.n {
                    group.push(self.record(inside, at, 1, &[], std::slice::from_ref(&id))?);
                }
            }
        }
        Ok(group)
    }

    fn fresh(&mut self) -> String {
        self.next += 1;
        format!("syn-{}", self.next)
    }

    /// One entry; for items of a list the one that holds `n` of them.
    fn record(
        &mut self,
        item: &WorkItem,
        at: u64,
        n: u64,
        members: &[String],
        containers: &[String],
    ) -> Result<Value, String> {
        let kind = kind::find(item.kind).ok_or("kind")?;
        let from = item.from.ok_or("no first day")?;
        let last = item.last_useful_day.unwrap_or_else(|| from.plus_days(400));
        let length = last.days_since(from) + 1;
        self.day = from.plus_days(i64::try_from(at).unwrap_or(0) % length.max(1));
        self.length = u64::try_from(length).unwrap_or(1);
        self.made.clear();
        self.fixed.clear();
        self.turn = at;
        let mut object = self.bare(kind)?;
        let linked = !members.is_empty() || !containers.is_empty();
        // What is asked of the member or container holds already.
        let by: Vec<String> = item.by.iter().filter(|_| linked).map(|by| format!("{by}.")).collect();
        let behind = |condition: &ConditionAnswer| {
            let whole = matches!(condition.test, "where" | "exists" | "is");
            let is_behind = |path: &str| by.iter().any(|by| path.starts_with(by) || whole && format!("{path}.") == *by);
            condition.path.as_deref().is_some_and(is_behind)
        };
        let conditions = item.conditions.iter().filter(|condition| !behind(condition)).cloned().collect();
        let item = &WorkItem { conditions, ..item.clone() };
        if item.list.is_none() {
            self.conditions(kind.fields, kind, &mut object, &item.conditions)?;
            self.distinct(kind.fields, kind, &mut object, &item.distinct)?;
            self.agree(kind.fields, &mut object, &item.alike)?;
        }
        if let Some(list) = item.list {
            let own = |condition: &&ConditionAnswer| stripped(condition, kind.name).is_none();
            let of_holder: Vec<ConditionAnswer> =
                item.conditions.iter().filter_map(|condition| stripped(condition, kind.name)).collect();
            self.conditions(kind.fields, kind, &mut object, &of_holder)?;
            let own_keys: Vec<String> = item.distinct.iter().filter_map(|path| holder_path(path, kind.name)).collect();
            self.distinct(kind.fields, kind, &mut object, &own_keys)?;
            let conditions: Vec<ConditionAnswer> = item.conditions.iter().filter(own).cloned().collect();
            let inner = WorkItem { conditions, ..item.clone() };
            let items = self.items(&inner, kind, list, n)?;
            object.insert(list.to_owned(), items.into());
        }
        if let (Some(amount), Some(field)) = (item.amount, &item.field) {
            let amount: f64 = amount.to_string().parse().map_err(|_| "an amount that is no decimal")?;
            let amount = if item.exceed && item.n == 1 { amount + 1.0 } else { amount };
            let whole = amount;
            let amount = (piece(item, field, amount, at)? * 100.0).round() / 100.0;
            let value = serde_json::Number::from_f64(amount).map(Value::Number).unwrap_or_default();
            let value = if amount.fract() == 0.0 { json!(amount as i64) } else { value };
            if field.ends_with(".headcount") {
                return Err("a list governs its head count".into());
            }
            let of_holder = field.strip_prefix(kind.name).and_then(|field| field.strip_prefix('.'));
            match (item.list, of_holder) {
                (Some(list), None) => {
                    let items =
                        object.get_mut(list).and_then(Value::as_array_mut).ok_or("no plain field of an item")?;
                    for (at, held) in items.iter_mut().enumerate() {
                        let share = piece(item, field, whole, u64::try_from(at).unwrap_or(0))?;
                        let share = (share * 100.0).round() / 100.0;
                        let value = if item.n > 1 { json!(share) } else { value.clone() };
                        held.as_object_mut().ok_or("no plain field of an item")?.insert(field.clone(), value);
                    }
                }
                (_, holder) => drop(object.insert(holder.unwrap_or(field).to_owned(), value)),
            }
        }
        if item.action == Action::Raise && item.amount.is_none() {
            first_of_all(item, &mut object)?;
        }
        if item.further && kind.name == "satisfaction_survey" {
            // Each further one counts below too.
            let answered = object.get("satisfied").cloned().unwrap_or_default();
            object.insert("valid".into(), answered);
        }
        within_answers(kind, &mut object);
        for rule in &item.rules {
            // A rule for other entries of the kind is kept by being another.
            let mut avoided = false;
            for of in rule.of.iter().filter(|of| of.path.as_ref().is_some_and(|path| !self.fixed.contains(path))) {
                let Some(opposite) = self.opposite(kind.fields, &object, of) else { continue };
                let (mut with, mut tried) = (self.clone(), object.clone());
                if with.condition(kind.fields, kind, &mut tried, &opposite).is_ok() {
                    (*self, object, avoided) = (with, tried, true);
                    break;
                }
            }
            if avoided {
                continue;
            }
            // A rule for other entries of the kind may ask what this one cannot have.
            let (mut with, mut tried) = (self.clone(), object.clone());
            let need: Vec<ConditionAnswer> = rule.need.iter().filter(|need| !behind(need)).cloned().collect();
            if with.conditions(kind.fields, kind, &mut tried, &need).is_ok() {
                (*self, object) = (with, tried);
            }
        }
        for parents in [members, containers] {
            self.link(kind, item, &mut object, parents)?;
        }
        self.place(kind, item, &mut object)?;
        // Another one may begin on the next day.
        if kind.name == "case" && item.action == Action::Add && !self.fixed.contains("closed") {
            object.insert("closed".into(), self.day.to_string().into());
        }
        Ok(self.finished(object))
    }

    fn items(&mut self, item: &WorkItem, kind: &'static KindInfo, list: &str, n: u64) -> Result<Vec<Value>, String> {
        let field = field_of(kind.fields, list)?;
        let mut items = Vec::new();
        for at in 0..n {
            match field.ty {
                Type::Items(fields) => {
                    if n > 1 {
                        self.turn = at;
                    }
                    let mut object = self.required(fields, &[])?;
                    // Of several items one may be what excludes others of its like.
                    for field in fields.iter().filter(|field| at > 0 && matches!(field.ty, Type::YesNo)) {
                        object.entry(field.name).and_modify(|value| *value = false.into());
                    }
                    self.conditions(fields, kind, &mut object, &item.conditions)?;
                    self.distinct(fields, kind, &mut object, &item.distinct)?;
                    self.agree(fields, &mut object, &item.alike)?;
                    if object.is_empty() {
                        let first = fields.first().ok_or("an item without fields")?;
                        object.insert(first.name.to_owned(), self.default(first)?);
                    }
                    if object.contains_key("date") {
                        let apart = item.distinct.iter().any(|path| path == "date");
                        let day = self.day.plus_days(if apart { i64::try_from(at).unwrap_or(0) } else { 0 });
                        let day = item.last_useful_day.map_or(day, |last| day.min(last));
                        object.insert("date".into(), day.to_string().into());
                    }
                    if item.in_turn {
                        let first = item.from.unwrap_or(self.day);
                        let day = first.plus_days(i64::try_from(at).unwrap_or(0)).to_string();
                        object.insert("from".into(), day.clone().into());
                        object.insert("to".into(), day.into());
                    }
                    items.push(Value::Object(object));
                }
                _ => {
                    let mut values: Vec<String> = self.codes(field.list);
                    for condition in &item.conditions {
                        match (condition.path.as_deref(), condition.test) {
                            (Some("value"), "is" | "in") => values.clone_from(&condition.values),
                            _ => return Err("a condition on plain values".into()),
                        }
                    }
                    let free: Vec<&String> = values.iter().filter(|value| !self.taken.contains(value)).collect();
                    let mut at = usize::try_from(at).unwrap_or(0);
                    if item.distinct.is_empty() {
                        at %= free.len().max(1);
                    }
                    let value = free.get(at).ok_or("not enough plain values are named")?;
                    items.push(json!(value));
                }
            }
        }
        Ok(items)
    }

    fn bare(&mut self, kind: &'static KindInfo) -> Result<Object, String> {
        let mut object = self.required(kind.fields, &["id", "package", "date", "kind"])?;
        object.insert("id".into(), self.fresh().into());
        object.insert("kind".into(), kind.name.into());
        object.insert("recorded_at".into(), self.day.to_string().into());
        if kind.family == Family::Register {
            object.insert("recorded_at".into(), self.ledger.contract().service_start.to_string().into());
        } else {
            object.insert("package".into(), self.ledger.plan().id.to_string().into());
            object.insert("date".into(), self.day.to_string().into());
            // Early enough for a window of hours.
            if field_of(kind.fields, "start").is_ok() {
                object.insert("start".into(), "00:00".into());
            }
        }
        Ok(object)
    }

    fn required(&mut self, fields: &'static [Field], except: &[&str]) -> Result<Object, String> {
        let mut object = Object::new();
        for field in fields.iter().filter(|field| field.required && !except.contains(&field.name)) {
            let value = self.default(field)?;
            object.insert(field.name.to_owned(), value);
        }
        Ok(object)
    }

    fn default(&mut self, field: &'static Field) -> Result<Value, String> {
        self.default_of(field, field.ty)
    }

    fn default_of(&mut self, field: &'static Field, ty: Type) -> Result<Value, String> {
        Ok(match ty {
            Type::Text | Type::Id | Type::Code if field.name == "package" => self.ledger.plan().id.to_string().into(),
            Type::Text => format!("文 {}", self.fresh()).into(),
            Type::Id => self.fresh().into(),
            Type::Code => self.codes(field.list).first().cloned().ok_or("a list without codes")?.into(),
            Type::Ref => self.refer(field)?.into(),
            Type::Whole | Type::Amount => json!(1),
            Type::Date => self.day.to_string().into(),
            Type::PartialDate => "1950-01-01".into(),
            Type::Time => "09:00".into(),
            Type::Period => self.day.to_string().get(..7).unwrap_or_default().into(),
            Type::YesNo => true.into(),
            Type::List(inner) => Value::Array(vec![self.default_of(field, *inner)?]),
            Type::Items(fields) => {
                let mut object = self.required(fields, &[])?;
                if let (true, Some(first)) = (object.is_empty(), fields.first()) {
                    let value = self.default(first)?;
                    object.insert(first.name.to_owned(), value);
                }
                Value::Array(vec![Value::Object(object)])
            }
        })
    }

    fn codes(&self, list: &str) -> Vec<String> {
        if let Some(fixed) = kind::fixed::find(list) {
            return fixed.codes.iter().map(|code| code.code.to_owned()).collect();
        }
        self.ledger.plan().codes.lists.get(list).into_iter().flatten().map(|entry| entry.code.to_string()).collect()
    }

    /// A new entry for a reference.
    fn refer(&mut self, field: &'static Field) -> Result<String, String> {
        let kind = field.to.iter().find_map(|name| kind::find(name)).ok_or("a reference to nothing")?;
        let object = self.bare(kind)?;
        let id = object["id"].as_str().unwrap_or_default().to_owned();
        self.registers.push((kind, object));
        Ok(id)
    }

    fn conditions(
        &mut self,
        fields: &'static [Field],
        kind: &'static KindInfo,
        object: &mut Object,
        conditions: &[ConditionAnswer],
    ) -> Result<(), String> {
        // Alternatives last, when what is fixed stands.
        let (alternatives, plain): (Vec<_>, Vec<_>) = conditions.iter().partition(|condition| condition.test == "any");
        for condition in plain.into_iter().chain(alternatives) {
            self.condition(fields, kind, object, condition)?;
        }
        Ok(())
    }

    fn condition(
        &mut self,
        fields: &'static [Field],
        kind: &'static KindInfo,
        object: &mut Object,
        condition: &ConditionAnswer,
    ) -> Result<(), String> {
        match (&condition.path, condition.test) {
            (Some(path), _) => self.path(fields, kind, object, path, condition),
            (None, "all") => self.conditions(fields, kind, object, &condition.parts),
            (None, "any") => {
                let mut reason = "no alternative".to_owned();
                for part in self.in_turn(&condition.parts) {
                    let (mut with, mut tried) = (self.clone(), object.clone());
                    match with.condition(fields, kind, &mut tried, part) {
                        Ok(()) if is_governed(kind, &tried) => reason = "a list governs its head count".to_owned(),
                        Ok(()) => {
                            (*self, *object) = (with, tried);
                            return Ok(());
                        }
                        Err(why) => reason = why,
                    }
                }
                Err(reason)
            }
            (None, "not") => {
                // One of its parts must fail.
                let mut reason = "a condition under `not`".to_owned();
                for part in self.in_turn(&condition.parts) {
                    let Some(opposite) = self.opposite(fields, object, part) else { continue };
                    let (mut with, mut tried) = (self.clone(), object.clone());
                    match with.condition(fields, kind, &mut tried, &opposite) {
                        Ok(()) => {
                            (*self, *object) = (with, tried);
                            return Ok(());
                        }
                        Err(why) => reason = why,
                    }
                }
                Err(reason)
            }
            (None, other) => Err(format!("a condition under `{other}`")),
        }
    }

    /// A condition that holds where this one does not, as far as one is at hand.
    fn opposite(&self, fields: &'static [Field], object: &Object, part: &ConditionAnswer) -> Option<ConditionAnswer> {
        let with = |test: &'static str, values: Vec<String>| Some(ConditionAnswer { test, values, ..part.clone() });
        let path = part.path.as_deref()?;
        let field = field_of(fields, path).ok()?;
        let flip = |cmp: &str| match cmp {
            "at_least" => "less_than",
            "more_than" => "at_most",
            "at_most" => "more_than",
            _ => "at_least",
        };
        match (part.test, field.ty) {
            ("is" | "in", Type::Code) => {
                let others: Vec<String> =
                    self.codes(field.list).into_iter().filter(|code| !part.values.contains(code)).collect();
                if others.is_empty() { None } else { with("in", others) }
            }
            ("is", Type::YesNo) => with("is", vec![(part.values != ["true"]).to_string()]),
            ("is", Type::Whole | Type::Amount) => with("more_than", part.values.clone()),
            ("at_least" | "more_than" | "at_most" | "less_than", _) => with(flip(part.test), part.values.clone()),
            ("exists", _) => with("exists", vec![(part.values != ["true"]).to_string()]),
            ("size", _) => match part.values.as_slice() {
                [cmp, n] => with("size", vec![flip(cmp).to_owned(), n.clone()]),
                _ => None,
            },
            ("some" | "contains_all", _) if !object.contains_key(path) => {
                Some(ConditionAnswer { parts: Vec::new(), ..with("exists", vec!["false".to_owned()])? })
            }
            _ => None,
        }
    }

    fn path(
        &mut self,
        fields: &'static [Field],
        kind: &'static KindInfo,
        object: &mut Object,
        path: &str,
        condition: &ConditionAnswer,
    ) -> Result<(), String> {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        if first == "age" && kind.name == "person" {
            let day = match condition.on {
                Some("service_start") => self.ledger.contract().service_start,
                Some("service_end") => self.ledger.contract().service_end,
                _ => self.day,
            };
            object.insert("_day".into(), day.to_string().into());
            return age(object, condition);
        }
        if first == "signature_persons" && condition.test == "size" {
            return self.signatures(kind, object, condition);
        }
        // Derived from these when nothing else is given.
        let first = match first {
            "score_total" => "score",
            "home" if kind.name == "visit" => "household",
            first => first,
        };
        if let Some(attribute) =
            self.ledger.plan().attributes.iter().find(|a| *a.id == *first && a.on.name == kind.name)
        {
            if matches!(attribute.ty, Type::Ref) {
                return Err("an attribute that refers".into());
            }
            let value = self.scalar(
                attribute.ty,
                &attribute.list.clone(),
                object.get("attributes").and_then(|a| a.get(first)).cloned(),
                condition,
            )?;
            let attributes = object.entry("attributes").or_insert_with(|| json!({}));
            match value {
                Some(value) => attributes[first] = value,
                None => drop(attributes.as_object_mut().and_then(|attributes| attributes.remove(first))),
            }
            return Ok(());
        }
        let field = field_of(fields, first)?;
        match (field.ty, rest) {
            (Type::Ref, _) if rest.is_some() || condition.test == "where" => {
                let id = match object.get(first).and_then(Value::as_str) {
                    Some(id) => id.to_owned(),
                    None => self.refer(field)?,
                };
                object.insert(first.to_owned(), id.clone().into());
                let at = self
                    .registers
                    .iter()
                    .position(|(_, known)| known["id"] == *id)
                    .ok_or("a condition on a record behind a reference")?;
                let (kind, mut behind) = self.registers[at].clone();
                match rest {
                    Some(rest) => self.path(kind.fields, kind, &mut behind, rest, condition)?,
                    None => self.conditions(kind.fields, kind, &mut behind, &condition.parts)?,
                }
                self.registers[at].1 = behind;
                Ok(())
            }
            (Type::Items(inner), _) if rest.is_some() || matches!(condition.test, "some" | "every") => {
                let fresh = self.required(inner, &[])?;
                let mut item = match object.get(first).and_then(|items| items.get(0)) {
                    Some(Value::Object(item)) => item.clone(),
                    _ => fresh,
                };
                match rest {
                    Some(rest) => self.path(inner, kind, &mut item, rest, condition)?,
                    None => self.conditions(inner, kind, &mut item, &condition.parts)?,
                }
                let mut items = object.get(first).and_then(Value::as_array).cloned().unwrap_or_default();
                let kept =
                    |old: &Value| old.as_object().is_some_and(|old| old.iter().all(|(k, v)| item.get(k) == Some(v)));
                // What another condition made of an item stays, and one more is made.
                let made = condition.test == "some" && self.made.contains(first);
                match items.first_mut() {
                    Some(first) if !made || kept(first) => *first = item.into(),
                    Some(_) => {
                        let mut item = self.required(inner, &[])?;
                        self.conditions(inner, kind, &mut item, &condition.parts)?;
                        items.push(item.into());
                    }
                    None => items.push(item.into()),
                }
                self.made.insert(first.to_owned());
                object.insert(first.to_owned(), items.into());
                Ok(())
            }
            (Type::Items(inner), None) if condition.test == "distinct" => {
                let (of, sizes) = condition.values.split_first().ok_or("different values of nothing")?;
                if sizes.iter().any(|word| matches!(word.as_str(), "at_most" | "less_than")) {
                    return Err("no more than so many different values".into());
                }
                let least = least_size(&ConditionAnswer { values: sizes.to_vec(), ..condition.clone() })?;
                let mut items = object.get(first).and_then(Value::as_array).cloned().unwrap_or_default();
                for _ in 0..least {
                    let mut item = self.required(inner, &[])?;
                    self.conditions(inner, kind, &mut item, &condition.parts)?;
                    // What the conditions put there stays, where it is not there already.
                    if item.get(of).is_none_or(|value| items.iter().any(|other| other.get(of) == Some(value))) {
                        let value = self.default(field_of(inner, of)?)?;
                        item.insert(of.clone(), value);
                    }
                    items.push(item.into());
                }
                self.made.insert(first.to_owned());
                object.insert(first.to_owned(), items.into());
                Ok(())
            }
            (Type::Items(_) | Type::List(_), None) => self.list(field, object, condition),
            (_, Some(_)) => Err(format!("a path through `{first}`")),
            (ty, None) => {
                let value = self.scalar_of(field, ty, object.get(first).cloned(), condition)?;
                match value {
                    Some(value) => drop(object.insert(first.to_owned(), value)),
                    None => drop(object.remove(first)),
                }
                Ok(())
            }
        }
    }

    /// So many different persons who signed.
    fn signatures(
        &mut self,
        kind: &'static KindInfo,
        object: &mut Object,
        condition: &ConditionAnswer,
    ) -> Result<(), String> {
        let least = least_size(condition)?;
        let field = field_of(kind.fields, "signatures")?;
        let Type::Items(fields) = field.ty else { return Err("no signatures".into()) };
        let mut items = object.get(field.name).and_then(Value::as_array).cloned().unwrap_or_default();
        while items.len() < least {
            let mut item = self.required(fields, &["person"])?;
            let person = self.default(field_of(fields, "person")?)?;
            item.insert("person".into(), person);
            items.push(item.into());
        }
        if !items.is_empty() {
            object.insert(field.name.to_owned(), items.into());
        }
        Ok(())
    }

    fn list(&mut self, field: &'static Field, object: &mut Object, condition: &ConditionAnswer) -> Result<(), String> {
        let value = match condition.test {
            "exists" if condition.values == ["true"] => match object.get(field.name) {
                Some(given) => given.clone(),
                None => self.default(field)?,
            },
            "exists" => {
                object.remove(field.name);
                return Ok(());
            }
            "contains_all" => json!(condition.values),
            "size" => {
                let n = least_size(condition)?;
                let mut items = object.get(field.name).and_then(Value::as_array).cloned().unwrap_or_default();
                while items.len() < n {
                    items.extend(self.default(field)?.as_array().cloned().unwrap_or_default());
                }
                items.into()
            }
            "some" | "every" => match condition.parts.as_slice() {
                [part] if part.path.as_deref() == Some("value") && matches!(part.test, "is" | "in") => {
                    json!([part.values.first()])
                }
                _ => return Err("a condition on plain values".into()),
            },
            "is" | "in" => json!([condition.values.first()]),
            other => return Err(format!("`{other}` on a list")),
        };
        object.insert(field.name.to_owned(), value);
        Ok(())
    }

    fn scalar_of(
        &mut self,
        field: &'static Field,
        ty: Type,
        now: Option<Value>,
        condition: &ConditionAnswer,
    ) -> Result<Option<Value>, String> {
        if condition.test == "exists" && condition.values == ["true"] {
            return Ok(Some(match now {
                Some(now) => now,
                None => self.default(field)?,
            }));
        }
        if field.name == "date" || field.name == "id" {
            return Err(format!("a condition on `{}`", field.name));
        }
        if matches!(ty, Type::Ref) {
            return Err("a certain entry must be referred to".into());
        }
        self.key = field.name.to_owned();
        self.fixed.insert(field.name.to_owned());
        self.scalar(ty, field.list, now, condition)
    }

    fn scalar(
        &mut self,
        ty: Type,
        list: &str,
        now: Option<Value>,
        condition: &ConditionAnswer,
    ) -> Result<Option<Value>, String> {
        if condition.field.is_some() {
            return Err("a comparison with another field".into());
        }
        let typed = |text: &str| -> Value {
            match ty {
                Type::Whole | Type::Amount => serde_json::from_str(text).unwrap_or(Value::Null),
                Type::YesNo => (text == "true").into(),
                _ => text.into(),
            }
        };
        let first = condition.values.first().map(String::as_str).unwrap_or_default();
        let number = |now: &Option<Value>| now.as_ref().and_then(Value::as_i64);
        Ok(Some(match condition.test {
            "exists" if first == "false" => return Ok(None),
            "exists" => now.unwrap_or_else(|| match ty {
                Type::Code => self.codes(list).first().cloned().unwrap_or_default().into(),
                Type::YesNo => true.into(),
                Type::Whole | Type::Amount => json!(1),
                Type::Date => self.day.to_string().into(),
                _ => "文".into(),
            }),
            "is" => typed(first),
            "in" if now.as_ref().is_some_and(|now| condition.values.iter().any(|value| typed(value) == *now)) => {
                now.unwrap_or_default()
            }
            "in" => {
                typed(condition.values.iter().find(|value| !self.taken.contains(value)).ok_or("every value is taken")?)
            }
            "at_or_above" => first.into(),
            "at_most" if first == "$as_of" => self.day.to_string().into(),
            test if matches!(ty, Type::Whole | Type::Amount) => {
                let wanted = first.split('.').next().and_then(|n| n.parse::<i64>().ok()).ok_or("a number")?;
                let now = number(&now).unwrap_or(if matches!(test, "at_least" | "more_than") {
                    0
                } else {
                    wanted - i64::from(test == "less_than")
                });
                let value = match test {
                    "at_least" => now.max(if first.contains('.') { wanted + 1 } else { wanted }),
                    "more_than" => now.max(wanted + 1),
                    "at_most" => now.min(wanted),
                    _ => now.min(wanted - 1),
                };
                if value < 0 {
                    return Err("less than nothing".into());
                }
                json!(value)
            }
            other => return Err(format!("`{other}` on a {ty:?}")),
        }))
    }

    /// What several must agree in has to be there.
    fn agree(&mut self, fields: &'static [Field], object: &mut Object, paths: &[String]) -> Result<(), String> {
        for path in paths.iter().filter(|path| !object.contains_key(*path)).collect::<Vec<_>>() {
            let field = field_of(fields, path)?;
            let value = match field.ty {
                Type::Ref => return Err("a certain entry must be referred to".into()),
                _ => self.default(field)?,
            };
            object.insert(path.clone(), value);
        }
        Ok(())
    }

    /// What must differ: a new value in every record.
    fn distinct(
        &mut self,
        fields: &'static [Field],
        kind: &'static KindInfo,
        object: &mut Object,
        paths: &[String],
    ) -> Result<(), String> {
        let mut free = false;
        for path in paths {
            let first = path.split('.').next().unwrap_or_default();
            if path == "date" || first == kind.name {
                free = true;
                continue;
            }
            if matches!(path.as_str(), "title_key" | "donor_key" | "home") {
                let name = match path.as_str() {
                    "home" => "household",
                    "donor_key" => "donor",
                    _ => "title",
                };
                let field = field_of(fields, name)?;
                if name != "household" || !object.contains_key(name) {
                    let value = self.default(field)?;
                    object.insert(name.to_owned(), value);
                }
                free = true;
                continue;
            }
            let field = field_of(fields, first)?;
            match field.ty {
                Type::Text | Type::Id => {
                    let value = self.default(field)?;
                    object.insert(first.to_owned(), value);
                    free = true;
                }
                Type::Ref if path.contains('.') => return Err("different values behind a reference".into()),
                Type::Ref => {
                    if !object.contains_key(first) {
                        let id = self.refer(field)?;
                        object.insert(first.to_owned(), id.into());
                    }
                    free = true;
                }
                Type::Code => {
                    let given = object.get(first).and_then(Value::as_str).map(str::to_owned);
                    let value = match given {
                        Some(value) if paths.len() == 1 && !self.taken.contains(&value) => value,
                        Some(_) if paths.len() == 1 && self.fixed.contains(first) => {
                            return Err("the code is taken".into());
                        }
                        Some(value) if self.fixed.contains(first) => value,
                        _ if paths.len() > 1 => {
                            let codes = self.codes(field.list);
                            let at = usize::try_from(self.turn / self.length.max(1)).unwrap_or(0) % codes.len().max(1);
                            codes.get(at).cloned().ok_or("a list without codes")?
                        }
                        _ => self
                            .codes(field.list)
                            .into_iter()
                            .find(|code| !self.taken.contains(code))
                            .ok_or("every code is taken")?,
                    };
                    object.insert(first.to_owned(), value.clone().into());
                    if paths.len() == 1 {
                        self.taken.push(value);
                        free = true;
                    }
                }
                Type::Date => {
                    // A day by which nothing is placed may lie beyond the window.
                    let turn = i64::try_from(self.turn - self.turn % self.length.max(1)).unwrap_or(0);
                    object.insert(first.to_owned(), self.day.plus_days(turn).to_string().into());
                    free = true;
                }
                Type::List(Type::Ref) if object.contains_key(first) => free = true,
                Type::List(Type::Ref) => {
                    let value = self.default(field)?;
                    object.insert(first.to_owned(), value);
                    free = true;
                }
                _ => {}
            }
        }
        if paths.is_empty() || free { Ok(()) } else { Err(format!("different values of {}", paths.join(", "))) }
    }

    /// With a birth date for the age that was asked for.
    fn finished(&self, mut object: Object) -> Value {
        let (least, most, day) = (object.remove("_least"), object.remove("_most"), object.remove("_day"));
        if let Some(most) = most.and_then(|most| most.as_i64()) {
            let least = least.and_then(|least| least.as_i64()).unwrap_or(0);
            // Two years within both bounds where there is room, so that the service may last.
            let age = if most < 110 { (most - 2).max(least) } else { least + 1 };
            let day = day.as_ref().and_then(Value::as_str).unwrap_or_default();
            let year: i64 = day.get(..4).and_then(|year| year.parse().ok()).unwrap_or(2024);
            object.insert("birth_date".into(), format!("{}-01-01", year - age).into());
        }
        Value::Object(object)
    }

    /// Names members or containers.
    fn link(
        &mut self,
        kind: &'static KindInfo,
        item: &WorkItem,
        object: &mut Object,
        parents: &[String],
    ) -> Result<(), String> {
        if parents.is_empty() {
            return Ok(());
        }
        let [by] = item.by.as_slice() else { return Err("a member's own list, or several members at once".into()) };
        let by = by.strip_prefix(kind.name).and_then(|by| by.strip_prefix('.')).unwrap_or(by);
        let field = field_of(kind.fields, by)?;
        if parents.iter().any(|id| id.contains('/')) {
            return Err("a member that is an item".into());
        }
        match field.ty {
            Type::Ref => {
                let [parent] = parents else { return Err("one reference for several".into()) };
                object.insert(by.to_owned(), parent.clone().into());
            }
            Type::List(_) => {
                let given = object.get(by).and_then(Value::as_array).cloned().unwrap_or_default();
                let named = parents.iter().map(|parent| json!(parent));
                // What the conditions made of the list stays.
                let all: Vec<Value> = named.chain(given.into_iter().skip(parents.len())).collect();
                object.insert(by.to_owned(), all.into());
            }
            Type::Items(fields) => {
                let mut items = Vec::new();
                for parent in parents {
                    let known = self.ledger.entries().iter().find(|entry| entry.id() == &**parent);
                    let kind = known.map_or("", |entry| entry.kind().name);
                    let made = self.registers.iter().find(|(_, object)| object["id"] == **parent);
                    let kind = made.map_or(kind, |(kind, _)| kind.name);
                    let names = fields
                        .iter()
                        .find(|field| field.to.contains(&kind))
                        .ok_or_else(|| format!("no field for this kind of member: {by} of {kind} {parent}"))?;
                    let mut entry = self.required(fields, &[])?;
                    entry.insert(names.name.to_owned(), parent.clone().into());
                    items.push(Value::Object(entry));
                }
                if let Some(Value::Array(given)) = object.get(by)
                    && item.list == Some(by)
                {
                    return if given.is_empty() { Ok(()) } else { Err("the counted items name the member".into()) };
                }
                // What the conditions made of the list stays.
                let given = object.get(by).and_then(Value::as_array).cloned().unwrap_or_default();
                let replaced = if self.made.contains(by) { 0 } else { items.len() };
                items.extend(given.into_iter().skip(replaced));
                object.insert(by.to_owned(), items.into());
            }
            _ => {
                // Equal values instead of a reference.
                let mut values = BTreeSet::new();
                for parent in parents {
                    let known = self.ledger.entries().iter().find(|entry| entry.id() == &**parent);
                    let known = known.and_then(|entry| serde_json::from_str::<Value>(&entry.canonical()).ok());
                    let value = known.and_then(|entry| entry.get(by).cloned());
                    let value = value.or_else(|| self.values.get(parent)?.get(by).cloned());
                    values.insert(value.ok_or("equal values instead of a reference")?.to_string());
                }
                let (Some(value), 1) = (values.first(), values.len()) else {
                    return Err("one value for several".into());
                };
                object.insert(by.to_owned(), serde_json::from_str(value).map_err(|_| "equal values")?);
            }
        }
        Ok(())
    }

    /// Puts a record into its window.
    fn place(&mut self, kind: &'static KindInfo, item: &WorkItem, object: &mut Object) -> Result<(), String> {
        let Some(first) = item.placed_by.first() else { return Ok(()) };
        if let (Some(list), false) = (item.list, first.starts_with(&format!("{}.", kind.name))) {
            // A field of the items places each of them.
            for item in object.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
                if item.get(first).is_none() {
                    item[first] = self.day.to_string().into();
                }
            }
            return Ok(());
        }
        let first = &stripped_path(first, kind.name);
        if first == "date" {
            return Ok(());
        }
        let field = field_of(kind.fields, first)?;
        match (field.ty, &item.window) {
            (Type::Date, _) => drop(object.insert(first.clone(), self.day.to_string().into())),
            (Type::Period, Some(window)) if window.len() < 10 => {
                drop(object.insert(first.clone(), window.clone().into()))
            }
            (Type::Period, None) => {
                let day = item.period.map_or(self.day, |period| self.day.clamp(period.from, period.to));
                let month = day.to_string().get(..7).unwrap_or_default().to_owned();
                drop(object.insert(first.clone(), month.into()));
            }
            _ => return Err("placed by a period without a name".into()),
        }
        Ok(())
    }
}

/// The fewest items that a condition on a list's size allows.
fn least_size(condition: &ConditionAnswer) -> Result<usize, String> {
    let mut n = 0usize;
    for pair in condition.values.chunks(2) {
        let number: usize = pair.get(1).and_then(|n| n.parse().ok()).ok_or("a size")?;
        match pair.first().map(String::as_str) {
            Some("at_least") => n = n.max(number),
            Some("more_than") => n = n.max(number + 1),
            _ if n <= number => {}
            _ => return Err("sizes that exclude each other".into()),
        }
    }
    Ok(n)
}

fn field_of(fields: &'static [Field], name: &str) -> Result<&'static Field, String> {
    fields.iter().find(|field| field.name == name).ok_or_else(|| format!("no plain field `{name}`"))
}

/// The field of the holder by which an item is told apart.
fn holder_path(path: &str, kind: &str) -> Option<String> {
    path.strip_prefix(kind)?.strip_prefix('.').map(str::to_owned)
}

/// What one of several records brings of an amount, within what the conditions on the number let it be.
fn piece(item: &WorkItem, field: &str, amount: f64, at: u64) -> Result<f64, String> {
    let step = if is_whole(item, field) { 1.0 } else { 0.01 };
    let (mut least, mut most) = (0.0f64, f64::INFINITY);
    for condition in item.conditions.iter().filter(|condition| condition.path.as_deref() == Some(field)) {
        let values: Result<Vec<f64>, _> = condition.values.iter().map(|value| value.parse::<f64>()).collect();
        let values = values.map_err(|_| "a number")?;
        let first = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        match condition.test {
            "is" | "in" => (least, most) = (first, first),
            "at_least" => least = least.max(first),
            "more_than" => least = least.max(first + 1.0),
            "at_most" => most = most.min(first),
            "less_than" => most = most.min(first - step),
            _ => {}
        }
    }
    // In equal parts, unless the conditions on the number say how much each may bring.
    let equal = ((amount + f64::from(u8::from(item.exceed))) / item.n as f64).ceil();
    let most = if most.is_infinite() && item.n > 1 { equal } else { most };
    let left = amount - most * at as f64;
    Ok(if item.n == 1 {
        amount.min(most).max(least)
    } else if item.exceed {
        most
    } else {
        left.min(most).max(least)
    })
}

fn is_whole(item: &WorkItem, field: &str) -> bool {
    let fields = kind::find(item.kind).map(|kind| kind.fields).unwrap_or_default();
    let list = item.list.and_then(|list| field_of(fields, list).ok());
    let fields = match list.map(|list| list.ty) {
        Some(Type::Items(inner)) => inner,
        _ => fields,
    };
    field_of(fields, field).is_ok_and(|field| matches!(field.ty, Type::Whole))
}

fn stripped_path(path: &str, kind: &str) -> String {
    path.strip_prefix(kind).and_then(|path| path.strip_prefix('.')).unwrap_or(path).to_owned()
}

/// A condition on the record that holds an item.
fn stripped(condition: &ConditionAnswer, kind: &str) -> Option<ConditionAnswer> {
    match &condition.path {
        Some(path) => {
            let path = path.strip_prefix(kind)?.strip_prefix('.')?.to_owned();
            Some(ConditionAnswer { path: Some(path), ..condition.clone() })
        }
        None => {
            let parts: Option<Vec<_>> = condition.parts.iter().map(|part| stripped(part, kind)).collect();
            Some(ConditionAnswer { parts: parts?, ..condition.clone() })
        }
    }
}

/// A condition on nothing behind a reference.
fn names_nothing(condition: &ConditionAnswer) -> bool {
    condition.path.as_ref().is_some_and(|path| !path.contains('.')) && condition.parts.is_empty()
}

/// The first that stands below a quotient, and as much above it as its rate wants.
fn first_of_all(item: &WorkItem, object: &mut Object) -> Result<(), String> {
    let rate: f64 = item.rate.and_then(|rate| rate.to_string().parse().ok()).ok_or("an amount that is no decimal")?;
    if item.kind == "satisfaction_survey" {
        object.insert("valid".into(), 10.into());
        object.insert("satisfied".into(), 10.into());
    } else {
        object.insert("headcount".into(), (rate.ceil() as i64 + 1).into());
    }
    Ok(())
}

/// No more are satisfied than answered, and no more answered than were asked.
fn within_answers(kind: &'static KindInfo, object: &mut Object) {
    let mut least = 0;
    for field in ["satisfied", "valid", "sent"].iter().filter(|_| kind.name == "satisfaction_survey") {
        let Some(stated) = object.get(*field).and_then(Value::as_i64) else { continue };
        least = least.max(stated);
        object.insert((*field).to_owned(), least.into());
    }
}

/// Narrows the age of a person; [`finished`] makes a birth date of it.
fn age(object: &mut Object, condition: &ConditionAnswer) -> Result<(), String> {
    let wanted: i64 = condition.values.first().and_then(|n| n.parse().ok()).ok_or("an age")?;
    let get = |object: &Object, key: &str, other: i64| object.get(key).and_then(Value::as_i64).unwrap_or(other);
    let (mut least, mut most) = (get(object, "_least", 0), get(object, "_most", 110));
    match condition.test {
        "at_least" => least = least.max(wanted),
        "more_than" => least = least.max(wanted + 1),
        "at_most" => most = most.min(wanted),
        "less_than" => most = most.min(wanted - 1),
        "is" => (least, most) = (least.max(wanted), most.min(wanted)),
        other => return Err(format!("`{other}` on an age")),
    }
    if least > most {
        return Err("ages that exclude each other".into());
    }
    object.insert("_least".into(), least.into());
    object.insert("_most".into(), most.into());
    Ok(())
}

/// A participant list with roles makes an activity's headcount another than the one that is asked for.
fn is_governed(kind: &'static KindInfo, object: &Object) -> bool {
    let (Some(headcount), Some(list)) = (object.get("headcount"), object.get("participants")) else { return false };
    let list = list.as_array().map_or(&[][..], Vec::as_slice);
    let stated = headcount.as_u64().and_then(|stated| usize::try_from(stated).ok());
    kind.name == "activity" && list.iter().any(|item| item.get("role").is_some()) && stated != Some(list.len())
}
