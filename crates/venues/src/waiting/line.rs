//! Standing in line and answering: the same steps for the pages and for the API.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

use super::forms::Wished;
use crate::acts::{self, Actor, Booker};
use crate::offers::{self, InLine, Offer};
use crate::rules::Refusal;
use crate::{ReservationId, WaitId, answers};

/// Puts somebody in line. `once` is the request's key and who sends it.
pub async fn stand(
    house: &House,
    station: &Arc<Station>,
    wished: &Wished,
    booker: Booker,
    (key, who): (Option<&str>, &str),
) -> Result<WaitId, Not<Refusal>> {
    let (at, slug) = (station.clone(), wished.offering().to_owned());
    let offering = house.db.read(move |c| answers::offering(c, &at, &slug)).await?;
    let wish = wished.of(&offering);
    let whom = match &booker {
        // Of names and numbers only a keyed hash goes into what is remembered of the request.
        Booker::Desk { name, phone, .. } => {
            let both = format!("{name:?} {:?}", phone.as_ref().map(people::Phone::e164));
            format!("{:?}", house.keys.lookup("wait-once", &both))
        }
        _ => String::new(),
    };
    let request = (&wish.offering, wish.earliest, wish.latest, wish.minutes, wish.group, whom);
    let once = key.filter(|key| !key.is_empty()).map(|key| Once::new(key, who, &request));
    acts::wait(house, station, wish, booker, once).await
}

/// A place in line, for whom it is and for staff.
pub async fn seen(house: &House, station: &Arc<Station>, id: WaitId, actor: Actor) -> Result<InLine, Fault> {
    let (at, now) = (station.clone(), house.now());
    let found = house.db.snapshot(move |c| offers::one(c, &at, id, now)).await?;
    match actor {
        Actor::Person(person) if found.wait.person != Some(person) => Err(Fault::NotFound),
        _ => Ok(found),
    }
}

/// An offer, and what the closure took that it stands in for.
pub struct Made {
    pub offer: Offer,
    pub lost: Option<answers::Receipt>,
    /// Where the code goes, for whoever comes with the link only.
    pub phone: Option<people::Phone>,
}

/// Whoever has the link of an offer may look at it; the id has 74 random bits.
pub async fn made(house: &House, station: &Arc<Station>, id: ReservationId) -> Result<Made, Fault> {
    let (h, at, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let offer = offers::offer_of(c, &at, id, now)?;
        let lost = offer.kept.instead_of.map(|lost| answers::receipt(c, &at, lost, now)).transpose()?;
        let phone = match offer.receipt.reservation.person {
            Some(person) => people::phone_of(c, &h, person)?,
            None => None,
        };
        Ok::<_, Fault>(Made { offer, lost, phone })
    };
    house.db.snapshot(read).await
}

/// What somebody waits for and what is kept for them, station by station.
pub type Theirs = Vec<(Arc<Station>, Vec<InLine>, Vec<Offer>)>;

pub fn theirs(c: &mut Conn, person: PersonId, now: jiff::Timestamp) -> Result<Theirs, Fault> {
    let mut all = vec![];
    for id in offers::stations_of(c, person)? {
        let station = Arc::new(stations::by_id(c, id)?);
        let (waits, kept) = offers::of_person(c, &station, person, now)?;
        all.push((station, waits, kept));
    }
    Ok(all)
}
