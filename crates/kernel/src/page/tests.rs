use std::collections::BTreeSet;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION, SET_COOKIE,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use tower::ServiceExt;

use super::coding::{Coding, choose};
use super::{assets, dress, headers, icons, local_path, look, query_value, samples, shell};
use crate::fault::Fault;
use crate::house::House;
use crate::testing::{self, TestHouse};
use crate::view::View;
use crate::words::keys;

fn house() -> TestHouse {
    testing::on_sqlite(&[], &[crate::texts!()])
}

fn app(house: House) -> Router {
    let pages = Router::new()
        .route("/gone", get(async || Fault::NotFound))
        .route("/mine", get(async || Fault::SignInFirst).post(async || Fault::SignInFirst))
        .route("/staff", get(async || Fault::StaffSignInFirst))
        .route("/busy", get(async || Fault::Busy))
        .route("/many", get(async || Fault::TooMany { seconds: 42 }))
        .route("/unsure", get(async || Fault::Unsure("secret words".into())))
        .route("/api/broken", get(async || Fault::broken("secret words")))
        .route("/form", axum::routing::post(async |Form(_): Form<Vec<(String, String)>>| "ok"));
    let all = pages.merge(assets::routes()).merge(look::routes());
    all.layer(from_fn_with_state(house.clone(), dress::dress)).layer(from_fn(headers::headers)).with_state(house)
}

async fn ask(request: axum::http::request::Builder) -> Response {
    let house = house();
    app(house.house()).oneshot(request.body(Body::empty()).expect("a request")).await.expect("the app answers")
}

async fn text(response: Response) -> String {
    let bytes = to_bytes(response.into_body(), 1 << 20).await.expect("a body");
    String::from_utf8(bytes.to_vec()).expect("text")
}

fn header(response: &Response, name: impl axum::http::header::AsHeaderName) -> &str {
    response.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or("")
}

#[test]
fn only_paths_of_our_own_lead_back() {
    for good in ["/", "/s/sanhe?d=2026-06-24&then=/mine", "/a%20b", "/x?url=https://example.org/"] {
        assert_eq!(local_path(good), Some(good));
    }
    let long = format!("/{}", "x".repeat(2000));
    for bad in [
        "",
        "mine",
        "//evil",
        "/\\evil",
        "https://evil",
        "/\t/evil",
        "/a b",
        "/a\r\nSet-Cookie: x",
        "javascript:1",
        &long,
    ] {
        assert_eq!(local_path(bad), None, "{bad:?}");
    }
    assert_eq!(query_value("/s?a=1&b=台"), "/s%3Fa%3D1%26b%3D%E5%8F%B0");
}

#[test]
fn the_smallest_coding_that_is_allowed_is_chosen() {
    for (accepted, coding) in [
        ("gzip, deflate, br", Coding::Brotli),
        ("br;q=0, gzip", Coding::Gzip),
        ("gzip;q=0.0, br;q=0", Coding::Plain),
        ("*", Coding::Brotli),
        ("*, br;q=0", Coding::Gzip),
        ("identity", Coding::Plain),
        ("", Coding::Plain),
    ] {
        assert_eq!(choose(accepted), coding, "{accepted}");
    }
}

#[test]
fn the_files_of_a_public_page_are_small() {
    let size = |name| assets::asset(name).expect("the asset").form(Coding::Brotli).bytes.len();
    assert!(size("yz.css") <= 4096, "yz.css: {}", size("yz.css"));
    assert!(size("text.css") < 1024, "text.css: {}", size("text.css"));
    assert!(size("read.css") <= 4096, "read.css: {}", size("read.css"));
    assert!(size("yz.js") <= 2048, "yz.js: {}", size("yz.js"));
}

#[tokio::test]
async fn an_asset_is_sent_in_the_form_that_is_asked_for_and_once() {
    let url = assets::asset_url("yz.css");
    for (accepted, coding) in [("br", "br"), ("gzip", "gzip"), ("identity", "")] {
        let response = ask(Request::get(url).header(ACCEPT_ENCODING, accepted)).await;
        assert_eq!((response.status(), header(&response, CONTENT_ENCODING)), (StatusCode::OK, coding));
        assert_eq!(header(&response, "vary"), "accept-encoding");
        assert_eq!(header(&response, "cache-control"), "public, max-age=31536000, immutable");
        let tag = header(&response, ETAG).to_owned();
        let again = ask(Request::get(url).header(ACCEPT_ENCODING, accepted).header(IF_NONE_MATCH, tag)).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(text(again).await, "");
    }
    let plain = ask(Request::get(url)).await;
    assert!(text(plain).await.starts_with("@layer"));
}

