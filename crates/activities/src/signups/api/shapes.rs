//! What the API says of signups. Strangers read nobody's name.
use jiff::Timestamp;
use kernel::view::View;
use people::Band;
use serde::{Deserialize, Serialize};
use stations::Station;
use utoipa::ToSchema;

use crate::OccurrenceId;
use crate::signups::answers::Guest;
use crate::signups::reads::{List, Mine};
use crate::signups::rules::{Answer, Fit, State, fit};
use crate::signups::{SignupId, says, signup_path};

/// A signup as whoever has its id sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Signup)]
pub struct SignupShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: SignupId,
    #[schema(value_type = String, format = Uuid)]
    pub occurrence: OccurrenceId,
    pub title: String,
    #[schema(value_type = String, format = DateTime)]
    pub starts_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub ends_at: Timestamp,
    pub state: State,
    pub seats: i16,
    pub child_age: Option<Band>,
    pub fit: Fit,
    /// The number in the draw.
    pub number: Option<i32>,
    /// How many wait before it, while it waits.
    pub ahead: Option<i64>,
    /// A code went to the phone; the place is kept until it comes back.
    pub awaits_code: bool,
    /// Until when an offer, or a place that waits for its code, is kept.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub kept_until: Option<Timestamp>,
    /// How many of them were there.
    pub came: i16,
    pub page: String,
}

impl SignupShape {
    pub fn of(station: &Station, mine: &Mine, now: Timestamp) -> SignupShape {
        let (known, signup) = (&mine.known, &mine.seen.signup);
        SignupShape {
            id: signup.id,
            occurrence: signup.occurrence,
            title: known.title().to_owned(),
            starts_at: known.occurrence.starts_at,
            ends_at: known.occurrence.ends_at,
            state: mine.seen.state,
            seats: signup.seats,
            child_age: signup.band,
            fit: fit(&known.series.plan.ages, signup.whom()),
            number: signup.entry,
            ahead: mine.seen.ahead,
            awaits_code: signup.awaits_code(now),
            kept_until: signup.lapses_at,
            came: signup.came,
            page: signup_path(station, signup.id),
        }
    }
}

/// Somebody as the desk sees them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SignedUpGuest)]
pub struct GuestShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: SignupId,
    /// What to call them.
    pub called: String,
    pub phone: Option<String>,
    pub state: State,
    /// The smaller, the earlier on the list.
    pub place: i32,
    pub number: Option<i32>,
    pub seats: i16,
    pub child_age: Option<Band>,
    pub came: i16,
}

/// A time with everybody who is signed up for it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SignupList)]
pub struct ListShape {
    #[schema(value_type = String, format = Uuid)]
    pub occurrence: OccurrenceId,
    pub title: String,
    #[schema(value_type = String, format = DateTime)]
    pub starts_at: Timestamp,
    /// Nothing where as many may come as like.
    pub capacity: Option<i32>,
    pub taken: i32,
    /// Its places are still to be drawn.
    pub awaits_draw: bool,
    pub signups: Vec<GuestShape>,
}

impl ListShape {
    pub fn of(v: &View, list: &List) -> ListShape {
        let one = |guest: &Guest| GuestShape {
            id: guest.signup.id,
            called: says::who(v, guest),
            phone: guest.phone.as_ref().map(|p| p.full().to_owned()),
            state: guest.state,
            place: guest.signup.place,
            number: guest.signup.entry,
            seats: guest.signup.seats,
            child_age: guest.signup.band,
            came: guest.signup.came,
        };
        let occurrence = &list.known.occurrence;
        ListShape {
            occurrence: occurrence.id,
            title: list.known.title().to_owned(),
            starts_at: occurrence.starts_at,
            capacity: occurrence.capacity,
            taken: occurrence.taken,
            awaits_draw: list.known.awaits_draw(),
            signups: list.guests.iter().map(one).collect(),
        }
    }
}

#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSignupAnswer)]
pub struct Answered {
    pub answer: Answer,
}

/// The code that came to the phone.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SignupCode)]
pub struct CodeShape {
    #[schema(min_length = 6, max_length = 12, example = "123456")]
    pub digits: String,
}

/// A proven phone: how the signup stands, and a bearer token for the person.
#[derive(Serialize, ToSchema)]
#[schema(as = ConfirmedSignup)]
pub struct ConfirmedShape {
    pub signup: SignupShape,
    /// For `Authorization: Bearer …`.
    pub token: String,
}
