//! Which cells of a table may be seen, so that nobody can work out the others: not from the total, not by knowing this rule, and
//! not by comparing two releases.
//!
//! Of one dimension only: where the same people are counted in two tables, each has to be looked at with the other in mind.
use std::collections::BTreeSet;

use kernel::share::FEWEST;

/// Under so many a count is hidden.
const FEW: u64 = FEWEST as u64;
/// Of more groups than this it is not looked through whether one of them changed by a few: then it counts as if one had.
const MOST_SUMS: usize = 100_000;

/// What of a table is shown, if its total is known too: `Some(n)` is shown, `None` hidden.
///
/// 1. Every cell under ten is hidden. Zero as well: that nobody of a group said something is said of each of them.
/// 2. If those do not protect one another, the smallest of the others is hidden too (all of them, where several are the smallest).
///    They do if they are two or more, are ten or more together, and are not all nines: then there is another way to fill them.
///
/// After step 2 there is always one under ten and one of ten or more among the hidden, so two or more, ten or more
/// together; and whoever knows the rule, too, cannot tell them apart, as exchanging two of them leaves the same cells hidden. That
/// is why equal cells are hidden together: were only the first of two hidden, its place would say something. (The danger is
/// L. H. Cox, JASA 75, 1980: what is hidden can be taken from the total; and R. C. Wong and others, VLDB 2007: what is hidden as
/// sparingly as possible can be told from that.)
///
/// Where nothing is left to hide, all are hidden. A total under ten must not be published itself; it is not in the table.
pub fn hidden(cells: &[u64]) -> Vec<Option<u64>> {
    let few = || cells.iter().filter(|n| **n < FEW);
    let (how_many, together) = few().fold((0_u64, 0_u64), |(count, sum), n| (count + 1, sum + n));
    let protected = how_many >= 2 && together >= FEW && together < (FEW - 1) * how_many;
    let limit = if how_many == 0 || protected {
        FEW
    } else {
        // The smallest of the others goes with them; if there are none, all are hidden anyway.
        cells.iter().filter(|n| **n >= FEW).min().map_or(FEW, |n| n.saturating_add(1))
    };
    cells.iter().map(|n| (*n >= limit).then_some(*n)).collect()
}

/// Whether a second release of the same table may go out after a first: no cell or group of cells that can be computed in both, nor
/// the total, differs by one to nine, or one would see what those few said who came or went.
///
/// A group can be computed in both if it is made of shown cells, of the hidden ones together, or of all; and there are no others only if
/// both hide the same cells, so nothing else may follow: with a cell shown first and hidden then, what changed little could be filled in
/// from the other release. Neither may a table with other cells.
pub fn may_follow(before: &[u64], after: &[u64]) -> bool {
    if before.len() != after.len() {
        return false;
    }
    let shown = (hidden(before), hidden(after));
    // By how much the hidden ones together differ.
    let mut rest = 0_i128;
    let mut changes = vec![];
    for ((first, second), (was, is)) in shown.0.iter().zip(&shown.1).zip(before.iter().zip(after)) {
        let change = i128::from(*is) - i128::from(*was);
        match (first, second) {
            (Some(_), Some(_)) => changes.push(change),
            (None, None) => rest += change,
            _ => return false,
        }
    }
    changes.push(rest);
    no_group_changes_by_a_few(&changes)
}

