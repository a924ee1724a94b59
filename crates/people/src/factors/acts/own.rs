//! What staff set up for themselves: an app, recovery codes.
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::session::Token;

use super::enter::{once_hash, open, standing, waiting};
use super::{note, second};
use crate::factors::rules::due::{Next, after_password};
use crate::factors::rules::recovery;
use crate::factors::said::FactorRefusal;
use crate::factors::store;
use crate::ids::StaffId;

/// Makes a secret for an app, or gives the one that was made just now. It counts once digits have proved it.
pub async fn begin_totp(house: &House, staff: StaffId) -> Result<Vec<u8>, Not<FactorRefusal>> {
    let at = house.clone();
    house.db.write(move |c| second::begin(c, &at, staff)).await
}

/// Only who has nothing yet may set something up with a password alone.
fn must_set_up(c: &mut Conn, house: &House, staff: StaffId) -> Result<(), Not<FactorRefusal>> {
    let next = after_password(house.now(), standing(c, staff)?, house.settings.second_factor_grace_days);
    if next == Next::SetUp { Ok(()) } else { Err(Not::Refused(FactorRefusal::Gone)) }
}

/// The secret that waits for its proof.
pub async fn pending(house: &House, staff: StaffId) -> Result<Option<Vec<u8>>, Fault> {
    let at = house.clone();
    let found = house.db.read(move |c| {
        let waiting = store::totp_of(c, staff)?.filter(|totp| !totp.proved);
        waiting.map(|totp| second::secret(&at, &totp)).transpose()
    });
    found.await
}

/// Digits have shown that the app works: from now on they are asked for.
#[derive(Clone)]
pub struct Proved {
    pub staff: StaffId,
    /// Shown once.
    pub codes: Vec<String>,
    /// Who stood at the door is in.
    pub token: Option<Token>,
}

pub async fn prove_totp(house: &House, staff: StaffId, digits: String) -> Result<Proved, Not<FactorRefusal>> {
    let at = house.clone();
    let work = move |c: &mut Conn| {
        let codes = prove(c, &at, staff, &digits)?;
        Ok(Proved { staff, codes, token: None })
    };
    house.db.write(work).await
}

pub async fn prove_at_door(
    house: &House,
    token: String,
    (digits, once): (String, String),
) -> Result<Proved, Not<FactorRefusal>> {
    let at = house.clone();
    let work = move |c: &mut Conn| {
        let staff = match waiting(c, &at, &token, &once)? {
            // Sent twice: the codes were shown to the first request, so there are new ones.
            Ok((waiting, true)) => {
                let codes = replace(c, &at, waiting.staff)?;
                return Ok(Ok((waiting.staff, codes, open(c, &at, waiting.staff)?)));
            }
            Ok((waiting, false)) => waiting.staff,
            Err(refusal) => return Ok(Err(refusal)),
        };
        // As for digits at the door: the counted try is kept although this refuses.
        let codes = match must_set_up(c, &at, staff).and_then(|()| prove(c, &at, staff, &digits)) {
            Ok(codes) => codes,
            Err(Not::Refused(refusal)) => return Ok(Err(refusal)),
            Err(Not::Fault(fault)) => return Err(fault),
        };
        store::let_in(c, &at, &token, &once_hash(&at, &once))?;
        Ok::<_, Fault>(Ok((staff, codes, open(c, &at, staff)?)))
    };
    let (staff, codes, token) = house.db.write(work).await?.map_err(Not::Refused)?;
    Ok(Proved { staff, codes, token: Some(token) })
}

fn prove(c: &mut Conn, house: &House, staff: StaffId, digits: &str) -> Result<Vec<String>, Not<FactorRefusal>> {
    let totp = store::totp_of(c, staff)?.ok_or(Not::Refused(FactorRefusal::NoApp))?;
    if totp.proved {
        return Err(Not::Refused(FactorRefusal::HasApp));
    }
    if !second::use_digits(c, house, staff, &totp, digits)? {
        return Err(Not::Refused(FactorRefusal::NotTheDigits));
    }
    store::prove_totp(c, staff, house.now())?;
    note(c, house, By::Staff(staff.0), "staff.app-set-up", staff)?;
    Ok(replace(c, house, staff)?)
}

/// Makes ten new recovery codes; the old ones are no longer good.
pub async fn new_codes(house: &House, staff: StaffId) -> Result<Vec<String>, Not<FactorRefusal>> {
    let at = house.clone();
    let work = move |c: &mut Conn| {
        if !store::has(c, staff)?.totp {
            return Err(Not::Refused(FactorRefusal::NoApp));
        }
        Ok(replace(c, &at, staff)?)
    };
    house.db.write(work).await
}

fn replace(c: &mut Conn, house: &House, staff: StaffId) -> Result<Vec<String>, Fault> {
    let codes: Vec<String> =
        (0..recovery::CODES).map(|_| recovery::shown(house.chance.bytes::<{ recovery::BYTES }>())).collect();
    let hashes: Vec<Vec<u8>> =
        codes.iter().filter_map(|c| recovery::plain(c)).map(|plain| second::code_hash(house, &plain)).collect();
    store::replace_codes(c, staff, &hashes, house.now())?;
    note(c, house, By::Staff(staff.0), "staff.recovery-codes-made", staff)?;
    Ok(codes)
}

/// Takes the app and the recovery codes away. A manager who has to have a second factor needs a passkey first.
/// Doing it twice is fine.
pub async fn remove_totp(house: &House, staff: StaffId) -> Result<(), Not<FactorRefusal>> {
    let at = house.clone();
    let work = move |c: &mut Conn| {
        if !store::has(c, staff)?.totp {
            return Ok(());
        }
        store::remove_totp(c, staff)?;
        store::replace_codes(c, staff, &[], at.now())?;
        not_the_last(c, &at, staff)?;
        Ok(note(c, &at, By::Staff(staff.0), "staff.app-removed", staff)?)
    };
    house.db.write(work).await
}

/// Whoever has to have a second factor still has one.
pub fn not_the_last(c: &mut Conn, house: &House, staff: StaffId) -> Result<(), Not<FactorRefusal>> {
    match after_password(house.now(), standing(c, staff)?, house.settings.second_factor_grace_days) {
        Next::SetUp => Err(Not::Refused(FactorRefusal::Last)),
        _ => Ok(()),
    }
}
