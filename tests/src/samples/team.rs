//! Those who work: staff, outlets, and how they stand in an entry.

use super::book::Book;
use super::calendar::Day;
use serde_json::{Value, json};

/// The three members of staff of a package.
#[derive(Clone, Debug)]
pub(crate) struct Team {
    /// Full time, at the place of service.
    pub(crate) lead: String,
    /// The second social worker.
    pub(crate) second: String,
    /// The supervisor.
    pub(crate) supervisor: String,
}

/// A member of staff as written in the register.
fn member(book: &mut Book, name: &str, level: &str, since: &str, full_time: bool, until: Day) -> String {
    let files = book.files(&["certificate_copy", "diploma_copy"]);
    let posting = json!({
        "package": book.package(), "place": book.place, "full_time": full_time,
        "from": book.start.to_string(), "to": until.to_string(),
    });
    let entry = book
        .register("staff")
        .with("name", name)
        .with("certificates", json!([{"level": level, "from": since}]))
        .with("education", json!([{"level": "bachelor", "major": "social_work", "from": "2016-06-30"}]))
        .with("postings", json!([posting]))
        .with("attachments", files);
    book.enrol(entry)
}

/// Three qualified people; `both` has the second one work full time too.
pub(crate) fn team(book: &mut Book, both: bool) -> Team {
    let until = book.end;
    Team {
        lead: member(book, "样例社工甲", "social_worker", "2019-09-20", true, until),
        second: member(book, "样例社工乙", "assistant_social_worker", "2021-10-15", both, until),
        supervisor: member(book, "样例督导丙", "senior_social_worker", "2018-12-01", false, until),
    }
}

impl Team {
    /// A social worker at work.
    pub(crate) fn worker(&self) -> Value {
        json!({"staff": self.lead, "role": "social_worker"})
    }

    /// The lead, with the second on every third occasion.
    pub(crate) fn workers(&self, at: usize) -> Value {
        if at % 3 == 1 {
            json!([self.worker(), {"staff": self.second, "role": "social_worker"}])
        } else {
            json!([self.worker()])
        }
    }

    /// An ink signature of the lead.
    pub(crate) fn signed(&self, on: Day) -> Value {
        json!([{"role": "worker", "person": self.lead, "form": "ink", "date": on.to_string()}])
    }
}

/// Outlets by level.
#[derive(Clone, Debug)]
pub(crate) struct Outlets {
    /// 国家级.
    pub(crate) national: String,
    /// 市级.
    pub(crate) city: String,
    /// 区级.
    pub(crate) district: String,
    /// A second one of 区级.
    pub(crate) second_district: String,
    /// 乡镇级.
    pub(crate) township: String,
    /// An official account.
    pub(crate) account: String,
    /// An official video account.
    pub(crate) video: String,
}

/// Registers the outlets.
pub(crate) fn outlets(book: &mut Book) -> Outlets {
    let mut outlet = |name: &str, level: Option<&str>| {
        let entry = book.register("outlet").with("name", name).with("official", true);
        let entry = match level {
            Some(level) => entry.with("level", level),
            None => entry,
        };
        book.enrol(entry)
    };
    Outlets {
        national: outlet("样例国家媒体", Some("national")),
        city: outlet("样例市报", Some("city")),
        district: outlet("样例区报", Some("district")),
        second_district: outlet("样例区广播电视", Some("district")),
        township: outlet("样例乡镇之窗", Some("township")),
        account: outlet("样例微信公众号", None),
        video: outlet("样例抖音官方号", None),
    }
}

/// A publication.
pub(crate) fn publish(book: &mut Book, on: Day, channel: &str, outlet: &str, title: &str) {
    let files = book.files(&["clipping"]);
    let entry = book
        .record("publication", on)
        .with("channel", channel)
        .with("outlet", outlet)
        .with("title", title)
        .with("attachments", files);
    let url = format!("https://example.invalid/{}", entry.id());
    let entry = entry.with("url", url);
    book.keep(entry);
}

/// Eight reports of 区级 and above with other titles, a repost and one of a lower level.
pub(crate) fn reports(book: &mut Book, outlets: &Outlets, about: &str, last: Day) {
    let days = book.spread(10, book.start, last);
    let stories = [
        "走进院落送关怀",
        "社工陪伴暖人心",
        "小组活动聚邻里",
        "志愿者结对帮扶",
        "项目中期见成效",
        "节日里的慰问",
        "五社联动见实效",
        "一年服务回头看",
    ];
    for (at, (on, story)) in days.iter().zip(stories).enumerate() {
        let outlet = match at {
            2 => &outlets.city,
            5 => &outlets.second_district,
            _ => &outlets.district,
        };
        publish(book, *on, "media", outlet, &format!("{about}：{story}"));
    }
    // The same story again at the same level, and one in a lower outlet: neither adds a report.
    publish(book, days[8], "media", &outlets.second_district, &format!("{about}：走进院落送关怀"));
    publish(book, days[9], "media", &outlets.township, &format!("{about}：乡镇简讯"));
}
