//! What is told of a month.
use jiff::civil::{Date, date};

use super::*;
use crate::rules::Month;

async fn month(town: &Town, first: Date) -> Option<Month> {
    let (h, station) = (town.house.house(), town.station.clone());
    town.house.db.snapshot(move |c: &mut Conn| answers::month(c, &h, &station, first)).await.unwrap()
}

#[tokio::test]
async fn of_a_month_that_is_over_sums_of_ten_or_more_are_told() {
    for town in towns().await {
        let june = date(2026, 6, 1);
        let person = || whose("王奶奶", None).unwrap();
        town.more(Kind::Hobby, 4).await;
        for n in 0..11 {
            let helper = town.person(&format!("138000{n:05}")).await;
            town.lies(State::Fulfilled, person(), Some(helper)).await;
        }
        for _ in 0..9 {
            town.lies(State::Referred, person(), None).await;
        }
        assert_eq!(month(&town, june).await, None, "it is not over");
        town.house.wait(SignedDuration::from_hours(24 * 4));
        // 24 were public, 11 fulfilled, none went back, 9 were referred.
        let told = Month { published: Some(24), fulfilled: Some(11), back: None, referred: None };
        assert_eq!(month(&town, june).await, Some(told));
        assert_eq!(month(&town, date(2026, 5, 1)).await, Some(Month::default()));
        let station = town.station.clone();
        let first = town.house.db.read(move |c: &mut Conn| answers::first_month(c, &station)).await.unwrap();
        assert_eq!(first, Some(june));
    }
}
