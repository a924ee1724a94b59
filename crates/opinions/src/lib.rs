//! 意见直通车: people say what is wrong without fear, and follow what becomes of it.
//!
//! Whoever says something is nobody to the station: they have a receipt, and with it they follow, answer, dispute and take back. To
//! whom an opinion is about it is not there at all. What is done with an opinion is its own history, and no event of the station.
pub mod rules;
pub mod ports;
mod schema;
mod store;
pub mod answers;
pub(crate) mod says;
pub(crate) mod frame;
pub(crate) mod failures;
pub mod acts;
mod public;
mod desk;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

use axum::{Extension, Router};
use kernel::api::Api;
use kernel::check::Check;
use kernel::db::{Migration, migration};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Texts;

pub use acts::jobs;
pub use ports::{Official, Officials, Ports};

/// The slice's tables.
pub const MIGRATIONS: &[Migration] = &[migration!("2026-11-27_opinions")];

/// What everybody and the desk share: states, sources, refusals.
pub const TEXTS: Texts = kernel::texts!();

/// What residents read.
pub const PUBLIC_TEXTS: Texts =
    Texts { zh: include_str!("../words/public-zh-CN.ftl"), en: include_str!("../words/public-en.ftl") };

/// What staff read.
pub const DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    vec![TEXTS, PUBLIC_TEXTS, DESK_TEXTS]
}

kernel::id_type! {
    /// What somebody has said. Only the desk's addresses have it.
    pub OpinionId
}

kernel::id_type! {
    /// What an opinion is about.
    pub CategoryId
}

kernel::id_type! {
    /// What everybody may read of an opinion.
    pub PostId
}

kernel::id_type! {
    /// A picture that came with an opinion.
    pub PhotoId
}

kernel::id_type! {
    /// Words that a station answers with again and again.
    pub TemplateId
}

kernel::id_type! {
    /// Somebody whom an opinion is about.
    pub NamedId
}

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    acts::CHECKS.to_vec()
}

/// What the slice holds about residents.
pub fn holdings() -> Vec<people::Holding> {
    vec![acts::holding()]
}

/// The pages.
pub fn routes(ports: Ports) -> Router<House> {
    public::routes().merge(desk::routes()).layer(Extension(ports))
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api(ports: Ports) -> Api {
    public::api().merge(desk::api()).extension(ports)
}

/// The pages of the desk that this slice has.
pub fn desk_tabs() -> Vec<stations::Tab> {
    desk::desk_tabs()
}

/// What the slice adds to a station's home page.
pub fn home_sections() -> Vec<stations::HomeSection> {
    vec![public::home_section()]
}

/// What people can do at the machine in the hall.
pub const AT_THE_MACHINE: stations::Leaf =
    stations::Leaf { key: "opinions-say", note: "opinions-new-bar", icon: "messages", path: "/opinions/new?at=kiosk" };

/// Every page with invented people and opinions.
///
/// # Errors
/// A picture that cannot be drawn.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    Ok([public::samples(v)?, desk::samples(v)?].concat())
}
