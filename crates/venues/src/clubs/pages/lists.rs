//! Clubs, one to a row: on the home page, on their own page, among one's things.
use kernel::page::{self, Button, HtmlPage, Kind, Row};
use maud::{Markup, html};

use crate::clubs::answers::{Is, Listed, Mine};
use crate::clubs::says::{self, club_path, clubs_path};
use crate::public::pages::Frame;
use crate::says as rooms;

/// So many rows are enough for a home page.
const FEW: usize = 2;

/// The section of the home page: those that meet next. Nothing while there are no clubs.
pub fn home(f: Frame<'_>, all: &[Listed]) -> Option<Markup> {
    if all.is_empty() {
        return None;
    }
    let v = f.v;
    let row =
        |l: &Listed| Row::new(&l.club.name).icon("users").note(&next(f, l)).leads_to(club_path(f.station, l.club.id));
    let (more, path) = (v.t("clubs-all"), clubs_path(f.station));
    Some(page::section("clubs", &v.t("clubs-title"), Some((&more, &path)), page::rows(all.iter().take(FEW).map(row))))
}

fn next(f: Frame<'_>, l: &Listed) -> String {
    match &l.next {
        Some((span, offering)) => says::meeting(f.v, f.station, span, offering),
        None => f.v.t("clubs-no-next"),
    }
}

/// All clubs that everybody may read of, those that meet next first.
pub fn list(f: Frame<'_>, all: &[Listed]) -> HtmlPage {
    let v = f.v;
    let when = f.when();
    let row = |l: &Listed| {
        let (kind, word) = says::joining(v, &l.club);
        let row = match &l.next {
            Some((span, offering)) => Row::new(&l.club.name)
                .when(&when.day_or_tonight(span.from), &when.time(span.from))
                .status(kind, &word)
                .note(rooms::name(v, &offering.name)),
            None => Row::new(&l.club.name).icon("users").status(kind, &word).note(&v.t("clubs-no-next")),
        };
        row.note(&says::members(v, l.members)).leads_to(club_path(f.station, l.club.id))
    };
    f.page(v.t("clubs-title")).describe(&v.t("clubs-describe")).body(html! {
        @if all.is_empty() { (page::empty("users", &v.t("clubs-none"), None)) }
        @else { (page::section("all", &v.t("clubs-here"), None, page::rows(all.iter().map(row)))) }
        (page::actions(html! {
            (Button::new(v.t("clubs-found")).secondary().icon("user-plus").href(f.station.path("/clubs/new")))
        }))
        (f.ask_a_person())
    })
}

/// One's clubs, and what waits for one there.
pub fn mine(f: Frame<'_>, clubs: &[Mine]) -> Markup {
    let v = f.v;
    let row = |m: &Mine| {
        let l = &m.listed;
        let (kind, word) = match (m.is_heir, m.is, l.asking) {
            (true, ..) => (Kind::Away, v.t("clubs-mine-heir")),
            (false, Is::Leader, 1..) => (Kind::Away, v.ta("clubs-asking-n", &[("n", l.asking.into())])),
            (false, Is::Leader, 0) => (Kind::Ok, v.t("clubs-mine-leader")),
            (false, Is::Member, _) => (Kind::Ok, v.t("clubs-mine-member")),
            (false, Is::Asks | Is::Nobody, _) => (Kind::Away, v.t("clubs-mine-asks")),
        };
        let name = says::name(v, &l.club, l.is_hidden() && m.is != Is::Leader);
        Row::new(name).icon("users").status(kind, &word).note(&next(f, l)).leads_to(club_path(f.station, l.club.id))
    };
    let title = v.ta("clubs-mine", &[("station", f.station.name(v).into())]);
    let (more, path) = (v.t("clubs-all"), clubs_path(f.station));
    let id = format!("clubs-{}", f.station.slug);
    page::section(&id, &title, Some((&more, &path)), page::rows(clubs.iter().map(row)))
}
