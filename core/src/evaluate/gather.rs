//! Gathering: which elements of a source count in which cell, and why the others do not.

use super::condition::Judgement;
use super::element::{Element, Place};
use super::grid::Grid;
use super::judge::Judge;
use super::keys;
use super::keys::Key;
use super::reasons::{Reason, Reasons};
use super::span::Span;
use super::tri::Tri;
use super::walk::{Reached, Reading};
use super::world::MakeUp;
use crate::entry::{Entry, Value};
use crate::kind::{Field, Type};
use crate::package::model::{Collection, Link, Path, Source, Step};
use crate::time::{Date, Period};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// An element that counts, or may count, in a cell.
#[derive(Clone, Debug)]
pub struct Hit<'w> {
    /// The element.
    pub element: Element<'w>,
    /// Certainly or perhaps.
    pub tri: Tri,
    /// The day that places it.
    pub day: Option<Date>,
}

/// Where in time an element stands.
#[derive(Clone, Copy, Debug)]
pub(super) enum When {
    /// Nowhere: registers are not placed.
    Always,
    /// On a day.
    Day(Date),
    /// In a period.
    Period(Period),
    /// Its date is not known.
    Unknown,
}

/// The cell that a make-up names: member and period.
type Target<'w> = (Option<&'w str>, &'w str);

/// The combinations that stand for a parent, by its key.
pub(super) type Index<'w> = Vec<(Cow<'w, str>, usize)>;

/// An element that satisfies the conditions of its source, certainly or perhaps.
pub(super) type Candidate<'w> = (Element<'w>, Tri, Reading<'w>);

/// The candidates of a source, with the reasons of all others.
#[derive(Debug)]
pub(super) struct Candidates<'w> {
    pub(super) found: Vec<Candidate<'w>>,
    reasons: Reasons<'w>,
}

