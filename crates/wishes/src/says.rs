//! Kinds, states, acts and refusals in words: for everybody and for the desk.
use axum::http::StatusCode;
use kernel::page::Kind as Shape;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;

use crate::rules::{Band, Consent, Kind, May, NoClaim, NoHandover, NoReview, NoWish, State};

/// 御寒衣物、被褥
pub fn kind(v: &View, kind: Kind) -> String {
    v.t(&format!("wishes-kind-{}", kind.word()))
}

/// 100 元以内
pub fn band(v: &View, band: Band) -> String {
    v.t(&format!("wishes-band-{}", band.word()))
}

pub fn consent(v: &View, how: Consent) -> String {
    v.t(&format!("wishes-consent-{}", how.word()))
}

/// How a wish stands, in a shape and in words.
pub fn state(v: &View, state: State) -> (Shape, String) {
    let shape = match state {
        State::Open | State::Delivered | State::Fulfilled => Shape::Ok,
        State::Draft | State::Asked | State::Claimed | State::Contacted | State::Overdue => Shape::Away,
        State::Refused | State::Referred => Shape::Shut,
    };
    (shape, v.t(&format!("wishes-state-{}", state.word())))
}

/// What somebody of staff does with it, as the words of a button.
pub fn may(v: &View, act: May) -> String {
    let word = match act {
        May::Ask => "ask",
        May::Review => "review",
        May::DecideAppeal => "decide-appeal",
        May::Appeal => "appeal",
        May::Contact => "contact",
        May::Deliver => "deliver",
        May::Tell => "tell",
        May::HandOver => "hand-over",
        May::Refer => "refer",
        May::ClaimFor => "claim-for",
        May::GiveUp => "give-up",
        May::NewCode => "new-code",
        May::Redraft => "redraft",
        May::Withdraw => "withdraw",
    };
    v.t(&format!("wishes-may-{word}"))
}

impl Refusal for NoClaim {
    fn code(&self) -> &'static str {
        match self {
            NoClaim::Gone => "wish-gone",
            NoClaim::Yours => "wish-yours",
            NoClaim::TooMany { .. } => "wish-too-many",
            NoClaim::NotOpen => "wish-not-open",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            NoClaim::Gone => v.t("wishes-no-gone"),
            NoClaim::Yours => v.t("wishes-no-yours"),
            NoClaim::TooMany { most } => v.ta("wishes-no-too-many", &[("most", (*most).into())]),
            NoClaim::NotOpen => v.t("wishes-no-not-open"),
        })
    }
}

impl Refusal for NoReview {
    fn code(&self) -> &'static str {
        match self {
            NoReview::Moved => "wish-written-anew",
            NoReview::NotAsked => "wish-not-asked",
            NoReview::OwnDraft => "wish-own-draft",
            NoReview::Twice => "wish-reviewed-twice",
            NoReview::NoWhy => "wish-no-needs-why",
        }
    }

    fn say(&self, v: &View) -> Said {
        let key = match self {
            NoReview::Moved => "wishes-no-moved",
            NoReview::NotAsked => "wishes-no-not-asked",
            NoReview::OwnDraft => "wishes-no-own-draft",
            NoReview::Twice => "wishes-no-twice",
            NoReview::NoWhy => "wishes-no-why",
        };
        Said::only(v.t(key))
    }

    fn status(&self) -> StatusCode {
        match self {
            NoReview::NoWhy => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}

impl Refusal for NoHandover {
    fn code(&self) -> &'static str {
        match self {
            NoHandover::WrongCode { .. } => "wish-wrong-code",
            NoHandover::TooManyTries => "wish-too-many-tries",
            NoHandover::NotThere => "wish-not-there",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            NoHandover::WrongCode { left } => v.ta("wishes-no-wrong-code", &[("left", (*left).into())]),
            NoHandover::TooManyTries => v.t("wishes-no-too-many-tries"),
            NoHandover::NotThere => v.t("wishes-no-not-there"),
        })
    }
}

impl Refusal for NoWish {
    fn code(&self) -> &'static str {
        match self {
            NoWish::Moved => "wish-written-anew",
            NoWish::NotNow(_) => "wish-not-now",
            NoWish::Taken => "wish-taken",
            NoWish::NeedsGuardian => "wish-needs-guardian",
            NoWish::HasOne => "wish-has-one",
            NoWish::NoVillage => "wish-no-village",
            NoWish::NamesVillage { .. } => "wish-names-village",
            NoWish::NamesPerson { .. } => "wish-names-somebody",
            NoWish::KindStays => "wish-kind-stays",
            NoWish::Appealed => "wish-appealed",
            NoWish::SameHand => "wish-same-hand",
            NoWish::Decided => "wish-decided",
            NoWish::Contacted => "wish-contacted",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            NoWish::Moved => v.t("wishes-no-moved"),
            NoWish::NotNow(now) => v.ta("wishes-no-not-now", &[("state", state(v, *now).1.into())]),
            NoWish::Taken => v.t("wishes-no-taken"),
            NoWish::NeedsGuardian => v.t("wishes-no-needs-guardian"),
            NoWish::HasOne => v.t("wishes-no-has-one"),
            NoWish::NoVillage => v.t("wishes-no-village"),
            NoWish::NamesVillage { word } => v.ta("wishes-item-place", &[("word", word.as_str().into())]),
            NoWish::NamesPerson { word } => v.ta("wishes-item-name", &[("word", word.as_str().into())]),
            NoWish::KindStays => v.t("wishes-no-kind-stays"),
            NoWish::Appealed => v.t("wishes-no-appealed"),
            NoWish::SameHand => v.t("wishes-no-same-hand"),
            NoWish::Decided => v.t("wishes-no-decided"),
            NoWish::Contacted => v.t("wishes-no-contacted"),
        })
    }

    fn status(&self) -> StatusCode {
        match self {
            NoWish::NeedsGuardian | NoWish::NoVillage | NoWish::NamesVillage { .. } | NoWish::NamesPerson { .. } => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            _ => StatusCode::CONFLICT,
        }
    }
}
