//! Upper limits, alternatives, fractions and nested containers, in small packages.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, made, me, visit};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    limits(book);
    having(book);
}

fn limits(book: &mut Book) {
    let at_most = |n: u32| json!({"measure": {"count": {"of": "interruption"}}, "target": {"at_most": n}});
    let gap = |id: &str, date: &str| me().on("interruption", id, date, json!({}));
    made(at_most(1)).add(
        book,
        "made-up/at-most-held",
        vec![gap("i-1", "2024-06-01")],
        range("met", "1", "1"),
        "1 ≤ 1 at the end",
    );
    made(at_most(1)).at(MIDDLE).add(
        book,
        "made-up/at-most-broken",
        vec![gap("i-1", "2024-06-01"), gap("i-2", "2024-07-01")],
        range("not_met", "2", "2"),
        "2 > 1, not_met at once",
    );
    made(at_most(1)).at(MIDDLE).select(&["outcome", "holding"]).add(
        book,
        "made-up/at-most-holding",
        vec![gap("i-1", "2024-06-01")],
        json!({"outcome": "open", "holding": true}),
        "1 ≤ 1 holds while the service runs",
    );
    let less = json!({"measure": {"count": {"of": "interruption"}}, "target": {"less_than": 2}});
    made(less.clone()).add(
        book,
        "made-up/less-than-held",
        vec![gap("i-1", "2024-06-01")],
        range("met", "1", "1"),
        "1 < 2",
    );
    made(less).at(MIDDLE).add(
        book,
        "made-up/less-than-broken",
        vec![gap("i-1", "2024-06-01"), gap("i-2", "2024-07-01")],
        range("not_met", "2", "2"),
        "2 is not less than 2, at once",
    );
    let more = json!({"measure": {"count": {"of": "activity"}}, "target": {"more_than": 1}});
    made(more.clone()).add(
        book,
        "made-up/more-than-equal",
        me().activities("talk", 1, json!({"place": "here"})),
        range("not_met", "1", "1"),
        "1 is not more than 1",
    );
    made(more).add(
        book,
        "made-up/more-than-met",
        me().activities("talk", 2, json!({"place": "here"})),
        range("met", "2", "2"),
        "2 > 1",
    );
    let part = |category: &str, n: u32| json!({"measure": {"count": {"of": "activity", "where": {"category": {"is": category}}}}, "target": {"at_least": n}});
    let either = json!({"any_of": [part("talk", 3), part("fair", 1)]});
    made(either.clone()).select(PARTS).add(
        book,
        "made-up/any-of-second",
        me().activities("fair", 1, json!({"place": "here"})),
        parts("met", &[("not_met", "0", "0"), ("met", "1", "1")]),
        "any_of takes the greatest",
    );
    made(either.clone()).select(PARTS).add(
        book,
        "made-up/any-of-none",
        me().activities("talk", 2, json!({"place": "here"})),
        parts("not_met", &[("not_met", "2", "2"), ("not_met", "0", "0")]),
        "2 < 3 talks and 0 < 1 fair",
    );
    made(either.clone()).select(&["outcome", "fraction"]).at(MIDDLE).add(
        book,
        "made-up/any-of-fraction",
        me().activities("talk", 2, json!({"place": "here"})),
        json!({"outcome": "open", "fraction": "2/3"}),
        "any_of fraction: the greatest of 2/3 and 0",
    );
    made(json!({"all_of": either["any_of"]})).select(&["outcome", "fraction"]).at(MIDDLE).add(
        book,
        "made-up/all-of-fraction",
        me().activities("talk", 2, json!({"place": "here"})),
        json!({"outcome": "open", "fraction": "1/3"}),
        "all_of fraction: the mean of 2/3 and 0",
    );
    made(json!({"window": {"each": "quarter"}, "measure": {"count": {"of": "activity"}}, "target": {"at_least": 1}}))
        .select(&["outcome", "fraction"])
        .add(
            book,
            "made-up/quarters-fraction",
            vec![
                me().on("activity", "a-1", "2024-05-06", json!({"category": "talk"})),
                me().on("activity", "a-2", "2024-08-06", json!({"category": "talk"})),
                me().on("activity", "a-3", "2024-08-07", json!({"category": "talk"})),
            ],
            json!({"outcome": "not_met", "fraction": "0.5"}),
            "G8: 4 quarters, 2 have one or more, capped: (1 + 1 + 0 + 0) ÷ 4",
        );
    made(json!({"measure": {"count": {"of": "activity"}}, "target": {"at_least": 2}}))
        .select(&["outcome", "fraction"])
        .add(
            book,
            "made-up/fraction-capped",
            me().activities("talk", 5, json!({"place": "here"})),
            json!({"outcome": "met", "fraction": "1"}),
            "5 ÷ 2 is capped at 1",
        );
}

fn having(book: &mut Book) {
    let nested = json!({"measure": {"count": {"of": "household", "having": {"measure": {"count": {"of": "person", "by": "household",
        "having": {"measure": {"count": {"of": "visit.subjects", "by": "person"}}, "target": {"at_least": 2}}}}, "target": {"at_least": 1}}}}, "target": {"at_least": 1}});
    let home = || {
        vec![
            register("household", "h-1", json!({})),
            register("person", "p-1", json!({"household": "h-1"})),
            register("person", "p-2", json!({"household": "h-1"})),
        ]
    };
    made(nested.clone()).add(
        book,
        "made-up/nested-having",
        [home(), vec![visit("v-1", "2024-05-06", "p-1"), visit("v-2", "2024-05-07", "p-1")]].concat(),
        range("met", "1", "1"),
        "h-1 has a member (p-1) who was visited twice",
    );
    made(nested).add(
        book,
        "made-up/nested-having-short",
        [home(), vec![visit("v-1", "2024-05-06", "p-1"), visit("v-2", "2024-05-07", "p-2")]].concat(),
        range("not_met", "0", "0"),
        "two visits to the household, but no member was visited twice",
    );
    let both = json!({"measure": {"count": {"of": "organisation", "having": {"any_of": [{"measure": {"count": {"of": "organisation.members", "distinct": "person"}}, "target": {"at_least": 2}},
        {"measure": {"count": {"of": "activity", "by": "organisation"}}, "target": {"at_least": 1}}]}}}, "target": {"at_least": 2}});
    let team = |id: &str, members: Value| register("organisation", id, json!({"category": "team", "members": members}));
    let two = [
        crowd(&["p-1", "p-2"]),
        vec![
            team("o-1", json!([{"person": "p-1"}, {"person": "p-2"}])),
            team("o-2", json!([])),
            team("o-3", json!([{"person": "p-1"}])),
            me().on("activity", "a-1", "2024-06-01", json!({"category": "talk", "organisation": "o-2"})),
        ],
    ]
    .concat();
    made(both).add(
        book,
        "made-up/having-any-of",
        two,
        range("met", "2", "2"),
        "o-1 has two members, o-2 an activity, o-3 neither",
    );
    let limit = json!({"measure": {"count": {"of": "group", "having": {"measure": {"count": {"of": "group_session", "by": "group"}}, "target": {"at_most": 1}}}}, "target": {"at_least": 1}});
    let groups =
        [me().group("g-1", &days("2024-05-06", 1)), me().group("g-2", &days("2024-05-06", 2)), crowd(&["p-1"])]
            .concat();
    made(limit).add(book, "made-up/having-at-most", groups, range("met", "1", "1"), "g-1 has 1 ≤ 1 session, g-2 has 2");
}
