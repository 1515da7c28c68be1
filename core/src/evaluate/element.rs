use crate::entry::{Entry, Item, Value};
use crate::kind::field::ItemDays;
use crate::kind::register::Person;
use crate::kind::{Family, Field, Kind, Type};
use crate::package::model::Collection;
use crate::time::Date;
use std::cmp::Ordering;
use std::fmt;

/// What a collection is made of: an entry, an item of one of its lists, or a plain value of one.
#[derive(Clone, Copy, Debug)]
pub struct Element<'w> {
    /// The entry, or the entry that holds the item.
    pub entry: &'w Entry,
    /// Where in the entry.
    pub place: Place,
}

/// Where every register entry has the days from and to which it belongs to its register.
const REGISTERED: ItemDays = ItemDays::of(Type::Items(Person::INFO.fields));

/// What tells an element from all others that stand: kind, id of the entry, place in it.
pub type Identity<'w> = (&'static str, &'w str, Place);

/// Where in its entry an element stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// It is the entry.
    Whole,
    /// It is this item of this list field.
    At(u16, u32),
    /// It stands for the items that a bare head count leaves unnamed.
    Unnamed(u16),
}

impl Place {
    /// An item of a list field.
    pub(super) fn item(list: u16, at: usize) -> Self {
        // No entry is long enough for more of them.
        Self::At(list, u32::try_from(at).unwrap_or(u32::MAX))
    }
}

impl<'w> Element<'w> {
    /// The entry itself.
    #[must_use]
    pub fn whole(entry: &'w Entry) -> Self {
        Self { entry, place: Place::Whole }
    }

    /// The elements that an entry contributes to a collection.
    pub fn of(entry: &'w Entry, of: Collection) -> impl Iterator<Item = Self> {
        let list = of.list();
        let length = match list {
            None => 1,
            Some(field) => match entry.at(field) {
                Some(Value::Items(items)) => items.len(),
                Some(Value::List(values)) => values.len(),
                _ => 0,
            },
        };
        (0..length).map(move |at| Self { entry, place: list.map_or(Place::Whole, |field| Place::item(field, at)) })
    }

