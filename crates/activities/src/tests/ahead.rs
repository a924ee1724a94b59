//! What time does.
use jiff::civil::date;
use stations::NoRoom;

use super::*;

#[tokio::test]
async fn a_day_later_a_day_more_is_there() {
    for town in towns().await {
        let id = town.make(Plan { room: Some(1), ..plan(SATURDAYS, JULY_4) }, false).await.unwrap();
        let before = town.times(id).await.len();
        town.jobs().await;
        assert_eq!(town.times(id).await.len(), before, "nothing is due");
        town.house.set_clock(town.at(date(2026, 7, 20), 9));
        town.jobs().await;
        town.jobs().await;
        let times = town.times(id).await;
        assert_eq!(times.last().unwrap().on, date(2028, 7, 15));
        assert_eq!(times.len(), before + 2);
        assert!(times.last().unwrap().reservation.is_some());
        town.sound().await;
    }
}

#[tokio::test]
async fn a_series_that_begins_earlier_than_it_did_keeps_its_last_days_and_goes_on() {
    for town in towns().await {
        let id = town.make(plan(SATURDAYS, date(2026, 12, 5)), false).await.unwrap();
        let before = town.times(id).await;
        town.change(id, None, plan(SATURDAYS, JULY_4)).await.unwrap();
        town.house.set_clock(town.at(date(2026, 7, 20), 9));
        town.jobs().await;
        let after = town.times(id).await;
        assert_eq!(after[0].on, JULY_4);
        assert!(after.ends_with(&before), "none was called off, none is there twice");
        town.sound().await;
    }
}

#[tokio::test]
async fn a_lost_room_is_found_soon_and_said_on_its_time() {
    for town in towns().await {
        let id = town.make(Plan { room: Some(1), ..plan("", date(2026, 6, 28)) }, false).await.unwrap();
        let held = town.times(id).await[0].reservation.unwrap();
        town.house.db.write(move |c: &mut Conn| rooms::lose(c, held)).await.unwrap();
        town.jobs().await;
        let one = town.times(id).await[0].clone();
        assert_eq!((one.reservation, one.no_room.clone()), (None, Some(NoRoom::Lost)));
        // The same time asked for again takes it again.
        town.change_one(one.id, as_it_is(&one)).await.unwrap();
        assert!(town.times(id).await[0].reservation.is_some());
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_over_is_looked_at_no_more() {
    for town in towns().await {
        let id = town.make(plan("", JULY_4), false).await.unwrap();
        assert!(town.series(id).await.look_at.is_some());
        town.house.set_clock(town.at(date(2026, 7, 5), 9));
        town.jobs().await;
        assert_eq!(town.series(id).await.look_at, None);
    }
}
