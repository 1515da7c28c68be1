use super::{Kind, event, record, register};
use serde_json::{Value, json};

/// The JSON Schema of every kind by its name, in the order of [`super::ALL`].
///
/// Code lists are the package's and stand outside: a code is any short text here.
#[must_use]
pub fn schemas() -> Vec<(&'static str, Value)> {
    macro_rules! each {
        ($($kind:path),* $(,)?) => { vec![$((<$kind as Kind>::INFO.name, of::<$kind>())),*] };
    }
    each![
        record::Visit,
        record::Case,
        record::CaseContact,
        record::Group,
        record::GroupSession,
        record::Activity,
        record::Supervision,
        record::Document,
        record::Publication,
        record::VolunteerProject,
        record::Resource,
        record::Observation,
        record::Attendance,
        record::SatisfactionSurvey,
        record::Attestation,
        event::SpotCheck,
        event::RectificationOrder,
        event::Reminder,
        event::Rectified,
        event::SelfEvaluation,
        event::Evaluation,
        event::Acceptance,
        event::Waiver,
        event::MakeUp,
        event::Extension,
        event::Termination,
        event::Closure,
        event::FeeComplaint,
        event::Interruption,
        event::ChangeOrder,
        event::Withdrawal,
        event::RegisterDeclaration,
        register::Person,
        register::Household,
        register::Organisation,
        register::Staff,
        register::Project,
        register::Outlet,
        register::Site,
    ]
}

/// The schema of one kind: what the struct says, with `kind` fixed to its word.
pub(super) fn of<K: Kind>() -> Value {
    let mut schema = schemars::SchemaGenerator::default().into_root_schema_for::<K>().to_value();
    let info = K::INFO;
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("title".into(), info.name.into());
        schema.insert("x-labels".into(), json!({"zh-CN": info.zh, "en": info.en}));
        if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
            properties.insert("kind".into(), json!({"const": info.name, "description": "The kind of the entry."}));
        }
        if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
            required.insert(0, "kind".into());
        }
    }
    schema
}
