//! Why something cannot be booked, in words.
use axum::http::StatusCode;
use jiff::tz::{TimeZone, offset};
use kernel::refusal::{Refusal as Refuses, Said};
use kernel::view::View;

use super::rules::{No, NotAPolicy};
use crate::says::{at, said as of_tickets};

impl Refuses for No {
    fn code(&self) -> &'static str {
        match self {
            No::Ticket(refusal) => refusal.code(),
            No::NoneHere => "no-appointments-here",
            No::Past => "appointment-past",
            No::TooSoon(_) => "appointment-too-soon",
            No::TooFar(_) => "appointment-too-far",
            No::Shut => "nobody-works-then",
            No::Away(_) => "official-away-then",
            No::Full => "appointment-taken",
            No::TooMany => "too-many-appointments",
        }
    }

    /// Where no station is at hand: in the one zone of mainland China. Pages and the API of a station use [`said`].
    fn say(&self, v: &View) -> Said {
        said(v, &TimeZone::fixed(offset(8)), self)
    }

    fn status(&self) -> StatusCode {
        match self {
            No::Ticket(refusal) => refusal.status(),
            _ => StatusCode::CONFLICT,
        }
    }
}

/// The same with times in `zone`.
pub fn said(v: &View, zone: &TimeZone, no: &No) -> Said {
    let when = v.when(zone);
    Said::only(match no {
        No::Ticket(refusal) => return of_tickets(v, zone, refusal),
        No::TooSoon(soonest) => v.ta("booked-no-too-soon", &[("at", at(&when, *soonest).into())]),
        No::TooFar(last) => v.ta("booked-no-too-far", &[("day", when.date_in_full(*last).into())]),
        other => v.t(&format!("booked-no-{}", other.code())),
    })
}

impl Refuses for NotAPolicy {
    fn code(&self) -> &'static str {
        "not-a-booking-policy"
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(self.field().1))
    }

    fn status(&self) -> StatusCode {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

impl NotAPolicy {
    /// The field that it is about, and the key of the text that says it.
    pub fn field(self) -> (&'static str, &'static str) {
        match self {
            NotAPolicy::Minutes => ("minutes", "booked-policy-minutes-wrong"),
            NotAPolicy::Share => ("share", "booked-policy-share-wrong"),
            NotAPolicy::Days => ("days", "booked-policy-days-wrong"),
            NotAPolicy::Notice => ("notice", "booked-policy-notice-wrong"),
            NotAPolicy::Each => ("each", "booked-policy-each-wrong"),
        }
    }
}
