//! A no with its reason, an objection, and somebody else who decides.
use axum::http::StatusCode;

use super::FORM;
use crate::public::tests::{path, towns};

#[tokio::test]
async fn a_no_says_why_and_somebody_else_judges_the_objection() {
    for town in towns().await {
        let (me, li, ma) = (&town.coordinator, &town.li, &town.ma);
        let (id, _) = town.writes(me, &FORM).await;
        town.presses(me, (id, "second-look"), &[("version", "1")]).await.is_kept();
        let silent = town.presses(li, (id, "reviews"), &[("version", "1"), ("answer", "no"), ("why", " ")]).await;
        silent.is(StatusCode::UNPROCESSABLE_ENTITY).says("写明理由");
        let no = [("version", "1"), ("answer", "no"), ("why", "看得出是谁家")];
        town.presses(li, (id, "reviews"), &no).await.is_kept();
        town.page(me, id).await.says("看得出是谁家").says("本人不服");
        let why = [("why", "就是一双干活的鞋")];
        town.presses(me, (id, "appeals"), &why).await.is_kept();
        town.presses(me, (id, "appeals"), &why).await.is(StatusCode::CONFLICT);
        // Whoever said no, or wrote it down, does not decide, and reads what is said only if they look after the wish.
        town.page(li, id).await.hushes("就是一双干活的鞋").hushes("/decision\"");
        let page = town.page(ma, id).await;
        page.says("就是一双干活的鞋");
        let at = page.body.split("action=\"").find(|rest| rest.contains("/decision\"")).expect("a form");
        let at = at.split('"').next().unwrap().to_owned();
        let again = [("answer", "no"), ("words", "改一下写法就可以")];
        for worker in [me, li] {
            town.send(Some(&worker.known), &at, &again).await.is(StatusCode::CONFLICT);
        }
        let silent = town.send(Some(&ma.known), &at, &[("answer", "no"), ("words", "")]).await;
        silent.is(StatusCode::UNPROCESSABLE_ENTITY);
        town.send(Some(&ma.known), &at, &again).await.is_kept();
        town.page(me, id).await.says("改一下写法就可以").says("重新请人看");
        // Two look anew, at a fresh version.
        for worker in [li, ma] {
            town.presses(worker, (id, "reviews"), &[("version", "2"), ("answer", "yes")]).await.is_kept();
        }
        town.get(None, &path(id)).await.is(StatusCode::OK);
    }
}

#[tokio::test]
async fn a_no_that_stands_stays_one() {
    for town in towns().await {
        let (id, _) = town.writes(&town.coordinator, &FORM).await;
        town.presses(&town.coordinator, (id, "second-look"), &[("version", "1")]).await.is_kept();
        town.presses(&town.li, (id, "reviews"), &[("version", "1"), ("answer", "no"), ("why", "太贵")]).await.is_kept();
        town.presses(&town.li, (id, "appeals"), &[("why", "不贵")]).await.is_kept();
        let page = town.page(&town.manager, id).await;
        let at = page.body.split("action=\"").find(|rest| rest.contains("/decision\"")).expect("a form");
        let at = at.split('"').next().unwrap().to_owned();
        town.send(Some(&town.manager.known), &at, &[("answer", "yes"), ("words", "超过五百元了")]).await.is_kept();
        town.page(&town.coordinator, id).await.says("维持不通过").says("超过五百元了");
        town.get(None, &path(id)).await.is(StatusCode::NOT_FOUND);
        let late = town.send(Some(&town.manager.known), &at, &[("answer", "no"), ("words", "算了")]).await;
        late.is(StatusCode::CONFLICT);
    }
}
