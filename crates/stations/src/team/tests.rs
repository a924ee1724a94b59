//! Managers see what their team comes in with, and reset a clerk's, on each engine.
use axum::http::StatusCode;
use people::Role;

use crate::tests::town::{SANHE, at_once, desk, towns, works_here};

#[tokio::test]
async fn a_manager_resets_a_clerks_second_factor_and_no_managers() {
    for town in towns() {
        let clerk = works_here(&town, "clerk", Role::Clerk);
        let manager = works_here(&town, "manager", Role::Manager);
        assert_eq!(desk(&town, &clerk, "/s/sanhe/desk/team", None).await.0, StatusCode::NOT_FOUND);
        let page = desk(&town, &manager, "/s/sanhe/desk/team", None).await.1;
        assert!(page.contains("祁海燕") && page.contains("只用密码") && !page.contains("factors-reset"), "{page}");
        let all = at_once(&town, |c| people::staff_of(c, SANHE)).unwrap();
        for member in all {
            let path = format!("/s/sanhe/desk/team/{}/factors-reset", member.id);
            let (status, _) = desk(&town, &manager, &path, Some("")).await;
            let wanted = if member.role == Role::Clerk { StatusCode::SEE_OTHER } else { StatusCode::NOT_FOUND };
            assert_eq!(status, wanted, "{:?}", member.role);
        }
        let out = desk(&town, &clerk, "/s/sanhe/desk/cards", None).await.0;
        assert_eq!(out, StatusCode::UNAUTHORIZED, "and is signed out");
    }
}
