//! Every page in both languages, and the page that a machine keeps.
use kernel::view::View;
use kernel::words::{self, Lang};

use super::*;

#[test]
fn every_page_is_drawn_in_both_languages() {
    assert_eq!(words::keys(crate::DESK_TEXTS.zh), words::keys(crate::DESK_TEXTS.en));
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
        let all = crate::desk::samples(&v).expect("the samples can be drawn");
        assert!(all.len() >= 30, "{}", all.len());
        for (name, page) in &all {
            assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
            let mut shown = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            let is_key = |text: &&str| ["library-", "stations-", "page-", "{ $"].iter().any(|k| text.contains(k));
            assert_eq!(shown.find(is_key), None, "{name} shows a key");
            assert!(!page.contains("=\"library-desk-"), "{name} has a key for a value");
            for odd in [" style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
            let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|p| p.split('"').next()).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count, "{name} has an id twice");
            let first = page.matches(" autofocus").count();
            assert!(first <= 1, "{name} puts the cursor in {first} places");
        }
    }
}

#[tokio::test]
async fn the_page_that_a_machine_keeps_names_no_reader() {
    for counter in counters().await {
        let hare = counter.hare().await;
        counter.lends(&counter.room.luo, &hare).await;
        let page = counter.get(DESK).await;
        page.says("data-log=\"/api/v1/stations/sanhe/desk/library/log\"").says("id=\"counter\"").says("data-counts");
        page.says("data-worker=\"/s/sanhe/desk/library-worker.js\"").hushes("罗大爷").hushes("name=\"held\"");
        let worker = counter.get("/s/sanhe/desk/library-worker.js").await;
        worker.is(StatusCode::OK).says("registration.scope");
        assert_eq!(worker.header(header::CACHE_CONTROL), "no-cache");
        assert!(worker.header(header::CONTENT_TYPE).starts_with("text/javascript"));
    }
}

#[tokio::test]
async fn nobody_but_staff_finds_the_counter() {
    for counter in counters().await {
        for path in ["", "/holds", "/overdue", "/tasks", "/settings"] {
            let answer = counter.ask("nobody", Request::get(format!("{DESK}{path}")), String::new()).await;
            answer.is(StatusCode::UNAUTHORIZED);
        }
        let path = format!("{DESK}/reader");
        counter.send_as("nobody", &path, &[("reader", &counter.room.luo.card)]).await.is(StatusCode::UNAUTHORIZED);
        counter.send_as(&counter.clerk, &path, &[("reader", &counter.room.luo.card)]).await.says("罗大爷");
    }
}
