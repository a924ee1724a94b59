//! The second hand of a hiding, and the judge of an appeal.
use kernel::fault::Fault;
use kernel::refusal::Not;

use super::here::Here;
use crate::PostId;
use crate::acts;
use crate::rules::Refusal;

/// What is decided about a post: hidden or not, of a hiding or of an appeal.
#[derive(Debug, Clone, Copy)]
pub struct Decision {
    pub post: PostId,
    pub hidden: bool,
    pub appeal: bool,
}

/// Decides. Where there is nothing to decide there is no such post either: whoever it is about is told the same, so that nobody can
/// find out by trying.
pub async fn decide(here: &Here, d: Decision, key: Option<&str>) -> Result<(), Not<Refusal>> {
    let (doing, staff) = (here.doing(), here.me());
    let done = match d.appeal {
        true => acts::decide_appeal(&doing, staff, (d.post, !d.hidden), key).await,
        false => acts::decide_hide(&doing, staff, (d.post, d.hidden), key).await,
    };
    match done {
        Err(Not::Refused(Refusal::NothingToDecide | Refusal::NotReleased)) => Err(Fault::NotFound.into()),
        done => done,
    }
}
