//! A question is written down, and what is pressed about it.
use std::sync::Arc;

use almanac::workdays;
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::event::{self, By as Doer};
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{PersonId, Phone, StaffId};
use serde::{Deserialize, Serialize};
use serde_json::json;
use stations::Station;

use super::tell;
use crate::acts::day_of;
use crate::answers::{instant, wall};
use crate::duty::QuestionId;
use crate::duty::answers::{ASKER, WHAT, WORDS};
use crate::duty::rules::{self, By, Item, Press, Promise, Refusal, State, Step};
use crate::duty::store::{self, Kept, Made};
use crate::reach::{self, About};
use crate::rules::MatterId;

/// Whoever asks is known until there has been time to answer.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(180 * 24);

/// What somebody was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    pub what: String,
    pub matter: Option<MatterId>,
    pub name: Option<String>,
    pub phone: Option<Phone>,
    /// Working days until the answer.
    pub days: i16,
}

/// What somebody presses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    Offer(StaffId),
    TakeBack,
    Accept,
    Decline,
    /// In these words.
    Answer(String),
    /// In the station's wall time, with whoever is there then.
    AnotherDay(Option<(DateTime, StaffId)>),
    Kept,
    NobodyCame,
    Told,
    Withdraw,
}

/// How a question stands after a press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    /// As in `rules::State`.
    pub state: i16,
    pub steps: i32,
}

/// Writes a question down; whoever writes answers for it. A name is welcome, nothing is enough.
pub async fn ask(
    house: &House,
    station: &Arc<Station>,
    new: NewQuestion,
    (staff, once): (StaffId, Option<Once>),
) -> Result<QuestionId, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let kept = written(c, &h, &station, (&new, staff), now)?;
            store::insert(c, station.id, &kept)?;
            let first = Made {
                number: 1,
                step: Step::Written,
                at: now,
                by: Some(staff),
                other: None,
                promised_at: None,
                words_sealed: None,
            };
            store::add_step(c, station.id, kept.id, &first)?;
            tell::written(c, &h, &station, &kept)?;
            record(c, &station, (now, Some(staff)), Step::Written, kept.id)?;
            Ok::<_, Not<Refusal>>(kept.id)
        })
    };
    house.db.write(work).await
}

fn written(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (new, staff): (&NewQuestion, StaffId),
    now: Timestamp,
) -> Result<Kept, Fault> {
    let matters = crate::answers::matters(c, station)?;
    let due = workdays::add(day_of(station, now), i32::from(new.days), &stations::calendar(house));
    let due = due.map_err(Fault::broken)?;
    let person = new.phone.as_ref().map(|p| people::person_by_phone(c, house, p)).transpose()?;
    if let Some(person) = person {
        people::keep_until(c, person, now + KNOWN_FOR)?;
    }
    let item = Item {
        owner: staff,
        offered: None,
        state: State::Open,
        due_on: due.date,
        promise: None,
        broken: false,
        ending: None,
        reachable: is_reachable(c, house, person)?,
    };
    let seal = |purpose: &str, text: &String| house.keys.seal(purpose, text, &house.chance);
    Ok(Kept {
        id: QuestionId(house.new_id()),
        what_sealed: Some(seal(WHAT, &new.what)),
        name_sealed: new.name.as_ref().map(|name| seal(ASKER, name)),
        person,
        matter: new.matter.filter(|id| matters.iter().any(|m| m.id == *id)),
        provisional: due.provisional,
        item,
        asked_at: now,
        closed_at: None,
        steps: 1,
    })
}

/// A message reaches mobile phones only.
fn is_reachable(c: &mut Conn, house: &House, person: Option<PersonId>) -> Result<bool, Fault> {
    let phone = person.map(|p| people::phone_of(c, house, p)).transpose()?.flatten();
    Ok(phone.is_some_and(|p| p.is_mobile()))
}

/// Takes one step.
pub async fn step(
    house: &House,
    station: &Arc<Station>,
    (id, wish): (QuestionId, Wish),
    (by, once): (By, Option<Once>),
) -> Result<After, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            store::hold(c, station.id, id)?;
            let mut kept = store::by_id(c, station.id, id)?;
            lapse(c, &h, &station, &mut kept, now)?;
            kept.item.reachable = is_reachable(c, &h, kept.person)?;
            let press = facts(c, &h, &station, &wish)?;
            let (item, step) = rules::press(now, &kept.item, by, &press)?;
            kept.item = item;
            let words = if let Wish::Answer(words) = &wish { Some(words) } else { None };
            keep(c, &h, &station, (&mut kept, step, Some(by.staff)), words, now)?;
            Ok::<_, Not<Refusal>>(After { state: kept.item.state as i16, steps: kept.steps })
        })
    };
    house.db.write(work).await
}

