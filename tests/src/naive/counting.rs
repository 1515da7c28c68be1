//! FORMAT section 5: the share done, and which elements count.

use super::measure::{Piece, Span};
use super::number::{Number, whole};
use super::source::Cell;
use super::truth::Truth;
use super::world::{Element, World};
use serde_json::Value;

impl World {
    /// `v-7`, or `v-7/subjects/0` for a list's item.
    #[must_use]
    pub fn name(&self, element: &Element) -> String {
        match &element.item {
            None => self.id(element).to_owned(),
            Some((list, at)) => format!("{}/{list}/{at}", self.id(element)),
        }
    }

    /// lo ÷ target, at most 1; an upper limit is 1 when it holds; coverage: covered ÷ required
    /// days, those to come too.
    #[must_use]
    pub fn share(&self, requirement: &Value, span: &Span, cell: &Cell, held: bool) -> Number {
        let coverage = &requirement["measure"]["coverage"];
        if coverage.is_object() {
            let last = cell.window.last.unwrap_or(self.end);
            let required = self.days_between(coverage, cell.window.first, last).len();
            let until_now = self.days_between(coverage, cell.window.first, last.min(self.as_of)).len();
            let bare = span.hi.unwrap_or(whole(until_now));
            return if required == 0 { whole(0) } else { (whole(until_now) - bare) / whole(required) };
        }
        if held {
            return whole(1);
        }
        let target = &requirement["target"];
        let wanted = if target["at_least"].is_null() { &target["more_than"] } else { &target["at_least"] };
        if wanted.is_null() {
            return whole(0);
        }
        match (span.lo, self.target_value(wanted, cell)) {
            (Some(lo), Some(value)) if value != whole(0) => (lo / value).min(whole(1)),
            _ => whole(0),
        }
    }

    /// The names of the elements that count in a cell, surely or perhaps: of equal keys the witness.
    #[must_use]
    pub fn what_counts(&self, measure: &Value, cell: &Cell) -> Vec<String> {
        if measure["ratio"].is_object() {
            let mut names = self.what_counts(&measure["ratio"]["of"], cell);
            names.extend(self.what_counts(&measure["ratio"]["over"], cell));
            return names;
        }
        if measure["coverage"].is_object() {
            let counted = self.counted(&measure["coverage"], cell, None, true);
            return counted.iter().map(|counted| self.name(&counted.element)).collect();
        }
        let is_sum = measure["sum"].is_object();
        let source = if is_sum { &measure["sum"] } else { &measure["count"] };
        let pieces = self.pieces(source, cell, None);
        let mut names = Vec::new();
        for piece in &pieces {
            if piece.counted.heads.is_some() {
                continue;
            }
            let counts = match (&piece.key, piece.source["distinct"].is_null()) {
                (Some(_), false) if is_sum => self.may_be_latest(piece, &pieces),
                (Some(_), false) => self.is_witness(piece, &pieces),
                _ => true,
            };
            if counts {
                names.push(self.name(&piece.counted.element));
            }
        }
        names
    }

    /// The most certain of a key; of those the first by (date, recorded_at, id).
    fn is_witness(&self, piece: &Piece<'_>, pieces: &[Piece<'_>]) -> bool {
        pieces.iter().filter(|other| other.key == piece.key && other.counted.heads.is_none()).all(|other| {
            other.counted.truth < piece.counted.truth
                || (other.counted.truth == piece.counted.truth
                    && self.order(&other.counted.element) >= self.order(&piece.counted.element))
        })
    }

    /// No certain one of the key is later.
    fn may_be_latest(&self, piece: &Piece<'_>, pieces: &[Piece<'_>]) -> bool {
        let mut certain = pieces.iter().filter(|other| other.key == piece.key && other.counted.truth == Truth::Yes);
        certain.all(|other| self.order(&other.counted.element) <= self.order(&piece.counted.element))
    }
}
