//! Codes of the area: lifecycle.

use super::code::codes;

codes! {
}
