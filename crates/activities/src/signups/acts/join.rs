//! Signing up: a place if there is one, a number on the list if not, an entry where places are drawn.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use kernel::view::View;
use people::{Band, CODE_LASTS, ChildId, PersonId};
use serde::{Deserialize, Serialize};
use stations::Station;

use super::fill::held;
use super::guest::Guest;
use super::record::record;
use crate::OccurrenceId;
use crate::draws;
use crate::signups::SignupId;
use crate::signups::answers::Known;
use crate::signups::rules::{self, Asked, NoSignup, Outcome, State, Whom, reminds_from};
use crate::signups::store::{self, Kept};

#[derive(Debug, Clone)]
pub struct NewSignup {
    pub occurrence: OccurrenceId,
    pub guest: Guest,
    /// A remembered child of whoever signs up.
    pub child: Option<ChildId>,
    /// A child of this age, of whom nothing else is known.
    pub band: Option<Band>,
    pub seats: i16,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedUp {
    pub id: SignupId,
    pub state: State,
    /// A code is on its way to the phone: it holds for as long as that does.
    pub code: Option<Id>,
}

/// Signs up. The time is held before anything is read: of many who come at once, each has the number in whose order they came.
pub async fn join(
    house: &House,
    station: &Arc<Station>,
    v: &View,
    new: NewSignup,
    once: Option<Once>,
) -> Result<SignedUp, Not<NoSignup>> {
    let (h, station, v, now) = (house.clone(), station.clone(), v.clone(), house.now());
    // Sealed here, not where everybody waits for their turn.
    let name_sealed = new.guest.name_sealed(house);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let joining = Joining { house: &h, station: &station, v: &v, now };
            joining.keep(c, &new, name_sealed.clone())
        })
    };
    house.db.write(work).await
}

struct Joining<'a> {
    house: &'a House,
    station: &'a Station,
    v: &'a View,
    now: Timestamp,
}

impl Joining<'_> {
    fn keep(&self, c: &mut Conn, new: &NewSignup, name_sealed: Option<Vec<u8>>) -> Result<SignedUp, Not<NoSignup>> {
        let (house, station, now) = (self.house, self.station, self.now);
        let known = held(c, house, station, new.occurrence, now)?;
        let person = new.guest.person(c, house, known.occurrence.ends_at)?;
        if person.is_none() && name_sealed.is_none() {
            return Err(NoSignup::Nobody.into());
        }
        let (child, band) = self.child(c, new, person)?;
        let whom = band.map_or(Whom::Oneself, Whom::Child);
        let asked = Asked { seats: new.seats, whom, held: person.is_some(), by_desk: new.guest.at_desk() };
        let outcome = rules::join(now, &known.terms(), &asked)?;
        // Of a phone that is not proved nobody is told what its owner has: the code tells them.
        if let (Some(person), false) = (person, matches!(new.guest, Guest::Stranger(_))) {
            let theirs = store::standing(c, station.id, new.occurrence, (person, child, band))?;
            if theirs.iter().any(|one| one.code.is_none()) {
                return Err(NoSignup::Already.into());
            }
        }
        let (state, place) = self.place(c, &known, (outcome, new.seats))?;
        // The code goes out only after the rules have said yes.
        let code = self.code(c, &new.guest, person)?;
        let signup = Kept {
            id: SignupId(house.new_id()),
            occurrence: new.occurrence,
            place,
            entry: (state == State::Entered).then_some(place),
            seats: new.seats,
            person,
            child,
            band,
            name_sealed,
            state,
            code,
            lapses_at: code.map(|_| (now + CODE_LASTS).min(known.occurrence.starts_at)),
            starts_at: known.occurrence.starts_at,
            // Whoever signs up on the last evening knows that it is tomorrow.
            reminded: reminds_from(known.occurrence.starts_at, &station.zone) <= now,
            came: 0,
            mood_said: false,
            made_at: now,
        };
        store::insert(c, station.id, &signup)?;
        record(c, station, (now, new.guest.by()), (state, signup.id, new.occurrence))?;
        Ok(SignedUp { id: signup.id, state, code })
    }

    /// Which child it is for, and of which age; whom nobody remembers cannot be signed up.
    fn child(
        &self,
        c: &mut Conn,
        new: &NewSignup,
        person: Option<PersonId>,
    ) -> Result<(Option<ChildId>, Option<Band>), Not<NoSignup>> {
        let Some(id) = new.child else { return Ok((None, new.band)) };
        let children = match person {
            Some(person) => people::children_of(c, self.house, person)?,
            None => vec![],
        };
        let child = children.into_iter().find(|child| child.id == id).ok_or(NoSignup::NoChild)?;
        Ok((Some(id), Some(child.band)))
    }

    fn place(&self, c: &mut Conn, known: &Known, (outcome, seats): (Outcome, i16)) -> Result<(State, i32), Fault> {
        let (station, id) = (self.station.id, known.occurrence.id);
        if outcome == Outcome::Draw {
            draws::acts::opened(c, self.house, (station, id), self.now)?;
            return Ok((State::Entered, store::line_up(c, station, id)?));
        }
        // Between the closing time and the draw nobody overtakes those who take part.
        if !known.awaits_draw()
            && let Some(place) = store::take(c, station, id, seats)?
        {
            return Ok((State::In, place));
        }
        Ok((State::Waiting, store::line_up(c, station, id)?))
    }

    fn code(&self, c: &mut Conn, guest: &Guest, person: Option<PersonId>) -> Result<Option<Id>, Not<NoSignup>> {
        let (Guest::Stranger(phone), Some(person)) = (guest, person) else { return Ok(None) };
        match people::send_code(c, self.house, self.v, self.station.id, person, phone) {
            Ok(code) => Ok(Some(code.0)),
            Err(Not::Refused(refusal)) => Err(NoSignup::Code(refusal).into()),
            Err(Not::Fault(fault)) => Err(fault.into()),
        }
    }
}
