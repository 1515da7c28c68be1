//! Contracts 合同: one package let to one provider, with its dates and chosen readings.

use crate::number::Exact;
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
    /// Whether work is due on this day: listed working days, and weekdays that are not listed as off.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        self.extra_working_days.contains(&day) || !(day.is_weekend() || self.non_working_days.contains(&day))
    }
}
