//! Rows are added, and once marked as withdrawn; nothing else is ever changed in them.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::Ts;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;

use super::rules::Kind;
use super::schema::consents as con;
use crate::ids::{ConsentId, PersonId, StaffId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    pub kind: Kind,
    pub text_version: String,
    pub given_at: Timestamp,
    pub by_staff: Option<StaffId>,
    pub withdrawn_at: Option<Timestamp>,
}

/// Whether a person agrees to `kind` as its text is now.
pub fn is_given(c: &mut Conn, person: PersonId, kind: Kind) -> Result<bool, Fault> {
    let live = all_of(c, person)?;
    Ok(live.iter().any(|g| g.kind == kind && g.withdrawn_at.is_none() && g.text_version == kind.text_version()))
}

/// Writes down that a person agrees. Doing it twice is fine.
pub fn give(c: &mut Conn, house: &House, person: PersonId, kind: Kind, by_staff: Option<StaffId>) -> Result<(), Fault> {
    if is_given(c, person, kind)? {
        return Ok(());
    }
    let row = (
        con::id.eq(ConsentId(house.new_id())),
        con::person_id.eq(person),
        con::kind.eq(kind as i16),
        con::text_version.eq(kind.text_version()),
        con::given_at.eq(Ts(house.now())),
        con::by_staff.eq(by_staff),
    );
    on!(c, c => diesel::insert_into(con::table).values(row).execute(c))?;
    Ok(())
}

/// Takes consent back. What rested on it, the caller erases in the same transaction.
pub fn withdraw(c: &mut Conn, person: PersonId, kind: Kind, now: Timestamp) -> Result<(), Fault> {
    let live =
        con::table.filter(con::person_id.eq(person).and(con::kind.eq(kind as i16)).and(con::withdrawn_at.is_null()));
    on!(c, c => diesel::update(live).set(con::withdrawn_at.eq(Some(Ts(now)))).execute(c))?;
    Ok(())
}

type Row = (i16, String, Ts, Option<StaffId>, Option<Ts>);

/// The oldest first.
pub fn all_of(c: &mut Conn, person: PersonId) -> Result<Vec<Consent>, Fault> {
    let rows: Vec<Row> = on!(c, c => con::table
        .filter(con::person_id.eq(person))
        .order((con::given_at, con::id))
        .select((con::kind, con::text_version, con::given_at, con::by_staff, con::withdrawn_at))
        .load(c))?;
    let consent = |(kind, text_version, given_at, by_staff, withdrawn_at): Row| {
        let kind = Kind::from_number(kind).ok_or_else(|| Fault::broken("a stored consent is of no kind"))?;
        let withdrawn_at = withdrawn_at.map(|t: Ts| t.0);
        Ok(Consent { kind, text_version, given_at: given_at.0, by_staff, withdrawn_at })
    };
    rows.into_iter().map(consent).collect()
}

/// Forgets that a person ever agreed to anything: they are being forgotten.
pub fn remove_all(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(con::table.filter(con::person_id.eq(person))).execute(c))?;
    Ok(())
}
