//! The ballot on the screen in the hall: for a device that the station has opened as its kiosk, and for whoever works here.
use std::sync::Arc;

use axum::extract::{Form, FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use kernel::api::Ask;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::view::{Peer, View};
use stations::{At, AtDesk, Station};

use super::ballot::Here;
use super::{ballot, tip as tips};
use crate::ports::Ports;
use crate::public::ballot::forms::{BallotForm, TipForm, Told};
use crate::public::ballot::pages::{self, Frame};
use crate::public::ballot::way::Way;

/// A request of the machine, or of somebody who works here. Others are told where they answer.
pub struct AtMachine {
    station: Arc<Station>,
    may: bool,
}

impl FromRequestParts<House> for AtMachine {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<AtMachine, Fault> {
        let At { station } = At::from_request_parts(parts, house).await?;
        let ports = parts.extensions.get::<Ports>().copied();
        let ports = ports.ok_or_else(|| Fault::broken("the slice was handed no ports"))?;
        if (ports.at_kiosk)(house, &station, &parts.headers).await? {
            return Ok(AtMachine { station, may: true });
        }
        match AtDesk::from_request_parts(parts, house).await {
            Ok(_) => Ok(AtMachine { station, may: true }),
            Err(broken) if broken.status().is_server_error() => Err(broken),
            Err(_) => Ok(AtMachine { station, may: false }),
        }
    }
}

impl AtMachine {
    /// The machine's letters are large.
    ///
    /// # Errors
    /// The page that others see.
    fn here(self, house: House, mut v: View) -> Result<Here, Box<Response>> {
        let (way, station) = (Way::Machine, self.station);
        if !self.may {
            return Err(Box::new(pages::shut(Frame { v: &v, station: &station, way: Way::Phone }).into_response()));
        }
        v.care = true;
        Ok(Here { house, v, station, way })
    }
}

pub async fn show(State(house): State<House>, v: View, at: AtMachine) -> Result<Response, Fault> {
    match at.here(house, v) {
        Ok(here) => ballot::shown(&here, &BallotForm::default()).await,
        Err(shut) => Ok(*shut),
    }
}

pub async fn answer(
    State(house): State<House>,
    v: View,
    (at, peer): (AtMachine, Peer),
    Form(form): Form<BallotForm>,
) -> Result<Response, Fault> {
    match at.here(house, v) {
        Ok(here) => ballot::pressed(here, form, &peer).await,
        Err(shut) => Ok(*shut),
    }
}

pub async fn thanks(State(house): State<House>, v: View, at: AtMachine) -> Result<Response, Fault> {
    match at.here(house, v) {
        Ok(here) => ballot::thanked(&here).await,
        Err(shut) => Ok(*shut),
    }
}

pub async fn tip(State(house): State<House>, v: View, at: AtMachine, Ask(told): Ask<Told>) -> Result<Response, Fault> {
    match at.here(house, v) {
        Ok(here) => tips::shown(&here, (&TipForm::default(), &Problems::default()), !told.told.is_empty()).await,
        Err(shut) => Ok(*shut),
    }
}

pub async fn tell(
    State(house): State<House>,
    v: View,
    (at, peer): (AtMachine, Peer),
    Form(form): Form<TipForm>,
) -> Result<Response, Fault> {
    match at.here(house, v) {
        Ok(here) => tips::told(here, form, &peer).await,
        Err(shut) => Ok(*shut),
    }
}
