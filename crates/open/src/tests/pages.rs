//! Every page in both languages, and the words.
use kernel::view::View;
use kernel::words::{self, Lang};

use super::*;

#[tokio::test]
async fn every_page_is_drawn_in_both_languages() {
    for texts in crate::texts() {
        assert_eq!(words::keys(texts.zh), words::keys(texts.en));
    }
    let town = bare().swap_remove(0);
    for lang in [Lang::Zh, Lang::En] {
        let v = View::plain(&town.house.house(), lang);
        let all = crate::samples(&v).expect("the samples can be drawn");
        assert!(all.len() >= 5, "{}", all.len());
        for (name, page) in &all {
            let shown: Vec<&str> = page.split('<').filter_map(|p| p.split_once('>').map(|(_, text)| text)).collect();
            for odd in ["open-", "page-", "stations-", "{ $"] {
                assert!(!shown.iter().any(|text| text.contains(odd)), "{name} shows {odd}: {page}");
            }
            for odd in [" style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
        }
    }
}
