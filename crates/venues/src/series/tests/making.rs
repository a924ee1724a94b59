//! Making a series, and the outcome of each date.
use super::*;
use crate::acts::Closing;
use crate::rules::{LayerKind, Name, Span};
use crate::series::acts::{Placing, place_of};
use crate::series::rules::Why;
use Stands::{Booked, Clash, NotKnown, Over, Skipped};

#[tokio::test]
async fn every_date_is_booked_or_says_why_not_and_what_works_instead() {
    for town in towns().await {
        town.taken("table", at(date(2026, 7, 1), 19, 0)).await;
        let closing = Closing {
            venue: Some(1),
            kind: LayerKind::Closed,
            span: Span::new(at(date(2026, 7, 8), 0, 0), at(date(2026, 7, 9), 0, 0)).unwrap(),
            reason: Name { zh: "换地胶".into(), en: String::new() },
            cancel_hit: false,
        };
        let v = View::plain(&town.house, Lang::Zh);
        acts::close_or_open(&town.house, &town.station, &v, closing, town.clerk(), None).await.unwrap();
        let rule = terms("FREQ=WEEKLY;BYDAY=WE;COUNT=4", date(2026, 6, 24), 19);
        let id = town.make("table", rule, town.for_owner()).await.unwrap();
        let found = town.stands(id).await;
        let expected = [("06-24", Booked), ("07-01", Clash), ("07-08", Skipped), ("07-15", Booked)];
        assert_eq!(found, expected.map(|(on, s)| (on.to_owned(), s)));
        let look = town.look(id).await;
        assert_eq!(look.lines[2].why, Some(Why::Closed(Some(Name { zh: "换地胶".into(), en: String::new() }))));
        // One tap takes the nearest that works on the day of the clash; a second tap changes nothing.
        let instead = look.lines[1].instead[0];
        assert_eq!(instead.from, at(date(2026, 7, 1), 18, 0));
        let placing = Placing { on: date(2026, 7, 1), from: instead.from, minutes: 60, by_holder: false };
        for _ in 0..2 {
            place_of(&town.house, &town.station, id, placing, Actor::Staff(town.clerk())).await.unwrap();
        }
        assert_eq!(town.stands(id).await[1], ("07-01".to_owned(), Booked));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_series_that_skips_holidays_knows_those_that_are_published_and_waits_for_the_others() {
    for town in towns().await {
        town.house.set_clock(at(date(2026, 9, 21), 9, 0));
        let mut rule = terms("FREQ=MONTHLY;BYMONTHDAY=2", date(2026, 9, 21), 19);
        rule.skips_holidays = true;
        let id = town.make("whole", rule, town.for_owner()).await.unwrap();
        let found = town.stands(id).await;
        let expected = [
            ("10-02", Skipped),
            ("11-02", Booked),
            ("12-02", Booked),
            ("01-02", NotKnown),
            ("02-02", NotKnown),
            ("03-02", NotKnown),
        ];
        assert_eq!(found, expected.map(|(on, s)| (on.to_owned(), s)));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_person_makes_one_series_of_at_most_as_many_dates_as_the_manager_allows() {
    for town in towns().await {
        let me = town.person(1).await;
        let mine = || Answered::Me(me);
        let weekly = |count| terms(&format!("FREQ=WEEKLY;BYDAY=TU;COUNT={count}"), date(2026, 6, 24), 19);
        assert_eq!(refused(town.make("table", weekly(9), mine()).await), Refusal::TooManyDates { most: 8 });
        let endless = terms("FREQ=WEEKLY;BYDAY=TU", date(2026, 6, 24), 19);
        assert_eq!(refused(town.make("table", endless, mine()).await), Refusal::TooManyDates { most: 8 });
        assert_eq!(refused(town.make("whole", weekly(8), mine()).await), Refusal::SeriesNotOffered);
        let id = town.make("table", weekly(8), mine()).await.unwrap();
        assert_eq!(town.stands(id).await.len(), 8);
        let other = terms("FREQ=WEEKLY;BYDAY=FR;COUNT=2", date(2026, 6, 24), 19);
        assert_eq!(refused(town.make("table", other, mine()).await), Refusal::OneSeries);
        town.sound().await;
    }
}

#[tokio::test]
async fn dates_and_single_reservations_count_against_one_quota() {
    for town in towns().await {
        // Three a week: two of the series' own, and one that was there before.
        let me = town.person(1).await;
        town.book("table", at(date(2026, 6, 29), 8, 0), Booker::Person(me)).await.unwrap();
        let rule = terms("FREQ=WEEKLY;BYDAY=TU,WE,TH;COUNT=6", date(2026, 6, 29), 19);
        let id = town.make("table", rule, Answered::Me(me)).await.unwrap();
        let look = town.look(id).await;
        let outcomes: Vec<_> = look.lines.iter().map(|l| (l.stands, l.why.clone())).collect();
        let quota = (Clash, Some(Why::QuotaOfWeek));
        let fine = (Booked, None);
        let expected = [fine.clone(), fine.clone(), quota, fine.clone(), fine.clone(), fine];
        assert_eq!(outcomes, expected);
        // The week is full for single reservations too, and for what the clerk books it is not.
        let single = town.book("table", at(date(2026, 7, 1), 8, 0), Booker::Person(me)).await;
        assert!(matches!(refused(single), Refusal::Quota { most: 3, .. }));
        town.taken("table", at(date(2026, 7, 1), 8, 0)).await;
        town.sound().await;
    }
}

#[tokio::test]
async fn lunar_and_counted_rules_fall_on_their_days() {
    for town in towns().await {
        let lunar = terms("RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=15", date(2026, 6, 24), 8);
        let id = town.make("half", lunar, town.for_owner()).await.unwrap();
        assert_eq!(town.stands(id).await[0], ("06-29".to_owned(), Booked));
        let (fifth, last) = ("FREQ=MONTHLY;BYDAY=5MO", "FREQ=MONTHLY;BYDAY=-1MO");
        let fifth = town.make("half", terms(fifth, date(2026, 6, 24), 9), town.for_owner()).await.unwrap();
        let last = town.make("half", terms(last, date(2026, 6, 24), 10), town.for_owner()).await.unwrap();
        let days = |all: Vec<(String, Stands)>| all.into_iter().take(3).map(|(on, _)| on).collect::<Vec<_>>();
        assert_eq!(days(town.stands(fifth).await), ["06-29", "08-31", "11-30"]);
        assert_eq!(days(town.stands(last).await), ["06-29", "07-27", "08-31"]);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_series_without_any_date_that_works_is_refused_and_leaves_nothing() {
    for town in towns().await {
        let rule = || terms("FREQ=WEEKLY;BYDAY=TU;COUNT=3", date(2026, 6, 24), 19);
        town.make("table", rule(), town.for_owner()).await.unwrap();
        assert_eq!(refused(town.make("table", rule(), town.for_owner()).await), Refusal::Taken);
        let night = terms("FREQ=WEEKLY;BYDAY=TU;COUNT=3", date(2026, 6, 24), 23);
        let closed = refused(town.make("table", night, town.for_owner()).await);
        assert!(matches!(closed, Refusal::Closed { .. }));
        let never = terms("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", date(2026, 6, 24), 19);
        assert_eq!(refused(town.make("table", never, town.for_owner()).await), Refusal::NoDates);
        let (station, now) = (town.station.clone(), town.house.now());
        let running = town.house.db.read(move |c| answers::running(c, &station, now)).await.unwrap();
        assert_eq!(running.len(), 1);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_date_that_its_holder_cancelled_is_over_and_its_room_is_free() {
    for town in towns().await {
        let me = town.person(1).await;
        let rule = terms("FREQ=WEEKLY;BYDAY=TU;COUNT=3", date(2026, 6, 24), 19);
        let id = town.make("table", rule, Answered::Me(me)).await.unwrap();
        let first = town.look(id).await.lines[0].receipt.clone().unwrap().reservation.id;
        acts::cancel(&town.house, &town.station, first, Actor::Person(me)).await.unwrap();
        assert_eq!(town.stands(id).await[0], ("06-30".to_owned(), Over(State::Cancelled)));
        town.taken("table", at(date(2026, 6, 30), 19, 0)).await;
        town.sound().await;
    }
}
