use jiexiang::finding::Locale;
use jiexiang::time::Date;
use lexopt::prelude::*;
use std::path::PathBuf;

pub(crate) const USAGE: &str = "usage: closing_report [--locale zh-CN|en] [--as-of YYYY-MM-DD] [--json] [PACKAGE.json CONTRACT.json RECORDS.jsonl …]";

/// What the command line asks for.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    pub(crate) locale: Locale,
    /// The day of judgement; each sample has its own otherwise.
    pub(crate) as_of: Option<Date>,
    pub(crate) json: bool,
    /// Package, contract, and ledgers; empty for the samples.
    pub(crate) files: Vec<PathBuf>,
}

impl Arguments {
    pub(crate) fn read() -> Result<Self, String> {
        let mut arguments = Self::default();
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
            match argument {
                Long("locale") => {
                    let tag = parser.value().and_then(|value| value.string()).map_err(|error| error.to_string())?;
                    arguments.locale = Locale::parse(&tag).ok_or(format!("no locale `{tag}`"))?;
                }
                Long("as-of") => {
                    let day = parser.value().and_then(|value| value.string()).map_err(|error| error.to_string())?;
                    arguments.as_of = Some(Date::parse(&day).ok_or(format!("`{day}` is no date like 2024-09-30"))?);
                }
                Long("json") => arguments.json = true,
                Short('h') | Long("help") => {
                    println!("{USAGE}");
                    std::process::exit(0);
                }
                Value(file) => arguments.files.push(file.into()),
                other => return Err(other.unexpected().to_string()),
            }
        }
        match arguments.files.len() {
            1 | 2 => Err("a package, a contract and at least one ledger are needed".to_owned()),
            _ => Ok(arguments),
        }
    }
}
