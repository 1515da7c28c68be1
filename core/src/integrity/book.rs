//! A ledger as the checks read it, and the findings that they gather.

use super::answer::IntegrityFinding;
use crate::contract::Contract;
use crate::entry::{Entry, Item, Items, Value};
use crate::finding::{Finding, entry::HEADCOUNT_FROM_LIST};
use crate::kind::{Family, Field, Type, common::Worker};
use crate::ledger::Ledger;
use crate::package::model::Plan;
use crate::relation::Standing;
use crate::sorted::Map;
use crate::time::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Kinds of records of something that was held, at which a photo is taken and workers are present.
pub(super) const EVENTS: [&str; 5] = ["visit", "case_contact", "group_session", "activity", "supervision"];

/// A ledger on a day.
pub(super) struct Book<'l> {
    pub(super) contract: &'l Contract,
    pub(super) plan: &'l Plan,
    /// Records that stand, by id.
    pub(super) records: Vec<&'l Entry>,
    pub(super) standing: Standing<'l>,
    /// Last day of the service, extensions included.
    pub(super) end: Date,
    /// Headcounts as stated, by id, where reading took the number of the participant list instead.
    pub(super) stated: BTreeMap<&'l str, i64>,
}

/// Who worked: by the key in a register, and by whose register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Who<'l> {
    pub(super) id: &'l str,
    register: &'static str,
    provider: Option<&'l str>,
    /// Without a provider a worker is known in one contract only.
    contract: Option<&'l str>,
}

impl<'l> Book<'l> {
    pub(super) fn of(ledger: &'l Ledger, as_of: Date) -> Self {
        let standing = Standing::of(ledger.visible(as_of));
        let records = standing.live().filter(|entry| entry.kind().family == Family::Record).collect();
        let new_ends = standing.live_of("extension").filter_map(|event| event.get("new_end").and_then(Value::date));
        let end = new_ends.fold(ledger.contract().service_end, Date::max);
        let stated = ledger.entries().admitted_findings().filter_map(|(entry, findings)| {
            let from_list = findings.iter().find(|finding| finding.code == HEADCOUNT_FROM_LIST)?;
            Some((entry.id(), from_list.params.get("stated")?.parse().ok()?))
        });
        let stated = stated.collect();
        Self { contract: ledger.contract(), plan: ledger.in_force(as_of).0, records, standing, end, stated }
    }

    /// Records of these kinds that stand.
    pub(super) fn of_kinds(&self, kinds: &'static [&'static str]) -> impl Iterator<Item = &'l Entry> {
        self.records.iter().copied().filter(move |entry| kinds.contains(&entry.kind().name))
    }

    /// The workers of a record, each once; a member of staff who is named as a person is the same.
    fn workers(&self, record: &'l Entry) -> Vec<Who<'l>> {
        if let Some(id) = record.text("worker") {
            return vec![self.staff(id)];
        }
        let Some(Value::Items(workers)) = record.get("workers") else { return Vec::new() };
        let ids = workers.iter().filter_map(|worker| {
            let staff = text_of(worker, Worker::FIELDS, "staff").map(|id| self.staff(id));
            staff.or_else(|| Some(self.who("person", text_of(worker, Worker::FIELDS, "person")?)))
        });
        let mut workers: Vec<Who<'l>> = ids.collect();
        workers.sort_unstable();
        workers.dedup();
        workers
    }

    pub(super) fn staff(&self, id: &'l str) -> Who<'l> {
        let person = self.standing.registered("staff", id).and_then(|staff| staff.text("person"));
        person.map_or_else(|| self.who("staff", id), |person| self.who("person", person))
    }

    fn who(&self, register: &'static str, id: &'l str) -> Who<'l> {
        let provider = self.contract.provider.as_deref();
        let contract = if provider.is_some() { None } else { Some(&*self.contract.id) };
        Who { id, register, provider, contract }
    }
}

/// Workers by number, so that many records are put in order by small keys.
#[derive(Default)]
pub(super) struct Workers<'l> {
    numbers: BTreeMap<Who<'l>, usize>,
    ids: Vec<&'l str>,
}

impl<'l> Workers<'l> {
    /// The numbers of those who worked, see [`Book::workers`].
    pub(super) fn of(&mut self, book: &Book<'l>, record: &'l Entry) -> impl Iterator<Item = usize> {
        book.workers(record).into_iter().map(|who| {
            *self.numbers.entry(who).or_insert_with(|| {
                self.ids.push(who.id);
                self.ids.len() - 1
            })
        })
    }

    /// The key of a worker in the register.
    pub(super) fn id(&self, number: usize) -> &'l str {
        self.ids.get(number).copied().unwrap_or_default()
    }
}

/// A text of an item by field name.
pub(super) fn text_of<'e>(item: Item<'e>, fields: &'static [Field], name: &str) -> Option<&'e str> {
    item.named(fields, name).and_then(Value::text)
}

/// The items of a list of an entry, with their fields.
pub(super) fn items<'e>(entry: &'e Entry, list: &str) -> (Items<'e>, &'static [Field]) {
    let fields = entry.kind().fields.iter().find(|field| field.name == list).map(|field| field.ty);
    match (entry.get(list), fields) {
        (Some(Value::Items(items)), Some(Type::Items(fields))) => (items, fields),
        _ => (Items::default(), &[]),
    }
}

/// The findings so far.
#[derive(Default)]
pub(super) struct Found(Vec<IntegrityFinding>);

impl Found {
    /// Adds a finding about these entries, each given with its contract.
    pub(super) fn add<'l>(&mut self, finding: Finding, concerned: impl IntoIterator<Item = (&'l Contract, &'l Entry)>) {
        let concerned = concerned.into_iter().map(|(contract, entry)| (&contract.id, entry.id()));
        let mut concerned: Vec<(&Arc<str>, &str)> = concerned.collect();
        concerned.sort_unstable();
        concerned.dedup();
        let records = concerned.iter().map(|(_, id)| (*id).to_owned()).collect();
        let by_contract = concerned.chunk_by(|(a, _), (b, _)| a == b);
        let ids = |of: &[(_, &'l str)]| of.iter().map(|(_, id)| Arc::from(*id)).collect();
        let contracts = by_contract.filter_map(|of| of.first().map(|(contract, _)| (Arc::clone(contract), ids(of))));
        let contracts = Map::of_sorted(contracts.collect());
        self.0.push(IntegrityFinding { finding: Finding { records, ..finding }, contracts });
    }

    pub(super) fn sorted(self) -> Vec<IntegrityFinding> {
        let mut findings = self.0;
        findings.sort();
        findings.dedup();
        findings
    }
}
