//! Series on pages and for programs, at the desk and for a resident.
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use kernel::session::{self, Kind};
use kernel::testing::TestHouse;
use people::Role;
use serde_json::{Value, json};

use super::town::{Answer, DESK, ask, at_once, call, get, get_in_english, send, towns, works_here};
use crate::rules::Policy;

const API: &str = "/api/v1/stations/sanhe";

/// A resident who is signed in, where the table may be had eight times by oneself.
fn resident(house: &TestHouse) -> String {
    let (at, now) = (house.house(), house.now());
    let token = at_once(house, |c| {
        let station = stations::by_slug(c, "sanhe")?;
        let offering = crate::store::offering_by_slug(c, station.id, "table")?.expect("there is a table");
        let policy = Policy { series_own: Some(8), ..Policy::default() };
        crate::store::update_offering(c, station.id, &crate::rules::Offering { policy, ..offering })?;
        let person = people::person_by_phone(c, &at, &"13800005521".parse().expect("a number"))?;
        session::open(c, Kind::Resident, person.0, now, &at.chance)
    });
    token.expect("a resident can sign in").as_str().to_owned()
}

fn body(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{e}: {}", answer.body))
}

#[tokio::test]
async fn a_clerk_looks_first_and_then_makes_a_series_for_somebody() {
    for town in towns() {
        let clerk = works_here(&town, Role::Clerk);
        let typed = "offering=table&pattern=weekly&tu=1&on=2026-06-24&at=19:00&minutes=60&group=1&times=4";
        let looked = get(&town, &clerk, &format!("{DESK}/series/new?{typed}&look=1")).await;
        assert!(looked.says("每周星期二") && looked.says("可以订"), "{}", looked.body);
        let previewed = get(&town, &clerk, &format!("{DESK}/series/preview?{typed}")).await;
        assert!(previewed.body.starts_with("<div id=\"preview\""), "{}", previewed.body);
        let form = [
            ("offering", "table"),
            ("pattern", "weekly"),
            ("tu", "1"),
            ("on", "2026-06-24"),
            ("at", "19:00"),
            ("minutes", "60"),
            ("group", "1"),
            ("times", "4"),
            ("title", "太极拳"),
            ("name", "罗大爷"),
            ("once", "the-same-tap"),
        ];
        let made = send(&town, &clerk, &format!("{DESK}/series"), &form).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        let again = send(&town, &clerk, &format!("{DESK}/series"), &form).await;
        assert_eq!(again.to, made.to, "a double tap is one series");
        let page = get(&town, &clerk, &made.to).await;
        assert!(page.says("罗大爷") && page.says("太极拳") && page.says("订好了"), "{}", page.body);
        assert!(!get_in_english(&town, &clerk, &made.to).await.says("venues-"));
        let list = get(&town, &clerk, &format!("{DESK}/series")).await;
        assert!(list.says("罗大爷") && list.says("6月30日"), "{}", list.body);
        let day = get(&town, &clerk, &format!("{DESK}/today?on=2026-06-30")).await;
        assert!(day.says("长期预订的一次") && day.says("罗大爷"), "{}", day.body);
        // Nobody's name: it says so beside the field, with everything typed kept.
        let nameless: Vec<_> = form.iter().copied().filter(|(n, _)| *n != "name").collect();
        let refused = send(&town, &clerk, &format!("{DESK}/series"), &nameless).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says("太极拳"));
    }
}

