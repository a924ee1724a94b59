//! Receipts and refusals in words.
use axum::http::StatusCode;
use kernel::page::Kind;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;

use super::answers::Seen;
use super::rules::{NoReceipt, State};
use crate::rules::Paper;
use crate::says::{name, ways};

/// The shape and the words of papers; late ones say so.
pub fn state(v: &View, seen: &Seen) -> (Kind, String) {
    if seen.is_late(v.now()) {
        return (Kind::Away, v.t("receipt-late"));
    }
    let kind = match seen.kept.state {
        State::Ready => Kind::Ok,
        State::Received | State::InWork | State::NeedsMore => Kind::Away,
        State::HandedBack => Kind::Shut,
    };
    (kind, v.t(&format!("receipt-state-{}", seen.kept.state.name())))
}

/// 身份证、户口本
pub fn papers<'p>(v: &View, papers: impl Iterator<Item = &'p Paper>) -> String {
    papers.map(|p| name(v, &p.name)).collect::<Vec<_>>().join(&v.t("public-and"))
}

pub fn matter<'s>(v: &View, seen: &'s Seen) -> &'s str {
    seen.matter.as_ref().map_or("", |m| name(v, &m.draft.name))
}

impl Refusal for NoReceipt {
    fn code(&self) -> &'static str {
        match self {
            NoReceipt::NoSuchWay(_) => "not-dropped-off",
            NoReceipt::NoMatter => "no-such-matter",
            NoReceipt::Proxy(no) => no.code(),
            NoReceipt::ReadyAt => "ready-at",
            NoReceipt::NoNote => "no-note",
            NoReceipt::NotNow(_) => "receipt-not-now",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            NoReceipt::Proxy(no) => return no.say(v),
            NoReceipt::NoSuchWay(has) => match ways(v, *has) {
                none if none.is_empty() => v.t("receipt-no-way"),
                all => v.ta("receipt-no-such-way", &[("ways", all.into())]),
            },
            NoReceipt::NotNow(state) => {
                let state = v.t(&format!("receipt-state-{}", state.name()));
                v.ta("receipt-no-receipt-not-now", &[("state", state.into())])
            }
            other => v.t(&format!("receipt-no-{}", other.code())),
        })
    }

    fn status(&self) -> StatusCode {
        match self {
            NoReceipt::NoSuchWay(_) | NoReceipt::NotNow(_) => StatusCode::CONFLICT,
            NoReceipt::Proxy(no) => no.status(),
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}
