//! Applying for a group. When it does not work, the page comes back with everything typed and the reason.
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::{Not, Refusal as _, Said};
use kernel::view::View;
use people::Resident;
use stations::At;

use crate::RoundId;
use crate::acts::Actor;
use crate::desk::here::Named;
use crate::public::pages::Frame;
use crate::seasons::acts::{self, Applying};
use crate::seasons::answers::Look;
use crate::seasons::forms::ApplyForm;
use crate::seasons::pages::{self, Apply, Shown, round_path};
use crate::seasons::rules::{NoSeason, Stands};
use crate::seasons::{reads, says};

pub async fn form(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<RoundId>>,
) -> Result<Response, Fault> {
    let look = reads::look(&house, &at.station, id).await?;
    if look.stands != Stands::Open {
        return Ok(Redirect::to(&round_path(&at.station, id)).into_response());
    }
    let form = look.of(who.id).map(|filed| ApplyForm::of(&filed.application)).unwrap_or_default();
    Ok(page(&house, &v, (&at, &look), (&form, &Problems::default()), None))
}

fn page(
    house: &House,
    v: &View,
    (at, look): (&At, &Look),
    (form, problems): (&ApplyForm, &Problems),
    refused: Option<(&Said, StatusCode)>,
) -> Response {
    let once = house.new_id().to_string();
    let apply = Apply { round: &look.round, form, problems, refused, once: &once };
    pages::apply(Frame { v, station: &at.station }, apply).into_response()
}

pub async fn send(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<RoundId>>,
    Form(form): Form<ApplyForm>,
) -> Result<Response, Fault> {
    let path = round_path(&at.station, id);
    let v = v.at(format!("{path}/application"));
    let look = reads::look(&house, &at.station, id).await?;
    let asked = form.group().and_then(|new| Ok((new.checked()?, new)));
    let ((name, asked), new) = match asked {
        Ok(asked) => asked,
        Err(problems) => return Ok(page(&house, &v, (&at, &look), (&form, &problems), None)),
    };
    let once = (!form.once.is_empty()).then(|| Once::new(&form.once, &who.id.to_string(), &(id, &new)));
    let applying = Applying::Leader { person: who.id, name };
    match acts::apply(&house, &at.station, (id, applying, asked), once).await {
        Ok(_) => Ok(Redirect::to(&format!("{path}?sent=1")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&v, &at.station.zone, &refusal);
            let refused = Some((&said, refusal.status()));
            Ok(page(&house, &v, (&at, &look), (&form, &Problems::default()), refused))
        }
    }
}

pub async fn withdraw(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<RoundId>>,
) -> Result<Response, Fault> {
    let path = round_path(&at.station, id);
    match acts::withdraw(&house, &at.station, (id, None), Actor::Person(who.id)).await {
        Ok(()) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => refused(&house, v.at(path), (&at, who), id, &refusal).await,
    }
}

/// The round with the reason why the last step did not work.
async fn refused(
    house: &House,
    v: View,
    (at, who): (&At, Resident),
    id: RoundId,
    refusal: &NoSeason,
) -> Result<Response, Fault> {
    let look = reads::look(house, &at.station, id).await?;
    let said = says::said(&v, &at.station.zone, refusal);
    let shown = Shown { mine: look.of(who.id), sent: false, refused: Some((&said, refusal.status())) };
    Ok(pages::round(Frame { v: &v, station: &at.station }, &look, shown).into_response())
}
