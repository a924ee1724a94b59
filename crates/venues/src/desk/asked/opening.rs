//! A closure or an extra opening.
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::text::{MOST_IN_A_REASON, line};
use crate::acts::Closing;
use crate::rules::{LayerKind, Name, Span, VenueId};
use kernel::form::Problems;

/// Rooms that close, or open outside their hours, for a while.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOpening {
    /// The number of the venue; none = the whole station.
    #[serde(default)]
    #[schema(value_type = Option<i32>)]
    pub venue: Option<VenueId>,
    pub kind: LayerKind,
    #[schema(value_type = String, format = DateTime)]
    pub from: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub until: Timestamp,
    /// Everybody reads it. A closure needs one.
    #[serde(default)]
    #[schema(max_length = 60)]
    pub reason_zh: String,
    #[serde(default)]
    #[schema(max_length = 60)]
    pub reason_en: String,
    /// Whether reservations that a closure hits are cancelled and the people told.
    #[serde(default)]
    pub cancel_hit: bool,
}

/// No closure is longer than a year, and none begins later than a year from now.
const FAR: SignedDuration = SignedDuration::from_hours(24 * 366);

impl NewOpening {
    /// `known` are the venues of the station.
    pub fn checked(&self, known: &[VenueId], now: Timestamp) -> Result<Closing, Problems> {
        let mut problems = Problems::default();
        if self.venue.is_some_and(|v| !known.contains(&v)) {
            problems.add("venue", "venues-desk-no-such-venue");
        }
        let span = self.span(&mut problems, now);
        let reason = Name {
            zh: line(&mut problems, "reason_zh", &self.reason_zh, MOST_IN_A_REASON),
            en: line(&mut problems, "reason_en", &self.reason_en, MOST_IN_A_REASON),
        };
        if self.kind == LayerKind::Closed && reason.zh.is_empty() {
            problems.add("reason_zh", "venues-desk-reason-needed");
        }
        let closing = span.map(|span| Closing {
            venue: self.venue,
            kind: self.kind,
            span,
            reason,
            cancel_hit: self.cancel_hit && self.kind == LayerKind::Closed,
        });
        problems.or_else_all(closing)
    }

    fn span(&self, problems: &mut Problems, now: Timestamp) -> Option<Span> {
        let Some(span) = Span::new(self.from, self.until) else {
            problems.add("until", "venues-desk-until-before-from");
            return None;
        };
        if span.until <= now {
            problems.add("until", "venues-desk-until-past");
        }
        if span.from > now + FAR || now - FAR > span.from || span.until - span.from > FAR {
            problems.add("from", "venues-desk-span-far");
        }
        Some(span)
    }
}
