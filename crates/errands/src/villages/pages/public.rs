//! 进村的日子, as everybody reads them, and "come to me too".
use jiff::Timestamp;
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Choice, Field, Fields, HtmlPage, Kind, Row, facts, segmented};
use maud::{Markup, html};

use crate::public::pages::Frame;
use crate::rules::Matter;
use crate::says::name;
use crate::village_days::rules::{DayState, Takes};
use crate::villages::answers::Known;
use crate::villages::forms::AskForm;
use crate::villages::says::{self, day_path};

/// Whether whoever asks for the shortest matter of the day still finds room.
fn has_room(known: &Known) -> bool {
    let shortest = known.matters.iter().map(|m| m.draft.minutes).min();
    shortest.is_some_and(|minutes| known.day.has_room(Takes { minutes, at_home: false }))
}

fn room(f: Frame<'_>, known: &Known, now: Timestamp) -> (Kind, String) {
    if known.day.state == DayState::CalledOff {
        return (Kind::Shut, f.v.t("village-state-called-off"));
    }
    match (known.takes_asks(now, false), has_room(known)) {
        (false, _) => (Kind::Shut, f.v.t("village-set-out")),
        (true, false) => (Kind::Shut, f.v.t("village-full")),
        (true, true) => (Kind::Ok, f.v.t("village-room")),
    }
}

/// 6月26日 周五 上午 祁海燕 到 祁新庄村：高龄补贴、医保
pub fn days(f: Frame<'_>, all: &[Known]) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let row = |known: &Known| {
        let (kind, words) = room(f, known, v.now());
        Row::new(says::whole(v, &when, known))
            .icon("map-pin")
            .status(kind, &words)
            .note(&says::matters(v, known))
            .leads_to(day_path(f.station, known))
    };
    f.page(v.t("village-title")).describe(&v.t("village-describe")).body(html! {
        @if all.is_empty() { (page::empty("map-pin", &v.t("village-none"), None)) }
        @else { div class="sec" { (page::rows(all.iter().map(row))) } }
        p class="sec note" { (v.t("village-how")) }
        (f.ask_a_person())
    })
}

/// One day, and what was typed to be met on it.
pub struct Asking<'a> {
    pub known: &'a Known,
    pub form: &'a AskForm,
    pub problems: &'a Problems,
    /// Somebody with an account is known by it.
    pub signed_in: bool,
}

pub fn asking(f: Frame<'_>, a: &Asking<'_>) -> HtmlPage {
    let (v, when, known) = (f.v, f.when(), a.known);
    let (kind, word) = room(f, known, v.now());
    let title = v.ta(
        "village-goes",
        &[("official", known.official.as_str().into()), ("villages", says::villages(v, known).into())],
    );
    let times = format!(
        "{} {}",
        says::day(v, &when, known.day.from, known.day.until),
        when.times(known.day.from, known.day.until)
    );
    let open = known.takes_asks(v.now(), false);
    let fields = Fields::new(v, a.problems);
    let (what, order) = (v.t("village-what"), v.t("village-route"));
    let about =
        [(what.as_str(), html! { (says::matters(v, known)) }), (order.as_str(), html! { (says::villages(v, known)) })];
    f.page(v.t("village-day-title"))
        .back(v.t("village-title"), f.station.path("/village-days"))
        .status(a.problems.status())
        .body(html! {
            (fields.summary())
            (Answer::new(kind, word, title).under(times))
            @if !known.day.reason.is_empty() { p class="sec" { (known.day.reason) } }
            (facts(about))
            @if open { (page::section("ask", &v.t("village-ask"), None, form(f, a, &fields))) }
            (f.ask_a_person())
        })
}

fn form(f: Frame<'_>, a: &Asking<'_>, fields: &Fields<'_>) -> Markup {
    let v = f.v;
    let action = format!("{}/visits", day_path(f.station, a.known));
    html! {
        p class="note" { (v.t("village-ask-how")) }
        form method="post" action=(action) {
            (page::once(&a.form.once))
            (choices(fields, a.known, a.form))
            (fields.text_field(who(a, Field::new("name", v.t("village-name")).value(&a.form.name).longest(30).autocomplete("name"))))
            (fields.tel_field(Field::new("phone", v.t("village-phone")).value(&a.form.phone).hint(v.t("village-phone-hint")).optional()))
            (fields.checkbox(Field::new("phone_on_sheet", v.t("village-phone-on-sheet")), !a.form.phone_on_sheet.is_empty()))
            (page::actions(html! { (Button::new(v.t("village-ask-them")).huge().icon("map-pin")) }))
        }
    }
}

/// Whoever is signed in is called as ever.
fn who<'f>(a: &Asking<'_>, field: Field<'f>) -> Field<'f> {
    if a.signed_in { field.optional() } else { field }
}

/// Where, what, and whether they can walk: the same for everybody who asks, and for a clerk who types it.
pub fn choices(fields: &Fields<'_>, known: &Known, form: &AskForm) -> Markup {
    let v = fields.v;
    let villages: Vec<(String, &str)> = known.villages.iter().map(|(c, n)| (c.to_string(), n.as_str())).collect();
    let of_matter = |m: &'_ Matter| (m.id.to_string(), name(v, &m.draft.name).to_owned());
    let matters: Vec<(String, String)> = known.matters.iter().map(of_matter).collect();
    html! {
        (fields.select(Field::new("village", v.t("village-which")).value(&form.village), villages.iter().map(|(code, name)| (code.as_str(), *name))))
        (fields.select(Field::new("matter", v.t("village-matter")).value(&form.matter), matters.iter().map(|(id, name)| (id.as_str(), name.as_str()))))
        (segmented("place", &v.t("village-where"), &["office", "home"].map(|place| {
            Choice::new(place, v.t(&format!("village-at-{place}"))).chosen(form.place == place || form.place.is_empty() && place == "office")
        })))
    }
}
