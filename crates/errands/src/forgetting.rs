//! What errands know of a resident: told to them, and forgotten.
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::acts::{Actor, give_back};
use crate::booked;
use crate::promises;
use crate::reach::{self, About};
use crate::{TicketId, ratings, store};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};

pub fn holding() -> Holding {
    Holding { name: "tickets", export, erase }
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let mut all = vec![];
    for (at, kept) in store::all_theirs(c, person)? {
        let station = stations::by_id(c, at)?;
        let names = crate::answers::one(c, &station, kept.id)?;
        let letter = store::lines(c, at)?.iter().find(|l| l.id == kept.line).map(|l| l.letter.to_string());
        all.push(json!({
            "station": station.name_zh,
            "day": kept.day,
            "number": format!("{}{:03}", letter.unwrap_or_default(), kept.number),
            "for": names.matters.iter().map(|(m, outcome)| json!({ "matter": m.draft.name.zh, "outcome": outcome }))
                .collect::<Vec<_>>(),
            "state": kept.ticket.state,
            "drawn_at": kept.drawn_at,
            "rating": rating(c, house, (at, kept.id))?,
            "told": promises::about(c, at, About::Ticket(kept.id))?.iter().map(|p| json!({
                "kind": p.kind, "time": p.due_at, "ended": p.ended.map(|(ending, _)| ending),
            })).collect::<Vec<_>>(),
            "booked_at": kept.booked_at,
        }));
    }
    all.extend(booked::export(c, house, person)?);
    Ok(json!(all))
}

/// What they said of a finished ticket, and what they were answered.
fn rating(c: &mut Conn, house: &House, (at, ticket): (StationId, TicketId)) -> Result<Value, Fault> {
    let Some(given) = ratings::answers::kept_of(c, house, at, ticket)? else { return Ok(Value::Null) };
    let answer = given.call_back.map(|b| json!({ "due": b.due, "outcome": b.outcome, "answer": b.answer }));
    Ok(json!({ "level": given.level, "words": given.words, "call_back": answer }))
}

/// What still stands is given back, except for whoever sits at a desk just now: that ends as the clerk says. That a number was
/// drawn stays, because numbers have no gaps; whose it was does not.
fn erase(c: &mut Conn, house: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    booked::erase(c, house, person)?;
    for (at, kept) in store::all_theirs(c, person)? {
        if kept.ticket.state.stands() {
            let station = stations::by_id(c, at)?;
            give_back(c, &station, &kept, (now, Actor::Person(person)))?;
        }
        reach::forget_about(c, at, About::Ticket(kept.id))?;
        ratings::forget_words(c, at, kept.id)?;
    }
    store::forget_person(c, person)
}
