//! When a club meets, for its leader and for staff: its series, the form of a new one, one with all its dates. The bodies
//! are those of every series.
use axum::http::StatusCode;
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::page::{self, HtmlPage, Row};
use kernel::refusal::Said;
use maud::html;

use super::who::below;
use crate::clubs::reads::Led;
use crate::clubs::says::club_path;
use crate::clubs::store::Club;
use crate::public::pages::Frame;
use crate::rules::{Offering, Venue};
use crate::says as rooms;
use crate::series::answers::{Line, Look};
use crate::series::forms::{DateForm, SeriesForm, Wanted};
use crate::series::pages::{self as series, Ctx};
use crate::series::says;

/// Who reads a page of a club's meetings.
fn ctx<'a>(f: Frame<'a>, club: &Club, staff: bool) -> Ctx<'a> {
    Ctx { v: f.v, station: f.station, staff, club: Some(club.id.0) }
}

/// All of its series, and where it may meet besides.
pub fn meetings(f: Frame<'_>, led: &Led, places: &[(Venue, Offering)], staff: bool) -> HtmlPage {
    let v = f.v;
    let club = &led.seen.club;
    let ctx = ctx(f, club, staff);
    let row = |(venue, offering): &(Venue, Offering)| {
        Row::new(rooms::name(v, &offering.name))
            .icon(rooms::kind(venue.kind).0)
            .note(rooms::name(v, &venue.name))
            .leads_to(ctx.form(&offering.slug))
    };
    below(f, club, v.t("clubs-meetings")).body(html! {
        @if led.seen.series.is_empty() { (page::empty("calendar", &v.t("clubs-no-meetings"), None)) }
        @for look in &led.seen.series { (series::card(ctx, look)) }
        @if places.is_empty() { p class="note" { (v.t("clubs-no-places")) } }
        @else { (page::section("new", &v.t("clubs-new-meeting"), None, page::rows(places.iter().map(row)))) }
        @if !staff { p class="note" { (v.t("clubs-places-note")) } }
    })
}

/// What the form of a new series shows.
pub struct Shown<'a> {
    pub offering: &'a Offering,
    pub form: &'a SeriesForm,
    pub problems: &'a Problems,
    /// What was asked for, if it could be read.
    pub wanted: Option<&'a Wanted>,
    /// What would become of its dates, if that was asked.
    pub found: Option<Result<&'a [Line], &'a Said>>,
    pub refused: Option<(&'a Said, StatusCode)>,
    pub once: &'a str,
    pub staff: bool,
}

pub fn form(f: Frame<'_>, club: &Club, s: &Shown<'_>) -> HtmlPage {
    let v = f.v;
    let ctx = ctx(f, club, s.staff);
    let title = v.ta("clubs-meeting-of", &[("offering", rooms::name(v, &s.offering.name).into())]);
    let questions = s.wanted.map_or_else(Vec::new, |w| w.questions.clone());
    let all = format!("{}/meetings", club_path(f.station, club.id));
    let page = f.page(title).back(v.t("clubs-meetings"), all);
    page.status(s.refused.map_or_else(|| s.problems.status(), |(_, status)| status)).body(html! {
        @if let Some((said, _)) = s.refused { (page::refused(v, said)) }
        @if let Some((wanted, found)) = s.wanted.zip(s.found) {
            (series::preview(ctx, (s.form, &wanted.terms), found, s.once))
        }
        (series::form(ctx, (s.offering, s.form, s.problems), &questions, html! {}))
    })
}

pub fn one(f: Frame<'_>, (club, look): (&Club, &Look), refused: Option<(&Said, StatusCode)>, staff: bool) -> HtmlPage {
    let (v, ctx) = (f.v, ctx(f, club, staff));
    let all = format!("{}/meetings", club_path(f.station, club.id));
    let page = f.page(club.name.clone()).back(v.t("clubs-meetings"), all);
    page.status(refused.map_or(StatusCode::OK, |(_, status)| status)).body(html! {
        @if let Some((said, _)) = refused { (page::refused(v, said)) }
        (series::summary(ctx, look))
        p class="note" { (v.t("clubs-changed-note")) }
        (series::dates(ctx, look))
        (series::facts(ctx, look))
    })
}

/// Another time for one date.
pub fn one_date(
    f: Frame<'_>,
    (club, look, on): (&Club, &Look, Date),
    (form, problems): (&DateForm, &Problems),
    (refused, staff): (Option<(&Said, StatusCode)>, bool),
) -> HtmlPage {
    let (v, ctx) = (f.v, ctx(f, club, staff));
    let page = f.page(says::day(v, f.station, on)).back(v.t("venues-back"), ctx.one(look.series.id));
    page.status(refused.map_or_else(|| problems.status(), |(_, status)| status)).body(series::edit(
        ctx,
        (look, on),
        (form, problems),
        refused.map(|(said, _)| said),
    ))
}
