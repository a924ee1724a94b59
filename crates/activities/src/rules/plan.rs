//! What is planned: the words, who may come, how one gets a place, and the terms of its dates.
use jiff::{SignedDuration, Timestamp};

use super::terms::Terms;

/// No time is longer: three days.
pub const MOST_MINUTES: i32 = 3 * 24 * 60;

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ActivityKind)]
pub enum Kind {
    Activity = 0,
    /// 交流会: it fills the town, and has a programme, stalls and parking.
    Fair = 1,
}

/// How one gets a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ActivityJoining)]
pub enum Joining {
    JustCome = 0,
    /// First come, first served.
    SignUp = 1,
    /// Whoever has signed up by the closing time takes part in a draw.
    Draw = 2,
}

/// Whether a time takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OccurrenceState)]
pub enum State {
    On = 0,
    CalledOff = 1,
}

impl Kind {
    pub const ALL: [Kind; 2] = [Kind::Activity, Kind::Fair];

    pub fn of(column: i16) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| *k as i16 == column)
    }

    /// The stable name in the API, in forms and in texts.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Activity => "activity",
            Kind::Fair => "fair",
        }
    }
}

impl Joining {
    pub const ALL: [Joining; 3] = [Joining::JustCome, Joining::SignUp, Joining::Draw];

    pub fn of(column: i16) -> Option<Joining> {
        Joining::ALL.into_iter().find(|j| *j as i16 == column)
    }

    pub fn name(self) -> &'static str {
        match self {
            Joining::JustCome => "just-come",
            Joining::SignUp => "sign-up",
            Joining::Draw => "draw",
        }
    }
}

impl State {
    pub fn of(column: i16) -> Option<State> {
        [State::On, State::CalledOff].into_iter().find(|s| *s as i16 == column)
    }
}

/// Who may come, by age in whole years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ages {
    pub min: Option<i16>,
    pub max: Option<i16>,
    /// Whoever is younger comes with somebody grown up.
    pub guardian_under: Option<i16>,
}

/// An activity as somebody plans it, well-formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub kind: Kind,
    pub title: String,
    /// The texts from here on may be empty.
    pub about: String,
    pub place: String,
    pub audience: String,
    pub bring: String,
    pub terms: Terms,
    /// The room that each time holds: [`stations::Room`].
    pub room: Option<i32>,
    /// The office that holds it.
    pub owner: i32,
    pub ages: Ages,
    /// How many may come; `None` = everybody.
    pub capacity: Option<i32>,
    pub joining: Joining,
    /// So many days before a time signing up begins, …
    pub opens_days: i16,
    /// … and so many minutes before it ends.
    pub closes_minutes: i32,
}

impl Plan {
    /// When one can sign up for a time that starts at `starts_at`; half-open.
    pub fn signing_up(&self, starts_at: Timestamp) -> (Timestamp, Timestamp) {
        let opens = SignedDuration::from_hours(i64::from(self.opens_days) * 24);
        (starts_at - opens, starts_at - SignedDuration::from_mins(self.closes_minutes.into()))
    }
}
