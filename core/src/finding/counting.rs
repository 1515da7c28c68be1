//! Codes of the area: counting.

use super::code::codes;

codes! {
}
