use jiff::civil::date;
use jiff::{SignedDuration, ToSpan as _};
use kernel::db::Conn;

use super::{TODAY, all, refused, wall};
use crate::duty::acts::{self, Whom};
use crate::duty::answers;
use crate::duty::rules::{Now, Refusal};
use crate::tests::at;

#[tokio::test]
async fn a_gap_is_named_until_somebody_fills_it() {
    for d in all().await {
        let first = d.clerk(1).await;
        d.stand(1, Whom::Staff(first), wall(8, 30), wall(12, 0)).await.unwrap();
        assert_eq!(d.gaps(1).await, ["14:00–18:00"]);
        d.stand(1, Whom::Volunteer("王大爷".into()), wall(14, 0), wall(15, 30)).await.unwrap();
        assert_eq!(d.gaps(1).await, ["15:30–18:00"]);
        assert_eq!(d.gaps(2).await, ["08:30–12:00", "14:00–18:00"], "each post by itself");
        d.sound().await;
    }
}

#[tokio::test]
async fn nobody_stands_in_two_places_and_what_is_over_stays() {
    for d in all().await {
        let first = d.clerk(1).await;
        let id = d.stand(1, Whom::Staff(first), wall(8, 30), wall(12, 0)).await.unwrap();
        let twice = d.stand(2, Whom::Staff(first), wall(11, 0), wall(13, 0)).await;
        assert_eq!(refused(twice), Refusal::Elsewhere { from: at(8, 30), until: at(12, 0) });
        let backwards = d.stand(2, Whom::Staff(first), wall(15, 0), wall(15, 0)).await;
        assert_eq!(refused(backwards), Refusal::Backwards);
        let stranger = Whom::Staff(crate::tests::staff(77));
        assert_eq!(refused(d.stand(1, stranger, wall(14, 0), wall(15, 0)).await), Refusal::NobodyHere);
        assert_eq!(refused(d.stand(9, Whom::Staff(first), wall(14, 0), wall(15, 0)).await), Refusal::NoPost);
        d.town.house.set_clock(at(12, 0));
        let gone = acts::remove(&d.town.house, &d.town.station, id, first).await;
        assert_eq!(refused(gone), Refusal::Over);
    }
}

#[tokio::test]
async fn whoever_stands_there_hands_over_now() {
    for d in all().await {
        let (first, second) = (d.clerk(1).await, d.clerk(2).await);
        let id = d.stand(1, Whom::Staff(first), wall(8, 30), wall(12, 0)).await.unwrap();
        d.town.house.wait(SignedDuration::from_secs(90));
        let to_self = acts::hand_over(&d.town.house, &d.town.station, (id, Whom::Staff(first)), (first, None)).await;
        assert_eq!(refused(to_self), Refusal::Same);
        let over =
            acts::hand_over(&d.town.house, &d.town.station, (id, Whom::Staff(second)), (first, None)).await.unwrap();
        let (h, station, now) = (d.town.house.house(), d.town.station.clone(), d.town.house.now());
        let posts =
            d.town.house.db.snapshot(move |c: &mut Conn| answers::posts_now(c, &h, &station, now)).await.unwrap();
        assert_eq!(posts[0].now, Now::Here(vec![(over, at(12, 0))]));
        assert_eq!(posts[1].now, Now::Empty { next: None }, "honest where nobody stands");
        assert_eq!(d.gaps(1).await, ["14:00–18:00"], "not a minute is lost");
        // Taken away while it is on, it ends now and what was stays.
        d.town.house.set_clock(at(10, 0));
        acts::remove(&d.town.house, &d.town.station, over, first).await.unwrap();
        acts::remove(&d.town.house, &d.town.station, over, first).await.unwrap_err();
        assert_eq!(d.gaps(1).await, ["10:00–12:00", "14:00–18:00"]);
        d.sound().await;
    }
}

#[tokio::test]
async fn last_week_is_copied_once() {
    for d in all().await {
        let first = d.clerk(1).await;
        for day in [0_i64, 1, 2] {
            let shift = |time: jiff::civil::DateTime| time.saturating_add(day.days());
            d.stand(1, Whom::Staff(first), shift(wall(8, 30)), shift(wall(12, 0))).await.unwrap();
        }
        for volunteer in ["王大爷", "韩阿姨"] {
            d.stand(1, Whom::Volunteer(volunteer.into()), wall(14, 0), wall(15, 0)).await.unwrap();
        }
        let next = TODAY.saturating_add(7.days());
        for expected in [5, 0] {
            let copied = acts::copy_week(&d.town.house, &d.town.station, (1, next), first).await.unwrap();
            assert_eq!(copied, expected, "pressed twice it adds nothing");
        }
        d.sound().await;
    }
}

#[tokio::test]
async fn a_post_that_is_no_more_keeps_nobody_from_standing_elsewhere() {
    for d in all().await {
        let first = d.clerk(1).await;
        d.stand(1, Whom::Staff(first), wall(8, 30), wall(12, 0)).await.unwrap();
        d.stand(1, Whom::Staff(first), wall(14, 0), wall(18, 0)).await.unwrap();
        d.town.house.set_clock(at(10, 0));
        let station = d.town.station.id;
        let post = d.town.house.db.read(move |c: &mut Conn| answers::post(c, station, 1)).await.unwrap();
        let seen = crate::acts::seen(&d.town.house, &post);
        acts::edit_post(&d.town.house, &d.town.station, (post, true), (seen, first)).await.unwrap();
        d.stand(2, Whom::Staff(first), wall(10, 0), wall(12, 0)).await.unwrap();
        d.stand(2, Whom::Staff(first), wall(14, 0), wall(18, 0)).await.unwrap();
        assert_eq!(d.gaps(2).await, ["08:30–10:00"]);
        d.sound().await;
    }
}

#[tokio::test]
async fn a_day_that_is_over_becomes_minutes_and_names_nobody() {
    for d in all().await {
        let first = d.clerk(1).await;
        d.stand(1, Whom::Staff(first), wall(8, 30), wall(11, 0)).await.unwrap();
        d.stand(2, Whom::Volunteer("王大爷".into()), wall(14, 0), wall(18, 0)).await.unwrap();
        d.town.house.set_clock(at(9, 0) + SignedDuration::from_hours(24));
        d.jobs().await;
        let facts = d.facts("duty-day").await;
        assert_eq!(facts.len(), 2);
        assert_eq!((&facts[0]["promised_min"], &facts[0]["covered_min"]), (&450.into(), &150.into()));
        assert_eq!(facts[1]["covered_min"], 240);
        d.jobs().await;
        assert_eq!(d.facts("duty-day").await.len(), 2, "a day is counted once");
        // A month later only the minutes are left.
        d.town.house.set_clock(at(9, 0) + SignedDuration::from_hours(24 * 33));
        d.jobs().await;
        let at = d.town.station.id;
        let left = move |c: &mut Conn| crate::duty::store::of_days(c, at, date(2026, 6, 1), date(2026, 7, 1));
        assert!(d.town.house.db.read(left).await.unwrap().is_empty());
    }
}
