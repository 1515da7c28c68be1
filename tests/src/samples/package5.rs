//! Package 5: everything done, but nobody was asked whether they are satisfied.

use super::book::Book;
use super::calendar::{Day, day, next_work, plus};
use super::events::{Result, accept, complete, evaluate, spot_checks, withdraw};
use super::held::{activity, document, listed, participants};
use super::team::{Team, outlets, publish, team};
use super::visits::visit;
use super::words::{About, name};
use serde_json::json;

const TOWNS: [&str; 4] = ["shixi", "muliang", "shuijiang", "xinglong"];

/// Helped households with their plots, and the people: six of each household and fourteen volunteers.
struct Village {
    households: Vec<String>,
    plots: Vec<(String, u64)>,
    people: Vec<String>,
    volunteers: Vec<String>,
}

fn village(book: &mut Book) -> Village {
    let mut village = Village { households: Vec::new(), plots: Vec::new(), people: Vec::new(), volunteers: Vec::new() };
    for at in 0..44 {
        let entry =
            book.register("household").with("name", format!("样例农户{:03}", at + 1)).with("place", TOWNS[at % 4]);
        let entry =
            if at < 40 { entry.with("lists", json!([{"list": "helped", "from": "2024-04-10"}])) } else { entry };
        village.households.push(book.enrol(entry));
    }
    for at in 0..40_usize {
        // In quarters of a mu.
        let quarters = 6 + book.rng.below(10);
        let entry = book
            .register("site")
            .with("name", format!("样例地块{:03}", at + 1))
            .with("category", "helped_plot")
            .with("place", TOWNS[at % 4])
            .with("household", village.households[at].as_str())
            .with("area_mu", quarters as f64 / 4.0);
        village.plots.push((book.enrol(entry), quarters));
    }
    for at in 0..254 {
        let birth = format!("{}-{:02}", 1950 + at % 45, 1 + book.rng.below(12));
        let entry = book.register("person").with("name", name(at)).with("birth_date", birth);
        if at < 240 {
            let entry = entry.with("household", village.households[at % 40].as_str());
            let entry = entry.with("residences", json!([{"place": TOWNS[at % 4], "basis": "living"}]));
            village.people.push(book.enrol(entry));
        } else {
            let entry = entry.with("lists", json!([{"list": "volunteer", "from": "2024-03-20"}]));
            village.volunteers.push(book.enrol(entry));
        }
    }
    village
}

/// A visit to a household by a social worker and, mostly, a volunteer.
fn call(book: &mut Book, team: &Team, village: &Village, on: Day, at: usize, category: &str) -> String {
    let household = &village.households[at % 44];
    let entry = visit(book, team, on, "home", json!([{"household": household}]), About::Farmer);
    let mut workers = vec![team.worker()];
    if at % 3 != 2 {
        workers.push(json!({"person": village.volunteers[at % village.volunteers.len()], "role": "volunteer"}));
    }
    book.keep(entry.with("category", category).with("place", TOWNS[at % 4]).with("workers", workers))
}

/// Expert, supplier, seeds, buyer, harvest and sales, in their order.
fn seasons(book: &mut Book, team: &Team, village: &Village) {
    let entry = activity(book, team, day("2024-04-12"), "expert_visit", "农技专家实地察看地块")
        .with("headcount", 14)
        .with("counted_by", "counter");
    book.keep(entry.with("place", "shixi"));
    for (on, category, title) in [
        ("2024-04-17", "supplier_comparison", "种苗供应商比选记录"),
        ("2024-06-20", "buyer_agreement", "蔬菜收购意向协议"),
    ] {
        let entry = document(book, team, day(on), category, title);
        book.keep(entry);
    }
    for (at, household) in village.households[..40].iter().enumerate() {
        let files = book.files(&["distribution_list", "photo"]);
        let entry =
            book.record("observation", plus(day("2024-04-22"), at as u64 / 10)).with("category", "seed_distribution");
        let entry = entry
            .with("subject", household.as_str())
            .with("quantity", 400 + 50 * (at as u64 % 7))
            .with("place", TOWNS[at % 4]);
        book.keep(entry.with("workers", team.workers(at)).with("attachments", files));
    }
    for (at, (plot, quarters)) in village.plots.iter().enumerate() {
        let reaped = next_work(plus(day("2024-07-08"), at as u64 * 2));
        let files = book.files(&["photo"]);
        let entry = book.record("observation", reaped).with("category", "harvest").with("subject", plot.as_str());
        let entry = entry
            .with("season", "2024")
            .with("quantity", quarters * 450 + book.rng.below(200))
            .with("place", TOWNS[at % 4]);
        book.keep(entry.with("workers", team.workers(at)).with("attachments", files));
        // Some 6 400 to 7 000 yuan a mu; the eighth plot falls short of 6 000 alone.
        let each = if at == 7 { 1450 } else { 1600 + book.rng.below(150) };
        let files = book.files(&["receipt"]);
        let sold = next_work(plus(reaped, 20 + at as u64 % 9));
        let entry = book.record("observation", sold).with("category", "sales").with("subject", plot.as_str());
        let entry = entry.with("season", "2024").with("gross", quarters * each).with("net", quarters * (each - 500));
        let entry = entry.with("place", TOWNS[at % 4]).with("workers", team.workers(at)).with("attachments", files);
        let right = entry.clone();
        if at == 11 {
            // A zero too many, put right a week later.
            let wrong = book.keep(entry.with("gross", quarters * each * 10));
            let entry =
                book.again("observation", &wrong, 7).with("gross", quarters * each).with("supersedes", wrong.as_str());
            book.keep(entry.with("reason", "销售额多填一个零，更正"));
        } else {
            book.keep(right);
        }
    }
}

