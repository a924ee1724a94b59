//! The list of a day, A4: who comes when, and blank lines for whoever walks in. It works without the program.
use kernel::fault::Fault;
use kernel::page::{HtmlPage, Page};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use people::Phone;

use crate::desk::pages::Ctx;
use crate::desk::seen::Seen;
use crate::paper::answers::{DayList, RoomList};
use crate::paper::rules::Place;
use crate::rules::{Name, State};
use crate::says;

/// Lines that a sheet has room for below its head; where one room has it to itself, it is filled with blank ones.
const LINES: usize = 16;
/// Blank lines at least, and where several rooms share a sheet.
const BLANK: usize = 6;
const BLANK_TOGETHER: usize = 4;

/// `address` is where the day is found again, on a phone or at the desk.
pub fn sheet(ctx: Ctx<'_>, list: &DayList, address: &str) -> Result<HtmlPage, Fault> {
    let v = ctx.v;
    let when = v.when(&ctx.station.zone);
    let alone = match &list.rooms[..] {
        [one] => Some(one),
        _ => None,
    };
    let name = alone.map_or_else(|| ctx.station.name(v).to_owned(), |one| says::name(v, &one.venue.name).to_owned());
    let code = stations::qr_picture(address, &v.ta("paper-sheet-qr", &[("url", address.into())]))?;
    let day = format!("{} {}", when.date_in_full(list.on), when.weekday(list.on));
    let body = html! {
        header class="dayhead" {
            div {
                h1 { (name) }
                p { b { (day) } }
                p class="small" { (made(v, &when, list)) }
                p class="small" { (v.t("paper-sheet-how")) }
            }
            (code)
        }
        @for room in &list.rooms { (of_room(ctx, &when, room, alone.is_some())) }
        p class="screen-only" { (v.t("paper-sheet-print")) }
    };
    Ok(Page::new(v, format!("{name} {day}")).place(ctx.station.place(v)).print().body(body))
}

/// When it was printed, and up to which change it is complete.
fn made(v: &View, when: &When, list: &DayList) -> String {
    let at = format!("{} {}", when.date_in_full(when.today()), when.time(when.now));
    v.ta("paper-sheet-made", &[("at", at.into()), ("n", list.change.to_string().into())])
}

fn of_room(ctx: Ctx<'_>, when: &When, room: &RoomList, alone: bool) -> Markup {
    let v = ctx.v;
    let open: Vec<String> = room.open.iter().map(|s| when.times(s.from, s.until)).collect();
    let hours = match &open[..] {
        [] => v.t("paper-sheet-shut"),
        open => v.ta("paper-sheet-open", &[("hours", open.join(&v.t("venues-and")).into())]),
    };
    let blank = if alone { LINES.saturating_sub(room.all.len()).max(BLANK) } else { BLANK_TOGETHER };
    let heads = ["no", "from", "until", "who", "people", "came"].map(|key| v.t(&format!("paper-col-{key}")));
    let line = html! {
        (hours)
        @if !room.places.is_empty() { br; (v.t("paper-sheet-codes")) (codes(v, &room.places)) }
    };
    html! {
        section class="daylist" {
            @if !alone { h2 { (says::name(v, &room.venue.name)) } }
            p class="small" { (line) }
            table {
                thead { tr { @for head in &heads { th scope="col" { (head) } } } }
                tbody {
                    @for seen in &room.all { (booked(ctx, when, room, seen)) }
                    @for _ in 0..blank { tr class="blank" { @for _ in &heads { td {} } } }
                }
            }
        }
    }
}

/// 1 乒乓球 · 1.1 1 号台 · 1.2 2 号台
fn codes(v: &View, places: &[Place]) -> Markup {
    let called = |place: &Place| {
        let name: &Name = place.atom.as_ref().map_or(&place.of, |(_, name)| name);
        html! { b { (place.code) } " " (says::name(v, name)) }
    };
    html! { @for (n, place) in places.iter().enumerate() { @if n > 0 { " · " } (called(place)) } }
}

fn booked(ctx: Ctx<'_>, when: &When, room: &RoomList, seen: &Seen) -> Markup {
    let r = &seen.receipt;
    html! {
        tr {
            td { (number(room, seen)) }
            td { (when.time(r.reservation.span.from)) }
            td { (when.time(r.reservation.span.until)) }
            td { (who(ctx.v, seen)) }
            td { (r.reservation.group) }
            td { @if r.state == State::CheckedIn || r.state == State::Completed { "✓" } @else { "□" } }
        }
    }
}

/// The number of the place: that of the table where there is more than one.
fn number(room: &RoomList, seen: &Seen) -> String {
    let r = &seen.receipt;
    let of_offering = |p: &&Place| p.offering == r.offering.slug;
    let tables: Vec<&str> = room
        .places
        .iter()
        .filter(of_offering)
        .filter(|p| p.atom.as_ref().is_some_and(|(id, _)| r.units.iter().any(|u| u.atom == *id)))
        .map(|p| p.code.as_str())
        .collect();
    match &tables[..] {
        [] => r.offering.id.to_string(),
        tables => tables.join(" "),
    }
}

/// The name, and of a number no more than its end.
fn who(v: &View, seen: &Seen) -> String {
    let end = |phone: &Phone| {
        let digits = phone.full();
        v.ta("paper-sheet-phone", &[("last", digits.get(digits.len().saturating_sub(4)..).unwrap_or_default().into())])
    };
    let name = seen.guest.name.clone();
    let parts: Vec<String> = name.into_iter().chain(seen.guest.phone.as_ref().map(end)).collect();
    let who = if parts.is_empty() { v.t("venues-desk-no-name") } else { parts.join(" ") };
    match seen.receipt.reservation.awaits && seen.receipt.state == State::Held {
        true => format!("{who} · {}", v.t("venues-desk-state-asks")),
        false => who,
    }
}
