//! What everybody reads of reception days, what residents read of their own, and what staff read and press.
mod public;
mod visit;
pub mod desk;
pub mod day;
pub mod item;
pub mod deputies;
mod samples;

pub use public::{days, home, one};
pub use samples::samples;
pub use visit::visit;

use kernel::page::{Tab, tabs};
use maud::Markup;

use crate::desk::pages::Ctx;

/// The sister pages of the group, for managers.
fn sisters(ctx: Ctx<'_>, current: &str) -> Markup {
    let tab = |key: &str, path: &str| Tab::new(ctx.v.t(key), ctx.path(path), path == current);
    let all = [tab("deputies-title", "/deputies"), tab("deputies-people", "/deputies/people")];
    tabs(&ctx.v.t("deputies-title"), "page", &all)
}
