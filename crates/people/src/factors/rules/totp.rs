//! Time-based one-time passwords (RFC 6238): HMAC-SHA-1, six digits, a new one every 30 seconds, as all the apps make them.
use jiff::Timestamp;
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};

/// Seconds for which digits are good (RFC 6238, 5.2).
pub const STEP: i64 = 30;
/// A clock may be off by one step in either direction (RFC 6238, 5.2).
const OFF: i64 = 1;
/// 160 bits, as long as the hash (RFC 4226, 4, R6).
pub const SECRET: usize = 20;

/// The `digits` digits of HOTP (RFC 4226, 5.3) for `counter`.
pub fn hotp(secret: &[u8], counter: u64, digits: u32) -> u32 {
    let mac = sign(&Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret), &counter.to_be_bytes());
    let mac = mac.as_ref();
    let from = usize::from(mac[mac.len() - 1] & 15);
    let four = [mac[from] & 127, mac[from + 1], mac[from + 2], mac[from + 3]];
    u32::from_be_bytes(four) % 10u32.pow(digits)
}

/// The step in which `typed` is right at `now`, unless that step or a later one was used already.
pub fn step_of(secret: &[u8], typed: &str, now: Timestamp, last_used: Option<i64>) -> Option<i64> {
    let running = now.as_second().div_euclid(STEP);
    let right = |step: &i64| {
        let counter = u64::try_from(*step).unwrap_or(0);
        format!("{:06}", hotp(secret, counter, 6)) == typed
    };
    (running - OFF..=running + OFF).filter(|step| last_used.is_none_or(|used| *step > used)).find(right)
}

/// What an app scans (Key URI format): whose it is, and the secret in base32.
pub fn uri(secret: &[u8], issuer: &str, login: &str) -> String {
    format!("otpauth://totp/{0}:{1}?secret={2}&issuer={0}", encoded(issuer), encoded(login), spelled(secret))
}

/// The secret as people type it when they cannot scan.
pub fn spelled(secret: &[u8]) -> String {
    data_encoding::BASE32_NOPAD.encode(secret)
}

fn encoded(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