#[tokio::test]
async fn a_switch_sets_its_cookie_and_leads_back() {
    let response = ask(Request::get("/look?care=1&then=/s/sanhe%3Fd%3D1")).await;
    assert_eq!((response.status(), header(&response, LOCATION)), (StatusCode::SEE_OTHER, "/s/sanhe?d=1"));
    assert!(header(&response, SET_COOKIE).starts_with("care=1; Path=/; Max-Age=31536000"));
    let away = ask(Request::get("/look?lang=en&then=//evil.example")).await;
    assert_eq!(header(&away, LOCATION), "/");
    assert!(header(&away, SET_COOKIE).starts_with("lang=en;"));
    let normal = ask(Request::get("/look?care=0")).await;
    assert!(header(&normal, SET_COOKIE).contains("Max-Age=0"));
}

#[tokio::test]
async fn failures_become_pages_documents_or_the_way_to_sign_in() {
    let gone = ask(Request::get("/gone").header("accept-language", "en")).await;
    assert_eq!((gone.status(), header(&gone, CONTENT_TYPE)), (StatusCode::NOT_FOUND, "text/html; charset=utf-8"));
    assert!(text(gone).await.contains("There is no such page"));
    let nowhere = ask(Request::get("/no/such/route")).await;
    assert_eq!(nowhere.status(), StatusCode::NOT_FOUND);
    assert!(text(nowhere).await.contains("没有这一页"));
    let mine = ask(Request::get("/mine?x=1")).await;
    assert_eq!((mine.status(), header(&mine, LOCATION)), (StatusCode::SEE_OTHER, "/sign-in?then=/mine%3Fx%3D1"));
    let staff = ask(Request::get("/staff")).await;
    assert_eq!(header(&staff, LOCATION), "/staff/sign-in?then=/staff");
    let posted = ask(Request::post("/mine")).await;
    assert_eq!(posted.status(), StatusCode::UNAUTHORIZED);
    assert!(text(posted).await.contains("href=\"/sign-in\""));
    let unsure = text(ask(Request::get("/unsure")).await).await;
    assert!(unsure.contains("href=\"/me\"") && !unsure.contains("secret"));
    assert_eq!(header(&ask(Request::get("/busy")).await, "retry-after"), "5");
    assert_eq!(header(&ask(Request::get("/many")).await, "retry-after"), "42");
    let method = ask(Request::delete("/look")).await;
    assert_eq!(method.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert!(header(&method, "allow").contains("GET") && text(method).await.contains("什么都没变"));
    let form = ask(Request::post("/form").header(CONTENT_TYPE, "text/xml")).await;
    assert_eq!(form.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(text(form).await.contains("没看懂"));
}

#[tokio::test]
async fn programs_get_problem_documents() {
    for request in [Request::get("/api/broken"), Request::get("/gone").header(ACCEPT, "application/json")] {
        let response = ask(request).await;
        assert_eq!(header(&response, CONTENT_TYPE), "application/problem+json");
        let body = text(response).await;
        let problem: serde_json::Value = serde_json::from_str(&body).expect("JSON");
        assert!(
            problem["type"].as_str().is_some_and(|t| t.starts_with("/problems/")) && !body.contains("secret"),
            "{body}"
        );
    }
}

#[tokio::test]
async fn every_response_carries_the_headers() {
    for path in ["/gone", "/busy", assets::asset_url("yz.js"), "/api/broken"] {
        let response = ask(Request::get(path)).await;
        assert!(header(&response, "content-security-policy").contains("frame-ancestors 'none'"));
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
    }
    assert_eq!(header(&ask(Request::get("/gone")).await, "cache-control"), "no-cache");
    let known = ask(Request::get("/gone").header("cookie", "session=x")).await;
    assert_eq!(header(&known, "cache-control"), "no-store");
}

#[test]
fn a_data_block_cannot_end_its_element() {
    let json = shell::data_block("{\"name\":\"</script><script>alert(1)</script>\"}");
    assert!(!json.contains('<'));
    let value: serde_json::Value = serde_json::from_str(&json).expect("still JSON");
    assert_eq!(value["name"], "</script><script>alert(1)</script>");
}

#[test]
fn both_languages_say_the_same_things() {
    let texts = crate::texts!();
    assert_eq!(keys(texts.zh), keys(texts.en));
}

#[test]
fn samples_render_with_known_icons_and_nothing_inline() {
    let house = house();
    let icons: BTreeSet<&str> = icons::names().collect();
    for chosen in ["", "lang=en; care=1"] {
        let headers: HeaderMap = [(axum::http::header::COOKIE, HeaderValue::from_static(chosen))].into_iter().collect();
        let view = View::of(&house, &headers, "/s/sanhe?a=1&b=2".into());
        for (name, html) in samples::samples(&view) {
            assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"), "{name}");
            for used in html.split("href=\"#i-").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(icons.contains(used), "{name} uses {used}");
                assert_eq!(html.matches(&format!("<symbol id=\"i-{used}\"")).count(), 1, "{name} draws {used}");
            }
        }
    }
}
