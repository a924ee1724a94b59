//! What there is to read of clubs, as far as whoever asks may know. Reads only.
use std::sync::Arc;

use jiff::{Span as Days, Timestamp};

use super::rules::Entry;
use super::store::{self, Club, Hiding, Member, Notice};
use crate::ClubId;
use crate::games::rules::{Shown, shown};
use crate::rules::{Offering, Span, State};
use crate::series::answers::{self as series, Line, Look, Stands};
use crate::series::rules::Why;
use crate::series::store as kept;
use crate::store::{self as rooms, Catalogue};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

/// The purpose under which children's names are sealed.
pub const CHILD: &str = "club-child";

/// What somebody is to a club.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ClubStanding)]
pub enum Is {
    Nobody,
    Asks,
    Member,
    Leader,
}

/// A club in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    pub club: Club,
    pub members: usize,
    pub asking: usize,
    pub hiding: Option<Hiding>,
    /// When it meets next, and of what.
    pub next: Option<(Span, Offering)>,
}

impl Listed {
    pub fn is_hidden(&self) -> bool {
        self.hiding.as_ref().is_some_and(Hiding::is_agreed)
    }
}

/// All clubs of a station that are not closed: those that meet next first.
pub fn listed(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Vec<Listed>, Fault> {
    let clubs = store::running(c, station.id)?;
    let mut all = with_counts(c, station, clubs, now)?;
    all.sort_by_key(|l| l.next.as_ref().map_or(Timestamp::MAX, |(span, _)| span.from));
    Ok(all)
}

fn with_counts(c: &mut Conn, station: &Station, clubs: Vec<Club>, now: Timestamp) -> Result<Vec<Listed>, Fault> {
    if clubs.is_empty() {
        return Ok(vec![]);
    }
    let counts = store::counts(c, station.id)?;
    let mut hidings = store::open_of_all(c, station.id)?;
    let ids: Vec<Id> = clubs.iter().map(|club| club.id.0).collect();
    let next = kept::next_of_clubs(c, station.id, &ids, now)?;
    let catalogue = rooms::catalogue(c, station.id)?;
    let listed = |club: Club| {
        let (members, asking) = counts.get(&club.id).copied().unwrap_or_default();
        let next = next.get(&club.id.0).and_then(|next| with_offering(&catalogue, next));
        Listed { hiding: hidings.remove(&club.id), members, asking, next, club }
    };
    Ok(clubs.into_iter().map(listed).collect())
}

fn with_offering(catalogue: &Catalogue, (span, offering): &(Span, i32)) -> Option<(Span, Offering)> {
    Some((*span, catalogue.offering_by_id(*offering)?.clone()))
}

/// A club with when it meets.
#[derive(Debug, Clone)]
pub struct Seen {
    pub club: Club,
    /// Those who are in, children counted.
    pub members: usize,
    pub asking: usize,
    /// What of the leader's name is shown.
    pub leader: Option<Shown>,
    pub hiding: Option<Hiding>,
    /// Its series, the newest first.
    pub series: Vec<Look>,
}

impl Seen {
    pub fn is_hidden(&self) -> bool {
        self.hiding.as_ref().is_some_and(Hiding::is_agreed)
    }

    /// The dates that are not over, also those that do not take place, in their order, each with its series.
    pub fn coming(&self, now: Timestamp) -> Vec<(&Look, &Line)> {
        let told = |l: &&Line| {
            use Stands::{Booked, Clash, NotKnown, Over, Skipped};
            matches!(l.stands, Booked | Skipped | Clash | NotKnown | Over(State::Cancelled))
        };
        let to_come = |l: &&Line| l.span.is_some_and(|s| s.until > now);
        let mut all: Vec<(&Look, &Line)> = vec![];
        for look in &self.series {
            // What was given back with the end of a series is told to calendars only.
            let meant = |l: &&Line| look.series.terms.ends_on.is_none_or(|last| l.on <= last);
            all.extend(look.lines.iter().filter(told).filter(to_come).filter(meant).map(|line| (look, line)));
        }
        all.sort_by_key(|(_, l)| l.span.map(|s| s.from));
        all
    }

    /// The next one that takes place.
    pub fn next(&self, now: Timestamp) -> Option<(&Look, &Line)> {
        self.coming(now).into_iter().find(|(_, l)| l.stands == Stands::Booked)
    }
}

/// A date as everybody reads it: that somebody does without one is the leader's own.
pub fn as_told(line: &Line) -> Line {
    let why = line.why.clone().filter(|why| *why != Why::GivenUp);
    Line { why, ..line.clone() }
}

/// So many days a series that is over stays in calendars, which read there that its dates are off.
const REMEMBERED: i32 = 60;

pub fn one(c: &mut Conn, house: &House, station: &Station, id: ClubId, now: Timestamp) -> Result<Seen, Fault> {
    let club = store::by_id(c, station.id, id)?;
    let members = store::of_club(c, station.id, id)?;
    let hiding = store::open_of(c, station.id, id)?;
    let leader = match club.leader {
        Some(person) => people::name_of(c, house, person)?.as_deref().and_then(shown),
        None => None,
    };
    let since = now.to_zoned_datetime(station.zone.clone()).date().saturating_sub(Days::new().days(REMEMBERED));
    let mut looks = vec![];
    for one in kept::of_club(c, station.id, id.0)? {
        // A series that was ended before its first date has no dates by its rule, and those that were given back all the same.
        let ended = one.ended_at.map(|at| at.to_zoned_datetime(station.zone.clone()).date());
        if ended.is_some_and(|on| on >= since) || !one.terms.is_over(since) {
            looks.push(series::look(c, house, station, one, now)?);
        }
    }
    let (in_it, asking): (Vec<&Member>, Vec<&Member>) = members.iter().partition(|m| m.is_in);
    Ok(Seen { members: in_it.len(), asking: asking.len(), club, leader, hiding, series: looks })
}

/// A member with the name to call.
#[derive(Debug, Clone)]
pub struct Named {
    pub member: Member,
    pub name: Option<String>,
}

/// Everybody of a club by name: for its leader and for staff.
pub fn named(c: &mut Conn, house: &House, station: &Station, id: ClubId) -> Result<Vec<Named>, Fault> {
    let all = store::of_club(c, station.id, id)?;
    all.into_iter().map(|member| Ok(Named { name: name_of(c, house, &member)?, member })).collect()
}

pub fn name_of(c: &mut Conn, house: &House, member: &Member) -> Result<Option<String>, Fault> {
    match (&member.name_sealed, member.entry) {
        (Some(sealed), _) => house.keys.open(CHILD, sealed).map(Some).map_err(Fault::broken),
        (None, Entry::Oneself) => people::name_of(c, house, member.person),
        (None, Entry::Child(_)) => Ok(None),
    }
}

/// What somebody is to a club, given all its members.
pub fn is(club: &Club, members: &[Member], viewer: Option<PersonId>) -> Is {
    let Some(viewer) = viewer else { return Is::Nobody };
    let mut theirs = members.iter().filter(|m| m.person == viewer).peekable();
    match (club.leader == Some(viewer), theirs.peek().is_some()) {
        (true, _) => Is::Leader,
        (false, false) => Is::Nobody,
        (false, true) => {
            if theirs.any(|m| m.is_in) {
                Is::Member
            } else {
                Is::Asks
            }
        }
    }
}

/// A club among one's things.
#[derive(Debug, Clone)]
pub struct Mine {
    pub listed: Listed,
    pub is: Is,
    /// They are asked to lead it.
    pub is_heir: bool,
}

/// One station and the clubs that somebody has to do with there.
pub type AtStation = (Arc<Station>, Vec<Mine>);

/// The clubs that a person is in, asks to be in, or is asked to lead, at each station.
pub fn of_person(c: &mut Conn, person: PersonId, now: Timestamp) -> Result<Vec<AtStation>, Fault> {
    let mut theirs = store::clubs_of(c, person)?;
    theirs.extend(store::of_heir(c, person)?);
    theirs.sort_unstable();
    theirs.dedup();
    let mut stations: Vec<StationId> = theirs.iter().map(|(station, _)| *station).collect();
    stations.dedup();
    let mut all = vec![];
    for id in stations {
        let station = Arc::new(stations::by_id(c, id)?);
        let here: Vec<ClubId> = theirs.iter().filter(|(s, _)| *s == id).map(|(_, club)| *club).collect();
        let clubs = store::find(c, id, &here)?;
        let mut mine = vec![];
        for listed in with_counts(c, &station, clubs, now)? {
            let members = store::of_club(c, id, listed.club.id)?;
            let is_heir = listed.club.heir == Some(person);
            mine.push(Mine { is: is(&listed.club, &members, Some(person)), is_heir, listed });
        }
        all.push((station, mine));
    }
    Ok(all)
}

/// What the members of a club were told in the last month, the newest first.
pub fn notices(c: &mut Conn, station: &Station, id: ClubId) -> Result<Vec<Notice>, Fault> {
    store::notices_of(c, station.id, id)
}
