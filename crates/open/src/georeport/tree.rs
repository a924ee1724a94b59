//! A document, as both formats have it. JSON is "a programmatic mapping of the XML format using the Spark convention"
//! (wiki.open311.org/JSON_and_XML_Conversion): what holds children of one name is a list, and what is empty is null.

/// A value in a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Empty,
    Text(String),
    Number(f64),
    Whole(i64),
    Flag(bool),
    /// Children with names, in their order.
    Fields(Vec<(&'static str, Node)>),
    /// Children of one name.
    List(&'static str, Vec<Node>),
}

/// A whole document: what its outermost element is called, and what is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub name: &'static str,
    pub node: Node,
}

impl Node {
    /// A text that XML can carry, with line breaks as XML reads them; nothing when it is empty. Both formats say the same, so what
    /// XML 1.0 has no way to write (section 2.2) is nowhere.
    pub fn text(text: &str) -> Node {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text: String = text.chars().filter(|c| is_char(*c)).collect();
        if text.is_empty() { Node::Empty } else { Node::Text(text) }
    }

    pub fn maybe(text: Option<&str>) -> Node {
        text.map_or(Node::Empty, Node::text)
    }
}

/// XML 1.0, production 2.
fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
