//! The children whom the station remembers for a guardian.
use kernel::form::Problems;
use kernel::page::{self, Button, Choice, Field, Fields, HtmlPage, Row, radio_cards};
use kernel::view::View;
use maud::{Markup, html};

use super::forms::ChildForm;
use super::rules::{Band, MOST};
use super::store::Child;
use crate::forms::Onward;
use crate::ids::ChildId;
use crate::pages::mine::MINE;
use crate::pages::sign_in::{Frame, status};

pub const CHILDREN: &str = "/me/children";

pub fn band(v: &View, band: Band) -> String {
    v.ta("children-band", &[("band", band.name().into())])
}

/// `agreed` says whether the guardian agrees to the text in force.
pub fn children(
    frame: Frame<'_>,
    (agreed, children): (bool, &[Child]),
    (form, problems): (&ChildForm, &Problems),
) -> HtmlPage {
    let v = frame.v;
    frame.page("children-title").back(v.t("people-mine"), MINE).status(status(problems)).body(html! {
        (Fields::new(v, problems).summary())
        @if !children.is_empty() { (page::rows(children.iter().map(|child| row(v, child)))) }
        @if children.len() < MOST { (add(v, agreed, (form, problems))) }
        @if agreed { (withdrawal(v)) }
    })
}

fn row(v: &View, child: &Child) -> Row {
    let about = v.ta("children-forget-one", &[("name", child.nickname.as_str().into())]);
    Row::new(child.nickname.clone()).person(&child.nickname).note(&band(v, child.band)).end(html! {
        form method="post" action={ (CHILDREN) "/" (child.id) "/removal" } {
            (Button::new(v.t("children-forget")).small(false).about(about))
        }
    })
}

fn add(v: &View, agreed: bool, (form, problems): (&ChildForm, &Problems)) -> Markup {
    let fields = Fields::new(v, problems);
    let nickname = Field::new("nickname", v.t("children-nickname")).value(&form.nickname);
    let nickname = nickname.hint(v.t("children-nickname-hint")).longest(30).autocomplete("off");
    let choice = |b: Band| Choice::new(b.name(), band(v, b)).chosen(form.band == b.name());
    let bands: Vec<Choice> = Band::ALL.into_iter().map(choice).collect();
    let agree = Field::new("agrees", v.t("children-agree")).hint(v.t("children-agree-what"));
    let body = html! {
        @if !agreed {
            ul { @for key in TEXT { li { (v.t(key)) } } }
        }
        form method="post" action=(CHILDREN) {
            (page::once(&form.once))
            (fields.text_field(nickname))
            (radio_cards(&fields, "band", &v.t("children-band-ask"), &bands))
            @if !agreed { (fields.checkbox(agree, form.agrees.is_some())) }
            (page::actions(html! { (Button::new(v.t("children-remember")).icon("user-plus")) }))
        }
    };
    page::section("add", &v.t("children-add"), None, page::card(body))
}

/// The text `children-2026-11`, sentence by sentence.
const TEXT: [&str; 4] = ["children-text-what", "children-text-why", "children-text-who", "children-text-until"];

fn withdrawal(v: &View) -> Markup {
    let body = html! {
        p { (v.t("children-withdraw-what")) }
        form method="post" action={ (CHILDREN) "/withdrawal" } {
            (page::actions(html! { (Button::new(v.t("children-withdraw")).danger()) }))
        }
    };
    page::section("withdraw", &v.t("children-withdraw-title"), None, page::card(body))
}

/// Every page with invented people.
pub fn samples(v: &View) -> Vec<(&'static str, String)> {
    let onward = Onward::default();
    let frame = Frame { v, place: None, onward: &onward };
    let Ok(id) = "00000000-0000-7000-8000-000000000000".parse::<ChildId>() else { return vec![] };
    let some = [("豆豆", Band::To6), ("小雅", Band::To12)];
    let child =
        |(name, band): (&str, Band)| Child { id, nickname: name.into(), band, made_at: v.now(), forget_at: v.now() };
    let (fine, form) = (Problems::default(), ChildForm { once: "sample".into(), ..ChildForm::default() });
    [
        ("children", children(frame, (true, &some.map(child)), (&form, &fine))),
        ("children-none", children(frame, (false, &[]), (&form, &fine))),
    ]
    .map(|(name, page)| (name, page.into_string()))
    .into()
}
