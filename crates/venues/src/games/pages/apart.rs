//! Whom one keeps away from. Only oneself reads this page.
use kernel::page::{self, Button, Dock, HtmlPage, Row};
use maud::html;

use crate::games::acts::Apart;
use crate::public::pages::Frame;

pub fn apart(f: Frame<'_>, all: &[Apart]) -> HtmlPage {
    let v = f.v;
    let when = f.when();
    let row = |a: &Apart| {
        let day = when.date_in_full(when.date(a.block.made_at));
        let about = v.ta("games-apart-lift-about", &[("name", a.shown.as_str().into())]);
        let path = f.station.path(&format!("/games/apart/{}/{}/removal", a.block.station, a.block.id));
        Row::new(&a.shown).person(&a.shown).note(&v.ta("games-apart-since", &[("day", day.into())])).end(html! {
            form method="post" action=(path) { (Button::new(v.t("games-apart-lift")).small(false).about(about)) }
        })
    };
    f.page(v.t("games-apart")).back(v.t("games-title"), f.station.path("/games")).dock(Dock::Mine).body(html! {
        p class="note" { (v.t("games-apart-why")) }
        @if all.is_empty() { (page::empty("circle-check", &v.t("games-apart-none"), None)) }
        @else { (page::section("apart", &v.t("games-apart-list"), None, page::rows(all.iter().map(row)))) }
    })
}
