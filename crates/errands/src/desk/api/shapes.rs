//! What the desk's API answers with.
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::TicketId;
use crate::acts::{After, Drawn};
use crate::answers::InNow;
use crate::desk::order::Why;
use crate::desk::seen::{Calls, Turn, Waits};
use crate::rules::{
    DeskId, LineId, MatterId, Name, OfficialId, Outcome, Paper, Place, Presence, Priority, Shown, State,
};

/// An instant as the API writes it: with the station's offset.
pub fn written(at: Timestamp, zone: &TimeZone) -> String {
    at.display_with_offset(zone.to_offset(at)).to_string()
}

/// A ticket as the desk sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskTicket)]
pub struct TicketShape {
    #[schema(value_type = String, format = Uuid)]
    id: TicketId,
    #[schema(example = "A014")]
    number: String,
    /// The line in which it waits.
    line: LineId,
    state: State,
    place: Place,
    priority: Priority,
    desk: Option<DeskId>,
    /// For whom they wait.
    official: Option<OfficialId>,
    /// Send it with a step.
    version: i32,
    #[schema(format = DateTime)]
    drawn_at: String,
    /// When the state began.
    #[schema(format = DateTime)]
    since: String,
    /// Until when it is deferred, or a missed call may be made good, or an appointment is held.
    #[schema(format = DateTime)]
    until: Option<String>,
    /// When their appointment begins.
    #[schema(format = DateTime)]
    booked_at: Option<String>,
    /// Why it was ended unserved.
    reason: String,
    name: Option<String>,
    /// Who comes for them.
    carried_by: Option<String>,
    matters: Vec<MatterOf>,
    /// Why it is called when it is; only of those who are next.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Why>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MatterOfTicket)]
struct MatterOf {
    id: MatterId,
    name: Name,
    outcome: Outcome,
    /// The checklist that they saw; only of whoever is at the desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    papers: Option<Vec<Paper>>,
}

impl TicketShape {
    pub fn of(w: &Waits, station: &Station) -> TicketShape {
        let t = &w.kept.ticket;
        let matter = |(id, name, outcome): &(MatterId, Name, Outcome)| MatterOf {
            id: *id,
            name: name.clone(),
            outcome: *outcome,
            papers: None,
        };
        TicketShape {
            id: w.kept.id,
            number: w.number.to_string(),
            line: t.waits_in,
            state: t.state,
            place: t.place,
            priority: t.priority,
            desk: t.desk,
            official: t.official,
            version: t.version,
            drawn_at: written(w.kept.drawn_at, &station.zone),
            since: written(t.since, &station.zone),
            until: t.until_at.map(|at| written(at, &station.zone)),
            booked_at: w.kept.booked_at.map(|at| written(at, &station.zone)),
            reason: t.reason.clone(),
            name: w.name.clone(),
            carried_by: w.carried_by.clone(),
            matters: w.matters.iter().map(matter).collect(),
            why: None,
        }
    }

    fn turn(t: &Turn, station: &Station) -> TicketShape {
        let mut shape = TicketShape::of(&t.waits, station);
        for matter in &mut shape.matters {
            matter.papers = t.papers.iter().find(|(id, _)| *id == matter.id).map(|(_, papers)| papers.clone());
        }
        shape
    }
}

/// Everything that somebody at a desk looks at.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskBoard)]
pub struct BoardShape {
    /// At which desk; null if nobody has said.
    desk: Option<DeskId>,
    lines: Vec<LineShape>,
    desks: Vec<DeskShape>,
    officials: Vec<OfficialNow>,
    current: Option<TicketShape>,
    /// In the order in which they are called.
    next: Vec<TicketShape>,
    /// Not in the hall yet, with an appointment or without, or waiting for somebody else.
    later: Vec<TicketShape>,
    /// Paused, missed, held, deferred.
    aside: Vec<TicketShape>,
    /// The tickets of the last press, which can still be taken back, in that order.
    #[schema(value_type = Vec<String>)]
    undo: Vec<TicketId>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LineNow)]
struct LineShape {
    id: LineId,
    slug: String,
    letter: char,
    name: Name,
    /// In the hall.
    waiting: usize,
    /// On their way.
    coming: usize,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskNow)]
pub struct DeskShape {
    pub id: DeskId,
    pub note: Name,
    pub lines: Vec<LineId>,
}

/// An official and whether they are in. Which kind of leave is not told.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficialNow {
    id: OfficialId,
    name: String,
    /// Whether somebody who comes now can be served by them; what is not known is not present.
    is_in: bool,
    state: Option<Presence>,
    /// When they are back, or should have been; the station's wall time.
    #[schema(example = "2026-06-24T15:00:00")]
    back: Option<String>,
    /// They should have been back, and nobody has seen them.
    unconfirmed: bool,
}

impl OfficialNow {
    pub fn of(o: &InNow) -> OfficialNow {
        let (state, back, unconfirmed) = match o.shown {
            Shown::AtDesk(_) => (Some(Presence::Desk), None, false),
            Shown::InOffice => (Some(Presence::Office), None, false),
            Shown::Away { presence, back, .. } => (Some(presence), back, false),
            Shown::Unconfirmed(back) => (None, Some(back), true),
            Shown::NotSaid => (None, None, false),
        };
        OfficialNow {
            id: o.official.id,
            name: o.official.name.clone(),
            is_in: o.shown.is_in(),
            state,
            back: back.map(|at| at.to_string()),
            unconfirmed,
        }
    }
}

impl BoardShape {
    pub fn of(calls: &Calls, station: &Station) -> BoardShape {
        let line = |l: &crate::rules::Line| {
            let (waiting, coming) = crate::desk::seen::waiting(&calls.board, l.id);
            LineShape { id: l.id, slug: l.slug.clone(), letter: l.letter, name: l.name.clone(), waiting, coming }
        };
        let desk = |d: &crate::answers::Desk| DeskShape { id: d.id, note: d.note.clone(), lines: d.lines.clone() };
        let all = |waits: &[Waits]| waits.iter().map(|w| TicketShape::of(w, station)).collect();
        let next = |(w, why): &(Waits, Why)| TicketShape { why: Some(*why), ..TicketShape::of(w, station) };
        BoardShape {
            desk: calls.desk.as_ref().map(|d| d.id),
            lines: calls.board.lines.iter().map(line).collect(),
            desks: calls.board.desks.iter().map(desk).collect(),
            officials: calls.officials.iter().map(OfficialNow::of).collect(),
            current: calls.current.as_ref().map(|t| TicketShape::turn(t, station)),
            next: calls.next.iter().map(next).collect(),
            later: all(&calls.later),
            aside: all(&calls.aside),
            undo: calls.undo.as_ref().map(|u| u.tickets.clone()).unwrap_or_default(),
        }
    }
}

/// How a ticket stands after a step.
#[derive(Debug, Serialize, ToSchema)]
pub struct TicketAfter {
    state: State,
    version: i32,
}

impl From<After> for TicketAfter {
    fn from(after: After) -> TicketAfter {
        TicketAfter { state: after.state, version: after.version }
    }
}

/// A number that was drawn.
#[derive(Debug, Serialize, ToSchema)]
pub struct DrawnTicket {
    #[schema(value_type = String, format = Uuid)]
    id: TicketId,
    #[schema(example = "A014")]
    number: String,
    /// Where the slip is printed.
    slip: String,
}

impl DrawnTicket {
    pub fn of(drawn: &Drawn, station: &Station) -> DrawnTicket {
        let slip = station.path(&format!("/tickets/{}/slip", drawn.id));
        DrawnTicket { id: drawn.id, number: drawn.number().to_string(), slip }
    }
}
