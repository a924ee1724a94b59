//! Booking, and moving to another time. When it does not work, the booking page comes back with everything typed, the
//! reason, and the nearest times that do.
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _, Said};
use kernel::view::{Peer, View};
use stations::At;

use super::looks;
use crate::ReservationId;
use crate::public::forms::{ReservationForm, Wanted, Wish, instant};
use crate::public::pages::{self, Booking, Frame};
use crate::public::reads::Here;
use crate::public::reserve::{self, Asking, at_path, offering_path, reservation_path};
use crate::public::who::{Asked, Caller};
use crate::rules::{Refusal, Span, State as Stands};
use crate::says;

/// Where a form was sent to is no page of its own: who reloads it begins anew.
pub async fn nothing_here(at: At) -> Redirect {
    Redirect::to(&at.station.path("/venues"))
}

pub async fn reserve(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    peer: Peer,
    Form(form): Form<ReservationForm>,
) -> Result<Response, Fault> {
    let form = form.settled();
    let again = Again { house: &house, v, at: &at, form: &form, ask_phone: caller.person.is_none(), moving: None };
    let wanted = match form.read(&at.station.zone, caller.person.is_none()) {
        Ok(wanted) => wanted,
        Err(problems) => return again.page(&problems, None).await,
    };
    let asking = Asking { house: &house, station: &at.station, v: &again.v, caller, peer: &peer };
    match asking.reserve(wanted.clone(), Some(&form.once)).await {
        Ok(booked) => {
            let path = reservation_path(&at.station, booked.id);
            let waits = booked.state == Stands::Held && booked.code.is_some();
            Ok(Redirect::to(&if waits { format!("{path}/confirmation") } else { path }).into_response())
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => again.refused(&wanted, &refusal).await,
    }
}

/// Another time for a reservation.
pub async fn move_to(
    State(house): State<House>,
    v: View,
    asked: Asked,
    Form(form): Form<ReservationForm>,
) -> Result<Response, Fault> {
    let held = reserve::seen(&house, &asked).await?;
    let form = ReservationForm { offering: held.offering.slug.clone(), ..form.settled() };
    let at = At { station: asked.station.clone() };
    let moving = Some((asked.id, held.reservation.span));
    let again = Again { house: &house, v, at: &at, form: &form, ask_phone: false, moving };
    let wanted = match form.read(&at.station.zone, false) {
        Ok(wanted) => wanted,
        Err(problems) => return again.page(&problems, None).await,
    };
    match reserve::move_to(&house, &asked, &held, &wanted).await {
        Ok(_) => Ok(Redirect::to(&reservation_path(&at.station, asked.id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => again.refused(&wanted, &refusal).await,
    }
}

/// The booking page once more.
struct Again<'a> {
    house: &'a House,
    v: View,
    at: &'a At,
    form: &'a ReservationForm,
    ask_phone: bool,
    moving: Option<(ReservationId, Span)>,
}

impl Again<'_> {
    /// A rule said no.
    async fn refused(&self, wanted: &Wanted, refusal: &Refusal) -> Result<Response, Fault> {
        let works = match reserve::works_instead(self.house, &self.at.station, wanted, refusal).await {
            Ok(works) => works,
            Err(Not::Fault(fault)) => return Err(fault),
            // There is no such offering, so no time of it either.
            Err(Not::Refused(_)) => vec![],
        };
        let mut said = says::said(&self.v, &self.at.station.zone, refusal);
        if self.moving.is_none() {
            said.next.extend(reserve::line_up(&self.v, &self.at.station, wanted, refusal));
        }
        self.page(&Problems::default(), Some((&said, &works, refusal.status()))).await
    }

    async fn page(
        &self,
        problems: &Problems,
        refused: Option<(&Said, &[Span], StatusCode)>,
    ) -> Result<Response, Fault> {
        let station = &self.at.station;
        let from = instant(&self.form.from, &station.zone);
        let wish = Wish { at: from, minutes: self.form.minutes.trim().parse().ok(), ..Wish::default() };
        let here = Here { except: self.moving.map(|(id, _)| id), ..Here::new(self.house, station) };
        let look = match looks::read(here, &self.form.offering, wish).await {
            Ok(look) => look,
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(refusal)) => {
                let said = says::said(&self.v, &station.zone, &refusal);
                return looks::list(self.house, &self.v.at(station.path("/venues")), self.at, Some(&said)).await;
            }
        };
        // A switch of language or letter size leads to a page that can be asked for.
        let here = from.map_or_else(
            || offering_path(station, &self.form.offering),
            |at| at_path(station, &self.form.offering, at),
        );
        let v = self.v.at(here);
        let once = self.house.new_id().to_string();
        let page = Booking {
            look: &look,
            form: self.form,
            problems,
            refused,
            ask_phone: self.ask_phone,
            moving: self.moving,
            all_times: false,
            once: &once,
        };
        Ok(pages::booking(Frame { v: &v, station }, &page).into_response())
    }
}
