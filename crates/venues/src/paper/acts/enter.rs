//! A line of the paper becomes a reservation, tells of one that stood already, or is kept as a note.
use std::sync::Arc;

use super::line::{Became, Line, Typing};
use crate::acts::{self, GUEST};
use crate::paper::store::{self as own, Note};
use crate::rules::{Booking, Offering, OnPaper, Refusal, Source, State, from_paper, paper_in_reach};
use crate::store::{self, NewReservation};
use crate::{ReservationId, answers, offers};
use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// Enters one line. Sent twice with one key, it is entered once.
pub async fn enter(
    house: &House,
    station: &Arc<Station>,
    line: Line,
    staff: StaffId,
    once: Option<Once>,
) -> Result<Became, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let guest = line.name.as_ref().map(|name| house.keys.seal(GUEST, name, &house.chance));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let typing = Typing { house: &h, station: &station, now, staff, guest: guest.as_deref() };
            typing.keep(c, &line)
        })
    };
    house.db.write(work).await
}

impl Typing<'_> {
    fn keep(&self, c: &mut Conn, line: &Line) -> Result<Became, Not<Refusal>> {
        let offering = answers::offering(c, self.station, &line.offering)?;
        if line.paper.place.is_some_and(|place| !offering.atoms.contains(&place)) {
            return Err(Fault::NotFound.into());
        }
        let venue = offering.venue;
        store::hold(c, self.station.id, venue)?;
        for (id, _) in &line.others {
            if store::by_id(c, self.station.id, *id)?.venue != venue {
                return Err(Fault::NotFound.into());
            }
        }
        if line.as_note {
            return Ok(self.note(c, &offering, &line.paper)?);
        }
        paper_in_reach(self.now, &line.paper.span, &self.station.zone)?;
        let theirs = self.theirs(c, &offering, line)?;
        // Theirs may have been given up, and somebody else may be in its place since.
        let others = line.others.iter().filter(|(id, _)| theirs.as_ref().is_none_or(|old| old.id != *id));
        others.copied().try_for_each(|other| self.settle_other(c, other, line))?;
        let became = match theirs {
            Some(old) => self.as_written(c, offering, (old, &line.paper))?,
            None => self.insert(c, offering, &line.paper)?,
        };
        // Somebody who never came may have left time that others wait for.
        offers::fill(c, self.house, self.station, venue, self.now)?;
        Ok(became)
    }

    fn insert(&self, c: &mut Conn, offering: Offering, paper: &OnPaper) -> Result<Became, Not<Refusal>> {
        let (offering_id, venue) = (offering.id, offering.venue);
        let facts = offers::facts_for(c, self.house, self.station, offering, &paper.span, (None, None), self.now)?;
        let booking = from_paper(self.now, paper, &facts)?;
        let id = ReservationId(self.house.new_id());
        let new = NewReservation {
            id,
            offering: offering_id,
            venue,
            person: None,
            guest_sealed: self.guest,
            source: Source::Outage,
            code: None,
            now: self.now,
        };
        acts::taken_if_there(store::insert(c, self.station.id, &new, &booking))?;
        self.note_end(c, id, &booking)?;
        acts::record(c, self.station, (self.now, self.by()), "reservation.from-paper", id, venue)?;
        Ok(Became::Entered { id, state: booking.state })
    }

    /// What is over already is counted on its own day.
    fn note_end(&self, c: &mut Conn, id: ReservationId, booking: &Booking) -> Result<(), Fault> {
        let at = match booking.state {
            State::Completed => booking.span.until,
            State::Released => booking.span.from,
            _ => return Ok(()),
        };
        let kept = store::by_id(c, self.station.id, id)?;
        store::note_end(c, self.house, self.station.id, &kept, booking.state, at)
    }

    fn note(&self, c: &mut Conn, offering: &Offering, paper: &OnPaper) -> Result<Became, Fault> {
        let group = paper.group.unwrap_or(offering.policy.smallest_group);
        let note = Note {
            id: self.house.new_id(),
            offering: offering.id,
            paper: OnPaper { group: Some(group), ..paper.clone() },
            guest_sealed: self.guest.map(<[u8]>::to_vec),
            made_at: self.now,
        };
        own::insert_note(c, self.station.id, &note, self.staff)?;
        let data = serde_json::json!({ "venue": offering.venue });
        event::record(c, self.station.id, self.now, self.by(), "paper.noted", &note.id.to_string(), &data)?;
        Ok(Became::Noted { id: note.id })
    }
}
