//! The types of the bindings are what the core's schemas say.

use std::fs;
use std::path::Path;

#[test]
fn files_are_as_generated() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (path, text) in jiexiang_conformance::types::files() {
        let held = fs::read_to_string(root.join(path)).unwrap_or_default();
        assert!(held == text, "{path} differs: run `cargo run -p jiexiang-conformance --bin make_types`");
    }
}
