//! Who stands at which post now, as everybody reads it: surnames, and honestly when nobody does.
use kernel::page::{self, HtmlPage, Row};
use maud::Markup;
use maud::html;

use crate::duty::answers::PostNow;
use crate::duty::says;
use crate::public::pages::Frame;
use crate::says::{hours, name};

/// So many posts stand on a home page.
const FEW: usize = 2;
/// A page that is open is asked for again after so many seconds.
const REFRESH: u32 = 60;

fn row(f: Frame<'_>, p: &PostNow) -> Row {
    let (kind, words) = says::now(f.v, &f.when(), p);
    Row::new(name(f.v, &p.post.name)).icon("user-check").status(kind, &words)
}

/// Every post, with where it is and the hours that it promises.
pub fn posts(f: Frame<'_>, all: &[PostNow]) -> HtmlPage {
    let v = f.v;
    let in_full = |p: &PostNow| {
        let place = name(v, &p.post.place);
        let promised = v.ta("duty-promises", &[("hours", hours(v, &p.post.hours).into())]);
        let row = row(f, p);
        let row = if place.is_empty() { row } else { row.note(place) };
        row.note(&promised)
    };
    f.page(v.t("duty-title")).refresh(REFRESH).describe(&v.t("duty-describe")).body(html! {
        @if all.is_empty() { (page::empty("user-check", &v.t("duty-none"), None)) }
        @else { div class="sec" { (page::rows(all.iter().map(in_full))) } }
        p class="sec note" { (v.t("duty-how")) }
        (f.ask_a_person())
    })
}

/// 先锋岗 on the home page.
pub fn home(f: Frame<'_>, all: &[PostNow]) -> Option<Markup> {
    if all.is_empty() {
        return None;
    }
    let (more, path) = (f.v.t("duty-all"), f.station.path("/duty"));
    let rows = page::rows(all.iter().take(FEW).map(|p| row(f, p)));
    Some(page::section("duty", &f.v.t("duty-title"), Some((&more, &path)), rows))
}
