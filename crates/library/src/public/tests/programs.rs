//! The same acts for programs.
use serde_json::json;

use super::*;

const AT: &str = "/stations/sanhe/library";

#[tokio::test]
async fn a_program_finds_borrows_renews_waits_and_looks_at_its_own_things() {
    for town in towns().await {
        let (id, copies) = town.book("长安的荔枝", 1).await;
        town.has(title("小羊过河", Kind::PictureBook), 1).await;
        let found = town.call("", ("GET", &format!("{AT}/titles?q=cadl")), Value::Null).await.json();
        assert_eq!((&found["titles"][0]["title"], &found["titles"][0]["free"]), (&json!("长安的荔枝"), &json!(1)));
        let young = town.call("", ("GET", &format!("{AT}/titles?children=true&most=1")), Value::Null).await.json();
        assert_eq!((young["titles"].as_array().unwrap().len(), &young["more_before"]), (1, &Value::Null));
        let one = town.call("", ("GET", &format!("{AT}/titles?most=1")), Value::Null).await.json();
        let next = format!("{AT}/titles?most=1&before={}", one["more_before"].as_str().unwrap());
        assert_eq!(town.call("", ("GET", &next), Value::Null).await.json()["titles"][0]["title"], "长安的荔枝");
        let odd = town.call("", ("GET", &format!("{AT}/titles?kind=scroll")), Value::Null).await;
        assert_eq!(odd.status, StatusCode::BAD_REQUEST, "{}", odd.text());

        let copy = format!("{AT}/copies/{}", copies[0].barcode);
        let stands = town.call("", ("GET", &copy), Value::Null).await.json();
        assert_eq!((&stands["copy"]["state"], &stands["copy"]["shelf"]), (&json!("free"), &json!("a1")));
        let loan = format!("{copy}/loan");
        assert_eq!(town.call("", ("POST", &loan), Value::Null).await.status, StatusCode::UNAUTHORIZED);
        let lent = town.call_with(&town.phone, ("POST", &loan), Value::Null, Some("k1")).await;
        assert_eq!(lent.status, StatusCode::CREATED, "{}", lent.text());
        assert_eq!(lent.json()["due_on"], "2026-07-27");
        let twice = town.call_with(&town.phone, ("POST", &loan), Value::Null, Some("k1")).await;
        assert_eq!((twice.status, twice.json()), (StatusCode::CREATED, lent.json()));
        let no = town.call_with(&town.phone, ("POST", &loan), Value::Null, Some("k2")).await;
        assert_eq!(no.status, StatusCode::CONFLICT);
        assert_eq!(no.json()["type"], "/problems/lent-to-you");
        assert!(!no.json()["next"].as_array().unwrap().is_empty(), "{}", no.text());

        town.house.wait(jiff::SignedDuration::from_hours(24 * 3));
        let renewal = format!("{AT}/loans/{}/renewal", lent.json()["id"].as_str().unwrap());
        let renewed = town.call_with(&town.phone, ("POST", &renewal), Value::Null, Some("r1")).await;
        assert_eq!((renewed.status, &renewed.json()["due_on"]), (StatusCode::OK, &json!("2026-07-30")));
        let no = town.call(&town.phone, ("POST", &renewal), Value::Null).await;
        assert_eq!((no.status, &no.json()["type"]), (StatusCode::CONFLICT, &json!("/problems/renewed-too-often")));
        let no = town.call(&town.phone, ("POST", &format!("{AT}/titles/{id}/holds")), Value::Null).await;
        assert_eq!((no.status, &no.json()["type"]), (StatusCode::CONFLICT, &json!("/problems/have-it")));
        let mine = town.call(&town.phone, ("GET", "/me/library"), Value::Null).await.json();
        assert_eq!(
            (&mine["stations"][0]["station"], &mine["stations"][0]["loans"][0]["renewals_left"]),
            (&json!("sanhe"), &json!(0))
        );
        assert_eq!(town.call("", ("GET", "/me/library"), Value::Null).await.status, StatusCode::UNAUTHORIZED);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_program_waits_for_a_title_and_waits_no_more() {
    for town in towns().await {
        let (id, copies) = town.book("长安的荔枝", 1).await;
        town.scans(&[("code", &copies[0].barcode), ("card", &town.card), ("once", "1")]).await;
        let path = format!("{AT}/titles/{id}/holds");
        let held = town.call_with(&town.phone, ("POST", &path), Value::Null, Some("h1")).await;
        assert_eq!((held.status, &held.json()["place_in_line"]), (StatusCode::CREATED, &json!(1)), "{}", held.text());
        let hold = format!("{AT}/holds/{}", held.json()["id"].as_str().unwrap());
        assert_eq!(town.call("", ("DELETE", &hold), Value::Null).await.status, StatusCode::UNAUTHORIZED);
        let gone = town.call_with(&town.phone, ("DELETE", &hold), Value::Null, Some("d1")).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.text());
        let seen = town.call(&town.phone, ("GET", &format!("{AT}/titles/{id}")), Value::Null).await.json();
        assert_eq!((&seen["hold"], &seen["waiting"]), (&Value::Null, &json!(0)));
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_anothers_cannot_be_renewed_or_given_up() {
    for town in towns().await {
        let (id, copies) = town.book("长安的荔枝", 1).await;
        town.ma_presses(&format!("{LIBRARY}/copies/{}/loan", copies[0].barcode), &[("once", "a")]).await;
        let mine = town.call(&town.phone, ("GET", "/me/library"), Value::Null).await.json();
        let loan = mine["stations"][0]["loans"][0]["id"].as_str().unwrap().to_owned();
        let h = town.house.house();
        let work = move |c: &mut Conn| {
            let other = people::person_by_phone(c, &h, &"13800010002".parse().expect("a number"))?;
            Ok::<_, Fault>(session::open(c, Session::Resident, other.0, h.now(), &h.chance)?.as_str().to_owned())
        };
        let other = town.house.db.write(work).await.unwrap();
        let no = town.call(&other, ("POST", &format!("{AT}/loans/{loan}/renewal")), Value::Null).await;
        assert!(no.status.is_client_error(), "{}", no.text());
        let before = mine["stations"][0]["loans"][0]["due_on"].clone();
        let waits = town.call(&other, ("POST", &format!("{AT}/titles/{id}/holds")), Value::Null).await.json();
        let hold = format!("{AT}/holds/{}", waits["id"].as_str().unwrap());
        assert_eq!(town.call(&town.phone, ("DELETE", &hold), Value::Null).await.status, StatusCode::NOT_FOUND);
        let mine = town.call(&town.phone, ("GET", "/me/library"), Value::Null).await.json();
        assert_eq!(mine["stations"][0]["loans"][0]["due_on"], before);
        let seen = town.call(&other, ("GET", &format!("{AT}/titles/{id}")), Value::Null).await.json();
        assert_eq!(seen["hold"]["place_in_line"], 1, "still waiting");
    }
}

#[tokio::test]
async fn the_list_of_what_one_has_read_for_programs() {
    for town in towns().await {
        let path = format!("{AT}/history");
        let body = json!({ "history": true });
        assert_eq!(town.call("", ("GET", &path), Value::Null).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(town.call(&town.phone, ("PUT", &path), body.clone()).await.status, StatusCode::NOT_FOUND);
        town.decides(Settings { history: true, ..Settings::default() }).await;
        assert_eq!(town.call(&town.phone, ("GET", &path), Value::Null).await.json()["history"], false);
        for _ in 0..2 {
            let on = town.call(&town.phone, ("PUT", &path), body.clone()).await;
            assert_eq!((on.status, &on.json()["history"]), (StatusCode::OK, &json!(true)), "{}", on.text());
        }
        let odd = town.call(&town.phone, ("PUT", &path), json!({ "history": true, "all": 1 })).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", odd.text());
    }
}

#[tokio::test]
async fn shelves_and_the_machine_for_programs() {
    for town in towns().await {
        let (_, copies) = town.book("长安的荔枝", 1).await;
        let shelves = town.call("", ("GET", &format!("{AT}/shelves")), Value::Null).await.json();
        assert_eq!((&shelves["shelves"][1]["code"], &shelves["shelves"][1]["honesty"]), (&json!("ting"), &json!(true)));
        let shelf = town.call("", ("GET", &format!("{AT}/shelves/a1")), Value::Null).await.json();
        assert_eq!((&shelf["all"], &shelf["part"][0]["title"]["title"]), (&json!(1), &json!("长安的荔枝")));
        let past =
            async |from: usize| town.call("", ("GET", &format!("{AT}/shelves/a1?from={from}")), Value::Null).await;
        assert_eq!(past(1_000_000).await.json()["part"], json!([]));
        // No shelf is so long, and the document says so.
        for from in [1_000_001, usize::MAX] {
            assert_eq!(past(from).await.status, StatusCode::NOT_FOUND);
        }

        let path = "/stations/sanhe/kiosk/library";
        let scan = json!({ "code": copies[0].barcode });
        for stranger in ["", town.phone.as_str()] {
            let no = town.call(stranger, ("POST", path), scan.clone()).await;
            assert_eq!(no.status, StatusCode::UNAUTHORIZED, "{}", no.text());
        }
        let asks = town.call(&town.clerk, ("POST", path), scan.clone()).await;
        assert_eq!((asks.status, &asks.json()["did"]), (StatusCode::OK, &json!("card-wanted")), "{}", asks.text());
        let with = json!({ "code": copies[0].barcode, "card": town.card });
        for _ in 0..2 {
            let lent = town.call_with(&town.clerk, ("POST", path), with.clone(), Some("k")).await;
            assert_eq!((&lent.json()["did"], &lent.json()["due_on"]), (&json!("lent"), &json!("2026-07-27")));
        }
        assert_eq!(town.lent().await.len(), 1);
        let back = town.call(&town.clerk, ("POST", path), scan).await.json();
        assert_eq!((&back["did"], &back["shelf"]["code"]), (&json!("returned"), &json!("a1")));
        let no = town.call(&town.clerk, ("POST", path), json!({ "code": "x\u{0}" })).await;
        assert_eq!(no.status, StatusCode::UNPROCESSABLE_ENTITY);
        let no = town.call(&town.clerk, ("POST", path), json!({ "code": "x".repeat(301) })).await;
        assert!(no.json()["fields"]["code"].is_string(), "{}", no.text());
        town.sound().await;
    }
}
