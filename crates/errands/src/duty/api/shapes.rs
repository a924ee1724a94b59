//! What the API says of posts, shifts and questions. Times are RFC 3339 with the station's offset.
use jiff::Timestamp;
use kernel::view::View;
use people::StaffId;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::desk::api::shapes::written;
use crate::duty::answers::{DayOf, Named, Post, PostNow, Question, Stands, Told, Week};
use crate::duty::asked::DutyPostEdit;
use crate::duty::rules::{Ending, Now, Span, State, Step};
use crate::duty::says;
use crate::duty::{QuestionId, ShiftId};
use crate::rules::{MatterId, Name};

/// Somebody who stands at a post now, as everybody may read it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OnDuty)]
pub struct OnDuty {
    pub surname: String,
    pub role: Option<Stands>,
    #[schema(format = DateTime)]
    pub until: String,
}

/// A post as it stands now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DutyPostNow)]
pub struct PostNowShape {
    pub id: i32,
    pub name: Name,
    pub place: Name,
    /// OpenStreetMap `opening_hours`, as promised.
    pub hours: String,
    /// Nobody stands there although it is promised.
    pub missing: bool,
    pub here: Vec<OnDuty>,
    /// When somebody stands there next, if nobody does now.
    #[schema(format = DateTime)]
    pub next_at: Option<String>,
    /// The same in words.
    pub said: String,
}

impl PostNowShape {
    pub fn of(v: &View, station: &Station, p: &PostNow) -> PostNowShape {
        let (here, next) = match &p.now {
            Now::Here(all) => (all.as_slice(), None),
            Now::Empty { next } | Now::Shut { next } => (&[][..], *next),
        };
        let on_duty = |(id, until): &(ShiftId, Timestamp)| {
            let who = p.who(*id);
            let surname = who.map(|w| w.surname()).unwrap_or_default();
            OnDuty { surname, role: who.map(|w| w.stands), until: written(*until, &station.zone) }
        };
        PostNowShape {
            id: p.post.id,
            name: p.post.name.clone(),
            place: p.post.place.clone(),
            hours: p.post.hours.clone(),
            missing: matches!(p.now, Now::Empty { .. }),
            here: here.iter().map(on_duty).collect(),
            next_at: next.map(|at| written(at, &station.zone)),
            said: says::now(v, &v.when(&station.zone), p).1,
        }
    }
}

/// A post as managers write it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ManagedDutyPost)]
pub struct ManagedPost {
    pub id: i32,
    /// What can be sent back, changed.
    pub written: DutyPostEdit,
}

impl ManagedPost {
    pub fn of(house: &kernel::house::House, post: &Post) -> ManagedPost {
        ManagedPost { id: post.id, written: DutyPostEdit::of(crate::acts::seen(house, post), post) }
    }
}

/// From and until; the end does not belong to it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DutySpan)]
pub struct SpanShape {
    #[schema(format = DateTime)]
    pub from: String,
    #[schema(format = DateTime)]
    pub until: String,
}

impl SpanShape {
    fn of(station: &Station, (from, until): Span) -> SpanShape {
        SpanShape { from: written(from, &station.zone), until: written(until, &station.zone) }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DutyShift)]
pub struct ShiftShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: ShiftId,
    #[schema(value_type = Option<String>, format = Uuid)]
    pub staff: Option<StaffId>,
    /// Of staff and of volunteers; empty when nobody knows it any more.
    pub name: String,
    #[serde(flatten)]
    pub span: SpanShape,
}

impl ShiftShape {
    fn of(station: &Station, n: &Named) -> ShiftShape {
        let name = n.who.as_ref().map(|w| w.name.clone()).unwrap_or_default();
        let s = &n.kept.shift;
        ShiftShape { id: s.id, staff: s.staff, name, span: SpanShape::of(station, s.span()) }
    }
}

