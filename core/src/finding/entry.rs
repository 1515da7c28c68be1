//! Codes of the area: entry.

use super::code::codes;

codes! {
}
