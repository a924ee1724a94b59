use super::*;
use crate::tests::towns;

#[tokio::test]
async fn everybody_reads_the_page_and_what_is_too_few_is_said_so() {
    for town in towns().await {
        let (status, empty) = get(&town, "/s/sanhe/measure").await;
        assert_eq!(status, StatusCode::OK);
        assert!(empty.contains("还没有人来过") && empty.contains("还没有说过的时间"), "{empty}");
        for _ in 0..4 {
            visit(&town, Outcome::Done).await;
        }
        later(&town, 24).await;
        let (_, few) = get(&town, "/s/sanhe/measure?month=2026-06").await;
        assert!(few.contains("太少，说不准：4 次来访"), "{few}");
        for _ in 0..8 {
            visit(&town, Outcome::Done).await;
        }
        visit(&town, Outcome::PaperMissing).await;
        later(&town, 24).await;
        let (_, page) = get(&town, "/s/sanhe/measure").await;
        assert!(page.contains("13 里有 1") && page.contains("13 次来访里"), "{page}");
        // Another month, and what is none.
        assert!(get(&town, "/s/sanhe/measure?month=2026-05").await.1.contains("还没有人来过"));
        assert!(get(&town, "/s/sanhe/measure?month=x").await.1.contains("13 次来访里"));
    }
}

#[tokio::test]
async fn programs_get_the_same_figures_and_days_that_are_none_are_refused() {
    for town in towns().await {
        for _ in 0..12 {
            visit(&town, Outcome::Done).await;
        }
        later(&town, 24).await;
        let api = "/api/v1/stations/sanhe/measure";
        let (status, body) = get(&town, &format!("{api}?from=2026-06-01&until=2026-07-01")).await;
        assert_eq!(status, StatusCode::OK);
        let figures = json(&body)["figures"].as_array().expect("figures").clone();
        let all = figures.iter().find(|f| f["figure"] == "wasted-trips" && f["part"] == "all").expect("trips");
        assert_eq!((all["n"].as_u64(), all["value"].as_f64(), all["count"].as_u64()), (Some(12), Some(0.0), Some(0)));
        assert!(all["high"].as_f64().is_some_and(|high| high > 20.0), "nobody of twelve is not nobody at all");
        for odd in [
            "from=2026-06-31",
            "from=20260601",
            "from=2026-07-01&until=2026-06-01",
            "from=2024-01-01&until=2026-07-01",
            "from=-009999-01-01&until=-009999-02-01",
        ] {
            assert_eq!(get(&town, &format!("{api}?{odd}")).await.0, StatusCode::UNPROCESSABLE_ENTITY, "{odd}");
        }
        // The file has a row for each of them.
        let (_, file) = get(&town, "/s/sanhe/measure.csv?month=2026-06").await;
        let lines: Vec<&str> = file.lines().collect();
        assert_eq!(lines.len(), figures.len() + 1);
        assert_eq!(lines[0], "station,from,until,figure,part,unit,value,low,high,count,n");
        assert!(lines[1].starts_with("sanhe,2026-06-01,2026-07-01,wasted-trips,all,per100,0.00,0.00,"), "{}", lines[1]);
    }
}

#[test]
fn every_page_has_a_sample_in_both_languages() {
    let house = kernel::testing::on_sqlite(&[], &[vec![kernel::TEXTS], stations::texts(), crate::texts()].concat());
    for lang in [kernel::words::Lang::Zh, kernel::words::Lang::En] {
        let v = kernel::view::View::plain(&house, lang);
        let samples = super::super::samples(&v).expect("the samples can be drawn");
        assert_eq!(samples.len(), 4);
        for (name, page) in samples {
            let page = page.replace("/assets/", "").replace("/measure", "");
            for odd in ["measure-", "errands-", "ratings-", " style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}: {page}");
            }
        }
    }
}
