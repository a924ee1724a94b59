//! Terms, programme and places of a fair.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::OccurrenceId;
use crate::draws::rules::StallDraw;
use crate::fair::EntryId;
use crate::fair::rules::{Entry, Goods, Place, PlaceKind, Rule, Terms};
use crate::fair::schema::{fair_entries as e, fair_places as p, fair_terms as t};
use kernel::db::Conn;
use kernel::db::types::{Json, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// Rule, until when, commitment, and once it is drawn the seed and when that was.
type TermsRow = (i16, Ts, String, Option<String>, Option<Ts>);

pub fn terms(c: &mut Conn, station: StationId, fair: OccurrenceId) -> Result<Option<Terms>, Fault> {
    let row: Option<TermsRow> = on!(c, c => t::table
        .find((station, fair))
        .select((t::rule, t::until_at, t::commitment, t::seed, t::drawn_at))
        .first(c)
        .optional())?;
    let odd = || Fault::broken("a fair's stalls have a rule that there is not");
    row.map(|(rule, until, commitment, seed, drawn)| {
        let rule = Rule::of(rule).ok_or_else(odd)?;
        Ok(Terms { rule, until: until.0, commitment, seed, drawn_at: drawn.map(|at| at.0) })
    })
    .transpose()
}

/// How places are given away from now on; a seed that is there stays.
pub fn set_terms(
    c: &mut Conn,
    station: StationId,
    fair: OccurrenceId,
    (rule, until): (Rule, Timestamp),
    (commitment, seed_sealed): (&str, &[u8]),
) -> Result<(), Fault> {
    let set = (t::rule.eq(rule as i16), t::until_at.eq(Ts(until)));
    let seed = (t::commitment.eq(commitment), t::seed_sealed.eq(seed_sealed));
    on!(c, c => diesel::insert_into(t::table)
        .values((t::station_id.eq(station), t::occurrence_id.eq(fair), set, seed))
        .on_conflict((t::station_id, t::occurrence_id))
        .do_update()
        .set(set)
        .execute(c))?;
    Ok(())
}

/// The seed of the draw, which only the draw opens.
pub fn sealed_seed(c: &mut Conn, station: StationId, fair: OccurrenceId) -> Result<Vec<u8>, Fault> {
    Ok(on!(c, c => t::table.find((station, fair)).select(t::seed_sealed).first(c))?)
}

/// What was drawn from and what came of it, once it is drawn.
pub fn draw(c: &mut Conn, station: StationId, fair: OccurrenceId) -> Result<Option<StallDraw>, Fault> {
    let row: Option<Json> = on!(c, c => t::table.find((station, fair)).select(t::draw).first(c))?;
    row.map(|draw| draw.read()).transpose()
}

/// A draw with what it was made of: commitment and seed.
type Made = (StationId, OccurrenceId, String, String, StallDraw);

type MadeRow = (StationId, OccurrenceId, String, Option<String>, Option<Json>);

/// Every draw of every station.
pub fn all_draws(c: &mut Conn) -> Result<Vec<Made>, Fault> {
    let rows: Vec<MadeRow> = on!(c, c => t::table
        .filter(t::drawn_at.is_not_null())
        .order((t::station_id, t::occurrence_id))
        .select((t::station_id, t::occurrence_id, t::commitment, t::seed, t::draw))
        .load(c))?;
    let mut all = vec![];
    for (station, fair, commitment, seed, draw) in rows {
        if let (Some(seed), Some(draw)) = (seed, draw) {
            all.push((station, fair, commitment, seed, draw.read()?));
        }
    }
    Ok(all)
}

/// It is drawn, and everybody reads the seed and what came of it.
pub fn set_drawn(
    c: &mut Conn,
    station: StationId,
    fair: OccurrenceId,
    (seed, draw, now): (&str, &StallDraw, Timestamp),
) -> Result<(), Fault> {
    let set = (t::seed.eq(Some(seed)), t::draw.eq(Some(Json::of(draw)?)), t::drawn_at.eq(Some(Ts(now))));
    on!(c, c => diesel::update(t::table.find((station, fair))).set(set).execute(c))?;
    Ok(())
}

type EntryRow = (EntryId, Ts, Ts, String, String, String, Option<String>);

/// The programme in the order of its starts.
pub fn entries(c: &mut Conn, station: StationId, fair: OccurrenceId) -> Result<Vec<Entry>, Fault> {
    let rows: Vec<EntryRow> = on!(c, c => e::table
        .filter(e::station_id.eq(station).and(e::occurrence_id.eq(fair)))
        .order((e::starts_at, e::ends_at, e::id))
        .select((e::id, e::starts_at, e::ends_at, e::title, e::place, e::who, e::off_why))
        .load(c))?;
    let entry = |(id, from, until, title, place, who, off): EntryRow| Entry {
        id,
        from: from.0,
        until: until.0,
        title,
        place,
        who,
        off,
    };
    Ok(rows.into_iter().map(entry).collect())
}

macro_rules! entry_columns {
    ($entry:expr) => {{
        let entry: &Entry = $entry;
        (
            (e::starts_at.eq(Ts(entry.from)), e::ends_at.eq(Ts(entry.until)), e::title.eq(&entry.title)),
            (e::place.eq(&entry.place), e::who.eq(&entry.who), e::off_why.eq(&entry.off)),
        )
    }};
}

pub fn insert_entry(c: &mut Conn, station: StationId, fair: OccurrenceId, entry: &Entry) -> Result<(), Fault> {
    let row = (e::station_id.eq(station), e::id.eq(entry.id), e::occurrence_id.eq(fair), entry_columns!(entry));
    on!(c, c => diesel::insert_into(e::table).values(row).execute(c))?;
    Ok(())
}

/// Writes an entry anew. Whether the fair has it.
pub fn set_entry(c: &mut Conn, station: StationId, fair: OccurrenceId, entry: &Entry) -> Result<bool, Fault> {
    let one = e::station_id.eq(station).and(e::id.eq(entry.id)).and(e::occurrence_id.eq(fair));
    Ok(on!(c, c => diesel::update(e::table.filter(one)).set(entry_columns!(entry)).execute(c))? > 0)
}

pub fn remove_entry(c: &mut Conn, station: StationId, (fair, id): (OccurrenceId, EntryId)) -> Result<bool, Fault> {
    let one = e::station_id.eq(station).and(e::id.eq(id)).and(e::occurrence_id.eq(fair));
    Ok(on!(c, c => diesel::delete(e::table.filter(one)).execute(c))? > 0)
}

type PlaceRow = (String, i16, String, Option<i16>, i16, bool, i32, i32, i32, i32);

/// The plan, in the order of its numbers.
pub fn places(c: &mut Conn, station: StationId, fair: OccurrenceId) -> Result<Vec<Place>, Fault> {
    let rows: Vec<PlaceRow> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::occurrence_id.eq(fair)))
        .order(p::code)
        .select((p::code, p::kind, p::label, p::goods, p::metres, p::power, p::x, p::y, p::wide, p::tall))
        .load(c))?;
    let odd = |code: &str| Fault::broken(format!("place {code} of a fair makes no sense; run `yizhan check`"));
    let place = |(code, kind, label, goods, metres, power, x, y, wide, tall): PlaceRow| {
        let kind = PlaceKind::of(kind).ok_or_else(|| odd(&code))?;
        let goods = goods.map(|g| Goods::of(g).ok_or_else(|| odd(&code))).transpose()?;
        Ok(Place { code, kind, label, goods, metres, power, x, y, wide, tall })
    };
    rows.into_iter().map(place).collect()
}

pub fn insert_place(c: &mut Conn, station: StationId, fair: OccurrenceId, place: &Place) -> Result<(), Fault> {
    let row = (
        (p::station_id.eq(station), p::occurrence_id.eq(fair), p::code.eq(&place.code), p::kind.eq(place.kind as i16)),
        (p::label.eq(&place.label), p::goods.eq(place.goods.map(|g| g as i16)), p::metres.eq(place.metres)),
        (p::power.eq(place.power), p::x.eq(place.x), p::y.eq(place.y), p::wide.eq(place.wide), p::tall.eq(place.tall)),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

pub fn remove_place(c: &mut Conn, station: StationId, (fair, code): (OccurrenceId, &str)) -> Result<bool, Fault> {
    Ok(on!(c, c => diesel::delete(p::table.find((station, fair, code))).execute(c))? > 0)
}
