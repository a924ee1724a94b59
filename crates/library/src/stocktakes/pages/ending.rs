//! What becomes of the copies when a walk ends: looked at, then confirmed.
use kernel::form::Problems;
use kernel::page::{Button, Fields, Row, actions, empty, rows, section};
use maud::{Markup, html};

use crate::frame::{self, Frame};
use crate::stocktakes::answers::{Ending, Here, Listed};
use crate::stocktakes::says;

pub fn ending(f: Frame<'_>, here: &Here, ending: &Ending, (problems, once): (&Problems, &str)) -> Markup {
    let v = f.v;
    let path = says::path(f.station, here.walk.stocktake.id);
    let shelf = |id: i32| here.shelves.iter().find(|s| s.id == id).map(|s| frame::shelf(v, s).to_owned());
    let where_to = |one: &Listed| shelf(one.standing.shelf).unwrap_or_default();
    let row = |icon: &str, one: &Listed| {
        let under = format!("{} · {}", where_to(one), one.standing.barcode);
        Row::new(&one.title).icon(icon).note(&under)
    };
    let misplaced = |one: &Listed| {
        let at = one.standing.seen.and_then(shelf).unwrap_or_default();
        let words = v.ta("stocktakes-misplaced-row", &[("at", at.into()), ("shelf", where_to(one).into())]);
        Row::new(&one.title).icon("books").note(&words)
    };
    let n = ending.missing.len();
    let label = if n == 0 { v.t("stocktakes-end-all") } else { v.ta("stocktakes-end-missing", &[("n", n.into())]) };
    let seen = [("seen", here.progress.seen.into()), ("of", here.progress.of.into())];
    html! {
        (Fields::new(v, problems).summary())
        p class="sec" { (v.ta("stocktakes-seen-of", &seen)) }
        (section("h-missing", &v.ta("stocktakes-missing", &[("n", n.into())]), None, html! {
            @if n == 0 { (empty("circle-check", &v.t("stocktakes-missing-none"), None)) }
            @else {
                p class="note" { (v.t("stocktakes-end-how")) }
                (rows(ending.missing.iter().map(|one| row("alert-triangle", one))))
            }
        }))
        @if !ending.again.is_empty() {
            (section("h-again", &v.ta("stocktakes-again", &[("n", ending.again.len().into())]), None,
                rows(ending.again.iter().map(|one| row("circle-check", one)))))
        }
        @if !ending.misplaced.is_empty() {
            (section("h-misplaced", &v.ta("stocktakes-misplaced", &[("n", ending.misplaced.len().into())]), None,
                rows(ending.misplaced.iter().map(misplaced))))
        }
        (actions(html! {
            (f.press(&format!("{path}/end"), once, &[("read", &ending.read)], &Button::new(label).icon("check")))
            (Button::new(v.t("stocktakes-go-on-walking")).secondary().icon("walk").href(path.clone()))
        }))
    }
}
