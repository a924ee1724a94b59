//! A ballot, a phone, one question.
use axum::http::{StatusCode, header};

use super::*;

#[tokio::test]
async fn a_scanned_ballot_is_answered_with_three_taps_and_leaves_no_trace() {
    for square in squares().await {
        let (id, codes) = square.0.asks().await;
        let code = codes[0].text();
        let page = square.looks(&format!("{SURVEY}?ballot={code}"), "").await;
        page.is(StatusCode::OK).says("有多满意").says(&format!("value=\"{code}\"")).says("18–59 岁");
        assert_eq!(page.body.matches("name=\"score\"").count(), 11);
        assert_eq!(page.header(header::CACHE_CONTROL), "private, no-store");
        assert_eq!(page.header(header::REFERRER_POLICY), "strict-origin");
        let form = [("code", code.as_str()), ("score", "7"), ("band", "1"), ("once", "a press")];
        for _ in 0..2 {
            let done = square.sends(SURVEY, "", &form).await;
            assert_eq!(
                (done.to(), done.body.as_str()),
                ("/s/sanhe/survey/thanks", ""),
                "a second tap is told the same"
            );
        }
        square.looks(&format!("{SURVEY}/thanks"), "").await.says("谁也查不出来").hushes(&code).hushes("checked");
        assert_eq!((square.0.answered(id).await, square.modes(id).await), (1, vec![(Mode::Phone, 1)]));
        // Another press with the same code is refused alike, whatever it says: nobody finds an answer by trying.
        let same = square.sends(SURVEY, "", &[("code", &code), ("score", "7"), ("band", "1")]).await;
        same.is(StatusCode::CONFLICT);
        let other = square.sends(SURVEY, "", &[("code", &code), ("score", "8"), ("band", "1"), ("once", "b")]).await;
        other.is(StatusCode::CONFLICT).says("用过了").says(&format!("value=\"{code}\""));
        square.keeps_no(&code).await;
        square.0.sound().await;
    }
}

#[tokio::test]
async fn looking_does_not_tell_a_good_code_from_a_bad_one() {
    for square in squares().await {
        let (_, codes) = square.0.asks().await;
        let never = crate::rules::ballot::Code::draw(&kernel::chance::Chance::seeded(1)).text();
        let code = codes[0].text();
        square.sends(SURVEY, "", &[("code", &code), ("score", "7"), ("band", "1")]).await.to();
        let mut seen = vec![];
        for code in [&code, &codes[1].text(), &never] {
            let page = square.looks(&format!("{SURVEY}?ballot={code}"), "").await;
            let (before, token) = page.body.split_once("name=\"once\" value=\"").expect("a token");
            let (_, after) = token.split_once('"').expect("its end");
            seen.push(format!("{before}{after}").replace(code.as_str(), "…"));
        }
        assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "the pages differ");
        for spent in [&code, &never] {
            let no = square.sends(SURVEY, "", &[("code", spent), ("score", "6"), ("band", "0")]).await;
            no.is(StatusCode::CONFLICT).says("用过了，或者不是我们打的");
        }
    }
}

#[tokio::test]
async fn what_is_misread_or_left_out_is_said_and_what_was_typed_stays() {
    for square in squares().await {
        let (id, codes) = square.0.asks().await;
        let code = codes[0].text();
        let short: String = code.chars().take(9).collect();
        for (code, score, band, said) in [
            (short.as_str(), "7", "1", "十个字"),
            ("0123456789", "7", "1", "没有这样的字"),
            (code.as_str(), "", "1", "选 0 到 10"),
            (&code, "7", "2", "选一个年龄段"),
            ("\u{0}'; --", "7", "1", "十个字"),
        ] {
            let page = square.sends(SURVEY, "", &[("code", code), ("score", score), ("band", band)]).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(said);
            if score == "7" {
                page.says("name=\"score\" value=\"7\" checked");
            }
        }
        let typed = square.sends(SURVEY, "", &[("code", &code), ("score", ""), ("band", "")]).await;
        typed.is(StatusCode::OK).says(&code).hushes("role=\"alert\"");
        let far = square.0.progress(id).await;
        assert_eq!((far.answered, far.unspent), (0, 60), "nothing is spent");
    }
}

#[tokio::test]
async fn whoever_guesses_is_stopped_and_whoever_looks_is_not() {
    for square in squares().await {
        let (id, codes) = square.0.asks().await;
        let chance = kernel::chance::Chance::seeded(2);
        let mut stopped = 0;
        for _ in 0..70 {
            let guess = crate::rules::ballot::Code::draw(&chance).text();
            let no = square.sends(SURVEY, "", &[("code", &guess), ("score", "10"), ("band", "0")]).await;
            stopped += usize::from(no.status == StatusCode::TOO_MANY_REQUESTS);
        }
        assert!((5..=10).contains(&stopped), "{stopped} of 70 guesses were stopped");
        let code = codes[0].text();
        let call = serde_json::json!({ "code": code, "score": 10, "band": 0 });
        square.calls(&format!("{CALLS}/answers"), "", call).await.is(StatusCode::TOO_MANY_REQUESTS);
        square.looks(SURVEY, "").await.is(StatusCode::OK);
        assert_eq!(square.0.answered(id).await, 0);
    }
}
