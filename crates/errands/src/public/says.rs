//! Answers, tickets and people in words.
use jiff::civil::DateTime;
use kernel::page::Kind;
use kernel::view::View;
use kernel::words::When;

use super::answer::{Answer, Person};
use super::promised::come_at;
use super::reads::Mine;
use crate::acts::{DAY_OVER, OUTAGE};
use crate::rules::{DeskId, Place, Shown, State};
use crate::says::{name, shown};

/// 14:00 today, 明天 8:30 on another day.
pub fn moment(when: &When, at: DateTime) -> String {
    let clock = stations::clock(at);
    if at.date() == when.today() { clock } else { format!("{} {clock}", when.day(at.date())) }
}

/// 1、4 号窗
pub fn desks(v: &View, desks: &[DeskId]) -> String {
    let all: Vec<String> = desks.iter().map(i32::to_string).collect();
    v.ta("public-desks", &[("desks", all.join(&v.t("public-and")).into())])
}

/// 祁海燕下村 15:00 回
pub fn person(v: &View, when: &When, p: &Person) -> String {
    let (_, words) = shown(v, when, &p.shown);
    v.ta("public-person", &[("name", p.official.name.as_str().into()), ("is", words.into())])
}

/// How a matter stands, on one line of a list.
pub fn brief(v: &View, when: &When, answer: &Answer<'_>) -> (Kind, String) {
    match answer {
        Answer::Now { who, .. } => (Kind::Ok, person(v, when, who)),
        Answer::Desks(all) => (Kind::Ok, v.ta("public-at", &[("desks", desks(v, all).into())])),
        Answer::Away(who) => (shown(v, when, &who.shown).0, person(v, when, who)),
        Answer::NotKnown(Some(who)) => (shown(v, when, &who.shown).0, person(v, when, who)),
        Answer::NotKnown(None) => (Kind::Shut, v.t("hall-not-said")),
        Answer::Shut(next) => (Kind::Shut, shut(v, when, *next)),
    }
}

/// 窗口没开，14:00 开
pub fn shut(v: &View, when: &When, next: Option<DateTime>) -> String {
    match next {
        Some(at) => v.ta("public-shut-until", &[("at", moment(when, at).into())]),
        None => v.t("public-shut"),
    }
}

/// The answer as a whole page begins with it: the word beside the shape, and what to do.
pub fn answer(v: &View, when: &When, answer: &Answer<'_>) -> (Kind, String, String) {
    let now = |title| (Kind::Ok, v.t("public-now"), title);
    match answer {
        Answer::Now { who, .. } => now(go_to(v, who)),
        Answer::Desks(all) => now(v.ta("public-go-desks", &[("desks", desks(v, all).into())])),
        Answer::Away(who) => (Kind::Away, v.t("public-nobody"), person(v, when, who)),
        Answer::NotKnown(_) => (Kind::Shut, v.t("hall-not-said"), v.t("public-ask-first")),
        Answer::Shut(None) => (Kind::Shut, v.t("public-not-now"), v.t("public-closed")),
        Answer::Shut(Some(at)) => {
            let word = if at.date() == when.today() { "public-not-now" } else { "public-not-today" };
            (Kind::Shut, v.t(word), v.ta("public-opens", &[("at", moment(when, *at).into())]))
        }
    }
}

fn go_to(v: &View, who: &Person) -> String {
    let name = who.official.name.as_str();
    match who.shown {
        Shown::AtDesk(Some(desk)) => v.ta("public-go-desk", &[("n", desk.into()), ("name", name.into())]),
        _ => v.ta("public-go-hall", &[("name", name.into())]),
    }
}

pub fn waiting(v: &View, n: usize) -> String {
    v.ta("public-waiting", &[("n", n.into())])
}

pub fn ahead(v: &View, n: usize) -> String {
    v.ta("public-ahead", &[("n", n.into())])
}

