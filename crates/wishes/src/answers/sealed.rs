//! What is sealed, opened; and the keyed hashes by which it is found.
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::house::House;
use people::Phone;

use super::types::Known;
use crate::WishId;
use crate::store::people::Kept;

/// The purposes under which things are sealed and looked up.
pub(crate) const NAME: &str = "wish-name";
pub(crate) const PHONE: &str = "wish-phone";
pub(crate) const WHY: &str = "wish-appeal";
const CODE: &str = "wish-code";
pub(crate) const ONCE: &str = "wish-once";

pub(crate) fn phone_hash(house: &House, phone: &Phone) -> Vec<u8> {
    house.keys.lookup(PHONE, &phone.e164()).to_vec()
}

/// Of the six digits of one wish.
pub(crate) fn code_hash(house: &House, id: WishId, code: &str) -> Vec<u8> {
    house.keys.lookup(CODE, &format!("{id} {code}")).to_vec()
}

pub(crate) fn opened_phone(house: &House, sealed: Option<&[u8]>) -> Result<Option<Phone>, Fault> {
    let Some(sealed) = sealed else { return Ok(None) };
    let full = house.keys.open(PHONE, sealed).map_err(Fault::broken)?;
    full.parse().map(Some).map_err(|_| Fault::broken("a number that was kept is none"))
}

/// Whose wish it is.
pub(super) fn opened(house: &House, kept: &Kept) -> Result<Known, Fault> {
    let name = house.keys.open(NAME, &kept.name_sealed).map_err(Fault::broken)?;
    Ok(Known { name, phone: opened_phone(house, kept.phone_sealed.as_deref())? })
}

/// A key without an instant in it (RFC 9562, version 4): everybody reads these keys, and none says when somebody was at the desk.
pub(crate) fn fresh_id(house: &House) -> Id {
    Id(uuid::Builder::from_random_bytes(house.chance.bytes()).into_uuid())
}
