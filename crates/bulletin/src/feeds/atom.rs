//! Atom (RFC 4287).
use kernel::fault::Fault;

use super::feed::{Entry, Feed};
use super::xml::{Xml, document, element};

pub const NAME: &str = "feed.atom";
pub const MEDIA: &str = "application/atom+xml; charset=utf-8";

pub fn written(feed: &Feed) -> Result<String, Fault> {
    document(|xml| {
        let root = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.lang)];
        xml.create_element("feed").with_attributes(root).write_inner_content(|xml| {
            element(xml, "id", &[], &feed.id)?;
            element(xml, "title", &[], &feed.title)?;
            element(xml, "updated", &[], &feed.updated.to_string())?;
            element(xml, "link", &[("rel", "self"), ("href", &feed.own(NAME)), ("type", "application/atom+xml")], "")?;
            element(xml, "link", &[("rel", "alternate"), ("href", &feed.page()), ("type", "text/html")], "")?;
            person(xml, &feed.author)?;
            feed.entries.iter().try_for_each(|one| entry(xml, one))
        })?;
        Ok(())
    })
}

fn person(xml: &mut Xml, name: &str) -> std::io::Result<()> {
    xml.create_element("author").write_inner_content(|xml| element(xml, "name", &[], name))?;
    Ok(())
}

fn entry(xml: &mut Xml, one: &Entry) -> std::io::Result<()> {
    xml.create_element("entry").with_attribute(("xml:lang", one.lang)).write_inner_content(|xml| {
        element(xml, "id", &[], &one.id)?;
        element(xml, "title", &[], &one.title)?;
        element(xml, "published", &[], &one.published.to_string())?;
        element(xml, "updated", &[], &one.updated.to_string())?;
        element(xml, "link", &[("rel", "alternate"), ("href", &one.url), ("type", "text/html")], "")?;
        element(xml, "category", &[("term", &one.section)], "")?;
        if let Some(name) = &one.editor {
            person(xml, name)?;
        }
        element(xml, "summary", &[], &one.summary)?;
        element(xml, "content", &[("type", "html")], &one.content)
    })?;
    Ok(())
}
