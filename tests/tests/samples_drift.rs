//! The sample year on disk is what the program writes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/samples")
}

#[test]
fn files_are_as_written() {
    for (path, content) in jiexiang_conformance::samples::all() {
        let held = fs::read_to_string(root().join(&path)).unwrap_or_default();
        assert!(
            held == content,
            "specs/samples/{path} differs: run `cargo run -p jiexiang-conformance --bin make_samples`"
        );
    }
}

#[test]
fn no_file_is_left_over() {
    let made: BTreeSet<PathBuf> =
        jiexiang_conformance::samples::all().into_iter().map(|(path, _)| root().join(path)).collect();
    let mut open = vec![root()];
    while let Some(directory) = open.pop() {
        for item in fs::read_dir(directory).expect("the directory of the samples") {
            let path = item.expect("an item of it").path();
            if path.is_dir() {
                open.push(path);
            } else {
                assert!(made.contains(&path), "{} is not one of the samples", path.display());
            }
        }
    }
}

#[test]
fn two_runs_agree() {
    assert_eq!(jiexiang_conformance::samples::all(), jiexiang_conformance::samples::all());
}
