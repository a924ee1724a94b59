//! What a station decides: categories, clocks, templates, and the rest.
use serde_json::json;

use super::*;

#[tokio::test]
async fn categories_have_clocks_and_a_change_holds_for_what_is_open() {
    for town in towns().await {
        let id = town.left("路灯坏了").await;
        town.give(id, &town.clerk).await;
        let due = async || town.get(&town.clerk, &format!("{CALLS}/{id}")).await.json()["due"]["on"].clone();
        let before = due().await;
        let roads = town.category("roads").await;
        let page = format!("{DESK}/categories/{roads}");
        town.get(&town.manager, &format!("{DESK}/categories")).await.says("道路出行").says("15 个工作日答复");
        town.get(&town.manager, &page).await.says("道路出行");
        let wrong = [("slug", "roads"), ("name_zh", "道路"), ("screen_days", "9"), ("answer_days", "3")];
        town.send(&town.manager, &page, &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("不能比看完的少");
        let odd = [("slug", "道路"), ("name_zh", ""), ("screen_days", "0"), ("answer_days", "x")];
        town.send(&town.manager, &page, &odd).await.says("请写 1 到 30").says("请写 1 到 90").says("只能用小写字母");
        let right = [("slug", "roads"), ("name_zh", "道路"), ("screen_days", "1"), ("answer_days", "3")];
        town.send(&town.manager, &page, &right).await.is_kept();
        assert!(due().await.as_str() < before.as_str());
        let taken = [("slug", "safety"), ("name_zh", "安全"), ("screen_days", "1"), ("answer_days", "3")];
        town.send(&town.manager, &format!("{DESK}/categories/new"), &taken).await.is(StatusCode::CONFLICT).says("代号");
        let body = json!({ "slug": "noise", "name_zh": "噪声", "screen_days": 1, "answer_days": 7 });
        let added = town.call(&town.manager, ("POST", &format!("{CALLS}/categories")), body.clone()).await;
        added.is(StatusCode::CREATED).says("噪声");
        let retired =
            json!({ "slug": "roads", "name_zh": "道路", "screen_days": 1, "answer_days": 3, "retired": true });
        town.call(&town.manager, ("PUT", &format!("{CALLS}/categories/{roads}")), retired).await.is(StatusCode::OK);
        let other = town.left("水沟堵了").await;
        let refused = town.send(&town.manager, &format!("{DESK}/{other}/screening"), &[("category", &roads)]).await;
        refused.is(StatusCode::CONFLICT).says("已经停用了");
        town.call(&town.clerk, ("POST", &format!("{CALLS}/categories")), body).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_template_is_added_to_the_answer() {
    for town in towns().await {
        let form = [("title", "已修好"), ("text", "已经修好，请您看看。")];
        town.send(&town.manager, &format!("{DESK}/templates/new"), &form).await.is_kept();
        town.send(&town.manager, &format!("{DESK}/templates/new"), &[("title", "空")])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY);
        let all = town.get(&town.manager, &format!("{CALLS}/templates")).await.json();
        let template = all["templates"][0]["id"].as_str().unwrap().to_owned();
        let id = town.left("路灯坏了").await;
        town.give(id, &town.clerk).await;
        town.send(&town.clerk, &format!("{DESK}/{id}/beginnings"), &[]).await.is_kept();
        town.get(&town.clerk, &format!("{DESK}/{id}")).await.says("已修好").hushes("已经修好，请您看看。</textarea>");
        let answers = format!("{DESK}/{id}/answers");
        let filled = town.send(&town.clerk, &answers, &[("answer", ""), ("template", &template)]).await;
        filled.is(StatusCode::OK).says(">已经修好，请您看看。</textarea>");
        // What was typed stays above it; and nothing was answered yet.
        let added = town.send(&town.clerk, &answers, &[("answer", "您好。"), ("template", &template)]).await;
        added.is(StatusCode::OK).says(">您好。\n已经修好，请您看看。</textarea>");
        assert_eq!(town.seen(id).await.state, crate::rules::State::Working);
        // Whoever finds the field folded away sees what the template has filled in.
        let unfolded = town.send(&town.manager, &answers, &[("template", &template)]).await;
        unfolded.says("<details open><summary>答复</summary>");
        let one = format!("{DESK}/templates/{template}");
        town.send(&town.manager, &one, &[("title", "修好"), ("text", "好了")]).await.is_kept();
        town.get(&town.manager, &one).await.says("好了");
        town.send(&town.manager, &format!("{one}/removal"), &[]).await.is_kept();
        town.get(&town.manager, &one).await.is(StatusCode::NOT_FOUND);
        let form = json!({ "title": "再看", "text": "我们再去看看。" });
        town.call(&town.manager, ("POST", &format!("{CALLS}/templates")), form.clone()).await.is(StatusCode::CREATED);
        town.call(&town.clerk, ("POST", &format!("{CALLS}/templates")), form).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn whom_to_turn_to_and_how_long_texts_stay() {
    for town in towns().await {
        let few = town.send(&town.manager, &format!("{DESK}/setting"), &[("keep_days", "9")]).await;
        few.is(StatusCode::UNPROCESSABLE_ENTITY).says("请写 90 到 1095");
        let form = [("oversight_zh", "区纪委监委，打 12388"), ("keep_days", "180")];
        town.send(&town.manager, &format!("{DESK}/setting"), &form).await.is_kept();
        let kept = town.get(&town.manager, &format!("{CALLS}/setting")).await.json();
        assert_eq!((&kept["oversight_zh"], &kept["keep_days"]), (&json!("区纪委监委，打 12388"), &json!(180)));
        // Where all who run the station are named, nobody there sees it, and that is whom they are told to turn to.
        let about = [MANAGER, OTHER_MANAGER].map(|n| crate::rules::Choice::Person(n.into())).to_vec();
        let id = town.leave(New { about, ..said("路灯坏了") }).await.id;
        for worker in [&town.manager, &town.other_manager, &town.clerk] {
            town.get(worker, &format!("{DESK}/{id}")).await.is(StatusCode::NOT_FOUND);
            town.get(worker, &format!("{DESK}?show=all")).await.hushes("路灯");
        }
        let seen = town.seen(id).await;
        assert!(seen.sealed_for_station);
        assert_eq!(seen.oversight.0, "区纪委监委，打 12388");
        let body = json!({ "oversight_zh": "", "oversight_en": "", "keep_days": 365 });
        town.call(&town.manager, ("PUT", &format!("{CALLS}/setting")), body.clone()).await.is(StatusCode::OK);
        town.call(&town.clerk, ("PUT", &format!("{CALLS}/setting")), body).await.is(StatusCode::NOT_FOUND);
    }
}
