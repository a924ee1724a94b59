//! Both formats say the same, whatever the text.
use kernel::view::View;
use kernel::words::Lang;
use opinions::answers::{Category, Post};
use opinions::rules::Clocks;
use opinions::{CategoryId, PostId};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use super::json::json;
use super::shapes;
use super::tree::{Document, Node};
use super::xml::xml;

/// An element with its text and its children.
#[derive(Debug, Default, PartialEq)]
struct Element {
    name: String,
    text: String,
    children: Vec<Element>,
}

/// Reads a document back.
fn parsed(text: &str) -> Element {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            Event::Start(e) => open.push(Element { name: e.name().as_ref().to_owned(), ..Element::default() }),
            Event::Empty(e) => {
                let element = Element { name: e.name().as_ref().to_owned(), ..Element::default() };
                open.last_mut().expect("inside").children.push(element);
            }
            Event::End(_) => {
                let element = open.pop().expect("was opened");
                open.last_mut().expect("inside").children.push(element);
            }
            Event::Text(text) => open.last_mut().expect("inside").text.push_str(&text),
            Event::GeneralRef(what) => {
                let what: &str = &what;
                let meant = quick_xml::escape::unescape(&format!("&{what};")).expect("a known reference").into_owned();
                open.last_mut().expect("inside").text.push_str(&meant);
            }
            _ => {}
        }
    }
    open.pop().and_then(|mut root| root.children.pop()).expect("one root")
}

/// The Spark convention, from the XML: what the JSON has to say.
fn sparked(element: &Element, node: &Node) -> Value {
    match node {
        Node::Empty => Value::Null,
        Node::Text(_) => Value::String(element.text.clone()),
        Node::Number(_) | Node::Whole(_) | Node::Flag(_) => serde_json::from_str(&element.text).expect("a value"),
        Node::Fields(fields) => {
            let both = element.children.iter().zip(fields);
            both.map(|(child, (name, node))| {
                assert_eq!(child.name, *name);
                (child.name.clone(), sparked(child, node))
            })
            .collect()
        }
        Node::List(each, items) => {
            assert!(element.children.iter().all(|child| child.name == *each));
            element.children.iter().zip(items).map(|(child, node)| sparked(child, node)).collect()
        }
    }
}

fn same_in_both(document: &Document) {
    let (xml, json) = (xml(document).expect("XML"), json(document).expect("JSON"));
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?><"), "{xml}");
    let read = parsed(&xml);
    assert_eq!(read.name, document.name);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(sparked(&read, &document.node), json, "{xml}");
}

fn nodes() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        Just(Node::Empty),
        "[\\PC\\n\\r\\t<>&'\"\\x00-\\x1f\\x7f-\\x9f\u{fffe}\u{ffff}]{0,40}".prop_map(|text| Node::text(&text)),
        (-180.0..180.0).prop_map(Node::Number),
        any::<i32>().prop_map(|n| Node::Whole(n.into())),
        any::<bool>().prop_map(Node::Flag),
    ];
    leaf.prop_recursive(3, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(|all| Node::List("each", all)),
            prop::collection::vec(inner, 1..6).prop_map(|all| {
                let names = ["one", "two", "three", "four", "five"];
                Node::Fields(names.into_iter().zip(all).collect())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn whatever_is_written_reads_the_same_in_both_formats(node in nodes()) {
        same_in_both(&Document { name: "root", node });
    }
}

#[test]
fn signs_of_the_format_are_only_text() {
    let text = "a < b & c > d \"e\" 'f' ]]> <script>alert(1)</script>\r\nnext\u{0}\u{b}";
    let document = Document { name: "root", node: Node::text(text) };
    let read = parsed(&xml(&document).expect("XML"));
    assert_eq!(read.text, "a < b & c > d \"e\" 'f' ]]> <script>alert(1)</script>\nnext");
    assert!(read.children.is_empty());
    same_in_both(&document);
}

fn category() -> Category {
    Category {
        id: CategoryId(kernel::db::types::Id(uuid::Uuid::from_u128(1))),
        slug: "road".into(),
        name_zh: "道路和路灯".into(),
        name_en: "Roads & lights".into(),
        clocks: Clocks { screen_days: 2, answer_days: 10 },
        elsewhere_zh: String::new(),
        elsewhere_en: String::new(),
        retired: false,
    }
}

fn post() -> Post {
    Post {
        id: PostId(kernel::db::types::Id(uuid::Uuid::from_u128(7))),
        category: Some(category()),
        title: "路灯坏了".into(),
        text: "文化广场的路灯坏了三天".into(),
        answer: Some("换了灯泡".into()),
        address: "骆驼堡村文化广场".into(),
        place: Some(stations::Point { lat: 36.412, lon: 102.083 }),
        released_on: jiff::civil::date(2026, 6, 22),
        answered_week: Some(jiff::civil::date(2026, 6, 22)),
        updated_on: jiff::civil::date(2026, 6, 29),
        closed: true,
        hidden: false,
        hidden_reason: None,
    }
}

/// Field by field and in the order of the specification.
#[tokio::test]
async fn every_field_is_there_in_the_order_of_the_specification() {
    let town = crate::tests::bare().swap_remove(0);
    let (house, station) = (town.house.house(), town.station.clone());
    for lang in [Lang::Zh, Lang::En] {
        let v = View::plain(&house, lang);
        let requests = shapes::requests(&v, &station, &[post()]);
        let services = shapes::services(&v, &[category()]);
        let all = [
            shapes::discovery(&v, &house),
            shapes::definition(&v, &category()),
            shapes::handed_in("t", "n"),
            shapes::token("t", None),
        ];
        all.iter().chain([&requests, &services]).for_each(same_in_both);
        let names = |document: &Document| {
            let read = parsed(&xml(document).expect("XML"));
            read.children[0].children.iter().map(|c| c.name.clone()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            names(&requests),
            "service_request_id status status_notes service_name service_code description agency_responsible service_notice \
             requested_datetime updated_datetime expected_datetime address address_id zipcode lat long media_url"
        );
        assert_eq!(names(&services), "service_code service_name description metadata type keywords group");
        let one: Value = serde_json::from_str(&json(&requests).expect("JSON")).expect("JSON");
        assert_eq!(one[0]["requested_datetime"], "2026-06-22T00:00:00+08:00");
        assert_eq!((&one[0]["lat"], &one[0]["zipcode"]), (&Value::from(36.412), &Value::Null));
        assert_eq!(one[0]["service_request_id"], "00000000-0000-0000-0000-000000000007");
    }
}
