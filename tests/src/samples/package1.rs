//! Package 1: everything done, but for one work summary of one month.

use super::book::Book;
use super::calendar::{Day, day, last_work, next_work, plus, workdays};
use super::events::{Result, accept, evaluate, spot_checks, survey_sums, withdraw};
use super::held::{attest, counted, document};
use super::team::{Team, outlets, publish, team};
use super::visits::visit;
use super::words::About;
use serde_json::{Value, json};

const PLACE: &str = "sw_centre";

/// Organisations: two agencies and five stations still on their way, then three incubated ones.
fn organisations(book: &mut Book) -> Vec<String> {
    let rows = [
        ("样例社工机构一", "social_work_agency", "incubating", "2024-01-01"),
        ("样例社工机构二", "social_work_agency", "incubating", "2024-01-01"),
        ("样例社工站一", "station", "incubating", "2024-01-01"),
        ("样例社工站二", "station", "incubating", "2024-01-01"),
        ("样例社工站三", "station", "incubating", "2024-01-01"),
        ("样例社工站四", "station", "incubating", "2024-01-01"),
        ("样例社工站五", "station", "incubating", "2024-01-01"),
        ("样例助老协会", "social_organisation", "incubated", "2023-06-01"),
        ("样例志愿者协会", "social_organisation", "incubated", "2023-10-01"),
        ("样例助残服务社", "social_organisation", "incubated", "2024-08-01"),
    ];
    rows.iter()
        .map(|(name, category, status, from)| {
            let entry = book.register("organisation").with("name", *name).with("category", *category);
            let entry = entry.with("status", *status).with("from", *from);
            book.enrol(entry)
        })
        .collect()
}

/// Five projects, active and later completed: two versions of each.
fn projects(book: &mut Book) -> Vec<String> {
    let names = ["儿童陪伴项目", "关爱老人项目", "社区治理项目", "助农增收项目", "和美乡村项目"];
    let mut ids = Vec::new();
    for name in names {
        let entry = book
            .register("project")
            .with("from", "2024-03-15")
            .with("to", "2025-03-14")
            .with("name", format!("样例{name}"));
        let entry = entry.with("status", "active");
        ids.push(book.enrol(entry.clone()));
        book.enrol(entry.with("recorded_at", "2025-03-18").with("status", "completed").without("note"));
    }
    ids
}

fn supervisions(book: &mut Book, team: &Team, organisations: &[String]) {
    let days = book.spread(10, plus(book.start, 12), book.end);
    for (at, on) in days.into_iter().enumerate() {
        let mode = ["site", "online", "site", "phone"][at % 4];
        let start = book.start_time();
        let minutes = book.minutes(60, 150);
        let files = book.files(&["record_form"]);
        let signed = on.to_string();
        let mut signatures = vec![json!({"role": "worker", "person": team.lead, "form": "ink", "date": signed})];
        // The supervisor did not sign the sixth; nine remain.
        if at != 5 {
            signatures
                .push(json!({"role": "supervisor", "person": team.supervisor, "form": "ink_scan", "date": signed}));
        }
        let entry = book
            .record("supervision", on)
            .with("mode", mode)
            .with("place", PLACE)
            .with("supervisees", json!([organisations[at % 7], organisations[(at + 3) % 7]]))
            .with("workers", json!([{"staff": team.supervisor, "role": "supervisor"}, team.worker()]))
            .with("start", start)
            .with("minutes", minutes)
            .with("parts", json!(["execution", "problems", "next_plan", "advice"]))
            .with("signatures", signatures)
            .with("attachments", files);
        book.keep(entry);
    }
}

fn attendance(book: &mut Book, team: &Team) {
    for (at, on) in workdays(book.start, book.end).into_iter().enumerate() {
        // Leave: the second social worker stands in.
        let away = at % 41 == 17 || (120..125).contains(&at);
        let worker = if away { &team.second } else { &team.lead };
        let entry = book.record("attendance", on).with("place", PLACE).with("worker", worker.as_str());
        let entry = entry
            .with("from", format!("08:{:02}", 40 + book.rng.below(20)))
            .with("to", format!("17:{:02}", 30 + book.rng.below(25)));
        book.keep(entry);
        if at % 10 == 3 && !away {
            let entry = book.record("attendance", on).with("place", PLACE).with("worker", team.second.as_str());
            book.keep(entry.with("from", "09:00").with("to", "17:30"));
        }
    }
}