/// Whether the changes of no group of them add up to one to nine, upwards or downwards.
fn no_group_changes_by_a_few(changes: &[i128]) -> bool {
    let mut sums = BTreeSet::from([0_i128]);
    for change in changes.iter().filter(|change| **change != 0) {
        let more: Vec<i128> = sums.iter().map(|sum| sum + change).collect();
        sums.extend(more);
        if sums.len() > MOST_SUMS {
            return false;
        }
    }
    sums.iter().all(|sum| *sum == 0 || sum.unsigned_abs() >= u128::from(FEW))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    /// All tables of four cells that have this total, by what is shown of them.
    fn tables_of(total: u64) -> BTreeMap<Vec<Option<u64>>, Vec<[u64; 4]>> {
        let mut by_shown: BTreeMap<Vec<Option<u64>>, Vec<[u64; 4]>> = BTreeMap::new();
        for a in 0..=total {
            for b in 0..=total - a {
                for c in 0..=total - a - b {
                    let cells = [a, b, c, total - a - b - c];
                    by_shown.entry(hidden(&cells)).or_default().push(cells);
                }
            }
        }
        by_shown
    }

    fn sum_of(cells: &[u64], group: u32) -> u64 {
        cells.iter().enumerate().filter(|(at, _)| group >> at & 1 == 1).map(|(_, n)| n).sum()
    }

    /// The cells of a table that are hidden, as a group.
    fn hidden_of(shown: &[Option<u64>]) -> u32 {
        (0..).zip(shown).filter(|(_, n)| n.is_none()).map(|(at, _)| 1 << at).sum()
    }

    #[test]
    fn what_is_large_is_shown_and_what_is_small_is_hidden_with_the_next() {
        assert_eq!(hidden(&[10, 40, 30, 12]), [Some(10), Some(40), Some(30), Some(12)]);
        assert_eq!(hidden(&[3, 40, 30, 12]), [None, Some(40), Some(30), None]);
        assert_eq!(hidden(&[3, 40, 30, 7]), [None, Some(40), Some(30), None], "together they are ten");
        assert_eq!(hidden(&[3, 40, 30, 6]), [None, Some(40), None, None], "together they are nine");
        assert_eq!(hidden(&[0, 40, 30, 20]), [None, Some(40), Some(30), None], "nobody is few as well");
        assert_eq!(
            hidden(&[9, 40, 9, 20]),
            [None, Some(40), None, None],
            "two nines are the only way to make eighteen"
        );
        assert_eq!(hidden(&[9, 20, 40, 20]), [None, None, Some(40), None], "which of the two it is says nothing");
        assert_eq!(hidden(&[3, 40]), [None, None]);
        assert_eq!((hidden(&[3, 2]), hidden(&[9]), hidden(&[])), (vec![None, None], vec![None], vec![]));
    }

    /// Whoever knows the total, what is shown and this rule tries all tables: of no group of cells that is not shown whole, and is not all
    /// that is hidden, they are left with one number.
    #[test]
    fn whoever_tries_all_tables_of_four_cells_learns_nothing_of_the_hidden() {
        for total in [10, 11, 17, 18, 19, 26, 27, 28, 29, 36, 37, 45, 60] {
            for (shown, tables) in tables_of(total) {
                let few = hidden_of(&shown);
                assert!(shown.iter().flatten().all(|n| *n >= 10), "{shown:?}");
                assert!(few == 0 || sum_of(&tables[0], few) >= 10, "{shown:?} of {total}");
                for group in (1..few).filter(|group| group & few == *group) {
                    let first = sum_of(&tables[0], group);
                    assert!(tables.iter().any(|t| sum_of(t, group) != first), "{shown:?} of {total}: {group:04b}");
                }
            }
        }
    }

    #[test]
    fn hiding_under_ten_alone_would_be_seen_through() {
        // The same attack on a rule without its second step, to see that it would find something.
        let naive = |cells: &[u64]| -> Vec<Option<u64>> { cells.iter().map(|n| (*n >= 10).then_some(*n)).collect() };
        let shown = naive(&[3, 12, 20, 25]);
        let same = (0..=60).flat_map(|a| (0..=60).map(move |b| [a, b, 20, 25]));
        let left: Vec<[u64; 4]> = same.filter(|t| t.iter().sum::<u64>() == 60 && naive(t) == shown).collect();
        assert_eq!(left, [[3, 12, 20, 25]]);
    }

    #[test]
    fn a_correction_of_a_few_does_not_go_out() {
        let first = [20, 40, 30, 12];
        assert!(may_follow(&first, &first));
        assert!(may_follow(&first, &[30, 40, 30, 12]) && !may_follow(&first, &[29, 40, 30, 12]));
        assert!(may_follow(&first, &[31, 29, 30, 12]), "no group changes by less than eleven");
        assert!(!may_follow(&first, &[34, 28, 30, 12]), "both together change by two");
        assert!(!may_follow(&first, &[20, 40, 30]));
        assert!(!may_follow(&[3, 12, 13, 40], &[3, 30, 13, 40]), "13, shown before, would give the 3 away");
        assert!(may_follow(&[3, 12, 50, 40], &[4, 11, 50, 40]), "of the hidden ones only their sum is known");
        assert!(!may_follow(&[3, 12, 50, 40], &[4, 12, 50, 40]));
    }

    #[test]
    fn where_there_are_too_many_groups_to_try_nothing_follows() {
        // All groups change by multiples of sixteen, each by another.
        let (before, after): (Vec<u64>, Vec<u64>) = (0..40).map(|n| (100, 100 + (16 << n))).unzip();
        assert!(may_follow(&before[..12], &after[..12]) && !may_follow(&before, &after));
        assert!(may_follow(&before, &before));
    }

    /// What can be computed of a group of cells from one release: from what is shown, and from the total less what is shown.
    fn known(cells: &[u64], group: u32) -> Option<u64> {
        let few = hidden_of(&hidden(cells));
        (group & few == 0 || group & few == few).then(|| sum_of(cells, group))
    }

    proptest! {
        #[test]
        fn the_hidden_are_none_or_two_or_more_and_ten_or_more(cells in proptest::collection::vec(0_u64..26, 2..9)) {
            let shown = hidden(&cells);
            let few: Vec<u64> = cells.iter().zip(&shown).filter(|(_, s)| s.is_none()).map(|(n, _)| *n).collect();
            prop_assert!(few.is_empty() || few.len() >= 2, "{shown:?}");
            let together: u64 = few.iter().sum();
            prop_assert!(few.is_empty() || together >= 10 || few.len() == cells.len(), "{shown:?}");
            prop_assert!(cells.iter().zip(&shown).all(|(n, s)| s.is_none_or(|s| s == *n && s >= 10)), "{shown:?}");
        }

        #[test]
        fn the_order_of_the_cells_does_not_matter(
            (cells, mixed) in proptest::collection::vec(0_u64..26, 1..7)
                .prop_flat_map(|cells| (Just(cells.clone()), Just(cells).prop_shuffle())),
        ) {
            let sorted = |cells: &[u64]| {
                let mut pairs: Vec<_> = cells.iter().copied().zip(hidden(cells)).collect();
                pairs.sort_unstable();
                pairs
            };
            prop_assert_eq!(sorted(&cells), sorted(&mixed));
        }

        /// To each table there is a second one of which the same is shown, and which has another number in the hidden cell.
        #[test]
        fn each_hidden_cell_could_be_another(cells in proptest::collection::vec(0_u64..26, 3..7), at in 0_usize..7) {
            let shown = hidden(&cells);
            prop_assume!(cells.iter().sum::<u64>() >= 10 && shown.get(at).is_some_and(Option::is_none));
            let others = (0..cells.len()).filter(|other| *other != at && shown[*other].is_none());
            let possible = others.flat_map(|other| {
                let both = cells[at] + cells[other];
                (0..=both).map(move |n| (other, n, both - n))
            });
            let fits = |(other, n, m): (usize, u64, u64)| {
                let mut table = cells.clone();
                (table[at], table[other]) = (n, m);
                n != cells[at] && hidden(&table) == shown
            };
            // Where all cells are nines the second table differs in more than two of them.
            prop_assert!(cells.iter().all(|n| *n == 9) || possible.into_iter().any(fits), "{cells:?}");
        }

        /// Every group that both releases tell is the same in both, or differs by ten or more; and no cell that one of them hides is told
        /// by the other.
        #[test]
        fn what_is_hidden_stays_hidden_when_two_releases_are_compared(
            before in proptest::collection::vec(0_u64..40, 4),
            changes in proptest::collection::vec(prop_oneof![3 => Just(0_i64), 2 => -14_i64..30], 4),
        ) {
            let after: Vec<u64> = before.iter().zip(changes).map(|(n, c)| n.saturating_add_signed(c)).collect();
            let differs = |group| match (known(&before, group), known(&after, group)) {
                (Some(was), Some(is)) => (1..10).contains(&was.abs_diff(is)),
                _ => false,
            };
            let few = (hidden_of(&hidden(&before)), hidden_of(&hidden(&after)));
            let safe = few.0 == few.1 && !(1..16).any(differs);
            prop_assert_eq!(may_follow(&before, &after), safe, "{:?} {:?}", before, after);
        }
    }
}
