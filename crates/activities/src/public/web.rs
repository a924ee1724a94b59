//! The public addresses.
use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use jiff::civil::Date;
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use maud::Markup;
use people::MaybeResident;
use serde::Deserialize;
use stations::Named;

use super::feeds::Feed;
use super::pages::{self, List, Occurrence, Span};
use super::reads::{NEXT, Reading};
use crate::answers::Seen;
use crate::frame::{Frame, occurrence_path};
use crate::parts::{Hung, Who, rendered};
use crate::{OccurrenceId, SeriesId};

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/activities", get(list))
        .route("/s/{slug}/activities/calendar.ics", get(calendar))
        .route("/s/{slug}/activities/{id}", get(activity))
        .route("/s/{slug}/activities/{id}/calendar.ics", get(calendar_of_activity))
        .route("/s/{slug}/occurrences/{id}", get(occurrence))
        .route("/s/{slug}/occurrences/{id}/calendar.ics", get(calendar_of_one))
        .route("/s/{slug}/occurrences/{id}/poster", get(poster))
}

/// What of the calendar somebody wants to see; what cannot be read is today.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    span: String,
    on: String,
}

async fn list(v: View, r: Reading, Ask(asked): Ask<Asked>) -> Result<HtmlPage, Fault> {
    let span = Span::ALL.into_iter().find(|span| span.name() == asked.span).unwrap_or_default();
    let on: Date = asked.on.parse().ok().filter(|on: &Date| (2000..=2099).contains(&on.year())).unwrap_or(r.today());
    let all = match span {
        Span::Next => r.coming(NEXT).await?,
        span => {
            let (first, days) = span.days(on);
            r.days(first, days).await?
        }
    };
    Ok(pages::list(Frame { v: &v, station: &r.station }, &List { span, on, all: &all }))
}

async fn activity(v: View, r: Reading, Values(Named { id }): Values<Named<SeriesId>>) -> Result<HtmlPage, Fault> {
    let look = r.look(id).await?;
    Ok(pages::activity(Frame { v: &v, station: &r.station }, &look))
}

async fn occurrence(
    v: View,
    r: Reading,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    MaybeResident(who): MaybeResident,
    hung: Option<Extension<Hung>>,
) -> Result<HtmlPage, Fault> {
    let seen = Arc::new(r.one(id).await?);
    let who = who.map_or(Who::Nobody, Who::Resident);
    let hung = hung.map(|Extension(hung)| hung).unwrap_or_default();
    let parts: Vec<Markup> = rendered(&hung.public, (&r.house, &v, &r.station), &seen, who).await;
    let public_url = &r.house.settings.public_url;
    Ok(pages::occurrence(Frame { v: &v, station: &r.station }, &Occurrence { seen: &seen, parts: &parts, public_url }))
}

async fn poster(v: View, r: Reading, Values(Named { id }): Values<Named<OccurrenceId>>) -> Result<HtmlPage, Fault> {
    let seen = r.one(id).await?;
    let url = format!("{}{}", r.house.settings.public_url, occurrence_path(&r.station, id));
    pages::poster(Frame { v: &v, station: &r.station }, &seen, &url)
}

/// So many days before today stay in a calendar, so that what has just been does not vanish from it at once; and so many come.
const BACK: i32 = 7;
const AHEAD: i32 = 366;

async fn calendar(State(house): State<House>, v: View, r: Reading) -> Result<Response, Fault> {
    let from = r.today().saturating_sub(jiff::Span::new().days(BACK));
    let all = r.days(from, BACK + AHEAD).await?;
    let name = r.station.name(&v).to_owned();
    Ok(ics(&house, &v, &r, (Some(&name), &all)))
}

/// Every time that there is: of a lunar fair, ten years.
async fn calendar_of_activity(
    State(house): State<House>,
    v: View,
    r: Reading,
    Values(Named { id }): Values<Named<SeriesId>>,
) -> Result<Response, Fault> {
    let look = r.look(id).await?;
    let all: Vec<Seen> = look.seen().collect();
    Ok(ics(&house, &v, &r, (Some(&look.series.plan.title), &all)))
}

async fn calendar_of_one(
    State(house): State<House>,
    v: View,
    r: Reading,
    Values(Named { id }): Values<Named<OccurrenceId>>,
) -> Result<Response, Fault> {
    let seen = r.one(id).await?;
    Ok(ics(&house, &v, &r, (None, &[seen])))
}

fn ics(house: &House, v: &View, r: &Reading, (name, all): (Option<&str>, &[Seen])) -> Response {
    let feed = Feed { v, station: &r.station, public_url: &house.settings.public_url };
    let headers = [(CONTENT_TYPE, "text/calendar; charset=utf-8"), (CACHE_CONTROL, "public, max-age=300")];
    (headers, feed.written(name, all)).into_response()
}
