//! The tables that go out.

use super::Found;
use arrow_array::builder::{BooleanBuilder, Float64Builder, StringBuilder, UInt64Builder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use jiexiang::Ledger;
use jiexiang::evaluate::Verdict;
use jiexiang::finding::Locale;
use jiexiang::number::Exact;
use jiexiang::package::model::Body;
use jiexiang::time::Date;
use pyo3::prelude::*;
use std::sync::Arc;

/// A schema of columns that may all be empty.
fn schema(columns: &[(&str, DataType)]) -> SchemaRef {
    let fields = columns.iter().map(|(name, ty)| Field::new(*name, ty.clone(), true));
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

fn batch(schema: SchemaRef, columns: Vec<ArrayRef>) -> PyResult<RecordBatch> {
    RecordBatch::try_new(schema, columns).map_err(|error| pyo3::exceptions::PyRuntimeError::new_err(error.to_string()))
}

/// One row for each requirement of each contract.
pub(super) struct RowTable {
    locale: Locale,
    texts: [StringBuilder; 9],
    holding: BooleanBuilder,
    numbers: [Float64Builder; 4],
    counts: [UInt64Builder; 2],
}

/// What a row says of a requirement before anything is judged.
struct Head<'p> {
    group: &'static str,
    indicator: Option<&'p str>,
    clause: &'p str,
    label: Option<&'p str>,
    target: Option<(&'static str, &'p str)>,
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
            ("clause", text.clone()),
            ("label", text.clone()),
            ("outcome", text.clone()),
            ("holding", DataType::Boolean),
            ("lo", number.clone()),
            ("hi", number.clone()),
            ("cmp", text.clone()),
            ("target", number.clone()),
            ("unit", text),
            ("fraction", number),
            ("counted", count.clone()),
            ("missing", count),
        ])
    }

    /// Adds all requirements of a contract.
    pub(super) fn push(&mut self, contract: &str, ledger: &Ledger, as_of: Date, has_versions: bool) {
        // A change order may have put another version in force than that of the plan.
        if has_versions {
            let evaluation = ledger.evaluate(as_of);
            let of_indicators = evaluation.indicators.iter().flat_map(|indicator| {
                indicator.requirements.iter().map(|answer| ("indicator", Some(&*indicator.id), answer))
            });
            let others = [("obligation", &evaluation.obligations), ("provider", &evaluation.provider)];
            let others =
                others.into_iter().flat_map(|(group, answers)| answers.iter().map(move |answer| (group, None, answer)));
            for (group, indicator, answer) in of_indicators.chain(others) {
                let target = answer.target.as_ref().map(|target| (target.cmp, &*target.unit));
                let label = answer.labels.as_ref().map(|labels| labels.of(self.locale));
                let head = Head { group, indicator, clause: &answer.clause, label, target };
                self.row(contract, &head, &Verdict::of(answer));
            }
            return;
        }
        let plan = ledger.plan();
        let of_indicators = plan.indicators.iter().flat_map(|indicator| {
            indicator.requirements.iter().map(|requirement| ("indicator", Some(&*indicator.id), requirement))
        });
        let others = [("obligation", &plan.obligations), ("provider", &plan.provider)];
        let others =
            others.into_iter().flat_map(|(group, all)| all.iter().map(move |requirement| (group, None, requirement)));
        for ((group, indicator, requirement), verdict) in of_indicators.chain(others).zip(ledger.verdicts(as_of)) {
            let target = match &requirement.body {
                Body::Leaf(_, target) => Some((target.cmp.name(), &*target.unit)),
                _ => None,
            };
            let label = requirement.labels.as_ref().map(|labels| labels.of(self.locale));
            let head = Head { group, indicator, clause: &requirement.clause, label, target };
            self.row(contract, &head, &verdict);
        }
    }

    fn row(&mut self, contract: &str, head: &Head<'_>, verdict: &Verdict) {
        let texts = [
            Some(contract),
            Some(head.group),
            head.indicator,
            verdict.id.as_deref(),
            Some(head.clause),
            head.label,
            (!verdict.text_only).then(|| verdict.outcome.name()),
            head.target.map(|(cmp, _)| cmp),
            head.target.map(|(_, unit)| unit).filter(|unit| !unit.is_empty()),
        ];
        self.texts.iter_mut().zip(texts).for_each(|(column, text)| column.append_option(text));
        self.holding.append_value(verdict.holding);
        let (lo, hi) = verdict.range.map_or((None, None), |range| (range.lo, range.hi));
        let numbers = [lo, hi, verdict.target, Some(verdict.fraction)];
        self.numbers.iter_mut().zip(numbers).for_each(|(column, exact)| column.append_option(exact.map(shown)));
        let counts = [verdict.counted, verdict.missing];
        self.counts.iter_mut().zip(counts).for_each(|(column, count)| column.append_value(count as u64));
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

/// An exact number for display; verdicts are the core's.
fn shown(exact: Exact) -> f64 {
    if let Some(whole) = exact.as_whole() {
        return whole as f64;
    }
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
