//! The pages' routes.
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use kernel::api::At;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal};
use kernel::view::View;

use super::acts;
use super::forms::ChildForm;
use super::pages::{self, CHILDREN};
use crate::consents::{self, Kind};
use crate::forms::Onward;
use crate::ids::{ChildId, PersonId};
use crate::pages::SharedParts;
use crate::pages::sign_in::Frame;
use crate::who::Resident;

type Asked = (State<House>, Extension<SharedParts>, View);

pub fn routes() -> Router<House> {
    Router::new()
        .route(CHILDREN, get(show).post(remember))
        .route("/me/children/withdrawal", post(withdraw))
        .route("/me/children/{child}/removal", post(remove))
}

async fn show(asked: Asked, me: Resident) -> Result<HtmlPage, Fault> {
    let once = asked.0.new_id().to_string();
    page(&asked, me.id, (&ChildForm { once, ..ChildForm::default() }, &Problems::default())).await
}

async fn page(
    (State(house), Extension(parts), v): &Asked,
    me: PersonId,
    typed: (&ChildForm, &Problems),
) -> Result<HtmlPage, Fault> {
    let onward = Onward::default();
    let (_, place) = parts.place_of(house, v, &onward).await?;
    let keys = house.clone();
    let read = house.db.snapshot(move |c| {
        Ok::<_, Fault>((consents::is_given(c, me, Kind::Children)?, acts::children_of(c, &keys, me)?))
    });
    let (agreed, children) = read.await?;
    Ok(pages::children(Frame { v, place: place.as_ref(), onward: &onward }, (agreed, &children), typed))
}

async fn remember(asked: Asked, me: Resident, Form(form): Form<ChildForm>) -> Result<Response, Fault> {
    let (State(house), _, v) = &asked;
    let problems = match form.read() {
        Err(problems) => problems,
        Ok(child) => {
            let once = (!form.once.is_empty()).then(|| Once::new(&form.once, &me.id.to_string(), &form));
            match acts::remember(house, me.id, child, form.agrees.is_some(), once).await {
                Ok(_) => return Ok(Redirect::to(CHILDREN).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(v)),
            }
        }
    };
    // The next try is another request.
    let form = ChildForm { once: house.new_id().to_string(), ..form };
    Ok(page(&asked, me.id, (&form, &problems)).await?.into_response())
}

async fn remove(State(house): State<House>, me: Resident, At(child): At<ChildId>) -> Result<Redirect, Fault> {
    acts::forget_one(&house, me.id, child).await?;
    Ok(Redirect::to(CHILDREN))
}

async fn withdraw(State(house): State<House>, me: Resident) -> Result<Redirect, Fault> {
    acts::withdraw(&house, me.id).await?;
    Ok(Redirect::to(CHILDREN))
}
