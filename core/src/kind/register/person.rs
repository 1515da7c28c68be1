use crate::kind::field::{Code, Ref, Text, item, register};
use crate::time::{Date, PartialDate};

register! {
    /// 人员：a client, volunteer or other person; the id need not be an identity number.
    Person "person" "人员" "Person" {
        /// Name.
        name: Option<Text> { zh: "姓名", en: "Name", personal: true },
        /// Birth date, or its year or month when no more is known.
        birth_date: Option<PartialDate> { zh: "出生日期", en: "Birth date", personal: true },
        /// The household of the person.
        household: Option<Ref> { zh: "所属户", en: "Household", to: &["household"] },
        /// Where the person lives or is registered.
        residences: Option<Vec<PersonResidence>> { zh: "居住地", en: "Residences" },
        /// Groups of people that the person belongs to.
        categories: Option<Vec<PersonCategory>> { zh: "人群类别", en: "Categories" },
        /// Lists that name the person.
        lists: Option<Vec<PersonListing>> { zh: "所在名单", en: "Lists" },
    }
}

item! {
    /// A residence during some time.
    PersonResidence {
        /// The place.
        place: Code { zh: "地点", en: "Place", list: "place" },
        /// Registered, actual …
        basis: Option<Code> { zh: "居住依据", en: "Basis", list: "residence_basis" },
        /// First day; unknown when absent and `to` is given.
        from: Option<Date> { zh: "起始日期", en: "From" },
        /// Last day, inclusive; open when absent.
        to: Option<Date> { zh: "终止日期", en: "To" },
    }
}

item! {
    /// Belonging to a group of people during some time.
    PersonCategory {
        /// The group.
        category: Code { zh: "人群类别", en: "Category", list: "person_category" },
        /// First day; unknown when absent and `to` is given.
        from: Option<Date> { zh: "起始日期", en: "From" },
        /// Last day, inclusive; open when absent.
        to: Option<Date> { zh: "终止日期", en: "To" },
    }
}

item! {
    /// Being named in a list during some time.
    PersonListing {
        /// The list.
        list: Code { zh: "名单", en: "List", list: "person_list" },
        /// First day; unknown when absent and `to` is given.
        from: Option<Date> { zh: "起始日期", en: "From" },
        /// Last day, inclusive; open when absent.
        to: Option<Date> { zh: "终止日期", en: "To" },
    }
}
