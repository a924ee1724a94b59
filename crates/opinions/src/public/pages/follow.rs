//! One field: the receipt.
use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields, HtmlPage};
use maud::html;

use crate::frame::Frame;
use crate::public::paths::follow_path;

pub fn follow(f: Frame<'_>, typed: &str, problems: &Problems) -> HtmlPage {
    let (v, fields) = (f.v, Fields::new(f.v, problems));
    let receipt = Field::new("receipt", v.t("opinions-receipt")).value(typed).autocomplete("off").longest(40);
    f.page(v.t("opinions-follow")).status(problems.status()).body(html! {
        (fields.summary())
        form method="post" action=(follow_path(f.station)) {
            (fields.tel_field(receipt.hint(v.t("opinions-receipt-hint"))))
            (page::actions(html! { (Button::new(v.t("opinions-receipt-go")).huge().icon("search")) }))
        }
        p class="sec note" { (v.t("opinions-receipt-private")) }
        p class="note" { (v.t("opinions-receipt-lost")) }
        (f.ask_a_person())
    })
}
