//! One day at the desk: who is met, somebody more, what came of it.
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Tone, actions, empty, facts, notice, once, section, table};
use maud::{Markup, html};

use super::public::choices;
use crate::desk::asked::MOST_IN_A_REASON;
use crate::desk::pages::Ctx;
use crate::says::name;
use crate::village_days::rules::{DayState, Next, VisitState};
use crate::villages::answers::{Route, Seen};
use crate::villages::forms::AskForm;
use crate::villages::says;

pub struct Day<'a> {
    pub route: &'a Route,
    pub form: &'a AskForm,
    pub problems: &'a Problems,
    /// Something was kept.
    pub done: bool,
}

pub fn day(ctx: Ctx<'_>, d: &Day<'_>) -> Markup {
    let (v, known) = (ctx.v, &d.route.known);
    let f = Fields::new(v, d.problems);
    let begun = v.now() >= known.day.from;
    let open = known.day.state == DayState::Planned;
    let path = ctx.path(&format!("/village-days/{}", known.id));
    html! {
        @if d.done { (notice(Tone::Ok, &v.t("village-desk-kept"), html! {})) }
        (f.summary())
        @if known.day.state == DayState::CalledOff {
            (notice(Tone::Lamp, &v.t("village-desk-is-called-off"), html! { p { (known.day.reason) } }))
        }
        (about(ctx, d.route))
        @if known.day.state != DayState::CalledOff {
            (actions(html! { (Button::new(v.t("village-desk-sheet")).icon("printer").secondary().href(format!("{path}/sheet"))) }))
        }
        @if begun && known.day.state != DayState::CalledOff { (entering(ctx, d.route, &path)) } @else { (visits(ctx, d.route)) }
        @if open && known.takes_asks(v.now(), true) { (section("h-more", &v.t("village-desk-more"), None, more(ctx, d, &f, &path))) }
        @if open && !begun { (section("h-off", &v.t("village-desk-off"), None, calling_off(ctx, &f, &path))) }
    }
}

fn about(ctx: Ctx<'_>, route: &Route) -> Markup {
    let (v, when, known) = (ctx.v, ctx.when(), &route.known);
    let [at, order, what, room] =
        ["village-plan-when", "village-route", "village-what", "village-desk-room"].map(|key| v.t(key));
    let left = known.day.minutes - known.day.used;
    facts([
        (
            at.as_str(),
            html! { (says::day(v, &when, known.day.from, known.day.until)) " " (when.times(known.day.from, known.day.until)) },
        ),
        (order.as_str(), html! { (says::villages(v, known)) }),
        (what.as_str(), html! { (says::matters(v, known)) }),
        (
            room.as_str(),
            html! { (v.ta("village-desk-left", &[("left", when.length(left.into()).into()), ("n", route.promised().count().into())])) },
        ),
    ])
}

/// 罗大爷; somebody without a name is their number in the hall.
fn who(ctx: Ctx<'_>, seen: &Seen) -> String {
    let number = seen.number.map(|n| n.to_string());
    seen.name.clone().or(number).unwrap_or_else(|| ctx.v.t("village-no-name"))
}

fn place(ctx: Ctx<'_>, route: &Route, seen: &Seen) -> String {
    let at = ctx.v.t(if seen.visit.takes.at_home { "village-at-home" } else { "village-at-office" });
    format!("{} · {at}", route.known.village(seen.visit.village))
}

fn matter<'s>(ctx: Ctx<'_>, seen: &'s Seen) -> &'s str {
    seen.matter.as_ref().map_or("", |m| name(ctx.v, &m.draft.name))
}

/// Before it begins: who is on the sheet, and who was asked.
fn visits(ctx: Ctx<'_>, route: &Route) -> Markup {
    let v = ctx.v;
    let heads = ["who", "where", "what", "phone", "stands"].map(|key| v.t(&format!("village-col-{key}")));
    let rows: Vec<Vec<Markup>> = route.visits.iter().map(|seen| line(ctx, route, seen)).collect();
    let body = if rows.is_empty() {
        empty("users", &v.t("village-desk-nobody"), None)
    } else {
        table(&v.t("village-desk-visits"), &heads.each_ref().map(String::as_str), &rows)
    };
    section("h-visits", &v.t("village-desk-visits"), None, body)
}

