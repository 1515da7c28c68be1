//! `jiexiang` for JavaScript.
//!
//! Handles are compiled once and kept; questions, options and answers cross the boundary
//! as JSON text, so that no number or key is changed on the way. What is thrown is always
//! JSON text `{code, path, message, findings?}`, which the package's JavaScript turns into
//! an error of its own class. No rule lives here.

use jiexiang::api::{self, Misuse};
use jiexiang::finding::Finding;
use jiexiang::json::{self, Limits, Node, canonical};
#[cfg(feature = "ledger")]
use jiexiang::time::Date;
use serde_json::json;
#[cfg(feature = "ledger")]
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::wasm_bindgen;

/// Text of an error; wasm-bindgen throws it as it is.
type Thrown = String;

fn misuse(misuse: Misuse) -> Thrown {
    canonical(&misuse)
}

fn wrong(code: &str, path: &str, message: &str) -> Thrown {
    canonical(&json!({"code": code, "path": path, "message": message}))
}

fn refused(what: &str, findings: &[Finding]) -> Thrown {
    let message = format!("the {what} has {} fault(s)", findings.len());
    canonical(&json!({"code": format!("{what}_refused"), "path": "", "message": message, "findings": findings}))
}

/// What a program brings with it may be larger than one document.
const DOCUMENTS: Limits = Limits { bytes: 256 << 20, depth: 80 };

/// Documents by id: included ones, or those that a request may name.
fn documents(text: &str) -> Result<Vec<(String, String)>, Thrown> {
    let wrong = |why: &str| wrong("not_json", "documents", &format!("the documents are no JSON object: {why}"));
    let documents = json::parse(text.as_bytes(), DOCUMENTS).map_err(|error| wrong(&error.to_string()))?;
    let documents = documents.object().ok_or_else(|| wrong(documents.shape_name()))?;
    Ok(documents.iter().map(|(id, document)| (id.clone(), text_of(document))).collect())
}

/// A document given as text or as an object.
fn text_of(document: &Node) -> String {
    if let Some(text) = document.text() {
        return text.to_owned();
    }
    let mut text = String::new();
    json::write_node(document, &mut text);
    text
}

fn borrowed(documents: &[(String, String)]) -> Vec<(&str, &[u8])> {
    documents.iter().map(|(id, text)| (id.as_str(), text.as_bytes())).collect()
}

#[cfg(feature = "ledger")]
fn date(text: Option<String>) -> Result<Option<Date>, Thrown> {
    let Some(text) = text else { return Ok(None) };
    let date = Date::parse(&text);
    date.map(Some).ok_or_else(|| wrong("option_invalid", "importDate", "`importDate` is no date `yyyy-mm-dd`"))
}

/// A package as loaded and checked.
#[wasm_bindgen]
pub struct Package(jiexiang::Package);

#[wasm_bindgen]
impl Package {
    /// Loads a package; `includes` is a JSON object of document texts by id.
    pub fn load(text: &str, includes: &str) -> Result<Package, Thrown> {
        let includes = documents(includes)?;
        let package = jiexiang::Package::load(text.as_bytes(), &borrowed(&includes));
        package.map(Self).map_err(|findings| refused("package", &findings))
    }

    /// Its id.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.0.id().to_owned()
    }

    /// Its version.
    #[wasm_bindgen(getter)]
    pub fn version(&self) -> String {
        self.0.version().to_owned()
    }

    /// Puts a question that needs no contract.
    pub fn ask(&self, question: &str, options: &str) -> Result<String, Thrown> {
        api::ask_package(&self.0, question, options).map_err(misuse)
    }

    /// Checks a draft; nothing when it is sound.
    #[wasm_bindgen(js_name = checkDraft)]
    pub fn check_draft(&self, options: &str) -> Result<Option<String>, Thrown> {
        let checked = api::check_draft(&self.0, options).map_err(misuse)?;
        Ok((!checked.is_sound()).then(|| checked.canonical()))
    }
}

/// A contract.
#[cfg(feature = "ledger")]
#[wasm_bindgen]
pub struct Contract(jiexiang::Contract);

#[cfg(feature = "ledger")]
#[wasm_bindgen]
impl Contract {
    /// Reads a contract.
    pub fn load(text: &str) -> Result<Contract, Thrown> {
        jiexiang::Contract::load(text.as_bytes()).map(Self).map_err(|findings| refused("contract", &findings))
    }
}

/// Versions of a package, gathered for a ledger.
#[cfg(feature = "ledger")]
#[wasm_bindgen]
#[derive(Default)]
pub struct Packages(Vec<jiexiang::Package>);

#[cfg(feature = "ledger")]
#[wasm_bindgen]
impl Packages {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Packages {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, package: &Package) {
        self.0.push(package.0.clone());
    }
}

