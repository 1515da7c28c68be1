//! Measures 计量: count, sum, ratio and coverage, for every cell of a grid at once.

use super::element::Element;
use super::gather::Hit;
use super::grid::Grid;
use super::growth::Growth;
use super::judge::Judge;
use super::keys::{self, Key};
use super::names::sort_by_name;
use super::range::Range;
use super::reasons::{Reason, Reasons};
use super::tri::Tri;
use crate::entry::Value;
use crate::number::Exact;
use crate::package::model::{Body, Coverage, Measure, Path, Source, Target};
use crate::time::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A measure in one cell.
#[derive(Clone, Debug)]
pub struct Tally<'w> {
    /// The extremes.
    pub range: Range,
    /// Elements that count, certainly or perhaps.
    pub counted: Vec<Element<'w>>,
    /// What was certain by which day, for anchors and for placing containers.
    pub growth: Growth,
    /// What was possible by which day.
    pub possible: Growth,
    /// What is missing to be certain.
    pub missing: Vec<Missing<'w>>,
    /// Coverage only: the days required in the whole service.
    pub required_days: Option<i64>,
    /// Coverage only: how many of them are covered for sure up to now.
    pub covered_days: i64,
    /// Coverage only: stretches of uncovered days up to now.
    pub gaps: Vec<(Date, Date)>,
    /// Coverage only: stretches of required days to come that are not covered for sure.
    pub ahead: Vec<Uncovered>,
}

/// Days that are not covered for sure, and as often as needed.
#[derive(Clone, Copy, Debug)]
pub struct Uncovered {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
    /// How many more must cover each of them.
    pub lacking: u32,
}

/// What is missing to be certain.
#[derive(Clone, Debug)]
pub enum Missing<'w> {
    /// Something of an element, or all of it.
    Element(Element<'w>),
    /// A field of an element.
    Field(Element<'w>, &'w str),
    /// Something else.
    Named(&'static str),
}

impl fmt::Display for Missing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Element(element) => element.fmt(f),
            Self::Field(element, field) => write!(f, "{element}:{field}"),
            Self::Named(name) => f.write_str(name),
        }
    }
}

impl Tally<'_> {
    pub(super) fn of(range: Range) -> Self {
        Self {
            range,
            counted: Vec::new(),
            growth: Growth::default(),
            possible: Growth::default(),
            missing: Vec::new(),
            required_days: None,
            covered_days: 0,
            gaps: Vec::new(),
            ahead: Vec::new(),
        }
    }

    /// The day from which on the target was possibly reached; none when from the outset.
    pub(super) fn day_possible(&mut self, target: &Target, value: Exact) -> Option<Date> {
        self.range.hi?;
        self.possible.day_reached(target.cmp, value)
    }

    /// The day on which what was certain first stood in this relation to the target.
    pub(super) fn day_reached(&mut self, target: &Target, value: Exact) -> Option<Date> {
        self.growth.day_reached(target.cmp, value)
    }
}

