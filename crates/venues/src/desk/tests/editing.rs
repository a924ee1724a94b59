use axum::http::StatusCode;
use people::Role;

use super::town::{DESK, get, send, towns, works_here};

fn venue<'f>(hours: &'f str, version: &'f str, name: &'f str) -> Vec<(&'static str, &'f str)> {
    vec![
        ("version", version),
        ("name_zh", name),
        ("owner", "1"),
        ("hours", hours),
        ("key", "clerk"),
        ("place_in_list", "1"),
    ]
}

#[tokio::test]
async fn a_venue_is_kept_once_and_two_managers_do_not_overwrite_each_other() {
    for town in towns() {
        let manager = works_here(&town, Role::Manager);
        let path = format!("{DESK}/venues/1");
        for _ in 0..2 {
            let kept = send(&town, &manager, &path, &venue("Mo-Su 08:00-20:00", "1", "球室")).await;
            assert_eq!(kept.to, format!("{DESK}/venues?kept=1"), "{}", kept.body);
        }
        assert!(get(&town, &manager, &format!("{DESK}/venues?kept=1")).await.says("记下了：球室"));
        let late = send(&town, &manager, &path, &venue("", "1", "别的名字")).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.says("别的名字"));
    }
}

#[tokio::test]
async fn hours_are_explained_while_they_are_typed_and_refused_with_a_hint() {
    for town in towns() {
        let manager = works_here(&town, Role::Manager);
        let part = get(&town, &manager, &format!("{DESK}/venues/1/opening-preview?hours=Mo-Su+08:00-20:00")).await;
        assert!(part.body.starts_with(r#"<div id="opening-preview""#) && part.says("08:00–20:00"), "{}", part.body);
        let shown = [venue("Mo-Su 07:00-23:00", "1", "球室"), vec![("show", "1")]].concat();
        let page = send(&town, &manager, &format!("{DESK}/venues/1"), &shown).await;
        // The station closes at 22: what a room's hours say beyond that does not count.
        assert!(page.status == StatusCode::OK && page.says("07:00–22:00"), "{}", page.body);
        let bad = send(&town, &manager, &format!("{DESK}/venues/1"), &venue("8-18", "1", "球室")).await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bad.says("要写分钟") && bad.says(">8-18</textarea>"), "{}", bad.body);
    }
}

#[tokio::test]
async fn the_rules_of_an_offering_are_kept_or_come_back_with_what_is_wrong() {
    for town in towns() {
        let manager = works_here(&town, Role::Manager);
        let numbers = [
            ("version", "1"),
            ("name_zh", "球台"),
            ("who", "staff-only"),
            ("usual", "90"),
            ("shortest", "30"),
            ("longest", "120"),
            ("grid", "30"),
            ("days_ahead", "14"),
            ("notice", "0"),
            ("cancel_until", "60"),
            ("grace", ""),
            ("hold", "10"),
            ("before", "0"),
            ("after", "10"),
            ("walk_ins", "1"),
            ("per_day", ""),
            ("per_week", "3"),
            ("smallest_group", "1"),
            ("largest_group", "4"),
            ("series_own", "8"),
            ("series_weeks", "26"),
            ("window1_hours", "Mo-Fr 08:00-10:00"),
            ("window1_whom", "children"),
            ("window1_reason_zh", "孩子的钟点"),
            ("window1_to_all", "120"),
        ];
        let path = format!("{DESK}/offerings/1");
        let kept = send(&town, &manager, &path, &numbers).await;
        assert_eq!(kept.to, format!("{DESK}/venues?kept_offering=1"), "{}", kept.body);
        let page = get(&town, &manager, &path).await;
        assert!(page.says(r#"name="usual" value="90""#), "{}", page.body);
        assert!(page.says(r#"name="walk_ins" value="1""#) && page.says("孩子的钟点"), "{}", page.body);
        // Hours that nobody understands are said at their field, a reason that is missing at its own.
        let mut windows = numbers;
        (windows[0].1, windows[21].1, windows[23].1) = ("2", "8-10", "");
        let back = send(&town, &manager, &path, &windows).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(back.says("p-window1_hours") && back.says("p-window1_reason_zh"), "{}", back.body);
        let shown = get(&town, &manager, &format!("{path}/window-preview?window1_hours=Mo-Fr+08:00-10:00")).await;
        assert!(shown.says("08:00–10:00") && !shown.body.contains("<html"), "{}", shown.body);
        let mut odd = numbers;
        (odd[0].1, odd[3].1) = ("2", "45");
        let back = send(&town, &manager, &path, &odd).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(back.says(r#"value="45""#) && back.says("p-usual"), "{}", back.body);
    }
}
