//! Writes the types for Python and TypeScript into the bindings, or below the directory given.

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let root = env::args_os().nth(1).map_or_else(|| PathBuf::from(own), PathBuf::from);
    for (path, text) in jiexiang_conformance::types::files() {
        let path = root.join(path);
        if let Some(directory) = path.parent() {
            fs::create_dir_all(directory)?;
        }
        fs::write(path, text)?;
    }
    Ok(())
}
