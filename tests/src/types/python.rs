use super::model::{Body, Field, Model, Named, Type};
use super::wrapped;
use std::fmt::Write as _;

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// The module of types for Python.
pub fn write(model: &Model) -> String {
    let mut out = String::from(
        "\"\"\"Types of entries, documents, options and answers, as canonical JSON parses.\n\n\
         Generated from the core: cargo run -p jiexiang-conformance --bin make_types\n\"\"\"\n\n\
         from __future__ import annotations\n\nfrom typing import Literal, TypedDict, Union\n\n",
    );
    let mut names: Vec<&str> = model.named().map(|named| named.name.as_str()).chain(["Question"]).collect();
    names.sort_unstable();
    out.push_str("__all__ = [\n");
    names.iter().for_each(|name| {
        let _ = writeln!(out, "    {name:?},");
    });
    out.push_str("]\n");
    for (title, types) in &model.sections {
        let _ = writeln!(out, "\n# --- {title} ---");
        for named in types.iter().filter(|named| !matches!(named.body, Body::Alias(_))) {
            declare(named, &mut out);
        }
    }
    out.push_str("\n# --- Unions 联合类型 ---\n");
    for named in model.named() {
        if let Body::Alias(ty) = &named.body {
            let _ = writeln!(out, "\n{} = {}", named.name, text(ty, true));
            docstring(&wrapped(&named.doc), "", &mut out);
        }
    }
    let names: Vec<String> = model.questions.iter().map(|question| format!("    {:?},", question.name)).collect();
    let _ = write!(out, "\nQuestion = Literal[\n{}\n]\n\"\"\"The names of the questions.\"\"\"\n", names.join("\n"));
    out
}

fn declare(named: &Named, out: &mut String) {
    let name = &named.name;
    match &named.body {
        Body::Words(words) => {
            let _ = writeln!(out, "\n{name} = Literal[");
            words.iter().for_each(|(word, _)| {
                let _ = writeln!(out, "    {word:?},");
            });
            out.push_str("]\n");
            let mut lines = wrapped(&named.doc);
            let documented = words.iter().filter(|(_, doc)| !doc.is_empty());
            lines.extend(documented.map(|(word, doc)| format!("- `{word}`: {doc}")));
            docstring(&lines, "", out);
        }
        Body::Fields(fields) => class(named, fields, out),
        Body::Alias(_) => {}
    }
}

/// A class for the fields that may be left out, over one for those that are always there;
/// keys that Python cannot write as names stand in a dictionary of their own.
fn class(named: &Named, fields: &[Field], out: &mut String) {
    let name = &named.name;
    let mut bases = Vec::new();
    for (suffix, required) in [("RequiredWords", true), ("OptionalWords", false)] {
        let words: Vec<&Field> = fields.iter().filter(|field| field.required == required && !is_name(field)).collect();
        if words.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n_{name}{suffix} = TypedDict(\n    \"_{name}{suffix}\",\n    {{");
        for field in words {
            wrapped(&field.doc).iter().for_each(|line| {
                let _ = writeln!(out, "        # {line}");
            });
            let _ = writeln!(out, "        {:?}: {:?},", field.name, text(&field.ty, false).replace('"', "'"));
        }
        out.push_str(if required { "    },\n)\n" } else { "    },\n    total=False,\n)\n" });
        bases.push(format!("_{name}{suffix}"));
    }
    let plain = |required| fields.iter().filter(move |field| field.required == required && is_name(field));
    let (always, sometimes): (Vec<&Field>, Vec<&Field>) = (plain(true).collect(), plain(false).collect());
    if !always.is_empty() && !sometimes.is_empty() {
        let _ = writeln!(out, "\n\nclass _{name}Required(TypedDict):");
        members(&always, out);
        bases.push(format!("_{name}Required"));
    }
    if bases.is_empty() {
        bases.push("TypedDict".to_owned());
    }
    let total = if sometimes.is_empty() { "" } else { ", total=False" };
    let _ = writeln!(out, "\n\nclass {name}({}{total}):", bases.join(", "));
    docstring(&wrapped(&named.doc), "    ", out);
    out.push('\n');
    let own = if sometimes.is_empty() { always } else { sometimes };
    members(&own, out);
    if own.is_empty() && named.doc.is_empty() {
        out.push_str("    pass\n");
    }
}

fn members(fields: &[&Field], out: &mut String) {
    for field in fields {
        let _ = writeln!(out, "    {}: {}", field.name, text(&field.ty, false));
        docstring(&wrapped(&field.doc), "    ", out);
    }
}

fn docstring(lines: &[String], indent: &str, out: &mut String) {
    let lines: Vec<String> = lines.iter().map(|line| line.replace('\\', "\\\\").replace('"', "'")).collect();
    match lines.as_slice() {
        [] => {}
        [line] => {
            let _ = writeln!(out, "{indent}\"\"\"{line}\"\"\"");
        }
        lines => {
            let _ = writeln!(out, "{indent}\"\"\"{}\n{indent}\"\"\"", lines.join(&format!("\n{indent}")));
        }
    }
}

fn is_name(field: &Field) -> bool {
    !KEYWORDS.contains(&field.name.as_str())
        && field.name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

/// `runtime`: where the text is evaluated by Python 3.10 itself, and names stand below each other.
fn text(ty: &Type, runtime: bool) -> String {
    match ty {
        Type::Text => "str".to_owned(),
        Type::Whole => "int".to_owned(),
        Type::Number => "float".to_owned(),
        Type::YesNo => "bool".to_owned(),
        Type::Null => "None".to_owned(),
        Type::Unknown => "object".to_owned(),
        Type::Word(word) => format!("Literal[{word:?}]"),
        Type::Named(name) if runtime => format!("{name:?}"),
        Type::Named(name) => name.clone(),
        Type::List(item) => format!("list[{}]", text(item, runtime)),
        Type::Map(item) => format!("dict[str, {}]", text(item, runtime)),
        Type::Union(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| text(part, runtime)).collect();
            if runtime { format!("Union[{}]", parts.join(", ")) } else { parts.join(" | ") }
        }
    }
}
