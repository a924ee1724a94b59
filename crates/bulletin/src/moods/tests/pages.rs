//! Every page in both languages, and the part that a notice's page shows.
use kernel::view::View;
use kernel::words::{self, Lang};

use super::*;
use crate::moods::{Told, part, samples};

#[tokio::test]
async fn every_page_is_drawn_in_both_languages() {
    let texts = super::super::TEXTS;
    assert_eq!(words::keys(texts.zh), words::keys(texts.en));
    let town = towns().await.swap_remove(0);
    for lang in [Lang::Zh, Lang::En] {
        let v = View::plain(&town.house.house(), lang);
        let all = samples(&v).expect("the samples can be drawn");
        assert!(all.len() > 10, "{}", all.len());
        for (name, page) in &all {
            let shown: Vec<&str> = page.split('<').filter_map(|p| p.split_once('>').map(|(_, text)| text)).collect();
            // The samples that are a part only have their own name as title.
            for odd in ["moods-name", "moods-ranked", "moods-no-", "page-", "{ $"] {
                assert!(!shown.iter().any(|text| text.contains(odd)), "{name} shows {odd}: {page}");
            }
            for odd in [" style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
        }
        let of = |name: &str| all.iter().find(|(n, _)| n == name).map(|(_, page)| page.clone()).expect("a sample");
        if lang == Lang::Zh {
            assert!(of("moods-many").contains("开心 24") && of("moods-many").contains("一共 62 票"));
            assert!(!of("moods-few").contains("开心 4") && of("moods-few").contains("不到 10 票"));
            assert!(of("moods-chosen").contains("开心 25，你点的") && of("moods-chosen").contains("收回我点的"));
            assert!(!of("moods-over-few").contains(">3") && of("moods-over").contains("120 票"));
        }
    }
}

#[tokio::test]
async fn the_page_of_a_notice_shows_the_moods_as_its_reader_sees_them() {
    for town in towns().await {
        let v = View::plain(&town.house.house(), Lang::Zh);
        let of = async |told: &Told| part(&town.house, &v, &town.station, town.notices[0], told).await.unwrap();
        let stranger = of(&Told::default()).await.into_string();
        assert!(stranger.starts_with("<div id=\"mood-board\"") && !stranger.contains("收回我点的"));
        let form = format!("action=\"{}\" data-part=\"mood-board\"", town.path(0));
        assert!(stranger.contains(&form) && stranger.contains("name=\"once\""), "{stranger}");
        // The script puts the part in place: it can bring no picture that the page does not have.
        assert!(!stranger.contains("<use"), "{stranger}");
        town.vote(0, 1, Some(Mood::Passing)).await.unwrap();
        let voter = of(&Told(Some(phone(1)))).await.into_string();
        assert!(voter.contains("收回我点的") && voter.contains("飘过，你点的"), "{voter}");
        // A notice that takes no moods shows none.
        let none = part(&town.house, &v, &town.station, NoticeId(id(77)), &Told::default()).await.unwrap();
        assert_eq!(none.into_string(), "");
    }
}
