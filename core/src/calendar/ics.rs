//! The calendar as iCalendar (RFC 5545), for calendar programs.

use super::Calendar;
use super::duty::{DutyState, Row};
use super::words::{DESCRIPTION, NO_CLAUSE, SUMMARY};
use crate::finding::Locale;
use crate::time::Date;

/// Octets in a line, without the line break.
const WIDTH: usize = 75;

impl Calendar {
    /// An iCalendar object: one all-day event on each due day, with an alarm the day before where the clause
    /// sets the due day. The same calendar gives the same bytes: the time stamp is the day of judgement.
    #[must_use]
    pub fn ics(&self, locale: Locale) -> String {
        let mut text = Lines::default();
        text.line("BEGIN:VCALENDAR");
        text.line("VERSION:2.0");
        text.line(&format!("PRODID:-//jiexiang//calendar//{}", locale.tag().to_uppercase()));
        text.line("CALSCALE:GREGORIAN");
        text.line("METHOD:PUBLISH");
        let name = format!("{} {}", self.labels.of(locale), self.contract);
        text.line(&format!("X-WR-CALNAME:{}", escaped(&name)));
        for row in &self.rows {
            self.event(row, locale, &mut text);
        }
        text.line("END:VCALENDAR");
        text.0
    }

    fn event(&self, row: &Row, locale: Locale, text: &mut Lines) {
        text.line("BEGIN:VEVENT");
        text.line(&format!("UID:{}", self.uid(row)));
        text.line(&format!("DTSTAMP:{}T000000Z", compact(self.as_of)));
        text.line(&format!("DTSTART;VALUE=DATE:{}", compact(row.due)));
        text.line(&format!("DTEND;VALUE=DATE:{}", compact(row.due.plus_days(1))));
        text.line(&format!("SUMMARY:{}", escaped(&summary(row, locale))));
        text.line(&format!("DESCRIPTION:{}", escaped(&description(row, locale))));
        text.line(&format!("CATEGORIES:{}", escaped(row.state.label(locale))));
        text.line("TRANSP:TRANSPARENT");
        if row.state == DutyState::Waived {
            text.line("STATUS:CANCELLED");
        }
        if let (Some(_), DutyState::Due) = (row.remind, row.state) {
            text.line("BEGIN:VALARM");
            text.line("ACTION:DISPLAY");
            text.line(&format!("DESCRIPTION:{}", escaped(&summary(row, locale))));
            text.line("TRIGGER:-P1D");
            text.line("END:VALARM");
        }
        text.line("END:VEVENT");
    }

    /// The same for the same duty whenever it is exported; different for different ones.
    fn uid(&self, row: &Row) -> String {
        let mut parts = vec![row.duty.code().to_owned(), encoded(&row.of)];
        parts.push(row.window.as_deref().map(encoded).unwrap_or_default());
        parts.extend(row.members.iter().map(|member| encoded(member)));
        format!("{}@{}.jiexiang", parts.join("."), encoded(&self.contract))
    }
}

fn summary(row: &Row, locale: Locale) -> String {
    let mut words = vec![row.labels.of(locale).to_owned()];
    words.extend(row.window.clone());
    words.extend(row.members.iter().cloned());
    SUMMARY.with(locale, &[&words.join(" "), row.state.label(locale)])
}

fn description(row: &Row, locale: Locale) -> String {
    let clause = row.clause.as_deref().unwrap_or_else(|| NO_CLAUSE.of(locale));
    DESCRIPTION.with(locale, &[&row.of, clause, &row.from.to_string(), &row.to.to_string()])
}

fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Text values: backslash, semicolon, comma and line break are escaped, other control characters left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// Everything but ASCII letters, digits and hyphens as %XX, so that parts joined by dots cannot be confused.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Lines that end in CRLF, folded to at most 75 octets without cutting a character.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for character in line.chars() {
            if width + character.len_utf8() > WIDTH {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(character);
            width += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
