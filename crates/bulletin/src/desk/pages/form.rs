//! The form of a notice: new, written anew, or corrected.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, actions, once};
use maud::{Markup, html};

use crate::answers::Picture;
use crate::desk::forms::{NoticeForm, alt_field, drop_field};
use crate::frame::Frame;
use crate::rules::{
    MOST_IN_A_BODY, MOST_IN_A_SOURCE, MOST_IN_A_TITLE, MOST_IN_A_WHY, MOST_IN_AN_ALT, MOST_IN_AN_ENGLISH_TITLE, Section,
};
use crate::says;

pub struct Form<'a> {
    pub action: &'a str,
    pub form: &'a NoticeForm,
    pub problems: &'a Problems,
    pub sections: &'a [Section],
    /// Of the last version.
    pub pictures: &'a [Picture],
    /// Everybody has read it: what is corrected is said.
    pub corrects: bool,
}

fn most(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

pub fn form(f: Frame<'_>, p: &Form<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let get = |name| p.form.get(name);
    let sections = p.sections.iter().map(|s| (s.slug.as_str(), says::section(v, s)));
    let text = |name| Field::new(name, v.t(&format!("bulletin-field-{name}"))).value(get(name));
    let english = !get("title_en").is_empty() || !get("body_en").is_empty();
    html! {
        (fields.summary())
        form method="post" action=(p.action) {
            (once(get("once")))
            input type="hidden" name="version" value=(get("version"));
            @if p.corrects {
                (fields.text_field(text("what").hint(v.t("bulletin-field-what-hint")).longest(most(MOST_IN_A_WHY))))
            }
            (fields.select(text("section"), sections))
            (fields.text_field(text("title").longest(most(MOST_IN_A_TITLE))))
            (fields.textarea(text("body").hint(v.t("bulletin-field-body-hint")).longest(most(MOST_IN_A_BODY))))
            (fields.text_field(text("source").optional().longest(most(MOST_IN_A_SOURCE))))
            @if !p.pictures.is_empty() { (photos(f, p, &fields)) }
            details class="sec" open[english] {
                summary { (v.t("bulletin-field-english")) }
                (fields.text_field(text("title_en").optional().longest(most(MOST_IN_AN_ENGLISH_TITLE))))
                (fields.textarea(text("body_en").optional().longest(most(MOST_IN_A_BODY))))
            }
            (actions(html! {
                (Button::new(v.t("bulletin-desk-save-ask")).icon("eye").named("then", "ask"))
                (Button::new(v.t("bulletin-desk-save")).secondary().named("then", "save"))
            }))
            p class="note sec" { (v.t("bulletin-desk-photos-later")) }
        }
    }
}

/// What each photo shows, and whether it stays.
fn photos(f: Frame<'_>, p: &Form<'_>, fields: &Fields<'_>) -> Markup {
    html! {
        fieldset class="sec" id="f-photos" {
            legend { (f.v.t("bulletin-field-photos")) }
            @for (one, n) in p.pictures.iter().zip(1..) {
                @let (alt, drop) = (alt_field(one), drop_field(one));
                (fields.text_field(Field::new(&alt, f.v.ta("bulletin-field-alt-n", &[("n", n.into())]))
                    .value(p.form.alt(one)).longest(most(MOST_IN_AN_ALT))))
                (fields.checkbox(Field::new(&drop, f.v.ta("bulletin-field-drop-n", &[("n", n.into())])), p.form.drops(one)))
            }
        }
    }
}
