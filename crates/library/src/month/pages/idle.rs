//! What of a shelf nobody has taken for a year.
use kernel::page::{Row, empty, rows};
use maud::{Markup, html};

use crate::frame::{Frame, desk_title_path};
use crate::month::answers::{Idle, IdleList};

pub fn idle(f: Frame<'_>, list: &IdleList) -> Markup {
    let v = f.v;
    let row = |one: &Idle| {
        let day = |on| f.when().date_in_full(on);
        let lent = match one.last_lent_on {
            Some(on) => v.ta("library-month-idle-lent", &[("on", day(on).into())]),
            None => v.t("library-month-idle-never"),
        };
        let came = v.ta("library-month-idle-came", &[("on", day(one.added_on).into())]);
        let row = Row::new(&one.name).icon("books").note(&format!("{lent} · {came}")).note(&one.barcode);
        row.leads_to(desk_title_path(f.station, one.title))
    };
    html! {
        p class="note sec" { (v.t("library-month-idle-what")) }
        @if list.all.is_empty() { (empty("circle-check", &v.t("library-month-idle-none"), None)) }
        @else { div class="sec" { (rows(list.all.iter().map(row))) } }
        @if list.n > list.all.len() {
            p class="note sec" { (v.ta("library-month-idle-more", &[("n", (list.n - list.all.len()).into())])) }
        }
    }
}
