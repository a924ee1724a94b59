//! This one, this and all later, all; calling off and ending.
use jiff::SignedDuration;
use jiff::civil::date;

use super::*;
use crate::answers;
use crate::rules::{State, Terms};

/// Every Saturday in room 1 from 4 July on.
async fn saturdays(town: &Town) -> SeriesId {
    town.make(Plan { room: Some(1), capacity: Some(30), ..plan(SATURDAYS, JULY_4) }, false).await.unwrap()
}

fn at_ten(plan: Plan) -> Plan {
    Plan { terms: Terms { at_minute: 10 * 60, ..plan.terms.clone() }, ..plan }
}

#[tokio::test]
async fn one_time_is_moved_with_its_room_and_keeps_its_uid() {
    for town in towns().await {
        let id = saturdays(&town).await;
        let before = town.times(id).await;
        let later = before[1].starts_at + SignedDuration::from_hours(2);
        let time = OneTime { starts_at: later, ends_at: later + SignedDuration::from_hours(1), ..as_it_is(&before[1]) };
        town.change_one(before[1].id, time).await.unwrap();
        let after = town.times(id).await;
        assert_eq!((after[1].id, after[1].on), (before[1].id, before[1].on));
        assert!(after[1].moved);
        assert_eq!(after[1].sequence, 1);
        assert_eq!(after[0], before[0], "no other time was touched");
        assert!(town.held(1).await.contains(&later));
        assert!(!town.held(1).await.contains(&before[1].starts_at));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_time_that_was_moved_keeps_its_own_when_the_series_gets_another() {
    for town in towns().await {
        let id = saturdays(&town).await;
        let one = town.times(id).await[1].clone();
        let later = one.starts_at + SignedDuration::from_hours(5);
        let time = OneTime { starts_at: later, ends_at: later + SignedDuration::from_hours(1), ..as_it_is(&one) };
        town.change_one(one.id, time).await.unwrap();
        let plan = town.series(id).await.plan;
        assert_eq!(town.change(id, None, at_ten(plan)).await.unwrap(), id);
        let after = town.times(id).await;
        assert_eq!(after[0].starts_at, town.at(JULY_4, 10));
        assert_eq!(after[1].starts_at, later);
        assert_eq!(after[0].sequence, 1);
        town.sound().await;
    }
}

#[tokio::test]
async fn this_and_all_later_split_the_series_and_keep_their_ids() {
    for town in towns().await {
        let id = saturdays(&town).await;
        let before = town.times(id).await;
        let from = date(2026, 7, 18);
        let plan = town.series(id).await.plan;
        let rest = town.change(id, Some(from), at_ten(plan)).await.unwrap();
        assert_ne!(rest, id);
        assert_eq!(town.series(rest).await.split_from, Some(id));
        let (old, new) = (town.times(id).await, town.times(rest).await);
        assert_eq!(old.iter().map(|one| one.on).collect::<Vec<_>>(), [JULY_4, date(2026, 7, 11)]);
        assert_eq!(new[0].id, before[2].id);
        assert_eq!(new[0].starts_at, town.at(from, 10));
        assert!(before[2..].iter().all(|one| new.iter().any(|there| there.id == one.id)));
        assert!(town.series(id).await.plan.terms.is_over(from));
        town.sound().await;
    }
}

#[tokio::test]
async fn another_weekday_moves_the_times_and_whoever_has_a_place_keeps_it() {
    for town in towns().await {
        let id = saturdays(&town).await;
        let before = town.times(id).await;
        town.taken(before[0].id, 5).await;
        let mut plan = town.series(id).await.plan;
        plan.terms.rule = Some("FREQ=WEEKLY;BYDAY=SU".parse().unwrap());
        town.change(id, None, plan).await.unwrap();
        let after = town.times(id).await;
        let first = after.iter().find(|one| one.id == before[0].id).unwrap();
        assert_eq!((first.on, first.taken, first.state), (date(2026, 7, 5), 5, State::On));
        town.sound().await;
    }
}

#[tokio::test]
async fn fewer_places_never_take_one_away() {
    for town in towns().await {
        let id = saturdays(&town).await;
        let times = town.times(id).await;
        town.taken(times[0].id, 20).await;
        let plan = Plan { capacity: Some(10), ..town.series(id).await.plan };
        town.change(id, None, plan).await.unwrap();
        let after = town.times(id).await;
        assert_eq!((after[0].capacity, after[1].capacity), (Some(20), Some(10)));
        let fewer = OneTime { capacity: Some(5), ..as_it_is(&after[0]) };
        assert_eq!(refused(town.change_one(after[0].id, fewer).await), Refusal::Fuller { taken: 20 });
        town.sound().await;
    }
}

#[tokio::test]
async fn a_time_that_is_called_off_gives_its_room_back_and_stays_off() {
    for town in towns().await {
        let id = saturdays(&town).await;
        let one = town.times(id).await[1].clone();
        town.call_off(one.id).await.unwrap();
        town.call_off(one.id).await.unwrap();
        let off = town.times(id).await[1].clone();
        assert_eq!((off.state, off.reason.as_str(), off.sequence), (State::CalledOff, "老师有事", 1));
        assert!(!town.held(1).await.contains(&one.starts_at));
        assert_eq!(refused(town.change_one(one.id, as_it_is(&one)).await), Refusal::CalledOff);
        let plan = town.series(id).await.plan;
        town.change(id, None, at_ten(plan)).await.unwrap();
        assert_eq!(town.times(id).await[1].state, State::CalledOff);
        town.sound().await;
    }
}

#[tokio::test]
async fn ending_calls_off_what_is_to_come_and_leaves_what_was() {
    for town in towns().await {
        let id = saturdays(&town).await;
        town.house.set_clock(town.at(date(2026, 7, 6), 9));
        town.end(id, Some(date(2026, 7, 18))).await.unwrap();
        town.end(id, Some(date(2026, 7, 18))).await.unwrap();
        let times = town.times(id).await;
        let on: Vec<Date> = times.iter().filter(|one| one.state == State::On).map(|one| one.on).collect();
        assert_eq!(on, [JULY_4, date(2026, 7, 11)]);
        assert_eq!(town.held(1).await.len(), 2);
        assert!(town.series(id).await.ended_at.is_some());
        town.end(id, None).await.unwrap();
        assert_eq!(town.times(id).await[1].state, State::CalledOff, "it ends earlier than it was to");
        town.sound().await;
    }
}

#[tokio::test]
async fn what_ended_with_its_activity_takes_no_place_among_what_is_next() {
    for town in towns().await {
        let daily = town.make(plan("FREQ=DAILY;COUNT=10", date(2026, 6, 28)), false).await.unwrap();
        let one = town.make(plan("", date(2026, 8, 1)), false).await.unwrap();
        town.end(daily, None).await.unwrap();
        let (station, now) = (town.station.clone(), town.house.now());
        let next =
            town.house.db.read(move |c: &mut Conn| answers::coming(c, PORTS.rooms, &station, now, 3)).await.unwrap();
        assert_eq!(next.iter().map(|seen| seen.series.id).collect::<Vec<_>>(), [one]);
    }
}

#[tokio::test]
async fn what_was_called_off_takes_no_place_among_what_is_on() {
    for town in towns().await {
        let daily = town.make(plan("FREQ=DAILY;COUNT=10", date(2026, 6, 28)), false).await.unwrap();
        for off in town.times(daily).await.iter().take(9) {
            town.call_off(off.id).await.unwrap();
        }
        let (station, now) = (town.station.clone(), town.house.now());
        let read = move |c: &mut Conn| {
            let on = answers::on_next(c, PORTS.rooms, &station, now, 3)?;
            Ok::<_, Fault>((on, answers::coming(c, PORTS.rooms, &station, now, 3)?))
        };
        let (on, coming) = town.house.db.read(read).await.unwrap();
        assert_eq!(on.iter().map(|seen| seen.one.on).collect::<Vec<_>>(), [date(2026, 7, 7)]);
        assert_eq!(coming.len(), 3, "a list says what was called off");
    }
}

#[tokio::test]
async fn what_has_been_stays_as_it_was_when_all_is_changed() {
    for town in towns().await {
        let id = saturdays(&town).await;
        town.house.set_clock(town.at(date(2026, 7, 12), 9));
        let before = town.times(id).await;
        let plan = town.series(id).await.plan;
        town.change(id, None, at_ten(plan)).await.unwrap();
        let after = town.times(id).await;
        assert_eq!(after[..2], before[..2]);
        assert_eq!(after[2].starts_at, town.at(date(2026, 7, 18), 10));
        town.sound().await;
    }
}

#[tokio::test]
async fn another_room_is_taken_and_the_old_one_given_back_or_nothing_changes() {
    for town in towns().await {
        let id = saturdays(&town).await;
        let plan = town.series(id).await.plan;
        town.somebody_takes(2, town.at(JULY_4, 9)).await;
        let other = Plan { room: Some(2), ..plan };
        assert!(matches!(refused(town.change(id, None, other.clone()).await), Refusal::Clash { clashes: 1, .. }));
        assert_eq!(town.held(2).await.len(), 1);
        assert_eq!(town.held(1).await.len(), 105);
        let without = Plan { room: None, ..other };
        town.change(id, None, without).await.unwrap();
        assert!(town.held(1).await.is_empty());
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_has_read_an_older_page_is_told_so() {
    for town in towns().await {
        let id = saturdays(&town).await;
        let plan = town.series(id).await.plan;
        town.change(id, None, at_ten(plan.clone())).await.unwrap();
        let going = Changing { id, seen: Some(0), from: None, plan, anyway: false };
        let again = acts::change(&town.house, (PORTS, &town.station), going, (staff(), None)).await;
        assert_eq!(refused(again), Refusal::Changed);
    }
}

#[tokio::test]
async fn the_first_half_of_a_split_series_stays_ended_whatever_is_changed_of_it() {
    for town in towns().await {
        let id = saturdays(&town).await;
        let plan = town.series(id).await.plan;
        town.change(id, Some(date(2026, 7, 18)), at_ten(plan.clone())).await.unwrap();
        town.change(id, None, Plan { title: "读书会".into(), ..plan }).await.unwrap();
        let days: Vec<Date> = town.times(id).await.iter().map(|one| one.on).collect();
        assert_eq!(days, [JULY_4, date(2026, 7, 11)]);
        town.sound().await;
    }
}

#[tokio::test]
async fn another_rule_from_a_day_on_adds_nothing_before_it() {
    for town in towns().await {
        let id = saturdays(&town).await;
        let before = town.times(id).await;
        let mut plan = town.series(id).await.plan;
        plan.terms.rule = Some("FREQ=WEEKLY;BYDAY=SU".parse().unwrap());
        let rest = town.change(id, Some(date(2026, 7, 18)), plan).await.unwrap();
        let after = town.times(rest).await;
        assert_eq!((after[0].on, after[0].id), (date(2026, 7, 19), before[2].id));
        assert_eq!(town.times(id).await.len(), 2);
        town.sound().await;
    }
}
