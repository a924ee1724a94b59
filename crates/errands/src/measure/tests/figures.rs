use super::*;
use crate::acts::{self, Holder};
use crate::rules::{Declared, Presence, Source, Way};
use crate::tests::{staff, towns};

#[tokio::test]
async fn trips_for_nothing_are_counted_by_cause_and_whoever_is_at_home_made_none() {
    for town in towns().await {
        for _ in 0..9 {
            visit(&town, Outcome::Done).await;
        }
        visit(&town, Outcome::PaperMissing).await;
        visit(&town, Outcome::Away).await;
        let closed = town.drawn(1).await[0];
        town.press(closed, Press::Close("停电".into())).await.unwrap();
        // One waits in the hall until the night, one at home; of a third nobody says how it ended.
        let served = town.drawn(1).await[0];
        town.next(1).await.unwrap();
        town.press(served, Press::Serve).await.unwrap();
        town.drawn(1).await;
        town.draw(Drawing { on_site: false, ..in_line(1) }).await.unwrap();
        later(&town, 24).await;
        let m = june(&town).await;
        let all = row(&m, "wasted-trips", "all");
        assert_eq!((all.count, all.n), (Some(4), 14));
        for cause in ["away", "paper-missing", "closed", "not-called"] {
            assert_eq!(row(&m, "wasted-trips", cause).count, Some(1), "{cause}");
        }
        let sure = all.sure.expect("fourteen are enough");
        assert!(sure.low < sure.value && sure.value < sure.high && (sure.value - 400.0 / 14.0).abs() < 1e-9);
        assert_eq!(row(&m, "end-not-known", "all").count, Some(1));
    }
}

#[tokio::test]
async fn of_fewer_than_ten_only_the_number_is_said() {
    for town in towns().await {
        for _ in 0..9 {
            visit(&town, Outcome::Done).await;
        }
        later(&town, 24).await;
        let m = june(&town).await;
        assert!(m.rows.iter().filter(|r| r.figure.name() != "presence").all(|r| r.sure.is_none() && r.count.is_none()));
        assert_eq!(row(&m, "wasted-trips", "all").n, 9);
    }
}

#[tokio::test]
async fn times_have_a_middle_and_the_way_is_not_known() {
    for town in towns().await {
        for _ in 0..11 {
            visit(&town, Outcome::Done).await;
        }
        let remote = Drawing { on_site: false, ..in_line(1) };
        let how = (Holder::Bearer, Way::Phone);
        let id = acts::draw(&town.house, &town.station, remote, how, None).await.unwrap().id;
        let own = (acts::Own::Arrive, acts::Actor::Bearer);
        acts::take_own(&town.house, &town.station, id, own, None).await.unwrap();
        later(&town, 24).await;
        let m = june(&town).await;
        let (wait, service) = (row(&m, "waiting-time", "median"), row(&m, "service-time", "nine-of-ten"));
        assert_eq!((wait.n, wait.sure.map(|s| s.value)), (11, Some(2.0)));
        assert_eq!(service.sure.map(|s| s.value), Some(6.0));
        let way = row(&m, "way-time", "all");
        assert_eq!((way.sure, way.n), (None, 1));
    }
}

#[tokio::test]
async fn not_rated_is_not_satisfied_and_ratings_count_once_they_are_fixed() {
    for town in towns().await {
        let mut ids = vec![];
        for _ in 0..12 {
            ids.push(visit(&town, Outcome::Done).await);
        }
        for id in &ids[..10] {
            rated(&town, *id, Level::Satisfied).await;
        }
        rated(&town, ids[10], Level::Dissatisfied).await;
        later(&town, 24).await;
        assert_eq!(row(&june(&town).await, "ratings", "rated").n, 0, "they can still be changed");
        later(&town, 24).await;
        let m = june(&town).await;
        let (rated, content) = (row(&m, "ratings", "rated"), row(&m, "ratings", "content"));
        assert_eq!((rated.count, rated.n), (Some(11), 12));
        assert_eq!((content.count, content.n), (Some(10), 11));
        assert_eq!(row(&m, "ratings", "dissatisfied").count, Some(1));
    }
}

#[tokio::test]
async fn presence_is_at_least_what_was_said_and_what_was_not_said_is_not_presence() {
    for town in towns().await {
        // Eight officials with the station's sixteen hours; four say at nine that they are at their desks.
        for id in 1..=4 {
            let from = crate::answers::wall(&town.station, town.house.now());
            let said = Declared { presence: Presence::Desk, place: String::new(), village: None, from, back: None };
            acts::declare(&town.house, &town.station, id, said, (Source::Page, Some(staff(id))), None).await.unwrap();
        }
        later(&town, 24).await;
        let m = june(&town).await;
        let (present, unknown) = (row(&m, "presence", "present"), row(&m, "presence", "not-known"));
        let sure = present.sure.expect("eight officials");
        let expected = 100.0 * 4.0 * 13.0 / (8.0 * 16.0);
        assert!((sure.value - expected).abs() < 1e-9 && (sure.high - 100.0).abs() < 1e-9, "{sure:?}");
        assert!(unknown.sure.is_some_and(|s| (s.value - (100.0 - expected)).abs() < 1e-9));
        // A day on which nobody says anything is counted too: nobody is known to be in.
        later(&town, 24).await;
        let again = june(&town).await;
        let half = row(&again, "presence", "present").sure.expect("still eight");
        assert!(row(&again, "presence", "present").n == 2 && (half.value - expected / 2.0).abs() < 1e-9);
    }
}

#[tokio::test]
async fn promises_are_kept_revised_or_broken_and_what_was_given_back_is_none() {
    for town in towns().await {
        let (h, station) = (town.house.house(), town.station.id);
        let ended = [("kept", 12), ("broken", 2), ("given-back", 5), ("revised", 3)];
        let work = move |c: &mut Conn| {
            for (ending, n) in ended {
                for k in 0..n {
                    let data = serde_json::json!({ "kind": "slot", "ended": ending, "delivered": k > 0 });
                    let when = (date(2026, 6, 24), h.now());
                    kernel::fact::record(c, station, h.new_id(), "promise-ended", when, &data)?;
                }
            }
            Ok::<_, kernel::fault::Fault>(())
        };
        town.house.db.write(work).await.unwrap();
        let m = june(&town).await;
        let count = |part| row(&m, "promises", part).count;
        assert_eq!(row(&m, "promises", "kept").n, 17);
        assert_eq!((count("kept"), count("broken")), (Some(12), Some(2)));
        assert_eq!((count("revised-told"), count("revised-untold")), (Some(2), Some(1)));
    }
}
