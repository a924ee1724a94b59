//! Hiding a post: who asked, who decided, the appeal.
use diesel::dsl::max;
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

use crate::schema::{opinion_hides as h, opinion_posts as p};
use crate::{OpinionId, PostId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hide {
    pub number: i32,
    pub asked_by: StaffId,
    pub asked_at: Timestamp,
    pub reason: String,
    pub decided_by: Option<StaffId>,
    pub hide: Option<bool>,
    pub appeal_sealed: Option<Vec<u8>>,
    pub judged_by: Option<StaffId>,
    pub shown_again: Option<bool>,
}

type Row = (i32, StaffId, Ts, String, Option<StaffId>, Option<bool>, Option<Vec<u8>>, Option<StaffId>, Option<bool>);

fn to_hide((number, asked_by, asked_at, reason, decided_by, hide, appeal_sealed, judged_by, shown_again): Row) -> Hide {
    Hide { number, asked_by, asked_at: asked_at.0, reason, decided_by, hide, appeal_sealed, judged_by, shown_again }
}

/// The last time that somebody asked.
pub fn last(c: &mut Conn, station: StationId, post: PostId) -> Result<Option<Hide>, Fault> {
    let columns = (
        h::number,
        h::asked_by,
        h::asked_at,
        h::reason,
        h::decided_by,
        h::hide,
        h::appeal_sealed,
        h::judged_by,
        h::shown_again,
    );
    let row: Option<Row> = on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::post_id.eq(post)))
        .order(h::number.desc())
        .select(columns)
        .first(c)
        .optional())?;
    Ok(row.map(to_hide))
}

pub fn add(
    c: &mut Conn,
    station: StationId,
    post: PostId,
    (by, reason, now): (StaffId, &str, Timestamp),
) -> Result<(), Fault> {
    let last: Option<i32> = on!(c, c => h::table
        .filter(h::station_id.eq(station).and(h::post_id.eq(post)))
        .select(max(h::number))
        .first(c))?;
    let row = (
        (h::station_id.eq(station), h::post_id.eq(post), h::number.eq(last.unwrap_or(0) + 1)),
        (h::asked_by.eq(by), h::asked_at.eq(Ts(now)), h::reason.eq(reason)),
    );
    on!(c, c => diesel::insert_into(h::table).values(row).execute(c))?;
    Ok(())
}

/// The second hand's decision.
pub fn decide(
    c: &mut Conn,
    station: StationId,
    (post, number): (PostId, i32),
    (by, hide, now): (StaffId, bool, Timestamp),
) -> Result<(), Fault> {
    let to = (h::decided_by.eq(Some(by)), h::decided_at.eq(Some(Ts(now))), h::hide.eq(Some(hide)));
    on!(c, c => diesel::update(h::table.find((station, post, number))).set(to).execute(c))?;
    Ok(())
}

pub fn appeal(
    c: &mut Conn,
    station: StationId,
    (post, number): (PostId, i32),
    (sealed, now): (&[u8], Timestamp),
) -> Result<(), Fault> {
    let to = (h::appeal_sealed.eq(Some(sealed)), h::appealed_at.eq(Some(Ts(now))));
    on!(c, c => diesel::update(h::table.find((station, post, number))).set(to).execute(c))?;
    Ok(())
}

pub fn judge(
    c: &mut Conn,
    station: StationId,
    (post, number): (PostId, i32),
    (by, shown, now): (StaffId, bool, Timestamp),
) -> Result<(), Fault> {
    let to = (h::judged_by.eq(Some(by)), h::judged_at.eq(Some(Ts(now))), h::shown_again.eq(Some(shown)));
    on!(c, c => diesel::update(h::table.find((station, post, number))).set(to).execute(c))?;
    Ok(())
}

/// The words of the appeals go: whoever left the opinion wrote them.
pub fn forget_appeals(c: &mut Conn, station: StationId, post: PostId) -> Result<(), Fault> {
    let of = h::table.filter(h::station_id.eq(station).and(h::post_id.eq(post)));
    on!(c, c => diesel::update(of).set(h::appeal_sealed.eq(None::<Vec<u8>>)).execute(c))?;
    Ok(())
}

/// Opinions with a post of which a hiding or an appeal is to be decided, and who asked first.
pub fn to_decide(c: &mut Conn, station: StationId) -> Result<Vec<(OpinionId, PostId, StaffId)>, Fault> {
    let open = h::hide.is_null().or(h::appealed_at.is_not_null().and(h::judged_at.is_null()));
    let rows: Vec<(Option<OpinionId>, PostId, StaffId)> = on!(c, c => h::table
        .inner_join(p::table.on(p::station_id.eq(h::station_id).and(p::id.eq(h::post_id))))
        .filter(h::station_id.eq(station))
        .filter(open)
        .order((h::post_id, h::number))
        .select((p::opinion_id, h::post_id, h::asked_by))
        .load(c))?;
    Ok(rows.into_iter().filter_map(|(opinion, post, by)| Some((opinion?, post, by))).collect())
}