#[tokio::test]
async fn a_resident_settles_a_clash_with_one_tap_and_has_all_of_it_in_a_calendar() {
    for town in towns() {
        let (me, clerk) = (resident(&town), works_here(&town, Role::Clerk));
        for name in ["张三", "李四"] {
            let taken =
                json!({ "offering": "table", "from": "2026-06-30T19:00:00+08:00", "minutes": 60, "name": name });
            assert_eq!(call(&town, &clerk, ("POST", &format!("{API}/desk/reservations")), taken).await.status, 201);
        }
        let new =
            json!({ "offering": "table", "rule": "FREQ=WEEKLY;BYDAY=TU;COUNT=3", "on": "2026-06-24", "at": "19:00" });
        let looked = body(&call(&town, &me, ("POST", &format!("{API}/series/preview")), new.clone()).await);
        assert_eq!((&looked[0]["outcome"], &looked[1]["outcome"]), (&json!("clash"), &json!("free")));
        let made = call(&town, &me, ("POST", &format!("{API}/series")), new).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let series = body(&made);
        assert_eq!(series["dates"][0]["outcome"], "clash");
        assert_eq!(series["dates"][1]["outcome"], "booked");
        let path = format!("/s/sanhe/series/{}", series["id"].as_str().expect("an id"));
        let page = get(&town, &me, &path).await;
        assert!(page.says("1 次冲突") && page.says("18:00–19:00"), "{}", page.body);
        let taken =
            send(&town, &me, &format!("{path}/dates/2026-06-30/time"), &[("at", "18:00"), ("minutes", "60")]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        let page = get(&town, &me, &path).await;
        assert!(!page.says("次冲突") && !page.says("venues-"), "{}", page.body);
        assert!(!get_in_english(&town, &me, &path).await.says("venues-"));
        let calendar = get(&town, &me, &format!("{path}/calendar.ics")).await;
        assert_eq!(calendar.body.matches("BEGIN:VEVENT").count(), 3);
        assert!(!calendar.body.contains("RRULE") && calendar.body.contains("DTSTART:20260630T100000Z"));
        let ours = get(&town, &clerk, &format!("/s/sanhe/desk/series/{}", series["id"].as_str().expect("an id"))).await;
        assert_eq!(ours.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn the_entry_in_a_calendar_stays_the_same_when_the_series_is_split() {
    for town in towns() {
        let me = resident(&town);
        let new =
            json!({ "offering": "table", "rule": "FREQ=WEEKLY;BYDAY=TU;COUNT=3", "on": "2026-06-24", "at": "19:00" });
        let id = body(&call(&town, &me, ("POST", &format!("{API}/series")), new).await)["id"].clone();
        let id = id.as_str().expect("an id").to_owned();
        let uids = |ics: &str| {
            let lines = ics.lines().filter(|l| l.starts_with("UID:"));
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        let before = get(&town, &me, &format!("/s/sanhe/series/{id}/calendar.ics")).await.body;
        let change = json!({ "from": "2026-07-07", "at": "20:00" });
        let rest = body(&call(&town, &me, ("POST", &format!("{API}/series/{id}/changes")), change).await);
        let rest_id = rest["id"].as_str().expect("an id");
        assert_ne!(rest_id, id);
        assert_eq!(rest["split_from"], id.as_str());
        let after = get(&town, &me, &format!("/s/sanhe/series/{rest_id}/calendar.ics")).await.body;
        assert_eq!(uids(&after), uids(&before)[1..]);
        assert_eq!(after.matches("SEQUENCE:1").count(), 2);
        let ended = body(&call(&town, &me, ("POST", &format!("{API}/series/{rest_id}/end")), json!({})).await);
        assert_eq!(ended["runs"], false);
        let after = get(&town, &me, &format!("/s/sanhe/series/{rest_id}/calendar.ics")).await.body;
        assert_eq!(after.matches("STATUS:CANCELLED").count(), 2);
    }
}

#[tokio::test]
async fn a_date_is_changed_for_itself_or_with_all_later_ones() {
    for town in towns() {
        let me = resident(&town);
        let new =
            json!({ "offering": "table", "rule": "FREQ=WEEKLY;BYDAY=TU;COUNT=3", "on": "2026-06-24", "at": "19:00" });
        let id = body(&call(&town, &me, ("POST", &format!("{API}/series")), new).await)["id"].clone();
        let path = format!("/s/sanhe/series/{}/dates/2026-07-07", id.as_str().expect("an id"));
        let form = get(&town, &me, &path).await;
        assert!(form.says("value=\"19:00\"") && form.says("这次和以后都改"), "{}", form.body);
        let one = [("on", "2026-07-08"), ("at", "18:30"), ("minutes", "60"), ("which", "one")];
        assert_eq!(send(&town, &me, &format!("{path}/time"), &one).await.status, StatusCode::SEE_OTHER);
        assert!(get(&town, &me, &path).await.says("value=\"18:30\""));
        let wrong = [("at", "soon"), ("minutes", "60")];
        assert_eq!(send(&town, &me, &format!("{path}/time"), &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let far = [("on", "2026-09-08"), ("at", "18:30"), ("minutes", "60")];
        assert_eq!(send(&town, &me, &format!("{path}/time"), &far).await.status, StatusCode::CONFLICT);
        let later = [("at", "20:00"), ("minutes", "60"), ("which", "later"), ("once", "tap")];
        let to = send(&town, &me, &format!("{path}/time"), &later).await.to;
        assert_eq!(send(&town, &me, &format!("{path}/time"), &later).await.to, to, "a double tap splits once");
        assert!(get(&town, &me, &to).await.says("20:00–21:00"));
    }
}

#[tokio::test]
async fn whoever_is_not_signed_in_sees_nothing_and_what_cannot_be_read_is_said() {
    for town in towns() {
        let me = resident(&town);
        let new = |rule: &str| json!({ "offering": "table", "rule": rule, "on": "2026-06-24", "at": "19:00" });
        let wrong = call(&town, &me, ("POST", &format!("{API}/series")), new("FREQ=HOURLY")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(body(&wrong)["fields"]["rule"].is_string());
        let endless = call(&town, &me, ("POST", &format!("{API}/series")), new("FREQ=WEEKLY;BYDAY=TU")).await;
        assert_eq!(
            (endless.status, &body(&endless)["type"]),
            (StatusCode::CONFLICT, &json!("/problems/too-many-dates"))
        );
        let id = body(&call(&town, &me, ("POST", &format!("{API}/series")), new("FREQ=WEEKLY;BYDAY=TU;COUNT=3")).await)
            ["id"]
            .clone();
        let path = format!("/s/sanhe/series/{}", id.as_str().expect("an id"));
        let nobody = ask(&town, Request::get(&path).body(Body::empty()).expect("a request")).await;
        assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
        let odd = Request::get("/s/sanhe/series/x").header(header::COOKIE, format!("session={me}"));
        assert_eq!(ask(&town, odd.body(Body::empty()).expect("a request")).await.status, StatusCode::NOT_FOUND);
    }
}
