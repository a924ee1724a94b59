//! Counting: by a link, and by staff. Without a script every tap is a form; its hidden token is the tap's nonce.
use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::View;
use serde::Deserialize;
use stations::{At, Here, Named, Station};

use crate::fairday::Frame;
use crate::parking::acts::{self, By};
use crate::parking::forms::{Chosen, MoveForm, TapForm};
use crate::parking::pages::{self, Counting};
use crate::parking::reads::{self, AtLot};
use crate::parking::rules::{Class, NoParking, Step, Tap, is_nonce};
use crate::parking::{LotId, MoveId};

#[derive(Debug, Deserialize)]
pub struct Link {
    secret: String,
}

/// Where a link is used.
pub fn link_path(station: &Station, secret: &str) -> String {
    station.path(&format!("/parking/marshal/{secret}"))
}

/// What a page of counting is drawn from.
struct Shown<'a> {
    at: &'a AtLot,
    lot: LotId,
    class: Class,
    path: &'a str,
    pass: Option<&'a str>,
    label: &'a str,
    over: bool,
}

fn page(house: &House, v: &View, station: &Station, s: &Shown<'_>) -> Result<HtmlPage, Fault> {
    let lot = s.at.ground.lot(s.lot).ok_or(Fault::NotFound)?;
    let once = house.new_id().to_string();
    let Shown { at, class, path, pass, label, over, .. } = *s;
    let counting = Counting { at, lot, class, path, pass, label, once: &once, over };
    Ok(pages::counting(Frame { v, station }, &counting))
}

pub async fn counting(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Link { secret }): Values<Link>,
    Ask(chosen): Ask<Chosen>,
) -> Result<HtmlPage, Fault> {
    let (pass, found) = reads::marshal(&house, &at.station, &secret).await?;
    let shown = Shown {
        at: &found,
        lot: pass.lot,
        class: chosen.class(),
        path: &link_path(&at.station, &secret),
        pass: Some(&secret),
        label: &pass.label,
        over: !pass.holds(house.now()),
    };
    page(&house, &v, &at.station, &shown)
}

impl TapForm {
    fn read(&self, house: &House) -> Option<Tap> {
        let step = Step::ALL.into_iter().find(|s| s.name() == self.step)?;
        let class = Class::named(&self.class)?;
        is_nonce(&self.once).then(|| Tap { nonce: self.once.clone(), class, step, at: house.now() })
    }
}

async fn kept(
    house: &House,
    (v, station): (&View, &Arc<Station>),
    (lot, form, by): (LotId, &TapForm, By),
    path: &str,
) -> Result<Response, Fault> {
    let tap = form.read(house).ok_or(Fault::NotFound)?;
    let class = tap.class;
    match acts::count(house, station, (lot, vec![tap]), by).await {
        Ok(_) => Ok(Redirect::to(&format!("{path}?class={}", class.name())).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => Ok((refusal.status(), refusal.say(v).what).into_response()),
    }
}

pub async fn tap(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Link { secret }): Values<Link>,
    Form(form): Form<TapForm>,
) -> Result<Response, Fault> {
    let pass = acts::bearer(&house, &at.station, &secret).await?;
    if !pass.holds(house.now()) {
        let refusal = NoParking::Withdrawn;
        return Ok((refusal.status(), refusal.say(&v).what).into_response());
    }
    let path = link_path(&at.station, &secret);
    kept(&house, (&v, &at.station), (pass.lot, &form, By::Marshal(pass.id)), &path).await
}

fn named(form: &MoveForm) -> Result<MoveId, Fault> {
    form.id.parse().map_err(|_| Fault::NotFound)
}

pub async fn moved(
    State(house): State<House>,
    at: At,
    Values(Link { secret }): Values<Link>,
    Form(form): Form<MoveForm>,
) -> Result<Response, Fault> {
    let pass = acts::bearer(&house, &at.station, &secret).await?;
    if !pass.holds(house.now()) {
        return Err(Fault::NotFound);
    }
    acts::close(&house, &at.station, (named(&form)?, Some(pass.lot)), event::By::Resident).await?;
    Ok(Redirect::to(&link_path(&at.station, &secret)).into_response())
}

fn desk_path(here: &Here, id: LotId) -> String {
    here.desk.station.path(&format!("/desk/parking/lots/{id}/count"))
}

pub async fn at_desk(
    here: Here,
    Values(Named { id }): Values<Named<LotId>>,
    Ask(chosen): Ask<Chosen>,
) -> Result<HtmlPage, Fault> {
    let found = reads::at_lot(&here.house, &here.desk.station, id).await?;
    let path = desk_path(&here, id);
    let shown = Shown { at: &found, lot: id, class: chosen.class(), path: &path, pass: None, label: "", over: false };
    page(&here.house, &here.v, &here.desk.station, &shown)
}

pub async fn tap_at_desk(
    here: Here,
    Values(Named { id }): Values<Named<LotId>>,
    Form(form): Form<TapForm>,
) -> Result<Response, Fault> {
    let path = desk_path(&here, id);
    kept(&here.house, (&here.v, &here.desk.station), (id, &form, By::Staff(here.staff())), &path).await
}

pub async fn moved_at_desk(
    here: Here,
    Values(Named { id }): Values<Named<LotId>>,
    Form(form): Form<MoveForm>,
) -> Result<Response, Fault> {
    let by = event::By::Staff(here.staff().0);
    acts::close(&here.house, &here.desk.station, (named(&form)?, Some(id)), by).await?;
    Ok(Redirect::to(&desk_path(&here, id)).into_response())
}
