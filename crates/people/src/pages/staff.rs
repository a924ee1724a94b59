//! How staff come in.
use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields, HtmlPage};
use maud::html;

use super::sign_in::{Frame, status};

pub fn sign_in(frame: Frame<'_>, login: &str, problems: &Problems) -> HtmlPage {
    let v = frame.v;
    let fields = Fields::new(v, problems);
    let name = Field::new("login", v.t("people-staff-login")).value(login).autocomplete("username").longest(40);
    frame.page("people-staff-sign-in").status(status(problems)).body(html! {
        (fields.summary())
        form method="post" action="/staff/sign-in" {
            (frame.hidden())
            (fields.text_field(name))
            (fields.password_field(Field::new("password", v.t("people-staff-password"))))
            (page::actions(html! {
                (Button::new(v.t("people-staff-go")).icon("login"))
                p class="note" { (v.t("people-staff-forgot")) }
                (Button::new(v.t("people-staff-other")).flat().href("/sign-in"))
            }))
        }
    })
}
