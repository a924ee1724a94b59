//! What somebody does with a club: asks to be in, leaves, takes it over, says that they are there.
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _, Said};

use crate::acts::Actor;
use crate::clubs::asked::{LONGEST_REASON, one_line};
use crate::clubs::forms::{LineForm, MemberForm, WhichForm};
use crate::clubs::pages::{self, Tried};
use crate::clubs::rules::NoClub;
use crate::clubs::says::{self, club_path};
use crate::clubs::steps::{Asker, OfMeeting};
use crate::clubs::{acts, reads};
use crate::public::pages::Frame;

pub async fn join(asker: Asker, Form(form): Form<MemberForm>) -> Result<Response, Fault> {
    let asked = form.read().and_then(|member| Ok((member.checked(asker.person)?, member)));
    let (coming, member) = match asked {
        Ok(asked) => asked,
        Err(problems) => return page(&asker, (&form, &problems), None).await,
    };
    let once = asker.once(&form.once, &member);
    let done = acts::join(&asker.house, &asker.station, (asker.id, coming), once).await;
    after(&asker, &form, done).await
}

pub async fn leave(asker: Asker, Form(form): Form<WhichForm>) -> Result<Response, Fault> {
    let member = Some(form.member.trim()).filter(|m| !m.is_empty());
    let member = member.map(str::parse).transpose().map_err(|_| Fault::NotFound)?;
    let done = acts::leave(&asker.house, &asker.station, (asker.id, member), asker.person).await;
    after(&asker, &MemberForm::default(), done).await
}

/// Whoever was asked takes the club over.
pub async fn lead(asker: Asker) -> Result<Response, Fault> {
    let done = acts::lead(&asker.house, &asker.station, asker.id, asker.person).await;
    after(&asker, &MemberForm::default(), done).await
}

/// Whoever was asked does not want to.
pub async fn refuse(asker: Asker) -> Result<Response, Fault> {
    let done = acts::take_back(&asker.house, &asker.station, (asker.id, Actor::Person(asker.person))).await;
    after(&asker, &MemberForm::default(), done).await
}

pub async fn arrive(asker: Asker, Values(OfMeeting { reservation }): Values<OfMeeting>) -> Result<Response, Fault> {
    let person = Actor::Person(asker.person);
    let done = acts::arrive(&asker.house, &asker.station, (asker.id, reservation), person).await;
    after(&asker, &MemberForm::default(), done).await
}

/// The leader says something to what staff have hidden.
pub async fn appeal(asker: Asker, Form(form): Form<LineForm>) -> Result<Response, Fault> {
    let words = match one_line("words", &form.words, LONGEST_REASON) {
        Ok(words) => words,
        Err(problems) => return page(&asker, (&MemberForm::default(), &problems), None).await,
    };
    let done = acts::appeal(&asker.house, &asker.station, (asker.id, asker.person, words)).await;
    after(&asker, &MemberForm::default(), done).await
}

/// Back to the club, which says how it stands now; or the club with the reason why it did not work.
async fn after<T>(asker: &Asker, form: &MemberForm, done: Result<T, Not<NoClub>>) -> Result<Response, Fault> {
    match done {
        Ok(_) => Ok(Redirect::to(&club_path(&asker.station, asker.id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&asker.v, &asker.station.zone, &refusal);
            page(asker, (form, &Problems::default()), Some((&said, refusal.status()))).await
        }
    }
}

async fn page(
    asker: &Asker,
    (form, problems): (&MemberForm, &Problems),
    refused: Option<(&Said, StatusCode)>,
) -> Result<Response, Fault> {
    let v = asker.v.at(club_path(&asker.station, asker.id));
    let page = reads::page(&asker.house, &asker.station, asker.id, Some(asker.person)).await?;
    let once = asker.house.new_id().to_string();
    let tried = Tried { form, problems, refused, once: &once };
    Ok(pages::club(Frame { v: &v, station: &asker.station }, &page, tried).into_response())
}
