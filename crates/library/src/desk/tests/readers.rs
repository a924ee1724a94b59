//! Who stands at the counter.
use kernel::db::types::StationId;
use people::StaffId;

use super::*;
use crate::desk::who::{self, Typed};

#[test]
fn a_card_a_number_and_a_name_are_told_apart() {
    let code = "abcd efgh ijkl mnop qrst uvw2";
    for typed in [code.to_owned(), code.replace(' ', "").to_uppercase(), "https://x.example/card/abc".into()] {
        assert!(matches!(who::read(&typed), Ok(Some(Typed::Card(_)))), "{typed}");
    }
    assert!(matches!(who::read(" 138 0000 0001 "), Ok(Some(Typed::Phone(_)))));
    assert!(matches!(who::read("马大爷"), Ok(Some(Typed::Name(_)))));
    assert!(matches!(who::read("  "), Ok(None)));
    assert!(matches!(who::read("1380000"), Err("people-phone-too-short")));
    assert!(matches!(who::read("<b>"), Err("people-name-unreadable")));
}

#[tokio::test]
async fn a_sealed_line_is_good_at_its_counter_for_a_while() {
    let room = rooms(&[], &[]).await.swap_remove(0);
    let (house, at) = (&room.house, (room.station.id, room.clerk.id));
    let line = who::seal(house, at, room.luo.person);
    assert_eq!(who::open(house, at, &line), Some(room.luo.person));
    assert_eq!(who::open(house, (StationId(room.station.id.0 + 1), room.clerk.id), &line), None);
    assert_eq!(who::open(house, (room.station.id, StaffId(house.new_id())), &line), None);
    for wrong in ["", "abc", &line[1..], &room.luo.person.to_string()] {
        assert_eq!(who::open(house, at, wrong), None, "{wrong}");
    }
    house.wait(jiff::SignedDuration::from_mins(30));
    assert_eq!(who::open(house, at, &line), None);
}

#[tokio::test]
async fn whoever_was_found_too_long_ago_shows_the_card_again_and_what_was_scanned_stays() {
    for counter in counters().await {
        let hare = counter.hare().await;
        let held = counter.press(&[("reader", &counter.room.luo.card)]).await.hidden("held");
        counter.room.house.wait(jiff::SignedDuration::from_mins(31));
        let page = counter.press(&[("held", &held), ("barcode", &hare)]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("请再扫一次卡").says(&hare);
        assert!(!counter.is_lent(&hare).await);
    }
}

#[tokio::test]
async fn a_number_is_one_reader_and_a_name_is_asked_about() {
    for counter in counters().await {
        let ([first, second], hare) = (counter.lychees().await, counter.hare().await);
        counter.press(&[("reader", "13912345678")]).await.is(StatusCode::OK).says("第一次来");
        let page = counter.press(&[("reader", "13912345678"), ("barcode", &first)]).await;
        page.says("借出去了").says("139****5678").hushes("13912345678");
        counter.press(&[("reader", "139 1234 5678")]).await.says("139****5678手上的 1 件");
        counter.press(&[("reader", "马大爷"), ("barcode", &second)]).await.says("借出去了").says("马大爷手上的 1 件");
        // The same name once more: perhaps the same neighbour, perhaps another.
        let form = [("reader", "马大爷"), ("barcode", hare.as_str())];
        let which = counter.press(&form).await;
        which.is(StatusCode::OK).says("已经有叫“马大爷”的读者，是哪一位？").says("手上有：长安的荔枝");
        assert!(!counter.is_lent(&hare).await);
        let held = which.hidden("held");
        counter.press(&[("held", &held), ("barcode", &hare)]).await.says("马大爷手上的 2 件");
        counter.press(&[("barcode", &hare)]).await.says("还好了");
        let other = [("reader", "马大爷"), ("barcode", hare.as_str()), ("new", "1")];
        counter.press(&other).await.says("马大爷手上的 1 件");
        counter.sound().await;
    }
}

#[tokio::test]
async fn a_card_that_is_not_good_is_said_and_lends_nothing() {
    for counter in counters().await {
        let hare = counter.hare().await;
        let strange = "abcdefghijklmnopqrstuvw2";
        let page = counter.press(&[("reader", strange), ("barcode", &hare)]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("这张家庭卡不能用").says(&hare);
        assert!(!counter.is_lent(&hare).await);
    }
}
