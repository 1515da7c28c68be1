use super::standing::Standing;
use crate::entry::{Entry, Item, Value};
use crate::finding::{Finding, relation as codes};
use crate::kind::{Family, common::Worker, register::StaffPosting};
use crate::package::model::Plan;
use crate::time::Date;

/// Workers who had no posting to the package on the day of a record.
///
/// Volunteers need none. A member of staff who is in no register is a dangling
/// reference; whether one is qualified is for the package's conditions to say.
pub(super) fn check(standing: &Standing<'_>, plan: &Plan, findings: &mut Vec<Finding>) {
    for record in standing.live().filter(|entry| entry.kind().family == Family::Record) {
        let (Some(date), Some(Value::Items(workers))) = (record.date(), record.get("workers")) else { continue };
        for (place, worker) in workers.iter().enumerate() {
            let text = |name| worker.named(Worker::FIELDS, name).and_then(Value::text);
            if text("role") == Some("volunteer") {
                continue;
            }
            let staff = text("staff").and_then(|id: &str| standing.registered("staff", id));
            if let Some(staff) = staff.filter(|staff| !is_posted(staff, &plan.id, date)) {
                let finding = Finding::new(codes::WORKER_NOT_POSTED).at(format!("/workers/{place}/staff"));
                findings.push(finding.with("staff", staff.id()).with("date", date).about(record.id()));
            }
        }
    }
}

fn is_posted(staff: &Entry, package: &str, day: Date) -> bool {
    let Some(Value::Items(postings)) = staff.get("postings") else { return false };
    postings.iter().any(|posting| {
        let value = |name| Item::named(posting, StaffPosting::FIELDS, name);
        value("package").and_then(Value::text).is_some_and(|to| to == package)
            && value("from").and_then(Value::date).is_none_or(|from| from <= day)
            && value("to").and_then(Value::date).is_none_or(|to| day <= to)
    })
}
