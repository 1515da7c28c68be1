//! Thresholds of the integrity checks, as the package states them; what it does not state is off.

use std::sync::Arc;

/// Which integrity checks a package wants, and from where on each fires. All thresholds are inclusive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Integrity {
    /// One worker in overlapping slots.
    pub double_booking: Option<DoubleBooking>,
    /// One worker in many places on a day on which not all times are known.
    pub places_a_day: Option<PlacesADay>,
    /// One file as evidence of several events.
    pub photo_reuse: Option<PhotoReuse>,
    /// A headcount that differs from the sign-in list.
    pub headcount: Option<Headcount>,
    /// Many late entries on one day.
    pub bulk_entry: Option<BulkEntry>,
    /// Many entries of old work at the end of the service.
    pub end_entry: Option<EndEntry>,
    /// Entries after closing or termination.
    pub after_closing: Option<AfterClosing>,
    /// Visits to persons whose age the package does not ask for.
    pub visit_age: Option<VisitAge>,
    /// One text in several records.
    pub copied_text: Option<CopiedText>,
    /// Phone calls entered as visits at home.
    pub phone_as_home: Option<PhoneAsHome>,
    /// Several persons who may be one.
    pub same_identity: Option<SameIdentity>,
    /// One event in the ledgers of several packages.
    pub shared_event: Option<SharedEvent>,
    /// One act entered as a visit and as a case contact.
    pub visit_and_contact: Option<VisitAndContact>,
    /// One worker posted full time to several packages at once.
    pub full_time: Option<FullTime>,
}

/// Threshold of [`Integrity::double_booking`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubleBooking {
    /// Minutes of overlap.
    pub minutes: i64,
}

/// Threshold of [`Integrity::places_a_day`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacesADay {
    /// Different places.
    pub places: usize,
}

/// Threshold of [`Integrity::photo_reuse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoReuse {
    /// Kinds of attachment that are looked at.
    pub kinds: Vec<Arc<str>>,
    /// Records that bear the same file.
    pub records: usize,
}

/// Thresholds of [`Integrity::headcount`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headcount {
    /// Persons more than the list has.
    pub above: i64,
    /// Persons fewer than the list has.
    pub below: i64,
}

/// Thresholds of [`Integrity::bulk_entry`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkEntry {
    /// Late records entered on one day.
    pub records: usize,
    /// Days after the work from which an entry is late.
    pub days: i64,
}

/// Thresholds of [`Integrity::end_entry`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndEntry {
    /// Records of earlier work.
    pub records: usize,
    /// Length of the last stretch of the service, in days before its end.
    pub days: i64,
}

/// Threshold of [`Integrity::after_closing`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterClosing {
    /// Records.
    pub records: usize,
}

/// The age that [`Integrity::visit_age`] asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitAge {
    /// Categories of visits; all when empty.
    pub categories: Vec<Arc<str>>,
    /// Least age in full years.
    pub at_least: Option<i64>,
    /// Age that is too high.
    pub less_than: Option<i64>,
}

/// Thresholds of [`Integrity::copied_text`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedText {
    /// Records with the same text.
    pub records: usize,
    /// Characters of the text without spaces and punctuation.
    pub characters: usize,
}

/// Signs of [`Integrity::phone_as_home`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneAsHome {
    /// Modes that say "at home".
    pub modes: Vec<Arc<str>>,
    /// Words that tell of a call.
    pub words: Vec<Arc<str>>,
    /// A visit of more minutes is none.
    pub minutes: i64,
}

/// Threshold of [`Integrity::same_identity`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameIdentity {
    /// Persons with one name and birth date.
    pub persons: usize,
}

/// Threshold of [`Integrity::shared_event`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedEvent {
    /// Packages with an activity on one day in one place.
    pub packages: usize,
}

/// Threshold of [`Integrity::visit_and_contact`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitAndContact {
    /// Days on which one worker has both with one person.
    pub days: usize,
}

/// Threshold of [`Integrity::full_time`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullTime {
    /// Days that both postings have in common.
    pub days: i64,
}

impl Integrity {
    /// The names of the checks that are off, as the package format has them.
    #[must_use]
    pub fn off(&self) -> Vec<&'static str> {
        let all = [
            ("double_booking", self.double_booking.is_none()),
            ("places_a_day", self.places_a_day.is_none()),
            ("photo_reuse", self.photo_reuse.is_none()),
            ("headcount", self.headcount.is_none()),
            ("bulk_entry", self.bulk_entry.is_none()),
            ("end_entry", self.end_entry.is_none()),
            ("after_closing", self.after_closing.is_none()),
            ("visit_age", self.visit_age.is_none()),
            ("copied_text", self.copied_text.is_none()),
            ("phone_as_home", self.phone_as_home.is_none()),
            ("same_identity", self.same_identity.is_none()),
            ("shared_event", self.shared_event.is_none()),
            ("visit_and_contact", self.visit_and_contact.is_none()),
            ("full_time", self.full_time.is_none()),
        ];
        all.into_iter().filter(|(_, is_off)| *is_off).map(|(name, _)| name).collect()
    }
}
