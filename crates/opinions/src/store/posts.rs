//! What everybody may read.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold, on};

use crate::rules::State;
use crate::schema::{opinion_hides as h, opinion_posts as p, opinions as o};
use crate::{CategoryId, OpinionId, PostId};

#[derive(Debug, Clone, PartialEq)]
pub struct KeptPost {
    pub id: PostId,
    pub opinion: Option<OpinionId>,
    pub category: Option<CategoryId>,
    pub title: String,
    pub text: String,
    pub answer: Option<String>,
    pub address: String,
    pub point: Option<(f64, f64)>,
    pub made_at: Timestamp,
    pub released_on: Option<Date>,
    pub answered_week: Option<Date>,
    pub updated_on: Option<Date>,
    pub closed: bool,
    pub hidden_by: Option<i32>,
}

type Said = (PostId, Option<OpinionId>, Option<CategoryId>, String, String, Option<String>, String);
type Went = (Option<f64>, Option<f64>, Ts, Option<On>, Option<On>, Option<On>, bool, Option<i32>);
type Row = (Said, Went);

macro_rules! columns {
    () => {
        (
            (p::id, p::opinion_id, p::category_id, p::title, p::text, p::answer, p::address),
            (p::lat, p::lon, p::made_at, p::released_on, p::answered_week, p::updated_on, p::closed, p::hidden_by),
        )
    };
}

fn to_post((said, went): Row) -> KeptPost {
    let (id, opinion, category, title, text, answer, address) = said;
    let (lat, lon, made_at, released_on, answered_week, updated_on, closed, hidden_by) = went;
    KeptPost {
        id,
        opinion,
        category,
        title,
        text,
        answer,
        address,
        point: lat.zip(lon),
        made_at: made_at.0,
        released_on: released_on.map(|on| on.0),
        answered_week: answered_week.map(|on| on.0),
        updated_on: updated_on.map(|on| on.0),
        closed,
        hidden_by,
    }
}

pub fn add(c: &mut Conn, station: StationId, new: &KeptPost) -> Result<(), Fault> {
    let row =
        (p::station_id.eq(station), p::id.eq(new.id), p::opinion_id.eq(new.opinion), p::title.eq(""), p::text.eq(""));
    let row = (row, p::address.eq(""), p::made_at.eq(Ts(new.made_at)), p::closed.eq(false));
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    set(c, station, new)
}

pub fn set(c: &mut Conn, station: StationId, post: &KeptPost) -> Result<(), Fault> {
    let to = (
        (p::opinion_id.eq(post.opinion), p::category_id.eq(post.category), p::title.eq(&post.title)),
        (p::text.eq(&post.text), p::answer.eq(&post.answer), p::address.eq(&post.address)),
        (p::lat.eq(post.point.map(|at| at.0)), p::lon.eq(post.point.map(|at| at.1)), p::made_at.eq(Ts(post.made_at))),
        (p::released_on.eq(post.released_on.map(On)), p::answered_week.eq(post.answered_week.map(On))),
        (p::updated_on.eq(post.updated_on.map(On)), p::closed.eq(post.closed), p::hidden_by.eq(post.hidden_by)),
    );
    on!(c, c => diesel::update(p::table.find((station, post.id))).set(to).execute(c))?;
    Ok(())
}

pub fn post(c: &mut Conn, station: StationId, id: PostId) -> Result<KeptPost, Fault> {
    let row: Row = on!(c, c => p::table.find((station, id)).select(columns!()).first(c))?;
    Ok(to_post(row))
}

pub fn hold(c: &mut Conn, station: StationId, id: PostId) -> Result<KeptPost, Fault> {
    hold!(c, p::table.find((station, id)).select(p::id))?;
    post(c, station, id)
}

pub fn of_opinion(c: &mut Conn, station: StationId, opinion: OpinionId) -> Result<Option<KeptPost>, Fault> {
    let row: Option<Row> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::opinion_id.eq(opinion)))
        .select(columns!())
        .first(c)
        .optional())?;
    Ok(row.map(to_post))
}

/// Takes a post away, with what was said about hiding it.
pub fn drop(c: &mut Conn, station: StationId, id: PostId) -> Result<(), Fault> {
    let of = h::table.filter(h::station_id.eq(station).and(h::post_id.eq(id)));
    on!(c, c => diesel::delete(of).execute(c))?;
    on!(c, c => diesel::delete(p::table.find((station, id))).execute(c))?;
    Ok(())
}

/// Stations that have posts which were not released.
pub fn stations_that_wait(c: &mut Conn) -> Result<Vec<StationId>, Fault> {
    Ok(on!(c, c => p::table.filter(p::released_on.is_null()).select(p::station_id).distinct().load(c))?)
}

