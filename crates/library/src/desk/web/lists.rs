//! What is put aside, what is overdue, what has to be looked at.
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use kernel::api::{Ask, At as Values};
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::page::local_path;
use maud::Markup;
use stations::{Here, Named};

use super::{Drawn, ctx, path};
use crate::desk::forms::{Did, PressForm};
use crate::desk::{pages, reads};
use crate::frame::TAB;
use crate::lending::acts;
use crate::lending::answers::day_of;
use crate::lending::rules::By;
use crate::lending::rules::task::How;
use crate::{HoldId, TaskId};

/// A list that renews itself and leads back to the counter.
fn list(here: &Here, key: &str, body: Markup) -> Drawn {
    let page = here.page(TAB, &here.v.t(key)).back(here.v.t("library-desk-title"), path(here, ""));
    Ok(here.renewed(page, StatusCode::OK).body(body).into_response())
}

/// Back to the list, or to the page of the desk from which it was pressed.
fn done(here: &Here, form: &PressForm, below: &str) -> Drawn {
    let own = path(here, &format!("{below}?done=1"));
    Ok(Redirect::to(local_path(&form.back).unwrap_or(&own)).into_response())
}

pub async fn holds(here: Here, Ask(did): Ask<Did>) -> Drawn {
    let (all, once) = (reads::holds(&here).await?, here.fresh_once());
    list(&here, "library-desk-holds", pages::holds(ctx(&here, &once), &all, !did.done.is_empty()))
}

pub async fn cancel(here: Here, Values(Named { id }): Values<Named<HoldId>>, Form(form): Form<PressForm>) -> Drawn {
    let once = here.once(&form.once, &("cancel", id));
    acts::cancel_hold(&here.house, &here.desk.station, id, By::Staff(here.staff()), once).await?;
    done(&here, &form, "/holds")
}

/// A clerk has told somebody that something is put aside for them, or overdue.
pub async fn told(here: Here, Values(Named { id }): Values<Named<Id>>, Form(form): Form<PressForm>) -> Drawn {
    let once = here.once(&form.once, &("told", id));
    acts::was_told(&here.house, &here.desk.station, id, (here.staff(), once)).await?;
    done(&here, &form, "/holds")
}

pub async fn overdue(here: Here) -> Drawn {
    let (all, once) = (reads::overdue(&here).await?, here.fresh_once());
    let today = day_of(&here.desk.station, here.now());
    list(&here, "library-desk-overdue", pages::overdue(ctx(&here, &once), &all, today))
}

pub async fn tasks(here: Here, Ask(did): Ask<Did>) -> Drawn {
    let (all, once) = (reads::tasks(&here).await?, here.fresh_once());
    list(&here, "library-desk-tasks", pages::tasks(ctx(&here, &once), &all, !did.done.is_empty()))
}

pub async fn settle(here: Here, Values(Named { id }): Values<Named<TaskId>>, Form(form): Form<PressForm>) -> Drawn {
    let how = How::of_word(&form.how).ok_or(Fault::NotFound)?;
    let once = here.once(&form.once, &("settle", id, how.word()));
    acts::settle_task(&here.house, &here.desk.station, (id, how), (here.staff(), once)).await?;
    done(&here, &form, "/tasks")
}
