//! Every page in both languages, and what 2028 has twice.
use kernel::view::View;
use kernel::words::{self, Lang};

use super::*;
use crate::fair::{pages::samples, says};
use crate::fairday::answers as fairs;

#[tokio::test]
async fn every_page_is_drawn_in_both_languages() {
    assert_eq!(words::keys(crate::FAIR_TEXTS.zh), words::keys(crate::FAIR_TEXTS.en));
    let town = towns().await.swap_remove(0);
    let (station, fair) = (town.station.clone(), town.fair);
    let fair = town.house.db.read(move |c: &mut Conn| fairs::fair(c, &station, fair)).await.unwrap();
    for lang in [Lang::Zh, Lang::En] {
        let v = View::plain(&town.house.house(), lang);
        for (name, page) in samples(&v, &town.station, &fair) {
            assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
            let shown: Vec<&str> = page.split('<').filter_map(|p| p.split_once('>').map(|(_, text)| text)).collect();
            for odd in ["fair-", "parking-", "fairday-", "page-", "stations-", "{ $"] {
                assert!(!shown.iter().any(|text| text.contains(odd)), "{name} shows {odd}: {page}");
            }
            if !name.starts_with("desk") {
                assert!(!page.contains("马师傅"), "{name} names a stall holder");
            }
        }
    }
}

#[tokio::test]
async fn in_2027_it_is_on_17_june_and_in_2028_on_5_june_with_a_word_about_the_leap_month() {
    let town = towns().await.swap_remove(0);
    let (station, now) = (town.station.clone(), town.house.now());
    let all = town.house.db.read(move |c: &mut Conn| fairs::coming(c, &station, now, 9)).await.unwrap();
    let days: Vec<String> = all.iter().map(|fair| fair.day(&town.station).to_string()).collect();
    assert_eq!(days, ["2026-06-27", "2027-06-17", "2028-06-05"]);
    let v = View::plain(&town.house.house(), Lang::Zh);
    let leap: Vec<Option<String>> = all.iter().map(|fair| says::leap(&v, &town.station, fair)).collect();
    assert_eq!((&leap[0], &leap[1]), (&None, &None));
    let words = leap[2].as_deref().expect("a notice");
    assert!(words.contains("6月5日") && words.contains("7月5日"), "{words}");
}
