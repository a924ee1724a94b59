//! What somebody does with a club: asks to be in, leaves, takes it over, says that they are there.
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

use crate::acts::Actor;
use crate::clubs::asked::{LONGEST_REASON, keyed, one_line};
use crate::clubs::forms::{LineForm, MemberForm, WhichForm};
use crate::clubs::pages::{self, Tried};
use crate::clubs::rules::NoClub;
use crate::clubs::says::{self, club_path};
use crate::clubs::{acts, reads};
use crate::public::pages::Frame;
use crate::{ClubId, ReservationId};

type Of = Values<(String, ClubId)>;

pub async fn join(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values((_, id)): Of,
    Form(form): Form<MemberForm>,
) -> Result<Response, Fault> {
    let asked = form.read().and_then(|member| Ok((member.checked(who.id)?, member)));
    let (coming, member) = match asked {
        Ok(asked) => asked,
        Err(problems) => return page(&house, v, (&at, id, who), (&form, &problems), None).await,
    };
    let request = (id, keyed(&house, &member));
    let once = (!form.once.is_empty()).then(|| Once::new(&form.once, &who.id.to_string(), &request));
    let done = acts::join(&house, &at.station, (id, coming), once).await;
    after(&house, v, (&at, id, who), &form, done).await
}

pub async fn leave(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values((_, id)): Of,
    Form(form): Form<WhichForm>,
) -> Result<Response, Fault> {
    let member = Some(form.member.trim()).filter(|m| !m.is_empty());
    let member = member.map(str::parse).transpose().map_err(|_| Fault::NotFound)?;
    let done = acts::leave(&house, &at.station, (id, member), who.id).await;
    after(&house, v, (&at, id, who), &MemberForm::default(), done).await
}

/// Whoever was asked takes the club over.
pub async fn lead(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values((_, id)): Of,
) -> Result<Response, Fault> {
    let done = acts::lead(&house, &at.station, id, who.id).await;
    after(&house, v, (&at, id, who), &MemberForm::default(), done).await
}

/// Whoever was asked does not want to.
pub async fn refuse(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values((_, id)): Of,
) -> Result<Response, Fault> {
    let done = acts::take_back(&house, &at.station, (id, Actor::Person(who.id))).await;
    after(&house, v, (&at, id, who), &MemberForm::default(), done).await
}

pub async fn arrive(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values((_, id, reservation)): Values<(String, ClubId, ReservationId)>,
) -> Result<Response, Fault> {
    let done = acts::arrive(&house, &at.station, (id, reservation), Actor::Person(who.id)).await;
    after(&house, v, (&at, id, who), &MemberForm::default(), done).await
}

/// The leader says something to what staff have hidden.
pub async fn appeal(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Values((_, id)): Of,
    Form(form): Form<LineForm>,
) -> Result<Response, Fault> {
    let words = match one_line("words", &form.words, LONGEST_REASON) {
        Ok(words) => words,
        Err(problems) => return page(&house, v, (&at, id, who), (&MemberForm::default(), &problems), None).await,
    };
    let done = acts::appeal(&house, &at.station, (id, who.id, words)).await;
    after(&house, v, (&at, id, who), &MemberForm::default(), done).await
}

/// Back to the club, which says how it stands now; or the club with the reason why it did not work.
async fn after<T>(
    house: &House,
    v: View,
    (at, id, who): (&At, ClubId, Resident),
    form: &MemberForm,
    done: Result<T, Not<NoClub>>,
) -> Result<Response, Fault> {
    match done {
        Ok(_) => Ok(Redirect::to(&club_path(&at.station, id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&v, &at.station.zone, &refusal);
            let refused = Some((&said, refusal.status()));
            page(house, v, (at, id, who), (form, &Problems::default()), refused).await
        }
    }
}

async fn page(
    house: &House,
    v: View,
    (at, id, who): (&At, ClubId, Resident),
    (form, problems): (&MemberForm, &Problems),
    refused: Option<(&Said, StatusCode)>,
) -> Result<Response, Fault> {
    let v = v.at(club_path(&at.station, id));
    let page = reads::page(house, &at.station, id, Some(who.id)).await?;
    let once = house.new_id().to_string();
    let tried = Tried { form, problems, refused, once: &once };
    Ok(pages::club(Frame { v: &v, station: &at.station }, &page, tried).into_response())
}
