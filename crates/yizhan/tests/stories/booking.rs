//! 场地 · 预订: a table tonight.
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};
use yizhan::jobs;

use crate::page::Page;
use crate::town;

const TABLE: &str = "/s/sanhe/venues/table-tennis";

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_books_tonights_table_in_two_taps_and_a_phone_number_and_gives_it_back() {
    town::each(async |town| {
        let stranger = town.visitor();
        let home = stranger.get("/").await;
        // First tap: the table that is free tonight.
        let booking = stranger.get(&home.link("/venues/table-tennis")).await;
        // Second tap, with the phone number; time, length and table are proposed.
        let phone = "13812345678";
        let held = stranger.submit(&booking, "/reservations", &[("phone", phone)]).await;
        let confirmation = stranger.visit(&held.leads_to()).await;
        let digits = town.code_sent_to(phone).await;
        let booked = stranger.submit(&confirmation, "/confirmation", &[("digits", &digits)]).await;
        let receipt = stranger.visit(&booked.leads_to()).await;
        receipt.ok().says("19:30").says("到 20:30").says("3 号台");
        stranger.visit("/me").await.ok().says("19:30");
        let gone = stranger.submit(&receipt, "/cancellation", &[]).await;
        stranger.visit(&gone.leads_to()).await.ok();
        assert_eq!(free_at(&available(town).await, "19:30"), 1, "the table is free again");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_signed_in_needs_no_number() {
    town::each(async |town| {
        let luo = town.resident("麻桂兰").await;
        let booking = luo.get(TABLE).await;
        let booked = luo.submit(&booking, "/reservations", &[]).await;
        luo.visit(&booked.leads_to()).await.ok().says("到 20:30");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sending_a_form_twice_books_once() {
    town::each(async |town| {
        let luo = town.resident("麻桂兰").await;
        let booking = luo.get(TABLE).await;
        let first = luo.submit(&booking, "/reservations", &[]).await.leads_to();
        let again = luo.submit(&booking, "/reservations", &[]).await.leads_to();
        assert_eq!(first, again);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_second_is_told_what_is_free_and_takes_it_with_one_tap() {
    town::each(async |town| {
        let (first, second) = (town.resident("麻桂兰").await, town.resident("韩玉梅").await);
        let (a, b) = (first.get(TABLE).await, second.get(TABLE).await);
        let evening = [("from", "2026-06-24T20:00:00+08:00"), ("minutes", "60")];
        first.submit(&a, "/reservations", &evening).await.leads_to();
        let refused = second.submit(&b, "/reservations", &evening).await;
        assert!(matches!(refused.status, 409 | 422), "{}", refused.seen());
        let instead = refused.text.split("name=\"instead\"").nth(1).and_then(|rest| rest.split("value=\"").nth(1));
        let instead = instead.and_then(|v| v.split('"').next()).expect("a time that works is proposed");
        let taken = second.submit(&refused, "/reservations", &[("instead", instead)]).await;
        second.visit(&taken.leads_to()).await.ok();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_does_not_come_gives_the_table_to_others() {
    town::each(async |town| {
        let luo = town.resident("麻桂兰").await;
        let booking = luo.get(TABLE).await;
        luo.submit(&booking, "/reservations", &[]).await.leads_to();
        assert_eq!(free_at(&available(town).await, "19:30"), 0);
        town.wait(SignedDuration::from_mins(26)).await;
        // 罗生贵 did not come either.
        assert_eq!(free_at(&available(town).await, "19:30"), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_jumps_back_an_hour_loses_nothing_and_doubles_nothing() {
    town::each(async |town| {
        let luo = town.resident("麻桂兰").await;
        let booking = luo.get(TABLE).await;
        let booked = luo.submit(&booking, "/reservations", &[]).await;
        let receipt = luo.visit(&booked.leads_to()).await;
        town.set_clock("2026-06-24T18:20");
        jobs::once(&town.house).await.expect("the periodic work is done");
        luo.visit("/me").await.ok().says("19:30");
        let han = town.resident("韩玉梅").await;
        let same = [("from", "2026-06-24T19:30:00+08:00"), ("minutes", "60")];
        let refused = han.submit(&han.get(TABLE).await, "/reservations", &same).await;
        assert!(matches!(refused.status, 409 | 422), "{}", refused.seen());
        let gone = luo.submit(&receipt, "/cancellation", &[]).await;
        luo.visit(&gone.leads_to()).await.ok();
        let taken = han.submit(&han.get(TABLE).await, "/reservations", &same).await;
        han.visit(&taken.leads_to()).await.ok().says("19:30");
        town.set_clock("2026-06-24T19:21");
        han.visit("/me").await.ok().says("19:30");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_books_and_a_repeated_request_does_one_thing() {
    town::each(async |town| {
        let luo = town.resident("麻桂兰").await;
        let wish =
            json!({ "offering": "table-tennis", "from": "2026-06-24T20:30:00+08:00", "minutes": 60, "group": 2 });
        let ask = async || {
            let key = [("idempotency-key", "k1"), ("sec-fetch-site", "same-origin")];
            luo.api_with(Method::POST, "/stations/sanhe/reservations", &key, Some(wish.clone())).await
        };
        let (first, again) = (ask().await, ask().await);
        assert!(matches!(first.status, 200 | 201), "{}", first.text);
        assert_eq!(first.json()["id"], again.json()["id"]);
        assert_eq!(free_at(&available(town).await, "20:30"), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_had_is_refused_with_the_nearest_that_can() {
    town::each(async |town| {
        let luo = town.resident("麻桂兰").await;
        let wish = |from: &str, minutes: i32| json!({ "offering": "table-tennis", "from": from, "minutes": minutes, "group": 2 });
        for (from, minutes, kind) in [
            ("2026-06-24T10:00:00+08:00", 60, "past"),
            ("2026-06-25T03:00:00+08:00", 60, "closed"),
            ("2026-06-25T10:00:00+08:00", 600, "too-long"),
            ("2026-06-25T10:10:00+08:00", 60, "off-grid"),
            ("2026-08-25T10:00:00+08:00", 60, "too-far"),
        ] {
            let same = [("sec-fetch-site", "same-origin")];
            let said = luo.api_with(Method::POST, "/stations/sanhe/reservations", &same, Some(wish(from, minutes))).await;
            let problem = said.json();
            assert!((400..500).contains(&said.status), "{kind}: {}", said.text);
            assert!(problem["type"].as_str().is_some_and(|t| t.contains(kind)), "{kind}: {}", said.text);
            assert!(problem["next"].as_array().is_some_and(|n| !n.is_empty()), "{kind} proposes nothing: {}", said.text);
        }
        let unknown = json!({ "offering": "tennis", "from": "2026-06-25T10:00:00+08:00" });
        let same = [("sec-fetch-site", "same-origin")];
        let said = luo.api_with(Method::POST, "/stations/sanhe/reservations", &same, Some(unknown)).await;
        assert!(said.status == 404 || said.text.contains("unknown-offering"), "{}", said.text);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixty_four_who_ask_at_once_one_gets_the_last_table() {
    town::each(async |town| {
        let staff = town.staff("lijianguo").await;
        let ask = async |n: usize| {
            let wish = json!({ "offering": "table-tennis", "from": "2026-06-24T20:00:00+08:00", "minutes": 60, "group": 2,
                "name": format!("来电{}", ["甲", "乙", "丙", "丁"][n % 4]) });
            let same = [("sec-fetch-site", "same-origin")];
            staff.api_with(Method::POST, "/stations/sanhe/desk/reservations", &same, Some(wish)).await
        };
        let asked: Vec<_> = (0..64).map(&ask).collect();
        let answers: Vec<Page> = all_at_once(asked).await;
        let won = answers.iter().filter(|a| a.status < 300).count();
        let lost = answers.iter().filter(|a| a.status == 409).count();
        assert_eq!((won, lost), (1, 63), "{}", answers[0].text);
    })
    .await;
}

/// Drives all futures together, each as far as it goes.
pub async fn all_at_once<F: Future>(futures: Vec<F>) -> Vec<F::Output> {
    let mut running: Vec<_> = futures.into_iter().map(|f| (Box::pin(f), None)).collect();
    std::future::poll_fn(|cx| {
        for (future, output) in running.iter_mut().filter(|(_, output)| output.is_none()) {
            if let std::task::Poll::Ready(done) = future.as_mut().poll(cx) {
                *output = Some(done);
            }
        }
        if running.iter().all(|(_, output)| output.is_some()) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    running.into_iter().filter_map(|(_, output)| output).collect()
}

async fn available(town: &town::Town) -> Value {
    let path = "/stations/sanhe/availability?on=2026-06-24&activity=table-tennis";
    town.visitor().api(Method::GET, path, None).await.ok().json()
}

/// How many tables are free at a start tonight; a start that has passed or is not offered has none.
fn free_at(available: &Value, time: &str) -> i64 {
    let slots = available["offerings"][0]["slots"].as_array().expect("slots");
    let slot = slots.iter().find(|s| s["from"].as_str().is_some_and(|from| from.contains(&format!("T{time}"))));
    slot.and_then(|s| s["free"].as_i64()).unwrap_or(0)
}
