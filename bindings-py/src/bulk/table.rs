//! Tables of Arrow.

use super::by_contract::{ByContract, Contracts, Finder};
use super::cell::{Cell, Cells};
use super::names::Names;
use super::{CONTRACT, Found, Heard, Rows, shape};
use arrow_array::{RecordBatch, RecordBatchReader};
use jiexiang::api::Misuse;
use jiexiang::time::Date;
use jiexiang::{Ledger, kind};

/// The rows of tables, by contract.
pub(super) struct Tables {
    batches: Vec<Batch>,
    runs: ByContract<Run>,
    size: usize,
}

/// Rows of one batch that stand behind one another.
struct Run {
    batch: u32,
    first: u32,
    rows: u32,
}

struct Batch {
    /// The kind of all rows; none when each row says its own.
    table: Option<&'static str>,
    /// Rows of the table before this batch.
    before: usize,
    columns: Vec<(String, Cells)>,
}

impl Tables {
    /// Takes in all batches, and answers also the rows that belong to no contract.
    pub(super) fn read(
        tables: Vec<(Option<String>, Box<dyn RecordBatchReader + Send>)>,
        contracts: &Contracts<'_>,
    ) -> Result<(Self, Vec<Found>), Misuse> {
        let mut read = Self { batches: Vec::new(), runs: ByContract::new(), size: 0 };
        let mut lost = Vec::new();
        for (name, table) in tables {
            let kind = name.as_deref().map(|name| kind::find(name).ok_or_else(|| no_kind(name))).transpose()?;
            shape::check(table.schema().fields(), kind)?;
            let mut before = 0;
            for batch in table {
                let batch = batch.map_err(|error| Misuse {
                    code: "option_invalid",
                    path: "table".to_owned(),
                    message: format!("the table cannot be read: {error}"),
                })?;
                let rows = batch.num_rows();
                read.take_in(kind.map(|kind| kind.name), before, &batch, contracts, &mut lost);
                before += rows;
            }
            read.size += before;
        }
        read.runs.sort();
        Ok((read, lost))
    }

    /// Rows of all tables.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    fn take_in(
        &mut self,
        table: Option<&'static str>,
        before: usize,
        batch: &RecordBatch,
        contracts: &Contracts<'_>,
        lost: &mut Vec<Found>,
    ) {
        let number = u32::try_from(self.batches.len()).unwrap_or(u32::MAX);
        let names = batch.column_by_name(CONTRACT).and_then(Names::of);
        let mut finder = Finder::new(contracts);
        for row in 0..batch.num_rows() {
            let name = names.as_ref().and_then(|names| names.get(row));
            match finder.find(name, table, before + row + 1) {
                Ok(contract) => match self.runs.last(contract) {
                    Some(run) if run.batch == number && (run.first + run.rows) as usize == row => run.rows += 1,
                    _ => self.runs.push(contract, Run { batch: number, first: row as u32, rows: 1 }),
                },
                Err(found) => lost.push(*found),
            }
        }
        let schema = batch.schema();
        let named = schema.fields().iter().zip(batch.columns());
        // `shape` refused what has no cells, and a table's own kind stands first.
        let columns = named
            .filter(|(field, _)| field.name() != CONTRACT && !(table.is_some() && field.name() == "kind"))
            .filter_map(|(field, column)| Some((field.name().clone(), Cells::of(column)?)));
        self.batches.push(Batch { table, before, columns: columns.collect() });
    }
}

fn no_kind(name: &str) -> Misuse {
    Misuse { code: "option_invalid", path: "table".to_owned(), message: format!("there is no kind `{name}`") }
}

impl Rows for Tables {
    fn read(&self, contract: usize, ledger: &mut Ledger, import_date: Option<Date>, heard: Heard<'_>) {
        for run in self.runs.of(contract) {
            let batch = &self.batches[run.batch as usize];
            let rows = (run.first as usize..(run.first + run.rows) as usize)
                .map(|row| (batch.before + row + 1, Cell::Row { kind: batch.table, columns: &batch.columns, row }));
            ledger.add_all_given(batch.table.unwrap_or("table"), rows, import_date, |number, findings| {
                heard(batch.table, number, findings);
            });
        }
    }
}
