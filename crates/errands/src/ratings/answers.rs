//! What pages and programs ask of ratings: what was said of a ticket, and whom a station calls back until when.
use almanac::workdays::{self, Due};
use jiff::Timestamp;
use jiff::civil::Date;
use people::Phone;

use super::rules::{self, Level, Outcome, RatingId, Refusal, Via};
use super::store::{self, CallBack, Rating};
use crate::TicketId;
use crate::acts::{NAME, day_of};
use crate::answers::Kept;
use crate::rules::{Name, Number};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

/// The purposes under which what is written is sealed.
pub(crate) const WORDS: &str = "rating-words";
pub(crate) const ANSWER: &str = "call-back-answer";

/// What was said of a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    pub level: Level,
    pub words: String,
    pub call_back: Option<Called>,
}

/// A call-back as whoever has the ticket sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    pub due: Date,
    pub outcome: Option<Outcome>,
    pub answer: String,
}

/// A finished ticket, asked for its rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfTicket {
    pub given: Option<Given>,
    /// Why it cannot be rated or changed now, if it cannot.
    pub may: Result<(), Refusal>,
    /// The last day on which it can.
    pub until: Date,
}

pub fn of_ticket(
    c: &mut Conn,
    house: &House,
    station: &Station,
    kept: &Kept,
    now: Timestamp,
) -> Result<OfTicket, Fault> {
    let rating = store::of_ticket(c, station.id, kept.id)?;
    let today = day_of(station, now);
    let fixed = rating.as_ref().is_some_and(|r| r.counted);
    let may = rules::may_rate((kept.ticket.state, kept.day), today, rating.is_some(), Via::Ticket);
    Ok(OfTicket {
        given: rating.map(|r| given(c, house, station.id, &r)).transpose()?,
        may: if fixed { Err(Refusal::Fixed) } else { may },
        until: rules::fixed_on(kept.day).yesterday().map_err(Fault::broken)?,
    })
}

fn given(c: &mut Conn, house: &House, station: StationId, rating: &Rating) -> Result<Given, Fault> {
    let called = store::call_back(c, station, rating.id)?;
    let called = called.map(|b| {
        let answer = opened(house, ANSWER, b.answer_sealed.as_deref())?;
        Ok::<_, Fault>(Called { due: due(house, &b)?.date, outcome: b.outcome, answer })
    });
    let words = opened(house, WORDS, rating.words_sealed.as_deref())?;
    Ok(Given { level: rating.level, words, call_back: called.transpose()? })
}

/// What somebody said of their ticket, to take along.
pub fn kept_of(c: &mut Conn, house: &House, station: StationId, ticket: TicketId) -> Result<Option<Given>, Fault> {
    let rating = store::of_ticket(c, station, ticket)?;
    rating.map(|r| given(c, house, station, &r)).transpose()
}

fn opened(house: &House, purpose: &str, sealed: Option<&[u8]>) -> Result<String, Fault> {
    let opened = sealed.map(|sealed| house.keys.open(purpose, sealed)).transpose().map_err(Fault::broken)?;
    Ok(opened.unwrap_or_default())
}

/// Until when somebody is called back: worked out anew each time, because the next year's holidays may move it.
pub fn due(house: &House, call_back: &CallBack) -> Result<Due, Fault> {
    let days = i32::from(call_back.days);
    workdays::add(call_back.opened_on, days, &stations::calendar(house)).map_err(Fault::broken)
}

/// Somebody to be called back, as the desk sees it: which number of which day, what for and what they said. Not by whom they
/// were served.
#[derive(Debug, Clone)]
pub struct ToCall {
    pub id: RatingId,
    pub day: Date,
    pub number: Number,
    pub matters: Vec<Name>,
    pub level: Level,
    pub words: String,
    pub name: Option<String>,
    /// Without one, whoever has the ticket reads the answer on its page.
    pub phone: Option<Phone>,
    pub due: Due,
    /// The day on which it was due is over, and nothing was said.
    pub overdue: bool,
    pub outcome: Option<Outcome>,
    pub answer: String,
}

impl ToCall {
    pub fn is_open(&self) -> bool {
        !self.outcome.is_some_and(Outcome::is_final)
    }
}

/// The call-backs of a station, those that are open first, by their deadline.
pub fn call_backs(c: &mut Conn, house: &House, station: &Station, now: Timestamp) -> Result<Vec<ToCall>, Fault> {
    let today = day_of(station, now);
    let lines = crate::store::lines(c, station.id)?;
    let mut all = vec![];
    for (call_back, rating) in store::call_backs(c, station.id)? {
        let one = crate::answers::one(c, station, rating.ticket)?;
        let letter = lines.iter().find(|l| l.id == one.kept.line).map_or('?', |l| l.letter);
        let typed = one.kept.name_sealed.as_deref();
        let name = match (typed.map(|n| house.keys.open(NAME, n)).transpose().map_err(Fault::broken)?, one.kept.person)
        {
            (Some(name), _) => Some(name),
            (None, Some(person)) => people::name_of(c, house, person)?,
            (None, None) => None,
        };
        let due = due(house, &call_back)?;
        all.push(ToCall {
            id: rating.id,
            day: rating.day,
            number: Number { letter, number: one.kept.number },
            matters: one.matters.into_iter().map(|(m, _)| m.draft.name).collect(),
            level: rating.level,
            words: opened(house, WORDS, rating.words_sealed.as_deref())?,
            name,
            phone: one.kept.person.map(|p| people::phone_of(c, house, p)).transpose()?.flatten(),
            overdue: call_back.outcome.is_none() && due.date < today,
            due,
            outcome: call_back.outcome,
            answer: opened(house, ANSWER, call_back.answer_sealed.as_deref())?,
        });
    }
    all.sort_by_key(|b| (!b.is_open(), b.due.date));
    Ok(all)
}

/// In how many working days the station calls back.
pub fn days(c: &mut Conn, station: &Station) -> Result<i16, Fault> {
    store::days(c, station.id)
}
