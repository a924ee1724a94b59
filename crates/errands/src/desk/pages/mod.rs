//! The desk's pages: bodies only, the shell with its tabs is the station's.
pub mod calls;
mod turn;
pub mod lists;
mod promised;
pub mod presence;
pub mod lounge;
pub mod week;
pub mod leaving;
pub mod to_tell;
pub mod draw;
pub mod lines;
pub mod matters;
pub mod officials;
pub(crate) mod samples;

pub use draw::what_for;
pub use samples::samples;

use kernel::page::{Button, actions, once};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use crate::rules::DeskId;

/// Who reads and where: what every page of the desk needs.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    pub v: &'a View,
    pub station: &'a Station,
}

/// 停用, below what managers write of something: `what` is its kind as the group `setup` names it.
pub fn retire_button(ctx: Ctx<'_>, (what, id): (&str, i32), token: &str) -> Markup {
    html! {
        form method="post" action=(ctx.path("/lines/retired")) class="sec" {
            (once(token))
            input type="hidden" name="what" value=(what);
            input type="hidden" name="id" value=(id);
            p class="note" { (ctx.v.t("setup-retire-why")) }
            (actions(html! { (Button::new(ctx.v.t("setup-retire")).danger()) }))
        }
    }
}

/// Where what is retired can be brought back.
pub fn retired_link(ctx: Ctx<'_>) -> Markup {
    html! { p class="sec note" { a href=(ctx.path("/lines/retired")) { (ctx.v.t("setup-retired")) } } }
}

impl Ctx<'_> {
    /// A path of the desk: `path("/calls")`.
    pub fn path(&self, below: &str) -> String {
        self.station.path(&format!("/desk{below}"))
    }

    /// The calls of one desk: its number stays in the address.
    pub fn calls(&self, desk: Option<DeskId>) -> String {
        self.path(&desk.map_or_else(|| "/calls".to_owned(), |id| format!("/calls?desk={id}")))
    }

    pub fn when(&self) -> When {
        self.v.when(&self.station.zone)
    }

    /// A text of these pages, by a key that is put together.
    pub fn t(&self, key: &str) -> String {
        self.v.t(&format!("errands-desk-{key}"))
    }
}
