//! One round for everybody: what is given away, how, and what came of it.
use axum::http::StatusCode;
use kernel::page::{self, Answer, Button, HtmlPage, Row, Tone};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::parts::{dates, hash, names_of, round_path};
use super::result::{changes, reasons};
use crate::public::pages::Frame;
use crate::says as rooms;
use crate::seasons::answers::Look;
use crate::seasons::rules::{Sheet, Slot, Stands};
use crate::seasons::says;
use crate::seasons::store::Filed;

/// What the page shows beside the round itself.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// What the viewer's group has applied for.
    pub mine: Option<&'a Filed>,
    /// It was handed in just now.
    pub sent: bool,
    pub refused: Option<(&'a Said, StatusCode)>,
}

pub fn round(f: Frame<'_>, look: &Look, shown: Shown<'_>) -> HtmlPage {
    let v = f.v;
    let sheet = look.sheet(f.station);
    let status = shown.refused.map_or(StatusCode::OK, |(_, status)| status);
    let path = round_path(f.station, look.round.id);
    let file = format!("{path}/round.json");
    let page = f.page(look.round.terms.title.as_str()).back(v.t("seasons-title"), f.station.path("/seasons"));
    page.status(status).link_alternate("application/json", &file, &v.t("seasons-download")).body(html! {
        @if let Some((said, _)) = shown.refused { (page::refused(v, said)) }
        @if shown.sent { (page::notice(Tone::Ok, &v.t("seasons-sent"), html! {})) }
        (answer(f, look, shown))
        @if let Some(filed) = shown.mine { (mine(f, look, filed)) }
        (slots(f, look, &sheet))
        @if !sheet.changes.is_empty() { (changes(v, &sheet)) }
        @if look.stands.has_result() { (reasons(v, &sheet)) }
        @else if !sheet.applications.is_empty() { (applications(f, &sheet)) }
        (rule(f, look))
        (verify(f, &sheet, &file))
        (f.ask_a_person())
    })
}

fn answer(f: Frame<'_>, look: &Look, shown: Shown<'_>) -> Markup {
    let v = f.v;
    let (kind, word) = says::stands(v, look.stands);
    let terms = &look.round.terms;
    let at = rooms::at(&f.when(), terms.apply_until);
    let limit = v.ta("seasons-limit", &[("n", terms.limit.into())]);
    let under = match look.stands {
        Stands::Open => format!("{} · {limit}", v.ta("seasons-until", &[("at", at.into())])),
        Stands::CalledOff => format!("{} · {}", v.t("seasons-called-off-for"), look.round.reason),
        Stands::Locked | Stands::Allocated | Stands::Confirmed => limit,
    };
    let apply = v.t(if shown.mine.is_some() { "seasons-apply-again" } else { "seasons-apply" });
    let path = round_path(f.station, look.round.id);
    html! {
        (Answer::new(kind, word, dates(v, f.station, terms)).under(under))
        @if look.stands == Stands::Open {
            (page::actions(html! {
                (Button::new(apply).huge().icon("user-plus").href(format!("{path}/application")))
            }))
            p class="note" { (v.t("seasons-apply-how")) }
            @if !look.filed.is_empty() { p class="note" { (v.ta("seasons-filed", &[("n", look.filed.len().into())])) } }
        }
    }
}

/// What the viewer's group wishes, in its order, and the way out.
fn mine(f: Frame<'_>, look: &Look, filed: &Filed) -> Markup {
    let v = f.v;
    let a = &filed.application;
    let wish = |(rank, number): (i32, &i32)| {
        let slot = look.round.terms.slot(*number);
        Row::new(slot.map_or_else(String::new, |s| says::slot(v, s)))
            .note(&v.ta("seasons-wish", &[("rank", rank.into())]))
            .icon("calendar")
    };
    let path = round_path(f.station, look.round.id);
    let about = [("kind", says::kind(v, a.kind).into()), ("size", a.size.into()), ("wants", a.wants.into())];
    html! {
        (page::section("mine", &v.t("seasons-mine"), None, html! {
            p class="note" { b { (a.applicant.name()) } " · " (v.ta("seasons-about", &about)) }
            @if !look.stands.has_result() { (page::rows((1..).zip(&a.wishes).map(wish))) }
        }))
        @if look.stands == Stands::Open {
            form method="post" action={ (path) "/withdrawal" } { (Button::new(v.t("seasons-withdraw")).flat()) }
        }
    }
}

