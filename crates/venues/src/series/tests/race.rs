//! Many at one moment, on both engines: series against series, single bookings, moves, walk-ins and closures.
use super::*;
use crate::acts::Closing;
use crate::rules::{LayerKind, Name, Span};
use crate::series::acts::{Change, change_of};
use kernel::house::House;

const CALLERS: i32 = 64;
const RULE: &str = "FREQ=WEEKLY;BYDAY=WE;COUNT=3";

type Outcome = Result<(), Not<Refusal>>;

/// How many won; all others were refused because it is taken, or because it has been closed since.
async fn winners(calls: Vec<impl Future<Output = Outcome> + Send + 'static>) -> usize {
    let asked: Vec<_> = calls.into_iter().map(tokio::spawn).collect();
    let mut won = 0;
    for one in asked {
        match one.await.unwrap() {
            Ok(()) => won += 1,
            Err(Not::Refused(Refusal::Taken | Refusal::Closed { .. })) => {}
            odd => panic!("{odd:?}"),
        }
    }
    won
}

/// What one caller does; it owns all it needs.
#[derive(Clone)]
enum Does {
    Series(&'static str, Answered),
    Book(&'static str, Booker),
    WalkIn(StaffId),
    Close(StaffId),
    Move(ReservationId, StaffId),
    ChangeSeries(SeriesId, StaffId),
}

async fn run(house: House, station: Arc<Station>, does: Does) -> Outcome {
    let v = View::plain(&house, Lang::Zh);
    let first = date(2026, 6, 24);
    let ask = Ask { from: at(first, 19, 0), minutes: 60, group: 1, said: None };
    match does {
        Does::Series(slug, whose) => {
            make_for(&house, &station, wish(slug, terms(RULE, first, 19)), whose, None).await.map(|_| ())
        }
        Does::Book(slug, booker) => {
            acts::book(&house, &station, &v, (slug.into(), ask), booker, None).await.map(|_| ())
        }
        Does::WalkIn(staff) => {
            let door = Booker::Desk { staff, name: None, phone: None };
            acts::walk_in(&house, &station, &v, ("table".into(), ask), door, None).await.map(|_| ())
        }
        Does::Close(staff) => {
            let closing = Closing {
                venue: Some(1),
                kind: LayerKind::Closed,
                span: Span::new(at(first, 18, 0), at(first, 20, 0)).unwrap(),
                reason: Name { zh: "检修".into(), en: String::new() },
                cancel_hit: true,
            };
            acts::close_or_open(&house, &station, &v, closing, staff, None).await.map(|_| ())
        }
        Does::Move(id, staff) => acts::move_to(&house, &station, id, ask, Actor::Staff(staff)).await.map(|_| ()),
        Does::ChangeSeries(id, staff) => {
            let change = Change { at_minute: Some(19 * 60), ..Change::default() };
            change_of(&house, &station, (id, first, change), Actor::Staff(staff), None).await.map(|_| ())
        }
    }
}

impl Town {
    fn calls(&self, all: Vec<Does>) -> Vec<impl Future<Output = Outcome> + Send + use<>> {
        all.into_iter().map(|does| run(self.house.house(), self.station.clone(), does)).collect()
    }

    /// Live reservations of a venue that touch an hour of a day.
    async fn live(&self, venue: i32, on: Date) -> usize {
        let (station, now) = (self.station.id, self.house.now());
        let hour = Span::new(at(on, 19, 0), at(on, 20, 0)).unwrap();
        let hit = self.house.db.read(move |c| crate::store::hit_by(c, station, Some(venue), &hour, now)).await;
        hit.unwrap().len()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_series_for_one_slot_one_gets_it() {
    for town in towns().await {
        let mut all = vec![];
        for n in 0..CALLERS {
            let me = town.person(n).await;
            let staff = town.clerk();
            all.push(Does::Series(
                "table",
                match n % 3 {
                    0 => Answered::Me(me),
                    1 => Answered::For { staff, name: Some("李四".into()), phone: Some(phone(n)) },
                    _ => town.for_owner(),
                },
            ));
        }
        assert_eq!(winners(town.calls(all)).await, 1);
        for on in [date(2026, 6, 24), date(2026, 7, 1), date(2026, 7, 8)] {
            assert_eq!(town.live(1, on).await, 1, "{on}");
        }
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn series_of_the_hall_and_of_its_halves_never_overlap() {
    for town in towns().await {
        let slugs = ["whole", "half"];
        let all = (0..CALLERS as usize).map(|n| Does::Series(slugs[n % 2], town.for_owner())).collect();
        let won = winners(town.calls(all)).await;
        assert!((1..=2).contains(&won), "one whole or two halves: {won}");
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn series_against_single_bookings_moves_and_other_series_on_their_way_leave_one_winner_a_day() {
    for town in towns().await {
        let mut all = vec![];
        for n in 0..12 {
            let early = at(date(2026, 6, 25), 8, 0) + jiff::SignedDuration::from_mins((n * 60).into());
            all.push(Does::Move(town.taken("table", early).await, town.clerk()));
            let other = terms("FREQ=WEEKLY;BYDAY=WE;COUNT=3", date(2026, 7, 15), 8 + n);
            let id = town.make("half", other, town.for_owner()).await.unwrap();
            all.push(Does::ChangeSeries(id, town.clerk()));
        }
        for n in 0..CALLERS - 24 {
            let me = town.person(n).await;
            all.push(match n % 2 {
                0 => Does::Series("table", town.for_owner()),
                _ => Does::Book("table", Booker::Person(me)),
            });
        }
        winners(town.calls(all)).await;
        assert_eq!(town.live(1, date(2026, 6, 24)).await, 1);
        // A series that lost its first date to a single booking may have won the others; each has one only.
        for on in [date(2026, 7, 1), date(2026, 7, 8)] {
            assert_eq!(town.live(1, on).await, 1, "{on}");
        }
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn walk_ins_and_a_closure_against_series_leave_nobody_in_a_closed_room() {
    for town in towns().await {
        town.house.set_clock(at(date(2026, 6, 24), 19, 0));
        let mut all = vec![Does::Close(town.clerk())];
        for n in 0..CALLERS - 1 {
            all.push(match n % 2 {
                0 => Does::Series("table", town.for_owner()),
                _ => Does::WalkIn(town.clerk()),
            });
        }
        winners(town.calls(all)).await;
        assert_eq!(town.live(1, date(2026, 6, 24)).await, 0, "closed");
        assert_eq!(town.live(1, date(2026, 7, 1)).await, 1);
        town.sound().await;
    }
}
