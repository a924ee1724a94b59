//! This date and all later ones become others: the series is split, and what can stay keeps its reservation.
use almanac::recur::Rule;
use jiff::Span as Days;
use jiff::civil::Date;

use super::ahead::looked;
use super::dates::{For, judge_all, judge_one, keep};
use super::doing::Doing;
use super::end::to_come;
use super::make::{NewSeries, row, some_work, to_come as from_now};
use crate::SeriesId;
use crate::acts;
use crate::rules::{Refusal, State};
use crate::series::rules::{Going, Judged, Outcome, Terms, Why, fits_policy, go_on};
use crate::series::store::{self as kept, Dated, Series};
use crate::store::{self, Reservation};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;

/// What becomes different; what is left open stays.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Change {
    pub rule: Option<Rule>,
    pub at_minute: Option<i32>,
    pub minutes: Option<i32>,
    pub group: Option<i32>,
    pub skips_holidays: Option<bool>,
    pub title: Option<String>,
}

impl Change {
    fn of(&self, old: &Terms, from: Date) -> Result<Terms, Refusal> {
        let rest = old.going_on_from(from).map_err(|_| Refusal::NoDates)?;
        let (rule, starts_on) = match &self.rule {
            Some(rule) => (rule.clone(), from),
            None => (rest.rule, rest.starts_on),
        };
        Ok(Terms {
            rule,
            starts_on,
            ends_on: old.ends_on,
            at_minute: self.at_minute.unwrap_or(old.at_minute),
            minutes: self.minutes.unwrap_or(old.minutes),
            group: self.group.unwrap_or(old.group),
            skips_holidays: self.skips_holidays.unwrap_or(old.skips_holidays),
        })
    }
}

/// Changes a series from the day `from` on (or from today on). What has been stays with the old series; the rest goes on
/// as the series that is returned, a new one unless nothing has been yet. A date that the new terms have too keeps its
/// reservation, so its entry in calendars is moved and not replaced; where the new time is taken, it keeps its old one and
/// says so. Refused if not one date can have what is wanted.
pub fn change_from(
    c: &mut Conn,
    doing: &Doing<'_>,
    id: SeriesId,
    (from, change): (Date, &Change),
) -> Result<SeriesId, Not<Refusal>> {
    let station = doing.station.id;
    let seen = kept::by_id(c, station, id)?;
    store::hold(c, station, seen.venue)?;
    let old = kept::by_id(c, station, id)?;
    let from = first_day(doing, &old, from);
    if old.terms.is_over(from) {
        return Err(Refusal::SeriesOver.into());
    }
    let offering = doing.offering_of(c, &old)?;
    let terms = from_now(doing, &change.of(&old.terms, from)?)?;
    fits_policy(&terms, &offering.policy, (old.self_made, 0))?;
    let horizon = doing.horizon(&offering.policy);
    let (venue, _) = store::venue_of(c, station, old.venue)?;
    let whose = For {
        offering: &offering,
        venue: &venue,
        person: old.holder.person(),
        source: old.source,
        self_made: old.self_made,
        only_looks: false,
    };
    let title = change.title.clone().unwrap_or_else(|| old.title.clone());
    let new = rest_of(c, doing, &old, (terms, title), from)?;
    let going = Passage { old: &old, new: &new, whose: &whose, from };
    let done = going.run(c, doing, horizon)?;
    looked(c, doing, &new, horizon)?;
    let data = serde_json::json!({ "venue": old.venue, "goes_on_as": new.id, "from": from, "dates": done });
    doing.give_to_who_waits(c, old.venue)?;
    doing.record(c, "series.changed", id, &data)?;
    Ok(new.id)
}

/// Today's date stays as it is if its time has begun.
fn first_day(doing: &Doing<'_>, old: &Series, from: Date) -> Date {
    let from = from.max(doing.today());
    let begun = old.terms.span_on(from, &doing.station.zone).is_some_and(|s| s.from <= doing.now);
    if begun { from.saturating_add(Days::new().days(1)) } else { from }
}

