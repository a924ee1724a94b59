//! What keeps a device's votes apart: a key for each notice, sealed, with which tokens are hashed.
//!
//! Hashing is HMAC-SHA-256 (RFC 2104) under a key that is derived from the notice's own. Without that key a row tells nothing, not even
//! to somebody who has the token; once it is destroyed nobody can try tokens any more.
use data_encoding::HEXLOWER;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::secret::Keys;

use super::rules::Device;
use crate::NoticeId;

/// One device at one notice, as rows know it.
#[derive(Clone, PartialEq, Eq)]
pub struct Voter([u8; 32]);

impl Voter {
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The notice is part of the purpose: a key that was moved to another row does not open there.
fn purpose(notice: NoticeId) -> String {
    format!("mood-key/{notice}")
}

/// A new key, as it is kept.
pub fn new_key(house: &House, notice: NoticeId) -> Vec<u8> {
    let key = HEXLOWER.encode(&house.chance.bytes::<32>());
    house.keys.seal(&purpose(notice), &key, &house.chance)
}

/// Who a device is at this notice.
pub fn voter(house: &House, notice: NoticeId, sealed: &[u8], device: &Device) -> Result<Voter, Fault> {
    let key = house.keys.open(&purpose(notice), sealed).map_err(Fault::broken)?;
    let key = HEXLOWER.decode(key.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
    let key = key.ok_or_else(|| Fault::broken(format!("the key of the moods of notice {notice} is none")))?;
    Ok(Voter(Keys::from_bytes(key).lookup("mood", device.as_str())))
}
