//! The files under `specs/schema`.

/// Names and contents.
#[must_use]
pub fn files() -> Vec<(String, String)> {
    let schemas = jiexiang::schema::files().into_iter();
    schemas.map(|(name, schema)| (format!("{name}.schema.json"), format!("{schema:#}\n"))).collect()
}
