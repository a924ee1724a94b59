//! A copy is sent without anybody having asked: its barcode, and where it goes.
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, actions, once, radio_cards};
use maud::{Markup, html};

use crate::frame::Frame;
use crate::transfers::answers::Other;
use crate::transfers::says;

pub struct SendPage<'a> {
    pub near: &'a [Other],
    pub barcode: &'a str,
    /// The slug of the station that was chosen, or typed.
    pub to: &'a str,
    pub problems: &'a Problems,
    pub once: &'a str,
}

pub fn send(f: Frame<'_>, p: &SendPage<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let code = Field::new("barcode", v.t("transfers-barcode")).hint(v.t("transfers-barcode-hint")).value(p.barcode);
    let chosen = p.near.iter().any(|one| one.slug == p.to);
    let choice = |one: &Other| Choice::new(&one.slug, says::name(v, one)).chosen(one.slug == p.to);
    let choices: Vec<Choice> = p.near.iter().map(choice).collect();
    let slug = Field::new("slug", v.t("transfers-slug")).hint(v.t("transfers-slug-hint")).longest(60);
    let slug = slug.value(if chosen { "" } else { p.to });
    html! {
        (fields.summary())
        form method="post" action={ (says::top(f.station)) "/send" } {
            (once(p.once))
            (fields.text_field(code.longest(200).autocomplete("off")))
            @if choices.is_empty() { (fields.text_field(slug)) }
            @else {
                (radio_cards(&fields, "to", &v.t("transfers-where-to"), &choices))
                details open[!chosen && !p.to.is_empty()] {
                    summary { (v.t("transfers-elsewhere")) }
                    (fields.text_field(slug.optional()))
                }
            }
            (actions(html! { (Button::new(v.t("transfers-send-it")).icon("share")) }))
        }
        p class="note sec" { (v.t("transfers-send-how")) }
    }
}