fn trainings(book: &mut Book, team: &Team, village: &Village) {
    let days = book.spread(23, day("2024-04-28"), day("2024-11-28"));
    for (at, on) in days.into_iter().enumerate() {
        let (stage, title) = match at {
            0..7 => ("seedling", "育苗移栽技术培训"),
            7..16 => ("growing", "病虫害防治培训"),
            _ => ("harvest", "采收与储运培训"),
        };
        let list: Vec<&String> = village.people.iter().cycle().skip(at * 12).take(12 + at % 4).collect();
        let mut list = participants(&list, "trainee", 1);
        list.push(json!({"name": "样例农技专家", "role": "trainer"}));
        let entry =
            listed(book, team, on, "agri_training", &format!("{title}（第{}次）", at + 1), list).with("stage", stage);
        book.keep(entry.with("place", TOWNS[at % 4]));
    }
}

/// The books of package 5.
pub(crate) fn book() -> Book {
    let mut book = Book::new(5, "nanchuan", "2024-03-15", "2025-03-14", "2024-09-15");
    let (start, end) = (book.start, book.end);
    let team = team(&mut book, false);
    let outlets = outlets(&mut book);
    let village = village(&mut book);
    complete(&mut book, "household");
    complete(&mut book, "site");

    let days = book.spread(44, plus(start, 3), day("2024-04-09"));
    for (at, on) in days.into_iter().enumerate() {
        call(&mut book, &team, &village, on, at, "survey");
    }
    let mut ids = Vec::new();
    let days = book.spread(86, day("2024-04-29"), end);
    for (at, on) in days.into_iter().enumerate() {
        ids.push(call(&mut book, &team, &village, on, at * 7 % 40, "condolence"));
    }
    seasons(&mut book, &team, &village);
    trainings(&mut book, &team, &village);
    publish(&mut book, day("2024-09-12"), "media", &outlets.city, "小辣椒带来好收成");
    let days = book.spread(6, start, end);
    for (at, on) in days.into_iter().enumerate() {
        publish(&mut book, on, "media", &outlets.district, &format!("助农增收见闻（之{}）", at + 1));
    }
    let days = book.spread(12, start, end);
    for (at, on) in days.into_iter().enumerate() {
        let (channel, outlet) =
            if at % 3 == 2 { ("douyin_official", &outlets.video) } else { ("wechat_official", &outlets.account) };
        publish(&mut book, on, channel, outlet, &format!("田间日记第{}篇", at + 1));
    }

    call(&mut book, &team, &village, plus(end, 4), 5, "condolence");
    let entry =
        visit(&mut book, &team, day("2024-09-03"), "home", json!([{"household": "p5-household-099"}]), About::Farmer);
    book.keep(entry);
    let entry = book.again("visit", &ids[12], 2);
    let double = book.keep(entry);
    withdraw(&mut book, &double, day("2024-07-15"), "重复录入");

    spot_checks(&mut book, &["2024-06-26", "2024-10-30"]);
    evaluate(&mut book, "midterm", "2024-09-18", Result::Score(83));
    evaluate(&mut book, "final", "2025-04-16", Result::Marks([26.0, 26.0, 17.0, 17.0], [30.0, 30.0, 20.0, 20.0]));
    accept(&mut book, "2025-04-28", "2025-05-21");
    book
}
