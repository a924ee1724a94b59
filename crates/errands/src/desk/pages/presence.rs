//! 我在哪: two taps. The first says what it is, the second when one is back; being in, and going home, need only the first.
use jiff::ToSpan as _;
use jiff::civil::{DateTime, Weekday};
use kernel::form::Problems;
use kernel::page::{Button, Field, Fields, Row, Tone, icon, notice, once, pill, rows, section};
use maud::{Markup, html};
use stations::Division;

use super::{Ctx, lists, promised};
use crate::answers::{self, InNow};
use crate::desk::relied::Promised;
use crate::desk::seen::Waits;
use crate::rules::{Presence, Shown};
use crate::says;

/// What was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct PresenceForm {
    pub once: String,
    /// The official's number; empty = oneself.
    pub of: String,
    pub is: String,
    /// What a chip sends: a wall time, a length (`+30`), nothing, or `typed` for the fields.
    pub back: String,
    pub on: String,
    pub at: String,
    pub village: String,
    /// Something, once it was decided what becomes of whoever waits.
    pub decided: String,
}

pub struct Page<'a> {
    pub all: &'a [InNow],
    /// For whom it is said.
    pub of: Option<&'a InNow>,
    /// Whether that is the reader.
    pub myself: bool,
    /// What was chosen with the first tap.
    pub is: Option<Presence>,
    pub villages: &'a [Division],
    /// What is booked with them in seven days.
    pub week: &'a [Waits],
    pub form: &'a PresenceForm,
    pub problems: &'a Problems,
    /// Whose presence has just been told, how many were told because of it, and how many of them by a clerk's voice.
    pub done: Option<(&'a InNow, (usize, usize))>,
    /// What the official has to be there for.
    pub promised: &'a [Promised],
}

/// What one is, each with a picture, in the order of how often it is said.
const STATES: [(Presence, &str); 6] = [
    (Presence::Desk, "user-check"),
    (Presence::Office, "door"),
    (Presence::Meeting, "users"),
    (Presence::Field, "map-pin"),
    (Presence::Leave, "calendar-off"),
    (Presence::Off, "moon"),
];

/// Whether it takes a second tap: when one is back.
pub fn needs_return(presence: Presence) -> bool {
    matches!(presence, Presence::Meeting | Presence::Field | Presence::Leave)
}

fn is_now(shown: &Shown, presence: Presence) -> bool {
    match shown {
        Shown::AtDesk(_) => presence == Presence::Desk,
        Shown::InOffice => presence == Presence::Office,
        Shown::Away { presence: now, .. } => *now == presence,
        Shown::Unconfirmed(_) | Shown::NotSaid => false,
    }
}

/// The first tap.
pub fn strip(ctx: Ctx<'_>, of: &InNow, token: &str) -> Markup {
    let (kind, words) = says::shown(ctx.v, &ctx.when(), &of.shown);
    html! {
        p { (kernel::page::status(kind, &words)) }
        form method="post" action=(ctx.path("/presence")) class="where" {
            (once(token))
            input type="hidden" name="of" value=(of.official.id);
            @for (presence, picture) in STATES {
                @let pressed = is_now(&of.shown, presence);
                @let label = ctx.v.t(&format!("errands-desk-is-{}", presence.name()));
                @if needs_return(presence) {
                    a href=(ctx.path(&format!("/presence?of={}&is={}", of.official.id, presence.name())))
                        aria-current=[pressed.then_some("true")] { (icon(picture)) (label) }
                } @else {
                    button name="is" value=(presence.name()) aria-pressed=(pressed) { (icon(picture)) (label) }
                }
            }
        }
    }
}

pub fn body(ctx: Ctx<'_>, p: &Page<'_>) -> Markup {
    let fields = Fields::new(ctx.v, p.problems);
    html! {
        (fields.summary())
        @if let Some((o, settled)) = p.done {
            @let (_, words) = says::shown(ctx.v, &ctx.when(), &o.shown);
            (notice(Tone::Ok, &ctx.v.ta("errands-desk-told", &[("who", o.official.name.as_str().into()), ("is", words.into())]),
                promised::settled(ctx, settled)))
        }
        @match (p.of, p.is) {
            (Some(o), Some(is)) => (returns(ctx, p, o, is, &fields)),
            (Some(o), None) => {
                @let title = if p.myself { ctx.v.t("errands-desk-where-am-i") } else {
                    ctx.v.ta("errands-desk-where-is", &[("who", o.official.name.as_str().into())])
                };
                @let week = p.myself.then(|| (ctx.v.t("errands-desk-week"), ctx.path("/my-week")));
                @let more = week.as_ref().map(|(label, to)| (label.as_str(), to.as_str()));
                (section("h-where", &title, more, strip(ctx, o, &p.form.once)))
                (promised::mine(ctx, (o, p.myself), p.promised))
            }
            (None, _) => (notice(Tone::Lamp, &ctx.v.t("errands-desk-no-official"), html! {})),
        }
        @if let (Some(o), None) = (p.of, p.is) { (week(ctx, p, o)) }
        @if p.is.is_none() {
            p class="chips" { (Button::new(ctx.v.t("village-desk-title")).small(false).icon("map-pin").href(ctx.path("/village-days"))) }
            (section("h-all", &ctx.v.t("errands-desk-where-all"), None, lists::people(ctx, p.all)))
            (section("h-duty", &ctx.v.t("errands-desk-on-duty"), None, on_duty(ctx)))
        }
    }
}

