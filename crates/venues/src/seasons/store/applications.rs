//! One row per application.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::seasons::rules::{Applicant, Application, Asked, Kind};
use crate::seasons::schema::season_applications as a;
use crate::{ApplicationId, RoundId};
use kernel::db::Conn;
use kernel::db::types::{Id, Json, JsonOf, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// An application as it was filed.
#[derive(Debug, Clone)]
pub struct Filed {
    pub id: ApplicationId,
    /// Who leads the group; `None` for offices, and when whoever led it was forgotten.
    pub person: Option<PersonId>,
    /// What is published of it.
    pub application: Application,
}

type Row = (
    (ApplicationId, i16, Option<PersonId>, Option<i32>, String, i16, i32, i32),
    (JsonOf<Vec<i32>>, Option<Id>, JsonOf<Vec<i32>>, bool),
);

macro_rules! columns {
    () => {
        (
            (a::id, a::applicant, a::person_id, a::owner_id, a::name, a::kind, a::size, a::wants),
            (a::wishes, a::before_id, a::held, a::got_first),
        )
    };
}

fn to_filed((who, what): Row) -> Result<Filed, Fault> {
    let (id, applicant, person, owner, name, kind, size, wants) = who;
    let (wishes, before, held, got_first) = what;
    let odd = || Fault::broken(format!("application {id} has a row that makes no sense; run `yizhan check`"));
    let application = Application {
        id: id.0,
        applicant: Applicant::of(applicant, owner, name).ok_or_else(odd)?,
        kind: Kind::from_column(kind).ok_or_else(odd)?,
        size,
        wants,
        wishes: wishes.0,
        before,
        held: held.0,
        got_first,
    };
    Ok(Filed { id, person, application })
}

/// An application to be filed.
pub struct NewApplication<'a> {
    pub id: ApplicationId,
    pub person: Option<PersonId>,
    pub applicant: &'a Applicant,
    pub asked: &'a Asked,
}

pub fn insert(
    c: &mut Conn,
    station: StationId,
    round: RoundId,
    new: &NewApplication<'_>,
    now: Timestamp,
) -> Result<(), Fault> {
    let owner = match new.applicant {
        Applicant::Office { number, .. } => Some(*number),
        Applicant::Group { .. } => None,
    };
    let row = (
        (a::station_id.eq(station), a::round_id.eq(round), a::id.eq(new.id), a::person_id.eq(new.person)),
        (a::applicant.eq(new.applicant.column()), a::owner_id.eq(owner), a::name.eq(new.applicant.name())),
        (a::kind.eq(new.asked.kind as i16), a::size.eq(new.asked.size), a::wants.eq(new.asked.wants)),
        (a::wishes.eq(Json::of(&new.asked.wishes)?), a::held.eq(Json::of(&Vec::<i32>::new())?), a::got_first.eq(false)),
        (a::made_at.eq(Ts(now)), a::changed_at.eq(Ts(now))),
    );
    on!(c, c => diesel::insert_into(a::table).values(row).execute(c))?;
    Ok(())
}

/// Asks for something else; the application stays the same one, with its place in the lottery.
pub fn set_asked(
    c: &mut Conn,
    at: (StationId, RoundId, ApplicationId),
    (name, asked): (&str, &Asked),
    now: Timestamp,
) -> Result<(), Fault> {
    let wishes = Json::of(&asked.wishes)?;
    on!(c, c => diesel::update(a::table.find(at))
        .set((
            (a::name.eq(name), a::kind.eq(asked.kind as i16), a::size.eq(asked.size), a::wants.eq(asked.wants)),
            (a::wishes.eq(wishes), a::changed_at.eq(Ts(now))),
        ))
        .execute(c))?;
    Ok(())
}

/// What is known from the season before.
pub fn set_known(c: &mut Conn, station: StationId, round: RoundId, known: &Application) -> Result<(), Fault> {
    let held = Json::of(&known.held)?;
    on!(c, c => diesel::update(a::table.find((station, round, known.id)))
        .set((a::before_id.eq(known.before), a::held.eq(held), a::got_first.eq(known.got_first)))
        .execute(c))?;
    Ok(())
}

pub fn delete(c: &mut Conn, at: (StationId, RoundId, ApplicationId)) -> Result<(), Fault> {
    on!(c, c => diesel::delete(a::table.find(at)).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, round: RoundId, id: ApplicationId) -> Result<Filed, Fault> {
    let row: Row = on!(c, c => a::table.find((station, round, id)).select(columns!()).first(c))?;
    to_filed(row)
}

/// By id.
pub fn of_round(c: &mut Conn, station: StationId, round: RoundId) -> Result<Vec<Filed>, Fault> {
    let rows: Vec<Row> = on!(c, c => a::table
        .filter(a::station_id.eq(station).and(a::round_id.eq(round)))
        .select(columns!())
        .load(c))?;
    let mut all = rows.into_iter().map(to_filed).collect::<Result<Vec<_>, _>>()?;
    all.sort_by_key(|f| f.id);
    Ok(all)
}

/// The application of a leader or of an office in a round.
pub fn find_of(
    c: &mut Conn,
    station: StationId,
    round: RoundId,
    (person, owner): (Option<PersonId>, Option<i32>),
) -> Result<Option<Filed>, Fault> {
    let here = a::table.filter(a::station_id.eq(station).and(a::round_id.eq(round)));
    let row: Option<Row> = match (person, owner) {
        (Some(person), _) => on!(c, c => here.filter(a::person_id.eq(person)).select(columns!()).first(c).optional())?,
        (None, Some(owner)) => on!(c, c => here.filter(a::owner_id.eq(owner)).select(columns!()).first(c).optional())?,
        (None, None) => None,
    };
    row.map(to_filed).transpose()
}

/// What a person has applied for as a leader, the newest round first.
pub fn of_person(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, RoundId, ApplicationId)>, Fault> {
    Ok(on!(c, c => a::table
        .filter(a::person_id.eq(person))
        .order((a::station_id, a::round_id.desc()))
        .select((a::station_id, a::round_id, a::id))
        .load(c))?)
}
