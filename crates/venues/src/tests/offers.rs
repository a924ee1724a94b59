//! Waiting and being moved, on both engines: in order, once each, and never an overlap.
use std::sync::Arc;

use jiff::SignedDuration;

use super::race::{CALLERS, Town, all_at_once, phone, towns, winners};
use super::*;
use crate::acts::{self, Actor, Booker, Closing, Wish};
use crate::offers::{self, InLine, WaitState};
use crate::{ReservationId, WaitId};
use kernel::db::types::Id;
use kernel::house::House;
use kernel::outbox;
use kernel::refusal::Not;
use kernel::view::View;
use kernel::words::Lang;
use people::{PersonId, StaffId};
use stations::Station;

type Refused = Not<Refusal>;

fn evening(earliest: Timestamp, latest: Timestamp) -> Wish {
    Wish { offering: "table".into(), earliest, latest, minutes: 60, group: 1 }
}

impl Town {
    fn parts(&self) -> (House, Arc<Station>) {
        (self.house.house(), self.station.clone())
    }
    async fn wait_for(&self, wish: Wish, person: PersonId) -> Result<WaitId, Refused> {
        acts::wait(&self.house, &self.station, wish, Booker::Person(person), None).await
    }
    async fn seen(&self, id: WaitId) -> InLine {
        let (station, now) = (self.station.clone(), self.house.now());
        self.house.db.read(move |c| offers::one(c, &station, id, now)).await.unwrap()
    }
    async fn offered(&self, id: WaitId) -> ReservationId {
        self.seen(id).await.offer.expect("something is kept").kept.reservation
    }
    async fn cancel(&self, id: ReservationId, person: PersonId) {
        acts::cancel(&self.house, &self.station, id, Actor::Person(person)).await.unwrap();
    }
    /// The kinds of all messages, sorted.
    async fn told(&self) -> Vec<String> {
        let (h, at) = self.parts();
        let mut all = self.house.db.read(move |c| outbox::newest(c, &h, at.id, 500)).await.unwrap();
        all.sort_by(|a, b| a.kind.cmp(&b.kind));
        all.into_iter().map(|m| m.kind).collect()
    }
    async fn jobs(&self) {
        crate::jobs(&self.house).await.unwrap();
    }
    async fn close(&self, span: Span, staff: StaffId) -> Id {
        let closing = Closing {
            venue: Some(1),
            kind: LayerKind::Closed,
            span,
            reason: Name { zh: "修灯".into(), en: String::new() },
            cancel_hit: true,
        };
        let v = View::plain(&self.house, Lang::Zh);
        acts::close_or_open(&self.house, &self.station, &v, closing, staff, None).await.unwrap().0
    }
}

#[tokio::test]
async fn what_becomes_free_is_kept_for_the_first_in_line_then_for_the_next() {
    for town in towns().await {
        let (holder, first, second) = (town.person(1).await, town.person(2).await, town.person(3).await);
        let had = town.book("table", ask(at(19, 0), 60), Booker::Person(holder)).await.unwrap().id;
        let a = town.wait_for(evening(at(19, 0), at(19, 0)), first).await.unwrap();
        town.house.wait(SignedDuration::from_mins(1));
        let b = town.wait_for(evening(at(18, 30), at(19, 30)), second).await.unwrap();
        assert_eq!((town.seen(a).await.ahead, town.seen(b).await.ahead), (0, 1));
        assert_eq!(town.wait_for(evening(at(19, 0), at(19, 0)), first).await.unwrap(), a, "asking twice is one place");

        town.cancel(had, holder).await;
        let kept = town.offered(a).await;
        assert_eq!(town.seen(b).await.state, WaitState::Waiting);
        // Nobody else gets in between, not even the one who gave it back.
        let grab = town.book("table", ask(at(19, 0), 60), Booker::Person(holder)).await;
        assert!(matches!(grab, Err(Not::Refused(Refusal::Taken))), "{grab:?}");

        // No answer within half an hour: the next in line is asked, by the periodic work or by whoever tries to book.
        town.house.wait(SignedDuration::from_mins(30));
        assert_eq!(town.seen(a).await.state, WaitState::Passed);
        let grab = town.book("table", ask(at(19, 0), 60), Booker::Person(holder)).await;
        assert!(matches!(grab, Err(Not::Refused(Refusal::Taken))), "{grab:?}");
        town.jobs().await;
        let late = acts::accept_offer(&town.house, &town.station, kept, Actor::Person(first)).await;
        assert!(matches!(late, Err(Not::Refused(Refusal::NotNow { state: State::Expired }))), "{late:?}");
        let kept = town.offered(b).await;
        for _ in 0..2 {
            let state = acts::accept_offer(&town.house, &town.station, kept, Actor::Person(second)).await.unwrap();
            assert_eq!(state, State::Confirmed, "saying yes twice is fine");
        }
        assert_eq!(town.seen(b).await.state, WaitState::Taken);
        assert_eq!(town.told().await, ["offer-lapsed", "offer-made", "offer-made"]);
        town.sound().await;
    }
}

