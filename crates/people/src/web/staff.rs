//! Staff sign in.
use axum::Extension;
use axum::extract::{Form, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal};
use kernel::session::{Kind, Token};
use kernel::view::{Peer, View};

use super::let_in;
use crate::acts;
use crate::forms::{Onward, StaffForm};
use crate::pages::sign_in::{Frame, link};
use crate::pages::{SharedParts, staff as pages};

pub(super) async fn ask(
    State(house): State<House>,
    Extension(parts): Extension<SharedParts>,
    v: View,
    Query(onward): Query<Onward>,
) -> Result<HtmlPage, Fault> {
    let (_, place) = parts.place_of(&house, &v, &onward).await?;
    let frame = Frame { v: &v, place: place.as_ref(), onward: &onward };
    Ok(pages::sign_in(frame, "", &Problems::default()))
}

pub(super) async fn sign_in(
    State(house): State<House>,
    Extension(parts): Extension<SharedParts>,
    mut v: View,
    peer: Peer,
    headers: HeaderMap,
    Form(form): Form<StaffForm>,
) -> Result<Response, Fault> {
    v.here = link("/staff/sign-in", &form.onward);
    let problems = match form.read() {
        Err(problems) => problems,
        Ok((login, password)) => match acts::sign_in_staff(&house, &peer, login, password, Token::of(&headers)).await {
            Ok((id, token)) => {
                let desk = (parts.desk)(house.clone(), id).await?;
                return let_in(&house, Kind::Staff, &token, form.onward.then_or(&desk));
            }
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&v)),
        },
    };
    let (_, place) = parts.place_of(&house, &v, &form.onward).await?;
    let frame = Frame { v: &v, place: place.as_ref(), onward: &form.onward };
    Ok(pages::sign_in(frame, &form.login, &problems).into_response())
}
