//! JSON pointers with `*` for any item of a list.

fn steps(pointer: &str) -> impl Iterator<Item = &str> {
    pointer.split('/').skip(1)
}

/// Whether one pointer lies on the way to the other: `/workers` and `/workers/*/staff`.
pub(super) fn related(a: &str, b: &str) -> bool {
    steps(a).zip(steps(b)).all(|(a, b)| a == b || a == "*" || b == "*")
}

/// The pattern with the items that a concrete pointer names: `/workers/*/staff` by `/workers/2/role` is `/workers/2/staff`.
fn put_in(pattern: &str, concrete: &str) -> String {
    if concrete.is_empty() {
        return pattern.to_owned();
    }
    let mut concrete = steps(concrete);
    let mut here = String::new();
    let mut together = true;
    for step in steps(pattern) {
        let beside = concrete.next().filter(|_| together);
        together = beside.is_some_and(|beside| step == "*" || step == beside);
        here.push('/');
        here.push_str(beside.filter(|_| together).unwrap_or(step));
    }
    here
}

/// The same for several patterns.
pub(super) fn put_all<'p>(patterns: impl IntoIterator<Item = &'p String>, concrete: &str) -> Vec<String> {
    patterns.into_iter().map(|pattern| put_in(pattern, concrete)).collect()
}

/// The part before the first item: `/signatures` of `/signatures/*/person`.
pub(super) fn list_of(pattern: &str) -> &str {
    pattern.split_once("/*").map_or(pattern, |(list, _)| list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_related_up_and_down_and_through_lists() {
        assert!(related("/workers", "/workers/0/staff"));
        assert!(related("/workers/*/staff", "/workers/3"));
        assert!(related("/date", "/date"));
        assert!(!related("/date", "/day"));
        assert!(!related("/workers/0/staff", "/workers/1/staff"));
    }

    #[test]
    fn a_pattern_takes_the_items_of_a_pointer() {
        assert_eq!(put_in("/marks/*/full", "/marks/1/mark"), "/marks/1/full");
        assert_eq!(put_in("/workers/*/staff", "/date"), "/workers/*/staff");
        assert_eq!(put_in("/date", ""), "/date");
        assert_eq!(list_of("/signatures/*/person"), "/signatures");
    }
}
