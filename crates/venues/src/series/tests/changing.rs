//! This and later, all, and the end.
use super::*;
use crate::series::acts::{Change, change_of, end_of, give_up_of};
use crate::series::rules::Why;
use Stands::{Booked, Clash, Over, Skipped};

fn weekly() -> Terms {
    terms("FREQ=WEEKLY;BYDAY=TU;COUNT=6", date(2026, 6, 24), 19)
}

fn at_hour(hour: i32) -> Change {
    Change { at_minute: Some(hour * 60), ..Change::default() }
}

impl Town {
    async fn change(&self, id: SeriesId, from: Date, change: Change) -> Result<SeriesId, Not<Refusal>> {
        let actor = Actor::Staff(self.clerk());
        change_of(&self.house, &self.station, (id, from, change), actor, None).await
    }

    async fn reservations(&self, id: SeriesId) -> Vec<(ReservationId, i32)> {
        let look = self.look(id).await;
        let one = |l: &answers::Line| l.receipt.as_ref().map(|r| (r.reservation.id, r.reservation.sequence));
        look.lines.iter().filter_map(one).collect()
    }
}

#[tokio::test]
async fn this_and_later_splits_the_series_and_entries_in_calendars_are_moved_not_replaced() {
    for town in towns().await {
        let id = town.make("table", weekly(), town.for_owner()).await.unwrap();
        let before = town.reservations(id).await;
        let rest = town.change(id, date(2026, 7, 14), at_hour(20)).await.unwrap();
        assert_ne!(rest, id);
        assert_eq!(town.stands(id).await.len(), 2);
        let after = town.reservations(rest).await;
        let ids = |all: &[(ReservationId, i32)]| all.iter().map(|(id, _)| *id).collect::<Vec<_>>();
        assert_eq!(ids(&after), ids(&before[2..]), "the same entries");
        assert!(after.iter().all(|(_, sequence)| *sequence == 1), "each of them changed once");
        let look = town.look(rest).await;
        assert_eq!(look.lines[0].span.unwrap().from, at(date(2026, 7, 14), 20, 0));
        assert_eq!(look.lines.len(), 4, "a rule that counts has counted those before");
        town.sound().await;
    }
}

#[tokio::test]
async fn all_of_a_series_that_has_not_begun_stays_one_series() {
    for town in towns().await {
        let id = town.make("table", weekly(), town.for_owner()).await.unwrap();
        let thursdays = Change { rule: Some("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4".parse().unwrap()), ..Change::default() };
        assert_eq!(town.change(id, date(2026, 6, 24), thursdays).await.unwrap(), id);
        let found = town.stands(id).await;
        let gone = Over(State::Cancelled);
        let expected = [
            ("06-25", Booked),
            ("06-30", Booked),
            ("07-02", Booked),
            ("07-07", Booked),
            ("07-14", gone),
            ("07-21", gone),
        ];
        assert_eq!(found[..6], expected.map(|(on, s)| (on.to_owned(), s)));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_date_that_cannot_follow_keeps_its_time_and_says_so() {
    for town in towns().await {
        let id = town.make("table", weekly(), town.for_owner()).await.unwrap();
        town.taken("table", at(date(2026, 7, 7), 20, 0)).await;
        let same = town.change(id, date(2026, 6, 24), at_hour(20)).await.unwrap();
        let look = town.look(same).await;
        assert_eq!(look.lines[1].span.unwrap().from, at(date(2026, 7, 7), 19, 0));
        assert_eq!((look.lines[1].stands, look.lines[1].why.clone()), (Booked, Some(Why::Taken)));
        assert_eq!(look.lines[2].span.unwrap().from, at(date(2026, 7, 14), 20, 0));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_change_that_no_date_can_follow_changes_nothing() {
    for town in towns().await {
        let id = town.make("table", weekly(), town.for_owner()).await.unwrap();
        let evening = terms("FREQ=WEEKLY;BYDAY=TU;COUNT=6", date(2026, 6, 24), 20);
        town.make("table", evening, town.for_owner()).await.unwrap();
        let before = town.reservations(id).await;
        assert_eq!(refused(town.change(id, date(2026, 7, 14), at_hour(20)).await), Refusal::Taken);
        assert_eq!(town.reservations(id).await, before);
        town.sound().await;
    }
}

#[tokio::test]
async fn ending_gives_back_what_is_to_come_and_doing_it_twice_is_fine() {
    for town in towns().await {
        let me = town.person(1).await;
        let id = town.make("table", weekly(), Answered::Me(me)).await.unwrap();
        town.house.set_clock(at(date(2026, 7, 8), 9, 0));
        let end = async || end_of(&town.house, &town.station, (id, None), Actor::Person(me)).await.unwrap();
        assert_eq!(end().await.len(), 4);
        assert_eq!(end().await.len(), 0);
        assert!(!town.look(id).await.runs);
        town.taken("table", at(date(2026, 7, 14), 19, 0)).await;
        town.jobs().await;
        assert_eq!(town.stands(id).await.len(), 6);
        // Now another may be made.
        town.make("table", weekly(), Answered::Me(me)).await.unwrap();
        town.sound().await;
    }
}

#[tokio::test]
async fn one_date_is_given_up_whether_it_was_booked_or_clashed() {
    for town in towns().await {
        town.taken("table", at(date(2026, 7, 7), 19, 0)).await;
        let id = town.make("table", weekly(), town.for_owner()).await.unwrap();
        assert_eq!(town.stands(id).await[1].1, Clash);
        for on in [date(2026, 6, 30), date(2026, 7, 7), date(2026, 7, 7)] {
            give_up_of(&town.house, &town.station, (id, on), Actor::Staff(town.clerk())).await.unwrap();
        }
        let found = town.stands(id).await;
        assert_eq!((found[0].1, found[1].1), (Over(State::Cancelled), Skipped));
        town.sound().await;
    }
}

#[tokio::test]
async fn nobody_touches_the_series_of_another() {
    for town in towns().await {
        let (me, other) = (town.person(1).await, town.person(2).await);
        let id = town.make("table", weekly(), Answered::Me(me)).await.unwrap();
        let ended = end_of(&town.house, &town.station, (id, None), Actor::Person(other)).await;
        assert!(matches!(ended, Err(Not::Fault(Fault::NotFound))), "{ended:?}");
    }
}

#[tokio::test]
async fn a_date_that_is_given_back_is_kept_for_whoever_waits_for_it() {
    for town in towns().await {
        let id = town.make("table", weekly(), town.for_owner()).await.unwrap();
        let (on, waiting) = (date(2026, 6, 30), town.person(7).await);
        let start = at(on, 19, 0);
        let wish = acts::Wish { offering: "table".into(), earliest: start, latest: start, minutes: 60, group: 1 };
        acts::wait(&town.house, &town.station, wish, Booker::Person(waiting), None).await.unwrap();
        let actor = Actor::Staff(town.clerk());
        give_up_of(&town.house, &town.station, (id, on), actor).await.unwrap();
        let (station, now) = (town.station.clone(), town.house.now());
        let theirs = town.house.db.read(move |c| crate::answers::of_person(c, &station, waiting, now)).await.unwrap();
        let kept: Vec<_> = theirs.iter().map(|r| (r.state, r.reservation.span.from)).collect();
        assert_eq!(kept, [(State::Held, start)], "nobody gets in between");
        town.sound().await;
    }
}
