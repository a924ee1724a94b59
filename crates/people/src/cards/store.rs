//! Cards: found by a keyed hash of their code. Uses are written down nowhere.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;

use super::rules::CARD_LASTS;
use super::schema::cards;
use crate::ids::{CardId, PersonId, StaffId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub id: CardId,
    pub person: PersonId,
    pub station: StationId,
    pub issued_at: Timestamp,
    pub expires_at: Timestamp,
    pub revoked_at: Option<Timestamp>,
}

impl Card {
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}

type Row = (CardId, PersonId, StationId, Ts, Ts, Option<Ts>);

macro_rules! columns {
    () => {
        (cards::id, cards::person_id, cards::station_id, cards::issued_at, cards::expires_at, cards::revoked_at)
    };
}

fn to_card((id, person, station, issued_at, expires_at, revoked_at): Row) -> Card {
    let (issued_at, expires_at, revoked_at) = (issued_at.0, expires_at.0, revoked_at.map(|t| t.0));
    Card { id, person, station, issued_at, expires_at, revoked_at }
}

fn hash(house: &House, code: &str) -> Vec<u8> {
    house.keys.lookup("card", code).to_vec()
}

pub fn insert(
    c: &mut Conn,
    house: &House,
    (id, person): (CardId, PersonId),
    (station, by): (StationId, StaffId),
    code: &str,
) -> Result<(), Fault> {
    let now = house.now();
    let row = (
        cards::id.eq(id),
        cards::person_id.eq(person),
        cards::code_hash.eq(hash(house, code)),
        cards::station_id.eq(station),
        cards::issued_by.eq(by),
        cards::issued_at.eq(Ts(now)),
        cards::expires_at.eq(Ts(now + CARD_LASTS)),
    );
    on!(c, c => diesel::insert_into(cards::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_code(c: &mut Conn, house: &House, code: &str) -> Result<Option<Card>, Fault> {
    let row: Option<Row> = on!(c, c => cards::table
        .filter(cards::code_hash.eq(hash(house, code)))
        .select(columns!())
        .first(c)
        .optional())?;
    Ok(row.map(to_card))
}

/// [`Fault::NotFound`] if there is none, or it was issued elsewhere: one station's desk sees nothing of another's.
pub fn by_id(c: &mut Conn, station: StationId, id: CardId) -> Result<Card, Fault> {
    let row: Row = on!(c, c => cards::table
        .filter(cards::id.eq(id).and(cards::station_id.eq(station)))
        .select(columns!())
        .first(c))?;
    Ok(to_card(row))
}

/// The newest first.
pub fn cards_of(c: &mut Conn, person: PersonId) -> Result<Vec<Card>, Fault> {
    let rows: Vec<Row> = on!(c, c => cards::table
        .filter(cards::person_id.eq(person))
        .order(cards::id.desc())
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_card).collect())
}

/// Makes all cards of a household good no more. Returns which were.
pub fn revoke_all(c: &mut Conn, person: PersonId, now: Timestamp) -> Result<Vec<CardId>, Fault> {
    let live = cards::table.filter(cards::person_id.eq(person).and(cards::revoked_at.is_null()));
    let ids: Vec<CardId> = on!(c, c => live.select(cards::id).load(c))?;
    for id in &ids {
        let set = cards::revoked_at.eq(Some(Ts(now)));
        on!(c, c => diesel::update(cards::table.find(*id)).set(set).execute(c))?;
    }
    Ok(ids)
}

pub fn remove_all(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(cards::table.filter(cards::person_id.eq(person))).execute(c))?;
    Ok(())
}

/// Forgets cards that are good no more.
pub fn forget_over(c: &mut Conn, now: Timestamp) -> Result<usize, Fault> {
    let over = cards::expires_at.le(Ts(now)).or(cards::revoked_at.is_not_null());
    Ok(on!(c, c => diesel::delete(cards::table.filter(over)).execute(c))?)
}