impl<'w> Judge<'w> {
    /// The hits of a source for every cell of a grid.
    pub(super) fn gather(
        &self,
        source: &'w Source,
        grid: &Grid<'w>,
        id: Option<&str>,
        reasons: &mut Reasons<'w>,
    ) -> Vec<Vec<Hit<'w>>> {
        let mut hits = vec![Vec::new(); grid.cells.len()];
        if let Collection::Member { quantifier, .. } = source.of {
            self.gather_members(source, grid, (quantifier, id), reasons, &mut hits);
            return hits;
        }
        let indexes = self.indexes(source, grid);
        let cells = cells_by_combo(grid);
        let make_ups = self.make_ups(id);
        let candidates = self.candidates(source);
        reasons.extend(&candidates.reasons);
        let mut combos = Vec::new();
        for &(element, tri, reading) in &candidates.found {
            let moved = self.moved(&make_ups, &element);
            self.combos(source, grid, &indexes, &element, reading, &mut combos);
            self.force_members(moved.as_deref(), grid, &mut combos);
            if combos.is_empty() {
                continue;
            }
            let when = self.when(source, &element, reading);
            let mut placed = false;
            for &(combo, linked) in &combos {
                for &at in cells.get(combo).map_or(&[][..], Vec::as_slice) {
                    let Some(cell) = grid.cells.get(at) else { continue };
                    let inside = match &moved {
                        Some(targets) => Tri::from(self.is_target(targets, grid, combo, &cell.span)),
                        None => self.inside(when, source, &element, &cell.span),
                    };
                    let inside = inside.min(linked);
                    if inside != Tri::No {
                        placed = true;
                        let day = match when {
                            When::Day(day) => Some(day),
                            When::Period(_) | When::Unknown => element.own_day(),
                            When::Always => None,
                        };
                        if let Some(cell) = hits.get_mut(at) {
                            cell.push(Hit { element, tri: tri.min(inside), day });
                        }
                    }
                }
            }
            if !placed && reasons.are_wanted() {
                reasons.note(&element, self.misplaced(when, source, &element, moved.as_deref()));
            }
        }
        match &source.latest_of {
            Some(paths) => hits.into_iter().map(|hits| self.keep_latest(source, paths, hits, reasons)).collect(),
            None => hits,
        }
    }

    fn gather_members(
        &self,
        source: &'w Source,
        grid: &Grid<'w>,
        (quantifier, id): (usize, Option<&str>),
        reasons: &mut Reasons<'w>,
        hits: &mut [Vec<Hit<'w>>],
    ) {
        let make_ups = self.make_ups(id);
        for (cell, hits) in grid.cells.iter().zip(hits) {
            let Some(member) = grid.combos.get(cell.combo).and_then(|combo| combo.members.get(quantifier)) else {
                continue;
            };
            let reading = self.world.reading_for(source, member);
            let (tri, judged) = reasons.judge(self.world, &source.cond, *member, reading);
            let (standing, rule) = self.world.standing(member);
            let day = member.own_day().filter(|_| !member.is_registered());
            // Registers have ids of their own: a record's may be the same.
            let moved = if member.is_registered() { None } else { self.moved(&make_ups, member) };
            let inside = match &moved {
                Some(targets) => self.is_target(targets, grid, cell.combo, &cell.span),
                None => day.is_none_or(|day| cell.span.contains(day) && day <= self.world.as_of),
            };
            if standing == Tri::No {
                reasons.note(member, Reason::Defect(rule.unwrap_or_default()));
            } else if tri == Tri::No {
                reasons.note_judged(member, judged, reading);
            } else if inside {
                hits.push(Hit { element: *member, tri: tri.min(standing), day });
            } else {
                let elsewhere = || Reason::OutsideService(day);
                reasons.note(member, moved.as_deref().map_or_else(elsewhere, moved_to));
            }
        }
    }

    /// The candidates of a source; sources that ask the same of the same elements share them.
    fn candidates(&self, source: &'w Source) -> Rc<Candidates<'w>> {
        let known = self.candidates.borrow().iter().find(|(known, _)| known.has_candidates_of(source)).cloned();
        if let Some((_, known)) = known {
            return known;
        }
        let found = Rc::new(self.find_candidates(source));
        self.candidates.borrow_mut().push((source, found.clone()));
        found
    }

    /// The elements of a source that satisfy its own conditions, with the reasons of the others.
    pub(super) fn find_candidates(&self, source: &'w Source) -> Candidates<'w> {
        let world = self.world;
        let kind = source.of.kind();
        let mut found = Vec::new();
        let mut reasons = self.reasons();
        for (entry, code, other) in world.set_aside.iter().filter(|(entry, ..)| entry.kind() == kind) {
            for element in Element::of(entry, source.of) {
                let reading = world.reading_for(source, &element);
                if reasons.are_wanted() && world.tri(&source.cond, element, reading) != Tri::No {
                    reasons.note(&element, Reason::SetAside(*code, other));
                }
            }
        }
        for element in world.entries(kind.name).iter().flat_map(|entry| Element::of(entry, source.of)) {
            let reading = world.reading_for(source, &element);
            // The latest is chosen before the condition is looked at, see `keep_latest`.
            let (tri, judged) = match source.latest_of {
                Some(_) => (Tri::Yes, None),
                None => reasons.judge(world, &source.cond, element, reading),
            };
            let is_near = reasons.are_wanted() && !judged.as_ref().is_some_and(Judgement::off_topic);
            if tri == Tri::No && !is_near {
                continue;
            }
            let (standing, rule) = world.standing(&element);
            if standing == Tri::No {
                reasons.note(&element, Reason::Defect(rule.unwrap_or_default()));
                continue;
            }
            let shows = if source.snapshot {
                world.in_force(&element, Reading { day: world.snapshot_day(), ..reading })
            } else {
                Tri::Yes
            };
            if shows == Tri::No {
                reasons.note(&element, Reason::NotInForce(world.snapshot_day()));
                continue;
            }
            reasons.note_judged(&element, judged, reading);
            let tri = tri.min(standing).min(shows);
            if tri != Tri::No {
                found.push((element, tri, reading));
            }
        }
        Candidates { found, reasons }
    }

    /// In a cell, per group of equal keys only the latest; then the condition.
    ///
    /// One that is only perhaps later leaves the earlier one undetermined.
    fn keep_latest(
        &self,
        source: &'w Source,
        paths: &[Path],
        hits: Vec<Hit<'w>>,
        reasons: &mut Reasons<'w>,
    ) -> Vec<Hit<'w>> {
        let reading = |hit: &Hit<'w>| self.world.reading_for(source, &hit.element);
        let latest = latest(&hits, |hit| keys::keys(self.world, paths, hit.element, reading(hit)));
        let mut kept = Vec::new();
        for (hit, tri) in hits.iter().zip(latest) {
            if tri == Tri::No {
                reasons.note(&hit.element, Reason::NotLatest);
                continue;
            }
            let (own, judged) = reasons.judge(self.world, &source.cond, hit.element, reading(hit));
            reasons.note_judged(&hit.element, judged.filter(|judged| !judged.off_topic()), reading(hit));
            if own != Tri::No {
                kept.push(Hit { tri: tri.min(own), ..hit.clone() });
            }
        }
        kept
    }

    /// The elements that bare head counts stand for, for distinct counts over participants.
    pub(super) fn unnamed(&self, source: &'w Source, grid: &Grid<'w>, id: Option<&str>) -> Vec<Vec<i64>> {
        let mut found = vec![Vec::new(); grid.cells.len()];
        if !may_be_unnamed(source) {
            return found;
        }
        let indexes = self.indexes(source, grid);
        let cells = cells_by_combo(grid);
        let make_ups = self.make_ups(id);
        let mut combos = Vec::new();
        for entry in self.world.entries(source.of.kind().name) {
            let Some((element, reading, number)) = self.unnamed_of(source, entry) else { continue };
            let moved = self.moved(&make_ups, &element);
            self.combos(source, grid, &indexes, &element, reading, &mut combos);
            self.force_members(moved.as_deref(), grid, &mut combos);
            let when = self.when(source, &element, reading);
            for &(combo, _) in &combos {
                for &at in cells.get(combo).map_or(&[][..], Vec::as_slice) {
                    let inside = grid.cells.get(at).is_some_and(|cell| match &moved {
                        Some(targets) => self.is_target(targets, grid, combo, &cell.span),
                        None => self.inside(when, source, &element, &cell.span) != Tri::No,
                    });
                    if let (true, Some(cell)) = (inside, found.get_mut(at)) {
                        cell.push(number);
                    }
                }
            }
        }
        found
    }

    /// The elements that the bare head count of an entry stands for, and how many they are.
    pub(super) fn unnamed_of(&self, source: &'w Source, entry: &'w Entry) -> Option<(Element<'w>, Reading<'w>, i64)> {
        let list = source.of.list().filter(|_| may_be_unnamed(source))?;
        let counts = Field::position(entry.kind().fields, "headcount")?;
        let (Some(Value::Whole(number)), None) = (entry.at(counts), entry.at(list)) else {
            return None;
        };
        let element = Element { entry, place: Place::Unnamed(list) };
        let reading = self.world.reading_for(source, &element);
        let counts =
            self.world.tri(&source.cond, element, reading) != Tri::No && self.world.standing(&element).0 != Tri::No;
        counts.then_some((element, reading, number))
    }

    pub(super) fn indexes(&self, source: &'w Source, grid: &Grid<'w>) -> Vec<Index<'w>> {
        let mut indexes = Vec::new();
        for (quantifier, link) in source.links.iter().enumerate() {
            let mut index = Index::new();
            for (at, combo) in grid.combos.iter().enumerate() {
                let Some(member) = combo.members.get(quantifier) else { continue };
                match link {
                    Link::Equal { parent, .. } => {
                        let reading = self.world.reading_for(source, member);
                        let parents = keys::texts(self.world, parent, *member, reading);
                        index.extend(parents.into_iter().map(|parent| (parent, at)));
                    }
                    _ => index.push((Cow::Borrowed(member.entry.id()), at)),
                }
            }
            index.sort();
            indexes.push(index);
        }
        indexes
    }

    /// The combinations that an element belongs to, certainly or perhaps, each once.
    fn combos(
        &self,
        source: &'w Source,
        grid: &Grid<'w>,
        indexes: &[Index<'w>],
        element: &Element<'w>,
        reading: Reading<'w>,
        belongs: &mut Vec<(usize, Tri)>,
    ) {
        belongs.clear();
        let mut is_narrowed = false;
        for (link, index) in source.links.iter().zip(indexes) {
            let mut named: Vec<usize> = Vec::new();
            let others = self.parents(link, element, reading, &mut |parent| {
                let first = index.partition_point(|(known, _)| **known < *parent);
                let same = index.iter().skip(first).take_while(|(known, _)| **known == *parent);
                named.extend(same.map(|(_, combo)| *combo));
            });
            named.sort_unstable();
            named.dedup();
            if !is_narrowed && !others {
                // The usual case: it names its members, and all the others need no look.
                belongs.extend(named.into_iter().map(|combo| (combo, Tri::Yes)));
                is_narrowed = true;
                continue;
            }
            if !is_narrowed {
                belongs.extend((0..grid.combos.len()).map(|combo| (combo, Tri::Yes)));
                is_narrowed = true;
            }
            let otherwise = if others { Tri::Maybe } else { Tri::No };
            belongs.retain_mut(|(combo, tri)| {
                let linked = if named.binary_search(combo).is_ok() { Tri::Yes } else { otherwise };
                *tri = linked.min(*tri);
                *tri != Tri::No
            });
        }
        if !is_narrowed {
            belongs.extend((0..grid.combos.len()).map(|combo| (combo, Tri::Yes)));
        }
        if let Some(path) = &source.since {
            belongs.retain_mut(|(combo, tri)| {
                let parent = grid.combos.get(*combo).and_then(|combo| combo.members.last());
                *tri = self.is_since(path, parent, element).min(*tri);
                *tri != Tri::No
            });
        }
    }

    /// Whether an element's day is not before the day that its parent states.
    fn is_since(&self, path: &Path, parent: Option<&Element<'w>>, element: &Element<'w>) -> Tri {
        let mut since = None;
        if let Some(parent) = parent {
            self.world.walk(path, *parent, self.world.reading(parent, false), &mut |reached| {
                if let Reached::Value(Value::Date(day)) = reached {
                    since = Some(day);
                }
            });
        }
        match (since, element.own_day()) {
            (Some(since), Some(day)) => Tri::from(since <= day),
            _ => Tri::Maybe,
        }
    }

    /// Hands over the parents that an element names; returns whether it may belong to others too.
    pub(super) fn parents(
        &self,
        link: &Link,
        element: &Element<'w>,
        reading: Reading<'w>,
        named: &mut dyn FnMut(Cow<'w, str>),
    ) -> bool {
        let (Link::Reference(path) | Link::Equal { child: path, .. }) = link else {
            named(Cow::Borrowed(element.entry.id()));
            return false;
        };
        let mut others = false;
        if let Some(list) = items_of(path, element) {
            for item in list {
                others |= self.parents_of_item(path, &item, named);
            }
            return others;
        }
        self.world.walk(path, *element, reading, &mut |reached| match reached {
            Reached::Value(Value::List(ids)) => {
                let ids = ids.iter().filter_map(Value::text);
                ids.for_each(|id| named(Cow::Borrowed(self.world.current(id))));
            }
            // Nobody belongs to an absent list; an absent reference may be any.
            Reached::Absent => others |= !matches!(path.ty, Type::List(_)),
            // Nobody there either.
            Reached::Unlisted(..) => {}
            Reached::Unreached | Reached::Dangling(_) => others = true,
            reached => keys::text(self.world, path, reached).into_iter().for_each(&mut *named),
        });
        others
    }

    /// An item names a parent, or names others only, or names nobody and so may be anyone.
    fn parents_of_item(&self, path: &Path, item: &Element<'w>, named: &mut dyn FnMut(Cow<'w, str>)) -> bool {
        let Some(Step::Field(field)) = path.steps.last() else { return false };
        match item.get(*field).and_then(Value::text) {
            Some(id) => {
                named(Cow::Borrowed(self.world.current(id)));
                false
            }
            None => {
                let refers = |(at, field): (usize, &Field)| {
                    matches!(field.ty, Type::Ref) && u16::try_from(at).is_ok_and(|at| item.get(at).is_some())
                };
                !item.fields().iter().enumerate().any(refers)
            }
        }
    }

    /// A make-up that names a member puts the record there, whatever it says itself.
    fn force_members(&self, moved: Option<&[Target<'w>]>, grid: &Grid<'w>, combos: &mut Vec<(usize, Tri)>) {
        for (member, _) in moved.unwrap_or_default() {
            let Some(member) = member else { continue };
            for (at, combo) in grid.combos.iter().enumerate() {
                if combo.members.iter().any(|known| *known.entry.id() == **member) {
                    combos.retain(|(known, _)| *known != at);
                    combos.push((at, Tri::Yes));
                }
            }
        }
    }

    pub(super) fn when(&self, source: &'w Source, element: &Element<'w>, reading: Reading<'w>) -> When {
        // A container is placed by the day on which it came to hold enough, see `having`.
        if source.placing.is_empty() || source.having.is_some() {
            return When::Always;
        }
        for path in &source.placing {
            let mut when = None;
            self.world.walk(path, *element, reading, &mut |reached| {
                if let super::walk::Reached::Value(value) = reached {
                    when = match value {
                        Value::Date(day) => Some(When::Day(day)),
                        Value::Period(period) => Some(When::Period(period)),
                        _ => when,
                    };
                }
            });
            if let Some(when) = when {
                return when;
            }
        }
        When::Unknown
    }

    pub(super) fn inside(&self, when: When, source: &'w Source, element: &Element<'w>, span: &Span) -> Tri {
        match when {
            // What begins after the day of judgement, or after the service, is not there yet.
            When::Always => Tri::from(source.by_interval || element.begins() <= Some(self.world.snapshot_day())),
            When::Unknown => Tri::Maybe,
            When::Day(day) => {
                if day > self.world.as_of || !span.contains(day) {
                    return Tri::No;
                }
                let Some((from, hours, start)) = span.until_minute else { return Tri::Yes };
                let minute = match element.named("start").filter(|_| places_by_date(source)) {
                    Some(Value::Time(minute)) => Some(i64::from(minute)),
                    _ => None,
                };
                // A time of day that is not known may be any.
                let known = |minute: Option<i64>| minute.map_or((0, 24 * 60 - 1), |minute| (minute, minute));
                let ((start_lo, start_hi), (lo, hi)) = (known(start), known(minute));
                let days = day.days_since(from) * 24 * 60;
                Tri::between(days + hi - start_lo <= hours * 60, days + lo - start_hi <= hours * 60)
            }
            When::Period(period) => {
                let contained =
                    span.period.is_none_or(|(first, last)| first <= period.first() && period.last() <= last);
                Tri::from(contained && period.first() <= span.last && span.first <= period.last())
            }
        }
    }

    /// Places a container by the day on which it came to hold enough: somewhere from the day on which
    /// that was possible to the day on which it was certain, if it ever was.
    pub(super) fn place_container(&self, certain: Option<Date>, possible: Date, span: &Span) -> Tri {
        let inside = |day: Date| span.contains(day) && day <= self.world.as_of;
        match certain {
            Some(day) => {
                let around = possible < span.first && span.last < day;
                Tri::between(inside(possible) && inside(day), inside(possible) || inside(day) || around)
            }
            None => Tri::between(false, possible <= span.last),
        }
    }

    fn misplaced(
        &self,
        when: When,
        source: &'w Source,
        element: &Element<'w>,
        moved: Option<&[Target<'w>]>,
    ) -> Reason<'w> {
        if let Some(targets) = moved {
            return moved_to(targets);
        }
        match when {
            When::Day(day) if day > self.world.as_of => Reason::NotYet(day),
            When::Day(day) if day < self.world.start || (day > self.world.end && !source.placing.is_empty()) => {
                Reason::OutsideService(Some(day))
            }
            When::Day(day) => Reason::OutsideWindow(Some(day)),
            When::Period(period) => Reason::OtherPeriod(period),
            When::Always if element.begins() > Some(self.world.snapshot_day()) => {
                Reason::NotInForce(self.world.snapshot_day())
            }
            _ => Reason::OutsideWindow(None),
        }
    }

    /// The make-ups of a requirement by the records that they move.
    fn make_ups(&self, id: Option<&str>) -> BTreeMap<&'w str, Vec<&'w MakeUp<'w>>> {
        let mut found: BTreeMap<&str, Vec<&MakeUp<'w>>> = BTreeMap::new();
        for make_up in self.world.make_ups.iter().filter(|make_up| Some(make_up.requirement) == id) {
            let records: BTreeSet<&str> = make_up.records.iter().map(|record| self.world.current(record)).collect();
            for record in records {
                found.entry(record).or_default().push(make_up);
            }
        }
        found
    }

    /// The cells into which make-ups of this requirement move an element's entry.
    fn moved(
        &self,
        make_ups: &BTreeMap<&'w str, Vec<&'w MakeUp<'w>>>,
        element: &Element<'w>,
    ) -> Option<Vec<Target<'w>>> {
        if make_ups.is_empty() {
            return None;
        }
        let targets: Vec<_> = make_ups
            .get(element.entry.id())?
            .iter()
            .filter(|_| element.own_day().is_none_or(|day| self.world.start <= day && day <= self.world.end))
            .map(|make_up| (make_up.member, make_up.window))
            .collect();
        (!targets.is_empty()).then_some(targets)
    }

    fn is_target(&self, targets: &[Target<'w>], grid: &Grid<'w>, combo: usize, span: &Span) -> bool {
        let members = grid.combos.get(combo).map_or(&[][..], |combo| combo.members.as_slice());
        // A record named for two cells is in neither.
        targets.iter().all(|(member, window)| {
            span.name.as_deref() == Some(*window)
                && member.is_none_or(|id| members.iter().any(|m| m.entry.id() == self.world.current(id)))
        })
    }
}

/// The reason that make-ups moved an element into other cells.
fn moved_to<'w>(targets: &[Target<'w>]) -> Reason<'w> {
    let windows: BTreeSet<&str> = targets.iter().map(|(_, window)| *window).collect();
    Reason::Moved(windows.into_iter().collect::<Vec<_>>().join(", "))
}

