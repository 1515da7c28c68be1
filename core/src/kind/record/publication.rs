use crate::kind::field::{Code, Ref, Text, record};

record! {
    /// 媒体报道、公众号：something published about the work.
    Publication "publication" "报道" "Publication" {
        /// Where: newspaper, official account …
        channel: Code { zh: "渠道", en: "Channel", list: "publication_channel", topic: true },
        /// The outlet, of the register.
        outlet: Option<Ref> { zh: "媒体", en: "Outlet", to: &["outlet"] },
        /// Its title; reposts are recognised by it.
        title: Text { zh: "标题", en: "Title" },
        /// Where it can be read.
        url: Option<Text> { zh: "链接", en: "URL" },
    }
}