/// What else has to do with being there: the posts, what was asked first, the deputies' days.
fn on_duty(ctx: Ctx<'_>) -> Markup {
    let pages = [("duty", "/duty"), ("first-asked", "/first-asked"), ("deputies", "/deputies")];
    let link = |(key, path): (&str, &str)| pill(&ctx.t(&format!("to-{key}")), &ctx.path(path));
    html! { ul class="chips" { @for page in pages { li { (link(page)) } } } }
}

/// Who has an appointment with them in seven days, the first first.
fn week(ctx: Ctx<'_>, p: &Page<'_>, o: &InNow) -> Markup {
    let title = if p.myself {
        ctx.v.t("booked-desk-week")
    } else {
        ctx.v.ta("booked-desk-week-of", &[("who", o.official.name.as_str().into())])
    };
    let when = ctx.when();
    let row = |w: &Waits| {
        let at = says::at(&when, w.kept.ticket.order_at);
        Row::new(lists::what(ctx, w)).note(&format!("{at} · {}", w.number)).icon("calendar")
    };
    let more = (ctx.v.t("booked-desk-all"), ctx.path("/appointments"));
    html! {
        @if !p.week.is_empty() {
            (section("h-week", &title, Some((&more.0, &more.1)), rows(p.week.iter().map(row))))
        }
    }
}

/// The second tap: when they are back.
fn returns(ctx: Ctx<'_>, p: &Page<'_>, o: &InNow, is: Presence, f: &Fields<'_>) -> Markup {
    let state = ctx.v.t(&format!("errands-desk-is-{}", is.name()));
    let title = ctx.v.ta("errands-desk-when-back", &[("who", o.official.name.as_str().into()), ("is", state.into())]);
    let back = ctx.path(&format!("/presence?of={}", o.official.id));
    html! {
        form method="post" action=(ctx.path("/presence")) {
            (once(&p.form.once))
            input type="hidden" name="of" value=(o.official.id);
            input type="hidden" name="is" value=(is.name());
            (section("h-back", &title, Some((&ctx.v.t("errands-desk-not-this"), &back)), html! {
                div class="backs" {
                    @for (value, label) in chips(ctx, is) { button class="btn two" name="back" value=(value) { (label) } }
                }
                @if is == Presence::Field && !p.villages.is_empty() { (village(ctx, p, o, f)) }
            }))
            (section("h-else", &ctx.v.t("errands-desk-another-time"), None, html! {
                div class="two-up" {
                    (f.date_field(Field::new("on", ctx.v.t("errands-desk-on")).value(&p.form.on)))
                    (f.time_field(Field::new("at", ctx.v.t("errands-desk-at")).value(&p.form.at).optional()))
                }
                (Button::new(ctx.v.t("errands-desk-say-it")).secondary().named("back", "typed"))
            }))
        }
    }
}

fn village(ctx: Ctx<'_>, p: &Page<'_>, o: &InNow, f: &Fields<'_>) -> Markup {
    let nowhere = ctx.v.t("errands-desk-no-village");
    let codes: Vec<(String, &str)> = p.villages.iter().map(|d| (d.code.to_string(), d.name.as_str())).collect();
    let options =
        std::iter::once(("", nowhere.as_str())).chain(codes.iter().map(|(code, name)| (code.as_str(), *name)));
    let hint = ctx.t(if o.official.shows_village { "village-shown" } else { "village-hidden" });
    f.select(
        Field::new("village", ctx.v.t("errands-desk-village")).value(&p.form.village).hint(hint).optional(),
        options,
    )
}

/// When people are usually back, as what the button sends and what it says: what is over today is left out.
fn chips(ctx: Ctx<'_>, is: Presence) -> Vec<(String, String)> {
    let now = answers::wall(ctx.station, ctx.v.now());
    let mut all = vec![];
    if is != Presence::Leave {
        all.extend([30, 60].map(|n| {
            (format!("+{n}"), ctx.v.ta("errands-desk-in-a-while", &[("length", ctx.when().length(n).into())]))
        }));
    }
    for (hour, minute) in [(11, 30), (15, 0), (17, 0)] {
        let at = now.date().at(hour, minute, 0, 0);
        if at > now {
            all.push((local(at), at.strftime("%H:%M").to_string()));
        }
    }
    let morning = next_workday(now);
    all.push((local(morning), format!("{} {}", ctx.when().day(morning.date()), morning.strftime("%H:%M"))));
    all.push((String::new(), ctx.v.t("errands-desk-nobody-knows")));
    all
}

/// As the form sends it: 2026-06-24T15:00
pub fn local(at: DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// Half past eight on the next day that is no Saturday or Sunday.
fn next_workday(now: DateTime) -> DateTime {
    let mut day = now.date().saturating_add(1.day());
    while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        day = day.saturating_add(1.day());
    }
    day.at(8, 30, 0, 0)
}
