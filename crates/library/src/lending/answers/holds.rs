//! Who waits for what, and what is put aside.
use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use people::PersonId;

use crate::catalogue::answers as catalogue;
use crate::lending::store::holds::{self, Kept};
use crate::rules::{Copy, Title};
use crate::{HoldId, TitleId};

/// A title that somebody waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldSeen {
    pub hold: HoldId,
    pub title: Title,
    /// From 1.
    pub place_in_line: i64,
    /// What is put aside for them, and the last day on which it is.
    pub ready: Option<(Copy, Date)>,
    /// They know that it is put aside: by a message, or a clerk has told them.
    pub told: bool,
}

/// Of one station, with the title and the place in its line.
pub(super) fn seen(c: &mut Conn, station: StationId, some: Vec<Kept>) -> Result<Vec<(HoldSeen, PersonId)>, Fault> {
    if some.is_empty() {
        return Ok(vec![]);
    }
    let of: Vec<TitleId> = some.iter().map(|kept| kept.title).collect();
    let titles: BTreeMap<TitleId, Title> =
        catalogue::titles(c, station, &of)?.into_iter().map(|title| (title.id, title)).collect();
    let mut all = vec![];
    for kept in some {
        let odd = || Fault::broken(format!("hold {} is of a title that there is not", kept.id));
        let title = titles.get(&kept.title).cloned().ok_or_else(odd)?;
        let before = holds::of_title(c, station, kept.title)?.iter().take_while(|other| other.id != kept.id).count();
        let ready = kept.ready.map(|ready| Ok::<_, Fault>((catalogue::copy(c, station, ready.copy)?, ready.until)));
        let one = HoldSeen {
            hold: kept.id,
            title,
            place_in_line: i64::try_from(before).map_err(Fault::broken)? + 1,
            ready: ready.transpose()?,
            told: kept.told,
        };
        all.push((one, kept.person));
    }
    Ok(all)
}

/// What somebody waits for, everywhere, in the order in which they asked.
pub fn holds_of(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, HoldSeen)>, Fault> {
    let mut all = vec![];
    for kept in holds::of_person(c, None, person)? {
        let at = kept.station;
        all.extend(seen(c, at, vec![kept])?.into_iter().map(|(one, _)| (at, one)));
    }
    Ok(all)
}

/// What is put aside at a station, and for whom; what is kept for the shortest time first.
pub fn ready_holds(c: &mut Conn, station: StationId) -> Result<Vec<(HoldSeen, PersonId)>, Fault> {
    let some = holds::ready(c, station)?;
    seen(c, station, some)
}

/// How many wait for a title, with those for whom a copy is put aside.
pub fn line_of(c: &mut Conn, station: StationId, title: TitleId) -> Result<i64, Fault> {
    Ok(holds::lines(c, station, &[title])?.first().map_or(0, |(_, n)| *n))
}
