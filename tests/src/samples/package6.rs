//! Package 6: 68 at mid-term, terminated; the books stop there.

use super::book::Book;
use super::calendar::{day, plus};
use super::casework::{Consent, cases, groups};
use super::events::{Result, evaluate, spot_checks, withdraw};
use super::held::{counted, document, listed, participants, publicity};
use super::team::{outlets, publish, team};
use super::visits::visit;
use super::words::{About, name};
use serde_json::json;

/// The last day of work.
const STOP: &str = "2024-10-21";

/// The books of package 6.
pub(crate) fn book() -> Book {
    let mut book = Book::new(6, "shahe", "2024-04-01", "2025-03-31", "2024-09-30");
    let start = book.start;
    let team = team(&mut book, false);
    let outlets = outlets(&mut book);
    let mut households = Vec::new();
    let mut people = Vec::new();
    for at in 0..120_usize {
        let entry = book.register("household").with("name", format!("样例农家{:03}", at + 1)).with("place", "shahe");
        households.push(book.enrol(entry));
    }
    for at in 0..130 {
        let birth = format!("{}-{:02}-{:02}", 1955 + at % 45, 1 + book.rng.below(12), 1 + book.rng.below(28));
        let entry = book.register("person").with("name", name(at)).with("birth_date", birth);
        let entry = entry
            .with("household", households[at % 120].as_str())
            .with("residences", json!([{"place": "shahe", "basis": "living"}]));
        let entry =
            if at < 55 { entry.with("lists", json!([{"list": "talent", "from": "2024-05-06"}])) } else { entry };
        people.push(book.enrol(entry));
    }

    let stop = day(STOP);
    let days = book.spread(102, plus(start, 4), stop);
    let mut ids = Vec::new();
    for (at, on) in days.into_iter().enumerate() {
        let (mode, subject) = match at {
            33 => ("phone", json!([{"person": people[118]}])),
            at if at % 2 == 0 => ("home", json!([{"household": households[at * 7 % 85]}])),
            at => ("home", json!([{"person": people[at * 7 % 85]}])),
        };
        let parts = if at % 3 == 0 { json!(["needs", "policy_publicity"]) } else { json!(["needs", "help"]) };
        let entry = visit(&mut book, &team, on, mode, subject, About::Villager).with("parts", parts);
        ids.push(book.keep(entry));
    }
    cases(&mut book, &team, &people[60..65], &[5, 4, 5, 3, 2], Consent::Own, stop);
    groups(&mut book, &team, &["巧手工坊", "老年健康", "返乡青年"], &[5, 5, 4], &people[70..], stop);
    let themes = ["party_building", "governance", "employment_skills"];
    let days = book.spread(6, plus(start, 20), stop);
    for (at, on) in days.into_iter().enumerate() {
        let list: Vec<&String> = people.iter().skip(at * 6).take(22).collect();
        let entry = listed(
            &mut book,
            &team,
            on,
            "lecture",
            &format!("村民讲堂第{}讲", at + 1),
            participants(&list, "trainee", 1),
        );
        book.keep(entry.with("theme", themes[at % 3]));
    }
    let days = book.spread(6, plus(start, 12), stop);
    for (at, on) in days.into_iter().enumerate() {
        counted(&mut book, &team, on, "policy_talk", &format!("惠民政策宣讲第{}场", at + 1), 26 + at as u64, "sign_in");
    }
    publicity(&mut book, &team, &people, day("2024-05-23"), day("2024-08-29"));
    let entry = document(&mut book, &team, day("2024-05-30"), "survey_report", "沙河村基本情况与村民需求调研报告");
    book.keep(entry.with("methods", json!(["visit", "questionnaire"])));
    let files = book.files(&["invoice"]);
    let entry = document(&mut book, &team, day("2024-07-11"), "governance_material", "基层治理宣传折页");
    book.keep(entry.with("copies", 600).with("attachments", files));
    for (at, on) in ["2024-06-06", "2024-08-15", "2024-09-26"].into_iter().enumerate() {
        publish(&mut book, day(on), "media", &outlets.district, &format!("和美沙河纪事（之{}）", at + 1));
    }

    let early =
        visit(&mut book, &team, day("2024-03-27"), "home", json!([{"household": households[100]}]), About::Villager);
    book.keep(early);
    let entry =
        visit(&mut book, &team, day("2024-07-30"), "home", json!([{"person": "p6-person-999"}]), About::Villager);
    book.keep(entry);
    let entry = book
        .again("visit", &ids[40], 2)
        .with("supersedes", ids[40].as_str())
        .with("reason", "更正时长")
        .with("minutes", 35);
    book.keep(entry);
    let entry = book.again("visit", &ids[60], 1);
    let double = book.keep(entry);
    withdraw(&mut book, &double, day("2024-09-09"), "重复录入");

    spot_checks(&mut book, &["2024-06-25"]);
    let issue = "走访记录与实际不符";
    let entry = book.event("spot_check", day("2024-08-21")).with("consistent", false).with("issue", issue);
    book.happen(entry);
    let entry = book.event("rectification_order", day("2024-08-26")).with("issue", issue).with("due", "2024-09-20");
    book.happen(entry);
    let entry = book.event("reminder", day("2024-09-23")).with("issue", issue);
    book.happen(entry);
    evaluate(&mut book, "midterm", "2024-10-10", Result::Marks([65.0, 70.0, 68.0, 69.5], [100.0; 4]));
    let files = book.files(&["notice"]);
    let entry = book
        .event("termination", day("2024-10-22"))
        .with("attachments", files)
        .with("reason", "中期评估70分以下，取消继续服务资格，终止合同");
    book.happen(entry);
    book
}
