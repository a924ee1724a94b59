//! 回访: whom to call back until when; and one of them with what they said, whom to reach, and how it ended.
use kernel::form::Problems;
use kernel::page::{
    Button, Choice, Field, Fields, Kind, Row, Tone, actions, card, empty, facts, notice, once, radio_cards, rows,
    section, status,
};
use kernel::view::View;
use maud::{Markup, html};
use stations::Station;

use crate::ratings::answers::ToCall;
use crate::ratings::rules::{MOST_DAYS, MOST_IN_WORDS, Outcome};
use crate::ratings::says;
use crate::says::name;

/// The list.
pub struct List<'a> {
    pub all: &'a [ToCall],
    pub days: i16,
    /// Something was just written down.
    pub kept: bool,
    pub problems: &'a Problems,
}

/// One of them.
pub struct One<'a> {
    pub call_back: &'a ToCall,
    pub outcome: Option<Outcome>,
    pub typed: &'a str,
    pub problems: &'a Problems,
    pub once: &'a str,
}

pub fn list(v: &View, station: &Station, p: &List<'_>) -> Markup {
    let (open, ended): (Vec<&ToCall>, Vec<&ToCall>) = p.all.iter().partition(|b| b.is_open());
    let title = v.ta("ratings-desk-open", &[("n", open.len().into())]);
    html! {
        @if p.kept { (notice(Tone::Ok, &v.t("ratings-desk-kept"), html! {})) }
        (section("h-open", &title, None, html! {
            @if open.is_empty() { (empty("circle-check", &v.t("ratings-desk-none"), None)) }
            @else { (rows(open.iter().map(|b| row(v, station, b)))) }
        }))
        p class="chips note" { (v.t("ratings-desk-how")) }
        @if !ended.is_empty() {
            (section("h-ended", &v.t("ratings-desk-ended"), None, rows(ended.iter().map(|b| row(v, station, b)))))
        }
        (section("h-days", &v.t("ratings-desk-days"), None, days(v, station, p)))
    }
}

fn row(v: &View, station: &Station, b: &ToCall) -> Row {
    let (kind, words) = stands(v, station, b);
    let row = Row::new(title(v, station, b)).icon("phone").status(kind, &words).note(&says::level(v, b.level));
    row.leads_to(station.path(&format!("/desk/call-backs/{}", b.id)))
}

/// 6月24日 · A014 · 高龄补贴
pub fn title(v: &View, station: &Station, b: &ToCall) -> String {
    let matters: Vec<&str> = b.matters.iter().map(|n| name(v, n)).collect();
    let parts =
        [v.when(&station.zone).date_in_full(b.day), b.number.to_string(), matters.join(&v.t("errands-list-comma"))];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// How it stands: until when, plainly late, or how it ended.
fn stands(v: &View, station: &Station, b: &ToCall) -> (Kind, String) {
    let day = says::day(&v.when(&station.zone), b.due.date);
    match (b.outcome, b.overdue) {
        (Some(Outcome::Settled), _) => (Kind::Ok, says::outcome(v, Outcome::Settled)),
        (Some(outcome), _) => (Kind::Away, says::outcome(v, outcome)),
        (None, true) => (Kind::Stop, v.ta("ratings-desk-over", &[("day", day.into())])),
        (None, false) => (Kind::Away, v.ta("ratings-desk-due", &[("day", day.into())])),
    }
}

/// One line for pages of others: how many wait, and how many are late.
pub fn open_line(v: &View, all: &[ToCall]) -> (Kind, String) {
    let open = all.iter().filter(|b| b.is_open()).count();
    match all.iter().filter(|b| b.overdue).count() {
        0 if open == 0 => (Kind::Ok, v.t("ratings-desk-none")),
        0 => (Kind::Away, v.ta("ratings-desk-open", &[("n", open.into())])),
        late => (Kind::Stop, v.ta("ratings-desk-late", &[("n", open.into()), ("late", late.into())])),
    }
}

pub fn one(v: &View, station: &Station, p: &One<'_>) -> Markup {
    let (f, b) = (Fields::new(v, p.problems), p.call_back);
    let choice = |o: Outcome| Choice::new(o.name(), says::outcome(v, o)).chosen(p.outcome == Some(o));
    let choices: Vec<Choice> = Outcome::ALL.into_iter().map(choice).collect();
    let words = Field::new("answer", v.t("ratings-desk-answer")).value(p.typed).hint(v.t("ratings-desk-answer-how"));
    html! {
        (f.summary())
        (about(v, station, b))
        @if b.is_open() {
            form method="post" action=(station.path(&format!("/desk/call-backs/{}", b.id))) {
                (once(p.once))
                (radio_cards(&f, "outcome", &v.t("ratings-desk-outcome"), &choices))
                (f.textarea(words.longest(MOST_IN_WORDS).optional()))
                (actions(html! { (Button::new(v.t("ratings-desk-keep"))) }))
            }
        }
    }
}

fn about(v: &View, station: &Station, b: &ToCall) -> Markup {
    let (kind, words) = stands(v, station, b);
    let [said, whom_label, answer] = ["said", "whom", "answered"].map(|key| v.t(&format!("ratings-desk-{key}")));
    let mut pairs = vec![
        (said.as_str(), html! { (says::level(v, b.level)) @if !b.words.is_empty() { p { (b.words) } } }),
        (whom_label.as_str(), whom(v, b)),
    ];
    if !b.answer.is_empty() {
        pairs.push((&answer, html! { (b.answer) }));
    }
    html! {
        (card(status(kind, &words)))
        @if b.due.provisional { p class="note" { (v.t("ratings-desk-provisional")) } }
        (facts(pairs))
    }
}

fn whom(v: &View, b: &ToCall) -> Markup {
    html! {
        @if let Some(called) = &b.name { (called) " " }
        @match &b.phone {
            Some(phone) => a href={ "tel:" (phone.e164()) } { (phone.full()) },
            None => (v.t("ratings-desk-no-phone")),
        }
    }
}

fn days(v: &View, station: &Station, p: &List<'_>) -> Markup {
    let (f, now) = (Fields::new(v, p.problems), p.days.to_string());
    let field = Field::new("days", v.t("ratings-desk-days-n")).value(&now).range(1, MOST_DAYS);
    html! {
        (f.summary())
        form method="post" action=(station.path("/desk/call-backs/days")) {
            (f.number_field(field.hint(v.t("ratings-desk-days-how"))))
            (actions(html! { (Button::new(v.t("ratings-desk-days-keep")).secondary()) }))
        }
    }
}
