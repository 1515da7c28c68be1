use crate::kind::field::{Code, Text, register};

register! {
    /// 媒体：a newspaper, site or account that publishes.
    Outlet "outlet" "媒体" "Outlet" {
        /// Name.
        name: Option<Text> { zh: "名称", en: "Name" },
        /// Its level: district, city, national …
        level: Option<Code> { zh: "级别", en: "Level", list: "outlet_level" },
        /// Whether an official outlet.
        official: Option<bool> { zh: "是否官方", en: "Official" },
    }
}
