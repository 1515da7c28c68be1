//! FORMAT section 3, *Registers said to be complete*: the sources of which more can only help.

use serde_json::{Value, json};

/// Marks the sources of a package of which more elements can only help, with `"helps": true`.
/// What sets off triggers is left out.
pub fn mark(package: &mut Value) {
    for list in ["indicators", "obligations", "provider", "closing"] {
        for item in package[list].as_array_mut().into_iter().flatten() {
            requirement(item, true);
            for inner in item["requirements"].as_array_mut().into_iter().flatten() {
                requirement(inner, true);
            }
        }
    }
}

fn requirement(item: &mut Value, helps: bool) {
    for list in ["all_of", "any_of"] {
        for part in item[list].as_array_mut().into_iter().flatten() {
            requirement(part, helps);
        }
    }
    for check in item["checks"].as_array_mut().into_iter().flatten() {
        requirement(&mut check["requirement"], true);
    }
    let wants_more = !item["target"]["at_least"].is_null() || !item["target"]["more_than"].is_null();
    if let Some(measure) = item.get_mut("measure") {
        let is_coverage = measure["coverage"].is_object();
        // A coverage counts the days that are not covered.
        self::measure(measure, helps && wants_more != is_coverage);
    }
}

fn measure(measure: &mut Value, helps: bool) {
    for name in ["count", "sum", "coverage"] {
        let Some(whole) = measure.get_mut(name) else { continue };
        match whole["union"].as_array_mut() {
            Some(parts) => parts.iter_mut().for_each(|part| source(part, helps, name == "sum")),
            None => source(whole, helps, name == "sum"),
        }
    }
    if let Some(ratio) = measure.get_mut("ratio") {
        let of_days = ratio["of"]["coverage"].is_object();
        self::measure(&mut ratio["of"], helps && !of_days);
        self::measure(&mut ratio["over"], false);
    }
}

fn source(source: &mut Value, helps: bool, is_sum: bool) {
    // Without the latest value of a key an earlier one would count.
    let takes_latest = is_sum && !source["distinct"].is_null();
    source["helps"] = json!(helps && !takes_latest);
    if let Some(nested) = source.get_mut("having") {
        requirement(nested, helps);
    }
}
