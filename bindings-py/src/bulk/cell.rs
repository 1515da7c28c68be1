//! Cells of Arrow as the reader of entries sees them: neither text nor a value of Python stands between.

use super::names::Names;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, ArrowTemporalType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type,
    DecimalType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, Time32MillisecondType,
    Time32SecondType, Time64MicrosecondType, Time64NanosecondType, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, BooleanArray, OffsetSizeTrait, PrimitiveArray};
use arrow_schema::{DataType, TimeUnit};
use jiexiang::entry::{Given, Seen};
use jiexiang::time::Date;
use std::fmt::Display;
use std::ops::Range;

/// The cells of a column.
pub(super) enum Cells {
    Nothing,
    Text(Names),
    YesNo(BooleanArray),
    Plain(Box<dyn Plain>),
    List { array: ArrayRef, span: Span, items: Box<Cells> },
    Object { array: ArrayRef, fields: Vec<(String, Cells)> },
}

/// Which items belong to a row.
type Span = Box<dyn Fn(usize) -> Range<usize> + Send + Sync>;

/// Cells that hold numbers, days or times.
pub(super) trait Plain: Send + Sync {
    fn is_absent(&self, row: usize) -> bool;
    fn value(&self, row: usize) -> Value;
}

pub(super) enum Value {
    Whole(i64),
    Number(String),
    Day(Date),
    Text(String),
}

impl Cells {
    /// The cells of an array; none for a type of Arrow that no field can have.
    pub(super) fn of(array: &ArrayRef) -> Option<Self> {
        Some(match array.data_type() {
            DataType::Null => Self::Nothing,
            DataType::Boolean => Self::YesNo(array.as_boolean().clone()),
            DataType::Int8 => whole::<Int8Type>(array),
            DataType::Int16 => whole::<Int16Type>(array),
            DataType::Int32 => whole::<Int32Type>(array),
            DataType::Int64 => whole::<Int64Type>(array),
            DataType::UInt8 => whole::<UInt8Type>(array),
            DataType::UInt16 => whole::<UInt16Type>(array),
            DataType::UInt32 => whole::<UInt32Type>(array),
            DataType::UInt64 => whole::<UInt64Type>(array),
            DataType::Float32 => Self::Plain(Box::new(Number(array.as_primitive::<Float32Type>().clone()))),
            DataType::Float64 => Self::Plain(Box::new(Number(array.as_primitive::<Float64Type>().clone()))),
            DataType::Decimal32(..) => digits::<Decimal32Type>(array),
            DataType::Decimal64(..) => digits::<Decimal64Type>(array),
            DataType::Decimal128(..) => digits::<Decimal128Type>(array),
            DataType::Date32 => moment::<Date32Type>(array),
            DataType::Date64 => moment::<Date64Type>(array),
            DataType::Timestamp(TimeUnit::Second, None) => moment::<TimestampSecondType>(array),
            DataType::Timestamp(TimeUnit::Millisecond, None) => moment::<TimestampMillisecondType>(array),
            DataType::Timestamp(TimeUnit::Microsecond, None) => moment::<TimestampMicrosecondType>(array),
            DataType::Timestamp(TimeUnit::Nanosecond, None) => moment::<TimestampNanosecondType>(array),
            DataType::Time32(TimeUnit::Second) => time::<Time32SecondType>(array),
            DataType::Time32(TimeUnit::Millisecond) => time::<Time32MillisecondType>(array),
            DataType::Time64(TimeUnit::Microsecond) => time::<Time64MicrosecondType>(array),
            DataType::Time64(TimeUnit::Nanosecond) => time::<Time64NanosecondType>(array),
            DataType::List(_) => return list::<i32>(array),
            DataType::LargeList(_) => return list::<i64>(array),
            DataType::FixedSizeList(_, length) => {
                let length = usize::try_from(*length).ok()?;
                let items = Box::new(Self::of(array.as_fixed_size_list().values())?);
                let span: Span = Box::new(move |row| row * length..(row + 1) * length);
                Self::List { array: array.clone(), span, items }
            }
            DataType::Struct(fields) => {
                let columns = fields.iter().zip(array.as_struct().columns());
                let fields = columns.map(|(field, column)| Some((field.name().clone(), Self::of(column)?)));
                Self::Object { array: array.clone(), fields: fields.collect::<Option<_>>()? }
            }
            _ => Self::Text(Names::of(array)?),
        })
    }

