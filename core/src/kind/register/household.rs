use crate::kind::field::{Code, Text, item, register};
use crate::time::Date;

register! {
    /// 户：people who live together.
    Household "household" "户" "Household" {
        /// Name, mostly that of its head.
        name: Option<Text> { zh: "户名", en: "Name", personal: true },
        /// Where it lives.
        place: Option<Code> { zh: "地点", en: "Place", list: "place" },
        /// Lists that name the household.
        lists: Option<Vec<HouseholdListing>> { zh: "所在名单", en: "Lists" },
    }
}

item! {
    /// Being named in a list during some time.
    HouseholdListing {
        /// The list.
        list: Code { zh: "名单", en: "List", list: "household_list" },
        /// First day; unknown when absent and `to` is given.
        from: Option<Date> { zh: "起始日期", en: "From" },
        /// Last day, inclusive; open when absent.
        to: Option<Date> { zh: "终止日期", en: "To" },
    }
}
