//! The counter for programs.
use super::*;

fn loan(card: &str, barcode: &str) -> Value {
    json!({ "reader": { "card": card }, "barcode": barcode })
}

#[tokio::test]
async fn a_program_lends_renews_takes_back_and_puts_in_line() {
    for counter in counters().await {
        let (hare, room) = (counter.hare().await, &counter.room);
        let lent = counter.call(("POST", "/loans"), loan(&room.luo.card, &hare)).await;
        let lent = lent.is(StatusCode::CREATED).json();
        assert_eq!(lent["due_on"], "2026-07-27");
        let no = counter.call(("POST", "/loans"), loan(&room.ma.card, &hare)).await;
        assert!(no.is(StatusCode::CONFLICT).json()["type"].as_str().unwrap().starts_with("/problems/"));
        no.hushes("罗大爷");
        let reader = counter.call(("POST", "/reader"), json!({ "card": room.luo.card })).await.json();
        assert_eq!((&reader["name"], &reader["phone"]), (&json!("罗大爷"), &json!("138****0001")));
        assert_eq!(reader["loans"][0]["title"], "猜猜我有多爱你");
        let renewal = format!("/loans/{}/renewal", lent["loan"].as_str().unwrap());
        let early = counter.call(("POST", &renewal), Value::Null).await;
        assert_eq!(early.is(StatusCode::CONFLICT).json()["type"], "/problems/renewed-too-early");
        room.house.wait(jiff::SignedDuration::from_hours(24 * 5));
        let counter = Counter { clerk: token(room, &room.clerk).await, ..counter };
        let room = &counter.room;
        counter.call(("POST", &renewal), Value::Null).await.is(StatusCode::OK);
        counter.call(("POST", &renewal), Value::Null).await.is(StatusCode::CONFLICT);
        let hold = json!({ "reader": { "phone": "13912345678" }, "title": room.has.hare.title });
        let hold = counter.call(("POST", "/holds"), hold).await.is(StatusCode::CREATED).json();
        let back = counter.call(("POST", "/returns"), json!({ "barcode": hare })).await.json();
        assert_eq!((&back["was_lent"], &back["kept_for_somebody"]), (&json!(true), &json!(true)));
        let cancel = format!("/holds/{}", hold["hold"].as_str().unwrap());
        counter.call(("DELETE", &cancel), Value::Null).await.is(StatusCode::NO_CONTENT);
        assert_eq!(counter.state(&hare).await, CopyState::Free);
        counter.sound().await;
    }
}

#[tokio::test]
async fn the_key_of_a_request_makes_it_once() {
    for counter in counters().await {
        let ([one, _], hare) = (counter.lychees().await, counter.hare().await);
        let send = async |key: &str, barcode: &str| {
            let body = json!({ "reader": { "name": "马大爷" }, "barcode": barcode }).to_string();
            let request = Request::post(format!("{CALLS}/loans"))
                .header(header::CONTENT_TYPE, "application/json")
                .header("idempotency-key", key);
            counter.ask(&counter.clerk, request, body).await
        };
        let (first, again) = (send("k1", &one).await, send("k1", &one).await);
        assert_eq!(first.is(StatusCode::CREATED).json(), again.is(StatusCode::CREATED).json());
        send("k1", &hare).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!counter.is_lent(&hare).await);
    }
}

#[tokio::test]
async fn what_cannot_be_is_said_field_by_field() {
    for counter in counters().await {
        let (hare, luo) = (counter.hare().await, counter.room.luo.card.clone());
        let both = json!({ "card": luo, "name": "罗" });
        for (reader, field) in [
            (json!({}), "card"),
            (both, "card"),
            (json!({ "card": "abc" }), "card"),
            (json!({ "card": "abcdefghijklmnopqrstuvw2" }), "card"),
            (json!({ "card": format!("/card/{}", "a".repeat(300)) }), "card"),
            (json!({ "phone": "12" }), "phone"),
            (json!({ "name": "罗\u{0}" }), "name"),
        ] {
            for (path, body) in [("/reader", reader.clone()), ("/loans", json!({ "reader": reader, "barcode": hare }))]
            {
                let answer = counter.call(("POST", path), body).await;
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {reader}");
                assert!(answer.json()["fields"][field].is_string(), "{path} {reader}: {}", answer.body);
            }
        }
        for barcode in ["", "荔枝", "2000000000170"] {
            let answer = counter.call(("POST", "/returns"), json!({ "barcode": barcode })).await;
            assert!(answer.is(StatusCode::UNPROCESSABLE_ENTITY).json()["fields"]["barcode"].is_string(), "{barcode}");
        }
        counter.call(("POST", "/returns"), json!({ "barcode": "ABC-1" })).await.is(StatusCode::NOT_FOUND);
        counter.call_as("nobody", ("POST", "/returns"), json!({ "barcode": hare })).await.is(StatusCode::UNAUTHORIZED);
        let strange = json!({ "barcode": hare, "x": 1 });
        counter.call(("POST", "/returns"), strange).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}
