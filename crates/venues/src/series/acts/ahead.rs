//! Going on as time does: new dates come within reach, and holidays are published.
use jiff::civil::Date;
use jiff::{SignedDuration, Span as Days};

use super::dates::{For, judge_all, keep, reserve};
use super::doing::Doing;
use super::make::{NewSeries, to_come};
use crate::rules::Refusal;
use crate::series::answers::{Line, Stands, works_on};
use crate::series::rules::{Judged, Outcome, Why, fits_policy};
use crate::series::store::{self as kept, Series};
use crate::{SeriesId, answers, store};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;

/// A series is looked at once a day: a day more comes within reach, and somebody may have published holidays.
const AGAIN: SignedDuration = SignedDuration::from_hours(24);

/// Gives every date up to today's horizon its outcome, and those their final one that waited for a notice. Doing it twice
/// does nothing. Returns what is new.
pub fn extend(c: &mut Conn, doing: &Doing<'_>, id: SeriesId) -> Result<Vec<(Date, Outcome)>, Not<Refusal>> {
    let station = doing.station.id;
    let seen = kept::by_id(c, station, id)?;
    store::hold(c, station, seen.venue)?;
    // Again, now that nobody else can change it.
    let series = kept::by_id(c, station, id)?;
    if series.ended_at.is_some() {
        return Ok(vec![]);
    }
    let offering = doing.offering_of(c, &series)?;
    let (venue, _) = store::venue_of(c, station, series.venue)?;
    let horizon = doing.horizon(&offering.policy);
    let whose = For {
        offering: &offering,
        venue: &venue,
        person: series.holder.person(),
        source: series.source,
        self_made: series.self_made,
        only_looks: false,
    };
    let mut news = published(c, doing, &series, &whose)?;
    let after = series.known_until.map(|d| d.saturating_add(Days::new().days(1)));
    let from = after.unwrap_or(series.terms.starts_on).max(doing.today());
    let dates = series.terms.dates(from, horizon).map_err(|_| Refusal::NoDates)?;
    for (on, judged) in judge_all(c, doing, (&series.terms, &dates), &whose, false)? {
        news.extend(keep(c, doing, &series, on, &judged)?.map(|outcome| (on, outcome)));
    }
    looked(c, doing, &series, horizon)?;
    if !news.is_empty() {
        let booked: Vec<_> = news.iter().filter_map(|(_, o)| o.reservation()).collect();
        let data = serde_json::json!({ "venue": series.venue, "booked": booked, "dates": news.len() });
        doing.record(c, "series.extended", series.id, &data)?;
    }
    Ok(news)
}

/// Dates that waited for a notice and wait no more.
fn published(
    c: &mut Conn,
    doing: &Doing<'_>,
    series: &Series,
    whose: &For<'_>,
) -> Result<Vec<(Date, Outcome)>, Not<Refusal>> {
    let dates = kept::dates_of(c, doing.station.id, series.id)?;
    let waits = dates.iter().filter(|d| d.outcome == Outcome::NotKnown).map(|d| d.on);
    let waiting: Vec<Date> = waits.filter(|on| *on >= doing.today()).collect();
    let mut news = vec![];
    for (on, judged) in judge_all(c, doing, (&series.terms, &waiting), whose, false)? {
        let outcome = match judged {
            Judged::Book(booking) => Outcome::Booked { reservation: reserve(c, doing, series, &booking)?, kept: None },
            Judged::Skip(why) => Outcome::Skipped(why),
            Judged::Clash(why) => Outcome::Clash(why),
            Judged::NotKnown | Judged::Past => continue,
        };
        kept::set_date(c, doing.station.id, (series.id, on), &outcome, doing.now)?;
        news.push((on, outcome));
    }
    Ok(news)
}

/// Every date up to `horizon` has its outcome. The series is looked at again as long as anything may come.
pub(super) fn looked(c: &mut Conn, doing: &Doing<'_>, series: &Series, horizon: Date) -> Result<(), Fault> {
    let station = doing.station.id;
    let dates = kept::dates_of(c, station, series.id)?;
    let waits = dates.iter().any(|d| d.outcome == Outcome::NotKnown && d.on >= doing.today());
    let more = waits || !series.terms.is_over(horizon.saturating_add(Days::new().days(1)));
    let again = more.then(|| doing.now + AGAIN);
    if let Some(person) = series.holder.person().filter(|_| more) {
        // Who is known by an unproved number only is kept as long as the series goes on, also between far dates.
        people::keep_until(c, person, crate::rules::days(&doing.station.zone, horizon, 1).until)?;
    }
    kept::set_looked(c, station, series.id, Some(horizon), again)
}

/// What would become of the first `most` dates of a series that is not made yet. Reads only.
pub fn preview(c: &mut Conn, doing: &Doing<'_>, new: &NewSeries, most: usize) -> Result<Vec<Line>, Not<Refusal>> {
    let offering = answers::offering(c, doing.station, &new.offering)?;
    let terms = to_come(doing, &new.terms)?;
    fits_policy(&terms, &offering.policy, (new.self_made, 0))?;
    let (venue, _) = store::venue_of(c, doing.station.id, offering.venue)?;
    let whose = For {
        offering: &offering,
        venue: &venue,
        person: new.holder.person(),
        source: new.source,
        self_made: new.self_made,
        only_looks: true,
    };
    let dates = terms.next(terms.starts_on, most).map_err(|_| Refusal::NoDates)?;
    let horizon = doing.horizon(&offering.policy);
    let mut lines = vec![];
    for (on, judged) in judge_all(c, doing, (&terms, &dates), &whose, true)? {
        let (stands, why) = match judged {
            _ if on > horizon => (Stands::Later, None),
            Judged::Book(_) => (Stands::Free, None),
            Judged::Skip(why) => (Stands::Skipped, Some(why)),
            Judged::Clash(why) => (Stands::Clash, Some(why)),
            Judged::NotKnown => (Stands::NotKnown, None),
            Judged::Past => continue,
        };
        let span = terms.span_on(on, &doing.station.zone);
        let instead = match (&why, span) {
            (Some(Why::Taken), Some(wanted)) => {
                works_on(c, doing.house, doing.station, (&offering, terms.group), (on, &wanted), doing.now)?
            }
            _ => vec![],
        };
        lines.push(Line { on, span, stands, why, receipt: None, instead });
    }
    Ok(lines)
}
