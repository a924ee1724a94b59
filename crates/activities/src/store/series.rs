//! One row per series.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::SeriesId;
use crate::rules::{Ages, Joining, Kind, Plan, Terms};
use crate::schema::activity_series as s;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold as hold_rows, on};

/// A series as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    pub id: SeriesId,
    pub plan: Plan,
    /// Grows with each change.
    pub sequence: i32,
    pub split_from: Option<SeriesId>,
    /// Up to here every date is there.
    pub known_until: Option<Date>,
    /// When the program looks at it again; `None` = its last date is there.
    pub look_at: Option<Timestamp>,
    pub made_at: Timestamp,
    pub changed_at: Timestamp,
    pub ended_at: Option<Timestamp>,
}

impl Series {
    /// As it begins, before any of its times is there.
    pub fn new(id: SeriesId, plan: Plan, now: Timestamp) -> Series {
        Series {
            id,
            plan,
            sequence: 0,
            split_from: None,
            known_until: None,
            look_at: None,
            made_at: now,
            changed_at: now,
            ended_at: None,
        }
    }
}

type Row = (
    (SeriesId, i16, String, String, String, String, String),
    (String, On, Option<On>, i32, i32, bool, Option<i32>, i32),
    (Option<i16>, Option<i16>, Option<i16>, Option<i32>, i16, i16, i32),
    (i32, Option<SeriesId>, Option<On>, Option<Ts>, Ts, Ts, Option<Ts>),
);

macro_rules! columns {
    () => {
        (
            (s::id, s::kind, s::title, s::about, s::place, s::audience, s::bring),
            (
                s::rule,
                s::starts_on,
                s::ends_on,
                s::at_minute,
                s::minutes,
                s::skips_holidays,
                s::offering_id,
                s::owner_id,
            ),
            (s::min_age, s::max_age, s::guardian_under, s::capacity, s::joining, s::opens_days, s::closes_minutes),
            (s::sequence, s::split_from, s::known_until, s::look_at, s::made_at, s::changed_at, s::ended_at),
        )
    };
}

fn to_series((what, when, who, how): Row) -> Result<Series, Fault> {
    let (id, kind, title, about, place, audience, bring) = what;
    let (rule, starts_on, ends_on, at_minute, minutes, skips_holidays, room, owner) = when;
    let (min, max, guardian_under, capacity, joining, opens_days, closes_minutes) = who;
    let (sequence, split_from, known_until, look_at, made_at, changed_at, ended_at) = how;
    let odd = || Fault::broken(format!("activity {id} has a row that makes no sense; run `yizhan check`"));
    let rule = if rule.is_empty() { None } else { Some(rule.parse().map_err(|_| odd())?) };
    let ends_on = ends_on.map(|d| d.0);
    let terms = Terms { rule, starts_on: starts_on.0, ends_on, at_minute, minutes, skips_holidays };
    let plan = Plan {
        kind: Kind::of(kind).ok_or_else(odd)?,
        title,
        about,
        place,
        audience,
        bring,
        terms,
        room,
        owner,
        ages: Ages { min, max, guardian_under },
        capacity,
        joining: Joining::of(joining).ok_or_else(odd)?,
        opens_days,
        closes_minutes,
    };
    Ok(Series {
        id,
        plan,
        sequence,
        split_from,
        known_until: known_until.map(|d| d.0),
        look_at: look_at.map(|t| t.0),
        made_at: made_at.0,
        changed_at: changed_at.0,
        ended_at: ended_at.map(|t| t.0),
    })
}

/// What is planned, as columns.
macro_rules! planned {
    ($p:expr) => {{
        let p: &Plan = $p;
        let t = &p.terms;
        (
            (s::kind.eq(p.kind as i16), s::title.eq(&p.title), s::about.eq(&p.about), s::place.eq(&p.place)),
            (s::audience.eq(&p.audience), s::bring.eq(&p.bring), s::rule.eq(rule_text(t))),
            (s::starts_on.eq(On(t.starts_on)), s::ends_on.eq(t.ends_on.map(On)), s::at_minute.eq(t.at_minute)),
            (s::minutes.eq(t.minutes), s::skips_holidays.eq(t.skips_holidays), s::offering_id.eq(p.room)),
            (s::owner_id.eq(p.owner), s::min_age.eq(p.ages.min), s::max_age.eq(p.ages.max)),
            (s::guardian_under.eq(p.ages.guardian_under), s::capacity.eq(p.capacity), s::joining.eq(p.joining as i16)),
            (s::opens_days.eq(p.opens_days), s::closes_minutes.eq(p.closes_minutes)),
        )
    }};
}

fn rule_text(terms: &Terms) -> String {
    terms.rule.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// What the program knows of it beside the plan, as columns.
macro_rules! kept {
    ($x:expr) => {{
        let x: &Series = $x;
        (
            (s::sequence.eq(x.sequence), s::split_from.eq(x.split_from), s::known_until.eq(x.known_until.map(On))),
            (s::look_at.eq(x.look_at.map(Ts)), s::changed_at.eq(Ts(x.changed_at)), s::ended_at.eq(x.ended_at.map(Ts))),
        )
    }};
}

pub fn insert(c: &mut Conn, station: StationId, new: &Series) -> Result<(), Fault> {
    let row = (
        (s::station_id.eq(station), s::id.eq(new.id), s::made_at.eq(Ts(new.made_at))),
        planned!(&new.plan),
        kept!(new),
    );
    on!(c, c => diesel::insert_into(s::table).values(row).execute(c))?;
    Ok(())
}

/// Writes the row anew.
pub fn set(c: &mut Conn, station: StationId, series: &Series) -> Result<(), Fault> {
    let row = s::table.find((station, series.id));
    on!(c, c => diesel::update(row).set((planned!(&series.plan), kept!(series))).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: SeriesId) -> Result<Series, Fault> {
    let row: Row = on!(c, c => s::table.find((station, id)).select(columns!()).first(c))?;
    to_series(row)
}

/// Whoever changes a series holds it: one after the other.
pub fn hold(c: &mut Conn, station: StationId, id: SeriesId) -> Result<Series, Fault> {
    let one = || s::table.filter(s::station_id.eq(station).and(s::id.eq(id)));
    hold_rows!(c, one().select(s::id))?;
    by_id(c, station, id)
}

/// Those of `ids` that there are, in the order of keys.
pub fn by_ids(c: &mut Conn, station: StationId, ids: &[SeriesId]) -> Result<Vec<Series>, Fault> {
    let mut found = vec![];
    // Not more parameters in a statement than every engine takes.
    for some in ids.chunks(500) {
        let rows: Vec<Row> = on!(c, c => s::table
            .filter(s::station_id.eq(station).and(s::id.eq_any(some)))
            .order(s::id)
            .select(columns!())
            .load(c))?;
        found.extend(rows.into_iter().map(to_series).collect::<Result<Vec<_>, _>>()?);
    }
    Ok(found)
}

/// Up to `most` series of any station that the program has to look at again.
pub fn due(c: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<(StationId, SeriesId)>, Fault> {
    Ok(on!(c, c => s::table
        .filter(s::look_at.is_not_null().and(s::look_at.le(Ts(now))))
        .order((s::station_id, s::id))
        .limit(most)
        .select((s::station_id, s::id))
        .load(c))?)
}
