//! What somebody has read, if they want it to be remembered: off until they say so, erased when they say no.
use kernel::page::{Button, HtmlPage, Row, actions, empty, rows};
use kernel::words::When;
use maud::html;

use crate::frame::{Frame, title_path};
use crate::lending::answers::Read;

/// 5月3日–6月1日
fn between(when: &When, one: &Read) -> String {
    format!("{}–{}", when.date_in_full(one.lent_on), when.date_in_full(one.returned_on))
}

pub fn history(f: Frame<'_>, (wanted, all): (bool, &[Read]), once: &str) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let path = f.station.path("/library/history");
    let stop = Button::new(v.t("library-history-stop"));
    let row = |one: &Read| {
        Row::new(&one.title.title)
            .icon("books")
            .note(&between(&when, one))
            .leads_to(title_path(f.station, one.title.id))
    };
    f.page(v.t("library-history")).body(html! {
        p { (v.t(if wanted { "library-history-on" } else { "library-history-off" })) }
        @if wanted {
            @if all.is_empty() { (empty("history", &v.t("library-history-none"), None)) }
            @else { div class="sec" { (rows(all.iter().map(row))) } }
            (actions(html! {
                (f.press(&path, once, &[("history", "off")], &stop.danger().icon("trash")))
            }))
            p class="note" { (v.t("library-history-stop-what")) }
        } @else {
            (actions(html! {
                (f.press(&path, once, &[("history", "on")], &Button::new(v.t("library-history-start")).icon("history")))
            }))
            p class="note" { (v.t("library-history-start-what")) }
        }
    })
}
