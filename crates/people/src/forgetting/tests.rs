//! A resident looks at what is known of them, takes it along, and is forgotten.
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, LOCATION, SET_COOKIE};
use kernel::db::types::StationId;
use kernel::outbox;

use crate::tests::web::{Door, doors, header, json, text};

const PHONE: &str = "13800005521";

/// Begins to be forgotten: the path of the last step, and the digits that it asks for.
async fn begun(door: &Door, cookie: &str) -> (String, String) {
    // A first code was sent to sign in.
    door.town.wait(jiff::SignedDuration::from_mins(2));
    let sent = door.post("/me/forget", cookie, "").await;
    assert_eq!(sent.status(), StatusCode::SEE_OTHER);
    (header(&sent, LOCATION), door.digits().await)
}

async fn messages(door: &Door) -> usize {
    let house = door.town.house();
    door.town.db.read(move |c| outbox::sent_to(c, &house, PHONE)).await.unwrap().len()
}

#[tokio::test]
async fn what_is_known_can_be_taken_along_as_a_file() {
    for door in doors() {
        let cookie = door.sign_in(PHONE).await;
        door.post("/me/name", &cookie, "name=%E7%BD%97%E5%A4%A7%E7%88%B7").await;
        assert!(text(door.get("/me/data", &cookie).await).await.contains("/me/data.json"));
        let file = door.get("/me/data.json", &cookie).await;
        assert!(header(&file, CONTENT_DISPOSITION).starts_with("attachment"));
        let all = json(file).await;
        assert_eq!(all["person"]["phone"], PHONE, "{all}");
        assert_eq!(all["person"]["name"], "罗大爷");
        assert_eq!(all["sessions"].as_array().unwrap().len(), 1);
        assert_eq!(all["messages"][0]["kind"], "code");
        assert!(all["messages"][0]["text"].is_null(), "a code is not handed on");
        assert_eq!(door.get("/me/data.json", "").await.status(), StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn nobody_is_forgotten_without_the_digits_and_then_everything_is() {
    for door in doors() {
        let cookie = door.sign_in(PHONE).await;
        let (last_step, digits) = begun(&door, &cookie).await;
        let page = text(door.get(&last_step, &cookie).await).await;
        assert!(page.contains("138****5521") && !page.contains(PHONE));
        let wrong = if digits == "000000" { "000001" } else { "000000" };
        let refused = door.post(&last_step, &cookie, &format!("digits={wrong}&once=a")).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(door.get("/me", &cookie).await.status(), StatusCode::OK);

        let gone = door.post(&last_step, &cookie, &format!("digits={digits}&once=a")).await;
        assert_eq!(header(&gone, LOCATION), "/forgotten");
        assert!(header(&gone, SET_COOKIE).contains("Max-Age=0"));
        assert_eq!(door.get("/me", &cookie).await.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(messages(&door).await, 0, "messages to the number are gone");
        // A double tap is answered the same; anything else is not.
        let again = door.post(&last_step, &cookie, &format!("digits={digits}&once=a")).await;
        assert_eq!(header(&again, LOCATION), "/forgotten");
        let other = door.post(&last_step, &cookie, &format!("digits={digits}&once=b")).await;
        assert_eq!(other.status(), StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn wrong_digits_are_counted_although_each_was_refused() {
    for door in doors() {
        let cookie = door.sign_in(PHONE).await;
        let (last_step, digits) = begun(&door, &cookie).await;
        let wrong = if digits == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            door.post(&last_step, &cookie, &format!("digits={wrong}&once=a")).await;
        }
        let late = door.post(&last_step, &cookie, &format!("digits={digits}&once=a")).await;
        assert_eq!(late.status(), StatusCode::UNPROCESSABLE_ENTITY, "spent");
        assert_eq!(door.get("/me", &cookie).await.status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn anothers_code_forgets_nobody() {
    for door in doors() {
        let mine = door.sign_in(PHONE).await;
        door.town.wait(jiff::SignedDuration::from_mins(1));
        let theirs = door.sign_in("13900005521").await;
        let (last_step, digits) = begun(&door, &theirs).await;
        let refused = door.post(&last_step, &mine, &format!("digits={digits}&once=a")).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        for cookie in [&mine, &theirs] {
            assert_eq!(door.get("/me", cookie).await.status(), StatusCode::OK);
        }
        let done = door.post(&last_step, &theirs, &format!("digits={digits}&once=a")).await;
        assert_eq!(header(&done, LOCATION), "/forgotten", "and it is still good for whom it was sent to");
    }
}

#[tokio::test]
async fn a_program_takes_the_data_and_forgets() {
    for door in doors() {
        let cookie = door.sign_in(PHONE).await;
        let token = cookie.strip_prefix("session=").unwrap();
        let null = serde_json::Value::Null;
        let all = json(door.send_json("GET", "/me/data", token, null.clone()).await).await;
        assert_eq!(all["person"]["phone"], PHONE);
        door.town.wait(jiff::SignedDuration::from_mins(2));
        let sent = json(door.send_json("POST", "/me/codes", token, null.clone()).await).await;
        assert_eq!(sent["sent_to"], "138****5521");
        let proof = serde_json::json!({ "code": sent["code"], "digits": door.digits().await });
        let gone = door.send_json("POST", "/me/erasure", token, proof.clone()).await;
        assert_eq!(gone.status(), StatusCode::NO_CONTENT);
        assert_eq!(door.send_json("GET", "/me", token, null).await.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(door.send_json("POST", "/me/erasure", token, proof).await.status(), StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn messages_are_kept_for_thirty_days() {
    for door in doors() {
        door.sign_in(PHONE).await;
        let forget = async || {
            let now = door.town.now();
            door.town.db.write(move |c| outbox::forget_old(c, now, 100)).await.unwrap()
        };
        door.town.wait(outbox::KEPT - jiff::SignedDuration::from_secs(1));
        assert_eq!((forget().await, messages(&door).await), (0, 1));
        door.town.wait(jiff::SignedDuration::from_secs(1));
        assert_eq!((forget().await, messages(&door).await), (1, 0));
        let house = door.town.house();
        assert_eq!(door.town.db.read(move |c| outbox::newest(c, &house, StationId(0), 9)).await.unwrap(), []);
    }
}
