//! The form of a new round: the season, the deadline, the rule's weights, and the times that are given away.
use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields};
use maud::{Markup, html};

use crate::desk::pages::Ctx;
use crate::says as rooms;
use crate::seasons::asked::LONGEST_TITLE;
use crate::seasons::forms::{RoundForm, SETS};
use crate::series::forms::WEEK;
use crate::store::Catalogue;

pub fn form(ctx: Ctx<'_>, catalogue: &Catalogue, (form, problems): (&RoundForm, &Problems), once: &str) -> Markup {
    let v = ctx.v;
    let fields = Fields::new(v, problems);
    let field =
        |name: &'static str, key: &str| Field::new(name, v.t(&format!("seasons-desk-{key}"))).value(form.get(name));
    let wrong = problems.of(v, "slots");
    html! {
        (fields.summary())
        form method="post" action=(ctx.path("/seasons")) {
            (page::once(once))
            (fields.text_field(field("title", "name").longest(LONGEST_TITLE.into())))
            div class="two-up" {
                div { (fields.date_field(field("starts_on", "starts"))) }
                div { (fields.date_field(field("ends_on", "ends"))) }
            }
            div class="two-up" {
                div { (fields.date_field(field("apply_until", "until"))) }
                div { (fields.time_field(field("at", "until-at"))) }
            }
            (fields.number_field(field("limit", "limit").range(1, 7)))
            (page::section("f-slots", &v.t("seasons-desk-slots"), None, html! {
                p class="note" { (v.t("seasons-desk-slots-hint")) }
                @if let Some(words) = &wrong { p class="err" { (page::icon("alert-triangle")) (words) } }
                @for n in 1..=SETS { (set(ctx, catalogue, (form, &fields), n)) }
            }))
            (page::section("weights", &v.t("seasons-weights"), None, weights(ctx, form, &fields)))
            (page::actions(html! { (Button::new(v.t("seasons-desk-open")).icon("check")) }))
        }
    }
}

/// One offering, weekdays to tick, starts, and how long each is.
fn set(ctx: Ctx<'_>, catalogue: &Catalogue, (form, fields): (&RoundForm, &Fields<'_>), n: i32) -> Markup {
    let v = ctx.v;
    let none = v.t("seasons-no-wish");
    let all = catalogue.offerings.iter().map(|o| (o.slug.as_str(), rooms::name(v, &o.name)));
    let options = std::iter::once(("", none.as_str())).chain(all);
    let (offering, times, minutes) = (format!("offering{n}"), format!("times{n}"), format!("minutes{n}"));
    let what = Field::new(&offering, v.t("seasons-desk-offering")).value(form.get(&offering)).optional();
    let starts = Field::new(&times, v.t("seasons-desk-times")).value(form.get(&times)).optional();
    let starts = starts.longest(60).hint(v.t("seasons-desk-times-hint"));
    let long = Field::new(&minutes, v.t("seasons-desk-minutes")).value(form.get(&minutes)).range(5, 1440).optional();
    html! {
        fieldset class="fld" {
            legend { (v.ta("seasons-desk-group", &[("n", n.into())])) }
            div class="two-up" {
                div { (fields.select(what, options)) }
                div { (fields.number_field(long)) }
            }
            div class="segs" {
                @for (_, word) in WEEK {
                    @let name = format!("{word}{n}");
                    label class="seg" {
                        input class="vh" type="checkbox" name=(name) value="1" checked[!form.get(&name).is_empty()];
                        span { (v.t(&format!("venues-series-short-{word}"))) }
                    }
                }
            }
            (fields.text_field(starts))
        }
    }
}

fn weights(ctx: Ctx<'_>, form: &RoundForm, fields: &Fields<'_>) -> Markup {
    let v = ctx.v;
    let names = ["youth", "elderly", "beginners", "other", "office", "fit", "continuity", "turn"];
    let field = |name: &'static str| {
        let label = v.t(&format!("seasons-weight-{name}"));
        fields.number_field(Field::new(name, label).value(form.get(name)).range(0, 100))
    };
    html! {
        p class="note" { (v.t("seasons-desk-weights-hint")) }
        @for pair in names.chunks(2) {
            div class="two-up" { @for name in pair { div { (field(name)) } } }
        }
    }
}
