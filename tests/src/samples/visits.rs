//! Visits to people, and the usual slips among them.

use super::book::Book;
use super::calendar::{Day, day, plus};
use super::entry::Entry;
use super::events::withdraw;
use super::team::Team;
use super::words::{About, say};
use serde_json::{Value, json};

/// A visit.
pub(crate) fn visit(book: &mut Book, team: &Team, on: Day, mode: &str, subjects: Value, about: About) -> Entry {
    let content = say(&mut book.rng, about);
    let start = book.start_time();
    let minutes = book.minutes(20, 60);
    let turn = usize::try_from(book.rng.below(3)).unwrap_or(0);
    let files = book.files(&["record_form", "photo"]);
    let entry = book
        .record("visit", on)
        .with("mode", mode)
        .with("category", "outreach")
        .with("subjects", subjects)
        .with("workers", team.workers(turn))
        .with("start", start)
        .with("minutes", minutes)
        .with("content", content)
        .with("signatures", team.signed(on))
        .with("attachments", files);
    if matches!(mode, "phone" | "online") { entry } else { entry.with("place", book.place) }
}

/// One visit to each of the people, in their order; the ids of the visits.
pub(crate) fn round(book: &mut Book, team: &Team, people: &[String], span: (Day, Day), about: About) -> Vec<String> {
    let days = book.spread(people.len() as u64, span.0, span.1);
    let mut ids = Vec::new();
    for (at, (person, on)) in people.iter().zip(days).enumerate() {
        let mode = if at % 9 == 4 && matches!(about, About::Child) { "site" } else { "home" };
        let entry = visit(book, team, on, mode, json!([{"person": person}]), about);
        ids.push(book.keep(entry));
    }
    ids
}

/// Visits that add no person: some seen again, one by phone, one before the service and one
/// after it, one to a person whom no register knows, one replaced, one taken back.
pub(crate) fn slips(
    book: &mut Book,
    team: &Team,
    visited: &[String],
    ids: &[String],
    others: &[String; 3],
    about: About,
) {
    let middle = plus(book.start, 150);
    for (at, person) in visited.iter().skip(3).step_by(19).enumerate() {
        let entry = visit(book, team, plus(middle, 9 * at as u64), "home", json!([{"person": person}]), about);
        book.keep(entry);
    }
    let entry = visit(book, team, day("2024-07-24"), "phone", json!([{"person": others[0]}]), about);
    book.keep(entry);
    let early = book.start.checked_sub_days(chrono::Days::new(4)).unwrap_or(book.start);
    let entry = visit(book, team, early, "home", json!([{"person": others[1]}]), about);
    book.keep(entry);
    let entry = visit(book, team, plus(book.end, 5), "home", json!([{"person": others[2]}]), about);
    book.keep(entry);
    let nobody = format!("p{}-person-999", book.number);
    let entry = visit(book, team, day("2024-08-14"), "home", json!([{"person": nobody}]), about);
    book.keep(entry);
    let wrong = &ids[30];
    let entry = book
        .again("visit", wrong, 4)
        .with("supersedes", wrong.as_str())
        .with("reason", "时长填写有误，更正")
        .with("minutes", 45);
    book.keep(entry);
    let twice = &ids[50];
    let entry = book.again("visit", twice, 1);
    let double = book.keep(entry);
    withdraw(book, &double, day("2024-10-22"), "同一次探访重复录入");
}
