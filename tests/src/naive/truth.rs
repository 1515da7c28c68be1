//! The three values of a condition: no < maybe < yes.

/// FORMAT section 3: a leaf is yes, no or maybe; `all` is the least, `any` the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// Surely not.
    No,
    /// Undetermined: data are missing.
    Maybe,
    /// Surely so.
    Yes,
}

impl Truth {
    /// Yes or no.
    #[must_use]
    pub fn of(holds: bool) -> Truth {
        if holds { Truth::Yes } else { Truth::No }
    }

    /// The opposite; maybe stays maybe.
    #[must_use]
    pub fn negate(self) -> Truth {
        match self {
            Truth::No => Truth::Yes,
            Truth::Maybe => Truth::Maybe,
            Truth::Yes => Truth::No,
        }
    }

    /// Yes when it holds for certain, no when it cannot hold, else maybe.
    #[must_use]
    pub fn between(sure: bool, possible: bool) -> Truth {
        if sure {
            Truth::Yes
        } else if possible {
            Truth::Maybe
        } else {
            Truth::No
        }
    }
}
