//! The desk makes, scans, replaces and revokes cards, on each engine.
use axum::http::StatusCode;
use people::Role;

use crate::tests::town::{desk, get, towns, works_here};

const CARDS: &str = "/s/sanhe/desk/cards";
const LUO: &str = "name=%E7%BD%97%E5%A4%A7%E7%88%B7&phone=&agrees=1&once=a";

/// The letters under the code of a sheet.
fn letters(sheet: &str) -> String {
    let small = sheet.rsplit_once("<p class=\"small\">").unwrap().1;
    small.split_once('<').unwrap().0.replace(' ', "")
}

#[tokio::test]
async fn a_card_is_made_scanned_replaced_and_revoked() {
    for town in towns() {
        let clerk = works_here(&town, "clerk", Role::Clerk);
        let unasked = desk(&town, &clerk, CARDS, Some("name=%E7%BD%97&once=a")).await;
        assert_eq!(unasked.0, StatusCode::UNPROCESSABLE_ENTITY, "nobody is written down unasked");
        let (status, sheet) = desk(&town, &clerk, CARDS, Some(LUO)).await;
        assert!(status == StatusCode::OK && sheet.contains("罗大爷") && sheet.contains("<svg"), "{sheet}");
        let code = letters(&sheet);
        let scan = |code: &str| format!("code=http%3A%2F%2F127.0.0.1%3A8600%2Fcard%2F{code}%0D");
        let (status, card) = desk(&town, &clerk, &format!("{CARDS}/scans"), Some(&scan(&code))).await;
        assert!(status == StatusCode::SEE_OTHER && !card.contains(&code), "the code stands in no address");
        let page = desk(&town, &clerk, &card, None).await.1;
        assert!(page.contains("罗大爷") && page.contains("/desk/reservations/new?card="), "{page}");
        let second = letters(&desk(&town, &clerk, &format!("{card}/replacement"), Some("")).await.1);
        let old = desk(&town, &clerk, &format!("{CARDS}/scans"), Some(&scan(&code))).await;
        assert!(old.0 == StatusCode::UNPROCESSABLE_ENTITY && old.1.contains("没有这张卡"));
        let (_, card) = desk(&town, &clerk, &format!("{CARDS}/scans"), Some(&scan(&second))).await;
        desk(&town, &clerk, &format!("{card}/revocation"), Some("")).await;
        let gone = desk(&town, &clerk, &format!("{CARDS}/scans"), Some(&scan(&second))).await;
        assert_eq!(gone.0, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn a_camera_and_a_stranger_learn_nothing() {
    for town in towns() {
        assert_eq!(get(&town, CARDS).await.0, StatusCode::UNAUTHORIZED);
        let clerk = works_here(&town, "clerk", Role::Clerk);
        let nobodys = format!("{CARDS}/{}", town.new_id());
        assert_eq!(desk(&town, &clerk, &nobodys, None).await.0, StatusCode::NOT_FOUND);
    }
}
