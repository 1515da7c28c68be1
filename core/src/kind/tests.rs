use super::field::{Amount, Whole};
use super::record::{Visit, VisitSubject};
use super::*;
use crate::time::Date;
use std::collections::BTreeSet;

fn each_field(fields: &'static [Field], seen: &mut impl FnMut(&'static Field)) {
    for field in fields {
        seen(field);
        if let Type::Items(inner) = field.ty {
            each_field(inner, seen);
        }
    }
}

#[test]
fn every_kind_is_listed_once_and_found() {
    let names: BTreeSet<_> = ALL.iter().map(|kind| kind.name).collect();
    assert_eq!(names.len(), ALL.len());
    assert_eq!(ALL.len(), 15 + 17 + 7);
    assert_eq!(find("visit").map(|kind| kind.family), Some(Family::Record));
    assert!(find("visits").is_none());
    let registers: Vec<_> = ALL.iter().filter(|kind| kind.family == Family::Register).map(|kind| kind.name).collect();
    let fixed: Vec<_> = fixed::find("register").unwrap().codes.iter().map(|code| code.code).collect();
    assert_eq!(registers, fixed);
}

#[test]
fn every_field_is_labelled_and_codes_and_references_lead_somewhere() {
    for kind in ALL {
        assert!(!kind.zh.is_empty() && !kind.en.is_empty());
        let mut names = BTreeSet::new();
        assert!(kind.fields.iter().all(|field| names.insert(field.name)), "{}", kind.name);
        each_field(kind.fields, &mut |field| {
            assert!(!field.zh.is_empty() && !field.en.is_empty(), "{}.{}", kind.name, field.name);
            let plain = match field.ty {
                Type::List(inner) => *inner,
                other => other,
            };
            assert_eq!(matches!(plain, Type::Code), !field.list.is_empty(), "{}.{}", kind.name, field.name);
            assert_eq!(matches!(plain, Type::Ref), !field.to.is_empty(), "{}.{}", kind.name, field.name);
            assert!(field.to.iter().all(|to| find(to).is_some()), "{}.{}", kind.name, field.name);
        });
    }
}

#[test]
fn a_struct_is_written_as_a_line() {
    let visit = Visit {
        id: "v1".into(),
        package: "p".into(),
        date: Date::parse("2024-05-01").unwrap(),
        end: None,
        recorded_at: None,
        place: None,
        site: None,
        workers: None,
        cost: Some(Amount("12.50".parse().unwrap())),
        attachments: None,
        signatures: None,
        supersedes: None,
        voids: None,
        reason: None,
        note: None,
        mode: "home".into(),
        category: "outreach".into(),
        subjects: Some(vec![VisitSubject {
            person: Some("a".into()),
            household: None,
            organisation: None,
            name: None,
        }]),
        start: None,
        minutes: Some(Whole(30)),
        parts: None,
        content: None,
        attributes: None,
    };
    assert_eq!(
        visit.to_json(),
        r#"{"kind":"visit","id":"v1","package":"p","date":"2024-05-01","cost":12.5,"mode":"home","category":"outreach","subjects":[{"person":"a"}],"minutes":30}"#
    );
}

#[test]
fn schemas_fix_the_kind_and_close_the_shape() {
    for info in ALL {
        let (name, schema) = (info.name, crate::schema::kind(info));
        assert_eq!(schema["properties"]["kind"]["const"], name);
        assert_eq!(schema["additionalProperties"], false);
        assert_eq!(schema["required"][0], "kind");
        for field in info.fields {
            assert!(schema["properties"].get(field.name).is_some(), "{name}.{}", field.name);
            let required = schema["required"].as_array().unwrap().iter().any(|required| required == field.name);
            assert_eq!(required, field.required || needed(name).contains(&field.name), "{name}.{}", field.name);
        }
        assert_eq!(schema["properties"].get("attributes").is_some(), info.family != Family::Event);
    }
}
