//! Coming in: the password first, then, for those who have one or need one, the second factor.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::limits::Act;
use kernel::refusal::Not;
use kernel::session::{self, Kind, Token};
use kernel::view::Peer;

use super::second;
use crate::acts::count_guess;
use crate::factors::rules::due::{Next, Standing, after_password};
use crate::factors::said::FactorRefusal;
use crate::factors::store;
use crate::ids::StaffId;
use crate::password;
use crate::rules::StaffRefusal;
use crate::store::staff;

/// What came of a right password.
#[derive(Clone)]
pub enum Entered {
    In(StaffId, Token),
    /// The second factor is asked for; the text leads back to the door.
    Second(String),
    /// A second factor has to be set up first, at the door.
    SetUp(String),
}

/// Lets a member of staff in who knows the password, and shows `second` if that is asked of them and given at once.
/// Guesses are counted per login and address, so that nobody can lock a colleague out from elsewhere, and per address.
pub async fn sign_in_staff(
    house: &House,
    peer: &Peer,
    (login, password): (String, String),
    second: Option<String>,
    before: Option<Token>,
) -> Result<Entered, Not<StaffRefusal>> {
    count_guess(house, peer)?;
    house.limits.count(Act::Guess, &house.keys.lookup("guess", &format!("{} {login}", peer.0)))?;
    let door = house.db.read(move |c| staff::door(c, &login)).await?;
    let stored = door.as_ref().map(|d| d.password_hash.clone());
    let right = password::is_right(password, stored).await?;
    let Some(door) = door.filter(|_| right) else { return Err(Not::Refused(StaffRefusal::NotLetIn)) };
    let at = house.clone();
    let entered = house.db.write(move |c| {
        if let Some(before) = &before {
            session::close(c, before)?;
        }
        after(c, &at, door.id, second.as_deref())
    });
    entered.await?.ok_or(Not::Refused(StaffRefusal::NotLetIn))
}

/// What follows a right password; `None` if a second factor was shown and is wrong.
fn after(c: &mut Conn, house: &House, id: StaffId, second: Option<&str>) -> Result<Option<Entered>, Fault> {
    let standing = standing(c, id)?;
    Ok(match (after_password(house.now(), standing, house.settings.second_factor_grace_days), second) {
        (Next::In, _) => Some(Entered::In(id, open(c, house, id)?)),
        (Next::Second, Some(typed)) => match second::is_right(c, house, id, typed)? {
            true => Some(Entered::In(id, open(c, house, id)?)),
            false => None,
        },
        (Next::Second, None) => Some(Entered::Second(store::open_door(c, house, id)?)),
        (Next::SetUp, _) => {
            // The secret is made now, so that the page that shows it only reads.
            match second::begin(c, house, id) {
                Ok(_) | Err(Not::Refused(_)) => {}
                Err(Not::Fault(fault)) => return Err(fault),
            }
            Some(Entered::SetUp(store::open_door(c, house, id)?))
        }
    })
}

pub fn standing(c: &mut Conn, id: StaffId) -> Result<Standing, Fault> {
    let has = store::has(c, id)?;
    let role = staff::stations_of(c, id)?.into_iter().map(|(_, role)| role).max();
    Ok(Standing { role, since: staff::since(c, id)?, has_totp: has.totp, has_passkey: has.passkeys > 0 })
}

pub fn open(c: &mut Conn, house: &House, id: StaffId) -> Result<Token, Fault> {
    session::open(c, Kind::Staff, id.0, house.now(), &house.chance)
}

/// Who waits at the door with this token, and whether they have a second factor to show.
pub async fn person_at_door(house: &House, token: String) -> Result<Option<(StaffId, store::Has)>, Fault> {
    let at = house.clone();
    let found = house.db.snapshot(move |c| {
        let Some(waiting) = store::at_door(c, &at, &token)?.filter(|w| w.tries_left > 0) else { return Ok(None) };
        Ok::<_, Fault>(Some((waiting.staff, store::has(c, waiting.staff)?)))
    });
    found.await
}

/// Shows the second factor at the door. The same request sent again, as a double tap does, is let in again.
pub async fn show_second(
    house: &House,
    peer: &Peer,
    token: String,
    (typed, once): (String, String),
) -> Result<(StaffId, Token), Not<FactorRefusal>> {
    count_guess(house, peer)?;
    let at = house.clone();
    let work = move |c: &mut Conn| {
        // The try was counted, and that must be kept: the change succeeds and carries the refusal out.
        let waiting = match waiting(c, &at, &token, &once)? {
            Ok((waiting, true)) => return Ok(Ok((waiting.staff, open(c, &at, waiting.staff)?))),
            Ok((waiting, false)) => waiting,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if !second::is_right(c, &at, waiting.staff, &typed)? {
            return Ok(Err(FactorRefusal::Wrong { left: waiting.tries_left }));
        }
        store::let_in(c, &at, &token, &once_hash(&at, &once))?;
        Ok::<_, Fault>(Ok((waiting.staff, open(c, &at, waiting.staff)?)))
    };
    house.db.write(work).await?.map_err(Not::Refused)
}

pub fn once_hash(house: &House, once: &str) -> Vec<u8> {
    house.keys.lookup("once", once).to_vec()
}

/// Who waits, with one more try counted; and whether this very request was let in already.
pub fn waiting(
    c: &mut Conn,
    house: &House,
    token: &str,
    once: &str,
) -> Result<Result<(store::Waiting, bool), FactorRefusal>, Fault> {
    let counted = store::count_try(c, house, token)?;
    let Some(waiting) = store::at_door(c, house, token)? else { return Ok(Err(FactorRefusal::Gone)) };
    match &waiting.let_in_once {
        Some(before) if !once.is_empty() && *before == once_hash(house, once) => Ok(Ok((waiting, true))),
        Some(_) => Ok(Err(FactorRefusal::Gone)),
        None if counted => Ok(Ok((waiting, false))),
        None => Ok(Err(FactorRefusal::Gone)),
    }
}
