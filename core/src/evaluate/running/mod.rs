//! Running tallies 流水计数: a requirement kept up while records come in one by one.
//!
//! For every cell of every measure the tally is kept, and a new record is added to the cells that it
//! falls into: what it gives is judged by the same code as in the whole ledger, in a world that holds
//! it alone. Only the cells whose tally changed are compared with their targets again. Where a record
//! may bear on more than its own cells, it is not taken, and the requirement is judged anew from the
//! whole ledger: nothing is ever approximated.

mod body;
mod containers;
mod counting;
mod covering;
mod frame;
mod given;
mod node;
mod summing;
mod tallies;

use super::judge::Judge;
use super::range::Range;
use super::state::State;
use crate::entry::Entry;
use crate::package::model::Requirement;
use node::Node;
use std::collections::BTreeSet;

/// A requirement with the tallies of its cells.
#[derive(Clone, Debug)]
pub(crate) struct Running(Node);

/// It takes the whole ledger to say what a record changes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NotTaken;

/// A part or cell of a requirement as it stands now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) state: State,
    pub(crate) range: Option<Range>,
}

/// A step from a requirement or cell to what lies in it.
#[derive(Clone, Debug)]
pub(crate) enum Way {
    /// To a part.
    Part(usize),
    /// To a cell, by its members and period.
    Cell(Vec<String>, Option<String>),
}

/// A new record, with the judge of the world that holds it alone.
struct New<'j, 'w> {
    judge: &'j Judge<'w>,
    entry: &'w Entry,
}

/// Numbers of the rows in which a requirement, its parts and its cells stand.
struct Rows<'f> {
    find: &'f dyn Fn(&[Way]) -> Option<usize>,
    given: BTreeSet<usize>,
}

impl Rows<'_> {
    /// The row of a place; none when there is none, or another place has it.
    fn of(&mut self, way: &[Way]) -> Option<usize> {
        (self.find)(way).filter(|row| self.given.insert(*row))
    }
}

impl Running {
    /// The tallies of a requirement in the whole ledger; none where records cannot be taken one by one.
    ///
    /// `find` numbers the places that stand somewhere.
    pub(crate) fn of<'w>(
        judge: &Judge<'w>,
        requirement: &'w Requirement,
        find: &dyn Fn(&[Way]) -> Option<usize>,
    ) -> Option<Self> {
        Node::of(judge, requirement, &[], &mut Rows { find, given: BTreeSet::new() }).map(Self)
    }

    /// Takes a new record in; returns the places whose tallies it changed, by their rows.
    ///
    /// `judge` judges the record alone ([`Judge::alone`]). When it is not taken, the tallies are of no use any more.
    pub(crate) fn take<'w>(
        &mut self,
        judge: &Judge<'w>,
        requirement: &'w Requirement,
        entry: &'w Entry,
    ) -> Result<Vec<(usize, Place)>, NotTaken> {
        let mut rows = Vec::new();
        self.0.take(&New { judge, entry }, requirement, &mut rows)?;
        Ok(rows)
    }
}
