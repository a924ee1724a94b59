use kernel::view::View;
use kernel::words::{Lang, keys};

use super::towns;

#[test]
fn both_languages_say_the_same_things() {
    assert_eq!(keys(crate::TEXTS.zh), keys(crate::TEXTS.en));
}

#[tokio::test]
async fn every_page_is_drawn_in_both_languages_without_a_missing_text() {
    for town in towns().into_iter().take(1) {
        for lang in [Lang::Zh, Lang::En] {
            for (name, html) in crate::samples(&View::plain(&town, lang)) {
                assert!(html.starts_with("<!DOCTYPE html>"), "{name}");
                assert!(!html.contains("people-"), "{name} shows the key of a text");
                assert!(!html.contains("13800005521"), "{name} shows a whole number");
                assert!(!html.contains("{ $"), "{name} shows a value's name");
            }
        }
    }
}

#[tokio::test]
async fn zz_dump() {
    use tower::ServiceExt;
    let town = towns().remove(0);
    std::fs::create_dir_all("/tmp/pp").unwrap();
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (name, html) in crate::samples(&View::plain(&town, lang)) {
            for (care, suffix) in [("", ""), (" data-care", "-care")] {
                let html =
                    html.replacen("<html", &format!("<html{care}"), 1).replace("\"/assets/", "\"/tmp/pp/assets/");
                std::fs::write(format!("/tmp/pp/{name}-{tag}{suffix}.html"), html).unwrap();
            }
        }
    }
    std::fs::create_dir_all("/tmp/pp/assets").unwrap();
    for name in ["yz.css", "desk.css", "yz.js", "lamp.svg"] {
        let url = kernel::page::asset_url(name);
        let r = kernel::page::assets::routes().with_state(town.house());
        let res = r.oneshot(axum::http::Request::get(url).body(axum::body::Body::empty()).unwrap()).await.unwrap();
        let body = axum::body::to_bytes(res.into_body(), 1 << 20).await.unwrap();
        std::fs::write(format!("/tmp/pp{url}"), body).unwrap();
    }
}
