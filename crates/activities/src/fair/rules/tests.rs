//! The rules by their sentences.
use jiff::{SignedDuration, Timestamp};
use kernel::db::types::Id;

use super::*;
use crate::fair::{EntryId, StallId};

fn id(n: u32) -> Id {
    Id(uuid::Uuid::from_u128(u128::from(n) + 1))
}

fn at(minute: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minute)
}

fn stall(n: u32, goods: Goods, metres: i16) -> Stall {
    let n_ = i32::try_from(n).expect("few");
    Stall {
        id: StallId(id(n)),
        number: n_,
        turn: n_,
        goods,
        sells: String::new(),
        metres,
        power: false,
        trade_name: String::new(),
        trade_public: false,
        state: Stands::Waiting,
        code: None,
    }
}

fn place(goods: Option<Goods>, metres: i16, power: bool) -> Place {
    let kind = PlaceKind::Stall;
    Place { code: "A1".into(), kind, label: String::new(), goods, metres, power, x: 0, y: 0, wide: 6, tall: 4 }
}

#[test]
fn a_stall_fits_where_there_is_room_power_and_its_goods_may_be_sold() {
    let food = stall(1, Goods::Food, 3);
    assert!(fits(&place(None, 3, false), &food));
    assert!(fits(&place(Some(Goods::Food), 4, false), &food));
    assert!(!fits(&place(None, 2, true), &food));
    assert!(!fits(&place(Some(Goods::Farm), 4, true), &food));
    let with_power = Stall { power: true, ..food.clone() };
    assert!(!fits(&place(None, 3, false), &with_power) && fits(&place(None, 3, true), &with_power));
    assert!(!fits(&Place { kind: PlaceKind::Stage, ..place(None, 9, true) }, &food));
}

#[test]
fn a_place_that_is_given_back_goes_to_the_first_in_line_whom_it_fits() {
    let all = [stall(1, Goods::Farm, 6), stall(3, Goods::Food, 3), stall(2, Goods::Food, 3)];
    assert_eq!(next_for(&place(None, 3, false), &all).map(|s| s.number), Some(2));
    assert_eq!(next_for(&place(Some(Goods::Farm), 8, false), &all).map(|s| s.number), Some(1));
    assert_eq!(next_for(&place(Some(Goods::Crafts), 8, false), &all), None);
}

#[test]
fn what_is_called_off_is_neither_on_nor_next() {
    let entry = |n, from, until, off: Option<&str>| Entry {
        id: EntryId(id(n)),
        from: at(from),
        until: at(until),
        title: String::new(),
        place: String::new(),
        who: String::new(),
        off: off.map(str::to_owned),
    };
    let all =
        [entry(1, 0, 60, None), entry(2, 30, 90, Some("下雨")), entry(3, 70, 80, Some("下雨")), entry(4, 90, 99, None)];
    let (on, next) = on_and_next(at(40), &all);
    assert_eq!((on.len(), next.map(|e| e.id)), (1, Some(EntryId(id(4)))));
}

#[test]
fn the_best_place_is_for_its_goods_and_no_longer_than_it_must_be() {
    let coded = |code: &str, place: Place| Place { code: code.into(), ..place };
    let all = [
        coded("A1", place(None, 3, false)),
        coded("C1", place(Some(Goods::Food), 6, true)),
        coded("C2", place(Some(Goods::Food), 4, true)),
        coded("D1", place(Some(Goods::Farm), 3, false)),
    ];
    let best = |goods, metres| best_for(&stall(1, goods, metres), all.iter()).map(|p| p.code.as_str());
    assert_eq!((best(Goods::Food, 3), best(Goods::Food, 5)), (Some("C2"), Some("C1")));
    assert_eq!((best(Goods::Crafts, 3), best(Goods::Crafts, 4)), (Some("A1"), None));
}