/// What the rule needs to know of what was pressed: that whoever is named works here, and that the door is open then.
fn facts(c: &mut Conn, house: &House, station: &Station, wish: &Wish) -> Result<Press, Not<Refusal>> {
    let mut works_here = |id: StaffId| -> Result<StaffId, Not<Refusal>> {
        let found = people::staff_of(c, station.id)?.iter().any(|s| s.id == id);
        if found { Ok(id) } else { Err(Refusal::NobodyHere.into()) }
    };
    Ok(match wish {
        Wish::Offer(to) => Press::Offer(works_here(*to)?),
        Wish::TakeBack => Press::TakeBack,
        Wish::Accept => Press::Accept,
        Wish::Decline => Press::Decline,
        Wish::Answer(_) => Press::Answer,
        Wish::AnotherDay(None) => Press::AnotherDay(None),
        Wish::AnotherDay(Some((at, with))) => {
            let with = works_here(*with)?;
            let calendar = stations::calendar(house);
            if !station.hours.state_at(*at, &calendar).open {
                let next = station.hours.next_opening(*at, &calendar);
                return Err(Refusal::Shut(next.map(|at| instant(station, at)).transpose()?).into());
            }
            Press::AnotherDay(Some(Promise { at: instant(station, *at)?, with }))
        }
        Wish::Kept => Press::Kept,
        Wish::NobodyCame => Press::NobodyCame,
        Wish::Told => Press::Told,
        Wish::Withdraw => Press::Withdraw,
    })
}

/// Writes down that a promise was not kept, if time has decided so. Whether it had.
pub(super) fn lapse(
    c: &mut Conn,
    house: &House,
    station: &Station,
    kept: &mut Kept,
    now: Timestamp,
) -> Result<bool, Fault> {
    let after = rules::seen(now, &kept.item);
    if after == kept.item {
        return Ok(false);
    }
    tell::broken(c, house, station, kept)?;
    kept.item = after;
    keep(c, house, station, (kept, Step::Broken, None), None, now)?;
    Ok(true)
}

/// Writes the question as it stands, its step, and, when it is closed, the fact that names nobody.
pub(super) fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (kept, step, by): (&mut Kept, Step, Option<StaffId>),
    words: Option<&String>,
    now: Timestamp,
) -> Result<(), Fault> {
    kept.steps += 1;
    if kept.item.state == State::Closed {
        kept.closed_at = Some(now);
    }
    let promise = kept.item.promise.filter(|_| step == Step::Promised);
    let other = match step {
        Step::Offered => kept.item.offered,
        Step::Promised => promise.map(|p| p.with),
        _ => None,
    };
    let made = Made {
        number: kept.steps,
        step,
        at: now,
        by,
        other,
        promised_at: promise.map(|p| p.at),
        words_sealed: words.map(|w| house.keys.seal(WORDS, w, &house.chance)),
    };
    store::add_step(c, station.id, kept.id, &made)?;
    store::set(c, station.id, kept)?;
    match (step, words) {
        (Step::Answered, Some(words)) if kept.item.reachable => tell::answered(c, house, station, kept, words)?,
        (Step::Promised, _) => tell::promised(c, house, station, kept)?,
        _ => {}
    }
    if kept.item.state == State::Closed {
        // Whoever was still to be called about it has been spoken to.
        reach::overtake(c, station.id, About::Question(kept.id.0), now)?;
        count(c, house, station, kept, now)?;
    }
    record(c, station, (now, by), step, kept.id)
}

fn count(c: &mut Conn, house: &House, station: &Station, kept: &Kept, now: Timestamp) -> Result<(), Fault> {
    let (asked, today) = (wall(station, kept.asked_at).date(), day_of(station, now));
    let data = json!({
        "ending": kept.item.ending,
        "matter": kept.matter,
        "broken": kept.item.broken,
        "late": today > kept.item.due_on,
        "working_days": workdays::between(asked, today, &stations::calendar(house)).days,
    });
    fact::record(c, station.id, house.new_id(), "first-asked-closed", (today, now), &data)
}

fn record(
    c: &mut Conn,
    station: &Station,
    (now, by): (Timestamp, Option<StaffId>),
    step: Step,
    id: QuestionId,
) -> Result<(), Fault> {
    let by = by.map_or(Doer::Program, |s| Doer::Staff(s.0));
    let kind = format!("first-asked.{}", step.name());
    event::record(c, station.id, now, by, &kind, &id.to_string(), &json!({})).map(|_| ())
}
