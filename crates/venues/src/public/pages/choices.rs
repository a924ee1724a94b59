//! The days, starts, lengths and group sizes that one may choose from.
use kernel::page::{self, Choice, Day, Field, Fields, Slot, Tone, query_value};
use kernel::words::Lang;
use maud::{Markup, html};

use super::frame::Frame;
use crate::public::forms::{ReservationForm, written};
use crate::public::reads::{Card, DayChip, Look};
use crate::public::reserve::{offering_path, wait_path};
use crate::rules::{Favoured, Takes};
use crate::says;

/// Links within the booking page keep what is chosen already.
pub fn link(f: Frame<'_>, look: &Look, moving: Option<crate::ReservationId>, pairs: &[(&str, String)]) -> String {
    let length = (look.day.minutes != look.policy().usual).then(|| ("minutes", look.day.minutes.to_string()));
    let moving = moving.map(|id| ("moving", id.to_string()));
    let all = pairs.iter().cloned().chain(length).chain(moving);
    let query: Vec<String> = all.map(|(name, value)| format!("{name}={}", query_value(&value))).collect();
    format!("{}?{}", offering_path(f.station, &look.offering().slug), query.join("&"))
}

/// The days that can be booked, each a link; behind the first few, the way to all.
pub fn days(f: Frame<'_>, look: &Look, moving: Option<crate::ReservationId>) -> Markup {
    let to = |name, value: String| link(f, look, moving, &[(name, value)]);
    let mut chips: Vec<Day> =
        look.days.iter().map(|d| Day { value: to("on", d.on.to_string()), ..chip(f, look, d) }).collect();
    // Behind the last one lie the days that do not fit into a row.
    if look.days.last().is_some_and(|last| last.on < look.last_day) {
        let value = link(f, look, moving, &[("on", look.day.on.to_string()), ("days", "all".into())]);
        let under = f.v.t("venues-more-days-under");
        chips.push(Day { value, top: f.v.t("venues-more-days"), under, ..Day::default() });
    }
    page::day_links(&f.v.t("venues-which-day"), &chips)
}

fn chip(f: Frame<'_>, look: &Look, d: &DayChip) -> Day {
    let when = f.when();
    // English has no short word for tomorrow.
    let top = match (d.on == when.today(), f.v.lang) {
        (true, Lang::Zh) => when.day_or_tonight(when.now),
        (false, Lang::En) => when.weekday(d.on).to_owned(),
        _ => when.day(d.on),
    };
    // A reason is shown if it fits under a day's name.
    let reason = d.shut.as_ref().map(|why| match why {
        Some(why) if says::name(f.v, why).chars().count() <= 4 => says::name(f.v, why).to_owned(),
        _ => f.v.t("venues-day-shut"),
    });
    let under = reason.unwrap_or_else(|| when.short_date(d.on));
    Day { value: String::new(), top, under, chosen: d.on == look.day.on, shut: d.shut.is_some() }
}

/// So many starts are shown around the chosen one.
const FEW: usize = 5;

/// The starts of the day: a few around the chosen one, or all.
pub fn starts(f: Frame<'_>, look: &Look, all: bool, moving: Option<crate::ReservationId>) -> Markup {
    let (from, until) = if all { (0, look.cards.len()) } else { few(look) };
    let shown: Vec<Slot> = look.cards[from..until].iter().map(|card| start(f, look, card)).collect();
    let at = look.chosen.map_or(look.day.on.to_string(), |s| written(s.from, &f.station.zone));
    let name = if look.chosen.is_some() { "at" } else { "on" };
    let href = link(f, look, moving, &[(name, at), ("all", "1".into())]);
    let label = f.v.t("venues-more-times");
    let more = (until - from < look.cards.len()).then_some((label.as_str(), href.as_str()));
    page::slots("from", &f.v.t("venues-which-time"), &shown, more)
}

/// The chosen start stands second, so that one sees what is just before it.
fn few(look: &Look) -> (usize, usize) {
    let count = look.cards.len();
    if count <= FEW + 1 {
        return (0, count);
    }
    let chosen = look.cards.iter().position(|card| Some(card.slot.span) == look.chosen).unwrap_or(0);
    let from = chosen.saturating_sub(1).min(count - FEW);
    (from, from + FEW)
}

/// One start: when, and how much is free then.
pub fn start(f: Frame<'_>, look: &Look, card: &Card) -> Slot {
    let (when, slot) = (f.when(), card.slot);
    let words = match card.enough || slot.free == 0 {
        true => says::free_short(f.v, look.venue().kind, &slot),
        false => f.v.ta("venues-not-enough", &[("length", when.length(look.day.minutes.into()).into())]),
    };
    let chosen = Some(slot.span) == look.chosen;
    let places = |n: i32| u16::try_from(n).unwrap_or(0);
    Slot {
        value: written(slot.span.from, &f.station.zone),
        time: when.time(slot.span.from),
        // Where the mark of the chosen one stands, there is no room for a word.
        tag: tag(f, card).filter(|_| !chosen),
        free: places(slot.free),
        of: places(slot.of),
        words,
        // How many there are says nothing about a start that is too short.
        short: !card.enough && slot.free > 0,
        chosen,
    }
}

