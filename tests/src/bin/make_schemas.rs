//! Writes the schemas to `specs/schema`, or to the directory given.

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../specs/schema");
    let root = env::args_os().nth(1).map_or_else(|| PathBuf::from(own), PathBuf::from);
    fs::create_dir_all(&root)?;
    for (name, text) in jiexiang_conformance::schemas::files() {
        fs::write(root.join(name), text)?;
    }
    Ok(())
}
