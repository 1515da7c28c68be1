//! Cases with their contacts, groups with their sessions.

use super::book::Book;
use super::calendar::{Day, next_work, plus};
use super::team::Team;
use super::words::{About, say};
use serde_json::json;

/// How the client's agreement is written down.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Consent {
    /// By a minor's guardian.
    Guardian,
    /// By the client.
    Own,
}

/// Opens a case for each number of contacts, the clients in order; the ids of the cases.
/// The last case stays open.
pub(crate) fn cases(
    book: &mut Book,
    team: &Team,
    clients: &[String],
    contacts: &[u64],
    consent: Consent,
    last: Day,
) -> Vec<String> {
    let mut ids = Vec::new();
    let long = u64::try_from((last - book.start).num_days()).unwrap_or(0);
    for (at, (client, count)) in clients.iter().zip(contacts).enumerate() {
        let opened = next_work(plus(book.start, 10 + (long / 3) * at as u64 / contacts.len() as u64));
        let span_end = plus(opened, (long / 2).min(count * 24 + 20));
        let files = book.files(&["record_form", "plan"]);
        let mut case = book
            .record("case", opened)
            .with("client", client.as_str())
            .with("goal", book_goal(at))
            .with("place", book.place)
            .with("workers", team.workers(0))
            .with("signatures", team.signed(opened))
            .with("attachments", files);
        case = match consent {
            Consent::Guardian => case.with("guardian_consent", true).with("consent", true),
            Consent::Own => case.with("consent", true),
        };
        let days = book.spread(*count, plus(opened, 5), span_end);
        if at + 1 < contacts.len() {
            let closed = next_work(plus(span_end, 6));
            case = case.with("closed", closed.min(last).to_string());
        }
        let id = book.keep(case);
        for (turn, on) in days.iter().enumerate() {
            let content = say(&mut book.rng, About::Contact);
            let start = book.start_time();
            let minutes = book.minutes(35, 70);
            let mode = ["home", "face_to_face", "face_to_face", "phone", "home"][turn % 5];
            let files = book.files(&["record_form"]);
            let entry = book
                .record("case_contact", *on)
                .with("case", id.as_str())
                .with("mode", mode)
                .with("place", book.place)
                .with("workers", team.workers(turn))
                .with("start", start)
                .with("minutes", minutes)
                .with("content", format!("第{}次跟进：{content}", turn + 1))
                .with("signatures", team.signed(*on))
                .with("attachments", files);
            book.keep(entry);
        }
        ids.push(id);
    }
    ids
}

fn book_goal(at: usize) -> &'static str {
    let goals = [
        "改善亲子沟通",
        "稳定情绪、规律作息",
        "链接照料支持",
        "增强邻里往来",
        "提升自我照顾",
        "改善居家安全",
        "缓解哀伤",
        "梳理政策待遇",
    ];
    goals[at % goals.len()]
}

/// Forms a group for each number of sessions, of eight members each; a session number is
/// left out in the second group, so that its numbers have a gap.
pub(crate) fn groups(book: &mut Book, team: &Team, titles: &[&str], sessions: &[u64], people: &[String], last: Day) {
    let long = u64::try_from((last - book.start).num_days()).unwrap_or(0);
    for (at, (title, count)) in titles.iter().zip(sessions).enumerate() {
        let formed = next_work(plus(book.start, 20 + long * 7 / 10 * at as u64 / sessions.len() as u64));
        let members: Vec<&String> = people.iter().cycle().skip(at * 8).take(8).collect();
        let files = book.files(&["plan", "summary"]);
        let group = book
            .record("group", formed)
            .with("title", format!("“{title}”小组"))
            .with("plan", format!("面向八名组员，围绕{title}安排{count}节，每节约一小时，首节订约定，末节评估与告别。"))
            .with("members", json!(members))
            .with("planned_sessions", *count)
            .with("place", book.place)
            .with("workers", team.workers(0))
            .with("signatures", team.signed(formed))
            .with("attachments", files);
        let id = book.keep(group);
        for turn in 0..*count {
            let on = next_work(plus(formed, 7 + turn * 8)).min(last);
            let content = say(&mut book.rng, About::Session);
            let start = book.start_time();
            let minutes = book.minutes(60, 90);
            let away = usize::try_from(book.rng.below(8)).unwrap_or(0);
            let present: Vec<&&String> = members
                .iter()
                .enumerate()
                .filter(|(seat, _)| turn % 2 == 0 || *seat != away)
                .map(|(_, member)| member)
                .collect();
            let number = if at == 1 && turn >= 3 { turn + 2 } else { turn + 1 };
            let files = book.files(&["sign_in_sheet", "photo", "record_form"]);
            let entry = book
                .record("group_session", on)
                .with("group", id.as_str())
                .with("session", number)
                .with("place", book.place)
                .with("workers", team.workers(usize::try_from(turn).unwrap_or(0)))
                .with("start", start)
                .with("minutes", minutes)
                .with("present", json!(present))
                .with("content", content)
                .with("signatures", team.signed(on))
                .with("attachments", files);
            book.keep(entry);
        }
    }
}

/// The write-up of a case.
pub(crate) fn case_study(book: &mut Book, team: &Team, case: &str, on: Day) {
    let files = book.files(&["record_form"]);
    let entry = book
        .record("document", on)
        .with("category", "case_study")
        .with("title", "典型个案服务案例（样例）")
        .with("case", case)
        .with("submitted_on", on.to_string())
        .with("submitted_to", "civil_affairs")
        .with("workers", team.workers(0))
        .with("attachments", files);
    book.keep(entry);
}
