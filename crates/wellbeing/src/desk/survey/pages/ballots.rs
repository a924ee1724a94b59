//! Ballots, four to a sheet of A4: the question in both languages, eleven boxes, the bands of age, and the code that answers once.
use jiff::civil::Date;
use kernel::fault::Fault;
use kernel::page::HtmlPage;
use kernel::view::View;
use kernel::words::Lang;
use maud::{Markup, html};
use stations::qr_picture;

use super::Frame;
use crate::desk::survey::{assets, says};
use crate::rules::ballot::Code;
use crate::rules::waves::{Band, TOP_SCORE};

/// So many are on one sheet.
const A_SHEET: usize = 4;

pub struct Ballots<'a> {
    /// In the order in which they were drawn, which is that of no household.
    pub codes: &'a [Code],
    pub bands: &'a [Band],
    /// The last day on which answers are taken.
    pub closes_on: Date,
    /// The address of the deployment.
    pub base: &'a str,
}

/// # Errors
/// An address that does not fit into a picture.
pub fn ballots(f: Frame<'_>, b: &Ballots<'_>) -> Result<HtmlPage, Fault> {
    let both = [Lang::Zh, Lang::En].map(|lang| says::in_lang(f.v, lang));
    let drawn = b.codes.iter().map(|code| ballot(f, (b, &both), code)).collect::<Result<Vec<_>, _>>()?;
    let title = f.v.t("survey-ballots");
    let body = html! {
        h1 class="vh" { (title) }
        div class="screen-only" {
            p { (f.v.ta("survey-ballots-n", &[("n", b.codes.len().into())])) }
            p { b { (f.v.t("survey-ballots-once")) } " " (f.v.t("survey-ballots-mix")) }
        }
        @for sheet in drawn.chunks(A_SHEET) {
            ul class="ballots" { @for one in sheet { li class="ballot" { (one) } } }
        }
    };
    Ok(f.bare(title.clone()).print().sheet_at(assets::sheet()).body(body))
}

fn ballot(f: Frame<'_>, (b, both): (&Ballots<'_>, &[View; 2]), code: &Code) -> Result<Markup, Fault> {
    let [zh, en] = both;
    let url = format!("{}{}?ballot={}", b.base, f.station.path("/survey"), code.text());
    let picture = qr_picture(&url, &f.v.t("survey-ballot-qr"))?;
    Ok(html! {
        p class="by" { b { (f.station.name(zh)) } span { (zh.t("survey-ballot-title")) } }
        p { (zh.t("survey-ballot-who")) " " span class="en" lang="en" { (en.t("survey-ballot-who")) } }
        p class="ask" { (zh.t("survey-question")) }
        p class="en" lang="en" { (en.t("survey-question")) }
        ol { @for score in 0..=TOP_SCORE { li { i {} (score) } } }
        div class="ends" { @for key in ["survey-question-low", "survey-question-high"] { (ends(both, key)) } }
        p { b { (zh.t("survey-question-band")) } " " span class="en" lang="en" { (en.t("survey-question-band")) } }
        ul { @for band in b.bands { li { i {} (band.band) } } }
        div class="send" {
            (picture)
            div {
                p class="code" { (code) }
                @for (v, class) in both.iter().zip(["", "en"]) {
                    p class=(class) lang=(v.lang.tag()) { (how(f, v, b.closes_on)) }
                }
            }
        }
    })
}

/// What an end of the row means, in both languages.
fn ends(both: &[View; 2], key: &str) -> Markup {
    let [zh, en] = both;
    html! { p { (zh.t(key)) br; span class="en" lang="en" { (en.t(key)) } } }
}

/// How to answer by it and until when, and whom to ask.
fn how(f: Frame<'_>, v: &View, closes_on: Date) -> Markup {
    let day = v.when(&f.station.zone).date_in_full(closes_on);
    html! {
        (v.ta("survey-ballot-how", &[("day", day.into())])) " " (v.t("survey-ballot-nobody"))
        @if let Some(phone) = &f.station.phone { " " (v.ta("survey-ballot-phone", &[("phone", phone.as_str().into())])) }
    }
}
