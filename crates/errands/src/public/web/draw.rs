//! Drawing a number: one tap on the page of a matter.
use std::sync::Arc;

use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::{Next, Not, Refusal as _, Said};
use kernel::view::{Peer, View};
use stations::{At, Station};

use crate::public::asked;
use crate::public::forms::TicketForm;
use crate::public::pages::{self, Frame, matter_path, ticket_path};
use crate::public::reads::{self, Hall};
use crate::public::who::Who;
use crate::rules::{Matter, Refusal};
use crate::says;

pub async fn draw(
    State(house): State<House>,
    v: View,
    peer: Peer,
    at: At,
    who: Who,
    Form(form): Form<TicketForm>,
) -> Result<Response, Fault> {
    who.count(&house, &peer)?;
    match asked::draw(&house, &at.station, (&form.read(), who), form.key()).await {
        Ok(drawn) => Ok(Redirect::to(&ticket_path(&at.station, drawn.id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => refused(&house, v, &at.station, (&form, who), &refusal).await,
    }
}

/// The page of the matter once more, with the reason; what is not done here leads to what is.
async fn refused(
    house: &House,
    v: View,
    station: &Arc<Station>,
    (form, who): (&TicketForm, Who),
    refusal: &Refusal,
) -> Result<Response, Fault> {
    let hall = reads::hall(house, station).await?;
    let matter = hall.matter(form.matter.trim());
    let said = said(house, &v, (station, &hall), (matter, who), refusal).await?;
    let tried = Some((&said, refusal.status()));
    let v = v.at(matter.map_or_else(|| station.path("/errands"), |m| matter_path(station, m)));
    let f = Frame { v: &v, station };
    let once = house.new_id().to_string();
    Ok(match matter {
        Some(matter) => pages::matter(f, &hall, matter, tried, &once).into_response(),
        None => pages::list(f, &hall, "", tried).into_response(),
    })
}

/// Why not; somebody who has a number already is led to it.
pub async fn said(
    house: &House,
    v: &View,
    (station, hall): (&Arc<Station>, &Hall),
    (matter, who): (Option<&Matter>, Who),
    refusal: &Refusal,
) -> Result<Said, Fault> {
    let said = says::said(v, &station.zone, refusal);
    let (Refusal::HasOne, Some(person)) = (refusal, who.0) else { return Ok(said) };
    let Some(line) = matter.and_then(|m| reads::line_of(hall, &[m.id])) else { return Ok(said) };
    let theirs = reads::standing(house, station, (person, line)).await?;
    let next = theirs.map(|t| Next { label: t.number.to_string(), href: ticket_path(station, t.id) });
    Ok(Said { next: next.into_iter().chain(said.next).collect(), ..said })
}
