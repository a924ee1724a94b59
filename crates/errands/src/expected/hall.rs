//! The hall as the predictor is told of it: who sits where until when, who is being served, who waits.
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::store;
use crate::TicketId;
use crate::answers::{self, Board, Desk, InNow, Kept};
use crate::forecast::{self, Band, Comes, Durations, Forecast, Hall, Serving, Span, Takes, Waits};
use crate::promises;
use crate::reach::About;
use crate::rules::{Matter, MatterId, Place, Shown, State, come_at};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

/// The minutes of a ticket of which nobody knows what it is for.
pub(super) const SOMETHING: i16 = 10;

/// Everything at one moment.
pub struct Now {
    pub hall: Hall<TicketId>,
    pub board: Board,
    pub durations: Durations,
    pub band: Band,
    matters: BTreeMap<MatterId, i16>,
}

pub fn now(c: &mut Conn, house: &House, station: &Station, now: Timestamp) -> Result<Now, Fault> {
    let board = answers::board(c, station, now)?;
    let people = answers::who_is_in(c, station, now)?;
    let matters = answers::matters(c, station)?;
    let typical = matters.iter().map(|m: &Matter| (m.id, m.draft.minutes)).collect();
    let (durations, band) = store::knowledge(c, station.id)?;
    let for_what = store::for_what(c, station.id, board.day)?;
    let told = store::told_on(c, station.id, board.day)?;
    let called_in = called_in(c, station)?;
    let mut all = Now {
        hall: Hall { now, desks: vec![], waiting: vec![], favoured: store::favoured(c, station.id, board.day)? },
        board,
        durations,
        band,
        matters: typical,
    };
    let takes = |all: &Now, id: TicketId| all.takes(for_what.get(&id).map_or(&[][..], Vec::as_slice));
    for desk in &all.board.desks {
        let serving = all.board.at_desks().into_iter().find(|k| k.ticket.desk == Some(desk.id));
        let serving = serving.map(|k| Serving { since: k.ticket.since, takes: takes(&all, k.id) });
        let (official, hours) = sits(house, station, (desk, &people, serving.is_some()), &all.board, now)?;
        all.hall.desks.push(forecast::Desk { id: desk.id, lines: desk.lines.clone(), official, serving, hours });
    }
    let waits = |k: &Kept| {
        Some(Waits {
            id: k.id,
            line: k.ticket.waits_in,
            official: k.ticket.official,
            priority: k.ticket.priority,
            order_at: k.ticket.order_at,
            booked: k.booked_at == Some(k.ticket.order_at),
            number: k.number,
            takes: takes(&all, k.id),
            comes: match called_in.get(&k.id).filter(|_| k.ticket.state == State::Waiting) {
                Some(at) if k.ticket.place == Place::Remote => Comes::expected(now, *at),
                _ => comes(k, told.get(&k.id), now)?,
            },
        })
    };
    let waiting = all.board.standing.iter().filter_map(waits).collect();
    all.hall.waiting = waiting;
    Ok(all)
}

impl Now {
    /// How long a visit for these matters takes.
    pub fn takes(&self, matters: &[MatterId]) -> Takes {
        let one = |id: &MatterId| self.durations.takes(*id, self.matters.get(id).copied().unwrap_or(SOMETHING));
        let all: Vec<Takes> = matters.iter().map(one).collect();
        Takes::together(&all).unwrap_or_else(|| self.durations.takes(0, SOMETHING))
    }
}

/// Who was told when to be in the hall, after an official's return.
fn called_in(c: &mut Conn, station: &Station) -> Result<BTreeMap<TicketId, Timestamp>, Fault> {
    let open = promises::open_of_station(c, station.id)?;
    let one = |p: promises::Promise| match (p.kind, p.about) {
        (promises::Kind::ComeAt, About::Ticket(id)) => Some((id, p.due_at)),
        _ => None,
    };
    Ok(open.into_iter().filter_map(one).collect())
}

/// When somebody can be called; `None` for who does not wait.
fn comes(k: &Kept, told: Option<&Forecast>, now: Timestamp) -> Option<Comes> {
    match (k.ticket.state, k.ticket.place) {
        (State::Waiting, Place::OnSite) => Some(Comes::Here),
        (State::Waiting, Place::Remote) => Some(match told {
            // They were told to come for the beginning of their turn.
            Some(Forecast::About(about)) => Comes::expected(now, come_at(about.now, about.from)),
            _ => Comes::Unknown,
        }),
        (State::Deferred, _) => k.ticket.until_at.map(Comes::At),
        (State::Booked, _) => Some(Comes::expected(now, k.ticket.order_at)),
        _ => None,
    }
}

/// Who sits at a desk, or will today, and when it takes people. Only what has been said counts, and a turn that is going on.
fn sits(
    house: &House,
    station: &Station,
    (desk, people, serving): (&Desk, &[InNow], bool),
    board: &Board,
    now: Timestamp,
) -> Result<(Option<i32>, Vec<Span>), Fault> {
    let usual = || people.iter().filter(|p| p.official.desk == Some(desk.id));
    let there = usual().find(|p| matches!(p.shown, Shown::AtDesk(_)));
    let back = usual().find_map(|p| match p.shown {
        Shown::Away { back: Some(back), .. } => Some((p, back)),
        _ => None,
    });
    let at = answers::wall(station, now);
    let (who, from) = match (there, back) {
        (Some(p), _) => (Some(p), at),
        (None, _) if serving => (usual().next(), at),
        (None, Some((p, back))) if back.date() == at.date() => (Some(p), back.max(at)),
        _ => return Ok((None, vec![])),
    };
    let text = who.map(|p| p.official.hours.as_str()).filter(|text| !text.is_empty());
    let line = board.lines.iter().find(|l| desk.lines.contains(&l.id));
    let hours = match (text, line) {
        (Some(text), _) => stations::parsed_hours(text)?,
        (None, Some(line)) => answers::hours_of(station, line)?,
        (None, None) => station.hours.clone(),
    };
    let calendar = stations::calendar(house);
    let spans = hours.intervals(at.date(), &calendar).into_iter().filter(|(_, until)| *until > from);
    let span = |(begins, until): (DateTime, DateTime)| {
        Ok(Span { from: answers::instant(station, begins.max(from))?, until: answers::instant(station, until)? })
    };
    Ok((who.map(|p| p.official.id), spans.map(span).collect::<Result<_, Fault>>()?))
}
