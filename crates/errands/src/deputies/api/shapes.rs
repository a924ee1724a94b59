//! What the API says of reception days and of what was said there. Times are RFC 3339 with the station's offset.
use jiff::civil::Date;
use kernel::house::House;
use kernel::view::View;
use people::StaffId;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::deputies::answers::{DayOf, Deputy, Full, Item, Told};
use crate::deputies::asked::DeputyEdit;
use crate::deputies::rules::{Category, State, Step};
use crate::deputies::says::{self, is_the_deputys, visit_path};
use crate::deputies::{DayId, VisitId};
use crate::desk::api::shapes::written;
use crate::rules::Name;

/// A deputy as managers write them.
#[derive(Debug, Serialize, ToSchema)]
pub struct ManagedDeputy {
    id: i32,
    /// What can be sent back, changed.
    written: DeputyEdit,
}

impl ManagedDeputy {
    pub fn of(house: &House, deputy: &Deputy) -> ManagedDeputy {
        ManagedDeputy { id: deputy.id, written: DeputyEdit::of(crate::acts::seen(house, deputy), deputy) }
    }
}

/// A day on which a deputy receives.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReceptionDay)]
pub struct DayShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: DayId,
    pub deputy: String,
    pub title: Name,
    pub place: Name,
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    #[schema(format = DateTime)]
    pub from: String,
    #[schema(format = DateTime)]
    pub until: String,
    /// How long each has.
    pub minutes: i16,
    /// Why it was called off; null if it was not.
    pub called_off: Option<String>,
    /// When the slots begin that can still be taken.
    #[schema(value_type = Vec<String>)]
    pub free: Vec<String>,
}

impl DayShape {
    pub fn of(station: &Station, d: &DayOf) -> DayShape {
        let day = &d.kept.day;
        DayShape {
            id: d.kept.id,
            deputy: d.deputy.name.clone(),
            title: d.deputy.title.clone(),
            place: d.kept.place.clone(),
            on: day.on,
            from: written(day.from, &station.zone),
            until: written(day.until, &station.zone),
            minutes: day.minutes,
            called_off: day.called_off.then(|| d.kept.reason.clone()),
            free: d.free.iter().map(|at| written(*at, &station.zone)).collect(),
        }
    }
}

/// Something that an office or a deputy said, or that was done.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReceptionStep)]
pub struct StepShape {
    pub step: Step,
    #[schema(format = DateTime)]
    pub at: String,
    /// The number of the office that it went to.
    pub office: Option<i32>,
    #[schema(value_type = Option<String>, format = Date)]
    pub reply_by: Option<Date>,
    pub words: Option<String>,
    /// They are the deputy's words.
    pub by_deputy: bool,
}

impl StepShape {
    fn of(station: &Station, t: &Told) -> StepShape {
        StepShape {
            step: t.made.step,
            at: written(t.made.at, &station.zone),
            office: t.made.office,
            reply_by: t.made.reply_by,
            words: t.words.clone(),
            by_deputy: is_the_deputys(t.made.step),
        }
    }
}

/// A slot and what came of it, as whoever has its address reads it. It names nobody but the deputy.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reception)]
pub struct VisitShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: VisitId,
    pub day: DayShape,
    #[schema(format = DateTime)]
    pub slot_at: Option<String>,
    pub state: State,
    /// The same in words.
    pub said: String,
    /// What was written down when they were received.
    pub what: Option<String>,
    pub category: Option<Category>,
    /// The office that replies, and until when.
    pub office: Option<i32>,
    #[schema(value_type = Option<String>, format = Date)]
    pub reply_by: Option<Date>,
    /// The day depends on holidays that are not published yet.
    pub provisional: bool,
    pub overdue: bool,
    pub log: Vec<StepShape>,
    pub page: String,
}

impl VisitShape {
    pub fn of(v: &View, station: &Station, full: &Full) -> VisitShape {
        let (i, when) = (&full.item, v.when(&station.zone));
        VisitShape {
            id: i.kept.id,
            day: DayShape::of(station, &full.day),
            slot_at: i.kept.slot_at.map(|at| written(at, &station.zone)),
            state: i.visit.state,
            said: says::stands(v, &when, i).1,
            what: i.what.clone(),
            category: i.kept.category,
            office: i.visit.office,
            reply_by: i.visit.reply_by,
            provisional: i.kept.provisional,
            overdue: i.visit.is_overdue(when.today()),
            log: full.log.iter().map(|t| StepShape::of(station, t)).collect(),
            page: visit_path(station, i.kept.id),
        }
    }
}

/// The same as staff read it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskReception)]
pub struct ItemShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: VisitId,
    #[schema(value_type = String, format = Uuid)]
    pub day: DayId,
    #[schema(format = DateTime)]
    pub slot_at: Option<String>,
    pub name: Option<String>,
    pub what: Option<String>,
    pub category: Option<Category>,
    pub state: State,
    pub office: Option<i32>,
    #[schema(value_type = Option<String>, format = Date)]
    pub reply_by: Option<Date>,
    pub overdue: bool,
    /// The deputy has said that it is not settled.
    pub reopened: bool,
}

impl ItemShape {
    pub fn of(v: &View, station: &Station, i: &Item) -> ItemShape {
        ItemShape {
            id: i.kept.id,
            day: i.kept.day,
            slot_at: i.kept.slot_at.map(|at| written(at, &station.zone)),
            name: i.name.clone(),
            what: i.what.clone(),
            category: i.kept.category,
            state: i.visit.state,
            office: i.visit.office,
            reply_by: i.visit.reply_by,
            overdue: i.visit.is_overdue(v.when(&station.zone).today()),
            reopened: i.visit.reopened,
        }
    }
}

/// The same with its log, and who of staff wrote each step.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskReceptionInFull)]
pub struct FullItem {
    #[serde(flatten)]
    pub item: ItemShape,
    pub log: Vec<DeskStep>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskReceptionStep)]
pub struct DeskStep {
    #[serde(flatten)]
    pub step: StepShape,
    #[schema(value_type = Option<String>, format = Uuid)]
    pub by: Option<StaffId>,
}

impl FullItem {
    pub fn of(v: &View, station: &Station, full: &Full) -> FullItem {
        let step = |t: &Told| DeskStep { step: StepShape::of(station, t), by: t.made.by };
        FullItem { item: ItemShape::of(v, station, &full.item), log: full.log.iter().map(step).collect() }
    }
}
