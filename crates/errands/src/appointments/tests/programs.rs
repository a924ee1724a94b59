//! The JSON API.
use axum::http::StatusCode;
use people::Role;
use serde_json::{Value, json};

use super::{call, get};
use crate::appointments;
use crate::desk::tests::town::works_here;
use crate::tests::towns;

const API: &str = "/api/v1/stations/sanhe";

#[tokio::test]
async fn a_program_looks_books_moves_and_gives_back() {
    for town in towns().await {
        let times = get(&town, "", &format!("{API}/matters/old-age-allowance/appointments")).await.json();
        let first = &times["days"][0]["times"][0];
        assert_eq!((&first["from"], &first["official"]), (&json!("2026-06-24T10:00:00+08:00"), &json!(1)));
        let body = json!({ "matters": ["old-age-allowance"], "from": "2026-06-25T09:30:00+08:00" });
        let booked = call(&town, "", ("POST", "/appointments"), ("a", body.clone())).await;
        assert_eq!(booked.status, StatusCode::CREATED, "{}", booked.body);
        let ticket = booked.json();
        assert_eq!((&ticket["state"], &ticket["number"]), (&json!("booked"), &json!("A001")));
        assert_eq!((&ticket["booked_at"], &ticket["day"]), (&json!("2026-06-25T09:30:00+08:00"), &json!("2026-06-25")));
        let again = call(&town, "", ("POST", "/appointments"), ("a", body.clone())).await.json();
        assert_eq!(again["id"], ticket["id"]);
        let taken = call(&town, "", ("POST", "/appointments"), ("b", body)).await;
        let problem = taken.json();
        assert_eq!((taken.status, &problem["type"]), (StatusCode::CONFLICT, &json!("/problems/appointment-taken")));
        assert_eq!(problem["next"].as_array().map(Vec::len), Some(4), "{problem}");
        let path = format!("/tickets/{}/time", ticket["id"].as_str().unwrap());
        let moved = call(&town, "", ("PUT", &path), ("c", json!({ "from": "2026-06-26T10:00" }))).await;
        assert_eq!(moved.status, StatusCode::OK, "{}", moved.body);
        assert_ne!(moved.json()["id"], ticket["id"]);
        let old = get(&town, "", &format!("{API}/tickets/{}", ticket["id"].as_str().unwrap())).await.json();
        assert_eq!((&old["state"], &old["next"]), (&json!("cancelled"), &moved.json()["id"]));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_program_is_told_what_is_wrong() {
    for town in towns().await {
        let ask = async |body: Value| call(&town, "", ("POST", "/appointments"), (&body.to_string(), body)).await;
        let odd = ask(json!({ "matters": ["old-age-allowance"], "from": "soon" })).await;
        assert!(odd.status == StatusCode::UNPROCESSABLE_ENTITY && odd.json()["fields"]["from"].is_string());
        let phone = ask(json!({ "matters": ["insurance"], "from": "2026-06-25T09:30", "phone": "1" })).await;
        assert!(phone.json()["fields"]["phone"].is_string(), "{}", phone.body);
        let unknown = ask(json!({ "matters": ["none"], "from": "2026-06-25T09:30" })).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        let other = ask(json!({ "matters": ["old-age-allowance"], "from": "2026-06-25T09:30", "official": 7 })).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND, "official 7 does not do this");
        let ours = ask(json!({ "matters": ["old-age-allowance"], "from": "2026-06-25T09:30" })).await.json();
        let path = format!("/tickets/{}/time", ours["id"].as_str().unwrap());
        let to_other = json!({ "from": "2026-06-25T10:00", "official": 7 });
        let moved = call(&town, "", ("PUT", &path), ("m", to_other)).await;
        assert_eq!(moved.status, StatusCode::NOT_FOUND, "nor does an appointment move to them");
        let far = ask(json!({ "matters": ["insurance"], "from": "9999-12-30T22:00:00Z" })).await;
        assert_eq!(far.json()["type"], "/problems/appointment-too-far");
    }
}

#[tokio::test]
async fn a_program_of_the_desk_books_by_name_and_reads_the_list() {
    for town in towns().await {
        let (clerk, manager) = (works_here(&town, Role::Clerk, Some(1)), works_here(&town, Role::Manager, Some(2)));
        let body = json!({ "matters": [1], "from": "2026-06-25T09:30", "name": "罗大爷", "priority": "elderly" });
        let booked = call(&town, &clerk, ("POST", "/desk/appointments"), ("a", body.clone())).await;
        assert_eq!(booked.status, StatusCode::CREATED, "{}", booked.body);
        let taken = call(&town, &clerk, ("POST", "/desk/appointments"), ("b", body)).await;
        assert_eq!(taken.status, StatusCode::CONFLICT, "{}", taken.body);
        assert_eq!(taken.json()["next"].as_array().map(Vec::len), Some(4), "the nearest times: {}", taken.body);
        let list = get(&town, &clerk, &format!("{API}/desk/appointments?official=1")).await.json();
        let one = &list["appointments"][0];
        assert_eq!((&one["name"], &one["number"], &one["hit"]), (&json!("罗大爷"), &json!("A001"), &json!(false)));
        let none = get(&town, &clerk, &format!("{API}/desk/appointments?official=2&from=-009999-01-01")).await;
        assert_eq!(none.json()["appointments"], json!([]), "{}", none.body);
        let path = "/lines/1/booking-policy";
        let mut policy = get(&town, &manager, &format!("{API}{path}")).await.json();
        assert_eq!(policy["share"], 50);
        policy["share"] = json!(30);
        assert_eq!(call(&town, &manager, ("PUT", path), ("p", policy.clone())).await.json()["share"], 30);
        policy["days"] = json!(0);
        let odd = call(&town, &manager, ("PUT", path), ("q", policy)).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(get(&town, &clerk, &format!("{API}{path}")).await.status, StatusCode::NOT_FOUND);
    }
}

/// The document joins the schemas of all slices by their names, so that these must say of what they are.
#[test]
fn the_document_describes_every_call_and_its_own_schemas() {
    let api = appointments::api().merge(crate::public::api()).merge(crate::desk::api());
    let document = serde_json::to_value(api.document(Default::default())).unwrap();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let text = document.to_string();
    for reference in text.split("#/components/schemas/").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(schemas.contains_key(reference) || reference == "Problem", "{reference} is described nowhere");
    }
    for path in
        ["/stations/{slug}/appointments", "/stations/{slug}/tickets/{id}/time", "/stations/{slug}/desk/appointments"]
    {
        let paths = document["paths"].as_object().unwrap();
        assert!(paths.keys().any(|key| key.ends_with(path)), "{path}");
    }
}
