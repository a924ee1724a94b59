//! What the slice says on all its pages: refusals in words, how a room stands, what a reservation is.
mod refusals;

use kernel::page;
use kernel::view::View;
use kernel::words::When;

use crate::answers::{FreeNow, Receipt};
use crate::rules::{Kind, Mode, Name, Offering, Priority, Slot, Source, Span, State, Who};

pub use refusals::said;

/// Where somebody finds what they have reserved.
pub const MINE: &str = "/me";

/// The icon of a kind of room, and the word by which texts tell kinds apart.
pub fn kind(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::TableTennis => ("ping-pong", "table-tennis"),
        Kind::Gym => ("barbell", "gym"),
        Kind::ReadingRoom => ("books", "reading-room"),
        Kind::Calligraphy => ("writing", "calligraphy"),
        Kind::Chess => ("chess", "chess"),
        Kind::BallCourt => ("ball-basketball", "ball-court"),
        Kind::Hall => ("building-community", "hall"),
        Kind::MeetingRoom => ("users", "meeting-room"),
        Kind::Lounge => ("armchair", "lounge"),
        Kind::Courtyard => ("trees", "courtyard"),
    }
}

pub fn name<'n>(v: &View, name: &'n Name) -> &'n str {
    v.pick(&name.zh, &name.en)
}

/// The places that were assigned, where there was more than one to choose from: 2 号台.
pub fn place_names(v: &View, r: &Receipt) -> String {
    if r.offering.mode == Mode::All || r.offering.atoms.len() < 2 {
        return String::new();
    }
    let names: Vec<&str> = r.places().map(|a| name(v, &a.name)).collect();
    names.join(&v.t("venues-and"))
}

/// What was reserved: 乒乓球室 2 号台; 健身.
pub fn what(v: &View, r: &Receipt) -> String {
    match place_names(v, r) {
        places if places.is_empty() => name(v, &r.offering.name).to_owned(),
        places => format!("{} {places}", name(v, &r.venue.name)),
    }
}

/// How much is free, in the words of its kind: 空 2 张台; 满了.
pub fn free(v: &View, of_kind: Kind, slot: &Slot) -> String {
    free_as(v, "venues-free", of_kind, slot)
}

/// The same where there is little room: 空 2 张.
pub fn free_short(v: &View, of_kind: Kind, slot: &Slot) -> String {
    free_as(v, "venues-free-short", of_kind, slot)
}

fn free_as(v: &View, key: &str, of_kind: Kind, slot: &Slot) -> String {
    match (slot.free > 0, slot.of > 1) {
        (true, true) => v.ta(key, &[("kind", kind(of_kind).1.into()), ("n", slot.free.into())]),
        (true, false) => v.t("venues-free-whole"),
        (false, true) => v.t("venues-full"),
        (false, false) => v.t("venues-full-whole"),
    }
}

/// How an offering stands now: free; full until; closed, why and until when.
pub fn stands(v: &View, when: &When, f: &FreeNow) -> (page::Kind, String) {
    let next = f.next.filter(|n| n.from > when.now).map(|n| at(when, n.from));
    match (&f.now, &f.closed_for, f.opens_at, next) {
        (Some(slot), ..) if slot.free > 0 => (page::Kind::Ok, free_to_all(v, f, slot)),
        (Some(slot), _, _, Some(next)) => {
            let full = free(v, f.venue.kind, slot);
            (page::Kind::Away, v.ta("venues-full-then", &[("full", full.into()), ("next", next.into())]))
        }
        (Some(slot), ..) => (page::Kind::Shut, free(v, f.venue.kind, slot)),
        (None, Some(layer), ..) => {
            (page::Kind::Stop, v.ta("venues-closed-for", &[("reason", name(v, &layer.reason).into())]))
        }
        (None, None, Some(opens), _) => (page::Kind::Shut, v.ta("venues-opens", &[("at", at(when, opens).into())])),
        (None, None, None, _) => (page::Kind::Shut, v.t("venues-shut")),
    }
}

/// Where nobody books, what is free is said as an invitation.
fn free_to_all(v: &View, f: &FreeNow, slot: &Slot) -> String {
    let words = free(v, f.venue.kind, slot);
    match f.offering.policy.who {
        Who::WalkInOnly => v.ta("venues-free-come", &[("free", words.into())]),
        Who::Anyone | Who::StaffOnly => words,
    }
}

/// 20:30 for today, 明天 8:30 for later.
pub fn at(when: &When, at: jiff::Timestamp) -> String {
    if when.date(at) == when.today() {
        return when.time(at);
    }
    format!("{} {}", when.day(when.date(at)), when.time(at))
}

/// What a reservation's state is called, and how it looks.
pub fn state(v: &View, state: State, awaits_approval: bool) -> (page::Kind, String) {
    let looks = match state {
        State::Confirmed | State::CheckedIn => page::Kind::Ok,
        State::Held => page::Kind::Away,
        State::Completed | State::Expired | State::Cancelled | State::Released => page::Kind::Shut,
    };
    let key = if state == State::Held && awaits_approval { "requested" } else { state.name() };
    (looks, v.t(&format!("venues-state-{key}")))
}

/// The same of a whole reservation: one that looks for people to play with is not waiting for a code.
pub fn state_of(v: &View, r: &Receipt) -> (page::Kind, String) {
    match (r.state, r.reservation.source) {
        (State::Held, Source::Game) => (page::Kind::Away, v.t("venues-state-gathering")),
        _ => state(v, r.state, r.reservation.awaits),
    }
}

/// A length where there is little room: 1 个半.
pub fn short_length(v: &View, when: &When, minutes: i32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, 30) => v.t("venues-half-hour"),
        (hours @ 1.., 30) => v.ta("venues-hours-and-half", &[("hours", hours.into())]),
        _ => when.length(minutes.into()),
    }
}

/// What one should know before booking: 不收钱 · 随时能退.
pub fn terms(v: &View, when: &When, offering: &Offering) -> String {
    let policy = &offering.policy;
    let back = match policy.cancel_until {
        0 => v.t("venues-terms-any-time"),
        minutes => v.ta("venues-terms-until", &[("length", when.length(minutes.into()).into())]),
    };
    let asked = policy.approval.then(|| v.t("venues-terms-approval"));
    let parts: Vec<String> = [v.t("venues-terms-free"), back].into_iter().chain(asked).collect();
    parts.join(" · ")
}

/// 8:00–10:00 先给满 60 岁的邻居：老年人上午场。开始前 2 小时起，大家都能订。
pub fn priority(v: &View, when: &When, priority: &Priority, span: &Span) -> String {
    let told = [
        ("when", when.times(span.from, span.until).into()),
        ("whom", priority.whom.name().into()),
        ("reason", name(v, &priority.reason).into()),
    ];
    let rest = match priority.to_all {
        0 => v.t("venues-priority-come"),
        minutes => v.ta("venues-priority-then", &[("length", when.length(minutes.into()).into())]),
    };
    format!("{}{rest}", v.ta("venues-priority", &told))
}

/// 今晚 20:00–21:00
pub fn span(when: &When, span: &Span) -> String {
    when.day_and_times(span.from, span.until)
}
