//! Who can draw a number without a phone: the machine that a manager opened, a clerk, and nobody else.
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use people::Role;
use serde_json::json;
use tower::ServiceExt as _;

use crate::desk::tests::town::{DESK, call, get, send, works_here};
use crate::tests::{Town, staff, towns};

const KIOSK: &str = "/s/sanhe/kiosk";

/// A machine with what it keeps.
struct Machine<'t> {
    town: &'t Town,
    cookie: String,
}

impl Machine<'_> {
    async fn asks(&mut self, method: &str, path: &str, form: &str) -> (StatusCode, String) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, format!("{}; lang=zh-CN", self.cookie));
        let app = crate::routes().with_state(self.town.house.house());
        let answer = app.oneshot(request.body(Body::from(form.to_owned())).expect("a request")).await;
        let answer = answer.expect("a router always answers");
        if let Some(kept) = answer.headers().get(header::SET_COOKIE) {
            let line = kept.to_str().expect("plain");
            assert!(line.contains("Path=/s/sanhe/kiosk;") && line.contains("HttpOnly"), "{line}");
            self.cookie = line.split(';').next().unwrap_or_default().to_owned();
        }
        let status = answer.status();
        let body = to_bytes(answer.into_body(), 1 << 20).await.expect("the body is short");
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    /// Whether it can do each of what is done at the machine.
    async fn works(&mut self) -> bool {
        let mut seen = vec![];
        for (method, path, form) in [
            ("GET", "", ""),
            ("GET", "/priority?line=care", ""),
            ("POST", "/tickets", "line=care&priority=none"),
            ("POST", "/here", "number=A999"),
            ("GET", "/rating", ""),
            ("POST", "/rating", "number=A999"),
        ] {
            let (status, body) = self.asks(method, &format!("{KIOSK}{path}"), form).await;
            assert_eq!(status == StatusCode::FORBIDDEN, body.contains("不是取号机"), "{method} {path}: {body}");
            seen.push(status != StatusCode::FORBIDDEN);
        }
        assert!(seen.iter().all(|works| *works == seen[0]), "{seen:?}");
        seen[0]
    }
}

impl Town {
    fn machine(&self) -> Machine<'_> {
        Machine { town: self, cookie: String::new() }
    }
}

#[tokio::test]
async fn a_machine_works_once_a_manager_has_opened_it_and_until_the_link_is_taken_back() {
    for town in towns().await {
        let (mut machine, mut other) = (town.machine(), town.machine());
        assert!(!machine.works().await);
        let wrong = machine.asks("GET", &format!("{KIOSK}/open/{}", "a".repeat(24)), "").await;
        assert_eq!(wrong.0, StatusCode::FORBIDDEN);
        let secret = super::acts::renew(&town.house, &town.station, staff(1)).await.unwrap();
        let opened = machine.asks("GET", &super::link_path(&town.station, &secret), "").await;
        assert_eq!(opened.0, StatusCode::SEE_OTHER);
        assert!(machine.works().await);
        assert!(!other.works().await, "the link is the machine's own");
        // A new link closes what the old one opened.
        let new = super::acts::renew(&town.house, &town.station, staff(1)).await.unwrap();
        assert!(!machine.works().await);
        other.asks("GET", &super::link_path(&town.station, &new), "").await;
        assert!(other.works().await);
        for _ in 0..2 {
            super::acts::close(&town.house, &town.station, staff(1)).await.unwrap();
        }
        assert!(!other.works().await);
    }
}

#[tokio::test]
async fn a_clerk_needs_no_link_and_only_a_manager_makes_one() {
    for town in towns().await {
        let (clerk, manager) = (works_here(&town, Role::Clerk, None), works_here(&town, Role::Manager, None));
        let ask = get(&town, &clerk, &format!("{KIOSK}/priority?line=care")).await;
        assert_eq!(ask.status, StatusCode::OK, "{}", ask.body);
        let page = format!("{DESK}/lines/kiosk");
        assert_eq!(send(&town, &clerk, &page, &[("do", "renew")]).await.status, StatusCode::NOT_FOUND);
        assert!(get(&town, &manager, &page).await.says("还没有链接"));
        let made = send(&town, &manager, &page, &[("do", "renew")]).await;
        assert!(made.says("/s/sanhe/kiosk/open/") && made.says("只显示这一次"), "{}", made.body);
        assert!(!get(&town, &manager, &page).await.says("/kiosk/open/"), "it is told once");
        // The same for a program.
        let made = call(&town, &manager, ("POST", "/desk/kiosk-link"), json!({})).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let mut machine = town.machine();
        machine.asks("GET", made.json()["page"].as_str().unwrap(), "").await;
        assert!(machine.works().await);
        let closed = call(&town, &manager, ("DELETE", "/desk/kiosk-link"), json!({})).await;
        assert_eq!((closed.status, closed.json()["since"].is_null()), (StatusCode::OK, true), "{}", closed.body);
        assert!(!machine.works().await);
    }
}

#[tokio::test]
async fn a_station_that_only_rehearses_may_have_a_link_of_one_word() {
    for town in towns().await {
        let mut machine = town.machine();
        machine.asks("GET", &format!("{KIOSK}/open/rehearsal"), "").await;
        assert!(!machine.works().await);
        super::known(&town.house, town.station.id, "rehearsal").await.unwrap();
        machine.asks("GET", &format!("{KIOSK}/open/rehearsal"), "").await;
        assert!(machine.works().await);
        super::acts::renew(&town.house, &town.station, staff(1)).await.unwrap();
        assert!(!machine.works().await);
    }
}
