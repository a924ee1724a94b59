//! The screen in the hall: the code first, then the question, then the next person.
use axum::http::StatusCode;

use super::*;

#[tokio::test]
async fn only_the_machine_shows_the_machines_ballot() {
    for square in squares().await {
        let (id, codes) = square.0.asks().await;
        let code = codes[0].text();
        let shut = square.looks(KIOSK, "").await;
        shut.is(StatusCode::FORBIDDEN).says("大厅的屏幕").says("href=\"/s/sanhe/survey\"").hushes("name=\"code\"");
        let form = [("code", code.as_str()), ("score", "7"), ("band", "1")];
        square.sends(KIOSK, "", &form).await.is(StatusCode::FORBIDDEN);
        square.sends(&format!("{KIOSK}/tip"), "", &[("by", "village")]).await.is(StatusCode::FORBIDDEN);
        assert_eq!(square.0.answered(id).await, 0);
        assert!(square.0.dump_of("survey_tips").await.is_empty());
    }
}

#[tokio::test]
async fn a_scanner_types_the_code_and_the_question_comes_next() {
    for square in squares().await {
        let (id, codes) = square.0.asks().await;
        let code = codes[0].text();
        let start = square.looks(KIOSK, OPENED).await;
        start.is(StatusCode::OK).says("autofocus").says("data-care").says("data-leave").hushes("name=\"score\"");
        start.says("120;url=/s/sanhe/kiosk");
        // The picture on the ballot is an address; the scanner types all of it and presses Enter.
        let scanned = format!("https://example.org{SURVEY}?ballot={code}");
        let question = square.sends(KIOSK, OPENED, &[("code", &scanned)]).await;
        question.is(StatusCode::OK).says("有多满意").hushes("role=\"alert\"");
        assert_eq!(question.hidden("code"), code);
        let missing = square.sends(KIOSK, OPENED, &[("code", &code), ("band", "0")]).await;
        missing.is(StatusCode::UNPROCESSABLE_ENTITY).says("选 0 到 10");
        assert_eq!(missing.hidden("code"), code);
        let done = square.sends(KIOSK, OPENED, &[("code", &code), ("score", "0"), ("band", "0")]).await;
        assert_eq!(done.to(), "/s/sanhe/kiosk/survey/thanks");
        let thanks = square.looks(done.to(), OPENED).await;
        thanks.says("谢谢您").says("data-leave").hushes(&code);
        assert_eq!(square.modes(id).await, [(Mode::Kiosk, 1)]);
        square.looks(KIOSK, OPENED).await.hushes(&code).hushes("checked");
        square.keeps_no(&code).await;
    }
}

#[tokio::test]
async fn a_code_that_does_not_do_is_asked_for_again() {
    for square in squares().await {
        let (_, codes) = square.0.asks().await;
        let code = codes[0].text();
        let wrong = square.sends(KIOSK, OPENED, &[("code", "ABC")]).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says("十个字").hushes("name=\"score\"");
        square.sends(KIOSK, OPENED, &[("code", &code), ("score", "3"), ("band", "1")]).await.to();
        let spent = square.sends(KIOSK, OPENED, &[("code", &code), ("score", "4"), ("band", "1")]).await;
        spent.is(StatusCode::CONFLICT).says("用过了").says("id=\"f-code\"").hushes("name=\"score\"");
    }
}

#[tokio::test]
async fn the_machine_takes_a_tip_too() {
    for square in squares().await {
        square.0.asks().await;
        let done = square.sends(&format!("{KIOSK}/tip"), OPENED, &[("by", "official"), ("once", "a")]).await;
        assert_eq!(done.to(), "/s/sanhe/kiosk/survey/tip?told=1");
        square.looks(done.to(), OPENED).await.says("记下了").says("data-leave");
        assert_eq!(square.0.dump_of("survey_tips").await.len(), 1);
    }
}
