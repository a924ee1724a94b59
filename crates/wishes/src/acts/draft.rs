//! A coordinator writes a wish down, writes it anew, and asks two others to look.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{StaffAt, StaffId};
use stations::Station;

use super::doing::{held_by, moved, record};
use super::once::Sealed;
use crate::WishId;
use crate::answers::{NAME, PHONE, code_hash, fresh_id, phone_hash};
use crate::rules::{
    self, Draft, MOST_OPEN_OF_A_PERSON, Move, NewPerson, NoWish, State, Wish, names_a_village, names_somebody, next,
};
use crate::store::people::Kept;
use crate::store::{people as whose, wishes, writers};

/// A draft, whose it is, and the six digits for their slip, which are told once: to this request and to the same sent again.
pub async fn draft(
    house: &House,
    station: &Arc<Station>,
    (draft, person): (Draft, NewPerson),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(WishId, String), Not<NoWish>> {
    let (h, at, now, who) = (house.clone(), station.clone(), house.now(), staff.id);
    let person = person.checked()?;
    let work = move |c: &mut Conn| {
        only_once(c, at.id, once.as_ref(), now, |c| {
            let (id, code) = begun(c, &h, &at, (&draft, &person), (who, now))?;
            record(c, at.id, (id, "wish.drafted"), (By::Staff(who.0), now))?;
            // Whoever writes at the same moment waits for the number of that event, and sees this one.
            has_no_other(c, &h, (id, &person))?;
            Ok::<_, Not<NoWish>>((id, Sealed::of(&h, &code)))
        })
    };
    let (id, code) = house.db.write(work).await?;
    Ok((id, code.open(house)?))
}

/// The rows of a first version, and the code.
pub(super) fn begun(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (draft, person): (&Draft, &NewPerson),
    (who, now): (StaffId, Timestamp),
) -> Result<(WishId, String), Not<NoWish>> {
    let draft = draft.clone().settled();
    fits(c, station, (&draft, person.name.as_str()))?;
    let (id, code) = (WishId(fresh_id(house)), rules::code(&house.chance));
    let wish = Wish {
        id,
        draft,
        state: State::Draft,
        version: 1,
        coordinator: who,
        made_at: now,
        changed_at: now,
        public_at: None,
        ends_on: None,
        referred_to: String::new(),
    };
    wishes::insert(c, station.id, &wish)?;
    let phone = person.phone.as_ref();
    let kept = Kept {
        name_sealed: house.keys.seal(NAME, person.name.as_str(), &house.chance),
        phone_sealed: phone.map(|phone| house.keys.seal(PHONE, phone.full(), &house.chance)),
        phone_hash: phone.map(|phone| phone_hash(house, phone)),
        minor: person.minor,
        guardian: person.guardian,
        consent: person.consent,
        consent_at: now,
        consent_by: who,
        code_hash: code_hash(house, id, &code),
        code_tries: 0,
    };
    whose::insert(c, station.id, id, &kept)?;
    Ok((id, code))
}

/// The village is one of the township, and what is wished for names none, nor whoever wishes it.
fn fits(c: &mut Conn, station: &Station, (draft, name): (&Draft, &str)) -> Result<(), Not<NoWish>> {
    let villages = stations::villages(c, &station.division)?;
    if draft.village.is_some_and(|code| !villages.iter().any(|v| v.code == code)) {
        return Err(NoWish::NoVillage.into());
    }
    let names: Vec<&str> = villages.iter().map(|v| v.name.as_str()).collect();
    if let Some(word) = names_somebody(&draft.item, name) {
        return Err(NoWish::NamesPerson { word }.into());
    }
    match names_a_village(&draft.item, &names) {
        Some(word) => Err(NoWish::NamesVillage { word }.into()),
        None => Ok(()),
    }
}

/// Nobody has more than one wish at a time, as far as a number tells. A guardian's number stands for several children.
fn has_no_other(c: &mut Conn, house: &House, (id, person): (WishId, &NewPerson)) -> Result<(), Not<NoWish>> {
    let Some(phone) = person.phone.as_ref().filter(|_| !person.minor) else { return Ok(()) };
    let mut running = 0;
    for (station, other, minor) in whose::of_phone(c, &phone_hash(house, phone))? {
        if other != id && !minor && !wishes::by_id(c, station, other)?.state.has_ended() {
            running += 1;
        }
    }
    if running < MOST_OPEN_OF_A_PERSON { Ok(()) } else { Err(NoWish::HasOne.into()) }
}

/// The next version, by whoever looks after it and has read version `read`; its number. Two others look anew: one that everybody could
/// take on leaves the pool until they have. Without a change there is none.
pub async fn redraft(
    house: &House,
    station: &Arc<Station>,
    (id, read, draft): (WishId, i32, Draft),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<i32, Not<NoWish>> {
    let (h, station, now, staff) = (house.clone(), station.clone(), house.now(), staff.clone());
    let draft = draft.settled();
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let wish = held_by(c, station.id, id, &staff)?;
            if wish.version != read {
                return Err(NoWish::Moved.into());
            }
            let state = next(wish.state, Move::Redraft)?;
            if wish.draft == draft {
                return Ok(wish.version);
            }
            if wish.public_at.is_some() && wish.draft.village.is_some() && wish.draft.kind != draft.kind {
                return Err(NoWish::KindStays.into());
            }
            let name = match whose::of_wish(c, station.id, id)? {
                Some(kept) => h.keys.open(NAME, &kept.name_sealed).map_err(Fault::broken)?,
                None => String::new(),
            };
            fits(c, &station, (&draft, &name))?;
            writers::add(c, station.id, id, wish.coordinator)?;
            let nr = wish.version + 1;
            let anew = Wish { draft: draft.clone(), version: nr, coordinator: staff.id, ..wish };
            moved(c, station.id, anew, (state, now))?;
            record(c, station.id, (id, "wish.redrafted"), (By::Staff(staff.id.0), now))?;
            Ok::<_, Not<NoWish>>(nr)
        })
    };
    house.db.write(work).await
}

/// Two others are asked to look. Twice is once.
pub async fn ask(
    house: &House,
    station: &Arc<Station>,
    (id, read): (WishId, i32),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoWish>> {
    let (station, now, staff) = (station.clone(), house.now(), staff.clone());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let wish = held_by(c, station.id, id, &staff)?;
            if wish.version != read {
                return Err(NoWish::Moved.into());
            }
            if wish.state != State::Asked {
                let state = next(wish.state, Move::Ask)?;
                moved(c, station.id, wish, (state, now))?;
                record(c, station.id, (id, "wish.asked"), (By::Staff(staff.id.0), now))?;
            }
            Ok::<_, Not<NoWish>>(())
        })
    };
    house.db.write(work).await
}
