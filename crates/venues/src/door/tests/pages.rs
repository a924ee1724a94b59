//! All pages of doors, drawn in both languages.
use super::town::towns;
use kernel::view::View;
use kernel::words::Lang;

#[tokio::test]
async fn every_page_is_drawn_in_both_languages_without_a_missing_text() {
    let Some(town) = towns().await.into_iter().next() else { return };
    for lang in [Lang::Zh, Lang::En] {
        let all = crate::door::samples(&View::plain(&town.house, lang));
        assert!(all.len() > 12, "{}", all.len());
        for (name, html) in all {
            assert!(html.starts_with("<!DOCTYPE html>"), "{name}");
            let shown = html.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            let missing = |t: &&str| t.contains("door-") || t.contains("venues-") || t.contains("{ $");
            let keys: Vec<&str> = shown.filter(missing).collect();
            assert!(keys.is_empty(), "{name} shows {keys:?}");
        }
    }
}
