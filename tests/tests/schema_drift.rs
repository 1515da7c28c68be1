//! The schemas on disk are what the core says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[test]
fn files_are_as_generated_and_none_is_left_over() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/schema");
    let made: BTreeMap<String, String> = jiexiang_conformance::schemas::files().into_iter().collect();
    for (name, text) in &made {
        let held = fs::read_to_string(root.join(name)).unwrap_or_default();
        assert!(
            held == *text,
            "specs/schema/{name} differs: run `cargo run -p jiexiang-conformance --bin make_schemas`"
        );
    }
    for item in fs::read_dir(root).expect("the directory of the schemas") {
        let name = item.expect("an item of it").file_name().to_string_lossy().into_owned();
        assert!(made.contains_key(&name), "{name} is none of the schemas");
    }
}
