//! What somebody agrees to for themselves, and takes back.
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Choice, Dock, Field, Fields, HtmlPage, Row, facts, radio_cards};
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use crate::proxy::ConsentId;
use crate::proxy::answers::Seen;
use crate::proxy::forms::ConsentForm;
use crate::proxy::rules::{Kind, State};
use crate::proxy::says;
use crate::public::pages::Frame;
use crate::rules::Matter;
use crate::says::name;

fn path(station: &Station, id: ConsentId) -> String {
    station.path(&format!("/proxies/{id}"))
}

/// Who may do what until when.
pub struct Mine<'a> {
    pub matters: &'a [Matter],
    pub form: &'a ConsentForm,
    pub problems: &'a Problems,
}

pub fn new(f: Frame<'_>, m: &Mine<'_>) -> HtmlPage {
    let (v, fields) = (f.v, Fields::new(f.v, m.problems));
    let matters: Vec<(String, &str)> = m.matters.iter().map(|m| (m.id.to_string(), name(v, &m.draft.name))).collect();
    f.page(v.t("proxy-new-title")).status(m.problems.status()).body(html! {
        (fields.summary())
        p class="sec" { (v.t("proxy-new-how")) }
        form method="post" action=(f.station.path("/proxies/new")) {
            (page::once(&m.form.once))
            (fields.select(Field::new("matter", v.t("proxy-matter")).value(&m.form.matter), matters.iter().map(|(id, n)| (id.as_str(), *n))))
            (fields.text_field(Field::new("proxy", v.t("proxy-who")).value(&m.form.proxy).longest(30).autocomplete("off")))
            (kinds(&fields, m.form, &[Kind::Family, Kind::Agent]))
            (fields.date_field(Field::new("until", v.t("proxy-until")).value(&m.form.until).hint(v.t("proxy-until-hint"))))
            (page::actions(html! { (Button::new(v.t("proxy-agree")).huge().icon("users")) }))
        }
        (f.ask_a_person())
    })
}

/// Who acts, as one of a few.
pub fn kinds(fields: &Fields<'_>, form: &ConsentForm, kinds: &[Kind]) -> Markup {
    let v = fields.v;
    let choice = |kind: &Kind| {
        let chosen = form.kind == kind.name() || form.kind.is_empty() && *kind == Kind::Family;
        Choice::new(kind.name(), v.t(&format!("proxy-kind-{}", kind.name()))).chosen(chosen)
    };
    radio_cards(fields, "kind", &v.t("proxy-kind"), &kinds.iter().map(choice).collect::<Vec<_>>())
}

/// A consent of one's own, and the way to take it back.
pub fn own(f: Frame<'_>, seen: &Seen) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let (kind, words) = says::state(v, seen.state);
    let proxy = seen.proxy.clone().unwrap_or_default();
    let title = v.ta("proxy-may", &[("proxy", proxy.into()), ("matter", says::matter(v, seen.matter.as_ref()).into())]);
    let [until, how, what] = ["proxy-until", "proxy-how", "proxy-kind"].map(|key| v.t(key));
    let about = [
        (until.as_str(), html! { (when.date_in_full(seen.kept.until)) }),
        (what.as_str(), html! { (v.t(&format!("proxy-kind-{}", seen.kept.kind.name()))) }),
        (how.as_str(), html! { (v.t(&format!("proxy-how-{}", seen.kept.how.name()))) }),
    ];
    let action = format!("{}/withdrawal", path(f.station, seen.kept.id));
    f.page(v.t("proxy-title")).dock(Dock::Mine).back(v.t("page-mine"), "/me").body(html! {
        (Answer::new(kind, words, title))
        (facts(about))
        @if seen.state == State::Holds {
            form method="post" action=(action) {
                (page::actions(html! { (Button::new(v.t("proxy-withdraw")).danger()) }))
            }
        }
        p class="sec note" { (v.t("proxy-kept")) }
        (f.ask_a_person())
    })
}

/// 我同意的代办 among somebody's things, of one station.
pub fn mine(v: &View, station: &Station, all: &[Seen]) -> Markup {
    let when = v.when(&station.zone);
    let row = |seen: &Seen| {
        let until = v.ta("proxy-holds-until", &[("day", when.date_in_full(seen.kept.until).into())]);
        Row::new(seen.proxy.clone().unwrap_or_default())
            .icon("users")
            .note(says::matter(v, seen.matter.as_ref()))
            .note(&until)
            .leads_to(path(station, seen.kept.id))
    };
    let id = format!("proxies-{}", page::query_value(&station.slug));
    page::section(&id, &v.t("proxy-mine"), None, page::rows(all.iter().map(row)))
}
