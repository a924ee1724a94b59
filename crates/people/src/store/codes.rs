//! One-time codes: sent through the outbox in the transaction that makes them, kept as a hash.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::View;
use kernel::{on, outbox};

use crate::ids::{CodeId, PersonId};
use crate::phone::Phone;
use crate::rules::{CODE_LASTS, Code, CodeRefusal, MOST_TRIES};
use crate::schema::codes;

/// Codes that are over are kept this long, so that a late try still hears why it fails.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

pub fn digits_hash(house: &House, code: CodeId, digits: &str) -> Vec<u8> {
    house.keys.lookup("code", &format!("{code}{digits}")).to_vec()
}

/// Sends six digits to `phone`, in the language of `v`; codes sent before are no longer good. A code that is on its way
/// is not sent twice: asking again within a minute gives the same one.
pub fn send_code(
    c: &mut Conn,
    house: &House,
    v: &View,
    station: StationId,
    person: PersonId,
    phone: &Phone,
) -> Result<CodeId, Not<CodeRefusal>> {
    if !phone.is_mobile() {
        return Err(Not::Refused(CodeRefusal::NotMobile));
    }
    let now = house.now();
    if let Some(code) = on_its_way(c, person, now)? {
        return Ok(code);
    }
    let id = CodeId(house.new_id());
    let digits = format!("{:06}", house.chance.below(1_000_000));
    on!(c, c => diesel::delete(codes::table.filter(codes::person_id.eq(person))).execute(c))?;
    let row = (
        codes::id.eq(id),
        codes::person_id.eq(person),
        codes::digits_hash.eq(digits_hash(house, id, &digits)),
        codes::sent_at.eq(Ts(now)),
        codes::expires_at.eq(Ts(now + CODE_LASTS)),
        codes::tries.eq(0),
    );
    on!(c, c => diesel::insert_into(codes::table).values(row).execute(c))?;
    let said = [("digits", digits.as_str().into()), ("minutes", CODE_LASTS.as_mins().into())];
    let text = v.ta("people-code-message", &said);
    outbox::post(c, house, station, "code", (phone.full(), &text), now)?;
    Ok(id)
}

type Row = (PersonId, Vec<u8>, Ts, Ts, i16, Option<Ts>, Option<Vec<u8>>);

const COLUMNS: (
    codes::person_id,
    codes::digits_hash,
    codes::sent_at,
    codes::expires_at,
    codes::tries,
    codes::used_at,
    codes::used_once,
) = (
    codes::person_id,
    codes::digits_hash,
    codes::sent_at,
    codes::expires_at,
    codes::tries,
    codes::used_at,
    codes::used_once,
);

fn to_code((person, digits_hash, sent_at, expires_at, tries, used_at, used_once): Row) -> Code {
    let (sent_at, expires_at) = (sent_at.0, expires_at.0);
    Code { person, digits_hash, sent_at, expires_at, tries, used_at: used_at.map(|t| t.0), used_once }
}

/// The code that somebody is waiting for.
pub fn on_its_way(c: &mut Conn, person: PersonId, now: Timestamp) -> Result<Option<CodeId>, Fault> {
    let found = on!(c, c => codes::table
        .filter(codes::person_id.eq(person))
        .order(codes::sent_at.desc())
        .select((codes::id, COLUMNS))
        .first::<(CodeId, Row)>(c)
        .optional())?;
    Ok(found.filter(|(_, row)| to_code(row.clone()).is_on_its_way(now)).map(|(id, _)| id))
}

pub fn code_by_id(c: &mut Conn, id: CodeId) -> Result<Option<Code>, Fault> {
    let found = on!(c, c => codes::table.find(id).select(COLUMNS).first::<Row>(c).optional())?;
    Ok(found.map(to_code))
}

/// Counts a try at a code that can still be tried. `false` when there was nothing to count.
pub fn count_try(c: &mut Conn, id: CodeId) -> Result<bool, Fault> {
    let open = codes::table.filter(codes::id.eq(id).and(codes::used_at.is_null()).and(codes::tries.lt(MOST_TRIES)));
    Ok(on!(c, c => diesel::update(open).set(codes::tries.eq(codes::tries + 1)).execute(c))? == 1)
}

/// Uses the code up.
pub fn mark_used(c: &mut Conn, id: CodeId, once: Option<&[u8]>, now: Timestamp) -> Result<(), Fault> {
    let used = (codes::used_at.eq(Some(Ts(now))), codes::used_once.eq(once));
    on!(c, c => diesel::update(codes::table.find(id)).set(used).execute(c))?;
    Ok(())
}

pub fn forget_old(c: &mut Conn, now: Timestamp) -> Result<usize, Fault> {
    Ok(on!(c, c => diesel::delete(codes::table.filter(codes::expires_at.le(Ts(now - KEPT)))).execute(c))?)
}
