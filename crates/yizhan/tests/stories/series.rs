//! A table every Tuesday: made by oneself, looked at by the desk, ended by the station.
use axum::http::Method;
use serde_json::json;

use crate::town;

const FORM: &str = "/s/sanhe/series/new?offering=table-tennis";

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_has_a_table_every_saturday_and_the_desk_sees_it_and_ends_it() {
    town::each(async |town| {
        let ma = town.resident("马学兰").await;
        ma.get("/s/sanhe/venues/table-tennis").await.ok().says("长期订");
        let form = ma.visit(FORM).await;
        let typed = [("sa", "1"), ("at", "09:00"), ("times", "4"), ("look", "1")];
        let looked = ma.submit(&form, "/series/new", &typed).await;
        looked.ok().says("星期六").says("可以订");
        let made = ma.submit(&looked, "/s/sanhe/series", &[]).await;
        let path = made.leads_to();
        ma.visit(&path).await.ok().says("订好了").says("加到日历");
        ma.visit("/me").await.ok().says("星期六");
        ma.get(&format!("{path}/calendar.ics")).await.ok().says("BEGIN:VEVENT");
        // The offer of the station is one at a time.
        let again = ma.submit(&looked, "/s/sanhe/series", &[("once", "another"), ("at", "11:00")]).await;
        again.is(409).says("已经有一个长期预订");

        let li = town.staff("lijianguo").await;
        li.visit("/s/sanhe/desk/series").await.ok().says("马学兰").says("书法小组");
        let theirs = li.visit(&path.replace("/s/sanhe/series", "/s/sanhe/desk/series")).await;
        theirs.ok().says("马学兰");
        li.submit(&theirs, "/end", &[]).await.leads_to();
        let told = town.messages().await;
        assert!(told.iter().any(|m| m.to.ends_with("13800000002") && m.text.contains("结束")), "{told:?}");
        ma.visit(&path).await.ok().says("已经结束");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_makes_a_lunar_series_for_an_office_and_settles_a_clash() {
    town::each(async |town| {
        let qi = town.staff("qihaiyan").await;
        let series = json!({ "offering": "meeting-room", "rule": "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=15",
            "on": "2026-06-25", "at": "10:00", "minutes": 60, "on_holidays": true });
        let taken =
            json!({ "offering": "meeting-room", "from": "2026-06-29T10:00:00+08:00", "minutes": 60, "name": "张三" });
        qi.api(Method::POST, "/stations/sanhe/desk/reservations", Some(taken)).await.is(201);
        let made =
            qi.api(Method::POST, "/stations/sanhe/desk/series", Some(json!({ "series": series, "owner": 1 }))).await;
        made.is(201);
        let made = made.json();
        let dates = made["dates"].as_array().expect("dates");
        // 五月十五 is Monday 29 June: taken at ten, and something else works that day.
        let clash = dates.iter().find(|d| d["on"] == "2026-06-29").expect("the fifteenth of the fifth month");
        assert_eq!(clash["outcome"], "clash", "{made}");
        let id = made["id"].as_str().expect("an id");
        let at = clash["instead"][0]["from"].as_str().expect("an alternative")[11..16].to_owned();
        let time = json!({ "at": at, "minutes": 60 });
        let path = format!("/stations/sanhe/series/{id}/dates/2026-06-29/time");
        let placed = qi.api(Method::PUT, &path, Some(time)).await;
        let placed = placed.is(200).json();
        let settled = placed["dates"].as_array().and_then(|all| all.iter().find(|d| d["on"] == "2026-06-29"));
        assert_eq!(settled.expect("the date")["outcome"], "booked");
    })
    .await;
}
