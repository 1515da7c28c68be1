//! Package 4: 76 at mid-term, put right, extended by a month, everything done.

use super::book::Book;
use super::calendar::{Day, day, plus};
use super::casework::groups;
use super::events::{Result, accept, evaluate, spot_checks, survey_answers, withdraw};
use super::held::{activity, attest, counted, document, listed, participants, publicity};
use super::team::{Team, outlets, reports, team};
use super::visits::{round, visit};
use super::words::{About, name};
use serde_json::{Value, json};

const MIDTERM_ISSUE: &str = "中期评估76分：志愿服务记录不全，经费台账不规范";

/// Eighty listed as talents, then thirty volunteers, then forty others.
fn people(book: &mut Book) -> Vec<String> {
    let mut ids = Vec::new();
    for at in 0..150 {
        let birth = format!("{}-{:02}-{:02}", 1958 + at % 40, 1 + book.rng.below(12), 1 + book.rng.below(28));
        let entry = book.register("person").with("name", name(at)).with("birth_date", birth);
        let entry = entry.with("residences", json!([{"place": "gongjiatang", "basis": "living"}]));
        let entry = match at {
            0..80 => entry.with("lists", json!([{"list": "talent", "from": "2024-03-25"}])),
            80..110 => entry.with("lists", json!([{"list": "volunteer", "from": "2024-04-01"}])),
            _ => entry,
        };
        ids.push(book.enrol(entry));
    }
    ids
}

/// The volunteer team of fourteen, and two community organisations; one has no activity.
fn organisations(book: &mut Book, people: &[String]) -> Vec<String> {
    let core: Vec<Value> = people[80..94]
        .iter()
        .enumerate()
        .map(|(at, person)| {
            let role = if at == 0 { "leader" } else { "member" };
            json!({"person": person, "role": role, "core": at < 12, "from": "2024-04-10"})
        })
        .collect();
    let led = |person: &String, other: &String| json!([{"person": person, "role": "leader", "from": "2024-05-06"}, {"person": other, "role": "member", "from": "2024-05-06"}]);
    let mut ids = Vec::new();
    for (name, category, members) in [
        ("样例志愿服务队", "volunteer_team", json!(core)),
        ("样例院坝协商会", "community_organisation", led(&people[110], &people[111])),
        ("样例邻里互助社", "community_organisation", led(&people[112], &people[113])),
    ] {
        let entry =
            book.register("organisation").with("from", "2024-04-10").with("name", name).with("category", category);
        let entry = entry.with("status", "active").with("members", members);
        ids.push(book.enrol(entry));
    }
    ids
}

fn trainings(book: &mut Book, team: &Team, people: &[String]) {
    for (at, (on, count)) in [("2024-05-16", 26), ("2024-08-21", 18), ("2024-11-13", 31)].into_iter().enumerate() {
        let list: Vec<&String> = people.iter().skip(at * 15).take(count).collect();
        let mut list = participants(&list, "trainee", 0);
        list.push(json!({"name": "样例讲师甲", "role": "trainer"}));
        let entry = listed(book, team, day(on), "social_work_training", &format!("社工专业培训第{}期", at + 1), list);
        book.keep(entry);
    }
    let last = book.end;
    let days = book.spread(23, plus(book.start, 14), last);
    let topics = ["议事协商", "矛盾调解", "社区服务", "应急处置", "政策解读", "楼栋管理"];
    for (at, on) in days.into_iter().enumerate() {
        let list: Vec<&String> = people[..80].iter().cycle().skip(at * 13).take(15 + at % 4).collect();
        let mut list = participants(&list, "trainee", 2);
        list.push(json!({"name": "样例讲师乙", "role": "trainer"}));
        let entry = listed(
            book,
            team,
            on,
            "governance_training",
            &format!("治理人才培训：{}（第{}讲）", topics[at % 6], at + 1),
            list,
        );
        book.keep(entry);
    }
}

