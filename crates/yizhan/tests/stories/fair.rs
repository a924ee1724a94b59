//! The fair: a stall is applied for and given, the day is there with its car parks, and a link counts until it is taken back.
use axum::http::Method;
use serde_json::json;

use crate::town::{self, Town};

/// Below `/api/v1`, where programs ask.
const API: &str = "/stations/sanhe";

async fn ten_oclock(town: &Town) {
    town.set_clock("2026-06-27T10:00");
    town.wait(jiff::SignedDuration::ZERO).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_applies_without_an_account_is_given_a_place_and_gives_it_back() {
    town::each(async |town| {
        let visitor = town.visitor();
        let fair = visitor.get("/s/sanhe/fair").await;
        fair.ok().says("还有 3 天").says("农历五月十三").says("秦腔《花亭相会》").says("阿琴酿皮").says_not("冶师傅");
        let form = visitor.get(&fair.link("/fair/stalls/new")).await;
        let typed =
            [("goods", "food"), ("sells", "粽子"), ("metres", "3"), ("name", "罗奶奶"), ("phone", "13800000099")];
        visitor.submit(&form, "/fair/stalls/new", &[("goods", "food"), ("sells", "粽子")]).await.is(422);
        let path = visitor.submit(&form, "/fair/stalls/new", &typed).await.leads_to();
        visitor.get(&path).await.ok().says("前面还有 2 家");
        let clerk = town.staff("qihaiyan").await;
        let desk = clerk.get(&clerk.get("/s/sanhe/desk/fair").await.leads_to()).await;
        desk.ok().says("罗奶奶").says("138****0099");
        let id = path.rsplit('/').next().expect("an id").to_owned();
        clerk.submit(&desk, &format!("/stalls/{id}/place"), &[]).await.leads_to();
        visitor.get(&path).await.ok().says("您的摊位是 C");
        visitor.get("/s/sanhe/fair").await.ok().says("粽子").says_not("罗奶奶");
        let mine = visitor.get(&path).await;
        visitor.submit(&mine, "/withdrawal", &[]).await.leads_to();
        // It goes to whoever sells food and waits.
        visitor.get("/s/sanhe/fair").await.ok().says_not("粽子").says("炸油果");
    })
    .await;
}

/// The demo lays a whole morning out: as many cars stand there as have come by now.
#[tokio::test(flavor = "multi_thread")]
async fn the_morning_fills_the_car_park_as_its_clock_goes() {
    town::each(async |town| {
        let visitor = town.visitor();
        for (wall, free) in [("2026-06-27T08:00", 60), ("2026-06-27T09:00", 35), ("2026-06-27T10:00", 11)] {
            town.set_clock(wall);
            let now = visitor.api(Method::GET, &format!("{API}/parking"), None).await.ok().json();
            assert_eq!(now["lots"][0]["bays"][0]["free"], free, "{wall}");
        }
        town.set_clock("2026-06-27T07:00");
        let now = visitor.api(Method::GET, &format!("{API}/parking"), None).await.ok().json();
        assert_eq!(now["lots"][0]["bays"][0]["state"], "unknown");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_counts_for_its_lot_until_it_is_taken_back() {
    town::each(async |town| {
        ten_oclock(town).await;
        let visitor = town.visitor();
        visitor.get("/s/sanhe").await.ok().says("请停镇政府院子").says("空 11 个");
        let manager = town.staff("qihaiyan").await;
        let now = visitor.api(Method::GET, &format!("{API}/parking"), None).await.ok().json();
        assert_eq!((now["here"].as_str(), now["then"].as_str()), (Some("compound"), Some("school")));
        let lot = format!("{API}/parking-lots/{}", now["lots"][0]["id"].as_str().expect("an id"));
        let new = Some(json!({ "label": "东门" }));
        let made = manager.api(Method::POST, &format!("{lot}/passes"), new).await.is(201).json();
        let count = async |body| visitor.api(Method::POST, &format!("{API}/parking/taps"), Some(body)).await;
        let taps = |nonce: &str| {
            let tap = json!({ "nonce": nonce, "class": "car", "step": "in", "ago": 0 });
            json!({ "pass": made["secret"], "taps": [tap.clone(), tap] })
        };
        for _ in 0..2 {
            let counted = count(taps("a")).await.ok().json();
            assert_eq!(counted["parked"][0]["count"], 64, "{counted}");
        }
        let nameless = json!({ "lot": now["lots"][0]["id"], "taps": [{ "nonce": "x", "step": "in" }] });
        count(nameless).await.is(401);
        let pass = made["id"].as_str().expect("an id");
        manager.api(Method::DELETE, &format!("{lot}/passes/{pass}"), None).await.ok();
        count(taps("b")).await.is(409);
        visitor.get(made["page"].as_str().expect("an address")).await.ok().says("已经收回");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn afterwards_the_desk_reads_the_peak_and_what_to_do_next_year() {
    town::each(async |town| {
        town.set_clock("2026-06-27T21:00");
        let manager = town.staff("qihaiyan").await;
        let desk = manager.get("/s/sanhe/desk/parking").await;
        let review = manager.get(&desk.link("/desk/parking/after/")).await;
        review.ok().says("64 辆").says("2027年6月17日").says("农历五月十三").says("没停满过");
    })
    .await;
}
