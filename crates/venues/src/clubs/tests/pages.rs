//! Words and pages.
use kernel::refusal::Refusal as _;
use kernel::view::View;
use kernel::words::Lang;

use super::on;
use super::town::{tables, texts};
use crate::clubs::rules::NoClub;
use crate::rules::Refusal;

#[tokio::test]
async fn every_page_is_drawn_in_both_languages_without_a_missing_text() {
    let town = kernel::testing::on_sqlite(&tables(), &texts());
    for lang in [Lang::Zh, Lang::En] {
        let all = crate::clubs::samples(&View::plain(&town, lang));
        assert!(all.len() > 25);
        for (name, html) in all {
            assert!(html.starts_with("<!DOCTYPE html>"), "{name}");
            let shown = html.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            let missing = |t: &&str| ["clubs-", "games-", "venues-", "{ $"].iter().any(|key| t.contains(key));
            let keys: Vec<&str> = shown.filter(missing).collect();
            assert!(keys.is_empty(), "{name} shows {keys:?}");
        }
    }
}

#[tokio::test]
async fn strangers_read_a_surname_and_no_words_that_are_hidden() {
    let town = kernel::testing::on_sqlite(&tables(), &texts());
    let all = crate::clubs::samples(&View::plain(&town, Lang::Zh));
    let page = |wanted: &str| all.iter().find(|(name, _)| name == wanted).map_or("", |(_, html)| html.as_str());
    let stranger = page("club-Nobody-false-false");
    assert!(stranger.contains("马女士") && stranger.contains("12 人") && stranger.contains("一起临帖"));
    for secret in ["学兰", "罗大爷", "豆豆", "带毛毡"] {
        assert!(!stranger.contains(secret), "{secret}");
    }
    for is in ["Nobody", "Member"] {
        let hidden = page(&format!("club-{is}-true-false"));
        assert!(!hidden.contains("一起临帖") && !hidden.contains("临帖小组") && hidden.contains("正在核实"), "{is}");
    }
    let leader = page("club-Leader-true-false");
    assert!(leader.contains("一起临帖") && leader.contains("像是广告"));
    assert!(page("people").contains("罗大爷"));
}

#[tokio::test]
async fn every_refusal_says_why() {
    let town = kernel::testing::on_sqlite(&tables(), &texts());
    let all = [
        NoClub::Room(Refusal::Taken),
        NoClub::Closed,
        NoClub::NameTaken,
        NoClub::EnoughClubs { most: 3 },
        NoClub::Full { most: 300 },
        NoClub::EnoughChildren { most: 4 },
        NoClub::Leads,
        NoClub::NoLeader,
        NoClub::NotAsked,
        NoClub::EnoughNotices { most: 3, from: on(24, 9, 0) },
        NoClub::EnoughMeetings { most: 4 },
        NoClub::Hidden,
        NoClub::SameStaff,
        NoClub::NotHidden,
    ];
    for lang in [Lang::Zh, Lang::En] {
        let v = View::plain(&town, lang);
        for refusal in &all {
            let said = refusal.say(&v).what;
            let words = !said.contains("clubs-") && !said.contains("venues-") && !said.contains('$');
            assert!(words && said.chars().count() > 5, "{refusal:?}: {said}");
        }
    }
}
