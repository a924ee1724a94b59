//! The receipt on paper of 80 or 58 mm: what was left, by when it is ready, and where a phone follows it.
use kernel::fault::Fault;
use kernel::page::{HtmlPage, Page};
use maud::html;

use crate::hall::assets::url;
use crate::hall::pages::slip::Roll;
use crate::public::pages::Frame;
use crate::receipts::answers::Seen;
use crate::receipts::says;
use crate::says::{at, name};

/// `address` is where a phone follows it.
pub fn slip(f: Frame<'_>, roll: Roll, seen: &Seen, address: &str) -> Result<HtmlPage, Fault> {
    let (v, when) = (f.v, f.when());
    let code = stations::qr_picture(address, &v.t("receipt-slip-qr"))?;
    let carrier = seen.carrier.as_deref().and_then(people::surname::shown);
    let left = seen.papers.iter().filter(|(_, left)| *left).map(|(paper, _)| name(v, &paper.name));
    let missing = says::papers(v, seen.missing());
    let made = format!("{} {}", when.date_in_full(when.date(seen.kept.made_at)), when.time(seen.kept.made_at));
    let body = html! {
        div class=(roll.class()) {
            h1 { (f.station.name(v)) }
            p class="num" { (seen.folder()) }
            p class="what" { (says::matter(v, seen)) }
            @if let Some(carrier) = &carrier { p class="ln" { (v.ta("hall-carried", &[("name", carrier.surname.as_str().into())])) } }
            p class="ahead" { (v.ta("receipt-then-by", &[("at", at(&when, seen.kept.ready_at).into())])) }
            hr;
            h2 { (v.t("receipt-left")) }
            ul { @for paper in left { li { (paper) } } }
            @if !missing.is_empty() { p { (v.ta("receipt-missing", &[("papers", missing.into())])) } }
            hr;
            div class="scan" {
                (code)
                p { b { (v.t("hall-slip-scan")) } br; (v.t("receipt-slip-follow")) }
            }
            p class="sm" { (v.ta("receipt-slip-made", &[("at", made.into())])) }
            @if let Some(phone) = &f.station.phone { p class="sm" { (v.t("hall-phone")) " " b { (phone) } } }
        }
    };
    let page = Page::new(v, seen.folder()).place(f.station.place(v)).print().sheet_at(url("slip.css"));
    Ok(page.body(body))
}
