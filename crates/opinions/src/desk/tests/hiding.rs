//! What is public: written by a manager, released with others, hidden by two hands, and appealed against.
use serde_json::json;

use super::*;
use crate::PostId;
use crate::acts;
use crate::answers::PublicState;
use crate::rules::Choice;

/// Three that may be public, written and released; the first of them.
async fn released(town: &mut Town, about: Vec<Choice>) -> (OpinionId, PostId) {
    let mut first = None;
    for n in 0..3 {
        let text = format!("第{n}件：王建军家门口的路灯坏了，电话 13912345678");
        let id = town.leave(New { may_publish: true, about: about.clone(), ..said(&text) }).await.id;
        first = first.or(Some(id));
        town.give(id, &town.other_clerk).await;
        let page = town.get(&town.manager, &format!("{DESK}/{id}")).await;
        page.says("先改写一遍").hushes("name=\"masked\">第0件：王建军");
        let wrong =
            town.send(&town.manager, &format!("{DESK}/{id}/public"), &[("title", ""), ("masked", "路灯坏了")]).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says("请写上").says("路灯坏了");
        let form = [("title", "路灯坏了"), ("masked", "广场的路灯坏了三天")];
        town.send(&town.manager, &format!("{DESK}/{id}/public"), &form).await.is_kept();
        town.get(&town.manager, &format!("{DESK}/{id}")).await.says("和别的一起登出来");
    }
    // Monday morning.
    town.later(2).await;
    acts::jobs(&town.house, PORTS).await.unwrap();
    let id = first.unwrap();
    match town.seen(id).await.public {
        Some(PublicState::Released { post, .. }) => (id, post),
        other => panic!("not released: {other:?}"),
    }
}

#[tokio::test]
async fn hiding_needs_a_second_hand_and_whoever_said_it_may_appeal() {
    for mut town in towns().await {
        let (id, post) = released(&mut town, vec![]).await;
        let (case, decision) = (format!("{DESK}/{id}"), format!("{DESK}/decisions/{post}"));
        town.get(&town.manager, &decision).await.is(StatusCode::NOT_FOUND);
        let empty = town.send(&town.manager, &format!("{case}/hiding"), &[("reason", "")]).await;
        empty.is(StatusCode::UNPROCESSABLE_ENTITY);
        town.send(&town.manager, &format!("{case}/hiding"), &[("reason", "看得出是哪一家")]).await.is_kept();
        // The first hand waits, and cannot be the second.
        town.get(&town.manager, &case).await.says("您提出了隐藏");
        town.get(&town.manager, &decision).await.is(StatusCode::NOT_FOUND);
        let same = town.send(&town.manager, &decision, &[("hidden", "1")]).await;
        same.is(StatusCode::NOT_FOUND);
        let called = town
            .call(&town.manager, ("PUT", &format!("{CALLS}/decisions/{post}/hiding")), json!({ "hidden": true }))
            .await;
        called.is(StatusCode::CONFLICT);
        assert_eq!(called.json()["type"], "/problems/opinion-same-hand");
        assert!(matches!(town.seen(id).await.public, Some(PublicState::Released { .. })));
        // A clerk who does not see whose it is can be the second.
        town.get(&town.clerk, DESK).await.says("要您定的 1 件").says("路灯坏了");
        town.get(&town.clerk, &case).await.is(StatusCode::NOT_FOUND);
        let page = town.get(&town.clerk, &decision).await;
        page.says("看得出是哪一家").says("广场的路灯坏了三天").hushes("王建军").hushes(&id.to_string());
        town.send(&town.clerk, &decision, &[("hidden", "1")]).await.is_kept();
        assert!(matches!(town.seen(id).await.public, Some(PublicState::Hidden { .. })));
        acts::appeal(&town.doing(), &Holder { id }, "改一句就行".into(), None).await.unwrap();
        town.get(&town.manager, &case).await.says("先提出隐藏的人不能决定");
        let list = town.get(&town.clerk, &format!("{CALLS}/decisions")).await.json();
        assert_eq!(list["posts"][0]["hiding"]["appeal"], "改一句就行");
        let judged = town
            .call(&town.clerk, ("PUT", &format!("{CALLS}/decisions/{post}/appeal")), json!({ "hidden": false }))
            .await;
        judged.is(StatusCode::NO_CONTENT);
        assert!(matches!(town.seen(id).await.public, Some(PublicState::Released { .. })));
        town.get(&town.manager, &case).await.says("重新登出来了");
    }
}

#[tokio::test]
async fn whoever_it_is_about_decides_nothing_and_cannot_find_out() {
    for mut town in towns().await {
        let (id, post) = released(&mut town, vec![Choice::Person(CLERK.into())]).await;
        let decision = format!("{DESK}/decisions/{post}");
        let call = format!("{CALLS}/decisions/{post}/hiding");
        // Before anything is asked, those who are named and those who are not are told the same.
        for worker in [&town.clerk, &town.other_clerk, &town.stranger] {
            town.send(worker, &decision, &[("hidden", "1")]).await.is(StatusCode::NOT_FOUND);
            town.call(worker, ("PUT", &call), json!({ "hidden": true })).await.is(StatusCode::NOT_FOUND);
            town.send(worker, &format!("{DESK}/{post}/hiding"), &[("reason", "不合适")])
                .await
                .is(StatusCode::NOT_FOUND);
        }
        let hide = format!("{DESK}/{id}/hiding");
        town.send(&town.clerk, &hide, &[("reason", "不合适")]).await.is(StatusCode::NOT_FOUND);
        town.send(&town.manager, &hide, &[("reason", "不合适")]).await.is_kept();
        town.get(&town.clerk, DESK).await.hushes("要您定的").hushes("路灯");
        town.get(&town.clerk, &decision).await.is(StatusCode::NOT_FOUND);
        town.send(&town.clerk, &decision, &[("hidden", "1")]).await.is(StatusCode::NOT_FOUND);
        town.call(&town.clerk, ("PUT", &call), json!({ "hidden": true })).await.is(StatusCode::NOT_FOUND);
        assert_eq!(town.get(&town.clerk, &format!("{CALLS}/decisions")).await.json()["posts"], json!([]));
        town.get(&town.other_clerk, &decision).await.is(StatusCode::OK);
    }
}

#[tokio::test]
async fn without_leave_nothing_is_written_for_everybody() {
    for town in towns().await {
        let id = town.left("文化广场的路灯坏了").await;
        town.give(id, &town.clerk).await;
        let form = [("title", "路灯"), ("masked", "路灯坏了")];
        let page = town.send(&town.manager, &format!("{DESK}/{id}/public"), &form).await;
        page.is(StatusCode::CONFLICT).says("没有同意登出来");
        let body = json!({ "title": "路灯", "text": "路灯坏了" });
        let call = town.call(&town.manager, ("PUT", &format!("{CALLS}/{id}/public")), body).await;
        assert_eq!(call.is(StatusCode::CONFLICT).json()["type"], "/problems/opinion-not-public");
        town.send(&town.clerk, &format!("{DESK}/{id}/public"), &form).await.is(StatusCode::NOT_FOUND);
        let hide = town.send(&town.manager, &format!("{DESK}/{id}/hiding"), &[("reason", "不合适")]).await;
        hide.is(StatusCode::CONFLICT);
    }
}
