use super::{Novelty, held};
use crate::entry::Entry;

/// So many entries are in a run before it is divided.
const LONGEST: usize = 512;
/// So many loose entries of a run are packed together.
const LOOSE: usize = 64;

/// The entries of a name space in the order of ids and contents, in runs, so that another one moves
/// few; all of one id are in one run.
#[derive(Clone, Debug, Default)]
pub(super) struct List(Vec<Run>);

/// Entries side by side, never none.
#[derive(Clone, Debug)]
struct Run {
    entries: Vec<Entry>,
    /// How many of them are known to be loose.
    loose: usize,
    /// Some of them may be of one id.
    has_repeated: bool,
}

impl List {
    pub(super) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter().flat_map(|run| &run.entries)
    }

    /// The same without those that say what one before them says.
    pub(super) fn different(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter().flat_map(|run| {
            (0..)
                .zip(&run.entries)
                .filter(|(at, entry)| !run.has_repeated || !run.is_repeated(*at, entry))
                .map(|(_, entry)| entry)
        })
    }

    /// The entries of an id.
    pub(super) fn of_id(&self, id: &str) -> &[Entry] {
        let run = self.0.get(self.run_of(id));
        run.and_then(|run| run.entries.get(run.of_id(id))).unwrap_or_default()
    }

    /// Takes out the entries of an id; returns whether there were any.
    pub(super) fn remove(&mut self, id: &str) -> bool {
        let at = self.run_of(id);
        let Some(run) = self.0.get_mut(at) else { return false };
        let removed = run.entries.drain(run.of_id(id)).count();
        if run.entries.is_empty() {
            self.0.remove(at);
        }
        removed > 0
    }

    /// Takes in an entry, unless its content is there already.
    pub(super) fn hold(&mut self, entry: Entry) -> Novelty {
        let at = self.run_of(entry.id());
        let Some(run) = self.0.get_mut(at) else {
            let loose = usize::from(entry.is_loose());
            self.0.push(Run { entries: vec![entry], loose, has_repeated: false });
            return Novelty::First;
        };
        let novelty = run.hold(entry);
        if run.loose >= LOOSE {
            run.pack();
        }
        if run.entries.len() > LONGEST
            && let Some(next) = run.divide()
        {
            self.0.insert(at + 1, next);
        }
        novelty
    }

    /// Where the run is that an id belongs to; 0 where there is none.
    fn run_of(&self, id: &str) -> usize {
        let behind = self.0.partition_point(|run| run.entries.first().is_some_and(|first| first.id() <= id));
        behind.saturating_sub(1)
    }
}

impl Run {
    fn of_id(&self, id: &str) -> std::ops::Range<usize> {
        let first = self.entries.partition_point(|entry| entry.id() < id);
        let others = self.entries.get(first..).unwrap_or_default();
        first..first + others.iter().take_while(|entry| entry.id() == id).count()
    }

    fn hold(&mut self, entry: Entry) -> Novelty {
        let (of_id, is_loose) = (self.of_id(entry.id()), entry.is_loose());
        let known = self.entries.get_mut(of_id.clone()).unwrap_or_default();
        let novelty = if known.is_empty() { Novelty::First } else { Novelty::Other };
        match known.binary_search_by(|known| held::by_content(known, &entry)) {
            Ok(at) => match known.get_mut(at).filter(|known| held::precedes(&entry, known)) {
                Some(known) => *known = entry,
                None => return Novelty::Known,
            },
            Err(at) => {
                self.has_repeated |= novelty == Novelty::Other;
                if self.entries.len() == self.entries.capacity() {
                    self.entries.reserve_exact(LOOSE);
                }
                self.entries.insert(of_id.start + at, entry);
            }
        }
        self.loose += usize::from(is_loose);
        novelty
    }

    /// Whether an entry of the same id before this one says the same.
    fn is_repeated(&self, at: usize, entry: &Entry) -> bool {
        let before = self.entries.get(..at).unwrap_or_default().iter().rev();
        before.take_while(|other| other.id() == entry.id()).any(|other| other.content() == entry.content())
    }

    fn pack(&mut self) {
        self.loose = 0;
        Entry::pack(self.entries.iter_mut().filter(|entry| entry.is_loose()));
    }

    /// Takes off the second half; none where all are of one id.
    fn divide(&mut self) -> Option<Self> {
        let middle = self.entries.get(self.entries.len() / 2)?;
        let of_id = self.of_id(middle.id());
        let at = if of_id.start > 0 { of_id.start } else { of_id.end };
        if at == self.entries.len() {
            return None;
        }
        let entries = self.entries.split_off(at);
        let loose = entries.iter().filter(|entry| entry.is_loose()).count();
        self.loose = self.entries.iter().filter(|entry| entry.is_loose()).count();
        self.entries.shrink_to_fit();
        Some(Self { entries, loose, has_repeated: self.has_repeated })
    }
}
