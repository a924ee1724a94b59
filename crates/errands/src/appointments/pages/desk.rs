//! What is booked, day by day, and booking for somebody by name.
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::page::{
    Button, Choice, Field, Fields, Row, Tone, actions, empty, notice, once, radio_cards, rows, section,
};
use maud::{Markup, html};

use super::times;
use crate::appointments::reads::{Calendar, List};
use crate::desk::pages::{Ctx, lists};
use crate::desk::seen::Waits;
use crate::rules::{Line, Matter, Number, Priority};
use crate::says;

pub fn list(ctx: Ctx<'_>, list: &List, done: Option<(Number, jiff::Timestamp)>) -> Markup {
    let mut days: Vec<Date> = list.all.iter().map(|w| w.kept.day).collect();
    days.dedup();
    let new = Button::new(ctx.v.t("booked-desk-new")).icon("calendar-plus").href(ctx.path("/appointments/new"));
    html! {
        @if let Some((number, at)) = done {
            @let at = says::at(&ctx.when(), at);
            (notice(Tone::Ok, &ctx.v.ta("booked-desk-done", &[("number", number.to_string().into()), ("at", at.into())]), html! {}))
        }
        @if !list.hit.is_empty() {
            (notice(Tone::Stop, &ctx.v.ta("booked-desk-hit", &[("n", list.hit.len().into())]), html! {
                ul class="chips" { @for w in &list.hit { li { (pill(ctx, w)) } } }
            }))
        }
        (actions(html! { (new) }))
        @if days.is_empty() { (empty("calendar-off", &ctx.v.t("booked-desk-none"), None)) }
        @for day in &days { (one_day(ctx, list, *day)) }
    }
}

fn ticket(ctx: Ctx<'_>, w: &Waits) -> String {
    ctx.station.path(&format!("/tickets/{}", w.kept.id))
}

fn pill(ctx: Ctx<'_>, w: &Waits) -> Markup {
    let label = format!("{} {}", says::at(&ctx.when(), w.kept.ticket.order_at), w.number);
    kernel::page::pill(&label, &ticket(ctx, w))
}

fn one_day(ctx: Ctx<'_>, list: &List, day: Date) -> Markup {
    let all: Vec<&Waits> = list.all.iter().filter(|w| w.kept.day == day).collect();
    let title = ctx.v.ta("booked-desk-day", &[("day", ctx.when().day(day).into()), ("n", all.len().into())]);
    let row = |w: &&Waits| row(ctx, w, whom(ctx, list, w));
    section(&format!("day-{day}"), &title, None, rows(all.iter().map(row)))
}

/// 09:30 over A003; 高龄补贴 · 罗大爷; 找 马学兰.
fn row(ctx: Ctx<'_>, w: &Waits, whom: String) -> Row {
    let at = ctx.when().time(w.kept.ticket.order_at);
    Row::new(lists::what(ctx, w)).when(&at, &w.number.to_string()).note(&whom).leads_to(ticket(ctx, w))
}

fn whom(ctx: Ctx<'_>, list: &List, w: &Waits) -> String {
    let who = w.kept.ticket.official.and_then(|id| list.officials.iter().find(|o| o.official.id == id));
    match who {
        Some(o) => ctx.v.ta("booked-desk-with", &[("who", o.official.name.as_str().into())]),
        None => ctx.v.t("booked-desk-anybody"),
    }
}

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct BookForm {
    pub once: String,
    /// The slug of what for.
    pub matter: String,
    pub on: String,
    pub from: String,
    pub name: String,
    pub phone: String,
    pub priority: String,
}

pub struct Page<'a> {
    pub lines: &'a [Line],
    pub matters: &'a [Matter],
    /// The free times of what was chosen.
    pub cal: Option<&'a Calendar>,
    pub form: &'a BookForm,
    pub problems: &'a Problems,
}

/// What for is chosen first, then who it is for, then one tap on a time.
pub fn new(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let f = Fields::new(ctx.v, p.problems);
    html! {
        (f.summary())
        form method="get" action=(ctx.path("/appointments/new")) {
            (f.select(Field::new("matter", ctx.v.t("booked-desk-for-what")).value(&p.form.matter),
                what(ctx, p).iter().map(|(value, label)| (value.as_str(), label.as_str()))))
            (actions(html! { (Button::new(ctx.v.t("booked-desk-choose")).secondary()) }))
        }
        @if let Some(cal) = p.cal { (choose(ctx, p, cal, &f)) }
    }
}

fn what(ctx: Ctx<'_>, p: &Page<'_>) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), ctx.v.t("errands-desk-choose-what"))];
    for line in p.lines {
        let theirs = p.matters.iter().filter(|m| m.draft.line == line.id);
        all.extend(
            theirs.map(|m| (m.draft.slug.clone(), format!("{} {}", line.letter, says::name(ctx.v, &m.draft.name)))),
        );
    }
    all
}

fn choose(ctx: Ctx<'_>, p: &Page<'_>, cal: &Calendar, f: &Fields<'_>) -> Markup {
    let slug = kernel::page::query_value(&cal.matter.draft.slug);
    let to = |on: Date| ctx.path(&format!("/appointments/new?matter={slug}&on={on}"));
    html! {
        @if cal.first_free().is_none() {
            @let key = if cal.days.is_empty() { "booked-none-here" } else { "booked-nothing-at-all" };
            (empty("calendar-off", &ctx.v.t(key), None))
        } @else {
            (times::days(ctx.v, &ctx.when(), cal, |d| to(d.on)))
            form method="post" action=(ctx.path("/appointments/new")) {
                (once(&p.form.once))
                input type="hidden" name="matter" value=(cal.matter.draft.slug);
                input type="hidden" name="on" value=(p.form.on);
                div class="two-up" {
                    div {
                        (f.text_field(Field::new("name", ctx.v.t("booked-desk-their-name")).value(&p.form.name).longest(30).optional()))
                        (f.tel_field(Field::new("phone", ctx.v.t("booked-phone")).value(&p.form.phone).autocomplete("off").optional()))
                    }
                    div { (first(ctx, p, f)) }
                }
                (times::buttons((ctx.v, ctx.station), cal))
            }
        }
    }
}

/// Who goes first, with the most usual answer first.
fn first(ctx: Ctx<'_>, p: &Page<'_>, f: &Fields<'_>) -> Markup {
    let choices = Priority::ALL.map(|priority| {
        let chosen = p.form.priority == priority.name() || (p.form.priority.is_empty() && !priority.is_some());
        Choice::new(priority.name(), ctx.v.t(&format!("hall-first-{}", priority.name()))).chosen(chosen)
    });
    radio_cards(f, "priority", &ctx.v.t("errands-desk-goes-first"), &choices)
}
