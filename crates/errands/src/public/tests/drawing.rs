//! From the page of a matter to being called.
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use jiff::SignedDuration;
use jiff::civil::date;

use super::{doors, header, id_of, text};
use crate::rules::{Place, Presence, State};
use crate::tests::at;

#[tokio::test]
async fn the_answer_comes_first() {
    for door in doors().await {
        let ask = async || door.page("/s/sanhe/matters/old-age-allowance", "").await;
        assert!(ask().await.contains("来之前先问一声"), "nobody has said that they are in");
        door.says(1, Presence::Field, Some(date(2026, 6, 24).at(15, 0, 0, 0))).await;
        assert!(ask().await.contains("经办人1下村 15:00 回"));
        door.says(2, Presence::Desk, None).await;
        let page = ask().await;
        assert!(page.contains("去 2 号窗找经办人2") && page.contains("经办人1下村 15:00 回，经办人2（B 岗）现在能办"));
        assert!(page.contains("带上这 1 样") && page.contains("身份证"));
        door.town.house.set_clock(at(18, 0));
        let page = ask().await;
        assert!(page.contains("今天没有窗口开着") && page.contains("明天 8:30 开") && !page.contains("/tickets"));
    }
}

#[tokio::test]
async fn matters_are_found_in_plain_words_and_by_initials() {
    for door in doors().await {
        for asked in ["%E8%80%81%E5%B9%B4%E8%A1%A5%E8%B4%B4", "gl"] {
            let page = door.page(&format!("/s/sanhe/errands?q={asked}"), "").await;
            assert!(page.contains("高龄补贴") && !page.contains("/matters/insurance"), "{asked}");
        }
        assert!(door.page("/s/sanhe/errands?q=%3Cb%3E", "").await.contains("没有找到“&lt;b&gt;”"));
        let all = door.page("/s/sanhe/errands", "").await;
        assert!(all.contains("/matters/insurance") && all.contains("经办人8"));
    }
}

#[tokio::test]
async fn one_tap_draws_one_number_however_often_it_is_sent() {
    for door in doors().await {
        let first = door.drawn("", "a").await;
        assert_eq!(door.drawn("", "a").await, first);
        assert_ne!(door.drawn("", "b").await, first);
        let page = door.page(&first, "").await;
        assert!(page.contains("A001") && page.contains("data-follow=\"/s/sanhe/hall/live\""));
        assert!(page.contains("http-equiv=\"refresh\""), "without a script it asks again");
        door.town.sound().await;
    }
}

#[tokio::test]
async fn a_ticket_is_followed_from_home_to_the_desk() {
    for door in doors().await {
        let path = door.drawn("", "a").await;
        let state = async || door.town.ticket(id_of(&path)).await.ticket;
        assert_eq!(state().await.place, Place::Remote);
        let step = async |name: &str, form: &str| {
            let sent = door.post(&format!("{path}/{name}"), "", form).await;
            assert_eq!(sent.status(), StatusCode::SEE_OTHER, "{name}");
            assert_eq!(header(&sent, LOCATION), path);
        };
        step("deferral", "minutes=30&once=1").await;
        step("deferral", "minutes=30&once=1").await;
        assert_eq!(state().await.state, State::Deferred);
        assert!(
            door.page(&path, "").await.contains("09:30 以后叫您")
                || door.page(&path, "").await.contains("9:30 以后叫您")
        );
        door.town.house.wait(SignedDuration::from_mins(30));
        crate::acts::jobs(&door.town.house).await.unwrap();
        step("arrival", "once=2").await;
        step("arrival", "once=3").await;
        assert_eq!((state().await.state, state().await.place), (State::Waiting, Place::OnSite));
        door.town.next(3).await.unwrap();
        assert!(door.page(&path, "").await.contains("请到 3 号窗"));
        door.town.press(id_of(&path), crate::acts::Press::Miss).await.unwrap();
        assert!(door.page(&path, "").await.contains("10:00 以前回来还算数"));
        step("return", "once=4").await;
        step("cancellation", "once=5").await;
        step("cancellation", "once=6").await;
        assert_eq!(state().await.state, State::Cancelled);
        assert!(door.page(&path, "").await.contains("再取一个号"));
        door.town.sound().await;
    }
}

#[tokio::test]
async fn what_does_not_follow_says_why_and_shows_how_it_stands() {
    for door in doors().await {
        let path = door.drawn("", "a").await;
        door.post(&format!("{path}/cancellation"), "", "once=1").await;
        let refused = door.post(&format!("{path}/arrival"), "", "once=2").await;
        assert_eq!(refused.status(), StatusCode::CONFLICT);
        let page = text(refused).await;
        assert!(page.contains("这个号现在已退号，不能这样做") && page.contains("再取一个号"));
        let early = door.post(&format!("{path}/deferral"), "", "minutes=0&once=3").await;
        assert_eq!(early.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(door.get("/s/sanhe/tickets/1", "").await.status(), StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn nobody_is_put_off_until_after_closing_time() {
    for door in doors().await {
        door.town.house.set_clock(at(16, 45));
        let path = door.drawn("", "a").await;
        let page = door.page(&path, "").await;
        assert!(page.contains("value=\"30\"") && !page.contains("value=\"60\""));
        let late = door.post(&format!("{path}/deferral"), "", "minutes=60&once=1").await;
        assert_eq!(late.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(text(late).await.contains("窗口已经下班了"));
    }
}

#[tokio::test]
async fn a_closed_hall_gives_no_numbers_and_says_when_it_does() {
    for door in doors().await {
        door.town.house.set_clock(at(17, 30));
        let refused = door.post("/s/sanhe/tickets", "", "matter=old-age-allowance&once=a").await;
        assert_eq!(refused.status(), StatusCode::CONFLICT);
        assert!(text(refused).await.contains("今天不再发号了，明天 08:30 再开始"));
        let unknown = door.post("/s/sanhe/tickets", "", "matter=no-such&once=b").await;
        assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
        assert!(text(unknown).await.contains("/matters/old-age-allowance"), "what is done here is shown");
    }
}

#[tokio::test]
async fn who_waits_for_one_official_is_called_by_nobody_else() {
    for door in doors().await {
        door.says(1, Presence::Field, Some(date(2026, 6, 24).at(15, 0, 0, 0))).await;
        door.says(2, Presence::Desk, None).await;
        assert!(door.page("/s/sanhe/matters/old-age-allowance", "").await.contains("要等经办人1，取个号排着"));
        let form = |official: i32| format!("matter=old-age-allowance&official={official}&once={official}");
        let sent = door.post("/s/sanhe/tickets", "", &form(1)).await;
        let path = header(&sent, LOCATION);
        door.post(&format!("{path}/arrival"), "", "once=here").await;
        assert_eq!(crate::tests::refused(door.town.next(2).await), crate::rules::Refusal::NobodyWaits);
        assert_eq!(door.town.next(1).await.unwrap().called, Some(id_of(&path)));
        let other = door.post("/s/sanhe/tickets", "", &form(3)).await;
        assert_eq!(other.status(), StatusCode::NOT_FOUND, "official 3 does not do this");
    }
}

#[tokio::test]
async fn strangers_behind_one_address_do_not_draw_without_end() {
    for door in doors().await {
        let mut last = StatusCode::OK;
        for n in 0..40 {
            last = door.post("/s/sanhe/tickets", "", &format!("matter=insurance&once={n}")).await.status();
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    }
}
