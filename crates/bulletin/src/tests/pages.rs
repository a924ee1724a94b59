//! Every page in both languages, and what a text can do to one.
use kernel::view::View;
use kernel::words::{self, Lang};

use super::*;

#[test]
fn every_page_is_drawn_in_both_languages() {
    for texts in crate::texts() {
        assert_eq!(words::keys(texts.zh), words::keys(texts.en));
    }
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
        let all = crate::samples(&v).expect("the samples can be drawn");
        assert!(all.len() >= 36, "{}", all.len());
        // Those of moods are looked at by their own test.
        for (name, page) in all.iter().filter(|(name, _)| !name.starts_with("moods-")) {
            assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
            let mut shown = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            let is_key =
                |text: &&str| ["bulletin-", "moods-", "stations-", "page-", "{ $"].iter().any(|k| text.contains(k));
            assert_eq!(shown.find(is_key), None, "{name} shows a key");
            for odd in [" style=", "<style", "onclick", "<script>"] {
                assert!(!page.contains(odd), "{name} has {odd}");
            }
            let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|p| p.split('"').next()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{name} has an id twice");
        }
    }
}

const HOSTILE: &str = "<script>alert(1)</script>\n\n<img src=x onerror=alert(2)>\n\n[坏](javascript:alert(3)) [好](https://example.org)\n\n\
    ![图](https://example.org/pixel.png)\n\n<style>*{display:none}</style>\n\n`</article>` **<b onclick=x>粗**\n\n[引]: data:text/html,x\n[点][引]";

#[tokio::test]
async fn a_hostile_text_shows_no_tag_of_its_own() {
    for town in towns().await {
        let draft = Draft { source: "<i>来源</i>".into(), ..text("<b>标题</b>\"", HOSTILE) };
        let id = town.tells(draft).await;
        for path in
            [format!("/s/sanhe/notices/{id}"), format!("/s/sanhe/notices/{id}/poster"), "/s/sanhe/notices".into()]
        {
            let page = town.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            let page = page.text();
            for odd in [
                "<script>",
                "<img src=x",
                "onerror=alert(2)>",
                "href=\"javascript:",
                "<style",
                "pixel.png",
                "<b>标题",
                "<b onclick",
                "href=\"data:",
                "<i>来源",
            ] {
                assert!(!page.contains(odd), "{path} has {odd}: {page}");
            }
        }
        let page = town.get(&format!("/s/sanhe/notices/{id}")).await.text();
        assert!(page.contains("href=\"https://example.org\"") && page.contains("&lt;script&gt;alert(1)"), "{page}");
        assert_eq!(page.matches("<article").count(), page.matches("</article>").count());
        let desk = town.get_as(&town.li, &format!("/s/sanhe/desk/notices/{id}")).await.text();
        assert!(!desk.contains("<script>alert") && !desk.contains("<img src=x"), "{desk}");
    }
}

#[tokio::test]
async fn a_link_that_is_passed_on_says_what_it_leads_to() {
    for town in towns().await {
        let id = town.tells(text("书屋开到九点", "从这个周六起，书屋开到晚上九点。")).await;
        let page = town.get(&format!("/s/sanhe/notices/{id}")).await.text();
        for (name, content) in [
            ("og:title", "书屋开到九点"),
            ("og:description", "从这个周六起，书屋开到晚上九点。"),
            ("og:url", &format!("http://127.0.0.1:8600/s/sanhe/notices/{id}")),
        ] {
            assert!(page.contains(&format!("property=\"{name}\" content=\"{content}\"")), "{name}: {page}");
        }
        let data = page
            .split("<script type=\"application/ld+json\">")
            .nth(1)
            .and_then(|p| p.split("</script>").next())
            .unwrap();
        let data: Value = serde_json::from_str(data).expect("JSON");
        assert_eq!(
            (&data["@type"], &data["datePublished"]),
            (&"NewsArticle".into(), &"2026-06-27T12:01:00+08:00".into())
        );
        let picture = page.split("property=\"og:image\" content=\"").nth(1).and_then(|p| p.split('"').next()).unwrap();
        let drawn = town.get(picture.strip_prefix("http://127.0.0.1:8600").unwrap()).await;
        assert_eq!((drawn.status, drawn.header("content-type")), (StatusCode::OK, "image/png".into()));
        assert!(drawn.bytes.len() < 40_000, "{}", drawn.bytes.len());
        let read = kernel::photo::read(&drawn.bytes).expect("a picture");
        assert_eq!((read.width, read.height), (1200, 630));
    }
}
