//! Types of entries, documents, options and answers for Python and TypeScript, from the core's schemas.

mod model;
mod python;
mod typescript;

/// Paths below the project and contents.
#[must_use]
pub fn files() -> Vec<(&'static str, String)> {
    let model = model::Model::of_core();
    vec![
        ("bindings-py/python/jiexiang/types.py", python::write(&model)),
        ("bindings-wasm/js/types.d.ts", typescript::write(&model)),
    ]
}

/// Words of a text in lines of about a hundred columns.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < 96 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
