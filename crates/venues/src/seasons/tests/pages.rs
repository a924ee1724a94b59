//! Words and pages.
use kernel::refusal::Refusal as _;
use kernel::view::View;
use kernel::words::Lang;

use super::town::{tables, texts};
use crate::seasons::rules::NoSeason;

#[tokio::test]
async fn every_page_is_drawn_in_both_languages_without_a_missing_text() {
    let town = kernel::testing::on_sqlite(&tables(), &texts());
    for lang in [Lang::Zh, Lang::En] {
        let all = crate::seasons::samples(&View::plain(&town, lang));
        assert!(all.len() > 12);
        for (name, html) in all {
            assert!(html.starts_with("<!DOCTYPE html>"), "{name}");
            let shown = html.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            let keys: Vec<&str> =
                shown.filter(|t| t.contains("seasons-") || t.contains("venues-") || t.contains("{ $")).collect();
            assert!(keys.is_empty(), "{name} shows {keys:?}");
        }
    }
}

#[tokio::test]
async fn every_refusal_says_why() {
    let town = kernel::testing::on_sqlite(&tables(), &texts());
    let (at, line) = (town.now(), 1);
    let all = [
        NoSeason::Closed { since: at },
        NoSeason::StillOpen { until: at },
        NoSeason::NotNow,
        NoSeason::Wishes { most: 10 },
        NoSeason::Wants { most: 2 },
        NoSeason::NoSuchSlot { number: 1 },
        NoSeason::WishedTwice { number: 1 },
        NoSeason::Size { number: 1, from: 1, to: 4 },
        NoSeason::NotTheirs,
        NoSeason::TheirsAlready,
        NoSeason::Full { number: 1 },
        NoSeason::NoSuchOwner,
        NoSeason::NoOffering { line },
        NoSeason::Shared { line },
        NoSeason::OffGrid { line, grid: 30, shortest: 30, longest: 120 },
        NoSeason::OverMidnight { line },
        NoSeason::Overlap { line, other: 2 },
        NoSeason::NoSlots { most: 200 },
        NoSeason::Dates,
    ];
    for lang in [Lang::Zh, Lang::En] {
        let v = View::plain(&town, lang);
        for refusal in &all {
            let said = refusal.say(&v).what;
            assert!(!said.contains("seasons-") && !said.contains("{ $"), "{said}");
        }
    }
}
