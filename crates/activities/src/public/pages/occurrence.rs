//! One time, the answer first: when, where, is there a place, who may come, what to bring.
use kernel::page::{Answer, Button, HtmlPage, actions, read_aloud};
use maud::{Markup, html};

use super::activity::facts_of;
use super::event::event;
use crate::answers::{Seen, Stands};
use crate::frame::{Frame, activity_path, occurrence_path};
use crate::says;

/// One time and what other groups say of it.
pub struct Occurrence<'a> {
    pub seen: &'a Seen,
    pub parts: &'a [Markup],
    pub public_url: &'a str,
}

pub fn occurrence(f: Frame<'_>, o: &Occurrence<'_>) -> HtmlPage {
    let (v, when, seen) = (f.v, f.when(), o.seen);
    let (kind, word) = says::stands(v, &when, seen);
    let path = occurrence_path(f.station, seen.one.id);
    let time = says::time(&when, seen);
    let moon = stations::lunar(v, when.date(seen.one.starts_at));
    let plan = &seen.series.plan;
    f.page(seen.title())
        .describe(&format!("{time} {}", says::place(v, seen)))
        .link_alternate("text/calendar", &format!("{path}/calendar.ics"), seen.title())
        .json_ld(event(f, seen, o.public_url))
        .body(html! {
            div id="answer" {
                (Answer::new(kind, word, time.clone()).under(moon.unwrap_or_default()))
                @if !seen.one.reason.is_empty() { p class="sec" { b { (seen.one.reason) } } }
                @if !seen.one.note.is_empty() { p class="sec" { (seen.one.note) } }
                (facts_of(f, (plan, &says::place(v, seen)), seen.owner.as_ref()))
            }
            p class="sec" { (read_aloud(v, "answer")) }
            @for part in o.parts { (part) }
            @if !plan.about.is_empty() { p class="sec" { (plan.about) } }
            (actions(html! {
                @if matches!(seen.stands(v.now()), Stands::Now | Stands::ToCome) {
                    (Button::new(v.t("activities-to-calendar")).secondary().icon("calendar-plus").href(format!("{path}/calendar.ics")))
                }
                @if plan.terms.rule.is_some() {
                    (Button::new(v.t("activities-more-times")).flat().icon("repeat").href(activity_path(f.station, seen.series.id)))
                }
            }))
            (f.ask_a_person())
        })
}
