//! Series at the desk: the list, the form for somebody or an office, one with each date, and what is done about clashes.
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kernel::api::At;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use maud::html;
use serde::Deserialize;
use stations::Owner;

use crate::SeriesId;
use crate::answers;
use crate::desk::asked::whose;
use crate::desk::here::Here;
use crate::desk::pages::series as pages;
use crate::desk::{SERIES, seen};
use crate::public::begun;
use crate::rules::Refusal;
use crate::series::acts::Answered;
use crate::series::answers::{Line, Look};
use crate::series::forms::{DateForm, SeriesForm, Wanted};
use crate::series::pages as shared;
use crate::series::steps::Asking;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    look: String,
    #[serde(flatten)]
    form: SeriesForm,
}

fn asking(here: &Here) -> Asking {
    Asking { house: here.house.clone(), station: here.desk.station.clone(), actor: here.actor() }
}

pub async fn list(here: Here) -> Result<Response, Fault> {
    let (house, station, v, now) = (here.house.clone(), here.desk.station.clone(), here.v.clone(), here.now());
    let read = move |c: &mut Conn| {
        let all = seen::running(c, &house, &station, &v, now)?;
        Ok::<_, Fault>((all, answers::catalogue(c, &station)?))
    };
    let (all, catalogue) = here.house.db.snapshot(read).await?;
    let page = here.page(SERIES, &here.v.t("venues-series-title-desk"));
    Ok(page.body(pages::list(here.ctx(), &all, &catalogue)).into_response())
}

async fn owners(here: &Here) -> Result<Vec<Owner>, Fault> {
    let station = here.desk.station.id;
    here.house.db.read(move |c| stations::owners(c, station)).await
}

pub async fn new(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    form(&here, (asked.form, !asked.look.is_empty()), Problems::default(), None).await
}

/// What the dates would be, for the script that shows it while somebody types.
pub async fn preview(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let form = asked.form;
    let Ok(wanted) = form.read(asking(&here).today()) else {
        return Ok(Html(html! { div id="preview" {} }.0).into_response());
    };
    let found = asking(&here).preview(&wanted).await;
    Ok(Html(previewed(&here, (&form, &wanted), found)?.0).into_response())
}

fn previewed(
    here: &Here,
    (form, wanted): (&SeriesForm, &Wanted),
    found: Result<Vec<Line>, Not<Refusal>>,
) -> Result<maud::Markup, Fault> {
    let once = here.fresh_once();
    let said = match found {
        Ok(lines) => return Ok(shared::preview(here.ctx().series(), (form, &wanted.terms), Ok(&lines), &once)),
        Err(Not::Refused(refusal)) => here.said(&refusal),
        Err(Not::Fault(fault)) => return Err(fault),
    };
    Ok(shared::preview(here.ctx().series(), (form, &wanted.terms), Err(&said), &once))
}

async fn form(
    here: &Here,
    (typed, look): (SeriesForm, bool),
    problems: Problems,
    refused: Option<&Refusal>,
) -> Result<Response, Fault> {
    let asking = asking(here);
    let offering = match asking.offering(&typed.offering).await {
        Ok(offering) => offering,
        Err(Not::Refused(_)) => return Err(Fault::NotFound),
        Err(Not::Fault(fault)) => return Err(fault),
    };
    let form = typed.fresh(&offering.policy, asking.today(), false);
    let read = form.read(asking.today());
    let (problems, questions) = match &read {
        Ok(wanted) => (problems, wanted.questions.clone()),
        Err(wrong) if look => (wrong.clone(), vec![]),
        Err(_) => (problems, vec![]),
    };
    let shown = match &read {
        Ok(wanted) if look => previewed(here, (&form, wanted), asking.preview(wanted).await)?,
        _ => html! { div id="preview" {} },
    };
    let owners = owners(here).await?;
    let status = refused.map_or(problems.status(), |r| r.status());
    let name = here.v.pick(&offering.name.zh, &offering.name.en);
    let title = here.v.ta("venues-series-new-of", &[("offering", name.into())]);
    let page = here.page(SERIES, &title).back(here.v.t(SERIES), here.ctx().path("/series")).status(status);
    let more = pages::whose(here.ctx(), &owners, &form, &problems);
    Ok(page
        .body(html! {
            @if let Some(refusal) = refused { (kernel::page::refused(&here.v, &here.said(refusal))) }
            (shown)
            (shared::form(here.ctx().series(), (&offering, &form, &problems), &questions, more))
        })
        .into_response())
}

