//! Passkeys: made by staff who are in, and then good instead of a password.
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::session::{self, Token};
use kernel::view::Peer;

use super::enter::open;
use super::note;
use super::own::not_the_last;
use crate::acts::count_guess;
use crate::factors::rules::webauthn::{self, Party, Shown, Unproved, Wanted};
use crate::factors::said::FactorRefusal;
use crate::factors::store::{self, Challenge, Passkey};
use crate::ids::{ChallengeId, PasskeyId, StaffId};
use crate::store::staff;

/// More than anybody has devices.
const MOST: usize = 10;

/// What a browser needs to make a passkey: a challenge, and the ones that there are already.
pub async fn begin_passkey(house: &House, staff: StaffId) -> Result<(Challenge, Vec<Passkey>), Not<FactorRefusal>> {
    let at = house.clone();
    let work = move |c: &mut Conn| {
        let there = store::passkeys_of(c, staff)?;
        if there.len() >= MOST {
            return Err(Not::Refused(FactorRefusal::Enough));
        }
        Ok((store::make_challenge(c, &at, Some(staff))?, there))
    };
    house.db.write(work).await
}

/// What a browser brings back with a new passkey.
#[derive(Debug, Clone)]
pub struct Brought {
    pub challenge: ChallengeId,
    pub client_json: Vec<u8>,
    pub attestation: Vec<u8>,
    /// What its owner calls it.
    pub called: String,
}

pub async fn keep_passkey(house: &House, staff: StaffId, brought: Brought) -> Result<PasskeyId, Not<FactorRefusal>> {
    let at = house.clone();
    let work = move |c: &mut Conn| {
        let challenge = store::take_challenge(c, brought.challenge, Some(staff), at.now())?;
        let Some(challenge) = challenge else { return Ok(Err(FactorRefusal::Gone)) };
        let party = Party::of(&at.settings.public_url);
        let wanted = Wanted { party: &party, challenge: &challenge, verified: true };
        let made = match webauthn::register(&wanted, &brought.client_json, &brought.attestation) {
            Ok(made) => made,
            // The challenge is used up, whatever came of it.
            Err(why) => return Ok(Err(FactorRefusal::NotProved(why))),
        };
        if store::by_credential(c, &made.id)?.is_some() {
            return Ok(Err(FactorRefusal::Known));
        }
        let id = PasskeyId(at.new_id());
        store::add_passkey(c, (id, staff), &made, &brought.called, at.now())?;
        note(c, &at, By::Staff(staff.0), "staff.passkey-added", staff)?;
        Ok::<_, Fault>(Ok(id))
    };
    house.db.write(work).await?.map_err(Not::Refused)
}

/// Removes one of one's own. Doing it twice is fine.
pub async fn remove_passkey(house: &House, staff: StaffId, id: PasskeyId) -> Result<(), Not<FactorRefusal>> {
    let at = house.clone();
    let work = move |c: &mut Conn| {
        if store::remove_passkey(c, staff, id)? {
            not_the_last(c, &at, staff)?;
            note(c, &at, By::Staff(staff.0), "staff.passkey-removed", staff)?;
        }
        Ok(())
    };
    house.db.write(work).await
}

/// What a browser needs to let somebody in with a passkey.
pub async fn ask_for_passkey(house: &House, peer: &Peer) -> Result<Challenge, Fault> {
    count_guess(house, peer)?;
    let at = house.clone();
    house.db.write(move |c| store::make_challenge(c, &at, None)).await
}

/// What a browser brings back from a passkey.
#[derive(Debug, Clone)]
pub struct Signed {
    pub challenge: ChallengeId,
    pub credential: Vec<u8>,
    pub client_json: Vec<u8>,
    pub data: Vec<u8>,
    pub signature: Vec<u8>,
    /// Whom the authenticator says it belongs to.
    pub user: Option<Vec<u8>>,
}

/// Lets somebody in with a passkey: it asked who they are, so it is both factors at once.
pub async fn sign_in_with_passkey(
    house: &House,
    signed: Signed,
    before: Option<Token>,
) -> Result<(StaffId, Token), Not<FactorRefusal>> {
    let at = house.clone();
    let work = move |c: &mut Conn| {
        let passkey = match shown(c, &at, &signed)? {
            Ok(passkey) => passkey,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if let Some(before) = &before {
            session::close(c, before)?;
        }
        Ok::<_, Fault>(Ok((passkey.staff, open(c, &at, passkey.staff)?)))
    };
    house.db.write(work).await?.map_err(Not::Refused)
}

fn shown(c: &mut Conn, house: &House, signed: &Signed) -> Result<Result<Passkey, FactorRefusal>, Fault> {
    let now = house.now();
    let Some(challenge) = store::take_challenge(c, signed.challenge, None, now)? else {
        return Ok(Err(FactorRefusal::Gone));
    };
    let Some(passkey) = store::by_credential(c, &signed.credential)? else {
        return Ok(Err(FactorRefusal::Unknown));
    };
    let theirs = signed.user.as_ref().is_none_or(|user| *user == user_of(passkey.staff));
    if !theirs || !staff::is_let_in(c, passkey.staff)? {
        return Ok(Err(FactorRefusal::Unknown));
    }
    let party = Party::of(&house.settings.public_url);
    let wanted = Wanted { party: &party, challenge: &challenge, verified: true };
    let shown = Shown { client_json: &signed.client_json, data: &signed.data, signature: &signed.signature };
    match webauthn::assert(&wanted, shown, &passkey.public_key, passkey.uses) {
        Ok(uses) => {
            store::note_use(c, passkey.id, uses, now)?;
            Ok(Ok(passkey))
        }
        Err(Unproved::Copied) => {
            note(c, house, By::Program, "staff.passkey-copied", passkey.staff)?;
            Ok(Err(FactorRefusal::NotProved(Unproved::Copied)))
        }
        Err(why) => Ok(Err(FactorRefusal::NotProved(why))),
    }
}

/// What the authenticator keeps to name its owner: an id that says nothing (W3C Web Authentication, 14.6.1).
pub fn user_of(staff: StaffId) -> Vec<u8> {
    staff.0.0.as_bytes().to_vec()
}
