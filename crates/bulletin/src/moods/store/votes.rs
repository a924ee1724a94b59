//! What each device chose, as long as it may change its mind.
use diesel::prelude::*;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId};
use kernel::fault::Fault;
use kernel::on;

use crate::NoticeId;
use crate::moods::rules::Mood;
use crate::moods::schema::mood_votes as t;
use crate::moods::voters::Voter;

pub fn of(c: &mut Conn, station: StationId, notice: NoticeId, voter: &Voter) -> Result<Option<Mood>, Fault> {
    let stored: Option<i16> =
        on!(c, c => t::table.find((station, notice, voter.bytes())).select(t::mood).first(c).optional())?;
    let odd = || Fault::broken(format!("a vote on notice {notice} has a mood that there is not; run `yizhan check`"));
    stored.map(|stored| Mood::of(stored).ok_or_else(odd)).transpose()
}

pub fn put(
    c: &mut Conn,
    station: StationId,
    (notice, voter): (NoticeId, &Voter),
    (mood, day): (Mood, Date),
) -> Result<(), Fault> {
    let row = (
        (t::station_id.eq(station), t::notice_id.eq(notice), t::voter.eq(voter.bytes())),
        (t::mood.eq(mood as i16), t::at_day.eq(On(day))),
    );
    on!(c, c => diesel::insert_into(t::table).values(row).execute(c))?;
    Ok(())
}

pub fn change(
    c: &mut Conn,
    station: StationId,
    (notice, voter): (NoticeId, &Voter),
    (mood, day): (Mood, Date),
) -> Result<(), Fault> {
    let one = t::table.find((station, notice, voter.bytes()));
    let set = (t::mood.eq(mood as i16), t::at_day.eq(On(day)));
    on!(c, c => diesel::update(one).set(set).execute(c))?;
    Ok(())
}

pub fn remove(c: &mut Conn, station: StationId, notice: NoticeId, voter: &Voter) -> Result<(), Fault> {
    on!(c, c => diesel::delete(t::table.find((station, notice, voter.bytes()))).execute(c))?;
    Ok(())
}

/// All votes on a notice; the totals stay.
pub fn forget(c: &mut Conn, station: StationId, notice: NoticeId) -> Result<(), Fault> {
    let of_notice = t::station_id.eq(station).and(t::notice_id.eq(notice));
    on!(c, c => diesel::delete(t::table.filter(of_notice)).execute(c))?;
    Ok(())
}