fn line(ctx: Ctx<'_>, route: &Route, seen: &Seen) -> Vec<Markup> {
    let v = ctx.v;
    let (kind, words) = says::state(v, seen.state);
    let action = ctx.path(&format!("/village-visits/{}/answer", seen.visit.id));
    let name = who(ctx, seen);
    let press = |answer: &str, go| {
        let label = v.t(&format!("village-desk-{answer}"));
        html! { form method="post" action=(action) { (Button::new(label.clone()).small(go).about(format!("{label} {name}")).named("answer", answer)) } }
    };
    vec![
        html! { b { (name) } },
        html! { (place(ctx, route, seen)) },
        html! { (matter(ctx, seen)) },
        html! { @if let Some(phone) = &seen.phone { a href={ "tel:" (phone.full()) } { (phone) } } },
        html! {
            (kernel::page::status(kind, &words))
            @match seen.state {
                VisitState::Offered => { (press("accept", true)) (press("decline", false)) }
                VisitState::Accepted => (press("withdraw", false)),
                _ => {}
            }
        },
    ]
}

/// From when it begins: one form for all that came of it.
fn entering(ctx: Ctx<'_>, route: &Route, path: &str) -> Markup {
    let v = ctx.v;
    let all: Vec<&Seen> = route.promised().collect();
    let choice = |seen: &Seen| match (seen.state, seen.visit.next) {
        (VisitState::Done, _) => "done",
        (VisitState::NotMet, Some(next)) => next.name(),
        _ => "",
    };
    let body = html! {
        @if all.is_empty() { (empty("users", &v.t("village-desk-nobody"), None)) } @else {
            p class="note" { (v.t("village-desk-enter-how")) }
            form method="post" action={ (path) "/outcome" } {
                @for seen in all {
                    @let id = format!("visit-{}", seen.visit.id);
                    div class="fld" {
                        label for=(id) { (who(ctx, seen)) small { (place(ctx, route, seen)) " · " (matter(ctx, seen)) } }
                        select id=(id) name=(id) {
                            option value="" selected[choice(seen).is_empty()] { (v.t("village-outcome-open")) }
                            option value="done" selected[choice(seen) == "done"] { (v.t("village-outcome-done")) }
                            @for next in Next::ALL {
                                option value=(next.name()) selected[choice(seen) == next.name()] { (v.t(&format!("village-outcome-{}", next.name()))) }
                            }
                        }
                    }
                }
                (actions(html! { (Button::new(v.t("village-desk-enter"))) }))
            }
        }
    };
    section("h-enter", &v.t("village-desk-outcome"), None, body)
}

fn more(ctx: Ctx<'_>, d: &Day<'_>, f: &Fields<'_>, path: &str) -> Markup {
    let v = ctx.v;
    html! {
        form method="post" action={ (path) "/visits" } {
            (once(&d.form.once))
            (choices(f, &d.route.known, d.form))
            (f.text_field(Field::new("name", v.t("errands-desk-their-name")).value(&d.form.name).longest(30).autocomplete("off")))
            (f.tel_field(Field::new("phone", v.t("errands-desk-their-phone")).value(&d.form.phone).hint(v.t("errands-desk-their-phone-hint"))
                .autocomplete("off").optional()))
            (f.checkbox(Field::new("phone_on_sheet", v.t("village-desk-phone-on-sheet")), !d.form.phone_on_sheet.is_empty()))
            (actions(html! { (Button::new(v.t("village-desk-add")).icon("user-plus")) }))
        }
    }
}

fn calling_off(ctx: Ctx<'_>, f: &Fields<'_>, path: &str) -> Markup {
    let v = ctx.v;
    let reason = Field::new("reason", v.t("errands-desk-reason")).hint(v.t("village-desk-off-hint"));
    html! {
        form method="post" action={ (path) "/cancellation" } {
            (f.text_field(reason.longest(MOST_IN_A_REASON)))
            (actions(html! { (Button::new(v.t("village-desk-off-do")).danger()) }))
        }
    }
}