/// The series that goes on: the old one if it has nothing behind it, else a new one, before which the old one ends.
fn rest_of(
    c: &mut Conn,
    doing: &Doing<'_>,
    old: &Series,
    (terms, title): (Terms, String),
    from: Date,
) -> Result<Series, Fault> {
    let station = doing.station.id;
    let has_past = kept::dates_of(c, station, old.id)?.iter().any(|d| d.on < from);
    if !has_past {
        kept::set_terms(c, station, old.id, (&terms, &title), doing.now)?;
        return Ok(Series { terms, title, ..old.clone() });
    }
    let new = NewSeries {
        offering: String::new(),
        terms: terms.clone(),
        holder: old.holder.clone(),
        title,
        source: old.source,
        self_made: old.self_made,
    };
    let new = row(doing, &new, terms, (old.offering, old.venue), Some(old.id));
    kept::insert(c, station, &new)?;
    let last = from.saturating_sub(Days::new().days(1));
    kept::set_end(c, station, old.id, last, doing.now)?;
    Ok(new)
}

/// The dates of a series on their way into the one that goes on.
struct Passage<'a> {
    old: &'a Series,
    new: &'a Series,
    whose: &'a For<'a>,
    from: Date,
}

impl Passage<'_> {
    /// Returns how many dates have what was wanted.
    fn run(&self, c: &mut Conn, doing: &Doing<'_>, horizon: Date) -> Result<usize, Not<Refusal>> {
        let station = doing.station.id;
        let before = kept::dates_of(c, station, self.old.id)?;
        let new_dates = self.new.terms.dates(self.from, horizon).map_err(|_| Refusal::NoDates)?;
        let waiting = to_come(c, doing, self.old, self.from)?;
        // What falls away makes room first.
        for (_, r) in waiting.iter().filter(|(on, _)| self.goes(&new_dates, *on) == Going::Falls) {
            acts::end(c, doing.house, doing.station, r, (State::Cancelled, doing.now, doing.by))?;
        }
        kept::drop_unbooked_from(c, station, self.old.id, self.from)?;
        let stay = before.iter().filter(|d| d.on >= self.from && new_dates.binary_search(&d.on).is_ok());
        let (mut covered, mut judged) = (vec![], vec![]);
        for dated in stay.filter(|d| d.outcome.reservation().is_some()) {
            covered.push(dated.on);
            let r = waiting.iter().find(|(on, _)| *on == dated.on).map(|(_, r)| r);
            judged.push((dated.on, self.take_over(c, doing, (dated, r), &new_dates)?));
        }
        let fresh: Vec<Date> = new_dates.into_iter().filter(|on| !covered.contains(on)).collect();
        for (on, of) in judge_all(c, doing, (&self.new.terms, &fresh), self.whose, true)? {
            keep(c, doing, self.new, on, &of)?;
            judged.push((on, of));
        }
        some_work(&judged)?;
        Ok(judged.iter().filter(|(_, j)| matches!(j, Judged::Book(_))).count())
    }

    fn goes(&self, new_dates: &[Date], on: Date) -> Going {
        go_on(&self.old.terms, &self.new.terms, new_dates, on)
    }

    /// A date that both have: it goes over with its reservation, moved if that is wanted and can be.
    fn take_over(
        &self,
        c: &mut Conn,
        doing: &Doing<'_>,
        (dated, r): (&Dated, Option<&Reservation>),
        new_dates: &[Date],
    ) -> Result<Judged, Not<Refusal>> {
        let station = doing.station.id;
        if self.old.id != self.new.id {
            kept::pass_on(c, station, dated.on, self.old.id, self.new.id)?;
        }
        let Some(r) = r else {
            // It was given back, or has begun: it is not taken up again.
            return Ok(Judged::Skip(Why::GivenUp));
        };
        let terms = (&self.new.terms, dated.on);
        let judged = judge_one(c, doing, terms, self.whose, (&[], Some(r.id)))?;
        let moves = self.goes(new_dates, dated.on) == Going::Moves;
        match &judged {
            Judged::Book(booking) if moves => {
                acts::taken_if_there(store::set_time(c, station, r, booking, doing.now))?;
                self.mark(c, doing, dated, None)?;
            }
            Judged::Skip(why) if !matches!(why, Why::Closed(_)) => {
                acts::end(c, doing.house, doing.station, r, (State::Cancelled, doing.now, doing.by))?;
            }
            Judged::Clash(why) | Judged::Skip(why) if moves => self.mark(c, doing, dated, Some(why.clone()))?,
            _ => {}
        }
        Ok(judged)
    }

    fn mark(&self, c: &mut Conn, doing: &Doing<'_>, dated: &Dated, kept_for: Option<Why>) -> Result<(), Fault> {
        let Some(reservation) = dated.outcome.reservation() else { return Ok(()) };
        let outcome = Outcome::Booked { reservation, kept: kept_for };
        kept::set_date(c, doing.station.id, (self.new.id, dated.on), &outcome, doing.now)
    }
}
