//! A survey from its seed to its result, by the pages.
use axum::http::StatusCode;

use super::{DESK, codes_of, pasted};
use crate::tests::towns;

const NEW: [(&str, &str); 9] = [
    ("once", "a"),
    ("opens_on", "2026-06-27"),
    ("closes_on", "2026-07-11"),
    ("wanted", "60"),
    ("band_1", "18–59 岁"),
    ("people_1", "3,000"),
    ("band_2", "60 岁以上"),
    ("people_2", "1000"),
    ("source", "2025 年统计年报"),
];

/// With one field otherwise.
fn new<'f>(field: &'f str, typed: &'f str) -> Vec<(&'f str, &'f str)> {
    NEW.iter().copied().map(|(name, value)| if name == field { (field, typed) } else { (name, value) }).collect()
}

#[tokio::test]
async fn a_manager_sees_a_survey_through() {
    for town in towns().await {
        let me = &town.manager;
        town.get(Some(me), DESK).await.is(StatusCode::OK).says("现在没有调查");
        let made = town.send(me, &format!("{DESK}/new"), &NEW).await;
        let again = town.send(me, &format!("{DESK}/new"), &NEW).await;
        assert_eq!(
            (made.is(StatusCode::SEE_OTHER).to.as_str(), again.status),
            (again.to.as_str(), StatusCode::SEE_OTHER)
        );
        let one = made.to.split('?').next().unwrap_or_default().to_owned();
        town.get(Some(me), &made.to).await.says("种子的指纹公布了").says("还没有名单").hushes("现在抽");

        let list = pasted(90);
        town.send(me, &format!("{one}/list"), &[("once", "l"), ("list", &list)]).await.is(StatusCode::SEE_OTHER);
        town.get(Some(me), &one).await.says("名单有 90 户").says("从 90 户里抽 60 户");
        town.send(me, &format!("{one}/draw"), &[("once", "d")]).await.is(StatusCode::SEE_OTHER);
        town.send(me, &format!("{one}/draw"), &[("once", "d")]).await.is(StatusCode::SEE_OTHER);
        town.send(me, &format!("{one}/draw"), &[("once", "e")]).await.is(StatusCode::CONFLICT).says("现在不能这样做");
        let visits = town.get(Some(me), &format!("{one}/households")).await;
        assert_eq!(visits.is(StatusCode::OK).body.matches("<tr><td>").count(), 60);
        let sheet = town.get(Some(me), &format!("{one}/draw.json")).await;
        assert!(crate::rules::households::verify(&sheet.body).is_ok_and(|found| found.differs.is_empty()));

        let sheets = town.send(me, &format!("{one}/ballots"), &[("once", "p"), ("n", "40")]).await;
        let codes = codes_of(&sheets.is(StatusCode::OK).body);
        assert_eq!(codes.len(), 40);
        sheets.says("Overall, how satisfied").says("总的来说").says("60 岁以上").says("7月11日").says("11 July");
        let reloaded = town.send(me, &format!("{one}/ballots"), &[("once", "p"), ("n", "40")]).await;
        reloaded.is(StatusCode::CONFLICT).says("给出过一次");
        town.send(me, &format!("{one}/empty"), &[("once", "n"), ("empty", "4")]).await.is(StatusCode::SEE_OTHER);
        town.answer_all(&codes).await;
        town.get(Some(me), &one).await.says("56 户").says("40 张票").says("71%（59%–82%）");

        town.later(15).await;
        let result = town.get(Some(me), &one).await;
        result.says("平均数，0 到 10").says("71%（59%–82%）").says("60 岁以上").hushes("出票").hushes("现在抽");
        town.get(Some(me), DESK).await.says("看结果").says("现在没有调查");
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_survey_or_its_list_is_said_and_what_was_typed_stays() {
    for town in towns().await {
        let (me, path) = (&town.manager, format!("{DESK}/new"));
        for (field, typed) in [("opens_on", "明天"), ("closes_on", "2026-06-27"), ("wanted", "9"), ("source", "")] {
            let page = town.send(me, &path, &new(field, typed)).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(&format!("id=\"p-{field}\"")).says("value=\"3,000\"");
        }
        let page = town.send(me, &path, &new("people_2", "很多")).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("第 2 段年龄不行").says("value=\"很多\"");
        let one = town.send(me, &path, &NEW).await.to.split('?').next().unwrap_or_default().to_owned();
        town.send(me, &path, &new("once", "b")).await.is(StatusCode::CONFLICT).says("还没结束");
        let list = |list: String| {
            let (town, path) = (&town, format!("{one}/list"));
            async move { town.send(me, &path, &[("once", "l"), ("list", &list)]).await }
        };
        list("东村,一社 3 号,祁海燕".into())
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("不对的行：1")
            .says("祁海燕");
        list(format!("村,住处\n\n{}骆驼堡村,一社 3 号\n", pasted(40)))
            .await
            .is(StatusCode::CONFLICT)
            .says("第 5 行和第 43 行");
        list(pasted(29)).await.is(StatusCode::CONFLICT).says("至少要有 30 户");
        list(pasted(59)).await.is(StatusCode::SEE_OTHER);
        let draw = town.send(me, &format!("{one}/draw"), &[("once", "d")]).await;
        draw.is(StatusCode::CONFLICT).says("名单只有 59 户");
        town.sound().await;
    }
}

#[tokio::test]
async fn ballots_are_taken_back_and_printed_anew() {
    for town in towns().await {
        let (me, one) = (&town.manager, format!("{DESK}/{}", town.draws().await));
        let print = format!("{one}/ballots");
        town.send(me, &print, &[("once", "a"), ("n", "501")])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("1 到 500");
        town.send(me, &print, &[("once", "a"), ("n", "61")]).await.is(StatusCode::CONFLICT).says("最多还能打 60 张");
        let lost = codes_of(&town.send(me, &print, &[("once", "b"), ("n", "60")]).await.body);
        town.get(Some(me), &one).await.says("还能打 0 张").hushes("出票");
        town.send(me, &format!("{one}/taken-back"), &[("once", "c")]).await.is(StatusCode::SEE_OTHER);
        let anew = codes_of(&town.send(me, &print, &[("once", "d"), ("n", "60")]).await.body);
        assert!(anew.len() == 60 && anew.iter().all(|code| !lost.contains(code)));
        town.sound().await;
    }
}

#[tokio::test]
async fn no_browser_keeps_the_codes() {
    for town in towns().await {
        let one = format!("{DESK}/{}", town.draws().await);
        let sheets = town.pressed(&format!("{one}/ballots"), "once=a&n=3").await;
        assert_eq!(sheets.status(), StatusCode::OK);
        assert_eq!(sheets.headers()["cache-control"], "private, no-store");
    }
}

#[tokio::test]
async fn clerks_and_strangers_manage_nothing() {
    for town in towns().await {
        let one = format!("{DESK}/{}", town.draws().await);
        town.get(Some(&town.clerk), DESK).await.is(StatusCode::OK).says("录入纸票").hushes("看这次调查");
        for path in [
            format!("{DESK}/new"),
            one.clone(),
            format!("{one}/list"),
            format!("{one}/households"),
            format!("{one}/draw.json"),
        ] {
            town.get(Some(&town.clerk), &path).await.is(StatusCode::NOT_FOUND);
            town.get(None, &path).await.is(StatusCode::UNAUTHORIZED);
        }
        for below in ["draw", "ballots", "taken-back", "empty"] {
            let form = [("once", "a"), ("n", "1"), ("empty", "1")];
            town.send(&town.clerk, &format!("{one}/{below}"), &form).await.is(StatusCode::NOT_FOUND);
        }
    }
}
