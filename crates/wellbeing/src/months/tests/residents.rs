//! How many people live here.
use super::*;
use crate::tests::{not_there, refused};

fn of(count: u64, as_of: Date) -> Residents {
    Residents { count, source: "2025 年统计年报".into(), as_of }
}

#[tokio::test]
async fn a_manager_says_how_many_live_here_by_a_statistic_and_may_mend_a_slip() {
    for here in all().await {
        let set = |new, by| acts::set_residents(&here.0.house, &here.0.station, new, by);
        let by = || (&here.0.manager, None);
        not_there(set(of(4_000, date(2025, 12, 31)), (&here.0.clerk, None)).await);
        assert_eq!(refused(set(of(0, date(2025, 12, 31)), by()).await), NoMonth::People);
        assert_eq!(refused(set(of(4_000, date(2026, 6, 28)), by()).await), NoMonth::AsOf);
        set(of(40_000, date(2025, 12, 31)), by()).await.unwrap();
        set(of(4_000, date(2025, 12, 31)), by()).await.unwrap();
        set(of(4_100, date(2024, 12, 31)), by()).await.unwrap();
        let station = here.0.station.id;
        let all = here.0.house.db.read(move |c| answers::residents(c, station)).await.unwrap();
        assert_eq!(all, [of(4_000, date(2025, 12, 31)), of(4_100, date(2024, 12, 31))]);
        let events = here.0.house.db.read(move |c: &mut Conn| kernel::event::since(c, station, 0, 1000)).await.unwrap();
        let set: Vec<_> =
            events.iter().filter(|e| e.kind == "residents.set").map(|e| e.data["people"].clone()).collect();
        assert_eq!(set, [40_000, 4_000, 4_100], "what it was can be read in the changes");
        here.0.sound().await;
    }
}

#[tokio::test]
async fn a_month_counts_by_the_newest_statistic_of_its_own_time() {
    for here in all().await {
        here.tickets("2026-05-12", 15).await;
        here.tickets("2026-06-10", 12).await;
        for new in [of(4_000, date(2025, 12, 31)), of(5_000, date(2026, 6, 15))] {
            acts::set_residents(&here.0.house, &here.0.station, new, here.0.by()).await.unwrap();
        }
        here.work_at("2026-07-01T06:00").await;
        assert_eq!(here.sheet(JUNE, None).await.residents.map(|r| r.count), Some(5_000));
        assert_eq!(here.sheet(date(2026, 5, 1), None).await.residents.map(|r| r.count), Some(4_000));
    }
}
