//! Records out of proposed work: an entry that satisfies a work item's conditions, with the
//! register entries that it refers to. What cannot be built this way is an `Err` with the reason.

use jiexiang::Ledger;
use jiexiang::kind::{self, Family, Field, KindInfo, Type};
use jiexiang::remaining::{Action, ConditionAnswer, WorkItem};
use jiexiang::time::Date;
use serde_json::{Map, Value, json};

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
        Self { ledger, registers: Vec::new(), next: seed * 100_000, day, taken: Vec::new(), key: String::new() }
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
            Action::Add | Action::Amount | Action::Complete | Action::Open => {}
            Action::Cover => {
                return Err("covering days is an interval in a register or record, not a number of records".into());
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
        } else if item.list.is_some() {
            records.push(vec![self.record(item, 0, item.n, &item.members, &item.containers)?]);
        } else {
            for at in 0..item.n {
                records.push(vec![self.record(item, at, 1, &item.members, &item.containers)?]);
            }
        }
        let mut left: Vec<Value> =
            std::mem::take(&mut self.registers).into_iter().map(|(_, object)| finished(object)).collect();
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

    fn container(&mut self, item: &WorkItem, at: u64) -> Result<Vec<Value>, String> {
        let mut group = vec![self.record(item, at, 1, &item.members, &[])?];
        let id = group[0]["id"].as_str().unwrap_or_default().to_owned();
        for inside in &item.inside {
            if inside.action != Action::Add {
                return Err("a new container must hold an amount".into());
            }
            self.taken.clear();
            if inside.by.is_empty() {
                let list = inside.list.ok_or("a container holds entries that do not name it")?;
                let kind = kind::find(item.kind).ok_or("kind")?;
                let items = self.items(inside, kind, list, inside.n)?;
                group[0][list] = items.into();
            } else if inside.list.is_some() {
                group.push(self.record(inside, 0, inside.n, &[], std::slice::from_ref(&id))?);
            } else {
                // What other items of the container bring is made there.
                for at in 0..inside.n.saturating_sub(inside.shared) {
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
        let mut object = self.bare(kind)?;
        if item.list.is_none() {
            self.conditions(kind.fields, kind, &mut object, &item.conditions)?;
            self.distinct(kind.fields, kind, &mut object, &item.distinct)?;
        }
        if let Some(list) = item.list {
            let own = |condition: &&ConditionAnswer| stripped(condition, kind.name).is_none();
            let of_holder: Vec<ConditionAnswer> =
                item.conditions.iter().filter_map(|condition| stripped(condition, kind.name)).collect();
            self.conditions(kind.fields, kind, &mut object, &of_holder)?;
            let conditions: Vec<ConditionAnswer> = item.conditions.iter().filter(own).cloned().collect();
            let inner = WorkItem { conditions, ..item.clone() };
            let items = self.items(&inner, kind, list, n)?;
            object.insert(list.to_owned(), items.into());
        }
        if let (Some(amount), Some(field)) = (item.amount, &item.field) {
            let amount: f64 = amount.to_string().parse().map_err(|_| "an amount that is no decimal")?;
            let amount = if item.exceed { amount + 1.0 } else { amount };
            let value = serde_json::Number::from_f64(amount).map(Value::Number).unwrap_or_default();
            let value = if amount.fract() == 0.0 { json!(amount as i64) } else { value };
            if field.ends_with(".headcount") {
                return Err("a list governs its head count".into());
            }
            let of_holder = field.strip_prefix(kind.name).and_then(|field| field.strip_prefix('.'));
            match (item.list, of_holder) {
                (Some(list), None) => {
                    let first = object.get_mut(list).and_then(|items| items.get_mut(0)).and_then(Value::as_object_mut);
                    first.ok_or("no plain field of an item")?.insert(field.clone(), value);
                }
                (_, holder) => drop(object.insert(holder.unwrap_or(field).to_owned(), value)),
            }
        }
        for rule in &item.rules {
            // A rule for other entries of the kind may ask what this one cannot have.
            let (mut with, mut tried) = (self.clone(), object.clone());
            if with.conditions(kind.fields, kind, &mut tried, &rule.need).is_ok() {
                (*self, object) = (with, tried);
            }
        }
        for parents in [members, containers] {
            self.link(kind, item, &mut object, parents)?;
        }
        self.place(kind, item, &mut object)?;
        Ok(finished(object))
    }

    fn items(&mut self, item: &WorkItem, kind: &'static KindInfo, list: &str, n: u64) -> Result<Vec<Value>, String> {
        let field = field_of(kind.fields, list)?;
        let mut items = Vec::new();
        for at in 0..n {
            match field.ty {
                Type::Items(fields) => {
                    let mut object = self.required(fields)?;
                    self.conditions(fields, kind, &mut object, &item.conditions)?;
                    self.distinct(fields, kind, &mut object, &item.distinct)?;
                    if object.is_empty() {
                        let first = fields.first().ok_or("an item without fields")?;
                        object.insert(first.name.to_owned(), self.default(first)?);
                    }
                    if object.contains_key("date") {
                        object.insert("date".into(), self.day.to_string().into());
                    }
                    items.push(Value::Object(object));
                }
                _ => {
                    let mut values: Vec<String> = Vec::new();
                    for condition in &item.conditions {
                        match (condition.path.as_deref(), condition.test) {
                            (Some("value"), "is" | "in") => values.clone_from(&condition.values),
                            _ => return Err("a condition on plain values".into()),
                        }
                    }
                    let free: Vec<&String> = values.iter().filter(|value| !self.taken.contains(value)).collect();
                    let value =
                        free.get(usize::try_from(at).unwrap_or(0)).ok_or("not enough plain values are named")?;
                    items.push(json!(value));
                }
            }
        }
        Ok(items)
    }

    fn bare(&mut self, kind: &'static KindInfo) -> Result<Object, String> {
        let mut object = self.required(kind.fields)?;
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

    fn required(&mut self, fields: &'static [Field]) -> Result<Object, String> {
        let mut object = Object::new();
        for field in
            fields.iter().filter(|field| field.required && !matches!(field.name, "id" | "package" | "date" | "kind"))
        {
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
                let mut object = self.required(fields)?;
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

    /// A new register entry for a reference.
    fn refer(&mut self, field: &'static Field) -> Result<String, String> {
        let kind = field.to.iter().find_map(|name| kind::find(name)).ok_or("a reference to nothing")?;
        if kind.family != Family::Register {
            // Any record of the kind will do.
            let known = self.ledger.entries().iter().find(|entry| entry.kind.name == kind.name);
            return known
                .map(|entry| entry.id.to_string())
                .ok_or_else(|| format!("refers to a {}, and there is none", kind.name));
        }
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
                for part in &condition.parts {
                    let (mut with, mut tried) = (self.clone(), object.clone());
                    match with.condition(fields, kind, &mut tried, part) {
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
            return age(object, condition);
        }
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
                let fresh = self.required(inner)?;
                let mut item = match object.get(first).and_then(|items| items.get(0)) {
                    Some(Value::Object(item)) => item.clone(),
                    _ => fresh,
                };
                match rest {
                    Some(rest) => self.path(inner, kind, &mut item, rest, condition)?,
                    None => self.conditions(inner, kind, &mut item, &condition.parts)?,
                }
                let mut items = object.get(first).and_then(Value::as_array).cloned().unwrap_or_default();
                match items.first_mut() {
                    Some(first) => *first = item.into(),
                    None => items.push(item.into()),
                }
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
            "in" => {
                typed(condition.values.iter().find(|value| !self.taken.contains(value)).ok_or("every value is taken")?)
            }
            "at_or_above" => first.into(),
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
            if matches!(path.as_str(), "title_key" | "home") {
                let name = if path == "home" { "household" } else { "title" };
                let field = field_of(fields, name)?;
                let value = self.default(field)?;
                object.insert(name.to_owned(), value);
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
                    free |= field
                        .to
                        .iter()
                        .any(|name| kind::find(name).is_some_and(|kind| kind.family == Family::Register));
                }
                Type::Code => {
                    let given = object.get(first).and_then(Value::as_str).map(str::to_owned);
                    let value = match given {
                        Some(value) if !self.taken.contains(&value) => value,
                        Some(_) => return Err("the code is taken".into()),
                        None => self
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
                _ => {}
            }
        }
        if paths.is_empty() || free { Ok(()) } else { Err(format!("different values of {}", paths.join(", "))) }
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
            Type::List(_) => drop(object.insert(by.to_owned(), json!(parents))),
            Type::Items(fields) => {
                let mut items = Vec::new();
                for parent in parents {
                    let known = self.ledger.entries().iter().find(|entry| *entry.id == **parent);
                    let kind = known.map_or("", |entry| entry.kind.name);
                    let made = self.registers.iter().find(|(_, object)| object["id"] == **parent);
                    let kind = made.map_or(kind, |(kind, _)| kind.name);
                    let names = fields
                        .iter()
                        .find(|field| field.to.contains(&kind))
                        .ok_or("no field for this kind of member")?;
                    let mut entry = self.required(fields)?;
                    entry.insert(names.name.to_owned(), parent.clone().into());
                    items.push(Value::Object(entry));
                }
                if let Some(Value::Array(given)) = object.get(by)
                    && item.list == Some(by)
                {
                    return if given.is_empty() { Ok(()) } else { Err("the counted items name the member".into()) };
                }
                object.insert(by.to_owned(), items.into());
            }
            _ => return Err("equal values instead of a reference".into()),
        }
        Ok(())
    }

    /// Puts a record into its window.
    fn place(&mut self, kind: &'static KindInfo, item: &WorkItem, object: &mut Object) -> Result<(), String> {
        let Some(first) = item.placed_by.first() else { return Ok(()) };
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
            _ => return Err("placed by a period without a name".into()),
        }
        Ok(())
    }
}

fn field_of(fields: &'static [Field], name: &str) -> Result<&'static Field, String> {
    fields.iter().find(|field| field.name == name).ok_or_else(|| format!("no plain field `{name}`"))
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

fn finished(mut object: Object) -> Value {
    let (least, most) = (object.remove("_least"), object.remove("_most"));
    if let Some(most) = most.and_then(|most| most.as_i64()) {
        let least = least.and_then(|least| least.as_i64()).unwrap_or(0);
        // Two years within both bounds where there is room, so that the service may last.
        let age = if most < 110 { (most - 2).max(least) } else { least + 1 };
        object.insert("birth_date".into(), format!("{}-01-01", 2024 - age).into());
    }
    Value::Object(object)
}
