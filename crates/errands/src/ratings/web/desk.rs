//! The desk's call-backs: managers only.
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::At as Values;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::View;
use serde::Deserialize;
use stations::{AtDesk, AtDeskAsManager, DeskPage, Named};

use crate::ratings::answers::{self, ToCall};
use crate::ratings::asked::{CallBackAnswer, CallBackDays};
use crate::ratings::pages::desk as pages;
use crate::ratings::rules::{Outcome, RatingId, Refusal};
use crate::ratings::{TAB, acts};

const PATH: &str = "/desk/call-backs";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    kept: String,
}

async fn all(house: &House, desk: &AtDesk) -> Result<(Vec<ToCall>, i16), Fault> {
    let (h, station, now) = (house.clone(), desk.station.clone(), house.now());
    let read = move |c: &mut Conn| Ok((answers::call_backs(c, &h, &station, now)?, answers::days(c, &station)?));
    house.db.snapshot(read).await
}

pub async fn list(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    listed(&house, &v, &desk, !asked.kept.is_empty(), &Problems::default()).await
}

async fn listed(house: &House, v: &View, desk: &AtDesk, kept: bool, problems: &Problems) -> Result<Response, Fault> {
    let (all, days) = all(house, desk).await?;
    let body = pages::list(v, &desk.station, &pages::List { all: &all, days, kept, problems });
    let page = DeskPage::new(v, desk, TAB, v.t("ratings-desk-title")).status(problems.status());
    let page = page.back(v.t("errands-desk-tab-measure"), desk.station.path("/desk/measure"));
    // A list renews itself; a form with a mistake stays until it was read.
    let page = if problems.status() == StatusCode::OK { page.follows(desk) } else { page };
    Ok(page.body(body).into_response())
}

pub async fn show(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    Values(Named { id }): Values<Named<RatingId>>,
) -> Result<Response, Fault> {
    one(&house, &v, (&desk, id), None, &Problems::default()).await
}

async fn one(
    house: &House,
    v: &View,
    (desk, id): (&AtDesk, RatingId),
    typed: Option<&Typed>,
    problems: &Problems,
) -> Result<Response, Fault> {
    let (all, _) = all(house, desk).await?;
    let call_back = all.iter().find(|b| b.id == id).ok_or(Fault::NotFound)?;
    let outcome = typed.map_or(call_back.outcome, |t| Outcome::named(&t.outcome));
    let once = house.new_id().to_string();
    let typed = typed.map_or(call_back.answer.as_str(), |t| t.answer.as_str());
    let shown = pages::One { call_back, outcome, typed, problems, once: &once };
    let title = pages::title(v, &desk.station, call_back);
    let page = DeskPage::new(v, desk, TAB, title).status(problems.status());
    let page = page.back(v.t("ratings-desk-title"), desk.station.path(PATH));
    Ok(page.body(pages::one(v, &desk.station, &shown)).into_response())
}

/// The form of one call-back.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    outcome: String,
    answer: String,
    once: String,
}

pub async fn answer(
    State(house): State<House>,
    v: View,
    (AtDeskAsManager(desk), Values(Named { id })): (AtDeskAsManager, Values<Named<RatingId>>),
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let v = v.at(desk.station.path(&format!("{PATH}/{id}")));
    let Some(outcome) = Outcome::named(&typed.outcome) else {
        let mut problems = Problems::default();
        problems.add("outcome", "ratings-desk-choose");
        return one(&house, &v, (&desk, id), Some(&typed), &problems).await;
    };
    let (outcome, words) = match (CallBackAnswer { outcome, answer: typed.answer.clone() }).checked() {
        Ok(checked) => checked,
        Err(problems) => return one(&house, &v, (&desk, id), Some(&typed), &problems).await,
    };
    let by = answering(&house, &desk, (id, outcome, &words), &typed.once);
    match acts::answer(&house, &desk.station, id, (outcome, words), by).await {
        Ok(()) => Ok(Redirect::to(&desk.station.path(&format!("{PATH}?kept=1"))).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(Refusal::NoWords)) => {
            let mut problems = Problems::default();
            problems.add("answer", "ratings-no-answer-without-words");
            one(&house, &v, (&desk, id), Some(&typed), &problems).await
        }
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(refusal.say(&v));
            one(&house, &v, (&desk, id), Some(&typed), &problems).await
        }
    }
}

/// Who answers, and the request's key. Of the words only a keyed hash says whether a request is the same.
pub fn answering(
    house: &House,
    desk: &AtDesk,
    (id, outcome, words): (RatingId, Outcome, &str),
    key: &str,
) -> (people::StaffId, Option<Once>) {
    let staff = desk.staff.id;
    let hash = house.keys.lookup("call-back-once", words).to_vec();
    (staff, (!key.is_empty()).then(|| Once::new(key, &staff.to_string(), &(id, outcome, hash))))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Days {
    days: String,
}

pub async fn set_days(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    Form(typed): Form<Days>,
) -> Result<Response, Fault> {
    match (CallBackDays { days: typed.days.trim().parse().unwrap_or(0) }).checked() {
        Ok(days) => {
            acts::set_days(&house, &desk.station, days, desk.staff.id).await?;
            Ok(Redirect::to(&desk.station.path(&format!("{PATH}?kept=1"))).into_response())
        }
        Err(problems) => listed(&house, &v.at(desk.station.path(PATH)), &desk, false, &problems).await,
    }
}
