//! The feeds, parsed back.
use quick_xml::Reader;
use quick_xml::events::Event;

use super::*;

/// Each element of a document with its text, attributes after a space: `feed/entry/title`.
fn parsed(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let (mut path, mut all): (Vec<String>, Vec<(String, String)>) = (vec![], vec![]);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(e) => {
                path.push(e.name().as_ref().to_owned());
                all.push((path.join("/"), String::new()));
            }
            Event::Empty(e) => {
                let name = e.name().as_ref().to_owned();
                let attributes: Vec<String> = e
                    .attributes()
                    .map(|a| a.expect("an attribute"))
                    .map(|a| format!("{}={}", a.key.as_ref(), a.value))
                    .collect();
                all.push((format!("{}/{name}", path.join("/")), attributes.join(" ").replace("&amp;", "&")));
            }
            Event::Text(t) => append(&mut all, &path.join("/"), &t),
            Event::GeneralRef(r) => {
                let name = r.to_string();
                let char = match name.as_str() {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("an entity that nobody knows: {other}"),
                };
                append(&mut all, &path.join("/"), char);
            }
            Event::End(_) => _ = path.pop(),
            Event::Eof => return all,
            _ => {}
        }
    }
}

fn append(all: &mut [(String, String)], path: &str, text: &str) {
    if let Some((_, said)) = all.iter_mut().rev().find(|(p, _)| p == path) {
        said.push_str(text);
    }
}

fn of<'a>(all: &'a [(String, String)], path: &str) -> Vec<&'a str> {
    all.iter().filter(|(p, _)| p == path).map(|(_, text)| text.as_str()).collect()
}

const BODY: &str = "看[路线](/s/sanhe/parking)，问<b>李四</b> & 王五。";

async fn told(town: &Town) -> [NoticeId; 2] {
    let first = town.tells(text("第一条", BODY)).await;
    let second = town.tells(Draft { section: 2, ..text("第二条 <&>", "提醒。") }).await;
    [first, second]
}

#[tokio::test]
async fn atom_says_what_was_told_with_whole_addresses() {
    for town in towns().await {
        let [first, second] = told(&town).await;
        let answer = town.get("/s/sanhe/notices/feed.atom").await;
        assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
        let all = parsed(&answer.text());
        let ids = [second, first].map(|id| format!("urn:uuid:{id}"));
        assert_eq!(of(&all, "feed/entry/id"), ids);
        assert_eq!(of(&all, "feed/entry/title"), ["第二条 <&>", "第一条"]);
        assert_eq!(of(&all, "feed/title"), ["三合镇共享驿站动态"]);
        assert_eq!(of(&all, "feed/updated"), [town.house.now().to_string()]);
        assert!(of(&all, "feed/id")[0].starts_with("urn:uuid:"));
        let content = of(&all, "feed/entry/content")[1];
        assert!(content.contains("href=\"http://127.0.0.1:8600/s/sanhe/parking\""), "{content}");
        assert!(content.contains("&lt;b&gt;李四") && !content.contains("<b>"), "{content}");
        assert_eq!(of(&all, "feed/entry/summary")[1], "看路线，问<b>李四</b> & 王五。");
        let links = of(&all, "feed/link");
        assert!(
            links
                .iter()
                .any(|l| l.contains("rel=self") && l.contains("http://127.0.0.1:8600/s/sanhe/notices/feed.atom")),
            "{links:?}"
        );
        let page = town.get("/s/sanhe/notices").await.text();
        assert!(
            page.contains("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/s/sanhe/notices/feed.atom\""),
            "{page}"
        );
    }
}

