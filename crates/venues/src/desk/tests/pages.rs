use axum::http::StatusCode;
use kernel::words;
use people::Role;

use super::town::{DESK, get, get_in_english, towns, works_here};

const CLERKS: [&str; 10] = [
    "/games",
    "/today",
    "/today?on=2026-06-25&venue=1",
    "/walk-ins",
    "/reservations/new",
    "/reservations/new?offering=table",
    "/series",
    "/series/new?offering=table",
    "/series/new?offering=table&pattern=lunar-yearly&month=5&day=13&look=1",
    "/series/new?offering=whole&pattern=monthly-day&day=31&look=1",
];
const MANAGERS: [&str; 7] =
    ["/requests", "/openings", "/openings?kind=open&venue=2", "/venues", "/venues/1", "/offerings/2", "/changes"];

#[tokio::test]
async fn a_clerk_has_the_day_and_a_manager_has_everything() {
    for town in towns() {
        let (clerk, manager) = (works_here(&town, Role::Clerk), works_here(&town, Role::Manager));
        for path in CLERKS.iter().chain(&MANAGERS) {
            let path = &format!("{DESK}{path}");
            assert_eq!(get(&town, &manager, path).await.status, StatusCode::OK, "{path}");
            assert_eq!(get(&town, "nobody", path).await.status, StatusCode::UNAUTHORIZED, "{path}");
        }
        for path in CLERKS {
            assert_eq!(get(&town, &clerk, &format!("{DESK}{path}")).await.status, StatusCode::OK, "{path}");
        }
        for path in MANAGERS {
            assert_eq!(get(&town, &clerk, &format!("{DESK}{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[test]
fn both_languages_say_the_same_things() {
    assert_eq!(words::keys(crate::DESK_TEXTS.zh), words::keys(crate::DESK_TEXTS.en));
    assert_eq!(words::keys(crate::SERIES_TEXTS.zh), words::keys(crate::SERIES_TEXTS.en));
}

#[tokio::test]
async fn no_page_shows_the_key_of_a_text_in_place_of_the_text() {
    for town in towns() {
        let manager = works_here(&town, Role::Manager);
        for path in CLERKS.iter().chain(&MANAGERS) {
            let path = format!("{DESK}{path}");
            for page in [get(&town, &manager, &path).await, get_in_english(&town, &manager, &path).await] {
                assert!(!page.says("venues-") && !page.says("stations-hours"), "{path}: {}", page.body);
            }
        }
    }
}

#[tokio::test]
async fn a_day_that_is_none_is_today_and_a_room_that_is_none_is_not_there() {
    for town in towns() {
        let (clerk, manager) = (works_here(&town, Role::Clerk), works_here(&town, Role::Manager));
        for on in ["x", "9999-12-31", "-000001-01-01", ""] {
            let page = get(&town, &clerk, &format!("{DESK}/today?on={on}")).await;
            assert!(page.says("今天 · 6月24日"), "{on}");
        }
        for path in ["/today?venue=99", "/venues/99", "/offerings/99", "/reservations/new?offering=nothing"] {
            assert_eq!(get(&town, &manager, &format!("{DESK}{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
