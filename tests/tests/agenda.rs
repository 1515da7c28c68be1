//! What a report asks to be done, by when, by whom and by which clause: of the first sample contract.
//!
//! Its ledger lacks the work summary of August 2024 (see the samples' README); everything else was
//! handed in as it fell due. Service: 2024-03-15 to 2025-03-14; briefs and summaries are due on the 25th.

use jiexiang::explain::Section;
use jiexiang::finding::Locale;
use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};

fn agenda(as_of: &str) -> Vec<Section> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/samples/package-1");
    let read = |name: &str| std::fs::read(folder.join(name)).expect("a sample file");
    let package = Package::builtin("nanchuan-2024/package-1").expect("built in").expect("sound");
    let contract = Contract::load(&read("contract.json")).expect("a sound contract");
    let mut ledger = Ledger::new(&[package], contract).expect("they fit");
    for name in ["registers.jsonl", "events.jsonl", "records.jsonl"] {
        ledger.add_lines(name, &read(name), None);
    }
    ledger.agenda(Date::parse(as_of).expect("a day"), Locale::ZhCn)
}

fn section<'s>(sections: &'s [Section], title: &str) -> Option<&'s Section> {
    sections.iter().find(|section| section.title.starts_with(title))
}

fn rows<'s>(sections: &'s [Section], title: &str) -> &'s [Vec<String>] {
    section(sections, title).map_or(&[], |section| &section.rows)
}

#[test]
fn what_is_overdue_and_still_counts_comes_first() {
    let sections = agenda("2025-02-15");
    assert_eq!(sections[0].title, "待办：已逾期，请尽快补交");
    let [row] = sections[0].rows.as_slice() else { panic!("one summary is missing: {:?}", sections[0].rows) };
    assert!(row[1].contains("月工作总结") && row[1].contains("2024-08"), "{row:?}");
    assert_eq!(row[2..], ["承接机构", "二（一）2（3） P1-I3b 月简报和月工作总结"]);
}

#[test]
fn the_next_seven_days_are_said_to_be_empty_or_list_what_falls_due() {
    // 2025-02-15 and seven days are 2025-02-22: the 25th lies behind them, and inside thirty days.
    let sections = agenda("2025-02-15");
    let week = section(&sections, "待办：7 天内（至 2025-02-22）").expect("it is said even of an empty week");
    assert!(week.rows.is_empty() && week.note.contains("没有到期的事项"), "{week:?}");
    let month = rows(&sections, "待办：30 天内（至 2025-03-17）");
    let days: Vec<&str> = month.iter().map(|row| row[0].as_str()).collect();
    assert!(days.is_sorted() && days[..2] == ["2025-02-25", "2025-02-25"], "{days:?}");
    // Seven days after 2025-02-18 are 2025-02-25: the brief and the summary.
    let week = agenda("2025-02-18");
    let week = rows(&week, "待办：7 天内");
    assert_eq!(week.iter().filter(|row| row[0] == "2025-02-25").count(), 2, "{week:?}");
    // On 2025-02-17 the 25th is the eighth day.
    assert_eq!(rows(&agenda("2025-02-17"), "待办：7 天内").len(), 0);
}

#[test]
fn members_that_owe_the_same_stand_in_one_row_with_their_names() {
    let sections = agenda("2025-02-15");
    let of: Vec<&Vec<String>> =
        sections.iter().flat_map(|of| &of.rows).filter(|row| row[3].contains("P1-I3d")).collect();
    let [row] = of.as_slice() else { panic!("five projects owe one quarter alike: {of:?}") };
    for project in 1..=5 {
        assert!(row[1].contains(&format!("（p1-project-00{project}）")), "{row:?}");
    }
    assert!(row[1].starts_with("样例儿童陪伴项目（p1-project-001）"), "{row:?}");
    assert_eq!(row[0], "2025-03-14");
}

#[test]
fn an_evaluation_is_asked_of_the_purchaser_and_once() {
    let sections = agenda("2025-02-15");
    let all: Vec<&Vec<String>> = sections.iter().flat_map(|of| &of.rows).collect();
    let last: Vec<&&Vec<String>> = all.iter().filter(|row| row[1].contains("末期评估")).collect();
    let [row] = last.as_slice() else { panic!("{last:?}") };
    assert_eq!((row[0].as_str(), row[2].as_str(), row[3].as_str()), ("", "采购方", "第4条"));
}

#[test]
fn after_the_service_nothing_is_asked_by_a_day_that_is_over() {
    let sections = agenda("2025-06-30");
    for row in sections.iter().flat_map(|section| &section.rows) {
        assert!(row[0].is_empty() || row[0].as_str() > "2025-06-30", "{row:?}");
    }
}
