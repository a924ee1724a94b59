//! A request that is sent again does one thing. What was asked is bound through a keyed hash, for a list has addresses in it, and a
//! plain hash of one could be guessed. Answers to a survey have none of this: such a row would say when somebody answered.
use kernel::house::House;
use kernel::once::Once;
use serde::Serialize;

use crate::answers::ONCE;

/// From the form's `once` or the `Idempotency-Key`, who of staff sends it, and all that is asked.
pub fn once(house: &House, key: &str, who: &str, asked: &impl Serialize) -> Option<Once> {
    let asked = serde_json::to_string(asked).unwrap_or_default();
    let asked = house.keys.lookup(ONCE, &asked).to_vec();
    (!key.is_empty()).then(|| Once::new(key, &format!("wellbeing {who}"), &asked))
}
