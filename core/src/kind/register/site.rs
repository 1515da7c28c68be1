use crate::kind::field::{Amount, Code, Ref, Text, register};

register! {
    /// 点位：a place of work: a station, a field, a shop.
    Site "site" "点位" "Site" {
        /// Name.
        name: Option<Text> { zh: "名称", en: "Name" },
        /// What sort of site.
        category: Option<Code> { zh: "类别", en: "Category", list: "site_category", topic: true },
        /// Where it lies.
        place: Option<Code> { zh: "地点", en: "Place", list: "place" },
        /// The household that runs it.
        household: Option<Ref> { zh: "所属户", en: "Household", to: &["household"] },
        /// Area in mu 亩.
        area_mu: Option<Amount> { zh: "面积（亩）", en: "Area (mu)" },
    }
}
