//! Answers that are typed in.
use axum::http::StatusCode;

use super::DESK;
use crate::rules::flags::Mode;
use crate::tests::towns;

#[tokio::test]
async fn a_clerk_types_in_a_ballot_and_the_form_comes_back_empty() {
    for town in towns().await {
        let (id, codes) = town.asks().await;
        let (clerk, path) = (&town.clerk, format!("{DESK}/paper"));
        let code = codes[0].to_string().to_lowercase();
        let form = [("code", code.as_str()), ("score", "7"), ("band", "1"), ("once", "a press")];
        for _ in 0..2 {
            let done = town.send(clerk, &path, &form).await;
            assert_eq!(
                (done.is(StatusCode::SEE_OTHER).to.as_str(), done.body.as_str()),
                ("/s/sanhe/desk/survey/paper?kept=answer", "")
            );
        }
        let page = town.get(Some(clerk), &format!("{path}?kept=answer")).await;
        page.says("收到了").hushes(&codes[0].text()).hushes(&code).hushes("checked");
        let other = [("code", code.as_str()), ("score", "8"), ("band", "1"), ("once", "another")];
        town.send(clerk, &path, &other).await.is(StatusCode::CONFLICT).says("用过了");
        assert_eq!(town.answered(id).await, 1, "a second press is one answer");
        assert!(!town.dump().await.iter().any(|row| row.starts_with("idempotency") && row.contains("answer")));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_code_that_was_misread_spends_nothing() {
    for town in towns().await {
        let (id, codes) = town.asks().await;
        let path = format!("{DESK}/paper");
        let mut odd: Vec<char> = codes[0].text().chars().collect();
        odd.swap(0, 1);
        let odd: String = odd.into_iter().collect();
        let short = codes[0].text().chars().take(9).collect::<String>();
        let misread = if odd == codes[0].text() { "颠倒" } else { "抄错了" };
        for (code, score, band, said) in [
            (odd.as_str(), "7", "1", misread),
            (short.as_str(), "7", "1", "十个字"),
            ("0123456789", "7", "1", "没有这样的字"),
            (&codes[0].text(), "11", "1", "选 0 到 10"),
            (&codes[0].text(), "7", "2", "选一个年龄段"),
        ] {
            if code == codes[0].text() && said == "颠倒" {
                continue;
            }
            let form = [("code", code), ("score", score), ("band", band)];
            let page = town.send(&town.clerk, &path, &form).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(said).says(&format!("value=\"{code}\""));
        }
        let far = town.progress(id).await;
        assert_eq!((far.answered, far.unspent), (0, 60));
    }
}

#[tokio::test]
async fn whoever_is_asked_has_the_question_alone_and_nothing_stays_on_the_screen() {
    for town in towns().await {
        let (id, codes) = town.asks().await;
        let (clerk, path) = (&town.clerk, format!("{DESK}/ask"));
        let page = town.get(Some(clerk), &path).await;
        page.is(StatusCode::OK).says("有多满意").says("18–59 岁").hushes("class=\"tabs\"");
        assert_eq!(page.body.matches("name=\"score\"").count(), 11);
        let code = codes[3].text();
        town.send(clerk, &path, &[("code", &code), ("band", "0")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let done = town.send(clerk, &path, &[("code", &code), ("score", "0"), ("band", "0")]).await;
        assert_eq!(done.is(StatusCode::SEE_OTHER).to, "/s/sanhe/desk/survey/ask?kept=answer");
        town.get(Some(clerk), &done.to).await.says("谢谢您").hushes("name=\"score\"").hushes(&code);
        assert_eq!(town.answered(id).await, 1);
        assert_eq!(town.dump_of("survey_hours").await.len(), 1);
        let (at, mode) = (town.station.id, Mode::Interviewer);
        let hours = town.house.db.read(move |c| crate::store::hours::all(c, at, id)).await.unwrap();
        assert!(hours.iter().all(|hour| hour.mode == mode && hour.n == 1), "{hours:?}");
    }
}

#[tokio::test]
async fn while_nothing_is_asked_there_is_nothing_to_type_in() {
    for town in towns().await {
        for below in ["paper", "ask"] {
            let path = format!("{DESK}/{below}");
            assert_eq!(town.get(Some(&town.clerk), &path).await.is(StatusCode::SEE_OTHER).to, DESK);
            town.get(None, &path).await.is(StatusCode::UNAUTHORIZED);
        }
        let form = [("code", "123"), ("score", "7"), ("band", "0")];
        assert_eq!(town.send(&town.clerk, &format!("{DESK}/paper"), &form).await.to, DESK);
    }
}

/// Whoever watches the desk while somebody answers learns that one more came, and no more than that.
#[tokio::test]
async fn while_it_runs_nothing_of_an_answer_or_a_tip_is_seen() {
    for town in towns().await {
        let (id, codes) = town.asks().await;
        for code in &codes[..30] {
            town.answers(code, crate::tests::given(10, 0, Mode::Phone)).await.unwrap();
            town.house.wait(jiff::SignedDuration::from_hours(2));
        }
        crate::acts::tip(&town.house, &town.station, id, crate::rules::tips::ByWhom::Official).await.unwrap();
        let page = town.get(Some(&town.manager), &format!("{DESK}/{id}")).await;
        page.is(StatusCode::OK).says("30 张票").hushes("选了 10").hushes("教的");
        let call = town.get(Some(&town.manager), &format!("{}/{id}", super::CALLS)).await.json();
        assert_eq!(call["flags"], serde_json::json!([]));
        town.later(15).await;
        town.get(Some(&town.manager), &format!("{DESK}/{id}")).await.says("选了 10").says("教的");
    }
}
