//! Runs every shared vector through the façade and compares canonical bytes.
//!
//! All differences are reported at once. `VECTORS=closing/ cargo test … --test vectors` runs those whose name contains the text.

use jiexiang::json::{LIMITS, Limits, Node, parse, write_node};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs, io, panic, thread};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// Relative paths of all JSON files below `folder`, with `/` on every system.
fn files(folder: &Path, prefix: &str, into: &mut BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            files(&entry.path(), &format!("{name}/"), into)?;
        } else {
            into.insert(name);
        }
    }
    Ok(())
}

fn canonical(node: &Node) -> String {
    let mut text = String::new();
    write_node(node, &mut text);
    text
}

fn read(name: &str) -> Node {
    let text = fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    parse(&text, Limits { bytes: 64 << 20, ..LIMITS }).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn manifest() -> BTreeSet<String> {
    let manifest = read("manifest.json");
    let listed: Vec<String> = manifest
        .get("files")
        .and_then(Node::list)
        .unwrap()
        .iter()
        .map(|node| node.text().unwrap().to_owned())
        .collect();
    assert_eq!(canonical(manifest.get("count").unwrap()), listed.len().to_string(), "the manifest's count");
    assert!(listed.is_sorted(), "the manifest is not sorted");
    listed.into_iter().collect()
}

#[test]
fn manifest_lists_exactly_the_files_there_are() {
    let mut there = BTreeSet::new();
    files(&folder(), "", &mut there).unwrap();
    there.remove("manifest.json");
    let listed = manifest();
    assert!(listed.len() >= 200, "{} vectors", listed.len());
    assert_eq!(
        listed.symmetric_difference(&there).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "listed or there, not both"
    );
}

/// What is wrong with one vector, if anything.
fn difference(name: &str) -> Option<String> {
    let vector = read(name);
    let part = |key: &str| canonical(vector.get(key).unwrap_or_else(|| panic!("{name} has no `{key}`")));
    let request = format!(r#"{{"op":{},"input":{}}}"#, part("op"), part("input"));
    let expected = part("expected");
    let got = panic::catch_unwind(|| jiexiang::api::run(&request)).unwrap_or_else(|_| "(panicked)".to_owned());
    (got != expected).then(|| {
        let got: String = got.chars().take(1500).collect();
        format!("{name}\n  how      {}\n  expected {expected}\n  got      {got}", part("how"))
    })
}

#[test]
fn every_vector_gives_the_stated_answer() {
    let only = env::var("VECTORS").unwrap_or_default();
    let names: Vec<String> = manifest().into_iter().filter(|name| name.contains(&only)).collect();
    let threads = thread::available_parallelism().map_or(1, Into::into);
    let mut differences: Vec<String> = thread::scope(|scope| {
        let share = |start: usize| names.iter().skip(start).step_by(threads).filter_map(|name| difference(name));
        let running: Vec<_> = (0..threads).map(|start| scope.spawn(move || share(start).collect::<Vec<_>>())).collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    differences.sort();
    assert!(differences.is_empty(), "{} vectors differ:\n\n{}\n", differences.len(), differences.join("\n\n"));
}
