//! The addresses of the months at the desk: managers only.
use axum::Router;
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use jiff::civil::Date;
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use serde::Deserialize;
use stations::{Here, HereAsManager};

use super::forms::{Chosen, CorrectionForm, ResidentsForm};
use super::pages::{self, CorrectionPage, Frame, ListPage};
use super::reads::{self, Differs};
use super::{TAB, by, says, top};
use crate::months::acts;
use crate::months::rules::NoMonth;
use crate::rules::period::Days;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/months", get(list))
        .route("/s/{slug}/desk/months/residents", post(set))
        .route("/s/{slug}/desk/months/{month}/correction", get(look).post(publish))
}

fn frame(here: &Here) -> Frame<'_> {
    Frame { v: &here.v, station: &here.desk.station }
}

async fn list_page(
    here: &Here,
    (form, problems): (&ResidentsForm, &Problems),
    done: Option<&'static str>,
) -> Result<Response, Fault> {
    let desk = reads::desk(here).await?;
    let body = pages::list(frame(here), &ListPage { desk: &desk, form, problems, done });
    let page = here.page(TAB.key, &here.v.t("county-desk-title"));
    Ok(page.status(problems.status()).body(body).into_response())
}

async fn list(HereAsManager(here): HereAsManager, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let done = match chosen.kept.as_str() {
        "residents" => Some("county-kept-residents"),
        "corrected" => Some("county-kept-corrected"),
        _ => None,
    };
    let form = ResidentsForm::fresh(here.fresh_once());
    list_page(&here, (&form, &Problems::default()), done).await
}

async fn set(HereAsManager(here): HereAsManager, Form(form): Form<ResidentsForm>) -> Result<Response, Fault> {
    let today = here.v.when(&here.desk.station.zone).today();
    let problems = match form.read().and_then(|new| Ok((new.checked(today)?, new))) {
        Err(problems) => problems,
        Ok((residents, new)) => {
            let by = by(&here, &form.once, &("residents", new));
            match acts::set_residents(&here.house, &here.desk.station, residents, by).await {
                Ok(()) => {
                    return Ok(Redirect::to(&format!("{}?kept=residents", top(&here.desk.station))).into_response());
                }
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(no)) => Problems::about_the_whole(no.say(&here.v)),
            }
        }
    };
    let path = top(&here.desk.station);
    list_page(&here.read_at(path), (&form, &problems), None).await
}

/// Which month the path names.
#[derive(Debug, Deserialize)]
struct OfMonth {
    month: String,
}

impl OfMonth {
    /// Its first day.
    fn first(&self) -> Result<Date, Fault> {
        reads::month(&self.month).ok_or(Fault::NotFound)
    }
}

/// A month that was not made has nothing to correct: there is no such page.
async fn differs(here: &Here, month: Date) -> Result<Differs, Fault> {
    reads::differs(here, month).await.map_err(|not| match not {
        Not::Refused(_) => Fault::NotFound,
        Not::Fault(fault) => fault,
    })
}

async fn look(HereAsManager(here): HereAsManager, Values(of): Values<OfMonth>) -> Result<Response, Fault> {
    let month = of.first()?;
    let differs = differs(&here, month).await?;
    let form = CorrectionForm { once: here.fresh_once(), ..CorrectionForm::default() };
    let none = Problems::default();
    let page = CorrectionPage { month, differs: &differs, form: &form, problems: &none, moved: false };
    Ok(correction_page(&here, &page, StatusCode::OK))
}

fn correction_page(here: &Here, p: &CorrectionPage<'_>, status: StatusCode) -> Response {
    let v = &here.v;
    let title = v.ta("county-correction-title", &[("month", says::month(v, p.month).into())]);
    let page = here.page(TAB.key, &title).back(v.t("county-desk-title"), top(&here.desk.station));
    page.status(status).body(pages::correction(frame(here), p)).into_response()
}

async fn publish(
    HereAsManager(here): HereAsManager,
    Values(of): Values<OfMonth>,
    Form(form): Form<CorrectionForm>,
) -> Result<Response, Fault> {
    let (month, asked) = (of.first()?, form.read());
    let (problems, moved) = match asked.checked() {
        Err(problems) => (problems, false),
        Ok(why) => match reads::publish(&here, (month, &why), (&asked, &form.once)).await {
            Ok(_) => return Ok(Redirect::to(&format!("{}?kept=corrected", top(&here.desk.station))).into_response()),
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(NoMonth::Seen)) => (Problems::default(), true),
            Err(Not::Refused(no)) => (Problems::about_the_whole(no.say(&here.v)), false),
        },
    };
    let differs = differs(&here, month).await?;
    let path = format!("{}/{}/correction", top(&here.desk.station), Days::month(month).name());
    let here = here.read_at(path);
    let status = if moved { StatusCode::CONFLICT } else { problems.status() };
    let page = CorrectionPage { month, differs: &differs, form: &form, problems: &problems, moved };
    Ok(correction_page(&here, &page, status))
}
