use super::model::{Body, Model, Named, Type};
use super::wrapped;
use std::fmt::Write as _;

/// The declarations for TypeScript.
pub fn write(model: &Model) -> String {
    let mut out = String::from(
        "// Types of entries, documents, options and answers, as canonical JSON parses.\n\
         // Generated from the core: cargo run -p jiexiang-conformance --bin make_types\n",
    );
    for (title, types) in &model.sections {
        let _ = writeln!(out, "\n// --- {title} ---");
        for named in types {
            declare(named, &mut out);
        }
    }
    out.push_str("\n// --- Questions 提问 ---\n\n/** Every question with its options and its whole answer; `select` cuts the answer down. */\n");
    out.push_str("export interface Questions {\n");
    for question in &model.questions {
        let answer = text(&question.answer);
        let _ = writeln!(out, "  {}: {{ options: {}; answer: {answer} }};", question.name, question.options);
    }
    out.push_str("}\n\n/** The names of the questions. */\nexport type Question = keyof Questions;\n");
    out
}

fn declare(named: &Named, out: &mut String) {
    out.push('\n');
    let mut lines = wrapped(&named.doc);
    if let Body::Words(words) = &named.body {
        lines.extend(words.iter().filter(|(_, doc)| !doc.is_empty()).map(|(word, doc)| format!("- `{word}`: {doc}")));
    }
    comment(&lines, "", out);
    let name = &named.name;
    match &named.body {
        Body::Fields(fields) => {
            let _ = writeln!(out, "export interface {name} {{");
            for field in fields {
                comment(&wrapped(&field.doc), "  ", out);
                let mark = if field.required { "" } else { "?" };
                let _ = writeln!(out, "  {}{mark}: {};", key(&field.name), text(&field.ty));
            }
            out.push_str("}\n");
        }
        Body::Words(words) => alternatives(name, words.iter().map(|(word, _)| format!("{word:?}")), out),
        Body::Alias(Type::Union(parts)) => alternatives(name, parts.iter().map(text), out),
        Body::Alias(ty) => {
            let _ = writeln!(out, "export type {name} = {};", text(ty));
        }
    }
}

fn alternatives(name: &str, parts: impl Iterator<Item = String>, out: &mut String) {
    let _ = write!(out, "export type {name} =");
    parts.for_each(|part| {
        let _ = write!(out, "\n  | {part}");
    });
    out.push_str(";\n");
}

fn comment(lines: &[String], indent: &str, out: &mut String) {
    let lines: Vec<String> = lines.iter().map(|line| line.replace("*/", "*\\/")).collect();
    match lines.as_slice() {
        [] => {}
        [line] => {
            let _ = writeln!(out, "{indent}/** {line} */");
        }
        lines => {
            let _ = writeln!(out, "{indent}/**");
            lines.iter().for_each(|line| {
                let _ = writeln!(out, "{indent} * {line}");
            });
            let _ = writeln!(out, "{indent} */");
        }
    }
}

fn key(name: &str) -> String {
    let plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$');
    if plain { name.to_owned() } else { format!("{name:?}") }
}

fn text(ty: &Type) -> String {
    match ty {
        Type::Text => "string".to_owned(),
        Type::Whole | Type::Number => "number".to_owned(),
        Type::YesNo => "boolean".to_owned(),
        Type::Null => "null".to_owned(),
        Type::Unknown => "unknown".to_owned(),
        Type::Word(word) => format!("{word:?}"),
        Type::Named(name) => name.clone(),
        Type::List(item) => match **item {
            Type::Union(_) => format!("({})[]", text(item)),
            _ => format!("{}[]", text(item)),
        },
        Type::Map(item) => format!("{{ [key: string]: {} }}", text(item)),
        Type::Union(parts) => parts.iter().map(text).collect::<Vec<_>>().join(" | "),
    }
}
