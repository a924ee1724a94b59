//! What the pages and the API show, gathered in one read each.
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use crate::TicketId;
use crate::answers::{self, InNow};
use crate::booked::answers::{self as booked, OneDay};
use crate::booked::rules::{Policy, Slot};
use crate::desk::seen::{Look, Waits};
use crate::forecast::Span;
use crate::public::reads::{self, Hall};
use crate::rules::{Line, LineId, Matter, OfficialId, State};
use crate::store;

/// The free times of a matter.
#[derive(Debug, Clone)]
pub struct Calendar {
    pub hall: Hall,
    pub matter: Matter,
    /// From today on; none if it takes no appointments.
    pub days: Vec<OneDay>,
    /// The day that is looked at: the one asked for, or the first with a free time.
    pub on: Option<Date>,
    /// The appointment that gets another time.
    pub moving: Option<Moving>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moving {
    pub id: TicketId,
    pub from: Timestamp,
}

impl Calendar {
    pub fn day(&self) -> Option<&OneDay> {
        self.days.iter().find(|d| Some(d.on) == self.on)
    }

    pub fn first_free(&self) -> Option<&Slot> {
        self.days.iter().flat_map(OneDay::free).next()
    }
}

pub async fn calendar(
    house: &House,
    station: &Arc<Station>,
    slug: &str,
    (on, moving): (Option<Date>, Option<TicketId>),
) -> Result<Calendar, Fault> {
    let hall = reads::hall(house, station).await?;
    let matter = hall.matter(slug).ok_or(Fault::NotFound)?.clone();
    let (h, at, m, now) = (house.clone(), station.clone(), matter.clone(), house.now());
    let read = move |c: &mut Conn| {
        let days = booked::calendar(c, &h, &at, (&m, None), now)?;
        let kept = moving.map(|id| store::by_id(c, at.id, id)).transpose()?;
        let kept = kept.filter(|kept| kept.ticket.state == State::Booked);
        let moving = kept.and_then(|kept| Some(Moving { id: kept.id, from: kept.booked_at? }));
        Ok::<_, Fault>((days, moving))
    };
    let (days, moving) = house.db.snapshot(read).await?;
    let asked = on.filter(|on| days.iter().any(|d| d.on == *on));
    let free = days.iter().find(|d| d.free().next().is_some()).or(days.iter().find(|d| d.open));
    let on = asked.or(free.map(|d| d.on));
    Ok(Calendar { hall, matter, days, on, moving })
}

/// So many times are offered instead of one that was refused.
const INSTEAD: usize = 4;

/// The nearest free times to one that was refused.
pub async fn instead(
    house: &House,
    station: &Arc<Station>,
    (matter, near): (&Matter, Timestamp),
) -> Result<Vec<Slot>, Fault> {
    let (h, at, m, now) = (house.clone(), station.clone(), matter.clone(), house.now());
    let read = move |c: &mut Conn| booked::nearest(c, &h, &at, (&m, near), (now, INSTEAD));
    house.db.snapshot(read).await
}

/// How long the desk is kept for an appointment.
pub async fn span(house: &House, station: &Arc<Station>, id: TicketId) -> Result<Option<Span>, Fault> {
    let at = station.clone();
    let read = move |c: &mut Conn| {
        let kept = store::by_id(c, at.id, id)?;
        booked::span_of(c, &at, &kept)
    };
    house.db.snapshot(read).await
}

/// What is booked in some days, as the desk sees it.
#[derive(Debug, Clone)]
pub struct List {
    pub all: Vec<Waits>,
    /// Of those from now on: what nobody can serve as things stand.
    pub hit: Vec<Waits>,
    pub officials: Vec<InNow>,
}

/// So many days are listed, today among them.
pub const LISTED: i64 = 14;

pub async fn list(
    house: &House,
    station: &Arc<Station>,
    official: Option<OfficialId>,
    from: Option<Date>,
) -> Result<List, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        // Nobody looks for appointments of other centuries, and not every engine knows them.
        let first = from.filter(|day| (2000..2200).contains(&day.year()));
        let first = first.unwrap_or_else(|| answers::wall(&station, now).date());
        let days = (first, first.saturating_add((LISTED - 1).days()));
        let board = answers::board(c, &station, now)?;
        let look = Look::new(c, &h, &station, &board)?;
        let mut list = List { all: vec![], hit: vec![], officials: answers::who_is_in(c, &station, now)? };
        for kept in booked::booked_in(c, &station, official, days)? {
            list.all.push(look.waits(c, kept)?);
        }
        for kept in booked::hit_by(c, &h, &station, now)? {
            list.hit.push(look.waits(c, kept)?);
        }
        Ok(list)
    };
    house.db.snapshot(read).await
}

/// A line and what it takes.
pub async fn policy(house: &House, station: &Arc<Station>, line: LineId) -> Result<(Line, Policy), Fault> {
    let station = station.clone();
    let read = move |c: &mut Conn| {
        let line = store::lines(c, station.id)?.into_iter().find(|l| l.id == line).ok_or(Fault::NotFound)?;
        let policy = booked::policy(c, &station, line.id)?;
        Ok((line, policy))
    };
    house.db.read(read).await
}
