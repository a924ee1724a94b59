//! What becomes of a game: joined, left, begun, called off; and keeping away from somebody.
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::{Not, Refusal as _, Said};
use kernel::view::View;
use people::Resident;
use stations::At;

use crate::acts::Actor;
use crate::games::acts::{self, Coming};
use crate::games::asked::keyed;
use crate::games::forms::{PlaceForm, PlayerForm};
use crate::games::pages::{self, Tried};
use crate::games::rules::{NoGame, Stands};
use crate::games::{reads, says};
use crate::public::pages::Frame;
use crate::public::reserve::game_path;
use crate::public::who::Named;

pub async fn join(
    State(house): State<House>,
    v: View,
    named: Named,
    who: Resident,
    Form(form): Form<PlaceForm>,
) -> Result<Response, Fault> {
    let asked = form.read().and_then(|place| Ok((place.checked()?, place)));
    let ((entry, name), place) = match asked {
        Ok(asked) => asked,
        Err(problems) => return page(&house, &v, (&named, who), (&form, &problems), None).await,
    };
    let coming = Coming { by: Actor::Person(who.id), entry, name };
    let request = (named.id, keyed(&house, &place));
    let once = (!form.once.is_empty()).then(|| Once::new(&form.once, &who.id.to_string(), &request));
    let done = acts::join(&house, &named.station, named.id, coming, once).await;
    after(&house, v, (&named, who), &form, done).await
}

pub async fn leave(State(house): State<House>, v: View, named: Named, who: Resident) -> Result<Response, Fault> {
    let done = acts::leave(&house, &named.station, (named.id, None), Actor::Person(who.id)).await;
    after(&house, v, (&named, who), &PlaceForm::default(), done).await
}

pub async fn fewer(State(house): State<House>, v: View, named: Named, who: Resident) -> Result<Response, Fault> {
    let done = acts::play_with_fewer(&house, &named.station, named.id, Actor::Person(who.id)).await;
    after(&house, v, (&named, who), &PlaceForm::default(), done).await
}

pub async fn call_off(State(house): State<House>, v: View, named: Named, who: Resident) -> Result<Response, Fault> {
    let by = (Actor::Person(who.id), String::new());
    let done = acts::call_off(&house, &named.station, named.id, by).await;
    after(&house, v, (&named, who), &PlaceForm::default(), done).await
}

/// Back to the game, which says how it stands now; or the game with the reason why it did not work.
async fn after(
    house: &House,
    v: View,
    (named, who): (&Named, Resident),
    form: &PlaceForm,
    done: Result<Stands, Not<NoGame>>,
) -> Result<Response, Fault> {
    match done {
        Ok(_) => Ok(Redirect::to(&game_path(&named.station, named.id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&v, &named.station.zone, &refusal, vec![]);
            let refused = Some((&said, refusal.status()));
            page(house, &v, (named, who), (form, &Problems::default()), refused).await
        }
    }
}

async fn page(
    house: &House,
    v: &View,
    (named, who): (&Named, Resident),
    (form, problems): (&PlaceForm, &Problems),
    refused: Option<(&Said, StatusCode)>,
) -> Result<Response, Fault> {
    let v = v.at(game_path(&named.station, named.id));
    let page = reads::page(house, &named.station, named.id, Some(who.id)).await?;
    let once = house.new_id().to_string();
    let tried = Tried { form, problems, refused, once: &once };
    Ok(pages::game(Frame { v: &v, station: &named.station }, &page, tried).into_response())
}

pub async fn block(
    State(house): State<House>,
    named: Named,
    who: Resident,
    Form(form): Form<PlayerForm>,
) -> Result<Redirect, Fault> {
    let seat: Id = form.player.trim().parse().map_err(|_| Fault::NotFound)?;
    acts::block(&house, &named.station, (named.id, seat), who.id).await?;
    Ok(Redirect::to(&named.station.path("/games/apart")))
}

pub async fn unblock(
    State(house): State<House>,
    at: At,
    who: Resident,
    Path((_, station, id)): Path<(String, i64, String)>,
) -> Result<Redirect, Fault> {
    let id: Id = id.parse().map_err(|_| Fault::NotFound)?;
    acts::unblock(&house, StationId(station), who.id, id).await?;
    Ok(Redirect::to(&at.station.path("/games/apart")))
}
