//! What calls answer of a promise: of anybody's, and of the desk's.
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use super::answers;

/// A stretch for which the door is promised to be open.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DoorSpan)]
pub struct SpanShape {
    #[schema(value_type = String, format = DateTime)]
    pub from: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub until: Timestamp,
}

impl SpanShape {
    pub fn all(spans: &[(Timestamp, Timestamp)]) -> Vec<SpanShape> {
        spans.iter().map(|(from, until)| SpanShape { from: *from, until: *until }).collect()
    }
}

/// What is promised of a station's door.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DoorPromise)]
pub struct PromiseShape {
    /// The station's own day.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// The stretches that begin on that day, in order; before them, of one that began the day before and is not over yet, what is on
    /// the day.
    pub spans: Vec<SpanShape>,
    /// Whether it is promised to be open now: only then can somebody find it closed.
    pub promised_now: bool,
    /// When it is to be opened next; null if never.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub opens_at: Option<Timestamp>,
    /// A holiday notice that is still to come may change the day.
    pub provisional: bool,
}

impl PromiseShape {
    pub fn of(promise: &answers::Promise) -> PromiseShape {
        PromiseShape {
            on: promise.on,
            spans: SpanShape::all(&promise.spans),
            promised_now: promise.now.is_some(),
            opens_at: promise.opens,
            provisional: promise.provisional,
        }
    }
}