#[tokio::test]
async fn who_says_no_or_stops_waiting_gives_it_to_the_next_and_nobody_waits_for_what_is_free() {
    for town in towns().await {
        let people = [town.person(1).await, town.person(2).await, town.person(3).await, town.person(4).await];
        let free = town.wait_for(evening(at(19, 0), at(19, 0)), people[1]).await;
        assert!(matches!(free, Err(Not::Refused(Refusal::NotFull))), "{free:?}");
        let had = town.book("table", ask(at(19, 0), 60), Booker::Person(people[0])).await.unwrap().id;
        let mut line = vec![];
        for person in &people[1..] {
            line.push(town.wait_for(evening(at(19, 0), at(19, 0)), *person).await.unwrap());
            town.house.wait(SignedDuration::from_mins(1));
        }
        town.cancel(had, people[0]).await;
        let kept = town.offered(line[0]).await;
        let strange = acts::decline_offer(&town.house, &town.station, kept, Actor::Person(people[3])).await;
        assert!(matches!(strange, Err(Not::Fault(_))), "only they may answer: {strange:?}");
        for _ in 0..2 {
            acts::decline_offer(&town.house, &town.station, kept, Actor::Person(people[1])).await.unwrap();
        }
        town.offered(line[1]).await;
        for _ in 0..2 {
            let stopped = acts::stop_waiting(&town.house, &town.station, line[1], Actor::Person(people[2])).await;
            assert_eq!(stopped.unwrap(), WaitState::Stopped);
        }
        town.offered(line[2]).await;
        assert_eq!(town.seen(line[0]).await.state, WaitState::Passed);
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_did_not_answer_may_line_up_anew_at_the_end() {
    for town in towns().await {
        let (holder, first, second) = (town.person(1).await, town.person(2).await, town.person(3).await);
        let had = town.book("table", ask(at(19, 0), 60), Booker::Person(holder)).await.unwrap().id;
        let old = town.wait_for(evening(at(19, 0), at(19, 0)), first).await.unwrap();
        town.house.wait(SignedDuration::from_mins(1));
        let next = town.wait_for(evening(at(19, 0), at(19, 0)), second).await.unwrap();
        town.cancel(had, holder).await;
        town.house.wait(SignedDuration::from_mins(31));
        // Nothing was written down yet; asking again does it.
        let new = town.wait_for(evening(at(19, 0), at(19, 0)), first).await.unwrap();
        assert_ne!(new, old);
        town.offered(next).await;
        let place = town.seen(new).await;
        assert_eq!((place.state, place.ahead), (WaitState::Waiting, 1));
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_waits_in_vain_is_told_once() {
    for town in towns().await {
        let (holder, waits) = (town.person(1).await, town.person(2).await);
        town.book("table", ask(at(19, 0), 60), Booker::Person(holder)).await.unwrap();
        let id = town.wait_for(evening(at(19, 0), at(19, 0)), waits).await.unwrap();
        town.house.set_clock(at(18, 51));
        assert_eq!(town.seen(id).await.state, WaitState::Over, "time has decided");
        town.jobs().await;
        town.jobs().await;
        assert_eq!(town.told().await, ["over"]);
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_has_long_is_reminded_once() {
    for town in towns().await {
        let (holder, waits) = (town.person(1).await, town.person(2).await);
        let had = town.book("table", ask(on(26, 19, 0), 60), Booker::Person(holder)).await.unwrap().id;
        town.wait_for(evening(on(26, 19, 0), on(26, 19, 0)), waits).await.unwrap();
        town.cancel(had, holder).await;
        town.jobs().await;
        assert_eq!(town.told().await, ["offer-made"]);
        town.house.set_clock(at(12, 0));
        town.jobs().await;
        town.jobs().await;
        assert_eq!(town.told().await, ["offer-made", "offer-reminder"]);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_closure_keeps_the_next_best_time_for_each_whom_it_hits_in_the_order_of_booking() {
    for town in towns().await {
        let staff = StaffId(town.house.new_id());
        let (first, second) = (town.person(1).await, town.person(2).await);
        let one = town.book("table", ask(at(19, 30), 60), Booker::Person(first)).await.unwrap().id;
        town.house.wait(SignedDuration::from_mins(1));
        town.book("table", ask(at(20, 30), 60), Booker::Person(second)).await.unwrap();
        town.house.wait(SignedDuration::from_mins(1));
        let name = Booker::Desk { staff, name: Some("张三".into()), phone: None };
        town.book("table", ask(at(18, 30), 60), name).await.unwrap();
        let layer = town.close(span(at(18, 0), at(22, 0)), staff).await;
        let (station, now) = (town.station.clone(), town.house.now());
        let moved = town.house.db.read(move |c| offers::moved_by(c, &station, layer, now)).await.unwrap();
        let kept: Vec<Span> = moved.iter().map(|m| m.offer.as_ref().unwrap().receipt.reservation.span).collect();
        let hour = |from| span(from, from + SignedDuration::from_mins(60));
        assert_eq!(kept, [hour(at(17, 0)), hour(at(16, 0)), hour(at(15, 0))]);
        let guest = &moved[2].offer.as_ref().unwrap().receipt.reservation.guest_sealed;
        assert!(guest.is_some(), "the name goes with it");
        assert_eq!(town.told().await, ["reservation-displaced"; 2], "who has no phone is called");
        assert_eq!(moved[0].lost.reservation.id, one);
        let id = moved[0].offer.as_ref().unwrap().kept.reservation;
        let yes = acts::accept_offer(&town.house, &town.station, id, Actor::Person(first)).await.unwrap();
        assert_eq!(yes, State::Confirmed);
        town.sound().await;
        // A second closure moves them again, also what was only kept so far.
        town.close(span(at(6, 0), at(22, 0)), staff).await;
        town.sound().await;
        town.jobs().await;
        town.sound().await;
    }
}

#[tokio::test]
async fn when_a_closure_is_taken_back_or_a_time_opened_those_who_wait_are_asked() {
    for town in towns().await {
        let staff = StaffId(town.house.new_id());
        let (holder, waits) = (town.person(1).await, town.person(2).await);
        town.book("table", ask(at(19, 0), 60), Booker::Person(holder)).await.unwrap();
        let id = town.wait_for(evening(at(19, 0), at(19, 0)), waits).await.unwrap();
        let layer = town.close(span(at(18, 0), at(22, 0)), staff).await;
        assert_eq!(town.seen(id).await.state, WaitState::Waiting);
        acts::reopen(&town.house, &town.station, layer, staff).await.unwrap();
        town.offered(id).await;
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_a_line_and_many_others_exactly_one_gets_what_becomes_free() {
    for town in towns().await {
        let holder = town.person(1).await;
        let had = town.book("table", ask(at(19, 0), 60), Booker::Person(holder)).await.unwrap().id;
        let mut line = vec![];
        for n in 0..16 {
            line.push(town.wait_for(evening(at(19, 0), at(19, 0)), town.person(100 + n).await).await.unwrap());
            town.house.wait(SignedDuration::from_secs(1));
        }
        town.cancel(had, holder).await;
        let kept = town.offered(line[0]).await;
        town.house.wait(SignedDuration::from_mins(30));
        // The offer has lapsed: the first says yes too late, others say it all at once, some try to book, the jobs run.
        let mut outcomes = vec![];
        for n in 0..CALLERS {
            let (house, station) = town.parts();
            let (person, wait) = (town.person(100 + n % 16).await, line[usize::try_from(n % 16).unwrap()]);
            outcomes.push(tokio::spawn(async move {
                let v = View::plain(&house, Lang::Zh);
                match n % 4 {
                    0 => acts::accept_offer(&house, &station, kept, Actor::Person(person)).await.map(|_| ()),
                    1 => crate::jobs(&house).await.map_err(Not::from),
                    2 => acts::stop_waiting(&house, &station, wait, Actor::Person(person)).await.map(|_| ()),
                    _ => acts::book(
                        &house,
                        &station,
                        &v,
                        ("table".into(), ask(at(19, 0), 60)),
                        Booker::Stranger(phone(n)),
                        None,
                    )
                    .await
                    .map(|_| ()),
                }
            }));
        }
        for outcome in outcomes {
            let outcome = outcome.await.unwrap();
            let polite =
                matches!(outcome, Ok(()) | Err(Not::Refused(_)) | Err(Not::Fault(kernel::fault::Fault::NotFound)));
            assert!(polite, "{outcome:?}");
        }
        town.jobs().await;
        let mut offered = 0;
        for id in &line {
            offered += usize::from(town.seen(*id).await.state == WaitState::Offered);
        }
        assert_eq!(offered, 1, "the first who still waits");
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn closures_against_bookings_and_yeses_never_overlap() {
    for town in towns().await {
        let staff = StaffId(town.house.new_id());
        for n in 0..16 {
            let person = town.person(n).await;
            let from = at(10, 0) + SignedDuration::from_mins((n * 30).into());
            town.book("table", ask(from, 30), Booker::Person(person)).await.unwrap();
        }
        let closing = |from, until| {
            let (house, station) = town.parts();
            async move {
                let closing = Closing {
                    venue: Some(1),
                    kind: LayerKind::Closed,
                    span: span(from, until),
                    reason: Name { zh: "修灯".into(), en: String::new() },
                    cancel_hit: true,
                };
                let v = View::plain(&house, Lang::Zh);
                acts::close_or_open(&house, &station, &v, closing, staff, None).await.map(|_| ())
            }
        };
        let two = [closing(at(10, 0), at(14, 0)), closing(at(13, 0), at(18, 0))].map(tokio::spawn);
        let mut booking = vec![];
        for n in 0..CALLERS {
            let (house, station) = town.parts();
            let from = at(10, 0) + SignedDuration::from_mins(i64::from(n % 24) * 30);
            let booker = Booker::Person(town.person(200 + n).await);
            booking.push(async move {
                let v = View::plain(&house, Lang::Zh);
                match acts::book(&house, &station, &v, ("table".into(), ask(from, 30)), booker, None).await {
                    Err(Not::Refused(Refusal::Closed { .. })) => Err(Not::Refused(Refusal::Taken)),
                    booked => booked.map(|_| ()),
                }
            });
        }
        winners(all_at_once(booking.into_iter()).await);
        for one in two {
            one.await.unwrap().unwrap();
        }
        town.sound().await;
        let (station, now) = (town.station.clone(), town.house.now());
        let day = days(&zone(), jiff::civil::date(2026, 6, 24), 1);
        let hit = town.house.db.read(move |c| crate::answers::hit_by(c, &station, Some(1), &day, now)).await.unwrap();
        assert!(
            hit.iter().all(|r| !r.reservation.span.overlaps(&span(at(10, 0), at(18, 0)))),
            "nothing stands while it is closed"
        );
        let open: Vec<_> = hit.iter().filter(|r| r.reservation.is_offer()).map(|r| r.reservation.clone()).collect();
        let yes = open.into_iter().map(|r| {
            let (house, station) = town.parts();
            async move { acts::accept_offer(&house, &station, r.id, Actor::Person(r.person.unwrap())).await }
        });
        for outcome in all_at_once(yes).await {
            assert_eq!(outcome.unwrap(), State::Confirmed);
        }
        town.sound().await;
    }
}
