//! What somebody has reserved, among their things.
use kernel::page::{self, Answer, Button, Row};
use maud::{Markup, html};

use super::frame::Frame;
use super::receipt::post;
use crate::answers::Receipt;
use crate::public::reserve::reservation_path;
use crate::rules::{self, State};
use crate::says;
use crate::series::answers::{Line, Look};
use crate::series::pages::card as series_card;

/// What is still to come, the next first, and what is over, folded. Nothing if there is neither.
pub fn mine(f: Frame<'_>, series: &[Look], all: &[Receipt]) -> Option<Markup> {
    // What is kept until they answer stands with what they wait for.
    let all = all.iter().filter(|r| !(r.state == State::Held && r.reservation.is_offer()));
    let (mut coming, over): (Vec<&Receipt>, Vec<&Receipt>) = all.partition(|r| r.state.is_live());
    if coming.is_empty() && over.is_empty() && series.is_empty() {
        return None;
    }
    coming.sort_by_key(|r| r.reservation.span.from);
    // Of a series, the next date is enough: all of them are on its page.
    let mut seen = vec![];
    coming.retain(|r| match series.iter().find(|l| l.lines.iter().any(|d| of_line(d, r))) {
        Some(look) if seen.contains(&look.series.id) => false,
        Some(look) => {
            seen.push(look.series.id);
            true
        }
        None => true,
    });
    let id = format!("venues-{}", f.station.slug);
    let title = f.v.ta("venues-mine", &[("station", f.station.name(f.v).into())]);
    let body = html! {
        @for r in &coming { (card(f, r)) }
        @if coming.is_empty() { p class="note" { (f.v.t("venues-mine-none")) } }
        @for look in series { (series_card(f.series(), look)) }
        @if !over.is_empty() {
            details {
                summary class="pill" { (f.v.ta("venues-mine-over", &[("n", over.len().into())])) }
                (page::rows(over.iter().take(MOST_OVER).map(|r| past(f, r))))
            }
        }
    };
    Some(page::section(&id, &title, Some((&f.v.t("venues-book-another"), &f.station.path("/venues"))), body))
}

fn of_line(line: &Line, r: &Receipt) -> bool {
    line.receipt.as_ref().is_some_and(|of| of.reservation.id == r.reservation.id)
}

/// Older ones are of no use here.
const MOST_OVER: usize = 10;

fn card(f: Frame<'_>, r: &Receipt) -> Markup {
    let (v, when) = (f.v, f.when());
    let (kind, words) = says::state_of(v, r);
    let path = reservation_path(f.station, r.reservation.id);
    let standing = r.reservation.standing(r.offering.policy.cancel_until);
    let cancels = rules::cancel(v.now(), &standing, false).is_ok();
    let answer =
        Answer::new(kind, words, says::span(&when, &r.reservation.span)).under(says::what(v, r)).actions(html! {
            (Button::new(v.t("venues-open-slip")).secondary().icon("ticket").href(&path))
            @if cancels { (post(&path, "cancellation", &Button::new(v.t("venues-cancel")).flat())) }
        });
    html! { (answer) }
}

fn past(f: Frame<'_>, r: &Receipt) -> Row {
    let when = f.when();
    let (kind, words) = says::state_of(f.v, r);
    let from = r.reservation.span.from;
    Row::new(says::what(f.v, r))
        .when(&when.day(when.date(from)), &when.time(from))
        .status(kind, &words)
        .leads_to(reservation_path(f.station, r.reservation.id))
}
