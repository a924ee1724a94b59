//! The desk's pages and the JSON API, through the router.
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use kernel::event::By;
use kernel::session::{self, Kind};
use people::Role;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::*;

/// A town with somebody who works there, signed in.
struct Door {
    town: Town,
    token: String,
}

struct Answer {
    status: StatusCode,
    to: String,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }
}

async fn doors() -> Vec<Door> {
    let mut all = vec![];
    for town in towns().await {
        let (house, station, now) = (town.house.house(), town.station.id, town.house.now());
        let new = people::new_staff(&house, "qihaiyan", "祁海燕", "gate-open-7-days").unwrap().unwrap();
        let work = move |c: &mut Conn| {
            let id = people::add_staff(c, &house, By::Program, &new).map_err(|_| Fault::broken("the login is new"))?;
            people::give_role(c, &house, By::Program, id, station, Role::Clerk, None)?;
            session::open(c, Kind::Staff, id.0, now, &house.chance).map(|token| token.as_str().to_owned())
        };
        let token = town.house.db.write(work).await.unwrap();
        all.push(Door { town, token });
    }
    all
}

impl Door {
    async fn ask(&self, request: Request<Body>) -> Answer {
        let routes = crate::routes(rooms::ROOMS).merge(crate::api(rooms::ROOMS).router());
        let app: axum::Router = routes.with_state(self.town.house.house());
        let response = app.oneshot(request).await.unwrap();
        let status = response.status();
        let to = response.headers().get(header::LOCATION).and_then(|l| l.to_str().ok()).unwrap_or_default().to_owned();
        let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        Answer { status, to, body: String::from_utf8_lossy(&body).into_owned() }
    }

    async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, format!("session={}", self.token));
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    async fn send(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let escaped = |text: &str| kernel::page::query_value(text);
        let body: Vec<String> = form.iter().map(|(n, v)| format!("{}={}", escaped(n), escaped(v))).collect();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, format!("session={}", self.token));
        self.ask(request.body(Body::from(body.join("&"))).unwrap()).await
    }

    async fn call(&self, method: &str, path: &str, body: Value) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1/stations/sanhe{path}"))
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        self.ask(request.body(Body::from(body.to_string())).unwrap()).await
    }
}

fn activity() -> Value {
    json!({ "title": "亲子阅读", "rule": SATURDAYS, "on": "2026-07-04", "at": "10:00", "minutes": 90, "owner": 1,
        "room": 1, "capacity": 20, "joining": "sign-up" })
}

#[tokio::test]
async fn a_program_publishes_changes_calls_off_and_ends() {
    for door in doors().await {
        let made = door.call("POST", "/desk/activities", json!({ "activity": activity() })).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let made = made.json();
        let (id, first) = (made["id"].as_str().unwrap(), &made["times"][0]);
        assert_eq!(first["from"], "2026-07-04T10:00:00+08:00");
        assert_eq!((&first["places"], &first["lunar"]), (&json!("left"), &json!("农历五月二十")));
        let one = first["id"].as_str().unwrap();
        let body = json!({ "on": "2026-07-04", "at": "15:00", "minutes": 60, "capacity": 20, "note": "改到下午" });
        let moved = door.call("PUT", &format!("/desk/occurrences/{one}"), body).await.json();
        assert_eq!((&moved["from"], &moved["sequence"]), (&json!("2026-07-04T15:00:00+08:00"), &json!(1)));
        let reason = json!({ "reason": "老师临时有事" });
        let off = door.call("POST", &format!("/desk/occurrences/{one}/cancellation"), reason).await.json();
        assert_eq!((&off["stands"], &off["reason"]), (&json!("called-off"), &json!("老师临时有事")));
        let mut later = activity();
        later["at"] = json!("11:00");
        let body = json!({ "activity": later, "from": "2026-07-18" });
        let rest = door.call("PUT", &format!("/desk/activities/{id}"), body).await.json();
        assert_ne!(rest["id"].as_str().unwrap(), id);
        assert_eq!(rest["times"][0]["from"], "2026-07-18T11:00:00+08:00");
        let path = format!("/desk/activities/{}/end", rest["id"].as_str().unwrap());
        let ended = door.call("POST", &path, json!({ "reason": "放暑假" })).await.json();
        assert_eq!(ended["ended"], true);
        let shown = door.call("GET", &format!("/occurrences/{one}"), Value::Null).await.json();
        assert_eq!(shown["stands"], "called-off");
        door.town.sound().await;
    }
}

