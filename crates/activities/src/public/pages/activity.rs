//! One activity: its rule in words, what it is, and its next times.
use kernel::page::{self, Button, HtmlPage, actions, facts};
use maud::{Markup, html};

use super::rows::row;
use crate::answers::{Look, Seen, Stands};
use crate::frame::{Frame, activity_path};
use crate::rules::State;
use crate::says;

/// So many of its next times.
const NEXT: usize = 12;

pub fn activity(f: Frame<'_>, look: &Look) -> HtmlPage {
    let v = f.v;
    let plan = &look.series.plan;
    let path = activity_path(f.station, look.series.id);
    let to_come = |seen: &Seen| match seen.stands(v.now()) {
        Stands::Now | Stands::ToCome => true,
        Stands::CalledOff => seen.is_told() && seen.one.ends_at > v.now(),
        Stands::Over => false,
    };
    let next: Vec<Seen> = look.seen().filter(to_come).take(NEXT).collect();
    f.page(&plan.title)
        .describe(&says::rule(v, f.station, &plan.terms))
        .link_alternate("text/calendar", &format!("{path}/calendar.ics"), &plan.title)
        .body(html! {
            (page::card(html! { p { b { (says::rule(v, f.station, &plan.terms)) } } @if !plan.about.is_empty() { p { (plan.about) } } }))
            (about(f, look))
            @if next.is_empty() { (page::empty("calendar-off", &v.t("activities-no-more"), None)) } @else {
                (page::section("next", &v.t("activities-next-times"), None, page::rows(next.iter().map(|seen| row(f, seen)))))
            }
            (actions(html! {
                (Button::new(v.t("activities-subscribe")).secondary().icon("calendar-plus").href(format!("{path}/calendar.ics")))
            }))
            (f.ask_a_person())
        })
}

fn about(f: Frame<'_>, look: &Look) -> Markup {
    let v = f.v;
    let any = look.seen().find(|seen| seen.one.state == State::On);
    let place = any.map(|seen| says::place(v, &seen)).unwrap_or_default();
    facts_of(f, (&look.series.plan, &place), look.owner.as_ref())
}

/// What one reads of an activity on all its pages: where, who may come, what to bring, who holds it.
pub fn facts_of(f: Frame<'_>, (plan, place): (&crate::rules::Plan, &str), owner: Option<&stations::Owner>) -> Markup {
    let v = f.v;
    let ages = says::ages(v, &plan.ages);
    let who: Vec<&str> = [plan.audience.as_str(), &ages].into_iter().filter(|t| !t.is_empty()).collect();
    let who = if who.is_empty() { v.t("activities-everybody") } else { who.join(&v.t("activities-and")) };
    let owner = owner.map(|owner| owner.name(v)).unwrap_or_default();
    let all = [("where", place), ("who", &who), ("bring", plan.bring.as_str()), ("owner", owner)];
    let named: Vec<(String, &str)> = all
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(key, words)| (v.t(&format!("activities-fact-{key}")), words))
        .collect();
    facts(named.iter().map(|(name, words)| (name.as_str(), html! { (words) })))
}
