//! What the desk's calls take and give.
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use stations::Room;
use utoipa::ToSchema;

use crate::asked::NewActivity;
use crate::public::shapes::TimeShape;

/// A room that can be held.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RoomToHold)]
pub struct RoomShape {
    pub id: i32,
    pub name_zh: String,
    pub name_en: String,
}

impl From<Room> for RoomShape {
    fn from(room: Room) -> RoomShape {
        RoomShape { id: room.id, name_zh: room.name_zh, name_en: room.name_en }
    }
}

/// What is to come, with what is wrong about it, and what there is to hold.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ActivitiesAtDesk)]
pub struct DeskShape {
    pub times: Vec<AtDeskShape>,
    /// One time of each activity that has been, the newest first.
    pub past: Vec<TimeShape>,
    pub rooms: Vec<RoomShape>,
}

/// One time as staff see it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OccurrenceAtDesk)]
pub struct AtDeskShape {
    pub time: TimeShape,
    /// Why it has no room although one is wanted, in words.
    pub no_room: Option<String>,
    /// How many wait in line.
    pub lined: i32,
}

/// A new activity.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PublishActivity)]
pub struct Publish {
    pub activity: NewActivity,
    /// Also where the room cannot be had: those times say that they have none.
    #[serde(default)]
    pub anyway: bool,
}

/// An activity as it shall be.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ChangeActivity)]
pub struct Change {
    pub activity: NewActivity,
    /// From this day of its rule on; left out = all that are to come.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
    /// Its sequence as it was read; another one means that somebody else has changed it.
    #[serde(default)]
    pub sequence: Option<i32>,
    #[serde(default)]
    pub anyway: bool,
}

/// Why, for everybody.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ActivityEnd)]
pub struct Ending {
    #[schema(min_length = 1, max_length = 80, example = "放暑假")]
    pub reason: String,
    /// From this day on; left out = from now on.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
}

/// Why one time is called off, for everybody.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OccurrenceCancellation)]
pub struct Cancellation {
    #[schema(min_length = 1, max_length = 80, example = "老师临时有事")]
    pub reason: String,
}

/// One time as it shall be.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ChangeOccurrence)]
pub struct ChangeTime {
    #[schema(format = Date, max_length = 10, example = "2026-07-04")]
    pub on: String,
    #[schema(max_length = 5, example = "10:00")]
    pub at: String,
    #[schema(minimum = 5, maximum = 4320)]
    pub minutes: i32,
    /// Left out = as its activity says, as for the place.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub title: String,
    #[serde(default)]
    #[schema(max_length = 80)]
    pub place: String,
    #[serde(default)]
    #[schema(max_length = 80)]
    pub note: String,
    #[serde(default)]
    #[schema(minimum = 1, maximum = 20000)]
    pub capacity: Option<i32>,
    /// A room of its own.
    #[serde(default)]
    pub room: Option<i32>,
    #[serde(default)]
    pub without_room: bool,
    #[serde(default)]
    pub sequence: Option<i32>,
    #[serde(default)]
    pub anyway: bool,
}

/// What a plan comes to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ActivityPreview)]
pub struct PreviewShape {
    /// The rule in words, with the time of day.
    pub when: String,
    /// Its first five days.
    pub days: Vec<PreviewDay>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ActivityPreviewDay)]
pub struct PreviewDay {
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// The lunar day in words.
    pub lunar: Option<String>,
}
