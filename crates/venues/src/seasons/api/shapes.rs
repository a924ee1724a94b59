//! What the API says about season rounds beside the published sheet.
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::api::Wrong;
use kernel::refusal::Not;
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::public::forms::written;
use crate::seasons::pages::round_path;
use crate::seasons::rules::{Applicant, Kind, NoSeason, Stands};
use crate::seasons::says;
use crate::seasons::store::{Filed, Round};
use crate::{ApplicationId, RoundId};

/// A round in a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SeasonRound)]
pub struct RoundShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: RoundId,
    pub title: String,
    pub state: Stands,
    #[schema(value_type = String, format = Date)]
    pub starts_on: Date,
    #[schema(value_type = String, format = Date)]
    pub ends_on: Date,
    #[schema(format = DateTime)]
    pub apply_until: String,
    /// The page of it.
    pub page: String,
}

impl RoundShape {
    pub fn of(station: &Station, round: &Round, now: Timestamp) -> RoundShape {
        let terms = &round.terms;
        RoundShape {
            id: round.id,
            title: terms.title.clone(),
            state: round.stands(now),
            starts_on: terms.starts_on,
            ends_on: terms.ends_on,
            apply_until: written(terms.apply_until, &station.zone),
            page: round_path(station, round.id),
        }
    }
}

/// An application as its applicant sees it at any time.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SeasonFiling)]
pub struct Filing {
    #[schema(value_type = String, format = Uuid)]
    pub id: ApplicationId,
    pub applicant: Applicant,
    pub kind: Kind,
    pub size: i32,
    pub wants: i32,
    pub wishes: Vec<i32>,
}

impl Filing {
    pub fn of(filed: &Filed) -> Filing {
        let a = &filed.application;
        Filing {
            id: filed.id,
            applicant: a.applicant.clone(),
            kind: a.kind,
            size: a.size,
            wants: a.wants,
            wishes: a.wishes.clone(),
        }
    }
}

/// A refusal or a fault, said in the station's time.
pub fn refused(v: &View, station: &Station, not: Not<NoSeason>) -> Wrong {
    Wrong::said(not, |refusal| says::said(v, &station.zone, refusal))
}
