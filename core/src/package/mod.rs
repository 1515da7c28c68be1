//! Packages 项目包: the requirement document as data.

pub mod integrity;
pub mod model;
mod same;
pub(crate) mod wording;
