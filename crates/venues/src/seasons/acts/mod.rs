//! The acts on rounds, each one transaction: hold the round -> facts -> rule -> keep, and an event as the last thing.
mod load;
mod known;
mod lock;
mod open;
mod apply;
mod tell;
mod call_off;
mod allocate;
mod change;
mod award;
mod confirm;
mod check;
mod forgetting;

pub use allocate::allocate;
pub use apply::{Applying, apply, withdraw};
pub use award::{NOBODY, make_awards, try_again};
pub use call_off::call_off;
pub use change::{NewChange, change};
pub use check::checks;
pub use confirm::confirm;
pub use forgetting::{forget_before, holding};
pub(super) use known::known;
pub use open::{NewRound, open};

use kernel::fault::Fault;
use kernel::house::House;

/// Writes down that the time of rounds is over, and makes what a stopped program has left of confirmed rounds.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    lock::jobs(house).await?;
    award::jobs(house).await
}
