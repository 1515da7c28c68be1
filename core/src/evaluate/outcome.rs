use super::span::Span;
use super::tri::Tri;
use crate::finding::word::names;
use crate::package::model::Cmp;
use schemars::JsonSchema;
use serde::Serialize;

/// Where a requirement stands. The order is the chain by which outcomes combine:
/// all parts take the least, any part the greatest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 未达成: certainly not, and the time is over. A waiver, make-up or late entry can lift it.
    NotMet,
    /// 进行中: time remains.
    Open,
    /// 待定: may already hold; data are missing.
    #[default]
    Unknown,
    /// 达成: certainly.
    Met,
}

impl Outcome {
    /// All four.
    pub const ALL: [Self; 4] = [Self::NotMet, Self::Open, Self::Unknown, Self::Met];

    /// The word on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotMet => "not_met",
            Self::Open => "open",
            Self::Unknown => "unknown",
            Self::Met => "met",
        }
    }

    /// The outcome of a measure against its target.
    ///
    /// `falls`: the measure can fall again, so that holding now proves nothing before the end.
    pub(super) fn judge(sure: Tri, cmp: Cmp, falls: bool, span: &Span) -> Self {
        if span.over {
            return match sure {
                Tri::Yes => Self::Met,
                Tri::No => Self::NotMet,
                Tri::Maybe => Self::Unknown,
            };
        }
        let growing_up = cmp.wants_more() && !falls;
        match sure {
            // What is entered for a period beforehand proves nothing yet.
            _ if !span.begun => Self::Open,
            Tri::Yes if growing_up => Self::Met,
            Tri::Yes => Self::Open,
            // An upper limit that is exceeded stays exceeded, unless the measure can fall.
            Tri::No if !cmp.wants_more() && !falls => Self::NotMet,
            Tri::No => Self::Open,
            Tri::Maybe => Self::Unknown,
        }
    }
}

names! {
    Outcome {
        NotMet "未达成" / "not met";
        Open "进行中" / "open";
        Unknown "待定" / "unknown";
        Met "达成" / "met";
    }
}
