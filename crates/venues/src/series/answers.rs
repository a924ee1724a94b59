//! What series answer: one with all its dates, those of a station or a person, and to which one a reservation belongs.
use std::collections::HashMap;

use jiff::civil::Date;
use jiff::{SignedDuration, Span as Days, Timestamp};

use super::rules::{Outcome, Why};
use super::store::{self as kept, Dated, Series};
use crate::answers::{self, Receipt};
use crate::rules::{self, Offering, Side, Sight, Span, State, Venue};
use crate::{ReservationId, SeriesId, store};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

/// How a date stands at the moment of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    Booked,
    /// It can be booked: the series is not made yet.
    Free,
    /// Its reservation has ended: used, given back, nobody came.
    Over(State),
    Skipped,
    Clash,
    NotKnown,
    /// Not booked yet: so far ahead nothing is.
    Later,
    /// Its day is over, and it had no room.
    Past,
}

/// One date of a series.
#[derive(Debug, Clone)]
pub struct Line {
    /// As the rule names it.
    pub on: Date,
    /// When it is, or would have been.
    pub span: Option<Span>,
    pub stands: Stands,
    pub why: Option<Why>,
    pub receipt: Option<Receipt>,
    /// For a clash: what works on that day, the nearest first.
    pub instead: Vec<Span>,
}

/// A series with everything that its page shows.
#[derive(Debug, Clone)]
pub struct Look {
    pub series: Series,
    pub venue: Venue,
    pub offering: Offering,
    /// Those that have their outcome, and the next few after them.
    pub lines: Vec<Line>,
    /// Whether anything of it is still to come.
    pub runs: bool,
}

impl Look {
    /// The next date that takes place.
    pub fn next(&self) -> Option<&Line> {
        self.lines.iter().find(|l| l.stands == Stands::Booked)
    }

    pub fn clashes(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|l| l.stands == Stands::Clash)
    }
}

/// So many dates beyond those that are booked are shown.
const LATER: usize = 3;
/// So many times are offered for a clash.
const INSTEAD: usize = 2;

pub fn look(c: &mut Conn, house: &House, station: &Station, series: Series, now: Timestamp) -> Result<Look, Fault> {
    let catalogue = store::catalogue(c, station.id)?;
    let missing = || Fault::broken("a series of an offering that is not there; run `yizhan check`");
    let offering = catalogue.offering_by_id(series.offering).ok_or_else(missing)?.clone();
    let venue = catalogue.venue(series.venue).ok_or_else(missing)?.clone();
    let dates = kept::dates_of(c, station.id, series.id)?;
    let ids = dates.iter().filter_map(|d| d.outcome.reservation());
    let all = ids.map(|id| store::by_id(c, station.id, id)).collect::<Result<Vec<_>, _>>()?;
    let receipts = answers::receipts(c, station, all, now)?;
    let mut receipts: HashMap<ReservationId, Receipt> = receipts.into_iter().map(|r| (r.reservation.id, r)).collect();
    let mut lines = vec![];
    for dated in dates {
        let receipt = dated.outcome.reservation().and_then(|id| receipts.remove(&id));
        let mut line = line(station, &series, dated, receipt, now);
        if line.stands == Stands::Clash {
            line.instead = instead(c, house, station, (&series, &offering), &line, now)?;
        }
        lines.push(line);
    }
    let today = now.to_zoned_datetime(station.zone.clone()).date();
    let after = series.known_until.map_or(today, |d| d.saturating_add(Days::new().days(1)));
    lines.extend(later(station, &series, after));
    let runs = lines.iter().any(|l| matches!(l.stands, Stands::Booked | Stands::NotKnown | Stands::Later))
        || !series.terms.is_over(today);
    Ok(Look { series, venue, offering, lines, runs })
}

fn line(station: &Station, series: &Series, dated: Dated, receipt: Option<Receipt>, now: Timestamp) -> Line {
    let planned = series.terms.span_on(dated.on, &station.zone);
    let span = receipt.as_ref().map(|r| r.reservation.span).or(planned);
    let past = span.is_some_and(|s| s.from <= now);
    let stands = match (&dated.outcome, receipt.as_ref().map(|r| r.state)) {
        (Outcome::Booked { .. }, Some(state)) if state.is_live() => Stands::Booked,
        (Outcome::Booked { .. }, state) => Stands::Over(state.unwrap_or(State::Cancelled)),
        (Outcome::Skipped(_), _) => Stands::Skipped,
        _ if past => Stands::Past,
        (Outcome::Clash(_), _) => Stands::Clash,
        (Outcome::NotKnown, _) => Stands::NotKnown,
    };
    Line { on: dated.on, span, stands, why: dated.outcome.why().cloned(), receipt, instead: vec![] }
}

