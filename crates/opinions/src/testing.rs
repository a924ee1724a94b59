//! Opinions for tests and benches: of this crate, and of others.
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::{NewStaff, Role, StaffAt};
use stations::Station;

use crate::acts::{self, Doing, Left, New};
use crate::ports::{Official, Ports};
use crate::rules::{Refusal, Source};

/// Ports of a town where nobody but staff serves.
pub const NOBODY: Ports = Ports { officials: nobody };

fn nobody(_: &mut Conn, _: StationId) -> Result<Vec<Official>, Fault> {
    Ok(vec![])
}

/// What most people leave: a text, and nothing else.
pub fn said(text: &str) -> New {
    New {
        text: text.to_owned(),
        category: None,
        place: None,
        point: None,
        about: vec![],
        photos: vec![],
        phone: None,
        may_publish: false,
        source: Source::Web,
        partner: None,
    }
}

/// Leaves it.
pub async fn left(doing: &Doing, text: &str) -> Result<Left, Not<Refusal>> {
    acts::leave(doing, said(text), None, None).await
}

/// Somebody of staff with a role at the station; nobody can sign in as them.
pub fn member(c: &mut Conn, house: &House, station: &Station, (name, role): (&str, Role)) -> Result<StaffAt, Fault> {
    let login = format!("login-{}", house.new_id());
    let new = NewStaff { login, name: name.to_owned(), password_hash: String::new() };
    let odd = |not| Fault::broken(format!("{not:?}"));
    let id = people::add_staff(c, house, kernel::event::By::Program, &new).map_err(odd)?;
    people::give_role(c, house, kernel::event::By::Program, id, station.id, role, None)?;
    people::staff_at(c, &id, station.id, Role::Clerk)
}

/// The categories that most stations begin with.
pub fn categories(c: &mut Conn, house: &House, station: &Station) -> Result<(), Fault> {
    acts::start(c, house, station)
}
