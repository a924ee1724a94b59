//! JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
use serde_json::{Value, json};

use super::feed::{Entry, Feed};

pub const NAME: &str = "feed.json";
pub const MEDIA: &str = "application/feed+json; charset=utf-8";

pub fn written(feed: &Feed) -> String {
    let document = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page(),
        "feed_url": feed.own(NAME),
        "language": feed.lang,
        "authors": [{ "name": feed.author }],
        "items": feed.entries.iter().map(item).collect::<Vec<_>>(),
    });
    document.to_string()
}

fn item(one: &Entry) -> Value {
    let mut item = json!({
        "id": one.id,
        "url": one.url,
        "title": one.title,
        "summary": one.summary,
        "content_html": one.content,
        "date_published": one.published.to_string(),
        "date_modified": one.updated.to_string(),
        "language": one.lang,
        "tags": [one.section],
    });
    if let Some(image) = &one.image {
        item["image"] = json!(image);
    }
    if let Some(name) = &one.editor {
        item["authors"] = json!([{ "name": name }]);
    }
    item
}
