//! Answers that somebody of staff types in: from paper, or asked at the door. The token of their forms is remembered in memory only, for a
//! row that kept one would say when somebody answered.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::Ask;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use stations::Here;

use super::{frame, private};
use crate::acts;
use crate::desk::survey::forms::{AnswerForm, Chosen};
use crate::desk::survey::pages::{self, AnswerPage};
use crate::desk::survey::{TAB, reads, top};
use crate::rules::flags::Mode;
use crate::rules::waves::Band;

/// The bands of the survey that is open; `None` when nothing is asked today.
async fn open(here: &Here) -> Result<Option<Vec<Band>>, Fault> {
    let running = reads::desk(here).await?.running;
    Ok(running.filter(|far| far.is_open()).map(|far| far.progress.survey.new.bands))
}

/// Where there is nothing to answer the desk says how the survey stands.
fn nothing_asked(here: &Here) -> Response {
    Redirect::to(&top(&here.desk.station)).into_response()
}

/// What is wrong with an answer; nothing once it is taken.
async fn taken(here: &Here, form: &AnswerForm, (bands, mode): (usize, Mode)) -> Result<Option<Problems>, Fault> {
    let (code, given) = match form.read(bands, mode) {
        Ok(read) => read,
        Err(problems) => return Ok(Some(problems)),
    };
    match acts::answer(&here.house, &here.desk.station, (&code, Some(&form.once)), given).await {
        Ok(()) => Ok(None),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => Ok(Some(Problems::about_the_whole(no.say(&here.v)))),
    }
}

fn paper_page(here: &Here, p: &AnswerPage<'_>) -> Response {
    let v = &here.v;
    let page = here.page(TAB.key, &v.t("survey-paper")).back(v.t("survey-title"), top(&here.desk.station));
    private(page.status(p.problems.status()).body(pages::paper(frame(here), p)))
}

pub async fn paper(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let Some(bands) = open(&here).await? else { return Ok(nothing_asked(&here)) };
    let (form, problems) = (AnswerForm::default(), Problems::default());
    let once = here.house.new_id().to_string();
    let kept = chosen.kept == "answer";
    Ok(paper_page(&here, &AnswerPage { bands: &bands, form: &form, problems: &problems, kept, once: &once }))
}

pub async fn type_in(here: Here, Form(form): Form<AnswerForm>) -> Result<Response, Fault> {
    let Some(bands) = open(&here).await? else { return Ok(nothing_asked(&here)) };
    let path = format!("{}/paper", top(&here.desk.station));
    match taken(&here, &form, (bands.len(), Mode::Paper)).await? {
        None => Ok(private(Redirect::to(&format!("{path}?kept=answer")))),
        Some(problems) => {
            let once = here.house.new_id().to_string();
            let page = AnswerPage { bands: &bands, form: &form, problems: &problems, kept: false, once: &once };
            Ok(paper_page(&here.read_at(path), &page))
        }
    }
}

pub async fn ask(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    if chosen.kept == "answer" {
        return Ok(private(pages::thanks(frame(&here))));
    }
    let Some(bands) = open(&here).await? else { return Ok(nothing_asked(&here)) };
    let (form, problems) = (AnswerForm::default(), Problems::default());
    let once = here.house.new_id().to_string();
    let page = AnswerPage { bands: &bands, form: &form, problems: &problems, kept: false, once: &once };
    Ok(private(pages::ask(frame(&here), &page)))
}

pub async fn asked(here: Here, Form(form): Form<AnswerForm>) -> Result<Response, Fault> {
    let Some(bands) = open(&here).await? else { return Ok(nothing_asked(&here)) };
    let path = format!("{}/ask", top(&here.desk.station));
    match taken(&here, &form, (bands.len(), Mode::Interviewer)).await? {
        None => Ok(private(Redirect::to(&format!("{path}?kept=answer")))),
        Some(problems) => {
            let once = here.house.new_id().to_string();
            let here = here.read_at(path);
            let page = AnswerPage { bands: &bands, form: &form, problems: &problems, kept: false, once: &once };
            Ok(private(pages::ask(frame(&here), &page)))
        }
    }
}
