//! The code of a reservation, shown when somebody asks for it.
use axum::extract::{Form, State};
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::View;
use serde::Deserialize;

use crate::door::acts;
use crate::door::pages;
use crate::public::pages::Frame;
use crate::public::reserve::reservation_path;
use crate::public::who::{Asked, Named};

/// The digits are on no page that can be asked for.
pub async fn nothing_here(named: Named) -> Redirect {
    Redirect::to(&reservation_path(&named.station, named.id))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CodeForm {
    once: String,
}

pub async fn show(
    State(house): State<House>,
    v: View,
    asked: Asked,
    Form(form): Form<CodeForm>,
) -> Result<Response, Fault> {
    let once = (!form.once.is_empty()).then(|| acts::asked_once(&form.once, asked.actor, asked.id));
    let path = reservation_path(&asked.station, asked.id);
    match acts::show_code(&house, &asked.station, asked.id, asked.actor, once).await {
        Ok(shown) => {
            let v = v.at(path);
            let page = pages::code(Frame { v: &v, station: &asked.station }, asked.id, &shown);
            let mut response = page.into_response();
            response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            Ok(response)
        }
        // How it stands, its page says.
        Err(Not::Refused(_)) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
    }
}
