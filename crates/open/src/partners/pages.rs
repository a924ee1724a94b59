//! Who has a key, and the key that was just given.
use kernel::form::Problems;
use kernel::page::{
    Button, Field, Fields, Kind, Row, Tone, actions, empty, facts, notice, once, rows, section, status,
};
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use super::asked::MOST_IN_A_NAME;
use crate::answers::Partner;

/// What the page is drawn with.
pub struct Partners<'a> {
    pub v: &'a View,
    pub station: &'a Station,
    /// The address that programs know, without a slash at the end.
    pub public_url: &'a str,
    pub all: &'a [Partner],
    pub once: &'a str,
    pub name: &'a str,
    pub problems: &'a Problems,
    /// A key was just withdrawn.
    pub withdrawn: bool,
    /// A key that was just given: it is told this once.
    pub issued: Option<&'a str>,
}

/// Below `/s/{slug}`.
pub const PATH: &str = "/desk/partners";

pub fn partners(p: &Partners<'_>) -> Markup {
    let v = p.v;
    let f = Fields::new(v, p.problems);
    html! {
        @if let Some(key) = p.issued {
            (notice(Tone::Lamp, &v.t("open-desk-made"), html! { p { code { (key) } } p { (v.t("open-desk-made-how")) } }))
        }
        @if p.withdrawn { (notice(Tone::Ok, &v.t("open-desk-withdrawn-now"), html! {})) }
        (f.summary())
        p class="note" { (v.t("open-desk-about")) }
        @if p.all.is_empty() { (empty("key", &v.t("open-desk-none"), None)) }
        @else { (section("h-partners", &v.t("open-desk-partners"), None, rows(p.all.iter().map(|one| row(p, one))))) }
        (section("h-new", &v.t("open-desk-new"), None, html! {
            form method="post" action=(p.station.path(PATH)) {
                (once(p.once))
                (f.text_field(Field::new("name", v.t("open-desk-name")).value(p.name).hint(v.t("open-desk-name-hint"))
                    .longest(MOST_IN_A_NAME.try_into().unwrap_or(u32::MAX)).autocomplete("off")))
                (actions(html! { (Button::new(v.t("open-desk-give")).icon("key")) }))
            }
        }))
        (section("h-how", &v.t("open-desk-how"), None, addresses(p)))
    }
}

fn row(p: &Partners<'_>, one: &Partner) -> Row {
    let (v, when) = (p.v, p.v.when(&p.station.zone));
    let given = when.date(one.made_at);
    let row = Row::new(one.name.clone())
        .icon("key")
        .note(&v.ta("open-desk-key-end", &[("end", one.key_end.as_str().into())]))
        .note(&v.ta("open-desk-given", &[("on", when.date_in_full(given).into())]));
    if one.withdrawn_at.is_some() {
        return row.end(status(Kind::Shut, &v.t("open-desk-over")));
    }
    let label = v.t("open-desk-withdraw");
    row.end(html! {
        form method="post" action=(p.station.path(&format!("{PATH}/{}/withdrawal", one.id))) {
            (Button::new(label.clone()).small(false).about(format!("{label} {} {}", one.name, one.key_end)))
        }
    })
}

/// What a technician types.
fn addresses(p: &Partners<'_>) -> Markup {
    let v = p.v;
    let names = ["open-desk-discovery", "open-desk-endpoint", "open-desk-jurisdiction"].map(|key| v.t(key));
    let (discovery, endpoint) =
        (format!("{}/open311/discovery.json", p.public_url), format!("{}/open311/v2", p.public_url));
    facts([
        (names[0].as_str(), html! { a href="/open311/discovery.json" { (discovery) } }),
        (names[1].as_str(), html! { code { (endpoint) } }),
        (names[2].as_str(), html! { code { (p.station.slug) } }),
    ])
}
