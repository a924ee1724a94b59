//! 开放接口: what programs of others may read of a station's opinions, and hand in, in the words of an open standard.
//!
//! It stands above the slices: it asks `opinions` what everybody may read there, and leaves an opinion as a page does. What is not
//! public is not there: an id that is private, hidden or made up gets the same answer.
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub mod acts;
mod says;
mod partners;
mod georeport;
#[cfg(test)]
mod tests;

use axum::Router;
use kernel::api::Api;
use kernel::check::Check;
use kernel::db::{Migration, migration};
use kernel::house::House;
use kernel::words::Texts;

pub use acts::jobs;
pub use partners::samples;

/// The crate's tables.
pub const MIGRATIONS: &[Migration] = &[migration!("2026-11-27_open")];

/// What programs are told.
pub const TEXTS: Texts = kernel::texts!();

/// What managers read.
pub const DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// What was done, on the page of changes.
pub const EVENT_TEXTS: Texts =
    Texts { zh: include_str!("../words/events-zh-CN.ftl"), en: include_str!("../words/events-en.ftl") };

/// All that is said.
pub fn texts() -> Vec<Texts> {
    vec![TEXTS, DESK_TEXTS, EVENT_TEXTS]
}

kernel::id_type! {
    /// One partner's key.
    pub PartnerId
}

/// The invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    acts::CHECKS.to_vec()
}

/// The pages, and the addresses of the standard. `ports` is what opinions are handed.
pub fn routes(ports: opinions::Ports) -> Router<House> {
    partners::routes().merge(georeport::routes(ports))
}

/// The acts of the pages for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    partners::api()
}

/// The pages of the desk that this crate has.
pub fn desk_tabs() -> Vec<stations::Tab> {
    vec![partners::TAB]
}
