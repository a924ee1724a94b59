//! One wish, as somebody of staff may see it. Whoever looks after it (who wrote it down, who recorded the consent, who runs the station)
//! sees whose it is and who has it; whoever only judges it sees neither.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt, StaffId};
use stations::Station;

use super::cards::today;
use super::desk::{Names, to_held};
use super::places::Places;
use super::sealed::{WHY, opened};
use super::types::{Held, Known, Look, Objection, Person, Whole};
use crate::WishId;
use crate::rules::{self, Appeal, Facts, May, Review, may};
use crate::store::{appeals, claims, people as whose, reviews, wishes, writers};

pub fn whole(c: &mut Conn, house: &House, station: &Station, staff: &StaffAt, id: WishId) -> Result<Whole, Fault> {
    let wish = wishes::by_id(c, station.id, id)?;
    let places = Places::of(c, station, today(house, station))?;
    let kept = whose::of_wish(c, station.id, id)?;
    let (reviews, appeals) = (reviews::of_wish(c, station.id, id)?, appeals::of_wish(c, station.id, id)?);
    let claim = claims::of_wish(c, station.id, id)?;
    let hands = std::iter::once(wish.coordinator).chain(kept.as_ref().map(|k| k.consent_by));
    let hands: Vec<StaffId> = hands.chain(writers::of_wish(c, station.id, id)?).collect();
    let manager = staff.role >= Role::Manager;
    let looks_after = manager || hands.contains(&staff.id);
    let facts = Facts {
        wish: &wish,
        me: staff.id,
        manager,
        hands: &hands,
        reviews: &reviews,
        appeals: &appeals,
        known: kept.is_some(),
        told: claim.as_ref().map(|claim| claim.told),
    };
    let may = may(&facts);
    let reads_why = looks_after || may.contains(&May::DecideAppeal);
    let names = &mut Names::default();
    let person = match kept {
        Some(kept) => Some(person(c, house, names, (kept, looks_after))?),
        None => None,
    };
    Ok(Whole {
        village: places.name(wish.draft.village),
        village_shown: places.shown(&wish).is_some(),
        coordinator: names.of(c, wish.coordinator)?,
        looks: reviews.into_iter().map(|one| look(c, names, one)).collect::<Result<_, _>>()?,
        appeals: objections(c, house, station, names, (appeals, reads_why))?,
        person,
        claim: claim.map(|claim| held(c, house, claim, looks_after)).transpose()?,
        may,
        wish,
    })
}

fn person(
    c: &mut Conn,
    house: &House,
    names: &mut Names,
    (kept, looks_after): (whose::Kept, bool),
) -> Result<Person, Fault> {
    Ok(Person {
        minor: kept.minor,
        guardian: kept.guardian,
        consent: kept.consent,
        consent_at: kept.consent_at,
        consent_by: names.of(c, kept.consent_by)?,
        tries: kept.code_tries,
        known: looks_after.then(|| opened(house, &kept)).transpose()?,
    })
}

fn look(c: &mut Conn, names: &mut Names, one: Review) -> Result<Look, Fault> {
    let by = names.of(c, one.staff)?;
    Ok(Look { version: one.version, by, yes: one.yes, why: one.why, at: one.at })
}

fn objections(
    c: &mut Conn,
    house: &House,
    station: &Station,
    names: &mut Names,
    (appeals, reads_why): (Vec<Appeal>, bool),
) -> Result<Vec<Objection>, Fault> {
    let mut all = vec![];
    for one in appeals {
        let why = match reads_why {
            true => Some(house.keys.open(WHY, &appeals::why(c, station.id, one.id)?).map_err(Fault::broken)?),
            false => None,
        };
        let decided = match one.decided {
            Some(d) => Some((d.at, names.of(c, d.by)?, d.upheld, d.words)),
            None => None,
        };
        let taken_by = names.of(c, one.taken_by)?;
        all.push(Objection { id: one.id, version: one.version, made_at: one.made_at, taken_by, why, decided });
    }
    Ok(all)
}

fn held(c: &mut Conn, house: &House, claim: rules::Claim, looks_after: bool) -> Result<Held, Fault> {
    let person = claim.person.filter(|_| looks_after);
    let known = match person {
        Some(id) => {
            let name = people::name_of(c, house, id)?.unwrap_or_default();
            Some(Known { name, phone: people::phone_of(c, house, id)? })
        }
        None => None,
    };
    Ok(Held { known, ..to_held(claim) })
}
