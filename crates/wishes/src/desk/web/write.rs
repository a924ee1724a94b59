//! A wish is written down, and written anew.
use axum::extract::Form;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use stations::{Division, Here, Named};

use super::{frame, top};
use crate::WishId;
use crate::acts;
use crate::asked::code;
use crate::desk::forms::{CaseForm, WishForm};
use crate::desk::pages::{self, FormPage, Slip};
use crate::desk::{TAB, by, reads};
use crate::frame::desk_path;

fn new_page(here: &Here, villages: &[Division], (form, problems): (&WishForm, &Problems)) -> Response {
    let (v, station) = (&here.v, &here.desk.station);
    let action = format!("{}/new", top(station));
    let body = pages::form(frame(here), &FormPage { action: &action, form, problems, villages, new: true });
    let page = here.page(TAB, &v.t("wishes-desk-new")).back(v.t("wishes-desk-title"), top(station));
    page.status(problems.status()).body(body).into_response()
}

pub async fn new(here: Here) -> Result<Response, Fault> {
    let villages = reads::villages(&here).await?;
    let form = WishForm::fresh(here.fresh_once());
    Ok(new_page(&here, &villages, (&form, &Problems::default())))
}

pub async fn write(here: Here, Form(form): Form<WishForm>) -> Result<Response, Fault> {
    let villages = reads::villages(&here).await?;
    let problems = match form.read().checked(&villages) {
        Err(problems) => problems,
        Ok((draft, person)) => {
            let by = by(&here, &form.once, &("draft", form.asked()));
            match acts::draft(&here.house, &here.desk.station, (draft, person), by).await {
                Ok((id, code)) => return Ok(told(&here, &Slip { id, code: &code, anew: false })),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(no)) => Problems::about_the_whole(no.say(&here.v)),
            }
        }
    };
    let path = format!("{}/new", top(&here.desk.station));
    Ok(new_page(&here.read_at(path), &villages, (&form, &problems)))
}

/// The page with the digits: it is drawn this once, and nothing in between keeps it.
pub fn told(here: &Here, slip: &Slip<'_>) -> Response {
    let page = here.page(TAB, &here.v.t("wishes-desk-slip-title"));
    let page = page.back(here.v.t("wishes-desk-title"), top(&here.desk.station));
    private(page.body(pages::slip(frame(here), slip)).into_response())
}

fn private(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The slip on paper; what is no code is none that was told.
pub async fn slip(
    here: Here,
    Values(Named { id: _ }): Values<Named<WishId>>,
    Form(form): Form<CaseForm>,
) -> Result<Response, Fault> {
    let mut problems = Problems::default();
    let digits = code(&mut problems, "code", &form.code);
    if !problems.none() {
        return Err(Fault::NotFound);
    }
    Ok(private(pages::paper(frame(&here), &digits).into_response()))
}

fn edit_page(here: &Here, (id, villages): (WishId, &[Division]), (form, problems): (&WishForm, &Problems)) -> Response {
    let (v, path) = (&here.v, desk_path(&here.desk.station, id));
    let action = format!("{path}/edit");
    let body = pages::form(frame(here), &FormPage { action: &action, form, problems, villages, new: false });
    let page = here.page(TAB, &v.t("wishes-desk-edit")).back(v.t("wishes-desk-one"), path);
    page.status(problems.status()).body(body).into_response()
}

pub async fn edit(here: Here, Values(Named { id }): Values<Named<WishId>>) -> Result<Response, Fault> {
    let (whole, villages) = (reads::whole(&here, id).await?, reads::villages(&here).await?);
    let form = WishForm::filled(here.fresh_once(), whole.wish.version, &whole.wish.draft);
    Ok(edit_page(&here, (id, &villages), (&form, &Problems::default())))
}

pub async fn rewrite(
    here: Here,
    Values(Named { id }): Values<Named<WishId>>,
    Form(form): Form<WishForm>,
) -> Result<Response, Fault> {
    let villages = reads::villages(&here).await?;
    let path = desk_path(&here.desk.station, id);
    let problems = match form.read().draft(&villages) {
        Err(problems) => problems,
        Ok(draft) => {
            let by = by(&here, &form.once, &("redraft", id, form.asked()));
            match acts::redraft(&here.house, &here.desk.station, (id, form.version, draft), by).await {
                Ok(_) => return Ok(Redirect::to(&format!("{path}?kept=1")).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(no)) => Problems::about_the_whole(no.say(&here.v)),
            }
        }
    };
    // Whoever may not see it learns nothing by sending something odd.
    reads::whole(&here, id).await?;
    Ok(edit_page(&here.read_at(format!("{path}/edit")), (id, &villages), (&form, &problems)))
}
