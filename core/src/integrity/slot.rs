//! One worker in two places at once: overlapping times.

use super::book::{Book, EVENTS, Found, Who};
use crate::contract::Contract;
use crate::entry::{Entry, Value};
use crate::finding::{Finding, integrity as codes};
use crate::time::Date;

/// A stretch of time in minutes, the end outside.
#[derive(Clone, Copy)]
struct Slot<'l> {
    from: i64,
    to: i64,
    day: Date,
    limit: i64,
    contract: &'l Contract,
    entry: &'l Entry,
}

/// Sweeps over each worker's slots in the order of their begin.
///
/// Each slot is compared with the one before it that ends last, so that a worker with many
/// overlapping records gets one finding for each record but the first. Attendance covers
/// the whole working day and is compared with attendance only.
pub(super) fn check(books: &[Book<'_>], found: &mut Found) {
    let mut slots: Vec<(Who<'_>, bool, Slot<'_>)> = Vec::new();
    for book in books {
        let Some(limit) = book.plan.integrity.double_booking.as_ref().map(|check| check.minutes) else { continue };
        for entry in book.records.iter().copied() {
            let is_attendance = entry.kind().name == "attendance";
            let Some((day, from, to)) = span(entry).filter(|_| is_attendance || EVENTS.contains(&entry.kind().name))
            else {
                continue;
            };
            for who in book.workers(entry) {
                let slot = Slot { from, to, day, limit, contract: book.contract, entry };
                slots.push((who, is_attendance, slot));
            }
        }
    }
    slots.sort_by(|(a_who, a_attends, a), (b_who, b_attends, b)| {
        let by_time =
            || (a.from, a.to, &a.contract.id, a.entry.id()).cmp(&(b.from, b.to, &b.contract.id, b.entry.id()));
        (a_who, a_attends).cmp(&(b_who, b_attends)).then_with(by_time)
    });
    for slots in slots.chunk_by(|a, b| (&a.0, a.1) == (&b.0, b.1)) {
        let mut last: Option<Slot<'_>> = None;
        for &(who, _, slot) in slots {
            let Some(before) = last else {
                last = Some(slot);
                continue;
            };
            let minutes = before.to.min(slot.to) - slot.from;
            if minutes >= before.limit.max(slot.limit) {
                let finding = Finding::new(codes::WORKER_DOUBLE_BOOKED).with("worker", who.id);
                let finding = finding.with("date", slot.day).with("minutes", minutes);
                found.add(finding, [(before.contract, before.entry), (slot.contract, slot.entry)]);
            }
            if slot.to > before.to {
                last = Some(slot);
            }
        }
    }
}

/// The day and the minutes of a record, counted over days; without a length, the minute of its begin.
pub(super) fn span(entry: &Entry) -> Option<(Date, i64, i64)> {
    let day = entry.date()?;
    let midnight = day.days_since(Date::new(1900, 1, 1)?) * 1440;
    let time = |field: &str| match entry.get(field) {
        Some(Value::Time(minutes)) => Some(midnight + i64::from(minutes)),
        _ => None,
    };
    if entry.kind().name == "attendance" {
        let (from, to) = (time("from")?, time("to")?);
        return (to > from).then_some((day, from, to));
    }
    let from = time("start")?;
    let minutes = match entry.get("minutes") {
        Some(Value::Whole(minutes)) => minutes.max(1),
        _ => 1,
    };
    Some((day, from, from + minutes))
}
