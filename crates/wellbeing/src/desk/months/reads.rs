//! What the desk's pages and programs read, each in one snapshot; and how a correction is published that somebody has looked at.
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::lottery::digest_of_lines;
use kernel::refusal::Not;
use stations::Here;

use super::asked::NewCorrection;
use super::by;
use crate::months::acts;
use crate::months::answers::{self, MonthRow};
use crate::months::rules::NoMonth;
use crate::rules::period::Days;
use crate::rules::sheet::{Correction, Residents};

/// What the desk begins with.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Which month is made next, and when.
    pub next: (Date, Timestamp),
    /// All revisions: the newest month first, and of each month the newest revision.
    pub months: Vec<MonthRow>,
    /// The newest statistic first.
    pub residents: Vec<Residents>,
}

/// # Errors
/// The database's.
pub async fn desk(here: &Here) -> Result<Desk, Fault> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| {
        let months = answers::months(c, station.id)?;
        Ok::<_, Fault>(Desk {
            next: answers::next_made(&station, now),
            months,
            residents: answers::residents(c, station.id)?,
        })
    };
    here.house.db.snapshot(read).await
}

/// What a correction would change.
#[derive(Debug, Clone, PartialEq)]
pub struct Differs {
    /// Nothing, if the facts say what was published.
    pub all: Vec<Correction>,
    /// A name for exactly these changes.
    pub seen: String,
}

impl Differs {
    fn of(all: Vec<Correction>) -> Differs {
        let lines: Vec<_> = all.iter().map(|one| (one.indicator, one.part.clone(), one.was, one.is)).collect();
        Differs { seen: digest_of_lines(&lines), all }
    }
}

/// The first day of the month that an address or a program names.
pub fn month(name: &str) -> Option<Date> {
    Days::named(name).filter(|days| *days == Days::month(days.from)).map(|days| days.from)
}

/// Counts the month's facts anew and publishes nothing.
///
/// # Errors
/// [`NoMonth`] of a month that is not made; the database's.
pub async fn differs(here: &Here, month: Date) -> Result<Differs, Not<NoMonth>> {
    let (h, station) = (here.house.clone(), here.desk.station.clone());
    match here.house.db.snapshot(move |c: &mut Conn| answers::differs(c, &h, &station, month)).await {
        Ok(all) => Ok(Differs::of(all)),
        Err(Not::Refused(NoMonth::Same)) => Ok(Differs::of(vec![])),
        Err(not) => Err(not),
    }
}

/// Publishes the correction, if it is still the one that was looked at; its revision.
///
/// # Errors
/// [`NoMonth`]; the database's.
pub async fn publish(
    here: &Here,
    (month, why): (Date, &str),
    (asked, key): (&NewCorrection, &str),
) -> Result<u32, Not<NoMonth>> {
    let now = differs(here, month).await?;
    // Where nothing differs any more, this very request may have been here before: the act knows.
    if !now.all.is_empty() && now.seen != asked.seen {
        return Err(Not::Refused(NoMonth::Seen));
    }
    let by = by(here, key, &("correct", month, asked));
    acts::correct(&here.house, &here.desk.station, (month, why, Some(now.all.as_slice())), by).await
}
