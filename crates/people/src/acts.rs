//! What other slices do with people inside their own changes: ask for a code, prove a number with it, sign in.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::limits::Act;
use kernel::refusal::Not;
use kernel::session::{self, Token};
use kernel::view::Peer;

use crate::ids::{CodeId, PersonId, StaffId};
use crate::phone::Phone;
use crate::rules::{self, CodeRefusal};
use crate::store::{codes, persons, staff};

/// Counts one code to this phone and from this address, before it is sent. A village may share an address, so that
/// allowance is wide; the one of a phone is narrow.
pub fn count_code(house: &House, peer: &Peer, phone: &Phone) -> Result<(), Fault> {
    house.limits.count(Act::CodeFromAddress, &house.keys.lookup("peer", &peer.0.to_string()))?;
    house.limits.count(Act::CodeToPhone, &house.keys.lookup(persons::PHONE, &phone.e164()))
}

/// Counts one guess at something from this address.
pub fn count_guess(house: &House, peer: &Peer) -> Result<(), Fault> {
    house.limits.count(Act::GuessFromAddress, &house.keys.lookup("peer", &peer.0.to_string()))
}

/// Digits that were typed, of which the try is counted. Only [`try_code`] makes one: so no path compares digits without
/// having counted that first, in a transaction that a later refusal cannot undo.
#[derive(Clone)]
pub struct Tried {
    code: CodeId,
    digits: String,
    once: Option<[u8; 32]>,
}

/// Counts a try at a code. `once` is the form's hidden value or the `Idempotency-Key`: the same request sent again, as a
/// double tap does, is let through again.
pub async fn try_code(
    house: &House,
    code: CodeId,
    digits: &str,
    once: Option<&str>,
) -> Result<Tried, Not<CodeRefusal>> {
    house
        .db
        .write(move |c| match codes::count_try(c, code)? {
            true => Ok(()),
            false => rules::may_try(codes::code_by_id(c, code)?.as_ref()).map_err(Not::Refused),
        })
        .await?;
    let once = once.filter(|o| !o.is_empty()).map(|o| house.keys.lookup("once", o));
    Ok(Tried { code, digits: digits.to_owned(), once })
}

/// Whose number the digits prove, inside the change that needs to know. Uses the code up.
pub fn prove(c: &mut Conn, house: &House, tried: &Tried) -> Result<PersonId, Not<CodeRefusal>> {
    let now = house.now();
    let code = codes::code_by_id(c, tried.code)?.ok_or(Not::Refused(CodeRefusal::Gone))?;
    let hash = codes::digits_hash(house, tried.code, &tried.digits);
    let once = tried.once.as_ref().map(<[u8; 32]>::as_slice);
    let person = rules::prove(now, &code, &hash, once).map_err(Not::Refused)?;
    if code.used_at.is_none() && !codes::mark_used(c, tried.code, once, now)? {
        return Err(Not::Refused(CodeRefusal::Used));
    }
    persons::mark_proved(c, person, now)?;
    Ok(person)
}

/// Signs a resident in.
pub fn sign_in(c: &mut Conn, house: &House, person: PersonId) -> Result<Token, Fault> {
    session::open(c, session::Kind::Resident, person.0, house.now(), &house.chance)
}

pub fn sign_in_staff(c: &mut Conn, house: &House, id: StaffId) -> Result<Token, Fault> {
    session::open(c, session::Kind::Staff, id.0, house.now(), &house.chance)
}

/// Forgets codes and sessions that are over, and persons whose number nobody proved. Runs again and again.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now: Timestamp = house.now();
    house
        .db
        .write(move |c| {
            codes::forget_old(c, now)?;
            session::forget_ended(c, now)?;
            persons::forget_unverified(c, now)
        })
        .await?;
    Ok(())
}
