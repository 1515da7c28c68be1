//! Measures 计量: count, sum, ratio and coverage, for every cell of a grid at once.

use super::element::Element;
use super::gather::Hit;
use super::grid::Grid;
use super::judge::Judge;
use super::keys::{self, Key};
use super::range::Range;
use super::reasons::{Reason, Reasons};
use super::tri::Tri;
use crate::entry::Value;
use crate::number::Exact;
use crate::package::model::{Coverage, Measure, Path, Source, Target};
use crate::time::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A measure in one cell.
#[derive(Clone, Debug)]
pub struct Tally {
    /// The extremes.
    pub range: Range,
    /// Elements that count, certainly or perhaps.
    pub counted: Vec<String>,
    /// What was certain by which day, for anchors and for placing containers.
    pub growth: Vec<(Date, Exact)>,
    /// What was possible by which day; without a day from the outset.
    pub possible: Vec<(Option<Date>, Exact)>,
    /// What is missing to be certain.
    pub missing: BTreeSet<String>,
    /// Elements added to a sum.
    added: BTreeSet<String>,
    /// Coverage only: the days required in the whole service.
    pub required_days: Option<i64>,
    /// Coverage only: how many of them are covered for sure up to now.
    pub covered_days: i64,
    /// Coverage only: stretches of uncovered days up to now.
    pub gaps: Vec<(Date, Date)>,
    /// Coverage only: stretches of required days to come that nothing covers for sure.
    pub ahead: Vec<(Date, Date)>,
}

impl Tally {
    fn of(range: Range) -> Self {
        Self {
            range,
            counted: Vec::new(),
            growth: Vec::new(),
            possible: Vec::new(),
            missing: BTreeSet::new(),
            added: BTreeSet::new(),
            required_days: None,
            covered_days: 0,
            gaps: Vec::new(),
            ahead: Vec::new(),
        }
    }

    /// The day from which on the target was possibly reached; none when from the outset.
    pub(super) fn day_possible(&self, target: &Target, value: Exact) -> Option<Date> {
        self.range.hi?;
        let mut sum = Exact::ZERO;
        let mut possible = self.possible.clone();
        possible.sort();
        possible.into_iter().find_map(|(day, more)| {
            sum = sum.plus(more)?;
            target.cmp.holds(sum, value).then_some(day)
        })?
    }

    /// The day on which what was certain first stood in this relation to the target.
    pub(super) fn day_reached(&self, target: &Target, value: Exact) -> Option<Date> {
        let mut sum = Exact::ZERO;
        let mut growth = self.growth.clone();
        growth.sort();
        growth.into_iter().find_map(|(day, more)| {
            sum = sum.plus(more)?;
            target.cmp.holds(sum, value).then_some(day)
        })
    }
}

/// Days by the key that covers them.
type Intervals<'w> = BTreeMap<Cover<'w>, Vec<(Date, Date)>>;

/// What covers days.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Cover<'w> {
    /// An entry, when nothing else tells apart.
    Entry(&'w str),
    /// The values that tell apart.
    Values(Vec<Arc<str>>),
    /// An element of which a value is missing, with the place of its key: perhaps one more.
    Unknown(String, usize),
}

impl<'w> Judge<'w> {
    /// Tallies a measure in every cell.
    pub(super) fn tally(
        &self,
        measure: &'w Measure,
        grid: &Grid<'w>,
        id: Option<&str>,
        until_closing: bool,
        reasons: &mut Reasons,
    ) -> Vec<Tally> {
        match measure {
            Measure::Count(sources) => self.count(sources, grid, id, until_closing, reasons),
            Measure::Sum(sources) => self.sum(sources, grid, id, reasons),
            Measure::Ratio(above, below) => {
                let above = self.tally(above, grid, id, until_closing, reasons);
                let below = self.tally(below, grid, id, until_closing, reasons);
                above.into_iter().zip(below).map(|(above, below)| ratio(above, below)).collect()
            }
            Measure::Coverage(coverage) => self.coverage(coverage, grid, reasons),
        }
    }

