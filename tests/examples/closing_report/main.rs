//! The main job: for each contract, where every indicator stands, what does not count and
//! why, the lifecycle, and the closing decision with its clauses.
//!
//! ```text
//! cargo run --release --example closing_report                       # the six sample contracts
//! cargo run --release --example closing_report -- --locale en
//! cargo run --release --example closing_report -- --as-of 2024-09-30
//! cargo run --release --example closing_report -- --json
//! cargo run --release --example closing_report -- PACKAGE.json CONTRACT.json RECORDS.jsonl …
//! ```

mod arguments;
mod case;
mod report;
mod words;

use arguments::Arguments;
use case::Case;
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(problem) => {
            eprintln!("{problem}\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    let cases = if arguments.files.is_empty() { case::samples() } else { vec![case::own(&arguments.files)] };
    let mut out = io::stdout().lock();
    let mut failed = false;
    for case in cases {
        let written = match case {
            Ok(case) => print(&case, &arguments, &mut out),
            Err(problem) => {
                failed = true;
                writeln!(out, "{problem}")
            }
        };
        // A closed pipe (`| head`) ends the report quietly.
        if written.is_err() {
            return ExitCode::SUCCESS;
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn print(case: &Case, arguments: &Arguments, out: &mut impl Write) -> io::Result<()> {
    let as_of = arguments.as_of.unwrap_or(case.as_of);
    if arguments.json {
        writeln!(out, "{}", report::json(case, as_of))
    } else {
        out.write_all(report::text(case, as_of, arguments.locale).as_bytes())
    }
}
