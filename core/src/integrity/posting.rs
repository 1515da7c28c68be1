//! One worker full time in two packages at once (专职只能在一个项目包).

use super::book::{Book, Found, Who, items, text_of};
use crate::contract::Contract;
use crate::entry::{Entry, Value};
use crate::finding::{Finding, integrity as codes};
use crate::time::Date;
use std::collections::BTreeMap;

/// A full-time posting to the package of a ledger.
#[derive(Clone, Copy)]
struct Posting<'l> {
    from: Date,
    /// The last day; the end of the service when none is stated.
    to: Date,
    limit: i64,
    package: &'l str,
    contract: &'l Contract,
    entry: &'l Entry,
}

/// Sweeps over each worker's full-time postings, each taken from the ledger of its own package.
///
/// Two packages in the register of one ledger are the exclusive rule's business.
pub(super) fn check(books: &[Book<'_>], found: &mut Found) {
    let mut postings: BTreeMap<Who<'_>, Vec<Posting<'_>>> = BTreeMap::new();
    for book in books {
        let Some(limit) = book.plan.integrity.full_time.as_ref().map(|check| check.days) else { continue };
        for staff in book.standing.registers() {
            if staff.kind().name != "staff" {
                continue;
            }
            let (list, fields) = items(staff, "postings");
            for posting in list.iter() {
                let is_here = text_of(posting, fields, "package") == Some(&*book.plan.id);
                let is_full_time = posting.named(fields, "full_time") == Some(Value::YesNo(true));
                let Some(from) = posting.named(fields, "from").and_then(Value::date) else { continue };
                if is_here && is_full_time {
                    let to = posting.named(fields, "to").and_then(Value::date).unwrap_or(book.end);
                    let (package, contract) = (&*book.plan.id, book.contract);
                    postings.entry(book.staff(staff.id())).or_default().push(Posting {
                        from,
                        to,
                        limit,
                        package,
                        contract,
                        entry: staff,
                    });
                }
            }
        }
    }
    for (who, mut postings) in postings {
        postings
            .sort_by(|a, b| (a.from, a.to, a.package, &a.contract.id).cmp(&(b.from, b.to, b.package, &b.contract.id)));
        // The posting of each package that ends last so far; a worker is in few packages.
        let mut open: BTreeMap<&str, Posting<'_>> = BTreeMap::new();
        for posting in postings {
            for before in open.values().filter(|before| before.package != posting.package) {
                let days = before.to.min(posting.to).days_since(posting.from) + 1;
                if days >= before.limit.max(posting.limit) {
                    let finding = Finding::new(codes::FULL_TIME_TWICE).with("worker", who.id);
                    let finding = finding.with("from", posting.from).with("days", days);
                    found.add(finding, [(before.contract, before.entry), (posting.contract, posting.entry)]);
                }
            }
            let slot = open.entry(posting.package).or_insert(posting);
            if posting.to > slot.to {
                *slot = posting;
            }
        }
    }
}
