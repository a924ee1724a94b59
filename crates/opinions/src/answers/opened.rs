//! What is sealed, opened; and the keyed hashes by which it is found.
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::house::House;
use people::Phone;

use crate::OpinionId;
use crate::rules::same_name;

/// The purposes under which texts, names, pictures and numbers are sealed.
pub(crate) const TEXT: &str = "opinion-text";
pub(crate) const NAME: &str = "opinion-named";
pub(crate) const PHOTO: &str = "opinion-photo";
pub(crate) const PHONE: &str = "opinion-contact-phone";

pub(crate) fn unsealed(house: &House, sealed: Option<&[u8]>) -> Result<Option<String>, Fault> {
    sealed.map(|sealed| house.keys.open(TEXT, sealed)).transpose().map_err(Fault::broken)
}

pub(crate) fn sealed(house: &House, text: &str) -> Vec<u8> {
    house.keys.seal(TEXT, text, &house.chance)
}

/// The same name gives the same hash, however it is written.
pub(crate) fn name_hash(house: &House, name: &str) -> Vec<u8> {
    house.keys.lookup(NAME, &same_name(name)).to_vec()
}

/// Leads from an opinion to its contact, and from no contact back.
pub(crate) fn contact_link(house: &House, id: OpinionId) -> Vec<u8> {
    house.keys.lookup("opinion-contact", &id.to_string()).to_vec()
}

pub(crate) fn phone_hash(house: &House, phone: &Phone) -> Vec<u8> {
    house.keys.lookup(PHONE, &phone.e164()).to_vec()
}

/// A key without an instant in it (RFC 9562, version 4): others read these keys, and none says when somebody wrote.
pub(crate) fn fresh_id(house: &House) -> Id {
    Id(uuid::Builder::from_random_bytes(house.chance.bytes()).into_uuid())
}
