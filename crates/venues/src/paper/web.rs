//! The desk's addresses of paper.
use axum::Router;
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use jiff::civil::Date;
use kernel::api::At;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::refusal::Not;
use serde::Deserialize;

use super::acts::{self, Became, Line};
use super::answers::{self, Clash, Lately};
use super::asked::keyed;
use super::forms::{OutageForm, PaperForm, Row};
use super::pages::{self, Entered, Wrong};
use crate::desk::here::{Here, Named};
use crate::desk::{TODAY, seen, told};
use crate::rules::Refusal;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/paper", get(show).post(enter))
        .route("/s/{slug}/desk/paper/list", get(list))
        .route("/s/{slug}/desk/paper/outages", post(declare))
        .route("/s/{slug}/desk/paper/outages/{id}/revocation", post(take_back))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    on: Option<String>,
    venue: Option<String>,
}

impl Asked {
    fn day(&self, here: &Here) -> Date {
        seen::day_asked(self.on.as_deref(), &here.desk.station, here.now())
    }
}

/// The list of a day, to be printed.
async fn list(here: Here, Query(asked): Query<Asked>) -> Result<HtmlPage, Fault> {
    let on = asked.day(&here);
    let venue = asked.venue.as_ref().and_then(|id| id.parse().ok());
    let (house, station, v, now) = (here.house.clone(), here.desk.station.clone(), here.v.clone(), here.now());
    let read = move |c: &mut Conn| answers::day_list(c, &house, &station, &v, (on, venue), now);
    let list = here.house.db.snapshot(read).await?;
    let address = format!("{}{}", here.house.settings.public_url, here.ctx().today(on, venue));
    pages::sheet(here.ctx(), &list, &address)
}

async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let on = asked.day(&here);
    page(&here, on, (&[], &[]), (&here.fresh_outage(), &Problems::default())).await
}

impl Here {
    fn fresh_outage(&self) -> OutageForm {
        let today = self.v.when(&self.desk.station.zone).today().to_string();
        OutageForm { once: self.fresh_once(), from_on: today.clone(), until_on: today, ..OutageForm::default() }
    }
}

/// What the page shows beside its form, with `withheld` where a name is not for a clerk to read.
pub(super) async fn lately(here: &Here, withheld: Option<&str>) -> Result<Lately, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let lately = here.house.db.snapshot(move |c| answers::lately(c, &house, &station, now)).await?;
    Ok(if here.ctx().manager { lately } else { lately.without_no_shows(now, &here.desk.station, withheld) })
}

