//! A guardian's children, on each engine.
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use serde_json::{Value, json};

use super::rules::Band;
use crate::holding::Holdings;
use crate::tests::web::{Door, doors, header, json as body, text};

const PHONE: &str = "13800005521";

async fn count(door: &Door, table: &str) -> i64 {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct N {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        n: i64,
    }
    let query = format!("SELECT count(*) AS n FROM {table}");
    let found = door.town.db.read(move |c| {
        let n: N = kernel::on!(c, c => diesel::sql_query(&query).get_result(c))?;
        Ok::<_, kernel::fault::Fault>(n.n)
    });
    found.await.unwrap()
}

#[tokio::test]
async fn a_child_is_remembered_only_when_the_guardian_agrees() {
    for door in doors() {
        let cookie = door.sign_in(PHONE).await;
        let page = text(door.get("/me/children", &cookie).await).await;
        assert!(page.contains("不记生日"), "the text stands beside the box");
        let without = door.post("/me/children", &cookie, "nickname=%E5%B0%8F%E9%9B%85&band=4-6&once=a").await;
        assert_eq!(without.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let typed = text(without).await;
        assert!(typed.contains("小雅"), "what was typed is kept");
        for _ in 0..2 {
            let with = door.post("/me/children", &cookie, "nickname=%E5%B0%8F%E9%9B%85&band=4-6&agrees=1&once=b").await;
            assert_eq!(header(&with, LOCATION), "/me/children");
        }
        assert_eq!(count(&door, "children").await, 1, "a double tap is one child");
        assert!(text(door.get("/me/children", &cookie).await).await.contains("小雅"));
    }
}

#[tokio::test]
async fn taking_the_consent_back_forgets_them_all() {
    for door in doors() {
        let cookie = door.sign_in(PHONE).await;
        for once in ["a", "b"] {
            let form = format!("nickname=%E8%B1%86%E8%B1%86&band=4-6&agrees=1&once={once}");
            door.post("/me/children", &cookie, &form).await;
        }
        assert_eq!((count(&door, "children").await, count(&door, "consents").await), (2, 1));
        door.post("/me/children/withdrawal", &cookie, "").await;
        assert_eq!(
            (count(&door, "children").await, count(&door, "consents").await),
            (0, 1),
            "the consent stays on record"
        );
        let token = cookie.strip_prefix("session=").unwrap();
        let consents = body(door.send_json("GET", "/me/consents", token, Value::Null).await).await;
        assert_eq!(consents[0]["kind"], "children");
        assert!(consents[0]["withdrawn_at"].is_string());
        // A new child needs a new consent.
        let refused = door.post("/me/children", &cookie, "nickname=%E8%B1%86&band=4-6&once=c").await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn a_program_remembers_at_most_eight_and_forgets_one() {
    for door in doors() {
        let cookie = door.sign_in(PHONE).await;
        let token = cookie.strip_prefix("session=").unwrap();
        let child = |n: i32| json!({ "nickname": format!("娃{n}"), "band": "0-3", "agrees": true });
        for n in 0..8 {
            assert_eq!(door.send_json("POST", "/me/children", token, child(n)).await.status(), StatusCode::CREATED);
        }
        let ninth = door.send_json("POST", "/me/children", token, child(9)).await;
        assert_eq!(ninth.status(), StatusCode::CONFLICT);
        assert_eq!(body(ninth).await["type"], "/problems/children-enough");
        let all = body(door.send_json("GET", "/me/children", token, Value::Null).await).await;
        let path = format!("/me/children/{}", all[0]["id"].as_str().unwrap());
        for _ in 0..2 {
            let gone = door.send_json("DELETE", &path, token, Value::Null).await;
            assert_eq!(gone.status(), StatusCode::NO_CONTENT);
        }
        assert_eq!(count(&door, "children").await, 7);
        let odd = json!({ "nickname": "娃", "band": "5", "agrees": true });
        let refused = body(door.send_json("POST", "/me/children", token, odd).await).await;
        assert!(refused["fields"]["band"].is_string(), "{refused}");
    }
}

#[tokio::test]
async fn nobody_sees_or_forgets_anothers_child() {
    for door in doors() {
        let mine = door.sign_in(PHONE).await;
        door.post("/me/children", &mine, "nickname=%E5%B0%8F%E9%9B%85&band=4-6&agrees=1&once=a").await;
        let token = mine.strip_prefix("session=").unwrap();
        let all = body(door.send_json("GET", "/me/children", token, Value::Null).await).await;
        door.town.wait(jiff::SignedDuration::from_mins(1));
        let theirs = door.sign_in("13900005521").await;
        assert!(!text(door.get("/me/children", &theirs).await).await.contains("小雅"));
        let path = format!("/me/children/{}/removal", all[0]["id"].as_str().unwrap());
        door.post(&path, &theirs, "").await;
        assert_eq!(count(&door, "children").await, 1);
    }
}

#[tokio::test]
async fn a_band_that_is_over_is_forgotten() {
    for door in doors() {
        let cookie = door.sign_in(PHONE).await;
        for (once, band) in [("a", "0-3"), ("b", "16-17")] {
            let form = format!("nickname=%E8%B1%86%E8%B1%86&band={band}&agrees=1&once={once}");
            door.post("/me/children", &cookie, &form).await;
        }
        // Whoever comes again is kept for longer than two years.
        door.town.db.write(|c| c.run("update persons set forget_at = null")).await.unwrap();
        let after = async |until: jiff::Timestamp| {
            door.town.set_clock(until);
            crate::jobs(&door.town, &Holdings::from([])).await.unwrap();
            count(&door, "children").await
        };
        let now = door.town.now();
        let almost = jiff::SignedDuration::from_secs(1);
        assert_eq!(after(Band::To17.over(now) - almost).await, 2);
        assert_eq!(after(Band::To17.over(now)).await, 1);
        assert_eq!(after(Band::To3.over(now)).await, 0);
    }
}

#[tokio::test]
async fn the_check_names_children_without_consent() {
    for door in doors() {
        let cookie = door.sign_in(PHONE).await;
        door.post("/me/children", &cookie, "nickname=%E8%B1%86%E8%B1%86&band=4-6&agrees=1&once=a").await;
        let found = door.town.db.write(|c| {
            let before = (super::CHECKS[0].run)(c)?;
            c.run("delete from consents")?;
            Ok::<_, kernel::fault::Fault>((before, (super::CHECKS[0].run)(c)?))
        });
        let (before, after) = found.await.unwrap();
        assert_eq!((before.len(), after.len()), (0, 1), "{after:?}");
    }
}
