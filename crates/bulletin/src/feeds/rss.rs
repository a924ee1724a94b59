//! RSS 2.0 (RSS Advisory Board, 2.0.11), with the whole text as RDF Site Summary's content module has it.
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::fault::Fault;
use maud::html;

use super::feed::{Entry, Feed};
use super::xml::{Xml, document, element};

pub const NAME: &str = "feed.rss";
pub const MEDIA: &str = "application/rss+xml; charset=utf-8";

/// Sat, 27 Jun 2026 04:00:00 GMT
pub fn date(at: Timestamp) -> String {
    at.to_zoned_datetime(TimeZone::UTC).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

pub fn written(feed: &Feed) -> Result<String, Fault> {
    document(|xml| {
        let root = [
            ("version", "2.0"),
            ("xmlns:atom", "http://www.w3.org/2005/Atom"),
            ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ];
        xml.create_element("rss").with_attributes(root).write_inner_content(|xml| {
            xml.create_element("channel").write_inner_content(|xml| channel(xml, feed))?;
            Ok(())
        })?;
        Ok(())
    })
}

fn channel(xml: &mut Xml, feed: &Feed) -> std::io::Result<()> {
    element(xml, "title", &[], &feed.title)?;
    element(xml, "link", &[], &feed.page())?;
    element(xml, "description", &[], &feed.title)?;
    element(xml, "language", &[], feed.lang)?;
    element(xml, "lastBuildDate", &[], &date(feed.updated))?;
    let own = feed.own(NAME);
    element(xml, "atom:link", &[("rel", "self"), ("href", &own), ("type", "application/rss+xml")], "")?;
    feed.entries.iter().try_for_each(|one| item(xml, one))
}

fn item(xml: &mut Xml, one: &Entry) -> std::io::Result<()> {
    xml.create_element("item").write_inner_content(|xml| {
        element(xml, "title", &[], &one.title)?;
        element(xml, "link", &[], &one.url)?;
        element(xml, "guid", &[("isPermaLink", "false")], &one.id)?;
        element(xml, "pubDate", &[], &date(one.published))?;
        element(xml, "category", &[], &one.section)?;
        if let Some(name) = &one.editor {
            element(xml, "dc:creator", &[], name)?;
        }
        // Readers take a description for HTML: what was typed must stay text in it.
        element(xml, "description", &[], &html! { (one.summary) }.into_string())?;
        element(xml, "content:encoded", &[], &one.content)
    })?;
    Ok(())
}