/// How a ticket stands, in a few words: 前面 2 人, 请到 3 号窗, 10:30 以后叫你.
pub fn stands(v: &View, when: &When, t: &Mine) -> (Kind, String) {
    let ticket = &t.kept.ticket;
    let until = || ticket.until_at.map(|at| stations::clock(stations::wall(at, &when.zone))).unwrap_or_default();
    let desk = || desks(v, ticket.desk.as_slice());
    if t.past && ticket.state.stands() {
        return (Kind::Shut, v.t("public-past"));
    }
    match ticket.state {
        State::Waiting => {
            let kind = if ticket.place == Place::OnSite { Kind::Ok } else { Kind::Away };
            (kind, ahead(v, t.ahead().unwrap_or_default()))
        }
        State::Called => (Kind::Ok, v.ta("public-called", &[("desks", desk().into())])),
        State::Serving => (Kind::Ok, v.ta("public-serving", &[("desks", desk().into())])),
        State::Deferred => (Kind::Away, v.ta("public-deferred", &[("at", until().into())])),
        State::Missed => (Kind::Away, v.t("public-missed")),
        // The official is back, and the day is too short for everybody who waited.
        State::Held if t.official().is_some_and(|who| who.shown.is_in()) => (Kind::Away, v.t("promises-full")),
        State::Held => match t.official() {
            Some(who) => (Kind::Away, v.ta("public-held", &[("name", who.official.name.as_str().into())])),
            None => (Kind::Away, v.t(&crate::says::state_key(State::Held))),
        },
        State::Booked => (Kind::Ok, v.ta("booked-stands", &[("at", crate::says::at(when, ticket.order_at).into())])),
        State::Cancelled if t.next.is_some() => (Kind::Shut, v.t("booked-moved")),
        State::Paused => (Kind::Away, v.t(&crate::says::state_key(ticket.state))),
        State::Done => (Kind::Ok, v.t("public-done")),
        State::Expired | State::Cancelled | State::Closed => (Kind::Shut, v.t(&crate::says::state_key(ticket.state))),
    }
}

/// What to do now, under that.
pub fn advice(v: &View, when: &When, t: &Mine) -> Option<String> {
    let ticket = &t.kept.ticket;
    if t.past && ticket.state.stands() {
        return None;
    }
    let until = ticket.until_at.map(|at| stations::clock(stations::wall(at, &when.zone)));
    if let Some(at) = come_at(t, when.now) {
        return Some(v.ta("promises-come-at", &[("at", crate::says::at(when, at).into())]));
    }
    let key = match (ticket.state, ticket.place) {
        (State::Waiting, Place::Remote) => "public-come",
        (State::Waiting, Place::OnSite) => "public-sit",
        (State::Called, _) => "public-go-now",
        (State::Paused, _) => "public-paused",
        (State::Deferred, Place::Remote) => "public-come",
        (State::Booked, _) => {
            let key = if t.is_later() { "booked-come-then" } else { "booked-come" };
            return Some(v.ta(key, &[("until", until?.into())]));
        }
        (State::Missed, _) => return Some(v.ta("public-missed-until", &[("at", until?.into())])),
        (State::Held, _) => return t.official().map(|who| person(v, when, who)),
        (State::Expired, _) => "public-expired",
        (State::Closed, _) if ticket.reason == DAY_OVER => DAY_OVER,
        (State::Closed, _) if ticket.reason == OUTAGE => OUTAGE,
        (State::Closed, _) => return Some(ticket.reason.clone()),
        (State::Serving | State::Done | State::Cancelled | State::Deferred, _) => return None,
    };
    Some(v.t(key))
}

/// 高龄补贴 · 3 号窗 · 马学兰: what for, where, and with whom as far as that is known.
pub fn place(v: &View, t: &Mine) -> String {
    let mut parts: Vec<String> = t.matters.iter().map(|(m, _)| name(v, &m.draft.name).to_owned()).collect();
    if parts.is_empty() {
        parts.extend(t.line().map(|l| name(v, &l.line.name).to_owned()));
    }
    let who = t.official().or_else(|| match t.hall.answer(&t.matters.first()?.0) {
        Answer::Now { who, .. } => Some(who),
        _ => None,
    });
    let desk = t.kept.ticket.desk.or(who.and_then(|p| p.official.desk));
    if t.kept.ticket.state.stands() {
        match (desk, t.line()) {
            (Some(desk), _) => parts.push(desks(v, &[desk])),
            (None, Some(line)) if !line.desks.is_empty() => parts.push(desks(v, &line.desks)),
            (None, _) => {}
        }
        parts.extend(who.map(|p| p.official.name.clone()));
    }
    parts.join(" · ")
}
