//! What becomes of one date, and whether a series may be at all.
use jiff::Timestamp;
use jiff::civil::Date;

use super::outcome::Why;
use super::terms::Terms;
use crate::rules::{Ask, Booking, Facts, Name, Policy, Refusal, Source, Who, book, own_terms};

/// What is known of a day beside what is open and taken on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    pub holiday: Option<Name>,
    /// Whether a holiday notice that is still to come decides.
    pub waits_for_notice: bool,
}

/// What becomes of a date.
#[derive(Debug, Clone, PartialEq)]
pub enum Judged {
    Book(Booking),
    Skip(Why),
    Clash(Why),
    NotKnown,
    /// Its time has begun already.
    Past,
}

/// Judges one date of a series. A date that a person made the series for counts against the same quotas as a single
/// reservation of theirs, and single reservations count the dates: whoever has a table every Tuesday has one less to book.
/// What the station gives (a clerk's series, a club's, a season's) is bound by no quota.
pub fn judge(
    now: Timestamp,
    (terms, on): (&Terms, Date),
    (known, facts): (&Known, &Facts),
    (source, self_made): (Source, bool),
) -> Result<Judged, Refusal> {
    if terms.skips_holidays
        && let Some(name) = &known.holiday
    {
        return Ok(Judged::Skip(Why::Holiday(name.clone())));
    }
    if known.waits_for_notice {
        return Ok(Judged::NotKnown);
    }
    let span = terms.span_on(on, &facts.zone).ok_or(Refusal::EndsBeforeStart)?;
    if span.from < now {
        return Ok(Judged::Past);
    }
    let ask = Ask { from: span.from, minutes: terms.minutes, group: terms.group, said: None };
    let own = if self_made { own_terms(now, (&span, ask.group), facts) } else { Ok(()) };
    match book(now, &ask, source, facts).and_then(|booking| own.map(|()| booking)) {
        Ok(booking) => Ok(Judged::Book(booking)),
        Err(refusal) => match Why::of(&refusal) {
            Some(why) if why.is_skip() => Ok(Judged::Skip(why)),
            Some(why) => Ok(Judged::Clash(why)),
            None => Err(refusal),
        },
    }
}

/// Whether the terms are possible at all under the rules of the offering. A person may make a series of at most so many
/// dates as the manager has set, one at a time in a room; `running` says how many such they have.
pub fn fits_policy(terms: &Terms, policy: &Policy, (self_made, running): (bool, usize)) -> Result<(), Refusal> {
    let no_dates = |_| Refusal::NoDates;
    let from = terms.starts_on;
    if terms.next(from, 1).map_err(no_dates)?.is_empty() {
        return Err(Refusal::NoDates);
    }
    if !self_made {
        return Ok(());
    }
    let Some(most) = policy.series_own.filter(|_| policy.who == Who::Anyone) else {
        return Err(Refusal::SeriesNotOffered);
    };
    let enough = usize::try_from(most).unwrap_or(0);
    if terms.next(from, enough.saturating_add(1)).map_err(no_dates)?.len() > enough {
        return Err(Refusal::TooManyDates { most });
    }
    if running > 0 {
        return Err(Refusal::OneSeries);
    }
    Ok(())
}
