//! The four 常, one card each, all alike: the range, a bar, a sentence, what it was counted from, where it comes from and what it
//! does not see. They are never added up and have no order beyond the motto's.
use kernel::page::{empty, section};
use kernel::view::View;
use maud::{Markup, html};

use super::chart;
use super::frame::{Frame, figure};
use crate::public::months::says;
use crate::rules::door::DoorDay;
use crate::rules::figure::{Figure, Indicator, printed};
use crate::rules::sheet::MonthSheet;

/// In the words of the motto.
pub const FOUR: [Indicator; 4] = [Indicator::Open, Indicator::Used, Indicator::Held, Indicator::Visits];

/// The four cards.
pub fn four(f: Frame<'_>, sheet: &MonthSheet) -> Markup {
    html! { @for indicator in FOUR { (one(f, sheet, indicator)) } }
}

fn one(f: Frame<'_>, sheet: &MonthSheet, indicator: Indicator) -> Markup {
    let v = f.v;
    let (id, title) = (format!("h-{}", indicator.word()), says::indicator(v, indicator));
    let Some(main) = figure(sheet, indicator, "") else {
        let rest = figure(sheet, Indicator::VisitedHours, "").filter(|_| indicator == Indicator::Visits);
        return section(
            &id,
            &title,
            None,
            html! {
                (empty("eye-off", &why_not(v, sheet, indicator), None))
                @if let Some(hours) = rest { div class="card pad text sec" { (drawn(v, hours)) (origin(v, hours)) } }
            },
        );
    };
    section(
        &id,
        &title,
        None,
        html! {
            div class="card" {
                div class="pad text" {
                    (drawn(v, main))
                    @if indicator == Indicator::Visits {
                        @if let Some(hours) = figure(sheet, Indicator::VisitedHours, "") { (drawn(v, hours)) }
                    }
                }
                (counted(f, sheet, indicator))
                div class="pad" { (origin(v, main)) }
            }
        },
    )
}

/// A figure's picture, its sentence, and of how many it is.
pub fn drawn(v: &View, f: &Figure) -> Markup {
    html! {
        @if f.indicator == Indicator::Visits { (chart::open_ended(v, f)) } @else { (chart::share(v, f)) }
        p { (says::sentence(v, f)) }
        p class="note" { (says::of_how_many(v, f)) }
    }
}

/// Where a figure comes from and what it does not see.
pub fn origin(v: &View, f: &Figure) -> Markup {
    html! { p class="note" { (says::source(v, f)) " " (says::gaps(v, f)) } }
}

/// Why there is no figure. Nothing is not zero.
pub fn why_not(v: &View, sheet: &MonthSheet, indicator: Indicator) -> String {
    match indicator {
        Indicator::Open => v.t("months-none-open"),
        Indicator::Used => v.t("months-none-used"),
        Indicator::Held if sheet.held.is_some() => v.t("months-none-planned"),
        Indicator::Held => v.t("months-none-held"),
        _ if sheet.residents.is_none() => v.t("months-none-residents"),
        _ => v.t("months-none-visits"),
    }
}

/// The numbers that the range is made of.
fn counted(f: Frame<'_>, sheet: &MonthSheet, indicator: Indicator) -> Markup {
    let rows = basis(f, sheet, indicator);
    html! { dl class="kv" { @for (name, value) in rows { div { dt { (name) } dd { (value) } } } } }
}

/// 23 小时
fn hours(v: &View, minutes: i64) -> String {
    v.ta("months-hours", &[("hours", printed(minutes.max(0) as f64 / 60.0, 0).into())])
}

/// What was counted, in words.
pub fn basis(f: Frame<'_>, sheet: &MonthSheet, indicator: Indicator) -> Vec<(String, String)> {
    let v = f.v;
    match indicator {
        Indicator::Open => sheet.door.map(|door| door_of(v, &door.minutes)).unwrap_or_default(),
        Indicator::Used => sheet.rooms.map_or_else(Vec::new, |r| {
            let uses = match r.walk_ins {
                Some(n) => v.ta("months-used-walked", &[("uses", r.uses.into()), ("walk_ins", n.into())]),
                None => v.ta("months-used-times", &[("n", r.uses.into())]),
            };
            vec![
                (v.t("months-used-open"), hours(v, r.open_min)),
                (v.t("months-used-used"), hours(v, r.used_min)),
                (v.t("months-used-unsure"), hours(v, r.unsure_min)),
                (v.t("months-used-uses"), uses),
            ]
        }),
        Indicator::Held => sheet.held.map_or_else(Vec::new, |h| {
            let times = |n: u64| v.ta("months-times", &[("n", n.into())]);
            let all = [
                (v.t("months-held-planned"), h.planned),
                (v.t("months-held-held"), h.held),
                (v.t("months-held-unknown"), h.unknown),
                (v.t("months-held-late"), h.late),
                (v.t("months-held-few"), h.few),
                (v.t("months-held-off"), h.called_off),
            ];
            all.into_iter().map(|(name, n)| (name, times(n))).collect()
        }),
        _ => sheet.residents.iter().map(|r| residents(f, r)).collect(),
    }
}

fn door_of(v: &View, m: &DoorDay) -> Vec<(String, String)> {
    let unseen = m.promised - m.open - m.closed - m.disputed;
    let mut all = vec![
        (v.t("months-open-promised"), hours(v, m.promised)),
        (v.t("months-open-open"), hours(v, m.open)),
        (v.t("months-open-closed"), hours(v, m.closed)),
        (v.t("months-open-unseen"), hours(v, unseen)),
    ];
    if m.disputed > 0 {
        all.push((v.t("months-open-disputed"), hours(v, m.disputed)));
    }
    if m.reports > 0 {
        all.push((v.t("months-open-reports"), v.ta("months-quarters", &[("n", m.reports.into())])));
    }
    all
}

fn residents(f: Frame<'_>, r: &crate::rules::sheet::Residents) -> (String, String) {
    let args =
        [("n", r.count.into()), ("source", r.source.as_str().into()), ("day", f.when().date_in_full(r.as_of).into())];
    (f.v.t("months-residents"), f.v.ta("months-residents-of", &args))
}
