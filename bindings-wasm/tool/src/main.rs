//! Makes the npm package's glue around the compiled module.
//!
//! `jiexiang-wasm-tool <module.wasm> <folder>`

use std::{env, error};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, folder] = arguments.as_slice() else {
        return Err("usage: jiexiang-wasm-tool <module.wasm> <folder>".into());
    };
    let mut bindgen = Bindgen::new();
    // One glue serves all: where the bytes come from is the entries' business.
    bindgen.input_path(module).out_name("glue").web(true)?.omit_default_module_path(true).typescript(false);
    bindgen.generate(folder)?;
    Ok(())
}
