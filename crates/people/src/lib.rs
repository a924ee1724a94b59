//! 人 — who is asking. Residents are known by a phone number that a one-time code proves, or by a name at the desk; staff by
//! a password, with a role at each station where they work.
//!
//! What residents do here writes no event: when somebody signs in, how often and from where is nobody's business
//! (PRODUCT.md, hard lines 1 to 3). What is done to staff and their roles does write one.
mod ids;
mod phone;
mod rules;
mod schema;
mod store;
mod check;
mod password;
mod forms;
mod acts;
mod who;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use acts::{ask_code, count_code, count_guess, jobs, prove, sign_in};
pub use api::api;
pub use check::CHECKS;
pub use forms::{new_password, new_staff};
pub use ids::{CodeId, PersonId, StaffId};
pub use pages::{DeskOf, Drawn, MineSection, Parts, PlaceOf, Wanted, samples};
pub use phone::{Phone, PhoneProblem};
pub use rules::{CODE_LASTS, CodeRefusal, MOST_TRIES, Name, NameProblem, Role, StaffAt, StaffRefusal, plain_line};
pub use store::codes::send_code;
pub use store::persons::{
    forget_unverified, keep_until, name_if_unnamed, name_of, person_by_name, person_by_phone, phone_of, set_name,
    who_has,
};
pub use store::staff::{
    NewStaff, add_staff, all_roles, disable_staff, give_role, set_password, staff_at, staff_by_login, staff_name,
    staff_of, stations_of, take_role,
};
pub use web::routes;
pub use who::{MaybeResident, Resident, Staff};

/// The tables of people.
pub const MIGRATIONS: &[kernel::db::Migration] = &[kernel::db::migration!("2026-06-02_people")];

/// What people are told.
pub const TEXTS: kernel::words::Texts = kernel::texts!();
