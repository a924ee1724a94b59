//! The button through the real router.
use axum::http::StatusCode;
use kernel::view::View;
use kernel::words::{self, Lang};
use serde_json::json;

use crate::door::tests::{Before, FOUND, at, facts};
use crate::tests::towns;

const PAGE: &str = "/s/sanhe/door";
const KIND: &str = "door.found-closed";

#[tokio::test]
async fn anybody_presses_and_is_thanked() {
    for town in towns().await {
        let here = Before(&town);
        here.get(None, PAGE).await.is(StatusCode::OK).says("我来时门没开").says("06:00–22:00");
        let pressed = here.send(None, &format!("{PAGE}/found-closed"), &[("once", "a")]).await;
        assert_eq!((pressed.status, pressed.to.as_str()), (StatusCode::SEE_OTHER, "/s/sanhe/door?done=1"));
        here.get(None, &pressed.to).await.says("谢谢").says("明天").hushes("<form");
        assert_eq!(facts(&town, KIND).await.len(), 1);
        let back = here.get(None, &format!("{PAGE}/found-closed")).await;
        assert_eq!((back.status, back.to.as_str()), (StatusCode::SEE_OTHER, PAGE));
        here.get(None, "/s/nowhere/door").await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn outside_the_hours_there_is_no_button_and_why_is_said() {
    for town in towns().await {
        let here = Before(&town);
        town.house.set_clock(at("2026-06-27T23:00:00+08:00"));
        here.get(None, PAGE).await.says("明天 06:00").hushes("<form");
        let no = here.send(None, &format!("{PAGE}/found-closed"), &[("once", "a")]).await;
        no.is(StatusCode::CONFLICT).says("所以没有记");
        let no = here.call(None, FOUND, ("a", json!({}))).await;
        assert_eq!(no.is(StatusCode::CONFLICT).json()["type"], "/problems/door-not-promised");
        assert!(facts(&town, KIND).await.is_empty());
    }
}

#[tokio::test]
async fn programs_ask_and_press_by_the_same_rules() {
    for town in towns().await {
        let here = Before(&town);
        let promise = here.get(None, "/api/v1/stations/sanhe/door").await.is(StatusCode::OK).json();
        assert_eq!((&promise["promised_now"], &promise["opens_at"]), (&json!(true), &json!("2026-06-27T22:00:00Z")));
        assert_eq!(promise["spans"], json!([{ "from": "2026-06-26T22:00:00Z", "until": "2026-06-27T14:00:00Z" }]));
        for key in ["a", "a", "b"] {
            here.call(None, FOUND, (key, json!({}))).await.is(StatusCode::NO_CONTENT);
        }
        assert_eq!(facts(&town, KIND).await.len(), 1);
    }
}

#[tokio::test]
async fn neither_one_address_nor_many_press_without_end() {
    let address = |many: bool, n: u8| [192, 0, 2, if many { n } else { 7 }];
    for many in [false, true] {
        for town in towns().await {
            let (here, mut through) = (Before(&town), 0);
            for n in 0..100 {
                through += usize::from(here.presses_from(address(many, n)).await.status == StatusCode::NO_CONTENT);
            }
            assert!((10..50).contains(&through), "a busy morning goes through, a script does not: {through}");
            assert_eq!(facts(&town, KIND).await.len(), 1);
        }
    }
}

#[test]
fn every_page_is_drawn_in_both_languages() {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
        let all = super::samples(&v).expect("the samples can be drawn");
        assert!(all.len() >= 6, "{}", all.len());
        for (name, page) in &all {
            let mut shown = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            assert!(!shown.any(|text| text.contains("door-") || text.contains("{ $")), "{name}: {page}");
            for odd in [" style=", "<style", "onclick", "<script>", "排名", "得分", "score", "target"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
        }
    }
    assert_eq!(words::keys(crate::DOOR_TEXTS.zh), words::keys(crate::DOOR_TEXTS.en));
}
