//! Days and times to choose from, on the pages of residents and of the desk.
use kernel::page::{self, Button, Day};
use kernel::view::View;
use kernel::words::{Lang, When};
use maud::{Markup, html};

use crate::appointments::reads::Calendar;
use crate::booked::answers::OneDay;
use crate::booked::rules::Slot;
use crate::public::api::shapes::written;
use crate::public::reads::Hall;
use stations::Station;

/// The days on which somebody works, each a link: `to` makes its address.
pub fn days(v: &View, when: &When, cal: &Calendar, to: impl Fn(&OneDay) -> String) -> Markup {
    // The date stands below: a day that is further away than a week is called by its weekday as well.
    let near = |d: &OneDay| v.lang == Lang::Zh && (d.on - when.today()).get_days() < 7;
    let chip = |d: &OneDay| Day {
        value: to(d),
        top: if near(d) { when.day(d.on) } else { when.weekday(d.on).to_owned() },
        under: if d.free().next().is_some() { when.short_date(d.on) } else { v.t("booked-day-full") },
        chosen: Some(d.on) == cal.on,
        shut: d.free().next().is_none(),
    };
    let all: Vec<Day> = cal.days.iter().filter(|d| d.open).map(chip).collect();
    page::day_links(&v.t("booked-which-day"), &all)
}

/// 上午 · 马学兰: what a stretch of times is called.
fn title(v: &View, hall: &Hall, morning: bool, slot: &Slot) -> String {
    let part = v.t(if morning { "booked-part-morning" } else { "booked-part-afternoon" });
    match hall.person(slot.official) {
        Some(who) => v.ta("booked-with", &[("part", part.into()), ("name", who.official.name.as_str().into())]),
        None => part,
    }
}

/// The free times of the day, as large buttons that book: one stretch under another, each with who does it.
pub fn buttons((v, station): (&View, &Station), cal: &Calendar) -> Markup {
    let when = v.when(&station.zone);
    let free: Vec<&Slot> = cal.day().map(|d| d.free().collect()).unwrap_or_default();
    let morning = |slot: &Slot| stations::wall(slot.span.from, &station.zone).hour() < 12;
    let stretches = free.chunk_by(|a, b| a.official == b.official && morning(a) == morning(b));
    html! {
        @for (n, stretch) in stretches.enumerate() {
            @if let Some(first) = stretch.first() {
                (page::section(&format!("times-{n}"), &title(v, &cal.hall, morning(first), first), None, html! {
                    div class="slots" {
                        @for slot in stretch {
                            (Button::new(when.time(slot.span.from)).secondary().named("from", written(station, slot.span.from)))
                        }
                    }
                }))
            }
        }
    }
}

/// 明天 09:30 · 马学兰
pub fn said(when: &When, hall: &Hall, slot: &Slot) -> String {
    let at = crate::says::at(when, slot.span.from);
    match hall.person(slot.official) {
        Some(who) => format!("{at} · {}", who.official.name),
        None => at,
    }
}
