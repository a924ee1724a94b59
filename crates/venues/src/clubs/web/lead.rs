//! What the leader does, and staff in the leader's place.
use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};

use crate::clubs::asked::{LONGEST_NOTICE, one_line};
use crate::clubs::forms::{ClubForm, LineForm};
use crate::clubs::rules::NoClub;
use crate::clubs::says;
use crate::clubs::steps::{Led, OfMember};
use crate::clubs::{acts, pages};
use crate::public::pages::Frame;

/// Back to who is in, or that page with the reason why it did not work.
async fn after(led: Led, done: Result<(), Not<NoClub>>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(Redirect::to(&led.club.path("/people")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&led.v, &led.club.station.zone, &refusal);
            let (read, v) = (led.club.read().await?, led.at("/people"));
            let refused = Some((&said, refusal.status()));
            Ok(pages::people(Frame { v: &v, station: &led.club.station }, &read, refused).into_response())
        }
    }
}

pub async fn people(led: Led) -> Result<Response, Fault> {
    Ok(pages::people(Frame { v: &led.v, station: &led.club.station }, &led.club.read().await?, None).into_response())
}

pub async fn admit(led: Led, Values(OfMember { member }): Values<OfMember>) -> Result<Response, Fault> {
    let done = acts::admit(&led.club.house, &led.club.station, (led.club.id, member, led.club.actor)).await;
    after(led, done).await
}

pub async fn remove(led: Led, Values(OfMember { member }): Values<OfMember>) -> Result<Response, Fault> {
    let done = acts::remove(&led.club.house, &led.club.station, (led.club.id, member, led.club.actor)).await;
    after(led, done).await
}

pub async fn hand_over(led: Led, Values(OfMember { member }): Values<OfMember>) -> Result<Response, Fault> {
    let done = acts::ask_to_lead(&led.club.house, &led.club.station, (led.club.id, member, led.club.actor)).await;
    after(led, done).await
}

pub async fn take_back(led: Led) -> Result<Response, Fault> {
    let done = acts::take_back(&led.club.house, &led.club.station, (led.club.id, led.club.actor)).await;
    after(led, done).await
}

pub async fn notices(led: Led) -> Result<Response, Fault> {
    notices_page(&led, LineForm::default(), &Problems::default(), None).await
}

async fn notices_page(
    led: &Led,
    form: LineForm,
    problems: &Problems,
    refused: Option<StatusCode>,
) -> Result<Response, Fault> {
    // The next try is another request.
    let form = LineForm { once: led.club.house.new_id().to_string(), ..form };
    let v = led.at("/notices");
    let f = Frame { v: &v, station: &led.club.station };
    Ok(pages::notices(f, &led.club.read().await?, (&form, problems), refused).into_response())
}

pub async fn tell(led: Led, Form(form): Form<LineForm>) -> Result<Response, Fault> {
    let words = match one_line("words", &form.words, LONGEST_NOTICE) {
        Ok(words) => words,
        Err(problems) => return notices_page(&led, form, &problems, None).await,
    };
    let once = led.club.once(&form.once, &words);
    match acts::notice(&led.club.house, &led.club.station, (led.club.id, led.club.actor, words), once).await {
        Ok(_) => Ok(Redirect::to(&led.club.path("/notices")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(says::said(&led.v, &led.club.station.zone, &refusal));
            notices_page(&led, form, &problems, Some(refusal.status())).await
        }
    }
}

pub async fn text(led: Led) -> Result<Response, Fault> {
    let club = led.club.read().await?.seen.club;
    let joining = if club.opens { "open" } else { "asks" };
    let form = ClubForm { name: club.name, about: club.about, joining: joining.into(), ..ClubForm::default() };
    text_page(&led, &form, &Problems::default(), None).await
}

async fn text_page(
    led: &Led,
    form: &ClubForm,
    problems: &Problems,
    refused: Option<StatusCode>,
) -> Result<Response, Fault> {
    let v = led.at("/text");
    let f = Frame { v: &v, station: &led.club.station };
    Ok(pages::text(f, &led.club.read().await?, (form, problems), refused).into_response())
}

pub async fn set_text(led: Led, Form(form): Form<ClubForm>) -> Result<Response, Fault> {
    let text = match form.text().checked() {
        Ok(text) => text,
        Err(problems) => return text_page(&led, &form, &problems, None).await,
    };
    let done = acts::set_text(&led.club.house, &led.club.station, (led.club.id, led.club.actor), text).await;
    settled(&led, &form, done).await
}

/// The leader closes the club; the desk does it on its own page, with a reason.
pub async fn close(led: Led) -> Result<Response, Fault> {
    let done = acts::close(&led.club.house, &led.club.station, (led.club.id, led.club.actor, String::new())).await;
    settled(&led, &ClubForm::default(), done).await
}

async fn settled(led: &Led, form: &ClubForm, done: Result<(), Not<NoClub>>) -> Result<Response, Fault> {
    match done {
        Ok(()) => Ok(Redirect::to(&led.club.path("")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(says::said(&led.v, &led.club.station.zone, &refusal));
            text_page(led, form, &problems, Some(refusal.status())).await
        }
    }
}
