//! Whoever has the receipt. It is looked up by a keyed hash and checked against Argon2id, so that neither the database nor the key
//! alone opens an opinion.
use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::chance::Chance;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::limits::Act;
use kernel::refusal::Not;
use kernel::view::Peer;
use stations::Station;
use tokio::sync::Semaphore;

use crate::OpinionId;
use crate::rules::{Receipt, Refusal};
use crate::store;

/// A receipt that was checked: nothing else lets anybody act for whoever left an opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    pub(crate) id: OpinionId,
}

/// Each check takes 7 MiB: strangers must not fill a small machine's memory.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// What OWASP names as equal to its first choice, with less memory (Password Storage Cheat Sheet: m = 7 MiB, t = 5, p = 1). A receipt
/// has fifteen random digits: it needs no more.
fn argon2() -> Result<Argon2<'static>, Fault> {
    let params = Params::new(7 * 1024, 5, 1, None).map_err(Fault::broken)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

pub(crate) fn lookup(house: &House, receipt: &Receipt) -> Vec<u8> {
    house.keys.lookup("opinion-receipt", receipt.digits()).to_vec()
}

/// What is stored. Takes some 20 ms: never inside a transaction.
pub(crate) async fn hash(receipt: &Receipt, chance: &Chance) -> Result<String, Fault> {
    let _turn = AT_ONCE.acquire().await.map_err(Fault::broken)?;
    let (digits, salt) = (receipt.digits().to_owned(), chance.bytes());
    tokio::task::spawn_blocking(move || hashed(&digits, &salt)).await.map_err(Fault::broken)?
}

fn hashed(digits: &str, salt: &[u8; 16]) -> Result<String, Fault> {
    let hash: PasswordHash = argon2()?.hash_password_with_salt(digits.as_bytes(), salt).map_err(Fault::broken)?;
    Ok(hash.to_string())
}

/// As much work for a receipt that nobody has: the time that it takes says nothing.
static NOBODYS: LazyLock<String> = LazyLock::new(|| hashed("", &[0; 16]).unwrap_or_default());

fn check(digits: &str, stored: &str) -> Result<bool, Fault> {
    let stored = PasswordHash::new(stored).map_err(Fault::broken)?;
    Ok(argon2()?.verify_password(digits.as_bytes(), &stored).is_ok())
}

/// Opens an opinion with its receipt. Wrong ones are counted, by a hash of the address in memory and for the whole station.
pub async fn open(
    house: &House,
    station: &Station,
    receipt: &Receipt,
    peer: Option<&Peer>,
) -> Result<Holder, Not<Refusal>> {
    let from = peer.map(|peer| house.keys.lookup("opinion-guess", &peer.0.to_string()));
    let everybody = house.keys.lookup("opinion-guess", &format!("station {}", station.id));
    let (key, at) = (lookup(house, receipt), station.id);
    let found = house.db.read(move |c: &mut Conn| store::by_receipt(c, at, &key)).await?;
    let _turn = AT_ONCE.acquire().await.map_err(Fault::broken)?;
    let (digits, stored) = (receipt.digits().to_owned(), found.as_ref().map(|(_, hash)| hash.clone()));
    let checked = move || {
        let nobodys = &*NOBODYS;
        check(&digits, stored.as_deref().unwrap_or(nobodys))
    };
    let right = tokio::task::spawn_blocking(checked).await.map_err(Fault::broken)??;
    match found {
        Some((id, _)) if right => Ok(Holder { id }),
        _ => {
            if let Some(from) = from {
                house.limits.count(Act::GuessFromAddress, &from)?;
            }
            house.limits.count(Act::ChangeFromAddress, &everybody)?;
            Err(Refusal::WrongReceipt.into())
        }
    }
}
