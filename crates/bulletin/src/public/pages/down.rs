//! What remains of a notice that was taken down.
use axum::http::StatusCode;
use kernel::page::HtmlPage;
use maud::html;

use crate::frame::Frame;
use crate::rules::Down;
use crate::says;

pub fn down(f: Frame<'_>, down: &Down) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let at = says::at(&when, down.ended_at.unwrap_or(down.asked_at));
    f.page(v.t("bulletin-down-title")).status(StatusCode::GONE).body(html! {
        div class="card best shut" id="down" {
            h2 { (v.ta("bulletin-down-at", &[("at", at.into())])) }
            p { (v.ta("bulletin-down-why", &[("why", down.why.as_str().into())])) }
        }
        (f.ask_a_person(&v.t("bulletin-down-ask")))
    })
}
