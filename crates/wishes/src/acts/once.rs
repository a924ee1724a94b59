//! A request that is sent again does one thing and is told the same. The table of answers is in the clear: so what was asked is bound
//! through a keyed hash, for a name in it could be guessed from a plain one, and codes that are told again are sealed.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use serde::{Deserialize, Serialize};

use crate::answers::ONCE;

/// From the form's `once` or the `Idempotency-Key`, who sends it, and all that is asked.
pub fn once(house: &House, key: &str, who: &str, asked: &impl Serialize) -> Option<Once> {
    let asked = serde_json::to_string(asked).unwrap_or_default();
    let asked = house.keys.lookup(ONCE, &asked).to_vec();
    (!key.is_empty()).then(|| Once::new(key, &format!("wishes {who}"), &asked))
}

/// What is told once and must be told again to the same request, sealed.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Sealed(Vec<u8>);

impl Sealed {
    pub fn of(house: &House, text: &str) -> Sealed {
        Sealed(house.keys.seal(ONCE, text, &house.chance))
    }

    pub fn open(&self, house: &House) -> Result<String, Fault> {
        house.keys.open(ONCE, &self.0).map_err(Fault::broken)
    }
}

/// A refusal that was counted: the count must be kept, so the change succeeds and carries the refusal out.
pub(super) type Counted<T, R> = Result<Result<T, R>, Fault>;

/// Runs a change that counts what it refuses.
pub(super) fn counted<T, R>(c: &mut Conn, change: impl FnOnce(&mut Conn) -> Result<T, Not<R>>) -> Counted<T, R> {
    match change(c) {
        Ok(done) => Ok(Ok(done)),
        Err(Not::Refused(refusal)) => Ok(Err(refusal)),
        Err(Not::Fault(fault)) => Err(fault),
    }
}
