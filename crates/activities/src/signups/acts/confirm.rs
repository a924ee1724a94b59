//! The code of a stranger: it proves the phone, keeps the place, and signs them in.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::session::Token;
use kernel::view::View;
use people::{CODE_LASTS, CodeId, PersonId};
use stations::Station;

use super::fill::{fill, held, leave};
use super::record::record;
use crate::signups::SignupId;
use crate::signups::answers::Known;
use crate::signups::rules::{NoSignup, State};
use crate::signups::store::{self, Kept};

/// A proved phone.
pub struct Confirmed {
    /// The signup that whoever has the phone has: an earlier one, if they had it already.
    pub id: SignupId,
    pub person: PersonId,
    pub token: Token,
}

/// Proves the phone with the digits. Tries are counted.
pub async fn confirm(
    house: &House,
    station: &Arc<Station>,
    id: SignupId,
    digits: String,
) -> Result<Confirmed, Not<NoSignup>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let (known, signup) = awaiting(c, &h, &station, id, now)?;
        let code = signup.code.ok_or(Fault::NotFound)?;
        match people::prove(c, &h, CodeId(code), &digits) {
            Ok(person) => {
                let whose = (person, signup.child, signup.band);
                let mut theirs = store::standing(c, station.id, signup.occurrence, whose)?.into_iter();
                let stays = theirs.next().ok_or(Fault::NotFound)?;
                // Nobody is signed up twice: the rest was typed by somebody who did not know of it.
                for other in theirs {
                    leave(c, &station, &other, (State::Lapsed, By::Program), now)?;
                }
                if stays.code.is_some() {
                    prove(c, &station, (&known, &stays), now)?;
                }
                // Whoever waited unproved may be asked from now on.
                fill(c, &h, &station, &known, now)?;
                Ok(Ok(Confirmed { id: stays.id, person, token: people::sign_in(c, &h, person)? }))
            }
            // A wrong guess was counted and that must be kept: the unit succeeds and carries the refusal out.
            Err(Not::Refused(refusal)) => Ok(Err(NoSignup::Code(refusal))),
            Err(Not::Fault(fault)) => Err(Not::Fault(fault)),
        }
    };
    Ok(house.db.write(work).await??)
}

fn prove(c: &mut Conn, station: &Station, (known, signup): (&Known, &Kept), now: Timestamp) -> Result<(), Fault> {
    store::set_proved(c, station.id, signup.id, now)?;
    if signup.state == State::Entered && (known.drawn || now >= known.terms().closes_at) {
        // It closed without them, however soon after that it is drawn.
        let place = store::line_up(c, station.id, signup.occurrence)?;
        store::set_place(c, station.id, signup.id, place)?;
        store::set_state(c, station.id, signup.id, (State::Waiting, None))?;
        record(c, station, (now, By::Resident), (State::Waiting, signup.id, signup.occurrence))?;
    }
    Ok(())
}

/// Sends a new code to the same phone, and keeps the place as long as that is good.
pub async fn resend_code(house: &House, station: &Arc<Station>, v: &View, id: SignupId) -> Result<(), Not<NoSignup>> {
    let (h, station, v, now) = (house.clone(), station.clone(), v.clone(), house.now());
    let work = move |c: &mut Conn| {
        let (known, signup) = awaiting(c, &h, &station, id, now)?;
        let person = signup.person.ok_or(Fault::NotFound)?;
        let phone = people::phone_of(c, &h, person)?.ok_or(Fault::NotFound)?;
        let code = match people::send_code(c, &h, &v, station.id, person, &phone) {
            Ok(code) => code,
            Err(Not::Refused(refusal)) => return Err(NoSignup::Code(refusal).into()),
            Err(Not::Fault(fault)) => return Err(fault.into()),
        };
        let until = (now + CODE_LASTS).min(known.occurrence.starts_at);
        store::set_code(c, station.id, id, (code.0, until))?;
        Ok::<_, Not<NoSignup>>(())
    };
    house.db.write(work).await
}

/// A signup that waits for its code; one that does not says how it stands instead.
fn awaiting(
    c: &mut Conn,
    house: &House,
    station: &Station,
    id: SignupId,
    now: Timestamp,
) -> Result<(Known, Kept), Not<NoSignup>> {
    let occurrence = store::by_id(c, station.id, id)?.occurrence;
    let known = held(c, house, station, occurrence, now)?;
    let signup = store::by_id(c, station.id, id)?;
    if !signup.awaits_code(now) {
        return Err(NoSignup::NotNow(signup.state_at(now)).into());
    }
    Ok((known, signup))
}
