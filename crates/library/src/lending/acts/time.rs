//! What time decides: what is put aside goes to the next, who is told what, and what is forgotten.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;

use super::hold::{LONGEST_WAIT, ended};
use super::line::mend_line;
use super::told::{self, News};
use crate::lending::answers::day_of;
use crate::lending::store::loans::{Kept, Told};
use crate::lending::store::{copies, history, holds, loans, log, readers, tasks};
use crate::{CopyId, HoldId};

/// So much is done in one transaction: others wait meanwhile.
const AT_ONCE: i64 = 100;
/// What devices sent, and what clerks have settled, is kept so long.
const LOG_KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);
/// What somebody has read stays on their list so long.
const HISTORY_YEARS: i64 = 3;
/// Readers who take nothing for so long are no readers any more.
const IDLE_MONTHS: i64 = 13;

/// The periodic work.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    lapses(house).await?;
    long_waits(house).await?;
    mends(house).await?;
    tells(house, Told::DueSoon).await?;
    tells(house, Told::Overdue).await?;
    forgets(house).await
}

fn nil() -> Id {
    Id(uuid::Uuid::nil())
}

/// No station's own day is further than one from UTC's.
fn utc_day(now: Timestamp) -> Date {
    now.to_zoned_datetime(TimeZone::UTC).date()
}

/// What was kept for somebody until yesterday is the next one's.
async fn lapses(house: &House) -> Result<(), Fault> {
    let now = house.now();
    let last = utc_day(now).saturating_add(1.day());
    let mut after = (StationId(i64::MIN), HoldId(nil()));
    loop {
        let from = after;
        let due = house.db.read(move |c| holds::kept_before(c, last, from, AT_ONCE)).await?;
        let Some(end) = due.last() else { return Ok(()) };
        after = (end.station, end.id);
        for hold in due {
            let h = house.clone();
            house.db.write(move |c| lapse(c, &h, &hold, now)).await?;
        }
    }
}

fn lapse(c: &mut Conn, house: &House, hold: &holds::Kept, now: Timestamp) -> Result<(), Fault> {
    let station = stations::by_id(c, hold.station)?;
    if hold.ready.is_some_and(|ready| ready.until < day_of(&station, now)) {
        ended(c, house, &station, hold, ("hold.lapsed", By::Program, now))?;
    }
    Ok(())
}

/// Whoever has waited for a year does not wait any more.
async fn long_waits(house: &House) -> Result<(), Fault> {
    let now = house.now();
    loop {
        let due = house.db.read(move |c| holds::placed_before(c, now - LONGEST_WAIT, AT_ONCE)).await?;
        let last = (due.len() as i64) < AT_ONCE;
        let mut moved = false;
        for hold in due {
            let h = house.clone();
            let work = move |c: &mut Conn| {
                let station = stations::by_id(c, hold.station)?;
                ended(c, &h, &station, &hold, ("hold.lapsed", By::Program, now))
            };
            moved |= house.db.write(work).await?;
        }
        if last || !moved {
            return Ok(());
        }
    }
}

/// Lines of titles of which copies came, went, or were found, without anybody looking after the line.
async fn mends(house: &House) -> Result<(), Fault> {
    let now = house.now();
    for (at, title) in house.db.read(copies::lines_to_mend).await? {
        let h = house.clone();
        let work = move |c: &mut Conn| {
            let station = stations::by_id(c, at)?;
            mend_line(c, &h, &station, title, (By::Program, now))
        };
        house.db.write(work).await?;
    }
    Ok(())
}

/// The day before something is due, and the day after. Only while nobody's phone is left in peace: what waited until the morning could
/// be wrong by then.
async fn tells(house: &House, what: Told) -> Result<(), Fault> {
    let now = house.now();
    let ahead = if what == Told::DueSoon { 2 } else { 0 };
    let last = utc_day(now).saturating_add(i64::from(ahead).days());
    let mut after = (StationId(i64::MIN), CopyId(nil()));
    loop {
        let from = after;
        let due = house.db.read(move |c| loans::untold(c, (what, last), from, AT_ONCE)).await?;
        let Some(end) = due.last() else { return Ok(()) };
        after = (end.station, end.copy);
        for loan in due {
            let h = house.clone();
            house.db.write(move |c| tell(c, &h, &loan, (what, now))).await?;
        }
    }
}

fn tell(c: &mut Conn, house: &House, before: &Kept, (what, now): (Told, Timestamp)) -> Result<(), Fault> {
    let station = stations::by_id(c, before.station)?;
    if !told::is_good_hour(&station, now) {
        return Ok(());
    }
    let loan = match loans::held(c, before.station, before.id) {
        // Given back meanwhile.
        Err(Fault::NotFound) => return Ok(()),
        held => held?,
    };
    let today = day_of(&station, now);
    if loan.told >= what || !is_time(&loan, what, today) {
        return Ok(());
    }
    let Some(person) = loan.person else { return Ok(()) };
    let news = if what == Told::DueSoon { News::DueSoon(loan.due_on) } else { News::Overdue(loan.due_on) };
    let reached = told::tell(c, house, &station, (person, loan.title), (news, now))?;
    let told = match what {
        Told::Overdue if !reached => Told::ToTell,
        what => what,
    };
    loans::set(c, &Kept { told, ..loan })
}

/// Nobody is told on the day on which they take something that it is due tomorrow: they were told at the counter.
fn is_time(loan: &Kept, what: Told, today: Date) -> bool {
    match what {
        Told::DueSoon => loan.due_on >= today && loan.due_on <= today.saturating_add(1.day()) && loan.lent_on < today,
        _ => loan.due_on < today,
    }
}

/// Whose time is over.
async fn forgets(house: &House) -> Result<(), Fault> {
    let now = house.now();
    let day = utc_day(now);
    let read = day.saturating_sub(HISTORY_YEARS.years());
    let idle = day.saturating_sub(IDLE_MONTHS.months()).first_of_month();
    while house.db.write(move |c| log::forget_old(c, now - LOG_KEPT, AT_ONCE)).await? as i64 == AT_ONCE {}
    while house.db.write(move |c| tasks::forget_old(c, now - LOG_KEPT, AT_ONCE)).await? as i64 == AT_ONCE {}
    while house.db.write(move |c| history::forget_old(c, read, AT_ONCE)).await? as i64 == AT_ONCE {}
    while house.db.write(move |c| readers::forget_idle(c, idle, AT_ONCE)).await? as i64 == AT_ONCE {}
    Ok(())
}
