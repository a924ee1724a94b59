//! One survey: its list, its draw, ballots that are taken back, houses where nobody lives.
use axum::extract::Form;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::lottery::Published as _;
use kernel::refusal::{Not, Refusal};
use kernel::upload::Upload;
use stations::{Here, HereAsManager, Named};

use super::{frame, private};
use crate::desk::survey::forms::{Chosen, EmptyForm, ListForm, PressForm};
use crate::desk::survey::lines::{self, Lines};
use crate::desk::survey::pages::{self, ListPage, SurveyPage};
use crate::desk::survey::reads::Far;
use crate::desk::survey::{TAB, by, path_of, reads, top};
use crate::{SurveyId, acts};

pub type Of = Values<Named<SurveyId>>;

fn page_of(here: &Here, far: &Far, problems: &Problems, done: Option<&'static str>) -> Response {
    let (v, f) = (&here.v, frame(here));
    let body = pages::survey(f, &SurveyPage { far, once: &|| here.fresh_once(), problems, done });
    let page = here.page(TAB.key, &pages::title(f, far)).back(v.t("survey-title"), top(&here.desk.station));
    page.status(problems.status()).body(body).into_response()
}

/// The page again with what was wrong.
pub async fn refused(here: &Here, id: SurveyId, problems: &Problems) -> Result<Response, Fault> {
    let back = here.clone().read_at(path_of(&here.desk.station, id));
    Ok(page_of(&back, &reads::one(here, id).await?, problems, None))
}

pub async fn survey(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Of,
    Ask(chosen): Ask<Chosen>,
) -> Result<Response, Fault> {
    let done = match chosen.kept.as_str() {
        "made" => Some("survey-kept-made"),
        "listed" => Some("survey-kept-listed"),
        "drawn" => Some("survey-kept-drawn"),
        "back" => Some("survey-kept-back"),
        "empty" => Some("survey-kept-empty"),
        _ => None,
    };
    Ok(page_of(&here, &reads::one(&here, id).await?, &Problems::default(), done))
}

/// Back to the survey when it is done; the page with the reason when it is not.
async fn answered<T, R: Refusal>(
    here: &Here,
    (id, kept): (SurveyId, &str),
    done: Result<T, Not<R>>,
) -> Result<Response, Fault> {
    match done {
        Ok(_) => Ok(Redirect::to(&format!("{}?kept={kept}", path_of(&here.desk.station, id))).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => refused(here, id, &Problems::about_the_whole(no.say(&here.v))).await,
    }
}

async fn list_page(here: &Here, id: SurveyId, form: &ListForm, problems: &Problems) -> Result<Response, Fault> {
    let far = reads::one(here, id).await?;
    let (v, f) = (&here.v, frame(here));
    let body = pages::list_form(f, &ListPage { survey: far.survey(), form, problems });
    let page = here.page(TAB.key, &v.t("survey-list")).back(pages::title(f, &far), path_of(&here.desk.station, id));
    Ok(private(page.status(problems.status()).body(body)))
}

pub async fn list(HereAsManager(here): HereAsManager, Values(Named { id }): Of) -> Result<Response, Fault> {
    let form = ListForm { once: here.fresh_once(), ..ListForm::default() };
    list_page(&here, id, &form, &Problems::default()).await
}

/// A file, if one was chosen, or what was pasted. A long list takes a moment, beside whatever else the program does.
async fn read(upload: &Upload<ListForm>) -> Result<Result<Lines, Problems>, Fault> {
    let file = upload.files.iter().find(|file| file.field == "file").map(|file| file.bytes.clone());
    let pasted = upload.form.list.clone();
    let read = move || file.map_or_else(|| lines::read(&pasted), |bytes| lines::read_bytes(&bytes));
    tokio::task::spawn_blocking(read).await.map_err(Fault::broken)
}

pub async fn keep_list(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Of,
    upload: Upload<ListForm>,
) -> Result<Response, Fault> {
    let problems = match read(&upload).await? {
        Err(problems) => problems,
        Ok(lines) => {
            let by = by(&here, &upload.form.once, &("list", id, &lines.homes));
            match acts::list(&here.house, &here.desk.station, (id, lines.homes.clone()), by).await {
                Err(Not::Refused(no)) => Problems::about_the_whole(lines.as_sent(no).say(&here.v)),
                done => return answered(&here, (id, "listed"), done).await,
            }
        }
    };
    let path = format!("{}/list", path_of(&here.desk.station, id));
    list_page(&here.read_at(path), id, &upload.form, &problems).await
}

pub async fn draw(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Of,
    Form(form): Form<PressForm>,
) -> Result<Response, Fault> {
    let by = by(&here, &form.once, &("draw", id));
    let done = acts::draw(&here.house, &here.desk.station, id, by).await;
    answered(&here, (id, "drawn"), done).await
}

/// The bytes that anybody draws again.
pub async fn sheet(HereAsManager(here): HereAsManager, Values(Named { id }): Of) -> Result<Response, Fault> {
    let sheet = reads::sheet(&here, id).await?;
    let name = format!("attachment; filename=\"households-{}-{}.json\"", here.desk.station.slug, sheet.opens_on);
    Ok(([(CONTENT_TYPE, "application/json".to_owned()), (CONTENT_DISPOSITION, name)], sheet.text()).into_response())
}

pub async fn take_back(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Of,
    Form(form): Form<PressForm>,
) -> Result<Response, Fault> {
    let by = by(&here, &form.once, &("take-back", id));
    let done = acts::take_back(&here.house, &here.desk.station, id, by).await;
    answered(&here, (id, "back"), done).await
}

pub async fn empty(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Of,
    Form(form): Form<EmptyForm>,
) -> Result<Response, Fault> {
    let n = match form.read() {
        Ok(n) => n,
        Err(problems) => return refused(&here, id, &problems).await,
    };
    let by = by(&here, &form.once, &("empty", id, n));
    let done = acts::not_eligible(&here.house, &here.desk.station, (id, n), by).await;
    answered(&here, (id, "empty"), done).await
}
