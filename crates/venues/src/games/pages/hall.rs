//! Games that look for people, on the screen in the hall: read from three metres, surnames only.
use kernel::page::{Dock, HtmlPage, Page};
use maud::html;

use crate::games::answers::OpenGame;
use crate::games::says;
use crate::public::pages::Frame;
use crate::says as rooms;

/// So many lines fit a screen.
const MOST: usize = 6;

pub fn hall(f: Frame<'_>, open: &[OpenGame]) -> HtmlPage {
    let v = f.v;
    let when = f.when();
    let head = html! {
        header class="hallhead" {
            h1 { (v.t("games-hall")) }
            p { (f.station.name(v)) " · " (when.time(when.now)) }
            a href=(f.station.path("/games")) { (v.t("games-title")) }
        }
    };
    Page::new(v, v.t("games-hall")).place(f.station.place(v)).hero(head).dock(Dock::None).sheet("hall.css").body(
        html! {
            @if open.is_empty() { p class="hallnone" { (v.t("games-hall-none")) } }
            @else {
                ul class="halls" {
                    @for g in open.iter().take(MOST) {
                        @let about = says::about(v, g);
                        li {
                            span { (when.day_or_tonight(g.game.span.from)) " " b { (when.time(g.game.span.from)) } }
                            b { (rooms::name(v, &g.offering.name)) }
                            span class="go" { (says::missing(v, g.left())) }
                            span class="who" {
                                (says::players(v, g))
                                @for word in &about { " · " (word) }
                            }
                        }
                    }
                }
            }
            p class="hallnote" { (v.t("games-hall-how")) }
        },
    )
}
