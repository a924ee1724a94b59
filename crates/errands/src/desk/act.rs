//! The acts of the desk as pages and the API call them.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;
use kernel::refusal::Not;

use super::asked::{Saying, Taking, Wanted};
use super::here::Here;
use super::relied::{self, HitSeen, Promised, ToTell};
use super::seen::{self, Calls};
use crate::TicketId;
use crate::acts::{self, Actor, After, Decided, Declaration, Drawn, Pressed};
use crate::answers;
use crate::rules::{Declared, DeskId, OfficialId, Refusal, Source, Way};
use crate::store;
use kernel::form::Problems;
use stations::Division;

pub async fn call_next(here: &Here, desk: DeskId, once: &str) -> Result<Pressed, Not<Refusal>> {
    let once = here.once(once, &("call-next", desk));
    acts::call_next(&here.house, &here.desk.station, (desk, here.staff()), once).await
}

/// Takes a step on the ticket that was seen at `version`.
pub async fn step(
    here: &Here,
    (id, version): (TicketId, Option<i32>),
    wanted: Wanted,
    once: &str,
) -> Result<After, Not<Refusal>> {
    let (house, station, staff) = (&here.house, &here.desk.station, here.staff());
    match wanted {
        Wanted::Press(press) => {
            let once = here.once(once, &(id, version, &press));
            acts::press(house, station, (id, version), (press, staff), once).await
        }
        Wanted::Return => {
            let once = here.once(once, &(id, "return"));
            acts::take_own(house, station, id, (acts::Own::Return, Actor::Staff(staff)), once).await
        }
    }
}

pub async fn undo(here: &Here, id: TicketId, once: &str) -> Result<After, Not<Refusal>> {
    let once = here.once(once, &("undo", id));
    acts::undo(&here.house, &here.desk.station, (id, here.staff()), once).await
}

/// Draws for somebody. Of a name and a number only a keyed hash says whether a request is the same.
pub async fn draw(here: &Here, taking: &Taking, once: &str) -> Result<Drawn, Not<Refusal>> {
    let phone = taking.phone.as_ref().map(people::Phone::e164);
    let (name, phone) = (here.hashed(taking.name.as_deref()), here.hashed(phone.as_deref()));
    let once = here.once(once, &(&taking.drawing, name, phone));
    let holder = taking.holder(here.staff());
    acts::draw(&here.house, &here.desk.station, taking.drawing.clone(), (holder, Way::Desk), once).await
}

/// Where the officials of the station go by car: the villages of its township.
pub async fn villages(here: &Here) -> Result<Vec<Division>, Fault> {
    let station = here.desk.station.clone();
    here.house.db.read(move |c: &mut Conn| stations::villages(c, &station.division)).await
}

/// What somebody says, checked against the clock and the villages.
pub fn declared(here: &Here, saying: &Saying, villages: &[Division]) -> Result<Declared, Problems> {
    let station = &here.desk.station;
    let codes: Vec<i64> = villages.iter().map(|d| d.code).collect();
    saying.checked(answers::wall(station, here.now()), &station.zone, &codes)
}

/// Declares for oneself, or as the front desk for somebody else, with what is to become of whoever waits for them. `once` is bound
/// to what was asked: the time that a length becomes is another one each time.
pub async fn declare(
    here: &Here,
    official: OfficialId,
    said: Declared,
    (decided, once): (Vec<Decided>, Option<Once>),
) -> Result<Declaration, Not<Refusal>> {
    let (at, staff) = (here.desk.station.id, here.staff());
    let whose = here.house.db.read(move |c: &mut Conn| store::official(c, at, official)).await?.staff;
    let source = if whose == Some(staff) { Source::Page } else { Source::FrontDesk };
    acts::declare_with(&here.house, &here.desk.station, (official, said), (source, Some(staff), decided), once).await
}

/// Whom an absence of an official until `back` would hit.
pub async fn hits(here: &Here, official: OfficialId, back: Option<Timestamp>) -> Result<Vec<HitSeen>, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    here.house.db.snapshot(move |c| relied::hits(c, (&house, &station), official, back, now)).await
}

/// What an official has to be there for.
pub async fn promised(here: &Here, official: OfficialId) -> Result<Vec<Promised>, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    here.house.db.snapshot(move |c| relied::promised(c, (&house, &station), official, now)).await
}

/// Whom a clerk has to tell by voice.
pub async fn to_tell(here: &Here) -> Result<Vec<ToTell>, Fault> {
    let here = here.clone();
    let db = here.house.db.clone();
    let read = move |c: &mut Conn| {
        let asked = here.asked(c)?;
        relied::to_tell(c, &here.house, &here.desk.station, (asked, here.now()))
    };
    db.snapshot(read).await
}

/// What a clerk sees who calls, at this desk or where they usually sit.
pub async fn calls(here: &Here, desk: Option<DeskId>) -> Result<Calls, Fault> {
    let here = here.clone();
    let db = here.house.db.clone();
    let read = move |c: &mut Conn| {
        let who = (here.staff(), desk);
        let calls = seen::calls(c, &here.house, &here.desk.station, who, here.now())?;
        Ok::<_, Fault>(Calls { to_tell: calls.to_tell + here.asked(c)?.len() as i64, ..calls })
    };
    db.snapshot(read).await
}

pub async fn close_day(here: &Here, reason: &str, once: &str) -> Result<usize, Not<Refusal>> {
    let once = here.once(once, &("close-day", reason));
    acts::close_day(&here.house, &here.desk.station, (reason.trim().to_owned(), here.staff()), once).await
}
