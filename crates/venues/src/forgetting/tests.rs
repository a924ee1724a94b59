//! Whoever is forgotten leaves rooms that were used and nobody who used them.
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::testing::{TestHouse, houses};
use kernel::view::View;
use kernel::words::Lang;
use people::{PersonId, Phone, StaffId};
use stations::Station;

use super::{forget_links, holding};
use crate::ReservationId;
use crate::acts::{self, Booker, checks};
use crate::answers;
use crate::rules::{Ask, Mode, State};
use crate::store;
use crate::testing::{made_station, make_room};

struct Town {
    house: TestHouse,
    station: Arc<Station>,
}

fn made(c: &mut Conn, now: Timestamp) -> Result<Station, Fault> {
    let station = made_station(c, now)?;
    make_room(c, station.id, (1, "table"), &[1], &[(1, "table", Mode::AnyOne)])?;
    Ok(station)
}

/// At noon.
async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [kernel::TEXTS, people::TEXTS, stations::TEXTS, crate::TEXTS, crate::DESK_TEXTS];
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        let now = house.now();
        let station = house.db.write(move |c| made(c, now)).await.unwrap();
        all.push(Town { house, station: Arc::new(station) });
    }
    all
}

fn phone() -> Phone {
    "138 0000 5521".parse().unwrap()
}

impl Town {
    async fn luo(&self) -> PersonId {
        let h = self.house.house();
        self.house.db.write(move |c| people::person_by_phone(c, &h, &phone())).await.unwrap()
    }

    /// An hour of the table, so many hours from noon.
    async fn book(&self, hours: i64, booker: Booker) -> ReservationId {
        let v = View::plain(&self.house, Lang::Zh);
        let noon: Timestamp = kernel::testing::NOON.parse().unwrap();
        let ask = Ask { from: noon + SignedDuration::from_hours(hours), minutes: 60, group: 1, said: None };
        let booked = acts::book(&self.house, &self.station, &v, ("table".into(), ask), booker, None).await;
        booked.unwrap().id
    }

    fn at_desk(&self) -> Booker {
        Booker::Desk { staff: StaffId(self.house.new_id()), name: Some("罗大爷".into()), phone: Some(phone()) }
    }

    async fn erase(&self, person: PersonId) {
        let h = self.house.house();
        self.house.db.write(move |c| (holding().erase)(c, &h, person, h.now())).await.unwrap();
        for check in checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }

    async fn row(&self, id: ReservationId) -> store::Reservation {
        let station = self.station.id;
        self.house.db.read(move |c| store::by_id(c, station, id)).await.unwrap()
    }

    /// When the table is free today, as everybody sees it.
    async fn free(&self) -> Vec<(Timestamp, i32)> {
        let (h, station, now) = (self.house.house(), self.station.clone(), self.house.now());
        let day = self.house.db.read(move |c| {
            let offering = store::offering_by_slug(c, station.id, "table")?.ok_or(Fault::NotFound)?;
            let today = now.to_zoned_datetime(station.zone.clone()).date();
            let wanted = [(offering, Some(60))];
            let catalogue = answers::catalogue(c, &station)?;
            answers::days(c, &h, &station, (&catalogue, &wanted), today, now)
        });
        day.await.unwrap()[0].slots.iter().map(|s| (s.span.from, s.free)).collect()
    }
}

fn nobody(r: &store::Reservation) -> bool {
    r.person.is_none() && r.guest_sealed.is_none() && r.code.is_none()
}