#[tokio::test]
async fn rss_and_json_say_the_same() {
    for town in towns().await {
        let [first, second] = told(&town).await;
        let ids = [second, first].map(|id| format!("urn:uuid:{id}"));
        let rss = parsed(&town.get("/s/sanhe/notices/feed.rss").await.text());
        assert_eq!(of(&rss, "rss/channel/item/guid"), ids);
        assert_eq!(of(&rss, "rss/channel/item/title"), ["第二条 <&>", "第一条"]);
        assert_eq!(
            of(&rss, "rss/channel/item/pubDate"),
            ["Sat, 27 Jun 2026 04:02:00 GMT", "Sat, 27 Jun 2026 04:01:00 GMT"]
        );
        let described = of(&rss, "rss/channel/item/description")[1];
        assert_eq!(described, "看路线，问&lt;b&gt;李四&lt;/b&gt; &amp; 王五。", "readers take it for HTML");
        assert!(of(&rss, "rss/channel/item/content:encoded")[1].contains("http://127.0.0.1:8600/s/sanhe/parking"));
        let json = town.get("/s/sanhe/notices/feed.json").await;
        assert_eq!(json.header("content-type"), "application/feed+json; charset=utf-8");
        let json = json.json();
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
        let of_json: Vec<&str> = json["items"].as_array().unwrap().iter().map(|i| i["id"].as_str().unwrap()).collect();
        assert_eq!(of_json, ids);
        assert_eq!(json["items"][1]["authors"][0]["name"], "李建国");
        assert_eq!(json["items"][0]["date_published"], "2026-06-27T04:02:00Z");
    }
}

#[tokio::test]
async fn a_section_has_feeds_of_its_own() {
    for town in towns().await {
        let [_, second] = told(&town).await;
        let all = parsed(&town.get("/s/sanhe/notices/feed.atom?section=reminders").await.text());
        assert_eq!(of(&all, "feed/entry/id"), [format!("urn:uuid:{second}")]);
        assert_eq!(of(&all, "feed/title"), ["三合镇共享驿站动态 · 办事提醒"]);
        let whole = parsed(&town.get("/s/sanhe/notices/feed.atom").await.text());
        assert_ne!(of(&all, "feed/id"), of(&whole, "feed/id"));
        assert_eq!(town.get("/s/sanhe/notices/feed.atom?section=x").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn whoever_has_read_the_last_change_gets_304_until_something_is_taken_down() {
    for town in towns().await {
        let [first, _] = told(&town).await;
        for path in ["/s/sanhe/notices/feed.atom", "/s/sanhe/notices/feed.rss", "/s/sanhe/notices/feed.json"] {
            let had = town.get(path).await;
            let (tag, at) = (had.header("etag"), had.header("last-modified"));
            let again = |name: &'static str, value: String| {
                let request = Request::get(path).header(name, value).body(Body::empty()).unwrap();
                town.ask(request)
            };
            let known = again("if-none-match", format!("\"x\", W/{tag}")).await;
            assert_eq!((known.status, known.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
            assert_eq!(again("if-modified-since", at.clone()).await.status, StatusCode::NOT_MODIFIED);
            assert_eq!(again("if-none-match", "\"x\"".into()).await.status, StatusCode::OK);
        }
        let before = town.get("/s/sanhe/notices/feed.atom").await;
        town.house.wait(SignedDuration::from_mins(3));
        town.takes_down(first, "写错了").await;
        let after = town.get("/s/sanhe/notices/feed.atom").await;
        assert_ne!(before.header("etag"), after.header("etag"));
        assert_eq!(after.header("last-modified"), "Sat, 27 Jun 2026 04:05:00 GMT");
        assert!(!after.text().contains("第一条"));
    }
}

#[tokio::test]
async fn a_correction_that_moves_a_notice_changes_the_feeds_of_both_sections() {
    for town in towns().await {
        let [first, _] = told(&town).await;
        let feed = |section| format!("/s/sanhe/notices/feed.atom?section={section}");
        let before = town.get(&feed("station")).await.header("last-modified");
        town.house.wait(SignedDuration::from_mins(3));
        let moved = (Draft { section: 3, ..text("第一条", BODY) }, "放错了栏目");
        town.rewrites(&town.li, (first, 1), moved).await.unwrap();
        assert_eq!(town.get(&feed("station")).await.header("last-modified"), before, "nobody has looked yet");
        town.publishes(&town.qi, first, 2).await.unwrap();
        for (section, entries) in [("station", 0), ("reviews", 1)] {
            let had = Request::get(feed(section)).header("if-modified-since", &before);
            let answer = town.ask(had.body(Body::empty()).unwrap()).await;
            assert_eq!(
                (answer.status, answer.text().matches("<entry").count()),
                (StatusCode::OK, entries),
                "{section}"
            );
            assert_eq!(answer.header("last-modified"), "Sat, 27 Jun 2026 04:05:00 GMT", "{section}");
        }
        town.sound().await;
    }
}
