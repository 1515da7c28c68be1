use crate::kind::field::{Code, Id, Ref, Text, item, register};
use crate::time::Date;

register! {
    /// 工作人员：a member of the provider's staff, with certificates, education and postings.
    Staff "staff" "工作人员" "Staff" {
        /// Name.
        name: Option<Text> { zh: "姓名", en: "Name", personal: true },
        /// The same human being in the person register.
        person: Option<Ref> { zh: "人员", en: "Person", to: &["person"] },
        /// Professional certificates.
        certificates: Option<Vec<StaffCertificate>> { zh: "资格证书", en: "Certificates" },
        /// Education.
        education: Option<Vec<StaffEducation>> { zh: "学历", en: "Education" },
        /// Where and when the member of staff is posted.
        postings: Option<Vec<StaffPosting>> { zh: "派驻", en: "Postings" },
    }
}

item! {
    /// A certificate and when it is valid.
    StaffCertificate {
        /// Its level.
        level: Code { zh: "证书等级", en: "Level", list: "certificate_level" },
        /// First day; unknown when absent and `to` is given.
        from: Option<Date> { zh: "起始日期", en: "From" },
        /// Last day, inclusive; open when absent.
        to: Option<Date> { zh: "终止日期", en: "To" },
    }
}

item! {
    /// A degree.
    StaffEducation {
        /// Its level.
        level: Code { zh: "学历层次", en: "Level", list: "education_level" },
        /// The major.
        major: Option<Code> { zh: "专业", en: "Major", list: "major" },
        /// Day on which it was awarded.
        from: Option<Date> { zh: "取得日期", en: "Awarded on" },
    }
}

item! {
    /// A posting to a package during some time.
    StaffPosting {
        /// Id of the package.
        package: Id { zh: "项目包", en: "Package" },
        /// The place.
        place: Option<Code> { zh: "地点", en: "Place", list: "place" },
        /// Whether full time.
        full_time: bool { zh: "是否专职", en: "Full time" },
        /// First day.
        from: Date { zh: "起始日期", en: "From" },
        /// Last day, inclusive; open when absent.
        to: Option<Date> { zh: "终止日期", en: "To" },
    }
}