    /// Whether the cell of a row says nothing.
    pub(super) fn is_absent(&self, row: usize) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(names) => names.get(row).is_none(),
            Self::YesNo(truths) => truths.is_null(row),
            Self::Plain(plain) => plain.is_absent(row),
            Self::List { array, .. } | Self::Object { array, .. } => array.is_null(row),
        }
    }
}

/// What the reader of entries is given: a whole row, or what stands in it.
#[derive(Clone, Copy)]
pub(super) enum Cell<'g> {
    /// The fields of a row, and the kind when the table says it for all.
    Row { kind: Option<&'static str>, columns: &'g [(String, Cells)], row: usize },
    /// The kind that a table says for all its rows.
    Kind(&'static str),
    /// A cell of a column.
    At(&'g Cells, usize),
}

impl<'g> Given<'g> for Cell<'g> {
    type Items = Items<'g>;
    type Fields = Fields<'g>;

    fn see(self) -> Seen<'g, Self> {
        let (cells, row) = match self {
            Cell::Row { kind, columns, row } => return Seen::Object(Fields { kind, columns: columns.iter(), row }),
            Cell::Kind(kind) => return Seen::Text(kind.into()),
            Cell::At(cells, row) => (cells, row),
        };
        if cells.is_absent(row) {
            return Seen::Null;
        }
        match cells {
            Cells::Nothing => Seen::Null,
            Cells::Text(names) => names.get(row).map_or(Seen::Null, |text| Seen::Text(text.into())),
            Cells::YesNo(truths) => Seen::Bool(truths.value(row)),
            Cells::Plain(plain) => match plain.value(row) {
                Value::Whole(number) => Seen::Whole(number),
                Value::Number(digits) => Seen::Number(digits.into()),
                Value::Day(day) => Seen::Day(day),
                Value::Text(text) => Seen::Text(text.into()),
            },
            Cells::List { span, items, .. } => Seen::List(Items { cells: items, rows: span(row) }),
            Cells::Object { fields, .. } => Seen::Object(Fields { kind: None, columns: fields.iter(), row }),
        }
    }
}

/// The items of a list.
#[derive(Debug)]
pub(super) struct Items<'g> {
    cells: &'g Cells,
    rows: Range<usize>,
}

impl<'g> Iterator for Items<'g> {
    type Item = Cell<'g>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next().map(|row| Cell::At(self.cells, row))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }
}

impl ExactSizeIterator for Items<'_> {}

/// The fields of a row or struct that say something.
#[derive(Debug)]
pub(super) struct Fields<'g> {
    kind: Option<&'static str>,
    columns: std::slice::Iter<'g, (String, Cells)>,
    row: usize,
}

impl<'g> Iterator for Fields<'g> {
    type Item = (&'g str, Cell<'g>);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(kind) = self.kind.take() {
            return Some(("kind", Cell::Kind(kind)));
        }
        let row = self.row;
        let (name, cells) = self.columns.find(|(_, cells)| !cells.is_absent(row))?;
        Some((name, Cell::At(cells, row)))
    }
}

struct Whole<T: ArrowPrimitiveType>(PrimitiveArray<T>);

fn whole<T: ArrowPrimitiveType>(array: &ArrayRef) -> Cells
where
    T::Native: Display + TryInto<i64>,
{
    Cells::Plain(Box::new(Whole(array.as_primitive::<T>().clone())))
}

