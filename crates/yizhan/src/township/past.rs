//! Lives through the two weeks around now: each act at its own time, through the same rules as everybody's.
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};
use kernel::clock::{Clock, Rehearsal};
use kernel::db::Db;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::{House, Inside};
use kernel::limits::Limits;
use kernel::outbox;
use kernel::refusal::Not;
use kernel::view::View;
use kernel::watch::Watch;
use kernel::words::Lang;
use people::{PersonId, StaffId};
use stations::Station;
use venues::ReservationId;
use venues::acts::{self, Actor, Booker, Closing, Wish};
use venues::rules::Ask;
use venues::series::acts::{Answered, make_for};
use venues::series::rules::Terms;

use super::load::NotLoaded;
use super::{Habit, Opening, Repeated, Then, Waiter};

/// Who there is at the station.
#[derive(Debug, Clone)]
pub struct People {
    pub station: StationId,
    pub manager: Option<StaffId>,
    pub clerk: Option<StaffId>,
    pub residents: Vec<(String, PersonId)>,
}

/// The same house on the database `db`, with a clock of its own, which begins at `at`.
pub fn house(house: &House, db: Db, at: Timestamp) -> (House, Rehearsal) {
    // On whole seconds, so that "at ten" is not a moment before it.
    let (clock, hand) = Clock::by_hand(Timestamp::from_second(at.as_second()).unwrap_or(at));
    let inside = Inside {
        db,
        clock,
        chance: house.chance.clone(),
        keys: house.keys.clone(),
        words: house.words.clone(),
        settings: house.settings.clone(),
        limits: Limits::default(),
        watch: Watch::default(),
    };
    (House::new(inside), hand)
}

pub async fn openings(
    past: &House,
    station: &Arc<Station>,
    openings: &[Opening],
    manager: Option<StaffId>,
) -> Result<(), NotLoaded> {
    let v = View::plain(past, Lang::Zh);
    for opening in openings.iter().filter(|o| o.span.until > past.now()) {
        let manager = manager.ok_or_else(|| NotLoaded::Refused("openings.toml needs a manager in staff.csv".into()))?;
        let (venue, kind, span) = (opening.venue, opening.kind, opening.span);
        let closing = Closing { venue, kind, span, reason: opening.reason.clone(), cancel_hit: true };
        acts::close_or_open(past, station, &v, closing, manager, None).await?;
    }
    Ok(())
}

/// Makes the series, as of now. Returns how many could not be made.
pub async fn series(
    past: &House,
    (station, people): (&Arc<Station>, &People),
    all: &[Repeated],
) -> Result<usize, NotLoaded> {
    let id = station.id;
    let owners = past.db.read(move |c| stations::owners(c, id)).await?;
    let today = past.now().to_zoned_datetime(station.zone.clone()).date();
    let mut unmade = 0;
    for one in all {
        let desk = || people.at_the_desk().ok_or_else(|| Fault::broken("staff.csv names nobody who could type"));
        let whose = match (owners.iter().find(|o| o.name_zh == one.holder), people.find(&one.holder)) {
            (Some(owner), _) => Answered::Owner { staff: desk()?, owner: owner.id },
            (None, Some(person)) => Answered::Me(person),
            (None, None) => Answered::For { staff: desk()?, name: Some(one.holder.clone()), phone: None },
        };
        let terms = Terms {
            rule: one.rule.clone(),
            starts_on: today,
            ends_on: None,
            at_minute: i32::from(one.from.hour()) * 60 + i32::from(one.from.minute()),
            minutes: one.minutes,
            group: 1,
            skips_holidays: true,
        };
        let wish = (one.offering.clone(), terms, one.title.clone());
        match make_for(past, station, wish, whose, None).await {
            Ok(_) => {}
            Err(Not::Refused(refusal)) => {
                tracing::debug!(line = one.line, ?refusal, "left out of the demo");
                unmade += 1;
            }
            Err(Not::Fault(fault)) => return Err(fault.into()),
        }
    }
    Ok(unmade)
}

/// One habit on one day.
struct Visit<'h> {
    habit: &'h Habit,
    from: Timestamp,
    made: Option<ReservationId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Act {
    Book,
    Approve,
    Cancel,
    Come,
    WalkIn,
}

