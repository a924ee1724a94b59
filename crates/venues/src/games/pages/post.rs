//! Looking for people to play with: a time, how many are missing, one button.
use axum::http::StatusCode;
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::page::{self, Button, Choice, Day, Field, Fields, HtmlPage, Slot, Tone, query_value};
use kernel::refusal::Said;
use maud::{Markup, html};

use super::who::who;
use crate::games::asked::LONGEST_NOTE;
use crate::games::forms::PostForm;
use crate::games::reads::Posting;
use crate::games::rules::{FEWEST, Level};
use crate::public::forms::written;
use crate::public::pages::{Frame, lengths, start};
use crate::says as rooms;

/// What the page is made of beside what is free.
pub struct Post<'a> {
    pub posting: &'a Posting,
    pub form: &'a PostForm,
    pub problems: &'a Problems,
    pub refused: Option<(&'a Said, StatusCode)>,
    /// Whether all starts of the day are shown.
    pub all_times: bool,
    pub once: &'a str,
    pub signed_in: bool,
}

pub fn post(f: Frame<'_>, p: &Post<'_>) -> HtmlPage {
    let (v, look) = (f.v, &p.posting.look);
    let status = match (p.refused, p.problems.none()) {
        (Some((_, status)), _) => status,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    let fields = Fields::new(v, p.problems);
    let title = v.ta("games-post-title", &[("what", rooms::name(v, &look.offering().name).into())]);
    let page = f.page(title).back(v.t("games-title"), f.station.path("/games")).status(status);
    let body = html! {
        @if let Some((said, _)) = p.refused { (page::refused(v, said)) }
        (fields.summary())
        (days(f, p))
        @if look.cards.is_empty() { (page::empty("calendar-off", &v.t("games-no-time"), None)) }
        @else if p.signed_in { (form(f, p, &fields)) }
        @else { (sign_in(f, p)) }
    };
    if look.cards.is_empty() || !p.signed_in {
        return page.body(body);
    }
    let button = Button::new(v.t("games-post")).form("post");
    page.bar(page::buy_bar(&line(f, p), &v.t("games-post-terms"), html! { (button) })).body(body)
}

fn here(f: Frame<'_>, p: &Post<'_>, name: &str, value: &str) -> String {
    let slug = query_value(&p.posting.look.offering().slug);
    f.station.path(&format!("/games/new?offering={slug}&{name}={}", query_value(value)))
}

fn line(f: Frame<'_>, p: &Post<'_>) -> String {
    match p.posting.look.chosen {
        Some(span) => rooms::span(&f.when(), &span),
        None => f.v.t("venues-choose-time"),
    }
}

/// A game is tied to a phone that was proved: whoever is not signed in does that first and comes back here.
fn sign_in(f: Frame<'_>, p: &Post<'_>) -> Markup {
    let at = p.posting.look.chosen.map_or(String::new(), |s| written(s.from, &f.station.zone));
    let door = format!("/sign-in?station={}&then={}", f.station.id, query_value(&here(f, p, "at", &at)));
    html! {
        (page::notice(Tone::Lamp, &f.v.t("games-post-phone"), html! {}))
        (page::actions(html! { (Button::new(f.v.t("games-go-on")).icon("phone").href(door)) }))
    }
}

fn days(f: Frame<'_>, p: &Post<'_>) -> Markup {
    let when = f.when();
    let look = &p.posting.look;
    let chip = |on: Date, shut: bool| Day {
        value: here(f, p, "on", &on.to_string()),
        top: if on == when.today() { when.day_or_tonight(when.now) } else { when.weekday(on).to_owned() },
        under: when.short_date(on),
        chosen: on == look.day.on,
        shut,
    };
    let chips: Vec<Day> = look.days.iter().map(|d| chip(d.on, d.shut.is_some())).collect();
    page::day_links(&f.v.t("venues-which-day"), &chips)
}

/// So many starts are shown from the chosen one on.
const FEW: usize = 5;

fn form(f: Frame<'_>, p: &Post<'_>, fields: &Fields<'_>) -> Markup {
    let (v, look, form) = (f.v, &p.posting.look, p.form);
    let at = look.cards.iter().position(|card| Some(card.slot.span) == look.chosen).unwrap_or(0);
    let from = if p.all_times { 0 } else { at.saturating_sub(1).min(look.cards.len().saturating_sub(FEW)) };
    let count = if p.all_times { look.cards.len() } else { FEW };
    let slots: Vec<Slot> = look.cards[from..].iter().take(count).map(|card| start(f, look, card)).collect();
    let all = format!("{}&all=1", here(f, p, "on", &look.day.on.to_string()));
    let more = (slots.len() < look.cards.len()).then(|| v.t("venues-more-times"));
    let levels: Vec<Choice> = Level::ALL
        .into_iter()
        .map(|l| Choice::new(l.name(), v.t(&format!("games-level-{}", l.name()))).chosen(form.level == l.name()))
        .collect();
    let note = Field::new("note", v.t("games-note")).value(&form.note).hint(v.t("games-note-hint"));
    html! {
        form id="post" method="post" action=(f.station.path("/games")) {
            (page::once(p.once))
            input type="hidden" name="offering" value=(look.offering().slug);
            (page::slots("from", &v.t("venues-which-time"), &slots, more.as_deref().map(|label| (label, all.as_str()))))
            (lengths(f, look, look.day.minutes))
            (how_many(f, p, fields))
            details class="fld" open[!form.note.is_empty() || !form.level.is_empty()] {
                summary class="pill" { (v.t("games-say-more")) }
                (page::segmented("level", &v.t("games-level"), &levels))
                (fields.text_field(note.longest(LONGEST_NOTE.into()).optional()))
            }
            (who(fields, &form.place(), p.posting.unnamed))
        }
        p class="note" { (v.t("games-surname-only")) }
    }
}

/// More than this are typed, not tapped.
const MOST_TAPPED: i32 = 5;

/// How many others: as few as can play, unless something else was chosen.
fn how_many(f: Frame<'_>, p: &Post<'_>, fields: &Fields<'_>) -> Markup {
    let policy = p.posting.look.policy();
    let (least, most) = ((policy.smallest_group.max(FEWEST) - 1).max(1), policy.largest_group - 1);
    let chosen = if p.form.more.is_empty() { least.to_string() } else { p.form.more.clone() };
    let choices: Vec<Choice> =
        (least..=most).map(|n| Choice::new(n.to_string(), n.to_string()).chosen(n.to_string() == chosen)).collect();
    let label = f.v.t("games-how-many");
    html! {
        @if most - least < MOST_TAPPED { (page::segmented("more", &label, &choices)) }
        @else { (fields.number_field(Field::new("more", label).value(&chosen).range(least, most))) }
    }
}
