//! Planning a day: who, when, the route, and what can be done there.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, actions, once, section};
use maud::{Markup, html};
use stations::Division;

use crate::answers::Official;
use crate::desk::pages::Ctx;
use crate::rules::{Matter, village};
use crate::says;
use crate::villages::forms::PlanForm;

pub struct Planning<'a> {
    pub officials: &'a [Official],
    pub villages: &'a [Division],
    /// What is done in villages.
    pub matters: &'a [Matter],
    pub form: &'a PlanForm,
    pub problems: &'a Problems,
}

pub fn plan(ctx: Ctx<'_>, p: &Planning<'_>) -> Markup {
    let (v, f) = (ctx.v, Fields::new(ctx.v, p.problems));
    let officials: Vec<(String, &str)> = p.officials.iter().map(|o| (o.id.to_string(), o.name.as_str())).collect();
    let field = |name: &'static str, value| Field::new(name, v.t(&format!("village-plan-field-{name}"))).value(value);
    html! {
        (f.summary())
        form method="post" action=(ctx.path("/village-days/new")) {
            (once(&p.form.once))
            div class="two-up" {
                (section("h-when", &v.t("village-plan-when"), None, html! {
                    (f.select(field("official", &p.form.official), officials.iter().map(|(id, name)| (id.as_str(), *name))))
                    (f.date_field(field("on", &p.form.on)))
                    (f.time_field(field("from", &p.form.from)))
                    (f.time_field(field("until", &p.form.until)))
                    (f.number_field(field("travel", &p.form.travel).hint(v.t("village-plan-travel-hint")).range(0, 120)))
                }))
                (section("h-route", &v.t("village-route"), None, stops(ctx, p)))
            }
            (section("h-matters", &v.t("village-what"), None, matters(ctx, p)))
            (actions(html! { (Button::new(v.t("village-plan-do")).icon("map-pin")) }))
        }
    }
}

/// One choice for each place on the route.
fn stops(ctx: Ctx<'_>, p: &Planning<'_>) -> Markup {
    let v = ctx.v;
    let wrong = p.problems.of(v, "villages");
    html! {
        p class="note" { (v.t("village-plan-stops")) }
        @if let Some(words) = wrong { p class="err" id="f-villages" tabindex="-1" { (kernel::page::icon("alert-triangle")) (words) } }
        @for (n, chosen) in p.form.stops.iter().enumerate() {
            @let label = v.ta("village-plan-stop", &[("n", (n + 1).into())]);
            div class="fld" {
                label for={ "f-stop" (n) } { (label) }
                select id={ "f-stop" (n) } name={ "stop" (n) } {
                    option value="" { (v.t("village-plan-no-stop")) }
                    @for d in p.villages {
                        @let code = d.code.to_string();
                        option value=(code) selected[*chosen == code] { (village(&d.name)) }
                    }
                }
            }
        }
    }
}

fn matters(ctx: Ctx<'_>, p: &Planning<'_>) -> Markup {
    let wrong = p.problems.of(ctx.v, "matters");
    html! {
        @if let Some(words) = wrong { p class="err" id="f-matters" tabindex="-1" { (kernel::page::icon("alert-triangle")) (words) } }
        div class="desks" {
            @for m in p.matters {
                @let id = m.id.to_string();
                label class="chk" {
                    input type="checkbox" name="matter" value=(id) checked[p.form.matters.contains(&id)];
                    span class="box" aria-hidden="true" { (kernel::page::icon("check")) }
                    span {
                        b { (says::name(ctx.v, &m.draft.name)) }
                        span class="note" { (ctx.v.ta("village-minutes", &[("n", m.draft.minutes.into())])) }
                    }
                }
            }
        }
    }
}
