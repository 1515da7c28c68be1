//! What the core itself checks across fields and between entries, with the fields each check looks at.
//!
//! The checks are in `entry/own.rs` and `relation/`; a test holds every code of theirs against this table.

use super::rule::Scope;
use crate::entry::DAYS_IN_ORDER;
use crate::finding::{Code, counting, entry as codes, relation};
use crate::kind::{Family, Field, KindInfo, Type};

/// A check of the core.
#[derive(Clone, Debug)]
pub(super) struct CoreRule {
    pub(super) code: Code,
    pub(super) depends: Vec<String>,
    pub(super) scope: Scope,
}

/// Which kinds a check is for.
enum For {
    Dated,
    Records,
    Events,
    Kind(&'static str),
}

const ENTRY: &[(Code, For, &[&str])] = &[
    (codes::WRONG_PACKAGE, For::Dated, &["/package"]),
    (codes::RECORDED_BEFORE_DATE, For::Dated, &["/date", "/recorded_at"]),
    (codes::VOIDS_AND_SUPERSEDES, For::Dated, &["/supersedes", "/voids"]),
    (codes::RETRACTS_ITSELF, For::Dated, &["/id", "/supersedes"]),
    (codes::RETRACTS_ITSELF, For::Dated, &["/id", "/voids"]),
    (codes::WAIVER_OF_NOTHING, For::Kind("waiver"), &["/record", "/requirement"]),
    (codes::SURVEY_COUNTED_TWICE, For::Kind("satisfaction_survey"), &["/answers", "/satisfied", "/valid"]),
    (codes::SURVEY_COUNTS_DISAGREE, For::Kind("satisfaction_survey"), &["/sent", "/valid"]),
    (codes::SURVEY_COUNTS_DISAGREE, For::Kind("satisfaction_survey"), &["/satisfied", "/valid"]),
    (codes::SURVEY_COUNTS_DISAGREE, For::Kind("satisfaction_survey"), &["/satisfied", "/sent"]),
    (codes::SURVEY_COUNTS_DISAGREE, For::Kind("satisfaction_survey"), &["/answers", "/sent"]),
    (codes::EVALUATION_EMPTY, For::Kind("evaluation"), &["/marks", "/score", "/verdict"]),
    (codes::SCORE_ABOVE_HUNDRED, For::Kind("evaluation"), &["/score"]),
    (codes::MARK_ABOVE_FULL, For::Kind("evaluation"), &["/marks/*/full", "/marks/*/mark"]),
    (codes::HEADCOUNT_FROM_LIST, For::Kind("activity"), &["/headcount", "/participants"]),
];

const LEDGER: &[(Code, For, &[&str])] = &[
    (counting::ID_CONFLICT, For::Dated, &["/id"]),
    (relation::RETRACTION_DANGLING, For::Dated, &["/supersedes"]),
    (relation::RETRACTION_DANGLING, For::Dated, &["/voids"]),
    (relation::RETRACTION_CYCLE, For::Dated, &["/id", "/supersedes"]),
    (relation::RETRACTION_CYCLE, For::Dated, &["/id", "/voids"]),
    (relation::CONTACT_BEFORE_CASE_OPENED, For::Kind("case_contact"), &["/case", "/date"]),
    (relation::CONTACT_AFTER_CASE_CLOSED, For::Kind("case_contact"), &["/case", "/date"]),
    (relation::CONTACT_BEFORE_CASE_OPENED, For::Kind("case"), &["/date", "/id"]),
    (relation::CONTACT_AFTER_CASE_CLOSED, For::Kind("case"), &["/closed", "/id"]),
    (relation::SESSION_GAP, For::Kind("group_session"), &["/group", "/session"]),
    (relation::SESSION_REPEATED, For::Kind("group_session"), &["/group", "/session"]),
    (relation::SESSIONS_SAME_DAY, For::Kind("group_session"), &["/date", "/group"]),
    (relation::WORKER_NOT_POSTED, For::Records, &["/date", "/workers/*/role", "/workers/*/staff"]),
    (counting::OUTSIDE_SERVICE, For::Records, &["/date"]),
    (relation::LATE_ENTRY, For::Records, &["/date", "/end", "/recorded_at"]),
    (relation::EVENT_AFTER_TERMINATION, For::Events, &["/date"]),
];

/// The checks for a kind.
pub(super) fn of(kind: &'static KindInfo) -> Vec<CoreRule> {
    gather(kind, |_| true)
}

/// Those of them that a finding may come from.
pub(super) fn of_code(kind: &'static KindInfo, code: Code) -> Vec<CoreRule> {
    gather(kind, |known| known == code)
}

fn gather(kind: &'static KindInfo, is_wanted: impl Fn(Code) -> bool) -> Vec<CoreRule> {
    let mut rules = Vec::new();
    for (table, scope) in [(ENTRY, Scope::Entry), (LEDGER, Scope::Ledger)] {
        for (code, _, depends) in table.iter().filter(|(code, of, _)| is_wanted(*code) && is_for(of, kind)) {
            rules.push(CoreRule {
                code: *code,
                depends: depends.iter().map(|field| (*field).to_owned()).collect(),
                scope,
            });
        }
    }
    if ![codes::INTERVAL_REVERSED, relation::DANGLING_REFERENCE].into_iter().any(&is_wanted) {
        return rules;
    }
    let reversed = |depends| CoreRule { code: codes::INTERVAL_REVERSED, depends, scope: Scope::Entry };
    let own = DAYS_IN_ORDER.iter().filter(|(name, ..)| *name == kind.name).map(|(_, from, to)| (*from, *to));
    let has = |name| Field::position(kind.fields, name).is_some();
    for (from, to) in own.chain([("date", "end")]).filter(|(from, to)| has(from) && has(to)) {
        rules.push(reversed(vec![format!("/{from}"), format!("/{to}")]));
    }
    each_table(kind.fields, "", &mut |fields, at| {
        if ["from", "to"].iter().all(|name| Field::position(fields, name).is_some()) {
            rules.push(reversed(vec![format!("{at}/from"), format!("{at}/to")]));
        }
        for field in fields.iter().filter(|field| !field.to.is_empty()) {
            let depends = vec![format!("{at}/{}", field.name)];
            rules.push(CoreRule { code: relation::DANGLING_REFERENCE, depends, scope: Scope::Ledger });
        }
    });
    rules.retain(|rule| is_wanted(rule.code));
    rules
}

fn is_for(of: &For, kind: &KindInfo) -> bool {
    match of {
        For::Dated => kind.family != Family::Register,
        For::Records => kind.family == Family::Record,
        For::Events => kind.family == Family::Event,
        For::Kind(name) => *name == kind.name,
    }
}

/// The table of a kind, and those of the items in its lists, with their pointers.
fn each_table(fields: &'static [Field], at: &str, see: &mut impl FnMut(&'static [Field], &str)) {
    see(fields, at);
    for field in fields {
        if let Type::Items(inner) = field.ty {
            each_table(inner, &format!("{at}/{}/*", field.name), see);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_of_the_relations_has_its_fields() {
        let known: BTreeSet<&str> =
            crate::kind::ALL.iter().flat_map(|kind| of(kind)).map(|rule| rule.code.as_str()).collect();
        for code in relation::TABLE {
            assert!(known.contains(code.as_str()), "{} has no fields", code.as_str());
        }
    }

    #[test]
    fn asked_by_code_they_are_the_same_in_the_same_order() {
        let said = |rules: Vec<CoreRule>| rules.into_iter().map(|rule| (rule.code, rule.depends)).collect::<Vec<_>>();
        for kind in crate::kind::ALL {
            for code in crate::finding::all() {
                let of_code = said(of(kind)).into_iter().filter(|(known, _)| *known == code);
                assert_eq!(said(super::of_code(kind, code)), of_code.collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn the_fields_exist() {
        for kind in crate::kind::ALL {
            let mut pointers = BTreeSet::new();
            each_table(kind.fields, "", &mut |fields, at| {
                pointers.extend(fields.iter().map(|field| format!("{at}/{}", field.name)));
            });
            for rule in of(kind) {
                for field in &rule.depends {
                    assert!(pointers.contains(field), "{}: {} names {field}", kind.name, rule.code.as_str());
                }
            }
        }
    }
}
