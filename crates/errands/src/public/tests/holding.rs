//! Tickets of somebody who is signed in: found again, and forgotten.
use axum::http::StatusCode;
use kernel::db::Conn;
use kernel::fault::Fault;

use super::{doors, id_of, text};
use crate::forgetting::holding;
use crate::rules::{Presence, State};
use crate::tests::at;

const PHONE: &str = "13800005521";

#[tokio::test]
async fn a_resident_finds_their_number_on_the_home_page_and_among_their_things() {
    for door in doors().await {
        let cookie = door.sign_in(PHONE).await;
        let path = door.drawn(&cookie, "a").await;
        for page in ["/s/sanhe", "/me"] {
            let page = door.page(page, &cookie).await;
            assert!(page.contains(&path) && page.contains("A001"));
        }
        assert!(door.page("/s/sanhe", &cookie).await.contains("您的号 A001：前面没有人"));
        assert!(!door.page("/s/sanhe", "").await.contains(&path), "strangers do not read it");
        let second = door.post("/s/sanhe/tickets", &cookie, "matter=old-age-allowance&once=b").await;
        assert_eq!(second.status(), StatusCode::CONFLICT);
        assert!(text(second).await.contains(&path), "they are led to the one they have");
        door.post(&format!("{path}/cancellation"), &cookie, "once=c").await;
        assert!(!door.page("/me", &cookie).await.contains(&path));
    }
}

#[tokio::test]
async fn the_home_page_begins_with_errands_while_desks_work() {
    for door in doors().await {
        door.says(1, Presence::Field, None).await;
        door.says(2, Presence::Desk, None).await;
        let page = door.page("/s/sanhe", "").await;
        assert!(page.contains("您要办什么？") && page.contains("/s/sanhe/matters/old-age-allowance"));
        assert!(page.contains("在 2 号窗"));
        door.town.house.set_clock(at(19, 0));
        let page = door.page("/s/sanhe", "").await;
        assert!(page.contains("窗口没开，明天 8:30 开") && !page.contains("在 2 号窗"));
        let order = super::super::home_section().order;
        assert!(order(10) < order(19));
    }
}

#[tokio::test]
async fn of_somebody_on_leave_nothing_more_is_told() {
    for door in doors().await {
        door.says(1, Presence::Leave, None).await;
        door.says(2, Presence::Meeting, None).await;
        let page = door.page("/s/sanhe/officials", "").await;
        assert!(page.contains("请假"));
        assert_eq!(page.matches("县医院").count(), 1, "where the one on leave is stands nowhere");
        let all = door.look("/officials").await;
        assert_eq!(all["officials"][0]["place"], serde_json::Value::Null);
        assert_eq!(all["officials"][1]["place"], "县医院");
    }
}

#[tokio::test]
async fn who_is_forgotten_leaves_numbers_without_gaps_and_no_name() {
    for door in doors().await {
        let cookie = door.sign_in(PHONE).await;
        let (waits, served) = (door.drawn(&cookie, "a").await, {
            let sent = door.post("/s/sanhe/tickets", &cookie, "matter=insurance&once=b").await;
            super::header(&sent, axum::http::header::LOCATION)
        });
        door.post(&format!("{served}/arrival"), &cookie, "once=c").await;
        door.town.next(2).await.unwrap();
        door.town.press(id_of(&served), crate::acts::Press::Serve).await.unwrap();
        let (h, now, phone) = (door.town.house.house(), door.town.house.now(), PHONE.parse().unwrap());
        let work = move |c: &mut Conn| {
            let person = people::person_by_phone(c, &h, &phone)?;
            let told = (holding().export)(c, &h, person)?;
            (holding().erase)(c, &h, person, now)?;
            Ok::<_, Fault>((told, (holding().export)(c, &h, person)?))
        };
        let (told, left) = door.town.house.db.write(work).await.unwrap();
        let said = told.to_string();
        assert!(said.contains("A001") && said.contains("B001") && said.contains("高龄补贴"), "{said}");
        assert_eq!(left, serde_json::json!([]));
        let [waits, served] = [door.town.ticket(id_of(&waits)).await, door.town.ticket(id_of(&served)).await];
        assert_eq!((waits.ticket.state, waits.person), (State::Cancelled, None));
        assert_eq!((served.ticket.state, served.person), (State::Serving, None), "the clerk says how it ends");
        door.town.sound().await;
    }
}
