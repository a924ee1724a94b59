//! What a household may sign up for: with its card, without anybody's name on the page; and at the desk, with them.
use kernel::form::Problems;
use kernel::page::{self, Answer, Button, Fields, HtmlPage, Row, empty, section};
use kernel::view::View;
use maud::{Markup, html};
use people::{CardId, Child};

use super::join::{is_open, places};
use crate::answers::Seen;
use crate::frame::Frame;
use crate::says as core;
use crate::signups::reads::{Offer, Open};
use crate::signups::rules::Fit;
use crate::signups::{card_path, says, signup_path};

/// 周六 10:00 亲子阅读 ● 还有 3 个名额
fn row(f: Frame<'_>, seen: &Seen) -> Row {
    let (when, at) = (f.when(), seen.one.starts_at);
    let (kind, words) = core::stands(f.v, &when, seen);
    Row::new(seen.title()).when(&when.day(when.date(at)), &when.time(at)).status(kind, &words)
}

/// Below what a card is: what one can sign up for now.
pub fn on_the_card(f: Frame<'_>, all: &[Open], code: &str) -> Markup {
    let v = f.v;
    let row = |open: &Open| row(f, &open.seen).leads_to(card_path(f.station, open.seen.one.id, code));
    let body = html! {
        @if all.is_empty() { (empty("calendar", &v.t("signup-card-none"), None)) } @else { (page::rows(all.iter().map(row))) }
    };
    section("card-signup", &v.t("signup-card-open"), None, body)
}

/// One time, and who of the household comes.
pub struct ByCard<'a> {
    pub offer: &'a Offer,
    /// Of the card.
    pub code: &'a str,
    pub problems: &'a Problems,
    pub once: &'a str,
}

/// What a child is called on a page that whoever finds a card may open: its age, and where that says too little the first
/// character of its nickname.
fn called(v: &View, child: &Child, all: &[&Child]) -> String {
    let age = says::child_of(v, child.band);
    match (all.iter().filter(|other| other.band == child.band).count(), child.nickname.chars().next()) {
        (2.., Some(first)) => v.ta("signup-child-begins", &[("age", age.into()), ("first", first.to_string().into())]),
        _ => age,
    }
}

pub fn by_card(f: Frame<'_>, b: &ByCard<'_>) -> HtmlPage {
    let (v, known) = (f.v, &b.offer.known);
    let fields = Fields::new(v, b.problems);
    let (kind, words) = places(f, known, b.offer.waiting);
    let title = format!("{} {}", known.title(), says::whole_day(&f.when(), known));
    let all: Vec<&Child> = b.offer.children.iter().map(|of| &of.child).collect();
    let children = b.offer.children.iter().map(|of| (called(v, &of.child, &all), &of.signup));
    let others = b.offer.others.iter().map(|seen| {
        let whom = seen.signup.band.map_or_else(|| v.t("signup-me"), |band| says::child_of(v, band));
        (whom, seen)
    });
    let theirs: Vec<Row> = children
        .filter_map(|(called, seen)| Some((called, seen.as_ref()?)))
        .chain(others)
        .map(|(called, seen)| {
            let (kind, words) = says::stands(v, seen);
            Row::new(called).icon("user").status(kind, &words).leads_to(signup_path(f.station, seen.signup.id))
        })
        .collect();
    let action = card_path(f.station, known.occurrence.id, b.code);
    let press = |who: &str, called: &str, n: usize| {
        let button = Button::new(v.ta("signup-join-child", &[("child", called.into())])).icon("user-plus");
        let button = if n == 0 { button.huge() } else { button.secondary() };
        f.press(&action, &format!("{}-{who}", b.once), &[("who", who), ("card", b.code)], &button)
    };
    let left: Vec<(String, String)> = who_is_left(v, b.offer, |child| called(v, child, &all));
    let page = f.page_of_time(v.t("signup-title"), (known.title(), known.occurrence.id));
    page.status(b.problems.status()).body(html! {
        (fields.summary())
        (Answer::new(kind, words, title).under(says::ages(v, &known.series.plan.ages).unwrap_or_default()))
        @if !theirs.is_empty() { div class="sec" { (page::rows(theirs)) } }
        @if is_open(f, known) {
            div class="acts" { @for (n, (who, called)) in left.iter().enumerate() { (press(who, called, n)) } }
        }
        p class="sec note" { (v.t("signup-card-how")) }
        (f.ask_a_person())
    })
}

/// Who of the household has not signed up, and may: as it is sent, and what they are called.
fn who_is_left(v: &View, offer: &Offer, called: impl Fn(&Child) -> String) -> Vec<(String, String)> {
    let children = offer.children.iter().filter(|of| of.signup.is_none() && of.fit != Fit::Not);
    let children = children.map(|of| (of.child.id.to_string(), called(&of.child)));
    let own = offer.own_fit() == Fit::Fits && !offer.others.iter().any(|seen| seen.signup.band.is_none());
    children.chain(own.then(|| ("me".to_owned(), v.t("signup-me")))).collect()
}

/// At the desk: each time with a button for everybody of the household who may come and has not signed up.
pub fn household(f: Frame<'_>, all: &[Open], (card, once): (CardId, &str)) -> Markup {
    let (v, card) = (f.v, card.to_string());
    let row = |open: &Open| {
        let seen = &open.seen;
        let action = f.station.path(&format!("/desk/occurrences/{}/signups", seen.one.id));
        let children = open.children.iter().map(|child| (child.id.to_string(), child.nickname.clone()));
        let oneself = open.oneself.then(|| ("me".to_owned(), v.t("signup-desk-grown-up")));
        let presses = children.chain(oneself).map(|(who, called)| {
            let about = format!("{} {called}", seen.title());
            let hidden = [("who", who.as_str()), ("household", card.as_str())];
            f.press(
                &action,
                &format!("{once}-{}-{who}", seen.one.id),
                &hidden,
                &Button::new(called).small(true).about(about),
            )
        });
        row(f, seen).end(html! { @for press in presses { (press) } })
    };
    html! {
        @if all.is_empty() { (empty("calendar", &v.t("signup-card-none"), None)) } @else {
            div class="sec" { (page::rows(all.iter().map(row))) }
        }
    }
}
