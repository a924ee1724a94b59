//! "Did somebody tell you what to say?"
use axum::http::StatusCode;

use super::*;
use crate::rules::tips::ByWhom;

impl Square {
    async fn told(&self, id: SurveyId) -> u64 {
        let at = self.0.station.id;
        self.0.house.db.read(move |c: &mut Conn| crate::store::tips::how_many(c, at, id)).await.unwrap()
    }
}

#[tokio::test]
async fn it_is_told_without_a_name_and_a_second_tap_counts_once() {
    for square in squares().await {
        let (id, _) = square.0.asks().await;
        let page = square.looks(&format!("{SURVEY}/tip"), "").await;
        page.is(StatusCode::OK).says("不用写名字");
        let once = page.hidden("once").to_owned();
        for _ in 0..2 {
            let done = square.sends(&format!("{SURVEY}/tip"), "", &[("once", &once), ("by", "village")]).await;
            assert_eq!(done.to(), "/s/sanhe/survey/tip?told=1");
        }
        assert_eq!(square.told(id).await, 1);
        let nobody = square.sends(&format!("{SURVEY}/tip"), "", &[("once", "b"), ("by", "neighbour")]).await;
        nobody.is(StatusCode::UNPROCESSABLE_ENTITY).says("选一个");
        for by in ByWhom::ALL {
            square.sends(&format!("{SURVEY}/tip"), "", &[("once", by.word()), ("by", by.word())]).await.to();
        }
        assert_eq!(square.told(id).await, 5);
        square.looks(&format!("{SURVEY}/thanks"), "").await.says("有人教您怎么答吗");
        assert!(!square.0.dump().await.iter().any(|row| row.starts_with("idempotency")));
    }
}

#[tokio::test]
async fn nobody_tells_a_hundred_times() {
    for square in squares().await {
        let (id, _) = square.0.asks().await;
        let mut stopped = 0;
        for n in 0..60 {
            let form = [("once", n.to_string()), ("by", "other".to_owned())];
            let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
            let answer = square.sends(&format!("{SURVEY}/tip"), "", &form).await;
            stopped += u64::from(answer.status == StatusCode::TOO_MANY_REQUESTS);
        }
        assert!(stopped > 10, "{stopped}");
        assert_eq!(square.told(id).await, 60 - stopped);
    }
}

#[tokio::test]
async fn while_nothing_is_asked_there_is_nothing_to_tell() {
    for square in squares().await {
        square
            .looks(&format!("{SURVEY}/tip"), "")
            .await
            .is(StatusCode::OK)
            .hushes("<form method=\"post\" action=\"/s/sanhe/survey/tip\"");
        square.looks(&format!("{SURVEY}/thanks"), "").await.hushes("name=\"by\"");
        let no = square.sends(&format!("{SURVEY}/tip"), "", &[("once", "a"), ("by", "other")]).await;
        no.is(StatusCode::CONFLICT).says("今天没有调查");
    }
}