#[tokio::test]
async fn what_was_stays_without_the_person_and_what_is_to_come_is_given_back() {
    for town in towns().await {
        let luo = town.luo().await;
        let past = town.book(1, Booker::Person(luo)).await;
        town.house.set_clock(kernel::testing::NOON.parse::<Timestamp>().unwrap() + SignedDuration::from_mins(65));
        let v = &town.station;
        acts::check_in(&town.house, v, past, acts::Actor::Person(luo)).await.unwrap();
        town.house.wait(SignedDuration::from_hours(1));
        acts::jobs(&town.house).await.unwrap();
        let to_come = town.book(6, town.at_desk()).await;
        let busy = town.free().await;
        town.erase(luo).await;
        let (past, to_come) = (town.row(past).await, town.row(to_come).await);
        assert_eq!((past.state, to_come.state), (State::Completed, State::Cancelled));
        assert!(nobody(&past) && nobody(&to_come));
        let freed: Vec<_> = town.free().await.into_iter().filter(|slot| !busy.contains(slot)).collect();
        assert!(freed.iter().any(|(from, free)| *from == to_come.span.from && *free == 1), "{freed:?}");
        let (station, until) = (town.station.id, jiff::civil::date(2026, 7, 1));
        let used = town
            .house
            .db
            .read(move |c| kernel::fact::between(c, station, "venue.used", jiff::civil::date(2026, 6, 1), until));
        assert_eq!(used.await.unwrap().len(), 1, "the use is still counted");
    }
}

#[tokio::test]
async fn whoever_is_inside_stays_and_the_room_stays_taken() {
    for town in towns().await {
        let luo = town.luo().await;
        let now = town.book(0, Booker::Person(luo)).await;
        acts::check_in(&town.house, &town.station, now, acts::Actor::Person(luo)).await.unwrap();
        let busy = town.free().await;
        town.erase(luo).await;
        let row = town.row(now).await;
        assert_eq!(row.state, State::CheckedIn);
        assert!(nobody(&row));
        assert_eq!(town.free().await, busy);
    }
}

#[tokio::test]
async fn no_event_names_a_resident() {
    for town in towns().await {
        let luo = town.luo().await;
        town.book(3, Booker::Person(luo)).await;
        town.book(5, Booker::Stranger(phone())).await;
        town.erase(luo).await;
        let station = town.station.id;
        let events = town.house.db.read(move |c| event::since(c, station, 0, 99)).await.unwrap();
        assert!(events.len() >= 4, "{events:?}");
        assert!(!format!("{events:?}").contains(&luo.to_string()), "{events:?}");
        assert!(events.iter().any(|e| e.by == event::By::Resident && e.kind == "reservation.cancelled"));
    }
}

#[tokio::test]
async fn reservations_forget_after_half_a_year_whose_they_were() {
    for town in towns().await {
        let luo = town.luo().await;
        let theirs = town.book(1, Booker::Person(luo)).await;
        let typed = town
            .book(3, Booker::Desk { staff: StaffId(town.house.new_id()), name: Some("才让".into()), phone: None })
            .await;
        town.house.wait(SignedDuration::from_hours(24 * 180));
        acts::jobs(&town.house).await.unwrap();
        forget_links(&town.house).await.unwrap();
        assert_eq!(town.row(theirs).await.person, Some(luo));
        assert!(town.row(typed).await.guest_sealed.is_some());
        town.house.wait(SignedDuration::from_hours(25));
        forget_links(&town.house).await.unwrap();
        assert!(nobody(&town.row(theirs).await) && nobody(&town.row(typed).await));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_is_kept_for_whoever_is_being_forgotten_meanwhile() {
    for town in towns().await {
        let luo = town.luo().await;
        let forgetting = {
            let h = town.house.house();
            tokio::spawn(async move {
                let at = h.clone();
                // As `people` does it: the person held, the slices, then the person's row.
                let forget = move |c: &mut Conn| {
                    people::hold(c, luo)?;
                    (holding().erase)(c, &at, luo, at.now())?;
                    c.run("delete from persons")
                };
                h.db.write(forget).await.unwrap();
            })
        };
        let mut booking = vec![];
        for n in 0..32 {
            let (h, station) = (town.house.house(), town.station.clone());
            booking.push(tokio::spawn(async move {
                let v = View::plain(&h, Lang::Zh);
                let from = h.now() + SignedDuration::from_mins(60 + n * 15);
                let ask = Ask { from, minutes: 15, group: 1, said: None };
                acts::book(&h, &station, &v, ("table".into(), ask), Booker::Person(luo), None).await.map(|b| b.id)
            }));
        }
        forgetting.await.unwrap();
        for b in booking {
            let _ = b.await.unwrap();
        }
        let left = town.house.db.read(move |c| super::store::all_of(c, luo)).await.unwrap();
        assert_eq!(left, [], "nobody is there, and these are theirs");
    }
}
