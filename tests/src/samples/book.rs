//! The books of one made-up contract: registers, records and events as they grow.

use super::calendar::{Day, OFF, ON, day, last_work, next_work, plus};
use super::entry::Entry;
use super::rng::Rng;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What every made-up register says first.
pub(crate) const MADE_UP: &str = "虚构样例 made-up sample";

/// The purchaser.
pub(crate) const PURCHASER: &str = "样例采购方（区民政局）";

/// The provider.
pub(crate) const PROVIDER: &str = "样例社会工作服务中心（虚构）";

/// One contract and its books.
#[derive(Debug)]
pub(crate) struct Book {
    /// Number of the package.
    pub(crate) number: u8,
    /// Place of the service.
    pub(crate) place: &'static str,
    /// First day of the service.
    pub(crate) start: Day,
    /// Last day of work.
    pub(crate) end: Day,
    /// Chance, seeded by the package's number.
    pub(crate) rng: Rng,
    midterm: Day,
    agreed_end: Day,
    weights: [u32; 4],
    registers: Vec<Entry>,
    records: Vec<Entry>,
    events: Vec<Entry>,
    bad: Vec<(usize, String)>,
    counted: BTreeMap<&'static str, u32>,
    files: Rng,
}

impl Book {
    /// Opens the books of a package.
    pub(crate) fn new(number: u8, place: &'static str, start: &str, end: &str, midterm: &str) -> Self {
        Self {
            number,
            place,
            start: day(start),
            end: day(end),
            rng: Rng::new(0x7869_616e_6700 + u64::from(number)),
            midterm: day(midterm),
            agreed_end: day(end),
            weights: [30, 30, 20, 20],
            registers: Vec::new(),
            records: Vec::new(),
            events: Vec::new(),
            bad: Vec::new(),
            counted: BTreeMap::new(),
            files: Rng::new(0xf11e_0000 + u64::from(number)),
        }
    }

    /// Sets the weights of the evaluation's aspects.
    pub(crate) fn weigh(&mut self, weights: [u32; 4]) {
        self.weights = weights;
    }

    /// Id of the package.
    pub(crate) fn package(&self) -> String {
        format!("nanchuan-2024/package-{}", self.number)
    }

    /// A new id of this kind.
    pub(crate) fn id(&mut self, kind: &'static str) -> String {
        let count = self.counted.entry(kind).or_insert(0);
        *count += 1;
        format!("p{}-{}-{count:03}", self.number, kind.replace('_', "-"))
    }

    /// A register entry, entered in the week before the service.
    pub(crate) fn register(&mut self, kind: &'static str) -> Entry {
        let id = self.id(kind);
        let back = 1 + self.rng.below(6);
        let entry = Entry::new(kind, &id).with(
            "recorded_at",
            self.start.checked_sub_days(chrono::Days::new(back)).unwrap_or(self.start).to_string(),
        );
        let first = !self.registers.iter().any(|known| known.text("kind") == kind);
        if first { entry.with("note", MADE_UP) } else { entry }
    }

    /// Keeps a register entry.
    pub(crate) fn enrol(&mut self, entry: Entry) -> String {
        let id = entry.id();
        self.registers.push(entry);
        id
    }

    /// The register entry of this id, to be written again.
    ///
    /// # Panics
    /// When there is none: the samples are wrong then.
    pub(crate) fn enrolled(&self, kind: &str, id: &str) -> Entry {
        let found = self.registers.iter().find(|known| known.text("kind") == kind && known.text("id") == id);
        found.expect("an enrolled entry").clone()
    }

    /// A record of a day, entered up to five days later.
    pub(crate) fn record(&mut self, kind: &'static str, on: Day) -> Entry {
        let id = self.id(kind);
        let wait = self.rng.below(6);
        Entry::new(kind, &id)
            .with("package", self.package())
            .with("date", on.to_string())
            .with("recorded_at", plus(on, wait).to_string())
    }

    /// Keeps a record.
    pub(crate) fn keep(&mut self, entry: Entry) -> String {
        let id = entry.id();
        self.records.push(entry);
        id
    }

    /// A copy of a kept record under a new id, entered some days later.
    ///
    /// # Panics
    /// When there is no such record: the samples are wrong then.
    pub(crate) fn again(&mut self, kind: &'static str, id: &str, days: u64) -> Entry {
        let found = self.records.iter().find(|known| known.text("id") == id).cloned();
        let found = found.expect("a kept record");
        let entered = plus(day(found.text("recorded_at")), days);
        let new = self.id(kind);
        found.with("id", new).with("recorded_at", entered.to_string())
    }

