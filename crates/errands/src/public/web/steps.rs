//! What whoever holds a ticket does with it. Back to the ticket, which says how it stands now; or the ticket with the reason.
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::{Not, Refusal as _, Said};
use kernel::view::View;

use crate::acts::{Instead, Own};
use crate::public::forms::StepForm;
use crate::public::pages::{self, Frame, Tried, ticket_path};
use crate::public::who::{Named, Who};
use crate::public::{asked, reads};
use crate::says;

pub async fn arrive(
    State(house): State<House>,
    v: View,
    named: Named,
    who: Who,
    Form(form): Form<StepForm>,
) -> Result<Response, Fault> {
    step(&house, v, &named, (Own::Arrive, who), (&form, "arrival")).await
}

pub async fn come_back(
    State(house): State<House>,
    v: View,
    named: Named,
    who: Who,
    Form(form): Form<StepForm>,
) -> Result<Response, Fault> {
    step(&house, v, &named, (Own::Return, who), (&form, "return")).await
}

pub async fn cancel(
    State(house): State<House>,
    v: View,
    named: Named,
    who: Who,
    Form(form): Form<StepForm>,
) -> Result<Response, Fault> {
    step(&house, v, &named, (Own::Cancel, who), (&form, "cancellation")).await
}

/// The stand-in, or the papers at the desk.
pub async fn instead(
    State(house): State<House>,
    v: View,
    named: Named,
    who: Who,
    Form(form): Form<StepForm>,
) -> Result<Response, Fault> {
    let chosen = [Instead::StandIn, Instead::DropOff].into_iter().find(|way| way.name() == form.way);
    let chosen = chosen.ok_or(Fault::NotFound)?;
    step(&house, v, &named, (Own::Instead(chosen), who), (&form, &form.way)).await
}

pub async fn defer(
    State(house): State<House>,
    v: View,
    named: Named,
    who: Who,
    Form(form): Form<StepForm>,
) -> Result<Response, Fault> {
    let mine = reads::ticket(&house, &named.station, named.id).await?;
    let minutes = asked::LATER.into_iter().find(|m| m.to_string() == form.minutes.trim());
    let at = minutes.map(|m| house.now() + SignedDuration::from_mins(m)).unwrap_or(house.now());
    // Sent twice, the second is later than the first by the time between them: the same button is the same request.
    match asked::until(&mine, at, &named.station.zone) {
        Ok(at) => step(&house, v, &named, (Own::Defer(at), who), (&form, &form.minutes)).await,
        Err(problems) => {
            let why = problems.of(&v, "until").unwrap_or_default();
            again(&house, v, &named, (&Said::only(why), StatusCode::UNPROCESSABLE_ENTITY)).await
        }
    }
}

async fn step(
    house: &House,
    v: View,
    named: &Named,
    (own, who): (Own, Who),
    (form, request): (&StepForm, &str),
) -> Result<Response, Fault> {
    match asked::step(house, &named.station, (named.id, own, who), (form.key(), request)).await {
        Ok(_) => Ok(Redirect::to(&ticket_path(&named.station, named.id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&v, &named.station.zone, &refusal);
            again(house, v, named, (&said, refusal.status())).await
        }
    }
}

async fn again(house: &House, v: View, named: &Named, refused: (&Said, StatusCode)) -> Result<Response, Fault> {
    let mine = reads::ticket(house, &named.station, named.id).await?;
    let v = v.at(ticket_path(&named.station, named.id));
    let once = house.new_id().to_string();
    let tried = Tried { refused: Some(refused), once: &once };
    Ok(pages::ticket(Frame { v: &v, station: &named.station }, &mine, tried).into_response())
}
