//! The section `integrity`: thresholds of the integrity checks.

use super::{Compiler, list};
use crate::finding::{Finding, spec as codes};
use crate::json::Node;
use crate::package::integrity::{
    AfterClosing, BulkEntry, CopiedText, DoubleBooking, EndEntry, FullTime, Headcount, Integrity, PhoneAsHome,
    PhotoReuse, PlacesADay, SameIdentity, SharedEvent, VisitAge, VisitAndContact,
};
use std::sync::Arc;

impl Compiler<'_> {
    pub(super) fn integrity(&self, document: &Node) -> Integrity {
        let Some(section) = document.get("integrity") else { return Integrity::default() };
        let check = |name: &str| section.get(name);
        // Less than one or two would find what is nothing to find.
        let least = |node: &Node, key: &str, least: i64| Some(self.whole(node.get(key)?)?.max(least));
        let many = |node: &Node, key: &str, at_least: usize| {
            Some(usize::try_from(self.whole(node.get(key)?)?).ok()?.max(at_least))
        };
        Integrity {
            double_booking: check("double_booking")
                .and_then(|node| Some(DoubleBooking { minutes: least(node, "minutes", 1)? })),
            places_a_day: check("places_a_day").and_then(|node| Some(PlacesADay { places: many(node, "places", 2)? })),
            photo_reuse: check("photo_reuse").and_then(|node| {
                Some(PhotoReuse {
                    kinds: self.codes_in(node, "kinds", "attachment_kind"),
                    records: many(node, "records", 2)?,
                })
            }),
            headcount: check("headcount")
                .and_then(|node| Some(Headcount { above: least(node, "above", 1)?, below: least(node, "below", 1)? })),
            bulk_entry: check("bulk_entry")
                .and_then(|node| Some(BulkEntry { records: many(node, "records", 1)?, days: least(node, "days", 1)? })),
            end_entry: check("end_entry")
                .and_then(|node| Some(EndEntry { records: many(node, "records", 1)?, days: least(node, "days", 0)? })),
            after_closing: check("after_closing")
                .and_then(|node| Some(AfterClosing { records: many(node, "records", 1)? })),
            visit_age: check("visit_age").map(|node| VisitAge {
                categories: self.codes_in(node, "categories", "visit_category"),
                at_least: node.get("at_least").and_then(|age| self.whole(age)),
                less_than: node.get("less_than").and_then(|age| self.whole(age)),
            }),
            copied_text: check("copied_text").and_then(|node| {
                Some(CopiedText { records: many(node, "records", 2)?, characters: many(node, "characters", 1)? })
            }),
            phone_as_home: check("phone_as_home").and_then(|node| {
                Some(PhoneAsHome {
                    modes: self.codes_in(node, "modes", "visit_mode"),
                    words: list(node, "words").iter().filter_map(|word| Some(Arc::from(word.text()?))).collect(),
                    minutes: least(node, "minutes", 0)?,
                })
            }),
            same_identity: check("same_identity")
                .and_then(|node| Some(SameIdentity { persons: many(node, "persons", 2)? })),
            shared_event: check("shared_event")
                .and_then(|node| Some(SharedEvent { packages: many(node, "packages", 2)? })),
            visit_and_contact: check("visit_and_contact")
                .and_then(|node| Some(VisitAndContact { days: many(node, "days", 1)? })),
            full_time: check("full_time").and_then(|node| Some(FullTime { days: least(node, "days", 1)? })),
        }
    }

    /// The codes of a list that a check names; one that the package does not have is a fault.
    fn codes_in(&self, node: &Node, key: &str, name: &str) -> Vec<Arc<str>> {
        let mut found = Vec::new();
        for code in list(node, key) {
            let Some(text) = code.text() else { continue };
            if self.codes.find(name, text).is_none() {
                let known = self.codes.lists.get(name).map(Vec::as_slice).unwrap_or_default();
                let known: Vec<&str> = known.iter().map(|entry| &*entry.code).collect();
                let unknown = Finding::new(codes::CODE_NOT_IN_LIST).with("code", text).with("list", name);
                self.fault(code, unknown.with("known", known.join(", ")));
            }
            found.push(Arc::from(text));
        }
        found
    }
}
