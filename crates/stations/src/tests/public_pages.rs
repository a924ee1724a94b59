use axum::http::StatusCode;
use kernel::settings::Settings;
use kernel::view::View;
use kernel::words::Lang;

use crate::tests::town::{bare, get, towns};

#[tokio::test]
async fn the_home_page_says_first_whether_the_door_is_open() {
    for town in towns() {
        town.set_clock("2026-06-24T19:20:00+08:00".parse().expect("an instant"));
        let (status, page) = get(&town, "/s/sanhe").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("大门开着") && page.contains("今晚到 22:00 · 农历五月初十"), "{page}");
        assert!(page.contains("三合镇政府院内 · 大门今天 6:00–22:00"));
        town.set_clock("2026-06-24T23:20:00+08:00".parse().expect("an instant"));
        let (_, page) = get(&town, "/s/sanhe").await;
        assert!(page.contains("大门关着") && page.contains("明早 6:00 开"), "{page}");
        assert_eq!(get(&town, "/s/nowhere").await.0, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn without_a_station_of_its_own_the_root_is_the_directory() {
    for town in towns() {
        assert_eq!(town.settings.root_station, Settings::default().root_station);
        let (_, page) = get(&town, "/").await;
        assert!(page.contains("全国驿站") && page.contains("3 个省、自治区、直辖市"), "{page}");
    }
}

#[tokio::test]
async fn about_shows_a_week_where_it_is_and_who_shares_it() {
    for town in towns() {
        let (status, page) = get(&town, "/s/sanhe/about").await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(page.matches("6:00–22:00").count(), 7, "seven days");
        for shown in ["青海省 海东市 平安区", "tel:09728600000", "geo:36.42,102.03", "党群活动中心", "人大代表联络室"]
        {
            assert!(page.contains(shown), "{shown}");
        }
    }
}

#[tokio::test]
async fn the_poster_holds_a_code_and_no_style_of_its_own() {
    for town in towns() {
        let (_, poster) = get(&town, "/s/sanhe/poster").await;
        assert!(poster.contains("<svg") && poster.contains("http://127.0.0.1:8600/s/sanhe"));
        assert!(!poster.contains("style=") && !poster.contains("<?xml"));
        let (status, picture) = get(&town, "/s/sanhe/qr.svg").await;
        assert!(status == StatusCode::OK && picture.starts_with("<?xml") && !picture.contains("style="));
    }
}

#[tokio::test]
async fn the_directory_leads_to_the_door() {
    for town in towns() {
        let (_, county) = get(&town, "/directory?in=630203").await;
        assert!(county.contains(r#"href="/s/sanhe""#) && county.contains("还没有驿站"));
        let (_, found) = get(&town, "/directory?q=%E4%B8%89%E5%90%88").await;
        assert!(found.contains(r#"href="/s/sanhe""#) && found.contains("三合村委会"));
        let (status, nothing) = get(&town, "/directory?q=%3Cb%3E").await;
        assert!(status == StatusCode::OK && nothing.contains("没有找到“&lt;b&gt;”"), "{nothing}");
        assert_eq!(get(&town, "/directory?in=99").await.0, StatusCode::NOT_FOUND);
        assert_eq!(get(&town, "/directory?in=x").await.0, StatusCode::BAD_REQUEST);
    }
}

#[test]
fn every_sample_page_renders_in_both_languages_without_a_missing_text_or_a_style() {
    let house = bare().remove(0);
    for lang in [Lang::Zh, Lang::En] {
        let pages = crate::samples(&View::plain(&house.house(), lang));
        assert_eq!(pages.len(), 15);
        for (name, page) in pages {
            assert!(!page.contains(">stations-") && !page.contains(" style="), "{name} in {lang:?}: {page}");
        }
    }
}
