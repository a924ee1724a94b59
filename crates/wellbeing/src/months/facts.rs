//! The facts of a month, each kind read once, and since when each is known. Facts name nobody.
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fact;
use kernel::fault::Fault;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::rules::door::{Event, Sign};
use crate::rules::period::Days;

/// One fact.
pub struct Seen<T> {
    pub on: Date,
    pub at: Timestamp,
    pub data: T,
}

/// All facts of a kind, in the days that were asked for.
pub struct Kind<T> {
    /// Of the whole kind, whenever it was.
    first: Option<Date>,
    pub all: Vec<Seen<T>>,
}

impl<T> Kind<T> {
    /// Whether it was counted by then: without one fact in these days or before them, nobody counted, and that is no zero.
    pub fn is_known(&self, days: Days) -> bool {
        self.first.is_some_and(|first| first < days.until)
    }

    pub fn within(&self, days: Days) -> impl Iterator<Item = &Seen<T>> {
        self.all.iter().filter(move |one| days.contains(one.on))
    }

    fn is_empty(&self, days: Days) -> bool {
        self.within(days).next().is_none()
    }
}

/// Of facts that say no more than that it was.
#[derive(Deserialize)]
pub struct Any {}

/// The stretches that begin on a day. One that goes on past midnight is whole here; whoever counts days cuts it.
#[derive(Deserialize)]
pub struct Promised {
    pub spans: Vec<(Timestamp, Timestamp)>,
}

/// How a room was open on a day: `minutes` of opening, whatever the units.
#[derive(Deserialize)]
pub struct VenueOpen {
    pub venue: i64,
    #[serde(default)]
    pub name_zh: String,
    #[serde(default)]
    pub name_en: String,
    pub units: u32,
    pub minutes: i64,
    pub spans: Vec<(Timestamp, Timestamp)>,
}

/// Who had a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// The station itself, for an activity.
    Activity,
    #[default]
    Resident,
}

/// A use of a room, or what takes one back. What has no `units` was noted before they were, and before it was noted for whom a use is and
/// who is seen: then it may have been for anybody, and says only that it may have been.
#[derive(Deserialize)]
pub struct Use {
    pub venue: i64,
    pub offering: i64,
    pub minutes: i64,
    pub people: Option<u32>,
    pub walk_in: bool,
    #[serde(default)]
    pub seen: bool,
    pub units: Option<u32>,
    #[serde(default, rename = "for")]
    pub whose: Whose,
    /// Which kind is taken back.
    #[serde(default)]
    pub was: String,
}

#[derive(Deserialize)]
pub struct Ticket {
    state: String,
    came: bool,
    /// In which quarter of an hour they were seen in the hall.
    #[serde(default)]
    seen_at: Option<Timestamp>,
}

impl Ticket {
    /// Somebody was there, and was served.
    pub fn is_visit(&self) -> bool {
        self.came && self.state == "done"
    }
}

impl Seen<Ticket> {
    /// When somebody was seen. A visit always says so, unless it was noted before visits did: then the fact's own instant stands for it,
    /// which is that of the drawing, perhaps at home.
    pub fn seen_at(&self) -> Timestamp {
        self.data.seen_at.unwrap_or(self.at)
    }
}

#[derive(Deserialize)]
pub struct Planned {
    pub announced_h: Option<i64>,
    pub called_off: bool,
    pub came: Option<u32>,
}

#[derive(Deserialize)]
pub struct Held {
    pub came: u32,
    pub walked_in: u32,
}

#[derive(Deserialize)]
pub struct CallBack {
    outcome: Option<String>,
}

impl CallBack {
    /// Whether somebody was reached, settled or not.
    pub fn reached(&self) -> bool {
        self.outcome.as_deref().is_some_and(|word| word == "settled" || word == "not-settled")
    }
}

#[derive(Deserialize)]
pub struct FirstAsked {
    ending: Option<String>,
}

impl FirstAsked {
    /// Whether whoever asked was told, or helped: not that nobody came, or that they asked no longer.
    pub fn met(&self) -> bool {
        self.ending.as_deref().is_some_and(|word| word == "told" || word == "kept")
    }
}

/// So many days a call-back's fact may lie before it was made: it stands on the day of what was rated.
const CALLED_WITHIN: i64 = 100;

