//! 待办清单 agenda: what is left to do in one list by date, each thing with who does it and by which clause.
//!
//! Nothing is worked out here: the work comes from [`Remaining`], evaluations and orders from
//! [`Calendar`]. What several members of a requirement owe in the same way stands in one row.

use super::blocks::Section;
use super::phrase::{self, label};
use super::words::*;
use crate::calendar::{Calendar, Duty, DutyState};
use crate::evaluate::World;
use crate::finding::{Finding, Locale, lifecycle};
use crate::kind::{self, Party, find};
use crate::number::Exact;
use crate::remaining::{Action, Need, Pace, Remaining, RequirementRemaining, WorkItem};
use crate::time::Date;

/// Members named in one row before the rest is counted.
const MEMBERS_SHOWN: usize = 12;

/// Work of fewer pieces than these has no pace: it is done at one go.
const LEAST_FOR_A_PACE: u64 = 3;

/// When something is to be done; each is a section of its own, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    Overdue,
    DataFirst,
    Week,
    Month,
    Later,
    UntilClosing,
    Waiver,
    Hold,
    Outside,
}

/// A row before it is written.
struct Task {
    when: When,
    day: Option<Date>,
    what: String,
    by: Option<Party>,
    clause: String,
    name: String,
    members: Vec<String>,
    /// One record may serve all members at once.
    jointly: bool,
}

/// The agenda of a day.
pub(crate) fn agenda(world: &World<'_>, remaining: &Remaining, calendar: &Calendar, locale: Locale) -> Vec<Section> {
    let mut writer = Writer { world, as_of: world.as_of, locale, tasks: Vec::new() };
    let evaluations_due = calendar.rows.iter().any(|row| row.duty == Duty::Evaluation && is_open(row.state));
    // The evaluations that are due have rows of their own.
    let has_no_row = |work: &WorkItem| !(evaluations_due && work.kind == "evaluation");
    for item in remaining.requirements.iter().chain(&remaining.closing.items) {
        writer.requirement(item, false, has_no_row);
    }
    writer.calendar(calendar);
    let needs = remaining.closing.needs.iter().map(|need| &need.finding);
    writer.findings(needs.filter(|need| [lifecycle::DUTY_OPEN, lifecycle::STAGE_FAILING].contains(&need.code)));
    for item in &remaining.tracked {
        writer.requirement(item, true, has_no_row);
    }
    writer.sections()
}

struct Writer<'a, 'w> {
    world: &'a World<'w>,
    as_of: Date,
    locale: Locale,
    tasks: Vec<Task>,
}

impl Writer<'_, '_> {
    fn requirement(&mut self, item: &RequirementRemaining, outside: bool, wanted: impl Fn(&WorkItem) -> bool) {
        let name = item.labels.as_ref().map_or_else(String::new, |labels| label(labels, self.locale));
        let bare = |when: When, what: String| Task {
            name: format!("{} {name}", item.requirement),
            ..Task::new(if outside { When::Outside } else { when }, what, &item.clause)
        };
        if item.need == Need::Hold {
            self.add(bare(When::Hold, HOLD_ON.of(self.locale).to_owned()));
        }
        for (findings, when) in [(&item.missing, When::DataFirst), (&item.unreachable, When::Waiver)] {
            for finding in findings {
                self.add(bare(when, said(finding, self.locale)));
            }
        }
        for work in item.work.iter().filter(|work| wanted(work)) {
            // Days to be covered begin at once and go on to the last one.
            let due = work.due.filter(|_| work.action != Action::Cover);
            let day = due.or(work.last_useful_day);
            let mut what = work.task(self.locale);
            if let Some(window) = &work.window {
                what = REMARKED.with(self.locale, &[&what, window]);
            }
            if let Some(last) = work.last_useful_day.filter(|last| due.is_some_and(|due| due < *last)) {
                what += &LATE_UNTIL.with(self.locale, &[&last.to_string()]);
            }
            let when = if work.late { When::Overdue } else { self.when(day) };
            what += &self.pace(work);
            self.add(Task {
                day,
                by: Some(kind::party(work.kind)),
                members: work.members.iter().map(|member| self.named(member)).collect(),
                jointly: work.jointly,
                ..bare(when, what)
            });
        }
    }

    /// Evaluations and orders, which are no requirements.
    fn calendar(&mut self, calendar: &Calendar) {
        for row in calendar.rows.iter().filter(|row| is_open(row.state)) {
            let (word, by) = match row.duty {
                Duty::Evaluation => (&HOLD_EVALUATION, Party::Purchaser),
                Duty::Rectification => (&RECTIFY, Party::Provider),
                _ => continue,
            };
            // No clause sets a last day for an evaluation after the service.
            let day = Some(row.due).filter(|day| row.duty != Duty::Evaluation || *day < self.world.end);
            let when = if row.state == DutyState::Overdue { When::Overdue } else { self.when(day) };
            let issue = row.window.as_deref().unwrap_or_default();
            let what = word.with(self.locale, &[&label(&row.labels, self.locale), issue]);
            self.add(Task {
                day,
                by: Some(by),
                name: if row.duty == Duty::Rectification { row.of.clone() } else { String::new() },
                ..Task::new(when, what, row.clause.as_deref().unwrap_or_default())
            });
        }
    }

