//! What several pages of a round share.
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use crate::RoundId;
use crate::seasons::rules::{Awarded, By, Sheet, Terms};
use crate::seasons::says;

pub fn round_path(station: &Station, id: RoundId) -> String {
    station.path(&format!("/seasons/{id}"))
}

/// 9月1日到12月31日
pub fn dates(v: &View, station: &Station, terms: &Terms) -> String {
    let when = v.when(&station.zone);
    let day = |on| when.date_in_full(on);
    v.ta("seasons-dates", &[("from", day(terms.starts_on).into()), ("until", day(terms.ends_on).into())])
}

/// A long hash, which may be broken anywhere.
pub fn hash(text: &str) -> Markup {
    let chars: Vec<char> = text.chars().collect();
    let parts: Vec<String> = chars.chunks(8).map(|part| part.iter().collect()).collect();
    html! { @for part in &parts { (part) wbr; } }
}

/// Who has a slot: 太极队、合唱队（由驿站给）.
pub fn names_of(v: &View, sheet: &Sheet, slot: i32) -> Vec<String> {
    let name = |a: &Awarded| {
        let name = says::name(sheet, a.application);
        match a.by {
            By::Rule => name,
            By::Staff => v.ta("seasons-by-staff", &[("name", name.into())]),
        }
    };
    sheet.awards.iter().filter(|a| a.slot == slot).map(name).collect()
}
