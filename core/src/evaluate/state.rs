//! How cells, parts and requirements stand, as far as they are combined with each other.

use super::outcome::Outcome;
use super::range::Range;
use super::span::Span;
use super::tri::Tri;
use crate::number::Exact;
use crate::package::model::Target;

/// What of a cell or part decides about what it is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State {
    /// Where it stands.
    pub(crate) outcome: Outcome,
    /// Open, but holding now.
    pub(crate) holding: bool,
    /// Whether the target is reached for sure, whatever time remains.
    pub(crate) sure: Tri,
}

impl State {
    /// Nothing is owed, or nothing is known.
    const UNKNOWN: Self = Self { outcome: Outcome::Unknown, holding: false, sure: Tri::Maybe };

    /// Of a measure against its target in the days of a cell.
    pub(super) fn of_measure(target: &Target, value: Option<Exact>, range: Range, span: &Span, falls: bool) -> Self {
        let mut sure = value.map_or(Tri::Maybe, |value| range.meets(target.cmp, value));
        let mut outcome;
        if span.waits_for.is_some() {
            outcome = if span.over { Outcome::NotMet } else { Outcome::Unknown };
            sure = if span.over { Tri::No } else { Tri::Maybe };
        } else {
            outcome = Outcome::judge(sure, target.cmp, falls, span);
        }
        let mut holding = outcome == Outcome::Open && sure == Tri::Yes && span.begun;
        if span.infeasible {
            (outcome, holding) = (if span.over { Outcome::NotMet } else { Outcome::Open }, false);
        }
        Self { outcome, holding, sure }
    }

    /// Of a cell that is perhaps not owed at all: only what holds either way is certain.
    pub(super) fn if_owed(self, owed: Tri) -> Self {
        if owed != Tri::Maybe {
            return self;
        }
        let is_certain = self.outcome == Outcome::Met || self.holding;
        Self {
            outcome: if is_certain { self.outcome } else { Outcome::Unknown },
            sure: self.sure.max(Tri::Maybe),
            ..self
        }
    }

    /// Of several parts of which all, or one, are needed.
    pub(super) fn joined(parts: impl Iterator<Item = Self> + Clone, all: bool) -> Self {
        let outcomes = parts.clone().map(|part| part.outcome);
        let outcome = if all { outcomes.min() } else { outcomes.max() }.unwrap_or(Outcome::Unknown);
        let sures = parts.clone().map(|part| part.sure);
        let sure = if all { sures.min() } else { sures.max() }.unwrap_or(Tri::Maybe);
        let mut parts = parts;
        let holds = |part: Self| part.outcome == Outcome::Met || part.holding;
        let holding = outcome == Outcome::Open && if all { parts.all(holds) } else { parts.any(holds) };
        Self { outcome, holding, sure }
    }
}

/// The cells of a requirement by how they stand, so that one of them can change without a look at the others.
#[derive(Clone, Debug, Default)]
pub(super) struct Spread {
    not_met: usize,
    /// Open and not holding.
    open: usize,
    holding: usize,
    unknown: usize,
    met: usize,
    surely: usize,
    perhaps: usize,
    surely_not: usize,
    /// Cells that are owed for sure.
    owed: usize,
}

impl Spread {
    /// The cells that stand like this one.
    fn of(&mut self, state: State) -> [&mut usize; 2] {
        let outcome = match state.outcome {
            Outcome::NotMet => &mut self.not_met,
            Outcome::Open if state.holding => &mut self.holding,
            Outcome::Open => &mut self.open,
            Outcome::Unknown => &mut self.unknown,
            Outcome::Met => &mut self.met,
        };
        let sure = match state.sure {
            Tri::No => &mut self.surely_not,
            Tri::Maybe => &mut self.perhaps,
            Tri::Yes => &mut self.surely,
        };
        [outcome, sure]
    }

    /// One more cell.
    pub(super) fn add(&mut self, state: State, owed: Tri) {
        self.of(state).into_iter().for_each(|cells| *cells += 1);
        self.owed += usize::from(owed == Tri::Yes);
    }

    /// A cell stands otherwise than before.
    pub(super) fn change(&mut self, before: State, after: State) {
        self.of(before).into_iter().for_each(|cells| *cells = cells.saturating_sub(1));
        self.of(after).into_iter().for_each(|cells| *cells += 1);
    }

    /// How all of them stand together.
    ///
    /// Where nothing is owed for sure, nothing is met, unless cells were waived beside these: a waived
    /// cell stands for one that was owed.
    pub(super) fn settled(&self, is_any_waived: bool) -> State {
        let outcome = match self {
            Self { not_met: 1.., .. } => Outcome::NotMet,
            Self { open: 1.., .. } | Self { holding: 1.., .. } => Outcome::Open,
            Self { unknown: 1.., .. } => Outcome::Unknown,
            Self { met: 1.., .. } => Outcome::Met,
            _ => return State::UNKNOWN,
        };
        let sure = match self {
            Self { surely_not: 1.., .. } => Tri::No,
            Self { perhaps: 1.., .. } => Tri::Maybe,
            _ => Tri::Yes,
        };
        let holding = outcome == Outcome::Open && self.open + self.unknown == 0;
        if self.owed > 0 || is_any_waived {
            return State { outcome, holding, sure };
        }
        let outcome = if outcome == Outcome::Met { Outcome::Unknown } else { outcome };
        State { outcome, holding, sure: sure.min(Tri::Maybe) }
    }
}
