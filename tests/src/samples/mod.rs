//! The sample year: six made-up contracts with their ledgers, the same whenever they are made.

mod book;
mod calendar;
mod casework;
mod entry;
mod events;
mod held;
mod package1;
mod package2;
mod package3;
mod package4;
mod package5;
mod package6;
mod rng;
mod team;
mod visits;
mod words;

/// Every file of the samples: path below `specs/samples`, and content.
#[must_use]
pub fn all() -> Vec<(String, String)> {
    let books =
        [package1::book(), package2::book(), package3::book(), package4::book(), package5::book(), package6::book()];
    let mut files = vec![("README.md".to_owned(), README.to_owned())];
    files.extend(books.into_iter().flat_map(book::Book::close));
    files
}

const README: &str = include_str!("README.md");
