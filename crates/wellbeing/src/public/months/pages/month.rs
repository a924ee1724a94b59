//! 六月的驿站: all of a month on one page. Cards that are alike for what is alike, a sentence under every figure, nothing added up.
use kernel::page::{Button, HtmlPage, Tone, notice};
use maud::html;

use super::frame::{Frame, first_day};
use super::{after, contact, four, survey, weeks};
use crate::public::months::reads::Month;
use crate::public::months::{says, top};

pub fn month(f: Frame<'_>, of: &Month) -> HtmlPage {
    let (v, sheet) = (f.v, &of.sheet);
    let page = f.page(says::title(v, first_day(sheet))).back(v.t("months-list"), top(f.station));
    let page = page.link_alternate("application/json", &f.path(of, ".json"), "JSON").describe(&v.t("months-what"));
    page.body(html! {
        p { (v.t("months-what")) }
        (after::revision(f, of))
        p class="chips" { (Button::new(v.t("months-print")).small(false).href(f.path(of, "/paper"))) }
        @if !sheet.corrections.is_empty() {
            (notice(Tone::Lamp, &v.ta("months-corrected", &[("n", sheet.corrections.len().into())]), html! {
                p { a href="#h-corrections" { (v.t("months-corrected-see")) } }
            }))
        }
        (four::four(f, sheet))
        @if let Some(fullest) = &sheet.fullest { p class="sec" { b { (says::fullest(v, fullest)) } } }
        (weeks::weeks(f, sheet))
        (contact::contact(f, sheet))
        (survey::survey(f, sheet))
        (after::changed(f, sheet))
        (after::corrections(f, of))
        (after::not_known(f, sheet))
        (after::data(f, of))
    })
}
