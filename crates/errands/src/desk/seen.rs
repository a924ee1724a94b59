//! What the desk's pages and calls look at: tickets with whose they are and what they are for.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use people::{Phone, StaffId};
use stations::Station;

use super::order::{self, Why};
use crate::TicketId;
use crate::acts::{CARRIER, NAME};
use crate::answers::{self, Board, Desk, InNow, Kept};
use crate::lounge::{self, Seats};
use crate::reach;
use crate::rules::{
    self, DeskId, Matter, MatterId, Name, Number, OfficialId, Outcome, Paper, Place, State, Step, UNDO,
};
use crate::store;

/// So many who wait are shown; nobody looks further down.
const MOST_SHOWN: usize = 40;
/// A message that no channel took is told by voice for so long; then nobody needs it any more.
pub const GIVEN_UP_FOR: SignedDuration = SignedDuration::from_hours(24);

/// A ticket with whose it is and what it is for.
#[derive(Debug, Clone)]
pub struct Waits {
    pub kept: Kept,
    pub number: Number,
    pub name: Option<String>,
    /// Who comes for them: 代办
    pub carried_by: Option<String>,
    /// In the order in which they were written down.
    pub matters: Vec<(MatterId, Name, Outcome)>,
}

/// Who is called or served at a desk.
#[derive(Debug, Clone)]
pub struct Turn {
    pub waits: Waits,
    /// The number, to be dialled.
    pub phone: Option<Phone>,
    /// What each matter's checklist said when the ticket was drawn.
    pub papers: Vec<(MatterId, Vec<Paper>)>,
    /// How long they waited in the hall.
    pub waited: SignedDuration,
}

/// What one press did, as long as it can be taken back: the tickets in the order in which they are.
#[derive(Debug, Clone)]
pub struct Undoable {
    pub tickets: Vec<TicketId>,
    pub step: Step,
    pub number: Number,
}

/// All that somebody at a desk looks at.
#[derive(Debug, Clone)]
pub struct Calls {
    pub board: Board,
    pub officials: Vec<InNow>,
    pub me: Option<OfficialId>,
    pub desk: Option<Desk>,
    pub current: Option<Turn>,
    /// Whoever would be called, in that order.
    pub next: Vec<(Waits, Why)>,
    /// Waiting for this desk's lines and not in the hall yet, or for somebody else.
    pub later: Vec<Waits>,
    /// Paused, missed, held, deferred.
    pub aside: Vec<Waits>,
    pub undo: Option<Undoable>,
    pub lounge: Option<Seats>,
    /// How many people wait for a clerk's voice.
    pub to_tell: i64,
}

pub fn calls(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (staff, asked): (StaffId, Option<DeskId>),
    now: Timestamp,
) -> Result<Calls, Fault> {
    let board = answers::board(c, station, now)?;
    let officials = answers::who_is_in(c, station, now)?;
    let mine = officials.iter().find(|o| o.official.staff == Some(staff));
    let me = mine.map(|o| o.official.id);
    let sits = asked.or(mine.and_then(|o| o.official.desk));
    let desk = board.desks.iter().find(|d| Some(d.id) == sits).cloned();
    let lines = desk.as_ref().map(|d| d.lines.clone()).unwrap_or_default();
    let favoured = store::favoured(c, station.id, board.day, &lines)?;
    let order: Vec<(Kept, Why)> = order::order(&board, (&lines, me), (&favoured, now), MOST_SHOWN)
        .into_iter()
        .map(|(k, why)| (k.clone(), why))
        .collect();
    let look = Look::new(c, house, station, &board)?;
    let mut next = vec![];
    for (kept, why) in order {
        next.push((look.waits(c, kept)?, why));
    }
    let of_mine = |k: &&Kept| lines.contains(&k.ticket.waits_in) && !next.iter().any(|(w, _)| w.kept.id == k.id);
    let rest: Vec<Kept> = board.standing.iter().filter(of_mine).take(MOST_SHOWN).cloned().collect();
    let (mut later, mut aside) = (vec![], vec![]);
    for kept in rest {
        match kept.ticket.state {
            State::Waiting | State::Booked => later.push(look.waits(c, kept)?),
            State::Paused | State::Missed | State::Held | State::Deferred => {
                aside.push(look.waits(c, kept)?);
            }
            _ => {}
        }
    }
    let at_desk =
        |k: &&Kept| desk.is_some() && k.ticket.desk == sits && matches!(k.ticket.state, State::Called | State::Serving);
    let current = board.standing.iter().find(at_desk).cloned();
    let current = current.map(|kept| look.turn(c, kept)).transpose()?;
    let undo = undoable(c, station, &board, staff, now)?;
    let lounge = lounge::seats(c, station, now)?;
    let given_up = outbox::count_given_up(c, station.id, now - GIVEN_UP_FOR)?;
    let to_tell = given_up + reach::count_open(c, station.id, now)?;
    Ok(Calls { board, officials, me, desk, current, next, later, aside, undo, lounge, to_tell })
}

