//! Founding a club. When it does not work, the page comes back with everything typed and the reason.
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::View;
use people::Resident;
use stations::At;

use crate::clubs::acts::{self, Founder};
use crate::clubs::asked::keyed;
use crate::clubs::forms::ClubForm;
use crate::clubs::says::{self, club_path};
use crate::clubs::{pages, reads};
use crate::public::pages::Frame;

pub async fn new(State(house): State<House>, v: View, at: At, who: Resident) -> Result<Response, Fault> {
    page(&house, &v, (&at, who), (ClubForm::default(), &Problems::default()), None).await
}

pub async fn found(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Form(form): Form<ClubForm>,
) -> Result<Response, Fault> {
    let v = v.at(at.station.path("/clubs/new"));
    let new = form.read();
    let (text, name) = match new.checked() {
        Ok(checked) => checked,
        Err(problems) => return page(&house, &v, (&at, who), (form, &problems), None).await,
    };
    let once = (!form.once.is_empty()).then(|| Once::new(&form.once, &who.id.to_string(), &keyed(&house, &new)));
    let founder = Founder::Me { person: who.id, name };
    match acts::found(&house, &at.station, (text, founder), once).await {
        Ok(id) => Ok(Redirect::to(&club_path(&at.station, id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(says::said(&v, &at.station.zone, &refusal));
            page(&house, &v, (&at, who), (form, &problems), Some(refusal.status())).await
        }
    }
}

async fn page(
    house: &House,
    v: &View,
    (at, who): (&At, Resident),
    (form, problems): (ClubForm, &Problems),
    refused: Option<StatusCode>,
) -> Result<Response, Fault> {
    // The next try is another request.
    let form = ClubForm { once: house.new_id().to_string(), ..form };
    let unnamed = reads::is_unnamed(house, who.id).await?;
    Ok(pages::found(Frame { v, station: &at.station }, (&form, problems), unnamed, refused).into_response())
}
