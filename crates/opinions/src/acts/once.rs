//! A request that is sent again does one thing. What was written is bound through a keyed hash only: the table of answers is in the
//! clear.
use kernel::house::House;
use kernel::once::Once;

/// From the form's `once` or the `Idempotency-Key`, who sends it (the opinion of a receipt, somebody of staff, nobody), which act,
/// and all that is asked.
pub(super) fn once(house: &House, key: Option<&str>, who: &str, (act, asked): (&str, &str)) -> Option<Once> {
    let key = key.filter(|key| !key.is_empty())?;
    let asked = house.keys.lookup("opinion-once", asked).to_vec();
    Some(Once::new(key, &format!("opinions {who}"), &(act, asked)))
}
