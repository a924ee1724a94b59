//! The key file: what is sealed at rest, and hashes that can be looked up but not guessed without the key.
//!
//! Sealing is XChaCha20-Poly1305 with a random nonce of 24 bytes in front (draft-irtf-cfrg-xchacha-03); lookups are
//! HMAC-SHA-256. Each purpose has a key of its own, derived from the root key by HMAC over the purpose's name.
use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use ring::hmac::{HMAC_SHA256, Key, sign};

use crate::chance::Chance;

const NONCE: usize = 24;

/// The root key of one deployment, 32 bytes, kept in a file outside the database.
#[derive(Clone)]
pub struct Keys([u8; 32]);

/// Why a key file or a sealed text cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyProblem {
    #[error("the key file {0} cannot be read or written: {1}")]
    File(String, std::io::Error),
    #[error("the key file {0} is not 64 hexadecimal digits")]
    NotAKey(String),
    #[error("a sealed text does not open with this key: it was sealed with another key, or damaged")]
    WrongKey,
}

impl Keys {
    pub fn from_bytes(root: [u8; 32]) -> Keys {
        Keys(root)
    }

    /// Reads the key file; makes one, readable by its owner only, if there is none.
    pub fn open_or_make(file: &Path, chance: &Chance) -> Result<Keys, KeyProblem> {
        let name = || file.display().to_string();
        match std::fs::read_to_string(file) {
            Ok(text) => {
                let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes());
                let root = bytes.ok().and_then(|b| b.try_into().ok()).ok_or_else(|| KeyProblem::NotAKey(name()))?;
                Ok(Keys(root))
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                let keys = Keys(chance.bytes());
                write_private(file, &data_encoding::HEXLOWER.encode(&keys.0))
                    .map_err(|e| KeyProblem::File(name(), e))?;
                Ok(keys)
            }
            Err(e) => Err(KeyProblem::File(name(), e)),
        }
    }

    /// Seals `text` for `purpose`. The purpose is authenticated: what was sealed for one does not open for another.
    pub fn seal(&self, purpose: &str, text: &str, chance: &Chance) -> Vec<u8> {
        self.seal_bytes(purpose, text.as_bytes(), chance)
    }

    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Result<String, KeyProblem> {
        String::from_utf8(self.open_bytes(purpose, sealed)?).map_err(|_| KeyProblem::WrongKey)
    }

    /// The same for what is no text: a photo.
    pub fn seal_bytes(&self, purpose: &str, plain: &[u8], chance: &Chance) -> Vec<u8> {
        let nonce: [u8; NONCE] = chance.bytes();
        let payload = Payload { msg: plain, aad: purpose.as_bytes() };
        let sealed = self.cipher(purpose).encrypt(&XNonce::from(nonce), payload);
        // The cipher refuses only what is longer than 256 GB.
        [&nonce[..], &sealed.expect("what fits into memory can be sealed")].concat()
    }

    pub fn open_bytes(&self, purpose: &str, sealed: &[u8]) -> Result<Vec<u8>, KeyProblem> {
        let (nonce, body) = sealed.split_first_chunk::<NONCE>().ok_or(KeyProblem::WrongKey)?;
        let payload = Payload { msg: body, aad: purpose.as_bytes() };
        self.cipher(purpose).decrypt(&XNonce::from(*nonce), payload).map_err(|_| KeyProblem::WrongKey)
    }

    /// The same text gives the same 32 bytes, so that it can be looked up; without the key nobody can try out guesses.
    pub fn lookup(&self, purpose: &str, text: &str) -> [u8; 32] {
        hmac(&self.derived("lookup", purpose), text.as_bytes())
    }

    fn cipher(&self, purpose: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.derived("seal", purpose).into())
    }

    fn derived(&self, use_of: &str, purpose: &str) -> [u8; 32] {
        hmac(&self.0, format!("yizhan/{use_of}/{purpose}").as_bytes())
    }
}

/// HMAC-SHA-256 (RFC 2104, FIPS 180-4).
pub(crate) fn hmac(key: &[u8], text: &[u8]) -> [u8; 32] {
    let mut mac = [0; 32];
    mac.copy_from_slice(sign(&Key::new(HMAC_SHA256, key), text).as_ref());
    mac
}

fn write_private(file: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(file)?;
    writeln!(out, "{text}")?;
    out.sync_all()
}
