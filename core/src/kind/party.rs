use crate::finding::Locale;

/// The side of the contract that makes entries of a kind come about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// 承接机构: it does the work and keeps the ledger.
    Provider,
    /// 采购方: it checks, orders, approves and accepts, or has it done.
    Purchaser,
}

impl Party {
    /// Its name for readers.
    #[must_use]
    pub fn label(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Provider, Locale::ZhCn) => "承接机构",
            (Self::Provider, Locale::En) => "provider",
            (Self::Purchaser, Locale::ZhCn) => "采购方",
            (Self::Purchaser, Locale::En) => "purchaser",
        }
    }
}

/// Who makes entries of a kind come about; the provider, unless the kind is a decision of the purchaser.
#[must_use]
pub fn party(kind: &str) -> Party {
    match kind {
        "spot_check"
        | "rectification_order"
        | "reminder"
        | "evaluation"
        | "acceptance"
        | "waiver"
        | "make_up"
        | "extension"
        | "termination"
        | "closure"
        | "change_order" => Party::Purchaser,
        _ => Party::Provider,
    }
}