/// Whether a bare head count may stand for elements of a source: participants who are not listed.
fn may_be_unnamed(source: &Source) -> bool {
    let Collection::List { kind, field, .. } = source.of else { return false };
    let is_participants = kind.fields.get(usize::from(field)).is_some_and(|field| field.name == "participants");
    is_participants && Field::position(kind.fields, "headcount").is_some()
}

/// The cells of each combination of members.
pub(super) fn cells_by_combo(grid: &Grid<'_>) -> Vec<Vec<usize>> {
    let mut cells = vec![Vec::new(); grid.combos.len()];
    for (at, cell) in grid.cells.iter().enumerate() {
        if let Some(cells) = cells.get_mut(cell.combo) {
            cells.push(at);
        }
    }
    cells
}

/// Whether each hit is the latest of its group, in the order given.
///
/// Without all of its key one may belong to any group, and so may be outdone by any later one.
fn latest<'w>(hits: &[Hit<'w>], keys: impl Fn(&Hit<'w>) -> Vec<Option<Key<'w>>>) -> Vec<Tri> {
    let mut order: Vec<(usize, &Hit<'w>)> = hits.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| b.element.order(&a.element));
    let mut latest = vec![Tri::No; hits.len()];
    let mut by_group: BTreeMap<Vec<Option<Key<'w>>>, Tri> = BTreeMap::new();
    let (mut any, mut any_without) = (Tri::No, Tri::No);
    for (at, hit) in order {
        let group = keys(hit);
        let whole = !group.contains(&None);
        let outdone = if whole {
            by_group.get(&group).copied().unwrap_or(Tri::No).max(any_without.min(Tri::Maybe))
        } else {
            any.min(Tri::Maybe)
        };
        let own = if whole { hit.tri } else { hit.tri.min(Tri::Maybe) };
        if let Some(latest) = latest.get_mut(at) {
            *latest = own.min(outdone.negate());
        }
        any = any.max(hit.tri);
        if whole {
            let known = by_group.entry(group).or_insert(Tri::No);
            *known = hit.tri.max(*known);
        } else {
            any_without = any_without.max(hit.tri);
        }
    }
    latest
}

fn places_by_date(source: &Source) -> bool {
    source.placing.first().is_some_and(|path| &*path.text == "date" && matches!(path.ty, Type::Date))
}

/// The items that a link's last step looks into, when it is membership in a list of items.
fn items_of<'w>(path: &Path, element: &Element<'w>) -> Option<Vec<Element<'w>>> {
    let (steps, [Step::Field(list), Step::Field(_)]) = path.steps.split_at_checked(path.steps.len().checked_sub(2)?)?
    else {
        return None;
    };
    let holder = match steps {
        [] => *element,
        [Step::Container] => element.container(),
        _ => return None,
    };
    match holder.get(*list) {
        Some(Value::Items(items)) => {
            Some((0..items.len()).map(|at| Element { entry: holder.entry, place: Place::item(*list, at) }).collect())
        }
        None => Some(Vec::new()),
        _ => None,
    }
}
