//! How far the survey is that runs; and a new one.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use stations::{Here, HereAsManager};

use super::frame;
use crate::acts;
use crate::desk::survey::forms::NewForm;
use crate::desk::survey::pages::{self, NewPage};
use crate::desk::survey::{TAB, asked, by, path_of, reads, top as begin};

/// The bands that a new survey begins with.
const BANDS: [&str; 4] = ["survey-band-18", "survey-band-35", "survey-band-50", "survey-band-65"];

pub async fn top(here: Here) -> Result<Response, Fault> {
    let desk = reads::desk(&here).await?;
    let body = pages::top(frame(&here), &desk);
    Ok(here.page(TAB.key, &here.v.t("survey-title")).body(body).into_response())
}

fn new_page(here: &Here, form: &NewForm, problems: &Problems) -> Response {
    let v = &here.v;
    let page = here.page(TAB.key, &v.t("survey-begin")).back(v.t("survey-title"), begin(&here.desk.station));
    page.status(problems.status()).body(pages::new(frame(here), &NewPage { form, problems })).into_response()
}

pub async fn new(HereAsManager(here): HereAsManager) -> Response {
    let form = NewForm::fresh(here.fresh_once(), &BANDS.map(|key| here.v.t(key)));
    new_page(&here, &form, &Problems::default())
}

pub async fn make(HereAsManager(here): HereAsManager, Form(form): Form<NewForm>) -> Result<Response, Fault> {
    let problems = match form.read() {
        Err(problems) => problems,
        Ok(new) => {
            let by = by(&here, &form.once, &("make", &new));
            match acts::make(&here.house, &here.desk.station, new, by).await {
                Ok(id) => {
                    let to = format!("{}?kept=made", path_of(&here.desk.station, id));
                    return Ok(Redirect::to(&to).into_response());
                }
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(no)) => {
                    asked::beside(&no).unwrap_or_else(|| Problems::about_the_whole(no.say(&here.v)))
                }
            }
        }
    };
    let path = format!("{}/new", begin(&here.desk.station));
    Ok(new_page(&here.read_at(path), &form, &problems))
}
