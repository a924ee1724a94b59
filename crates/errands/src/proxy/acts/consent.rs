//! Somebody agrees that another one does a matter for them, or takes it back.
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{Name, PersonId, Phone};
use serde::Serialize;
use serde_json::json;
use stations::Station;

use crate::acts::{Actor, day_of, give_back};
use crate::answers;
use crate::proxy::ConsentId;
use crate::proxy::answers::{FOR, PROXY};
use crate::proxy::rules::{self, How, Kind, NoProxy};
use crate::proxy::store::{self, Kept};
use crate::rules::MatterId;
use crate::store as errands;

/// Names are kept so many days after a consent has ended.
pub(super) const KEPT_DAYS: i64 = 30;

#[derive(Debug, Clone)]
pub struct NewConsent {
    pub matter: MatterId,
    /// Who says it: themselves, or a clerk who has heard, called or read it.
    pub by: Actor,
    /// What a clerk typed of whose matter it is.
    pub name: Option<Name>,
    pub phone: Option<Phone>,
    pub proxy: Name,
    pub kind: Kind,
    pub how: How,
    pub until: Date,
}

impl NewConsent {
    /// Of names and a number only keyed hashes say whether a request is the same.
    pub fn key(&self, house: &House) -> impl Serialize {
        let hashed = |text: &str| house.keys.lookup("proxy-once", text).to_vec();
        let name = self.name.as_ref().map(|n| hashed(n.as_str()));
        let phone = self.phone.as_ref().map(|p| hashed(&p.e164()));
        (self.matter, name, phone, hashed(self.proxy.as_str()), self.kind, self.how, self.until)
    }
}

pub async fn agree(
    house: &House,
    station: &Arc<Station>,
    new: NewConsent,
    once: Option<Once>,
) -> Result<ConsentId, Not<NoProxy>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, &new, now));
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    new: &NewConsent,
    now: Timestamp,
) -> Result<ConsentId, Not<NoProxy>> {
    let matters = errands::matters(c, station.id)?;
    let matter = matters.iter().find(|m| m.id == new.matter).ok_or(NoProxy::NoMatter)?;
    let by_desk = matches!(new.by, Actor::Staff(_));
    rules::consent(day_of(station, now), (matter.draft.ways, new.until), (new.how, by_desk))?;
    let person = whose(c, house, station, new)?;
    let seal = |purpose, name: &Name| house.keys.seal(purpose, name.as_str(), &house.chance);
    let kept = Kept {
        id: ConsentId(house.new_id()),
        matter: matter.id,
        person,
        name_sealed: new.name.as_ref().map(|name| seal(FOR, name)),
        proxy_sealed: Some(seal(PROXY, &new.proxy)),
        kind: new.kind,
        how: new.how,
        until: new.until,
        made_at: now,
        made_by: match new.by {
            Actor::Staff(staff) => Some(staff),
            Actor::Person(_) | Actor::Bearer => None,
        },
        withdrawn_at: None,
    };
    store::insert(c, station.id, &kept)?;
    let data = json!({ "matter": kept.matter, "how": kept.how });
    event::record(c, station.id, now, new.by.by(), "proxy.agreed", &kept.id.to_string(), &data)?;
    Ok(kept.id)
}

/// Whose matter it is, as far as they are known; nobody forgets them while it holds.
fn whose(c: &mut Conn, house: &House, station: &Station, new: &NewConsent) -> Result<Option<PersonId>, Fault> {
    let person = match (new.by, &new.phone) {
        (Actor::Person(person), _) => {
            people::hold(c, person)?;
            Some(person)
        }
        (Actor::Staff(_), Some(phone)) => Some(people::person_by_phone(c, house, phone)?),
        _ => None,
    };
    if let Some(person) = person {
        let day = new.until.saturating_add(KEPT_DAYS.days());
        people::keep_until(c, person, answers::instant(station, day.at(0, 0, 0, 0))?)?;
    }
    Ok(person)
}

/// Takes a consent back: whoever gave it, or a clerk for them. A number that was drawn under it and still waits is given back.
/// Twice is once; for anybody else it is not there.
pub async fn withdraw(house: &House, station: &Arc<Station>, id: ConsentId, by: Actor) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let kept = store::hold(c, station.id, id)?;
        let theirs = match by {
            Actor::Person(person) => kept.person == Some(person),
            Actor::Staff(_) => true,
            Actor::Bearer => false,
        };
        if !theirs {
            return Err(Fault::NotFound);
        }
        take_back(c, &station, &kept, (now, by))
    };
    house.db.write(work).await
}

/// The same inside another change.
pub(super) fn take_back(
    c: &mut Conn,
    station: &Station,
    kept: &Kept,
    (now, by): (Timestamp, Actor),
) -> Result<(), Fault> {
    if kept.withdrawn_at.is_some() {
        return Ok(());
    }
    store::withdraw(c, station.id, kept.id, now)?;
    for ticket in errands::carried_under(c, station.id, kept.id.0, day_of(station, now))? {
        let ticket = errands::by_id(c, station.id, ticket)?;
        if ticket.ticket.state.stands() {
            give_back(c, station, &ticket, (now, by))?;
        }
    }
    let by: By = by.by();
    event::record(c, station.id, now, by, "proxy.withdrawn", &kept.id.to_string(), &json!({})).map(|_| ())
}
