//! `openings.toml`: closures and extra openings.
use ::venues::rules::{LayerKind, Name, Span, VenueId};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::Deserialize;
use toml::Spanned;

use super::venues::Room;
use super::wrong::{line_at, toml};
use super::{Files, Wrong};

/// One closure or extra opening.
#[derive(Debug, Clone)]
pub struct Opening {
    /// None = the whole station.
    pub venue: Option<VenueId>,
    pub kind: LayerKind,
    pub span: Span,
    pub reason: Name,
    pub line: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    closed: Vec<Spanned<One>>,
    #[serde(default)]
    open: Vec<Spanned<One>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    venue: Option<String>,
    from: String,
    until: String,
    reason: String,
    #[serde(default)]
    reason_en: String,
}

const FILE: &str = "openings.toml";

/// In the order of the file: a later one wins.
pub fn read(files: &Files, rooms: &[Room], zone: &TimeZone) -> Result<Vec<Opening>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let read: Text = toml(FILE, text)?;
    let closed = read.closed.into_iter().map(|one| (LayerKind::Closed, one));
    let open = read.open.into_iter().map(|one| (LayerKind::Open, one));
    let mut all: Vec<(LayerKind, Spanned<One>)> = closed.chain(open).collect();
    all.sort_by_key(|(_, one)| one.span().start);
    let (mut openings, mut wrong) = (vec![], vec![]);
    for (kind, one) in all {
        let line = line_at(text, one.span().start);
        match opening(kind, one.into_inner(), rooms, zone, line) {
            Ok(opening) => openings.push(opening),
            Err((about, why)) => wrong.push(Wrong::new(FILE, line, about, why)),
        }
    }
    if wrong.is_empty() { Ok(openings) } else { Err(wrong) }
}

type Why = (&'static str, String);

fn opening(kind: LayerKind, one: One, rooms: &[Room], zone: &TimeZone, line: usize) -> Result<Opening, Why> {
    let venue = one.venue.as_ref().map(|slug| {
        let found = rooms.iter().find(|r| r.venue.slug == *slug).map(|r| r.venue.id);
        found.ok_or_else(|| ("venue", format!("venues.toml has no venue “{slug}”")))
    });
    let (from, until) = (wall("from", &one.from, zone)?, wall("until", &one.until, zone)?);
    let span = Span::new(from, until).ok_or(("until", "it ends before it begins".to_owned()))?;
    if one.reason.trim().is_empty() {
        return Err(("reason", "everybody reads the reason: write one".to_owned()));
    }
    Ok(Opening { venue: venue.transpose()?, kind, span, reason: Name { zh: one.reason, en: one.reason_en }, line })
}

fn wall(field: &'static str, text: &str, zone: &TimeZone) -> Result<Timestamp, Why> {
    let wrong = || (field, format!("“{text}” is no day and time; write 2026-06-27T06:00"));
    let wall: DateTime = text.parse().map_err(|_| wrong())?;
    zone.to_ambiguous_timestamp(wall).compatible().map_err(|_| wrong())
}
