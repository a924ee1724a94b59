//! What is asked about sheets. Reads only.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::rules::HOURS_BACK;
use super::store::{self as own, Pad};
use crate::TicketId;
use crate::answers;
use crate::rules::{Line, Matter, Number, State};
use crate::store;
use kernel::db::Conn;
use kernel::fault::Fault;
use stations::Station;

/// A sheet, and the ticket that it became.
#[derive(Debug, Clone)]
pub struct Seen {
    pub day: Date,
    pub pad: i32,
    pub id: TicketId,
    pub number: Number,
    pub state: State,
}

/// What a clerk who types sheets in looks at.
#[derive(Debug, Clone)]
pub struct Lately {
    pub lines: Vec<Line>,
    pub matters: Vec<Matter>,
    /// Of the days that can still be typed in.
    pub sheets: Vec<Seen>,
}

pub fn lately(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Lately, Fault> {
    let (lines, matters) = (store::lines(c, station.id)?, store::matters(c, station.id)?);
    let first = answers::wall(station, now - SignedDuration::from_hours(HOURS_BACK)).date();
    let mut sheets = vec![];
    for (pad, id) in own::since(c, station.id, first)? {
        let kept = store::by_id(c, station.id, id)?;
        let Pad { day, pad, .. } = pad;
        let letter = lines.iter().find(|l| l.id == kept.line).map_or('?', |l| l.letter);
        sheets.push(Seen { day, pad, id, number: Number { letter, number: kept.number }, state: kept.ticket.state });
    }
    Ok(Lately { lines, matters, sheets })
}
