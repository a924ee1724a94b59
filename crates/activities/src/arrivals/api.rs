//! The door for programs, and for the helper's page when its network is back. Paths are relative to `/api/v1`.
use axum::Json;
use axum::extract::State;
use jiff::{SignedDuration, Timestamp};
use kernel::api::{Api, At as Values, Body, Problem, Wrong};
use kernel::event::By;
use kernel::form::Problems;
use kernel::house::House;
use kernel::routes;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use stations::{Here, Named, One};
use utoipa::ToSchema;

use super::acts::{self, Kept};
use super::answers::Door;
use super::rules::{How, Mood, Tap};
use super::{TapId, reads};
use crate::OccurrenceId;
use crate::failures::{AtDesk, Changing, Looking};
use crate::signups::SignupId;
use crate::signups::says;

pub fn api() -> Api {
    Api::new().routes(routes!(arrivals, replay)).routes(routes!(say_here)).routes(routes!(say_mood))
}

/// A tap that a device has kept.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTap)]
pub struct NewTap {
    /// Made by the device. However often a tap is sent, it counts once.
    #[schema(value_type = String, format = Uuid)]
    pub id: TapId,
    /// Whose; nothing for people who had not signed up.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub signup: Option<SignupId>,
    /// Of a signup: so many of them are there, 0 takes it back. Else: so many more, or fewer, up to 50. A tap that makes no sense is
    /// refused alone: the others of the device count.
    pub people: i16,
    pub how: How,
    /// How long ago it was tapped, in milliseconds. A device's clock may be wrong: less than nothing is now, more than a week is a
    /// week.
    #[serde(default)]
    pub ms_ago: i64,
}

#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTaps)]
pub struct NewTaps {
    #[schema(max_items = 200)]
    pub taps: Vec<NewTap>,
}

const MOST_TAPS: usize = 200;
/// A week.
const LONGEST_AGO: i64 = 604_800_000;

impl NewTaps {
    fn checked(self, now: Timestamp) -> Result<Vec<Tap>, Problems> {
        if self.taps.len() > MOST_TAPS {
            let mut problems = Problems::default();
            problems.add_with("taps", "arrivals-too-many-taps", vec![("most", MOST_TAPS.to_string())]);
            return Err(problems);
        }
        let tap = |t: NewTap| {
            let ago = SignedDuration::from_millis(t.ms_ago.clamp(0, LONGEST_AGO));
            Tap { id: t.id, signup: t.signup, people: t.people, how: t.how, at: now - ago }
        };
        Ok(self.taps.into_iter().map(tap).collect())
    }
}

/// What became of one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KeptTap)]
pub struct KeptShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: TapId,
    pub outcome: Kept,
}

/// Somebody who has a place.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArrivalGuest)]
pub struct GuestShape {
    #[schema(value_type = String, format = Uuid)]
    pub signup: SignupId,
    pub called: String,
    /// The last four digits of their phone.
    pub digits: Option<String>,
    pub seats: i16,
    pub came: i16,
}

/// Who is there.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Arrivals)]
pub struct ArrivalsShape {
    /// How many have a place, …
    pub expected: i32,
    /// … and are there.
    pub came: i32,
    pub walked_in: i32,
    pub guests: Vec<GuestShape>,
    /// What became of the taps that were sent, in their order.
    pub taps: Vec<KeptShape>,
}

impl ArrivalsShape {
    fn of(v: &View, door: &Door, taps: Vec<(TapId, Kept)>) -> ArrivalsShape {
        let guest = |g: &crate::signups::answers::Guest| GuestShape {
            signup: g.signup.id,
            called: says::who(v, g),
            digits: g.phone.as_ref().map(says::last_four),
            seats: g.signup.seats,
            came: g.signup.came,
        };
        ArrivalsShape {
            expected: door.expected(),
            came: door.came(),
            walked_in: door.walked_in,
            guests: door.guests.iter().map(guest).collect(),
            taps: taps.into_iter().map(|(id, outcome)| KeptShape { id, outcome }).collect(),
        }
    }
}

/// Who is there of a time, and how many just came.
#[utoipa::path(get, path = "/stations/{slug}/desk/occurrences/{id}/arrivals", tag = "desk", operation_id = "arrivals",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "Who is there", body = ArrivalsShape), Looking, AtDesk))]
async fn arrivals(here: Here, Values(Named { id }): Values<Named<OccurrenceId>>) -> Result<Json<ArrivalsShape>, Wrong> {
    let door = reads::door(&here.house, &here.desk.station, id).await?;
    Ok(Json(ArrivalsShape::of(&here.v, &door, vec![])))
}

/// Takes taps, also those that a device kept while it had no network. Each is taken by itself, and once: send them until they are
/// answered. A tap that belongs to another time is refused, and not to be sent again.
#[utoipa::path(post, path = "/stations/{slug}/desk/occurrences/{id}/arrivals", tag = "desk", operation_id = "tapArrivals",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = NewTaps,
    responses((status = 200, description = "Who is there now", body = ArrivalsShape), Looking, AtDesk, Changing))]
async fn replay(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Body(new): Body<NewTaps>,
) -> Result<Json<ArrivalsShape>, Wrong> {
    let taps = new.checked(here.now()).map_err(|p| Problem::fields(&here.v, &p))?;
    let station = &here.desk.station;
    let kept = acts::replay(&here.house, station, (id, taps), By::Staff(here.staff().0)).await?;
    let door = reads::door(&here.house, station, id).await?;
    Ok(Json(ArrivalsShape::of(&here.v, &door, kept)))
}

/// "I am here", by whoever has the signup, from two hours before the start on.
#[utoipa::path(post, path = "/stations/{slug}/signups/{id}/arrival", tag = "activities", operation_id = "sayHere",
    security((), ("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "They are there"), Looking, Changing))]
async fn say_here(State(house): State<House>, v: View, mine: One<SignupId>) -> Result<axum::http::StatusCode, Wrong> {
    acts::say_here(&house, &mine.station, mine.id).await.map_err(|not| Wrong::of(&v, not))?;
    Ok(axum::http::StatusCode::NO_CONTENT)
}

#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewActivityMood)]
pub struct MoodShape {
    pub mood: Mood,
}

/// Says how it was: once, by somebody who was there, after it. Nobody can find out who said what.
#[utoipa::path(post, path = "/stations/{slug}/signups/{id}/mood", tag = "activities", operation_id = "sayActivityMood",
    security((), ("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = MoodShape,
    responses((status = 204, description = "Counted"), Looking, Changing))]
async fn say_mood(
    State(house): State<House>,
    v: View,
    mine: One<SignupId>,
    Body(said): Body<MoodShape>,
) -> Result<axum::http::StatusCode, Wrong> {
    acts::say_mood(&house, &mine.station, (mine.id, said.mood)).await.map_err(|not| Wrong::of(&v, not))?;
    Ok(axum::http::StatusCode::NO_CONTENT)
}