/// What tickets are shown with.
pub struct Look<'a> {
    house: &'a House,
    station: &'a Station,
    board: &'a Board,
    matters: Vec<Matter>,
}

impl<'a> Look<'a> {
    pub fn new(c: &mut Conn, house: &'a House, station: &'a Station, board: &'a Board) -> Result<Look<'a>, Fault> {
        Ok(Look { house, station, board, matters: store::matters_ever(c, station.id)? })
    }

    pub fn waits(&self, c: &mut Conn, kept: Kept) -> Result<Waits, Fault> {
        let named = |(id, _, outcome): (MatterId, i32, Outcome)| {
            Some((id, self.matters.iter().find(|m| m.id == id)?.draft.name.clone(), outcome))
        };
        let matters = store::matters_of(c, self.station.id, kept.id)?.into_iter().filter_map(named).collect();
        let open = |sealed| self.house.keys.open(NAME, sealed).map_err(Fault::broken);
        let name = match (kept.name_sealed.as_deref().map(open).transpose()?, kept.person) {
            (Some(name), _) => Some(name),
            (None, Some(person)) => people::name_of(c, self.house, person)?,
            (None, None) => None,
        };
        let carrier = store::carried_by(c, self.station.id, kept.id)?;
        let carrier = carrier.map(|sealed| self.house.keys.open(CARRIER, &sealed).map_err(Fault::broken));
        let carried_by = carrier.transpose()?;
        Ok(Waits { number: self.board.number(&kept), name, carried_by, matters, kept })
    }

    fn turn(&self, c: &mut Conn, kept: Kept) -> Result<Turn, Fault> {
        let mut papers = vec![];
        for (matter, version, _) in store::matters_of(c, self.station.id, kept.id)? {
            papers.push((matter, store::papers_of(c, self.station.id, matter, version)?));
        }
        let phone = kept.person.map(|p| people::phone_of(c, self.house, p)).transpose()?.flatten();
        let waited = rules::spent(&answers::log(c, self.station, &kept)?).waited;
        Ok(Turn { waits: self.waits(c, kept)?, phone, papers, waited })
    }
}

/// The last press of `staff`, if it can still be taken back. Calling the next may have finished somebody in the same press:
/// the call is taken back first, so that the desk is free for whoever comes back to it.
fn undoable(
    c: &mut Conn,
    station: &Station,
    board: &Board,
    staff: StaffId,
    now: Timestamp,
) -> Result<Option<Undoable>, Fault> {
    let mut last: Vec<(Timestamp, Step, Kept)> = vec![];
    for kept in store::moved_since(c, station.id, board.day, now - UNDO)? {
        let made = store::last_step(c, station.id, kept.id, kept.ticket.priority)?;
        let Some(step) = made.first().filter(|s| s.after.version == kept.ticket.version) else { continue };
        if made.len() == 2 && step.by == Some(staff.0) && rules::can_undo(now, step.step, step.from_at) {
            last.push((step.from_at, step.step, kept));
        }
    }
    let Some(newest) = last.iter().map(|(at, ..)| *at).max() else { return Ok(None) };
    last.retain(|(at, ..)| *at == newest);
    last.sort_by_key(|(_, step, _)| *step != Step::Call);
    let first = last.first().map(|(_, step, kept)| (*step, board.number(kept)));
    let tickets = last.iter().map(|(_, _, kept)| kept.id).collect();
    Ok(first.map(|(step, number)| Undoable { tickets, step, number }))
}

/// How many wait in a line, in the hall and on their way.
pub fn waiting(board: &Board, line: rules::LineId) -> (usize, usize) {
    let here = board.waiting(line).filter(|k| k.ticket.place == Place::OnSite).count();
    (here, board.waiting(line).count() - here)
}

/// How many tickets the end of the day would close: all that stand and are not being served.
pub fn hit_by_closing(board: &Board) -> usize {
    board.standing.iter().filter(|k| k.ticket.state != State::Serving).count()
}
