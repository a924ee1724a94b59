//! What the station tells: seen by two before everybody reads it, found, followed by programs, and felt about.
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::person::Person;
use crate::town::{self, Town};

const NOTICES: &str = "/s/sanhe/notices";
const API: &str = "/stations/sanhe/notices";

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_is_seen_by_two_before_everybody_finds_it() {
    town::each(async |town| {
        let (ma, li, stranger) = (town.staff("machunlan").await, town.staff("lijianguo").await, town.visitor());
        let form = ma.visit("/s/sanhe/desk/notices/new").await;
        let typed = [
            ("section", "reminders"),
            ("title", "羊痘疫苗星期五打"),
            ("body", "**赶羊来**，不收钱。\n\n- 早上八点起\n- 带耳标 <script>alert(1)</script>"),
            ("source", "农技站"),
        ];
        let written = ma.submit(&form, "/desk/notices", &typed).await.leads_to();
        stranger.get(NOTICES).await.ok().says_not("羊痘");
        stranger.get(&format!("{NOTICES}?q=羊痘")).await.ok().says_not("羊痘疫苗星期五打");

        let own = ma.visit(&written).await;
        let own = ma.visit(&ma.submit(&own, "/second-look", &[]).await.leads_to()).await;
        assert!(!own.text.contains("/publication\""), "the second look is somebody else's: {}", own.seen());
        let page = li.visit(&written).await;
        page.ok().says("赶羊来");
        let done = li.submit(&page, "/publication", &[]).await;
        li.visit(&done.leads_to()).await.ok();

        let found = stranger.get(&format!("{NOTICES}?q=羊痘")).await;
        found.ok().says("羊痘疫苗星期五打");
        let notice = stranger.get(&found.link("/s/sanhe/notices/0")).await;
        notice.ok().says("赶羊来").says("农技站").says("马春兰");
        assert!(!notice.text.contains("<script>alert"), "what was typed stays text");
        let poster = stranger.get(&notice.link("/poster")).await;
        poster.ok().says("羊痘疫苗星期五打").says(&notice.path);
        assert!(poster.text.contains("class=\"qr\""), "{}", poster.text);
        for (feed, media) in [("atom", "atom+xml"), ("rss", "rss+xml"), ("json", "json")] {
            let feed = stranger.get(&format!("{NOTICES}/feed.{feed}")).await;
            assert!(feed.ok().header("content-type").is_some_and(|m| m.contains(media)), "{:?}", feed.headers);
            assert!(feed.text.contains("羊痘疫苗星期五打"), "{}", feed.text);
            let marked_up = match media {
                // Its summaries are plain text; only this is read as HTML.
                "json" => feed.json()["items"][0]["content_html"].as_str().expect("a text").to_owned(),
                _ => feed.text.clone(),
            };
            assert!(!marked_up.contains("<script>alert"), "{marked_up}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_notices_are_reached_ten_at_a_time_without_a_script() {
    town::each(async |town| {
        let stranger = town.visitor();
        let titles = |page: &crate::page::Page| -> Vec<String> {
            page.links().into_iter().filter(|href| href.starts_with("/s/sanhe/notices/0")).collect()
        };
        let first = stranger.get(NOTICES).await;
        let more = stranger.get(&first.ok().link("before=")).await;
        let (first, more) = (titles(&first), titles(more.ok()));
        assert_eq!(first.len(), 10);
        assert!(!more.is_empty() && more.iter().all(|href| !first.contains(href)), "{more:?}");
    })
    .await;
}

/// A notice that is open for moods, and how many it has.
async fn newest(town: &Town) -> (String, u64) {
    let all = town.visitor().api(Method::GET, API, None).await.ok().json();
    let id = all["notices"][0]["id"].as_str().expect("an id").to_owned();
    let n = votes(&town.visitor(), &id).await;
    (id, n)
}

async fn votes(person: &Person<'_>, id: &str) -> u64 {
    let moods: Value = person.api(Method::GET, &format!("{API}/{id}/moods"), None).await.ok().json();
    moods["n"].as_u64().expect("ten or more")
}

#[tokio::test(flavor = "multi_thread")]
async fn forty_phones_behind_one_address_all_count_and_a_script_does_not() {
    town::each(async |town| {
        let (id, before) = newest(town).await;
        let path = format!("{NOTICES}/{id}");
        for n in 0..40 {
            let phone = town.visitor().at_address([10, 1, 1, 1]);
            let page = phone.get(&path).await;
            let mood = ["happy", "like"][n % 2];
            let told = phone.submit(page.ok(), "/mood", &[("mood", mood)]).await;
            assert!(told.status == 200 || told.status == 303, "{}", told.seen());
            if n == 0 {
                let again = phone.get(&path).await;
                phone.submit(&again, "/mood", &[("mood", "sad")]).await;
            }
        }
        let mut asks = town.visitor();
        assert_eq!(votes(&asks, &id).await, before + 40);

        // Whoever makes up devices gets as far as the rest of what one address may.
        asks = asks.at_address([10, 1, 1, 1]);
        for n in 0..400_u32 {
            let device = data_encoding::BASE64URL_NOPAD.encode(format!("made-up-device-{n:08}").as_bytes());
            let body = json!({ "device": device, "mood": "sad" });
            asks.api(Method::PUT, &format!("{API}/{id}/mood"), Some(body)).await;
        }
        let after = votes(&town.visitor(), &id).await;
        assert!(after <= before + 62, "{} more", after - before - 40);
        // Somebody elsewhere is not kept from it.
        let elsewhere = town.visitor().at_address([10, 1, 1, 2]);
        let page = elsewhere.get(&path).await;
        elsewhere.submit(page.ok(), "/mood", &[("mood", "like")]).await;
        assert_eq!(votes(&elsewhere, &id).await, after + 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_thirty_days_moods_stand() {
    town::each(async |town| {
        let (id, before) = newest(town).await;
        let phone = town.visitor();
        let page = phone.get(&format!("{NOTICES}/{id}")).await;
        phone.submit(page.ok(), "/mood", &[("mood", "happy")]).await;
        assert_eq!(votes(&phone, &id).await, before + 1);
        town.wait(SignedDuration::from_hours(24 * 31)).await;
        let late = json!({ "device": "AAAAAAAAAAAAAAAAAAAAAAAA", "mood": "sad" });
        phone.api(Method::PUT, &format!("{API}/{id}/mood"), Some(late)).await.is(409);
        assert_eq!(votes(&phone, &id).await, before + 1);
        let page = phone.get(&format!("{NOTICES}/{id}")).await;
        assert!(!page.ok().text.contains("name=\"mood\""), "nothing is offered any more");
    })
    .await;
}