#[tokio::test]
async fn a_program_is_told_what_is_wrong_and_what_is_asked() {
    for door in doors().await {
        let mut fair = activity();
        fair["rule"] = json!("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13");
        let asked = door.call("POST", "/desk/activities/preview", fair.clone()).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.json()["fields"]["leap"].as_str().unwrap().contains("闰五月"), "{}", asked.body);
        fair["leap"] = json!("regular");
        let preview = door.call("POST", "/desk/activities/preview", fair).await.json();
        let days: Vec<&str> = preview["days"].as_array().unwrap().iter().map(|d| d["on"].as_str().unwrap()).collect();
        assert_eq!(days[..2], ["2027-06-17", "2028-06-05"]);
        door.town.somebody_takes(1, door.town.at(JULY_4, 10)).await;
        let clash = door.call("POST", "/desk/activities", json!({ "activity": activity() })).await;
        assert_eq!(clash.status, StatusCode::CONFLICT);
        assert_eq!(clash.json()["type"], "/problems/room-clash");
        let none = door.call("GET", "/activities/00000000-0000-7000-8000-000000000000", Value::Null).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
        let stranger = Request::post("/api/v1/stations/sanhe/desk/activities").body(Body::empty()).unwrap();
        assert_eq!(door.ask(stranger).await.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn the_last_one_is_held_once_more_with_a_day_and_a_time() {
    for door in doors().await {
        // Half an hour from now on, for an hour; and then it is two o'clock.
        let mut today = Plan { room: Some(1), ..plan("", date(2026, 6, 27)) };
        today.terms.at_minute = 12 * 60 + 30;
        let id = door.town.make(today, false).await.unwrap();
        let one = door.town.times(id).await[0].clone();
        door.town.house.set_clock(door.town.at(date(2026, 6, 27), 14));
        let list = door.get("/s/sanhe/desk/activities").await;
        let copy = format!("/s/sanhe/desk/activities/new?copy={}", one.id);
        assert!(list.body.contains(&copy), "{}", list.body);
        let form = door.get(&copy).await;
        assert!(form.body.contains("value=\"2026-07-04\"") && form.body.contains("value=\"12:30\""), "{}", form.body);
        // What the form holds already, and the two fields that were changed.
        let typed = [
            ("once", "k1"),
            ("title", "亲子阅读"),
            ("on", "2026-07-12"),
            ("at", "16:00"),
            ("minutes", "60"),
            ("pattern", "once"),
            ("room", "1"),
            ("owner", "1"),
            ("holidays", "1"),
        ];
        let sent = door.send("/s/sanhe/desk/activities", &typed).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let again = door.send("/s/sanhe/desk/activities", &typed).await;
        assert_eq!(again.to, sent.to, "two taps are one");
        let page = door.get(&sent.to).await;
        assert!(page.body.contains("7月12日"), "{}", page.body);
        assert_eq!(door.town.held(1).await.len(), 2);
    }
}

#[tokio::test]
async fn a_clash_comes_back_with_everything_typed_and_another_room_is_one_press() {
    for door in doors().await {
        door.town.somebody_takes(1, door.town.at(JULY_4, 10)).await;
        let typed = [
            ("title", "手工课"),
            ("on", "2026-07-04"),
            ("at", "10:00"),
            ("minutes", "60"),
            ("room", "1"),
            ("owner", "1"),
        ];
        let clash = door.send("/s/sanhe/desk/activities", &typed).await;
        assert_eq!(clash.status, StatusCode::CONFLICT);
        for words in ["手工课", "场地那时有人用", "换到2 号教室", "改到 11:00", "不用场地，照办"]
        {
            assert!(clash.body.contains(words), "{words}: {}", clash.body);
        }
        let pressed = [typed.as_slice(), &[("other_room", "2")]].concat();
        assert_eq!(door.send("/s/sanhe/desk/activities", &pressed).await.status, StatusCode::SEE_OTHER);
        assert_eq!(door.town.held(2).await.len(), 1);
    }
}

#[tokio::test]
async fn as_one_types_the_next_five_days_are_shown_and_the_leap_month_is_told() {
    for door in doors().await {
        let query = "on=2026-07-01&at=09:00&minutes=60&pattern=lunar-yearly&month=5&day=13";
        let shown = door.get(&format!("/s/sanhe/desk/activities/preview?{query}")).await;
        assert!(shown.body.starts_with("<div id=\"preview\">"));
        for words in [
            "2027年6月17日",
            "2028年6月5日",
            "农历五月十三",
            "农历2028年有闰五月，那一年办在哪个月？",
            "农历 2028 年这个月有两次",
        ] {
            assert!(shown.body.contains(words), "{words}: {}", shown.body);
        }
        assert!(!shown.body.contains("7月5日"));
        let both = door.get(&format!("/s/sanhe/desk/activities/preview?{query}&leap=both")).await;
        assert!(both.body.contains("2028年7月5日"), "{}", both.body);
    }
}

#[tokio::test]
async fn calendars_have_stable_ids_sequences_and_no_rule() {
    for door in doors().await {
        let id = door.town.make(plan(SATURDAYS, JULY_4), false).await.unwrap();
        let one = door.town.times(id).await[1].clone();
        door.town.call_off(one.id).await.unwrap();
        let feed = door.get(&format!("/s/sanhe/activities/{id}/calendar.ics")).await.body;
        assert_eq!(feed.matches("BEGIN:VEVENT").count(), 105);
        assert!(!feed.contains("RRULE"));
        let single = door.get(&format!("/s/sanhe/occurrences/{}/calendar.ics", one.id)).await.body;
        assert!(single.contains(&format!("UID:{}@", one.id)), "{single}");
        assert!(single.contains("STATUS:CANCELLED") && single.contains("SEQUENCE:1"));
        let all = door.get("/s/sanhe/activities/calendar.ics").await.body;
        assert!(all.contains(&format!("UID:{}@", one.id)));
    }
}
