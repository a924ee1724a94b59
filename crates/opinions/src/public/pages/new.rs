//! Saying something: one field that must be filled in, and all else as somebody likes.
use kernel::form::Problems;
use kernel::page::{self, Button, Choice, Field, Fields, HtmlPage, icon, radio_cards};
use maud::{Markup, html};

use super::parts::{self, folded};
use crate::answers::Category;
use crate::frame::Frame;
use crate::public::assets;
use crate::public::forms::NewForm;
use crate::public::paths::{kiosk_path, opinions_path};
use crate::rules::{BITS, MOST_IN_PLACE, MOST_IN_TEXT};
use crate::{Official, says};

/// Somebody who walks away from a machine leaves it to the next after this time, in seconds.
const LEFT_ALONE: u32 = 180;

/// The form as it stands.
pub struct Saying<'a> {
    pub categories: &'a [Category],
    pub officials: &'a [Official],
    pub form: &'a NewForm,
    pub problems: &'a Problems,
    pub once: &'a str,
    /// What a stamp is made for, while many opinions come at once.
    pub challenge: Option<&'a str>,
}

pub fn new(f: Frame<'_>, s: &Saying<'_>) -> HtmlPage {
    let v = f.v;
    let kiosk = s.form.at_kiosk();
    let send = Button::new(v.t("opinions-new-send")).icon("check");
    let page = match kiosk {
        true => parts::machine(f, v.t("opinions-say"), LEFT_ALONE),
        false => f.page(v.t("opinions-say")).bar(page::buy_bar(
            &v.t("opinions-new-bar"),
            &v.t("opinions-new-bar-note"),
            html! { (Button::new(v.t("opinions-new-send")).form("say")) },
        )),
    };
    let page = if s.challenge.is_some() && !kiosk { page.script(assets::script()) } else { page };
    page.status(s.problems.status()).body(html! {
        @if kiosk { h1 { (v.t("opinions-say")) } (parts::leave(f, LEFT_ALONE)) }
        (Fields::new(v, s.problems).summary())
        (form(f, s))
        @if kiosk {
            (page::actions(html! {
                (send.huge().form("say"))
                (Button::new(v.t("opinions-new-leave")).flat().href(kiosk_path(f.station)))
            }))
        } @else { (f.ask_a_person()) }
    })
}

fn form(f: Frame<'_>, s: &Saying<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, s.problems));
    let text = Field::new("text", v.t("opinions-new-text")).value(&s.form.text).longest(parts::longest(MOST_IN_TEXT));
    html! {
        form id="say" method="post" action=(opinions_path(f.station)) enctype="multipart/form-data"
            data-stamp=[s.challenge] data-bits=[s.challenge.map(|_| BITS)] {
            (page::once(s.once))
            @if s.form.at_kiosk() { input type="hidden" name="at" value="kiosk"; }
            @if let Some(challenge) = s.challenge {
                input type="hidden" name="challenge" value=(challenge);
                input type="hidden" name="stamp" value="";
                p class="sec note" { (v.t("opinions-new-wait")) }
            }
            (fields.textarea(text.hint(v.t("opinions-new-text-hint"))))
            @if !s.form.at_kiosk() {
                (parts::photos(&fields, s.form.photos))
            }
            (radio_cards(&fields, "category", &v.t("opinions-new-category"), &kinds(f, s)))
            (more(f, s, &fields))
            p class="sec note" { (v.t("opinions-new-who-sees")) }
        }
    }
}

/// Whoever does not know whose matter it is need not find out: that is chosen already.
fn kinds(f: Frame<'_>, s: &Saying<'_>) -> Vec<Choice> {
    let chosen = &s.form.category;
    let none = Choice::new("", f.v.t("opinions-category-none")).chosen(chosen.is_empty());
    let one = |c: &Category| {
        let id = c.id.to_string();
        let is = *chosen == id;
        Choice::new(id, says::category(f.v, c)).chosen(is)
    };
    std::iter::once(none).chain(s.categories.iter().map(one)).collect()
}

/// What most people leave as it is, folded away.
fn more(f: Frame<'_>, s: &Saying<'_>, fields: &Fields<'_>) -> Markup {
    let v = f.v;
    let place = Field::new("place", v.t("opinions-new-place"))
        .value(&s.form.place)
        .longest(parts::longest(MOST_IN_PLACE))
        .optional();
    let other =
        Field::new("about_other", v.t("opinions-new-about-other")).value(&s.form.about_other).longest(40).optional();
    let phone = Field::new("phone", v.t("opinions-new-phone")).value(&s.form.phone).optional();
    let public = Field::new("may_publish", v.t("opinions-new-public")).hint(v.t("opinions-new-public-hint"));
    let note = v.t("opinions-new-more-note");
    let body = html! {
        (fields.text_field(place.hint(v.t("opinions-new-place-hint"))))
        fieldset class="fld" id="f-about" {
            legend { (v.t("opinions-new-about")) }
            p class="note" { (v.t("opinions-new-about-hint")) }
            (parts::wrong(f, s.problems, "about"))
            @for (n, official) in s.officials.iter().enumerate() { (person(f, s, (n, official))) }
            (fields.text_field(other))
        }
        (fields.tel_field(phone.hint(v.t("opinions-new-phone-hint"))))
        (fields.checkbox(public, s.form.may_publish()))
    };
    html! {
        (folded(s.form.has_more() || !s.problems.none(), "pencil", (&v.t("opinions-new-more"), Some(&note)), body))
    }
}

/// 民政办 祁海燕
fn person(f: Frame<'_>, s: &Saying<'_>, (n, official): (usize, &Official)) -> Markup {
    let name = format!("about-{n}");
    let title = f.v.pick(&official.title_zh, &official.title_en);
    html! {
        label class="chk" {
            input type="checkbox" name=(name) value=(official.name) checked[s.form.names(&official.name)];
            span class="box" aria-hidden="true" { (icon("check")) }
            span { b { (official.name) } @if !title.is_empty() { span class="note" { (title) } } }
        }
    }
}
