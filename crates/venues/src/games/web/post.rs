//! Posting a game. When it does not work, the page comes back with everything typed and the reason.
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::page::query_value;
use kernel::refusal::{Not, Refusal as _, Said};
use kernel::view::View;
use people::{MaybeResident, PersonId, Resident};
use stations::At;

use crate::acts::Actor;
use crate::games::acts::{self, Coming};
use crate::games::asked::keyed;
use crate::games::forms::{NewQuery, PostForm};
use crate::games::pages::{self, Post};
use crate::games::{reads, says};
use crate::public::forms::{Wish, instant};
use crate::public::pages::Frame;
use crate::public::reserve::game_path;

pub async fn new(
    State(house): State<House>,
    v: View,
    at: At,
    who: MaybeResident,
    Query(query): Query<NewQuery>,
) -> Result<Response, Fault> {
    if query.offering.is_empty() {
        let hosts = reads::hosts(&house, &at.station).await?;
        return Ok(pages::choose(Frame { v: &v, station: &at.station }, &hosts).into_response());
    }
    let wish = Wish {
        on: query.on.trim().parse().ok(),
        at: instant(&query.at, &at.station.zone),
        minutes: query.minutes.trim().parse().ok(),
        all_days: false,
    };
    let form = PostForm { offering: query.offering.clone(), ..PostForm::default() };
    let again = Again { house: &house, v: &v, at: &at, who: who.0, form: &form, all_times: !query.all.is_empty() };
    again.page(wish, &Problems::default(), None).await
}

pub async fn post(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Form(form): Form<PostForm>,
) -> Result<Response, Fault> {
    let here = at.station.path(&format!("/games/new?offering={}", query_value(&form.offering)));
    let v = v.at(here);
    let again = Again { house: &house, v: &v, at: &at, who: Some(who.id), form: &form, all_times: false };
    let asked = form.read().and_then(|game| Ok((game.checked(&at.station.zone)?, game)));
    let ((wish, entry, name), game) = match asked {
        Ok(asked) => asked,
        Err(problems) => return again.page(again.wish(), &problems, None).await,
    };
    let coming = Coming { by: Actor::Person(who.id), entry, name };
    let once = (!form.once.is_empty()).then(|| Once::new(&form.once, &who.id.to_string(), &keyed(&house, &game)));
    match acts::post(&house, &at.station, coming, wish, once).await {
        Ok(id) => Ok(Redirect::to(&game_path(&at.station, id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&v, &at.station.zone, &refusal, vec![]);
            again.page(again.wish(), &Problems::default(), Some((&said, refusal.status()))).await
        }
    }
}

/// The posting page once more.
struct Again<'a> {
    house: &'a House,
    v: &'a View,
    at: &'a At,
    who: Option<PersonId>,
    form: &'a PostForm,
    all_times: bool,
}

impl Again<'_> {
    /// What the form chose, for the page to choose again.
    fn wish(&self) -> Wish {
        let at = instant(&self.form.from, &self.at.station.zone);
        Wish { at, minutes: self.form.minutes.trim().parse().ok(), ..Wish::default() }
    }

    async fn page(
        &self,
        wish: Wish,
        problems: &Problems,
        refused: Option<(&Said, StatusCode)>,
    ) -> Result<Response, Fault> {
        let f = Frame { v: self.v, station: &self.at.station };
        let posting = reads::posting(self.house, &self.at.station, (self.form.offering.clone(), wish), self.who).await;
        let posting = match posting {
            Ok(posting) => posting,
            Err(Not::Fault(fault)) => return Err(fault),
            // There is no such room: these there are.
            Err(Not::Refused(refusal)) => {
                let hosts = reads::hosts(self.house, &self.at.station).await?;
                return Ok((refusal.status(), pages::choose(f, &hosts)).into_response());
            }
        };
        let once = self.house.new_id().to_string();
        let page = Post {
            posting: &posting,
            form: self.form,
            problems,
            refused,
            all_times: self.all_times,
            once: &once,
            signed_in: self.who.is_some(),
        };
        Ok(pages::post(f, &page).into_response())
    }
}
