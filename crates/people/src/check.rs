//! What must always be true of people's rows.
use diesel::dsl::exists;
use diesel::prelude::*;
use kernel::check::Check;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::on;

use crate::ids::{CodeId, PersonId, StaffId};
use crate::schema::{codes, persons, roles, staff};

pub const CHECKS: &[Check] = &[
    Check { name: "a person's number is both sealed and found by its hash, or neither", run: numbers },
    Check { name: "only a person with a number is proved, and everybody is to be forgotten some day", run: proofs },
    Check { name: "every code belongs to a person", run: strays },
    Check { name: "every role belongs to a member of staff", run: empty_chairs },
];

fn numbers(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let half = persons::phone_hash.is_null().ne(persons::phone_sealed.is_null());
    let wrong: Vec<PersonId> = on!(c, c => persons::table.filter(half).select(persons::id).load(c))?;
    Ok(wrong.iter().map(|id| format!("person {id} has half a number")).collect())
}

fn proofs(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let proved_without = persons::verified_at.is_not_null().and(persons::phone_hash.is_null());
    let for_ever = persons::forget_at.is_null();
    let wrong: Vec<PersonId> =
        on!(c, c => persons::table.filter(proved_without.or(for_ever)).select(persons::id).load(c))?;
    Ok(wrong.iter().map(|id| format!("person {id} is proved without a number, or kept for ever")).collect())
}

fn strays(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let theirs = exists(persons::table.filter(persons::id.eq(codes::person_id)));
    let wrong: Vec<CodeId> = on!(c, c => codes::table.filter(diesel::dsl::not(theirs)).select(codes::id).load(c))?;
    Ok(wrong.iter().map(|id| format!("code {id} belongs to nobody")).collect())
}

fn empty_chairs(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let theirs = exists(staff::table.filter(staff::id.eq(roles::staff_id)));
    let wrong: Vec<(i64, StaffId)> = on!(c, c => roles::table
        .filter(diesel::dsl::not(theirs))
        .select((roles::station_id, roles::staff_id))
        .load(c))?;
    Ok(wrong.iter().map(|(station, id)| format!("station {station}: the role of {id} belongs to nobody")).collect())
}
