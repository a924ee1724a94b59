//! What everybody reads before, while and after a survey is open.
use axum::http::StatusCode;
use kernel::view::View;
use kernel::words::Lang;

use super::*;

async fn on_the_home_page(square: &Square) -> String {
    let house = square.0.house.house();
    let v = View::plain(&house, Lang::Zh);
    let shown = (crate::public::ballot::home_section().render)(house, v, square.0.station.clone()).await;
    shown.expect("drawn").map(|part| part.into_string()).unwrap_or_default()
}

#[tokio::test]
async fn the_home_page_has_it_only_while_answers_are_taken() {
    for square in squares().await {
        assert_eq!(on_the_home_page(&square).await, "");
        square.looks(SURVEY, "").await.is(StatusCode::OK).says("现在没有调查").hushes("name=\"code\"");
        let (h, at) = (&square.0.house, &square.0.station);
        let new = crate::testing::asked(crate::tests::TODAY, crate::tests::LAST, 60);
        crate::acts::make(h, at, new, square.0.by()).await.unwrap();
        square.looks(SURVEY, "").await.says("还没有抽").says("种子的指纹").hushes("name=\"code\"");
        assert_eq!(on_the_home_page(&square).await, "");
    }
    for square in squares().await {
        square.0.asks().await;
        assert!(on_the_home_page(&square).await.contains("href=\"/s/sanhe/survey\""));
        // The night after its last day, before it is closed.
        square.0.house.wait(jiff::SignedDuration::from_hours(24 * 15));
        assert_eq!(on_the_home_page(&square).await, "");
        let late = square.looks(SURVEY, "").await;
        late.says("这次调查结束了").hushes("name=\"code\"");
    }
}

#[tokio::test]
async fn nothing_is_taken_on_other_days() {
    for square in squares().await {
        let (id, codes) = square.0.asks().await;
        square.0.house.wait(jiff::SignedDuration::from_hours(24 * 15));
        let form = [("code", codes[0].text()), ("score", "7".to_owned()), ("band", "1".to_owned())];
        let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
        square.sends(SURVEY, "", &form).await.is(StatusCode::CONFLICT).says("今天没有调查");
        square.sends(KIOSK, OPENED, &form).await.is(StatusCode::CONFLICT);
        assert_eq!(square.0.answered(id).await, 0);
    }
}

#[tokio::test]
async fn a_result_stands_with_its_interval_and_how_many_answered() {
    for square in squares().await {
        let (_, codes) = square.0.asks().await;
        square.0.answer_all(&codes[..9]).await;
        square.looks(SURVEY, "").await.hushes("已经收到").hushes("平均");
        square.0.answer_all(&codes[9..40]).await;
        square.looks(SURVEY, "").await.says("已经收到 40 多张票").hushes("平均 ");
        square.0.later(20).await;
        let page = square.looks(SURVEY, "").await;
        page.says("问了 60 户，40 户回答了，回答率 67%").says("平均 ").says("有九成五的把握");
        let over = square.looks(CALLS, "").await.json()["over"][0].clone();
        let of = |name: &str| over["mean"][name].as_f64().expect("a number");
        assert!(of("low") < of("value") && of("value") < of("high"), "{over}");
        assert_eq!((over["response"]["count"].as_u64(), over["mean"]["n"].as_u64()), (Some(40), Some(40)), "{over}");
    }
}

#[tokio::test]
async fn under_thirty_percent_there_is_no_mean() {
    for square in squares().await {
        let (_, codes) = square.0.asks().await;
        square.0.answer_all(&codes[..17]).await;
        square.0.later(20).await;
        square.looks(SURVEY, "").await.says("60 户，17 户回答了").says("不公布平均数").hushes("平均 ");
        let over = square.looks(CALLS, "").await.json()["over"][0].clone();
        assert!(over["mean"].is_null(), "{over}");
    }
}
