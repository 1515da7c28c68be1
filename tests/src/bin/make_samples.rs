//! Writes the sample year to `specs/samples`, or to the directory given.

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../specs/samples");
    let root = env::args_os().nth(1).map_or_else(|| PathBuf::from(own), PathBuf::from);
    for (path, content) in jiexiang_conformance::samples::all() {
        let path = root.join(path);
        if let Some(directory) = path.parent() {
            fs::create_dir_all(directory)?;
        }
        fs::write(path, content)?;
    }
    Ok(())
}