    fn count(
        &self,
        sources: &'w [Source],
        grid: &Grid<'w>,
        id: Option<&str>,
        until_closing: bool,
        reasons: &mut Reasons,
    ) -> Vec<Tally> {
        let mut keyed: Vec<Keyed<'w>> = grid.cells.iter().map(|_| Keyed::default()).collect();
        // A value by which another source tells its elements apart may be the id of an element.
        let by_element = sources.iter().all(|source| source.distinct.is_empty());
        for source in sources {
            let mut hits = self.gather(source, grid, id, reasons);
            if let Some(nested) = &source.having {
                hits = self.having(nested, hits, grid, until_closing, reasons);
            }
            let unnamed = if source.distinct.is_empty() { Vec::new() } else { self.unnamed(source, grid, id) };
            for (cell, keyed) in keyed.iter_mut().enumerate() {
                for hit in hits.get_mut(cell).map(std::mem::take).unwrap_or_default() {
                    if by_element {
                        keyed.plain.push((hit.element.to_string(), hit));
                    } else {
                        keyed.add(self.hit_keys(source, &hit), hit);
                    }
                }
                keyed.unnamed += unnamed.get(cell).map_or(0, |counts| counts.iter().sum::<i64>());
            }
        }
        keyed.into_iter().map(|keyed| keyed.tally(reasons)).collect()
    }

    fn hit_keys(&self, source: &'w Source, hit: &Hit<'w>) -> Vec<Key> {
        if source.distinct.is_empty() {
            return vec![Some(vec![hit.element.to_string().into()])];
        }
        keys::keys(self.world, &source.distinct, hit.element, self.world.reading(&hit.element, source.snapshot))
    }

    /// Keeps the containers whose nested requirement is, or may be, met.
    fn having(
        &self,
        nested: &'w crate::package::model::Requirement,
        hits: Vec<Vec<Hit<'w>>>,
        outer: &Grid<'w>,
        until_closing: bool,
        reasons: &mut Reasons,
    ) -> Vec<Vec<Hit<'w>>> {
        // Each container is judged once, however many cells it may stand in.
        let mut containers: Vec<(Element<'w>, Tri)> = Vec::new();
        let mut places = BTreeMap::new();
        for hit in hits.iter().flatten() {
            places.entry(hit.element.identity()).or_insert_with(|| {
                containers.push((hit.element, hit.tri));
                containers.len() - 1
            });
        }
        let grid = self.container_grid(containers, until_closing);
        let stated = outer.is_placed;
        let judged = self.cells(nested, &grid, reasons);
        let of = |element: &Element<'w>| judged.get(*places.get(&element.identity())?);
        hits.into_iter()
            .zip(&outer.cells)
            .map(|(hits, place)| {
                hits.into_iter()
                    .filter_map(|hit| {
                        let cell = of(&hit.element)?;
                        if cell.sure == Tri::No {
                            let (lo, target) = cell.short();
                            reasons.note(&hit.element, Reason::Short(lo, target));
                            return None;
                        }
                        // What holds without any child holds from the container's own day on.
                        let own = hit.element.own_day().map_or(self.world.start, |day| day.max(self.world.start));
                        let hit = Hit {
                            tri: hit.tri.min(cell.sure),
                            day: Some(cell.held_since.flatten().unwrap_or(own)),
                            ..hit
                        };
                        let possible = cell.possible_since.flatten().unwrap_or(own);
                        let certain = hit.day.filter(|_| cell.sure == Tri::Yes);
                        let placed =
                            if stated { self.place_container(certain, possible, &place.span) } else { Tri::Yes };
                        if placed == Tri::No {
                            let day = hit.day.map(|day| day.to_string()).unwrap_or_default();
                            reasons.note(&hit.element, Reason::OutsideWindow(day));
                            return None;
                        }
                        Some(Hit { tri: hit.tri.min(placed), ..hit })
                    })
                    .collect()
            })
            .collect()
    }

    fn sum(&self, sources: &'w [Source], grid: &Grid<'w>, id: Option<&str>, reasons: &mut Reasons) -> Vec<Tally> {
        let mut tallies: Vec<Tally> = grid.cells.iter().map(|_| Tally::of(Range::ZERO)).collect();
        for source in sources {
            for (hits, tally) in self.gather(source, grid, id, reasons).into_iter().zip(&mut tallies) {
                if source.distinct.is_empty() {
                    let field = source.field.as_ref().map_or("", |path| &path.text);
                    for hit in hits {
                        // One element through two parts of a union is added once.
                        if tally.added.insert(format!("{}:{field}", hit.element)) {
                            self.add_value(source, &hit, tally);
                        }
                    }
                } else {
                    self.add_latest(source, hits, tally, reasons);
                }
            }
        }
        tallies
    }

