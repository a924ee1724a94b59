//! What the API says. Times are RFC 3339 with the station's offset; names are in the reader's language.
use jiff::Timestamp;
use jiff::civil::DateTime;
use kernel::fault::Fault;
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::TicketId;
use crate::acts::Instead;
use crate::answers;
use crate::forecast::Forecast;
use crate::promises::{Ending, Kind, Promise};
use crate::public::answer::{Answer, LineNow, Person};
use crate::public::pages::{matter_path, ticket_path};
use crate::public::reads::{Hall, Mine};
use crate::public::{promised, says};
use crate::rules::{DeskId, Matter, OfficialId, Paper, Place, Presence, Shown, State, Ways};
use crate::says::expected;
use crate::says::name;
use crate::village_days::VillageVisitId;

pub fn written(station: &Station, at: Timestamp) -> String {
    at.display_with_offset(station.zone.to_offset(at)).to_string()
}

fn wall(station: &Station, at: Option<DateTime>) -> Result<Option<String>, Fault> {
    at.map(|at| Ok(written(station, answers::instant(station, at)?))).transpose()
}

/// Whether a matter can be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Can {
    /// Somebody who does it is in.
    Now,
    /// Nobody who does it is in.
    Away,
    /// Nobody has said whether anybody is in.
    Unknown,
    /// It is not the time at which it is done.
    Shut,
}

/// The answer to a matter.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MatterAnswer)]
pub struct AnswerShape {
    pub can: Can,
    /// The same in words.
    pub said: String,
    /// Who does it now, or who is back first.
    pub official: Option<OfficialId>,
    /// Where, when it can be done now.
    pub desks: Vec<DeskId>,
    /// When they are back, or when it is done again.
    #[schema(format = DateTime)]
    pub from: Option<String>,
    /// Who waits in the line, in the hall and at home.
    pub waiting: usize,
    /// Whether a number can be drawn now.
    pub draws: bool,
}

impl AnswerShape {
    pub fn of(v: &View, station: &Station, hall: &Hall, m: &Matter) -> Result<AnswerShape, Fault> {
        let (answer, when) = (hall.answer(m), v.when(&station.zone));
        let said = says::brief(v, &when, &answer).1;
        let at_desk = |p: &Person| match p.shown {
            Shown::AtDesk(desk) => desk.into_iter().collect(),
            _ => vec![],
        };
        let (can, who, desks, from) = match &answer {
            Answer::Now { who, .. } => (Can::Now, Some(*who), at_desk(who), None),
            Answer::Desks(desks) => (Can::Now, None, desks.clone(), None),
            Answer::Away(who) => (Can::Away, Some(*who), vec![], who.back()),
            Answer::NotKnown(who) => (Can::Unknown, *who, vec![], None),
            Answer::Shut(next) => (Can::Shut, None, vec![], *next),
        };
        let line = hall.line(m.draft.line);
        Ok(AnswerShape {
            can,
            said,
            official: who.map(|p| p.official.id),
            desks,
            from: wall(station, from)?,
            waiting: line.map_or(0, |l| l.waiting),
            draws: line.is_some_and(|l| l.draws),
        })
    }
}

/// What one comes for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Matter)]
pub struct MatterShape {
    pub slug: String,
    pub name: String,
    /// The slug of its line.
    pub line: Option<String>,
    pub official: Option<OfficialId>,
    pub stand_in: Option<OfficialId>,
    /// How long it usually takes at the desk.
    #[schema(minimum = 1, maximum = 240)]
    pub minutes: i16,
    /// Other ways than coming oneself and waiting.
    pub ways: Ways,
    pub now: AnswerShape,
    pub page: String,
}

impl MatterShape {
    pub fn of(v: &View, station: &Station, hall: &Hall, m: &Matter) -> Result<MatterShape, Fault> {
        Ok(MatterShape {
            slug: m.draft.slug.clone(),
            name: name(v, &m.draft.name).to_owned(),
            line: hall.line(m.draft.line).map(|l| l.line.slug.clone()),
            official: m.draft.official,
            stand_in: m.draft.stand_in,
            minutes: m.draft.minutes,
            ways: m.draft.ways,
            now: AnswerShape::of(v, station, hall, m)?,
            page: matter_path(station, m),
        })
    }
}

