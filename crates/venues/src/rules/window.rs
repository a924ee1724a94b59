//! What is kept from whoever books by themselves: hours that are some people's first, places for those who just come.
use almanac::hours::Hours;
use jiff::{SignedDuration, Timestamp};

use super::favoured::Favoured;
use super::name::Name;
use super::refusal::Refusal;
use super::span::Span;

/// A priority window, as the manager set it: elderly mornings, children's hours.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// `opening_hours` text.
    #[schema(min_length = 1, max_length = 200, example = "Mo-Fr 08:00-10:00")]
    pub hours: String,
    pub whom: Favoured,
    /// Everybody reads it.
    pub reason: Name,
    /// So many minutes before the start everybody may book; 0 = not before the start.
    #[schema(minimum = 0, maximum = 10080)]
    pub to_all: i32,
}

/// The longest texts of a window, in characters.
pub const MOST_IN_WINDOW_HOURS: u32 = 200;
pub const MOST_IN_WINDOW_REASON: u32 = 60;
/// A week: before that, nobody plans their free time.
const MOST_TO_ALL: i32 = 7 * 24 * 60;

impl Window {
    /// Whether it can be understood and its reason told.
    pub fn is_sound(&self) -> bool {
        let fits = |text: &str, most: u32| text.chars().count() <= usize::try_from(most).unwrap_or(usize::MAX);
        let reason = &self.reason;
        let told = !reason.zh.trim().is_empty()
            && [&reason.zh, &reason.en]
                .into_iter()
                .all(|t| fits(t, MOST_IN_WINDOW_REASON) && !t.chars().any(char::is_control));
        let hours = fits(&self.hours, MOST_IN_WINDOW_HOURS) && Hours::parse(&self.hours).is_ok();
        told && hours && (0..=MOST_TO_ALL).contains(&self.to_all)
    }
}

/// A priority window as instants around the time that is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Priority {
    pub spans: Vec<Span>,
    pub whom: Favoured,
    pub reason: Name,
    pub to_all: i32,
}

impl Priority {
    pub fn concerns(&self, span: &Span) -> bool {
        self.spans.iter().any(|s| s.overlaps(span))
    }

    /// From when on everybody may book a use that starts at `from`.
    pub fn opens_at(&self, from: Timestamp) -> Timestamp {
        from - SignedDuration::from_mins(self.to_all.into())
    }
}

/// Who looks for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Whoever works here sees everything.
    Station,
    /// Somebody for themselves, with what they say they are.
    Oneself(Option<Favoured>),
}

/// What somebody sees of a room at a moment: to them, what is kept for others is not free.
#[derive(Debug, Clone, Copy)]
pub struct Sight<'a> {
    pub now: Timestamp,
    pub side: Side,
    /// The priority windows around the time that is looked at.
    pub priorities: &'a [Priority],
}

impl Sight<'_> {
    /// What whoever works here sees.
    pub fn of_station(now: Timestamp) -> Sight<'static> {
        Sight { now, side: Side::Station, priorities: &[] }
    }

    /// How many tables or places a use of `span` has to leave for those who just come. The share is kept until the start.
    pub fn leaves(&self, walk_ins: i32, span: &Span) -> usize {
        match self.side {
            Side::Oneself(_) if self.now < span.from => usize::try_from(walk_ins).unwrap_or(0),
            _ => 0,
        }
    }

    /// Whether they may have `span` as far as its hours go. If they may only because of what they say they are, that.
    pub fn may(&self, span: &Span) -> Result<Option<Favoured>, Refusal> {
        let Side::Oneself(said) = self.side else { return Ok(None) };
        let closed = |p: &&Priority| p.concerns(span) && self.now < p.opens_at(span.from);
        let mut needed = None;
        for priority in self.priorities.iter().filter(closed) {
            if said != Some(priority.whom) {
                let opens_at = (priority.to_all > 0).then(|| priority.opens_at(span.from));
                return Err(Refusal::KeptFor { whom: priority.whom, reason: priority.reason.clone(), opens_at });
            }
            needed = said;
        }
        Ok(needed)
    }
}
