//! A new survey: when, how many households, and the bands of age by which the answers are weighed.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, actions, once};
use maud::{Markup, html};

use super::Frame;
use crate::desk::survey::forms::NewForm;
use crate::desk::survey::top;
use crate::rules::households::MOST_HOUSEHOLDS;

pub struct NewPage<'a> {
    pub form: &'a NewForm,
    pub problems: &'a Problems,
}

pub fn new(f: Frame<'_>, p: &NewPage<'_>) -> Markup {
    let (v, fields, form) = (f.v, Fields::new(f.v, p.problems), p.form);
    let opens = Field::new("opens_on", v.t("survey-field-opens")).value(&form.opens_on);
    let closes = Field::new("closes_on", v.t("survey-field-closes")).value(&form.closes_on);
    let wanted = Field::new("wanted", v.t("survey-field-wanted")).value(&form.wanted).range(10, MOST_HOUSEHOLDS);
    let source = Field::new("source", v.t("survey-field-source")).value(&form.source).longest(200);
    html! {
        (fields.summary())
        p class="note" { (v.t("survey-new-what")) }
        form method="post" action=(format!("{}/new", top(f.station))) {
            (once(&form.once))
            (fields.date_field(opens.hint(v.t("survey-field-opens-how"))))
            (fields.date_field(closes.hint(v.t("survey-field-closes-how"))))
            (fields.number_field(wanted.hint(v.t("survey-field-wanted-how"))))
            (bands(f, p))
            (fields.text_field(source.hint(v.t("survey-field-source-how"))))
            (actions(html! { (Button::new(v.t("survey-begin")).icon("check")) }))
        }
    }
}

/// A line for each band, its name and how many people it has.
fn bands(f: Frame<'_>, p: &NewPage<'_>) -> Markup {
    let v = f.v;
    let wrong = p.problems.of(v, "bands");
    let (band, people) = (v.t("survey-field-band"), v.t("survey-field-people"));
    html! {
        fieldset class="fld" id="f-bands" {
            legend { (v.t("survey-field-bands")) }
            p class="note" { (v.t("survey-field-bands-how")) }
            @if let Some(words) = &wrong { p class="err" id="p-bands" { (words) } }
            table class="tbl lines" {
                thead { tr { th scope="col" { (v.t("survey-field-nr")) } th scope="col" { (band) } th scope="col" { (people) } } }
                tbody {
                    @for (nr, (name, n)) in (1_u32..).zip(p.form.bands()) {
                        @let about = |what: &str| v.ta("survey-field-of-line", &[("nr", nr.into()), ("what", what.into())]);
                        tr {
                            th scope="row" { (nr) }
                            td data-l=(band) {
                                input type="text" name={ "band_" (nr) } value=(name) maxlength="20" autocomplete="off"
                                    aria-label=(about(&band)) aria-describedby=[wrong.as_ref().map(|_| "p-bands")];
                            }
                            td data-l=(people) {
                                input type="text" name={ "people_" (nr) } value=(n) inputmode="numeric" autocomplete="off"
                                    aria-label=(about(&people)) aria-describedby=[wrong.as_ref().map(|_| "p-bands")];
                            }
                        }
                    }
                }
            }
        }
    }
}
