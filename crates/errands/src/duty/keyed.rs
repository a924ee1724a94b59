//! What pages and programs tell an act of a request: who presses, and by what a repeated one is known.
use people::Role;
use serde::Serialize;

use super::asked::{DutyWho, NewFirstAsked, NewFirstAskedStep};
use super::rules::By;
use crate::desk::here::Here;

/// Who presses.
pub fn me(here: &Here) -> By {
    By { staff: here.staff(), manager: here.desk.staff.role == Role::Manager }
}

/// Of a volunteer only a keyed hash says whether a request is the same.
pub fn who(here: &Here, who: &DutyWho) -> impl Serialize + use<> {
    (who.staff, here.hashed(who.volunteer.as_deref()))
}

/// So of words, a name and a number.
pub fn question(here: &Here, new: &NewFirstAsked) -> impl Serialize + use<> {
    (new.matter, new.days, here.hashed(Some(&format!("{:?}", (&new.what, &new.name, &new.phone)))))
}

pub fn step(here: &Here, new: &NewFirstAskedStep) -> impl Serialize + use<> {
    (new.press, new.staff, new.at.clone(), here.hashed(Some(&new.words)))
}
