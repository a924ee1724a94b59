//! Proving the phone of a held slot: the same for the page and the API. Whoever knows the id of a held slot may try; the
//! id has 74 random bits, and tries are counted.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::session::Token;
use kernel::view::{Peer, View};
use people::Phone;

use super::who::Named;
use crate::acts;
use crate::answers::{self, Receipt};
use crate::rules::{Refusal, State};

/// Whether it is held for somebody whose phone is not proven yet. What was proven and waits for a manager is held up to
/// its start.
pub fn awaits_code(r: &Receipt) -> bool {
    let requested = r.reservation.awaits && r.reservation.lapses_at == Some(r.reservation.span.from);
    r.state == State::Held && r.reservation.code.is_some() && !requested
}

/// A held slot and the phone to which its code went.
pub async fn held(house: &House, named: &Named) -> Result<(Receipt, Option<Phone>), Fault> {
    let (station, id, now, h) = (named.station.clone(), named.id, house.now(), house.clone());
    let work = move |c: &mut Conn| {
        let receipt = answers::receipt(c, &station, id, now)?;
        let phone = match receipt.reservation.person.filter(|_| awaits_code(&receipt)) {
            Some(person) => people::phone_of(c, &h, person)?,
            None => None,
        };
        Ok::<_, Fault>((receipt, phone))
    };
    house.db.read(work).await
}

/// The digits that came back. Signs the person in.
pub async fn prove(house: &House, named: &Named, peer: &Peer, digits: String) -> Result<Token, Not<Refusal>> {
    waiting(house, named).await?;
    people::count_guess(house, peer)?;
    acts::confirm(house, &named.station, named.id, digits).await.map(|(_, token)| token)
}

/// One more code to the same phone. It is counted like the first.
pub async fn send_again(house: &House, v: &View, named: &Named, peer: &Peer) -> Result<(), Not<Refusal>> {
    let phone = waiting(house, named).await?.ok_or(Fault::NotFound)?;
    people::count_code(house, peer, &phone)?;
    acts::resend_code(house, &named.station, v, named.id).await.map(|_| ())
}

/// The phone to which the code of a waiting slot went. One that waits for none says how it stands instead.
async fn waiting(house: &House, named: &Named) -> Result<Option<Phone>, Not<Refusal>> {
    match held(house, named).await? {
        (receipt, _) if !awaits_code(&receipt) => Err(Refusal::NotNow { state: receipt.state }.into()),
        (_, phone) => Ok(phone),
    }
}
