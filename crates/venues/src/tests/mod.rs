//! The rules of rooms, a sentence each.
mod spans;
mod booking;
mod changes;
mod policies;
mod never_overlaps;
mod starts;
mod kept;
mod race;
mod waiting;
mod offers;
mod every_path;
mod rooms;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::rules::*;

/// Wednesday 24 June 2026 in Sanhe.
fn at(hour: i8, minute: i8) -> Timestamp {
    on(24, hour, minute)
}
fn on(day: i8, hour: i8, minute: i8) -> Timestamp {
    let local = jiff::civil::date(2026, 6, day).at(hour, minute, 0, 0);
    zone().to_timestamp(local).unwrap()
}
fn zone() -> TimeZone {
    TimeZone::get("Asia/Shanghai").unwrap()
}
fn span(from: Timestamp, until: Timestamp) -> Span {
    Span::new(from, until).unwrap()
}

/// Three tables in a room that is open from 8 to 22.
fn tables() -> Facts {
    let atoms = [1, 2, 3].map(|id| Atom { id, venue: 1, name: Name::default(), units: 1 });
    facts(Mode::AnyOne, Takes::Whole, atoms.to_vec())
}
/// A hall of two halves; the offering is both.
fn whole_hall() -> Facts {
    let atoms = [1, 2].map(|id| Atom { id, venue: 1, name: Name::default(), units: 1 });
    facts(Mode::All, Takes::Whole, atoms.to_vec())
}
fn half_hall() -> Facts {
    let mut half = whole_hall();
    half.offering.mode = Mode::AnyOne;
    half
}
/// A gym for five.
fn gym() -> Facts {
    facts(Mode::AnyOne, Takes::UnitPerPerson, vec![Atom { id: 1, venue: 1, name: Name::default(), units: 5 }])
}

fn facts(mode: Mode, takes: Takes, atoms: Vec<Atom>) -> Facts {
    Facts {
        zone: zone(),
        offering: Offering {
            id: 1,
            venue: 1,
            slug: "x".into(),
            name: Name::default(),
            activity: "x".into(),
            mode,
            takes,
            atoms: atoms.iter().map(|a| a.id).collect(),
            policy: Policy::default(),
            version: 1,
        },
        atoms,
        open: vec![span(at(8, 0), at(22, 0)), span(on(25, 8, 0), on(25, 22, 0))],
        layers: vec![],
        claims: vec![],
        on_day: 0,
        in_week: 0,
        priorities: vec![],
    }
}

/// Whoever works here sees all that is free.
fn staff_sees() -> Sight<'static> {
    Sight { now: at(0, 0), side: Side::Station, priorities: &[] }
}

fn ask(from: Timestamp, minutes: i32) -> Ask {
    Ask { from, minutes, group: 1, said: None }
}

/// What a booking claims, as others will see it.
fn claims(booking: &Booking) -> Vec<Claim> {
    let claim = |unit| Claim { unit, span: booking.span, before: booking.before, after: booking.after };
    booking.units.iter().copied().map(claim).collect()
}

fn booked(facts: &mut Facts, from: Timestamp, minutes: i32) -> Result<Booking, Refusal> {
    let booking = book(at(9, 0), &ask(from, minutes), Source::Public, facts)?;
    facts.claims.extend(claims(&booking));
    Ok(booking)
}
