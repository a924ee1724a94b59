//! The slip for whoever wishes, on the paper of the receipt printer: six digits, told this once, and how to take the wish back or
//! object. What they wish does not stand on it, so that nobody who finds it learns anything.
use kernel::page::{Button, HtmlPage, Kind as Shape, Page, Receipt, actions, status};
use maud::{Markup, html};

use crate::WishId;
use crate::frame::{Frame, desk_path};

pub struct Slip<'a> {
    pub id: WishId,
    /// Six digits.
    pub code: &'a str,
    /// Whether it is in place of one that was lost or used up.
    pub anew: bool,
}

/// What whoever has the slip can do.
const RULES: [&str; 3] = ["wishes-desk-slip-keep", "wishes-desk-slip-back", "wishes-desk-slip-no"];

/// 123 456
pub fn grouped(code: &str) -> String {
    match code.split_at_checked(3) {
        Some((a, b)) => format!("{a} {b}"),
        None => code.to_owned(),
    }
}

pub fn slip(f: Frame<'_>, s: &Slip<'_>) -> Markup {
    let v = f.v;
    let title = if s.anew { "wishes-desk-slip-anew" } else { "wishes-desk-slip-made" };
    let below = html! {
        @for key in RULES { p { (v.t(key)) } }
        p { b { (f.station.name(v)) } @if let Some(phone) = &f.station.phone { " " (phone) } }
    };
    html! {
        p { (status(Shape::Ok, &v.t(title))) }
        p class="note" { (v.t("wishes-desk-slip-once")) }
        (Receipt::new(v.t("wishes-desk-slip-title"), grouped(s.code), v.t("wishes-desk-slip-what")).below(below))
        (actions(html! {
            form method="post" action={ (desk_path(f.station, s.id)) "/slip" } target="_blank" {
                input type="hidden" name="code" value=(s.code);
                (Button::new(v.t("wishes-desk-slip-print")).icon("printer"))
            }
            (Button::new(v.t("wishes-desk-slip-done")).secondary().href(desk_path(f.station, s.id)))
        }))
    }
}

/// The same on paper. The digits came in the body of the request: no address has them.
pub fn paper(f: Frame<'_>, code: &str) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let body = html! {
        div class="poster" {
            p { (v.t("wishes-desk-slip-title")) }
            h1 { (grouped(code)) }
            p { (v.t("wishes-desk-slip-what")) }
            @for key in RULES { p class="small" { (v.t(key)) } }
            p class="small" {
                (f.station.name(v)) " · " (when.date_in_full(when.today()))
                @if let Some(phone) = &f.station.phone { br; b { (phone) } }
            }
        }
    };
    Page::new(v, v.t("wishes-desk-slip-title")).place(f.station.place(v)).print().body(body)
}
