//! The house itself: pages, health, what stands around every route.
use axum::http::Method;
use serde_json::json;

use crate::town;

#[tokio::test(flavor = "multi_thread")]
async fn the_station_is_at_the_root_and_at_its_own_address() {
    town::each(async |town| {
        let visitor = town.visitor();
        visitor.get("/").await.ok().says("三合镇共享驿站");
        visitor.get("/s/sanhe").await.ok().says("三合镇共享驿站");
        town.visitor().in_english().get("/s/sanhe").await.ok().says("Sanhe shared station");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_is_a_calm_page_and_for_programs_a_problem() {
    town::each(async |town| {
        let visitor = town.visitor();
        visitor.get("/nothing-here").await.is(404).says("没有这一页");
        let problem = visitor.api(Method::GET, "/nothing-here", None).await;
        assert_eq!(problem.is(404).json()["type"], "/problems/not-found");
        assert_eq!(problem.header("content-type"), Some("application/problem+json"));
        visitor.api(Method::DELETE, "/stations", None).await.is(405);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_from_another_site_is_not_made() {
    town::each(async |town| {
        let body = || Some(("application/x-www-form-urlencoded", b"phone=13800000001".to_vec()));
        let visitor = town.visitor();
        for from in [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")] {
            visitor.send(Method::POST, "/sign-in", &[from], body()).await.is(403);
        }
        assert_eq!(town.messages().await.len(), 0, "no code was sent");
        for from in [("sec-fetch-site", "same-origin"), ("origin", "http://sanhe.test")] {
            visitor.send(Method::POST, "/sign-in", &[from], body()).await.leads_to();
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_says_where_scripts_may_come_from() {
    town::each(async |town| {
        for path in ["/", "/s/sanhe/about", "/nothing-here", "/api/v1/openapi.json", "/healthz"] {
            let page = town.visitor().get(path).await;
            let policy = page.header("content-security-policy").unwrap_or_default();
            assert!(policy.starts_with("default-src 'self'"), "{path}: {policy}");
            assert_eq!(page.header("x-content-type-options"), Some("nosniff"), "{path}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn operators_see_that_it_lives_and_strangers_see_no_counts() {
    town::each(async |town| {
        let visitor = town.visitor();
        assert_eq!(visitor.get("/healthz").await.ok().text, "lives\n");
        assert_eq!(visitor.get("/readyz").await.ok().text, "ready\n");
        visitor.get("/metrics").await.ok();
        let counted = visitor.get("/metrics").await;
        assert!(counted.ok().text.contains(r#"route="/healthz""#), "{}", counted.text);
        town.visitor().at_address([10, 0, 0, 9]).get("/metrics").await.is(404);
        visitor.send(Method::GET, "/metrics", &[("x-forwarded-for", "10.0.0.9")], None).await.is(404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn too_large_a_body_is_refused_before_it_is_read() {
    town::each(async |town| {
        let huge = Some(("application/x-www-form-urlencoded", vec![b'a'; 300 * 1024]));
        let same = [("sec-fetch-site", "same-origin")];
        town.visitor().send(Method::POST, "/sign-in", &same, huge).await.is(413);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clock_of_a_rehearsal_can_be_moved_in_words_of_the_station() {
    town::each(async |town| {
        let moved =
            town.visitor().api(Method::POST, "/rehearsal/clock", Some(json!({ "at": "2026-06-27T10:00" }))).await;
        assert_eq!(moved.ok().json()["now"], "2026-06-27T02:00:00Z");
        let wrong = town.visitor().api(Method::POST, "/rehearsal/clock", Some(json!({ "at": "tonight" }))).await;
        assert_eq!(wrong.is(422).json()["type"], "/problems/not-a-time");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn large_letters_are_remembered_and_lead_back() {
    town::each(async |town| {
        let visitor = town.visitor();
        visitor.get("/").await.ok().says("大字");
        assert_eq!(visitor.get("/look?care=1&then=/s/sanhe/about").await.leads_to(), "/s/sanhe/about");
        assert_eq!(visitor.cookie("care").as_deref(), Some("1"));
        assert!(visitor.get("/").await.ok().text.contains("data-care"));
        visitor.set_cookie("lang", "en");
        visitor.get("/").await.ok().says("Sanhe shared station").says_not("大门开着");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_the_day_of_the_fair_the_courtyard_says_why_it_is_closed() {
    town::each(async |town| {
        town.set_clock("2026-06-27T10:00");
        let visitor = town.visitor();
        visitor.get("/").await.ok().says("农历五月十三");
        visitor.get("/s/sanhe/venues/courtyard").await.ok().says("交流会停车");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_changes_from_one_address_waits_and_others_do_not() {
    town::each(async |town| {
        let flood = town.visitor().at_address([10, 0, 0, 9]);
        let mut last = 0;
        for _ in 0..700 {
            last = flood.post("/sign-out", &[]).await.status;
            if last == 429 {
                break;
            }
        }
        assert_eq!(last, 429);
        flood.get("/").await.ok();
        assert_ne!(town.visitor().at_address([10, 0, 0, 10]).post("/sign-out", &[]).await.status, 429);
    })
    .await;
}
