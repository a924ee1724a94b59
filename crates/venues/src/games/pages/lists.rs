//! Open games, one to a row: on the home page, on their own page, among one's things.
use kernel::page::{self, Button, HtmlPage, Kind, Row, query_value};
use maud::{Markup, html};
use people::PersonId;

use crate::games::answers::OpenGame;
use crate::games::says;
use crate::public::pages::Frame;
use crate::public::reserve::game_path;
use crate::rules::{Offering, Venue};
use crate::says as rooms;

/// So many rows are enough for a home page.
const FEW: usize = 3;

/// The section of the home page. Nothing while nobody looks for anybody.
pub fn home(f: Frame<'_>, open: &[OpenGame]) -> Option<Markup> {
    if open.is_empty() {
        return None;
    }
    let v = f.v;
    let rows = open.iter().take(FEW).map(|g| {
        Row::new(rooms::name(v, &g.offering.name))
            .icon(rooms::kind(g.venue.kind).0)
            .status(Kind::Away, &says::missing(v, g.left()))
            .note(&line(f, g))
            .link(game_path(f.station, g.game.id), &v.t("games-join"), false)
    });
    let (more, path) = (v.t("games-all"), f.station.path("/games"));
    Some(page::section("games", &v.t("games-title"), Some((&more, &path)), page::rows(rows)))
}

/// 今晚 20:00 · 马先生
fn line(f: Frame<'_>, g: &OpenGame) -> String {
    let (when, from) = (f.when(), g.game.span.from);
    let about = g.game.band.map(|_| says::about(f.v, g).remove(0));
    let at = format!("{} {}", when.day_or_tonight(from), when.time(from));
    let parts: Vec<String> = [at, says::players(f.v, g)].into_iter().chain(about).collect();
    parts.join(" · ")
}

/// All open games that the viewer may see, and the ways to one's own.
pub fn list(f: Frame<'_>, open: &[OpenGame], viewer: Option<PersonId>) -> HtmlPage {
    let v = f.v;
    let when = f.when();
    let row = |g: &OpenGame| {
        let is_in = viewer.is_some_and(|p| g.is_in(p));
        let mut under = vec![says::players(v, g)];
        under.extend(says::about(v, g));
        let (kind, words) = says::stands(v, g, is_in, false);
        Row::new(rooms::name(v, &g.offering.name))
            .when(&when.day_or_tonight(g.game.span.from), &when.time(g.game.span.from))
            .status(kind, &words)
            .note(&under.join(" · "))
            .link(game_path(f.station, g.game.id), &v.t(if is_in { "games-look" } else { "games-join" }), false)
    };
    f.page(v.t("games-title")).describe(&v.t("games-describe")).body(html! {
        @if open.is_empty() { (page::empty("users", &v.t("games-none"), None)) }
        @else { (page::section("open", &v.t("games-open"), None, page::rows(open.iter().map(row)))) }
        (page::actions(html! {
            (Button::new(v.t("games-post-one")).icon("user-plus").href(f.station.path("/games/new")))
        }))
        ul class="chips" {
            li { (page::pill(&v.t("games-spare"), &f.station.path("/spare-times"))) }
            @if viewer.is_some() { li { (page::pill(&v.t("games-apart"), &f.station.path("/games/apart"))) } }
        }
        (f.ask_a_person())
    })
}

/// What to play, before anything else is chosen.
pub fn choose(f: Frame<'_>, hosts: &[(Venue, Offering)]) -> HtmlPage {
    let v = f.v;
    let row = |(venue, offering): &(Venue, Offering)| {
        let href = f.station.path(&format!("/games/new?offering={}", query_value(&offering.slug)));
        Row::new(rooms::name(v, &offering.name)).icon(rooms::kind(venue.kind).0).leads_to(href)
    };
    f.page(v.t("games-post-one")).back(v.t("games-title"), f.station.path("/games")).body(html! {
        @if hosts.is_empty() { (page::empty("users", &v.t("games-no-rooms"), None)) }
        @else { (page::section("what", &v.t("games-what"), None, page::rows(hosts.iter().map(row)))) }
    })
}

/// One's games that are still to come.
pub fn mine(f: Frame<'_>, games: &[OpenGame]) -> Markup {
    let v = f.v;
    let when = f.when();
    let row = |g: &OpenGame| {
        let (kind, words) = says::stands(v, g, true, false);
        Row::new(rooms::name(v, &g.offering.name))
            .when(&when.day_or_tonight(g.game.span.from), &when.time(g.game.span.from))
            .status(kind, &words)
            .note(&says::players(v, g))
            .leads_to(game_path(f.station, g.game.id))
    };
    let title = v.ta("games-mine", &[("station", f.station.name(v).into())]);
    let (more, path) = (v.t("games-all"), f.station.path("/games"));
    let id = format!("games-{}", f.station.slug);
    page::section(&id, &title, Some((&more, &path)), page::rows(games.iter().map(row)))
}
