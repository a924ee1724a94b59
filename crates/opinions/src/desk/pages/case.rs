//! What the parts of an opinion's page are drawn from.
use kernel::form::Problems;
use kernel::page::{Button, Fields};
use maud::{Markup, html};
use people::StaffId;

use super::ctx::Ctx;
use crate::answers::{Case, Category, Template};
use crate::desk::forms::CaseForm;

/// An opinion as one of staff reads it.
#[derive(Clone, Copy)]
pub struct One<'a> {
    pub case: &'a Case,
    pub me: StaffId,
    pub categories: &'a [Category],
    pub templates: &'a [Template],
    /// What was typed into one of the forms; the others are empty.
    pub form: &'a CaseForm,
    pub problems: &'a Problems,
    pub kept: bool,
}

impl<'a> One<'a> {
    /// Where an act of it is sent.
    pub fn to(&self, x: Ctx<'_>, act: &str) -> String {
        x.path(&format!("/{}/{act}", self.case.line.id))
    }

    /// Whether whoever reads is to handle it.
    pub fn is_mine(&self) -> bool {
        self.case.line.assigned.as_ref().is_some_and(|(id, _)| *id == self.me)
    }

    /// Whether something is wrong with one of these fields: then its form stands open.
    pub fn wrong(&self, x: Ctx<'_>, fields: &[&str]) -> bool {
        fields.iter().any(|f| self.problems.of(x.v, f).is_some())
    }

    /// The same where something was typed or filled in: what stands in a form is in sight.
    pub fn open(&self, x: Ctx<'_>, field: &str, typed: &str) -> bool {
        self.wrong(x, &[field]) || !typed.is_empty()
    }

    pub fn fields(&self, x: Ctx<'a>) -> Fields<'a> {
        Fields::new(x.v, self.problems)
    }
}

/// Templates, each a button of the answer's form that adds its words to what is typed there.
pub fn templates(x: Ctx<'_>, o: &One<'_>) -> Markup {
    html! {
        @if !o.templates.is_empty() {
            p class="note" { (x.v.t("opinions-desk-templates-use")) }
            ul class="chips" {
                @for t in o.templates {
                    li { (Button::new(&t.title).small(false).named("template", t.id.to_string()).unfinished()) }
                }
            }
        }
    }
}
