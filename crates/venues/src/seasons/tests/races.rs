//! Many at one moment, on both engines: awards against public bookings for the same slot, and everybody at the deadline.
use std::sync::Arc;

use jiff::civil::date;

use super::town::{asked, at, towns};
use crate::acts::Booker;
use crate::rules::{Ask, Policy, Refusal, Span};
use crate::seasons::acts;
use crate::seasons::rules::{Kind, Published as _, verify};
use kernel::refusal::Not;
use kernel::view::View;
use kernel::words::Lang;

const CALLERS: i32 = 64;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_an_award_and_63_bookings_for_one_slot_one_gets_it() {
    for town in towns().await {
        let round = town.open(town.new_round()).await;
        town.apply(round, 1, asked(Kind::Elderly, 40, &[1])).await.unwrap();
        town.allocate(round).await;
        let (station, first) = (town.station.clone(), date(2026, 7, 7));
        // From the first on, everybody may book the first evening.
        let far = move |c: &mut kernel::db::Conn| {
            let offering = crate::store::offering_by_slug(c, station.id, "hall")?.unwrap();
            let policy = Policy { largest_group: 40, per_day: None, per_week: None, ..Policy::default() };
            crate::store::update_offering(c, station.id, &crate::rules::Offering { policy, ..offering })
        };
        assert!(town.house.db.write(far).await.unwrap());
        let award = {
            let (house, station, staff) = (town.house.house(), town.station.clone(), town.staff());
            tokio::spawn(async move { acts::confirm(&house, &station, round, staff).await })
        };
        let mut asking = vec![];
        for n in 2..=CALLERS {
            let (house, station, person) = (town.house.house(), town.station.clone(), town.person(n).await);
            let ask = Ask { from: at(first, 19, 0), minutes: 60, group: 2, said: None };
            asking.push(tokio::spawn(async move {
                let v = View::plain(&house, Lang::Zh);
                crate::acts::book(&house, &station, &v, ("hall".into(), ask), Booker::Person(person), None).await
            }));
        }
        award.await.unwrap().unwrap();
        let mut won = 0;
        for one in asking {
            match one.await.unwrap() {
                Ok(_) => won += 1,
                Err(Not::Refused(Refusal::Taken)) => {}
                odd => panic!("{odd:?}"),
            }
        }
        let look = town.look(round).await;
        let clashes = look.given[0].clashes;
        assert_eq!(won + 1 - clashes, 1, "{won} bookings and {clashes} clashes");
        assert_eq!(look.given[0].booked, 4 - clashes, "all other evenings are the group's");
        let (at_station, now) = (town.station.id, town.house.now());
        let hour = Span::new(at(first, 19, 0), at(first, 20, 0)).unwrap();
        let hit = town.house.db.read(move |c| crate::store::hit_by(c, at_station, Some(1), &hour, now)).await.unwrap();
        assert_eq!(hit.len(), 1);
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_confirm_allocate_and_try_again_at_once_and_everything_is_done_once() {
    for town in towns().await {
        let round = town.open(town.new_round()).await;
        town.apply(round, 1, asked(Kind::Elderly, 40, &[1, 2])).await.unwrap();
        town.apply(round, 2, asked(Kind::Youth, 40, &[1, 2])).await.unwrap();
        town.house.set_clock(at(date(2026, 7, 1), 18, 0));
        let mut all = vec![];
        for n in 0..CALLERS {
            let (house, station, staff) = (town.house.house(), Arc::clone(&town.station), town.staff());
            all.push(tokio::spawn(async move {
                let done = match n % 4 {
                    0 => crate::jobs(&house).await.map_err(Not::Fault),
                    1 => acts::allocate(&house, &station, round, staff).await,
                    2 => acts::confirm(&house, &station, round, staff).await,
                    _ => acts::try_again(&house, &station, round, kernel::event::By::Staff(staff.0)).await,
                };
                // What comes too early is refused.
                assert!(matches!(done, Ok(()) | Err(Not::Refused(_))), "{done:?}");
            }));
        }
        for one in all {
            one.await.unwrap();
        }
        town.confirm(round).await;
        let look = town.look(round).await;
        assert_eq!(look.given.iter().map(|m| m.booked).collect::<Vec<_>>(), [4, 4]);
        assert!(verify(&look.sheet(&town.station).text()).expect("a sheet").differs.is_empty());
        town.sound().await;
    }
}
