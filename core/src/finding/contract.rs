//! Codes of the area: contract.

use super::code::codes;

codes! {
}
