//! What became of a date.
use crate::ReservationId;
use crate::rules::{Name, Period, Refusal};

/// As it is kept. Whether the date is past, and what has become of its reservation since, readers see by the clock.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It has a reservation. `kept` says why it did not follow when the series was changed.
    Booked { reservation: ReservationId, kept: Option<Why> },
    /// It does not take place.
    Skipped(Why),
    /// There was no room.
    Clash(Why),
    /// Whether it takes place depends on holidays that are not published yet.
    NotKnown,
}

/// Why a date has no reservation, or one at another time than its series.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    Holiday(Name),
    /// The room is closed; the reason if there is one.
    Closed(Option<Name>),
    Taken,
    /// The person has enough here on that day or in that week already.
    QuotaOfDay,
    QuotaOfWeek,
    /// The rules of the offering no longer allow it.
    Rules,
    /// Whoever holds the series does without this one.
    GivenUp,
}

impl Why {
    /// A refusal of one date; `None` if it says that the series itself is impossible.
    pub fn of(refusal: &Refusal) -> Option<Why> {
        Some(match refusal {
            Refusal::Closed { reason, .. } => Why::Closed(reason.clone()),
            // Whoever holds a series says nothing of themselves: hours that are others' first are as good as taken.
            Refusal::Taken | Refusal::KeptFor { .. } => Why::Taken,
            Refusal::Quota { per: Period::Day, .. } => Why::QuotaOfDay,
            Refusal::Quota { per: Period::Week, .. } => Why::QuotaOfWeek,
            _ => return None,
        })
    }

    /// Whether the day itself rules it out, so that nobody looks for another time on it.
    pub fn is_skip(&self) -> bool {
        matches!(self, Why::Holiday(_) | Why::Closed(_) | Why::GivenUp)
    }
}

impl Outcome {
    pub fn column(&self) -> i16 {
        match self {
            Outcome::Booked { .. } => 0,
            Outcome::Skipped(_) => 1,
            Outcome::Clash(_) => 2,
            Outcome::NotKnown => 3,
        }
    }

    pub fn of(column: i16, reservation: Option<ReservationId>, why: Option<Why>) -> Option<Outcome> {
        match (column, reservation, why) {
            (0, Some(reservation), kept) => Some(Outcome::Booked { reservation, kept }),
            (1, None, Some(why)) => Some(Outcome::Skipped(why)),
            (2, None, Some(why)) => Some(Outcome::Clash(why)),
            (3, None, _) => Some(Outcome::NotKnown),
            _ => None,
        }
    }

    pub fn reservation(&self) -> Option<ReservationId> {
        match self {
            Outcome::Booked { reservation, .. } => Some(*reservation),
            _ => None,
        }
    }

    pub fn why(&self) -> Option<&Why> {
        match self {
            Outcome::Booked { kept, .. } => kept.as_ref(),
            Outcome::Skipped(why) | Outcome::Clash(why) => Some(why),
            Outcome::NotKnown => None,
        }
    }
}
