//! What is said at a reception: written down, routed, answered, commented, closed.
use std::sync::Arc;

use almanac::workdays;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffAt;
use stations::Station;

use super::keep::{After, begins, keep};
use super::slots::{Who, write};
use super::tell;
use crate::acts::day_of;
use crate::deputies::answers::{WHAT, hat};
use crate::deputies::rules::{self, Category, Press, Refusal, State, Step};
use crate::deputies::store::{self, Kept};
use crate::deputies::{DayId, VisitId};

/// Whoever has said something is known until the office has had time to answer.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(180 * 24);

/// What somebody said, in one line, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub what: String,
    pub category: Option<Category>,
}

/// What staff press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    Register(Said),
    /// To an office, which replies within so many working days.
    Route {
        office: i32,
        days: i16,
    },
    Answer(String),
    Comment(String),
    NotSettled {
        words: String,
        days: i16,
    },
    Close,
    Settle,
}

/// Somebody came without a slot: they are received, and what they say is written down.
pub async fn receive(
    house: &House,
    station: &Arc<Station>,
    (day, said): (DayId, Said),
    (who, once): (Who, Option<Once>),
) -> Result<After, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            store::hold_day(c, station.id, day)?;
            let day = store::day(c, station.id, day)?;
            if day.day.called_off {
                return Err(Refusal::CalledOff.into());
            }
            if day_of(&station, now) < day.day.on {
                return Err(Refusal::NotYet.into());
            }
            let whose = who.known(c, &h, now + KNOWN_FOR)?;
            let new = Kept {
                what_sealed: Some(h.keys.seal(WHAT, &said.what, &h.chance)),
                category: said.category,
                ..begins(&h, day.id, whose, (State::Registered, now), now)
            };
            write(c, &h, &station, (&day, &new), (Step::Registered, who.staff()), now)?;
            Ok::<_, Not<Refusal>>(After { id: new.id, steps: 1 })
        })
    };
    house.db.write(work).await
}

/// Takes one step.
pub async fn step(
    house: &House,
    station: &Arc<Station>,
    (id, wish): (VisitId, Wish),
    (staff, once): (StaffAt, Option<Once>),
) -> Result<After, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            store::hold(c, station.id, id)?;
            let mut kept = store::by_id(c, station.id, id)?;
            if kept.forgotten {
                // Nobody knows any more what it was about.
                return Err(Refusal::Stands(State::Closed).into());
            }
            let day = store::day(c, station.id, kept.day)?;
            let deputy = store::deputy(c, station.id, day.deputy)?;
            let (press, provisional) = facts(c, &h, &station, (&wish, day.day.on), now)?;
            let (visit, step) = rules::press(now, &kept.visit, hat(&staff, &deputy), press)?;
            kept.visit = visit;
            kept.provisional = provisional.unwrap_or(kept.provisional);
            let words = words(&h, &mut kept, &wish);
            if let Some(person) = kept.person {
                people::keep_until(c, person, now + KNOWN_FOR)?;
            }
            keep(c, &h, &station, (&mut kept, step, Some(staff.id)), words, now)?;
            news(c, &h, &station, (&kept, step, words))?;
            Ok::<_, Not<Refusal>>(After { id, steps: kept.steps })
        })
    };
    house.db.write(work).await
}

/// What the rule needs to know: that the office is there, and which day so many working days lead to.
fn facts(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (wish, on): (&Wish, jiff::civil::Date),
    now: Timestamp,
) -> Result<(Press, Option<bool>), Not<Refusal>> {
    let today = day_of(station, now);
    let due = |days: i16| {
        let due = workdays::add(today, i32::from(days), &stations::calendar(house));
        due.map_err(|e| Not::from(Fault::broken(e)))
    };
    Ok(match wish {
        Wish::Register(_) => (Press::Register { on, today }, None),
        Wish::Route { office, days } => {
            if !stations::owners(c, station.id)?.iter().any(|o| o.id == *office) {
                return Err(Refusal::NoOffice.into());
            }
            let due = due(*days)?;
            (Press::Route { office: *office, reply_by: due.date }, Some(due.provisional))
        }
        Wish::NotSettled { days, .. } => {
            let due = due(*days)?;
            (Press::NotSettled { reply_by: due.date }, Some(due.provisional))
        }
        Wish::Answer(_) => (Press::Answer, None),
        Wish::Comment(_) => (Press::Comment, None),
        Wish::Close => (Press::Close, None),
        Wish::Settle => (Press::Settle, None),
    })
}

/// The words of a step; what somebody said belongs to the visit.
fn words<'w>(house: &House, kept: &mut Kept, wish: &'w Wish) -> Option<&'w String> {
    match wish {
        Wish::Register(said) => {
            kept.what_sealed = Some(house.keys.seal(WHAT, &said.what, &house.chance));
            kept.category = said.category;
            None
        }
        Wish::Answer(words) | Wish::Comment(words) | Wish::NotSettled { words, .. } => Some(words),
        Wish::Route { .. } | Wish::Close | Wish::Settle => None,
    }
}

fn news(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (kept, step, words): (&Kept, Step, Option<&String>),
) -> Result<(), Fault> {
    match (step, words) {
        (Step::Routed, _) => tell::routed(c, house, station, kept, false),
        (Step::NotSettled, _) => tell::routed(c, house, station, kept, true),
        (Step::Answered, Some(words)) => tell::answered(c, house, station, kept, words),
        _ => Ok(()),
    }
}
