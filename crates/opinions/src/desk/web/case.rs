//! One opinion: its page, its print, its photos. Each look is written down first.
use axum::response::{IntoResponse, Response};
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use serde::Deserialize;
use stations::Named;

use super::private;
use crate::desk::forms::CaseForm;
use crate::desk::here::Here;
use crate::desk::pages::{self, One, Printed};
use crate::desk::reads;
use crate::frame;
use crate::rules::Look;
use crate::{OpinionId, PhotoId};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    kept: String,
}

pub async fn show(
    here: Here,
    Values(Named { id }): Values<Named<OpinionId>>,
    Ask(asked): Ask<Asked>,
) -> Result<Response, Fault> {
    page(&here, id, (CaseForm::default(), &Problems::default()), !asked.kept.is_empty()).await
}

/// The page once more, with what was typed and, unless more was only added to it, why nothing was kept.
pub async fn again(here: Here, id: OpinionId, form: CaseForm, problems: &Problems) -> Result<Response, Fault> {
    let path = here.ctx().path(&format!("/{id}"));
    page(&here.read_at(path), id, (form, problems), false).await
}

async fn page(
    here: &Here,
    id: OpinionId,
    (mut form, problems): (CaseForm, &Problems),
    kept: bool,
) -> Result<Response, Fault> {
    let read = reads::open(here, id, Look::Opened).await?;
    form.once = here.fresh_once();
    if let Some(template) = read.templates.iter().find(|t| t.id.to_string() == form.template) {
        form.answer = format!("{}\n{}", form.answer.trim_end(), template.text).trim_start().to_owned();
    }
    let one = One {
        case: &read.case,
        me: here.staff(),
        categories: &read.categories,
        templates: &read.templates,
        form: &form,
        problems,
        kept,
    };
    let title = here.ctx().name(&read.case.line);
    let page = here.leaf(&title).status(problems.status());
    Ok(private(page.body(pages::one(here.ctx(), &one)).into_response()))
}

pub async fn print(here: Here, Values(Named { id }): Values<Named<OpinionId>>) -> Result<Response, Fault> {
    let read = reads::open(&here, id, Look::Printed).await?;
    let by = Printed { name: &here.me().name, at: here.now() };
    Ok(private(pages::sheet(here.ctx(), &read.case, by).into_response()))
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfCase {
    id: OpinionId,
    photo: PhotoId,
}

pub async fn photo(here: Here, Values(OfCase { id, photo }): Values<OfCase>) -> Result<Response, Fault> {
    reads::photo(&here, (id, photo)).await.map(frame::photo)
}
