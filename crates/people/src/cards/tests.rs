//! Household cards, on each engine.
use kernel::db::types::StationId;
use kernel::event;
use kernel::fault::Fault;
use kernel::testing::TestHouse;

use super::rules::{CARD_LASTS, code_in};
use super::{Household, Issued, NewHousehold};
use crate::ids::StaffId;
use crate::tests::towns;

const SANHE: StationId = StationId(63020310201);
const OTHER: StationId = StationId(63020310101);

async fn issue(town: &TestHouse, name: &str, phone: Option<&str>) -> Issued {
    let (house, by) = (town.house(), StaffId(town.new_id()));
    let new = NewHousehold { name: name.parse().unwrap(), phone: phone.map(|p| p.parse().unwrap()) };
    town.db.write(move |c| super::acts::issue(c, &house, (SANHE, by), &new)).await.unwrap()
}

async fn scan(town: &TestHouse, typed: &str) -> Option<Household> {
    let (house, typed) = (town.house(), typed.to_owned());
    town.db.read(move |c| super::scanned(c, &house, &typed)).await.unwrap()
}

#[test]
fn a_scanner_or_a_hand_may_type_the_code() {
    let code = super::rules::code_of([0xa7; super::rules::BYTES]);
    let spaced = code.as_bytes().chunks(4).map(|c| std::str::from_utf8(c).unwrap()).collect::<Vec<_>>().join(" ");
    for typed in [code.clone(), format!("https://sanhe.example/card/{code}\r\n"), spaced.to_uppercase()] {
        assert_eq!(code_in(&typed).as_ref(), Some(&code), "{typed:?}");
    }
    for typed in ["", "13800005521", "630203195605134321", "https://sanhe.example/card/", "罗大爷"] {
        assert_eq!(code_in(typed), None, "{typed:?}");
    }
}

#[tokio::test]
async fn a_card_tells_the_desk_whom_to_call_and_nothing_else_knows_its_code() {
    for town in towns() {
        let card = issue(&town, "罗大爷", None).await;
        let seen = scan(&town, &format!("https://sanhe.example/card/{}", card.code)).await.unwrap();
        assert_eq!((seen.name.as_deref(), seen.phone, seen.card.id), (Some("罗大爷"), None, card.card));
        let mut wrong = card.code.clone();
        wrong.replace_range(0..1, if wrong.starts_with('a') { "b" } else { "a" });
        assert!(scan(&town, &wrong).await.is_none());
        let events = town.db.read(|c| event::since(c, SANHE, 0, 9)).await.unwrap();
        assert_eq!(events.len(), 1, "scans are written down nowhere: {events:?}");
        assert!(!format!("{events:?}").contains(&card.code));
    }
}

#[tokio::test]
async fn a_new_card_makes_the_old_one_good_no_more() {
    for town in towns() {
        let first = issue(&town, "罗大爷", Some("13800005521")).await;
        let (house, by) = (town.house(), StaffId(town.new_id()));
        let card = first.card;
        let second = town.db.write(move |c| super::reissue(c, &house, (SANHE, by), card)).await.unwrap();
        assert!(scan(&town, &first.code).await.is_none());
        assert!(scan(&town, &second.code).await.is_some());
        // The same number at the desk again is the same household.
        let third = issue(&town, "罗大爷", Some("138 0000 5521")).await;
        assert!(scan(&town, &second.code).await.is_none());
        assert!(scan(&town, &third.code).await.is_some());
        let house = town.house();
        let elsewhere = town.db.write(move |c| super::reissue(c, &house, (OTHER, by), third.card)).await;
        assert_eq!(elsewhere.unwrap_err(), Fault::NotFound, "another station's desk sees nothing of it");
    }
}

#[tokio::test]
async fn a_revoked_card_is_good_no_more_and_goes_and_so_does_one_that_is_two_years_old() {
    for town in towns() {
        let (first, second) = (issue(&town, "罗大爷", None).await, issue(&town, "马奶奶", None).await);
        let (house, by) = (town.house(), StaffId(town.new_id()));
        let revoke = async || {
            let (house, card) = (house.clone(), first.card);
            town.db.write(move |c| super::revoke(c, &house, (SANHE, by), card)).await
        };
        revoke().await.unwrap();
        revoke().await.unwrap();
        assert!(scan(&town, &first.code).await.is_none());
        let events = town.db.read(|c| event::since(c, SANHE, 0, 9)).await.unwrap();
        let kinds: Vec<_> = events.iter().map(|e| e.kind.as_str()).collect();
        assert_eq!(kinds, ["card.issued", "card.issued", "card.revoked"], "revoked once");
        crate::jobs(&town, &crate::holding::Holdings::from([])).await.unwrap();
        assert_eq!(revoke().await.unwrap_err(), Fault::NotFound, "forgotten");
        town.wait(CARD_LASTS);
        assert!(scan(&town, &second.code).await.is_none());
    }
}

#[tokio::test]
async fn a_double_tap_is_one_household_and_the_last_sheet_is_good() {
    for town in towns() {
        let by = StaffId(town.new_id());
        let tap = async || {
            let (house, once) = (town.house(), kernel::once::Once::new("a", "clerk", &"罗大爷"));
            let new = NewHousehold { name: "罗大爷".parse().unwrap(), phone: None };
            town.db.write(move |c| super::issue_once(c, &house, (SANHE, by), &new, Some(&once))).await.unwrap()
        };
        let (first, second) = (tap().await, tap().await);
        assert!(scan(&town, &first.code).await.is_none());
        let seen = scan(&town, &second.code).await.unwrap();
        let cards = town.db.read(move |c| super::cards_of(c, seen.card.person)).await.unwrap();
        assert_eq!(cards.len(), 2, "one household, whose first card was replaced");
    }
}
