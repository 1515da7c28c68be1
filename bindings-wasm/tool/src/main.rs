//! What the npm package's modules go through beside the compiler and `wasm-opt`.
//!
//! `jiexiang-wasm-tool glue <module.wasm> <folder>` makes the glue around a compiled module;
//! `jiexiang-wasm-tool order <module.wasm>` puts its functions in an order that packs better.

mod order;

use std::{env, error, fs};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["glue", module, folder] => {
            let mut bindgen = Bindgen::new();
            // One glue serves all: where the bytes come from is the entries' business.
            bindgen.input_path(module).out_name("glue").web(true)?.omit_default_module_path(true).typescript(false);
            bindgen.generate(folder)?;
            Ok(())
        }
        ["order", module] => Ok(fs::write(module, order::ordered(&fs::read(module)?)?)?),
        _ => Err("usage: jiexiang-wasm-tool glue <module.wasm> <folder> | order <module.wasm>".into()),
    }
}
