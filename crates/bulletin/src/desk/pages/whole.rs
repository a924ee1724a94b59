//! One notice: how it stands, what can be done, how it will look, and what was done.
use kernel::page::{Fields, Kind, Row, Tone, facts, notice as tip, rows, section, status};
use maud::{Markup, html};
use people::StaffId;

use super::acts::{self, WholePage};
use crate::at_desk::Whole;
use crate::frame::{Frame, desk_path, desk_photo_path};
use crate::public::text;
use crate::rules::{Down, Ended, Stands, Version, Work};
use crate::says;

pub fn whole(f: Frame<'_>, p: &WholePage<'_>) -> Markup {
    let (v, w) = (f.v, p.whole);
    let id = w.notice.id;
    html! {
        @if p.done { (tip(Tone::Ok, &v.t("bulletin-desk-kept"), html! {})) }
        (Fields::new(v, p.problems).summary())
        (stands(f, w))
        (acts::main(f, p))
        @if w.down().is_some() { (acts::take_down(f, p)) }
        @let preview = text(f, &w.last.draft, &w.pictures, |photo| desk_photo_path(f.station, id, photo));
        (section("h-text", &v.t("bulletin-desk-preview"), None, html! {
            @if !w.last.what.is_empty() { (tip(Tone::Lamp, &v.t("bulletin-desk-what"), html! { p { (w.last.what) } })) }
            (preview)
            (acts::add_photo(f, p))
        }))
        @if !w.last.draft.body_en.is_empty() {
            (section("h-english", &v.t("bulletin-field-english"), None, html! {
                p { b { (w.last.draft.title_en) } }
                div class="card pad text" lang="en" { (kernel::markdown::html(&w.last.draft.body_en)) }
            }))
        }
        (section("h-history", &v.t("bulletin-desk-history"), None, history(f, w)))
        @if w.down().is_none() { (acts::take_down(f, p)) }
    }
}

fn stands(f: Frame<'_>, w: &Whole) -> Markup {
    let v = f.v;
    let (kind, key) = match (w.notice.stands, w.notice.work) {
        (Stands::Public, _) => (Kind::Ok, "bulletin-stands-public"),
        (Stands::Down, _) => (Kind::Stop, "bulletin-stands-down"),
        (Stands::NotYet, Work::Asked) => (Kind::Away, "bulletin-stands-asked"),
        (Stands::NotYet, _) => (Kind::Shut, "bulletin-stands-draft"),
    };
    let work = match (w.was_read(), w.notice.work) {
        (true, Work::Draft) => Some("bulletin-stands-correction"),
        (true, Work::Asked) => Some("bulletin-stands-correction-asked"),
        _ => None,
    };
    let names = ["bulletin-fact-stands", "bulletin-fact-section", "bulletin-fact-source"].map(|key| v.t(key));
    let mut all = vec![
        (names[0].as_str(), html! { (status(kind, &v.t(key))) @if let Some(key) = work { (v.t(key)) } }),
        (names[1].as_str(), html! { (says::section(v, &w.section)) }),
    ];
    if !w.last.draft.source.is_empty() {
        all.push((names[2].as_str(), html! { (w.last.draft.source) }));
    }
    facts(all)
}

/// Every version and every wish to take it down, the last first.
fn history(f: Frame<'_>, w: &Whole) -> Markup {
    let mut all: Vec<_> = w.versions.iter().map(|one| (one.at, version(f, w, one))).collect();
    all.extend(w.downs.iter().map(|one| (one.asked_at, down(f, w, one))));
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    rows(all.into_iter().map(|(_, row)| row))
}

/// 祁海燕 6月24日 19:20
fn hand(f: Frame<'_>, w: &Whole, staff: StaffId, at: jiff::Timestamp) -> String {
    let at = says::at(&f.when(), at);
    match w.name(staff) {
        Some(name) => format!("{name} {at}"),
        None => at,
    }
}

fn version(f: Frame<'_>, w: &Whole, one: &Version) -> Row {
    let v = f.v;
    let mut row = Row::new(v.ta("bulletin-desk-version", &[("n", one.nr.into())])).icon("history");
    row = row.note(&v.ta("bulletin-desk-wrote", &[("hand", hand(f, w, one.by, one.at).into())]));
    if !one.what.is_empty() {
        row = row.note(&one.what);
    }
    if let (Some(by), Some(at)) = (one.shown_by, one.shown_at) {
        let key = if one.alone { "bulletin-desk-published-alone" } else { "bulletin-desk-published" };
        row = row.note(&v.ta(key, &[("hand", hand(f, w, by, at).into())]));
    }
    row.leads_to(format!("{}/versions/{}", desk_path(f.station, w.notice.id), one.nr))
}

fn down(f: Frame<'_>, w: &Whole, one: &Down) -> Row {
    let v = f.v;
    let asked = v.ta("bulletin-desk-down-by", &[("hand", hand(f, w, one.asked_by, one.asked_at).into())]);
    let row = Row::new(&one.why).icon("eye-off").note(&asked);
    let key = match one.ended {
        Ended::Open => return row,
        Ended::Down => "bulletin-desk-down-done",
        Ended::KeptUp => "bulletin-desk-down-refused",
    };
    let (Some(by), Some(at)) = (one.ended_by, one.ended_at) else { return row };
    row.note(&v.ta(key, &[("hand", hand(f, w, by, at).into())]))
}
