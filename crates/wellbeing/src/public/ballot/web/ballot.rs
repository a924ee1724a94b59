//! The ballot on a phone, and what both ways of answering do alike.
use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::{Redirect, Response};
use kernel::api::Ask;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::{Peer, View};
use stations::{At, Station};

use super::private;
use crate::public::ballot::answering;
use crate::public::ballot::forms::{BallotForm, Scanned};
use crate::public::ballot::pages::{self, BallotPage, Frame};
use crate::public::ballot::reads;
use crate::public::ballot::way::Way;
use crate::rules::waves::NoAnswer;

/// Who asks, where, and by which way.
pub struct Here {
    pub house: House,
    pub v: View,
    pub station: Arc<Station>,
    pub way: Way,
}

impl Here {
    pub fn frame(&self) -> Frame<'_> {
        Frame { v: &self.v, station: &self.station, way: self.way }
    }
}

/// The ballot, with what a scanned picture brought along.
pub async fn shown(here: &Here, form: &BallotForm) -> Result<Response, Fault> {
    let asked = reads::asked(&here.house, &here.station).await?;
    let (none, once) = (Problems::default(), here.house.new_id().to_string());
    Ok(private(pages::ballot(here.frame(), &BallotPage { asked: &asked, form, problems: &none, once: &once })))
}

/// Takes an answer, or shows the ballot again with all that was typed.
pub async fn pressed(here: Here, form: BallotForm, peer: &Peer) -> Result<Response, Fault> {
    let form = form.tidy();
    let asked = reads::asked(&here.house, &here.station).await?;
    let bands = asked.open().map(|survey| survey.bands.len());
    let read = match bands {
        None => Err(Problems::about_the_whole(NoAnswer::NotOpen.say(&here.v))),
        // They have not seen the question yet: nothing is missing, unless the code itself is wrong.
        Some(_) if form.is_code_only() => Err(form.code().err().unwrap_or_default()),
        Some(bands) => form.read(bands, here.way),
    };
    let problems = match read {
        Err(problems) => problems,
        Ok((code, given)) => {
            match answering::answer(&here.house, &here.station, (&code, given), (peer, Some(&form.once))).await {
                // Nothing of the answer is in the address that follows.
                Ok(()) => {
                    let thanks = format!("{}/thanks", here.way.top(&here.station));
                    return Ok(private(Redirect::to(&thanks)));
                }
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(no)) => Problems::about_the_whole(no.say(&here.v)),
            }
        }
    };
    let here = Here { v: here.v.at(here.way.top(&here.station)), ..here };
    let once = here.house.new_id().to_string();
    Ok(private(pages::ballot(
        here.frame(),
        &BallotPage { asked: &asked, form: &form, problems: &problems, once: &once },
    )))
}

fn on_a_phone(house: House, v: View, at: At) -> Here {
    Here { house, v, station: at.station, way: Way::Phone }
}

pub async fn show(State(house): State<House>, v: View, at: At, Ask(scanned): Ask<Scanned>) -> Result<Response, Fault> {
    shown(&on_a_phone(house, v, at), &BallotForm::with(&scanned.ballot)).await
}

pub async fn answer(
    State(house): State<House>,
    v: View,
    (at, peer): (At, Peer),
    Form(form): Form<BallotForm>,
) -> Result<Response, Fault> {
    pressed(on_a_phone(house, v, at), form, &peer).await
}

pub async fn thanks(State(house): State<House>, v: View, at: At) -> Result<Response, Fault> {
    thanked(&on_a_phone(house, v, at)).await
}

/// What everybody reads who comes to this address: it does not say that they answered, let alone what.
pub async fn thanked(here: &Here) -> Result<Response, Fault> {
    let asked = reads::asked(&here.house, &here.station).await?;
    let once = here.house.new_id().to_string();
    Ok(private(pages::thanks(here.frame(), (asked.open().is_some(), &once))))
}
