//! A correction is looked at before everybody reads it.
use axum::http::StatusCode;

use super::DESK;
use crate::tests::towns;

const JUNE: &str = "/s/sanhe/desk/months/2026-06/correction";

#[tokio::test]
async fn a_month_whose_records_say_the_same_needs_no_correction() {
    for town in towns().await {
        let me = Some(&town.manager);
        town.get(me, JUNE).await.is(StatusCode::NOT_FOUND);
        town.publishes_june().await;
        town.get(me, DESK).await.says("2026年6月").says("第 1 版").says("第一次公布");
        town.get(me, JUNE).await.is(StatusCode::OK).says("不用更正").hushes("公布更正");
        let sent = town.send(&town.manager, JUNE, &[("once", "a"), ("why", "没有什么"), ("seen", "")]).await;
        sent.is(StatusCode::CONFLICT);
        town.get(me, DESK).await.says("第 1 版").hushes("第 2 版");
        for odd in ["2026-05", "2026-W23", "x", "2026-6"] {
            let path = format!("{DESK}/{odd}/correction");
            town.get(me, &path).await.is(StatusCode::NOT_FOUND);
        }
        town.get(Some(&town.clerk), JUNE).await.is(StatusCode::NOT_FOUND);
        town.get(None, JUNE).await.is(StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn it_is_published_as_it_was_looked_at_and_once() {
    for town in towns().await {
        let me = &town.manager;
        town.publishes_june().await;
        town.uses_it_ten_times(12).await;
        let seen = town.get(Some(me), JUNE).await;
        seen.is(StatusCode::OK).says("场所常用").says("30%–30%").says("50%–50%");
        town.get(Some(me), DESK).await.hushes("第 2 版");
        let form = [("once", seen.hidden("once")), ("seen", seen.hidden("seen")), ("why", "一天的场地记录补录了")];
        for _ in 0..2 {
            town.send(me, JUNE, &form).await.is_kept("corrected");
        }
        let page = town.get(Some(me), &format!("{DESK}?kept=corrected")).await;
        page.says("更正公布了").says("第 2 版").says("一天的场地记录补录了").hushes("第 3 版");
        town.get(Some(me), JUNE).await.says("不用更正");
    }
}

#[tokio::test]
async fn nobody_publishes_what_they_have_not_seen() {
    for town in towns().await {
        let me = &town.manager;
        town.publishes_june().await;
        town.uses_it_ten_times(6).await;
        let seen = town.get(Some(me), JUNE).await;
        town.uses_it_ten_times(6).await;
        let form = [("once", seen.hidden("once")), ("seen", seen.hidden("seen")), ("why", "补录了一条")];
        let moved = town.send(me, JUNE, &form).await;
        moved.is(StatusCode::CONFLICT).says("数又变了").says("50%–50%").says("补录了一条");
        town.get(Some(me), DESK).await.hushes("第 2 版");
        let again = [("once", moved.hidden("once")), ("seen", moved.hidden("seen")), ("why", "补录了两条")];
        town.send(me, JUNE, &again).await.is_kept("corrected");
        town.get(Some(me), DESK).await.says("第 2 版").says("补录了两条");
    }
}

#[tokio::test]
async fn a_correction_without_a_reason_is_not_published() {
    for town in towns().await {
        let me = &town.manager;
        town.publishes_june().await;
        town.uses_it_ten_times(6).await;
        let seen = town.get(Some(me), JUNE).await;
        let form = [("once", seen.hidden("once")), ("seen", seen.hidden("seen")), ("why", "补")];
        let page = town.send(me, JUNE, &form).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("id=\"p-why\"").says(">补</textarea>").says("40%–40%");
        town.send(&town.clerk, JUNE, &form).await.is(StatusCode::NOT_FOUND);
        town.get(Some(me), DESK).await.hushes("第 2 版");
    }
}
