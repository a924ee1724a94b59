//! The shelf on which nobody writes down who takes what.
use axum::extract::ConnectInfo;
use kernel::fact;
use serde_json::json;
use std::net::SocketAddr;

use super::*;

impl Town {
    /// What was taken and brought, as figures count it, and all that is kept of it.
    async fn counted(&self) -> (Vec<i64>, String) {
        let station = self.station.id;
        let read = move |c: &mut Conn| {
            let (from, until) = (jiff::civil::date(2026, 6, 1), jiff::civil::date(2026, 7, 1));
            fact::between(c, station, "library.honesty", from, until)
        };
        let all = self.house.db.read(read).await.unwrap();
        let said = all.iter().map(|fact| fact.data.to_string()).collect();
        (all.iter().filter_map(|fact| fact.data["taken"].as_i64()).collect(), said)
    }
}

#[tokio::test]
async fn one_taken_and_one_brought_are_counted_and_nothing_else_is_kept() {
    for town in towns().await {
        let shelf = format!("{LIBRARY}/shelves/ting");
        let page = town.get(&shelf).await;
        assert!(page.says("我拿走一本") && page.says("我放回一本"), "{}", page.text());
        let pressed = town.presses(&format!("{shelf}/tally"), &[("moved", "took"), ("once", "a")]).await;
        assert_eq!((pressed.status, pressed.to), (StatusCode::SEE_OTHER, format!("{shelf}?did=took")));
        assert!(town.get(&format!("{shelf}?did=took")).await.says("记好了，拿走一本"));
        // A double tap is one.
        town.presses(&format!("{shelf}/tally"), &[("moved", "took"), ("once", "a")]).await;
        town.ma_presses(&format!("{shelf}/tally"), &[("moved", "brought"), ("once", "b")]).await;
        let (counted, kept) = town.counted().await;
        assert_eq!(counted, [1, -1]);
        assert!(!kept.contains(&town.ma.to_string()) && kept.len() < 40, "{kept}");
        // The same for programs.
        let path = "/stations/sanhe/library/shelves/ting/tally";
        for taken in [1, -1] {
            let done = town.call("", ("POST", path), json!({ "taken": taken })).await;
            assert_eq!(done.status, StatusCode::NO_CONTENT, "{}", done.text());
        }
        for odd in [json!({ "taken": 0 }), json!({ "taken": 2 })] {
            let no = town.call("", ("POST", path), odd).await;
            assert_eq!(no.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", no.text());
            assert!(no.json()["fields"]["taken"].is_string());
        }
        assert_eq!(town.counted().await.0, [1, -1, 1, -1]);
    }
}

#[tokio::test]
async fn only_an_honesty_shelf_is_pressed_and_not_without_end() {
    for town in towns().await {
        for path in [format!("{LIBRARY}/shelves/a1/tally"), format!("{LIBRARY}/shelves/zz/tally")] {
            let no = town.presses(&path, &[("moved", "took"), ("once", "a")]).await;
            assert_eq!(no.status, StatusCode::NOT_FOUND, "{path}");
        }
        let odd = town.presses(&format!("{LIBRARY}/shelves/ting/tally"), &[("moved", "all"), ("once", "a")]).await;
        assert_eq!(odd.status, StatusCode::NOT_FOUND);
        assert!(town.counted().await.0.is_empty());
        let mut stopped = None;
        for n in 0..200 {
            let mut request = Request::post("/api/v1/stations/sanhe/library/shelves/ting/tally")
                .header(header::CONTENT_TYPE, "application/json")
                .body(Body::from(json!({ "taken": 1 }).to_string()))
                .unwrap();
            request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([192, 0, 2, 7], 1000))));
            if town.ask(request).await.status == StatusCode::TOO_MANY_REQUESTS {
                stopped = Some(n);
                break;
            }
        }
        let counted = town.counted().await.0.len();
        assert_eq!(Some(counted), stopped, "what was counted went through, and then no more did");
        assert!((20..100).contains(&counted), "a busy evening goes through, a script does not: {counted}");
    }
}

#[tokio::test]
async fn many_addresses_together_do_not_flood_a_shelf() {
    for town in towns().await {
        let mut stopped = 0;
        for n in 0..100u8 {
            let mut request = Request::post("/api/v1/stations/sanhe/library/shelves/ting/tally")
                .header(header::CONTENT_TYPE, "application/json")
                .body(Body::from(json!({ "taken": 1 }).to_string()))
                .unwrap();
            request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([192, 0, 2, n], 1000))));
            stopped += usize::from(town.ask(request).await.status == StatusCode::TOO_MANY_REQUESTS);
        }
        assert!(stopped > 0);
        assert_eq!(town.counted().await.0.len(), 100 - stopped);
    }
}
