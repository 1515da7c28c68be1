//! Contracts 合同: one package let to one provider, with its dates and chosen readings.

use crate::finding::{Finding, Position, contract as codes, syntax};
use crate::json::{self, LIMITS, Node, Shape};
use crate::number::Exact;
use crate::spec::format;
use crate::spec::shape::{Faults, Part, check};
use crate::time::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    /// Its id.
    pub id: Arc<str>,
    /// Id of the package.
    pub package: Arc<str>,
    /// Version of the package.
    pub version: Arc<str>,
    /// 采购方.
    pub purchaser: Option<Arc<str>>,
    /// 承接机构.
    pub provider: Option<Arc<str>>,
    /// First day of the service.
    pub service_start: Date,
    /// Last day of the service as agreed; extensions are events.
    pub service_end: Date,
    /// Day of the mid-term evaluation as agreed.
    pub midterm_date: Date,
    /// Place of the service; the package's when absent.
    pub place: Option<Arc<str>>,
    /// Chosen options by reading.
    pub readings: BTreeMap<Arc<str>, Arc<str>>,
    /// Majors that count as related.
    pub related_majors: Vec<Arc<str>>,
    /// Systems in which volunteer projects may be published.
    pub volunteer_systems: Vec<Arc<str>>,
    /// Forms of signature that are accepted.
    pub signature_forms: Vec<Arc<str>>,
    /// Days off beside weekends.
    pub non_working_days: BTreeSet<Date>,
    /// Weekend days on which work is done (调休).
    pub extra_working_days: BTreeSet<Date>,
    /// Weights of the evaluation's aspects; they add up to 100.
    pub evaluation_weights: BTreeMap<Arc<str>, Exact>,
}

impl Contract {
    /// Reads a contract.
    ///
    /// # Errors
    /// Every problem at once, with position and help: text that is not JSON, unknown or
    /// missing fields, dates that are none or out of order, weights that do not add up.
    ///
    /// ```
    /// use jiexiang::Contract;
    /// let findings = Contract::load(br#"{"id": "c", "package": "p", "version": "1",
    ///     "service_start": "2024-03-15", "service_end": "2024-02-30", "midterm_date": "2024-09-15"}"#).unwrap_err();
    /// assert_eq!((findings[0].code.as_str(), findings[0].path.as_str()), ("invalid_date", "/service_end"));
    /// ```
    pub fn load(text: &[u8]) -> Result<Self, Vec<Finding>> {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let node = json::parse(text, LIMITS).map_err(|error| vec![syntax::refusal(&error, text)])?;
        let mut faults = Faults::new();
        check(&node, Part::Object(format::contract), &mut faults);
        let contract = if faults.is_empty() { Self::of(&node, &mut faults) } else { None };
        match contract {
            Some(contract) if faults.is_empty() => Ok(contract),
            _ => {
                let placed = |(at, finding): (usize, Finding)| {
                    let path = crate::spec::pointer(&node, at);
                    Finding { position: Some(Position::of(text, at)), ..finding.at(path) }
                };
                let mut findings: Vec<Finding> = faults.into_iter().map(placed).collect();
                findings.sort();
                Err(findings)
            }
        }
    }

    /// Takes over what has the right shape, and checks what hangs together.
    fn of(node: &Node, faults: &mut Faults) -> Option<Self> {
        let text = |key: &str| node.get(key).and_then(Node::text).map(Arc::<str>::from);
        let day = |key: &str| node.get(key).and_then(Node::text).and_then(Date::parse);
        let list = |key: &str| node.get(key).and_then(Node::list).unwrap_or_default();
        let words = |key: &str| list(key).iter().filter_map(|item| item.text().map(Arc::from)).collect();
        let days = |key: &str| list(key).iter().filter_map(|item| Date::parse(item.text()?)).collect();
        let (service_start, service_end, midterm_date) =
            (day("service_start")?, day("service_end")?, day("midterm_date")?);
        let at = |key: &str| node.get(key).map_or(node.at, |field| field.at);
        if service_end < service_start {
            let reversed = Finding::new(codes::DATES_REVERSED).with("start", service_start).with("end", service_end);
            faults.push((at("service_end"), reversed));
        } else if midterm_date < service_start || midterm_date > service_end {
            faults.push((at("midterm_date"), Finding::new(codes::MIDTERM_OUTSIDE).with("midterm", midterm_date)));
        }
        let weights = node.get("evaluation_weights").and_then(Node::object).unwrap_or_default();
        let evaluation_weights: BTreeMap<Arc<str>, Exact> = weights
            .iter()
            .filter_map(|(aspect, weight)| match &weight.shape {
                Shape::Number(digits) => Some((aspect.as_str().into(), Exact::decimal(crate::number::parse(digits)?))),
                _ => None,
            })
            .collect();
        let sum = evaluation_weights.values().try_fold(Exact::ZERO, |sum, weight| sum.plus(*weight))?;
        if !evaluation_weights.is_empty() && sum != Exact::whole(100) {
            faults.push((at("evaluation_weights"), Finding::new(codes::WEIGHTS_NOT_HUNDRED).with("sum", sum)));
        }
        let readings = node.get("readings").and_then(Node::object).unwrap_or_default();
        Some(Self {
            id: text("id")?,
            package: text("package")?,
            version: text("version")?,
            purchaser: text("purchaser"),
            provider: text("provider"),
            service_start,
            service_end,
            midterm_date,
            place: text("place"),
            readings: readings
                .iter()
                .filter_map(|(id, option)| Some((id.as_str().into(), option.text()?.into())))
                .collect(),
            related_majors: words("related_majors"),
            volunteer_systems: words("volunteer_systems"),
            signature_forms: words("signature_forms"),
            non_working_days: days("non_working_days"),
            extra_working_days: days("extra_working_days"),
            evaluation_weights,
        })
    }

    /// Whether work is due on this day: listed working days, and weekdays that are not listed as off.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        self.extra_working_days.contains(&day) || !(day.is_weekend() || self.non_working_days.contains(&day))
    }
}
