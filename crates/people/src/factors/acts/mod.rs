//! Coming in as staff, and what staff set up for it. Each step is an event that names who, and nothing secret.
mod second;
mod enter;
mod own;
mod passkeys;
mod leave;

use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;

use crate::ids::StaffId;

pub use enter::{Entered, person_at_door, show_second, sign_in_staff};
pub use leave::{disable_staff, forget_over, reset};
pub use own::{Proved, begin_totp, new_codes, pending, prove_at_door, prove_totp, remove_totp};
pub use passkeys::{
    Brought, Signed, ask_for_passkey, begin_passkey, keep_passkey, remove_passkey, sign_in_with_passkey, user_of,
};

/// Events about staff themselves belong to no station.
const DEPLOYMENT: StationId = StationId(0);

fn note(c: &mut Conn, house: &House, by: By, kind: &str, staff: StaffId) -> Result<(), Fault> {
    event::record(c, DEPLOYMENT, house.now(), by, kind, &staff.to_string(), &())?;
    Ok(())
}
