//! Taking a room: by oneself, by a clerk for somebody, by walking in.
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::rules::{self, Ask, Booking, Facts, Refusal, Source, Span, State};
use crate::store::{self, NewReservation};
use crate::{ReservationId, answers, offers};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use kernel::view::View;
use people::{PersonId, Phone, StaffId};
use stations::Station;

/// Who takes it, and who types.
#[derive(Debug, Clone)]
pub enum Booker {
    Person(PersonId),
    /// Somebody who is not signed in: the slot is held until the code that goes to this phone comes back.
    Stranger(Phone),
    /// A clerk for somebody. A name is enough; nothing is enough for a walk-in.
    Desk {
        staff: StaffId,
        name: Option<String>,
        phone: Option<Phone>,
    },
    /// A clerk for the household whose card was scanned.
    Card {
        staff: StaffId,
        person: PersonId,
    },
}

impl Booker {
    /// The name that a clerk typed.
    fn name(&self) -> Option<&String> {
        match self {
            Booker::Desk { name, .. } => name.as_ref(),
            Booker::Person(_) | Booker::Stranger(_) | Booker::Card { .. } => None,
        }
    }
}

/// What came of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Booked {
    pub id: ReservationId,
    pub state: State,
    /// The one-time code that a stranger's hold waits for.
    pub code: Option<Id>,
}

/// The purpose under which names typed by a clerk are sealed.
pub(crate) const GUEST: &str = "reservation-guest";

/// Reserves `ask` of the offering called `slug`.
pub async fn book(
    house: &House,
    station: &Arc<Station>,
    v: &View,
    wish: (String, Ask),
    booker: Booker,
    once: Option<Once>,
) -> Result<Booked, Not<Refusal>> {
    let rule = |now, ask: &Ask, source, facts: &Facts| rules::book(now, ask, source, facts);
    take(house, station, v, wish, (booker, once), rule).await
}

/// Lets somebody in who stands at the door, for `ask.minutes` from now on.
pub async fn walk_in(
    house: &House,
    station: &Arc<Station>,
    v: &View,
    (slug, ask): (String, Ask),
    booker: Booker,
    once: Option<Once>,
) -> Result<Booked, Not<Refusal>> {
    let ask = Ask { from: rules::earliest_now(house.now()), ..ask };
    let rule = |now, ask: &Ask, _, facts: &Facts| rules::walk_in(now, ask.minutes, ask.group, facts);
    take(house, station, v, (slug, ask), (booker, once), rule).await
}

/// What decides: now, what is asked for, through which door, and the facts.
type Rule = fn(Timestamp, &Ask, Source, &Facts) -> Result<Booking, Refusal>;

async fn take(
    house: &House,
    station: &Arc<Station>,
    v: &View,
    (slug, ask): (String, Ask),
    (booker, once): (Booker, Option<Once>),
    rule: Rule,
) -> Result<Booked, Not<Refusal>> {
    let (h, station, v, now) = (house.clone(), station.clone(), v.clone(), house.now());
    // Sealed here, not where everybody waits for their turn.
    let guest = booker.name().map(|name| house.keys.seal(GUEST, name, &house.chance));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let new = New { house: &h, station: &station, v: &v, now, guest: guest.as_deref() };
            new.keep(c, &slug, &ask, &booker, rule)
        })
    };
    house.db.write(work).await
}

struct New<'a> {
    house: &'a House,
    station: &'a Station,
    v: &'a View,
    now: Timestamp,
    /// The name that a clerk typed, sealed.
    guest: Option<&'a [u8]>,
}

/// Whose reservation it becomes.
struct Whose {
    person: Option<PersonId>,
    code: Option<Id>,
    source: Source,
    by: By,
}

impl New<'_> {
    fn keep(&self, c: &mut Conn, slug: &str, ask: &Ask, booker: &Booker, rule: Rule) -> Result<Booked, Not<Refusal>> {
        let offering = answers::offering(c, self.station, slug)?;
        let venue = offering.venue;
        store::hold(c, self.station.id, venue)?;
        let span = around(ask);
        let mut whose = self.whose(c, booker)?;
        let offering_id = offering.id;
        let who = (whose.person, None);
        let facts = offers::facts_for(c, self.house, self.station, offering, &span, who, self.now)?;
        let booking = rule(self.now, ask, whose.source, &facts)?;
        // The code goes out only after the rule has said yes.
        if let Booker::Stranger(phone) = booker {
            whose.code = Some(self.send_code(c, whose.person, phone)?);
        }
        let walked_in = booking.state == State::CheckedIn;
        let new = NewReservation {
            id: ReservationId(self.house.new_id()),
            offering: offering_id,
            venue,
            person: whose.person,
            guest_sealed: self.guest,
            source: if walked_in { Source::WalkIn } else { whose.source },
            code: whose.code,
            now: self.now,
        };
        super::taken_if_there(store::insert(c, self.station.id, &new, &booking))?;
        if let Some(person) = whose.person {
            // Whoever is known only by an unproved number is kept at least as long as the reservation stands.
            people::keep_until(c, person, booking.span.until)?;
        }
        let kind =
            if walked_in { "reservation.walked-in".into() } else { format!("reservation.{}", booking.state.name()) };
        super::record(c, self.station, (self.now, whose.by), &kind, new.id, venue)?;
        if walked_in {
            stations::seen_open(c, self.station, self.now)?;
        }
        Ok(Booked { id: new.id, state: booking.state, code: whose.code })
    }

    fn whose(&self, c: &mut Conn, booker: &Booker) -> Result<Whose, Fault> {
        Ok(match booker {
            Booker::Person(id) => Whose { person: Some(*id), code: None, source: Source::Public, by: By::Resident },
            Booker::Stranger(phone) => {
                let id = people::person_by_phone(c, self.house, phone)?;
                Whose { person: Some(id), code: None, source: Source::Stranger, by: By::Resident }
            }
            Booker::Desk { staff, phone, .. } => {
                let person = phone.as_ref().map(|p| people::person_by_phone(c, self.house, p)).transpose()?;
                Whose { person, code: None, source: Source::Desk, by: By::Staff(staff.0) }
            }
            Booker::Card { staff, person } => {
                Whose { person: Some(*person), code: None, source: Source::Desk, by: By::Staff(staff.0) }
            }
        })
    }

    fn send_code(&self, c: &mut Conn, person: Option<PersonId>, phone: &Phone) -> Result<Id, Not<Refusal>> {
        let person = person.ok_or_else(|| Fault::broken("a stranger without a person"))?;
        let code = people::send_code(c, self.house, self.v, self.station.id, person, phone);
        Ok(super::ours(code)?.0)
    }
}

/// The time that an ask concerns, even if it is malformed: the rule will say so.
fn around(ask: &Ask) -> Span {
    let minutes = ask.minutes.clamp(rules::CELL_MINUTES, 24 * 60);
    Span::of_minutes(ask.from, minutes).unwrap_or(Span { from: Timestamp::MIN, until: Timestamp::MAX })
}
