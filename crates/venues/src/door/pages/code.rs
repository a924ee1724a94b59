//! The digits that open a door, shown this once.
use kernel::page::{self, Button, Dock, HtmlPage, Receipt as Slip};
use maud::html;

use crate::ReservationId;
use crate::door::acts::Shown;
use crate::public::pages::Frame;
use crate::public::reserve::reservation_path;
use crate::says;

pub fn code(f: Frame<'_>, id: ReservationId, shown: &Shown) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let path = reservation_path(f.station, id);
    // In two halves, as one reads them out.
    let halves = shown.digits.split_at_checked(3).map(|(a, b)| format!("{a} {b}"));
    let slip = Slip::new(v.t("door-code"), halves.unwrap_or_else(|| shown.digits.clone()), v.t("door-code-type"))
        .below(html! {
            p { (v.ta("door-code-when", &[("when", says::span(&when, &shown.opens).into())])) }
            p class="note" { (v.t("door-code-once")) }
        });
    f.page(v.t("door-code")).back(v.t("venues-mine-one"), path.clone()).dock(Dock::Mine).body(html! {
        div id="slip" { (slip) }
        (page::actions(html! { (Button::new(v.t("door-code-noted")).icon("check").href(path)) }))
        p class="sec" { (page::read_aloud(v, "slip")) }
        (f.ask_a_person())
    })
}