/// Days before and after today that the habits fill.
const DAYS: i32 = 7;
const BOOKED_AT: i8 = 8;
const SAME_DAY: SignedDuration = SignedDuration::from_hours(2);

/// Returns how many visits were laid out, and how many met a rule that says no (a closure, a full house).
pub async fn habits(
    past: &House,
    hand: &Rehearsal,
    (station, people): (&Arc<Station>, &People),
    habits: &[Habit],
    now: Timestamp,
    progress: &mut (dyn FnMut(usize, usize) + Send),
) -> Result<(usize, usize), NotLoaded> {
    let mut visits = visits(habits, station, now);
    let plan = plan(&visits, station, now);
    let (mut left_out, mut day) = (0, None);
    for (done, (at, act, n)) in plan.iter().enumerate() {
        let on = at.to_zoned_datetime(station.zone.clone()).date();
        hand.move_to(*at);
        if day != Some(on) {
            // What the day before has left open is written down before the new one begins.
            venues::jobs(past).await?;
            day = Some(on);
        }
        let visit = &visits[*n];
        match step(past, (station, people), visit, *act).await {
            Ok(made) => visits[*n].made = made.or(visit.made),
            Err(Not::Refused(refusal)) => {
                tracing::debug!(line = visit.habit.line, %at, ?refusal, "left out of the demo");
                left_out += usize::from(matches!(act, Act::Book | Act::WalkIn));
            }
            Err(Not::Fault(fault)) => return Err(fault.into()),
        }
        progress(done + 1, plan.len());
    }
    hand.move_to(now);
    venues::jobs(past).await?;
    // Nobody gets a message today about what was decided last week.
    let id = station.id;
    past.db.write(move |c| outbox::drop_waiting(c, id)).await?;
    Ok((visits.iter().filter(|v| v.made.is_some()).count(), left_out))
}

/// Puts people in line, each a minute after the one before. Who would wait for what is free is left out.
pub async fn waits(
    past: &House,
    hand: &Rehearsal,
    (station, people): (&Arc<Station>, &People),
    waiters: &[Waiter],
    now: Timestamp,
) -> Result<(), NotLoaded> {
    let today = now.to_zoned_datetime(station.zone.clone()).date();
    let minutes = i64::try_from(waiters.len()).unwrap_or(0);
    for (n, waiter) in (0..minutes).zip(waiters) {
        let days = (0..7).map(|n| today.saturating_add(Span::new().days(n)));
        let Some(on) = days.into_iter().find(|on| on.weekday() == waiter.day) else { continue };
        let at = |time: jiff::civil::Time| instant(station, on, time.hour(), time.minute());
        let (Some(earliest), Some(latest)) = (at(waiter.from), at(waiter.last)) else { continue };
        let booker = match people.find(&waiter.who) {
            Some(person) => Booker::Person(person),
            None => {
                let staff =
                    people.at_the_desk().ok_or_else(|| Fault::broken("staff.csv names nobody who could type"))?;
                Booker::Desk { staff, name: Some(waiter.who.clone()), phone: None }
            }
        };
        let (offering, minutes_long, group) = (waiter.offering.clone(), waiter.minutes, waiter.people);
        let wish = Wish { offering, earliest, latest, minutes: minutes_long, group };
        hand.move_to(now - SignedDuration::from_mins(minutes - n));
        match acts::wait(past, station, wish, booker, None).await {
            Ok(_) | Err(Not::Refused(_)) => {}
            Err(Not::Fault(fault)) => return Err(fault.into()),
        }
    }
    hand.move_to(now);
    Ok(())
}

fn visits<'h>(habits: &'h [Habit], station: &Station, now: Timestamp) -> Vec<Visit<'h>> {
    let today = now.to_zoned_datetime(station.zone.clone()).date();
    let days = (-DAYS..=DAYS).map(|n| today.saturating_add(Span::new().days(n)));
    let mut visits = vec![];
    for on in days {
        for habit in habits.iter().filter(|h| h.days.contains(&on.weekday())) {
            if let Some(from) = instant(station, on, habit.from.hour(), habit.from.minute()) {
                visits.push(Visit { habit, from, made: None });
            }
        }
    }
    visits
}

