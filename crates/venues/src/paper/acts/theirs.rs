//! A line may be about somebody who had booked: then it tells what became of that reservation, and is no second one.
use super::line::{Became, Line, Other, Typing};
use crate::acts;
use crate::desk::seen;
use crate::offers;
use crate::rules::{Booking, Offering, OnPaper, Refusal, Source, Span, State, from_paper};
use crate::store::{self, Reservation};
use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;

impl Typing<'_> {
    /// The reservation that a line is about: the clerk says which, or it bears the same name and begins at the same time.
    pub(super) fn theirs(
        &self,
        c: &mut Conn,
        offering: &Offering,
        line: &Line,
    ) -> Result<Option<Reservation>, Not<Refusal>> {
        if let Some((id, _)) = line.others.iter().find(|(_, other)| *other == Other::Same) {
            return Ok(Some(self.settled(c, *id)?));
        }
        let Some(name) = &line.name else { return Ok(None) };
        let minute = Span { from: line.paper.span.from, until: line.paper.span.from + SignedDuration::from_mins(1) };
        let mut named = vec![];
        for old in store::day(c, self.station.id, &minute)? {
            let same = old.offering == offering.id && old.state != State::Cancelled && !unanswered(&old);
            if same && self.fits(c, &old, &line.paper)? && self.is_called(c, &old, name)? {
                named.push(old.id);
            }
        }
        // Two of one name at one time: the table tells them apart, or they are two.
        match named[..] {
            [id] => Ok(Some(self.settled(c, id)?)),
            _ => Ok(None),
        }
    }

    /// Whether a reservation is at the table of the line, as far as both say.
    fn fits(&self, c: &mut Conn, old: &Reservation, paper: &OnPaper) -> Result<bool, Fault> {
        let Some(place) = paper.place else { return Ok(true) };
        let units = store::units_of(c, self.station.id, old.id)?;
        Ok(units.is_empty() || units.iter().any(|u| u.atom == place))
    }

    fn is_called(&self, c: &mut Conn, old: &Reservation, name: &str) -> Result<bool, Fault> {
        let guest = seen::guest_of(c, self.house, old.person, old.guest_sealed.as_deref())?;
        Ok(guest.name.as_deref() == Some(name))
    }

    /// Writes down what the paper says of their reservation.
    pub(super) fn as_written(
        &self,
        c: &mut Conn,
        offering: Offering,
        (old, paper): (Reservation, &OnPaper),
    ) -> Result<Became, Not<Refusal>> {
        let (id, begun) = (old.id, paper.span.from <= self.now);
        let state = match old.state {
            state if !begun => state,
            state if unanswered(&old) => return Err(Refusal::NotNow { state }.into()),
            _ if paper.missed(self.now) => self.not_come(c, &old)?,
            State::Held | State::Confirmed if paper.came => self.came(c, &old, paper)?,
            State::Released | State::Expired if paper.came => self.had_come(c, offering, &old, paper)?,
            state => state,
        };
        Ok(Became::Theirs { id, state })
    }

    /// They are in there, or were until the time on paper.
    fn came(&self, c: &mut Conn, old: &Reservation, paper: &OnPaper) -> Result<State, Fault> {
        store::set_state(c, self.station.id, old, (State::CheckedIn, None), self.now)?;
        acts::record(c, self.station, (self.now, self.by()), "reservation.checked-in", old.id, old.venue)?;
        if paper.span.until > self.now {
            return Ok(State::CheckedIn);
        }
        let inside = store::by_id(c, self.station.id, old.id)?;
        acts::end(c, self.house, self.station, &inside, (State::Completed, self.now, self.by()))?;
        Ok(State::Completed)
    }

    /// Their slot was given up because nobody could press that they were there: they get it back, if it is still free.
    fn had_come(
        &self,
        c: &mut Conn,
        offering: Offering,
        old: &Reservation,
        paper: &OnPaper,
    ) -> Result<State, Not<Refusal>> {
        let who = (None, Some(old.id));
        let facts = offers::facts_for(c, self.house, self.station, offering, &paper.span, who, self.now)?;
        let paper = OnPaper { group: paper.group.or(Some(old.group)), ..paper.clone() };
        let booking: Booking = from_paper(self.now, &paper, &facts)?;
        store::note_not_so(c, self.house, self.station.id, old, (old.state, self.now))?;
        acts::taken_if_there(store::set_time(c, self.station.id, old, &booking, self.now))?;
        let back = store::by_id(c, self.station.id, old.id)?;
        store::note_end(c, self.house, self.station.id, &back, booking.state, back.span.until.min(self.now))?;
        let kind = format!("reservation.{}", booking.state.name());
        acts::record(c, self.station, (self.now, self.by()), &kind, old.id, old.venue)?;
        Ok(booking.state)
    }
}

/// A game that found nobody, an offer without an answer: nobody had that room, and what becomes of it others decide.
fn unanswered(old: &Reservation) -> bool {
    matches!(old.source, Source::Game | Source::Offer) && matches!(old.state, State::Held | State::Expired)
}
