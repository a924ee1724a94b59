//! How many people live here.
use axum::http::StatusCode;

use super::DESK;
use crate::tests::towns;

const NEW: [(&str, &str); 3] = [("people", "4,012"), ("source", "2025 年统计年报"), ("as_of", "2025-12-31")];

#[tokio::test]
async fn only_managers_see_the_months_at_the_desk() {
    for town in towns().await {
        town.get(Some(&town.manager), DESK).await.is(StatusCode::OK).says("还没有月报").says("还没填");
        town.get(Some(&town.clerk), DESK).await.is(StatusCode::NOT_FOUND);
        town.get(None, DESK).await.is(StatusCode::UNAUTHORIZED);
        town.send(&town.clerk, &format!("{DESK}/residents"), &NEW).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_number_of_residents_is_written_down_once() {
    for town in towns().await {
        let (me, path) = (&town.manager, format!("{DESK}/residents"));
        let form = [&[("once", "a")][..], &NEW].concat();
        for _ in 0..2 {
            town.send(me, &path, &form).await.is_kept("residents");
        }
        let page = town.get(Some(me), DESK).await;
        page.says("4012").says("2025 年统计年报").hushes("还没填");
        assert_eq!(page.body.matches("2025 年统计年报</td>").count(), 1, "{}", page.body);
        let later = [("once", "b"), ("people", "4100"), ("source", "人口普查"), ("as_of", "2026-05-31")];
        town.send(me, &path, &later).await.is_kept("residents");
        let page = town.get(Some(me), DESK).await;
        page.says("4012").says("4100");
        assert!(page.body.find("4100") < page.body.find("4012"), "the newest first");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_stays() {
    for town in towns().await {
        let path = format!("{DESK}/residents");
        let wrong = [("once", "a"), ("people", "四千"), ("source", "统计年报"), ("as_of", "2026-12-31")];
        let page = town.send(&town.manager, &path, &wrong).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("只写数字").says("value=\"四千\"").says("value=\"统计年报\"");
        page.says("id=\"p-people\"").says("id=\"p-as_of\"").hushes("id=\"p-source\"");
        let undated = [("once", "a"), ("people", "4000"), ("source", "统计年报"), ("as_of", "")];
        town.send(&town.manager, &path, &undated).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("id=\"p-as_of\"");
        town.get(Some(&town.manager), DESK).await.says("还没填");
    }
}