    fn add_value(&self, source: &'w Source, hit: &Hit<'w>, tally: &mut Tally) {
        tally.counted.push(hit.element.to_string());
        match self.value(source, hit) {
            Some(value) => {
                if hit.tri == Tri::Yes {
                    tally.range.lo = tally.range.lo.and_then(|lo| lo.plus(value));
                    tally.growth.extend(hit.day.map(|day| (day, value)));
                }
                tally.range.hi = tally.range.hi.and_then(|hi| hi.plus(value));
                tally.possible.push((hit.day, value));
            }
            None => {
                tally.missing.insert(missing_field(source, hit));
                tally.range.hi = None;
            }
        }
    }

    /// Per key the latest value; undetermined later ones could stand in its place.
    fn add_latest(&self, source: &'w Source, hits: Vec<Hit<'w>>, tally: &mut Tally, reasons: &mut Reasons) {
        let mut by_key: BTreeMap<Vec<Arc<str>>, Vec<Hit<'w>>> = BTreeMap::new();
        for hit in hits {
            for key in self.hit_keys(source, &hit) {
                let Some(key) = key else {
                    // It may be one more key, or one of those that are there.
                    let value = self.value(source, &hit);
                    tally.range.hi = tally.range.hi.zip(value).and_then(|(hi, value)| hi.plus(value));
                    tally.possible.extend(value.map(|value| (hit.day, value)));
                    tally.counted.push(hit.element.to_string());
                    tally.missing.insert(hit.element.to_string());
                    continue;
                };
                by_key.entry(key).or_default().push(hit.clone());
            }
        }
        for mut hits in by_key.into_values() {
            hits.sort_by(|a, b| a.element.order(&b.element));
            let certain = hits.iter().rposition(|hit| hit.tri == Tri::Yes);
            let open = hits.split_off(certain.unwrap_or(0));
            for older in &hits {
                reasons.note(&older.element, Reason::NotLatest);
            }
            let values: Option<Vec<Exact>> = open.iter().map(|hit| self.value(source, hit)).collect();
            tally.counted.extend(open.iter().map(|hit| hit.element.to_string()));
            match values {
                Some(values) => {
                    let least = if certain.is_some() { values.iter().min().copied() } else { None };
                    let least = least.unwrap_or(Exact::ZERO);
                    let greatest = values.iter().max().copied().unwrap_or(Exact::ZERO);
                    tally.range.lo = tally.range.lo.and_then(|lo| lo.plus(least));
                    tally.range.hi = tally.range.hi.and_then(|hi| hi.plus(greatest));
                    tally.growth.extend(open.first().and_then(|hit| hit.day).map(|day| (day, least)));
                    tally.possible.push((open.first().and_then(|hit| hit.day), greatest));
                }
                None => {
                    tally.range.hi = None;
                    tally.missing.extend(open.iter().map(|hit| missing_field(source, hit)));
                }
            }
        }
    }

    fn value(&self, source: &'w Source, hit: &Hit<'w>) -> Option<Exact> {
        let path = source.field.as_ref()?;
        let mut found = None;
        self.world.walk(path, hit.element, self.world.reading(&hit.element, source.snapshot), &mut |reached| {
            if let super::condition::Reached::Value(value) = reached {
                found = super::condition::number(value);
            }
        });
        found
    }

    fn coverage(&self, coverage: &'w Coverage, grid: &Grid<'w>, reasons: &mut Reasons) -> Vec<Tally> {
        let mut unplaced = Vec::new();
        // A day that nobody covered cannot be made up by moving a record.
        let hits = self.gather(&coverage.source, grid, None, reasons);
        for (cell, hits) in grid.cells.iter().zip(hits) {
            let mut certain = Intervals::new();
            let mut possible = Intervals::new();
            let mut tally = Tally::of(Range::ZERO);
            for hit in &hits {
                let Some(interval) = self.interval_of(coverage, hit) else {
                    tally.missing.insert(format!("{}:{}", hit.element, coverage.from.text));
                    continue;
                };
                tally.counted.push(hit.element.to_string());
                for key in self.covers(coverage, hit) {
                    if matches!(key, Cover::Unknown(..)) {
                        possible.entry(key).or_default().push(interval);
                        tally.missing.insert(hit.element.to_string());
                        continue;
                    }
                    if hit.tri == Tri::Yes {
                        certain.entry(key.clone()).or_default().push(interval);
                    }
                    possible.entry(key).or_default().push(interval);
                }
            }
            self.sweep(coverage, cell.span.first, cell.span.last, &certain, &possible, &mut tally);
            unplaced.push(tally);
        }
        unplaced
    }

