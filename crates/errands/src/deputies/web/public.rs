//! What everybody reads, a slot that somebody takes, and their own address.
use std::sync::Arc;

use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal as _, Said};
use kernel::view::{Peer, View};
use serde::Deserialize;
use stations::{At, Station};

use crate::deputies::acts;
use crate::deputies::answers::{self, DayOf, Full};
use crate::deputies::asked::NewReceptionSlot;
use crate::deputies::keyed::whose;
use crate::deputies::says::{self, day_path, visit_path};
use crate::deputies::{DayId, VisitId, pages};
use crate::desk::here::Named;
use crate::public::pages::Frame;
use crate::public::who::Who;

pub async fn days(State(house): State<House>, v: View, at: At) -> Result<HtmlPage, Fault> {
    let (station, now) = (at.station.clone(), house.now());
    let days = house.db.snapshot(move |c: &mut Conn| answers::coming(c, &station, now)).await?;
    Ok(pages::days(Frame { v: &v, station: &at.station }, &days))
}

async fn day(house: &House, station: &Arc<Station>, id: DayId) -> Result<DayOf, Fault> {
    let (station, now) = (station.clone(), house.now());
    house.db.snapshot(move |c: &mut Conn| answers::day(c, &station, id, now)).await
}

pub async fn one(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { id }): Values<Named<DayId>>,
) -> Result<HtmlPage, Fault> {
    let day = day(&house, &at.station, id).await?;
    Ok(pages::one(Frame { v: &v, station: &at.station }, &day, None, &house.new_id().to_string()))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SlotForm {
    at: String,
    once: String,
}

pub async fn take(
    State(house): State<House>,
    v: View,
    peer: Peer,
    at: At,
    who: Who,
    Values(Named { id }): Values<Named<DayId>>,
    Form(form): Form<SlotForm>,
) -> Result<Response, Fault> {
    who.count(&house, &peer)?;
    let new = NewReceptionSlot { at: form.at.clone() };
    let (said, status) = match new.checked() {
        Err(problems) => (Said::only(problems.of(&v, "at").unwrap_or_default()), problems.status()),
        Ok(slot) => {
            let once = (!form.once.is_empty()).then(|| Once::new(&form.once, &who.key(), &(id, &new)));
            match acts::take(&house, &at.station, (id, slot), (whose(who), once)).await {
                Ok(after) => return Ok(Redirect::to(&visit_path(&at.station, after.id)).into_response()),
                Err(Not::Fault(fault)) => return Err(fault),
                Err(Not::Refused(refusal)) => {
                    let page = day_path(&at.station, id);
                    (says::said(&v, (&at.station.zone, Some(&page)), &refusal), refusal.status())
                }
            }
        }
    };
    let (day, v) = (day(&house, &at.station, id).await?, v.at(day_path(&at.station, id)));
    let f = Frame { v: &v, station: &at.station };
    Ok(pages::one(f, &day, Some((&said, status)), &house.new_id().to_string()).into_response())
}

async fn full(house: &House, station: &Arc<Station>, id: VisitId) -> Result<Full, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    house.db.snapshot(move |c: &mut Conn| answers::full(c, &h, &station, id, now)).await
}

pub async fn visit(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { id }): Values<Named<VisitId>>,
) -> Result<HtmlPage, Fault> {
    let full = full(&house, &at.station, id).await?;
    Ok(pages::visit(Frame { v: &v, station: &at.station }, &full, None))
}

/// Back to the address, which says how it stands now; or the same with the reason.
pub async fn give_back(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { id }): Values<Named<VisitId>>,
) -> Result<Response, Fault> {
    let refused: (Said, StatusCode) = match acts::give_back(&house, &at.station, id, None).await {
        Ok(()) => return Ok(Redirect::to(&visit_path(&at.station, id)).into_response()),
        Err(Not::Fault(fault)) => return Err(fault),
        Err(Not::Refused(refusal)) => (says::said(&v, (&at.station.zone, None), &refusal), refusal.status()),
    };
    let (full, v) = (full(&house, &at.station, id).await?, v.at(visit_path(&at.station, id)));
    Ok(pages::visit(Frame { v: &v, station: &at.station }, &full, Some((&refused.0, refused.1))).into_response())
}
