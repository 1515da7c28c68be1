use crate::kind::event::Closure;
use crate::kind::field::place;
use crate::kind::record::Visit;
use crate::kind::register::Person;
use crate::kind::{Family, Field, Kind};

/// Places of the fields that an entry itself is asked for; all kinds of a family have them in the same ones.
pub(super) struct Common {
    pub(super) id: Option<u16>,
    pub(super) package: Option<u16>,
    pub(super) date: Option<u16>,
    pub(super) end: Option<u16>,
    pub(super) recorded_at: Option<u16>,
    pub(super) supersedes: Option<u16>,
    pub(super) voids: Option<u16>,
}

static RECORD: Common = Common::among(Visit::INFO.fields);
static EVENT: Common = Common::among(Closure::INFO.fields);
static REGISTER: Common = Common::among(Person::INFO.fields);

impl Common {
    pub(super) fn of(family: Family) -> &'static Self {
        match family {
            Family::Record => &RECORD,
            Family::Event => &EVENT,
            Family::Register => &REGISTER,
        }
    }

    const fn among(fields: &[Field]) -> Self {
        Self {
            id: place(fields, "id"),
            package: place(fields, "package"),
            date: place(fields, "date"),
            end: place(fields, "end"),
            recorded_at: place(fields, "recorded_at"),
            supersedes: place(fields, "supersedes"),
            voids: place(fields, "voids"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_fields_stand_in_one_place() {
        for kind in crate::kind::ALL {
            let common = Common::of(kind.family);
            for (name, place) in [
                ("id", common.id),
                ("package", common.package),
                ("date", common.date),
                ("end", common.end),
                ("recorded_at", common.recorded_at),
                ("supersedes", common.supersedes),
                ("voids", common.voids),
            ] {
                assert_eq!(Field::position(kind.fields, name), place, "{} {name}", kind.name);
            }
        }
    }
}
