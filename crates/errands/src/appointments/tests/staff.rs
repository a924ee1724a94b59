//! The desk: what is booked, booking for somebody by name, what a line takes.
use axum::http::StatusCode;
use kernel::db::Conn;
use people::Role;

use super::{get, send};
use crate::answers::Official;
use crate::desk::tests::town::works_here;
use crate::tests::towns;

const DESK: &str = "/s/sanhe/desk";

#[tokio::test]
async fn a_clerk_books_for_somebody_by_name_and_sees_them_on_the_lists() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let new = format!("{DESK}/appointments/new");
        let page = get(&town, &clerk, &format!("{new}?matter=old-age-allowance&on=2026-06-24")).await;
        assert!(page.says(r#"value="2026-06-24T10:00:00+08:00""#), "{}", page.body);
        let form =
            [("matter", "old-age-allowance"), ("from", "2026-06-24T10:00:00+08:00"), ("name", "罗大爷"), ("once", "a")];
        let booked = send(&town, &clerk, &new, &form).await;
        assert_eq!(booked.status, StatusCode::SEE_OTHER, "{}", booked.body);
        let list = get(&town, &clerk, &booked.to).await;
        assert!(list.says("约好了：A001 · 10:00") && list.says("高龄补贴 · 罗大爷"), "{}", list.body);
        let calls = get(&town, &clerk, &format!("{DESK}/calls")).await;
        assert!(calls.says("今天约好的") && calls.says("10:00 · 还没来"), "{}", calls.body);
        let presence = get(&town, &clerk, &format!("{DESK}/presence")).await;
        assert!(presence.says("这七天约了你的") && presence.says("10:00 · A001"), "{}", presence.body);
        let again = send(&town, &clerk, &new, &[("once", "b"), form[0], form[1], form[2]]).await;
        assert!(again.status == StatusCode::CONFLICT && again.says("这个时间刚被约走了"), "{}", again.body);
        assert_eq!(get(&town, "nobody", &new).await.status, StatusCode::UNAUTHORIZED);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_nobody_can_serve_any_more_is_told_on_the_list() {
    for town in towns().await {
        let clerk = works_here(&town, Role::Clerk, Some(1));
        let form =
            [("matter", "old-age-allowance"), ("from", "2026-06-24T10:00:00+08:00"), ("name", ""), ("once", "a")];
        let booked = send(&town, &clerk, &format!("{DESK}/appointments/new"), &form).await;
        assert_eq!(booked.status, StatusCode::SEE_OTHER, "{}", booked.body);
        let shorter = Official { hours: "Mo-Fr 14:00-17:30".into(), ..town.official(1).await };
        let station = town.station.id;
        town.house.db.write(move |c: &mut Conn| crate::store::set_official(c, station, &shorter)).await.unwrap();
        let list = get(&town, &clerk, &format!("{DESK}/appointments")).await;
        assert!(list.says("1 个约没有人能办了"), "{}", list.body);
    }
}

#[tokio::test]
async fn a_manager_says_what_a_line_takes() {
    for town in towns().await {
        let (clerk, manager) = (works_here(&town, Role::Clerk, Some(1)), works_here(&town, Role::Manager, Some(2)));
        let path = format!("{DESK}/lines/1/appointments");
        assert_eq!(get(&town, &clerk, &path).await.status, StatusCode::NOT_FOUND);
        assert!(get(&town, &manager, &path).await.says(r#"name="share""#));
        let form = |share| [("share", share), ("minutes", "30"), ("days", "7"), ("notice", "0"), ("each", "1")];
        let odd = send(&town, &manager, &path, &form("101")).await;
        assert!(odd.status == StatusCode::UNPROCESSABLE_ENTITY && odd.says("请写 0 到 100"), "{}", odd.body);
        let kept = send(&town, &manager, &path, &form("0")).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
        assert!(get(&town, &manager, &kept.to).await.says("记下了"));
        let matter = get(&town, "", "/s/sanhe/matters/old-age-allowance").await;
        assert!(!matter.says("/appointments"), "the line takes none any more");
        let page = get(&town, "", "/s/sanhe/matters/old-age-allowance/appointments").await;
        assert!(page.says("这件事不用预约，直接来就行"), "{}", page.body);
        assert_eq!(get(&town, &manager, &format!("{DESK}/lines/9/appointments")).await.status, StatusCode::NOT_FOUND);
    }
}
