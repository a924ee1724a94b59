//! A club begins: somebody leads it, or the desk has asked somebody to.
use std::sync::Arc;

use crate::ClubId;
use crate::clubs::rules::{self, Entry, NoClub};
use crate::clubs::store::{self, NewClub, NewMember};
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{Name, PersonId, Phone, StaffId};
use stations::Station;

use super::load::record;
use super::tell::{self, News};

/// What a club says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub name: String,
    pub about: String,
    /// Whoever asks is in.
    pub opens: bool,
}

/// Who founds it.
#[derive(Debug, Clone)]
pub enum Founder {
    /// Somebody whose phone is proved leads it; `name` is what they want to be called, if they never said.
    Me { person: PersonId, name: Option<Name> },
    /// The desk, which asks somebody by phone to lead it.
    Desk { staff: StaffId, phone: Phone },
}

impl Founder {
    fn by(&self) -> By {
        match self {
            Founder::Me { .. } => By::Resident,
            Founder::Desk { staff, .. } => By::Staff(staff.0),
        }
    }
}

/// Founds a club. The same request sent again gets the same club.
pub async fn found(
    house: &House,
    station: &Arc<Station>,
    (text, founder): (Text, Founder),
    once: Option<Once>,
) -> Result<ClubId, Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, (&text, &founder), now))
    };
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (text, founder): (&Text, &Founder),
    now: Timestamp,
) -> Result<ClubId, Not<NoClub>> {
    let (leader, heir) = match founder {
        Founder::Me { person, .. } => (Some(*person), None),
        Founder::Desk { phone, .. } => (None, Some(people::person_by_phone(c, house, phone)?)),
    };
    // Held, so that two clubs founded at once are counted one after the other, and nobody is forgotten meanwhile.
    if let Some(person) = leader.or(heir) {
        people::hold(c, person)?;
    }
    if let Some(person) = leader {
        rules::found(store::led_by(c, station.id, person)?)?;
    }
    let id = ClubId(house.new_id());
    let new = NewClub { id, name: &text.name, about: &text.about, opens: text.opens, leader, heir, now };
    taken_if_there(store::insert(c, station.id, &new))?;
    if let Founder::Me { person, name } = founder {
        if let Some(name) = name {
            people::name_if_unnamed(c, house, *person, name)?;
        }
        let member = NewMember {
            id: house.new_id(),
            person: *person,
            name_sealed: None,
            entry: Entry::Oneself,
            is_in: true,
            now,
        };
        store::insert_member(c, station.id, id, &member)?;
    }
    if let Some(person) = heir {
        tell::people(c, house, station, &[person], (&text.name, News::Lead))?;
    }
    record(c, station, (now, founder.by()), "club.founded", id)?;
    Ok(id)
}

/// A name that another club here has, however that came about.
pub(super) fn taken_if_there(kept: Result<(), Fault>) -> Result<(), Not<NoClub>> {
    match kept {
        Err(Fault::AlreadyThere(_)) => Err(NoClub::NameTaken.into()),
        kept => Ok(kept?),
    }
}
