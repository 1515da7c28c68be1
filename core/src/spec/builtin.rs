//! The packages that come with the crate, as data; only with the feature `builtin`.
#![cfg(feature = "builtin")]

use super::Package;
use crate::finding::Finding;

/// Documents by id.
const DOCUMENTS: [(&str, &str); 7] = [
    ("nanchuan-2024/common", include_str!("../../../specs/nanchuan-2024/common.json")),
    ("nanchuan-2024/package-1", include_str!("../../../specs/nanchuan-2024/package-1.json")),
    ("nanchuan-2024/package-2", include_str!("../../../specs/nanchuan-2024/package-2.json")),
    ("nanchuan-2024/package-3", include_str!("../../../specs/nanchuan-2024/package-3.json")),
    ("nanchuan-2024/package-4", include_str!("../../../specs/nanchuan-2024/package-4.json")),
    ("nanchuan-2024/package-5", include_str!("../../../specs/nanchuan-2024/package-5.json")),
    ("nanchuan-2024/package-6", include_str!("../../../specs/nanchuan-2024/package-6.json")),
];

impl Package {
    /// A package that comes with the crate, by its id; `nanchuan-2024/package-1` to `-6`.
    #[must_use]
    pub fn builtin(id: &str) -> Option<Result<Self, Vec<Finding>>> {
        let (_, text) = Self::builtin_documents().find(|(known, _)| *known == id)?;
        let includes: Vec<(&str, &[u8])> = DOCUMENTS.iter().map(|(id, text)| (*id, text.as_bytes())).collect();
        Some(Self::load(text.as_bytes(), &includes))
    }

    /// Ids and texts of the packages that come with the crate.
    pub fn builtin_documents() -> impl Iterator<Item = (&'static str, &'static str)> {
        DOCUMENTS.into_iter().filter(|(id, _)| !id.ends_with("/common"))
    }
}
