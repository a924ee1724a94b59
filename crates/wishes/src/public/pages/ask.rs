//! 我也有心愿: somebody leaves a name and a number, and a coordinator calls. Nothing about the wish is asked here.
use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields, HtmlPage, actions};
use maud::html;

use crate::frame::{Frame, wishes_path};
use crate::public::forms::AskForm;

pub fn ask(f: Frame<'_>, (form, problems): (&AskForm, &Problems), once: &str) -> HtmlPage {
    let (v, fields) = (f.v, Fields::new(f.v, problems));
    let name = Field::new("name", v.t("wishes-public-ask-name")).value(&form.name).autocomplete("name").longest(30);
    let phone = Field::new("phone", v.t("wishes-public-ask-phone")).value(&form.phone).longest(40);
    let adult = Field::new("adult", v.t("wishes-public-ask-adult")).hint(v.t("wishes-public-ask-adult-how"));
    f.page(v.t("wishes-public-ask")).status(problems.status()).body(html! {
        (fields.summary())
        p class="note" { (v.t("wishes-public-ask-how")) }
        form method="post" action={ (wishes_path(f.station)) "/ask" } {
            (page::once(once))
            (fields.text_field(name))
            (fields.tel_field(phone.hint(v.t("wishes-public-ask-phone-how"))))
            (fields.checkbox(adult, !form.adult.is_empty()))
            (actions(html! { (Button::new(v.t("wishes-public-ask-go")).icon("phone")) }))
        }
        (f.ask_a_person())
    })
}
