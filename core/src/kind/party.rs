use crate::finding::word::names;

/// The side of the contract that makes entries of a kind come about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// 承接机构: it does the work and keeps the ledger.
    Provider,
    /// 采购方: it checks, orders, approves and accepts, or has it done.
    Purchaser,
}

names! {
    Party {
        Provider "承接机构" / "provider";
        Purchaser "采购方" / "purchaser";
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
