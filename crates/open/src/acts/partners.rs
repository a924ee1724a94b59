//! A key is given to a partner, and withdrawn.
use std::sync::Arc;

use data_encoding::{BASE32_NOPAD, BASE64};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde::{Deserialize, Serialize};
use serde_json::json;
use stations::Station;

use crate::PartnerId;
use crate::answers::key_hash;
use crate::rules::{MOST_LIVE, NoPartner};
use crate::store::{self, Partner};

/// A key that was just given: it is told this once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    pub id: PartnerId,
    pub key: String,
}

/// The same for a request that is sent again: answers are kept in the clear, so the key in it is sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    id: PartnerId,
    sealed: String,
}

const ANSWER: &str = "open-key-answer";
/// So many letters of a key are shown later, to tell it from others.
const END: usize = 4;

/// Gives a key to a partner.
///
/// # Errors
/// A refusal, or what broke.
pub async fn issue(
    house: &House,
    station: &Arc<Station>,
    name: String,
    (staff, once): (StaffId, Option<Once>),
) -> Result<Issued, Not<NoPartner>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let key = BASE32_NOPAD.encode(&house.chance.bytes::<20>()).to_lowercase();
    let partner = Partner {
        id: PartnerId(house.new_id()),
        name,
        key_end: key[key.len() - END..].to_owned(),
        made_at: now,
        withdrawn_at: None,
    };
    let sealed = BASE64.encode(&house.keys.seal(ANSWER, &key, &house.chance));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            store::hold(c, station.id)?;
            if store::count_live(c, station.id)? >= MOST_LIVE {
                return Err(Not::Refused(NoPartner::TooMany));
            }
            store::insert(c, station.id, (&partner, &key_hash(&h, &key)), staff)?;
            let subject = partner.id.to_string();
            event::record(c, station.id, now, By::Staff(staff.0), "open.key-issued", &subject, &json!({}))?;
            Ok(Kept { id: partner.id, sealed: sealed.clone() })
        })
    };
    let kept = house.db.write(work).await?;
    let sealed = BASE64.decode(kept.sealed.as_bytes()).map_err(Fault::broken)?;
    let key = house.keys.open(ANSWER, &sealed).map_err(Fault::broken)?;
    Ok(Issued { id: kept.id, key })
}

/// Takes a key back. Twice is once.
///
/// # Errors
/// No such partner, or what broke.
pub async fn withdraw(house: &House, station: &Arc<Station>, id: PartnerId, staff: StaffId) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        store::one(c, station.id, id)?;
        if store::withdraw(c, station.id, id, staff, now)? {
            event::record(c, station.id, now, By::Staff(staff.0), "open.key-withdrawn", &id.to_string(), &json!({}))?;
        }
        Ok::<_, Fault>(())
    };
    house.db.write(work).await
}