fn monthly(book: &mut Book, team: &Team) {
    let months = [
        "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12",
        "2025-01", "2025-02",
    ];
    for (at, month) in months.iter().enumerate() {
        // The brief of November came on the 26th; the summary of August never came.
        let brief = if at == 8 { 26 } else { 20 + at as u64 % 5 };
        for (category, title, on) in
            [("monthly_brief", "项目推进月简报", brief), ("monthly_summary", "月工作总结", 22 + at as u64 % 3)]
        {
            if category == "monthly_summary" && *month == "2024-08" {
                continue;
            }
            let on = last_work(day(&format!("{month}-{on:02}")));
            let entry = document(book, team, on, category, &format!("{month} {title}"));
            book.keep(entry.with("period", *month).with("submitted_to", "civil_affairs"));
        }
    }
}

fn papers(book: &mut Book, team: &Team, projects: &[String]) {
    for (period, on) in
        [("2024-Q2", "2024-06-26"), ("2024-Q3", "2024-09-26"), ("2024-Q4", "2024-12-25"), ("2025-Q1", "2025-03-11")]
    {
        let entry = document(book, team, day(on), "process_report", &format!("{period} 过程管理报告"));
        book.keep(entry.with("period", period).with("projects", json!(projects)).with("submitted_to", "civil_affairs"));
    }
    for (at, project) in projects.iter().enumerate() {
        let entry =
            document(book, team, plus(day("2025-03-10"), at as u64 % 4), "dossier", &format!("项目档案{}", at + 1));
        book.keep(
            entry.with("projects", json!([project])).with("parts", json!(["rules", "plan", "records", "summary"])),
        );
    }
    let entry = document(book, team, day("2024-05-15"), "survey_report", "社会工作需求调研报告")
        .with("parts", json!(["questionnaire"]));
    book.keep(entry);
    for (category, title, on) in [
        ("needs_list", "需求清单", "2024-05-20"),
        ("project_pool", "社会工作服务项目库", "2024-06-05"),
        ("resource_pool", "资源库", "2024-06-12"),
        ("talent_pool", "人才库", "2024-06-19"),
    ] {
        let entry = document(book, team, day(on), category, title)
            .with("items", json!(["样例条目一", "样例条目二", "样例条目三"]));
        book.keep(entry);
    }
    for (at, (category, title)) in [
        ("rule_project", "项目管理制度"),
        ("rule_performance", "绩效考核评估制度"),
        ("rule_archive", "档案管理制度"),
        ("rule_publicity", "宣传制度"),
        ("rule_finance", "财务制度"),
        ("mechanism_three_level", "三级联动机制"),
        ("mechanism_five_party", "五社联动机制"),
        ("rule_incentive", "激励制度"),
    ]
    .into_iter()
    .enumerate()
    {
        let on = plus(day("2024-04-08"), at as u64 * 9);
        let entry = document(book, team, on, category, title).with("version_date", on.to_string());
        book.keep(entry);
    }
    let entry = document(book, team, day("2025-01-16"), "paper", "基层社会工作联动的实践与思考（样例论文）");
    book.keep(entry);
}

fn meetings(book: &mut Book, team: &Team) {
    let days = book.spread(14, plus(book.start, 8), book.end);
    for (at, on) in days.into_iter().enumerate() {
        let (category, title) =
            if at % 2 == 0 { ("coordination", "项目协调会") } else { ("inspection", "项目督促检查") };
        let head = 8 + book.rng.below(10);
        counted(book, team, on, category, &format!("{title}第{}次", at / 2 + 1), head, "sign_in");
    }
    for (on, category, title, head) in [
        ("2024-03-19", "social_work_week", "2024年社工宣传周启动活动", 120),
        ("2024-04-24", "training", "社工实务培训", 46),
        ("2024-05-29", "exam_talk", "社会工作职业水平考试动员会", 85),
        ("2024-07-17", "exchange", "外出交流学习", 22),
        ("2024-10-23", "training", "督导能力培训", 30),
        ("2024-12-18", "training", "档案与财务培训", 38),
        ("2025-02-19", "exchange", "项目经验交流会", 41),
    ] {
        counted(book, team, day(on), category, title, head, "sign_in");
    }
}

