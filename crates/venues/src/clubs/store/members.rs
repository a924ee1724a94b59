//! Who is in a club, and who asks to be.
use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;
use jiff::Timestamp;

use crate::ClubId;
use crate::clubs::rules::{self, Entry};
use crate::clubs::schema::club_members as m;
use crate::games::rules::Band;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// A member as the row says.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub id: Id,
    pub person: PersonId,
    /// What a child is called.
    pub name_sealed: Option<Vec<u8>>,
    pub entry: Entry,
    pub is_in: bool,
    pub asked_at: Timestamp,
}

impl Member {
    pub fn rule(&self) -> rules::Member {
        rules::Member { id: self.id, person: self.person, entry: self.entry, is_in: self.is_in }
    }

    pub fn is_child(&self) -> bool {
        self.entry != Entry::Oneself
    }
}

pub struct NewMember<'a> {
    pub id: Id,
    pub person: PersonId,
    pub name_sealed: Option<&'a [u8]>,
    pub entry: Entry,
    pub is_in: bool,
    pub now: Timestamp,
}

type Columns = (Id, PersonId, Option<Vec<u8>>, Option<i16>, bool, Ts);

fn to_member((id, person, name_sealed, band, is_in, asked_at): Columns) -> Member {
    let entry = band.and_then(Band::from_column).map_or(Entry::Oneself, Entry::Child);
    Member { id, person, name_sealed, entry, is_in, asked_at: asked_at.0 }
}

pub fn insert_member(c: &mut Conn, station: StationId, club: ClubId, new: &NewMember<'_>) -> Result<(), Fault> {
    let band = match new.entry {
        Entry::Oneself => None,
        Entry::Child(band) => Some(band as i16),
    };
    let row = (
        (m::station_id.eq(station), m::club_id.eq(club), m::id.eq(new.id), m::person_id.eq(new.person)),
        (m::name_sealed.eq(new.name_sealed), m::band.eq(band), m::is_in.eq(new.is_in), m::asked_at.eq(Ts(new.now))),
    );
    on!(c, c => diesel::insert_into(m::table).values(row).execute(c))?;
    Ok(())
}

/// Everybody of a club, in the order in which they asked.
pub fn of_club(c: &mut Conn, station: StationId, club: ClubId) -> Result<Vec<Member>, Fault> {
    let rows: Vec<Columns> = on!(c, c => m::table
        .filter(m::station_id.eq(station).and(m::club_id.eq(club)))
        .order((m::asked_at, m::id))
        .select((m::id, m::person_id, m::name_sealed, m::band, m::is_in, m::asked_at))
        .load(c))?;
    Ok(rows.into_iter().map(to_member).collect())
}

/// How many are in each club of a station, and how many ask.
pub fn counts(c: &mut Conn, station: StationId) -> Result<HashMap<ClubId, (usize, usize)>, Fault> {
    let rows: Vec<(ClubId, bool, i64)> = on!(c, c => m::table
        .filter(m::station_id.eq(station))
        .group_by((m::club_id, m::is_in))
        .select((m::club_id, m::is_in, count_star()))
        .load(c))?;
    let mut counts: HashMap<ClubId, (usize, usize)> = HashMap::new();
    for (club, is_in, n) in rows {
        let (members, asking) = counts.entry(club).or_default();
        *(if is_in { members } else { asking }) = usize::try_from(n).unwrap_or(usize::MAX);
    }
    Ok(counts)
}

/// The clubs in which a person is or asks to be, anywhere: their own question.
pub fn clubs_of(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, ClubId)>, Fault> {
    Ok(on!(c, c => m::table
        .filter(m::person_id.eq(person))
        .select((m::station_id, m::club_id))
        .distinct()
        .order((m::station_id, m::club_id))
        .load(c))?)
}

pub fn let_in(c: &mut Conn, station: StationId, club: ClubId, id: Id) -> Result<(), Fault> {
    on!(c, c => diesel::update(m::table.find((station, club, id))).set(m::is_in.eq(true)).execute(c))?;
    Ok(())
}

pub fn remove(c: &mut Conn, station: StationId, club: ClubId, id: Id) -> Result<(), Fault> {
    on!(c, c => diesel::delete(m::table.find((station, club, id))).execute(c))?;
    Ok(())
}

pub fn remove_all(c: &mut Conn, station: StationId, club: ClubId) -> Result<(), Fault> {
    let all = m::table.filter(m::station_id.eq(station).and(m::club_id.eq(club)));
    on!(c, c => diesel::delete(all).execute(c))?;
    Ok(())
}