    /// Its table of fields; none for plain values.
    #[must_use]
    pub fn fields(&self) -> &'static [Field] {
        match self.place {
            Place::Whole => self.entry.kind().fields,
            Place::At(list, _) | Place::Unnamed(list) => {
                match self.entry.kind().fields.get(usize::from(list)).map(|f| f.ty) {
                    Some(Type::Items(fields)) => fields,
                    _ => &[],
                }
            }
        }
    }

    /// The value of one of its fields.
    #[must_use]
    pub fn get(&self, field: u16) -> Option<Value<'w>> {
        match self.place {
            Place::Whole => self.entry.at(field),
            Place::At(..) => self.item()?.get(field),
            Place::Unnamed(_) => None,
        }
    }

    /// The value of one of its fields, by name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Value<'w>> {
        self.get(Field::position(self.fields(), name)?)
    }

    /// The plain value that it is.
    #[must_use]
    pub fn plain(&self) -> Option<Value<'w>> {
        match (self.place, self.list()?) {
            (Place::At(_, at), Value::List(values)) => values.get(at as usize),
            _ => None,
        }
    }

    fn item(&self) -> Option<Item<'w>> {
        match (self.place, self.list()?) {
            (Place::At(_, at), Value::Items(items)) => items.get(at as usize),
            _ => None,
        }
    }

    fn list(&self) -> Option<Value<'w>> {
        match self.place {
            Place::At(list, _) | Place::Unnamed(list) => self.entry.at(list),
            Place::Whole => None,
        }
    }

    /// The entry that holds it.
    #[must_use]
    pub fn container(&self) -> Self {
        Self::whole(self.entry)
    }

    /// Whether its entry belongs to a register.
    #[must_use]
    pub fn is_registered(&self) -> bool {
        self.entry.kind().family == Family::Register
    }

    /// Its own day: an item's `date`, else `from`, else the entry's date.
    #[must_use]
    pub fn own_day(&self) -> Option<Date> {
        let day = |at: Option<u16>| at.and_then(|at| self.get(at)).and_then(Value::date);
        let own = self.days().and_then(|days| day(days.date).or_else(|| day(days.from)));
        own.or_else(|| self.entry.date())
    }

    /// First and last day on which the entry that it is, or that holds it, belongs to its register.
    pub(super) fn registered(&self) -> (Option<Date>, Option<Date>) {
        let day = |at: Option<u16>| at.and_then(|at| self.entry.at(at)).and_then(Value::date);
        if self.is_registered() { (day(REGISTERED.from), day(REGISTERED.to)) } else { (None, None) }
    }

    /// The day on which something of a register begins: no sooner than the entry that holds it.
    pub(super) fn begins(&self) -> Option<Date> {
        let (entry, _) = self.registered();
        let own = self.days().filter(|_| self.is_registered()).and_then(|days| self.get(days.from?));
        own.and_then(Value::date).max(entry)
    }

    /// Where an item has its days; none for entries.
    pub(super) fn days(&self) -> Option<&'static ItemDays> {
        match self.place {
            Place::Whole => None,
            Place::At(list, _) | Place::Unnamed(list) => {
                self.entry.kind().fields.get(usize::from(list)).map(|field| &field.days)
            }
        }
    }

    /// The order of names, as [`ToString`] gives them, without making them where ids decide.
    #[must_use]
    pub fn by_name(&self, other: &Self) -> Ordering {
        let (own, others) = (self.entry.id().as_bytes(), other.entry.id().as_bytes());
        match (self.place, other.place) {
            (Place::Whole, Place::Whole) => own.cmp(others),
            (Place::At(list, at), Place::At(other_list, other_at))
                if own == others && list == other_list && self.entry.kind() == other.entry.kind() =>
            {
                by_digits(at, other_at)
            }
            _ if own.starts_with(others) || others.starts_with(own) => self.to_string().cmp(&other.to_string()),
            _ => own.cmp(others),
        }
    }

    /// The total order by which ties are broken: (date, recorded_at, id), then the place.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        (self.own_day(), self.entry.recorded_at(), self.entry.id(), self.place).cmp(&(
            other.own_day(),
            other.entry.recorded_at(),
            other.entry.id(),
            other.place,
        ))
    }

    /// By what it is told from all others that stand.
    #[must_use]
    pub fn identity(&self) -> Identity<'w> {
        (self.entry.kind().name, self.entry.id(), self.place)
    }
}

/// The order of two numbers as text: 1, 10, 2.
fn by_digits(one: u32, other: u32) -> Ordering {
    let digits = |number: u32| number.checked_ilog10().unwrap_or(0);
    let (ones, others) = (digits(one), digits(other));
    let widened = |number: u32, by: u32| u64::from(number).saturating_mul(10u64.saturating_pow(by));
    let same_width = widened(one, others.saturating_sub(ones)).cmp(&widened(other, ones.saturating_sub(others)));
    same_width.then(ones.cmp(&others))
}

impl fmt::Display for Element<'_> {
    /// `v-7`, or `v-7/subjects/0` for an item.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.entry.id())?;
        let name = |list: u16| self.entry.kind().fields.get(usize::from(list)).map_or("", |field| field.name);
        match self.place {
            Place::Whole => Ok(()),
            Place::At(list, at) => write!(f, "/{}/{at}", name(list)),
            Place::Unnamed(list) => write!(f, "/{}", name(list)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn register_entries_have_their_days_in_one_place() {
        for kind in crate::kind::ALL.iter().filter(|kind| kind.family == Family::Register) {
            assert_eq!(Field::position(kind.fields, "from"), REGISTERED.from, "{}", kind.name);
            assert_eq!(Field::position(kind.fields, "to"), REGISTERED.to, "{}", kind.name);
        }
    }

    #[test]
    fn numbers_stand_in_the_order_of_their_text() {
        for one in (0..130).chain([999, 1000, 10_000]) {
            for other in (0..130).chain([999, 1000, 10_000]) {
                assert_eq!(by_digits(one, other), one.to_string().cmp(&other.to_string()), "{one} {other}");
            }
        }
    }
}
