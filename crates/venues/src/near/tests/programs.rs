//! What programs read.
use axum::http::StatusCode;
use serde_json::Value;

use super::country::{countries, get};

fn read(body: &str) -> Value {
    serde_json::from_str(body).unwrap_or_default()
}

#[tokio::test]
async fn a_program_finds_a_table_around_a_point_and_around_a_township() {
    for house in countries() {
        let (status, body) = get(&house, "/api/v1/near?lat=36.49&lon=102.0&activity=table&within_km=50").await;
        assert_eq!(status, StatusCode::OK, "{body}");
        let near = read(&body);
        assert_eq!(near["looked_at"], 3);
        let first = &near["places"][0];
        assert_eq!((&first["station"], &first["km"]), (&"pingan".into(), &1.1.into()));
        assert_eq!(first["slot"]["from"], "2026-06-24T19:30:00+08:00");
        assert_eq!(first["page"], "/s/pingan/venues/table");
        assert_eq!(near["places"][1]["station"], "sanhe");
        assert_eq!((&near["places"][2]["station"], &near["places"][2]["km"]), (&"hongshuiquan".into(), &Value::Null));
        let from = "from=2026-06-25T14:00:00%2B08:00&minutes=90";
        let (_, body) = get(&house, &format!("/api/v1/near?division=630203102&activity=table&{from}")).await;
        let first = &read(&body)["places"][0];
        assert_eq!((&first["station"], &first["km"]), (&"sanhe".into(), &0.0.into()));
        assert_eq!(first["slot"]["from"], "2026-06-25T14:00:00+08:00");
        assert_eq!(first["slot"]["until"], "2026-06-25T15:30:00+08:00");
    }
}

#[tokio::test]
async fn without_an_activity_it_is_told_what_there_is_to_do() {
    for house in countries() {
        let (_, body) = get(&house, "/api/v1/near?division=630203102&within_km=50").await;
        let near = read(&body);
        assert_eq!(near["activities"][0]["activity"], "table");
        assert_eq!(near["places"], Value::Array(vec![]));
        let (status, _) = get(&house, "/api/v1/near?division=630203999").await;
        assert_eq!(status, StatusCode::NOT_FOUND, "there is no such township");
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_said_field_by_field() {
    for house in countries() {
        let fields = async |query: &str| {
            let (status, body) = get(&house, &format!("/api/v1/near?{query}")).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{query}: {body}");
            read(&body)["fields"].as_object().into_iter().flat_map(|f| f.keys().cloned()).collect::<Vec<_>>()
        };
        let odd = "lat=36.4&lon=102&activity=%00&from=soon&minutes=1&within_km=101";
        assert_eq!(fields(odd).await, ["activity", "from", "minutes", "within_km"]);
        assert_eq!(fields("activity=table").await, ["division"], "from nowhere");
        assert_eq!(fields("division=630203").await, ["division"], "a county is no place to look from");
        for (point, wrong) in
            [("lat=91&lon=0", "lat"), ("lat=NaN&lon=0", "lat"), ("lon=0", "lat"), ("lat=0&lon=-181", "lon")]
        {
            assert_eq!(fields(&format!("{point}&activity=table")).await, [wrong]);
        }
    }
}
