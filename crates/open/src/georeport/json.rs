//! Documents as JSON. The name of the outermost element is not in it.
use kernel::fault::Fault;
use serde::{Serialize, Serializer};

use super::tree::{Document, Node};

pub fn json(document: &Document) -> Result<String, Fault> {
    serde_json::to_string(&document.node).map_err(Fault::broken)
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Empty => s.serialize_unit(),
            Node::Text(text) => s.serialize_str(text),
            Node::Number(n) => s.serialize_f64(*n),
            Node::Whole(n) => s.serialize_i64(*n),
            Node::Flag(is) => s.serialize_bool(*is),
            // In the order of the specification.
            Node::Fields(fields) => s.collect_map(fields.iter().map(|(name, node)| (name, node))),
            Node::List(_, items) => s.collect_seq(items),
        }
    }
}
