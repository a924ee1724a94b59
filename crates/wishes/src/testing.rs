//! Wishes for tests and benches: of this crate, and of others.
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use people::{NewStaff, Role, StaffAt, StaffId};
use stations::Station;

use crate::WishId;
use crate::acts::{Founded, found};
use crate::rules::{Band, Consent, Draft, Kind, NewPerson, State, item};

/// Somebody of staff with a role at the station; nobody can sign in as them.
///
/// # Errors
/// The database.
pub fn member(c: &mut Conn, house: &House, station: &Station, (name, role): (&str, Role)) -> Result<StaffAt, Fault> {
    let login = format!("login-{}", house.new_id());
    let new = NewStaff { login, name: name.to_owned(), password_hash: String::new() };
    let id = people::add_staff(c, house, By::Program, &new).map_err(|not| Fault::broken(format!("{not:?}")))?;
    people::give_role(c, house, By::Program, id, station.id, role, None)?;
    people::staff_at(c, &id, station.id, Role::Clerk)
}

/// A thing of up to a hundred yuan, from no village.
///
/// # Errors
/// A name of a thing that tells something.
pub fn wished(kind: Kind, thing: &str) -> Result<Draft, Fault> {
    let item = item(thing).map_err(|problem| Fault::broken(format!("{thing}: {problem:?}")))?;
    Ok(Draft { kind, item, band: Band::To100, village: None }.settled())
}

/// A grown-up, perhaps with a number, who has signed.
///
/// # Errors
/// A name or a number that is none.
pub fn whose(name: &str, phone: Option<&str>) -> Result<NewPerson, Fault> {
    let phone = phone.map(str::parse).transpose().map_err(|problem| Fault::broken(format!("{problem:?}")))?;
    let name = name.parse().map_err(|problem| Fault::broken(format!("{problem:?}")))?;
    Ok(NewPerson { name, phone, minor: false, guardian: false, consent: Consent::Paper })
}

/// A wish that everybody sees, written down by the first of three and looked at by the others.
///
/// # Errors
/// The database.
pub fn opened(
    c: &mut Conn,
    house: &House,
    station: &Station,
    [coordinator, first, second]: [StaffId; 3],
    (draft, person): (Draft, NewPerson),
) -> Result<WishId, Fault> {
    let one = Founded {
        draft,
        person,
        coordinator,
        looked: [first, second],
        state: State::Open,
        why: String::new(),
        claimer: None,
        place: String::new(),
        referred_to: String::new(),
    };
    Ok(found(c, house, station, &one, house.now())?.0)
}
