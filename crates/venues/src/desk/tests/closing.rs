use axum::http::StatusCode;
use people::Role;

use super::town::{DESK, get, send, towns, works_here};

const MORNING: &str =
    "kind=closed&venue=2&from_on=2026-06-26&from_at=08:00&until_on=2026-06-26&until_at=12:00&reason_zh=%E6%8D%A2";

fn form(hit: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("kind", "closed"),
        ("venue", "2"),
        ("from_on", "2026-06-26"),
        ("from_at", "08:00"),
        ("until_on", "2026-06-26"),
        ("until_at", "12:00"),
        ("reason_zh", "换地板"),
        ("hit", hit),
        ("once", "closing-1"),
    ]
}

#[tokio::test]
async fn a_manager_sees_whom_a_closure_hits_before_it_is_laid() {
    for town in towns() {
        let manager = works_here(&town, Role::Manager);
        let booking = [
            ("offering", "half"),
            ("from", "2026-06-26T09:00:00+08:00"),
            ("minutes", "60"),
            ("group", "1"),
            ("name", "排练的人"),
            ("once", "k1"),
        ];
        send(&town, &manager, &format!("{DESK}/reservations/new"), &booking).await;
        let hit = get(&town, &manager, &format!("{DESK}/openings/hit?{MORNING}")).await;
        assert!(hit.says("会影响 1 个预订") && hit.says("排练的人") && hit.says("没留手机号"), "{}", hit.body);
        assert!(!get(&town, &manager, &format!("{DESK}/openings")).await.says("换地板</td>"), "nothing is laid yet");

        let laid = send(&town, &manager, &format!("{DESK}/openings"), &form("cancel")).await;
        assert!(laid.to.starts_with(&format!("{DESK}/openings/")) && laid.to.ends_with("/displaced"), "{}", laid.to);
        let hit = get(&town, &manager, &laid.to).await;
        assert!(hit.says("影响了 1 个预订") && hit.says("排练的人") && hit.says("还有 1 位没留手机号"), "{}", hit.body);
        let list = get(&town, &manager, &format!("{DESK}/openings")).await;
        assert!(list.says("换地板</td>") && list.says("影响了谁"), "{}", list.body);
        let day = get(&town, &manager, &format!("{DESK}/today?on=2026-06-26")).await;
        assert!(day.says("退了或没来（1）"), "{}", day.body);
    }
}

#[tokio::test]
async fn the_same_closure_sent_twice_is_one_and_can_be_taken_back() {
    for town in towns() {
        let manager = works_here(&town, Role::Manager);
        for _ in 0..2 {
            send(&town, &manager, &format!("{DESK}/openings"), &form("keep")).await;
        }
        let list = get(&town, &manager, &format!("{DESK}/openings")).await;
        assert_eq!(list.body.matches("换地板</td>").count(), 1, "{}", list.body);
        let way = list.body.split("action=\"").find_map(|rest| {
            let action = rest.split('"').next()?;
            action.ends_with("/revocation").then(|| action.to_owned())
        });
        let way = way.expect("it can be taken back");
        for _ in 0..2 {
            assert_eq!(send(&town, &manager, &way, &[]).await.status, StatusCode::SEE_OTHER);
        }
        assert!(!get(&town, &manager, &format!("{DESK}/openings")).await.says("换地板</td>"));
    }
}

#[tokio::test]
async fn a_closure_that_makes_no_sense_comes_back_with_what_was_typed() {
    for town in towns() {
        let manager = works_here(&town, Role::Manager);
        let odd = MORNING.replace("until_at=12:00", "until_at=07:00");
        let back = get(&town, &manager, &format!("{DESK}/openings/hit?{odd}")).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            back.says("结束要晚于开始") && back.says(r#"value="07:00""#) && back.says(r#"value="换""#),
            "{}",
            back.body
        );
    }
}
