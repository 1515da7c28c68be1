//! Days, periods and the arithmetic of months. No clock: "today" is always an argument.

mod date;
mod period;

pub use date::{Date, MonthEnd, PartialDate};
pub use period::{Period, Unit, minutes};
