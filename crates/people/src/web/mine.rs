//! "My things", and what somebody wants to be called.
use axum::Extension;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;

use crate::forms::{NameForm, Onward};
use crate::ids::PersonId;
use crate::pages::SharedParts;
use crate::pages::mine::{self as pages, MINE, Me};
use crate::pages::sign_in::Frame;
use crate::store::persons;
use crate::who::Resident;

pub(super) async fn show(
    State(house): State<House>,
    Extension(parts): Extension<SharedParts>,
    v: View,
    me: Resident,
) -> Result<HtmlPage, Fault> {
    let mut sections = vec![];
    for section in &parts.mine {
        sections.extend((section.render)(house.clone(), v.clone(), me.id).await?);
    }
    let about = about(&house, me.id).await?;
    let onward = Onward::default();
    let (_, place) = parts.place_of(&house, &v, &onward).await?;
    Ok(pages::mine(Frame { v: &v, place: place.as_ref(), onward: &onward }, &about, &sections))
}

pub(super) async fn about(house: &House, person: PersonId) -> Result<Me, Fault> {
    let keys = house.clone();
    let read = house.db.snapshot(move |c| {
        Ok::<_, Fault>(Me { name: persons::name_of(c, &keys, person)?, phone: persons::phone_of(c, &keys, person)? })
    });
    read.await
}

pub(super) async fn name(
    State(house): State<House>,
    Extension(parts): Extension<SharedParts>,
    v: View,
    me: Resident,
) -> Result<HtmlPage, Fault> {
    let now = about(&house, me.id).await?.name.unwrap_or_default();
    name_page(&house, &parts, &v, &now, Problems::default()).await
}

pub(super) async fn rename(
    State(house): State<House>,
    Extension(parts): Extension<SharedParts>,
    v: View,
    me: Resident,
    Form(form): Form<NameForm>,
) -> Result<Response, Fault> {
    let name = match form.read() {
        Ok(name) => name,
        Err(problems) => return Ok(name_page(&house, &parts, &v, &form.name, problems).await?.into_response()),
    };
    let keys = house.clone();
    house.db.write(move |c| persons::set_name(c, &keys, me.id, name.as_ref())).await?;
    Ok(Redirect::to(MINE).into_response())
}

async fn name_page(
    house: &House,
    parts: &SharedParts,
    v: &View,
    typed: &str,
    problems: Problems,
) -> Result<HtmlPage, Fault> {
    let onward = Onward::default();
    let (_, place) = parts.place_of(house, v, &onward).await?;
    Ok(pages::name(Frame { v, place: place.as_ref(), onward: &onward }, typed, &problems))
}
