//! The list that is handed in, and those households that were drawn from it, on paper for the visit.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, HtmlPage, Tone, actions, notice, once};
use maud::{Markup, html};

use super::Frame;
use crate::desk::survey::forms::ListForm;
use crate::desk::survey::{path_of, says};
use crate::rules::households::{FEWEST_HOUSEHOLDS, Household, MOST_HOUSEHOLDS};
use crate::rules::waves::Survey;

pub struct ListPage<'a> {
    pub survey: &'a Survey,
    pub form: &'a ListForm,
    pub problems: &'a Problems,
}

/// Pasted, or a file.
pub fn list(f: Frame<'_>, p: &ListPage<'_>) -> Markup {
    let (v, fields) = (f.v, Fields::new(f.v, p.problems));
    let list = Field::new("list", v.t("survey-field-list")).value(&p.form.list).optional();
    let args = [("fewest", FEWEST_HOUSEHOLDS.into()), ("most", MOST_HOUSEHOLDS.into())];
    html! {
        (fields.summary())
        p { (v.ta("survey-list-what", &args)) }
        (notice(Tone::Lamp, &v.t("survey-list-no-names"), html! { p { (v.t("survey-list-no-names-how")) } }))
        @if let Some(n) = p.survey.households { p { (v.ta("survey-list-replaces", &[("n", n.into())])) } }
        form method="post" action=(format!("{}/list", path_of(f.station, p.survey.id))) enctype="multipart/form-data" {
            (once(&p.form.once))
            (fields.textarea(list.hint(v.t("survey-field-list-how"))))
            div class="fld" {
                label for="f-file" { (v.t("survey-field-file")) }
                p class="note" id="h-file" { (v.t("survey-field-file-how")) }
                input id="f-file" type="file" name="file" accept=".csv,.txt,text/csv" aria-describedby="h-file";
            }
            p class="note" { (v.t("survey-kept-list")) }
            (actions(html! { (Button::new(v.t("survey-list-keep")).icon("check")) }))
        }
    }
}

/// On paper. Nothing can be ticked on it: who has answered is to stay unknown.
pub fn households(f: Frame<'_>, survey: &Survey, homes: &[(u32, Household)]) -> HtmlPage {
    let (v, when) = (f.v, f.when());
    let head = ["survey-line", "survey-village", "survey-address"].map(|key| v.t(key));
    let title = v.t("survey-homes");
    let body = html! {
        h1 { (title) }
        p { (f.station.name(v)) " · " (says::days(&when, survey)) }
        p { (v.ta("survey-homes-paper", &[("n", homes.len().into())])) }
        p { b { (v.t("survey-homes-no-ticks")) } }
        table {
            thead { tr { @for words in &head { th scope="col" { (words) } } } }
            tbody {
                @for (line, home) in homes {
                    tr { td { (line) } td { (home.village) } td { (home.address) } }
                }
            }
        }
        p { (v.t("survey-homes-shred")) }
    };
    f.bare(title.clone()).print().body(body)
}
