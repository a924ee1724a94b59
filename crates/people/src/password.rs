//! Passwords: Argon2id with the parameters that OWASP names first for it (Password Storage Cheat Sheet: m = 19 MiB, t = 2,
//! p = 1). What is stored names its own parameters, so that they can be raised later.
use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::chance::Chance;
use kernel::fault::Fault;
use tokio::sync::Semaphore;

/// Each hash takes 19 MiB: more at once than this would let strangers fill a small machine's memory.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::DEFAULT)
}

/// The PHC string to store. Takes about 20 ms: call it outside of any transaction.
pub fn hash(password: &str, chance: &Chance) -> Result<String, Fault> {
    let salt: [u8; 16] = chance.bytes();
    let hash: PasswordHash = argon2().hash_password_with_salt(password.as_bytes(), &salt).map_err(Fault::broken)?;
    Ok(hash.to_string())
}

/// Whether `password` is the one whose hash is `stored`. Without a stored one as much work is done and the answer is no,
/// so that the time it takes does not tell which logins exist.
pub async fn is_right(password: String, stored: Option<String>) -> Result<bool, Fault> {
    let _turn = AT_ONCE.acquire().await.map_err(Fault::broken)?;
    let known = stored.is_some();
    let checked = move || {
        // Made by whoever comes first, known or not.
        let nobodys = &*NOBODYS;
        check(&password, stored.as_deref().unwrap_or(nobodys))
    };
    Ok(tokio::task::spawn_blocking(checked).await.map_err(Fault::broken)?? && known)
}

fn check(password: &str, stored: &str) -> Result<bool, Fault> {
    let stored = PasswordHash::new(stored).map_err(Fault::broken)?;
    Ok(argon2().verify_password(password.as_bytes(), &stored).is_ok())
}

/// The hash of a password that nobody has.
static NOBODYS: LazyLock<String> = LazyLock::new(|| hash("", &Chance::seeded(0)).unwrap_or_default());
