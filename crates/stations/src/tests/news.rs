use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use kernel::event::{self, By};
use people::Role;
use tower::ServiceExt;

use crate::tests::town::{SANHE, at_once, desk, get, towns, works_here};

const NEWS: &str = "/s/sanhe/desk/live";

#[tokio::test]
async fn only_who_works_here_hears_that_something_changed() {
    for town in towns() {
        for path in [NEWS, "/s/sanhe/desk/live?once"] {
            assert_eq!(get(&town, path).await.0, StatusCode::UNAUTHORIZED);
        }
        let clerk = works_here(&town, "clerk", Role::Clerk);
        let number = || at_once(&town, |c| event::last(c, SANHE)).expect("a number").to_string();
        assert_eq!(desk(&town, &clerk, "/s/sanhe/desk/live?once", None).await, (StatusCode::OK, number()));
        let now = town.now();
        at_once(&town, |c| event::record(c, SANHE, now, By::Program, "gate.opened", "1", &())).expect("a change");
        assert_eq!(desk(&town, &clerk, "/s/sanhe/desk/live?once", None).await, (StatusCode::OK, number()));
        assert_eq!(desk(&town, &clerk, "/s/elsewhere/desk/live", None).await.0, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn one_session_holds_24_streams_and_no_more() {
    for town in towns() {
        let clerk = works_here(&town, "clerk", Role::Clerk);
        let ask = || {
            let request = Request::get(NEWS).header(header::COOKIE, format!("session={clerk}")).body(Body::empty());
            crate::routes().with_state(town.house()).oneshot(request.expect("a request"))
        };
        let mut open = vec![];
        for _ in 0..24 {
            let stream = ask().await.expect("an answer");
            assert_eq!(stream.status(), StatusCode::OK);
            open.push(stream);
        }
        assert_eq!(ask().await.expect("an answer").status(), StatusCode::SERVICE_UNAVAILABLE);
        kernel::live::close(&town);
        let number = at_once(&town, |c| event::last(c, SANHE)).expect("a number");
        let first = open.pop().expect("a stream");
        assert_eq!(first.headers()[header::CACHE_CONTROL], "no-store");
        let said = to_bytes(first.into_body(), 999).await.expect("it ends");
        assert!(said.ends_with(format!("id: {number}\ndata: {number}\n\n").as_bytes()), "{said:?}");
    }
}
