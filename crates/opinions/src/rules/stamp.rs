//! When far more come than people can write, each costs a little work, or a minute of patience: a hashcash-like stamp (A. Back,
//! “Hashcash – a denial of service counter-measure”, 2002) with SHA-256 over a challenge that the station has signed.
use jiff::SignedDuration;
use sha2::{Digest, Sha256};

/// Leading bits of the hash that must be 0: a quarter of a million tries on average, a second or two on a cheap phone.
pub const BITS: u32 = 18;
/// More than so many …
pub const BUSY_ABOVE: i64 = 30;
/// … in so long at one station are more than people write.
pub const BUSY_FOR: SignedDuration = SignedDuration::from_mins(10);
/// A challenge is good so long.
pub const GOOD_FOR: SignedDuration = SignedDuration::from_hours(2);
/// Without a script it is enough to have waited so long since the form was shown.
pub const PATIENCE: SignedDuration = SignedDuration::from_secs(60);

/// What comes along with an opinion: the challenge of the form, and the number that makes the hash small, if a script looked for it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[schema(as = OpinionStamp)]
pub struct Stamp {
    pub challenge: String,
    #[serde(default)]
    pub nonce: Option<String>,
}

/// Whether SHA-256 of `challenge:nonce` begins with so many 0 bits.
pub fn is_worked(challenge: &str, nonce: &str, bits: u32) -> bool {
    let hash = Sha256::digest(format!("{challenge}:{nonce}"));
    let mut zeros = 0;
    for byte in hash {
        zeros += byte.leading_zeros();
        if byte != 0 {
            break;
        }
    }
    zeros >= bits
}
