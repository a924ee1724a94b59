//! The pages' routes.
use axum::extract::{Form, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
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
use kernel::session;
use kernel::view::{Peer, View};

use super::acts;
use super::pages::{self, DATA, FILE, FORGET, FORGOTTEN};
use crate::acts::{ask_code, count_guess};
use crate::forms::{DigitsForm, Onward};
use crate::ids::{CodeId, PersonId};
use crate::pages::SharedParts;
use crate::pages::sign_in::Frame;
use crate::phone::Phone;
use crate::store::persons;
use crate::who::{MaybeResident, Resident};

type Asked = (State<House>, Extension<SharedParts>, View);

pub fn routes() -> Router<House> {
    Router::new()
        .route(DATA, get(show))
        .route(FILE, get(file))
        .route(FORGET, post(begin))
        .route(&format!("{FORGET}/{{code}}"), get(confirm).post(forget))
        .route(FORGOTTEN, get(forgotten))
}

async fn show(asked: Asked, _: Resident) -> Result<HtmlPage, Fault> {
    data_page(&asked, Problems::default()).await
}

async fn data_page((State(house), Extension(parts), v): &Asked, problems: Problems) -> Result<HtmlPage, Fault> {
    let onward = Onward::default();
    let (_, place) = parts.place_of(house, v, &onward).await?;
    Ok(pages::data(Frame { v, place: place.as_ref(), onward: &onward }, &problems))
}

/// All of it as a file, which browsers keep instead of showing.
async fn file(
    State(house): State<House>,
    Extension(parts): Extension<SharedParts>,
    me: Resident,
) -> Result<Response, Fault> {
    let all = acts::all_about(&house, &parts.holdings, me.id).await?;
    let text = serde_json::to_string_pretty(&all).map_err(Fault::broken)?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\""),
        (CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, text).into_response())
}

/// Sends the digits that the last step asks for: whoever found an unlocked phone cannot forget its owner.
async fn begin(asked: Asked, peer: Peer, me: Resident) -> Result<Response, Fault> {
    let (State(house), Extension(parts), v) = &asked;
    let (station, _) = parts.place_of(house, v, &Onward::default()).await?;
    let phone = phone_of(house, me.id).await?.ok_or(Fault::NotFound)?;
    match ask_code(house, v, &peer, station, &phone).await {
        Ok(code) => Ok(Redirect::to(&pages::code_path(code)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            Ok(data_page(&asked, Problems::about_the_whole(refusal.say(v))).await?.into_response())
        }
    }
}

async fn phone_of(house: &House, person: PersonId) -> Result<Option<Phone>, Fault> {
    let keys = house.clone();
    house.db.read(move |c| persons::phone_of(c, &keys, person)).await
}

async fn confirm(asked: Asked, At(code): At<CodeId>, me: Resident) -> Result<HtmlPage, Fault> {
    confirm_page(&asked, code, me.id, Problems::default()).await
}

async fn confirm_page(
    (State(house), Extension(parts), v): &Asked,
    code: CodeId,
    me: PersonId,
    problems: Problems,
) -> Result<HtmlPage, Fault> {
    let onward = Onward::default();
    let (_, place) = parts.place_of(house, v, &onward).await?;
    let phone = phone_of(house, me).await?;
    let once = house.new_id().to_string();
    let frame = Frame { v, place: place.as_ref(), onward: &onward };
    Ok(pages::confirm(frame, code, (phone.as_ref(), &once), &problems))
}

async fn forget(
    asked: Asked,
    peer: Peer,
    MaybeResident(me): MaybeResident,
    At(code): At<CodeId>,
    Form(form): Form<DigitsForm>,
) -> Result<Response, Fault> {
    let (State(house), Extension(parts), v) = &asked;
    let problems = match form.read() {
        Err(problems) => problems,
        Ok(digits) => {
            count_guess(house, &peer)?;
            let once = (!form.once.is_empty()).then(|| Once::new(&form.once, &code.to_string(), &code));
            match acts::forget_me(house, &parts.holdings, me, (code, digits), once).await {
                Ok(()) => return gone(house),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(v)),
            }
        }
    };
    let me = me.ok_or(Fault::SignInFirst)?;
    Ok(confirm_page(&asked, code, me, problems).await?.into_response())
}

/// Takes the cookie away and says that it is done.
fn gone(house: &House) -> Result<Response, Fault> {
    let line = HeaderValue::try_from(session::clear_cookie(&house.settings)).map_err(Fault::broken)?;
    let headers = HeaderMap::from_iter([(SET_COOKIE, line)]);
    Ok((headers, Redirect::to(FORGOTTEN)).into_response())
}

async fn forgotten((State(house), Extension(parts), v): Asked) -> Result<HtmlPage, Fault> {
    let onward = Onward::default();
    let (_, place) = parts.place_of(&house, &v, &onward).await?;
    Ok(pages::forgotten(Frame { v: &v, place: place.as_ref(), onward: &onward }))
}
