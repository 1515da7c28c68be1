//! FORMAT section 5: outcomes and how they are combined.

use super::JudgedCell;
use super::date::day_of;
use super::having::sources;
use super::kinds::is_register;
use super::measure::{Span, can_fall};
use super::number::{Number, whole};
use super::source::{Cell, parts};
use super::truth::Truth;
use super::window::Window;
use super::world::{Element, World, contains};
use chrono::NaiveDate;
use serde_json::Value;

/// The chain `not_met < open < unknown < met`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Missed.
    NotMet,
    /// Time remains.
    Open,
    /// Data are missing.
    Unknown,
    /// Reached.
    Met,
}

/// What became of a requirement, a part or a cell.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The outcome.
    pub outcome: Outcome,
    /// Open, and it holds now.
    pub holding: bool,
    /// Whether it holds now, whatever time remains.
    pub now: Truth,
    /// It cannot be reached.
    pub infeasible: bool,
    /// The day of the first certain element that counts.
    pub first: Option<NaiveDate>,
    /// The day on which it came to be met.
    pub met: Option<NaiveDate>,
    /// The value, of one cell of a leaf.
    pub span: Option<Span>,
    /// Share done.
    pub fraction: Number,
    /// What counts, by name.
    pub counted: Vec<String>,
    /// The cells, when there is a quantifier or a period.
    pub cells: Vec<JudgedCell>,
}

impl Outcome {
    /// Its word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Met => "met",
            Outcome::Open => "open",
            Outcome::Unknown => "unknown",
            Outcome::NotMet => "not_met",
        }
    }
}

impl Verdict {
    fn plain(outcome: Outcome, now: Truth) -> Verdict {
        Verdict {
            outcome,
            holding: false,
            now,
            infeasible: false,
            first: None,
            met: None,
            span: None,
            fraction: whole(0),
            counted: Vec::new(),
            cells: Vec::new(),
        }
    }

    fn is_held(&self) -> bool {
        self.outcome == Outcome::Met || self.holding
    }
}

impl World {
    /// The verdict on a requirement named by its id.
    #[must_use]
    pub fn verdict(&self, id: &str) -> Option<Verdict> {
        let requirements = super::package::requirements(&self.package);
        let requirement = requirements.iter().find(|r| r["id"] == id)?;
        Some(self.judge(requirement, None))
    }

    /// Judges a requirement, or a part of one inside its parent's cell.
    #[must_use]
    pub fn judge(&self, requirement: &Value, outer: Option<&Cell>) -> Verdict {
        let judged = self.judge_cells(requirement, outer);
        let Some(waiver) = self.waiver(requirement, None) else { return judged };
        let mut verdict = Verdict::plain(Outcome::Met, Truth::Yes);
        verdict.met = self.own_date(&waiver);
        verdict.fraction = whole(1);
        // What was done is still listed.
        verdict.counted = judged.counted;
        verdict.cells = judged.cells;
        verdict
    }