/// It has begun; it is some people's first.
fn tag(f: Frame<'_>, card: &Card) -> Option<String> {
    let first = card.first.map(|whom| f.v.t(&format!("venues-tag-{}", whom.name())));
    first.or_else(|| card.slot.span.contains(f.v.now()).then(|| f.v.t("venues-tag-now")))
}

/// Hours that are some people's first: whose, why, and from when on everybody may book.
pub fn priorities(f: Frame<'_>, look: &Look) -> Markup {
    let day = crate::rules::days(&f.station.zone, look.day.on, 1);
    html! {
        @for priority in &look.day.priorities {
            @for span in priority.spans.iter().filter(|s| s.overlaps(&day)) {
                (page::notice(Tone::Lamp, &says::priority(f.v, &f.when(), priority, span), html! {}))
            }
        }
    }
}

/// Whoever is one of those whose hours the page shows says so: their own word is enough.
pub fn said(f: Frame<'_>, look: &Look, form: &ReservationForm, fields: &Fields<'_>) -> Markup {
    let asked = |whom: &&Favoured| look.cards.iter().any(|card| card.first == Some(**whom));
    html! {
        @for whom in Favoured::ALL.iter().filter(asked) {
            @let label = f.v.t(&format!("venues-said-{}", whom.name()));
            @let field = Field::new(whom.name(), label).hint(f.v.t("venues-said-why")).optional();
            (fields.checkbox(field, !form.ticked(*whom).is_empty()))
        }
    }
}

/// So many full times are named one by one.
const MOST_FULL: usize = 6;

/// The starts that are taken, each the way into the line for it.
pub fn full(f: Frame<'_>, look: &Look) -> Markup {
    let (v, when) = (f.v, f.when());
    let soon = when.now + crate::offers::LEAST;
    let full = look.cards.iter().filter(|card| card.slot.free == 0 && card.slot.span.from > soon);
    // Those nearest to what is chosen are most likely meant.
    let near = |card: &&Card| look.chosen.map(|c| (c.from - card.slot.span.from).abs());
    let mut some: Vec<&Card> = full.collect();
    some.sort_by_key(near);
    some.truncate(MOST_FULL);
    some.sort_by_key(|card| card.slot.span.from);
    let href =
        |card: &Card| wait_path(f.station, &look.offering().slug, card.slot.span.from, i64::from(look.day.minutes));
    html! {
        @if !some.is_empty() {
            div class="sec" {
                p class="note" { (v.t("waiting-full-why")) }
                ul class="chips" {
                    @for card in some {
                        @let time = when.time(card.slot.span.from);
                        li { (page::pill(&v.ta("waiting-line-up-at", &[("at", time.into())]), &href(card))) }
                    }
                }
            }
        }
    }
}

/// How long; nothing to choose when there is only one length.
pub fn lengths(f: Frame<'_>, look: &Look, chosen: i32) -> Markup {
    let when = f.when();
    let choices: Vec<Choice> = look
        .policy()
        .lengths()
        .into_iter()
        .map(|n| Choice::new(n.to_string(), says::short_length(f.v, &when, n)).chosen(n == chosen))
        .collect();
    let legend = f.v.ta("venues-how-long", &[("kind", says::kind(look.venue().kind).1.into())]);
    html! {
        @if choices.len() > 1 { (page::segmented("minutes", &legend, &choices)) }
        @else { input type="hidden" name="minutes" value=(chosen); }
    }
}

/// More sizes than this are typed, not tapped.
const MOST_TAPPED: i32 = 6;

/// How many people, where that decides how much room they get or whether they get it.
pub fn group(f: Frame<'_>, look: &Look, form: &ReservationForm, fields: &Fields<'_>) -> Markup {
    let policy = look.policy();
    let (from, to) = (policy.smallest_group, policy.largest_group);
    let typed = if form.group.is_empty() { from.to_string() } else { form.group.clone() };
    let matters = look.offering().takes == Takes::UnitPerPerson || policy.approval;
    let sizes = || (from..=to).map(|n| Choice::new(n.to_string(), n.to_string()).chosen(n.to_string() == typed));
    let label = f.v.t("venues-how-many");
    html! {
        @if !matters || from == to { input type="hidden" name="group" value=(typed); }
        @else if to - from < MOST_TAPPED { (page::segmented("group", &label, &sizes().collect::<Vec<_>>())) }
        @else { (fields.number_field(Field::new("group", label).value(&typed).range(from, to))) }
    }
}
