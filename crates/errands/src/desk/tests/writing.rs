use axum::http::StatusCode;
use people::Role;

use super::town::{Answer, DESK, get, send, works_here};
use crate::rules::State;
use crate::store;
use crate::tests::{Town, towns};

async fn matter(town: &Town, slug: &str) -> crate::rules::Matter {
    let station = town.station.id;
    let all = town.house.db.read(move |c: &mut kernel::db::Conn| store::matters(c, station)).await.unwrap();
    all.into_iter().find(|m| m.draft.slug == slug).expect("it is there")
}

async fn keep(town: &Town, who: &str, path: &str, seen: &str, more: &[(&str, &str)]) -> Answer {
    let mut form = vec![("once", "k"), ("seen", seen), ("line", "1"), ("official", "1"), ("stand_in", "2")];
    form.extend(more);
    send(town, who, &format!("{DESK}{path}"), &form).await
}

#[tokio::test]
async fn a_changed_checklist_is_a_new_version_and_nobody_overwrites_another() {
    for town in towns().await {
        let manager = works_here(&town, Role::Manager, None);
        let path = "/matters/old-age-allowance";
        let seen = get(&town, &manager, &format!("{DESK}{path}")).await.hidden("seen");
        let edit = [
            ("slug", "old-age-allowance"),
            ("name_zh", "高龄补贴"),
            ("words", "老年补贴、高龄津贴"),
            ("minutes", "12"),
            ("proxy", "1"),
            ("kind1", "required"),
            ("zh1", "身份证"),
            ("kind2", "may-follow"),
            ("zh2", "银行卡"),
            ("zh3", ""),
        ];
        let kept = keep(&town, &manager, path, &seen, &edit).await;
        assert_eq!(kept.to, format!("{DESK}/matters?kept=old-age-allowance"), "{}", kept.body);
        let now = matter(&town, "old-age-allowance").await;
        assert_eq!((now.version, now.draft.papers.len(), now.draft.words.len()), (2, 2, 2));
        assert!(now.draft.ways.proxy && !now.draft.ways.home);
        let mut other = edit;
        other[3].1 = "20";
        let late = keep(&town, &manager, path, &seen, &other).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.says("别人刚改过") && late.says(r#"value="20""#), "{}", late.body);
        other[3].1 = "0";
        let odd = keep(&town, &manager, path, &seen, &other).await;
        assert!(odd.status == StatusCode::UNPROCESSABLE_ENTITY && odd.says("p-minutes"), "{}", odd.body);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_new_matter_has_an_address_of_its_own() {
    for town in towns().await {
        let manager = works_here(&town, Role::Manager, None);
        let form = [("slug", "low-income"), ("name_zh", "低保"), ("minutes", "10")];
        for _ in 0..2 {
            let added = keep(&town, &manager, "/matters/new", "", &form).await;
            assert_eq!(added.to, format!("{DESK}/matters?kept=low-income"), "{}", added.body);
        }
        assert_eq!(matter(&town, "low-income").await.version, 1);
        let taken = [("once", "l"), ("slug", "insurance"), ("name_zh", "别的"), ("minutes", "10")];
        let refused = keep(&town, &manager, "/matters/new", "", &taken).await;
        assert!(refused.says("p-slug") && refused.says("别的"), "{}", refused.body);
    }
}

#[tokio::test]
async fn an_official_is_written_with_hours_that_are_understood_and_a_login_of_this_station() {
    for town in towns().await {
        let manager = works_here(&town, Role::Manager, Some(3));
        let page = get(&town, &manager, &format!("{DESK}/officials/3")).await;
        let (seen, staff) = (page.hidden("seen"), town.official(3).await.staff.expect("linked").to_string());
        let edit = |hours, staff, phone| {
            [
                ("seen", seen.as_str()),
                ("name", "马学兰"),
                ("desk", "3"),
                ("hours", hours),
                ("staff", staff),
                ("phone", phone),
            ]
        };
        let path = format!("{DESK}/officials/3");
        let odd = send(&town, &manager, &path, &edit("8-12", &staff, "0972-8612345")).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(odd.says("p-hours") && odd.says("p-phone") && odd.says("马学兰"), "{}", odd.body);
        let kept = send(&town, &manager, &path, &edit("Mo-Fr 08:30-12:00", &staff, "13800000007")).await;
        assert_eq!(kept.to, format!("{DESK}/officials?kept=3"), "{}", kept.body);
        assert!(get(&town, &manager, &kept.to).await.says("能发短信报岗"));
        let new = [("name", "新人"), ("staff", staff.as_str())];
        let taken = send(&town, &manager, &format!("{DESK}/officials/new"), &new).await;
        assert!(taken.says("p-staff"), "{}", taken.body);
        let same_phone = [("name", "新人"), ("phone", "13800000007")];
        assert!(send(&town, &manager, &format!("{DESK}/officials/new"), &same_phone).await.says("p-phone"));
    }
}

#[tokio::test]
async fn the_end_of_the_day_says_first_whom_it_hits_and_serves_nobody() {
    for town in towns().await {
        let manager = works_here(&town, Role::Manager, Some(1));
        let ids = town.drawn(3).await;
        town.next(1).await.unwrap();
        town.press(ids[0], crate::acts::Press::Serve).await.unwrap();
        let path = format!("{DESK}/lines/closing");
        assert!(get(&town, &manager, &path).await.says("会影响 2 个号"));
        let empty = send(&town, &manager, &path, &[("reason", " ")]).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.says("p-reason"), "{}", empty.body);
        let closed = send(&town, &manager, &path, &[("reason", "停电")]).await;
        assert_eq!(closed.to, format!("{DESK}/lines?closed=2"));
        assert_eq!(town.ticket(ids[0]).await.ticket.state, State::Serving);
        let other = town.ticket(ids[2]).await.ticket;
        assert_eq!((other.state, other.reason.as_str()), (State::Closed, "停电"));
    }
}

#[tokio::test]
async fn a_desk_calls_the_lines_that_are_ticked() {
    for town in towns().await {
        let manager = works_here(&town, Role::Manager, Some(1));
        let kept = send(&town, &manager, &format!("{DESK}/lines/desks/1"), &[("line", "1"), ("line", "2")]).await;
        assert_eq!(kept.to, format!("{DESK}/lines?kept=1"));
        let station = town.station.id;
        let serves = town.house.db.read(move |c: &mut kernel::db::Conn| store::serves(c, station, 1)).await.unwrap();
        assert_eq!(serves, [1, 2]);
        send(&town, &manager, &format!("{DESK}/lines/desks/1"), &[]).await;
        assert!(get(&town, &manager, &format!("{DESK}/calls?desk=1")).await.says("现在不叫任何一队"));
    }
}