async fn page(
    here: &Here,
    on: Date,
    (kept, wrong): (&[Became], &[Wrong]),
    (outage, problems): (&OutageForm, &Problems),
) -> Result<Response, Fault> {
    let lately = lately(here, told::withheld(&here.v).name.as_deref()).await?;
    let fresh = || here.fresh_once();
    let entered = Entered { on, kept, wrong, fresh: &fresh, outage, problems };
    let status = match (wrong.iter().any(|w| w.said.is_some()), wrong.is_empty() && problems.none()) {
        (_, true) => StatusCode::OK,
        (true, _) => StatusCode::CONFLICT,
        _ if problems.whole.is_some() => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let ctx = here.ctx();
    let back = ctx.today(on, None);
    let page = here.page(TODAY, &here.v.t("paper-title")).back(here.v.t("venues-desk-tab-today"), back).status(status);
    Ok(page.body(pages::body(ctx, &entered, &lately)).into_response())
}

/// Row by row, each a change of its own: one that does not work keeps none of the others from being kept.
async fn enter(here: Here, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response, Fault> {
    let form = PaperForm::of(pairs);
    let on = seen::day_asked(Some(&form.on), &here.desk.station, here.now());
    let (mut kept, mut left) = (vec![], vec![]);
    for row in form.rows {
        match one(&here, on, row.settled()).await {
            Ok(became) => kept.push(became),
            Err(not) => left.push(*not),
        }
    }
    let mut wrong = vec![];
    for (not, refused) in left {
        // Only now: the rows below may have taken what was free for those above.
        let clash = match refused {
            Some((line, refusal)) => clash(&here, line, &refusal).await,
            None => None,
        };
        wrong.push(Wrong { clash, ..not });
    }
    let path = here.ctx().path(&format!("/paper?on={on}"));
    let here = here.read_at(path);
    page(&here, on, (&kept, &wrong), (&here.fresh_outage(), &Problems::default())).await
}

/// A row that was not kept, and which line a rule refused.
type Left = (Wrong, Option<(Line, Refusal)>);

async fn one(here: &Here, on: Date, row: Row) -> Result<Became, Box<Left>> {
    let line = match row.read(on, &here.desk.station.zone) {
        Ok(line) => line,
        Err(problems) => return Err(Box::new((Wrong { row, problems, said: None, clash: None }, None))),
    };
    let once = here.once(&row.once, &keyed(&here.house, &line));
    let done = acts::enter(&here.house, &here.desk.station, line.clone(), here.staff(), once).await;
    let not = match done {
        Ok(became) => return Ok(became),
        Err(not) => not,
    };
    let (said, refused, again) = match not {
        Not::Refused(refusal) => (said(here, &refusal), Some((line, refusal)), true),
        // What was typed stays whatever has happened; sent once more with its key, it is entered at most once.
        Not::Fault(Fault::KeyReused) => (here.v.t("paper-row-kept-before"), None, true),
        Not::Fault(Fault::NotFound) => (here.v.t("paper-form-place"), None, true),
        Not::Fault(fault) => {
            tracing::error!(%fault, "a line of paper was not kept");
            (here.v.t("paper-row-fault"), None, false)
        }
    };
    let once = if again { here.fresh_once() } else { row.once.clone() };
    let not = Wrong { row: Row { once, ..row }, problems: Problems::default(), said: Some(said), clash: None };
    Err(Box::new((not, refused)))
}

/// A refusal in the words of paper: nobody has just been faster, somebody was there.
fn said(here: &Here, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Taken => here.v.t("paper-row-taken"),
        refusal => here.said(refusal).what,
    }
}

/// Who is in the way, if somebody is. Where that cannot be read, the row is shown without it.
async fn clash(here: &Here, line: Line, refusal: &Refusal) -> Option<Clash> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| answers::clash(c, &house, &station, &line, now);
    let found = here.house.db.snapshot(read).await;
    match (found, refusal) {
        (Ok(clash), Refusal::Taken | Refusal::NotNow { .. }) => Some(clash),
        // There is nobody in the way: all that is left is to keep it as a note.
        (Ok(clash), _) => Some(Clash { in_the_way: vec![], free: vec![], ..clash }),
        (Err(_), _) => None,
    }
}

async fn declare(here: Here, Form(form): Form<OutageForm>) -> Result<Response, Fault> {
    let station = &here.desk.station;
    let path = here.ctx().path("/paper");
    let problems = match form.read(&station.zone, here.now()) {
        Err(problems) => problems,
        Ok(span) => {
            let once = here.once(&form.once, &span);
            match here.or_said(acts::declare(&here.house, station, span, here.staff(), once).await)? {
                Ok(_) => return Ok(Redirect::to(&path).into_response()),
                Err((_, said)) => Problems::about_the_whole(said),
            }
        }
    };
    let today = here.v.when(&station.zone).today();
    let form = OutageForm { once: here.fresh_once(), ..form };
    let here = here.clone().read_at(path);
    page(&here, today, (&[], &[]), (&form, &problems)).await
}

async fn take_back(here: Here, At(Named { id }): At<Named<Id>>) -> Result<Redirect, Fault> {
    acts::take_back(&here.house, &here.desk.station, id, here.staff()).await?;
    Ok(Redirect::to(&here.ctx().path("/paper")))
}
