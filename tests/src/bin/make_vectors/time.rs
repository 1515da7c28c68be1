//! Required periods (G8) and the extra month (S-7).

use crate::Book;
use serde_json::{Value, json};

fn months(from: (i32, i32), n: i32) -> Vec<String> {
    (0..n).map(|i| from.1 - 1 + i).map(|m| format!("{}-{:02}", from.0 + m / 12, m % 12 + 1)).collect()
}

pub(crate) fn fill(book: &mut Book) {
    let mut p = |name: &str, start: &str, end: &str, unit: &str, due: Value, names: Vec<String>, how: &str| {
        let mut input = json!({"service_start": start, "service_end": end, "unit": unit});
        if !due.is_null() {
            input["due"] = due;
        }
        book.add(format!("periods/{name}"), "periods", input, json!({"periods": names}), how);
    };
    let q = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
    p(
        "year-from-15",
        "2024-03-15",
        "2025-03-14",
        "month",
        Value::Null,
        months((2024, 3), 12),
        "G8: the 15th of 2024-03 is the first day, that of 2025-03 is after the end: 12 months",
    );
    p(
        "year-from-16",
        "2024-03-16",
        "2025-03-15",
        "month",
        Value::Null,
        months((2024, 4), 12),
        "G8: 15 March 2024 is before the start, 15 March 2025 is the last day: 12 months",
    );
    p(
        "year-from-31",
        "2024-01-31",
        "2025-01-30",
        "month",
        Value::Null,
        months((2024, 2), 12),
        "G8: 2024-02 … 2025-01, 12 months",
    );
    p(
        "year-from-leap-day",
        "2024-02-29",
        "2025-02-28",
        "month",
        Value::Null,
        months((2024, 3), 12),
        "G8: 15 Feb 2024 is before the start, 15 Feb 2025 inside: 12 months",
    );
    p(
        "due-25-from-25",
        "2024-03-25",
        "2025-03-24",
        "month",
        json!(25),
        months((2024, 3), 12),
        "G8: the due day 25 is the anchor, 25 March 2024 is the first day",
    );
    p(
        "due-25-from-26",
        "2024-03-26",
        "2025-03-25",
        "month",
        json!(25),
        months((2024, 4), 12),
        "G8: 25 March 2024 is a day too early, 25 March 2025 is the last day",
    );
    p(
        "six-months",
        "2024-07-20",
        "2025-01-19",
        "month",
        Value::Null,
        months((2024, 8), 6),
        "G8: 2024-08 … 2025-01, 6 months",
    );
    p(
        "nine-months",
        "2024-07-10",
        "2025-04-09",
        "month",
        Value::Null,
        months((2024, 7), 9),
        "G8: 2024-07 … 2025-03, 9 months",
    );
    p("two-years", "2024-03-15", "2026-03-14", "month", Value::Null, months((2024, 3), 24), "G8: 24 months");
    p("calendar-year", "2024-01-01", "2024-12-31", "month", Value::Null, months((2024, 1), 12), "G8: 12 months");
    p(
        "quarters",
        "2024-03-15",
        "2025-03-14",
        "quarter",
        Value::Null,
        q(&["2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"]),
        "G8: middle months' 15th: 05-15, 08-15, 11-15, 2025-02-15",
    );
    p(
        "quarters-from-15-feb",
        "2024-02-15",
        "2025-02-14",
        "quarter",
        Value::Null,
        q(&["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        "G8: 15 Feb 2024 is the first day, 15 Feb 2025 after the end",
    );
    p(
        "quarters-from-16-feb",
        "2024-02-16",
        "2025-02-15",
        "quarter",
        Value::Null,
        q(&["2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"]),
        "G8: 15 Feb 2024 is before the start, 15 Feb 2025 the last day",
    );
    p(
        "quarters-nine-months",
        "2024-05-16",
        "2025-02-15",
        "quarter",
        Value::Null,
        q(&["2024-Q3", "2024-Q4", "2025-Q1"]),
        "G8: 3 quarters in 9 months",
    );
    p(
        "quarters-six-months",
        "2024-03-15",
        "2024-09-14",
        "quarter",
        Value::Null,
        q(&["2024-Q2", "2024-Q3"]),
        "G8: 2 quarters in 6 months",
    );
    p(
        "quarters-two-years",
        "2024-03-15",
        "2026-03-14",
        "quarter",
        Value::Null,
        q(&["2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]),
        "G8: 8 quarters in 24 months",
    );
    p(
        "years",
        "2024-01-01",
        "2025-12-31",
        "year",
        Value::Null,
        q(&["2024", "2025"]),
        "FORMAT 3: 1 July 2024 and 1 July 2025",
    );
    p(
        "years-from-july-2",
        "2024-07-02",
        "2025-07-01",
        "year",
        Value::Null,
        q(&["2025"]),
        "FORMAT 3: 1 July 2024 is before the start, 1 July 2025 the last day",
    );
    p(
        "weeks",
        "2024-05-06",
        "2024-05-19",
        "week",
        Value::Null,
        q(&["2024-W19", "2024-W20"]),
        "ISO weeks: Thursdays 05-09 (W19) and 05-16 (W20); 2024-01-04 is Thursday of W01",
    );
    p(
        "weeks-thursday-edge",
        "2024-05-09",
        "2024-05-15",
        "week",
        Value::Null,
        q(&["2024-W19"]),
        "Thursday 05-09 is the first day; Thursday 05-16 is after the end",
    );
    p(
        "week-of-new-year",
        "2024-12-30",
        "2025-01-05",
        "week",
        Value::Null,
        q(&["2025-W01"]),
        "Monday 2024-12-30 begins the week whose Thursday is 2025-01-02: 2025-W01",
    );
    p(
        "nothing-owed",
        "2024-03-16",
        "2024-04-14",
        "month",
        Value::Null,
        vec![],
        "G8: neither 15 March nor 15 April lies in the service",
    );
    // Odd first days: a year always owes twelve months and four quarters (G8).
    for (start, end, month, quarters) in [
        ("2023-12-31", "2024-12-30", (2024, 1), ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        ("2024-01-01", "2024-12-31", (2024, 1), ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        ("2024-01-31", "2025-01-30", (2024, 2), ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        ("2024-02-29", "2025-02-28", (2024, 3), ["2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"]),
        ("2025-02-28", "2026-02-27", (2025, 3), ["2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]),
        ("2024-05-15", "2025-05-14", (2024, 5), ["2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"]),
        ("2024-05-16", "2025-05-15", (2024, 6), ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"]),
        ("2024-08-14", "2025-08-13", (2024, 8), ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"]),
        ("2024-08-16", "2025-08-15", (2024, 9), ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3"]),
        ("2024-11-30", "2025-11-29", (2024, 12), ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]),
    ] {
        let how = "G8: the 15ths in the service, the day of start and of end included";
        p(&format!("odd-months-{start}"), start, end, "month", Value::Null, months(month, 12), how);
        let how = "G8: the 15ths of February, May, August and November in the service";
        p(&format!("odd-quarters-{start}"), start, end, "quarter", Value::Null, q(&quarters), how);
    }
    let mut x = |name: &str, start: &str, end: &str, months: u32, rule: &str, to: &str, how: &str| {
        book.add(
            format!("extend/{name}"),
            "extend",
            json!({"start": start, "end": end, "months": months, "month_end": rule}),
            json!({"end": to}),
            how,
        );
    };
    x(
        "plain-same-day",
        "2024-03-15",
        "2025-03-14",
        1,
        "same_day",
        "2025-04-14",
        "S-7: the corresponding day of the next month",
    );
    x(
        "plain-last-day",
        "2024-03-15",
        "2025-03-14",
        1,
        "last_day",
        "2025-04-14",
        "the 14th is no month's end, so as same_day",
    );
    x(
        "plain-from-start",
        "2024-03-15",
        "2025-03-14",
        1,
        "from_start",
        "2025-04-14",
        "2024-03-15 + 13 months − 1 day = 2025-04-14",
    );
    x(
        "31-jan-same-day",
        "2024-02-01",
        "2025-01-31",
        1,
        "same_day",
        "2025-02-28",
        "no 31 February 2025: the month's last day",
    );
    x("31-jan-last-day", "2024-02-01", "2025-01-31", 1, "last_day", "2025-02-28", "a month's end stays one");
    x(
        "31-jan-from-start",
        "2024-02-01",
        "2025-01-31",
        1,
        "from_start",
        "2025-02-28",
        "2024-02-01 + 13 months − 1 day = 2025-03-01 − 1 day",
    );
    x("31-jan-leap", "2023-02-01", "2024-01-31", 1, "same_day", "2024-02-29", "2024 is a leap year");
    x(
        "30-nov-same-day",
        "2023-12-01",
        "2024-11-30",
        1,
        "same_day",
        "2024-12-30",
        "algebra 3: 30 Nov + 1 month = 30 Dec, not 31 Dec",
    );
    x("30-nov-last-day", "2023-12-01", "2024-11-30", 1, "last_day", "2024-12-31", "30 Nov is a month's end, so 31 Dec");
    x(
        "30-nov-from-start",
        "2023-12-01",
        "2024-11-30",
        1,
        "from_start",
        "2024-12-31",
        "2023-12-01 + 13 months − 1 day = 2025-01-01 − 1 day",
    );
    x("29-feb-same-day", "2023-03-01", "2024-02-29", 1, "same_day", "2024-03-29", "the corresponding day");
    x("29-feb-last-day", "2023-03-01", "2024-02-29", 1, "last_day", "2024-03-31", "29 Feb 2024 is a month's end");
    x(
        "29-feb-from-start",
        "2023-03-01",
        "2024-02-29",
        1,
        "from_start",
        "2024-03-31",
        "2023-03-01 + 13 months − 1 day = 2024-04-01 − 1 day",
    );
    x(
        "28-feb-in-leap-year",
        "2023-03-01",
        "2024-02-28",
        1,
        "last_day",
        "2024-03-28",
        "28 Feb 2024 is no month's end in a leap year",
    );
    x(
        "two-months",
        "2024-02-01",
        "2025-01-31",
        2,
        "same_day",
        "2025-03-31",
        "algebra 2.4: 31 Jan + 2 months = 31 Mar, not twice one month",
    );
    x("over-new-year", "2024-01-01", "2024-12-31", 1, "same_day", "2025-01-31", "31 December + 1 month");
}
