//! One reservation: shown, come to, ended, given back.
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::View;

use crate::acts;
use crate::answers;
use crate::public::confirm;
use crate::public::pages::{self, Frame};
use crate::public::reserve::{self, reservation_path};
use crate::public::who::{Asked, Caller, Named};
use crate::rules::{Refusal, State as Stands};
use crate::says;

/// The slip. A slot that waits for its code shows where the code goes, to whoever has the link.
pub async fn show(State(house): State<House>, v: View, named: Named, caller: Caller) -> Result<Response, Fault> {
    let (station, id, now) = (named.station.clone(), named.id, house.now());
    let receipt = house.db.read(move |c| answers::receipt(c, &station, id, now)).await?;
    if caller.staff.is_none() && confirm::awaits_code(&receipt) {
        let path = reservation_path(&named.station, id);
        return Ok(Redirect::to(&format!("{path}/confirmation")).into_response());
    }
    if caller.staff.is_none() && receipt.state == Stands::Held && receipt.reservation.is_offer() {
        return Ok(Redirect::to(&reserve::offer_path(&named.station, id)).into_response());
    }
    let actor = caller.actor(&house, &named.station).await?;
    slip(&house, &v, &Asked { station: named.station, id, actor }, None).await
}

async fn slip(house: &House, v: &View, asked: &Asked, refusal: Option<&Refusal>) -> Result<Response, Fault> {
    let receipt = reserve::seen(house, asked).await?;
    let part_of = super::series::part_of(house, &asked.station, asked.id).await?;
    let once = house.new_id().to_string();
    let said = refusal.map(|r| (says::said(v, &asked.station.zone, r), r.status()));
    let refused = said.as_ref().map(|(said, status)| (said, *status));
    Ok(pages::receipt(Frame { v, station: &asked.station }, &receipt, part_of, refused, &once).into_response())
}

pub async fn cancel(State(house): State<House>, v: View, asked: Asked) -> Result<Response, Fault> {
    let done = acts::cancel(&house, &asked.station, asked.id, asked.actor).await;
    after(&house, v, &asked, done).await
}

pub async fn check_in(State(house): State<House>, v: View, asked: Asked) -> Result<Response, Fault> {
    let done = acts::check_in(&house, &asked.station, asked.id, asked.actor).await;
    after(&house, v, &asked, done).await
}

pub async fn complete(State(house): State<House>, v: View, asked: Asked) -> Result<Response, Fault> {
    let done = acts::complete(&house, &asked.station, asked.id, asked.actor).await;
    after(&house, v, &asked, done).await
}

/// Back to the slip, which says how it stands now; or the slip with the reason why it did not work.
async fn after(house: &House, v: View, asked: &Asked, done: Result<Stands, Not<Refusal>>) -> Result<Response, Fault> {
    let path = reservation_path(&asked.station, asked.id);
    match done {
        Ok(_) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => slip(house, &v.at(path), asked, Some(&refusal)).await,
    }
}
