//! One's weekly times: looked at, added, renewed, taken back.
use std::sync::Arc;

use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::View;
use people::{PersonId, Resident};
use stations::{At, Station};

use crate::desk::here::Named;
use crate::games::forms::SpareForm;
use crate::games::pages::{self, Times};
use crate::games::store::Spare;
use crate::games::{acts, answers, reads, says};
use crate::public::pages::Frame;
use crate::rules::{Offering, Span, Venue};

pub async fn list(State(house): State<House>, v: View, at: At, who: Resident) -> Result<Response, Fault> {
    page(&house, &v, &at, who.id, (&SpareForm::default(), &Problems::default(), None)).await
}

pub async fn add(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Form(form): Form<SpareForm>,
) -> Result<Response, Fault> {
    let v = v.at(at.station.path("/spare-times"));
    let asked = form.read();
    let today = v.when(&at.station.zone).today();
    let wish = match asked.checked(today) {
        Ok(wish) => wish,
        Err(problems) => return page(&house, &v, &at, who.id, (&form, &problems, None)).await,
    };
    let once = (!form.once.is_empty()).then(|| Once::new(&form.once, &who.id.to_string(), &asked));
    match acts::add(&house, &at.station, who.id, wish, once).await {
        Ok(_) => Ok(Redirect::to(&at.station.path("/spare-times")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(says::said(&v, &at.station.zone, &refusal, vec![]));
            page(&house, &v, &at, who.id, (&form, &problems, Some(refusal.status()))).await
        }
    }
}

pub async fn renew(
    State(house): State<House>,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<Id>>,
) -> Result<Redirect, Fault> {
    acts::renew(&house, &at.station, who.id, id).await?;
    Ok(Redirect::to(&at.station.path("/spare-times")))
}

pub async fn remove(
    State(house): State<House>,
    at: At,
    who: Resident,
    Values(Named { id }): Values<Named<Id>>,
) -> Result<Redirect, Fault> {
    acts::forget(&house, &at.station, who.id, id).await?;
    Ok(Redirect::to(&at.station.path("/spare-times")))
}

async fn page(
    house: &House,
    v: &View,
    at: &At,
    person: PersonId,
    (form, problems, status): (&SpareForm, &Problems, Option<StatusCode>),
) -> Result<Response, Fault> {
    let hosts = reads::hosts(house, &at.station).await?;
    let mine = mine(house, &at.station, person, &hosts).await?;
    let once = house.new_id().to_string();
    let times = Times { mine: &mine, hosts: &hosts, form, problems, status, once: &once };
    Ok(pages::times(Frame { v, station: &at.station }, &times).into_response())
}

/// Each time with what is left of it on its next day: it cannot outlive the opening hours.
async fn mine(
    house: &House,
    station: &Arc<Station>,
    person: PersonId,
    hosts: &[(Venue, Offering)],
) -> Result<Vec<(Spare, Vec<Span>)>, Fault> {
    let all = acts::times(house, station, person).await?;
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let venue = |s: &Spare| hosts.iter().find(|(_, o)| o.activity == s.activity).map(|(v, _)| v.id);
    let with_venue: Vec<(Spare, Option<i32>)> = all.into_iter().map(|s| (s.clone(), venue(&s))).collect();
    let read = move |c: &mut Conn| {
        let today = now.to_zoned_datetime(station.zone.clone()).date();
        let one = |(spare, venue): &(Spare, Option<i32>), c: &mut Conn| {
            let (Some(venue), Some(on)) = (*venue, spare.weekly.next(today)) else {
                return Ok((spare.clone(), vec![]));
            };
            let noon = crate::rules::days(&station.zone, on, 1).from;
            let open = answers::open_around(c, &h, &station, venue, noon)?;
            Ok((spare.clone(), spare.weekly.on(on, &open, &station.zone)))
        };
        with_venue.iter().map(|spare| one(spare, c)).collect::<Result<Vec<_>, Fault>>()
    };
    house.db.snapshot(read).await
}
