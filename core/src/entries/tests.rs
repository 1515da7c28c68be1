use super::*;
use crate::entry::Seen;
use crate::finding::Position;

fn ledger() -> Entries {
    Entries::new(Arc::new(crate::entry::test_plan()))
}

fn day(text: &str) -> Option<Date> {
    Some(Date::parse(text).unwrap())
}

fn check(id: &str, more: &str) -> String {
    format!(r#"{{"kind":"spot_check","id":"{id}","package":"p","date":"2024-05-01"{more}}}"#)
}

fn ids(ledger: &Entries) -> Vec<String> {
    ledger.iter().map(|entry| format!("{} {} {}", entry.kind().name, entry.id(), entry.recorded_at())).collect()
}

/// All that can be seen of a ledger.
fn seen(ledger: &Entries) -> String {
    let entries: Vec<_> = ledger.iter().collect();
    let rejected: Vec<_> = ledger.rejected().collect();
    let findings: Vec<_> = ledger.admitted_findings().map(|(entry, findings)| (entry.id(), findings)).collect();
    format!("{entries:?}\n{rejected:?}\n{findings:?}")
}

#[test]
fn lines_are_counted_as_in_the_file_whatever_their_ends() {
    let text = format!("\u{feff}{}\r\n\r\n  \n{{\"kind\":\"visit\"\r\n[]\n{}", check("a", ""), check("b", ",\"x\":1"));
    let mut ledger = ledger();
    let answers = ledger.add_lines("f.jsonl", text.as_bytes(), day("2024-06-01"));
    assert_eq!(ids(&ledger), ["spot_check a 2024-06-01"]);
    let found: Vec<_> = answers.iter().map(|answer| (answer.line, answer.findings[0].code.as_str())).collect();
    assert_eq!(found, [(4, "malformed"), (5, "wrong_type"), (6, "unknown_field")]);
    assert_eq!(answers[1].findings[0].position, Some(Position { line: 5, column: 1 }));
    assert_eq!(answers[2].findings[0].position, Some(Position { line: 6, column: check("b", ",\"x\":").len() }));
    assert_eq!(ledger.rejected().map(|rejected| rejected.line).collect::<Vec<_>>(), [4, 5, 6]);
    assert_eq!(ledger.rejected().next().unwrap().text, "{\"kind\":\"visit\"");
}

#[test]
fn what_is_not_json_is_kept_with_its_reason() {
    let long = format!(r#"{{"kind":"{}"}}"#, "x".repeat(10 << 20));
    let deep = "[".repeat(100);
    for (text, code) in [
        (&b"{\"a\":\"\\ud800\"}"[..], "malformed"),
        (b"{\"a\":\"\xff\"}", "malformed"),
        (b"{\"a\":01}", "malformed"),
        (b"{\"a\":1,\"a\":2}", "duplicate_key"),
        (long.as_bytes(), "too_large"),
        (deep.as_bytes(), "too_deep"),
    ] {
        let mut ledger = ledger();
        let findings = ledger.add("s", 7, text, None);
        assert_eq!(findings.iter().map(|finding| finding.code.as_str()).collect::<Vec<_>>(), [code]);
        assert_eq!(findings[0].position.map(|position| position.line), Some(7));
        assert_eq!(ledger.rejected().count(), 1);
        assert_eq!(ledger.iter().count(), 0);
    }
}

#[test]
fn one_content_is_one_entry_and_two_contents_stay_apart() {
    let mut ledger = ledger();
    let own = ",\"recorded_at\":\"2024-05-02\"";
    ledger.add("s", 1, check("a", own).as_bytes(), None);
    ledger.add("s", 2, check("a", &format!("{own},\"issue\":null")).as_bytes(), day("2024-07-01"));
    assert_eq!(ids(&ledger), ["spot_check a 2024-05-02"]);
    ledger.add("s", 3, check("a", &format!("{own},\"issue\":\"缺签名\"")).as_bytes(), None);
    assert_eq!(ledger.iter().count(), 2);
}

#[test]
fn a_line_imported_again_is_known_since_the_first_import() {
    for days in [["2024-06-01", "2024-07-01"], ["2024-07-01", "2024-06-01"]] {
        let mut ledger = ledger();
        for import in days {
            ledger.add("s", 1, check("a", "").as_bytes(), day(import));
        }
        assert_eq!(ids(&ledger), ["spot_check a 2024-06-01"]);
    }
    // A line that states just this day says the same.
    let mut ledger = ledger();
    ledger.add("s", 1, check("a", "").as_bytes(), day("2024-06-01"));
    ledger.add("s", 1, check("a", ",\"recorded_at\":\"2024-06-01\"").as_bytes(), None);
    assert_eq!(ids(&ledger), ["spot_check a 2024-06-01"]);
}

#[test]
fn registers_have_ids_of_their_own_and_versions() {
    let mut ledger = ledger();
    for text in [
        r#"{"kind":"person","id":"a","recorded_at":"2024-05-03"}"#,
        r#"{"kind":"household","id":"a","recorded_at":"2024-05-01"}"#,
        r#"{"kind":"person","id":"a","recorded_at":"2024-05-01"}"#,
    ] {
        assert_eq!(ledger.add("s", 1, text.as_bytes(), None), []);
    }
    ledger.add("s", 1, check("a", ",\"recorded_at\":\"2024-05-01\"").as_bytes(), None);
    assert_eq!(
        ids(&ledger),
        ["spot_check a 2024-05-01", "household a 2024-05-01", "person a 2024-05-01", "person a 2024-05-03"]
    );
}

#[test]
fn merging_is_commutative_associative_and_idempotent() {
    let parts: Vec<Entries> = [
        format!("{}\n{}\n{{", check("a", ""), check("b", ",\"recorded_at\":\"2024-04-01\"")),
        format!("{}\n{}", check("a", ",\"issue\":\"缺签名\""), check("c", "")),
        format!("{}\n[]\n{}", check("a", ""), check("b", ",\"recorded_at\":\"2024-04-01\"")),
    ]
    .iter()
    .zip(["2024-06-01", "2024-07-01", "2024-04-15"])
    .map(|(text, import)| {
        let mut part = ledger();
        part.add_lines(import, text.as_bytes(), day(import));
        part
    })
    .collect();
    let joined = |order: &[usize]| {
        let mut joined = ledger();
        order.iter().for_each(|at| joined.merge(&parts[*at]));
        joined
    };
    let whole = seen(&joined(&[0, 1, 2]));
    for order in [&[2, 1, 0][..], &[1, 0, 2], &[0, 0, 2, 1, 2, 0]] {
        assert_eq!(seen(&joined(order)), whole);
    }
    let mut nested = parts[0].clone();
    let mut right = parts[1].clone();
    right.merge(&parts[2]);
    nested.merge(&right);
    assert_eq!(seen(&nested), whole);
    assert_eq!(joined(&[0, 1, 2]).iter().count(), 4);
    assert_eq!(joined(&[0, 1, 2]).rejected().count(), 2);
    // The earliest import came before the day of service, which is worth a warning.
    let warned: Vec<_> =
        joined(&[0, 1, 2]).admitted_findings().map(|(entry, found)| (entry.id().to_string(), found.len())).collect();
    assert_eq!(warned, [("a".to_owned(), 1), ("b".to_owned(), 1)]);
}

/// A value out of a table of columns, as other libraries hold them.
#[derive(Clone, Copy)]
enum Cell<'g> {
    Nothing,
    Whole(i64),
    Decimal(&'g str),
    Text(&'g str),
    Day(Date),
    List(&'g [Cell<'g>]),
    Row(&'g [(&'g str, Cell<'g>)]),
}

impl<'g> Given<'g> for Cell<'g> {
    type Items = std::iter::Copied<std::slice::Iter<'g, Cell<'g>>>;
    type Fields = std::iter::Copied<std::slice::Iter<'g, (&'g str, Cell<'g>)>>;

    fn see(self) -> Seen<'g, Self> {
        match self {
            Cell::Nothing => Seen::Null,
            Cell::Whole(number) => Seen::Whole(number),
            Cell::Decimal(digits) => Seen::Number(digits.into()),
            Cell::Text(text) => Seen::Text(text.into()),
            Cell::Day(day) => Seen::Day(day),
            Cell::List(items) => Seen::List(items.iter().copied()),
            Cell::Row(fields) => Seen::Object(fields.iter().copied()),
        }
    }
}

#[test]
fn a_row_is_read_as_the_same_line_of_json_would_be() {
    let date = Date::parse("2024-05-01").unwrap();
    let signatures = [
        Cell::Row(&[("role", Cell::Text("worker")), ("form", Cell::Whole(1)), ("person", Cell::Text("王小明"))]),
        Cell::Nothing,
    ];
    let rows: [&[(&str, Cell<'_>)]; 4] = [
        &[("kind", Cell::Text("spot_check")), ("issue", Cell::Nothing), ("date", Cell::Day(date))],
        &[("kind", Cell::Text("visit")), ("minutes", Cell::Whole(-1)), ("date", Cell::Text("2024-05"))],
        &[("kind", Cell::Text("visit")), ("minutes", Cell::Whole(1 << 50)), ("cost", Cell::Decimal("1.50"))],
        &[("kind", Cell::Day(date)), ("signatures", Cell::List(&signatures)), ("a/b", Cell::Nothing)],
    ];
    for row in rows {
        let row = [row, &[("id", Cell::Text("a")), ("package", Cell::Text("p")), ("note", Cell::Day(date))]].concat();
        let mut text = String::new();
        entry::given_json(Cell::Row(&row), &mut text);
        let (mut by_row, mut by_line) = (ledger(), ledger());
        let found = by_row.add_given("s", 3, Cell::Row(&row), day("2024-06-01"));
        let mut expected = by_line.add("s", 3, text.as_bytes(), day("2024-06-01"));
        // Keys of the line are sorted, those of the row are not; and a row has no columns.
        expected.iter_mut().for_each(|finding| finding.position = None);
        expected.sort();
        let mut sorted = found.clone();
        sorted.sort();
        assert_eq!(sorted, expected, "{text}");
        assert_eq!(ids(&by_row), ids(&by_line));
        for rejected in by_row.rejected() {
            assert_eq!((rejected.line, &rejected.text, &rejected.findings), (3, &text, &found));
        }
    }
}

#[test]
fn what_comes_together_is_what_it_is_one_by_one() {
    let date = Date::parse("2024-05-01").unwrap();
    let ids: Vec<String> = (0..700).map(|at| format!("v-{}", at * 389 % 600)).collect();
    // A sound one, one that is told of and admitted, and one that is rejected.
    let rows: Vec<Vec<(&str, Cell<'_>)>> = (0..)
        .zip(&ids)
        .map(|(at, id): (usize, _)| {
            let recorded = if at % 7 == 0 { Cell::Text("2024-04-30") } else { Cell::Day(date) };
            let mode = Cell::Text(if at % 11 == 0 { "nowhere" } else { "home" });
            let plain = [("kind", "visit"), ("id", id), ("package", "p"), ("category", "outreach")];
            let plain = plain.into_iter().map(|(name, text)| (name, Cell::Text(text)));
            plain.chain([("date", Cell::Day(date)), ("recorded_at", recorded), ("mode", mode)]).collect()
        })
        .collect();
    let given = || (1..).zip(rows.iter().map(|row| Cell::Row(row)));
    let (mut by_one, mut by_all, mut by_lines) = (ledger(), ledger(), ledger());
    let one_by_one: Vec<_> = given().map(|(line, row)| (line, by_one.add_given("s", line, row, None))).collect();
    let mut heard = Vec::new();
    by_all.add_all_given("s", given(), None, |line, findings| heard.push((line, findings)));
    assert_eq!(heard, one_by_one);
    let mut text = String::new();
    for (_, row) in given() {
        entry::given_json(row, &mut text);
        text.push('\n');
    }
    by_lines.add_lines("s", text.as_bytes(), None);
    let said = |entries: &Entries| entries.iter().map(|entry| format!("{entry:?}")).collect::<Vec<_>>();
    assert_eq!(said(&by_all), said(&by_one));
    assert_eq!(said(&by_lines), said(&by_one));
    assert_eq!(by_lines.rejected().count(), by_one.rejected().count());
    assert!(by_one.rejected().count() > 60);
}

#[test]
fn a_column_given_twice_is_refused() {
    let row = [("kind", Cell::Text("spot_check")), ("id", Cell::Text("a")), ("id", Cell::Text("b"))];
    let found = ledger().add_given("s", 1, Cell::Row(&row), day("2024-06-01"));
    assert_eq!(found.iter().map(|finding| finding.path.as_str()).collect::<Vec<_>>(), ["/id", "/package", "/date"]);
    assert_eq!(found[0].code.as_str(), "duplicate_key");
}

#[test]
fn a_long_ledger_keeps_its_order_and_its_finds() {
    // Every id three times: as it is, again, and in conflict; in an order that is none.
    let number = |at: usize| at * 7919 % 4001;
    let line = |at: usize, more: &str| check(&format!("s-{:04}", number(at)), more);
    let mut whole = ledger();
    let mut halves = [ledger(), ledger()];
    for (round, more) in [(0, ",\"recorded_at\":\"2024-05-02\""), (1, ""), (2, ",\"issue\":\"缺签名\"")] {
        for at in 0..4001 {
            if round < 2 || number(at) % 10 == 0 {
                let text = line(at + round * 13, more);
                whole.add("s", 1, text.as_bytes(), day("2024-05-02"));
                halves[(at + round) % 2].add("s", 1, text.as_bytes(), day("2024-05-02"));
            }
        }
    }
    let found: Vec<&str> = whole.iter().map(Entry::id).collect();
    assert!(found.is_sorted());
    let mut distinct = found.clone();
    distinct.dedup();
    assert_eq!((distinct.len(), found.len()), (4001, 4001 + 401));
    let [mut joined, right] = halves;
    joined.merge(&right);
    assert_eq!(seen(&joined), seen(&whole));
    let kind = crate::kind::find("spot_check").unwrap();
    for id in distinct.iter().step_by(97) {
        // A stated day of entry and the same day from an import are two contents that say the same.
        assert!((2..=3).contains(&joined.of_id(kind, id).count()));
        assert!(joined.remove(id, Some(kind)));
        assert!(!joined.remove(id, None));
        assert_eq!(joined.of_id(kind, id).count(), 0);
    }
    let left = 4001 - distinct.iter().step_by(97).count();
    assert_eq!(joined.iter().map(Entry::id).collect::<BTreeSet<_>>().len(), left);
}
