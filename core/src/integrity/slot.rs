//! One worker in two places at once: overlapping times.

use super::book::{Book, EVENTS, Found, Workers};
use crate::entry::{Entry, Value};
use crate::finding::{Finding, integrity as codes};
use crate::time::Date;

/// A stretch of time in minutes, the end outside.
#[derive(Clone, Copy)]
struct Slot<'b, 'l> {
    worker: usize,
    is_attendance: bool,
    day: Date,
    from: i64,
    to: i64,
    limit: i64,
    book: &'b Book<'l>,
    entry: &'l Entry,
}

impl<'l> Slot<'_, 'l> {
    /// Whose record it is, and which.
    fn origin(&self) -> (&'l str, &'l str) {
        (&self.book.contract.id, self.entry.id())
    }
}

/// Two stretches of one worker, and how many minutes they have in common.
struct Twice<'b, 'l> {
    before: Slot<'b, 'l>,
    slot: Slot<'b, 'l>,
    minutes: i64,
}

/// Sweeps over each worker's slots in the order of their begin.
///
/// Each slot is compared with the one before it that ends last, so that a worker with many
/// overlapping records gets one finding for each record but the first. Attendance covers
/// the whole working day and is compared with attendance only.
pub(super) fn check(books: &[Book<'_>], found: &mut Found) {
    let mut workers = Workers::default();
    let mut slots: Vec<Slot<'_, '_>> = Vec::new();
    for book in books {
        let Some(limit) = book.plan.integrity.double_booking.as_ref().map(|check| check.minutes) else { continue };
        for entry in book.records.iter().copied() {
            let is_attendance = entry.kind().name == "attendance";
            let Some((day, from, to)) = span(entry).filter(|_| is_attendance || EVENTS.contains(&entry.kind().name))
            else {
                continue;
            };
            let slot = |worker| Slot { worker, is_attendance, day, from, to, limit, book, entry };
            slots.extend(workers.of(book, entry).map(slot));
        }
    }
    // They are in this order already, unless two ledgers are of one contract.
    slots.sort_by(|a, b| a.origin().cmp(&b.origin()));
    slots.sort_by_key(|slot| (slot.worker, slot.is_attendance, slot.from, slot.to));
    let mut twice: Vec<Twice<'_, '_>> = Vec::new();
    for slots in slots.chunk_by(|a, b| (a.worker, a.is_attendance) == (b.worker, b.is_attendance)) {
        let mut last: Option<Slot<'_, '_>> = None;
        for &slot in slots {
            let Some(before) = last else {
                last = Some(slot);
                continue;
            };
            let minutes = before.to.min(slot.to) - slot.from;
            if minutes >= before.limit.max(slot.limit) {
                twice.push(Twice { before, slot, minutes });
            }
            if slot.to > before.to {
                last = Some(slot);
            }
        }
    }
    // The order of the findings, which take much longer to put in order themselves.
    twice.sort_by_cached_key(|twice| {
        let Twice { slot, minutes, .. } = twice;
        (slot.day, minutes.to_string(), workers.id(slot.worker))
    });
    for Twice { before, slot, minutes } in twice {
        let finding = Finding::new(codes::WORKER_DOUBLE_BOOKED).with("worker", workers.id(slot.worker));
        let finding = finding.with("date", slot.day).with("minutes", minutes);
        found.add(finding, [before, slot].map(|slot| (slot.book.contract, slot.entry)));
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