/// Every time that is given away; with a result, who has it.
fn slots(f: Frame<'_>, look: &Look, sheet: &Sheet) -> Markup {
    let v = f.v;
    let result = look.stands.has_result();
    let title = v.t(if result { "seasons-result" } else { "seasons-slots" });
    html! {
        (page::section("slots", &title, None, page::rows(sheet.terms.slots.iter().map(|slot| slot_row(f, look, sheet, slot)))))
    }
}

fn slot_row(f: Frame<'_>, look: &Look, sheet: &Sheet, slot: &Slot) -> Row {
    let v = f.v;
    let row = Row::new(says::slot_time(v, slot)).icon("calendar");
    let room = rooms::name(v, &slot.name);
    if !look.stands.has_result() {
        let places = v.ta("seasons-places", &[("n", slot.places.into())]);
        let size = v.ta("seasons-size", &[("from", slot.smallest.into()), ("to", slot.largest.into())]);
        return row.note(&format!("{room} · {places} · {size}"));
    }
    let names = names_of(v, sheet, slot.number);
    if names.is_empty() {
        return row.status(page::Kind::Shut, &v.t("seasons-free")).note(room);
    }
    let row = row.status(page::Kind::Ok, &names.join(&v.t("venues-and"))).note(room);
    made(f, look, slot.number).into_iter().fold(row, |row, line| row.note(&line))
}

/// What became of the dates of a slot: 订好 16 次 · 10月6日国庆节放假不办.
fn made(f: Frame<'_>, look: &Look, slot: i32) -> Vec<String> {
    let v = f.v;
    let line = |made: &crate::seasons::answers::Made| match made.given.series {
        None => v.t("seasons-not-made"),
        Some(_) => {
            let booked = v.ta("seasons-made", &[("n", made.booked.into())]);
            let when = f.when();
            let day = |(on, why): &(jiff::civil::Date, crate::series::rules::Why)| {
                format!("{} {}", when.date_in_full(*on), crate::series::says::why(v, why))
            };
            let days: Vec<String> = made.without.iter().map(day).collect();
            match days.is_empty() {
                true => booked,
                false => {
                    let days = days.join(&v.t("venues-and"));
                    format!("{booked} · {}", v.ta("seasons-without", &[("days", days.into())]))
                }
            }
        }
    };
    look.given.iter().filter(|m| m.given.slot == slot).map(line).collect()
}

/// Who has applied, once nothing can be changed any more and before there is a result.
fn applications(f: Frame<'_>, sheet: &Sheet) -> Markup {
    let v = f.v;
    let row = |a: &crate::seasons::rules::Application| {
        let about = [("kind", says::kind(v, a.kind).into()), ("size", a.size.into()), ("wants", a.wants.into())];
        Row::new(a.applicant.name()).icon("users").note(&v.ta("seasons-about", &about))
    };
    page::section("applications", &v.t("seasons-applications"), None, page::rows(sheet.applications.iter().map(row)))
}

fn rule(f: Frame<'_>, look: &Look) -> Markup {
    let v = f.v;
    let names = look.round.terms.weights.all().map(|(name, n)| (v.t(&format!("seasons-weight-{name}")), n));
    html! {
        (page::section("rule", &v.t("seasons-rule"), None, html! {
            (page::card(html! {
                p { (v.t("seasons-rule-picks")) }
                p { (v.t("seasons-rule-points")) }
                p { (v.t("seasons-rule-best")) }
                p { (v.t("seasons-rule-lottery")) }
            }))
            (page::facts(names.iter().map(|(name, n)| (name.as_str(), html! { (n) }))))
        }))
    }
}

/// What anybody needs who wants to do it again.
fn verify(f: Frame<'_>, sheet: &Sheet, file: &str) -> Markup {
    let v = f.v;
    let or = |text: &Option<String>| match text {
        Some(text) => hash(text),
        None => html! { (v.t("seasons-not-yet")) },
    };
    let names = ["seasons-commitment", "seasons-locked", "seasons-seed", "seasons-sum"].map(|key| v.t(key));
    let values = [hash(&sheet.commitment), or(&sheet.locked), or(&sheet.seed), hash(&sheet.sum)];
    html! {
        (page::section("verify", &v.t("seasons-verify"), None, html! {
            p class="note" { (v.t("seasons-verify-why")) }
            (page::facts(names.iter().map(String::as_str).zip(values)))
            ul class="chips" { li { (page::pill(&v.t("seasons-download"), file)) } }
        }))
    }
}
