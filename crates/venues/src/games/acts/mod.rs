//! The acts on games, each one transaction: hold -> facts -> rule -> keep, and an event as the last thing.
mod load;
mod tell;
mod post;
mod join;
mod leave;
mod end;
mod apart;
mod spare;
mod settle;
mod announce;
mod check;
mod forgetting;

pub use apart::{Apart, block, blocks, unblock};
pub use check::checks;
pub use end::{call_off, play_with_fewer};
pub use forgetting::holding;
pub use join::join;
pub use leave::leave;
pub use post::{Wish, post};
pub use spare::{add, forget, renew, times};

use kernel::fault::Fault;
use kernel::house::House;

use super::rules::Entry;
use crate::acts::Actor;

/// Who comes: whoever acts, for themselves or a child; or a name that a clerk typed.
#[derive(Debug, Clone)]
pub struct Coming {
    pub by: Actor,
    pub entry: Entry,
    /// What a child or a guest is called; what somebody wants to be called who never said.
    pub name: Option<String>,
}

/// Writes down what time has decided about games and tells people; then tells those who can play of new games.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    settle::jobs(house).await?;
    announce::jobs(house).await
}
