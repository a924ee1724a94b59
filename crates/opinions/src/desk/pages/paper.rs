//! A paper that a clerk types in, and the receipt that they hand over for it. The number is shown this once.
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, Kind, actions, icon, once, radio_cards, status};
use maud::{Markup, html};

use super::ctx::Ctx;
use super::next::MOST;
use crate::answers::Category;
use crate::desk::forms::{PaperForm, choice_value};
use crate::rules::{self, MOST_IN_PLACE, Receipt};

pub struct Paper<'a> {
    pub form: &'a PaperForm,
    pub problems: &'a Problems,
    pub categories: &'a [Category],
    /// Whom it can be about.
    pub officials: &'a [rules::Choice],
}

pub fn paper(x: Ctx<'_>, p: &Paper<'_>) -> Markup {
    let (v, f, form) = (x.v, Fields::new(x.v, p.problems), p.form);
    let place = u32::try_from(MOST_IN_PLACE).unwrap_or(u32::MAX);
    let field = |name: &'static str| Field::new(name, v.t(&format!("opinions-desk-paper-{name}")));
    let phone = field("phone").value(&form.phone).hint(v.t("opinions-desk-paper-phone-how")).autocomplete("off");
    let publish = Field::new("may_publish", v.t("opinions-desk-paper-public"));
    html! {
        (f.summary())
        p class="note" { (v.t("opinions-desk-paper-how")) }
        form method="post" action=(x.path("/new")) {
            (once(&form.once))
            (source(x, &f, form))
            (f.textarea(field("text").value(&form.text).longest(MOST)))
            (category(x, &f, p))
            (f.text_field(field("place").value(&form.place).longest(place).optional()))
            (about(x, p))
            (f.text_field(field("other").value(&form.other).longest(40).autocomplete("off").optional()))
            (f.tel_field(phone.optional()))
            (f.checkbox(publish.hint(v.t("opinions-desk-paper-public-how")), form.may_publish))
            (actions(html! { (Button::new(v.t("opinions-desk-paper-go")).icon("check")) }))
        }
    }
}

fn source(x: Ctx<'_>, f: &Fields<'_>, form: &PaperForm) -> Markup {
    let choice = |value: &str, name: &'static str| {
        let words = x.v.t(&format!("opinions-desk-paper-source-{value}"));
        Choice::new(value, words).icon(name).chosen((form.source == "desk") == (value == "desk"))
    };
    let choices = [choice("paper", "file-text"), choice("desk", "messages")];
    radio_cards(f, "source", &x.v.t("opinions-desk-paper-source"), &choices)
}

fn category(x: Ctx<'_>, f: &Fields<'_>, p: &Paper<'_>) -> Markup {
    let mut options = vec![(String::new(), x.v.t("opinions-category-none"))];
    options.extend(p.categories.iter().filter(|c| !c.retired).map(|c| (c.id.to_string(), x.category(Some(c)))));
    let field = Field::new("category", x.v.t("opinions-desk-category")).value(&p.form.category).optional();
    f.select(field, options.iter().map(|(id, name)| (id.as_str(), name.as_str())))
}

/// Everybody who serves here and every desk, as boxes to tick.
fn about(x: Ctx<'_>, p: &Paper<'_>) -> Markup {
    let open = !p.form.about.is_empty();
    html! {
        @if !p.officials.is_empty() {
            details open[open] {
                summary { (x.v.t("opinions-desk-paper-about")) }
                p class="note" { (x.v.t("opinions-desk-paper-about-how")) }
                @for choice in p.officials {
                    @let value = choice_value(choice);
                    label class="chk" {
                        input type="checkbox" name="about" value=(value) checked[p.form.about.contains(&value)];
                        span class="box" aria-hidden="true" { (icon("check")) }
                        span { b { (choice.name()) } }
                    }
                }
            }
        }
    }
}

/// What is handed over. `slip` prints it on 80 mm: the number goes there in the body of a request, so that no address has it.
pub fn receipt(x: Ctx<'_>, receipt: &Receipt, slip: &str, follow: &str) -> Result<Markup, Fault> {
    let v = x.v;
    Ok(html! {
        section class="card slip" aria-labelledby="h-receipt" {
            p role="status" { (status(Kind::Ok, &v.t("opinions-desk-slip-done"))) }
            h2 id="h-receipt" { (v.t("opinions-desk-slip-number")) }
            p class="code" { b { (receipt.grouped()) } }
            p { b { (v.t("opinions-desk-slip-hand-over")) } }
            p class="note" { (v.t("opinions-desk-slip-how")) }
            hr;
            (stations::qr_picture(follow, &v.t("opinions-desk-slip-qr"))?)
            p class="note" { (v.t("opinions-desk-slip-where")) }
        }
        form method="post" action=(slip) target="_blank" {
            input type="hidden" name="receipt" value=(receipt.digits());
            (actions(html! {
                (Button::new(v.t("opinions-desk-slip-print")).icon("printer"))
                (Button::new(v.t("opinions-desk-next-paper")).secondary().href(x.path("/new")))
            }))
        }
    })
}
