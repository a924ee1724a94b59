//! The lottery that decides between equal claims: its seed is fixed and hidden when the round opens, and its hash is public.
//!
//! Everything is text, so that anybody can do it again with a shell: `printf %s SEED | sha256sum` is what was published,
//! `printf %s ID | openssl dgst -sha256 -hmac SEED` is the position of an application; the smaller one wins.
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use kernel::chance::Chance;
use kernel::db::types::Id;

/// 64 hexadecimal digits. Until the result it is nobody's to know.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed(String);

/// A seed is not written into logs by accident.
impl std::fmt::Debug for Seed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seed(…)")
    }
}

impl Seed {
    pub fn draw(chance: &Chance) -> Seed {
        Seed(HEXLOWER.encode(&chance.bytes::<32>()))
    }

    /// `None` if it is not 64 hexadecimal digits in lower case.
    pub fn of(text: &str) -> Option<Seed> {
        let fits = text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        fits.then(|| Seed(text.to_owned()))
    }

    pub fn text(&self) -> &str {
        &self.0
    }

    /// What is published before anybody applies: SHA-256 of the seed's text.
    pub fn commitment(&self) -> String {
        digest(self.0.as_bytes())
    }
}

/// SHA-256 in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// HMAC-SHA-256 of the application's id under the seed's text, in hexadecimal digits.
pub fn position(seed: &Seed, application: Id) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(seed.0.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(application.to_string().as_bytes());
    HEXLOWER.encode(&mac.finalize().into_bytes())
}
