//! Corrections in the open.
use kernel::once::Once;

use super::*;
use crate::rules::contact::Kind;
use crate::tests::{not_there, refused};

async fn published(here: &Here) {
    here.tickets("2026-06-10", 12).await;
    here.work_at("2026-07-01T06:00").await;
}

fn shown(sheet: &MonthSheet) -> Option<u64> {
    sheet.weeks[1].contact.counts.iter().find(|(kind, _)| *kind == Kind::Desk).and_then(|(_, n)| *n)
}

#[tokio::test]
async fn a_month_that_is_not_there_or_is_as_it_was_is_not_corrected() {
    for here in all().await {
        assert_eq!(refused(here.differs().await), NoMonth::NotYet);
        assert_eq!(refused(here.correct("补录了三天", None).await), NoMonth::NotYet);
        published(&here).await;
        assert_eq!(refused(here.differs().await), NoMonth::Same);
        assert_eq!(refused(here.correct("补录了三天", None).await), NoMonth::Same);
        here.tickets("2026-06-11", 11).await;
        assert_eq!(refused(here.correct("没", None).await), NoMonth::Why);
        let act = acts::correct(&here.0.house, &here.0.station, (JUNE, "补录了三天", None), (&here.0.clerk, None));
        not_there(act.await);
        assert_eq!(here.rows().await.len(), 1);
    }
}

#[tokio::test]
async fn a_correction_is_seen_before_it_is_published_and_says_what_it_corrects() {
    for here in all().await {
        published(&here).await;
        here.tickets("2026-06-11", 11).await;
        let seen = here.differs().await.unwrap();
        assert!(
            seen.iter().any(|c| c.part == "2026-W24/desk" && c.was.and_then(|e| e.value) == Some(12.0)),
            "{seen:?}"
        );
        assert_eq!(here.rows().await.len(), 1, "looking publishes nothing");
        here.tickets("2026-06-12", 13).await;
        assert_eq!(refused(here.correct("补录了三天", Some(&seen)).await), NoMonth::Seen);
        let seen = here.differs().await.unwrap();
        here.0.house.wait(jiff::SignedDuration::from_mins(5));
        assert_eq!(here.correct("补录了 三天", Some(&seen)).await.unwrap(), 2);
        let sheet = here.sheet(JUNE, None).await;
        assert_eq!((sheet.revision, shown(&sheet)), (2, Some(36)));
        assert_eq!(sheet.corrections.len(), seen.len());
        assert!(sheet.corrections.iter().all(|c| c.why == "补录了 三天" && c.revision == 2));
        assert_eq!(here.rows().await[0].why, "补录了 三天");
        here.0.sound().await;
    }
}

#[tokio::test]
async fn of_a_few_that_were_added_nobody_can_tell_how_many() {
    for here in all().await {
        published(&here).await;
        here.tickets("2026-06-11", 5).await;
        // The visits are counted anew, with other noise; the contact stays.
        assert_eq!(here.correct("补录了五件", None).await.unwrap(), 2);
        assert_eq!(shown(&here.sheet(JUNE, None).await), Some(12));
        here.tickets("2026-06-12", 5).await;
        assert_eq!(here.correct("又补录了五件", None).await.unwrap(), 3);
        assert_eq!(shown(&here.sheet(JUNE, None).await), Some(22), "ten more than what was shown");
        here.0.sound().await;
    }
}

#[tokio::test]
async fn the_same_count_has_the_same_noise_in_each_revision() {
    for here in all().await {
        published(&here).await;
        here.note("village-day.held", "2026-06-20T10:00", json!({})).await;
        here.note("activity.planned", "2026-06-20T10:00", json!({ "announced_h": 1, "called_off": false, "came": 2 }))
            .await;
        here.correct("补录了一次活动", None).await.unwrap();
        let (first, second) = (here.sheet(JUNE, Some(1)).await, here.sheet(JUNE, Some(2)).await);
        assert_eq!(first.weeks[1].visits, second.weeks[1].visits);
        assert_ne!(first.held, second.held);
    }
}

#[tokio::test]
async fn the_same_request_twice_is_one_revision_and_of_two_at_once_one_is_published() {
    for here in all().await {
        published(&here).await;
        here.tickets("2026-06-11", 11).await;
        let once = || Some(Once::new("a-key", "manager", &"june"));
        let send =
            |once| acts::correct(&here.0.house, &here.0.station, (JUNE, "补录了三天", None), (&here.0.manager, once));
        assert_eq!(send(once()).await.unwrap(), 2);
        assert_eq!(send(once()).await.unwrap(), 2);
        here.tickets("2026-06-12", 11).await;
        let (a, b) = tokio::join!(send(None), send(None));
        assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|ok| **ok).count(), 1, "{a:?} {b:?}");
        assert_eq!(here.rows().await.len(), 3);
        here.0.sound().await;
    }
}
