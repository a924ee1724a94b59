//! The rules of a walk, case by case.
use jiff::civil::date;
use kernel::db::types::Id;
use people::StaffId;

use super::*;
use crate::rules::Stands;
use crate::{CopyId, StocktakeId, TitleId};

fn id(n: u128) -> Id {
    Id(uuid::Uuid::from_u128(n))
}

fn walk(n: u128, shelf: Option<i32>) -> Stocktake {
    Stocktake {
        id: StocktakeId(id(n)),
        shelf,
        begun_at: "2026-06-27T04:00:00Z".parse().unwrap(),
        begun_by: StaffId(id(9)),
        ended_at: None,
    }
}

#[test]
fn nobody_walks_where_somebody_walks() {
    let shelves = [1, 2];
    assert_eq!(may_begin(Some(1), &shelves, &[]), Ok(()));
    assert_eq!(may_begin(Some(3), &shelves, &[]), Err(NoStocktake::NoShelf));
    assert_eq!(may_begin(None, &[], &[]), Err(NoStocktake::NoShelf));
    let (one, all) = (walk(1, Some(1)), walk(2, None));
    let running = |w: &Stocktake| Err(NoStocktake::Running(w.id));
    assert_eq!(may_begin(Some(2), &shelves, std::slice::from_ref(&one)), Ok(()));
    assert_eq!(may_begin(Some(1), &shelves, std::slice::from_ref(&one)), running(&one));
    assert_eq!(may_begin(None, &shelves, std::slice::from_ref(&one)), running(&one));
    assert_eq!(may_begin(Some(2), &shelves, std::slice::from_ref(&all)), running(&all));
}

#[test]
fn a_walk_that_is_over_takes_nothing_more() {
    let over = Stocktake { ended_at: Some("2026-06-27T05:00:00Z".parse().unwrap()), ..walk(1, None) };
    assert_eq!(over.runs(), Err(NoStocktake::Over(over.id)));
    assert_eq!(walk(1, None).runs(), Ok(()));
}

#[test]
fn a_scan_says_all_that_does_not_fit() {
    let fine = ScanFacts { shelf: 1, stands: Stands::Here, due_on: None, aside: false, before: false };
    assert_eq!(odd(&fine, 1), []);
    let due_on = date(2026, 7, 3);
    let lent = ScanFacts { due_on: Some(due_on), ..fine };
    assert_eq!(odd(&lent, 2), [Odd::Lent { due_on }, Odd::OtherShelf { shelf: 1 }]);
    assert_eq!(odd(&ScanFacts { before: true, aside: true, ..fine }, 1), [Odd::PutAside, Odd::Already]);
    for (stands, said) in [
        (Stands::Missing, Odd::WasMissing),
        (Stands::Repair, Odd::WasInRepair),
        (Stands::OnTheWay, Odd::OnTheWay),
        (Stands::Gone, Odd::Gone),
    ] {
        assert_eq!(odd(&ScanFacts { stands, ..fine }, 1), [said]);
    }
}

fn standing(stands: Stands, seen: Option<i32>) -> Standing {
    Standing {
        copy: CopyId(id(1)),
        title: TitleId(id(2)),
        barcode: "2000000000015".into(),
        shelf: 1,
        stands,
        elsewhere: false,
        since: false,
        seen,
        stood: seen.map(|_| stands),
    }
}

#[test]
fn only_what_should_be_there_and_nobody_saw_is_missing() {
    let unseen = standing(Stands::Here, None);
    assert_eq!(unseen.becomes(), Becomes::Missing);
    assert_eq!(Standing { elsewhere: true, ..unseen.clone() }.becomes(), Becomes::Stays, "somebody has it");
    assert_eq!(Standing { since: true, ..unseen }.becomes(), Becomes::Stays, "it came meanwhile");
    assert_eq!(standing(Stands::Here, Some(1)).becomes(), Becomes::Stays);
    for stands in [Stands::Missing, Stands::Repair] {
        assert_eq!(standing(stands, None).becomes(), Becomes::Stays);
        assert_eq!(standing(stands, Some(2)).becomes(), Becomes::HereAgain);
        let since = Standing { stood: Some(Stands::Here), ..standing(stands, Some(1)) };
        assert_eq!(since.becomes(), Becomes::Stays, "somebody has said so since it was seen");
    }
    for stands in [Stands::OnTheWay, Stands::Gone] {
        assert_eq!(standing(stands, None).becomes(), Becomes::Stays);
        assert_eq!(standing(stands, Some(1)).becomes(), Becomes::Stays);
    }
}

#[test]
fn progress_counts_what_should_be_there_and_what_strayed() {
    let all = [
        standing(Stands::Here, Some(1)),
        standing(Stands::Here, None),
        standing(Stands::Missing, None),
        standing(Stands::Missing, Some(1)),
        Standing { elsewhere: true, ..standing(Stands::Here, None) },
        Standing { since: true, ..standing(Stands::Here, None) },
        Standing { shelf: 2, ..standing(Stands::Here, Some(1)) },
    ];
    let p = Progress::of(&all, |shelf| shelf == 1);
    assert_eq!(p, Progress { seen: 2, of: 3, strays: 1, elsewhere: 1 });
    assert!(all[6].misplaced() && !all[0].misplaced());
}
