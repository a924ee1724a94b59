//! Every page in both languages.
use kernel::view::View;
use kernel::words::{self, Lang};

use super::*;
use crate::parking::{assets, samples};

#[tokio::test]
async fn every_page_is_drawn_in_both_languages() {
    assert_eq!(words::keys(crate::PARKING_TEXTS.zh), words::keys(crate::PARKING_TEXTS.en));
    let town = towns().await.swap_remove(0);
    let (station, fair) = (town.station.clone(), town.fair);
    let fair = town.house.db.read(move |c: &mut Conn| fairs::fair(c, &station, fair)).await.unwrap();
    for lang in [Lang::Zh, Lang::En] {
        let v = View::plain(&town.house.house(), lang);
        let all = samples(&v, &town.station, &fair).expect("the samples can be drawn");
        assert!(all.len() > 25, "{}", all.len());
        for (name, page) in &all {
            let shown: Vec<&str> = page.split('<').filter_map(|p| p.split_once('>').map(|(_, text)| text)).collect();
            for odd in ["parking-", "fairday-", "page-", "stations-", "{ $"] {
                assert!(!shown.iter().any(|text| text.contains(odd)), "{name} shows {odd}: {page}");
            }
            for odd in [" style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
        }
        let of = |name: &str| all.iter().find(|(n, _)| n == name).map(|(_, page)| page.clone()).expect("a sample");
        if lang == Lang::Zh {
            assert!(of("parking-busy").contains("请停镇政府院子") && of("parking-busy").contains("空 34 个"));
            assert!(of("parking-stale").contains("未知") && of("parking-sign-stale").contains("未知"));
            assert!(of("parking-full").contains("都停满了"));
            assert!(!of("parking-marshal").contains("罗大爷"), "a marshal reads who asked");
            // As the worker that keeps the page cuts it out.
            assert!(of("parking-marshal").contains("<section class=\"sec\" aria-labelledby=\"moves\">"));
        }
    }
}

#[test]
fn the_scripts_of_marshals_are_light() {
    for name in ["marshal.js", "marshal-worker.js"] {
        assert!(assets::sent(name) <= 2048, "{name}: {} bytes", assets::sent(name));
    }
    assert!(assets::sent("marshal.css") + assets::sent("parking-sign.css") <= 4096);
}
