//! Whether more come than people can write, and the stamps that are asked for then.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use sha2::{Digest, Sha256};

use crate::rules::{BITS, BUSY_ABOVE, BUSY_FOR, GOOD_FOR, PATIENCE, Stamp, is_worked};
use crate::store;

/// What a form asks the browser for, when it is busy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Comes back with the form.
    pub challenge: String,
    /// SHA-256 of `challenge:nonce` must begin with so many 0 bits …
    pub bits: u32,
    /// … or the form comes back after so many seconds.
    pub seconds: u32,
}

/// Whether a stamp is asked for now.
pub fn is_busy(c: &mut Conn, station: StationId, now: Timestamp) -> Result<bool, Fault> {
    Ok(store::received_since(c, station, now - BUSY_FOR)? > BUSY_ABOVE)
}

/// A fresh one.
pub fn challenge(house: &House, station: StationId, now: Timestamp) -> Challenge {
    let nonce = data_encoding::HEXLOWER.encode(&house.chance.bytes::<8>());
    let said = format!("{station}.{}.{nonce}", now.as_second());
    let challenge = format!("{said}.{}", signature(house, &said));
    let seconds = u32::try_from(PATIENCE.as_secs()).unwrap_or(u32::MAX);
    Challenge { challenge, bits: BITS, seconds }
}

fn signature(house: &House, said: &str) -> String {
    let secret = data_encoding::HEXLOWER.encode(&house.keys.lookup("opinion-challenge", ""));
    kernel::signed::signature(&secret, said.as_bytes())
}

/// Whether a stamp is enough: our own challenge, not too old, and worked for or waited for.
pub(crate) fn paid(house: &House, station: StationId, stamp: &Stamp, now: Timestamp) -> bool {
    let Some((said, signed)) = stamp.challenge.rsplit_once('.') else { return false };
    let mut parts = said.split('.');
    let ours = parts.next() == Some(station.to_string().as_str());
    let made = parts.next().and_then(|secs| secs.parse().ok()).and_then(|secs| Timestamp::from_second(secs).ok());
    let Some(made) = made.filter(|_| ours && signed == signature(house, said)) else { return false };
    let age = now.duration_since(made);
    let worked = stamp.nonce.as_deref().is_some_and(|nonce| is_worked(&stamp.challenge, nonce, BITS));
    (SignedDuration::ZERO..=GOOD_FOR).contains(&age) && (worked || age >= PATIENCE)
}

/// What says that a stamp was used.
pub(crate) fn stamp_hash(stamp: &Stamp) -> Vec<u8> {
    Sha256::digest(stamp.challenge.as_bytes()).to_vec()
}
