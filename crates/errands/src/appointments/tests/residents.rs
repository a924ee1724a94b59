//! From the page of a matter to an appointment, without an account.
use axum::http::StatusCode;

use super::{Answer, get, send};
use crate::rules::State;
use crate::tests::{Town, at, towns};

const PAGE: &str = "/s/sanhe/matters/old-age-allowance/appointments";

async fn book(town: &Town, from: &str, once: &str) -> Answer {
    let form = [("matter", "old-age-allowance"), ("from", from), ("once", once), ("phone", "")];
    send(town, "", "/s/sanhe/appointments", &form).await
}

#[tokio::test]
async fn two_taps_from_the_page_of_a_matter() {
    for town in towns().await {
        assert!(get(&town, "", "/s/sanhe/matters/old-age-allowance").await.says(PAGE));
        let page = get(&town, "", &format!("{PAGE}?on=2026-06-25")).await;
        let button = r#"name="from" value="2026-06-25T09:30:00+08:00""#;
        assert!(page.says(button) && page.says("上午 · 经办人1"), "{}", page.body);
        let booked = book(&town, "2026-06-25T09:30:00+08:00", "a").await;
        assert_eq!(booked.status, StatusCode::SEE_OTHER, "{}", booked.body);
        assert_eq!(book(&town, "2026-06-25T09:30:00+08:00", "a").await.to, booked.to, "two taps are one");
        let ticket = get(&town, "", &booked.to).await;
        assert!(ticket.says("A001") && ticket.says("约在 明天 09:30"), "{}", ticket.body);
        assert!(!ticket.says("/arrival") && ticket.says("/cancellation"), "one arrives on the day");
        assert!(!get(&town, "", &format!("{PAGE}?on=2026-06-25")).await.says(button));
        town.sound().await;
    }
}

#[tokio::test]
async fn what_was_just_taken_leads_to_the_nearest_times() {
    for town in towns().await {
        book(&town, "2026-06-25T09:30:00+08:00", "a").await;
        let refused = book(&town, "2026-06-25T09:30:00+08:00", "b").await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.says("这个时间刚被约走了"), "{}", refused.body);
        let near = r#"form="booking" name="from" value="2026-06-25T09:15:00+08:00""#;
        assert!(refused.says(near), "{}", refused.body);
        for (from, why) in [
            ("2026-06-24T08:30", "这个时间已经过了"),
            ("2026-06-24T09:30", "太近了"),
            ("2026-06-25T12:30", "那个时间没有人办"),
            ("2026-08-25T09:30", "只能约到 7月8日"),
        ] {
            let refused = book(&town, from, from).await;
            assert!(refused.status == StatusCode::CONFLICT && refused.says(why), "{from}: {}", refused.body);
            assert!(refused.says(r#"form="booking" name="from""#), "{from} leads to nothing");
        }
        let odd = book(&town, "soon", "c").await;
        assert!(odd.status == StatusCode::UNPROCESSABLE_ENTITY && odd.says("这个时间看不懂"), "{}", odd.body);
    }
}

#[tokio::test]
async fn an_appointment_moves_to_another_day_and_its_old_page_leads_there() {
    for town in towns().await {
        let path = book(&town, "2026-06-25T09:30:00+08:00", "a").await.to;
        let id = path.rsplit('/').next().unwrap();
        let page = get(&town, "", &format!("{PAGE}?moving={id}")).await;
        assert!(page.says("现在约在 明天 09:30") && page.says(&format!("{path}/time")), "{}", page.body);
        let form = [("matter", "old-age-allowance"), ("from", "2026-06-26T10:00:00+08:00"), ("once", "m")];
        let moved = send(&town, "", &format!("{path}/time"), &form).await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.body);
        assert_ne!(moved.to, path);
        assert!(get(&town, "", &moved.to).await.says("约在 后天 10:00"));
        let old = get(&town, "", &path).await;
        assert!(old.says("改到别的日子了") && old.says(&moved.to), "{}", old.body);
        let calendar = get(&town, "", &format!("{}/calendar.ics", moved.to)).await;
        assert!(calendar.says("DTSTART:20260626T020000Z") && calendar.says("STATUS:CONFIRMED"), "{}", calendar.body);
        let calendar = get(&town, "", &format!("{path}/calendar.ics")).await;
        assert!(calendar.says("STATUS:CANCELLED"), "{}", calendar.body);
    }
}

#[tokio::test]
async fn at_the_kiosk_the_number_is_enough_to_say_that_one_is_here() {
    for town in towns().await {
        let path = book(&town, "2026-06-25T09:30:00+08:00", "a").await.to;
        let id = path.rsplit('/').next().unwrap().parse().unwrap();
        town.house.set_clock(at(9, 20) + jiff::SignedDuration::from_hours(24));
        let shown = send(&town, "", "/s/sanhe/kiosk/here", &[("number", "A001")]).await;
        assert!(shown.says("知道您到了") && shown.says("A001"), "{}", shown.body);
        assert_eq!(town.ticket(id).await.ticket.state, State::Waiting);
    }
}
