//! Signups and refusals in words.
use axum::http::StatusCode;
use kernel::page::Kind;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;
use kernel::words::When;
use stations::Station;

use super::answers::{Guest, Known, Seen};
use super::rules::{NoSignup, State};
use crate::rules::Ages;

/// The shape and the words of how a signup stands.
pub fn state(v: &View, state: State) -> (Kind, String) {
    let kind = match state {
        State::In => Kind::Ok,
        State::Waiting | State::Offered | State::Entered => Kind::Away,
        _ => Kind::Shut,
    };
    (kind, v.t(&format!("signup-state-{}", state.name())))
}

/// The same of one that waits: with its place, and that it was not drawn.
pub fn stands(v: &View, seen: &Seen) -> (Kind, String) {
    let (kind, words) = state(v, seen.state);
    match (seen.ahead, seen.signup.entry) {
        (Some(ahead), entry) => {
            let key = if entry.is_some() { "signup-not-drawn-nth" } else { "signup-waits-nth" };
            (kind, v.ta(key, &[("n", (ahead + 1).into())]))
        }
        _ => (kind, words),
    }
}

/// 6月27日 周六 15:00–16:30
pub fn whole_day(when: &When, known: &Known) -> String {
    let (from, until) = (known.occurrence.starts_at, known.occurrence.ends_at);
    let on = when.date(from);
    format!("{} {} {}", when.date_in_full(on), when.weekday(on), when.times(from, until))
}

/// 7–12 岁
pub fn ages(v: &View, of: &Ages) -> Option<String> {
    Some(match (of.min, of.max) {
        (None, None) => return None,
        (Some(min), None) => v.ta("signup-ages-from", &[("min", i32::from(min).into())]),
        (None, Some(max)) => v.ta("signup-ages-to", &[("max", i32::from(max).into())]),
        (Some(min), Some(max)) => {
            v.ta("signup-ages", &[("min", i32::from(min).into()), ("max", i32::from(max).into())])
        }
    })
}

/// 孩子 7–9 岁
pub fn child_of(v: &View, band: people::Band) -> String {
    v.ta("signup-child-of", &[("band", band.name().into())])
}

/// Whom the desk calls: 小宝（马大爷）, 马大爷, 孩子 7–9 岁, 尾号 1234, 12 号.
pub fn who(v: &View, guest: &Guest) -> String {
    let child = guest.nickname.clone().or(guest.signup.band.map(|band| child_of(v, band)));
    let digits = || guest.phone.as_ref().map(|p| v.ta("signup-phone-ends", &[("digits", last_four(p).into())]));
    let holder = guest.name.clone().or_else(digits);
    match (child, holder) {
        (Some(child), Some(holder)) => v.ta("signup-child-with", &[("child", child.into()), ("holder", holder.into())]),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => v.ta("signup-number", &[("n", guest.signup.place.into())]),
    }
}

/// By which a helper finds somebody.
pub fn last_four(phone: &people::Phone) -> String {
    let digits = phone.full();
    digits.get(digits.len().saturating_sub(4)..).unwrap_or_default().to_owned()
}

impl Refusal for NoSignup {
    fn code(&self) -> &'static str {
        match self {
            NoSignup::JustCome => "just-come",
            NoSignup::CalledOff => "activity-called-off",
            NoSignup::NotYet(_) => "signup-not-yet",
            NoSignup::Closed => "signup-closed",
            NoSignup::Already => "signed-up-already",
            NoSignup::Seats(_) => "so-many-seats",
            NoSignup::Age(_) => "another-age",
            NoSignup::GuardianFirst(_) => "guardian-first",
            NoSignup::NoChild => "no-such-child",
            NoSignup::Nobody => "nobody-named",
            NoSignup::NotNow(_) => "signup-not-now",
            NoSignup::Lapsed => "offer-lapsed",
            NoSignup::Code(code) => code.code(),
        }
    }

    /// Times are said in the zone of Sanhe unless the station is known: [`said`].
    fn say(&self, v: &View) -> Said {
        match self {
            NoSignup::Code(code) => code.say(v),
            NoSignup::Seats(most) => Said::only(v.ta("signup-no-so-many-seats", &[("most", (*most).into())])),
            NoSignup::Age(of) => {
                let ages = ages(v, of).unwrap_or_default();
                Said::only(v.ta("signup-no-another-age", &[("ages", ages.into())]))
            }
            NoSignup::GuardianFirst(under) => {
                Said::only(v.ta("signup-no-guardian-first", &[("under", i32::from(*under).into())]))
            }
            NoSignup::NotNow(now) => {
                Said::only(v.ta("signup-no-signup-not-now", &[("state", state(v, *now).1.into())]))
            }
            other => Said::only(v.t(&format!("signup-no-{}", other.code()))),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            NoSignup::Seats(_) | NoSignup::NoChild | NoSignup::Nobody => StatusCode::UNPROCESSABLE_ENTITY,
            NoSignup::Code(code) => code.status(),
            _ => StatusCode::CONFLICT,
        }
    }
}

/// A refusal in the station's time.
pub fn said(v: &View, station: &Station, refusal: &NoSignup) -> Said {
    match refusal {
        NoSignup::NotYet(at) => {
            let when = v.when(&station.zone);
            let on = format!("{} {}", when.day(when.date(*at)), when.time(*at));
            Said::only(v.ta("signup-no-not-yet-until", &[("at", on.into())]))
        }
        other => other.say(v),
    }
}