pub async fn make(here: Here, Form(typed): Form<SeriesForm>) -> Result<Response, Fault> {
    let here = here.clone().read_at(here.ctx().series().form(&typed.offering));
    let asking = asking(&here);
    let Ok(wanted) = typed.read(asking.today()) else {
        return form(&here, (typed, true), Problems::default(), None).await;
    };
    let whose = match holder(&here, &typed).await? {
        Ok(whose) => whose,
        Err(problems) => return form(&here, (typed, true), problems, None).await,
    };
    // Of names and numbers only a keyed hash is kept.
    let hashed = here.house.keys.lookup("series-once", &format!("{}/{}", typed.name, typed.phone));
    let asked = SeriesForm { name: String::new(), phone: String::new(), ..typed.clone() };
    let once = asking.once(&typed.once, &(asked, hashed));
    match asking.make(&wanted, whose, once).await {
        Ok(id) => Ok(Redirect::to(&here.ctx().series().one(id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => form(&here, (typed, true), Problems::default(), Some(&refusal)).await,
    }
}

async fn holder(here: &Here, typed: &SeriesForm) -> Result<Result<Answered, Problems>, Fault> {
    let known: Vec<i32> = owners(here).await?.iter().map(|o| o.id).collect();
    let owner = match typed.holder.trim() {
        "" => None,
        typed => Some(typed.parse().unwrap_or(0)),
    };
    Ok(whose(here.staff(), (owner, &known), (Some(&typed.name), Some(&typed.phone))))
}

pub async fn show(here: Here, At((_, id)): At<(String, SeriesId)>) -> Result<Response, Fault> {
    one(&here, id, None).await
}

async fn one(here: &Here, id: SeriesId, refused: Option<&Refusal>) -> Result<Response, Fault> {
    let look = asking(here).look(id).await?;
    let (house, station, v, series) =
        (here.house.clone(), here.desk.station.clone(), here.v.clone(), look.series.clone());
    let guest = here.house.db.read(move |c| seen::holder(c, &house, &station, &v, &series)).await?;
    let ctx = here.ctx().series();
    let status = refused.map_or(StatusCode::OK, |r| r.status());
    let name = here.v.pick(&look.offering.name.zh, &look.offering.name.en);
    let title = here.v.ta("venues-series-of", &[("offering", name.into())]);
    let page = here.page(SERIES, &title).back(here.v.t(SERIES), here.ctx().path("/series")).status(status);
    Ok(page
        .body(html! {
            @if let Some(refusal) = refused { (kernel::page::refused(&here.v, &here.said(refusal))) }
            (shared::summary(ctx, &look))
            (pages::held_by(here.ctx(), &guest))
            (shared::dates(ctx, &look))
            (shared::facts(ctx, &look))
        })
        .into_response())
}

pub async fn date(here: Here, At((_, id, on)): At<(String, SeriesId, Date)>) -> Result<Response, Fault> {
    let asking = asking(&here);
    let look = asking.look(id).await?;
    let form = begun(&asking, &look, on)?;
    edit(&here, (&look, on), (&form, &Problems::default()), None)
}

fn edit(
    here: &Here,
    (look, on): (&Look, Date),
    (form, problems): (&DateForm, &Problems),
    refused: Option<&Refusal>,
) -> Result<Response, Fault> {
    let ctx = here.ctx().series();
    let said = refused.map(|r| here.said(r));
    let status = refused.map_or(problems.status(), |r| r.status());
    let title = crate::series::says::day(&here.v, &here.desk.station, on);
    let page = here.page(SERIES, &title).back(here.v.t("venues-series-back"), ctx.one(look.series.id)).status(status);
    Ok(page.body(shared::edit(ctx, (look, on), (form, problems), said.as_ref())).into_response())
}

pub async fn set_time(
    here: Here,
    At((_, id, on)): At<(String, SeriesId, Date)>,
    Form(form): Form<DateForm>,
) -> Result<Response, Fault> {
    let here = here.clone().read_at(here.ctx().series().date(id, on));
    let asking = asking(&here);
    let new = match form.read(on) {
        Ok(new) => new,
        Err(problems) => return edit(&here, (&asking.look(id).await?, on), (&form, &problems), None),
    };
    let once = asking.once(&form.once, &(id, on, &form));
    match asking.set_time(id, on, new, once).await {
        Ok(id) => Ok(Redirect::to(&here.ctx().series().one(id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            edit(&here, (&asking.look(id).await?, on), (&form, &Problems::default()), Some(&refusal))
        }
    }
}

pub async fn give_up(here: Here, At((_, id, on)): At<(String, SeriesId, Date)>) -> Result<Response, Fault> {
    let done = asking(&here).give_up(id, on).await;
    after(here, id, done).await
}

pub async fn end(here: Here, At((_, id)): At<(String, SeriesId)>) -> Result<Response, Fault> {
    let done = asking(&here).end(id, None).await.map(|_| ());
    after(here, id, done).await
}

async fn after(here: Here, id: SeriesId, done: Result<(), Not<Refusal>>) -> Result<Response, Fault> {
    let path = here.ctx().series().one(id);
    match done {
        Ok(()) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => one(&here.read_at(path), id, Some(&refusal)).await,
    }
}
