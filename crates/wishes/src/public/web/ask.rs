//! 我也有心愿: a name and a number for a coordinator to call.
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::{Peer, View};
use stations::At;

use crate::acts;
use crate::frame::{Frame, wishes_path};
use crate::public::forms::AskForm;
use crate::public::pages;

pub async fn form(State(house): State<House>, v: View, at: At) -> HtmlPage {
    let once = house.new_id().to_string();
    pages::ask(Frame { v: &v, station: &at.station }, (&AskForm::default(), &Problems::default()), &once)
}

pub async fn leave(
    State(house): State<House>,
    v: View,
    (at, peer): (At, Peer),
    Form(form): Form<AskForm>,
) -> Result<Response, Fault> {
    let v = v.at(format!("{}/ask", wishes_path(&at.station)));
    let f = Frame { v: &v, station: &at.station };
    let asked = form.read();
    match asked.checked() {
        Err(problems) => {
            let once = house.new_id().to_string();
            Ok(pages::ask(f, (&form, &problems), &once).into_response())
        }
        Ok(ask) => {
            let once = acts::once(&house, &form.once, "", &asked);
            acts::ask_to_be_called(&house, &peer, &at.station, ask, once).await?;
            Ok(Redirect::to(&format!("{}?done=asked", wishes_path(&at.station))).into_response())
        }
    }
}