/// Every month a visit to each incubated organisation; the third joins in August.
fn incubation(book: &mut Book, team: &Team, incubated: &[String]) -> Vec<String> {
    let mut ids = Vec::new();
    let months = [
        "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12",
        "2025-01", "2025-02",
    ];
    for (at, month) in months.iter().enumerate() {
        for (which, organisation) in incubated.iter().enumerate() {
            if which == 2 && at < 5 {
                continue;
            }
            let on = next_work(day(&format!("{month}-{:02}", 18 + which * 2 + at % 3)));
            let subject = json!([{"organisation": organisation}]);
            let entry = follow_up(book, team, on, subject, which);
            ids.push(book.keep(entry));
        }
    }
    ids
}

fn follow_up(book: &mut Book, team: &Team, on: Day, subject: Value, which: usize) -> super::entry::Entry {
    let topic = ["查看财务记账，提醒完善票据", "讨论年度计划与人员分工", "协助修订章程和内部制度"][which % 3];
    let mode = if which == 1 { "site" } else { "home" };
    let entry = visit(book, team, on, mode, subject, About::Contact)
        .with("category", "incubation_follow_up")
        .with("place", "nanchuan");
    let said = entry.text("content").to_owned();
    entry.with("content", format!("{topic}；{said}"))
}

/// The books of package 1.
pub(crate) fn book() -> Book {
    let mut book = Book::new(1, PLACE, "2024-03-15", "2025-03-14", "2024-09-15");
    let team = team(&mut book, true);
    let outlets = outlets(&mut book);
    let organisations = organisations(&mut book);
    let projects = projects(&mut book);
    supervisions(&mut book, &team, &organisations);
    attendance(&mut book, &team);
    monthly(&mut book, &team);
    papers(&mut book, &team, &projects);
    meetings(&mut book, &team);
    let visits = incubation(&mut book, &team, &organisations[7..]);
    attest(&mut book, day("2024-06-03"), "exam_mobilisation", "nanchuan", &["网格员报名31人", "社区工作者报名44人"]);
    attest(&mut book, day("2025-02-26"), "continuing_incubation", "nanchuan", &["三家社会组织持续跟进"]);

    publish(&mut book, day("2024-10-17"), "media", &outlets.national, "一个山区的社会工作实践");
    publish(&mut book, day("2024-08-15"), "media", &outlets.city, "社工站里的小故事");
    let days = book.spread(5, book.start, book.end);
    for (at, on) in days.into_iter().enumerate() {
        publish(&mut book, on, "media", &outlets.district, &format!("社会工作在身边（之{}）", at + 1));
    }
    // The same title once more: it adds nothing.
    publish(&mut book, day("2024-12-11"), "media", &outlets.second_district, "社会工作在身边（之1）");
    let days = book.spread(13, book.start, book.end);
    for (at, on) in days.into_iter().enumerate() {
        publish(&mut book, on, "wechat_official", &outlets.account, &format!("社工月报第{}期", at + 1));
    }

    // Slips: after the service, an organisation that no register knows, replaced, taken back.
    let late = plus(book.end, 6);
    counted(&mut book, &team, late, "coordination", "服务期满后的协调会", 9, "sign_in");
    let entry = follow_up(&mut book, &team, day("2024-07-09"), json!([{"organisation": "p1-organisation-099"}]), 0);
    book.keep(entry);
    let entry = book
        .again("visit", &visits[6], 3)
        .with("supersedes", visits[6].as_str())
        .with("reason", "更正时长")
        .with("minutes", 50);
    book.keep(entry);
    let entry = book.again("visit", &visits[9], 2);
    let double = book.keep(entry);
    withdraw(&mut book, &double, day("2024-08-05"), "重复录入");

    survey_sums(&mut book, day("2025-03-04"), "service_users", 240, 225, 212);
    spot_checks(&mut book, &["2024-06-27", "2024-11-14"]);
    evaluate(&mut book, "midterm", "2024-09-18", Result::Marks([27.0, 26.0, 17.0, 16.0], [30.0, 30.0, 20.0, 20.0]));
    evaluate(&mut book, "final", "2025-04-15", Result::Score(90));
    accept(&mut book, "2025-04-25", "2025-05-19");
    book
}
