//! The JSON API.
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use jiff::civil::date;
use serde_json::{Value, json};

use super::{doors, header, json as read};
use crate::public;
use crate::rules::Presence;
use crate::tests::at;

#[tokio::test]
async fn a_program_reads_what_the_pages_say() {
    for door in doors().await {
        door.says(1, Presence::Field, Some(date(2026, 6, 24).at(15, 0, 0, 0))).await;
        door.says(2, Presence::Desk, None).await;
        let found = door.look("/matters?q=gl").await;
        let now = &found["matters"][0]["now"];
        assert_eq!((&now["can"], &now["official"], &now["desks"]), (&json!("now"), &json!(2), &json!([2])));
        let matter = door.look("/matters/old-age-allowance").await;
        assert_eq!((&matter["version"], &matter["papers"][0]["kind"]), (&json!(1), &json!("required")));
        let officials = door.look("/officials").await;
        let first = &officials["officials"][0];
        assert_eq!(first["back_at"], "2026-06-24T15:00:00+08:00");
        assert_eq!((&first["presence"], &first["stand_ins"]), (&json!("field"), &json!([2])));
        assert_eq!(officials["officials"][2]["presence"], Value::Null, "what nobody has said is not known");
        let lines = door.look("/lines").await;
        assert_eq!((&lines["lines"][0]["open"], &lines["lines"][0]["waiting"]), (&json!(true), &json!(0)));
        door.town.house.set_clock(at(13, 0));
        let lines = door.look("/lines").await;
        assert_eq!(lines["lines"][1]["opens_at"], "2026-06-24T14:00:00+08:00");
        assert_eq!(door.get("/api/v1/stations/sanhe/matters/none", "").await.status(), StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_program_draws_defers_arrives_and_gives_back() {
    for door in doors().await {
        let body = json!({ "matters": ["old-age-allowance"] });
        let drawn = door.call("/tickets", "k1", body.clone()).await;
        assert_eq!(drawn.status(), StatusCode::CREATED);
        let place = header(&drawn, LOCATION);
        let ticket = read(drawn).await;
        assert_eq!(
            (&ticket["number"], &ticket["state"], &ticket["ahead"]),
            (&json!("A001"), &json!("waiting"), &json!(0))
        );
        let again = read(door.call("/tickets", "k1", body).await).await;
        assert_eq!(again["id"], ticket["id"], "the same key draws nothing more");
        let other = door.call("/tickets", "k1", json!({ "line": "insurance" })).await;
        assert_eq!(other.status(), StatusCode::UNPROCESSABLE_ENTITY, "a key is for one request");
        let below = |step: &str| format!("/tickets/{}/{step}", ticket["id"].as_str().unwrap());
        let later = json!({ "until": "2026-06-24T10:00" });
        let deferred = read(door.call(&below("deferral"), "k2", later.clone()).await).await;
        assert_eq!((&deferred["state"], &deferred["until"]), (&json!("deferred"), &json!("2026-06-24T10:00:00+08:00")));
        assert_eq!(door.call(&below("deferral"), "k2", later).await.status(), StatusCode::OK);
        assert_eq!(read(door.call(&below("arrival"), "k3", json!({})).await).await["place"], "on-site");
        assert_eq!(read(door.call(&below("cancellation"), "k4", json!({})).await).await["state"], "cancelled");
        let refused = door.call(&below("return"), "k5", json!({})).await;
        assert_eq!(refused.status(), StatusCode::CONFLICT);
        assert_eq!(read(refused).await["type"], "/problems/not-now");
        assert_eq!(read(door.get(&place, "").await).await["said"], "已退号");
        door.town.sound().await;
    }
}

#[tokio::test]
async fn a_program_is_told_what_is_wrong() {
    for door in doors().await {
        let unknown = door.call("/tickets", "k1", json!({ "matters": ["none"] })).await;
        assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
        assert_eq!(read(unknown).await["type"], "/problems/no-such-matter");
        assert_eq!(
            door.call("/tickets", "k2", json!({ "matter": "x" })).await.status(),
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let id = read(door.call("/tickets", "k3", json!({ "line": "care" })).await).await["id"].clone();
        for until in ["2026-06-24T08:00", "2026-06-25T10:00", "soon"] {
            let wrong = door
                .call(&format!("/tickets/{}/deferral", id.as_str().unwrap()), until, json!({ "until": until }))
                .await;
            assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY, "{until}");
            assert!(read(wrong).await["fields"]["until"].is_string());
        }
    }
}

/// The document joins the schemas of all slices by their names, so that these must say of what they are.
#[test]
fn the_document_describes_every_call_and_its_own_schemas() {
    let document = serde_json::to_value(public::api().document(Default::default())).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let calls: usize = paths.values().map(|path| path.as_object().unwrap().len()).sum();
    assert_eq!(calls, 11);
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for general in ["State", "Place", "Kind", "Name", "Source", "Answer", "Paper", "Ways"] {
        assert!(!schemas.contains_key(general), "{general} is the name of other things too");
    }
    let text = document.to_string();
    for reference in text.split("#/components/schemas/").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(schemas.contains_key(reference) || reference == "Problem", "{reference} is described nowhere");
    }
    for operation in paths.values().flat_map(|path| path.as_object().unwrap().values()) {
        assert_eq!(operation["tags"], json!(["errands"]));
        assert!(operation["responses"]["404"].is_object());
    }
}
