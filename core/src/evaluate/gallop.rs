//! Places in sorted lists, looked for from near to far.

/// How many of a list stand before what is looked for. It takes the longer the more they are.
///
/// Looked for one after another in their order, each from where the last one was, many are found in
/// neighbouring memory, where a search through the whole list would go far and wide for each.
pub(crate) fn count_before<T>(list: &[T], is_before: impl Fn(&T) -> bool) -> usize {
    let mut reach = 1;
    while list.get(reach - 1).is_some_and(&is_before) {
        reach *= 2;
    }
    let near = list.get(..list.len().min(reach)).unwrap_or_default();
    let far = near.get(reach / 2..).unwrap_or_default();
    near.len() - far.len() + far.partition_point(is_before)
}

#[cfg(test)]
mod tests {
    use super::count_before;

    #[test]
    fn as_many_as_a_search_through_the_whole_list_finds() {
        for length in 0..40 {
            let list: Vec<usize> = (0..length).collect();
            for wanted in 0..=length {
                assert_eq!(count_before(&list, |known| *known < wanted), wanted, "{wanted} of {length}");
            }
        }
    }
}
