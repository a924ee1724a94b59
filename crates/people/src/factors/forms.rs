//! What is typed at the door and on one's own page.
use kernel::form::Problems;
use serde::Deserialize;

use crate::forms::Onward;

use super::acts::{Brought, Signed};

/// Digits of an app, or a recovery code.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct SecondForm {
    pub digits: String,
    pub once: String,
    #[serde(flatten)]
    pub onward: Onward,
}

impl SecondForm {
    pub fn read(&self) -> Result<String, Problems> {
        let typed = self.digits.trim();
        let mut problems = Problems::default();
        if typed.is_empty() || typed.chars().count() > 60 {
            problems.add("digits", "factors-digits-empty");
        }
        problems.or_else_all(Some(typed.to_owned()))
    }
}

/// What the page's script sends after a browser has made a passkey: all in base64url, as browsers write it.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct PasskeyForm {
    pub challenge: String,
    pub client: String,
    pub attestation: String,
    pub called: String,
}

/// The longest name of a passkey.
pub const LONGEST_CALLED: usize = 30;

impl PasskeyForm {
    /// `None` if the script did not write it.
    pub fn read(&self) -> Option<Brought> {
        Some(Brought {
            challenge: self.challenge.parse().ok()?,
            client_json: decoded(&self.client)?,
            attestation: decoded(&self.attestation)?,
            called: called(&self.called),
        })
    }
}

/// What a passkey is called: what was typed, without odd signs, cut where it is too long.
pub fn called(typed: &str) -> String {
    let odd = |c: &char| !c.is_control() && !"<>{}\u{202e}".contains(*c);
    typed.trim().chars().filter(odd).take(LONGEST_CALLED).collect()
}

/// What the page's script sends after a passkey has signed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct SignedForm {
    pub challenge: String,
    pub credential: String,
    pub client: String,
    pub data: String,
    pub signature: String,
    pub user: String,
    #[serde(flatten)]
    pub onward: Onward,
}

impl SignedForm {
    pub fn read(&self) -> Option<Signed> {
        let user = if self.user.is_empty() { None } else { Some(decoded(&self.user)?) };
        Some(Signed {
            challenge: self.challenge.parse().ok()?,
            credential: decoded(&self.credential)?,
            client_json: decoded(&self.client)?,
            data: decoded(&self.data)?,
            signature: decoded(&self.signature)?,
            user,
        })
    }
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok().filter(|bytes| !bytes.is_empty())
}

pub fn encoded(bytes: &[u8]) -> String {
    data_encoding::BASE64URL_NOPAD.encode(bytes)
}
