use crate::calendar::Calendar;
use crate::closing::Closing;
use crate::contract::Contract;
use crate::difference::Difference;
use crate::entries::{Entries, LineFindings, Rejected};
use crate::entry::{Entry, Given};
use crate::evaluate::{Evaluation, Verdict, World};
use crate::explain::{Explanation, Section, agenda};
use crate::finding::{Finding, Locale, lifecycle as codes};
use crate::form::{self, Checked, Form, Surroundings, Touched};
use crate::integrity::Integrity;
use crate::kind::KindInfo;
use crate::lifecycle::Lifecycle;
use crate::package::model::Plan;
use crate::relation;
use crate::remaining::Remaining;
use crate::sensitivity::Sensitivity;
use crate::spec::Package;
use crate::time::Date;
use crate::what_if::{Trial, WhatIf};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The ledger 台账 of one contract, with its package: what services, notebooks and forms hold.
///
/// ```
/// use jiexiang::{Contract, Package, Ledger, time::Date};
///
/// let package = Package::load(r#"{"format": "1", "id": "demo", "version": "1",
///     "source": {"title": "t", "issuer": "i"}, "labels": {"zh-CN": "样例", "en": "demo"}, "place": "village",
///     "codes": {"place": [{"code": "village", "labels": {"zh-CN": "村", "en": "village"}}],
///               "activity_category": [{"code": "talk", "labels": {"zh-CN": "宣讲", "en": "talk"}}]},
///     "indicators": [{"id": "1", "clause": "1", "labels": {"zh-CN": "宣讲", "en": "Talks"}, "requirements": [
///         {"id": "talks", "labels": {"zh-CN": "宣讲", "en": "Talks"},
///          "measure": {"count": {"of": "activity"}}, "target": {"at_least": 1, "unit": "场"}}]}]}"#.as_bytes(), &[]).unwrap();
/// let contract = Contract::load(br#"{"id": "c", "package": "demo", "version": "1",
///     "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15"}"#).unwrap();
/// let mut ledger = Ledger::new(&[package], contract).unwrap();
/// let line = br#"{"kind": "activity", "id": "a-1", "package": "demo", "date": "2024-05-01", "recorded_at": "2024-05-02", "category": "talk"}"#;
/// assert!(ledger.add_lines("records.jsonl", line, None).is_empty());
/// let evaluation = ledger.evaluate(Date::parse("2024-06-30").unwrap());
/// assert_eq!((evaluation.completion.met, evaluation.completion.of), (1, 1));
/// ```
#[derive(Clone, Debug)]
pub struct Ledger {
    /// The package as loaded, so that other options of its readings can be tried.
    package: Package,
    plan: Arc<Plan>,
    /// Other versions of the package, which change orders may put in force.
    others: Vec<Arc<Plan>>,
    /// These versions as loaded.
    other_packages: Vec<Package>,
    contract: Arc<Contract>,
    entries: Entries,
}

impl Ledger {
    /// An empty ledger for a contract.
    ///
    /// `packages` holds the version that the contract names and any others that change
    /// orders may name.
    ///
    /// # Errors
    /// Everything that does not fit between contract and packages.
    pub fn new(packages: &[Package], contract: Contract) -> Result<Self, Vec<Finding>> {
        let named = |package: &&Package| *package.version() == *contract.version && *package.id() == *contract.package;
        let own = packages.iter().find(named).or_else(|| packages.first());
        let Some(own) = own else {
            let missing = Finding::new(codes::VERSION_NOT_LOADED);
            return Err(vec![missing.with("version", &contract.version).with("event", &contract.id)]);
        };
        let plan = Arc::new(own.bind(&contract)?);
        let mut others = Vec::new();
        for package in packages.iter().filter(|package| package.version() != own.version()) {
            let other = Contract { version: package.version().into(), ..contract.clone() };
            others.push(Arc::new(package.bind(&other)?));
        }
        let other_packages = packages.iter().filter(|package| package.version() != own.version()).cloned().collect();
        let entries = Entries::new(plan.clone());
        Ok(Self { package: own.clone(), plan, others, other_packages, contract: Arc::new(contract), entries })
    }

    /// The contract.
    #[must_use]
    pub fn contract(&self) -> &Contract {
        &self.contract
    }

    /// The package as bound to the contract.
    #[must_use]
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// What was admitted and rejected.
    #[must_use]
    pub fn entries(&self) -> &Entries {
        &self.entries
    }

    pub(crate) fn entries_mut(&mut self) -> &mut Entries {
        &mut self.entries
    }

    /// Reads one entry; see [`Entries::add`].
    pub fn add(&mut self, source: &str, line: usize, text: &[u8], import_date: Option<Date>) -> Vec<Finding> {
        self.entries.add(source, line, text, import_date)
    }

