//! Why everybody got what they got, wish by wish; and what staff have changed.
use kernel::page::{self, Row};
use kernel::view::View;
use maud::{Markup, html};

use crate::seasons::rules::{Answer, Application, Change, Sheet};
use crate::seasons::says;

/// Every applicant with all wishes, also those who got nothing.
pub fn reasons(v: &View, sheet: &Sheet) -> Markup {
    html! {
        (page::section("reasons", &v.t("seasons-reasons"), None, html! {
            @for a in &sheet.applications { (one(v, sheet, a)) }
        }))
    }
}

fn one(v: &View, sheet: &Sheet, a: &Application) -> Markup {
    let answers = sheet.allocation.iter().flat_map(|all| &all.answers).filter(|w| w.application == a.id);
    let about = [("kind", says::kind(v, a.kind).into()), ("size", a.size.into()), ("wants", a.wants.into())];
    let place = says::place_in_lottery(sheet, a.id);
    let place = place.map(|n| v.ta("seasons-in-lottery", &[("n", n.into())]));
    html! {
        h3 { (a.applicant.name()) }
        p class="note" { (v.ta("seasons-about", &about)) @if let Some(place) = &place { " · " (place) } }
        (page::rows(answers.map(|answer| wish(v, sheet, (a, answer)))))
    }
}

fn wish(v: &View, sheet: &Sheet, (a, answer): (&Application, &Answer)) -> Row {
    let slot = sheet.terms.slot(answer.slot);
    let rank = v.ta("seasons-wish", &[("rank", answer.rank.into())]);
    Row::new(slot.map_or_else(String::new, |s| says::slot(v, s)))
        .icon("calendar")
        .status(says::outcome_kind(&answer.outcome), &says::outcome(v, sheet, answer))
        .note(&format!("{rank} · {}", says::points(v, a.kind, &answer.points)))
}

/// In their order, with the reasons.
pub fn changes(v: &View, sheet: &Sheet) -> Markup {
    let row = |change: &Change| {
        let key = if change.gives { "seasons-change-gives" } else { "seasons-change-takes" };
        let slot = sheet.terms.slot(change.slot).map_or_else(String::new, |s| says::slot(v, s));
        let name = says::name(sheet, change.application);
        Row::new(v.ta(key, &[("name", name.into()), ("slot", slot.into())])).icon("info-circle").note(&change.reason)
    };
    page::section("changes", &v.t("seasons-changes"), None, page::rows(sheet.changes.iter().map(row)))
}