    fn covers(&self, coverage: &'w Coverage, hit: &Hit<'w>) -> Vec<Cover<'w>> {
        if coverage.source.distinct.is_empty() {
            return vec![Cover::Entry(&hit.element.entry.id)];
        }
        let keys = self.hit_keys(&coverage.source, hit).into_iter().enumerate();
        keys.map(|(at, key)| key.map_or_else(|| Cover::Unknown(hit.element.to_string(), at), Cover::Values)).collect()
    }

    fn interval_of(&self, coverage: &'w Coverage, hit: &Hit<'w>) -> Option<(Date, Date)> {
        let reading = self.world.reading(&hit.element, coverage.source.snapshot);
        let day = |path: &Path| {
            let mut day = None;
            self.world.walk(path, hit.element, reading, &mut |reached| {
                if let super::condition::Reached::Value(Value::Date(date)) = reached {
                    day = Some(*date);
                }
            });
            day
        };
        let from = day(&coverage.from)?;
        // A posting without an end lasts; a record without one stands for its day.
        let open_end = if hit.element.entry.date.is_some() { from } else { self.world.end };
        Some((from, day(&coverage.to).unwrap_or(open_end)))
    }

    fn sweep(
        &self,
        coverage: &Coverage,
        first: Date,
        last: Date,
        certain: &Intervals<'w>,
        possible: &Intervals<'w>,
        tally: &mut Tally,
    ) {
        let depth = i64::from(coverage.depth);
        let (mut certain, mut possible) = (Depth::of(certain), Depth::of(possible));
        let (mut sure_gaps, mut possible_gaps, mut required) = (0usize, 0usize, 0i64);
        let mut day = first;
        while day <= last {
            let is_covered = certain.on(day) >= depth;
            let may_be_covered = possible.on(day) >= depth;
            if !coverage.working_days || self.contract.is_working_day(day) {
                required += 1;
                if day <= self.world.as_of {
                    if !may_be_covered {
                        sure_gaps += 1;
                    }
                    if is_covered {
                        tally.covered_days += 1;
                    } else {
                        possible_gaps += 1;
                        stretch(&mut tally.gaps, day);
                    }
                } else if !is_covered {
                    stretch(&mut tally.ahead, day);
                }
            }
            let next = day.plus_days(1);
            if next == day {
                break;
            }
            day = next;
        }
        tally.required_days = Some(required);
        tally.range = Range::counts(sure_gaps, possible_gaps);
    }
}

/// Lengthens the last stretch by a day, or begins another.
fn stretch(stretches: &mut Vec<(Date, Date)>, day: Date) {
    match stretches.last_mut() {
        Some((_, to)) if to.plus_days(1) == day => *to = day,
        _ => stretches.push((day, day)),
    }
}

/// How many keys cover a day, asked for one day after another.
struct Depth {
    /// Keys that begin, less those that ended the day before.
    changes: std::iter::Peekable<std::collections::btree_map::IntoIter<Date, i64>>,
    now: i64,
}

impl Depth {
    fn of(intervals: &Intervals<'_>) -> Self {
        let mut changes: BTreeMap<Date, i64> = BTreeMap::new();
        for spans in intervals.values() {
            let mut spans: Vec<(Date, Date)> = spans.iter().copied().filter(|(from, to)| from <= to).collect();
            spans.sort_unstable();
            // One key covers a day once, however often it says so.
            let mut spans = spans.into_iter();
            let Some(mut joined) = spans.next() else { continue };
            let mut note = |(from, to): (Date, Date)| {
                *changes.entry(from).or_default() += 1;
                let after = to.plus_days(1);
                if after > to {
                    *changes.entry(after).or_default() -= 1;
                }
            };
            for (from, to) in spans {
                if from <= joined.1 {
                    joined.1 = joined.1.max(to);
                } else {
                    note(joined);
                    joined = (from, to);
                }
            }
            note(joined);
        }
        Self { changes: changes.into_iter().peekable(), now: 0 }
    }

