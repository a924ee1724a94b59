//! Applying for a group: who we are, and what we would like, the dearest first.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::page::{self, Button, Choice, Field, Fields, HtmlPage, radio_cards};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::parts::{dates, round_path};
use crate::public::pages::Frame;
use crate::seasons::asked::LONGEST_NAME;
use crate::seasons::forms::ApplyForm;
use crate::seasons::rules::{Kind, Terms};
use crate::seasons::says;
use crate::seasons::store::Round;

/// What was typed, and why it did not work.
#[derive(Clone, Copy)]
pub struct Apply<'a> {
    pub round: &'a Round,
    pub form: &'a ApplyForm,
    pub problems: &'a Problems,
    pub refused: Option<(&'a Said, StatusCode)>,
    pub once: &'a str,
}

pub fn apply(f: Frame<'_>, a: Apply<'_>) -> HtmlPage {
    let v = f.v;
    let fields = Fields::new(v, a.problems);
    let status = a.refused.map_or_else(|| a.problems.status(), |(_, status)| status);
    let terms = &a.round.terms;
    let path = round_path(f.station, a.round.id);
    let name = Field::new("name", v.t("seasons-group-name")).value(&a.form.name).hint(v.t("seasons-group-name-hint"));
    let kind = |k: Kind| Choice::new(k.name(), says::kind(v, k)).chosen(a.form.kind == k.name());
    let kinds: Vec<Choice> = Kind::OF_GROUPS.into_iter().map(kind).collect();
    let title = v.ta("seasons-apply-title", &[("title", terms.title.as_str().into())]);
    f.page(title).back(terms.title.as_str(), path.as_str()).status(status).body(html! {
        @if let Some((said, _)) = a.refused { (page::refused(v, said)) }
        (fields.summary())
        p class="note" { (dates(v, f.station, terms)) " · " (v.ta("seasons-limit", &[("n", terms.limit.into())])) }
        form method="post" action={ (path) "/application" } {
            (page::once(a.once))
            (fields.text_field(name.longest(LONGEST_NAME.into()).autocomplete("off")))
            (radio_cards(&fields, "kind", &v.t("seasons-group-kind"), &kinds))
            (wishes(&fields, a.form, terms))
            (page::actions(html! { (Button::new(v.t("seasons-send")).huge().icon("check")) }))
        }
        (f.ask_a_person())
    })
}

/// How many come, how many slots they would like, and which: the part that offices have too.
pub fn wishes(fields: &Fields<'_>, form: &ApplyForm, terms: &Terms) -> Markup {
    let v = fields.v;
    let size = Field::new("size", v.t("seasons-group-size")).value(&form.size).range(1, 1000);
    let wants = if form.wants.is_empty() { "1" } else { &form.wants };
    let wants = Field::new("wants", v.t("seasons-wants")).value(wants).range(1, terms.limit);
    let wants = wants.hint(v.ta("seasons-wants-hint", &[("n", terms.limit.into())]));
    let none = v.t("seasons-no-wish");
    let options: Vec<(String, String)> = terms.slots.iter().map(|s| (s.number.to_string(), says::slot(v, s))).collect();
    let all =
        || std::iter::once(("", none.as_str())).chain(options.iter().map(|(n, words)| (n.as_str(), words.as_str())));
    let wrong = fields.problems.of(v, "wishes");
    html! {
        (fields.number_field(size))
        (fields.number_field(wants))
        fieldset class="fld" id="f-wishes" {
            legend { (v.t("seasons-wishes")) }
            p class="note" { (v.t("seasons-wishes-hint")) }
            @if let Some(words) = &wrong { p class="err" { (page::icon("alert-triangle")) (words) } }
            @for (rank, (name, typed)) in (1..).zip(form.wishes()) {
                (fields.select(wish(v.ta("seasons-wish", &[("rank", rank.into())]), (name, typed), rank), all()))
            }
        }
    }
}

/// Only the first has to be there.
fn wish<'t>(label: String, (name, typed): (&'t str, &'t str), rank: i32) -> Field<'t> {
    let field = Field::new(name, label).value(typed);
    if rank == 1 { field } else { field.optional() }
}
