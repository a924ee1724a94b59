//! What was planned is counted when it is over: once, also if nobody had to sign up, also if it was called off.
use kernel::fact::Fact;
use serde_json::{Value, json};

use super::*;
use crate::rules::{Joining, Plan, State as Takes};
use crate::store as core;
use crate::testing::made;

/// Everybody may come, and nobody signs up.
fn open_to_all() -> Plan {
    Plan { joining: Joining::JustCome, ..for_(5) }
}

impl Town {
    /// So many more times at the same hour; of all of them the one that is looked at first cannot be read.
    async fn one_is_broken(&self, more: usize) {
        let (h, station, now, own) = (self.house.house(), self.station.clone(), self.house.now(), self.occurrence);
        let work = move |c: &mut Conn| {
            let mut all = vec![own];
            for _ in 0..more {
                all.extend(made(c, &h, &station, (&open_to_all(), 1), now)?.1.iter().map(|one| one.id));
            }
            let first = all.into_iter().min_by_key(|id| id.0.0).expect("one");
            let mut one = core::hold_occurrence(c, station.id, first)?;
            one.note = "broken".into();
            core::set_occurrence(c, station.id, &one)?;
            c.run("UPDATE occurrences SET state = 9 WHERE note = 'broken'")
        };
        self.house.db.write(work).await.unwrap();
    }

    async fn planned(&self) -> Vec<Fact> {
        let (station, day) = (self.station.id, self.at().await.on);
        let read = move |c: &mut Conn| fact::between(c, station, "activity.planned", day, day.tomorrow().unwrap());
        self.house.db.read(read).await.unwrap()
    }

    async fn noted(&self) -> Vec<Value> {
        self.planned().await.into_iter().map(|fact| fact.data).collect()
    }
}

#[tokio::test]
async fn once_it_is_over_what_was_planned_is_counted_once_and_names_nobody() {
    for town in towns(for_(5)).await {
        let [pair, late] = [town.joins(1, 2).await, town.joins(2, 1).await];
        town.house.set_clock(friday(33));
        town.taps(&[town.tap(Some(pair), 2), town.tap(None, 3)]).await;
        let in_a_drawer = town.tap(Some(late), 1);
        town.closes().await;
        assert!(town.planned().await.is_empty(), "it goes on");
        town.house.set_clock(friday(34));
        for _ in 0..2 {
            town.closes().await;
        }
        assert_eq!(town.noted().await, [json!({ "announced_h": 24, "called_off": false, "came": 5 })]);
        assert_eq!(town.planned().await[0].at, town.at().await.starts_at);
        town.taps(&[in_a_drawer]).await;
        assert_eq!(town.noted().await, [json!({ "announced_h": 24, "called_off": false, "came": 6 })]);
        town.house.set_clock(friday(34 + 24));
        town.closes().await;
        assert_eq!(town.planned().await.len(), 1, "what was held is counted beside it");
        town.sound().await;
    }
}

#[tokio::test]
async fn where_nobody_was_counted_nothing_is_said_of_how_many_came() {
    for town in towns(open_to_all()).await {
        town.house.set_clock(friday(34));
        town.closes().await;
        assert_eq!(town.noted().await, [json!({ "announced_h": 24, "called_off": false, "came": null })]);
        town.taps(&[town.tap(None, 4)]).await;
        assert_eq!(town.noted().await, [json!({ "announced_h": 24, "called_off": false, "came": 4 })]);
    }
}

#[tokio::test]
async fn what_was_called_off_was_planned() {
    for town in towns(open_to_all()).await {
        town.changes(|one| (one.state, one.reason) = (Takes::CalledOff, "老师有事".into())).await;
        town.house.set_clock(friday(34));
        town.closes().await;
        assert_eq!(town.noted().await, [json!({ "announced_h": 24, "called_off": true, "came": null })]);
    }
}

#[tokio::test]
async fn what_the_rule_named_no_more_a_day_before_was_not_planned() {
    for town in towns(open_to_all()).await {
        town.changes(|one| one.state = Takes::CalledOff).await;
        town.house.set_clock(friday(34));
        town.closes().await;
        assert!(town.planned().await.is_empty());
    }
    for town in towns(open_to_all()).await {
        town.changes(|one| (one.state, one.changed_at) = (Takes::CalledOff, friday(10))).await;
        town.house.set_clock(friday(34));
        town.closes().await;
        assert_eq!(town.noted().await, [json!({ "announced_h": 24, "called_off": true, "came": null })]);
    }
}

#[tokio::test]
async fn what_was_over_when_it_was_written_down_was_not_planned_here() {
    for town in towns(open_to_all()).await {
        town.changes(|one| one.announced_at = one.ends_at).await;
        town.house.set_clock(friday(34));
        town.closes().await;
        assert!(town.planned().await.is_empty());
    }
    for town in towns(open_to_all()).await {
        town.changes(|one| one.announced_at = one.starts_at).await;
        town.house.set_clock(friday(34));
        town.closes().await;
        // It was under way when it was written down.
        assert_eq!(town.noted().await, [json!({ "announced_h": null, "called_off": false, "came": null })]);
    }
}

#[tokio::test]
async fn forty_days_without_the_program_leave_no_gap() {
    for (days, noted) in [(39, 1), (41, 0)] {
        for town in towns(open_to_all()).await {
            town.house.set_clock(friday(34 + 24 * days));
            town.closes().await;
            assert_eq!(town.planned().await.len(), noted, "after {days} days");
        }
    }
}

#[tokio::test]
async fn a_time_that_cannot_be_read_keeps_no_other_from_being_noted() {
    for town in towns(open_to_all()).await {
        town.one_is_broken(60).await;
        town.house.set_clock(friday(34));
        let day = jiff::civil::date(2026, 6, 27);
        let read = async || {
            let station = town.station.id;
            let read = move |c: &mut Conn| fact::between(c, station, "activity.planned", day, day.tomorrow().unwrap());
            town.house.db.read(read).await.unwrap().len()
        };
        for _ in 0..2 {
            let Err(fault) = acts::jobs(&town.house).await else { panic!("nobody is told that one is broken") };
            assert!(fault.to_string().contains("state"), "{fault}");
            assert_eq!(read().await, 60, "each of the others once");
        }
        town.house.db.write(|c: &mut Conn| c.run("UPDATE occurrences SET state = 0 WHERE state = 9")).await.unwrap();
        town.closes().await;
        assert_eq!(read().await, 61, "it is tried again");
        town.sound().await;
    }
}
