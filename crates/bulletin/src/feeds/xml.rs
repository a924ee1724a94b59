//! Writing XML, which has no place for some characters (XML 1.0, 2.2).
use std::io;

use kernel::fault::Fault;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

pub type Xml = Writer<Vec<u8>>;

/// A document; `write` puts the root element in.
pub fn document(write: impl FnOnce(&mut Xml) -> io::Result<()>) -> Result<String, Fault> {
    let mut xml = Writer::new(vec![]);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None))).map_err(Fault::broken)?;
    write(&mut xml).map_err(Fault::broken)?;
    String::from_utf8(xml.into_inner()).map_err(Fault::broken)
}

fn fits(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// `<name a="b">text</name>`
pub fn element(xml: &mut Xml, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
    let text: String = text.chars().filter(|c| fits(*c)).collect();
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    if text.is_empty() {
        element.write_empty()?
    } else {
        element.write_text_content(BytesText::new(&text))?
    };
    Ok(())
}