/// A matter with its list of papers, in both languages.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MatterInFull)]
pub struct FullMatter {
    #[serde(flatten)]
    pub matter: MatterShape,
    /// Of the list: whoever came with an older one can say so.
    pub version: i32,
    pub papers: Vec<Paper>,
    pub note: Option<String>,
}

/// An official, as everybody sees them. Of leave nothing is told but that they are not in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Official)]
pub struct OfficialShape {
    pub id: OfficialId,
    pub name: String,
    pub title: String,
    /// Where they are; null when it is not known, or not confirmed.
    pub presence: Option<Presence>,
    /// They should have been back, and nobody has seen them.
    pub unconfirmed: bool,
    pub desk: Option<DeskId>,
    #[schema(format = DateTime)]
    pub back_at: Option<String>,
    /// A village or a place, if they agreed that it is told.
    pub place: Option<String>,
    /// The same in words.
    pub said: String,
    /// Who stands in for them, and is in now.
    pub stand_ins: Vec<OfficialId>,
    /// The slugs of what they do, as the first or in somebody's stead.
    pub matters: Vec<String>,
}

impl OfficialShape {
    pub fn of(v: &View, station: &Station, hall: &Hall, p: &Person) -> Result<OfficialShape, Fault> {
        let (presence, desk) = match p.shown {
            Shown::AtDesk(desk) => (Some(Presence::Desk), desk),
            Shown::InOffice => (Some(Presence::Office), None),
            Shown::Away { presence, .. } => (Some(presence), None),
            Shown::Unconfirmed(_) | Shown::NotSaid => (None, None),
        };
        let told = match p.shown {
            Shown::Unconfirmed(back) => Some(back),
            _ => p.back(),
        };
        Ok(OfficialShape {
            id: p.official.id,
            name: p.official.name.clone(),
            title: name(v, &p.official.title).to_owned(),
            presence,
            unconfirmed: matches!(p.shown, Shown::Unconfirmed(_)),
            desk,
            back_at: wall(station, told)?,
            place: p.place.clone(),
            said: crate::says::shown(v, &v.when(&station.zone), &p.shown).1,
            stand_ins: hall.stand_ins(p).iter().map(|other| other.official.id).collect(),
            matters: hall.done_by(p).map(|m| m.draft.slug.clone()).collect(),
        })
    }
}

/// A line as it stands now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Line)]
pub struct LineShape {
    pub slug: String,
    /// Stands before the number: A007.
    #[schema(example = "A")]
    pub letter: char,
    pub name: String,
    /// Tickets are served now.
    pub open: bool,
    /// From when on, if they are not.
    #[schema(format = DateTime)]
    pub opens_at: Option<String>,
    /// Whether a number can be drawn now.
    pub draws: bool,
    /// Whether it takes appointments.
    pub books: bool,
    pub waiting: usize,
    pub desks: Vec<DeskId>,
}

impl LineShape {
    pub fn of(v: &View, station: &Station, l: &LineNow) -> Result<LineShape, Fault> {
        Ok(LineShape {
            slug: l.line.slug.clone(),
            letter: l.line.letter,
            name: name(v, &l.line.name).to_owned(),
            open: l.open,
            opens_at: wall(station, l.opens)?,
            draws: l.draws,
            books: l.books,
            waiting: l.waiting,
            desks: l.desks.clone(),
        })
    }
}

/// When somebody will be called, as honestly as it is known, or in words why that cannot be said.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExpectedCall)]
pub struct ExpectedShape {
    /// In words.
    pub said: String,
    /// Nine of ten are called no earlier.
    #[schema(format = DateTime)]
    pub from: Option<String>,
    /// Nine of ten are called no later.
    #[schema(format = DateTime)]
    pub until: Option<String>,
    /// Desks open now that could call them.
    pub desks: Option<usize>,
}