    /// What else closing waits for.
    fn findings<'f>(&mut self, findings: impl Iterator<Item = &'f Finding>) {
        for finding in findings {
            let clause = finding.clause.as_deref().unwrap_or_default();
            self.add(Task::new(When::UntilClosing, said(finding, self.locale), clause));
        }
    }

    /// Adds a task, or the members of one to a task that is the same.
    fn add(&mut self, task: Task) {
        let same = self.tasks.iter_mut().find(|known| {
            !known.members.is_empty()
                && !task.members.is_empty()
                && (known.when, known.day, &known.what, &known.name) == (task.when, task.day, &task.what, &task.name)
        });
        match same {
            Some(known) => known.members.extend(task.members),
            None => self.tasks.push(task),
        }
    }

    fn when(&self, day: Option<Date>) -> When {
        let Some(day) = day else { return When::UntilClosing };
        match day.days_since(self.as_of) {
            ..=7 => When::Week,
            8..=30 => When::Month,
            _ => When::Later,
        }
    }

    /// How many a month, of work that has time and takes it.
    fn pace(&self, work: &WorkItem) -> String {
        let paced = matches!(work.action, Action::Add | Action::Complete) && work.n >= LEAST_FOR_A_PACE;
        let begun = self.as_of.max(self.world.start.plus_days(-1));
        let pace = work.last_useful_day.filter(|_| paced).and_then(|last| Pace::new(work.n, begun, last));
        let a_month = pace.filter(|pace| pace.months > Exact::ONE).and_then(|pace| pace.per_month.whole_up());
        a_month.map_or_else(String::new, |a_month| PER_MONTH.with(self.locale, &[&a_month.to_string()]))
    }

    /// A member with the name that its register gives it; names of persons are left out.
    fn named(&self, member: &str) -> String {
        let registers = ["project", "outlet", "site"].into_iter().filter_map(find);
        let name = registers.filter_map(|kind| self.world.follow(member, &[kind])).find_map(|entry| entry.text("name"));
        name.map_or_else(|| member.to_owned(), |name| REMARKED.with(self.locale, &[name, member]))
    }

    fn sections(mut self) -> Vec<Section> {
        let locale = self.locale;
        self.tasks.sort_by_key(|task| (task.when, task.day));
        let week = self.as_of.plus_days(7).to_string();
        let month = self.as_of.plus_days(30).to_string();
        let mut sections = Vec::new();
        for (when, title, note) in [
            (When::Overdue, AGENDA_OVERDUE.of(locale).to_owned(), ""),
            (When::DataFirst, AGENDA_DATA.of(locale).to_owned(), ""),
            (When::Week, AGENDA_WEEK.with(locale, &[&week]), AGENDA_WEEK_EMPTY.of(locale)),
            (When::Month, AGENDA_MONTH.with(locale, &[&month]), ""),
            (When::Later, AGENDA_LATER.of(locale).to_owned(), ""),
            (When::UntilClosing, AGENDA_UNTIL_CLOSING.of(locale).to_owned(), ""),
            (When::Waiver, AGENDA_WAIVER.of(locale).to_owned(), ""),
            (When::Hold, AGENDA_HOLD.of(locale).to_owned(), ""),
            (When::Outside, AGENDA_OUTSIDE.of(locale).to_owned(), ""),
        ] {
            let rows: Vec<Vec<String>> =
                self.tasks.iter().filter(|task| task.when == when).map(|task| task.row(locale)).collect();
            let note = if rows.is_empty() && !self.tasks.is_empty() { note.to_owned() } else { String::new() };
            let columns = [DUE, TO_DO, WHO, CLAUSE].map(|word| word.of(locale).to_owned()).to_vec();
            if !rows.is_empty() || !note.is_empty() {
                sections.push(Section { title, note, columns, rows });
            }
        }
        sections
    }
}

impl Task {
    /// Something to do on no fixed day, by nobody in particular.
    fn new(when: When, what: String, clause: &str) -> Self {
        let clause = clause.to_owned();
        Self { when, day: None, what, by: None, clause, name: String::new(), members: Vec::new(), jointly: false }
    }

    fn row(&self, locale: Locale) -> Vec<String> {
        let mut what = self.what.clone();
        if !self.members.is_empty() {
            let members = phrase::list(&self.members, MEMBERS_SHOWN, locale);
            let word = if self.members.len() > 1 { &EACH_OF } else { &ONE_OF };
            what = word.with(locale, &[&members, &what]);
            if self.members.len() > 1 && self.jointly {
                what += JOINTLY.of(locale);
            }
        }
        vec![
            self.day.map_or_else(String::new, |day| day.to_string()),
            what,
            self.by.map_or("", |by| by.label(locale)).to_owned(),
            format!("{} {}", phrase::clause(&self.clause, locale), self.name).trim().to_owned(),
        ]
    }
}

fn is_open(state: DutyState) -> bool {
    matches!(state, DutyState::Due | DutyState::Overdue)
}

/// A finding with what to do about it.
fn said(finding: &Finding, locale: Locale) -> String {
    format!("{}{}{}", phrase::message(finding, locale), CLAUSE_SEPARATOR.of(locale), finding.help(locale))
}
