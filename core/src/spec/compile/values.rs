//! Contract values: what `$place` and the like stand for.

use super::{list, text};
use crate::contract::Contract;
use crate::entry::Constant;
use crate::json::Node;
use crate::time::Date;
use std::sync::Arc;

/// The lists of a contract; each stands for itself where there is no contract.
const LISTS: [&str; 3] = ["$related_majors", "$volunteer_systems", "$signature_forms"];

/// The values that a contract puts into a package.
#[derive(Clone)]
pub(super) struct Values {
    package: Arc<str>,
    place: Arc<str>,
    dates: Option<[Date; 3]>,
    lists: [Vec<Arc<str>>; 3],
}

impl Values {
    /// Stand-ins of the right types, for checking a package without a contract.
    pub(super) fn stub(document: &Node) -> Self {
        Self {
            package: text(document, "id").into(),
            place: text(document, "place").into(),
            dates: None,
            lists: LISTS.map(|name| vec![name.into()]),
        }
    }

    pub(super) fn of(document: &Node, contract: &Contract) -> Self {
        let place = contract.place.clone().unwrap_or_else(|| text(document, "place").into());
        Self {
            package: text(document, "id").into(),
            place,
            dates: Some([contract.service_start, contract.service_end, contract.midterm_date]),
            lists: [
                contract.related_majors.clone(),
                contract.volunteer_systems.clone(),
                contract.signature_forms.clone(),
            ],
        }
    }

    pub(super) fn midterm(&self) -> Option<Date> {
        self.dates.map(|[_, _, midterm]| midterm)
    }

    pub(super) fn single(&self, name: &str) -> Option<Constant> {
        let day = |at: usize| {
            let stub = Date::new(2024, 1, 1)?;
            Some(Constant::Date(self.dates.and_then(|dates| dates.get(at).copied()).unwrap_or(stub)))
        };
        match name {
            "$package" => Some(Constant::Text(self.package.clone())),
            "$place" => Some(Constant::Text(self.place.clone())),
            "$service_start" => day(0),
            "$service_end" => day(1),
            "$midterm_date" => day(2),
            _ => None,
        }
    }

    pub(super) fn list(&self, name: &str) -> Option<&[Arc<str>]> {
        let at = LISTS.iter().position(|known| *known == name)?;
        self.lists.get(at).map(Vec::as_slice)
    }
}

/// Whole months of a service, when its length is a whole number of months.
pub(super) fn service_months(contract: &Contract) -> Option<u32> {
    let after = contract.service_end.plus_days(1);
    (1..=1200).find(|months| contract.service_start.plus_months(*months) == after)
}

/// Whether a reading matters for a contract.
pub(super) fn applies(reading: &Node, contract: &Contract) -> bool {
    let not = reading.get("when").and_then(|when| when.get("service_months")).and_then(|months| months.get("not"));
    let Some(crate::json::Shape::Number(digits)) = not.map(|not| &not.shape) else { return true };
    service_months(contract).is_none_or(|months| months.to_string() != *digits)
}

/// The options of a reading.
pub(super) fn options(reading: &Node) -> Vec<String> {
    list(reading, "options").iter().map(|option| text(option, "id")).collect()
}
