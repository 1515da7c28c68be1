//! Codes of the area: relation.

use super::code::codes;

codes! {
}