fn instant(station: &Station, on: Date, hour: i8, minute: i8) -> Option<Timestamp> {
    station.zone.to_ambiguous_timestamp(on.at(hour, minute, 0, 0)).compatible().ok()
}

/// Everything that happened until now, in the order of time.
fn plan(visits: &[Visit<'_>], station: &Station, now: Timestamp) -> Vec<(Timestamp, Act, usize)> {
    let mut plan: BTreeMap<(Timestamp, Act, usize), ()> = BTreeMap::new();
    for (n, visit) in visits.iter().enumerate() {
        let booked = booked_at(visit, station);
        let mut then = |at: Timestamp, act: Act| plan.insert((at, act, n), ());
        if visit.habit.who.is_none() {
            then(visit.from, Act::WalkIn);
            continue;
        }
        then(booked, Act::Book);
        // Requests for what has not begun yet wait for the manager who tries the demo.
        if visit.habit.ahead > 1 && visit.from <= now {
            then(booked + SAME_DAY, Act::Approve);
        }
        match visit.habit.then {
            Then::Came => then(visit.from + SignedDuration::from_mins(2), Act::Come),
            Then::Cancelled => then(booked + (visit.from - booked) / 2, Act::Cancel),
            Then::NoShow => None,
        };
    }
    plan.into_keys().take_while(|(at, ..)| *at <= now).collect()
}

fn booked_at(visit: &Visit<'_>, station: &Station) -> Timestamp {
    let same_day = visit.from - SAME_DAY;
    if visit.habit.ahead == 0 {
        return same_day;
    }
    let on = visit.from.to_zoned_datetime(station.zone.clone()).date();
    let day = on.saturating_sub(Span::new().days(visit.habit.ahead));
    instant(station, day, BOOKED_AT, 0).unwrap_or(same_day)
}

type Refused = Not<venues::rules::Refusal>;

async fn step(
    past: &House,
    (station, people): (&Arc<Station>, &People),
    visit: &Visit<'_>,
    act: Act,
) -> Result<Option<ReservationId>, Refused> {
    let ask = Ask { from: visit.from, minutes: visit.habit.minutes, group: visit.habit.people, said: None };
    let wish = (visit.habit.offering.clone(), ask);
    let v = View::plain(past, Lang::Zh);
    let desk = people.at_the_desk().ok_or_else(|| Fault::broken("staff.csv names nobody who could type"));
    let person = visit.habit.who.as_deref().and_then(|who| people.find(who));
    match (act, visit.made) {
        (Act::Book, _) => {
            let name = visit.habit.who.clone();
            let booker = match person {
                Some(person) => Booker::Person(person),
                None => Booker::Desk { staff: desk?, name, phone: None },
            };
            Ok(Some(acts::book(past, station, &v, wish, booker, None).await?.id))
        }
        (Act::WalkIn, _) => {
            let booker = Booker::Desk { staff: desk?, name: None, phone: None };
            Ok(Some(acts::walk_in(past, station, &v, wish, booker, None).await?.id))
        }
        // What was not booked can neither be given back nor come to.
        (_, None) => Ok(None),
        (Act::Approve, Some(id)) => match people.manager {
            Some(manager) => approve(past, station, id, manager).await.map(|()| None),
            None => Ok(None),
        },
        (Act::Come, Some(id)) => acts::check_in(past, station, id, Actor::Staff(desk?)).await.map(|_| None),
        (Act::Cancel, Some(id)) => {
            let actor = person.map_or(Actor::Staff(desk?), Actor::Person);
            acts::cancel(past, station, id, actor).await.map(|_| None)
        }
    }
}

/// What needs no approval says so: that is no failure.
async fn approve(past: &House, station: &Arc<Station>, id: ReservationId, manager: StaffId) -> Result<(), Refused> {
    match acts::decide_request(past, station, id, Actor::Staff(manager), true).await {
        Ok(_) | Err(Not::Refused(venues::rules::Refusal::NotNow { .. })) => Ok(()),
        Err(not) => Err(not),
    }
}
