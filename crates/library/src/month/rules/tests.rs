//! The rules of the month, case by case.
use jiff::civil::date;
use kernel::share::Share;

use super::*;
use crate::rules::{Kind, Stands};

#[test]
fn a_month_is_one_that_has_begun() {
    let today = date(2026, 6, 27);
    assert_eq!(month("", today), Some(date(2026, 6, 1)));
    assert_eq!(month("2026-05", today), Some(date(2026, 5, 1)));
    for odd in ["2026-07", "2026-13", "2026-5", "x", "2026-05-01", "\0"] {
        assert_eq!(month(odd, today), None, "{odd}");
    }
    let all = months(today);
    assert_eq!((all.len(), all[0], all[11]), (12, date(2026, 6, 1), date(2025, 7, 1)));
    assert_eq!(name(all[11]), "2025-07");
}

#[test]
fn facts_are_added_up_and_nobody_is_counted_twice() {
    let issue = |kind, children, first| Issue { kind, children, first };
    let issues =
        [issue(Kind::Book, false, true), issue(Kind::Book, false, false), issue(Kind::PictureBook, true, true)];
    let f = add_up(&issues, &[false, true], 1, &[1, 1, -1]);
    assert_eq!((f.issues, f.readers, f.returns, f.renewals), (3, 2, 2, 1));
    assert_eq!(f.by_kind.into_iter().collect::<Vec<_>>(), [(Kind::Book, 2), (Kind::PictureBook, 1)]);
    assert_eq!((f.children, f.late), (Share::new(1, 3), Share::new(1, 2)));
    assert_eq!((f.taken, f.brought), (2, 1));
    assert_eq!(f.children.published(), None, "three are too few for a share");
    let none = add_up(&[], &[], 0, &[]);
    assert_eq!((none.issues, none.children.sure()), (0, None));
}

#[test]
fn what_nobody_has_taken_for_a_year_is_idle() {
    let before = idle_before(date(2026, 6, 27));
    assert_eq!(before, date(2025, 6, 27));
    let old = Standing { stands: Stands::Here, elsewhere: false, added_on: date(2024, 1, 1), last_lent_on: None };
    assert!(is_idle(&old, before));
    assert!(is_idle(&Standing { last_lent_on: Some(date(2025, 6, 26)), ..old }, before));
    assert!(!is_idle(&Standing { last_lent_on: Some(date(2025, 6, 27)), ..old }, before));
    assert!(!is_idle(&Standing { added_on: date(2025, 6, 27), ..old }, before), "it has not had its year");
    assert!(!is_idle(&Standing { elsewhere: true, ..old }, before));
    assert!(!is_idle(&Standing { stands: Stands::Missing, ..old }, before));
}
