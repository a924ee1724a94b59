//! Whether what somebody typed is the second factor: digits of their app, or a recovery code.
use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;

use super::note;
use crate::factors::rules::{recovery, totp};
use crate::factors::said::FactorRefusal;
use crate::factors::store;
use crate::forms;
use crate::ids::StaffId;

/// The purpose under which apps' secrets are sealed.
pub const SECRET: &str = "totp-secret";

/// A secret that was shown and not proved is shown again for so long, so that a reload does not make the app's entry useless.
const SHOWN_AGAIN: SignedDuration = SignedDuration::from_mins(30);

pub fn code_hash(house: &House, plain: &str) -> Vec<u8> {
    house.keys.lookup("recovery-code", plain).to_vec()
}

/// The secret that was kept, opened.
pub fn secret(house: &House, totp: &store::Totp) -> Result<Vec<u8>, Fault> {
    let spelled = house.keys.open(SECRET, &totp.secret_sealed).map_err(Fault::broken)?;
    data_encoding::BASE32_NOPAD.decode(spelled.as_bytes()).map_err(Fault::broken)
}

/// Makes a secret that counts once digits have proved it, or gives the one that was made just now.
pub fn begin(c: &mut Conn, house: &House, staff: StaffId) -> Result<Vec<u8>, Not<FactorRefusal>> {
    let now = house.now();
    match store::totp_of(c, staff)? {
        Some(totp) if totp.proved => return Err(Not::Refused(FactorRefusal::HasApp)),
        Some(totp) if now < totp.made_at + SHOWN_AGAIN => return Ok(secret(house, &totp)?),
        _ => {}
    }
    let secret: [u8; totp::SECRET] = house.chance.bytes();
    let sealed = house.keys.seal(SECRET, &totp::spelled(&secret), &house.chance);
    store::keep_totp(c, staff, &sealed, now)?;
    Ok(secret.to_vec())
}

/// Uses up what was typed, if it is right.
pub fn is_right(c: &mut Conn, house: &House, staff: StaffId, typed: &str) -> Result<bool, Fault> {
    if let Ok(digits) = forms::digits(typed) {
        return match store::totp_of(c, staff)? {
            Some(totp) if totp.proved => use_digits(c, house, staff, &totp, &digits),
            _ => Ok(false),
        };
    }
    let Some(plain) = recovery::plain(typed) else { return Ok(false) };
    let used = store::use_code(c, staff, &code_hash(house, &plain), house.now())?;
    if used {
        note(c, house, By::Staff(staff.0), "staff.recovery-code-used", staff)?;
    }
    Ok(used)
}

pub fn use_digits(
    c: &mut Conn,
    house: &House,
    staff: StaffId,
    totp: &store::Totp,
    digits: &str,
) -> Result<bool, Fault> {
    match totp::step_of(&secret(house, totp)?, digits, house.now(), totp.last_step) {
        Some(step) => store::note_step(c, staff, step),
        None => Ok(false),
    }
}
