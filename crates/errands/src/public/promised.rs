//! What somebody was told about their ticket, and what became of it, in plain words.
use jiff::Timestamp;
use kernel::page::Kind as Shape;
use kernel::view::View;
use kernel::words::When;

use super::reads::Mine;
use crate::promises::{Ending, Kind, Promise, is_there, settle};
use crate::rules::{Place, State};
use crate::says;

/// The time at which they are to be in the hall, while that is promised.
pub fn come_at(t: &Mine, now: Timestamp) -> Option<Timestamp> {
    let open = |p: &&Promise| p.kind == Kind::ComeAt && ended(t, p, now).is_none();
    let comes = t.kept.ticket.state == State::Waiting && t.kept.ticket.place == Place::Remote;
    t.promises.iter().find(open).filter(|_| comes).map(|p| p.due_at)
}

/// How a promise stands: time decides, whether somebody has written it down or not.
pub fn ended(t: &Mine, promise: &Promise, now: Timestamp) -> Option<Ending> {
    settle(promise, is_there(&t.kept.ticket), now)
}

/// 祁海燕 15:00 回来
pub fn said(v: &View, when: &When, t: &Mine, promise: &Promise) -> String {
    let who = t.hall.person(promise.official).map_or("", |p| p.official.name.as_str());
    let key = match (promise.kind, who) {
        (Kind::Return, "") => "promises-said-somebody".to_owned(),
        (kind, _) => format!("promises-said-{}", kind.name()),
    };
    v.ta(&key, &[("who", who.into()), ("at", says::at(when, promise.due_at).into())])
}

/// 做到了 · 改到 16:00 · 没做到，对不起
pub fn became(v: &View, when: &When, t: &Mine, promise: &Promise) -> (Shape, String) {
    let next = promise.next.and_then(|id| t.promises.iter().find(|p| p.id == id));
    match (ended(t, promise, when.now), next) {
        (None, _) => (Shape::Away, v.t("promises-became-open")),
        (Some(Ending::Kept), _) => (Shape::Ok, v.t("promises-became-kept")),
        (Some(Ending::Revised), Some(next)) if next.official != promise.official => {
            let who = t.hall.person(next.official).map_or("", |p| p.official.name.as_str());
            (Shape::Away, v.ta("promises-became-other", &[("who", who.into())]))
        }
        (Some(Ending::Revised), Some(next)) => {
            let at = says::at(when, next.due_at);
            (Shape::Away, v.ta("promises-became-moved", &[("at", at.into())]))
        }
        (Some(Ending::Revised), None) => (Shape::Away, v.t("promises-became-changed")),
        (Some(Ending::Broken), _) => (Shape::Stop, v.t("promises-became-broken")),
        (Some(Ending::GivenBack), _) => (Shape::Shut, v.t("promises-became-given-back")),
    }
}