impl<'w> Judge<'w> {
    /// Tallies a measure in every cell.
    pub(super) fn tally(
        &self,
        measure: &'w Measure,
        grid: &Grid<'w>,
        id: Option<&str>,
        until_closing: bool,
        reasons: &mut Reasons<'w>,
    ) -> Vec<Tally<'w>> {
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
        reasons: &mut Reasons<'w>,
    ) -> Vec<Tally<'w>> {
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
                let hits = hits.get_mut(cell).map(std::mem::take).unwrap_or_default();
                if by_element {
                    keyed.add_plain(hits);
                } else {
                    hits.iter().for_each(|hit| self.each_key(source, hit.element, &mut |key| keyed.add(key, hit)));
                }
                keyed.unnamed += unnamed.get(cell).map_or(0, |counts| counts.iter().sum::<i64>());
            }
        }
        keyed.into_iter().map(|keyed| keyed.tally(reasons)).collect()
    }

    /// The keys by which a source counts an element.
    pub(super) fn each_key(&self, source: &'w Source, element: Element<'w>, found: &mut dyn FnMut(Option<Key<'w>>)) {
        if source.distinct.is_empty() {
            return found(Some(Key::of(&element)));
        }
        let reading = self.world.reading_for(source, &element);
        keys::each(self.world, &source.distinct, element, reading, found);
    }

    /// Keeps the containers whose nested requirement is, or may be, met.
    fn having(
        &self,
        nested: &'w crate::package::model::Requirement,
        hits: Vec<Vec<Hit<'w>>>,
        outer: &Grid<'w>,
        until_closing: bool,
        reasons: &mut Reasons<'w>,
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
                            if reasons.are_wanted() {
                                let (lo, target) = cell.short();
                                let sign = match &nested.body {
                                    Body::Leaf(_, target) => target.cmp.sign_unless_usual(),
                                    _ => "",
                                };
                                reasons.note(&hit.element, Reason::Short(lo, format!("{sign}{target}")));
                            }
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
                            reasons.note(&hit.element, Reason::OutsideWindow(hit.day));
                            return None;
                        }
                        Some(Hit { tri: hit.tri.min(placed), ..hit })
                    })
                    .collect()
            })
            .collect()
    }

    fn sum(
        &self,
        sources: &'w [Source],
        grid: &Grid<'w>,
        id: Option<&str>,
        reasons: &mut Reasons<'w>,
    ) -> Vec<Tally<'w>> {
        let mut tallies: Vec<Tally<'w>> = grid.cells.iter().map(|_| Tally::of(Range::ZERO)).collect();
        // One element through two parts of a union is added once.
        let mut added: Vec<BTreeSet<String>> = grid.cells.iter().map(|_| BTreeSet::new()).collect();
        for source in sources {
            let hits = self.gather(source, grid, id, reasons);
            for ((hits, tally), added) in hits.into_iter().zip(&mut tallies).zip(&mut added) {
                if source.distinct.is_empty() {
                    for hit in hits {
                        if sources.len() == 1 || added.insert(missing_field(source, &hit).to_string()) {
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

    fn add_value(&self, source: &'w Source, hit: &Hit<'w>, tally: &mut Tally<'w>) {
        tally.counted.push(hit.element);
        match self.value(source, hit.element) {
            Some(value) => {
                if hit.tri == Tri::Yes {
                    tally.range.lo = tally.range.lo.and_then(|lo| lo.plus(value));
                    if hit.day.is_some() {
                        tally.growth.add(hit.day, value);
                    }
                }
                tally.range.hi = tally.range.hi.and_then(|hi| hi.plus(value));
                tally.possible.add(hit.day, value);
            }
            None => {
                tally.missing.push(missing_field(source, hit));
                tally.range.hi = None;
            }
        }
    }

    /// Per key the latest value; undetermined later ones could stand in its place.
    fn add_latest(&self, source: &'w Source, hits: Vec<Hit<'w>>, tally: &mut Tally<'w>, reasons: &mut Reasons<'w>) {
        let mut by_key: Vec<(Key<'w>, Hit<'w>)> = Vec::new();
        for hit in hits {
            self.each_key(source, hit.element, &mut |key| {
                if let Some(key) = key {
                    return by_key.push((key, hit.clone()));
                }
                // It may be one more key, or one of those that are there.
                let value = self.value(source, hit.element);
                tally.range.hi = tally.range.hi.zip(value).and_then(|(hi, value)| hi.plus(value));
                if let Some(value) = value {
                    tally.possible.add(hit.day, value);
                }
                tally.counted.push(hit.element);
                tally.missing.push(Missing::Element(hit.element));
            });
        }
        by_key.sort_by(|(a_key, a), (b_key, b)| a_key.cmp(b_key).then_with(|| a.element.order(&b.element)));
        for hits in by_key.chunk_by(|(a, _), (b, _)| a == b) {
            let certain = hits.iter().rposition(|(_, hit)| hit.tri == Tri::Yes);
            let (older, open) = hits.split_at_checked(certain.unwrap_or(0)).unwrap_or_default();
            for (_, older) in older {
                reasons.note(&older.element, Reason::NotLatest);
            }
            let values: Option<Vec<Exact>> = open.iter().map(|(_, hit)| self.value(source, hit.element)).collect();
            tally.counted.extend(open.iter().map(|(_, hit)| hit.element));
            match values {
                Some(values) => {
                    let least = if certain.is_some() { values.iter().min().copied() } else { None };
                    let least = least.unwrap_or(Exact::ZERO);
                    let greatest = values.iter().max().copied().unwrap_or(Exact::ZERO);
                    tally.range.lo = tally.range.lo.and_then(|lo| lo.plus(least));
                    tally.range.hi = tally.range.hi.and_then(|hi| hi.plus(greatest));
                    let day = open.first().and_then(|(_, hit)| hit.day);
                    if day.is_some() {
                        tally.growth.add(day, least);
                    }
                    tally.possible.add(day, greatest);
                }
                None => {
                    tally.range.hi = None;
                    tally.missing.extend(open.iter().map(|(_, hit)| missing_field(source, hit)));
                }
            }
        }
    }

    /// The number of an element that a sum adds up.
    pub(super) fn value(&self, source: &'w Source, element: Element<'w>) -> Option<Exact> {
        let path = source.field.as_ref()?;
        let mut found = None;
        self.world.walk(path, element, self.world.reading_for(source, &element), &mut |reached| {
            if let super::walk::Reached::Value(value) = reached {
                found = super::test::number(value);
            }
        });
        found
    }

    fn coverage(&self, coverage: &'w Coverage, grid: &Grid<'w>, reasons: &mut Reasons<'w>) -> Vec<Tally<'w>> {
        let mut unplaced = Vec::new();
        // A day that nobody covered cannot be made up by moving a record.
        let hits = self.gather(&coverage.source, grid, None, reasons);
        for (cell, hits) in grid.cells.iter().zip(hits) {
            let mut tally = Tally::of(Range::ZERO);
            let covered = self.covered(coverage, &hits, &mut tally);
            self.sweep(coverage, cell.span.first, cell.span.last, &covered, &mut tally);
            unplaced.push(tally);
        }
        unplaced
    }

    /// What the elements of a cell cover, in the order of keys and days.
    pub(super) fn covered(&self, coverage: &'w Coverage, hits: &[Hit<'w>], tally: &mut Tally<'w>) -> Vec<Covered<'w>> {
        let mut covered: Vec<Covered<'w>> = Vec::with_capacity(hits.len());
        tally.counted.reserve(hits.len());
        for hit in hits {
            let Some(days) = self.interval_of(coverage, hit.element) else {
                tally.missing.push(Missing::Field(hit.element, &coverage.from.text));
                continue;
            };
            tally.counted.push(hit.element);
            if coverage.source.distinct.is_empty() {
                covered.push(Covered { by: Cover::Entry(hit.element.entry.id()), tri: hit.tri, days });
                continue;
            }
            let mut at = 0;
            self.each_key(&coverage.source, hit.element, &mut |key| {
                covered.push(match key {
                    Some(key) => Covered { by: Cover::Values(key), tri: hit.tri, days },
                    None => {
                        tally.missing.push(Missing::Element(hit.element));
                        Covered { by: Cover::Unknown(hit.element.to_string(), at), tri: Tri::Maybe, days }
                    }
                });
                at += 1;
            });
        }
        covered.sort_by(|a, b| (&a.by, a.days).cmp(&(&b.by, b.days)));
        covered
    }

    /// The first and last day that an element covers.
    pub(super) fn interval_of(&self, coverage: &'w Coverage, element: Element<'w>) -> Option<(Date, Date)> {
        let reading = self.world.reading_for(&coverage.source, &element);
        let day = |path: &Path| {
            let mut day = None;
            self.world.walk(path, element, reading, &mut |reached| {
                if let super::walk::Reached::Value(Value::Date(date)) = reached {
                    day = Some(date);
                }
            });
            day
        };
        let from = day(&coverage.from)?;
        // A posting without an end lasts; a record without one stands for its day.
        let open_end = if element.entry.date().is_some() { from } else { self.world.end };
        let to = day(&coverage.to).unwrap_or(open_end);
        // A posting does not outlast the worker's own days in the register.
        let (begun, ended) = element.registered();
        Some((begun.map_or(from, |begun| from.max(begun)), ended.map_or(to, |ended| to.min(ended))))
    }

    fn sweep(&self, coverage: &Coverage, first: Date, last: Date, covered: &[Covered<'w>], tally: &mut Tally<'w>) {
        let depth = i64::from(coverage.depth);
        let (mut certain, mut possible) = (Depth::of(covered, Tri::Yes), Depth::of(covered, Tri::Maybe));
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
                    uncovered(&mut tally.ahead, day, depth - certain.on(day));
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

fn uncovered(stretches: &mut Vec<Uncovered>, day: Date, lacking: i64) {
    let lacking = u32::try_from(lacking).unwrap_or(0);
    match stretches.last_mut() {
        Some(last) if last.to.plus_days(1) == day && last.lacking == lacking => last.to = day,
        _ => stretches.push(Uncovered { from: day, to: day, lacking }),
    }
}

/// Days that something covers.
pub(super) struct Covered<'w> {
    by: Cover<'w>,
    tri: Tri,
    days: (Date, Date),
}

/// What covers days.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Cover<'w> {
    /// An entry, when nothing else tells apart.
    Entry(&'w str),
    /// The values that tell apart.
    Values(Key<'w>),
    /// An element of which a value is missing, with the place of its key: perhaps one more.
    Unknown(String, usize),
}

/// How many keys cover a day, asked for one day after another.
pub(super) struct Depth {
    /// Keys that begin, less those that ended the day before.
    changes: std::iter::Peekable<std::vec::IntoIter<(Date, i32)>>,
    now: i64,
}

impl Depth {
    /// Of what covers days so surely, in the order of keys and days.
    pub(super) fn of(covered: &[Covered<'_>], least: Tri) -> Self {
        let mut changes: Vec<(Date, i32)> = Vec::new();
        for spans in covered.chunk_by(|a, b| a.by == b.by) {
            let spans = spans.iter().filter(|span| span.tri >= least).map(|span| span.days);
            let mut spans = spans.filter(|(from, to)| from <= to);
            // One key covers a day once, however often it says so.
            let Some(mut joined) = spans.next() else { continue };
            let mut note = |(from, to): (Date, Date)| {
                changes.push((from, 1));
                let after = to.plus_days(1);
                if after > to {
                    changes.push((after, -1));
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
        changes.sort_unstable_by_key(|(day, _)| *day);
        Self { changes: changes.into_iter().peekable(), now: 0 }
    }

    /// How many cover the day.
    pub(super) fn on(&mut self, day: Date) -> i64 {
        while let Some((_, change)) = self.changes.next_if(|(from, _)| *from <= day) {
            self.now += i64::from(change);
        }
        self.now
    }
}

fn missing_field<'w>(source: &'w Source, hit: &Hit<'w>) -> Missing<'w> {
    Missing::Field(hit.element, source.field.as_ref().map_or("", |path| &path.text))
}

fn ratio<'w>(above: Tally<'w>, below: Tally<'w>) -> Tally<'w> {
    let mut tally = Tally::of(above.range.over(&below.range));
    tally.counted = above.counted;
    add_new(&mut tally.counted, below.counted);
    tally.missing = above.missing;
    tally.missing.extend(below.missing);
    if tally.range == Range::UNDEFINED {
        tally.missing.push(Missing::Named("over"));
    }
    tally
}

/// Adds the elements whose names are not there yet, each once.
fn add_new<'w>(known: &mut Vec<Element<'w>>, more: Vec<Element<'w>>) {
    let mut names: Vec<Element<'w>> = known.clone();
    sort_by_name(&mut names, |element| *element);
    let mut candidates: Vec<(usize, Element<'w>)> = more.into_iter().enumerate().collect();
    sort_by_name(&mut candidates, |(_, element)| *element);
    candidates.dedup_by(|(_, b), (_, a)| a.by_name(b).is_eq());
    candidates.retain(|(_, element)| names.binary_search_by(|name| name.by_name(element)).is_err());
    candidates.sort_unstable_by_key(|(at, _)| *at);
    known.extend(candidates.into_iter().map(|(_, element)| element));
}

/// The hits of a cell by key.
#[derive(Default)]
struct Keyed<'w> {
    /// By the element itself, when nothing else tells apart.
    plain: Vec<Hit<'w>>,
    by_key: Vec<(Key<'w>, Hit<'w>)>,
    keyless: Vec<Hit<'w>>,
    unnamed: i64,
}

impl<'w> Keyed<'w> {
    fn add_plain(&mut self, hits: Vec<Hit<'w>>) {
        if self.plain.is_empty() {
            self.plain = hits;
        } else {
            self.plain.extend(hits);
        }
    }

    fn add(&mut self, key: Option<Key<'w>>, hit: &Hit<'w>) {
        match key {
            Some(key) => self.by_key.push((key, hit.clone())),
            None => self.keyless.push(hit.clone()),
        }
    }

    fn tally(mut self, reasons: &mut Reasons<'w>) -> Tally<'w> {
        let mut tally = Tally::of(Range::ZERO);
        // In the order of names, mostly one hit of each.
        let is_single = self.plain.is_sorted_by(|a, b| a.element.by_name(&b.element).is_lt());
        if !is_single {
            self.plain.sort_by(|a, b| a.element.by_name(&b.element));
        }
        let mut groups = Groups { lo: 0, hi: 0, tally: &mut tally, reasons };
        for hits in self.plain.chunk_by(|a, b| !is_single && a.element.by_name(&b.element).is_eq()) {
            groups.add(hits.iter());
        }
        self.by_key.sort_by(|(a, _), (b, _)| a.cmp(b));
        for hits in self.by_key.chunk_by(|(a, _), (b, _)| a == b) {
            groups.add(hits.iter().map(|(_, hit)| hit));
        }
        let (lo, hi) = (groups.lo, groups.hi);
        let hi = hi + self.keyless.len() + usize::try_from(self.unnamed).unwrap_or(0);
        if self.unnamed > 0 {
            tally.possible.add(None, Exact::whole(self.unnamed));
            tally.missing.push(Missing::Named("participants"));
        }
        for hit in &self.keyless {
            tally.possible.add_one(hit.day);
            tally.missing.push(Missing::Element(hit.element));
            tally.counted.push(hit.element);
        }
        if !(self.by_key.is_empty() && self.keyless.is_empty()) {
            // One element may bear several keys, and miss some.
            let counted = std::mem::take(&mut tally.counted);
            add_new(&mut tally.counted, counted);
        }
        tally.range = Range::counts(lo, hi);
        tally
    }
}

/// Groups of hits that count as one.
struct Groups<'t, 'w> {
    lo: usize,
    hi: usize,
    tally: &'t mut Tally<'w>,
    reasons: &'t mut Reasons<'w>,
}

impl<'w> Groups<'_, 'w> {
    fn add<'h>(&mut self, hits: impl Iterator<Item = &'h Hit<'w>> + Clone)
    where
        'w: 'h,
    {
        // The witness is the lowest (date, recorded_at, id) among the most certain.
        let order = |a: &&Hit<'w>, b: &&Hit<'w>| b.tri.cmp(&a.tri).then_with(|| a.element.order(&b.element));
        let Some(witness) = hits.clone().min_by(order) else { return };
        self.hi += 1;
        self.tally.possible.add_one(hits.clone().map(|hit| hit.day).min().flatten());
        // Of several certain ones the earliest day counts for when it was reached.
        let certain = hits.clone().filter(|hit| hit.tri == Tri::Yes).filter_map(|hit| hit.day).min();
        if witness.tri == Tri::Yes {
            self.lo += 1;
            if certain.is_some() {
                self.tally.growth.add_one(certain);
            }
        } else {
            self.tally.missing.push(Missing::Element(witness.element));
        }
        self.tally.counted.push(witness.element);
        if self.reasons.are_wanted() {
            let mut doubles: Vec<&Hit<'w>> = hits.collect();
            doubles.sort_by(order);
            for double in doubles.iter().skip(1) {
                self.reasons.note(&double.element, Reason::SameKey(witness.element));
            }
        }
    }
}