/// The next dates that nobody has booked yet because they are too far ahead.
fn later(station: &Station, series: &Series, after: Date) -> Vec<Line> {
    if series.ended_at.is_some() {
        return vec![];
    }
    let dates = series.terms.next(after, LATER).unwrap_or_default();
    let line = |on| Line {
        on,
        span: series.terms.span_on(on, &station.zone),
        stands: Stands::Later,
        why: None,
        receipt: None,
        instead: vec![],
    };
    dates.into_iter().map(line).collect()
}

/// The starts on the day of a clash that work for the same length and size, the nearest first.
fn instead(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (series, offering): (&Series, &Offering),
    clash: &Line,
    now: Timestamp,
) -> Result<Vec<Span>, Fault> {
    let Some(wanted) = clash.span.filter(|_| clash.why == Some(Why::Taken)) else { return Ok(vec![]) };
    works_on(c, house, station, (offering, series.terms.group), (clash.on, &wanted), now)
}

/// The starts on a day that work for a length and a size, the nearest to `wanted` first.
pub fn works_on(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (offering, group): (&Offering, i32),
    (on, wanted): (Date, &Span),
    now: Timestamp,
) -> Result<Vec<Span>, Fault> {
    let day = rules::days(&station.zone, on, 1);
    let window = Span { from: day.from, until: day.widened(SignedDuration::from_hours(24)).until };
    let near = store::nearby(c, house, station, offering.venue, &window, (now, None))?;
    let earliest = now.max(day.from);
    // Whoever arranges a series, staff or not, is shown what everybody may have.
    let priorities = store::priorities(house, station, &offering.policy, &window)?;
    let sight = Sight { now, side: Side::Oneself(None), priorities: &priorities };
    let mut works = rules::nearest(
        offering,
        &near.atoms,
        (&near.open, &near.claims),
        &station.zone,
        (wanted, group, earliest),
        (&sight, usize::MAX),
    );
    works.retain(|s| day.contains(s.from));
    works.truncate(INSTEAD);
    Ok(works)
}

/// A series with everything, for whoever may see it.
pub fn one(c: &mut Conn, house: &House, station: &Station, id: SeriesId, now: Timestamp) -> Result<Look, Fault> {
    let series = kept::by_id(c, station.id, id)?;
    look(c, house, station, series, now)
}

/// What a person holds at a station and has not ended, the newest first.
pub fn of_person(
    c: &mut Conn,
    house: &House,
    station: &Station,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<Look>, Fault> {
    let all = kept::of_person(c, station.id, person)?;
    let looks = all.into_iter().map(|s| look(c, house, station, s, now)).collect::<Result<Vec<_>, _>>()?;
    Ok(looks.into_iter().filter(|l| l.runs).collect())
}

/// A series in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    pub series: Series,
    pub venue: Venue,
    pub offering: Offering,
    /// The next day that its rule names.
    pub next: Option<Date>,
    /// Dates to come that have no room.
    pub clashes: usize,
}

/// The running series of a station, by venue.
pub fn running(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Vec<Listed>, Fault> {
    let today = now.to_zoned_datetime(station.zone.clone()).date();
    let catalogue = store::catalogue(c, station.id)?;
    let clashes = kept::open_clashes(c, station.id, today)?;
    let listed = |series: Series| {
        Some(Listed {
            venue: catalogue.venue(series.venue)?.clone(),
            offering: catalogue.offering_by_id(series.offering)?.clone(),
            next: series.terms.next(today, 1).ok()?.first().copied(),
            clashes: clashes.get(&series.id).copied().unwrap_or(0),
            series,
        })
    };
    Ok(kept::running(c, station.id, today)?.into_iter().filter_map(listed).collect())
}

/// The series that a reservation belongs to.
pub fn of_reservation(c: &mut Conn, station: &Station, id: ReservationId) -> Result<Option<(Series, Date)>, Fault> {
    let found = kept::of_reservation(c, station.id, id)?;
    found.map(|(series, on)| Ok((kept::by_id(c, station.id, series)?, on))).transpose()
}
