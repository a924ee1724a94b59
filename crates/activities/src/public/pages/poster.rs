//! One time on paper, A4, with the code that leads to it.
use kernel::fault::Fault;
use kernel::page::{HtmlPage, Page};
use maud::html;
use stations::poster_code;

use crate::answers::Seen;
use crate::frame::Frame;
use crate::says;

/// `url` is where the code leads.
pub fn poster(f: Frame<'_>, seen: &Seen, url: &str) -> Result<HtmlPage, Fault> {
    let (v, when) = (f.v, f.when());
    let plan = &seen.series.plan;
    let ages = says::ages(v, &plan.ages);
    let moon = stations::lunar(v, when.date(seen.one.starts_at));
    let place = says::place(v, seen);
    let body = html! {
        div class="poster" {
            h1 { (seen.title()) }
            p { b { (says::time(&when, seen)) } @if let Some(moon) = &moon { br; (moon) } }
            @if !place.is_empty() { p { (place) } }
            (poster_code(v, url)?)
            p { b { (v.t("activities-poster-scan")) } }
            p class="small" { (url) }
            p {
                @for line in [&plan.audience, &ages] { @if !line.is_empty() { (line) br; } }
                @if !plan.bring.is_empty() { (v.t("activities-fact-bring")) " " (plan.bring) br; }
                (f.station.name(v)) " · " (f.station.address)
                @if let Some(phone) = &f.station.phone { br; (v.t("activities-phone")) " " b { (phone) } }
            }
        }
    };
    Ok(Page::new(v, seen.title()).place(f.station.place(v)).print().body(body))
}