impl<T: ArrowPrimitiveType> Plain for Whole<T>
where
    T::Native: Display + TryInto<i64>,
{
    fn is_absent(&self, row: usize) -> bool {
        self.0.is_null(row)
    }
    fn value(&self, row: usize) -> Value {
        let number = self.0.value(row);
        number.try_into().map_or_else(|_| Value::Number(number.to_string()), Value::Whole)
    }
}

/// Floats; one that is no number says nothing, as in every data frame.
struct Number<T: ArrowPrimitiveType>(PrimitiveArray<T>);

impl<T: ArrowPrimitiveType> Plain for Number<T>
where
    T::Native: Display + Into<f64>,
{
    fn is_absent(&self, row: usize) -> bool {
        self.0.is_null(row) || self.0.value(row).into().is_nan()
    }
    fn value(&self, row: usize) -> Value {
        let number = self.0.value(row);
        // `12.0` is written `12`; what is without end is no number, for the core to reject.
        if number.into().is_finite() { Value::Number(number.to_string()) } else { Value::Text(number.to_string()) }
    }
}

struct Digits<T: DecimalType>(PrimitiveArray<T>);

fn digits<T: DecimalType>(array: &ArrayRef) -> Cells {
    Cells::Plain(Box::new(Digits(array.as_primitive::<T>().clone())))
}

impl<T: DecimalType> Plain for Digits<T> {
    fn is_absent(&self, row: usize) -> bool {
        self.0.is_null(row)
    }
    fn value(&self, row: usize) -> Value {
        Value::Number(self.0.value_as_string(row))
    }
}

struct Moment<T: ArrowPrimitiveType>(PrimitiveArray<T>);

fn moment<T: ArrowTemporalType>(array: &ArrayRef) -> Cells
where
    i64: From<T::Native>,
{
    Cells::Plain(Box::new(Moment(array.as_primitive::<T>().clone())))
}

impl<T: ArrowTemporalType> Plain for Moment<T>
where
    i64: From<T::Native>,
{
    fn is_absent(&self, row: usize) -> bool {
        self.0.is_null(row)
    }
    fn value(&self, row: usize) -> Value {
        let Some(moment) = self.0.value_as_datetime(row) else {
            return Value::Text(i64::from(self.0.value(row)).to_string());
        };
        // Other moments are written in full, for the core to find fault with.
        if moment.time() != chrono::NaiveTime::MIN {
            return Value::Text(format!("{moment:?}"));
        }
        let day = moment.date();
        let [year, month, day_of_month] = [
            u32::try_from(chrono::Datelike::year(&day)).unwrap_or(0),
            chrono::Datelike::month(&day),
            chrono::Datelike::day(&day),
        ];
        Date::new(year, month, day_of_month).map_or_else(|| Value::Text(day.to_string()), Value::Day)
    }
}

struct Time<T: ArrowPrimitiveType>(PrimitiveArray<T>);

fn time<T: ArrowTemporalType>(array: &ArrayRef) -> Cells
where
    i64: From<T::Native>,
{
    Cells::Plain(Box::new(Time(array.as_primitive::<T>().clone())))
}

impl<T: ArrowTemporalType> Plain for Time<T>
where
    i64: From<T::Native>,
{
    fn is_absent(&self, row: usize) -> bool {
        self.0.is_null(row)
    }
    fn value(&self, row: usize) -> Value {
        let time = self.0.value_as_time(row).map(|time| time.to_string());
        let time = time.unwrap_or_else(|| i64::from(self.0.value(row)).to_string());
        Value::Text(time.strip_suffix(":00").map(str::to_owned).unwrap_or(time))
    }
}

fn list<O: OffsetSizeTrait>(array: &ArrayRef) -> Option<Cells> {
    let lists = array.as_list::<O>();
    let offsets = lists.offsets().clone();
    let span: Span = Box::new(move |row| offsets[row].as_usize()..offsets[row + 1].as_usize());
    Some(Cells::List { array: array.clone(), span, items: Box::new(Cells::of(lists.values())?) })
}

impl std::fmt::Debug for Cells {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cells")
    }
}
