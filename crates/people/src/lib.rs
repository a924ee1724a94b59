//! 人 — who is asking. Residents are known by a phone number that a one-time code proves, or by a name at the desk; staff by
//! a password, with a role at each station where they work.
//!
//! What residents do here writes no event: when somebody signs in, how often and from where is nobody's business
//! (PRODUCT.md, hard lines 1 to 3). What is done to staff and their roles does write one.
mod ids;
mod phone;
pub mod surname;
mod rules;
mod schema;
mod store;
mod check;
mod holding;
mod password;
mod forms;
mod acts;
mod who;
mod pages;
mod cookies;
mod fails;
mod shapes;
mod factors;
mod consents;
mod children;
mod cards;
mod forgetting;
mod retention;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use acts::{ask_code, count_code, count_guess, prove, sign_in};
pub use api::api;
pub use cards::{
    Card, Household, Issued, NewHousehold, household, issue_once as issue_card, reissue as reissue_card,
    revoke as revoke_card, scanned as scanned_card, sheet as card_sheet,
};
pub use children::{Band, Child, children_of};
pub use factors::{Has as SecondFactors, disable_staff, has as second_factors, reset as reset_second_factors};
pub use forms::{new_password, new_staff};
pub use holding::{Holding, Holdings};
pub use ids::{CardId, ChildId, CodeId, PersonId, StaffId};
pub use pages::{CardSection, CardShown, DeskOf, Drawn, MineSection, Parts, PlaceOf, Wanted};
pub use phone::{Phone, PhoneProblem};
pub use retention::jobs;
pub use rules::{CODE_LASTS, CodeRefusal, MOST_TRIES, Name, NameProblem, Role, StaffAt, StaffRefusal, plain_line};
pub use store::codes::send_code;
pub use store::persons::{
    hold, keep_until, name_if_unnamed, name_of, person_by_name, person_by_phone, phone_of, set_name, who_has,
};
pub use store::staff::{
    NewStaff, add_staff, all_roles, give_role, set_password, staff_at, staff_by_login, staff_name, staff_of,
    stations_of, take_role,
};
pub use web::routes;
pub use who::{MaybeResident, Resident, Staff};

/// The tables of people.
pub const MIGRATIONS: &[kernel::db::Migration] = &[
    kernel::db::migration!("2026-06-02_people"),
    kernel::db::migration!("2026-11-26_forgetting_people"),
    kernel::db::migration!("2026-11-26_factors"),
    kernel::db::migration!("2026-11-26_households"),
];

/// What people are told.
pub const TEXTS: kernel::words::Texts = kernel::texts!();

/// What people are told about their data.
pub const FORGETTING_TEXTS: kernel::words::Texts = kernel::words::Texts {
    zh: include_str!("../words/forgetting-zh-CN.ftl"),
    en: include_str!("../words/forgetting-en.ftl"),
};

/// What staff are told about what they sign in with.
pub const FACTORS_TEXTS: kernel::words::Texts = kernel::words::Texts {
    zh: include_str!("../words/factors-zh-CN.ftl"),
    en: include_str!("../words/factors-en.ftl"),
};

/// What guardians are told about remembered children.
pub const CHILDREN_TEXTS: kernel::words::Texts = kernel::words::Texts {
    zh: include_str!("../words/children-zh-CN.ftl"),
    en: include_str!("../words/children-en.ftl"),
};

/// What stands on household cards.
pub const CARDS_TEXTS: kernel::words::Texts =
    kernel::words::Texts { zh: include_str!("../words/cards-zh-CN.ftl"), en: include_str!("../words/cards-en.ftl") };

/// All that people are told.
pub fn texts() -> Vec<kernel::words::Texts> {
    vec![TEXTS, FORGETTING_TEXTS, FACTORS_TEXTS, CHILDREN_TEXTS, CARDS_TEXTS]
}

/// All invariants of people's rows.
pub fn checks() -> Vec<kernel::check::Check> {
    [check::CHECKS, children::CHECKS].concat()
}

/// Every page with invented people, for the test that draws all pages.
pub fn samples(v: &kernel::view::View) -> Vec<(&'static str, String)> {
    [pages::samples(v), factors::samples(v), children::samples(v), cards::samples(v), forgetting::samples(v)].concat()
}
