//! What pages and programs ask. Reads only.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use opinions::PostId;
use stations::Station;

use crate::store;

pub use crate::store::Partner;

/// What stands in the database in place of a key.
pub fn key_hash(house: &House, key: &str) -> [u8; 32] {
    house.keys.lookup("open-key", key)
}

/// What stands in the database in place of a token.
pub fn token_hash(house: &House, token: &str) -> [u8; 32] {
    house.keys.lookup("open-token-hash", token)
}

/// All keys that were given, those in use first.
pub fn partners(c: &mut Conn, station: &Station) -> Result<Vec<Partner>, Fault> {
    store::all(c, station.id)
}

/// Whose key it is; nobody's if it was withdrawn or is another station's.
pub fn bearer(c: &mut Conn, house: &House, station: &Station, key: &str) -> Result<Option<Partner>, Fault> {
    store::by_key(c, station.id, &key_hash(house, key))
}

/// The id under which everybody may read what a token was given for; nothing as long as nobody may.
///
/// # Errors
/// No such token.
pub fn public_id(c: &mut Conn, house: &House, station: &Station, token: &str) -> Result<Option<PostId>, Fault> {
    let opinion = store::opinion_of(c, station.id, &token_hash(house, token))?.ok_or(Fault::NotFound)?;
    opinions::answers::public_id_of(c, station.id, opinion)
}
