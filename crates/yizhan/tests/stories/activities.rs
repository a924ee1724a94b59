//! What is on, in the township itself: the fair by the moon, and rooms that the venues really have.
use axum::http::Method;
use jiff::SignedDuration;
use kernel::view::View;
use kernel::words::Lang;
use people::StaffId;
use serde_json::json;
use venues::acts::{Closing, close_or_open};
use venues::rules::{LayerKind, Name, Span};
use yizhan::app;

use crate::damage::{Damage, each_is_named};
use crate::town::{self, Town};

const API: &str = "/stations/sanhe";
/// The liaison room, and the whole ball court, among what venues.toml offers.
const LIAISON_ROOM: i32 = 10;
const BALL_COURT: i32 = 7;

#[tokio::test(flavor = "multi_thread")]
async fn on_fair_day_the_fair_is_the_first_thing_that_everybody_reads() {
    town::each(async |town| {
        town.set_clock("2026-06-27T10:00");
        let visitor = town.visitor();
        visitor.get("/s/sanhe").await.ok().says("三合镇物资交流会").says("正在办，直接来");
        let list = visitor.get("/s/sanhe/activities").await;
        let fair = visitor.get(&list.ok().says("正在办").link("/occurrences/")).await;
        fair.ok().says("三合镇物资交流会").says("农历五月十三").says("镇政府前街和大院");
        visitor.get("/s/sanhe/hall").await.ok().says("三合镇物资交流会");
        for (month, day) in [("2027-06-01", "6月17日"), ("2028-06-01", "6月5日")] {
            let list = visitor.get(&format!("/s/sanhe/activities?span=month&on={month}")).await;
            list.ok().says("三合镇物资交流会").says(day);
        }
        // The leap fifth month has no second fair.
        visitor.get("/s/sanhe/activities?span=month&on=2028-07-01").await.ok().says_not("三合镇物资交流会");
    })
    .await;
}

/// An hour of tomorrow morning in a room.
fn tomorrow_at_ten(title: &str, room: i32) -> serde_json::Value {
    json!({ "activity": { "title": title, "on": "2026-06-26", "at": "10:00", "minutes": 60, "owner": 1, "room": room } })
}

