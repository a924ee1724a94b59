//! 约伴: two strangers play chess tonight.
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::json;

use crate::person::Person;
use crate::town::{self, Town};

/// Somebody nobody knows, signed in with a phone of their own.
async fn newcomer<'t>(town: &'t Town, phone: &str, then: &str) -> Person<'t> {
    let person = town.visitor();
    let sent = person.post("/sign-in", &[("phone", phone), ("then", then)]).await;
    let digits = town.code_sent_to(phone).await;
    person.post(&sent.leads_to(), &[("digits", &digits), ("then", then)]).await.leads_to();
    person
}

#[tokio::test(flavor = "multi_thread")]
async fn two_strangers_play_chess_tonight_because_of_an_open_game() {
    town::each(async |town| {
        let first = newcomer(town, "13812340001", "/s/sanhe/venues/chess").await;
        let table = first.get("/s/sanhe/venues/chess").await;
        // Two taps: the pill at the table, and the button.
        let wish = first.get(&table.link("/games/new")).await;
        wish.ok().says("还缺几个人");
        let typed =
            [("from", "2026-06-24T20:00:00+08:00"), ("more", "1"), ("name", "马女士"), ("note", "象棋，慢慢下")];
        let game = first.submit(&wish, "/s/sanhe/games", &typed).await.leads_to();
        first.visit(&game).await.ok().says("缺 1 人").says("马女士");

        // Somebody who never saw the station finds it on the home page. The phone is proved on the way.
        let passer_by = town.visitor();
        let home = passer_by.get("/s/sanhe").await;
        home.ok().says("约伴").says("缺 1 人");
        passer_by.get(&game).await.ok().says("马女士").says("象棋，慢慢下").says_not("1381234");
        let second = newcomer(town, "13812340002", &game).await;
        let page = second.get(&game).await;
        let joined = second.submit(&page, "/players", &[("name", "罗生财")]).await;
        second.visit(&joined.leads_to()).await.ok().says("约齐了").says("罗").says_not("罗生财");
        let told = town.messages().await;
        assert!(told.iter().any(|m| m.to == "13812340001" && m.text.contains("约齐了")), "{told:?}");

        // It is a reservation now, in both calendars, among both people's things; a third finds nothing to join.
        first.visit("/me").await.ok().says("约齐了");
        second.visit("/me").await.ok().says("约齐了");
        second.get(&format!("{game}/calendar.ics")).await.ok();
        let third = newcomer(town, "13812340003", &game).await;
        third.get(&game).await.ok().says("现在不能加入").says_not("马女士").says("缺 1 人");
        third.post(&format!("{game}/players"), &[]).await.is(409).says("这一场现在不能加入了");
        third.get(&format!("{game}/calendar.ics")).await.is(404);
        // They meet: whoever posted it checks in.
        town.set_clock("2026-06-24T19:55");
        let id = game.rsplit('/').next().unwrap_or_default();
        let slip = first.get(&format!("/s/sanhe/reservations/{id}")).await;
        first.submit(&slip, "/check-in", &[]).await.leads_to();
        first.visit(&game).await.ok().says("约齐了");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_comes_and_the_table_is_free_again_in_time() {
    town::each(async |town| {
        let first = newcomer(town, "13812340004", "/me").await;
        let wish = first.get("/s/sanhe/games/new?offering=chess&at=2026-06-24T20:30:00%2B08:00").await;
        let game = first.submit(&wish, "/s/sanhe/games", &[("more", "1")]).await.leads_to();
        town.wait(SignedDuration::from_mins(60)).await;
        first.get(&game).await.ok().says("没约齐");
        let told = town.messages().await;
        assert!(told.iter().any(|m| m.to == "13812340004" && m.text.contains("没有约齐")), "{told:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clerk_enters_somebody_without_a_phone_and_ends_a_game_with_a_reason() {
    town::each(async |town| {
        let li = town.staff("lijianguo").await;
        let desk = li.get("/s/sanhe/desk/games").await;
        desk.ok().says("仲积德").says("棋桌");
        // Half a ball court is short of three.
        let all = li.api(Method::GET, "/stations/sanhe/games", None).await.json();
        let games = all["games"].as_array().expect("a list of games");
        let court = games.iter().find(|g| g["offering"] == "half-court").expect("a game at the ball court");
        let court = format!("/{}/", court["id"].as_str().expect("an id"));
        let mut day = desk;
        for name in ["张师傅", "李师傅", "王大爷"] {
            let added = li.submit(&day, &format!("{court}players"), &[("name", name)]).await;
            day = li.visit(&added.leads_to()).await;
        }
        day.ok().says("约齐了").says("王大爷").says("没留手机号，要当面说：");
        let told = town.messages().await;
        assert_eq!(told.iter().filter(|m| m.kind == "game-filled").count(), 3, "{told:?}");
        let off = li.submit(&day, &format!("{court}cancellation"), &[("reason", "")]).await;
        off.is(422).says("写一句为什么");
        let off = li.submit(&day, &format!("{court}cancellation"), &[("reason", "灯坏了")]).await;
        li.visit(&off.leads_to()).await.ok().says("灯坏了");
        let told = town.messages().await;
        assert!(told.iter().any(|m| m.kind == "game-called-off" && m.text.contains("灯坏了")), "{told:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_can_play_on_wednesdays_is_told_of_a_game_and_keeps_away_from_somebody() {
    town::each(async |town| {
        let fan = newcomer(town, "13812340005", "/me").await;
        let times = fan.get("/s/sanhe/spare-times").await;
        let typed = [("offering", "chess"), ("weekday", "2"), ("from", "18:00"), ("until", "22:00")];
        let kept = fan.submit(&times, "/spare-times", &typed).await;
        fan.visit(&kept.leads_to()).await.ok().says("周三 18:00–22:00").says("18:00–21:30").says("9月16日");
        let backwards = [("offering", "chess"), ("weekday", "2"), ("from", "22:00"), ("until", "18:00")];
        fan.submit(&times, "/spare-times", &backwards).await.is(422);

        let first = newcomer(town, "13812340006", "/me").await;
        let wish = first.get("/s/sanhe/games/new?offering=chess&at=2026-06-24T20:30:00%2B08:00").await;
        let game = first.submit(&wish, "/s/sanhe/games", &[("more", "2")]).await.leads_to();
        town.wait(SignedDuration::from_secs(30)).await;
        let told = town.messages().await;
        let fitting = told.iter().filter(|m| m.to == "13812340005" && m.kind == "game-fits").count();
        assert_eq!(fitting, 1, "{told:?}");
        let page = fan.get(&game).await;
        fan.submit(&page, "/players", &[]).await.leads_to();
        let page = fan.get(&game).await;
        let player = page.text.split("name=\"player\" value=\"").nth(1).and_then(|v| v.split('"').next());
        let apart = fan.submit(&page, "/blocks", &[("player", player.expect("somebody else is there"))]).await;
        fan.visit(&apart.leads_to()).await.ok().says("互相看不到").says("一位街坊");
        let wish = first.get("/s/sanhe/games/new?offering=calligraphy").await;
        let other = first.submit(&wish, "/s/sanhe/games", &[("more", "1")]).await.leads_to();
        fan.get(&other).await.ok().says("现在不能加入");
        fan.post(&format!("{other}/players"), &[]).await.is(409).says("这一场现在不能加入了");
        town.visitor().get(&other).await.ok().says("缺 1 人");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_posts_joins_and_is_told_what_else_there_is() {
    town::each(async |town| {
        let (ma, luo) = (town.resident("麻桂兰").await, town.resident("罗生贵").await);
        let same = [("sec-fetch-site", "same-origin"), ("idempotency-key", "k1")];
        let wish = json!({ "offering": "chess", "from": "2026-06-25T10:00:00+08:00", "minutes": 60, "more": 1,
            "child": { "name": "小兰", "band": "13-15" } });
        let ask = async || ma.api_with(Method::POST, "/stations/sanhe/games", &same, Some(wish.clone())).await;
        let (first, again) = (ask().await, ask().await);
        first.is(201);
        assert_eq!(first.json()["id"], again.json()["id"], "the same key, the same game");
        assert_eq!(first.json()["band"], "13-15");
        let players = format!("/stations/sanhe/games/{}/players", first.json()["id"].as_str().unwrap_or_default());
        let same = [("sec-fetch-site", "same-origin")];
        let alone = luo.api_with(Method::POST, &players, &same, Some(json!({}))).await;
        alone.is(409);
        assert_eq!(alone.json()["type"], "/problems/for-minors");
        let small = json!({ "child": { "name": "小贵", "band": "16-17" } });
        let joined = luo.api_with(Method::POST, &players, &same, Some(small.clone())).await;
        assert_eq!(joined.is(200).json()["state"], "filled");
        let third = town.resident("韩玉梅").await;
        let late = third.api_with(Method::POST, &players, &same, Some(small)).await;
        late.is(409);
        assert_eq!(late.json()["type"], "/problems/game-not-open");
        assert!(late.json()["next"].as_array().is_some_and(|n| n.len() >= 2), "{}", late.text);
        let list = town.visitor().api(Method::GET, "/stations/sanhe/games", None).await.json();
        let shown = list["games"][0]["who"][0]["shown"].as_str().unwrap_or_default().to_owned();
        assert!(shown.chars().count() <= 4, "a surname at most: {shown}");
    })
    .await;
}
