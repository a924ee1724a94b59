//! One notice on paper, A4, with the code that leads to it.
use kernel::fault::Fault;
use kernel::page::{HtmlPage, Page};
use maud::html;
use stations::poster_code;

use crate::answers::Public;
use crate::frame::Frame;
use crate::says;

/// `url` is where the code leads.
pub fn poster(f: Frame<'_>, public: &Public, url: &str) -> Result<HtmlPage, Fault> {
    let v = f.v;
    let draft = &public.listed.version.draft;
    let body = html! {
        div class="poster" {
            h1 { (says::title(v, draft)) }
            p { (says::about(v, draft)) }
            (poster_code(v, url)?)
            p { b { (v.t("bulletin-poster-scan")) } }
            p class="small" { (url) }
            p class="small" {
                (f.station.name(v)) " · " (says::on(&f.when(), public.listed.changed_at()))
                @if let Some(phone) = &f.station.phone { br; (v.t("bulletin-phone")) " " b { (phone) } }
            }
        }
    };
    Ok(Page::new(v, says::title(v, draft)).place(f.station.place(v)).print().body(body))
}
