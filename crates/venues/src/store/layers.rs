//! Closures and extra openings.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::rules::{Layer, LayerKind, Name, Span};
use crate::schema::layers;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

type Row = (Id, Option<i32>, i16, Ts, Ts, String, String);

fn to_layer((id, venue, kind, from, until, zh, en): Row) -> Option<Layer> {
    let kind = if kind == LayerKind::Open as i16 { LayerKind::Open } else { LayerKind::Closed };
    Some(Layer { id, venue, kind, span: Span::new(from.0, until.0)?, reason: Name { zh, en } })
}

macro_rules! columns {
    () => {
        (
            layers::id,
            layers::venue_id,
            layers::kind,
            layers::starts_at,
            layers::ends_at,
            layers::reason_zh,
            layers::reason_en,
        )
    };
}

/// Those that touch `window` and were not revoked, in the order in which they were laid.
pub fn layers_between(c: &mut Conn, station: StationId, window: &Span) -> Result<Vec<Layer>, Fault> {
    let rows: Vec<Row> = on!(c, c => layers::table
        .filter(layers::station_id.eq(station).and(layers::revoked_at.is_null()))
        .filter(layers::ends_at.gt(Ts(window.from)).and(layers::starts_at.lt(Ts(window.until))))
        .order(layers::id)
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().filter_map(to_layer).collect())
}

/// The same of several stations, each with its layers in their order.
pub(super) fn layers_at(c: &mut Conn, stations: &[StationId], window: &Span) -> Result<Vec<(StationId, Layer)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => layers::table
        .filter(layers::station_id.eq_any(stations).and(layers::revoked_at.is_null()))
        .filter(layers::ends_at.gt(Ts(window.from)).and(layers::starts_at.lt(Ts(window.until))))
        .order((layers::station_id, layers::id))
        .select((layers::station_id, columns!()))
        .load(c))?;
    Ok(rows.into_iter().filter_map(|(station, row)| Some((station, to_layer(row)?))).collect())
}

pub fn insert_layer(c: &mut Conn, station: StationId, layer: &Layer, by: Id) -> Result<(), Fault> {
    let row = (
        (layers::station_id.eq(station), layers::id.eq(layer.id), layers::venue_id.eq(layer.venue)),
        (layers::kind.eq(layer.kind as i16), layers::made_by.eq(by)),
        (layers::starts_at.eq(Ts(layer.span.from)), layers::ends_at.eq(Ts(layer.span.until))),
        (layers::reason_zh.eq(&layer.reason.zh), layers::reason_en.eq(&layer.reason.en)),
    );
    on!(c, c => diesel::insert_into(layers::table).values(row).execute(c))?;
    Ok(())
}

/// Takes a layer back. Returns it, or `NotFound` if it is gone already.
pub fn revoke_layer(c: &mut Conn, station: StationId, id: Id, now: Timestamp) -> Result<(), Fault> {
    let row = layers::table.find((station, id)).filter(layers::revoked_at.is_null());
    match on!(c, c => diesel::update(row).set(layers::revoked_at.eq(Ts(now))).execute(c))? {
        1 => Ok(()),
        _ => Err(Fault::NotFound),
    }
}
