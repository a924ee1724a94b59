//! A morning of the hall, lived through: each act at its own time, through the same rules as everybody's.
use std::sync::Arc;

use ::errands::TicketId;
use ::errands::acts::{self, Actor, Founding, Holder, Own, Press};
use ::errands::answers::Official;
use ::errands::booked::acts::Wish;
use ::errands::lounge;
use ::errands::rules::{DeskId, Drawing, Place, Presence, Priority, Way};
use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::clock::Rehearsal;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

use super::{Booked, Drawn, Errands, Lounge, Said, Then, papers, villages};
use crate::township::load::NotLoaded;
use crate::township::past::People;

/// A desk waits so long for somebody who was called.
const NOBODY_CAME: SignedDuration = SignedDuration::from_mins(3);

/// Writes the hall down, in the transaction of the station.
pub fn found(c: &mut Conn, house: &House, station: StationId, all: &Errands) -> Result<(), Fault> {
    let mut officials = vec![];
    for o in &all.hall.officials {
        let staff = o.login.as_ref().map(|login| people::staff_by_login(c, login)).transpose()?.flatten();
        let official = Official {
            id: o.id,
            name: o.name.clone(),
            title: o.title.clone(),
            staff,
            desk: o.desk,
            hours: o.hours.clone(),
            shows_village: o.shows_village,
        };
        officials.push((official, None));
    }
    let founding = Founding {
        lines: all.hall.lines.clone(),
        desks: all.hall.desks.clone(),
        officials,
        matters: all.matters.clone(),
    };
    acts::found(c, house, station, &founding, house.now())?;
    if let Some(Lounge { seats, taken }) = all.hall.lounge {
        lounge::found(c, station, &lounge::Lounge { seats, taken, seen_at: house.now() })?;
    }
    Ok(())
}