/// A volunteer project in every quarter and one in the month added, written up on its last day.
fn volunteering(book: &mut Book, team: &Team, people: &[String]) {
    let projects = [
        ("2024-04-22", ["2024-04-27", "2024-05-18", "2024-06-22"], "清洁家园"),
        ("2024-07-11", ["2024-07-20", "2024-08-17", "2024-09-21"], "关爱老人"),
        ("2024-10-14", ["2024-10-19", "2024-11-16", "2024-12-14"], "文明劝导"),
        ("2025-01-09", ["2025-01-18", "2025-02-15", "2025-03-08"], "春节慰问"),
        ("2025-03-27", ["2025-03-29", "2025-04-02", "2025-04-12"], "绿色祭扫"),
    ];
    for (at, (published, days, title)) in projects.into_iter().enumerate() {
        let mut hours = Vec::new();
        for (turn, on) in days.iter().enumerate() {
            let each = [2.0, 1.5, 2.5][turn];
            for person in people[80..110].iter().skip((at * 3 + turn * 5) % 20).take(6) {
                hours.push(json!({"person": person, "date": on, "hours": each}));
            }
        }
        let files = book.files(&["photo"]);
        let entry = book
            .record("volunteer_project", day(days[2]))
            .with("system", "cq_volunteer")
            .with("external_id", format!("SAMPLE-2024-{:04}", 101 + at))
            .with("title", format!("样例志愿服务：{title}"))
            .with("published_on", published)
            .with("hours", hours)
            .with("place", "gongjiatang")
            .with("workers", team.workers(at))
            .with("attachments", files);
        book.keep(entry);
    }
}

fn gatherings(book: &mut Book, team: &Team, people: &[String], community: &str) {
    let titles = ["邻里节", "议事开放日", "亲子市集", "消防演练", "中秋茶会", "楼栋清扫日", "元宵灯会", "春日健步"];
    let days = book.spread(8, book.start, book.end);
    for ((at, on), title) in days.into_iter().enumerate().zip(titles) {
        counted(book, team, on, "community_activity", title, 24 + at as u64 * 6, "sign_in");
    }
    for (on, title) in [("2024-06-14", "院坝协商第一次会议"), ("2024-09-12", "院坝协商：停车问题")] {
        let entry = activity(book, team, day(on), "guided_activity", title).with("organisation", community);
        book.keep(entry.with("headcount", 17).with("counted_by", "sign_in"));
    }
    for (on, title) in
        [("2024-07-18", "村规民约入户宣传"), ("2024-12-12", "平安建设宣传"), ("2025-04-09", "清明文明宣传")]
    {
        counted(book, team, day(on), "governance_publicity", title, 60, "counter");
    }
    publicity(book, team, people, day("2024-03-22"), day("2024-11-06"));
}

fn means(book: &mut Book, team: &Team, end: Day) {
    attest(
        book,
        day("2024-05-30"),
        "exam_mobilisation",
        "nancheng_street",
        &["动员网格员报考17人", "动员调解员报考9人"],
    );
    attest(book, day("2025-03-20"), "brand", "gongjiatang", &["“院坝说事”特色品牌"]);
    for (category, title, on) in [
        ("fund_charter", "社区治理专项基金章程", "2024-08-28"),
        ("brand", "“院坝说事”品牌手册", "2025-03-18"),
        ("case_study", "社区治理典型案例", "2025-04-08"),
    ] {
        let entry = document(book, team, day(on), category, title);
        book.keep(entry);
    }
    for (on, category, donor, form, value) in [
        ("2024-06-05", "charity", "样例商行", "goods", 1800),
        ("2024-09-10", "charity", "样例慈善会", "money", 5000),
        ("2024-12-03", "charity", "样例义诊队", "service", 1200),
        ("2025-01-15", "charity", "样例商行", "goods", 900),
        ("2024-08-30", "fund", "样例居民众筹", "money", 3000),
    ] {
        let files = book.files(&["receipt"]);
        let entry = book
            .record("resource", day(on))
            .with("category", category)
            .with("donor", donor)
            .with("payee", "样例社区治理专项基金");
        book.keep(entry.with("form", form).with("value", value).with("attachments", files));
    }
    let outlets = outlets(book);
    reports(book, &outlets, "龚家塘社区治理", end);
}

