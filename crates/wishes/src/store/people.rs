//! Whose wishes they are, sealed.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

use crate::WishId;
use crate::rules::{Consent, State};
use crate::schema::{wish_people as p, wishes as w};

/// As a row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub name_sealed: Vec<u8>,
    pub phone_sealed: Option<Vec<u8>>,
    pub phone_hash: Option<Vec<u8>>,
    pub minor: bool,
    pub guardian: bool,
    pub consent: Consent,
    pub consent_at: Timestamp,
    pub consent_by: StaffId,
    pub code_hash: Vec<u8>,
    pub code_tries: i16,
}

/// A number as it is kept, with the key of its wish.
type SealedPhone = ((StationId, WishId), Option<Vec<u8>>);
type Sealed = (Vec<u8>, Option<Vec<u8>>, Option<Vec<u8>>);
type Row = (Sealed, (bool, bool), (i16, Ts, StaffId), (Vec<u8>, i16));

pub fn insert(c: &mut Conn, station: StationId, id: WishId, one: &Kept) -> Result<(), Fault> {
    let row = (
        (p::station_id.eq(station), p::wish_id.eq(id), p::name_sealed.eq(&one.name_sealed)),
        (p::phone_sealed.eq(&one.phone_sealed), p::phone_hash.eq(&one.phone_hash)),
        (p::minor.eq(one.minor), p::guardian.eq(one.guardian), p::consent_how.eq(one.consent as i16)),
        (p::consent_at.eq(Ts(one.consent_at)), p::consent_by.eq(one.consent_by)),
        (p::code_hash.eq(&one.code_hash), p::code_tries.eq(one.code_tries)),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

/// Whose a wish is; nobody any more thirty days after its end.
pub fn of_wish(c: &mut Conn, station: StationId, id: WishId) -> Result<Option<Kept>, Fault> {
    let row: Option<Row> = on!(c, c => p::table
        .find((station, id))
        .select((
            (p::name_sealed, p::phone_sealed, p::phone_hash),
            (p::minor, p::guardian),
            (p::consent_how, p::consent_at, p::consent_by),
            (p::code_hash, p::code_tries),
        ))
        .first(c)
        .optional())?;
    let Some((sealed, (minor, guardian), (how, at, consent_by), (code_hash, code_tries))) = row else {
        return Ok(None);
    };
    let (name_sealed, phone_sealed, phone_hash) = sealed;
    let consent = Consent::of(how).ok_or_else(|| Fault::broken(format!("wish {id}: a consent that there is not")))?;
    let consent_at = at.0;
    let kept = Kept {
        name_sealed,
        phone_sealed,
        phone_hash,
        minor,
        guardian,
        consent,
        consent_at,
        consent_by,
        code_hash,
        code_tries,
    };
    Ok(Some(kept))
}

/// A fresh code, which nobody has tried.
pub fn set_code(c: &mut Conn, station: StationId, id: WishId, hash: &[u8]) -> Result<(), Fault> {
    let set = (p::code_hash.eq(hash), p::code_tries.eq(0));
    on!(c, c => diesel::update(p::table.find((station, id))).set(set).execute(c))?;
    Ok(())
}

/// One more wrong code.
pub fn count_try(c: &mut Conn, station: StationId, id: WishId) -> Result<(), Fault> {
    on!(c, c => diesel::update(p::table.find((station, id))).set(p::code_tries.eq(p::code_tries + 1)).execute(c))?;
    Ok(())
}

pub fn remove(c: &mut Conn, station: StationId, id: WishId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(p::table.find((station, id))).execute(c))?;
    Ok(())
}

/// The wishes of a number, and whether they are a child's.
pub fn of_phone(c: &mut Conn, hash: &[u8]) -> Result<Vec<(StationId, WishId, bool)>, Fault> {
    Ok(on!(c, c => p::table
        .filter(p::phone_hash.eq(hash))
        .order((p::station_id, p::wish_id))
        .select((p::station_id, p::wish_id, p::minor))
        .load(c))?)
}

/// The sealed numbers of all stations, after the key `after`.
pub fn phones(c: &mut Conn, after: (StationId, WishId), most: i64) -> Result<Vec<SealedPhone>, Fault> {
    let (station, id) = after;
    Ok(on!(c, c => p::table
        .filter(p::station_id.gt(station).or(p::station_id.eq(station).and(p::wish_id.gt(id))))
        .order((p::station_id, p::wish_id))
        .limit(most)
        .select(((p::station_id, p::wish_id), p::phone_sealed))
        .load(c))?)
}

/// Those whose wish has ended, before an instant.
pub fn ended_before(c: &mut Conn, before: Timestamp, most: i64) -> Result<Vec<(StationId, WishId)>, Fault> {
    let ended = w::state.eq_any([State::Fulfilled as i16, State::Referred as i16]).and(w::changed_at.le(Ts(before)));
    Ok(on!(c, c => p::table
        .inner_join(w::table.on(w::station_id.eq(p::station_id).and(w::id.eq(p::wish_id))))
        .filter(ended)
        .order((p::station_id, p::wish_id))
        .limit(most)
        .select((p::station_id, p::wish_id))
        .load(c))?)
}