/// Something that happens.
enum Happens<'a> {
    Said(&'a Said),
    Drawn(usize),
    Called(usize, DeskId),
    Began(usize),
    Ended(usize, Then),
    Booked(&'a Booked),
}

/// Lives through the part of the day that is over at `now`.
pub async fn live(
    past: &House,
    hand: &Rehearsal,
    (station, people): (&Arc<Station>, &People),
    all: &Errands,
    now: Timestamp,
) -> Result<(), NotLoaded> {
    let today = stations::wall(now, &station.zone).date();
    let at = |time: Time| ::errands::answers::instant(station, today.to_datetime(time));
    let mut day: Vec<(Timestamp, Happens<'_>)> = vec![];
    for said in &all.hall.said {
        day.push((at(said.at)?, Happens::Said(said)));
    }
    for (n, ticket) in all.tickets.iter().enumerate() {
        for (time, happens) in of(n, ticket) {
            day.push((at(time)?, happens));
        }
    }
    for booked in &all.appointments {
        day.push((at(booked.made)?, Happens::Booked(booked)));
    }
    day.retain(|(at, _)| *at <= now);
    day.sort_by_key(|(at, _)| *at);
    let mut hall = Hall { past, station, people, all, drawn: vec![None; all.tickets.len()] };
    for (at, happens) in day {
        hand.move_to(at);
        hall.happens(happens, today).await?;
    }
    hand.move_to(now);
    papers::live(past, hand, (station, people), &all.papers, now).await?;
    villages::live(past, (station, people), &all.village_days).await
}

fn of(n: usize, ticket: &Drawn) -> Vec<(Time, Happens<'static>)> {
    let mut all = vec![(ticket.at, Happens::Drawn(n))];
    if let Some((desk, at)) = ticket.called {
        all.push((at, Happens::Called(n, desk)));
    }
    all.extend(ticket.began.map(|at| (at, Happens::Began(n))));
    if let Some(then) = ticket.then {
        let called = ticket.called.map(|(_, at)| at.saturating_add(NOBODY_CAME));
        all.push((ticket.ended.or(called).unwrap_or(ticket.at), Happens::Ended(n, then)));
    }
    all
}

struct Hall<'a> {
    past: &'a House,
    station: &'a Arc<Station>,
    people: &'a People,
    all: &'a Errands,
    /// The tickets, in the order of the file.
    drawn: Vec<Option<TicketId>>,
}

impl Hall<'_> {
    async fn happens(&mut self, happens: Happens<'_>, today: jiff::civil::Date) -> Result<(), NotLoaded> {
        match happens {
            Happens::Said(said) => {
                let by = self.clerk(None).await?;
                let how = (said.source, Some(by));
                acts::declare(self.past, self.station, said.official, said.on(today), how, None).await?;
                Ok(())
            }
            Happens::Drawn(n) => self.draw(n).await,
            Happens::Called(n, desk) => {
                let id = self.ticket(n)?;
                if self.all.tickets[n].place == Place::Remote {
                    acts::take_own(self.past, self.station, id, (Own::Arrive, Actor::Bearer), None).await?;
                }
                self.press(n, Press::Call(desk)).await
            }
            Happens::Began(n) => self.press(n, Press::Serve).await,
            Happens::Ended(n, then) => self.end(n, then).await,
            Happens::Booked(booked) => self.book(booked, today).await,
        }
    }

    async fn book(&self, booked: &Booked, today: jiff::civil::Date) -> Result<(), NotLoaded> {
        let known = self.people.find(&booked.who).filter(|_| booked.way == Way::Phone);
        let holder = match known {
            Some(person) => Holder::Person(person),
            None => Holder::Desk { staff: self.clerk(None).await?, name: Some(booked.who.clone()), phone: None },
        };
        let at = today.saturating_add(booked.days.days()).to_datetime(booked.at);
        let from = ::errands::answers::instant(self.station, at)?;
        let wish = Wish { matters: vec![booked.matter], from, official: None, priority: Priority::None };
        match ::errands::booked::acts::book(self.past, self.station, wish, (holder, booked.way, None), None).await {
            Ok(_) => Ok(()),
            // Nobody works then, on a Sunday perhaps.
            Err(Not::Refused(no)) => {
                tracing::debug!(row = booked.row, ?no, "left out of the demo");
                Ok(())
            }
            Err(Not::Fault(fault)) => Err(fault.into()),
        }
    }

    fn ticket(&self, n: usize) -> Result<TicketId, Fault> {
        self.drawn[n].ok_or_else(|| Fault::broken("tickets.csv: something happens to a ticket that was not drawn"))
    }

    async fn draw(&mut self, n: usize) -> Result<(), NotLoaded> {
        let ticket = &self.all.tickets[n];
        let known = ticket.who.as_ref().and_then(|name| self.people.find(name));
        let holder = match (known, ticket.way) {
            (Some(person), _) => Holder::Person(person),
            (None, Way::Desk | Way::Pad) => {
                Holder::Desk { staff: self.clerk(None).await?, name: ticket.who.clone(), phone: None }
            }
            (None, Way::Phone | Way::Kiosk) => Holder::Bearer,
        };
        let drawing = Drawing {
            matters: ticket.matters.clone(),
            priority: ticket.priority,
            on_site: ticket.place == Place::OnSite,
            ..Drawing::default()
        };
        let drawn = acts::draw(self.past, self.station, drawing, (holder, ticket.way), None).await;
        match drawn {
            Ok(drawn) => self.drawn[n] = Some(drawn.id),
            // On a day on which the hall is shut nobody comes.
            Err(Not::Refused(refusal)) => tracing::debug!(row = ticket.row, ?refusal, "left out of the demo"),
            Err(Not::Fault(fault)) => return Err(fault.into()),
        }
        Ok(())
    }

    async fn end(&mut self, n: usize, then: Then) -> Result<(), NotLoaded> {
        if self.drawn[n].is_none() {
            return Ok(());
        }
        let ticket = &self.all.tickets[n];
        if let Some(outcome) = then.outcome() {
            let outcomes = ticket.matters.iter().map(|matter| (*matter, outcome)).collect();
            return self.press(n, Press::Finish(outcomes)).await;
        }
        match then {
            Then::Missed => self.press(n, Press::Miss).await,
            Then::Held => {
                let first = ticket.matters.first().and_then(|m| usize::try_from(*m).ok()?.checked_sub(1));
                let official = first.and_then(|place| self.all.matters.get(place)?.official);
                let official = official.ok_or_else(|| Fault::broken("tickets.csv: held for nobody"))?;
                self.press(n, Press::Hold(official)).await
            }
            _ => {
                acts::take_own(self.past, self.station, self.ticket(n)?, (Own::Cancel, Actor::Bearer), None).await?;
                Ok(())
            }
        }
    }

    /// By whoever sits at the ticket's desk, or by a clerk.
    async fn press(&self, n: usize, press: Press) -> Result<(), NotLoaded> {
        let Some(id) = self.drawn[n] else { return Ok(()) };
        let staff = self.clerk(self.all.tickets[n].called.map(|(desk, _)| desk)).await?;
        acts::press(self.past, self.station, (id, None), (press, staff), None).await?;
        Ok(())
    }

    /// Who signs in and has said that they sit at `desk`; else whoever types for others.
    async fn clerk(&self, desk: Option<DeskId>) -> Result<StaffId, NotLoaded> {
        let hall = &self.all.hall;
        let sits = |o: &&super::Official| {
            let said = hall.said.iter().any(|s| s.official == o.id && s.presence == Presence::Desk);
            desk.is_some() && o.desk == desk && said
        };
        if let Some(login) = hall.officials.iter().filter(sits).find_map(|o| o.login.clone())
            && let Some(staff) = self.past.db.read(move |c| people::staff_by_login(c, &login)).await?
        {
            return Ok(staff);
        }
        let typist = self.people.at_the_desk();
        Ok(typist.ok_or_else(|| Fault::broken("staff.csv names nobody who could type"))?)
    }
}
