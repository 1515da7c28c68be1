//! Values as Python holds them, for the core to read: no JSON text stands between.

use jiexiang::entry::{Given, Seen};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString};
use std::ops::Range;

/// What is read here. What takes more slots, is nested deeper or holds longer texts goes as JSON text, whose
/// reader knows the limits; so does what is not plain, to be refused there with its place.
const SLOTS: usize = 10_000;
const DEPTH: usize = 16;
const BYTES: usize = 8_000;

/// Values with what holds them; what a list or a dict holds lies side by side.
pub(crate) struct Held<'py>(Vec<Slot<'py>>);

enum Slot<'py> {
    Null,
    Bool(bool),
    Whole(i64),
    Number(Bound<'py, PyString>),
    Text(Bound<'py, PyString>),
    List(Range<u16>),
    /// Keys and values in turns.
    Object(Range<u16>),
    /// Not looked into yet.
    Later(Bound<'py, PyAny>),
}

impl<'py> Held<'py> {
    pub(crate) fn new() -> Self {
        Self(Vec::with_capacity(60))
    }

    /// Takes two values in; none when one of them has to go as JSON text.
    pub(crate) fn take(&mut self, one: Bound<'py, PyAny>, other: Bound<'py, PyAny>) -> Option<View<'_, 'py>> {
        self.put(one)?;
        self.put(other)?;
        self.read(0..2, DEPTH)?;
        View::of(&self.0)
    }

    fn end(&self) -> u16 {
        self.0.len() as u16
    }

    /// Puts in a value, running nothing of its own.
    fn put(&mut self, value: Bound<'py, PyAny>) -> Option<()> {
        let slot = if value.is_exact_instance_of::<PyString>() {
            Slot::Text(value.cast_into_exact().ok()?)
        } else if value.is_none() {
            Slot::Null
        } else if value.is_exact_instance_of::<PyInt>() {
            let whole = value.extract().ok().map(Slot::Whole);
            whole.or_else(|| value.str().ok().map(Slot::Number))?
        } else if value.is_exact_instance_of::<PyBool>() {
            Slot::Bool(value.is_truthy().ok()?)
        } else if value.is_exact_instance_of::<PyFloat>() {
            Slot::Number(value.extract::<f64>().ok()?.is_finite().then(|| value.repr().ok())??)
        } else {
            Slot::Later(value)
        };
        (self.0.len() < SLOTS).then(|| self.0.push(slot))
    }

    /// Looks into those of these values that hold others.
    fn read(&mut self, values: Range<u16>, depth: usize) -> Option<()> {
        for at in values {
            let Slot::Later(value) = self.0.get(usize::from(at))? else { continue };
            let (value, below, from) = (value.clone(), depth.checked_sub(1)?, self.end());
            let slot = if let Ok(dict) = value.cast_exact::<PyDict>() {
                for (key, value) in dict {
                    key.is_exact_instance_of::<PyString>().then(|| self.put(key))??;
                    self.put(value)?;
                }
                Slot::Object(from..self.end())
            } else if let Ok(list) = value.cast_exact::<PyList>() {
                list.iter().try_for_each(|item| self.put(item))?;
                Slot::List(from..self.end())
            } else {
                static PLAIN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
                let plain = PLAIN.import(value.py(), "jiexiang.encode", "plain").ok()?;
                self.put(plain.call1((value,)).ok()?)?;
                self.read(from..from + 1, below)?;
                std::mem::replace(self.0.get_mut(usize::from(from))?, Slot::Null)
            };
            // What runs for a value may change what holds it, so all beside it is here by now.
            let within = from..self.end();
            *self.0.get_mut(usize::from(at))? = slot;
            self.read(within, below)?;
        }
        Some(())
    }
}

/// Values held, with the texts of each.
pub(crate) struct View<'g, 'py> {
    slots: &'g [Slot<'py>],
    texts: Vec<&'g str>,
}

impl<'g, 'py> View<'g, 'py> {
    fn of(slots: &'g [Slot<'py>]) -> Option<Self> {
        let mut texts = Vec::with_capacity(slots.len());
        for slot in slots {
            texts.push(match slot {
                // Half a character is no text.
                Slot::Text(text) | Slot::Number(text) => text.to_str().ok().filter(|text| text.len() <= BYTES)?,
                _ => "",
            });
        }
        Some(Self { slots, texts })
    }

    pub(crate) fn text(&self, at: usize) -> &'g str {
        self.texts.get(at).copied().unwrap_or_default()
    }
}

/// One of them.
#[derive(Clone, Copy)]
pub(crate) struct At<'g, 'py>(pub(crate) &'g View<'g, 'py>, pub(crate) usize);

/// What lies side by side.
pub(crate) struct Items<'g, 'py>(&'g View<'g, 'py>, Range<u16>);
/// The same as keys and values in turns.
pub(crate) struct Fields<'g, 'py>(Items<'g, 'py>);

impl<'g, 'py> Given<'g> for At<'g, 'py> {
    type Items = Items<'g, 'py>;
    type Fields = Fields<'g, 'py>;

    fn see(self) -> Seen<'g, Self> {
        match self.0.slots.get(self.1) {
            Some(Slot::Text(_)) => Seen::Text(self.0.text(self.1).into()),
            Some(Slot::Number(_)) => Seen::Number(self.0.text(self.1).into()),
            Some(Slot::Whole(number)) => Seen::Whole(*number),
            Some(Slot::Bool(truth)) => Seen::Bool(*truth),
            Some(Slot::List(items)) => Seen::List(Items(self.0, items.clone())),
            Some(Slot::Object(fields)) => Seen::Object(Fields(Items(self.0, fields.clone()))),
            Some(Slot::Null | Slot::Later(_)) | None => Seen::Null,
        }
    }
}

impl<'g, 'py> Iterator for Items<'g, 'py> {
    type Item = At<'g, 'py>;

    fn next(&mut self) -> Option<Self::Item> {
        self.1.next().map(|at| At(self.0, at.into()))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.1.size_hint()
    }
}

impl ExactSizeIterator for Items<'_, '_> {}

impl<'g, 'py> Iterator for Fields<'g, 'py> {
    type Item = (&'g str, At<'g, 'py>);

    fn next(&mut self) -> Option<Self::Item> {
        let At(view, key) = self.0.next()?;
        Some((view.text(key), self.0.next()?))
    }
}
