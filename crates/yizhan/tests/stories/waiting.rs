//! 排队 · 留位: the table that was full, and the hall that is closed.
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::json;

use crate::town;

const TABLE: &str = "/s/sanhe/venues/table-tennis";
const EIGHT: [(&str, &str); 2] = [("from", "2026-06-24T20:00:00+08:00"), ("minutes", "60")];

#[tokio::test(flavor = "multi_thread")]
async fn two_wait_for_tonights_table_and_the_first_who_says_yes_gets_it() {
    town::each(async |town| {
        let (gu, han, stranger) = (town.resident("麻桂兰").await, town.resident("韩玉梅").await, town.visitor());
        let booked = gu.submit(&gu.get(TABLE).await, "/reservations", &EIGHT).await;
        let slip = gu.visit(&booked.leads_to()).await;
        // It was the last table: whoever comes next is shown the way into the line, on the page and in the refusal.
        let full = han.get(&format!("{TABLE}?on=2026-06-24")).await;
        full.ok().says("排队等 20:00");
        let refused = han.submit(&han.get(TABLE).await, "/reservations", &EIGHT).await;
        let line = han.get(&refused.is(409).link("/wait?at=2026-06-24T20")).await;
        let place = han.visit(&han.submit(&line, "/waits", &[]).await.leads_to()).await;
        place.ok().says("您排在第一位");
        // A stranger proves a phone first and comes back to the line.
        let door = stranger.visit(&full.link("/wait?at=2026-06-24T20")).await;
        let phone = "13812345678";
        let sent = stranger.submit(&door, "/sign-in", &[("phone", phone)]).await;
        let digits = town.code_sent_to(phone).await;
        let typed = stranger.submit(&stranger.visit(&sent.leads_to()).await, "/sign-in", &[("digits", &digits)]).await;
        let line = stranger.visit(&typed.leads_to()).await;
        town.wait(SignedDuration::from_mins(1)).await;
        let place = stranger.visit(&stranger.submit(&line, "/waits", &[]).await.leads_to()).await;
        place.ok().says("前面还有 1 位");

        gu.submit(&slip, "/cancellation", &[]).await.leads_to();
        // Nobody else gets in between.
        gu.submit(&gu.get(TABLE).await, "/reservations", &EIGHT).await.is(409);
        han.get("/s/sanhe").await.ok().says("给您留着");
        han.visit("/me").await.ok().says("给您留着").says("20:00–21:00");
        // No answer within ten minutes: the next is asked, in a message with a link.
        town.wait(SignedDuration::from_mins(11)).await;
        han.visit("/me").await.ok().says_not("我要");
        let told = town.messages().await;
        let message = told.iter().find(|m| m.kind == "offer-made" && m.to.ends_with(phone)).expect("a message");
        let link = message.text.split("/s/sanhe").nth(1).map(|rest| format!("/s/sanhe{rest}")).expect("a link");
        // On another phone, where nobody is signed in, a code is the yes.
        let elsewhere = town.visitor();
        let offer = elsewhere.get(&link).await;
        offer.ok().says("我要").says("138****5678");
        let code = elsewhere.submit(&offer, "/codes", &[]).await;
        let digits = town.code_sent_to(phone).await;
        let confirm = elsewhere.visit(&code.leads_to()).await;
        let yes = elsewhere.submit(&confirm, "/confirmation", &[("digits", &digits)]).await;
        elsewhere.visit(&yes.leads_to()).await.ok().says("20:00").says("到 21:00");
        stranger.visit("/me").await.ok().says("20:00–21:00").says_not("前面还有");
        // Too late for the first, politely.
        let lapsed = told.iter().any(|m| m.kind == "offer-lapsed");
        assert!(lapsed, "{told:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clerk_lines_somebody_up_who_has_no_phone_and_answers_for_them() {
    town::each(async |town| {
        let (gu, li) = (town.resident("麻桂兰").await, town.staff("lijianguo").await);
        let booked = gu.submit(&gu.get(TABLE).await, "/reservations", &EIGHT).await;
        let slip = gu.visit(&booked.leads_to()).await;
        let desk = li.get("/s/sanhe/desk/waits").await;
        let nobody = li.submit(&desk, "/desk/waits", &[("offering", "table-tennis"), ("from", "20:00")]).await;
        nobody.is(422);
        let wish =
            [("offering", "table-tennis"), ("from", "20:00"), ("minutes", "60"), ("group", "2"), ("name", "王大爷")];
        let line = li.visit(&li.submit(&desk, "/desk/waits", &wish).await.leads_to()).await;
        line.ok().says("王大爷").says("排在第一位");
        gu.submit(&slip, "/cancellation", &[]).await.leads_to();
        let line = li.get("/s/sanhe/desk/waits").await;
        line.ok().says("没留手机号").says("留到 19:30");
        let done = li.submit(&line, "/answer", &[("answer", "acceptance")]).await;
        li.visit(&done.leads_to()).await.ok().says("替他要了");
        li.get("/s/sanhe/desk/today").await.ok().says("王大爷");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_hall_offers_another_time_which_one_tap_accepts() {
    town::each(async |town| {
        let (qi, zhuoma) = (town.staff("qihaiyan").await, town.resident("才让卓玛").await);
        let ask = qi.get("/s/sanhe/desk/openings?kind=closed").await;
        let closing = [
            ("kind", "closed"),
            ("venue", "7"),
            ("from_on", "2026-06-25"),
            ("from_at", "14:00"),
            ("until_on", "2026-06-25"),
            ("until_at", "18:00"),
            ("reason_zh", "换地板"),
        ];
        let hit = qi.submit(&ask, "/openings/hit", &closing).await;
        let laid = qi.submit(&hit, "/desk/openings", &[("hit", "cancel")]).await;
        let result = laid.leads_to();
        qi.visit(&result).await.ok().says("才让卓玛").says("给他留了").says("等回复");
        let told = town.messages().await;
        let message = told.iter().find(|m| m.kind == "reservation-displaced").expect("a message");
        assert!(message.text.contains("换地板") && message.to.ends_with("13800000006"), "{}", message.text);
        let mine = zhuoma.get("/me").await;
        let yes = zhuoma.submit(&mine, "/acceptance", &[]).await;
        zhuoma.visit(&yes.leads_to()).await.ok();
        qi.visit(&result).await.ok().says("要了");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_waits_and_stops() {
    town::each(async |town| {
        let (gu, han) = (town.resident("麻桂兰").await, town.resident("韩玉梅").await);
        let same = [("sec-fetch-site", "same-origin")];
        let wish =
            json!({ "offering": "table-tennis", "from": "2026-06-24T20:00:00+08:00", "minutes": 60, "group": 2 });
        let path = "/stations/sanhe/waits";
        let free = han.api_with(Method::POST, path, &same, Some(wish.clone())).await;
        assert!(free.is(409).json()["type"].as_str().is_some_and(|t| t.contains("not-full")), "{}", free.text);
        gu.submit(&gu.get(TABLE).await, "/reservations", &EIGHT).await.leads_to();
        let key = [("idempotency-key", "w1"), ("sec-fetch-site", "same-origin")];
        let first = han.api_with(Method::POST, path, &key, Some(wish.clone())).await;
        let again = han.api_with(Method::POST, path, &key, Some(wish)).await;
        assert_eq!(first.is(201).json()["id"], again.is(201).json()["id"]);
        assert_eq!(first.json()["ahead"], 0);
        let one = format!("{path}/{}", first.json()["id"].as_str().expect("an id"));
        let stopped = han.api_with(Method::DELETE, &one, &same, None).await;
        assert_eq!(stopped.ok().json()["state"], "stopped");
        gu.api(Method::GET, &one, None).await.is(404);
        town.visitor().api(Method::GET, path, None).await.is(401);
    })
    .await;
}
