//! Package 2: everything done, but 448 of 500 valid answers are satisfied.

use super::book::Book;
use super::calendar::{day, plus};
use super::casework::{Consent, case_study, cases, groups};
use super::events::{Result, accept, complete, evaluate, spot_checks, survey_answers, survey_sums};
use super::held::{events, needs, publicity};
use super::team::{outlets, reports, team};
use super::visits::{round, slips};
use super::words::{About, name};
use serde_json::json;

/// Children of the community: 116 who count, then one too old and one from elsewhere.
fn children(book: &mut Book) -> Vec<String> {
    let mut ids = Vec::new();
    for at in 0..118 {
        let (year, category) = match at {
            116 => (2007, "left_behind"),
            at if at % 3 == 2 => (2008 + at as u64 % 8, "in_difficulty"),
            _ => (2010 + at as u64 % 8, "left_behind"),
        };
        let birth = format!("{year}-{:02}-{:02}", 1 + book.rng.below(12), 1 + book.rng.below(28));
        let (place, basis) = if at == 117 {
            ("xinglong", "living")
        } else {
            ("dongjinhua", if at % 4 == 1 { "registered" } else { "living" })
        };
        let entry = book
            .register("person")
            .with("name", name(at))
            .with("birth_date", birth)
            .with("residences", json!([{"place": place, "basis": basis}]))
            .with("categories", json!([{"category": category}]));
        ids.push(book.enrol(entry));
    }
    ids
}

/// The books of package 2.
pub(crate) fn book() -> Book {
    let mut book = Book::new(2, "dongjinhua", "2024-03-15", "2025-03-14", "2024-09-15");
    let (start, end) = (book.start, book.end);
    let team = team(&mut book, false);
    let outlets = outlets(&mut book);
    let children = children(&mut book);
    complete(&mut book, "person");

    needs(&mut book, &team, &[day("2024-04-10"), day("2024-04-18"), day("2024-05-22")]);
    let mut seen: Vec<String> = children.iter().take(106).cloned().collect();
    // Neither of these two counts: sixteen already, and living elsewhere.
    seen.extend([children[116].clone(), children[117].clone()]);
    let ids = round(&mut book, &team, &seen, (plus(start, 3), end), About::Child);
    let others = [children[108].clone(), children[109].clone(), children[110].clone()];
    slips(&mut book, &team, &children[..106], &ids, &others, About::Child);
    let opened = cases(&mut book, &team, &children[10..18], &[6, 5, 7, 5, 6, 5, 6, 3], Consent::Guardian, end);
    case_study(&mut book, &team, &opened[2], day("2025-02-20"));
    let titles = ["情绪小管家", "阅读伙伴", "亲子沟通", "安全小卫士", "手工社团", "假期陪伴"];
    groups(&mut book, &team, &titles, &[5, 6, 5, 5, 6, 4], &children[..60], end);
    let titles =
        ["六一游园会", "防溺水课堂", "亲子运动会", "电影夜", "中秋故事会", "新年联欢会", "社区集市", "科普小课堂"];
    events(&mut book, &team, &children, &titles, end);
    publicity(&mut book, &team, &children, day("2024-03-20"), day("2024-09-05"));
    reports(&mut book, &outlets, "东金华社区儿童陪伴", end);

    // 448 of 500 is 89.6 %; the partners' answers are not the users'.
    survey_answers(&mut book, day("2025-03-05"), "service_users", [310, 138, 38, 11, 3]);
    survey_sums(&mut book, day("2025-03-06"), "partners", 20, 18, 18);
    spot_checks(&mut book, &["2024-06-13", "2024-11-07"]);
    evaluate(&mut book, "midterm", "2024-09-19", Result::Score(88));
    evaluate(&mut book, "final", "2025-04-16", Result::Marks([28.0, 27.0, 18.0, 18.0], [30.0, 30.0, 20.0, 20.0]));
    accept(&mut book, "2025-04-28", "2025-05-20");

    let package = book.package();
    book.blot(
        41,
        "{\"id\":\"p2-visit-901\",\"kind\":\"visit\",\"package\":\"nanchuan-2024/package-2\",\"date\":\"2024-05-2",
    );
    book.blot(
        97,
        &format!(
            concat!(
                "{{\"id\":\"p2-visit-902\",\"kind\":\"visit\",\"package\":\"{}\",\"date\":\"2024-07-02\",",
                "\"recorded_at\":\"2024-07-03\",\"mode\":\"doorstep\",\"category\":\"outreach\",",
                "\"subjects\":[{{\"person\":\"p2-person-111\"}}],\"workers\":[{{\"staff\":\"p2-staff-001\"}}],\"place\":\"dongjinhua\"}}"
            ),
            package
        ),
    );
    book
}
