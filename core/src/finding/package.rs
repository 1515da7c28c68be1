//! Codes of the area: package.

use super::code::codes;

codes! {
}
