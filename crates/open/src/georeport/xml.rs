//! Documents as XML: "text/xml", without a namespace.
use std::io;

use kernel::fault::Fault;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::tree::{Document, Node};

pub fn xml(document: &Document) -> Result<String, Fault> {
    let mut out = Writer::new(vec![]);
    let written = out
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))
        .and_then(|()| element(&mut out, document.name, &document.node));
    written.map_err(Fault::broken)?;
    String::from_utf8(out.into_inner()).map_err(Fault::broken)
}

fn element(out: &mut Writer<Vec<u8>>, name: &'static str, node: &Node) -> io::Result<()> {
    let text = match node {
        Node::Empty => return out.write_event(Event::Empty(BytesStart::new(name))),
        Node::Fields(fields) => return around(out, name, fields.iter().map(|(name, node)| (*name, node))),
        Node::List(_, items) if items.is_empty() => return out.write_event(Event::Empty(BytesStart::new(name))),
        Node::List(each, items) => return around(out, name, items.iter().map(|node| (*each, node))),
        Node::Text(text) => text.clone(),
        Node::Number(n) => n.to_string(),
        Node::Whole(n) => n.to_string(),
        Node::Flag(is) => is.to_string(),
    };
    out.write_event(Event::Start(BytesStart::new(name)))?;
    out.write_event(Event::Text(BytesText::new(&text)))?;
    out.write_event(Event::End(BytesEnd::new(name)))
}

fn around<'n>(
    out: &mut Writer<Vec<u8>>,
    name: &'static str,
    children: impl Iterator<Item = (&'static str, &'n Node)>,
) -> io::Result<()> {
    out.write_event(Event::Start(BytesStart::new(name)))?;
    for (name, node) in children {
        element(out, name, node)?;
    }
    out.write_event(Event::End(BytesEnd::new(name)))
}