/// The mid-term evaluation and what followed from it.
fn midterm(book: &mut Book, team: &Team) {
    evaluate(book, "midterm", "2024-09-19", Result::Marks([75.0, 78.0, 74.0, 77.0], [100.0; 4]));
    let entry =
        book.event("rectification_order", day("2024-09-24")).with("issue", MIDTERM_ISSUE).with("stage", "midterm");
    book.happen(entry.with("due", "2024-11-15"));
    let files = book.files(&["agreement"]);
    let entry = book.event("extension", day("2024-09-26")).with("new_end", "2025-04-14").with("stage", "midterm");
    book.happen(entry.with("attachments", files).with("reason", "中期评估80分以下，延长一个月服务期"));
    let files = book.files(&["summary", "record_form"]);
    let entry = book.event("rectified", day("2024-11-08")).with("issue", MIDTERM_ISSUE).with("attachments", files);
    book.happen(entry);
    let entry =
        book.event("fee_complaint", day("2024-10-17")).with("upheld", false).with("reason", "反映收取材料费，查无此事");
    book.happen(entry);
    // The postings reach to the new end: a next version of the staff register.
    for id in [&team.lead, &team.second, &team.supervisor] {
        let entry = book.enrolled("staff", id);
        let posting = json!({"package": book.package(), "place": book.place, "full_time": *id == team.lead, "from": "2024-03-15", "to": "2025-04-14"});
        book.enrol(entry.with("recorded_at", "2024-09-30").with("postings", json!([posting])).without("note"));
    }
}

/// The books of package 4.
pub(crate) fn book() -> Book {
    let mut book = Book::new(4, "gongjiatang", "2024-03-15", "2025-03-14", "2024-09-15");
    book.weigh([35, 30, 20, 15]);
    let team = team(&mut book, false);
    let people = people(&mut book);
    let organisations = organisations(&mut book, &people);
    // The books go on into the month added.
    book.end = day("2025-04-14");
    let end = book.end;
    trainings(&mut book, &team, &people);
    volunteering(&mut book, &team, &people);
    gatherings(&mut book, &team, &people, &organisations[1]);
    means(&mut book, &team, end);
    let start = book.start;
    let ids = round(&mut book, &team, &people[40..145], (start, end), About::Villager);
    groups(&mut book, &team, &["社区能人", "楼栋长", "青年议事"], &[5, 6, 5], &people[100..], end);

    let entry = visit(&mut book, &team, day("2025-04-25"), "home", json!([{"person": people[146]}]), About::Villager);
    book.keep(entry);
    let entry =
        visit(&mut book, &team, day("2024-08-20"), "home", json!([{"person": "p4-person-999"}]), About::Villager);
    book.keep(entry);
    let entry = book
        .again("visit", &ids[20], 3)
        .with("supersedes", ids[20].as_str())
        .with("reason", "更正时长")
        .with("minutes", 40);
    book.keep(entry);
    let entry = book.again("visit", &ids[44], 1);
    let double = book.keep(entry);
    withdraw(&mut book, &double, day("2024-12-16"), "重复录入");

    survey_answers(&mut book, day("2025-04-10"), "service_users", [96, 59, 8, 3, 1]);
    spot_checks(&mut book, &["2024-06-19", "2024-12-11", "2025-03-26"]);
    midterm(&mut book, &team);
    evaluate(&mut book, "final", "2025-05-08", Result::Marks([86.0, 88.0, 85.0, 90.0], [100.0; 4]));
    accept(&mut book, "2025-05-20", "2025-06-12");
    book
}