    fn judge_cells(&self, requirement: &Value, outer: Option<&Cell>) -> Verdict {
        let cells = self.cells(requirement, outer);
        let mut judged = Vec::new();
        let mut any_sure = false;
        let mut waived = 0;
        let mut waived_on: Option<NaiveDate> = None;
        let mut fractions = Vec::new();
        let mut counted: Vec<String> = Vec::new();
        let mut named = Vec::new();
        for (cell, owed) in &cells {
            let mut verdict = self.in_cell(requirement, cell);
            counted.extend(verdict.counted.clone());
            if let Some(waiver) = self.waiver(requirement, Some(cell)) {
                waived += 1;
                waived_on = waived_on.max(self.own_date(&waiver));
                fractions.push(whole(1));
                named.push(self.judged_cell(cell, None, &verdict));
                continue;
            }
            fractions.push(verdict.fraction);
            if *owed == Truth::Yes {
                any_sure = true;
            } else {
                // Perhaps not owed at all: only what holds either way is certain.
                verdict.now = verdict.now.max(Truth::Maybe);
                if !verdict.is_held() {
                    verdict.outcome = Outcome::Unknown;
                }
            }
            let outcome = (verdict.outcome.name().to_owned(), verdict.holding);
            named.push(self.judged_cell(cell, Some(outcome), &verdict));
            judged.push(verdict);
        }
        let mut verdict = if cells.is_empty() {
            Verdict::plain(Outcome::Unknown, Truth::Maybe)
        } else if judged.is_empty() {
            Verdict::plain(Outcome::Met, Truth::Yes)
        } else {
            all_of(&judged)
        };
        if !judged.is_empty() && !any_sure && waived == 0 {
            verdict.now = verdict.now.min(Truth::Maybe);
            if verdict.outcome == Outcome::Met {
                verdict.outcome = Outcome::Unknown;
            }
        }
        if verdict.outcome == Outcome::Met {
            verdict.met = verdict.met.max(waived_on);
        } else {
            verdict.met = None;
        }
        if cells.len() > 1 || judged.len() != 1 {
            verdict.span = None;
        }
        verdict.fraction = mean(&fractions);
        verdict.counted = in_order(counted);
        if !requirement["each"].is_null() || !requirement["window"]["each"].is_null() {
            // Members come in the order of the entries, which says nothing.
            named.sort();
            verdict.cells = named;
        }
        self.check(requirement, &mut verdict);
        if verdict.outcome == Outcome::Met || verdict.outcome == Outcome::Unknown {
            verdict.infeasible = false;
        }
        verdict
    }

    fn judged_cell(&self, cell: &Cell, outcome: Option<(String, bool)>, verdict: &Verdict) -> JudgedCell {
        JudgedCell {
            members: cell.members.iter().map(|member| self.name(member)).collect(),
            window: cell.window.name.clone(),
            outcome,
            counted: verdict.counted.clone(),
        }
    }

    /// The leaf's own value, or the combination of the parts.
    fn in_cell(&self, requirement: &Value, cell: &Cell) -> Verdict {
        let mut parts = Vec::new();
        for key in ["all_of", "any_of"] {
            for part in requirement[key].as_array().into_iter().flatten() {
                parts.push(self.judge(part, Some(cell)));
            }
        }
        if requirement["all_of"].is_array() {
            return all_of(&parts);
        }
        if requirement["any_of"].is_array() {
            return any_of(&parts);
        }
        self.table(requirement, cell)
    }

    /// The table of section 5.
    fn table(&self, requirement: &Value, cell: &Cell) -> Verdict {
        let window = &cell.window;
        if window.missing {
            let over = self.as_of >= self.end;
            let mut verdict = if over {
                Verdict::plain(Outcome::NotMet, Truth::No)
            } else {
                Verdict::plain(Outcome::Unknown, Truth::Maybe)
            };
            // Perhaps anything in the service counts, and nothing for sure.
            verdict.counted = in_order(self.what_counts(&requirement["measure"], cell));
            return verdict;
        }
        let measure = &requirement["measure"];
        let target = &requirement["target"];
        let span = self.measure(measure, cell, None);
        let now = self.against(target, &span, cell);
        let upper = !target["at_most"].is_null() || !target["less_than"].is_null();
        let falls = can_fall(measure);
        let (mut outcome, mut holding) = match (now, window.over) {
            (Truth::Maybe, _) => (Outcome::Unknown, false),
            (Truth::Yes, true) => (Outcome::Met, false),
            (Truth::No, true) => (Outcome::NotMet, false),
            (Truth::Yes, false) if falls || upper => (Outcome::Open, true),
            (Truth::Yes, false) => (Outcome::Met, false),
            (Truth::No, false) if upper && !falls => (Outcome::NotMet, false),
            (Truth::No, false) => (Outcome::Open, false),
        };
        if !window.over && !window.begun {
            (outcome, holding) = (Outcome::Open, false);
        }
        if window.infeasible {
            // Beside open and not_met only: nothing can be reached in it.
            holding = false;
            outcome = if window.over { Outcome::NotMet } else { Outcome::Open };
        }
        let mut verdict = Verdict::plain(outcome, now);
        verdict.holding = holding;
        verdict.infeasible = window.infeasible;
        verdict.first = self.first_day(measure, cell);
        if outcome == Outcome::Met {
            verdict.met = if falls || upper { window.last } else { self.met_day(requirement, cell) };
        }
        verdict.fraction = self.share(requirement, &span, cell, verdict.is_held());
        verdict.counted = in_order(self.what_counts(measure, cell));
        verdict.span = Some(span);
        verdict
    }

