//! One transfer, and the one thing to do about it now.
use kernel::form::Problems;
use kernel::page::{
    Button, Choice, Field, Fields, Tone, actions, empty, facts, notice, once, radio_cards, section, status,
};
use maud::{Markup, html};

use crate::CopyId;
use crate::frame::{self, Frame, by_line};
use crate::lending::answers::CopyState;
use crate::rules::{Copy, Shelf};
use crate::transfers::answers::One;
use crate::transfers::rules::{MOST_IN_A_WHY, State};
use crate::transfers::says;

pub struct OnePage<'a> {
    pub one: &'a One,
    pub why: &'a str,
    pub problems: &'a Problems,
    pub once: &'a str,
    pub done: bool,
    /// What has just been taken in: its label is not printed yet.
    pub fresh: Option<CopyId>,
}

pub fn one(f: Frame<'_>, p: &OnePage<'_>) -> Markup {
    let v = f.v;
    html! {
        @if p.done { (notice(Tone::Ok, &v.t("transfers-kept"), html! {})) }
        (Fields::new(v, p.problems).summary())
        (known(f, p.one))
        @match (p.one.seen.transfer.state, p.one.seen.ours) {
            (State::Asked, true) => { (choose(f, p)) (decline(f, p)) }
            (State::Asked, false) => {
                p class="sec note" { (v.t("transfers-wait-answer")) }
                (press(f, p, "withdrawal", &Button::new(v.t("transfers-withdraw")).danger()))
            }
            (State::Sent, true) => {
                p class="sec note" { (v.t("transfers-wait-arrival")) }
                (press(f, p, "recall", &Button::new(v.t("transfers-call-back")).danger()))
            }
            (State::Sent, false) => { (arrive(f, p)) }
            (State::Arrived, false) => { @if let Some(copy) = p.fresh { (label(f, copy)) } }
            (State::Arrived | State::Declined | State::CalledBack, _) => {}
        }
    }
}

/// The number that it has here goes over the other one.
fn label(f: Frame<'_>, copy: CopyId) -> Markup {
    let href = f.station.path(&format!("/desk/library/labels?copies={copy}"));
    actions(html! { (Button::new(f.v.t("transfers-label")).icon("printer").href(href)) })
}

fn press(f: Frame<'_>, p: &OnePage<'_>, below: &str, button: &Button) -> Markup {
    let path = format!("{}/{below}", says::path(f.station, p.one.seen.transfer.id));
    actions(f.press(&path, p.once, &[], button))
}

fn known(f: Frame<'_>, one: &One) -> Markup {
    let (v, seen) = (f.v, &one.seen);
    let names = ["stands", "station", "title", "copy", "why"].map(|key| v.t(&format!("transfers-fact-{key}")));
    let (kind, word) = says::state(v, seen);
    let by = by_line(&seen.title);
    let mut all = vec![
        (names[0].as_str(), html! { (status(kind, &word)) (says::on(f, seen)) }),
        (names[1].as_str(), html! { (says::way(v, seen)) }),
        (names[2].as_str(), html! { b { (seen.title.title) } @if !by.is_empty() { br; (by) } }),
    ];
    if let Some(copy) = &one.sent {
        all.push((names[3].as_str(), html! { (copy.barcode) }));
    }
    if !seen.transfer.why.is_empty() {
        all.push((names[4].as_str(), html! { (seen.transfer.why) }));
    }
    facts(all)
}

/// 2000000000015 · A 架
fn copy(f: Frame<'_>, copy: &Copy, shelves: &[Shelf]) -> String {
    let shelf = shelves.iter().find(|s| s.id == copy.shelf).map(|s| frame::shelf(f.v, s));
    [Some(copy.barcode.as_str()), shelf].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Which copy is sent: the first that is free is chosen.
fn choose(f: Frame<'_>, p: &OnePage<'_>) -> Markup {
    let (v, one) = (f.v, p.one);
    let free: Vec<&Copy> =
        one.copies.iter().filter(|(_, state)| *state == CopyState::Free).map(|(copy, _)| copy).collect();
    if free.is_empty() {
        return html! { div class="sec" { (empty("books", &v.t("transfers-none-free"), None)) } };
    }
    let choice = |(n, one_copy): (usize, &&Copy)| {
        Choice::new(one_copy.id.to_string(), copy(f, one_copy, &one.shelves)).chosen(n == 0)
    };
    let choices: Vec<Choice> = free.iter().enumerate().map(choice).collect();
    html! {
        form class="sec" method="post" action={ (says::path(f.station, one.seen.transfer.id)) "/sending" } {
            (once(p.once))
            (radio_cards(&Fields::new(v, p.problems), "copy", &v.t("transfers-which"), &choices))
            (actions(html! { (Button::new(v.t("transfers-send-it")).icon("share")) }))
        }
    }
}

fn decline(f: Frame<'_>, p: &OnePage<'_>) -> Markup {
    let v = f.v;
    let why = Field::new("why", v.t("transfers-why")).hint(v.t("transfers-why-hint")).value(p.why);
    let why = why.longest(u32::try_from(MOST_IN_A_WHY).unwrap_or(60));
    html! {
        details class="sec" open[!p.why.is_empty() || p.problems.of(v, "why").is_some()] {
            summary { (v.t("transfers-decline")) }
            form method="post" action={ (says::path(f.station, p.one.seen.transfer.id)) "/refusal" } {
                (once(p.once))
                (Fields::new(v, p.problems).text_field(why))
                (actions(html! { (Button::new(v.t("transfers-decline-now")).danger()) }))
            }
        }
    }
}

/// On which shelf it stands from now on.
fn arrive(f: Frame<'_>, p: &OnePage<'_>) -> Markup {
    let v = f.v;
    if p.one.shelves.is_empty() {
        let to = (v.t("transfers-next-shelves"), f.station.path("/desk/library/shelves"));
        return html! { div class="sec" { (empty("books", &v.t("transfers-first-a-shelf"), Some((&to.0, &to.1)))) } };
    }
    let choice = |(n, shelf): (usize, &Shelf)| Choice::new(&shelf.code, frame::shelf(v, shelf)).chosen(n == 0);
    let choices: Vec<Choice> = p.one.shelves.iter().enumerate().map(choice).collect();
    let form = html! {
        form method="post" action={ (says::path(f.station, p.one.seen.transfer.id)) "/arrival" } {
            (once(p.once))
            (radio_cards(&Fields::new(v, p.problems), "shelf", &v.t("transfers-which-shelf"), &choices))
            (actions(html! { (Button::new(v.t("transfers-arrived")).icon("check")) }))
        }
        p class="note sec" { (v.t("transfers-arrive-how")) }
    };
    section("h-arrive", &v.t("transfers-arrive"), None, form)
}
