//! What hangs on an official, for programs: read it before they leave.
use axum::Json;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::api::{Ask, At, Problem, Wrong};
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::failures::Reading;
use super::shapes::written;
use crate::TicketId;
use crate::acts::{Decision, Settled};
use crate::answers;
use crate::desk::act;
use crate::desk::asked::wall;
use crate::desk::here::{Here, Named};
use crate::desk::relied::{HitSeen, Promised};
use crate::promises::Kind;
use crate::reach::Reached;
use crate::rules::OfficialId;
use crate::village_days::{Meeting, VillageDayId};

/// A time that somebody was told.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenPromise)]
pub struct PromiseShape {
    kind: Kind,
    #[schema(format = DateTime)]
    due_at: String,
    /// The ticket that it is about, if it is about one.
    #[schema(value_type = Option<String>, format = Uuid)]
    ticket: Option<TicketId>,
    #[schema(example = "A014")]
    number: Option<String>,
}

/// Somebody whom the official's leaving hits.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HitByLeaving)]
pub struct HitShape {
    #[schema(value_type = String, format = Uuid)]
    ticket: TicketId,
    #[schema(example = "A014")]
    number: String,
    name: Option<String>,
    /// The times that they were told.
    told: Vec<String>,
    /// What can be decided; the first is done if nobody decides.
    decisions: Vec<Decision>,
    /// Who would do it instead.
    stand_in: Option<OfficialId>,
    /// Where and when they would be met in their village.
    village_day: Option<MeetingShape>,
}

/// A place for somebody on a coming day in their village.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VillageMeeting)]
pub struct MeetingShape {
    /// The village day.
    #[schema(value_type = String, format = Uuid)]
    day: VillageDayId,
    village: String,
    /// When the official is on the road there; the route sheet says more.
    #[schema(format = DateTime)]
    from: String,
    #[schema(format = DateTime)]
    until: String,
    official: OfficialId,
}

/// What hangs on an official.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PromisesOfOfficial)]
pub struct Relied {
    /// All times that hang on them, the first first.
    open: Vec<PromiseShape>,
    /// Whom an absence hits that begins now and ends at `back`.
    hit: Vec<HitShape>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Until {
    /// When the absence would end; without an offset it is the station's time. Without it, today's midnight counts.
    #[param(value_type = Option<String>, format = DateTime)]
    back: Option<String>,
}

/// What was promised of an official, and whom their leaving now would hit with what can be decided for each.
#[utoipa::path(get, path = "/stations/{slug}/officials/{id}/promises", tag = "desk", operation_id = "promisesOfOfficial",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path), Until),
    responses((status = 200, body = Relied, description = "As it is now"), Reading))]
pub async fn promises(
    here: Here,
    At(Named { id }): At<Named<OfficialId>>,
    Ask(until): Ask<Until>,
) -> Result<Json<Relied>, Wrong> {
    let back = match until.back.as_deref().map(|typed| instant(&here, typed)) {
        Some(None) => {
            let mut problems = Problems::default();
            problems.add("back", "errands-desk-not-a-time");
            return Err(Problem::fields(&here.v, &problems).into());
        }
        back => back.flatten(),
    };
    let zone = &here.desk.station.zone;
    let open = act::promised(&here, id).await?;
    let hit = act::hits(&here, id, back).await?;
    Ok(Json(Relied {
        open: open.iter().map(|p| PromiseShape::of(p, zone)).collect(),
        hit: hit.iter().map(|h| HitShape::of(h, zone)).collect(),
    }))
}

fn instant(here: &Here, typed: &str) -> Option<Timestamp> {
    let station = &here.desk.station;
    answers::instant(station, wall(typed.trim(), &station.zone)?).ok()
}

impl PromiseShape {
    fn of(p: &Promised, zone: &TimeZone) -> PromiseShape {
        PromiseShape {
            kind: p.promise.kind,
            due_at: written(p.promise.due_at, zone),
            ticket: p.waits.as_ref().map(|w| w.kept.id),
            number: p.waits.as_ref().map(|w| w.number.to_string()),
        }
    }
}

impl HitShape {
    fn of(h: &HitSeen, zone: &TimeZone) -> HitShape {
        HitShape {
            ticket: h.hit.kept.id,
            number: h.waits.number.to_string(),
            name: h.waits.name.clone(),
            told: h.hit.promises.iter().map(|p| written(p.due_at, zone)).collect(),
            decisions: h.hit.case.decisions(),
            stand_in: h.hit.case.stand_in,
            village_day: h.hit.meeting.as_ref().map(|meeting| MeetingShape::of(meeting, zone)),
        }
    }
}

impl MeetingShape {
    fn of(meeting: &Meeting, zone: &TimeZone) -> MeetingShape {
        MeetingShape {
            day: meeting.day,
            village: meeting.village.clone(),
            from: written(meeting.from, zone),
            until: written(meeting.until, zone),
            official: meeting.official,
        }
    }
}

/// What became of somebody who waited for an official who left.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SettledByLeaving)]
pub struct SettledShape {
    #[schema(value_type = String, format = Uuid)]
    ticket: TicketId,
    decision: Decision,
    /// The new time, if there is one.
    #[schema(format = DateTime)]
    at: Option<String>,
    /// Who does it now.
    official: Option<OfficialId>,
    /// How they come to know.
    reached: Reached,
}

impl SettledShape {
    pub fn of(s: &Settled, zone: &TimeZone) -> SettledShape {
        SettledShape {
            ticket: s.ticket,
            decision: s.decision,
            at: s.at.map(|at| written(at, zone)),
            official: s.official,
            reached: s.reached,
        }
    }
}
