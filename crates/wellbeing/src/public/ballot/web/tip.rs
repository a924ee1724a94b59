//! "Did somebody tell you what to say?": on a page of its own, and below the thanks. It has nothing to do with any answer.
use axum::extract::{Form, State};
use axum::response::{Redirect, Response};
use kernel::api::Ask;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::{Peer, View};
use stations::At;

use super::ballot::Here;
use super::private;
use crate::public::ballot::answering;
use crate::public::ballot::forms::{TipForm, Told};
use crate::public::ballot::pages::{self, TipPage};
use crate::public::ballot::reads;
use crate::public::ballot::way::Way;

pub async fn show(State(house): State<House>, v: View, at: At, Ask(told): Ask<Told>) -> Result<Response, Fault> {
    let here = Here { house, v, station: at.station, way: Way::Phone };
    shown(&here, (&TipForm::default(), &Problems::default()), !told.told.is_empty()).await
}

pub async fn tell(
    State(house): State<House>,
    v: View,
    (at, peer): (At, Peer),
    Form(form): Form<TipForm>,
) -> Result<Response, Fault> {
    told(Here { house, v, station: at.station, way: Way::Phone }, form, &peer).await
}

/// The form, or thanks for it.
pub async fn shown(here: &Here, (form, problems): (&TipForm, &Problems), told: bool) -> Result<Response, Fault> {
    let open = reads::asked(&here.house, &here.station).await?.open().is_some();
    let once = here.house.new_id().to_string();
    Ok(private(pages::tip(here.frame(), &TipPage { form, problems, open, told, once: &once })))
}

/// Counts one, or says why not.
pub async fn told(here: Here, form: TipForm, peer: &Peer) -> Result<Response, Fault> {
    let path = format!("{}/tip", here.way.top(&here.station));
    let problems = match form.read() {
        Err(problems) => problems,
        Ok(by) => match answering::tip(&here.house, &here.station, by, (peer, Some(&form.once))).await {
            Ok(()) => return Ok(private(Redirect::to(&format!("{path}?told=1")))),
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(no)) => Problems::about_the_whole(no.say(&here.v)),
        },
    };
    let here = Here { v: here.v.at(path), ..here };
    shown(&here, (&form, &problems), false).await
}
