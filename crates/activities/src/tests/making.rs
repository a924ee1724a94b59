//! Publishing.
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use kernel::once::Once;
use stations::NoRoom;

use super::*;
use crate::rules::State;

#[tokio::test]
async fn an_activity_has_its_times_two_years_ahead_and_each_holds_its_room() {
    for town in towns().await {
        let id = town.make(Plan { room: Some(1), ..plan(SATURDAYS, JULY_4) }, false).await.unwrap();
        let times = town.times(id).await;
        assert_eq!(times.first().unwrap().on, JULY_4);
        assert_eq!(times.last().unwrap().on, date(2028, 7, 1));
        assert_eq!(times.first().unwrap().starts_at, town.at(JULY_4, 9));
        assert!(times.iter().all(|one| one.reservation.is_some() && one.no_room.is_none()));
        assert_eq!(town.held(1).await.len(), times.len());
        town.sound().await;
    }
}

#[tokio::test]
async fn the_lunar_fair_has_ten_years_and_2028_has_one_day_although_the_month_comes_twice() {
    for town in towns().await {
        let rule = "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13";
        let id = town.make(plan(rule, date(2027, 1, 1)), false).await.unwrap();
        let days: Vec<Date> = town.times(id).await.iter().map(|one| one.on).collect();
        assert_eq!(days[..2], [date(2027, 6, 17), date(2028, 6, 5)]);
        assert_eq!(days.len(), 10);
    }
}

#[tokio::test]
async fn a_room_that_is_taken_refuses_with_what_could_be_had_and_leaves_nothing() {
    for town in towns().await {
        town.somebody_takes(1, town.at(date(2026, 7, 11), 9)).await;
        let wanted = Plan { room: Some(1), ..plan(SATURDAYS, JULY_4) };
        let Refusal::Clash { on, why, clashes, of, starts, rooms } = refused(town.make(wanted, false).await) else {
            panic!("a clash")
        };
        assert_eq!((on, why, clashes), (date(2026, 7, 11), NoRoom::Taken, 1));
        assert_eq!(of, 105);
        assert_eq!(starts, [town.at(date(2026, 7, 11), 10)]);
        assert_eq!(rooms[0].id, 2);
        assert_eq!(town.held(1).await.len(), 1, "nothing was kept");
    }
}

#[tokio::test]
async fn it_can_be_published_anyway_and_the_time_without_a_room_says_why() {
    for town in towns().await {
        town.somebody_takes(1, town.at(date(2026, 7, 11), 9)).await;
        let id = town.make(Plan { room: Some(1), ..plan(SATURDAYS, JULY_4) }, true).await.unwrap();
        let times = town.times(id).await;
        assert_eq!(times[1].no_room, Some(NoRoom::Taken));
        assert_eq!(times.iter().filter(|one| one.no_room.is_some()).count(), 1);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_second_tap_publishes_nothing_more() {
    for town in towns().await {
        let once = || Some(Once::new("a-key", "me", &"reading"));
        let make = || acts::make(&town.house, (PORTS, &town.station), (plan("", JULY_4), false), (staff(), once()));
        let (first, second) = (make().await.unwrap(), make().await.unwrap());
        assert_eq!(first, second);
        assert_eq!(town.times(first).await.len(), 1);
    }
}

#[tokio::test]
async fn what_is_over_is_not_published_and_a_rule_without_days_is_refused() {
    for town in towns().await {
        assert_eq!(refused(town.make(plan("", date(2026, 6, 26)), false).await), Refusal::NoDates);
        let never = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
        assert_eq!(refused(town.make(plan(never, JULY_4), false).await), Refusal::NoDates);
        // Of a day that has begun, what is not over.
        let running = Plan {
            terms: crate::rules::Terms { at_minute: 11 * 60, minutes: 120, ..plan("", JULY_4).terms },
            ..plan("", JULY_4)
        };
        let mut today = running.clone();
        today.terms.starts_on = date(2026, 6, 27);
        assert!(town.make(today, false).await.is_ok());
    }
}

#[tokio::test]
async fn public_holidays_are_left_out_if_the_plan_says_so() {
    for town in towns().await {
        let mut daily = plan("FREQ=DAILY", date(2026, 9, 28));
        daily.terms.skips_holidays = true;
        let id = town.make(daily, false).await.unwrap();
        let days: Vec<Date> = town.times(id).await.iter().map(|one| one.on).collect();
        assert!(days.contains(&date(2026, 9, 30)));
        assert!(!days.contains(&date(2026, 10, 1)));
    }
}

#[tokio::test]
async fn an_import_keeps_what_has_been() {
    for town in towns().await {
        let (house, station) = (town.house.house(), town.station.clone());
        let plan = plan(SATURDAYS, date(2026, 6, 6));
        let found = move |c: &mut Conn| {
            let by = kernel::event::By::Program;
            let doing = acts::Doing { house: &house, station: &station, ports: PORTS, now: house.now(), by };
            acts::found(c, &doing, &plan).map_err(|e| Fault::broken(format!("{e:?}")))
        };
        let series = town.house.db.write(found).await.unwrap();
        let times = town.times(series.id).await;
        assert_eq!(times[0].on, date(2026, 6, 6));
        assert!(times.iter().all(|one| one.state == State::On));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_activities_for_one_hour_of_one_room_one_has_it() {
    for town in towns().await {
        let town = Arc::new(town);
        let tried: Vec<_> = (0..12)
            .map(|_| {
                let town = town.clone();
                tokio::spawn(async move { town.make(Plan { room: Some(1), ..plan("", JULY_4) }, false).await.is_ok() })
            })
            .collect();
        let mut won = 0;
        for one in tried {
            won += usize::from(one.await.unwrap());
        }
        // The fake has no lock of its own: PostgreSQL may let two through, which the real rooms never do.
        match town.house.db.engine() {
            kernel::db::Engine::Sqlite => assert_eq!(won, 1),
            kernel::db::Engine::Postgres => assert!(won >= 1),
        }
    }
}

#[tokio::test]
async fn what_stands_on_the_day_of_a_change_is_the_time_of_the_place() {
    for town in towns().await {
        let id = town.make(plan("", JULY_4), false).await.unwrap();
        let one = &town.times(id).await[0];
        let nine: Timestamp = "2026-07-04T09:00:00+08:00".parse().unwrap();
        assert_eq!((one.starts_at, one.ends_at), (nine, nine + SignedDuration::from_hours(1)));
    }
}
