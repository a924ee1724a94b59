//! 交流会, as everybody reads it: when, where to park, what is on, where what is sold.
use kernel::page::{self, Answer, Button, HtmlPage, Kind, Row, actions, section};
use maud::{Markup, html};

use super::plan::plan;
use crate::fair::answers::Whole;
use crate::fair::rules::{Entry, Rule, on_and_next};
use crate::fair::says;
use crate::fairday::Frame;
use crate::parking;

/// So many days before the fair it stands on the home page.
const DAYS_BEFORE: i32 = 7;

pub fn fair(f: Frame<'_>, w: Option<&Whole>) -> HtmlPage {
    let v = f.v;
    let page = f.fair_page(v.t("fair-title")).describe(&v.t("fair-describe"));
    let Some(w) = w else { return page.body(page::empty("calendar-event", &v.t("fairday-no-fair"), None)) };
    page.sheet_at(crate::fair::assets::sheet()).body(html! {
        (answer(f, w))
        @if days_until(f, w) == 0 { @if let Some(parking) = parking::now_at_home(f, &w.ground) { (parking) } }
        @if !w.entries.is_empty() { (section("programme", &v.t("fair-programme"), None, programme(f, w))) }
        @if !w.places.is_empty() { (section("plan", &v.t("fair-plan"), None, plan(v, w))) }
        (stalls(f, w))
        (later(f, w))
    })
}

fn days_until(f: Frame<'_>, w: &Whole) -> i32 {
    (w.fair.day(f.station) - f.when().today()).get_days()
}

/// Today, or in so many days; the day with its lunar name.
fn answer(f: Frame<'_>, w: &Whole) -> Answer {
    let (v, when) = (f.v, f.when());
    let (x, on) = (&w.fair.occurrence, w.fair.day(f.station));
    let (kind, word) = match days_until(f, w) {
        _ if !w.fair.is_on() => (Kind::Stop, v.ta("fair-off", &[("why", x.reason.as_str().into())])),
        0 if v.now() >= x.ends_at => (Kind::Shut, v.t("fair-over")),
        0 => (Kind::Ok, v.t("fair-today")),
        days if days > 0 => (Kind::Away, v.ta("fair-in-days", &[("n", days.into())])),
        _ => (Kind::Shut, v.t("fair-over")),
    };
    let place = x.place.as_deref().unwrap_or(&w.fair.series.plan.place);
    let under = [says::day(v, &when, on), when.times(x.starts_at, x.ends_at), place.to_owned()];
    let under: Vec<String> = under.into_iter().filter(|t| !t.is_empty()).collect();
    Answer::new(kind, word, w.fair.title()).under(under.join(" · "))
}

/// What is on now and next, then the whole day.
fn programme(f: Frame<'_>, w: &Whole) -> Markup {
    let (v, when) = (f.v, f.when());
    let (on, next) = on_and_next(v.now(), &w.entries);
    let row = |e: &Entry| {
        let row = Row::new(e.title.clone()).when(&when.time(e.from), &when.time(e.until));
        let row = match &e.off {
            Some(why) => row.status(Kind::Stop, &v.ta("fair-entry-off", &[("why", why.as_str().into())])),
            None if on.iter().any(|o| o.id == e.id) => row.status(Kind::Ok, &v.t("fair-now")),
            None if next.is_some_and(|n| n.id == e.id) => row.status(Kind::Away, &v.t("fair-next")),
            None => row,
        };
        let note = says::entry_note(e);
        if note.is_empty() { row } else { row.note(&note) }
    };
    page::rows(w.entries.iter().map(row))
}

/// How one gets a stall place, while one can.
fn stalls(f: Frame<'_>, w: &Whole) -> Markup {
    let (v, when) = (f.v, f.when());
    let Some(terms) = &w.terms else { return html! {} };
    let until = when.day_and_times(terms.until, terms.until);
    let open = v.now() < terms.until && w.fair.is_on();
    let path = f.station.path(&format!("/fair/stalls/new?fair={}", w.fair.occurrence.id));
    section(
        "stalls",
        &v.t("fair-stalls"),
        None,
        html! {
            @if open {
                p { (v.ta(&format!("fair-rule-{}", terms.rule.name()), &[("until", until.into()), ("n", w.free_places().count().into())])) }
                (actions(html! { (Button::new(v.t("fair-apply")).icon("pennant").secondary().href(path)) }))
            } @else { p class="note" { (v.t("fair-apply-over")) } }
            @if terms.rule == Rule::Draw {
                p class="note" { (v.ta("fair-commitment", &[("hash", terms.commitment.as_str().into())])) }
                @if let Some(seed) = &terms.seed { p class="note" { (v.ta("fair-seed", &[("seed", seed.as_str().into())])) } }
                p class="chips" {
                    (page::pill(&v.t("draw-file"), &f.station.path(&format!("/fairs/{}/stall-draw.json", w.fair.occurrence.id))))
                    (page::pill(&v.t("draw-verify"), &f.station.path("/draws/verify")))
                }
            }
        },
    )
}

/// The fairs after it, each with its lunar name, and which month it is where a year has it twice.
fn later(f: Frame<'_>, w: &Whole) -> Markup {
    let (v, when) = (f.v, f.when());
    let row = |fair: &crate::fairday::FairDay| {
        let on = fair.day(f.station);
        let row = Row::new(when.date_in_full(on)).icon("calendar").note(&stations::lunar(v, on).unwrap_or_default());
        match says::leap(v, f.station, fair) {
            Some(words) => row.note(&words),
            None => row,
        }
    };
    html! { @if !w.later.is_empty() { (section("later", &v.t("fair-later"), None, page::rows(w.later.iter().map(row)))) } }
}

/// On the home page on the day and in the week before it: parking in one tap, then what is on.
pub fn home(f: Frame<'_>, w: &Whole) -> Option<Markup> {
    let v = f.v;
    let days = days_until(f, w);
    if !(0..=DAYS_BEFORE).contains(&days) || v.now() >= w.fair.occurrence.ends_at {
        return None;
    }
    let (more, path) = (v.t("fair-more"), f.station.path("/fair"));
    let (on, next) = on_and_next(v.now(), &w.entries);
    let when = f.when();
    let row =
        |e: &Entry| Row::new(e.title.clone()).when(&when.time(e.from), &when.time(e.until)).note(&says::entry_note(e));
    let rows: Vec<Row> = on.into_iter().chain(next).map(row).collect();
    let body = html! {
        @match parking::now_at_home(f, &w.ground).filter(|_| days == 0) {
            Some(parking) => (parking),
            None => (answer(f, w)),
        }
        @if days == 0 && !rows.is_empty() { div class="sec" { (page::rows(rows)) } }
    };
    Some(section("fair", w.fair.title(), Some((&more, &path)), body))
}