/// Posts of a station that were made before an instant and not released.
pub fn waiting(c: &mut Conn, station: StationId, before: Timestamp) -> Result<Vec<KeptPost>, Fault> {
    let rows: Vec<Row> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::released_on.is_null()).and(p::made_at.lt(Ts(before))))
        .order(p::id)
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_post).collect())
}

/// Released posts that do not say how their opinions stand, and have not changed since before a Monday: of all stations, after a key.
pub fn stale(
    c: &mut Conn,
    (before, after): (Date, (StationId, PostId)),
    most: i64,
) -> Result<Vec<(StationId, PostId)>, Fault> {
    let (station, id) = after;
    let open: Vec<i16> = State::ALL.into_iter().filter(|state| state.is_open()).map(|state| state as i16).collect();
    let stands =
        p::closed.eq(true).and(o::state.eq_any(open.clone())).or(p::closed.eq(false).and(o::state.ne_all(open)));
    let about = p::category_id.is_null().and(o::category_id.is_not_null());
    let differs = p::category_id.ne(o::category_id).or(stands.or(about).nullable());
    Ok(on!(c, c => p::table
        .inner_join(o::table.on(o::station_id.eq(p::station_id).and(p::opinion_id.eq(o::id.nullable()))))
        .filter(p::released_on.is_not_null().and(p::updated_on.lt(On(before))))
        .filter(differs.clone())
        .filter(p::station_id.gt(station).or(p::station_id.eq(station).and(p::id.gt(id))))
        .order((p::station_id, p::id))
        .limit(most)
        .select((p::station_id, p::id))
        .load(c))?)
}

/// Which posts somebody wants to read.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub ids: Option<Vec<PostId>>,
    pub categories: Option<Vec<CategoryId>>,
    pub closed: Option<bool>,
    pub released: (Option<Date>, Option<Date>),
    pub updated: (Option<Date>, Option<Date>),
    /// Only what is not hidden.
    pub shown: bool,
    /// A part of the title, the text or the answer.
    pub words: Option<String>,
}

/// Latin letters at least are the same in both sizes, on either engine.
#[diesel::declare_sql_function]
extern "SQL" {
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

macro_rules! wanted {
    ($station:expr, $wanted:expr) => {{
        let mut query = p::table.filter(p::station_id.eq($station).and(p::released_on.is_not_null())).into_boxed();
        if let Some(ids) = &$wanted.ids {
            query = query.filter(p::id.eq_any(ids.clone()));
        }
        if let Some(categories) = &$wanted.categories {
            query = query.filter(p::category_id.eq_any(categories.clone()));
        }
        if let Some(closed) = $wanted.closed {
            query = query.filter(p::closed.eq(closed));
        }
        if let Some(from) = $wanted.released.0 {
            query = query.filter(p::released_on.ge(On(from)));
        }
        if let Some(until) = $wanted.released.1 {
            query = query.filter(p::released_on.le(On(until)));
        }
        if let Some(from) = $wanted.updated.0 {
            query = query.filter(p::updated_on.ge(On(from)));
        }
        if let Some(until) = $wanted.updated.1 {
            query = query.filter(p::updated_on.le(On(until)));
        }
        if $wanted.shown {
            query = query.filter(p::hidden_by.is_null());
        }
        if let Some(words) = &$wanted.words {
            let escaped: String =
                words.chars().flat_map(|c| "\\%_".contains(c).then_some('\\').into_iter().chain([c])).collect();
            let like = format!("%{escaped}%");
            let found = (lower(p::title).like(lower(like.clone())).escape('\\'))
                .or(lower(p::text).like(lower(like.clone())).escape('\\'))
                .or(lower(p::answer.assume_not_null()).like(lower(like)).escape('\\'));
            query = query.filter(p::hidden_by.is_null().and(found));
        }
        query
    }};
}

/// The newest first: `most` of them after `skip`, and how many there are.
pub fn posts(
    c: &mut Conn,
    station: StationId,
    wanted: &Wanted,
    (skip, most): (i64, i64),
) -> Result<(Vec<KeptPost>, i64), Fault> {
    let total: i64 = on!(c, c => wanted!(station, wanted).count().get_result(c))?;
    let rows: Vec<Row> = on!(c, c => wanted!(station, wanted)
        .order((p::released_on.desc(), p::id))
        .offset(skip)
        .limit(most)
        .select(columns!())
        .load(c))?;
    Ok((rows.into_iter().map(to_post).collect(), total))
}
