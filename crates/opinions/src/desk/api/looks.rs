//! What the desk reads.
use axum::Json;
use axum::response::Response;
use kernel::api::{Ask, At as Values, Problem, Wrong};
use kernel::form::Problems;
use serde::Deserialize;
use stations::Named;
use utoipa::IntoParams;

use super::figures::MonthShape;
use super::shapes::{CaseShape, InboxShape, LineShape};
use crate::answers::{Filter, Scope};
use crate::desk::here::{Here, Manager};
use crate::desk::{months, reads};
use crate::failures::{AtDesk, Looking};
use crate::frame;
use crate::rules::{Look, State};
use crate::{CategoryId, OpinionId, PhotoId};

/// Which opinions. Without anything, what waits for whoever asks.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// All that whoever asks may see: for a clerk, what was given to them.
    all: bool,
    state: Option<State>,
    #[param(value_type = Option<String>, format = Uuid)]
    category: Option<CategoryId>,
}

/// The inbox: late ones first, then by when they are due. Whoever an opinion is about finds it nowhere.
#[utoipa::path(get, path = "/stations/{slug}/desk/opinions", tag = "opinions", operation_id = "opinionInbox",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), Which),
    responses((status = 200, body = InboxShape, description = "Opinions"), Looking, AtDesk))]
pub async fn inbox(here: Here, Ask(which): Ask<Which>) -> Result<Json<InboxShape>, Wrong> {
    let scope = if which.all { Scope::All } else { Scope::Mine };
    let filter = Filter { scope, state: which.state, category: which.category };
    let read = reads::inbox(&here, filter).await?;
    let opinions = read.lines.iter().map(LineShape::of).collect();
    let c = read.counts;
    Ok(Json(InboxShape { mine: c.mine, open: c.open, late: c.late, opinions }))
}

/// One opinion. That whoever asks has opened it is written down; whoever said it can read that.
#[utoipa::path(get, path = "/stations/{slug}/desk/opinions/{id}", tag = "opinions", operation_id = "opinionCase",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = CaseShape, description = "The opinion"), Looking, AtDesk))]
pub async fn case(here: Here, Values(Named { id }): Values<Named<OpinionId>>) -> Result<Json<CaseShape>, Wrong> {
    let read = reads::open(&here, id, Look::Opened).await?;
    Ok(Json(CaseShape::of(&read.case)))
}

/// The same for a program that prints it: written down as a print.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/{id}/prints", tag = "opinions", operation_id = "printOpinion",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = CaseShape, description = "What is printed"), Looking, AtDesk))]
pub async fn print(here: Here, Values(Named { id }): Values<Named<OpinionId>>) -> Result<Json<CaseShape>, Wrong> {
    let read = reads::open(&here, id, Look::Printed).await?;
    Ok(Json(CaseShape::of(&read.case)))
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfCase {
    id: OpinionId,
    photo: PhotoId,
}

/// A photo of an opinion.
#[utoipa::path(get, path = "/stations/{slug}/desk/opinions/{id}/photos/{photo}", tag = "opinions", operation_id = "opinionPhoto",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("photo" = String, Path, format = Uuid)),
    responses((status = 200, description = "A JPEG", content_type = "image/jpeg"), Looking, AtDesk))]
pub async fn photo(here: Here, Values(OfCase { id, photo }): Values<OfCase>) -> Result<Response, Wrong> {
    let jpeg = reads::photo(&here, (id, photo)).await?;
    Ok(frame::photo(jpeg))
}

/// Which month.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct WhichMonth {
    /// Without one, this month.
    #[param(example = "2026-06")]
    month: String,
}

/// The month of the express line, without what whoever asks must not see. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/opinions/month", tag = "opinions", operation_id = "opinionMonth",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), WhichMonth),
    responses((status = 200, body = MonthShape, description = "The month"), Looking, AtDesk))]
pub async fn month(Manager(here): Manager, Ask(which): Ask<WhichMonth>) -> Result<Json<MonthShape>, Wrong> {
    let today = here.v.when(&here.desk.station.zone).today();
    let Some(month) = months::month(&which.month, today) else {
        let mut problems = Problems::default();
        problems.add("month", "opinions-desk-wrong-month");
        return Err(Problem::fields(&here.v, &problems).into());
    };
    let read = reads::month(&here, month).await?;
    Ok(Json(MonthShape::of(month, &read)))
}
