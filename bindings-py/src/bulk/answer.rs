//! The tables that go out.

use super::Found;
use arrow_array::builder::{BooleanBuilder, Float64Builder, StringBuilder, UInt64Builder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use jiexiang::evaluate::{Evaluation, Outcome, RequirementAnswer};
use jiexiang::finding::Locale;
use jiexiang::number::Exact;
use pyo3::prelude::*;
use serde_json::Value;
use std::sync::Arc;

/// A schema of columns that may all be empty.
fn schema(columns: &[(&str, DataType)]) -> SchemaRef {
    let fields = columns.iter().map(|(name, ty)| Field::new(*name, ty.clone(), true));
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

fn batch(schema: SchemaRef, columns: Vec<ArrayRef>) -> PyResult<RecordBatch> {
    RecordBatch::try_new(schema, columns).map_err(|error| pyo3::exceptions::PyRuntimeError::new_err(error.to_string()))
}

/// One row for each requirement and part of each contract: the columns of `Evaluation.rows`
/// that need no reasons, behind the contract.
pub(super) struct RowTable {
    locale: Locale,
    texts: [StringBuilder; 11],
    holding: BooleanBuilder,
    numbers: [Float64Builder; 4],
    counts: [UInt64Builder; 3],
}

impl RowTable {
    pub(super) fn new(locale: Locale) -> Self {
        Self {
            locale,
            texts: Default::default(),
            holding: BooleanBuilder::new(),
            numbers: Default::default(),
            counts: Default::default(),
        }
    }

    pub(super) fn schema() -> SchemaRef {
        let (text, number, count) = (DataType::Utf8, DataType::Float64, DataType::UInt64);
        schema(&[
            ("contract", text.clone()),
            ("group", text.clone()),
            ("indicator", text.clone()),
            ("requirement", text.clone()),
            ("part_of", text.clone()),
            ("clause", text.clone()),
            ("label", text.clone()),
            ("outcome", text.clone()),
            ("holding", DataType::Boolean),
            ("lo", number.clone()),
            ("hi", number.clone()),
            ("cmp", text.clone()),
            ("target", number.clone()),
            ("unit", text.clone()),
            ("fraction", number),
            ("cells", count.clone()),
            ("cells_met", count.clone()),
            ("waived", count),
            ("marks", text),
        ])
    }

    /// Adds all requirements of an evaluation.
    pub(super) fn push(&mut self, evaluation: &Evaluation) {
        let contract = &*evaluation.contract;
        for indicator in &evaluation.indicators {
            for answer in &indicator.requirements {
                self.answer(contract, "indicator", Some(&indicator.id), answer, None);
            }
        }
        for (group, answers) in [("obligation", &evaluation.obligations), ("provider", &evaluation.provider)] {
            answers.iter().for_each(|answer| self.answer(contract, group, None, answer, None));
        }
    }

    fn answer(
        &mut self,
        contract: &str,
        group: &str,
        indicator: Option<&str>,
        answer: &RequirementAnswer,
        whole: Option<&str>,
    ) {
        let id = answer.id.as_deref();
        let label = answer.labels.as_ref().map(|labels| labels.of(self.locale));
        let target = answer.target.as_ref();
        let marks: Vec<String> = answer.marks.iter().map(|mark| word(mark)).collect();
        let texts = [
            Some(contract),
            Some(group),
            indicator,
            id,
            whole,
            Some(&*answer.clause),
            label,
            (!answer.text_only).then(|| answer.outcome.name()),
            target.map(|target| target.cmp),
            target.map(|target| &*target.unit).filter(|unit| !unit.is_empty()),
            Some(&marks.join(";")),
        ];
        self.texts.iter_mut().zip(texts).for_each(|(column, text)| column.append_option(text));
        self.holding.append_value(answer.holding);
        let range = answer.range.as_ref();
        let numbers = [
            range.and_then(|range| range.lo),
            range.and_then(|range| range.hi),
            target.and_then(|target| target.value),
            Some(answer.fraction),
        ];
        self.numbers.iter_mut().zip(numbers).for_each(|(column, exact)| column.append_option(exact.map(shown)));
        let owed = answer.cells.iter().filter(|cell| cell.waived.is_none());
        let met = owed.clone().filter(|cell| cell.outcome == Outcome::Met).count();
        let counts = [owed.count(), met, answer.waived.len()];
        self.counts.iter_mut().zip(counts).for_each(|(column, count)| column.append_value(count as u64));
        for part in &answer.parts {
            self.answer(contract, group, indicator, part, id.or(whole));
        }
    }

    pub(super) fn finish(mut self) -> PyResult<RecordBatch> {
        let mut texts = self.texts.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef);
        let mut numbers = self.numbers.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef);
        let mut counts = self.counts.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef);
        let mut holding = Some(Arc::new(self.holding.finish()) as ArrayRef);
        let schema = Self::schema();
        let columns = schema.fields().iter().filter_map(|field| match field.data_type() {
            DataType::Utf8 => texts.next(),
            DataType::Float64 => numbers.next(),
            DataType::UInt64 => counts.next(),
            _ => holding.take(),
        });
        let columns = columns.collect();
        batch(schema, columns)
    }
}

/// The word of a mark on the wire.
fn word(mark: &impl serde::Serialize) -> String {
    match serde_json::to_value(mark) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}

/// An exact number for display; verdicts are the core's.
fn shown(exact: Exact) -> f64 {
    let text = exact.to_string();
    let parse = |text: &str| text.parse::<f64>().unwrap_or(f64::NAN);
    text.split_once('/').map_or_else(|| parse(&text), |(above, below)| parse(above) / parse(below))
}

/// One row for each finding.
pub(super) struct FindingTable {
    locale: Locale,
    texts: [StringBuilder; 7],
    row: UInt64Builder,
    character: UInt64Builder,
}

impl FindingTable {
    pub(super) fn new(locale: Locale) -> Self {
        Self { locale, texts: Default::default(), row: UInt64Builder::new(), character: UInt64Builder::new() }
    }

    pub(super) fn schema() -> SchemaRef {
        let text = DataType::Utf8;
        schema(&[
            ("contract", text.clone()),
            ("table", text.clone()),
            ("row", DataType::UInt64),
            ("character", DataType::UInt64),
            ("severity", text.clone()),
            ("code", text.clone()),
            ("path", text.clone()),
            ("message", text.clone()),
            ("help", text),
        ])
    }

    pub(super) fn push(&mut self, found: &Found) {
        let finding = &found.finding;
        let (message, help) = (finding.message(self.locale), finding.help(self.locale));
        let texts = [
            found.contract.as_deref(),
            found.table,
            Some(finding.severity.name()),
            Some(finding.code.as_str()),
            Some(&*finding.path),
            Some(&*message),
            Some(&*help),
        ];
        self.texts.iter_mut().zip(texts).for_each(|(column, text)| column.append_option(text));
        self.row.append_value(found.row as u64);
        self.character.append_option(finding.position.map(|position| position.column as u64));
    }

    pub(super) fn finish(mut self) -> PyResult<RecordBatch> {
        let mut texts = self.texts.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef);
        let mut counts =
            [&mut self.row, &mut self.character].into_iter().map(|column| Arc::new(column.finish()) as ArrayRef);
        let schema = Self::schema();
        let columns = schema.fields().iter().filter_map(|field| match field.data_type() {
            DataType::Utf8 => texts.next(),
            _ => counts.next(),
        });
        let columns = columns.collect();
        batch(schema, columns)
    }
}