    /// Reads one entry that was not JSON text; see [`Entries::add_given`].
    pub fn add_given<'g>(
        &mut self,
        source: &str,
        line: usize,
        given: impl Given<'g>,
        import_date: Option<Date>,
    ) -> Vec<Finding> {
        self.entries.add_given(source, line, given, import_date)
    }

    /// Reads entries that were not JSON text; see [`Entries::add_all_given`].
    pub fn add_all_given<'g, G: Given<'g>>(
        &mut self,
        source: &str,
        rows: impl IntoIterator<Item = (usize, G)>,
        import_date: Option<Date>,
        heard: impl FnMut(usize, Vec<Finding>),
    ) {
        self.entries.add_all_given(source, rows, import_date, heard);
    }

    /// Reads JSON Lines; see [`Entries::add_lines`].
    pub fn add_lines(&mut self, source: &str, text: &[u8], import_date: Option<Date>) -> Vec<LineFindings> {
        self.entries.add_lines(source, text, import_date)
    }

    /// Takes in the entries of another ledger of the same contract; in any order, any number of times.
    pub fn merge(&mut self, other: &Self) {
        self.entries.merge(&other.entries);
    }

    /// Lines that were not admitted.
    pub fn rejected(&self) -> impl Iterator<Item = &Rejected> {
        self.entries.rejected()
    }

    /// Where every requirement stands at the end of a day.
    #[must_use]
    pub fn evaluate(&self, as_of: Date) -> Evaluation {
        let (world, missing) = self.world(as_of);
        let mut evaluation = Evaluation::of(&world, &self.contract, false);
        evaluation.findings.extend(missing);
        evaluation
    }

    /// Where every requirement stands at the end of a day in numbers alone, in the order of
    /// [`Evaluation::requirements`]: for many contracts at a time, where reasons would be thrown away.
    ///
    /// Outcomes, ranges and numbers are those of [`Self::evaluate`].
    #[must_use]
    pub fn verdicts(&self, as_of: Date) -> Vec<Verdict> {
        Verdict::all(&self.world(as_of).0, &self.contract)
    }

    /// Whether the project may be closed on a day, and what blocks it.
    #[must_use]
    pub fn closing(&self, as_of: Date) -> Closing {
        let (world, missing) = self.world(as_of);
        let (mut closing, ..) = Closing::judged(&world, &self.contract);
        missing.into_iter().for_each(|missing| closing.lack_version(missing));
        closing
    }

    /// Why the project may or may not be closed on a day: the closing decision with everything
    /// that it rests on, down to the records, as a tree.
    #[must_use]
    pub fn explain(&self, as_of: Date) -> Explanation {
        let (world, missing) = self.world(as_of);
        let mut explanation = Explanation::new(&world, &self.contract);
        explanation.findings.extend(missing);
        explanation
    }

    /// What changed from the end of one day to the end of another, and because of which entries.
    #[must_use]
    pub fn diff(&self, from: Date, to: Date) -> Difference {
        Difference::between_days(self, from, to)
    }

    /// What another ledger says otherwise than this one on a day, and because of which entries.
    #[must_use]
    pub fn diff_with(&self, other: &Self, as_of: Date) -> Difference {
        Difference::between_ledgers(self, other, as_of)
    }

    /// What would change on a day if entries were added, removed or replaced; the ledger stays as it is.
    #[must_use]
    pub fn what_if(&self, as_of: Date, trial: &Trial<'_>) -> WhatIf {
        WhatIf::new(self, as_of, trial)
    }

    /// State, evaluations, duties, orders and next steps on a day.
    #[must_use]
    pub fn lifecycle(&self, as_of: Date) -> Lifecycle {
        let (world, missing) = self.world(as_of);
        let (_, _, mut lifecycle) = Closing::judged(&world, &self.contract);
        missing.into_iter().for_each(|missing| lifecycle.lack_version(missing));
        lifecycle
    }

    /// The least further work, from the day after `as_of` on, that closes each requirement and the whole project.
    #[must_use]
    pub fn remaining(&self, as_of: Date) -> Remaining {
        let (world, missing) = self.world(as_of);
        let (mut closing, _, mut lifecycle) = Closing::judged(&world, &self.contract);
        missing.iter().for_each(|missing| closing.lack_version(missing.clone()));
        missing.into_iter().for_each(|missing| lifecycle.lack_version(missing));
        Remaining::new(&world, &self.contract, &lifecycle, &closing)
    }

    /// What is left to do by the end of a day, in sections by date: for [`Explanation::report`].
    #[must_use]
    pub fn agenda(&self, as_of: Date, locale: Locale) -> Vec<Section> {
        let (world, missing) = self.world(as_of);
        let (mut closing, _, lifecycle) = Closing::judged(&world, &self.contract);
        missing.into_iter().for_each(|missing| closing.lack_version(missing));
        let remaining = Remaining::new(&world, &self.contract, &lifecycle, &closing);
        let calendar = Calendar::new(&world, &self.contract, &lifecycle, None, None);
        agenda(&world, &remaining, &calendar, locale)
    }

    /// Every duty that falls due in a span of days, with its state at the end of `as_of`.
    ///
    /// Without `from` or `to` the span is open on that side.
    #[must_use]
    pub fn calendar(&self, as_of: Date, from: Option<Date>, to: Option<Date>) -> Calendar {
        let (world, missing) = self.world(as_of);
        let mut lifecycle = Lifecycle::new(&world, &self.contract);
        lifecycle.findings.extend(missing);
        Calendar::new(&world, &self.contract, &lifecycle, from, to)
    }

    /// What does not fit together among the entries known at the end of a day, and the rules they break.
    #[must_use]
    pub fn check(&self, as_of: Date) -> Vec<Finding> {
        let (plan, missing) = self.in_force(as_of);
        let evaluation = Evaluation::new(plan, &self.contract, self.visible(as_of), as_of, false);
        let mut findings = relation::check(plan, &self.contract, self.visible(as_of));
        findings.extend(evaluation.findings);
        findings.extend(self.entries.admitted_findings().flat_map(|(_, findings)| findings.iter().cloned()));
        findings.extend(missing);
        findings.sort();
        findings.dedup();
        findings
    }

    /// What a form for entries of a kind needs, with the contract's values in its rules.
    #[must_use]
    pub fn form(&self, kind: &'static KindInfo) -> Form {
        Form::new(&self.plan, kind)
    }

    /// Checks an entry that is being written, as if it were added and without adding it.
    ///
    /// `as_of` is the day of judgement; without it everything in the ledger is known.
    /// `import_date` is the day of entry of a draft that states none.
    #[must_use]
    pub fn check_draft<'g>(
        &self,
        draft: impl Given<'g>,
        touched: Touched<'_>,
        as_of: Option<Date>,
        import_date: Option<Date>,
    ) -> Checked {
        let entries: Vec<&Entry> = self.entries.iter().collect();
        let plan = as_of.map_or(&*self.plan, |day| self.in_force(day).0);
        let undecided = &BTreeSet::new();
        let ledger = Some((&*self.contract, entries.as_slice(), form::relations as _));
        form::check(&Surroundings { plan, undecided, fields: &[], ledger, as_of, import_date }, draft, touched)
    }

    /// What each other option of each reading would change on a day, and which values sit on a boundary.
    #[must_use]
    pub fn sensitivity(&self, as_of: Date) -> Sensitivity {
        self.tried(as_of, None)
    }

    /// The same for one reading; none when no such reading applies to the contract.
    #[must_use]
    pub fn sensitivity_to(&self, reading: &str, as_of: Date) -> Option<Sensitivity> {
        let (plan, _) = self.in_force(as_of);
        plan.readings.iter().find(|known| *known.id == *reading).map(|known| self.tried(as_of, Some(&known.id)))
    }

    fn tried(&self, as_of: Date, only: Option<&str>) -> Sensitivity {
        let (plan, missing) = self.in_force(as_of);
        let other = self.other_packages.iter().find(|package| *package.version() == *plan.version);
        let package = other.unwrap_or(&self.package);
        let mut sensitivity = Sensitivity::of(package, plan, &self.contract, &self.entries, as_of, only);
        sensitivity.findings.extend(missing);
        sensitivity
    }

    /// What evaluators would look at twice; see [`Integrity::of`] for several ledgers.
    #[must_use]
    pub fn integrity(&self, as_of: Date) -> Integrity {
        Integrity::of(&[self], as_of)
    }

    /// The entries known at the end of a day.
    pub(crate) fn visible(&self, as_of: Date) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.visible_from() <= as_of)
    }

    /// The ledger as it stood at the end of a day; what is missing when the version in force is not there.
    fn world(&self, as_of: Date) -> (World<'_>, Option<Finding>) {
        let (plan, missing) = self.in_force(as_of);
        (World::new(plan, &self.contract, self.entries.iter(), as_of), missing)
    }

    /// The version of the package in force on a day, for callers that go on changing the ledger.
    pub(crate) fn plan_in_force(&self, as_of: Date) -> Arc<Plan> {
        let version = &self.in_force(as_of).0.version;
        self.others.iter().find(|plan| plan.version == *version).unwrap_or(&self.plan).clone()
    }

    /// The version of the package in force on a day: that of the latest visible change order.
    pub(crate) fn in_force(&self, as_of: Date) -> (&Plan, Option<Finding>) {
        let orders =
            self.entries.iter().filter(|entry| entry.kind().name == "change_order" && entry.visible_from() <= as_of);
        let latest =
            orders.max_by(|a, b| (a.date(), a.recorded_at(), a.id()).cmp(&(b.date(), b.recorded_at(), b.id())));
        let Some((order, version)) = latest.and_then(|order| Some((order, order.text("version")?))) else {
            return (&self.plan, None);
        };
        match [&self.plan].into_iter().chain(&self.others).find(|plan| &*plan.version == version) {
            Some(plan) => (plan, None),
            None => {
                let missing =
                    Finding::new(codes::VERSION_NOT_LOADED).with("version", version).with("event", order.id());
                (&self.plan, Some(missing.about(order.id())))
            }
        }
    }
}
