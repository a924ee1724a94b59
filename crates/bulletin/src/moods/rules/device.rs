//! What a device is known by at one notice: random, and good for nothing else.
use std::str::FromStr;

use data_encoding::BASE64URL_NOPAD;

/// So many random bytes at least: nobody guesses the token of somebody else.
const LEAST: usize = 16;
const MOST: usize = 64;

/// A random token in base64url (RFC 4648, 5) without padding. It is neither stored nor logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Device(String);

impl Device {
    pub fn made_of(random: &[u8; 32]) -> Device {
        Device(BASE64URL_NOPAD.encode(random))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text that is no token: too short, too long, or other letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDevice;

impl FromStr for Device {
    type Err = NoDevice;
    fn from_str(text: &str) -> Result<Device, NoDevice> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| NoDevice)?;
        (LEAST..=MOST).contains(&bytes.len()).then(|| Device(text.to_owned())).ok_or(NoDevice)
    }
}

impl std::fmt::Debug for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Device(…)")
    }
}
