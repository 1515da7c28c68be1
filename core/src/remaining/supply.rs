//! Whether there are as many different days, or different values, as new elements must have.

use super::days::Days;
use super::plan::Planner;
use crate::evaluate::{CellStanding, Details};
use crate::finding::{Finding, remaining as codes};
use crate::kind::{Family, Type};
use crate::number::Exact;
use crate::package::model::{Cond, Link, Operand, Path, Requirement, Source, Step, Test};
use crate::package::wording;

impl<'w> Planner<'_, 'w> {
    /// More different days, or different values, than there are.
    pub(super) fn too_few(
        &self,
        cell: &CellStanding<'w>,
        details: &Details<'w>,
        source: &'w Source,
        needed: u64,
        days: Days,
    ) -> Option<Finding> {
        let has = cell.cell.range.and_then(|range| range.lo).unwrap_or(Exact::ZERO);
        if source.latest_of.as_ref().is_some_and(Vec::is_empty)
            && source.distinct.is_empty()
            && Exact::size(usize::try_from(needed).ok()?).plus(has).is_none_or(|all| all > Exact::ONE)
        {
            let finding = self.about(cell, Finding::new(codes::ONLY_THE_LATEST));
            return Some(finding.with("target", cell.cell.target.unwrap_or(Exact::ZERO)));
        }
        if let Some(finding) = self.beyond_days(cell, source, needed, days) {
            return Some(finding);
        }
        if let (Some(path), false) = (self.own_key(cell.requirement, source), has == Exact::ZERO && needed <= 1) {
            let left = u64::from(has == Exact::ZERO);
            let finding = self.about(cell, Finding::new(codes::TOO_FEW_VALUES));
            return Some(finding.with("field", &path.text).with("needed", needed).with("left", left));
        }
        let path = closed_key(source)?;
        let allowed = self.values_of(source, path)?;
        let taken = |code: &String| details.keys.iter().any(|key| key.first().is_some_and(|key| **key == **code));
        let left = u64::try_from(allowed.iter().filter(|code| !taken(code)).count()).ok()?;
        (needed > left).then(|| {
            let finding = self.about(cell, Finding::new(codes::TOO_FEW_VALUES));
            finding.with("field", &path.text).with("needed", needed).with("left", left)
        })
    }

    /// More elements that differ by their day than the days that are left can hold.
    pub(super) fn beyond_days(
        &self,
        cell: &CellStanding<'w>,
        source: &Source,
        needed: u64,
        days: Days,
    ) -> Option<Finding> {
        let left = days.count()?;
        if (one_a_day(source) || self.is_one_at_a_time(cell.requirement, source)) && needed > left {
            let finding = self.about_cell(cell, Finding::new(codes::TOO_FEW_DAYS));
            return Some(finding.with("needed", needed).with("days", left));
        }
        let (day, path) = day_key(source).filter(|(day, _)| places(source, day))?;
        let path = path?;
        let left = self.times_codes(source, path, left)?;
        let finding = self.about(cell, Finding::new(codes::TOO_FEW_VALUES)).with("needed", needed);
        let field = format!("{} × {}", day.text, path.text);
        (needed > left).then(|| finding.with("field", field).with("left", left))
    }

    /// The days on which so many can be made: what names its period may come after it, and has to where
    /// elements differ by their day and there are too few days before.
    pub(super) fn days_for(&self, source: &Source, needed: u64, days: Days) -> Days {
        let room = day_key(source)
            .filter(|_| source.is_for_period())
            .zip(days.count())
            .and_then(|((_, path), left)| path.map_or(Some(left), |path| self.times_codes(source, path, left)));
        if room.is_some_and(|room| needed > room) { Days { last: None, late: true, ..days } } else { days }
    }

    /// Each value of a code once on each of so many days.
    fn times_codes(&self, source: &Source, path: &Path, days: u64) -> Option<u64> {
        Some(u64::try_from(self.values_of(source, path)?.len()).ok()?.saturating_mul(days))
    }

    /// The codes that a path may have.
    fn values_of(&self, source: &Source, path: &Path) -> Option<Vec<String>> {
        allowed(&source.cond, path).or_else(|| {
            let list = self.world.plan.codes.lists.get(&path.list)?;
            Some(list.iter().map(|entry| entry.code.to_string()).collect())
        })
    }

    /// The key by which elements are told apart, when it is the member that they are for.
    fn own_key<'s>(&self, requirement: &Requirement, source: &'s Source) -> Option<&'s Path> {
        let [path] = source.apart() else { return None };
        let is_link = |link: &Link| matches!(link, Link::Reference(link) if link.text == path.text);
        let one = !path.steps.iter().any(|step| matches!(step, Step::Follow(_))) && matches!(path.ty, Type::Ref);
        (!requirement.each.is_empty() && one && source.links.iter().any(is_link)).then_some(path)
    }
}

/// Each day counts once, and it is the day by which records are placed: another day of theirs is free.
pub(super) fn one_a_day(source: &Source) -> bool {
    let placed = matches!(day_key(source), Some((day, None)) if places(source, day));
    placed && source.of.kind().family == Family::Record
}

/// The keys, when they are a day of an element's own, or that and a code out of a list.
fn day_key(source: &Source) -> Option<(&Path, Option<&Path>)> {
    let is_day = |path: &Path| matches!(path.ty, Type::Date) && path.is_own();
    let is_code = |path: &Path| matches!(path.ty, Type::Code) && path.is_own();
    match source.apart() {
        [day] if is_day(day) => Some((day, None)),
        [day, code] | [code, day] if is_day(day) && is_code(code) => Some((day, Some(code))),
        _ => None,
    }
}

/// Whether a day is the one that places elements in a window.
fn places(source: &Source, day: &Path) -> bool {
    source.placing.first().is_some_and(|by| by.text == day.text)
}

/// The only key, when it is a code out of a list.
pub(super) fn closed_key(source: &Source) -> Option<&Path> {
    match source.apart() {
        [path] if matches!(path.ty, Type::Code) && path.is_own() => Some(path),
        _ => None,
    }
}

/// The values that a condition lets a path have.
fn allowed(cond: &Cond, path: &Path) -> Option<Vec<String>> {
    match cond {
        Cond::All(parts) => parts.iter().find_map(|part| allowed(part, path)),
        Cond::Named(_, part) => allowed(part, path),
        Cond::Leaf(leaf) if leaf.path.text == path.text => match &leaf.test {
            Test::In(values) => Some(values.iter().map(wording::constant_text).collect()),
            Test::Is(Operand::Value(value)) => Some(vec![wording::constant_text(value)]),
            _ => None,
        },
        _ => None,
    }
}
