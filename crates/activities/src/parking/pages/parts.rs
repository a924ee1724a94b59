//! What several pages show of lots.
use jiff::Timestamp;
use kernel::page::{Kind, Row};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use crate::parking::answers::Ground;
use crate::parking::rules::{Class, Lot, Shown, shown};
use crate::parking::says;

/// 空 23 个 of one lot, as it stands now.
pub fn stands(v: &View, when: &When, lot: &Lot, class: Class) -> Option<(Shown, Kind, String)> {
    let shown = shown(v.now(), lot, class)?;
    let (kind, words) = says::stands(v, when, lot, &shown);
    Some((shown, kind, words))
}

/// A lot as a row: name, how it stands, and what there is to know.
pub fn row(v: &View, when: &When, lot: &Lot, class: Class) -> Option<Row> {
    let (shown, kind, words) = stands(v, when, lot, class)?;
    let row = Row::new(says::name(v, &lot.name)).icon("parking").status(kind, &words);
    let row = if lot.address.is_empty() { row } else { row.note(&lot.address) };
    let row = match says::counted_at(v, when, &shown) {
        Some(at) => row.note(&at),
        None => row,
    };
    Some(match says::leave_by(v, when, lot) {
        Some(by) if v.now() < lot.closes => row.note(&by),
        _ => row,
    })
}

/// The other classes of vehicles, as links.
pub fn classes(v: &View, ground: &Ground, chosen: Class, path: &str) -> Markup {
    let all = ground.classes();
    html! {
        @if all.len() > 1 {
            nav class="chips" aria-label=(v.t("parking-marshal-class")) {
                @for class in all {
                    a class={ "pill" @if class == chosen { " go" } } href={ (path) "?class=" (class.name()) }
                        aria-current=[(class == chosen).then_some("true")] { (says::class(v, class)) }
                }
            }
        }
    }
}

/// 6月27日 周六（农历五月十三）
pub fn day_with_lunar(v: &View, station: &Station, at: Timestamp) -> (String, String) {
    let when = v.when(&station.zone);
    let on = when.date(at);
    let lunar = stations::lunar(v, on).map(|l| v.ta("parking-lunar", &[("lunar", l.into())])).unwrap_or_default();
    (format!("{} {}", when.date_in_full(on), when.weekday(on)), lunar)
}
