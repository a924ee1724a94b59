//! Whose a series of staff shall be.
use kernel::form::Problems;
use people::{Phone, StaffId};

use super::taking::{name, phone};
use crate::series::acts::Answered;

/// An office by its number, or somebody by name or phone: one of these has to be there.
pub fn whose(
    staff: StaffId,
    (owner, known): (Option<i32>, &[i32]),
    (typed_name, typed_phone): (Option<&str>, Option<&str>),
) -> Result<Answered, Problems> {
    let mut problems = Problems::default();
    if let Some(owner) = owner {
        if !known.contains(&owner) {
            problems.add("holder", "venues-desk-no-such-owner");
        }
        return problems.or_else_all(Some(Answered::Owner { staff, owner }));
    }
    let name = name(&mut problems, typed_name);
    let phone: Option<Phone> = phone(&mut problems, typed_phone);
    if problems.none() && name.is_none() && phone.is_none() {
        problems.add("name", "venues-desk-name-or-phone");
    }
    problems.or_else_all(Some(Answered::For { staff, name, phone }))
}
