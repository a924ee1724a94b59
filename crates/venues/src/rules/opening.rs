//! When a room is open: the station's hours and the room's, then closures and extra openings laid over them in order.
use almanac::holidays::Calendar;
use almanac::hours::Hours;
use jiff::tz::TimeZone;

use super::name::Name;
use super::span::{Span, intersect, join, subtract};
use super::venue::VenueId;

/// A closure or an extra opening, with a reason that everyone may read.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    pub id: kernel::db::types::Id,
    /// `None` = the whole station.
    pub venue: Option<VenueId>,
    pub kind: LayerKind,
    pub span: Span,
    pub reason: Name,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LayerKind {
    Closed = 0,
    Open = 1,
}

impl Layer {
    pub fn concerns(&self, venue: VenueId) -> bool {
        self.venue.is_none_or(|v| v == venue)
    }
}

/// The weekly hours as instants inside `window`, in the station's zone.
pub fn weekly_spans(hours: &Hours, calendar: &Calendar, zone: &TimeZone, window: &Span) -> Vec<Span> {
    let local = |at: jiff::Timestamp| at.to_zoned_datetime(zone.clone()).datetime();
    let instant = |at: jiff::civil::DateTime| zone.to_ambiguous_timestamp(at).compatible().ok();
    let open = hours.intervals_between(local(window.from), local(window.until), calendar);
    let spans = open.into_iter().filter_map(|(from, until)| Span::new(instant(from)?, instant(until)?)?.meet(window));
    join(spans.collect())
}

/// When `venue` is open inside `window`. A later layer wins over an earlier one.
pub fn open_spans(station: &[Span], venue: Option<&[Span]>, layers: &[Layer], of: VenueId, window: &Span) -> Vec<Span> {
    let mut open = match venue {
        Some(venue) => intersect(station, venue),
        None => station.to_vec(),
    };
    for layer in layers.iter().filter(|l| l.concerns(of)) {
        open = match layer.kind {
            LayerKind::Closed => subtract(&open, &layer.span),
            LayerKind::Open => {
                let added = layer.span.meet(window);
                join(open.into_iter().chain(added).collect())
            }
        };
    }
    open
}
