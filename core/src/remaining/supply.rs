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
        let one_a_day = one_a_day(source) || self.one_at_a_time(cell.requirement, source).is_some();
        if let (true, Some(left)) = (one_a_day, days.count())
            && needed > left
        {
            let finding = self.about_cell(cell, Finding::new(codes::TOO_FEW_DAYS));
            return Some(finding.with("needed", needed).with("days", left));
        }
        if let (Some(path), false) = (self.own_key(cell.requirement, source), has == Exact::ZERO && needed <= 1) {
            let left = u64::from(has == Exact::ZERO);
            let finding = self.about(cell, Finding::new(codes::TOO_FEW_VALUES));
            return Some(finding.with("field", &path.text).with("needed", needed).with("left", left));
        }
        if let (Some((day, path)), Some(days)) = (day_and_code(source), days.count()) {
            // Each value once on each of the days that are left.
            let left = u64::try_from(self.values_of(source, path)?.len()).ok()?.saturating_mul(days);
            let finding = self.about(cell, Finding::new(codes::TOO_FEW_VALUES)).with("needed", needed);
            let field = format!("{} × {}", day.text, path.text);
            return (needed > left).then(|| finding.with("field", field).with("left", left));
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
    matches!(source.apart(), [path] if places(source, path)) && source.of.kind().family == Family::Record
}

/// The keys, when they are the day by which records are placed and a code out of a list.
fn day_and_code(source: &Source) -> Option<(&Path, &Path)> {
    let placed = |path: &Path| places(source, path);
    let is_code = |path: &Path| matches!(path.ty, Type::Code) && path.is_own();
    match source.apart() {
        [day, code] | [code, day] if placed(day) && is_code(code) => Some((day, code)),
        _ => None,
    }
}

/// Whether a day of an element's own is the one that places it in a window.
fn places(source: &Source, day: &Path) -> bool {
    let is_day = matches!(day.ty, Type::Date) && day.is_own();
    is_day && source.placing.first().is_some_and(|by| by.text == day.text)
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
