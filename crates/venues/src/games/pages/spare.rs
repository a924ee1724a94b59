//! When I can play: weekly times, renewed or taken back in one tap. Nobody else reads this page.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Button, Choice, Dock, Field, Fields, HtmlPage, Kind, Row};
use kernel::view::View;
use maud::{Markup, html};

use crate::games::forms::SpareForm;
use crate::games::rules::last_day;
use crate::games::store::Spare;
use crate::public::pages::Frame;
use crate::rules::{Offering, Span, Venue};
use crate::says as rooms;

/// What the page is made of.
pub struct Times<'a> {
    /// Each time with what is left of it, on its next day, while the room is open. Nothing: the room is closed then.
    pub mine: &'a [(Spare, Vec<Span>)],
    pub hosts: &'a [(Venue, Offering)],
    pub form: &'a SpareForm,
    pub problems: &'a Problems,
    pub status: Option<StatusCode>,
    pub once: &'a str,
}

pub fn times(f: Frame<'_>, t: &Times<'_>) -> HtmlPage {
    let v = f.v;
    let fields = Fields::new(v, t.problems);
    let fine = if t.problems.none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = f.page(v.t("games-spare")).back(v.t("games-title"), f.station.path("/games")).dock(Dock::Mine);
    page.status(t.status.unwrap_or(fine)).body(html! {
        (fields.summary())
        p class="note" { (v.t("games-spare-why")) }
        @if !t.mine.is_empty() {
            (page::section("mine", &v.t("games-spare-mine"), None, page::rows(t.mine.iter().map(|m| row(f, t, m)))))
        }
        (page::section("new", &v.t("games-spare-new"), None, form(f, t, &fields)))
    })
}

/// 18:00
pub fn clock(minute: i16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

pub fn weekday(v: &View, day: i16) -> String {
    v.t(&format!("games-weekday-{day}"))
}

fn row(f: Frame<'_>, t: &Times<'_>, (spare, open): &(Spare, Vec<Span>)) -> Row {
    let v = f.v;
    let when = f.when();
    let w = spare.weekly;
    let of = t.hosts.iter().find(|(_, o)| o.activity == spare.activity);
    let what = of.map_or(spare.activity.as_str(), |(_, o)| rooms::name(v, &o.name));
    let title = format!("{} {}–{}", weekday(v, w.weekday), clock(w.from), clock(w.until));
    let until = v.ta("games-spare-until", &[("day", when.date_in_full(w.ends_on).into())]);
    let over = w.ends_on < when.today();
    let (kind, said) = match open.first() {
        _ if over => (Kind::Shut, v.t("games-spare-over")),
        None => (Kind::Shut, v.t("games-spare-closed")),
        Some(first) => (Kind::Ok, v.ta("games-spare-open", &[("times", when.times(first.from, first.until).into())])),
    };
    let path = f.station.path(&format!("/spare-times/{}", spare.id));
    Row::new(title).note(what).status(kind, &said).note(&until).end(html! {
        div class="chips" {
            @if w.ends_on < last_day(when.today()) { (small(&path, "renewal", &v.t("games-spare-renew"))) }
            (small(&path, "removal", &v.t("games-spare-remove")))
        }
    })
}

fn small(path: &str, act: &str, label: &str) -> Markup {
    html! { form method="post" action={ (path) "/" (act) } { (Button::new(label).small(false)) } }
}

fn form(f: Frame<'_>, t: &Times<'_>, fields: &Fields<'_>) -> Markup {
    let v = f.v;
    let form = t.form;
    let what: Vec<(&str, &str)> = t.hosts.iter().map(|(_, o)| (o.slug.as_str(), rooms::name(v, &o.name))).collect();
    let day = |n: i16| Choice::new(n.to_string(), weekday(v, n)).chosen(form.weekday == n.to_string());
    let days: Vec<Choice> = (0..7).map(day).collect();
    let ends = if form.ends_on.is_empty() { last_day(f.when().today()).to_string() } else { form.ends_on.clone() };
    let today = f.when().today();
    let until = Field::new("ends_on", v.t("games-spare-ends")).value(&ends).range(today, last_day(today));
    html! {
        form method="post" action=(f.station.path("/spare-times")) {
            (page::once(t.once))
            (fields.select(Field::new("offering", v.t("games-what")).value(&form.offering), what))
            (page::segmented("weekday", &v.t("games-weekday"), &days))
            (fields.time_field(Field::new("from", v.t("games-from")).value(&form.from)))
            (fields.time_field(Field::new("until", v.t("games-until")).value(&form.until)))
            (fields.date_field(until.hint(v.t("games-spare-ends-hint"))))
            (page::actions(html! { (Button::new(v.t("games-spare-keep")).icon("check")) }))
        }
    }
}
