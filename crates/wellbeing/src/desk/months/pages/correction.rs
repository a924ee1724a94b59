//! A correction before it is published: each figure as everybody reads it now, and as it would be; and why, which everybody will read.
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Tone, actions, empty, notice, once, section, table};
use maud::{Markup, html};

use super::Frame;
use super::list::longest;
use crate::desk::months::forms::CorrectionForm;
use crate::desk::months::reads::Differs;
use crate::desk::months::{says, top};
use crate::months::rules::WHY;
use crate::rules::period::Days;
use crate::rules::sheet::Correction;

pub struct CorrectionPage<'a> {
    pub month: Date,
    pub differs: &'a Differs,
    pub form: &'a CorrectionForm,
    pub problems: &'a Problems,
    /// It changes something else than what was looked at.
    pub moved: bool,
}

pub fn correction(f: Frame<'_>, p: &CorrectionPage<'_>) -> Markup {
    let v = f.v;
    html! {
        (Fields::new(v, p.problems).summary())
        @if p.moved { (notice(Tone::Stop, &v.t("county-moved"), html! { p { (v.t("county-moved-how")) } })) }
        p class="note" { (v.t("county-correction-what")) }
        @if p.differs.all.is_empty() { (empty("circle-check", &v.t("county-correction-none"), None)) }
        @else {
            (section("h-differs", &v.t("county-correction-differs"), None, differs(f, &p.differs.all)))
            (section("h-publish", &v.t("county-correction-publish"), None, form(f, p)))
        }
    }
}

fn differs(f: Frame<'_>, all: &[Correction]) -> Markup {
    let (v, when) = (f.v, f.when());
    let head = ["figure", "part", "was", "is"].map(|key| v.t(&format!("county-correction-{key}")));
    let row = |one: &Correction| {
        let said = |ends| says::ends(v, (one.indicator, &one.part), ends);
        vec![
            html! { (says::indicator(v, one.indicator)) },
            html! { (says::part(v, &when, &one.part)) },
            html! { (said(one.was)) },
            html! { b { (said(one.is)) } },
        ]
    };
    let rows: Vec<Vec<Markup>> = all.iter().map(row).collect();
    table(&v.t("county-correction-differs-how"), &head.each_ref().map(String::as_str), &rows)
}

fn form(f: Frame<'_>, p: &CorrectionPage<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let why = Field::new("why", v.t("county-field-why")).value(&p.form.why).longest(longest(WHY.1));
    html! {
        form method="post" action=(format!("{}/{}/correction", top(f.station), Days::month(p.month).name())) {
            (once(&p.form.once))
            input type="hidden" name="seen" value=(p.differs.seen);
            (fields.textarea(why.hint(v.t("county-field-why-how"))))
            (actions(html! { (Button::new(v.t("county-correction-go")).icon("check")) }))
        }
    }
}
