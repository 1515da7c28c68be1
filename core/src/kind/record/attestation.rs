use crate::kind::field::{Code, Text, record};

record! {
    /// 佐证：a statement that something without a number was done.
    Attestation "attestation" "佐证" "Attestation" {
        /// What is attested.
        item: Code { zh: "佐证事项", en: "Item", list: "attestation_item", topic: true },
        /// Who attests it.
        attested_by: Option<Text> { zh: "佐证方", en: "Attested by", personal: true },
        /// Details, one text each.
        items: Option<Vec<Text>> { zh: "明细", en: "Items", personal: true },
    }
}