    /// An event of a day, entered up to two days later.
    pub(crate) fn event(&mut self, kind: &'static str, on: Day) -> Entry {
        let id = self.id(kind);
        let wait = self.rng.below(3);
        Entry::new(kind, &id)
            .with("package", self.package())
            .with("date", on.to_string())
            .with("recorded_at", plus(on, wait).to_string())
            .with("by", PURCHASER)
    }

    /// Keeps an event.
    pub(crate) fn happen(&mut self, entry: Entry) -> String {
        let id = entry.id();
        self.events.push(entry);
        id
    }

    /// Puts a line that is no entry among the records.
    pub(crate) fn blot(&mut self, line: usize, text: &str) {
        self.bad.push((line, text.to_owned()));
    }

    /// A piece of evidence with a hash of its own.
    pub(crate) fn file(&mut self, kind: &str) -> Value {
        let mut hash = String::new();
        for _ in 0..4 {
            let _ = write!(hash, "{:016x}", self.files.next());
        }
        json!({"kind": kind, "sha256": hash})
    }

    /// Pieces of evidence.
    pub(crate) fn files(&mut self, kinds: &[&str]) -> Vec<Value> {
        kinds.iter().map(|kind| self.file(kind)).collect()
    }

    /// So many days of work, spread over a span in order.
    pub(crate) fn spread(&mut self, count: u64, first: Day, last: Day) -> Vec<Day> {
        let long = u64::try_from((last - first).num_days()).unwrap_or(0) + 1;
        let mut days = Vec::new();
        for at in 0..count {
            let from = long * at / count;
            let step = (long * (at + 1) / count).saturating_sub(from);
            let on = next_work(plus(first, from + self.rng.below(step)));
            days.push(if on > last { last_work(last) } else { on });
        }
        days
    }

    /// A begin of work, on a quarter of an hour.
    pub(crate) fn start_time(&mut self) -> String {
        let quarter = self.rng.below(28);
        let hour = 9 + quarter / 4 + u64::from(quarter >= 12) * 2;
        format!("{hour:02}:{:02}", quarter % 4 * 15)
    }

    /// A length in minutes.
    pub(crate) fn minutes(&mut self, from: u64, to: u64) -> u64 {
        from + 5 * self.rng.below((to - from) / 5 + 1)
    }

    /// The files of the books, each with its path.
    pub(crate) fn close(mut self) -> Vec<(String, String)> {
        let contract = self.contract();
        self.records.sort_by(|a, b| a.text("recorded_at").cmp(b.text("recorded_at")));
        self.events.sort_by(|a, b| a.text("recorded_at").cmp(b.text("recorded_at")));
        let mut records: Vec<String> = self.records.iter().map(Entry::line).collect();
        for (line, text) in &self.bad {
            records.insert(*line - 1, text.clone());
        }
        let lines = |entries: &[Entry]| join(&entries.iter().map(Entry::line).collect::<Vec<_>>());
        let at = format!("package-{}", self.number);
        vec![
            (format!("{at}/contract.json"), contract),
            (format!("{at}/registers.jsonl"), lines(&self.registers)),
            (format!("{at}/records.jsonl"), join(&records)),
            (format!("{at}/events.jsonl"), lines(&self.events)),
        ]
    }

    fn contract(&self) -> String {
        let list = |days: &[&str]| {
            let (first, last) =
                (self.agreed_end.checked_sub_months(chrono::Months::new(13)), plus(self.agreed_end, 31));
            let inside = days.iter().filter(|text| Some(day(text)) >= first && day(text) <= last);
            inside.map(|text| format!("\"{text}\"")).collect::<Vec<_>>().join(", ")
        };
        let [professional, effect, management, funds] = self.weights;
        let (package, start, end, midterm) = (self.package(), self.start, self.agreed_end, self.midterm);
        let (n, off, on) = (self.number, list(OFF), list(ON));
        let place = if n == 1 { "nanchuan" } else { self.place };
        let systems = if n == 4 { "\"cq_volunteer\"" } else { "" };
        format!(
            r#"{{
  "id": "sample-2024-p{n}",
  "package": "{package}",
  "version": "1",
  "purchaser": "{PURCHASER}",
  "provider": "{PROVIDER}",
  "service_start": "{start}",
  "service_end": "{end}",
  "midterm_date": "{midterm}",
  "place": "{place}",
  "readings": {{}},
  "related_majors": ["sociology", "social_policy", "psychology", "labour_social_security"],
  "volunteer_systems": [{systems}],
  "signature_forms": [],
  "non_working_days": [{off}],
  "extra_working_days": [{on}],
  "evaluation_weights": {{"professional": {professional}, "effect": {effect}, "management": {management}, "funds": {funds}}}
}}
"#
        )
    }
}

fn join(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}
