//! What people ask for, well-typed: the bodies of the API, and what the forms of the pages become. Done in one place.
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use serde::{Deserialize, Serialize};
use stations::Station;
use utoipa::ToSchema;

use super::reads::{self, Hall, Mine};
use super::who::Who;
use crate::TicketId;
use crate::acts::{self, After, Drawn, Own};
use crate::rules::{Drawing, Matter, OfficialId, Refusal, Way};

/// A number to draw.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NewTicket {
    /// What for: slugs of matters. All are done in one visit, in the line of the first.
    #[schema(max_items = 9, example = json!(["old-age-allowance"]))]
    pub matters: Vec<String>,
    /// The slug of a line, when nobody knows the matter.
    pub line: Option<String>,
    /// To be called by this official only: one who does the first matter.
    pub official: Option<OfficialId>,
}

/// So many matters can be named.
const MOST_MATTERS: usize = 9;

impl NewTicket {
    /// # Errors
    /// [`Refusal::NoMatter`] for what is not done here, or not by that official.
    pub fn checked(&self, hall: &Hall) -> Result<Drawing, Refusal> {
        let named = |slug: &String| hall.matter(slug.trim()).ok_or(Refusal::NoMatter);
        let matters = self.matters.iter().take(MOST_MATTERS).map(named).collect::<Result<Vec<&Matter>, _>>()?;
        let line = match self.line.as_deref().map(str::trim).filter(|slug| !slug.is_empty()) {
            Some(slug) => Some(hall.lines.iter().find(|l| l.line.slug == slug).ok_or(Refusal::NoMatter)?.line.id),
            None => None,
        };
        let does = |m: &&Matter| self.official == m.draft.official || self.official == m.draft.stand_in;
        if self.official.is_some() && !matters.first().is_some_and(does) {
            return Err(Refusal::NoMatter);
        }
        let ids = matters.iter().map(|m| m.id).collect();
        Ok(Drawing { matters: ids, line, official: self.official, ..Drawing::default() })
    }
}

/// Draws a number from wherever somebody is. `key` makes a repeated request do one thing.
pub async fn draw(
    house: &House,
    station: &Arc<Station>,
    (new, who): (&NewTicket, Who),
    key: Option<&str>,
) -> Result<Drawn, Not<Refusal>> {
    let drawing = new.checked(&reads::hall(house, station).await?)?;
    let once = key.map(|key| Once::new(key, &who.key(), new));
    acts::draw(house, station, drawing, (who.holder(), Way::Phone), once).await
}

/// One step of whoever holds a ticket.
pub async fn step(
    house: &House,
    station: &Arc<Station>,
    (id, own, who): (TicketId, Own, Who),
    (key, request): (Option<&str>, impl Serialize),
) -> Result<After, Not<Refusal>> {
    let once = key.map(|key| Once::new(key, &who.key(), &(id, request)));
    acts::take_own(house, station, id, (own, who.actor()), once).await
}

/// So long somebody can ask to be called later, on the page.
pub const LATER: [i64; 2] = [30, 60];

/// Whether a ticket can be put off until then: later than now, and while tickets of its line are still served.
pub fn can_wait_until(t: &Mine, at: Timestamp, zone: &jiff::tz::TimeZone) -> bool {
    let wall = stations::wall(at, zone);
    wall > t.hall.at && t.line().and_then(|l| l.ends).is_some_and(|ends| wall < ends)
}

/// The same for a request: the instant, or what is wrong with it.
pub fn until(t: &Mine, at: Timestamp, zone: &jiff::tz::TimeZone) -> Result<Timestamp, Problems> {
    if can_wait_until(t, at, zone) {
        return Ok(at);
    }
    let mut problems = Problems::default();
    problems.add("until", "public-form-until");
    Err(problems)
}

/// Which of [`LATER`] can still be asked for.
pub fn later(t: &Mine, now: Timestamp, zone: &jiff::tz::TimeZone) -> Vec<i64> {
    LATER.into_iter().filter(|m| can_wait_until(t, now + SignedDuration::from_mins(*m), zone)).collect()
}