    fn days(&self, measure: &Value, cell: &Cell, sure: bool) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        for source in sources(measure) {
            for part in parts(source) {
                for counted in self.counted(part, cell, None, false) {
                    let keyed = counted.heads.is_none() && self.has_key(part, &counted.element);
                    if !sure || (counted.truth == Truth::Yes && keyed) {
                        days.extend(counted.day);
                    }
                }
            }
        }
        days.sort_unstable();
        days
    }

    fn first_day(&self, measure: &Value, cell: &Cell) -> Option<NaiveDate> {
        let counted = if measure["ratio"].is_object() { &measure["ratio"]["of"] } else { measure };
        self.days(counted, cell, true).first().copied()
    }

    /// The first day up to which enough was certain.
    fn met_day(&self, requirement: &Value, cell: &Cell) -> Option<NaiveDate> {
        let mut days = self.days(&requirement["measure"], cell, false);
        days.insert(0, cell.window.first);
        days.sort_unstable();
        for day in days {
            let span = self.measure(&requirement["measure"], cell, Some(day));
            if self.against(&requirement["target"], &span, cell) == Truth::Yes {
                return Some(day.max(cell.window.first));
            }
        }
        None
    }

    /// One cell per combination of members × window period, with whether it is owed.
    fn cells(&self, requirement: &Value, outer: Option<&Cell>) -> Vec<(Cell, Truth)> {
        let id = requirement["id"].as_str().unwrap_or("").to_owned();
        let quantifiers: Vec<&Value> = match &requirement["each"] {
            Value::Array(several) => several.iter().collect(),
            Value::Object(_) => vec![&requirement["each"]],
            _ => Vec::new(),
        };
        let mut combinations: Vec<(Vec<Element>, Truth)> = vec![(Vec::new(), Truth::Yes)];
        if quantifiers.is_empty()
            && let Some(outer) = outer
        {
            combinations = vec![(outer.members.clone(), Truth::Yes)];
        }
        for each in &quantifiers {
            let mut longer = Vec::new();
            for (members, owed) in &combinations {
                for member in self.collection(each["of"].as_str().unwrap_or("")) {
                    let mut matches = self.selects(&each["where"], &member, false);
                    if matches == Truth::No && each["active"].is_string() {
                        matches = self.former(each, &member).map_or(Truth::No, |(matches, _)| matches);
                    }
                    let matches = matches.min(*owed);
                    if matches != Truth::No {
                        let mut members = members.clone();
                        members.push(member);
                        longer.push((members, matches));
                    }
                }
            }
            combinations = longer;
        }
        let mut cells = Vec::new();
        for (members, matches) in combinations {
            let windows = match (outer, requirement["window"].is_object()) {
                (Some(outer), false) => vec![outer.window.clone()],
                _ => self.windows(&requirement["window"], &members),
            };
            for window in windows {
                let mut owed = matches;
                for (each, member) in quantifiers.iter().zip(&members) {
                    if let Some(how) = each["active"].as_str() {
                        let value = match self.selects(&each["where"], member, false) {
                            Truth::No => self.former(each, member).map(|(_, value)| value),
                            _ => None,
                        };
                        owed = owed.min(self.active(how, member, &value, &window));
                    }
                }
                if owed != Truth::No {
                    cells.push((Cell { id: id.clone(), members: members.clone(), window }, owed));
                }
            }
        }
        cells
    }

    /// Of a register entry that no longer matches: what the latest version that did says, and the days up to which
    /// it was a member: the end that the newest version states, else the day before the change was recorded.
    fn former(&self, each: &Value, member: &Element) -> Option<(Truth, Value)> {
        let newest = self.entry(member);
        if member.item.is_some() || !is_register(self.kind(member)) {
            return None;
        }
        let same = |other: &&Value| other["kind"] == newest["kind"] && other["id"] == newest["id"];
        let versions: Vec<&Value> = self.versions.iter().filter(same).collect();
        for at in (1..versions.len()).rev() {
            let mut then = self.clone();
            then.entries[member.entry] = versions[at - 1].clone();
            let matches = then.selects(&each["where"], member, false);
            if matches == Truth::No {
                continue;
            }
            let changed = day_of(&Value::from(versions[at]["recorded_at"].as_str()?.get(0..10)?))?.pred_opt()?;
            let until = match (day_of(&newest["to"]), day_of(&versions[at - 1]["to"])) {
                (Some(stated), _) => stated,
                (None, Some(own)) => own.min(changed),
                (None, None) => changed,
            };
            let from = if newest["from"].is_null() { &versions[at - 1]["from"] } else { &newest["from"] };
            return Some((matches, serde_json::json!({"from": from, "to": until.to_string()})));
        }
        None
    }

    /// Whether a member's time contains the period's anchor day, overlaps or covers it.
    fn active(&self, how: &str, member: &Element, former: &Option<Value>, window: &Window) -> Truth {
        let (first, last) = window.period.unwrap_or((window.first, window.last.unwrap_or(self.end)));
        if let (false, Some(days)) = (is_register(self.kind(member)), self.record_days(member)) {
            return Truth::of(match (how, window.anchor) {
                ("anchor", Some(anchor)) => days.0 <= anchor && anchor <= days.1,
                ("whole", _) => days.0 <= first && last <= days.1,
                _ => days.0 <= window.last.map_or(last, |end| end.min(last)) && first.max(window.first) <= days.1,
            });
        }
        let value = former.clone().unwrap_or_else(|| self.bounded(member));
        match (how, window.anchor) {
            ("anchor", Some(anchor)) => contains(&value, anchor, false),
            ("whole", _) => contains(&value, first, false).min(contains(&value, last, false)),
            _ => {
                // Of a period only what lies in the service counts.
                let (first, last) = (first.max(window.first), window.last.map_or(last, |end| end.min(last)));
                let ended = day_of(&value["to"]).is_some_and(|to| to < first);
                if ended { Truth::No } else { contains(&value, last, true) }
            }
        }
    }

    /// A member with its `from` and `to` bounded by those of the register entry it lies in.
    fn bounded(&self, member: &Element) -> Value {
        let mut value = self.value(member).clone();
        let (begun, ended) = self.held(member);
        if let Some(begun) = begun
            && day_of(&value["from"]).is_none_or(|from| from < begun)
        {
            value["from"] = Value::String(begun.to_string());
        }
        if let Some(ended) = ended
            && day_of(&value["to"]).is_none_or(|to| to > ended)
        {
            value["to"] = Value::String(ended.to_string());
        }
        value
    }

    /// The waiver of a cell, or without a cell of the requirement as a whole.
    fn waiver(&self, requirement: &Value, cell: Option<&Cell>) -> Option<Element> {
        let id = requirement["id"].as_str()?;
        for waiver in self.collection("waiver") {
            let act = self.entry(&waiver);
            if act["requirement"] != id || act["record"].is_string() || self.is_sound(&waiver) != Truth::Yes {
                continue;
            }
            let whole = act["member"].is_null() && act["window"].is_null();
            match cell {
                None if whole => return Some(waiver),
                Some(cell) if !whole && self.names_cell(act, cell) => return Some(waiver),
                _ => {}
            }
        }
        None
    }

    /// Checks may make it unknown or mark it infeasible.
    fn check(&self, requirement: &Value, verdict: &mut Verdict) {
        for check in requirement["checks"].as_array().into_iter().flatten() {
            let checked = self.judge(&check["requirement"], None);
            match check["else"].as_str() {
                Some("unknown") if checked.now != Truth::Yes => {
                    verdict.outcome = Outcome::Unknown;
                    verdict.holding = false;
                    verdict.now = Truth::Maybe;
                    verdict.met = None;
                }
                Some("infeasible") if checked.now == Truth::No => {
                    let register = check["needs_complete"].as_str();
                    if register.is_none_or(|register| self.is_complete(register)) {
                        verdict.infeasible = true;
                    }
                }
                _ => {}
            }
        }
    }

    /// The latest declaration about a register says that it is complete.
    #[must_use]
    pub fn is_complete(&self, register: &str) -> bool {
        let mut latest: Option<Element> = None;
        for declaration in self.collection("register_declaration") {
            if self.entry(&declaration)["register"] != register || self.is_sound(&declaration) != Truth::Yes {
                continue;
            }
            if latest.as_ref().is_none_or(|known| self.order(known) < self.order(&declaration)) {
                latest = Some(declaration);
            }
        }
        latest.is_some_and(|declaration| self.entry(&declaration)["complete"] == true)
    }
}