#[tokio::test(flavor = "multi_thread")]
async fn an_activity_keeps_others_from_its_room_and_is_kept_from_theirs() {
    town::each(async |town| {
        town.set_clock("2026-06-25T09:00");
        let clerk = town.staff("qihaiyan").await;
        let path = format!("{API}/desk/activities");
        let made = clerk.api(Method::POST, &path, Some(tomorrow_at_ten("剪纸课", LIAISON_ROOM))).await;
        made.is(201);
        let clash = clerk.api(Method::POST, &path, Some(tomorrow_at_ten("朗诵会", LIAISON_ROOM))).await;
        clash.is(409).says("room-clash");
        let taken = clerk
            .api(
                Method::POST,
                &format!("{API}/desk/reservations"),
                Some(json!({ "offering": "meeting-room", "from": "2026-06-26T10:00:00+08:00", "minutes": 60, "name": "李四" })),
            )
            .await;
        taken.is(409).says("slot-taken");
        // Given back, it is free again.
        let one = made.json()["times"][0]["id"].as_str().expect("an id").to_owned();
        let path_of_one = format!("{API}/desk/occurrences/{one}/cancellation");
        clerk.api(Method::POST, &path_of_one, Some(json!({ "reason": "老师有事" }))).await.is(200);
        clerk.api(Method::POST, &path, Some(tomorrow_at_ten("朗诵会", LIAISON_ROOM))).await.is(201);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_has_the_name_of_its_activity_and_the_activity_that_of_its_room() {
    town::each(async |town| {
        town.set_clock("2026-06-25T09:00");
        let clerk = town.staff("qihaiyan").await;
        let path = format!("{API}/desk/activities");
        let made = clerk.api(Method::POST, &path, Some(tomorrow_at_ten("剪纸课", LIAISON_ROOM))).await.is(201).json();
        let agenda = async || clerk.api(Method::GET, &format!("{API}/desk/agenda?on=2026-06-26"), None).await;
        agenda().await.ok().says("剪纸课");
        let id = made["id"].as_str().expect("an id");
        let renamed = Some(tomorrow_at_ten("剪窗花", LIAISON_ROOM));
        clerk.api(Method::PUT, &format!("{path}/{id}"), renamed).await.ok().says("剪窗花");
        agenda().await.ok().says("剪窗花").says_not("剪纸课");
        town.set_clock("2026-06-26T09:30");
        let visitor = town.visitor();
        for page in ["/s/sanhe", "/s/sanhe/hall"] {
            visitor.get(page).await.ok().says("剪窗花").says("联络室");
        }
    })
    .await;
}

/// Whoever has no phone is on the clerks' call list, with the deadline and the answers.
#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_comes_free_is_offered_by_voice_to_whoever_has_no_phone() {
    town::each(async |town| {
        town.set_clock("2026-06-25T09:00");
        let clerk = town.staff("qihaiyan").await;
        let activity = json!({ "title": "剪纸课", "on": "2026-06-26", "at": "10:00", "minutes": 60, "owner": 1,
            "joining": "sign-up", "capacity": 1 });
        let new = Some(json!({ "activity": activity }));
        let made = clerk.api(Method::POST, &format!("{API}/desk/activities"), new).await.is(201).json();
        let id = made["times"][0]["id"].as_str().expect("an id").to_owned();
        let path = format!("{API}/desk/occurrences/{id}/signups");
        let mut list = json!(null);
        for name in ["罗大爷", "马奶奶"] {
            list = clerk.api(Method::POST, &path, Some(json!({ "name": name }))).await.is(201).json();
        }
        let told = async || clerk.get("/s/sanhe/desk/told").await;
        told().await.ok().says_not("马奶奶");
        let first = list["signups"][0]["id"].as_str().expect("an id");
        let answer = Some(json!({ "answer": "give-back" }));
        clerk.api(Method::POST, &format!("{API}/desk/signups/{first}/answer"), answer).await.ok();
        told().await.ok().says("马奶奶").says("剪纸课").says("给您留到").says("要来").says("不来");
        let calls = clerk.api(Method::GET, &format!("{API}/desk/call-list"), None).await.ok().json();
        let calls = calls.as_array().expect("a list");
        let theirs = calls.iter().find(|call| call["name"] == "马奶奶").expect("a call");
        assert_eq!(theirs["answers"], json!(["accept", "give-back"]));
        let all = format!("有 {} 个人收不到短信", calls.len());
        clerk.get("/s/sanhe/desk/calls").await.ok().says(&all);
        let page = told().await;
        let back = clerk.submit(&page, "/answer", &[("answer", "accept")]).await.leads_to();
        clerk.get(&back).await.ok().says_not("马奶奶");
        let list = clerk.api(Method::GET, &format!("{API}/occurrences/{id}/signups"), None).await.ok().json();
        assert_eq!(list["signups"][1]["state"], "in", "{list}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closure_takes_a_room_and_the_desk_finds_out_and_finds_another() {
    town::each(async |town| {
        town.set_clock("2026-06-25T09:00");
        let clerk = town.staff("qihaiyan").await;
        let path = format!("{API}/desk/activities");
        let made = clerk.api(Method::POST, &path, Some(tomorrow_at_ten("剪纸课", LIAISON_ROOM))).await;
        let one = made.is(201).json()["times"][0]["id"].as_str().expect("an id").to_owned();
        close(town).await;
        town.wait(SignedDuration::ZERO).await;
        clerk.get("/s/sanhe/desk/activities").await.ok().says("没有场地，要处理").says("场地没了，请另定");
        // What everybody reads promises no room.
        let page = format!("/s/sanhe/occurrences/{one}");
        town.visitor().get(&page).await.ok().says_not("联络室");
        let at_desk = clerk.get(&format!("/s/sanhe/desk/occurrences/{one}")).await;
        let room = BALL_COURT.to_string();
        clerk.submit(&at_desk, &format!("/desk/occurrences/{one}"), &[("room", &room)]).await.leads_to();
        town.visitor().get(&page).await.ok().says("全场");
    })
    .await;
}

/// The liaison room is closed over the day, whoever has it.
async fn close(town: &Town) {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").expect("a zone");
    let at = |wall: &str| app::instant(wall, &zone).expect("a time");
    let closing = Closing {
        venue: Some(8),
        kind: LayerKind::Closed,
        span: Span::new(at("2026-06-26T08:00"), at("2026-06-26T20:00")).expect("a span"),
        reason: Name { zh: "修灯".into(), en: String::new() },
        cancel_hit: true,
    };
    let station = stations::station(&town.house, "sanhe").await.expect("the station");
    let v = View::plain(&town.house, Lang::Zh);
    let staff = StaffId(town.house.new_id());
    close_or_open(&town.house, &station, &v, closing, staff, None).await.expect("it is closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_activities_are_named() {
    each_is_named(&[
        Damage { done: "UPDATE activity_series SET kind = 5", said: "has kind 5" },
        Damage { done: "UPDATE activity_series SET title = ''", said: "every activity says something" },
        Damage { done: "UPDATE occurrences SET state = 7 WHERE reservation_id IS NULL", said: "has state 7" },
        Damage {
            done: "$BARE(occurrences) UPDATE occurrences SET taken = capacity + 1 WHERE capacity IS NOT NULL",
            said: "places taken",
        },
        Damage {
            done: "UPDATE occurrences SET state = 1 WHERE reservation_id IS NOT NULL",
            said: "was called off and holds a room",
        },
        Damage {
            done: "UPDATE occurrences SET without_room = TRUE WHERE reservation_id IS NOT NULL",
            said: "holds a room and says that it has none",
        },
    ])
    .await;
}