/// The ledger of a contract.
#[cfg(feature = "ledger")]
#[wasm_bindgen]
pub struct Ledger(Rc<RefCell<jiexiang::Ledger>>);

#[cfg(feature = "ledger")]
#[wasm_bindgen]
impl Ledger {
    /// An empty ledger.
    pub fn open(packages: &Packages, contract: &Contract) -> Result<Ledger, Thrown> {
        let ledger = jiexiang::Ledger::new(&packages.0, contract.0.clone());
        ledger.map(|ledger| Self(Rc::new(RefCell::new(ledger)))).map_err(|findings| refused("contract", &findings))
    }

    /// Reads one entry; answers its findings.
    pub fn add(&self, source: &str, line: u32, text: &str, import_date: Option<String>) -> Result<String, Thrown> {
        let import_date = date(import_date)?;
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        Ok(canonical(&self.0.borrow_mut().add(source, line, text.as_bytes(), import_date)))
    }

    /// Reads JSON Lines; answers the findings by line.
    #[wasm_bindgen(js_name = addLines)]
    pub fn add_lines(&self, source: &str, text: &[u8], import_date: Option<String>) -> Result<String, Thrown> {
        let import_date = date(import_date)?;
        Ok(canonical(&self.0.borrow_mut().add_lines(source, text, import_date)))
    }

    /// Takes in the entries of another ledger of the same contract.
    pub fn merge(&self, other: &Ledger) {
        if !Rc::ptr_eq(&self.0, &other.0) {
            self.0.borrow_mut().merge(&other.0.borrow());
        }
    }

    /// Puts a question.
    pub fn ask(&self, question: &str, options: &str) -> Result<String, Thrown> {
        api::ask(&[&self.0.borrow()], question, options).map_err(misuse)
    }
}

/// A copy of a ledger whose standing is kept up entry by entry.
#[cfg(feature = "ledger")]
#[wasm_bindgen]
pub struct Live(jiexiang::live::Live);

#[cfg(feature = "ledger")]
#[wasm_bindgen]
impl Live {
    /// Judges the ledger at the end of a day.
    pub fn open(ledger: &Ledger, as_of: &str) -> Result<Live, Thrown> {
        let as_of =
            Date::parse(as_of).ok_or_else(|| wrong("option_invalid", "asOf", "`asOf` is no date `yyyy-mm-dd`"))?;
        Ok(Self(jiexiang::live::Live::new(ledger.0.borrow().clone(), as_of)))
    }

    /// Reads one entry; answers its findings and what it changed.
    pub fn add(&mut self, source: &str, line: u32, text: &str, import_date: Option<String>) -> Result<String, Thrown> {
        let import_date = date(import_date)?;
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        Ok(canonical(&self.0.add(source, line, text.as_bytes(), import_date)))
    }

    /// Where everything stands.
    pub fn standings(&self) -> String {
        canonical(&self.0.standings())
    }
}

/// Several ledgers, gathered for a question about all of them.
#[cfg(feature = "ledger")]
#[wasm_bindgen]
#[derive(Default)]
pub struct Ledgers(Vec<Rc<RefCell<jiexiang::Ledger>>>);

#[cfg(feature = "ledger")]
#[wasm_bindgen]
impl Ledgers {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Ledgers {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, ledger: &Ledger) {
        self.0.push(ledger.0.clone());
    }

    /// Puts a question about all of them.
    pub fn ask(&self, question: &str, options: &str) -> Result<String, Thrown> {
        let borrowed: Vec<_> = self.0.iter().map(|ledger| ledger.borrow()).collect();
        let ledgers: Vec<&jiexiang::Ledger> = borrowed.iter().map(|ledger| &**ledger).collect();
        api::ask(&ledgers, question, options).map_err(misuse)
    }
}

/// Packages that requests may name by their id.
#[wasm_bindgen]
pub struct Library(Vec<(String, String)>);

#[wasm_bindgen]
impl Library {
    /// `documents` is a JSON object of document texts by id.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Result<Library, Thrown> {
        documents(text).map(Self)
    }

    /// Carries out one request that brings everything else with it.
    pub fn run(&self, request: &str) -> String {
        let run = if cfg!(feature = "ledger") { api::run_with } else { api::run_package };
        run(request, &borrowed(&self.0))
    }
}

/// Names of the questions to a ledger and to a package, as JSON.
#[wasm_bindgen]
pub fn questions() -> String {
    let ledger: Vec<_> = if cfg!(feature = "ledger") { api::questions().collect() } else { Vec::new() };
    let package: Vec<_> = api::package_questions().collect();
    canonical(&json!({"ledger": ledger, "package": package}))
}
