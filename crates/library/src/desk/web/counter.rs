//! The counter: empty, and after a press. What comes of a press is the page itself: an address that could be come back to would have
//! to name who stood there.
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use kernel::form::Problems;
use stations::Here;

use super::{Drawn, ctx, path};
use crate::desk::forms::CounterForm;
use crate::desk::serving::{self, Came, Served};
use crate::desk::{assets, pages};
use crate::frame::TAB;

fn page(here: &Here, served: &Served) -> Drawn {
    let once = here.fresh_once();
    let body = pages::counter(ctx(here, &once), served);
    let page = here.page(TAB, &here.v.t("library-desk-title")).script(assets::script());
    Ok(page.status(status(&served.came, &served.problems)).body(body).into_response())
}

fn status(came: &Came, problems: &Problems) -> StatusCode {
    match came {
        Came::Refused { .. } => StatusCode::CONFLICT,
        _ => problems.status(),
    }
}

pub async fn empty(here: Here) -> Drawn {
    let served = serving::empty(&here).await?;
    page(&here, &served)
}

pub async fn press(here: Here, Form(form): Form<CounterForm>) -> Drawn {
    let served = serving::serve(&here, form).await?;
    let path = path(&here, "");
    page(&here.read_at(path), &served)
}
