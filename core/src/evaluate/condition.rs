//! Conditions, judged yes, no or maybe.

use super::element::Element;
use super::tri::Tri;
use super::walk::{Reached, Reading};
use super::world::World;
use crate::kind::KindInfo;
use crate::package::model::{Cond, Leaf, Source, Test};

/// A judgement with the leaf that decided it, when it is not yes.
#[derive(Clone, Debug)]
pub struct Judgement<'p, 'w> {
    /// Yes, no or maybe.
    pub tri: Tri,
    /// The leaf.
    pub leaf: Option<&'p Leaf>,
    /// The declared condition around the leaf.
    pub named: Option<&'p str>,
    /// The entry behind a reference that the leaf looks at; none when it looks at the element itself.
    pub at: Option<Element<'w>>,
    /// The reference that leads nowhere in a register said to be complete, and this register.
    pub unlisted: Option<(&'w str, &'static KindInfo)>,
}

impl Judgement<'_, '_> {
    fn plain(tri: Tri) -> Self {
        Self { tri, leaf: None, named: None, at: None, unlisted: None }
    }

    /// Nothing stands against it.
    #[must_use]
    pub fn yes() -> Self {
        Self::plain(Tri::Yes)
    }

    /// The element is about something else: no near miss.
    #[must_use]
    pub fn off_topic(&self) -> bool {
        self.tri == Tri::No && self.unlisted.is_none() && self.leaf.is_some_and(|leaf| leaf.path.topic)
    }
}

impl<'w> World<'w> {
    /// How an element's condition is read: registers counted themselves show all that ever held.
    #[must_use]
    pub fn reading(&self, element: &Element<'w>, snapshot: bool) -> Reading<'w> {
        let root = element.entry;
        match element.own_day() {
            Some(day) => Reading { day, ended_too: false, root, closed: false },
            None => {
                let ended_too = !snapshot && element.is_registered();
                Reading { day: self.snapshot_day(), ended_too, root, closed: false }
            }
        }
    }

    /// How an element is read for a source.
    #[must_use]
    pub fn reading_for(&self, source: &Source, element: &Element<'w>) -> Reading<'w> {
        Reading { closed: source.more_helps, ..self.reading(element, source.snapshot) }
    }

    /// What a condition says of an element, without what decided it: the `tri` of [`Self::judge`].
    #[must_use]
    pub fn tri(&self, cond: &Cond, element: Element<'w>, reading: Reading<'w>) -> Tri {
        match cond {
            Cond::All(parts) => {
                let mut least = Tri::Yes;
                for part in parts {
                    least = least.min(self.tri(part, element, reading));
                    if least == Tri::No {
                        break;
                    }
                }
                least
            }
            Cond::Any(parts) => {
                let mut greatest = Tri::No;
                for part in parts {
                    greatest = greatest.max(self.tri(part, element, reading));
                    if greatest == Tri::Yes {
                        break;
                    }
                }
                greatest
            }
            // What is not listed must not make a yes.
            Cond::Not(part) => self.tri(part, element, Reading { closed: false, ..reading }).negate(),
            Cond::Named(name, part) => match self.tri(part, element, reading) {
                Tri::Yes => Tri::Yes,
                _ if self.is_let_through(reading.root.id(), name) => Tri::Yes,
                tri => tri,
            },
            Cond::Leaf(leaf) => self.test(leaf, element, reading),
        }
    }

    /// Judges a condition of an element.
    #[must_use]
    pub fn judge<'p>(&self, cond: &'p Cond, element: Element<'w>, reading: Reading<'w>) -> Judgement<'p, 'w> {
        match cond {
            Cond::All(parts) => {
                let mut worst = Judgement::plain(Tri::Yes);
                for part in parts {
                    let judged = self.judge(part, element, reading);
                    if judged.off_topic() {
                        return judged;
                    }
                    if judged.tri < worst.tri {
                        worst = judged;
                    }
                }
                worst
            }
            Cond::Any(parts) => {
                let mut best: Option<Judgement<'p, 'w>> = None;
                for part in parts {
                    let judged = self.judge(part, element, reading);
                    if judged.tri == Tri::Yes {
                        return judged;
                    }
                    if best.as_ref().is_none_or(|best| judged.tri > best.tri) {
                        best = Some(judged);
                    }
                }
                best.unwrap_or(Judgement::plain(Tri::No))
            }
            Cond::Not(part) => {
                let judged = self.judge(part, element, Reading { closed: false, ..reading });
                Judgement { tri: judged.tri.negate(), leaf: judged.leaf.or_else(|| first_leaf(part)), ..judged }
            }
            Cond::Named(name, part) => {
                let judged = self.judge(part, element, reading);
                if judged.tri != Tri::Yes && self.is_let_through(reading.root.id(), name) {
                    return Judgement::plain(Tri::Yes);
                }
                Judgement { named: judged.named.or(Some(name)), ..judged }
            }
            Cond::Leaf(leaf) => {
                let tri = self.test(leaf, element, reading);
                let unlisted = if tri == Tri::No { self.unlisted(leaf, element, reading) } else { None };
                let own = Judgement { tri, leaf: Some(leaf), named: None, at: None, unlisted };
                match &leaf.test {
                    Test::Where(cond) if tri != Tri::Yes => {
                        self.behind(cond, leaf, element, reading, tri).unwrap_or(own)
                    }
                    _ => own,
                }
            }
        }
    }

    /// The reference of a leaf that leads nowhere in a register said to be complete.
    fn unlisted(
        &self,
        leaf: &Leaf,
        element: Element<'w>,
        reading: Reading<'w>,
    ) -> Option<(&'w str, &'static KindInfo)> {
        if leaf.path.to.is_empty() && leaf.path.is_own() {
            return None;
        }
        let mut unlisted = None;
        self.walk(&leaf.path, element, reading, &mut |reached| {
            if let Reached::Unlisted(id, kind) = self.leading(&leaf.path, reached, reading) {
                unlisted = Some((id, kind));
            }
        });
        unlisted
    }

    /// The leaf that decides behind a reference, so that reasons name what is wrong there.
    fn behind<'p>(
        &self,
        cond: &'p Cond,
        leaf: &'p Leaf,
        element: Element<'w>,
        reading: Reading<'w>,
        tri: Tri,
    ) -> Option<Judgement<'p, 'w>> {
        let mut referred = None;
        self.walk(&leaf.path, element, reading, &mut |reached| {
            if let Reached::Element(found) = reached {
                referred = Some(found);
            }
        });
        let referred = referred?;
        let judged = self.judge(cond, referred, reading);
        let topic = leaf.path.topic || judged.off_topic();
        // A condition on the container says what the element is about as much as one of its own.
        (judged.tri == tri && judged.leaf.is_some() && (!topic || referred.entry.id() == element.entry.id()))
            .then(|| Judgement { at: judged.at.or(Some(referred)), ..judged })
    }
}

fn first_leaf(cond: &Cond) -> Option<&Leaf> {
    match cond {
        Cond::All(parts) | Cond::Any(parts) => parts.iter().find_map(first_leaf),
        Cond::Not(part) => first_leaf(part),
        Cond::Named(_, part) => first_leaf(part),
        Cond::Leaf(leaf) => Some(leaf),
    }
}