    fn on(&mut self, day: Date) -> i64 {
        while let Some((_, change)) = self.changes.next_if(|(from, _)| *from <= day) {
            self.now += change;
        }
        self.now
    }
}

fn missing_field(source: &Source, hit: &Hit<'_>) -> String {
    format!("{}:{}", hit.element, source.field.as_ref().map_or("", |path| &path.text))
}

fn ratio(above: Tally, below: Tally) -> Tally {
    let mut tally = Tally::of(above.range.over(&below.range));
    let mut known: BTreeSet<String> = above.counted.iter().cloned().collect();
    tally.counted = above.counted;
    tally.counted.extend(below.counted.into_iter().filter(|id| known.insert(id.clone())));
    tally.missing = above.missing.into_iter().chain(below.missing).collect();
    if tally.range == Range::UNDEFINED {
        tally.missing.insert("over".to_owned());
    }
    tally
}

/// Hits of one element together, in the order of the elements' names.
fn groups<'w>(mut plain: Vec<(String, Hit<'w>)>) -> impl Iterator<Item = Vec<Hit<'w>>> {
    plain.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut plain = plain.into_iter().peekable();
    std::iter::from_fn(move || {
        let (name, hit) = plain.next()?;
        let mut hits = vec![hit];
        while let Some((_, more)) = plain.next_if(|(other, _)| *other == name) {
            hits.push(more);
        }
        Some(hits)
    })
}

/// The hits of a cell by key.
#[derive(Default)]
struct Keyed<'w> {
    /// By the element itself, when nothing else tells apart.
    plain: Vec<(String, Hit<'w>)>,
    by_key: BTreeMap<Vec<Arc<str>>, Vec<Hit<'w>>>,
    keyless: Vec<Hit<'w>>,
    unnamed: i64,
}

impl<'w> Keyed<'w> {
    fn add(&mut self, keys: Vec<Key>, hit: Hit<'w>) {
        for key in keys {
            match key {
                Some(key) => self.by_key.entry(key).or_default().push(hit.clone()),
                None => self.keyless.push(hit.clone()),
            }
        }
    }

    fn tally(self, reasons: &mut Reasons) -> Tally {
        let mut lo = 0;
        let mut hi = self.keyless.len() + usize::try_from(self.unnamed).unwrap_or(0);
        let mut tally = Tally::of(Range::ZERO);
        for mut hits in groups(self.plain).chain(self.by_key.into_values()) {
            hi += 1;
            // The witness is the lowest (date, recorded_at, id) among the most certain.
            hits.sort_by(|a, b| b.tri.cmp(&a.tri).then_with(|| a.element.order(&b.element)));
            tally.possible.push((hits.iter().map(|hit| hit.day).min().flatten(), Exact::ONE));
            // Of several certain ones the earliest day counts for when it was reached.
            let certain = hits.iter().filter(|hit| hit.tri == Tri::Yes).filter_map(|hit| hit.day).min();
            let mut hits = hits.into_iter();
            let Some(witness) = hits.next() else { continue };
            if witness.tri == Tri::Yes {
                lo += 1;
                tally.growth.extend(certain.map(|day| (day, Exact::ONE)));
            } else {
                tally.missing.insert(witness.element.to_string());
            }
            let id = witness.element.to_string();
            for double in hits {
                reasons.note(&double.element, Reason::SameKey(id.clone()));
            }
            tally.counted.push(id);
        }
        tally.possible.extend((self.unnamed > 0).then_some((None, Exact::whole(self.unnamed))));
        for hit in &self.keyless {
            tally.possible.push((hit.day, Exact::ONE));
            tally.missing.insert(hit.element.to_string());
            tally.counted.push(hit.element.to_string());
        }
        if self.unnamed > 0 {
            tally.missing.insert("participants".to_owned());
        }
        // One element may bear several keys, and miss some.
        let mut known = BTreeSet::new();
        tally.counted.retain(|id| known.insert(id.clone()));
        tally.range = Range::counts(lo, hi);
        tally
    }
}
