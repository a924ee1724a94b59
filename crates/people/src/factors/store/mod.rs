//! The group's tables, read and written. Every function takes the caller's connection.
mod totps;
mod recovery;
mod passkeys;
mod challenges;
mod door;

use kernel::db::Conn;
use kernel::fault::Fault;

use crate::ids::StaffId;

pub use challenges::{Challenge, forget_over as forget_challenges, make_challenge, take_challenge};
pub use door::{Waiting, at_door, count_try, forget_over as forget_at_door, leave_door, let_in, open_door};
pub use passkeys::{Passkey, add_passkey, by_credential, note_use, passkeys_of, remove_passkey};
pub use recovery::{replace_codes, unused, use_code};
pub use totps::{Totp, keep_totp, note_step, prove_totp, remove_totp, totp_of};

/// What a member of staff has set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Has {
    pub totp: bool,
    pub passkeys: usize,
    /// Recovery codes that are left.
    pub codes: usize,
}

pub fn has(c: &mut Conn, staff: StaffId) -> Result<Has, Fault> {
    let totp = totp_of(c, staff)?.is_some_and(|t| t.proved);
    Ok(Has { totp, passkeys: passkeys_of(c, staff)?.len(), codes: unused(c, staff)? })
}

/// Takes everything away: the phone is lost, or the person has left.
pub fn remove_all(c: &mut Conn, staff: StaffId) -> Result<(), Fault> {
    remove_totp(c, staff)?;
    replace_codes(c, staff, &[], jiff::Timestamp::UNIX_EPOCH)?;
    for passkey in passkeys_of(c, staff)? {
        remove_passkey(c, staff, passkey.id)?;
    }
    leave_door(c, staff)
}
