//! Words and pages.
use kernel::refusal::Refusal as _;
use kernel::view::View;
use kernel::words::Lang;

use super::at;
use super::town::{tables, texts};
use crate::games::rules::{Band, NoGame};
use crate::rules::Refusal;

#[tokio::test]
async fn every_page_is_drawn_in_both_languages_without_a_missing_text() {
    let town = kernel::testing::on_sqlite(&tables(), &texts());
    for lang in [Lang::Zh, Lang::En] {
        let all = crate::games::samples(&View::plain(&town, lang));
        assert!(all.len() > 25);
        for (name, html) in all {
            assert!(html.starts_with("<!DOCTYPE html>"), "{name}");
            let shown = html.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            let keys: Vec<&str> =
                shown.filter(|t| t.contains("games-") || t.contains("venues-") || t.contains("{ $")).collect();
            assert!(keys.is_empty(), "{name} shows {keys:?}");
        }
    }
}

#[tokio::test]
async fn nobody_reads_more_than_a_surname_and_outsiders_nothing_of_a_game_that_is_closed() {
    let town = kernel::testing::on_sqlite(&tables(), &texts());
    let all = crate::games::samples(&View::plain(&town, Lang::Zh));
    for (name, html) in &all {
        assert!(!html.contains("罗生贵") && !html.contains("生贵"), "{name} shows a whole name");
    }
    let page = |wanted: &str| all.iter().find(|(name, _)| name == wanted).map(|(_, html)| html.as_str());
    let closed = page("game-Filled-out");
    assert!(closed.is_some_and(|html| !html.contains("马先生</") && html.contains("现在不能加入")));
    // Somebody who is kept apart reads exactly what everybody reads of a game that is full.
    assert_eq!(page("game-kept-out"), closed);
}

#[tokio::test]
async fn every_refusal_says_why() {
    let town = kernel::testing::on_sqlite(&tables(), &texts());
    let band = Band::From13;
    let all = [
        NoGame::Room(Refusal::Taken),
        NoGame::NotForGames,
        NoGame::NotOpen,
        NoGame::Elsewhere,
        NoGame::WithGuardian,
        NoGame::ForMinors { band },
        NoGame::OtherAges { band },
        NoGame::ForAdults,
        NoGame::FewerLeft { left: 1 },
        NoGame::Party { from: 2, to: 4 },
        NoGame::TooLateToLeave { until: at(19, 0) },
        NoGame::OwnGame,
        NoGame::TooFew { least: 2 },
        NoGame::NotNow,
        NoGame::EnoughTimes { most: 10 },
    ];
    for lang in [Lang::Zh, Lang::En] {
        let v = View::plain(&town, lang);
        for refusal in &all {
            let said = refusal.say(&v).what;
            let words = !said.contains("games-") && !said.contains("venues-") && !said.contains('$');
            assert!(words && said.chars().count() > 5, "{refusal:?}: {said}");
        }
    }
}
