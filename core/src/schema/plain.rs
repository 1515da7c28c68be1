use crate::kind::Type;
use crate::kind::field::{PARTIAL_DATE, PERIOD, TIME};
use crate::number::MAX;
use serde_json::{Map, Value};

/// How a day is written.
const DATE: &str = "^(19[0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
/// Text without control characters.
const ONE_LINE: &str = "^[^\\u0000-\\u001f\\u007f-\\u009f]*$";

/// The schema of a value that is neither a list nor has fields.
pub(crate) fn plain(ty: Type) -> Map<String, Value> {
    let mut schema = Map::new();
    let mut say = |key: &str, value: Value| schema.insert(key.to_owned(), value);
    let word = match ty {
        Type::Whole => "integer",
        Type::Amount => "number",
        Type::YesNo => "boolean",
        _ => "string",
    };
    say("type", word.into());
    if let Type::Date = ty {
        say("format", "date".into());
    }
    let longest = match ty {
        Type::Text => Some(20_000),
        Type::Id | Type::Ref | Type::Code => Some(128),
        _ => None,
    };
    let pattern = match ty {
        Type::Id | Type::Ref | Type::Code => ONE_LINE,
        Type::Date => DATE,
        Type::PartialDate => PARTIAL_DATE,
        Type::Period => PERIOD,
        Type::Time => TIME,
        _ => "",
    };
    if let Some(longest) = longest {
        say("minLength", 1.into());
        say("maxLength", longest.into());
    }
    if !pattern.is_empty() {
        say("pattern", pattern.into());
    }
    if let Type::Whole | Type::Amount = ty {
        say("minimum", 0.into());
        say("maximum", MAX.into());
    }
    schema
}

/// The name under which other schemas refer to a plain type; none for those that are said in place.
pub(super) fn name(ty: Type) -> Option<&'static str> {
    Some(match ty {
        Type::Text => "Text",
        Type::Id => "Id",
        Type::Code => "Code",
        Type::Ref => "Ref",
        Type::Whole => "Whole",
        Type::Amount => "Amount",
        Type::Date => "Date",
        Type::PartialDate => "PartialDate",
        Type::Time => "Time",
        Type::Period => "Period",
        Type::YesNo | Type::List(_) | Type::Items(_) => return None,
    })
}
