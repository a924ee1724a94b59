//! What other slices do with people inside their own changes: ask for a code, prove a number with it, sign in.
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::limits::Act;
use kernel::refusal::Not;
use kernel::session::{self, Kind, Token};
use kernel::view::{Peer, View};

use crate::ids::{CodeId, PersonId};
use crate::phone::Phone;
use crate::rules::{self, CodeRefusal};
use crate::store::{codes, persons};

/// Counts one code to this phone and from this address, before it is sent. A village may share an address, so that
/// allowance is wide; the one of a phone is narrow.
pub fn count_code(house: &House, peer: &Peer, phone: &Phone) -> Result<(), Fault> {
    count_asking(house, peer)?;
    house.limits.count(Act::CodeToPhone, &house.keys.lookup(persons::PHONE, &phone.e164()))
}

fn count_asking(house: &House, peer: &Peer) -> Result<(), Fault> {
    house.limits.count(Act::CodeFromAddress, &house.keys.lookup("peer", &peer.0.to_string()))
}

/// Counts one guess at something from this address.
pub fn count_guess(house: &House, peer: &Peer) -> Result<(), Fault> {
    house.limits.count(Act::GuessFromAddress, &house.keys.lookup("peer", &peer.0.to_string()))
}

/// Whose number the digits prove, inside the change that needs to know. Counts the try and uses the code up.
///
/// A wrong try must stay counted, so the transaction has to be committed although this refuses: let the closure succeed and
/// carry the refusal out as a value, as [`sign_in_with`] does.
pub fn prove(c: &mut Conn, house: &House, code: CodeId, digits: &str) -> Result<PersonId, Not<CodeRefusal>> {
    prove_once(c, house, code, digits, None)
}

/// As [`prove`]; `once` is the form's hidden value or the `Idempotency-Key`: the same request sent again, as a double tap
/// does, is let through again.
fn prove_once(
    c: &mut Conn,
    house: &House,
    id: CodeId,
    digits: &str,
    once: Option<&str>,
) -> Result<PersonId, Not<CodeRefusal>> {
    let now = house.now();
    // Counting locks the code, so that tries come one after the other and none is compared before it is counted.
    let counted = codes::count_try(c, id)?;
    let code = codes::code_by_id(c, id)?;
    if !counted {
        rules::may_try(code.as_ref()).map_err(Not::Refused)?;
    }
    let code = code.ok_or(Not::Refused(CodeRefusal::Gone))?;
    let once = once.filter(|o| !o.is_empty()).map(|o| house.keys.lookup("once", o));
    let once = once.as_ref().map(<[u8; 32]>::as_slice);
    let person = rules::prove(now, &code, &codes::digits_hash(house, id, digits), once).map_err(Not::Refused)?;
    if code.used_at.is_none() {
        codes::mark_used(c, id, once, now)?;
    }
    persons::mark_proved(c, person, now)?;
    Ok(person)
}

/// Signs a resident in.
pub fn sign_in(c: &mut Conn, house: &House, person: PersonId) -> Result<Token, Fault> {
    session::open(c, Kind::Resident, person.0, house.now(), &house.chance)
}

/// Sends a code to whoever has this number: the whole first step. Whether anybody was known by it makes no difference.
pub async fn ask_code(
    house: &House,
    v: &View,
    peer: &Peer,
    station: StationId,
    phone: &Phone,
) -> Result<CodeId, Not<CodeRefusal>> {
    if let Some(code) = on_its_way(house, phone).await? {
        count_asking(house, peer)?;
        return Ok(code);
    }
    count_code(house, peer, phone)?;
    let (at, v, phone) = (house.clone(), v.clone(), phone.clone());
    let sent = house.db.write(move |c| {
        let person = persons::person_by_phone(c, &at, &phone)?;
        codes::send_code(c, &at, &v, station, person, &phone)
    });
    sent.await
}

/// The code that this number is waiting for: asking again costs nobody an allowance, as a double tap does.
async fn on_its_way(house: &House, phone: &Phone) -> Result<Option<CodeId>, Fault> {
    let (at, phone) = (house.clone(), phone.clone());
    let found = house.db.snapshot(move |c| {
        let Some(person) = persons::who_has(c, &at, &phone)? else { return Ok(None) };
        codes::on_its_way(c, person, at.now())
    });
    found.await
}

/// The whole second step: proves the number, signs in, and ends the session that the request came with.
pub async fn sign_in_with(
    house: &House,
    code: CodeId,
    digits: String,
    once: Option<String>,
    before: Option<Token>,
) -> Result<(PersonId, Token), Not<CodeRefusal>> {
    let at = house.clone();
    let work = move |c: &mut Conn| {
        let person = match prove_once(c, &at, code, &digits, once.as_deref()) {
            Ok(person) => person,
            // The try was counted, and that must be kept: the change succeeds and carries the refusal out.
            Err(Not::Refused(refusal)) => return Ok(Err(refusal)),
            Err(Not::Fault(fault)) => return Err(fault),
        };
        if let Some(before) = &before {
            session::close(c, before)?;
        }
        Ok(Ok((person, sign_in(c, &at, person)?)))
    };
    house.db.write(work).await?.map_err(Not::Refused)
}

/// Ends all sessions of whoever this token signs in, resident or staff. `false` when it signs nobody in.
pub async fn sign_out_everywhere(house: &House, token: Token) -> Result<bool, Fault> {
    let now = house.now();
    let signed_out = house.db.write(move |c| {
        for kind in [Kind::Resident, Kind::Staff] {
            if let Some(subject) = session::find(c, kind, &token, now)? {
                session::close_all(c, kind, subject)?;
                return Ok(true);
            }
        }
        Ok::<_, Fault>(false)
    });
    signed_out.await
}
