//! States, steps, days and refusals in words: for whoever left an opinion, for the desk and for everybody.
use axum::http::StatusCode;
use kernel::page::Kind;
use kernel::refusal::{Refusal as Refuses, Said};
use kernel::share::{Share, Sure};
use kernel::view::View;
use kernel::words::When;

use crate::answers::{Byline, Category};
use crate::rules::{Due, Look, Refusal, Satisfied, Source, State, Step};

/// How an opinion stands, in a shape and in words.
pub fn state(v: &View, state: State) -> (Kind, String) {
    let kind = match state {
        State::Answered | State::Solved => Kind::Ok,
        State::Received | State::Screened | State::Assigned | State::Working | State::Disputed => Kind::Away,
        State::Unconfirmed | State::Merged | State::OutOfScope | State::Withdrawn => Kind::Shut,
    };
    (kind, v.t(&format!("opinions-state-{}", state.name())))
}

pub fn step(v: &View, step: Step) -> String {
    v.t(&format!("opinions-step-{}", step.name()))
}

pub fn satisfied(v: &View, how: Satisfied) -> String {
    v.t(&format!("opinions-satisfied-{}", how.name()))
}

/// Who did a step: a desk, and for colleagues the name.
pub fn byline(v: &View, by: &Byline) -> String {
    match by {
        Byline::Reporter => v.t("opinions-by-reporter"),
        Byline::Time => v.t("opinions-by-time"),
        Byline::Station { desk, name } => {
            let known: Vec<&str> = [desk, name].into_iter().flatten().map(String::as_str).collect();
            if known.is_empty() { v.t("opinions-by-station") } else { known.join(" ") }
        }
    }
}

pub fn source(v: &View, source: Source) -> String {
    v.t(&format!("opinions-source-{}", source.name()))
}

pub fn look(v: &View, look: Look) -> String {
    v.t(&format!("opinions-viewed-{}", look.name()))
}

pub fn category(v: &View, category: &Category) -> String {
    v.pick(&category.name_zh, &category.name_en).to_owned()
}

/// 7月17日, with a word of warning as long as a holiday notice may move it.
pub fn due_day(v: &View, when: &When, due: &Due) -> String {
    let day = when.date_in_full(due.on);
    if due.provisional { day + &v.t("opinions-due-provisional") } else { day }
}

/// 92%（81–97），40 件里有 37 件; nothing while they are too few.
pub fn share(v: &View, share: Share) -> Option<String> {
    let sure = share.published().map(Sure::per_100)?;
    let round = |x: f64| format!("{x:.0}");
    let args = [
        ("value", round(sure.value).into()),
        ("low", round(sure.low).into()),
        ("high", round(sure.high).into()),
        ("n", share.n.into()),
        ("count", share.count.into()),
    ];
    Some(v.ta("opinions-figure-value", &args))
}

/// Whom to turn to where nobody at the station can see an opinion.
pub fn oversight(v: &View, (zh, en): &(String, String)) -> String {
    let office = v.pick(zh, en);
    if office.is_empty() { v.t("opinions-oversight-usual") } else { office.to_owned() }
}

impl Refuses for Refusal {
    fn code(&self) -> &'static str {
        self.name()
    }

    fn say(&self, v: &View) -> Said {
        let key = format!("opinions-no-{}", self.name().trim_start_matches("opinion-"));
        Said::only(match self {
            Refusal::NotYet(now) | Refusal::Ended(now) => v.ta(&key, &[("state", state(v, *now).1.into())]),
            Refusal::Busy { seconds, .. } => v.ta(&key, &[("seconds", (*seconds).into())]),
            Refusal::TooManyPhotos => v.ta(&key, &[("n", crate::rules::MOST_PHOTOS.into())]),
            _ => v.t(&key),
        })
    }

    fn status(&self) -> StatusCode {
        match self {
            Refusal::TooManyPhotos | Refusal::WrongReceipt | Refusal::NotAssignable | Refusal::NoCategory => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            _ => StatusCode::CONFLICT,
        }
    }
}
