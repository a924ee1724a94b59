//! A morning of the hall, lived through: each act at its own time, through the same rules as everybody's.
use std::sync::Arc;

use ::errands::TicketId;
use ::errands::acts::{self, Actor, Founding, Holder, Own, Press};
use ::errands::answers::Official;
use ::errands::booked::acts::Wish;
use ::errands::lounge;
use ::errands::ratings::rules::{Level, Outcome, Via};
use ::errands::ratings::{self, answers};
use ::errands::reach;
use ::errands::rules::{DeskId, Drawing, Place, Presence, Priority, Way};
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::clock::Rehearsal;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

use super::{Booked, Drawn, Errands, Lounge, Said, Then, papers, villages};
use crate::township::load::NotLoaded;
use crate::township::past::People;

/// A desk waits so long for somebody who was called.
const NOBODY_CAME: SignedDuration = SignedDuration::from_mins(3);
/// Whoever rates does it so long after they were done.
const RATED: SignedDuration = SignedDuration::from_mins(2);

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
    super::deputies::found(c, station, &all.deputies)
}

/// Something that happens.
enum Happens<'a> {
    Said(&'a Said),
    Drawn(usize),
    Called(usize, DeskId),
    Began(usize),
    Ended(usize, Then),
    Booked(&'a Booked),
    Rated(usize, Level),
}

/// Which tickets of the morning there are on a day.
type Which<'a> = &'a (dyn Fn(&Drawn) -> bool + Sync);

/// So many days before today are lived through.
const DAYS: i32 = 14;
/// Whoever was not satisfied is called back in the afternoon.
const CALLED_BACK: Time = Time::constant(16, 30, 0, 0);
const BEGINS: Time = Time::constant(7, 0, 0, 0);

/// Lives through the working days of two weeks, each with every other ticket of the morning: what is counted of them is counted
/// as everything is.
pub async fn live_before(
    past: &House,
    hand: &Rehearsal,
    (station, people): (&Arc<Station>, &People),
    all: &Errands,
    now: Timestamp,
) -> Result<(), NotLoaded> {
    let today = stations::wall(now, &station.zone).date();
    let calendar = stations::calendar(past);
    for back in (1..=DAYS).rev() {
        let day = today.saturating_sub(back.days());
        if all.tickets.is_empty() || !calendar.is_worked(day) {
            continue;
        }
        let odd = usize::try_from(back).unwrap_or(0);
        hand.move_to(::errands::answers::instant(station, day.to_datetime(BEGINS))?);
        ::errands::jobs(past).await?;
        // Of the past it is known how everything ended.
        let which = |t: &Drawn| (t.row + odd).is_multiple_of(2) && t.then.is_some_and(|then| then != Then::Held);
        live_on(past, hand, (station, people), all, (day, &which), now).await?;
        hand.move_to(::errands::answers::instant(station, day.to_datetime(CALLED_BACK))?);
        call_back(past, station, people).await?;
    }
    hand.move_to(::errands::answers::instant(station, today.to_datetime(Time::midnight()))?.min(now));
    ::errands::jobs(past).await?;
    Ok(())
}

/// The manager calls everybody back who waits for it.
async fn call_back(past: &House, station: &Arc<Station>, people: &People) -> Result<(), NotLoaded> {
    let Some(manager) = people.manager else { return Ok(()) };
    let (h, at, now) = (past.clone(), station.clone(), past.now());
    let all = past.db.read(move |c| answers::call_backs(c, &h, &at, now)).await?;
    for open in all.into_iter().filter(|b| b.is_open()) {
        let said = (Outcome::Settled, "给您补办好了，不用再跑一趟。".to_owned());
        ratings::acts::answer(past, station, open.id, said, (manager, None)).await?;
    }
    Ok(())
}

/// Lives through the part of the day that is over at `now`.
pub async fn live(
    past: &House,
    hand: &Rehearsal,
    (station, people): (&Arc<Station>, &People),
    all: &Errands,
    now: Timestamp,
) -> Result<(), NotLoaded> {
    super::duty::live(past, hand, station, &all.duty, now).await?;
    super::deputies::live(past, hand, station, &all.deputies, now).await?;
    let id = station.id;
    // Whoever was received weeks ago knows by now.
    past.db.write(move |c| reach::drop_waiting(c, id)).await?;
    let today = stations::wall(now, &station.zone).date();
    live_on(past, hand, (station, people), all, (today, &|_| true), now).await?;
    hand.move_to(now);
    if all.hall.lounge.is_some() {
        // Somebody has looked at the seats this morning.
        if let Some(manager) = people.manager {
            lounge::look(past, station, (lounge::Tap::Same, manager), None).await?;
        }
    }
    papers::live(past, hand, (station, people), &all.papers, now).await?;
    villages::live(past, (station, people), &all.village_days).await?;
    past.db.write(move |c| outbox::drop_waiting(c, id)).await?;
    Ok(())
}

async fn live_on(
    past: &House,
    hand: &Rehearsal,
    (station, people): (&Arc<Station>, &People),
    all: &Errands,
    (on, some): (Date, Which<'_>),
    now: Timestamp,
) -> Result<(), NotLoaded> {
    let at = |time: Time| ::errands::answers::instant(station, on.to_datetime(time));
    let mut day: Vec<(Timestamp, Happens<'_>)> = vec![];
    for said in &all.hall.said {
        day.push((at(said.at)?, Happens::Said(said)));
    }
    for (n, ticket) in all.tickets.iter().enumerate().filter(|(_, t)| some(t)) {
        for (time, happens) in of(n, ticket) {
            day.push((at(time)?, happens));
        }
    }
    // Of the days before, nothing that was booked is told.
    let today = on == stations::wall(now, &station.zone).date();
    for booked in all.appointments.iter().filter(|_| today) {
        day.push((at(booked.made)?, Happens::Booked(booked)));
    }
    day.retain(|(at, _)| *at <= now);
    day.sort_by_key(|(at, _)| *at);
    let mut hall = Hall { past, station, people, all, drawn: vec![None; all.tickets.len()] };
    for (at, happens) in day {
        hand.move_to(at);
        hall.happens(happens, on).await?;
    }
    Ok(())
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
    let rated = ticket.rated.zip(ticket.ended);
    all.extend(rated.map(|(level, ended)| (ended.saturating_add(RATED), Happens::Rated(n, level))));
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
    async fn happens(&mut self, happens: Happens<'_>, today: Date) -> Result<(), NotLoaded> {
        match happens {
            Happens::Said(said) => {
                let by = self.clerk(None).await?;
                let how = (said.source, Some(by));
                acts::declare(self.past, self.station, said.official, said.on(today), how, None).await?;
                Ok(())
            }
            Happens::Drawn(n) => self.draw(n).await,
            Happens::Called(n, desk) => {
                let Some(id) = self.drawn[n] else { return Ok(()) };
                if self.all.tickets[n].place == Place::Remote {
                    acts::take_own(self.past, self.station, id, (Own::Arrive, Actor::Bearer), None).await?;
                }
                self.press(n, Press::Call(desk)).await
            }
            Happens::Began(n) => self.press(n, Press::Serve).await,
            Happens::Ended(n, then) => self.end(n, then).await,
            Happens::Rated(n, level) => {
                let Some(id) = self.drawn[n] else { return Ok(()) };
                let said = ratings::acts::Said { level, words: None };
                ratings::acts::rate(self.past, self.station, (id, Via::Ticket), said, None).await?;
                Ok(())
            }
            Happens::Booked(booked) => self.book(booked, today).await,
        }
    }

    async fn book(&self, booked: &Booked, today: Date) -> Result<(), NotLoaded> {
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
        let Some(id) = self.drawn[n] else { return Ok(()) };
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
                acts::take_own(self.past, self.station, id, (Own::Cancel, Actor::Bearer), None).await?;
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
