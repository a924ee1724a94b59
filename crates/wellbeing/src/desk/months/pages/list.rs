//! What was published and when the next comes; and how many people live here, by which visits are told per hundred.
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Tone, actions, empty, notice, once, pill, section, table};
use maud::{Markup, html};

use super::Frame;
use crate::desk::months::forms::ResidentsForm;
use crate::desk::months::reads::Desk;
use crate::desk::months::{says, top};
use crate::months::answers::MonthRow;
use crate::months::rules::{LONGEST_SOURCE, MOST_PEOPLE};
use crate::rules::period::Days;
use crate::rules::sheet::Residents;

pub struct ListPage<'a> {
    pub desk: &'a Desk,
    pub form: &'a ResidentsForm,
    pub problems: &'a Problems,
    /// The key of what was just done.
    pub done: Option<&'static str>,
}

pub fn list(f: Frame<'_>, p: &ListPage<'_>) -> Markup {
    let v = f.v;
    html! {
        (Fields::new(v, p.problems).summary())
        @if let Some(done) = p.done { (notice(Tone::Ok, &v.t(done), html! {})) }
        p class="note" { (v.t("county-desk-what")) }
        (section("h-next", &v.t("county-desk-next"), None, next(f, p.desk)))
        (section("h-months", &v.t("county-desk-months"), Some((&v.t("county-desk-public"), &f.station.path("/months"))), months(f, &p.desk.months)))
        (section("h-residents", &v.t("county-desk-residents"), None, residents(f, p)))
        @if let Some(path) = county(f) {
            (section("h-county", &v.t("county-desk-county"), None, html! {
                p { (v.t("county-desk-county-what")) }
                p class="chips" { (pill(&v.t("county-desk-county-see"), &path)) }
            }))
        }
    }
}

/// 2026-06, as addresses have it.
fn name(month: Date) -> String {
    Days::month(month).name()
}

/// Where the months of the county are in which the station stands.
fn county(f: Frame<'_>) -> Option<String> {
    let code = f.station.division.code.to_string();
    code.get(..6).map(|county| format!("/county/{county}"))
}

fn next(f: Frame<'_>, desk: &Desk) -> Markup {
    let (month, at) = desk.next;
    let (v, when) = (f.v, f.when());
    let args = [
        ("month", says::month(v, month).into()),
        ("day", when.date_in_full(when.date(at)).into()),
        ("time", when.time(at).into()),
    ];
    html! {
        p { (v.ta("county-desk-next-when", &args)) }
        p class="note" { (v.t("county-desk-next-again")) }
    }
}

fn months(f: Frame<'_>, all: &[MonthRow]) -> Markup {
    let (v, when) = (f.v, f.when());
    if all.is_empty() {
        return empty("calendar", &v.t("county-desk-none"), None);
    }
    let head = ["month", "revision", "made", "why", "correct"].map(|key| v.t(&format!("county-desk-{key}")));
    let row = |(n, one): (usize, &MonthRow)| {
        let said = says::month(v, one.month);
        let path = f.station.path(&format!("/months/{}?revision={}", name(one.month), one.revision));
        let see = v.ta("county-desk-see", &[("month", said.clone().into()), ("nr", one.revision.into())]);
        // Only the newest revision can be corrected; it stands first of its month.
        let newest = all.iter().take(n).all(|other| other.month != one.month);
        let correction = format!("{}/{}/correction", top(f.station), name(one.month));
        let about = v.ta("county-desk-look-at", &[("month", said.clone().into())]);
        let made = when.date_in_full(when.date(one.made_at));
        vec![
            html! { a class="pill" href=(path) aria-label=(see) { (said) } },
            html! { (v.ta("county-desk-revision-nr", &[("nr", one.revision.into())])) },
            html! { (made) " " (when.time(one.made_at)) },
            html! { @if one.why.is_empty() { (v.t("county-desk-first")) } @else { (says::why(v, &one.why)) } },
            html! { @if newest { (Button::new(v.t("county-desk-look")).small(false).about(about).href(correction)) } },
        ]
    };
    let rows: Vec<Vec<Markup>> = all.iter().enumerate().map(row).collect();
    table(&v.t("county-desk-months-how"), &head.each_ref().map(String::as_str), &rows)
}

fn residents(f: Frame<'_>, p: &ListPage<'_>) -> Markup {
    html! {
        p class="note" { (f.v.t("county-desk-residents-how")) }
        (known(f, &p.desk.residents))
        (form(f, p))
    }
}

/// What was set, the newest statistic first.
fn known(f: Frame<'_>, all: &[Residents]) -> Markup {
    let (v, when) = (f.v, f.when());
    if all.is_empty() {
        return notice(Tone::Lamp, &v.t("county-desk-residents-none"), html! {});
    }
    let head = ["as-of", "people", "source"].map(|key| v.t(&format!("county-desk-{key}")));
    let row =
        |one: &Residents| vec![html! { (when.date_in_full(one.as_of)) }, html! { (one.count) }, html! { (one.source) }];
    let rows: Vec<Vec<Markup>> = all.iter().map(row).collect();
    table(&v.t("county-desk-residents-all"), &head.each_ref().map(String::as_str), &rows)
}

/// So many characters, as a field counts them.
pub fn longest(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn form(f: Frame<'_>, p: &ListPage<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let people = Field::new("people", v.t("county-field-people")).value(&p.form.people).autocomplete("off");
    let source =
        Field::new("source", v.t("county-field-source")).value(&p.form.source).longest(longest(LONGEST_SOURCE));
    let as_of = Field::new("as_of", v.t("county-field-as-of")).value(&p.form.as_of);
    html! {
        form method="post" action=(format!("{}/residents", top(f.station))) {
            (once(&p.form.once))
            (fields.number_field(people.range(1, MOST_PEOPLE).hint(v.t("county-field-people-how"))))
            (fields.text_field(source.hint(v.t("county-field-source-how"))))
            (fields.date_field(as_of.hint(v.t("county-field-as-of-how"))))
            (actions(html! { (Button::new(v.t("county-desk-residents-go")).icon("check")) }))
        }
    }
}
