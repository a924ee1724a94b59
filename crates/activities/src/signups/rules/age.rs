//! Whether somebody is of the age that an activity is for. Of a child only its band is known.
use people::Band;

use crate::rules::Ages;

/// For whom a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum Whom {
    /// Somebody grown up. How old, nobody asks.
    Oneself,
    Child(Band),
}

/// What is known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = SignupAgeFit)]
pub enum Fit {
    Fits,
    /// Some of the band are too young or too old: whoever is there decides.
    MayNotFit,
    Not,
}

/// The ages of a band, in whole years, both included.
pub fn ages(band: Band) -> (i16, i16) {
    match band {
        Band::To3 => (0, 3),
        Band::To6 => (4, 6),
        Band::To9 => (7, 9),
        Band::To12 => (10, 12),
        Band::To15 => (13, 15),
        Band::To17 => (16, 17),
    }
}

const GROWN_UP: i16 = 18;

pub fn fit(of: &Ages, whom: Whom) -> Fit {
    let (min, max) = (of.min.unwrap_or(0), of.max.unwrap_or(i16::MAX));
    match whom {
        // What is for children only is for no grown-up; of those from 60 on they say so themselves.
        Whom::Oneself if max < GROWN_UP => Fit::Not,
        Whom::Oneself => Fit::Fits,
        Whom::Child(band) => match ages(band) {
            (youngest, oldest) if oldest < min || youngest > max => Fit::Not,
            (youngest, oldest) if youngest < min || oldest > max => Fit::MayNotFit,
            _ => Fit::Fits,
        },
    }
}

/// Whether whoever it is for comes with somebody grown up. A band that may be younger is taken to be.
pub fn needs_guardian(of: &Ages, whom: Whom) -> bool {
    match (whom, of.guardian_under) {
        (Whom::Child(band), Some(under)) => ages(band).0 < under,
        _ => false,
    }
}
