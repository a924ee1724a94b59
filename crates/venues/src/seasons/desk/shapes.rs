//! What only the desk reads of a round.
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use crate::seasons::answers::{Look, Made};
use crate::seasons::api::Filing;
use crate::seasons::rules::Sheet;
use crate::series::rules::Why;
use crate::{ApplicationId, SeriesId};
use stations::Station;

/// A round with what is filed already and how booking the awards went.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskSeasonRound)]
pub struct DeskRound {
    sheet: Sheet,
    filed: Vec<Filing>,
    bookings: Vec<Booked>,
}

/// What became of an award.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SeasonBooked)]
struct Booked {
    #[schema(value_type = String, format = Uuid)]
    application: ApplicationId,
    slot: i32,
    #[schema(value_type = Option<String>, format = Uuid)]
    series: Option<SeriesId>,
    /// The code of the refusal, if it could not become a series.
    problem: Option<String>,
    /// How many dates have a reservation, so far as they are booked.
    booked: usize,
    without: Vec<Without>,
}

/// A date that does not take place, or had no room.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SeasonWithout)]
struct Without {
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// Whether it is a clash, which can be settled in the series.
    clash: bool,
}

impl DeskRound {
    pub fn of(station: &Station, look: &Look) -> DeskRound {
        DeskRound {
            sheet: look.sheet(station),
            filed: look.filed.iter().map(Filing::of).collect(),
            bookings: look.given.iter().map(Booked::of).collect(),
        }
    }
}

impl Booked {
    fn of(made: &Made) -> Booked {
        let without = |(on, why): &(Date, Why)| Without { on: *on, clash: !why.is_skip() };
        Booked {
            application: made.given.application,
            slot: made.given.slot,
            series: made.given.series,
            problem: made.given.problem.clone(),
            booked: made.booked,
            without: made.without.iter().map(without).collect(),
        }
    }
}