impl ExpectedShape {
    fn of(v: &View, station: &Station, forecast: &Forecast) -> Option<ExpectedShape> {
        let said = expected(v, &v.when(&station.zone), forecast)?;
        Some(match forecast {
            Forecast::About(about) => {
                let (from, until) = about.rounded();
                let ends = (Some(written(station, from)), Some(written(station, until)));
                ExpectedShape { said, from: ends.0, until: ends.1, desks: Some(about.desks) }
            }
            Forecast::Cannot(_) => ExpectedShape { said, from: None, until: None, desks: None },
        })
    }
}

/// A time that was told, and what became of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ToldTime)]
pub struct ToldShape {
    pub kind: Kind,
    #[schema(format = DateTime)]
    pub at: String,
    /// The same in words.
    pub said: String,
    /// Null while it may still be kept.
    pub ended: Option<Ending>,
    /// The time that took its place.
    #[schema(format = DateTime)]
    pub moved_to: Option<String>,
}

impl ToldShape {
    fn of(v: &View, station: &Station, t: &Mine, p: &Promise) -> ToldShape {
        let next = p.next.and_then(|id| t.promises.iter().find(|other| other.id == id));
        ToldShape {
            kind: p.kind,
            at: written(station, p.due_at),
            said: promised::said(v, &v.when(&station.zone), t, p),
            ended: promised::ended(t, p, v.now()),
            moved_to: next.map(|other| written(station, other.due_at)),
        }
    }
}

/// A ticket. It names nobody: whoever has its address has it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Ticket)]
pub struct TicketShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: TicketId,
    /// What is called out.
    #[schema(example = "A017")]
    pub number: String,
    /// The station's day on which it is valid.
    #[schema(value_type = String, format = Date)]
    pub day: jiff::civil::Date,
    pub state: State,
    /// The same in words.
    pub said: String,
    pub place: Place,
    /// How many in the hall are called before it, while it waits.
    pub ahead: Option<usize>,
    /// When it will be called, while it waits.
    pub expected: Option<ExpectedShape>,
    /// Where it is called, served or paused.
    pub desk: Option<DeskId>,
    /// For whom it waits.
    pub official: Option<OfficialId>,
    /// Until when it is deferred, or a missed call may be made good, or an appointment is held.
    #[schema(format = DateTime)]
    pub until: Option<String>,
    /// When its appointment begins, if it has one.
    #[schema(format = DateTime)]
    pub booked_at: Option<String>,
    /// The ticket of another day to which the appointment has moved.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub next: Option<TicketId>,
    /// The visit in the village that has taken its place.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub village_visit: Option<VillageVisitId>,
    /// Why it was closed unserved.
    pub reason: Option<String>,
    /// Every time that was told, the oldest first.
    pub promises: Vec<ToldShape>,
    /// What can be chosen instead of waiting for an official.
    pub instead: Vec<Instead>,
    /// The slugs of what it is for.
    pub matters: Vec<String>,
    /// Grows with each step.
    pub version: i32,
    pub page: String,
}

impl TicketShape {
    pub fn of(v: &View, station: &Station, t: &Mine) -> TicketShape {
        let (ticket, when) = (&t.kept.ticket, v.when(&station.zone));
        let closed = ticket.state == State::Closed;
        TicketShape {
            id: t.id,
            number: t.number.to_string(),
            day: t.kept.day,
            state: ticket.state,
            said: says::stands(v, &when, t).1,
            place: ticket.place,
            ahead: t.ahead(),
            expected: t.expected.as_ref().and_then(|e| ExpectedShape::of(v, station, e)),
            desk: ticket.desk,
            official: ticket.official,
            until: ticket.until_at.map(|at| written(station, at)),
            booked_at: t.kept.booked_at.map(|at| written(station, at)),
            next: t.next,
            village_visit: t.village_visit,
            reason: if closed { says::advice(v, &when, t) } else { None },
            promises: t.promises.iter().map(|p| ToldShape::of(v, station, t, p)).collect(),
            instead: t.instead.instead(),
            matters: t.matters.iter().map(|(m, _)| m.draft.slug.clone()).collect(),
            version: ticket.version,
            page: ticket_path(station, t.id),
        }
    }
}
