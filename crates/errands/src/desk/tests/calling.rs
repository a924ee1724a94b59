use axum::http::StatusCode;
use jiff::SignedDuration;
use people::Role;

use super::town::{Answer, DESK, get, send, works_here};
use crate::TicketId;
use crate::rules::{Drawing, Outcome, Priority, State};
use crate::store;
use crate::tests::{Town, in_line, towns};

const CALLS: &str = "/s/sanhe/desk/calls";

/// Presses one of the page's buttons, with what its form has.
async fn press(town: &Town, who: &str, press: &str, more: &[(&str, &str)]) -> Answer {
    let page = get(town, who, CALLS).await;
    let once = page.hidden("once");
    let mut form = vec![("once", once.as_str()), ("desk", "1"), ("press", press)];
    let ticket = page.says(r#"name="ticket""#).then(|| (page.hidden("ticket"), page.hidden("version")));
    if let Some((ticket, version)) = &ticket {
        form.extend([("ticket", ticket.as_str()), ("version", version.as_str())]);
    }
    form.extend(more.iter().filter(|(name, _)| !form.iter().any(|(n, _)| n == name)).copied().collect::<Vec<_>>());
    send(town, who, CALLS, &form).await
}

async fn state(town: &Town, id: TicketId) -> State {
    town.ticket(id).await.ticket.state
}

async fn outcome(town: &Town, id: TicketId) -> Vec<Outcome> {
    let station = town.station.id;
    let all = town.house.db.read(move |c: &mut kernel::db::Conn| store::matters_of(c, station, id)).await.unwrap();
    all.into_iter().map(|(_, _, outcome)| outcome).collect()
}

#[tokio::test]
async fn one_press_finishes_the_present_one_and_calls_the_next() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let ids = town.drawn(2).await;
        let page = get(&town, &clerk, CALLS).await;
        assert!(page.says(r#"value="next" accesskey="n""#) && page.says("A001"), "{}", page.body);
        let done = press(&town, &clerk, "next", &[]).await;
        assert_eq!((done.status, done.to.as_str()), (StatusCode::SEE_OTHER, "/s/sanhe/desk/calls?desk=1"));
        assert_eq!(state(&town, ids[0]).await, State::Called);
        press(&town, &clerk, "serve", &[]).await;
        press(&town, &clerk, "next", &[]).await;
        assert_eq!((state(&town, ids[0]).await, state(&town, ids[1]).await), (State::Done, State::Called));
        town.sound().await;
    }
}

#[tokio::test]
async fn the_same_form_sent_twice_calls_one_person() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        town.drawn(2).await;
        let once = get(&town, &clerk, CALLS).await.hidden("once");
        for _ in 0..2 {
            let form = [("once", once.as_str()), ("desk", "1"), ("press", "next")];
            assert_eq!(send(&town, &clerk, CALLS, &form).await.status, StatusCode::SEE_OTHER);
        }
        let page = get(&town, &clerk, CALLS).await;
        assert!(page.says("下面是谁 · 1 人"), "{}", page.body);
    }
}

#[tokio::test]
async fn what_was_chosen_of_a_matter_holds_when_the_next_is_called() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let first = town.draw(Drawing { matters: vec![1], ..in_line(1) }).await.unwrap().id;
        let second = town.drawn(1).await;
        press(&town, &clerk, "next", &[]).await;
        press(&town, &clerk, "serve", &[]).await;
        assert!(get(&town, &clerk, CALLS).await.says("身份证"));
        press(&town, &clerk, "next", &[("outcome-1", "2")]).await;
        assert_eq!(outcome(&town, first).await, [Outcome::PaperMissing]);
        assert_eq!((state(&town, first).await, state(&town, second[0]).await), (State::Done, State::Called));
    }
}

#[tokio::test]
async fn a_press_is_taken_back_for_three_minutes_with_all_that_it_did() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let ids = town.drawn(2).await;
        for word in ["next", "serve", "next"] {
            town.house.wait(SignedDuration::from_secs(20));
            press(&town, &clerk, word, &[]).await;
        }
        let page = get(&town, &clerk, CALLS).await;
        assert!(page.says("撤销：叫 A002"), "{}", page.body);
        let tickets = page.hidden("tickets");
        let undone = press(&town, &clerk, "undo", &[("tickets", &tickets)]).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.body);
        assert_eq!((state(&town, ids[0]).await, state(&town, ids[1]).await), (State::Serving, State::Waiting));
        press(&town, &clerk, "finish", &[]).await;
        town.house.wait(SignedDuration::from_mins(4));
        assert!(!get(&town, &clerk, CALLS).await.says("撤销"));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_press_on_what_has_changed_changes_nothing_and_says_so() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let ids = town.drawn(1).await;
        let id = ids[0].to_string();
        press(&town, &clerk, "next", &[]).await;
        let old = [("once", "x"), ("desk", "1"), ("ticket", id.as_str()), ("version", "1"), ("press", "miss")];
        let refused = send(&town, &clerk, CALLS, &old).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.says("别人刚动过这个号") && refused.says("A001"), "{}", refused.body);
        assert_eq!(state(&town, ids[0]).await, State::Called);
    }
}

#[tokio::test]
async fn what_is_set_aside_comes_back_with_one_press() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let ids = town.drawn(1).await;
        for (word, stands) in [
            ("next", State::Called),
            ("miss", State::Missed),
            ("return", State::Waiting),
            ("next", State::Called),
            ("serve", State::Serving),
            ("pause", State::Paused),
            ("resume", State::Serving),
        ] {
            let done = press(&town, &clerk, word, &[]).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{word}: {}", done.body);
            assert_eq!(state(&town, ids[0]).await, stands, "{word}");
        }
        let no_reason = press(&town, &clerk, "close", &[("reason", " ")]).await;
        assert!(no_reason.status == StatusCode::CONFLICT && no_reason.says("请写一句为什么"), "{}", no_reason.body);
        press(&town, &clerk, "transfer", &[("to", "official:2")]).await;
        let kept = town.ticket(ids[0]).await.ticket;
        assert_eq!((kept.state, kept.official), (State::Waiting, Some(2)));
        assert!(get(&town, &clerk, CALLS).await.says("等 经办人2"));
    }
}

#[tokio::test]
async fn the_page_says_who_is_next_and_why() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        town.drawn(1).await;
        for _ in 0..3 {
            town.house.wait(SignedDuration::from_secs(1));
            town.favoured(Priority::Elderly).await;
        }
        let page = get(&town, &clerk, &format!("{DESK}/calls?desk=1")).await;
        let places: Vec<usize> =
            ["A002", "A003", "让过两位了", "A004"].iter().filter_map(|w| page.body.rfind(w)).collect();
        assert!(places.len() == 4 && places.is_sorted(), "{places:?} {}", page.body);
    }
}
