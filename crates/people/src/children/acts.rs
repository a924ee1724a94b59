//! Remembering a child, forgetting one, and agreeing to it or not.
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;

use super::rules::{Band, ChildRefusal, Guardian, may_remember};
use super::store::{self, Child};
use crate::consents::{self, Kind};
use crate::ids::{ChildId, PersonId};
use crate::rules::Name;
use crate::store::persons;

/// A resident is one person in a county.
const DEPLOYMENT: StationId = StationId(0);

/// The children whom a guardian lets the station remember; none without consent.
pub fn children_of(c: &mut Conn, house: &House, guardian: PersonId) -> Result<Vec<Child>, Fault> {
    if consents::is_given(c, guardian, Kind::Children)? { store::load(c, house, guardian) } else { Ok(vec![]) }
}

/// Remembers a child. `agrees` says that the guardian has just agreed to the text in force.
pub async fn remember(
    house: &House,
    guardian: PersonId,
    (nickname, band): (Name, Band),
    agrees: bool,
    once: Option<Once>,
) -> Result<ChildId, Not<ChildRefusal>> {
    let at = house.clone();
    let work = move |c: &mut Conn| {
        only_once(c, DEPLOYMENT, once.as_ref(), at.now(), |c| {
            // Two at once come one after the other, and nobody is being forgotten meanwhile.
            persons::hold(c, guardian)?;
            if agrees {
                consents::give(c, &at, guardian, Kind::Children, None)?;
            }
            let facts = Guardian {
                consent: consents::is_given(c, guardian, Kind::Children)?,
                proved: persons::times_of(c, guardian)?.verified_at.is_some(),
                children: store::load(c, &at, guardian)?.len(),
            };
            may_remember(facts)?;
            let id = ChildId(at.new_id());
            store::add(c, &at, (id, guardian), (&nickname, band))?;
            Ok(id)
        })
    };
    house.db.write(work).await
}

pub async fn forget_one(house: &House, guardian: PersonId, id: ChildId) -> Result<(), Fault> {
    house.db.write(move |c| store::remove(c, guardian, id)).await
}

/// Takes the consent back: all children are forgotten with it. Doing it twice is fine.
pub async fn withdraw(house: &House, guardian: PersonId) -> Result<(), Fault> {
    let now = house.now();
    let work = move |c: &mut Conn| {
        persons::hold(c, guardian)?;
        store::remove_all(c, guardian)?;
        consents::withdraw(c, guardian, Kind::Children, now)
    };
    house.db.write(work).await
}
