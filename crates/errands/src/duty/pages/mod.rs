//! What everybody reads of posts, and what staff read and press. Data in, pages out.
mod public;
pub mod roster;
pub mod posts;
pub mod questions;
pub mod question;
mod samples;

pub use public::{home, posts as public_posts};
pub use samples::samples;

use kernel::page::{Tab, tabs};
use maud::Markup;

use crate::desk::pages::Ctx;

/// The sister pages of the group: who stands where, what was asked.
fn sisters(ctx: Ctx<'_>, current: &str) -> Markup {
    let tab = |key: &str, path: &str| Tab::new(ctx.v.t(key), ctx.path(path), path == current);
    tabs(&ctx.v.t("duty-desk-pages"), "page", &[tab("duty-title", "/duty"), tab("duty-asked-title", "/first-asked")])
}
