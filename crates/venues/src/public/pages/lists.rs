//! Answers first: what is free now, what is free later, what is closed and why.
use kernel::page::{self, HtmlPage, Kind, Row, Tone};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::frame::Frame;
use crate::answers::FreeNow;
use crate::public::reserve::offering_path;
use crate::rules::Who;
use crate::says;

/// One offering: how it stands, and the way to book it. `go` marks the one that is proposed.
fn row(f: Frame<'_>, free: &FreeNow, go: bool) -> Row {
    let (kind, words) = says::stands(f.v, &f.when(), free);
    let label = match free.offering.policy.who {
        Who::Anyone => "venues-book",
        Who::StaffOnly | Who::WalkInOnly => "venues-look",
    };
    Row::new(says::name(f.v, &free.offering.name)).icon(says::kind(free.venue.kind).0).status(kind, &words).link(
        offering_path(f.station, &free.offering.slug),
        &f.v.t(label),
        go,
    )
}

/// How well an offering answers "what can I do now": smaller is better.
fn rank(f: Frame<'_>, free: &FreeNow) -> (i32, jiff::Timestamp) {
    let (kind, _) = says::stands(f.v, &f.when(), free);
    let soon = free.next.map(|n| n.from).or(free.opens_at).unwrap_or(jiff::Timestamp::MAX);
    match kind {
        // What is free now stays in the order of the station's list.
        Kind::Ok => (0, jiff::Timestamp::MIN),
        Kind::Away => (1, soon),
        Kind::Shut => (2, soon),
        Kind::Stop => (3, soon),
    }
}

/// So many rows are enough for a home page.
const BEST: usize = 4;

/// The section of the home page: the best answer of each venue, and the way to all.
pub fn home(f: Frame<'_>, all: &[FreeNow]) -> Option<Markup> {
    let mut best: Vec<&FreeNow> = vec![];
    for free in all {
        match best.iter_mut().find(|b| b.venue.id == free.venue.id) {
            Some(b) if rank(f, free).0 < rank(f, b).0 => *b = free,
            Some(_) => {}
            None => best.push(free),
        }
    }
    let venues = best.len();
    // Usable today comes first, otherwise the station's own order stays: people find a row where it was yesterday.
    best.sort_by_key(|free| rank(f, free).0 >= 2);
    let first_to_book = best.iter().position(|b| b.offering.policy.who == Who::Anyone && rank(f, b).0 < 2);
    let rows = best.iter().take(BEST).enumerate().map(|(i, free)| row(f, free, first_to_book == Some(i)));
    let more = f.v.ta("venues-all-n", &[("n", venues.into())]);
    let title = if best.iter().take(BEST).any(|b| rank(f, b).0 == 0) { "venues-now" } else { "venues-rooms" };
    let path = f.station.path("/venues");
    Some(page::section("venues", &f.v.t(title), Some((&more, &path)), page::rows(rows)))
}

/// All offerings in three parts. `said` tells somebody who asked for one that is not there.
pub fn overview(f: Frame<'_>, all: &[FreeNow], said: Option<&Said>) -> HtmlPage {
    let v = f.v;
    let part = |id: &str, ranks: std::ops::RangeInclusive<i32>| {
        let mut some: Vec<&FreeNow> = all.iter().filter(|free| ranks.contains(&rank(f, free).0)).collect();
        some.sort_by_key(|free| rank(f, free));
        let rows = some.iter().map(|free| row(f, free, false));
        html! {
            @if !some.is_empty() { (page::section(id, &v.t(&format!("venues-part-{id}")), None, page::rows(rows))) }
        }
    };
    let page = f.page(v.t("venues-title")).describe(&v.t("venues-describe"));
    let page = if said.is_some() { page.status(axum::http::StatusCode::NOT_FOUND) } else { page };
    page.body(html! {
        @if let Some(said) = said { (page::notice(Tone::Stop, &said.what, html! {})) }
        @if all.is_empty() { (page::empty("door", &v.t("venues-none"), None)) }
        (part("now", 0..=0))
        (part("later", 1..=1))
        (part("closed", 2..=3))
        (f.ask_a_person())
    })
}
