//! Stall places at the desk: how they are given away, who gets one.
use axum::extract::Form;
use axum::response::Response;
use kernel::api::At as Values;
use kernel::fault::Fault;
use serde::Deserialize;
use stations::{Here, HereAsManager, Named};

use super::desk::{Typed, back_to, said, wrong};
use super::public::whole;
use crate::OccurrenceId;
use crate::fair::asked::NewFairTerms;
use crate::fair::pages::StallForm;
use crate::fair::rules::Rule;
use crate::fair::{StallId, acts};

pub async fn terms(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let found = whole(&here.house, &here.desk.station, Some(id)).await?.ok_or(Fault::NotFound)?;
    let get = |name: &str| typed.get(name).map_or("", |t| t.trim());
    let rule = if get("rule") == Rule::Draw.name() { Rule::Draw } else { Rule::FirstCome };
    let terms = NewFairTerms { rule, days_before: get("days_before").parse().unwrap_or(-1) };
    let done = match terms.checked(found.fair.occurrence.starts_at) {
        Err(problems) => Err(wrong(problems)),
        Ok((rule, until)) => {
            let set = acts::set_terms(&here.house, &here.desk.station, (id, rule, until), here.staff()).await;
            said(&here, set)
        }
    };
    back_to(here, id, &typed, done).await
}

pub async fn draw(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
) -> Result<Response, Fault> {
    let done = acts::draw(&here.house, &here.desk.station, id, here.staff()).await;
    let done = said(&here, done);
    back_to(here, id, &Typed::default(), done).await
}

pub async fn apply(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let get = |name: &str| typed.get(name).cloned().unwrap_or_default();
    let form = StallForm {
        once: get("once"),
        goods: get("goods"),
        sells: get("sells"),
        metres: get("metres"),
        power: get("power"),
        trade_name: get("trade_name"),
        trade_public: get("trade_public"),
        name: get("name"),
        phone: get("phone"),
    };
    let done = match form.read().and_then(|new| new.checked(true).map(|checked| (new, checked))) {
        Err(problems) => Err(wrong(problems)),
        Ok((asked, new)) => {
            let once = here.once(&form.once, &here.house.keys.lookup("stall-once", &format!("{asked:?}")).to_vec());
            let applied = acts::apply(&here.house, &here.desk.station, (id, new), (Some(here.staff()), once)).await;
            said(&here, applied)
        }
    };
    back_to(here, id, &typed, done).await
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfStall {
    id: OccurrenceId,
    stall: StallId,
}

pub async fn give(
    here: Here,
    Values(OfStall { id, stall }): Values<OfStall>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let code = typed.get("code").cloned().unwrap_or_default();
    let done = acts::give(&here.house, &here.desk.station, (stall, code), here.staff()).await;
    let done = said(&here, done);
    back_to(here, id, &Typed::default(), done).await
}

pub async fn withdraw(here: Here, Values(OfStall { id, stall }): Values<OfStall>) -> Result<Response, Fault> {
    acts::withdraw(&here.house, &here.desk.station, (stall, Some(here.staff()))).await?;
    back_to(here, id, &Typed::default(), Ok(())).await
}