/// All that a month is made of.
pub struct Facts {
    pub promised: Kind<Promised>,
    /// On which day, and what.
    pub signs: Vec<(Date, Event)>,
    pub open: Kind<VenueOpen>,
    pub used: Kind<Use>,
    pub not_so: Kind<Use>,
    pub tickets: Kind<Ticket>,
    pub planned: Kind<Planned>,
    pub held: Kind<Held>,
    pub lent: Kind<Any>,
    pub returned: Kind<Any>,
    pub called_back: Kind<CallBack>,
    pub receptions: Kind<Any>,
    pub first_asked: Kind<FirstAsked>,
    pub villages: Kind<Any>,
    pub opinions: Kind<Any>,
    pub wishes: Kind<Any>,
}

impl Facts {
    /// Of the days from `days.from` up to `days.until`; of the door also the day after and two before, for nights that go on past
    /// midnight: of the one that ends on the first day, it is asked what was said since the one before it.
    ///
    /// # Errors
    /// The database's, or a fact that cannot be read.
    pub fn read(c: &mut Conn, at: StationId, days: Days) -> Result<Facts, Fault> {
        let (mut signs, nights) =
            (vec![], Days { from: days.from.saturating_sub(2.days()), until: days.until.saturating_add(1.day()) });
        for (kind, sign) in SIGNS {
            let of = read::<Any>(c, at, kind, nights)?;
            signs.extend(of.all.into_iter().map(|one| (one.on, Event { at: one.at, sign })));
        }
        let earlier = Days { from: days.from.saturating_sub(jiff::Span::new().days(CALLED_WITHIN)), ..days };
        Ok(Facts {
            promised: read(c, at, "door.promised", nights)?,
            signs,
            open: read(c, at, "venue.open", days)?,
            used: read(c, at, "venue.used", days)?,
            not_so: read(c, at, "venue.not-so", days)?,
            tickets: read(c, at, "ticket-ended", days)?,
            planned: read(c, at, "activity.planned", days)?,
            held: read(c, at, "activity.held", days)?,
            lent: read(c, at, "library.issue", days)?,
            returned: read(c, at, "library.return", days)?,
            called_back: read(c, at, "call-back-ended", earlier)?,
            receptions: read(c, at, "reception-closed", days)?,
            first_asked: read(c, at, "first-asked-closed", days)?,
            villages: read(c, at, "village-day.held", days)?,
            opinions: read(c, at, "opinion.answered", days)?,
            wishes: read(c, at, "wish.fulfilled", days)?,
        })
    }

    /// Whether nothing at all was noted in these days.
    pub fn are_none(&self, days: Days) -> bool {
        let rooms = self.open.is_empty(days) && self.used.is_empty(days);
        let door = self.promised.is_empty(days) && !self.signs.iter().any(|(on, _)| days.contains(*on));
        let activities = self.planned.is_empty(days) && self.held.is_empty(days);
        let library = self.lent.is_empty(days) && self.returned.is_empty(days);
        let contact = [&self.receptions, &self.villages, &self.opinions, &self.wishes];
        let asked = self.called_back.is_empty(days) && self.first_asked.is_empty(days);
        let none = rooms && door && activities && library && asked && self.tickets.is_empty(days);
        none && contact.iter().all(|kind| kind.is_empty(days))
    }
}

const SIGNS: [(&str, Sign); 4] = [
    ("door.opened", Sign::Opened),
    ("door.closed", Sign::Closed),
    ("door.seen-open", Sign::SeenOpen),
    ("door.found-closed", Sign::FoundClosed),
];

/// What a station's months can begin with.
const BEGINNINGS: [&str; 12] = [
    "door.promised",
    "venue.open",
    "venue.used",
    "ticket-ended",
    "activity.planned",
    "activity.held",
    "library.issue",
    "reception-closed",
    "first-asked-closed",
    "village-day.held",
    "opinion.answered",
    "wish.fulfilled",
];

/// The first day of which a station noted anything.
///
/// # Errors
/// The database's.
pub fn first_day(c: &mut Conn, at: StationId) -> Result<Option<Date>, Fault> {
    let mut first = None;
    for kind in BEGINNINGS {
        let of = fact::first_day(c, at, kind)?;
        first = first.into_iter().chain(of).min();
    }
    Ok(first)
}

fn read<T: DeserializeOwned>(c: &mut Conn, at: StationId, kind: &str, days: Days) -> Result<Kind<T>, Fault> {
    let odd = |e| Fault::broken(format!("a fact “{kind}” cannot be read: {e}"));
    let facts = fact::between(c, at, kind, days.from, days.until)?;
    let all =
        facts.into_iter().map(|f| Ok(Seen { on: f.on, at: f.at, data: serde_json::from_value(f.data).map_err(odd)? }));
    Ok(Kind { first: fact::first_day(c, at, kind)?, all: all.collect::<Result<_, Fault>>()? })
}
