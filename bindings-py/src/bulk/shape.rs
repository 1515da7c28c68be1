//! Whether the columns of a table can be meant as fields of its kinds.

use super::CONTRACT;
use arrow_schema::{DataType, Fields, TimeUnit};
use jiexiang::api::Misuse;
use jiexiang::kind::{ALL, Field, KindInfo, Type};

/// Refuses a table with a column that no entry can have, or of a type that its field cannot have.
pub(super) fn check(columns: &Fields, kind: Option<&'static KindInfo>) -> Result<(), Misuse> {
    let kinds: Vec<&KindInfo> = kind.map_or_else(|| ALL.to_vec(), |kind| vec![kind]);
    for (at, column) in columns.iter().enumerate() {
        let name = column.name().as_str();
        if columns.iter().take(at).any(|other| other.name() == column.name()) {
            return Err(unknown(name, format!("there are two columns `{name}`")));
        }
        if name == CONTRACT || name == "kind" {
            if !is_text(column.data_type()) {
                return Err(unfit(name, column.data_type(), "text"));
            }
            continue;
        }
        let fields: Vec<&Field> =
            kinds.iter().flat_map(|kind| kind.fields).filter(|field| field.name == name).collect();
        match name {
            "attributes" => attributes(column.data_type())?,
            _ => fits(name, column.data_type(), &fields)?,
        }
    }
    let needed = [Some(CONTRACT), kind.is_none().then_some("kind")];
    for name in needed.into_iter().flatten() {
        if columns.find(name).is_none() {
            return Err(unknown(name, format!("the table has no column `{name}`")));
        }
    }
    Ok(())
}

/// Whether one of the fields of this name can be meant by a column.
fn fits(path: &str, ty: &DataType, fields: &[&Field]) -> Result<(), Misuse> {
    let Some(first) = fields.first() else {
        return Err(unknown(path, format!("no field is called `{path}`; rename the column, or leave it out")));
    };
    let mut inside = Ok(());
    for field in fields {
        match (&field.ty, item_of(ty)) {
            _ if matches!(ty, DataType::Null) => return Ok(()),
            (Type::Items(_), Some(DataType::Null)) => return Ok(()),
            (Type::Items(below), Some(DataType::Struct(columns))) => {
                let of_items = columns.iter().try_for_each(|column| {
                    let same: Vec<&Field> = below.iter().filter(|field| field.name == column.name()).collect();
                    fits(&format!("{path}.{}", column.name()), column.data_type(), &same)
                });
                if of_items.is_ok() {
                    return Ok(());
                }
                inside = of_items;
            }
            (Type::List(of), Some(item)) if matches!(item, DataType::Null) || is_meant(of, item) => return Ok(()),
            (single, None) if is_meant(single, ty) => return Ok(()),
            _ => {}
        }
    }
    inside.and(Err(unfit(path, ty, wanted(&first.ty))))
}

/// Declared attributes: a struct of plain values.
fn attributes(ty: &DataType) -> Result<(), Misuse> {
    let DataType::Struct(columns) = ty else { return Err(unfit("attributes", ty, "a struct")) };
    let plain = [Type::Text, Type::Amount, Type::Date, Type::YesNo];
    columns.iter().try_for_each(|column| {
        let ty = column.data_type();
        let fits = matches!(ty, DataType::Null) || plain.iter().any(|plain| is_meant(plain, ty));
        if fits { Ok(()) } else { Err(unfit(&format!("attributes.{}", column.name()), ty, "a plain value")) }
    })
}

/// The type of the items of a list.
fn item_of(ty: &DataType) -> Option<&DataType> {
    match ty {
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, _) => Some(item.data_type()),
        _ => None,
    }
}

fn is_text(ty: &DataType) -> bool {
    match ty {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

/// Whether values of a type of Arrow can be those of a field.
fn is_meant(field: &Type, ty: &DataType) -> bool {
    let is_day = matches!(ty, DataType::Date32 | DataType::Date64 | DataType::Timestamp(_, None));
    let is_time = matches!(
        ty,
        DataType::Time32(TimeUnit::Second | TimeUnit::Millisecond)
            | DataType::Time64(TimeUnit::Microsecond | TimeUnit::Nanosecond)
    );
    let is_number = ty.is_integer()
        || matches!(ty, DataType::Float32 | DataType::Float64)
        || matches!(ty, DataType::Decimal32(..) | DataType::Decimal64(..) | DataType::Decimal128(..));
    match field {
        Type::Text | Type::Id | Type::Code | Type::Ref | Type::Period => is_text(ty),
        Type::Date | Type::PartialDate => is_text(ty) || is_day,
        Type::Time => is_text(ty) || is_time,
        Type::Whole | Type::Amount => is_number,
        Type::YesNo => matches!(ty, DataType::Boolean),
        Type::List(_) | Type::Items(_) => false,
    }
}

fn wanted(field: &Type) -> &'static str {
    match field {
        Type::Text | Type::Id | Type::Code | Type::Ref | Type::Period => "text",
        Type::Date | Type::PartialDate => "days or text",
        Type::Time => "times of day or text",
        Type::Whole | Type::Amount => "numbers",
        Type::YesNo => "booleans",
        Type::List(_) => "lists",
        Type::Items(_) => "lists of structs",
    }
}

fn unknown(path: &str, message: String) -> Misuse {
    Misuse { code: "unknown_column", path: path.to_owned(), message }
}

fn unfit(path: &str, ty: &DataType, wanted: &str) -> Misuse {
    let message = format!("column `{path}` holds {ty}, and not {wanted}");
    Misuse { code: "unknown_column", path: path.to_owned(), message }
}
