//! Papers are left at the desk, by their owner or by whoever acts for them.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{Name, PersonId, Phone, StaffId};
use serde::Serialize;
use serde_json::json;
use stations::Station;

use super::tell::promise;
use crate::acts::{Actor, day_of};
use crate::proxy::{self, ConsentId};
use crate::receipts::ReceiptId;
use crate::receipts::answers::{CARRIER, WHOSE};
use crate::receipts::rules::{self, NoReceipt, State};
use crate::receipts::store::{self, Kept};
use crate::rules::MatterId;
use crate::store as errands;

#[derive(Debug, Clone)]
pub struct NewReceipt {
    pub matter: MatterId,
    /// Which lines of the checklist are left, from 0.
    pub papers: Vec<usize>,
    /// Whose they are; under a consent it is whoever gave it.
    pub name: Option<Name>,
    pub phone: Option<Phone>,
    pub consent: Option<ConsentId>,
    pub ready_at: Timestamp,
}

impl NewReceipt {
    /// Of a name and a number only keyed hashes say whether a request is the same.
    pub fn key(&self, house: &House) -> impl Serialize {
        let hashed = |text: &str| house.keys.lookup("receipt-once", text).to_vec();
        let name = self.name.as_ref().map(|n| hashed(n.as_str()));
        let phone = self.phone.as_ref().map(|p| hashed(&p.e164()));
        (self.matter, self.papers.clone(), name, phone, self.consent, self.ready_at)
    }
}

/// Takes papers, and promises by when they are ready.
pub async fn leave(
    house: &House,
    station: &Arc<Station>,
    new: NewReceipt,
    (staff, once): (StaffId, Option<Once>),
) -> Result<ReceiptId, Not<NoReceipt>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work =
        move |c: &mut Conn| only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, (&new, staff), now));
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (new, staff): (&NewReceipt, StaffId),
    now: Timestamp,
) -> Result<ReceiptId, Not<NoReceipt>> {
    let matter = errands::matters(c, station.id)?.into_iter().find(|m| m.id == new.matter);
    let matter = matter.ok_or(NoReceipt::NoMatter)?;
    if !matter.draft.ways.drop_off {
        return Err(NoReceipt::NoSuchWay(matter.draft.ways).into());
    }
    let ready_at = rules::promised(now, new.ready_at)?;
    let whose = whose(c, house, station, new, now)?;
    let mut papers = new.papers.clone();
    papers.retain(|n| *n < matter.draft.papers.len());
    papers.sort_unstable();
    papers.dedup();
    let day = day_of(station, now);
    let seal = |purpose, name: &str| house.keys.seal(purpose, name, &house.chance);
    let kept = Kept {
        id: ReceiptId(house.new_id()),
        day,
        number: store::next_number(c, station.id, day)?,
        matter: matter.id,
        version: matter.version,
        papers,
        consent: new.consent,
        person: whose.person,
        name_sealed: whose.name.as_deref().map(|name| seal(WHOSE, name)),
        carrier_sealed: whose.carrier.as_deref().map(|name| seal(CARRIER, name)),
        ready_at,
        state: State::Received,
        note: String::new(),
        since: now,
        steps: 1,
        made_at: now,
    };
    store::insert(c, station.id, &kept)?;
    store::add_step(c, station.id, &kept, (now, staff))?;
    let by = Actor::Staff(staff).by();
    let data = json!({ "matter": kept.matter });
    event::record(c, station.id, now, by, "receipt.received", &kept.id.to_string(), &data)?;
    promise(c, house, station, &kept, (now, by))?;
    Ok(kept.id)
}

/// Whose papers they are, and who left them.
struct Whose {
    person: Option<PersonId>,
    name: Option<String>,
    carrier: Option<String>,
}

fn whose(
    c: &mut Conn,
    house: &House,
    station: &Station,
    new: &NewReceipt,
    now: Timestamp,
) -> Result<Whose, Not<NoReceipt>> {
    let Some(consent) = new.consent else {
        let person = new.phone.as_ref().map(|phone| people::person_by_phone(c, house, phone)).transpose()?;
        if let Some(person) = person {
            people::keep_until(c, person, new.ready_at + super::time::KEPT)?;
        }
        let name = new.name.as_ref().map(|name| name.as_str().to_owned());
        return Ok(Whose { person, name, carrier: None });
    };
    let seen = proxy::held(c, house, station, consent, now)?;
    let ways = seen.matter.as_ref().map(|m| m.draft.ways).filter(|_| seen.kept.matter == new.matter);
    let ways = ways.ok_or(NoReceipt::NoMatter)?;
    let (until, withdrawn) = (seen.kept.until, seen.kept.withdrawn_at.is_some());
    proxy::rules::act(day_of(station, now), until, withdrawn, ways).map_err(NoReceipt::Proxy)?;
    Ok(Whose { person: seen.kept.person, name: seen.name, carrier: seen.proxy })
}

/// A consent whose matter is done is over.
pub(super) fn end_consent(c: &mut Conn, station: &Station, kept: &Kept, now: Timestamp) -> Result<(), Fault> {
    match kept.consent {
        Some(consent) => proxy::end_on(c, station.id, consent, day_of(station, now)),
        None => Ok(()),
    }
}
