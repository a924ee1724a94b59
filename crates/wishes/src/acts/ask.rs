//! 我也有心愿: somebody leaves a name and a number, and a coordinator calls. Nothing about the wish is asked here.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::limits::Act;
use kernel::once::{Once, only_once};
use kernel::view::Peer;
use people::{Name, Phone, StaffAt};
use serde_json::json;
use stations::Station;

use crate::AskId;
use crate::answers::{NAME, PHONE, fresh_id, phone_hash};
use crate::store::asks::{self, Kept};

/// A grown-up who asks for themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAsk {
    pub name: Name,
    pub phone: Phone,
}

/// Notes that they would like to be called. A number that waits already waits once. Counted by address as codes are: a village may
/// share one.
pub async fn ask_to_be_called(
    house: &House,
    peer: &Peer,
    station: &Arc<Station>,
    new: NewAsk,
    once: Option<Once>,
) -> Result<AskId, Fault> {
    house.limits.count(Act::WishAskFromAddress, &house.keys.lookup("peer", &peer.0.to_string()))?;
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let hash = phone_hash(&h, &new.phone);
            let waits = asks::of_phone(c, &hash)?.into_iter().find(|(at, ..)| *at == station.id);
            if let Some((_, id, _)) = waits {
                return Ok(id);
            }
            let kept = Kept {
                id: AskId(fresh_id(&h)),
                name_sealed: h.keys.seal(NAME, new.name.as_str(), &h.chance),
                phone_sealed: h.keys.seal(PHONE, new.phone.full(), &h.chance),
                made_at: now,
            };
            match asks::insert(c, station.id, &kept, &hash) {
                // The same number at the same moment: the later one runs again and finds it.
                Err(Fault::AlreadyThere(what)) => return Err(Fault::Clash(what)),
                inserted => inserted?,
            }
            event::record(c, station.id, now, By::Resident, "wish.call-wanted", &kept.id.to_string(), &json!({}))?;
            Ok::<_, Fault>(kept.id)
        })
    };
    house.db.write(work).await
}

/// They were called: nobody needs to know of it any more.
pub async fn ask_done(
    house: &House,
    station: &Arc<Station>,
    id: AskId,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Fault> {
    let (station, now, who) = (station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            if !asks::remove(c, station.id, id)? {
                return Err(Fault::NotFound);
            }
            event::record(c, station.id, now, By::Staff(who.0), "wish.call-made", &id.to_string(), &json!({}))?;
            Ok(())
        })
    };
    house.db.write(work).await
}
