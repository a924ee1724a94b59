//! Whoever is in the place of a line: they played elsewhere, or never came.
use super::line::{Line, Other, Typing};
use crate::acts;
use crate::rules::{Booking, Claim, Refusal, Sight, Span, State, Unit, choose};
use crate::store::{self, Reservation};
use crate::{ReservationId, offers};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;

impl Typing<'_> {
    /// Does what the clerk said of a reservation of the held `venue`.
    pub(super) fn settle_other(
        &self,
        c: &mut Conn,
        (id, other): (ReservationId, Other),
        line: &Line,
    ) -> Result<(), Not<Refusal>> {
        let old = self.settled(c, id)?;
        match other {
            Other::NotCome => self.not_come(c, &old).map(|_| ()),
            Other::Moved => self.moved(c, &old, line),
            // Whose it is has been decided before.
            Other::Same => Ok(()),
        }
    }

    /// A reservation with what time has decided about it written down.
    pub(super) fn settled(&self, c: &mut Conn, id: ReservationId) -> Result<Reservation, Fault> {
        store::settle(c, self.house, self.station.id, id, self.now)?;
        store::by_id(c, self.station.id, id)
    }

    /// Nobody came: what they had is free, also looking back. Once is enough.
    pub(super) fn not_come(&self, c: &mut Conn, old: &Reservation) -> Result<State, Not<Refusal>> {
        match old.state {
            State::Released => return Ok(State::Released),
            State::Confirmed | State::CheckedIn | State::Completed if old.span.from <= self.now => {}
            state => return Err(Refusal::NotNow { state }.into()),
        }
        let (house, station) = (self.house, self.station.id);
        store::note_not_so(c, house, station, old, (old.state, self.now))?;
        store::set_state(c, station, old, (State::Released, None), self.now)?;
        // It is counted on the day of the use, not on that of the typing.
        store::note_end(c, house, station, old, State::Released, old.span.from)?;
        acts::record(c, self.station, (self.now, self.by()), "reservation.released", old.id, old.venue)?;
        Ok(State::Released)
    }

    /// They keep their time and get units that are free beside the line's; there may be none.
    fn moved(&self, c: &mut Conn, old: &Reservation, line: &Line) -> Result<(), Not<Refusal>> {
        if matches!(old.state, State::Cancelled | State::Expired | State::Released) {
            return Ok(());
        }
        let booking = self.elsewhere(c, old, line)?.ok_or(Refusal::Taken)?;
        acts::taken_if_there(store::set_time(c, self.station.id, old, &booking, self.now))?;
        acts::record(c, self.station, (self.now, self.by()), "reservation.moved", old.id, old.venue)?;
        Ok(())
    }

    /// The same reservation on other units, if there are any.
    fn elsewhere(&self, c: &mut Conn, old: &Reservation, line: &Line) -> Result<Option<Booking>, Fault> {
        let catalogue = store::catalogue(c, self.station.id)?;
        let offering = catalogue.offering_by_id(old.offering).cloned().ok_or(Fault::NotFound)?;
        let policy = offering.policy.clone();
        let who = (None, Some(old.id));
        let mut facts = offers::facts_for(c, self.house, self.station, offering, &old.span, who, self.now)?;
        for atom in facts.atoms.iter().filter(|a| line.paper.place == Some(a.id)) {
            let whole = |unit| Claim { unit, span: line.paper.span, before: 0, after: 0 };
            facts.claims.extend((1..=atom.units).map(|unit| whole(Unit { atom: atom.id, unit })));
        }
        let span: Span = old.span;
        let units =
            choose(&facts.offering, &facts.atoms, &facts.claims, (&span, old.group), &Sight::of_station(self.now));
        Ok(units.map(|units| Booking {
            span,
            group: old.group,
            units,
            state: old.state,
            awaits_approval: old.awaits,
            lapses_at: old.lapses_at,
            before: policy.before,
            after: policy.after,
            grace: old.grace,
            favoured: old.favoured,
        }))
    }
}
