//! Posts and questions in words: who stands where, where nobody does, and why not.
use axum::http::StatusCode;
use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};
use kernel::page::Kind;
use kernel::refusal::{Refusal as Refuses, Said};
use kernel::view::View;
use kernel::words::When;

use super::answers::{Person, PostNow, Question, Stands};
use super::rules::{Item, Now, Refusal, Span, State};
use crate::says::at;

/// 祁站长 · 李同志 · 志愿者王: all that strangers read.
pub fn stranger(v: &View, who: Option<&Person>) -> String {
    let Some(who) = who else { return v.t("duty-somebody") };
    let key = match who.stands {
        Stands::Manager => "duty-is-manager",
        Stands::Staff => "duty-is-staff",
        Stands::Volunteer => "duty-is-volunteer",
    };
    v.ta(key, &[("surname", who.surname().into())])
}

/// 李建国 · 王大爷（志愿者）: as staff read it.
pub fn colleague(v: &View, who: Option<&Person>) -> String {
    match who {
        None => v.t("duty-somebody"),
        Some(p) if p.stands == Stands::Volunteer => v.ta("duty-volunteer-named", &[("name", p.name.as_str().into())]),
        Some(p) => p.name.clone(),
    }
}

/// How a post stands now, honestly.
pub fn now(v: &View, when: &When, post: &PostNow) -> (Kind, String) {
    let next = |key: &str, next: Option<jiff::Timestamp>| match next {
        Some(from) => v.ta(&format!("{key}-next"), &[("at", at(when, from).into())]),
        None => v.t(key),
    };
    match &post.now {
        Now::Here(all) => {
            let one = |(id, until): &(super::ShiftId, jiff::Timestamp)| {
                let who = stranger(v, post.who(*id));
                v.ta("duty-here", &[("who", who.into()), ("until", when.time(*until).into())])
            };
            (Kind::Ok, all.iter().map(one).collect::<Vec<_>>().join(&v.t("duty-and")))
        }
        Now::Empty { next: from } => (Kind::Away, next("duty-empty", *from)),
        Now::Shut { next: from } => (Kind::Shut, next("duty-shut", *from)),
    }
}

/// 周三 14:00–15:30 没有人
pub fn gap(v: &View, when: &When, on: Date, span: Span) -> String {
    v.ta("duty-gap", &[("day", day(when, on).into()), ("times", when.times(span.0, span.1).into())])
}

/// 周三（6月24日）, the same on each day of a week that one leafs through.
pub fn day(when: &When, on: Date) -> String {
    format!("{} {}", when.weekday(on), when.date_in_full(on))
}

/// How a question stands, the worst first.
pub fn stands(v: &View, when: &When, q: &Question) -> (Kind, String) {
    let due = || when.day(q.item.due_on);
    let today = when.today();
    match q.item.state {
        State::Open if q.item.broken => (Kind::Stop, v.t("duty-broken")),
        State::Open if q.item.is_overdue(today) => (Kind::Stop, v.ta("duty-overdue", &[("day", due().into())])),
        State::Open => (Kind::Ok, v.ta("duty-due", &[("day", due().into())])),
        State::Promised => (Kind::Away, promised(v, when, &q.item, q.with.as_deref())),
        State::Answered => (Kind::Away, v.t("duty-answered")),
        State::Closed => (Kind::Shut, v.t(ending(&q.item))),
    }
}

fn ending(item: &Item) -> &'static str {
    use super::rules::Ending;
    match item.ending {
        Some(Ending::Told) | None => "duty-ended-told",
        Some(Ending::Kept) => "duty-ended-kept",
        Some(Ending::NobodyCame) => "duty-ended-nobody-came",
        Some(Ending::Withdrawn) => "duty-ended-withdrawn",
    }
}

/// 约好明天 14:00 来，马学兰在
fn promised(v: &View, when: &When, item: &Item, with: Option<&str>) -> String {
    let moment = item.promise.map(|p| at(when, p.at)).unwrap_or_default();
    v.ta("duty-promised", &[("at", moment.into()), ("with", with.unwrap_or_default().into())])
}

impl Refuses for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::NoPost => "no-such-post",
            Refusal::NobodyHere => "nobody-of-that-name",
            Refusal::Backwards => "ends-before-it-begins",
            Refusal::TooLong => "too-long",
            Refusal::Over => "over",
            Refusal::Elsewhere { .. } => "stands-elsewhere",
            Refusal::NotNow => "nobody-to-hand-over",
            Refusal::Same => "the-same-person",
            Refusal::NotYours => "not-yours",
            Refusal::NotOffered => "not-offered",
            Refusal::Stands(_) => "does-not-follow",
            Refusal::NoPromise => "no-promise",
            Refusal::PromisePast => "promise-in-the-past",
            Refusal::PromiseFar => "promise-too-far",
            Refusal::Shut(_) => "shut-then",
            Refusal::TooEarly(_) => "too-early-to-say",
        }
    }

    /// Where no station is at hand: in the one zone of mainland China. Pages and the API of a station use [`said`].
    fn say(&self, v: &View) -> Said {
        said(v, &TimeZone::fixed(offset(8)), self)
    }

    fn status(&self) -> StatusCode {
        match self {
            Refusal::NoPost => StatusCode::NOT_FOUND,
            Refusal::NobodyHere
            | Refusal::Backwards
            | Refusal::TooLong
            | Refusal::NoPromise
            | Refusal::PromisePast
            | Refusal::PromiseFar => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}

/// A refusal in words, with times in `zone`.
pub fn said(v: &View, zone: &TimeZone, refusal: &Refusal) -> Said {
    let when = v.when(zone);
    Said::only(match refusal {
        Refusal::Elsewhere { from, until } => {
            let then = when.day_and_times(*from, *until);
            v.ta("duty-no-stands-elsewhere", &[("when", then.into())])
        }
        Refusal::Stands(state) => {
            let state = v.t(&format!("duty-state-{}", state.name()));
            v.ta("duty-no-does-not-follow", &[("state", state.into())])
        }
        Refusal::Shut(Some(next)) => v.ta("duty-no-shut-until", &[("at", at(&when, *next).into())]),
        Refusal::TooEarly(from) => v.ta("duty-no-too-early-to-say", &[("at", at(&when, *from).into())]),
        other => v.t(&format!("duty-no-{}", other.code())),
    })
}
