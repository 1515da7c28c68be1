/// Yes, no, or not decidable from the data at hand.
///
/// `all` takes the least, `any` the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tri {
    /// Certainly not.
    No,
    /// Data are missing.
    Maybe,
    /// Certainly.
    Yes,
}

impl Tri {
    /// The opposite; missing data stay missing.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
            Self::Yes => Self::No,
        }
    }

    /// What two certain extremes say together.
    #[must_use]
    pub fn between(least: bool, greatest: bool) -> Self {
        match (least, greatest) {
            (true, true) => Self::Yes,
            (false, false) => Self::No,
            _ => Self::Maybe,
        }
    }
}

impl From<bool> for Tri {
    fn from(truth: bool) -> Self {
        if truth { Self::Yes } else { Self::No }
    }
}
