//! Invented people and what they have signed up for, which the pages are drawn with.
use jiff::SignedDuration;
use kernel::db::types::Id;
use kernel::view::View;
use people::{Band, Child, ChildId, PersonId};
use stations::Station;

use crate::rules::{Ages, Joining, Kind, Plan, State as Takes, Terms};
use crate::signups::SignupId;
use crate::signups::answers::{Guest, Known, Seen};
use crate::signups::reads::{Mine, OfChild, Offer};
use crate::signups::rules::{State, Whom, fit};
use crate::signups::store::Kept;
use crate::store::{Occurrence, Series};
use crate::{OccurrenceId, SeriesId};

fn id(n: u32) -> Id {
    Id(format!("00000000-0000-7000-8000-{n:012}").parse().unwrap_or_default())
}

/// Parent-child reading, so many hours from now, of which so many of twelve places are taken.
pub fn known(v: &View, station: &Station, (joining, hours, taken): (Joining, i64, i32)) -> Known {
    let from = v.now() + SignedDuration::from_hours(hours);
    let on = stations::wall(from, &station.zone).date();
    let text = |zh: &str, en: &str| v.pick(zh, en).to_owned();
    let plan = Plan {
        kind: Kind::Activity,
        title: text("亲子阅读", "Reading together"),
        about: String::new(),
        place: text("职工书屋", "Reading room"),
        audience: String::new(),
        bring: text("一本喜欢的书", "a book you like"),
        terms: Terms { rule: None, starts_on: on, ends_on: None, at_minute: 600, minutes: 90, skips_holidays: false },
        room: None,
        owner: 1,
        ages: Ages { min: Some(4), max: Some(11), guardian_under: Some(7) },
        capacity: Some(12),
        joining,
        opens_days: 14,
        closes_minutes: 60,
    };
    let series = Series {
        id: SeriesId(id(1)),
        plan,
        sequence: 0,
        split_from: None,
        known_until: None,
        look_at: None,
        made_at: v.now(),
        changed_at: v.now(),
        ended_at: None,
    };
    let occurrence = Occurrence {
        id: OccurrenceId(id(2)),
        series: series.id,
        on,
        starts_at: from,
        ends_at: from + SignedDuration::from_mins(90),
        moved: false,
        title: None,
        place: None,
        note: String::new(),
        state: Takes::On,
        reason: String::new(),
        room: None,
        reservation: None,
        no_room: None,
        without_room: false,
        capacity: Some(12),
        own_capacity: false,
        taken,
        lined: taken + 3,
        sequence: 0,
        changed_at: v.now(),
        announced_at: v.now(),
    };
    Known { series, occurrence, drawn: false }
}

fn kept(v: &View, known: &Known, (n, state): (u32, State)) -> Kept {
    let unproved = n == 9;
    let lapses = matches!(state, State::Offered) || unproved;
    Kept {
        id: SignupId(id(100 + n)),
        occurrence: known.occurrence.id,
        place: i32::try_from(n).unwrap_or(1),
        entry: (state == State::Entered).then_some(17),
        seats: if n == 3 { 2 } else { 1 },
        person: (n != 2).then(|| PersonId(id(5))),
        child: None,
        band: (n == 1).then_some(Band::To12),
        name_sealed: None,
        state,
        code: unproved.then(|| id(7)),
        lapses_at: lapses.then(|| v.now() + SignedDuration::from_mins(10)),
        starts_at: known.occurrence.starts_at,
        reminded: false,
        came: if n == 4 { 1 } else { 0 },
        mood_said: false,
        made_at: v.now(),
    }
}

pub fn guest(v: &View, known: &Known, (n, state): (u32, State)) -> Guest {
    Guest {
        signup: kept(v, known, (n, state)),
        state,
        name: (n != 5).then(|| ["马大爷", "李秀英", "罗大爷"][(n % 3) as usize].to_owned()),
        nickname: (n == 1).then(|| "小宝".to_owned()),
        phone: (n != 2).then(|| "13800001234".parse().ok()).flatten(),
    }
}

pub fn sample_mine(v: &View, known: Known, (n, state): (u32, State)) -> Mine {
    let signup = kept(v, &known, (n, state));
    let nickname = (n == 1).then(|| "小宝".to_owned());
    let phone = signup.code.and_then(|_| "13800001234".parse().ok());
    Mine { seen: Seen { signup, state, ahead: (state == State::Waiting).then_some(2) }, known, nickname, phone }
}

/// What somebody sees: nobody, or a guardian of two children, one of whom is signed up.
pub fn offer(v: &View, known: Known, signed_in: bool) -> Offer {
    let child = |n: u32, nickname: &str, band| Child {
        id: ChildId(id(20 + n)),
        nickname: nickname.to_owned(),
        band,
        made_at: v.now(),
        forget_at: v.now(),
    };
    let seen = |n, state| Seen { signup: kept(v, &known, (n, state)), state, ahead: None };
    let of =
        |child: Child, signup| OfChild { fit: fit(&known.series.plan.ages, Whom::Child(child.band)), child, signup };
    let all = vec![of(child(1, "小宝", Band::To12), None), of(child(2, "乐乐", Band::To9), Some(seen(6, State::In)))];
    Offer {
        person: signed_in.then(|| PersonId(id(5))),
        children: if signed_in { all } else { vec![] },
        others: if signed_in { vec![seen(8, State::In)] } else { vec![] },
        waiting: 3,
        known,
    }
}
