use axum::http::StatusCode;
use people::Role;
use serde_json::{Value, json};

use super::town::{Answer, call, get, towns, works_here};

const API: &str = "/api/v1/stations/sanhe";

fn read(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_default()
}

#[tokio::test]
async fn a_program_lets_people_in_books_and_reads_the_day() {
    for town in towns() {
        let clerk = works_here(&town, Role::Clerk);
        let door = json!({ "offering": "table", "minutes": 60 });
        let walked_in = call(&town, &clerk, ("POST", &format!("{API}/walk-ins")), door.clone()).await;
        assert_eq!(walked_in.status, StatusCode::CREATED, "{}", walked_in.body);
        let again = call(&town, &clerk, ("POST", &format!("{API}/walk-ins")), door).await;
        assert_eq!(again.body, walked_in.body, "the same key, the same answer");
        let wish = json!({ "offering": "half", "from": "2026-06-24T10:00:00+08:00", "minutes": 60, "name": "罗大爷" });
        let booked = call(&town, &clerk, ("POST", &format!("{API}/desk/reservations")), wish).await;
        assert_eq!(booked.status, StatusCode::CREATED, "{}", booked.body);
        let day = read(&get(&town, &clerk, &format!("{API}/desk/agenda?on=2026-06-24")).await);
        assert_eq!(day.as_array().map(Vec::len), Some(2));
        assert_eq!(day[1]["name"], "罗大爷");
        assert_eq!(day[0]["source"], "walk-in");
    }
}

#[tokio::test]
async fn a_refusal_names_itself_and_the_nearest_that_works() {
    for town in towns() {
        let clerk = works_here(&town, Role::Clerk);
        let night =
            json!({ "offering": "table", "from": "2026-06-24T03:00:00+08:00", "minutes": 60, "name": "罗大爷" });
        let refused = call(&town, &clerk, ("POST", &format!("{API}/desk/reservations")), night).await;
        let problem = read(&refused);
        assert_eq!(problem["type"], "/problems/past");
        assert!(problem["next"].as_array().is_some_and(|next| !next.is_empty()), "{problem}");
        let far = json!({ "offering": "table", "from": "9999-12-30T03:00:00Z", "minutes": 60, "name": "罗大爷" });
        let refused = call(&town, &clerk, ("POST", &format!("{API}/desk/reservations")), far).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(read(&refused)["fields"]["from"].is_string(), "{}", refused.body);
    }
}

#[tokio::test]
async fn a_program_of_a_manager_closes_rooms_and_changes_them() {
    for town in towns() {
        let (clerk, manager) = (works_here(&town, Role::Clerk), works_here(&town, Role::Manager));
        let closure = json!({ "venue": 2, "kind": "closed", "reason_zh": "换地板", "cancel_hit": true,
            "from": "2026-06-26T08:00:00+08:00", "until": "2026-06-26T12:00:00+08:00" });
        let path = format!("{API}/openings");
        assert_eq!(call(&town, &clerk, ("POST", &path), closure.clone()).await.status, StatusCode::NOT_FOUND);
        let laid = call(&town, &manager, ("POST", &path), closure).await;
        assert_eq!(laid.status, StatusCode::CREATED, "{}", laid.body);
        let id = read(&laid)["id"].as_str().unwrap_or_default().to_owned();
        assert_eq!(read(&get(&town, &manager, &path).await)[0]["id"], id.as_str());
        let gone = call(&town, &manager, ("DELETE", &format!("{path}/{id}")), json!({})).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);

        let venue = format!("{API}/venues/1");
        let edit =
            json!({ "version": 1, "name_zh": "球室", "owner": 1, "hours": "8-18", "key": "open", "place_in_list": 1 });
        let bad = call(&town, &manager, ("PUT", &venue), edit.clone()).await;
        assert!(read(&bad)["fields"]["hours"].is_string(), "{}", bad.body);
        let mut good = edit;
        good["hours"] = Value::Null;
        assert_eq!(read(&call(&town, &manager, ("PUT", &venue), good).await)["version"], 2);
    }
}

#[tokio::test]
async fn changes_are_numbered_without_holes() {
    for town in towns() {
        let manager = works_here(&town, Role::Manager);
        for minutes in [30, 60] {
            let door = json!({ "offering": "table", "minutes": minutes });
            call(&town, &manager, ("POST", &format!("{API}/walk-ins")), door).await;
        }
        let changes = read(&get(&town, &manager, &format!("{API}/changes?after=0&most=500")).await);
        let numbers: Vec<i64> = changes.as_array().into_iter().flatten().filter_map(|c| c["change"].as_i64()).collect();
        assert_eq!(numbers, (1..=i64::try_from(numbers.len()).unwrap_or(0)).collect::<Vec<_>>());
        let odd = get(&town, &manager, &format!("{API}/changes?most=0")).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}
