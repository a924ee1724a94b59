//! How many chose what.
use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId};
use kernel::fault::Fault;
use kernel::on;

use crate::NoticeId;
use crate::moods::rules::{Mood, Tally};
use crate::moods::schema::{mood_keys as k, mood_totals as t};

/// So many more of a mood, or fewer.
pub fn add(c: &mut Conn, station: StationId, notice: NoticeId, (mood, by): (Mood, i32)) -> Result<(), Fault> {
    let one = t::table.find((station, notice, mood as i16));
    let known = on!(c, c => diesel::update(one).set(t::votes.eq(t::votes + by)).execute(c))?;
    if known == 0 {
        let key = (t::station_id.eq(station), t::notice_id.eq(notice), t::mood.eq(mood as i16));
        on!(c, c => diesel::insert_into(t::table).values((key, t::votes.eq(by))).execute(c))?;
    }
    Ok(())
}

fn counted((mood, votes): (i16, i32)) -> Result<(Mood, usize), Fault> {
    let odd = || Fault::broken("a total is of a mood that there is not; run `yizhan check`");
    Ok((Mood::of(mood).ok_or_else(odd)?, usize::try_from(votes).map_err(|_| odd())?))
}

pub fn tally(c: &mut Conn, station: StationId, notice: NoticeId) -> Result<Tally, Fault> {
    let rows: Vec<(i16, i32)> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::notice_id.eq(notice)))
        .select((t::mood, t::votes))
        .load(c))?;
    Ok(Tally::of(rows.into_iter().map(counted).collect::<Result<Vec<_>, _>>()?))
}

/// Of the notices that were published from the day `from` up to, not including, `until`.
pub fn tallies(c: &mut Conn, station: StationId, (from, until): (Date, Date)) -> Result<Vec<(NoticeId, Tally)>, Fault> {
    let same = t::station_id.eq(k::station_id).and(t::notice_id.eq(k::notice_id));
    let rows: Vec<(NoticeId, i16, i32)> = on!(c, c => k::table
        .inner_join(t::table.on(same))
        .filter(k::station_id.eq(station).and(k::opened_on.ge(On(from))).and(k::opened_on.lt(On(until))))
        .select((t::notice_id, t::mood, t::votes))
        .load(c))?;
    let mut all: BTreeMap<NoticeId, Vec<(Mood, usize)>> = BTreeMap::new();
    for (notice, mood, votes) in rows {
        all.entry(notice).or_default().push(counted((mood, votes))?);
    }
    Ok(all.into_iter().map(|(notice, counts)| (notice, Tally::of(counts))).collect())
}
