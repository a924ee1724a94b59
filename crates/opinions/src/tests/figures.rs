//! What is published of many.
use jiff::civil::date;

use super::*;
use crate::rules::Satisfied;

#[tokio::test]
async fn shares_stand_with_their_interval_and_nothing_of_fewer_than_ten_is_said() {
    for town in towns().await {
        let read = || {
            let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
            let months = (date(2026, 6, 1), date(2026, 7, 31));
            town.house.db.read(move |c| answers::figures(c, &h, &station, months, now))
        };
        for n in 0..9 {
            let (_, holder) = town.done(&format!("路灯 {n}")).await;
            if n < 8 {
                acts::solved(&town.doing, &holder, Some(Satisfied::Very)).await.unwrap();
            }
        }
        let figures = read().await.unwrap().all;
        assert_eq!((figures.answered.count, figures.answered.n), (9, 9));
        assert_eq!(figures.answered.published(), None);
        let (id, _) = town.says("没人管").await;
        assert_eq!(read().await.unwrap().all.answered.n, 9, "its day is not over");
        town.house.wait(SignedDuration::from_hours(24 * 40));
        let figures = read().await.unwrap();
        assert_eq!((figures.all.received, figures.all.answered.count, figures.all.answered.n), (10, 9, 10));
        let sure = figures.all.answered.published().unwrap();
        assert!(sure.low < 0.9 && 0.9 < sure.high && sure.low > 0.5, "{sure:?}");
        assert_eq!((figures.all.reached.count, figures.all.reached.n), (8, 9));
        assert_eq!((figures.all.solved.count, figures.all.solved.n), (8, 8));
        assert_eq!(figures.all.solved.published(), None, "of eight nothing is said");
        assert_eq!(figures.by_category.len(), 1);
        // Too late, and then not solved: the answer that stands counts.
        town.given(id, SUN).await;
        town.answered(id, SUN).await.unwrap();
        let figures = read().await.unwrap().all;
        assert_eq!((figures.answered.count, figures.in_time.count, figures.in_time.n), (10, 9, 10));
    }
}
