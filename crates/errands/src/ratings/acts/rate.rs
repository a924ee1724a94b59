//! Saying how it was. Nobody is asked who they are: whoever has the ticket's address has the ticket.
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::TicketId;
use crate::acts::day_of;
use crate::ratings::answers::WORDS;
use crate::ratings::rules::{self, Level, RatingId, Refusal, Via};
use crate::ratings::store::{self, Rating};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use stations::Station;

/// What somebody says of a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub level: Level,
    /// Nothing: as they are. An empty text takes them back.
    pub words: Option<String>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Somebody will call back.
    pub call_back: bool,
}

/// Rates a ticket, or says something else of it.
///
/// # Errors
/// [`Refusal::NotDone`], [`Refusal::Fixed`], and at the kiosk [`Refusal::Rated`].
pub async fn rate(
    house: &House,
    station: &Arc<Station>,
    (ticket, from): (TicketId, Via),
    said: Said,
    once: Option<Once>,
) -> Result<Kept, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, (ticket, from), &said, now))
    };
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (ticket, from): (TicketId, Via),
    said: &Said,
    now: Timestamp,
) -> Result<Kept, Not<Refusal>> {
    let kept = crate::store::by_id(c, station.id, ticket)?;
    let before = store::of_ticket(c, station.id, ticket)?;
    rules::may_rate((kept.ticket.state, kept.day), day_of(station, now), before.is_some(), from)?;
    let seal = |words: &String| (!words.is_empty()).then(|| house.keys.seal(WORDS, words, &house.chance));
    let (id, kind) = match before {
        Some(before) => {
            let words = match &said.words {
                Some(words) => seal(words),
                None => before.words_sealed,
            };
            if !store::change(c, station.id, before.id, (said.level, words.as_deref()))? {
                return Err(Refusal::Fixed.into());
            }
            (before.id, "rating.changed")
        }
        None => {
            let id = RatingId(house.new_id());
            let words_sealed = said.words.as_ref().and_then(seal);
            let (level, day) = (said.level, kept.day);
            let new = Rating { id, ticket, day, level, words_sealed, given_at: now, counted: false };
            match store::add(c, station.id, &new) {
                // Two rated at once: the later one runs again and changes what the other said.
                Err(Fault::AlreadyThere(what)) => return Err(Fault::Clash(what).into()),
                added => added?,
            }
            (id, "rating.given")
        }
    };
    event::record(c, station.id, now, By::Resident, kind, &id.to_string(), &Value::Null)?;
    Ok(Kept { call_back: call_back(c, station, (id, said.level), now)? })
}

/// A low level opens a call-back; a better one takes it back, unless somebody has called already.
fn call_back(c: &mut Conn, station: &Station, (id, level): (RatingId, Level), now: Timestamp) -> Result<bool, Fault> {
    let open = store::call_back(c, station.id, id)?.is_some();
    let kind = match (level.is_low(), open) {
        (true, false) => {
            let days = store::days(c, station.id)?;
            store::open_call_back(c, station.id, id, (day_of(station, now), days))?;
            "call-back.opened"
        }
        (false, true) if store::withdraw(c, station.id, id)? => "call-back.withdrawn",
        (_, open) => return Ok(open),
    };
    event::record(c, station.id, now, By::Resident, kind, &id.to_string(), &Value::Null)?;
    Ok(level.is_low())
}
