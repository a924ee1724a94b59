//! What somebody has, and what is over.
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use people::PersonId;

use super::days::day_of;
use crate::catalogue::answers as catalogue;
use crate::lending::rules;
use crate::lending::store::loans::Kept;
use crate::lending::store::{holds, loans};
use crate::rules::{Copy, Settings, Title};
use crate::{LoanId, TitleId};

/// Something that somebody has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanSeen {
    pub loan: LoanId,
    pub copy: Copy,
    pub title: Title,
    pub due_on: Date,
    pub lent_on: Date,
    /// So many more.
    pub renewals_left: i16,
    pub overdue: bool,
    /// Somebody waits for the title, so that it cannot be renewed.
    pub others_wait: bool,
}

/// Loans of one station with what they are of.
pub(super) fn seen(
    c: &mut Conn,
    station: StationId,
    some: Vec<Kept>,
    today: Date,
) -> Result<Vec<(LoanSeen, Option<PersonId>)>, Fault> {
    if some.is_empty() {
        return Ok(vec![]);
    }
    let most = catalogue::settings(c, station)?.renewals;
    let of: Vec<TitleId> = some.iter().map(|kept| kept.title).collect();
    let titles: BTreeMap<TitleId, Title> =
        catalogue::titles(c, station, &of)?.into_iter().map(|title| (title.id, title)).collect();
    let wanted = holds::wanted(c, station, &of)?;
    let mut all = vec![];
    for kept in some {
        let odd = || Fault::broken(format!("loan {} is of a title that there is not", kept.id));
        let one = LoanSeen {
            loan: kept.id,
            copy: catalogue::copy(c, station, kept.copy)?,
            title: titles.get(&kept.title).cloned().ok_or_else(odd)?,
            due_on: kept.due_on,
            lent_on: kept.lent_on,
            renewals_left: (most - kept.renewals).max(0),
            overdue: kept.due_on < today,
            others_wait: wanted.contains(&kept.title),
        };
        all.push((one, kept.person));
    }
    Ok(all)
}

/// What somebody has, at one station or everywhere, what is due first before.
pub fn loans_of(
    c: &mut Conn,
    station: Option<StationId>,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<(StationId, LoanSeen)>, Fault> {
    let mut by_station: BTreeMap<StationId, Vec<Kept>> = BTreeMap::new();
    for kept in loans::of_person(c, station, person)? {
        by_station.entry(kept.station).or_default().push(kept);
    }
    let mut all = vec![];
    for (at, some) in by_station {
        let today = day_of(&stations::by_id(c, at)?, now);
        all.extend(seen(c, at, some, today)?.into_iter().map(|(one, _)| (at, one)));
    }
    all.sort_by_key(|(_, one)| one.due_on);
    Ok(all)
}

/// What should have come back before today, the oldest first, with whoever has it: nobody, once they asked to be forgotten.
pub fn overdue(
    c: &mut Conn,
    station: StationId,
    today: Date,
    most: i64,
) -> Result<Vec<(LoanSeen, Option<PersonId>)>, Fault> {
    let some = loans::due_before(c, station, today, most)?;
    seen(c, station, some, today)
}

/// Since when somebody gets nothing more, and for what: the oldest thing that is over for too long.
pub(in crate::lending) fn late(theirs: &[Kept], settings: &Settings, today: Date) -> Option<(Date, TitleId)> {
    let due: Vec<Date> = theirs.iter().map(|kept| kept.due_on).collect();
    let since = rules::shut_out(&due, settings.block_days, today)?;
    theirs.iter().find(|kept| kept.due_on == since).map(|kept| (since, kept.title))
}
