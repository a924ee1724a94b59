//! What each method answers with, field by field and in the order of the specification. Every field is always there; what there is
//! nothing to say of is empty.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::house::House;
use kernel::view::View;
use opinions::PostId;
use opinions::answers::{Category, Post};
use stations::Station;

use super::tree::{Document, Node};
use crate::rules::{MAY_PUBLISH, NO, YES, w3c};

/// Sortable; it grows when discovery, or what services ask for, is changed in this program.
const CHANGESET: &str = "2026-11-27 09:00";
const SPECIFICATION: &str = "http://wiki.open311.org/GeoReport_v2";

/// Where the methods are.
pub const BASE: &str = "/open311/v2";

pub fn discovery(v: &View, house: &House) -> Document {
    let settings = &house.settings;
    let formats = ["text/xml", "application/json"].map(Node::text);
    let endpoint = Node::Fields(vec![
        ("specification", Node::text(SPECIFICATION)),
        ("url", Node::text(&format!("{}{BASE}", settings.public_url))),
        ("changeset", Node::text(CHANGESET)),
        ("type", Node::text(if settings.rehearsal { "test" } else { "production" })),
        ("formats", Node::List("format", formats.to_vec())),
    ]);
    let node = Node::Fields(vec![
        ("changeset", Node::text(CHANGESET)),
        ("contact", Node::text(&v.ta("open-contact", &[("url", settings.public_url.as_str().into())]))),
        ("key_service", Node::text(&v.t("open-key-service"))),
        ("endpoints", Node::List("endpoint", vec![endpoint])),
    ]);
    Document { name: "discovery", node }
}

fn called<'c>(v: &View, category: &'c Category) -> &'c str {
    v.pick(&category.name_zh, &category.name_en)
}

pub fn services(v: &View, all: &[Category]) -> Document {
    let one = |category: &Category| {
        let days = [
            ("screen", i64::from(category.clocks.screen_days).into()),
            ("answer", i64::from(category.clocks.answer_days).into()),
        ];
        let keywords: Vec<&str> =
            [&category.name_zh, &category.name_en].into_iter().map(String::as_str).filter(|n| !n.is_empty()).collect();
        Node::Fields(vec![
            ("service_code", Node::text(&category.slug)),
            ("service_name", Node::text(called(v, category))),
            ("description", Node::text(&v.ta("open-service-about", &days))),
            // One question: whether it may be published.
            ("metadata", Node::Flag(true)),
            // It gets its id once it is public: until then there is a token.
            ("type", Node::text("batch")),
            ("keywords", Node::text(&keywords.join(", "))),
            ("group", Node::text(&v.t("open-group"))),
        ])
    };
    Document { name: "services", node: Node::List("service", all.iter().map(one).collect()) }
}

pub fn definition(v: &View, category: &Category) -> Document {
    let value = |key, name: &str| Node::Fields(vec![("key", Node::text(key)), ("name", Node::text(&v.t(name)))]);
    let attribute = Node::Fields(vec![
        ("variable", Node::Flag(true)),
        ("code", Node::text(MAY_PUBLISH)),
        ("datatype", Node::text("singlevaluelist")),
        ("required", Node::Flag(false)),
        ("datatype_description", Node::text(&v.t("open-publish-kind"))),
        ("order", Node::Whole(1)),
        ("description", Node::text(&v.t("open-publish-what"))),
        ("values", Node::List("value", vec![value(NO, "open-publish-no"), value(YES, "open-publish-yes")])),
    ]);
    let node = Node::Fields(vec![
        ("service_code", Node::text(&category.slug)),
        ("attributes", Node::List("attribute", vec![attribute])),
    ]);
    Document { name: "service_definition", node }
}

/// "This should not be returned if token is returned": no id.
pub fn handed_in(token: &str, notice: &str) -> Document {
    let request = Node::Fields(vec![
        ("token", Node::text(token)),
        ("service_notice", Node::text(notice)),
        ("account_id", Node::Empty),
    ]);
    Document { name: "service_requests", node: Node::List("request", vec![request]) }
}

/// The id is empty until what was handed in is public.
pub fn token(token: &str, post: Option<PostId>) -> Document {
    let request = Node::Fields(vec![
        ("service_request_id", Node::maybe(post.map(|id| id.to_string()).as_deref())),
        ("token", Node::text(token)),
    ]);
    Document { name: "service_requests", node: Node::List("request", vec![request]) }
}

pub fn requests(v: &View, station: &Station, all: &[Post]) -> Document {
    let all = all.iter().map(|post| request(v, station, post)).collect();
    Document { name: "service_requests", node: Node::List("request", all) }
}

/// Days are those of the week: the first instant of its Monday.
fn monday(day: Date, zone: &TimeZone) -> Node {
    day.to_zoned_datetime(zone.clone()).map_or(Node::Empty, |at| Node::text(&w3c(at.timestamp(), zone)))
}

fn request(v: &View, station: &Station, post: &Post) -> Node {
    let category = post.category.as_ref();
    let text = [post.title.as_str(), post.text.as_str()].into_iter().filter(|t| !t.is_empty());
    let degrees = |of: fn(stations::Point) -> f64| post.place.map_or(Node::Empty, |at| Node::Number(of(at)));
    Node::Fields(vec![
        ("service_request_id", Node::text(&post.id.to_string())),
        ("status", Node::text(if post.closed { "closed" } else { "open" })),
        ("status_notes", Node::maybe(post.answer.as_deref())),
        ("service_name", Node::maybe(category.map(|c| called(v, c)))),
        ("service_code", Node::maybe(category.map(|c| c.slug.as_str()))),
        ("description", Node::text(&text.collect::<Vec<_>>().join("\n"))),
        ("agency_responsible", Node::text(station.name(v))),
        ("service_notice", Node::Empty),
        ("requested_datetime", monday(post.released_on, &station.zone)),
        ("updated_datetime", monday(post.updated_on, &station.zone)),
        // A due day would tell when it came.
        ("expected_datetime", Node::Empty),
        ("address", Node::text(&post.address)),
        ("address_id", Node::Empty),
        ("zipcode", Node::Empty),
        ("lat", degrees(|at| at.lat)),
        ("long", degrees(|at| at.lon)),
        ("media_url", Node::Empty),
    ])
}
