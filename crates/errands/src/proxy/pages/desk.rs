//! Consents at the desk: what holds, writing one down, and acting under one.
use kernel::form::Problems;
use kernel::page::{Button, Choice, Field, Fields, Tone, actions, empty, notice, once, radio_cards, refused, table};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::own::kinds;
use crate::desk::pages::Ctx;
use crate::proxy::answers::Seen;
use crate::proxy::forms::ConsentForm;
use crate::proxy::rules::{How, Kind};
use crate::proxy::says;
use crate::rules::Matter;
use crate::says::name;

pub fn list(ctx: Ctx<'_>, all: &[Seen], (kept, said, token): (bool, Option<&Said>, &str)) -> Markup {
    let v = ctx.v;
    let heads = ["for", "proxy", "what", "until", "acts"].map(|key| v.t(&format!("proxy-col-{key}")));
    let rows: Vec<Vec<Markup>> = all.iter().map(|seen| line(ctx, seen, token)).collect();
    html! {
        @if let Some(said) = said { (refused(v, said)) }
        @if kept { (notice(Tone::Ok, &v.t("proxy-desk-kept"), html! {})) }
        p class="sec" { (v.t("proxy-desk-how")) }
        @if all.is_empty() { (empty("users", &v.t("proxy-desk-none"), None)) } @else {
            (table(&v.t("proxy-desk-title"), &heads.each_ref().map(String::as_str), &rows))
        }
        (actions(html! { (Button::new(v.t("proxy-desk-new")).icon("plus").href(ctx.path("/proxies/new"))) }))
    }
}

fn line(ctx: Ctx<'_>, seen: &Seen, token: &str) -> Vec<Markup> {
    let v = ctx.v;
    let id = seen.kept.id;
    let whose = seen.name.clone().unwrap_or_else(|| v.t("proxy-no-name"));
    let ways = seen.matter.as_ref().map(|m| m.draft.ways).unwrap_or_default();
    let button = |label: String, go| Button::new(label.clone()).small(go).about(format!("{label} {whose}"));
    let withdraw = ctx.path(&format!("/proxies/{id}/withdrawal"));
    let draw = ctx.path(&format!("/proxies/{id}/tickets"));
    vec![
        html! { b { (whose) } @if let Some(phone) = &seen.phone { " " a href={ "tel:" (phone.full()) } { (phone) } } },
        html! {
            (seen.proxy.as_deref().unwrap_or_default())
            " " small { (v.t(&format!("proxy-kind-{}", seen.kept.kind.name()))) }
        },
        html! { (says::matter(v, seen.matter.as_ref())) },
        html! { (ctx.when().date_in_full(seen.kept.until)) " " small { (v.t(&format!("proxy-how-{}", seen.kept.how.name()))) } },
        html! {
            form method="post" action=(draw) { (once(&format!("{token}-{id}"))) (button(v.t("proxy-desk-draw"), true).icon("ticket")) }
            @if ways.drop_off {
                (button(v.t("proxy-desk-drop-off"), false).icon("file-text").href(ctx.path(&format!("/drop-offs/new?consent={id}"))))
            }
            form method="post" action=(withdraw) { (button(v.t("proxy-desk-withdraw"), false)) }
        },
    ]
}

pub struct Agreeing<'a> {
    /// What is done by proxy.
    pub matters: &'a [Matter],
    pub form: &'a ConsentForm,
    pub problems: &'a Problems,
}

pub fn agree(ctx: Ctx<'_>, a: &Agreeing<'_>) -> Markup {
    let (v, f, form) = (ctx.v, Fields::new(ctx.v, a.problems), a.form);
    let matters: Vec<(String, &str)> = a.matters.iter().map(|m| (m.id.to_string(), name(v, &m.draft.name))).collect();
    let hows = How::AT_DESK.map(|how| {
        let chosen = form.how == how.name() || form.how.is_empty() && how == How::InPerson;
        Choice::new(how.name(), v.t(&format!("proxy-how-{}", how.name()))).chosen(chosen)
    });
    html! {
        (f.summary())
        form method="post" action=(ctx.path("/proxies/new")) {
            (once(&form.once))
            div class="two-up" {
                div {
                    (f.select(Field::new("matter", v.t("proxy-matter")).value(&form.matter), matters.iter().map(|(id, n)| (id.as_str(), *n))))
                    (f.text_field(Field::new("name", v.t("proxy-desk-whose")).value(&form.name).longest(30).autocomplete("off")))
                    (f.tel_field(Field::new("phone", v.t("proxy-desk-phone")).value(&form.phone).hint(v.t("errands-desk-their-phone-hint")).autocomplete("off").optional()))
                    (radio_cards(&f, "how", &v.t("proxy-how"), &hows))
                }
                div {
                    (f.text_field(Field::new("proxy", v.t("proxy-desk-proxy")).value(&form.proxy).longest(30).autocomplete("off")))
                    (kinds(&f, form, &Kind::ALL))
                    (f.date_field(Field::new("until", v.t("proxy-until")).value(&form.until).hint(v.t("proxy-until-hint"))))
                }
            }
            p class="note" { (v.t("proxy-desk-ask")) }
            (actions(html! { (Button::new(v.t("proxy-desk-agree"))) }))
        }
    }
}
