//! Package 3: everything done, to be closed.

use super::book::Book;
use super::calendar::{day, plus};
use super::casework::{Consent, case_study, cases, groups};
use super::events::{Result, accept, complete, cured_order, evaluate, spot_checks, survey_answers};
use super::held::{attest, events, needs, publicity};
use super::team::{outlets, reports, team};
use super::visits::{round, slips, visit};
use super::words::{About, name};
use serde_json::json;

/// Old people of the village: 120 of eighty and more, then one who is still 79, then helpers of fifty to seventy.
fn people(book: &mut Book) -> Vec<String> {
    let mut ids = Vec::new();
    for at in 0..150 {
        let birth = match at {
            120 => "1944-11-20".to_owned(),
            at if at > 120 => format!("{}-{:02}-{:02}", 1954 + at % 20, 1 + book.rng.below(12), 1 + book.rng.below(28)),
            // The month is known and the day is not: old enough whichever it is.
            at if at % 40 == 7 => "1939-05".to_owned(),
            at => format!("{}-{:02}-{:02}", 1931 + at % 13, 1 + book.rng.below(12), 1 + book.rng.below(28)),
        };
        let basis = if at % 5 == 1 { "registered" } else { "living" };
        let entry = book
            .register("person")
            .with("name", name(at))
            .with("birth_date", birth)
            .with("residences", json!([{"place": "yongfu", "basis": basis}]));
        ids.push(book.enrol(entry));
    }
    ids
}

/// The books of package 3.
pub(crate) fn book() -> Book {
    let mut book = Book::new(3, "yongfu", "2024-03-15", "2025-03-14", "2024-09-15");
    let (start, end) = (book.start, book.end);
    let team = team(&mut book, false);
    let outlets = outlets(&mut book);
    let people = people(&mut book);
    complete(&mut book, "person");

    needs(&mut book, &team, &[day("2024-04-09"), day("2024-04-19"), day("2024-05-24")]);
    let ids = round(&mut book, &team, &people[..112], (plus(start, 3), end), About::Elder);
    let others = [people[114].clone(), people[115].clone(), people[116].clone()];
    slips(&mut book, &team, &people[..112], &ids, &others, About::Elder);
    // Eighty on 2024-11-20, still 79 on this day.
    let entry = visit(&mut book, &team, day("2024-06-18"), "home", json!([{"person": people[120]}]), About::Elder);
    book.keep(entry);
    let opened = cases(&mut book, &team, &people[20..27], &[5, 6, 5, 7, 5, 6, 5], Consent::Own, end);
    case_study(&mut book, &team, &opened[3], day("2025-02-18"));
    let titles = ["健康操", "怀旧故事", "防诈骗学习", "巧手编织", "老友茶话"];
    groups(&mut book, &team, &titles, &[6, 5, 5, 6, 5], &people[..60], end);
    let titles = ["端午包粽子", "义诊进村", "重阳敬老宴", "理发日", "冬至送温暖", "春节联欢", "院坝放映", "健康讲座"];
    events(&mut book, &team, &people, &titles, end);
    publicity(&mut book, &team, &people, day("2024-03-21"), day("2024-10-10"));
    reports(&mut book, &outlets, "永福村关爱老人", end);
    attest(&mut book, day("2024-12-12"), "supply_demand_matching", "yongfu", &["理发需求对接志愿队"]);

    survey_answers(&mut book, day("2025-03-07"), "service_users", [121, 68, 9, 2, 0]);
    spot_checks(&mut book, &["2024-06-20", "2024-12-05"]);
    cured_order(&mut book, "2024-08-08", "部分走访记录缺少照片");
    evaluate(&mut book, "midterm", "2024-09-20", Result::Marks([26.0, 25.0, 17.0, 17.0], [30.0, 30.0, 20.0, 20.0]));
    evaluate(&mut book, "final", "2025-04-17", Result::Score(88));
    accept(&mut book, "2025-04-29", "2025-05-22");
    book
}