/// A day of a post: which of the promised minutes somebody stands there.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DutyDay)]
pub struct DayShape {
    #[schema(value_type = String, format = Date)]
    pub on: jiff::civil::Date,
    pub promised_minutes: i64,
    pub covered_minutes: i64,
    pub shifts: Vec<ShiftShape>,
    /// Where nobody stands.
    pub gaps: Vec<SpanShape>,
    /// Where two or more stand.
    pub doubled: Vec<SpanShape>,
}

/// A week of a post, from Monday on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DutyWeek)]
pub struct WeekShape {
    pub post: i32,
    pub days: Vec<DayShape>,
}

impl WeekShape {
    pub fn of(station: &Station, week: &Week) -> WeekShape {
        let spans = |all: &[Span]| all.iter().map(|span| SpanShape::of(station, *span)).collect();
        let day = |d: &DayOf| DayShape {
            on: d.on,
            promised_minutes: d.cover.promised,
            covered_minutes: d.cover.covered,
            shifts: d.shifts.iter().map(|n| ShiftShape::of(station, n)).collect(),
            gaps: spans(&d.cover.gaps),
            doubled: spans(&d.cover.doubled),
        };
        WeekShape { post: week.post.id, days: week.days.iter().map(day).collect() }
    }
}

/// A question that somebody was asked first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FirstAsked)]
pub struct QuestionShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: QuestionId,
    /// Null when its words are forgotten.
    pub what: Option<String>,
    pub name: Option<String>,
    pub matter: Option<MatterId>,
    pub state: State,
    pub ending: Option<Ending>,
    #[schema(value_type = String, format = Uuid)]
    pub owner: StaffId,
    /// Who is asked to take it over; until they accept it stays with the owner.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub offered_to: Option<StaffId>,
    #[schema(value_type = String, format = Date)]
    pub due_on: jiff::civil::Date,
    /// The deadline depends on holidays that are not published yet.
    pub provisional: bool,
    pub overdue: bool,
    /// A promise was not kept.
    pub broken: bool,
    #[schema(format = DateTime)]
    pub promised_at: Option<String>,
    #[schema(value_type = Option<String>, format = Uuid)]
    pub promised_with: Option<StaffId>,
    #[schema(format = DateTime)]
    pub asked_at: String,
}

impl QuestionShape {
    pub fn of(v: &View, station: &Station, q: &Question) -> QuestionShape {
        let i = &q.item;
        QuestionShape {
            id: q.kept.id,
            what: q.what.clone(),
            name: q.name.clone(),
            matter: q.kept.matter,
            state: i.state,
            ending: i.ending,
            owner: i.owner,
            offered_to: i.offered,
            due_on: i.due_on,
            provisional: q.kept.provisional,
            overdue: i.is_overdue(v.when(&station.zone).today()),
            broken: i.broken,
            promised_at: i.promise.map(|p| written(p.at, &station.zone)),
            promised_with: i.promise.map(|p| p.with),
            asked_at: written(q.kept.asked_at, &station.zone),
        }
    }
}

/// One step of a question.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FirstAskedStep)]
pub struct StepShape {
    pub step: Step,
    #[schema(format = DateTime)]
    pub at: String,
    /// Who did it; null = time.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub by: Option<StaffId>,
    /// Who was asked to take it over, or who is there at the promised time.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub other: Option<StaffId>,
    #[schema(format = DateTime)]
    pub promised_at: Option<String>,
    pub words: Option<String>,
}

/// A question with its log.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FirstAskedInFull)]
pub struct FullQuestion {
    #[serde(flatten)]
    pub question: QuestionShape,
    pub log: Vec<StepShape>,
}

impl FullQuestion {
    pub fn of(v: &View, station: &Station, (q, log): &(Question, Vec<Told>)) -> FullQuestion {
        let step = |t: &Told| StepShape {
            step: t.made.step,
            at: written(t.made.at, &station.zone),
            by: t.made.by,
            other: t.made.other,
            promised_at: t.made.promised_at.map(|at| written(at, &station.zone)),
            words: t.words.clone(),
        };
        FullQuestion { question: QuestionShape::of(v, station, q), log: log.iter().map(step).collect() }
    }
}
