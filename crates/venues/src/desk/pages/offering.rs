//! The rules of one offering: each number with its unit, its range and what it does.
use maud::{Markup, html};

use super::Ctx;
use super::windows::{Means, windows};
use crate::desk::asked::MOST_IN_A_NAME;
use crate::desk::forms::{GROUPS, Number, OfferingForm};
use crate::rules::Offering;
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, actions, radio_cards, section};

pub fn body(
    ctx: Ctx<'_>,
    (offering, form): (&Offering, &OfferingForm),
    problems: &Problems,
    means: &[Means],
) -> Markup {
    let v = ctx.v;
    let f = Fields::new(v, problems);
    let t = |key: &str| v.t(&format!("venues-desk-{key}"));
    html! {
        (f.summary())
        p class="note" { (t("policy-stands")) }
        form method="post" action=(ctx.path(&format!("/offerings/{}", offering.id))) {
            input type="hidden" name="version" value=(form.version);
            div class="two-up" {
                (section("h-name", &t("policy-group-who"), None, html! {
                    (f.text_field(Field::new("name_zh", t("name-zh")).value(&form.name_zh).longest(MOST_IN_A_NAME)))
                    (f.text_field(Field::new("name_en", t("name-en")).value(&form.name_en).longest(MOST_IN_A_NAME).optional()))
                    (who(ctx, &f, form))
                    (f.checkbox(Field::new("approval", t("policy-approval")).hint(t("policy-approval-hint")), form.approval == "1"))
                }))
                @for (name, numbers) in &GROUPS {
                    (section(&format!("h-{name}"), &t(&format!("policy-group-{name}")), None, html! {
                        @for number in *numbers { (field(ctx, &f, form, number)) }
                    }))
                }
                (section("f-windows", &t("policy-group-windows"), None, windows(ctx, &f, (offering, form), means)))
            }
            (actions(html! { (Button::new(t("keep"))) }))
        }
    }
}

fn who(ctx: Ctx<'_>, f: &Fields<'_>, form: &OfferingForm) -> Markup {
    let t = |key: &str| ctx.v.t(&format!("venues-desk-{key}"));
    let choices = ["anyone", "staff-only", "walk-in-only"].map(|who| {
        Choice::new(who, t(&format!("who-{who}"))).note(t(&format!("who-{who}-note"))).chosen(form.who == who)
    });
    radio_cards(f, "who", &t("policy-who"), &choices)
}

fn field(ctx: Ctx<'_>, f: &Fields<'_>, form: &OfferingForm, number: &Number) -> Markup {
    let key = format!("venues-desk-policy-{}", number.name.replace('_', "-"));
    let (least, most) = number.range;
    let range = ctx.v.ta("venues-desk-policy-between", &[("least", least.into()), ("most", most.into())]);
    let hint = format!("{} {range}", ctx.v.t(&format!("{key}-hint")));
    let field = Field::new(number.name, ctx.v.t(&key))
        .value(form.number(number.name))
        .hint(hint)
        .range(least, most)
        .step(number.step);
    f.number_field(if number.optional { field.optional() } else { field })
}
