//! The macros by which kinds and items are declared.

/// Declares a struct and its table of fields; what stands behind the braces are
/// fields of the struct alone. `item!` is for the items of lists; `record!`,
/// `event!` and `register!` put the common fields of their family first.
macro_rules! fields {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $fdoc:literal])+ $field:ident: $ty:ty { $($key:ident: $value:expr),* $(,)? },)* } $($more:tt)*) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[doc = $fdoc])+ #[serde(skip_serializing_if = "crate::kind::Typed::is_absent")] pub $field: $ty,)*
            $($more)*
        }
        impl $name {
            /// The table of its fields.
            pub const FIELDS: &'static [$crate::kind::Field] = &[
                $($crate::kind::Field { $($key: $value,)* ..$crate::kind::Field::base::<$ty>(stringify!($field), concat!($($fdoc),+)) },)*
            ];
        }
        // A bit for each field says whether an entry has it.
        const _: () = assert!($name::FIELDS.len() <= 64);
    };
}

macro_rules! item {
    ($(#[doc = $doc:literal])+ $name:ident { $($body:tt)* }) => {
        $crate::kind::declare::fields! { $(#[doc = $doc])+ $name { $($body)* } }
        impl $crate::kind::field::Listed for $name {
            const LIST: $crate::kind::Type = $crate::kind::Type::Items(Self::FIELDS);
            const ITEM: Option<&'static $crate::kind::ItemInfo> =
                Some(&$crate::kind::ItemInfo { rust: stringify!($name), doc: concat!($($doc),+) });
        }
    };
}

macro_rules! kind {
    ($family:ident $(#[doc = $doc:literal])+ $name:ident $wire:literal $zh:literal $en:literal { $($body:tt)* } $($more:tt)*) => {
        $crate::kind::declare::fields! { $(#[doc = $doc])+ $name { $($body)* } $($more)* }
        impl $crate::kind::Kind for $name {
            const INFO: &'static $crate::kind::KindInfo = &$crate::kind::KindInfo {
                name: $wire,
                family: $crate::kind::Family::$family,
                zh: $zh,
                en: $en,
                rust: stringify!($name),
                doc: concat!($($doc),+),
                fields: Self::FIELDS,
                days: $crate::kind::field::ItemDays::of($crate::kind::Type::Items(Self::FIELDS)),
            };
        }
    };
}

macro_rules! record {
    ($(#[doc = $doc:literal])+ $name:ident $wire:literal $zh:literal $en:literal { $($body:tt)* }) => {
        $crate::kind::declare::kind! { Record $(#[doc = $doc])+ $name $wire $zh $en {
            /// Id of the entry, unique among records and events.
            id: $crate::kind::field::Id { zh: "编号", en: "Id" },
            /// The package that the entry belongs to.
            package: $crate::kind::field::Id { zh: "项目包", en: "Package" },
            /// Day of service.
            date: $crate::time::Date { zh: "日期", en: "Date" },
            /// Last day, of work that takes several.
            end: Option<$crate::time::Date> { zh: "结束日期", en: "Last day" },
            /// Day of entry; an import states it once for all its lines.
            recorded_at: Option<$crate::time::Date> { zh: "录入日期", en: "Recorded on" },
            /// Where it took place.
            place: Option<$crate::kind::field::Code> { zh: "地点", en: "Place", list: "place" },
            /// The site, of the register.
            site: Option<$crate::kind::field::Ref> { zh: "点位", en: "Site", to: &["site"] },
            /// Who did it.
            workers: Option<Vec<$crate::kind::common::Worker>> { zh: "工作人员", en: "Workers" },
            /// What it cost, in yuan.
            cost: Option<$crate::kind::field::Amount> { zh: "费用（元）", en: "Cost (yuan)" },
            /// Evidence.
            attachments: Option<Vec<$crate::kind::common::Attachment>> { zh: "附件", en: "Attachments" },
            /// Signatures.
            signatures: Option<Vec<$crate::kind::common::Signature>> { zh: "签名", en: "Signatures" },
            /// The entry that this one replaces.
            supersedes: Option<$crate::kind::field::Id> { zh: "更正的记录", en: "Supersedes" },
            /// The entry that this one takes back.
            voids: Option<$crate::kind::field::Id> { zh: "作废的记录", en: "Voids" },
            /// Why it supersedes or voids.
            reason: Option<$crate::kind::field::Text> { zh: "原因", en: "Reason", long: true },
            /// A free remark.
            note: Option<$crate::kind::field::Text> { zh: "备注", en: "Note", personal: true, long: true },
            $($body)*
        }
            /// Values of the attributes that the package declares for the kind, by name.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub attributes: Option<std::collections::BTreeMap<String, serde_json::Value>>,
        }
    };
}

macro_rules! event {
    ($(#[doc = $doc:literal])+ $name:ident $wire:literal $zh:literal $en:literal { $($body:tt)* }) => {
        $crate::kind::declare::kind! { Event $(#[doc = $doc])+ $name $wire $zh $en {
            /// Id of the entry, unique among records and events.
            id: $crate::kind::field::Id { zh: "编号", en: "Id" },
            /// The package that the entry belongs to.
            package: $crate::kind::field::Id { zh: "项目包", en: "Package" },
            /// Day of the event.
            date: $crate::time::Date { zh: "日期", en: "Date" },
            /// Day of entry; an import states it once for all its lines.
            recorded_at: Option<$crate::time::Date> { zh: "录入日期", en: "Recorded on" },
            /// Who acted.
            by: Option<$crate::kind::field::Text> { zh: "作出方", en: "By" },
            /// Evidence.
            attachments: Option<Vec<$crate::kind::common::Attachment>> { zh: "附件", en: "Attachments" },
            /// The entry that this one replaces.
            supersedes: Option<$crate::kind::field::Id> { zh: "更正的记录", en: "Supersedes" },
            /// The entry that this one takes back.
            voids: Option<$crate::kind::field::Id> { zh: "作废的记录", en: "Voids" },
            /// Why it supersedes or voids.
            reason: Option<$crate::kind::field::Text> { zh: "原因", en: "Reason", long: true },
            /// A free remark.
            note: Option<$crate::kind::field::Text> { zh: "备注", en: "Note", personal: true, long: true },
            $($body)*
        } }
    };
}

macro_rules! register {
    ($(#[doc = $doc:literal])+ $name:ident $wire:literal $zh:literal $en:literal { $($body:tt)* }) => {
        $crate::kind::declare::kind! { Register $(#[doc = $doc])+ $name $wire $zh $en {
            /// Id, unique in its register; a later entry with it is the next version.
            id: $crate::kind::field::Id { zh: "编号", en: "Id" },
            /// Day of entry; an import states it once for all its lines.
            recorded_at: Option<$crate::time::Date> { zh: "录入日期", en: "Recorded on" },
            /// First day on which it belongs to the register.
            from: Option<$crate::time::Date> { zh: "起始日期", en: "From" },
            /// Last day on which it belongs to the register.
            to: Option<$crate::time::Date> { zh: "终止日期", en: "To" },
            /// Evidence.
            attachments: Option<Vec<$crate::kind::common::Attachment>> { zh: "附件", en: "Attachments" },
            /// A free remark.
            note: Option<$crate::kind::field::Text> { zh: "备注", en: "Note", personal: true, long: true },
            $($body)*
        }
            /// Values of the attributes that the package declares for the kind, by name.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub attributes: Option<std::collections::BTreeMap<String, serde_json::Value>>,
        }
    };
}

pub(super) use {event, fields, item, kind, record, register};
