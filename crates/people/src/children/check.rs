//! What must always be true of remembered children.
use kernel::check::Check;
use kernel::db::Conn;
use kernel::fault::Fault;

use super::store;
use crate::consents::{self, Kind};

pub const CHECKS: &[Check] =
    &[Check { name: "children are remembered only while their guardian agrees", run: without_consent }];

fn without_consent(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let mut found = vec![];
    for guardian in store::guardians(c)? {
        let agrees =
            consents::all_of(c, guardian)?.iter().any(|g| g.kind == Kind::Children && g.withdrawn_at.is_none());
        if !agrees {
            found.push(format!("person {guardian} has remembered children and has not agreed, or no longer"));
        }
    }
    Ok(found)
}