fn in_order(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names.dedup();
    names
}

fn mean(shares: &[Number]) -> Number {
    if shares.is_empty() {
        return whole(0);
    }
    shares.iter().sum::<Number>() / whole(shares.len())
}

fn combine(parts: &[Verdict], outcome: Outcome, now: Truth) -> Verdict {
    let mut verdict = Verdict::plain(outcome, now);
    verdict.holding = outcome == Outcome::Open && parts.iter().all(Verdict::is_held);
    verdict.first = parts.iter().filter_map(|p| p.first).min();
    verdict.span = parts.first().and_then(|p| p.span.clone());
    verdict.fraction = mean(&parts.iter().map(|p| p.fraction).collect::<Vec<_>>());
    verdict.counted = in_order(parts.iter().flat_map(|p| p.counted.clone()).collect());
    verdict
}

/// The least of the parts.
fn all_of(parts: &[Verdict]) -> Verdict {
    let outcome = parts.iter().map(|p| p.outcome).min().unwrap_or(Outcome::Unknown);
    let now = parts.iter().map(|p| p.now).min().unwrap_or(Truth::Maybe);
    let mut verdict = combine(parts, outcome, now);
    verdict.infeasible = parts.iter().any(|p| p.infeasible);
    if outcome == Outcome::Met {
        verdict.met = parts.iter().filter_map(|p| p.met).max();
    }
    verdict
}

/// The greatest of the parts.
fn any_of(parts: &[Verdict]) -> Verdict {
    let outcome = parts.iter().map(|p| p.outcome).max().unwrap_or(Outcome::Unknown);
    let now = parts.iter().map(|p| p.now).max().unwrap_or(Truth::Maybe);
    let mut verdict = combine(parts, outcome, now);
    verdict.holding = outcome == Outcome::Open && parts.iter().any(Verdict::is_held);
    verdict.infeasible = !parts.is_empty() && parts.iter().all(|p| p.infeasible);
    verdict.fraction = parts.iter().map(|p| p.fraction).max().unwrap_or(whole(0));
    if outcome == Outcome::Met {
        verdict.met = parts.iter().filter(|p| p.outcome == Outcome::Met).filter_map(|p| p.met).min();
    }
    verdict
}
