//! Activities, documents and attestations.

use super::book::Book;
use super::calendar::Day;
use super::entry::Entry;
use super::team::Team;
use serde_json::{Value, json};

/// An activity as yet without people.
pub(crate) fn activity(book: &mut Book, team: &Team, on: Day, category: &str, title: &str) -> Entry {
    let files = book.files(&["sign_in_sheet", "photo", "plan"]);
    let start = book.start_time();
    let minutes = book.minutes(60, 150);
    let cost = 200 + 50 * book.rng.below(20);
    book.record("activity", on)
        .with("category", category)
        .with("title", title)
        .with("place", book.place)
        .with("workers", team.workers(title.len() / 3))
        .with("start", start)
        .with("minutes", minutes)
        .with("cost", cost)
        .with("signatures", team.signed(on))
        .with("attachments", files)
}

/// An activity whose people were counted.
pub(crate) fn counted(
    book: &mut Book,
    team: &Team,
    on: Day,
    category: &str,
    title: &str,
    head: u64,
    how: &str,
) -> String {
    let entry = activity(book, team, on, category, title).with("headcount", head).with("counted_by", how);
    book.keep(entry)
}

/// A list of participants in one role, then some volunteers on duty by bare name.
pub(crate) fn participants(people: &[&String], role: &str, volunteers: usize) -> Vec<Value> {
    let mut list: Vec<Value> = people.iter().map(|person| json!({"person": person, "role": role})).collect();
    list.extend((0..volunteers).map(|at| json!({"name": format!("样例志愿者{}", at + 1), "role": "volunteer"})));
    list
}

/// An activity with its list of participants.
pub(crate) fn listed(book: &mut Book, team: &Team, on: Day, category: &str, title: &str, list: Vec<Value>) -> Entry {
    let head = list.iter().filter(|item| item["role"] != "volunteer" && item["role"] != "staff").count();
    activity(book, team, on, category, title)
        .with("headcount", head)
        .with("counted_by", "sign_in")
        .with("participants", list)
}

/// A document.
pub(crate) fn document(book: &mut Book, team: &Team, on: Day, category: &str, title: &str) -> Entry {
    let files = book.files(&["record_form"]);
    book.record("document", on)
        .with("category", category)
        .with("title", title)
        .with("submitted_on", on.to_string())
        .with("workers", team.workers(0))
        .with("attachments", files)
}

/// An attestation with evidence.
pub(crate) fn attest(book: &mut Book, on: Day, item: &str, place: &str, items: &[&str]) {
    let files = book.files(&["notice", "photo"]);
    let entry = book
        .record("attestation", on)
        .with("item", item)
        .with("place", place)
        .with("attested_by", "样例社区居民委员会")
        .with("items", json!(items))
        .with("attachments", files);
    book.keep(entry);
}

/// The list of needs, the design and the matching of a package.
pub(crate) fn needs(book: &mut Book, team: &Team, days: &[Day; 3]) {
    let entry = document(book, team, days[0], "needs_list", "居民群众需求清单")
        .with("items", json!(["陪伴与照料", "文体活动", "政策咨询", "安全知识"]));
    book.keep(entry);
    let entry = document(book, team, days[1], "project_design", "服务项目设计方案");
    book.keep(entry);
    attest(
        book,
        days[2],
        "supply_demand_matching",
        book.place,
        &["陪伴需求对接志愿者结对", "体检需求对接村（社区）卫生室"],
    );
}

/// Community events, among them one with 49 people, three and more with 50 and one estimated;
/// and the publicity week with two more publicity events.
pub(crate) fn events(book: &mut Book, team: &Team, people: &[String], titles: &[&str; 8], last: Day) {
    let days = book.spread(8, book.start, last);
    let heads = [62, 28, 55, 49, 35, 0, 80, 41];
    let ways = ["sign_in", "counter", "sign_in", "sign_in", "counter", "sign_in", "estimate", "counter"];
    for at in 0..8 {
        if at == 5 {
            let list: Vec<&String> = people.iter().take(58).collect();
            let entry =
                listed(book, team, days[at], "community_activity", titles[at], participants(&list, "participant", 4));
            book.keep(entry);
        } else {
            counted(book, team, days[at], "community_activity", titles[at], heads[at], ways[at]);
        }
    }
}

/// Publicity of social work: the week in March, and one event with too few people.
pub(crate) fn publicity(book: &mut Book, team: &Team, people: &[String], week: Day, small: Day) {
    let list: Vec<&String> = people.iter().skip(20).take(64).collect();
    let entry = listed(
        book,
        team,
        week,
        "social_work_publicity",
        "全区社工宣传周进村（社区）",
        participants(&list, "participant", 6),
    );
    book.keep(entry);
    counted(book, team, small, "social_work_publicity", "社工知识咨询台", 33, "counter");
}
