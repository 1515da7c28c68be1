//! Makes the npm package's generated files: the glue of wasm-bindgen around the compiled
//! module, and the schemas of entries as data.
//!
//! `jiexiang-wasm-tool <module.wasm> <folder>`

use serde_json::{Map, Value};
use std::path::Path;
use std::{env, error, fs};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, folder] = arguments.as_slice() else {
        return Err("usage: jiexiang-wasm-tool <module.wasm> <folder>".into());
    };
    let folder = Path::new(folder);
    let mut bindgen = Bindgen::new();
    // One glue serves all: where the bytes come from is the entries' business.
    bindgen.input_path(module).out_name("glue").web(true)?.omit_default_module_path(true).typescript(true);
    bindgen.generate(folder)?;
    let schemas: Map<String, Value> =
        jiexiang::kind::schemas().into_iter().map(|(kind, schema)| (kind.to_owned(), schema)).collect();
    fs::write(folder.join("schemas.json"), serde_json::to_string(&schemas)?)?;
    Ok(())
}
