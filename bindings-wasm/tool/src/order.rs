//! The order of a module's functions: like stands beside like, where gzip sees it.
//!
//! What a generic function became for one type and for another differs in a few bytes, but gzip
//! looks back 32 KB only. So each function is followed by the one that holds most of what the
//! last few held.

use std::collections::HashMap;
use std::error;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// Bytes by which two functions are alike when both hold them.
type Piece = [u8; 6];

/// A piece that more functions hold than these tells none from another.
const COMMON: usize = 200;

/// What a piece weighs that the last function holds, the one before it, and so on.
const WEIGHTS: [u64; 3] = [6, 3, 2];

/// The same module with its functions in order.
pub fn ordered(module: &[u8]) -> Result<Vec<u8>, Box<dyn error::Error>> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let order = order(&bodies);
    let mut places = vec![0; order.len()];
    for (place, function) in order.iter().enumerate() {
        places[*function] = u32::try_from(imported + place)?;
    }
    let mut moved = Module::new();
    Mover { imported, order, places }.parse_core_module(&mut moved, Parser::new(0), module)?;
    Ok(moved.finish())
}

/// The functions by number, each after those that it is like.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let pieces: Vec<Vec<Piece>> = bodies.iter().map(|body| pieces(body)).collect();
    let mut holders: HashMap<Piece, Vec<usize>> = HashMap::new();
    for (function, pieces) in pieces.iter().enumerate() {
        for piece in pieces {
            holders.entry(*piece).or_default().push(function);
        }
    }
    let mut is_placed = vec![false; bodies.len()];
    let mut order: Vec<usize> = Vec::new();
    while order.len() < bodies.len() {
        let mut alike: HashMap<usize, u64> = HashMap::new();
        for (last, weight) in order.iter().rev().zip(WEIGHTS) {
            for holders in pieces[*last].iter().map(|piece| &holders[piece]).filter(|holders| holders.len() < COMMON) {
                for holder in holders.iter().filter(|holder| !is_placed[**holder]) {
                    *alike.entry(*holder).or_default() += weight;
                }
            }
        }
        // By the share of its pieces, the first of several.
        let share = |function: usize, weight: u64| (weight << 20) / pieces[function].len() as u64;
        let next = alike.into_iter().max_by_key(|(function, weight)| (share(*function, *weight), !function));
        let Some(next) = next.map(|(next, _)| next).or_else(|| is_placed.iter().position(|placed| !placed)) else {
            break;
        };
        is_placed[next] = true;
        order.push(next);
    }
    order
}

/// Each piece of a body once.
fn pieces(body: &[u8]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = body.windows(6).filter_map(|window| window.try_into().ok()).collect();
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}

/// Writes a module with its functions at their places.
struct Mover {
    /// How many functions are imported; these stay.
    imported: usize,
    order: Vec<usize>,
    /// The new number of each function.
    places: Vec<u32>,
}

impl Reencode for Mover {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        let own = (function as usize).checked_sub(self.imported);
        Ok(own.map_or(function, |own| self.places[own]))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        self.order.iter().for_each(|function| {
            functions.function(types[*function]);
        });
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.order.clone() {
            self.parse_function_body(code, bodies[function].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{order, ordered};
    use wasm_encoder::{
        CodeSection, ExportKind, ExportSection, Function, FunctionSection, Module, TypeSection, ValType,
    };
    use wasmparser::{Operator, Parser, Payload};

    #[test]
    fn like_follows_like() {
        let bodies: [&[u8]; 4] = [b"one of a kind", b"another sort", b"two of a kind", b"another sorted"];
        assert_eq!(order(&bodies), [0, 2, 1, 3]);
    }

    /// Three functions: the first calls the second, the third is like the first but for what it gives.
    fn module() -> Vec<u8> {
        let (mut types, mut functions, mut exports, mut code) =
            (TypeSection::new(), FunctionSection::new(), ExportSection::new(), CodeSection::new());
        types.ty().function([], [ValType::I64]);
        for (number, name) in (0..).zip(["caller", "called", "alike"]) {
            functions.function(0);
            exports.export(name, ExportKind::Func, number);
            let mut body = Function::new([]);
            match name {
                "called" => body.instructions().i64_const(0x1234_5678_9abc),
                _ => body
                    .instructions()
                    .call(1)
                    .i64_const(7_777_777_777)
                    .i64_add()
                    .i64_const(i64::from(number))
                    .i64_add(),
            };
            body.instructions().end();
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    #[test]
    fn calls_and_exports_follow_their_functions() {
        let moved = ordered(&module()).unwrap();
        let (mut exported, mut called) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(&moved) {
            match payload.unwrap() {
                Payload::ExportSection(section) => {
                    exported = section.into_iter().map(|export| export.unwrap().index).collect();
                }
                Payload::CodeSectionEntry(body) => {
                    let mut operators = body.get_operators_reader().unwrap().into_iter();
                    called.push(operators.find_map(|operator| match operator.unwrap() {
                        Operator::Call { function_index } => Some(function_index),
                        _ => None,
                    }));
                }
                _ => {}
            }
        }
        assert_eq!(exported, [0, 2, 1]);
        assert_eq!(called, [Some(2), Some(2), None]);
    }
}
