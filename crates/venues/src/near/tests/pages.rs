//! What people read.
use axum::http::StatusCode;
use kernel::view::View;
use kernel::words::{Lang, keys};

use super::country::{ask, countries, get, take};

#[test]
fn both_languages_say_the_same_things() {
    assert_eq!(keys(crate::NEAR_TEXTS.zh), keys(crate::NEAR_TEXTS.en));
}

#[tokio::test]
async fn every_page_is_drawn_in_both_languages_without_a_missing_text() {
    for house in countries() {
        for lang in [Lang::Zh, Lang::En] {
            let all = crate::near::samples(&View::plain(&house, lang));
            assert_eq!(all.len(), 9);
            for (name, html) in all {
                let texts = || html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
                let odd = texts().find(|t| t.contains("venues-") || t.contains("{ $"));
                assert_eq!(odd, None, "{name} shows the key of a text");
            }
        }
    }
}

/// The hour of the clerk of the station `slug`, as the link of a booking says it.
const HALF_PAST_EIGHT: &str = "/venues/table?at=2026-06-24T20%3A30%3A00%2B08%3A00";

#[tokio::test]
async fn from_a_township_the_page_answers_at_once_and_leads_to_the_hour_at_the_other_station() {
    for house in countries() {
        take(&house, "pingan", 1).await;
        let (status, page) = get(&house, "/near?division=630203102").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("今晚 · table"), "the first activity here, tonight: {page}");
        assert!(page.contains(&format!("/s/pingan{HALF_PAST_EIGHT}")), "{page}");
        assert!(page.contains("不到 1 公里") && page.contains("约 11 公里"));
        assert!(
            page.contains("table · 平安区 hongshuiquan"),
            "of one that has not said where it lies, only its township"
        );
        let (_, odd) =
            get(&house, "/near?division=630203102&activity=%00&on=soon&part=noon&minutes=x&within_km=9999").await;
        assert!(odd.contains("今晚 · table"), "what cannot be read is left out");
        let (_, later) = get(&house, "/near?division=630203102&activity=table&from=2026-06-25T14:00:00%2B08:00").await;
        assert!(later.contains("明天 14:00 起 · table") && later.contains("2026-06-25T14%3A00"), "{later}");
    }
}

#[tokio::test]
async fn without_a_place_it_is_asked_and_a_name_is_enough() {
    for house in countries() {
        let (status, page) = get(&house, "/near?activity=table").await;
        assert_eq!(status, StatusCode::OK);
        assert!(
            page.contains("从哪里找") && page.contains("data-here=\"/near?within_km=20&amp;activity=table"),
            "{page}"
        );
        assert!(
            page.contains("/near?division=630203102&amp;within_km=20&amp;activity=table"),
            "few stations are named: {page}"
        );
        let (_, lost) = get(&house, "/near?activity=table&q=nowhere").await;
        assert!(lost.contains("没有找到“nowhere”"), "{lost}");
        let (_, known) = get(&house, "/near?activity=table&q=630203102").await;
        assert!(
            known.contains("今晚 · table") && known.contains("从平安区 三合镇找"),
            "only one can be meant: {known}"
        );
        let (_, wrong) = get(&house, "/near?division=630203999").await;
        assert!(wrong.contains("从哪里找"), "there is no such township");
    }
}

#[tokio::test]
async fn a_point_is_used_coarsely_and_only_this_page_may_ask_for_it() {
    for house in countries() {
        let (head, _) = ask(&house, "/near?lat=36.40345&lon=102.00123&activity=table").await;
        assert_eq!(head["location"], "/near?lat=36.4&lon=102&within_km=20&activity=table&part=evening");
        let (head, page) = ask(&house, "/near?lat=36.4&lon=102&activity=table").await;
        assert!(page.contains("从您现在的位置找") && page.contains("/s/sanhe/venues/table"), "{page}");
        assert!(head["permissions-policy"].to_str().is_ok_and(|p| p.contains("geolocation=(self)")));
        assert!(!ask(&house, "/s/sanhe/venues").await.0.contains_key("permissions-policy"));
    }
}

#[tokio::test]
async fn where_there_is_nothing_the_page_says_so_and_what_to_try() {
    for house in countries() {
        let (_, none) = get(&house, "/near?division=630203102&activity=chess").await;
        assert!(none.contains("20 公里以内，没有驿站有“下棋”"), "{none}");
        assert!(none.contains("within_km=100"));
        let (_, found) = get(&house, "/near?division=630203102&activity=chess&within_km=100").await;
        assert!(found.contains("/s/north/venues/chess"));
    }
}

#[tokio::test]
async fn where_all_is_taken_the_booking_page_leads_to_the_others() {
    for house in countries() {
        let path = "/s/pingan/venues/table?on=2026-06-24";
        assert!(!get(&house, path).await.1.contains("/near?"));
        take(&house, "pingan", 2).await;
        let (_, page) = get(&house, path).await;
        let link = "/near?division=630203001&amp;activity=table&amp;from=2026-06-24T19%3A20%3A00%2B08%3A00";
        assert!(page.contains(link), "{page}");
    }
}
