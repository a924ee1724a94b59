//! Consents and refusals in words.
use axum::http::StatusCode;
use kernel::page::Kind as Shape;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;
use stations::Station;

use super::rules::{NoProxy, State};
use crate::rules::Matter;
use crate::says::{self, name};

/// The shape and the words of a consent.
pub fn state(v: &View, state: State) -> (Shape, String) {
    let kind = if state == State::Holds { Shape::Ok } else { Shape::Shut };
    (kind, v.t(&format!("proxy-state-{}", state.name())))
}

impl Refusal for NoProxy {
    fn code(&self) -> &'static str {
        match self {
            NoProxy::NoSuchWay(_) => "not-by-proxy",
            NoProxy::NoMatter => "no-such-matter",
            NoProxy::Past => "consent-in-the-past",
            NoProxy::TooLong => "consent-too-long",
            NoProxy::How => "consent-how",
            NoProxy::Ended(_) => "consent-ended",
            NoProxy::Draw(refusal) => refusal.code(),
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            NoProxy::NoSuchWay(has) => match says::ways(v, *has) {
                none if none.is_empty() => v.t("proxy-no-way"),
                all => v.ta("proxy-no-such-way", &[("ways", all.into())]),
            },
            NoProxy::Ended(state) => v.t(&format!("proxy-no-longer-{}", state.name())),
            NoProxy::Draw(refusal) => return refusal.say(v),
            other => v.t(&format!("proxy-no-{}", other.code())),
        })
    }

    fn status(&self) -> StatusCode {
        match self {
            NoProxy::NoSuchWay(_) | NoProxy::Ended(_) => StatusCode::CONFLICT,
            NoProxy::Draw(refusal) => refusal.status(),
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

/// A refusal, with times in the station's zone.
pub fn said(v: &View, station: &Station, refusal: &NoProxy) -> Said {
    match refusal {
        NoProxy::Draw(refusal) => says::said(v, &station.zone, refusal),
        refusal => refusal.say(v),
    }
}

pub fn matter<'m>(v: &View, matter: Option<&'m Matter>) -> &'m str {
    matter.map_or("", |m| name(v, &m.draft.name))
}
