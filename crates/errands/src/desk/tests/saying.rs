use axum::http::StatusCode;
use people::Role;

use super::town::{DESK, get, send, works_here};
use crate::answers;
use crate::rules::{Shown, Source};
use crate::store;
use crate::tests::{Town, towns};

async fn shown(town: &Town, official: i32) -> Shown {
    let (station, now) = (town.station.clone(), town.house.now());
    let all = town.house.db.read(move |c| answers::who_is_in(c, &station, now)).await.unwrap();
    all.into_iter().find(|o| o.official.id == official).expect("they are there").shown
}

async fn source(town: &Town, official: i32) -> Source {
    let station = town.station.id;
    let last = town.house.db.read(move |c: &mut kernel::db::Conn| store::last(c, station, official)).await.unwrap();
    last.expect("something was said").source
}

#[tokio::test]
async fn in_the_village_until_three_is_two_taps() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let first = get(&town, &clerk, &format!("{DESK}/calls")).await;
        assert!(first.says(r#"href="/s/sanhe/desk/presence?of=1&amp;is=field""#), "{}", first.body);
        let second = get(&town, &clerk, &format!("{DESK}/presence?of=1&is=field")).await;
        assert!(second.says(r#"name="back" value="2026-06-24T15:00""#), "{}", second.body);
        let form = [("of", "1"), ("is", "field"), ("back", "2026-06-24T15:00"), ("village", "")];
        let done = send(&town, &clerk, &format!("{DESK}/presence"), &form).await;
        assert_eq!(done.to, "/s/sanhe/desk/presence?done=1", "{}", done.body);
        assert!(get(&town, &clerk, &done.to).await.says("下村 15:00 回"));
        assert!(!shown(&town, 1).await.is_in());
        assert_eq!(source(&town, 1).await, Source::Page);
    }
}

#[tokio::test]
async fn the_front_desk_says_it_for_somebody_else() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        send(&town, &clerk, &format!("{DESK}/presence"), &[("of", "2"), ("is", "desk")]).await;
        assert_eq!((shown(&town, 2).await, source(&town, 2).await), (Shown::AtDesk(Some(2)), Source::FrontDesk));
    }
}

#[tokio::test]
async fn a_return_that_is_over_is_refused_and_what_was_typed_stays() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let form = [("of", "1"), ("is", "meeting"), ("back", "typed"), ("on", "2026-06-24"), ("at", "08:00")];
        let back = send(&town, &clerk, &format!("{DESK}/presence"), &form).await;
        assert_eq!(back.status, StatusCode::CONFLICT);
        assert!(back.says("回来的时间已经过了") && back.says(r#"value="08:00""#), "{}", back.body);
        let odd = [("of", "1"), ("is", "meeting"), ("back", "typed"), ("on", "2026-06-24"), ("at", "")];
        let back = send(&town, &clerk, &format!("{DESK}/presence"), &odd).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(shown(&town, 1).await, Shown::NotSaid);
    }
}

#[tokio::test]
async fn a_clerk_draws_for_somebody_by_name_or_without() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let path = format!("{DESK}/tickets/new");
        let form = [("once", "a"), ("what", "matter:1"), ("name", "罗大爷"), ("priority", "elderly"), ("from", "hall")];
        let drawn = send(&town, &clerk, &path, &form).await;
        assert_eq!(send(&town, &clerk, &path, &form).await.to, drawn.to, "sent twice is drawn once");
        let page = get(&town, &clerk, &drawn.to).await;
        assert!(page.says("A001") && page.says("/slip\""), "{}", page.body);
        let calls = get(&town, &clerk, &format!("{DESK}/calls")).await;
        assert!(calls.says("罗大爷") && calls.says("70 岁以上") && calls.says("高龄补贴"), "{}", calls.body);
        let nothing = send(&town, &clerk, &path, &[("what", ""), ("name", "13800000000")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nothing.says("p-what") && nothing.says("p-name"), "{}", nothing.body);
        let home = send(&town, &clerk, &path, &[("what", "line:2"), ("from", "home")]).await;
        assert!(get(&town, &clerk, &home.to).await.says("B001"));
    }
}
