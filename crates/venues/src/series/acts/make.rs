//! Making a series: everything that can be booked of it is booked at once, or nothing is.
use jiff::civil::Date;

use super::ahead;
use super::dates::{For, judge_all, keep};
use super::doing::Doing;
use crate::rules::{Refusal, Source};
use crate::series::rules::{Judged, Outcome, Terms, Why, fits_policy};
use crate::series::store::{self as kept, Holder, Series};
use crate::{SeriesId, answers, store};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;

/// A series that somebody asks for, well-formed.
#[derive(Debug, Clone)]
pub struct NewSeries {
    /// The slug of the offering.
    pub offering: String,
    pub terms: Terms,
    pub holder: Holder,
    /// What it is for, in a few words; may be empty.
    pub title: String,
    /// What its reservations come from: [`Source::Series`], or the part of the program that makes it.
    pub source: Source,
    /// By the person who holds it: quotas and the limit of the offering count.
    pub self_made: bool,
}

/// Makes a series and books its dates as far ahead as the offering says. Refused if not one of them can be had.
/// Nothing is written before that is known.
pub fn make(c: &mut Conn, doing: &Doing<'_>, new: &NewSeries) -> Result<SeriesId, Not<Refusal>> {
    let station = doing.station.id;
    let offering = answers::offering(c, doing.station, &new.offering)?;
    store::hold(c, station, offering.venue)?;
    let terms = to_come(doing, &new.terms)?;
    let running = if new.self_made { running_of(c, doing, &new.holder, offering.venue)? } else { 0 };
    fits_policy(&terms, &offering.policy, (new.self_made, running))?;
    let horizon = doing.horizon(&offering.policy);
    let (venue, _) = store::venue_of(c, station, offering.venue)?;
    let whose = For {
        offering: &offering,
        venue: &venue,
        person: new.holder.person(),
        source: new.source,
        self_made: new.self_made,
        only_looks: false,
    };
    let dates = terms.dates(terms.starts_on, horizon).map_err(|_| Refusal::NoDates)?;
    let judged = judge_all(c, doing, (&terms, &dates), &whose, true)?;
    some_work(&judged)?;
    let series = row(doing, new, terms, (offering.id, venue.id), None);
    kept::insert(c, station, &series)?;
    let mut booked = vec![];
    for (on, judged) in &judged {
        if let Some(Outcome::Booked { reservation, .. }) = keep(c, doing, &series, *on, judged)? {
            booked.push(reservation);
        }
    }
    ahead::looked(c, doing, &series, horizon)?;
    let data = serde_json::json!({ "venue": venue.id, "offering": offering.id, "booked": booked });
    doing.record(c, "series.made", series.id, &data)?;
    Ok(series.id)
}

/// The row of a new series.
pub(super) fn row(
    doing: &Doing<'_>,
    new: &NewSeries,
    terms: Terms,
    (offering, venue): (i32, i32),
    split_from: Option<SeriesId>,
) -> Series {
    Series {
        id: SeriesId(doing.house.new_id()),
        offering,
        venue,
        holder: new.holder.clone(),
        title: new.title.clone(),
        terms,
        self_made: new.self_made,
        source: new.source,
        split_from,
        known_until: None,
        look_at: None,
        made_at: doing.now,
        changed_at: doing.now,
        ended_at: None,
    }
}

/// The terms from the first date on whose time has not begun. A rule that counts its dates counts from there.
pub(super) fn to_come(doing: &Doing<'_>, terms: &Terms) -> Result<Terms, Refusal> {
    let mut terms = terms.clone();
    terms.rule = terms.rule.explicit(terms.starts_on).map_err(|_| Refusal::NoDates)?;
    let began = |terms: &Terms, on: Date| {
        let span = terms.span_on(on, &doing.station.zone);
        span.is_some_and(|s| s.from < doing.now)
    };
    let from = terms.starts_on.max(doing.today());
    let next = terms.next(from, 2).map_err(|_| Refusal::NoDates)?;
    let first = next.iter().find(|on| !began(&terms, **on));
    terms.starts_on = *first.ok_or(Refusal::NoDates)?;
    Ok(terms)
}

/// How many series that they made themselves a person has in a venue.
fn running_of(c: &mut Conn, doing: &Doing<'_>, holder: &Holder, venue: i32) -> Result<usize, Fault> {
    let Some(person) = holder.person() else { return Ok(0) };
    let all = kept::of_person(c, doing.station.id, person)?;
    let runs = |s: &&Series| s.self_made && s.venue == venue && !s.terms.is_over(doing.today());
    Ok(all.iter().filter(runs).count())
}

/// Refused if no date can be had; the first clash says why, or else the first closure.
pub(super) fn some_work(judged: &[(Date, Judged)]) -> Result<(), Refusal> {
    let works = |j: &Judged| matches!(j, Judged::Book(_) | Judged::NotKnown);
    if judged.is_empty() || judged.iter().any(|(_, j)| works(j)) {
        return Ok(());
    }
    let clash = judged.iter().find_map(|(_, j)| if let Judged::Clash(why) = j { Some(why) } else { None });
    let skip = judged.iter().find_map(|(_, j)| if let Judged::Skip(why) = j { Some(why) } else { None });
    Err(match clash.or(skip) {
        Some(Why::Closed(reason)) => Refusal::Closed { reason: reason.clone(), opens_at: None },
        Some(Why::Holiday(name)) => Refusal::Closed { reason: Some(name.clone()), opens_at: None },
        Some(Why::QuotaOfDay | Why::QuotaOfWeek) => Refusal::SeriesOverQuota,
        Some(_) => Refusal::Taken,
        None => Refusal::NoDates,
    })
}
