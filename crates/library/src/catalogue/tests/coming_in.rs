//! Titles and copies come in, once each.
use kernel::db::types::StationId;
use kernel::once::Once;

use super::*;
use crate::catalogue::rules::{NoIntake, barcode, isbn};
use crate::catalogue::store;
use crate::testing::refused;

fn copies(room: &Desk, count: u8) -> NewCopies {
    NewCopies { shelf: room.has.shelf, source: "县图书馆配送".into(), count }
}

#[tokio::test]
async fn copies_get_the_next_numbers_and_a_repeated_press_takes_in_once() {
    for room in desks().await {
        let before = room.last_change().await;
        let once = || Some(Once::new("k", "staff", &1));
        let take = || {
            let of = Of::New(title("山那边的灯", "林小满"));
            acts::take_in(&room.house, &room.station, of, copies(&room, 3), None, (&room.clerk, once()))
        };
        let (first, second) = (take().await.unwrap(), take().await.unwrap());
        assert_eq!(first, second);
        let all = room.copies(first.title).await;
        let numbers: Vec<Option<i32>> = all.iter().map(|copy| barcode::number(&copy.barcode)).collect();
        // Four copies stood in the room.
        assert_eq!(numbers, [Some(5), Some(6), Some(7)]);
        assert_eq!(all.iter().map(|copy| copy.id).collect::<Vec<_>>(), first.copies);
        assert_eq!(room.done(before).await, ["title.added", "copies.added"]);
        room.sound().await;
    }
}

#[tokio::test]
async fn a_title_that_is_there_is_not_there_twice() {
    for room in desks().await {
        let number = isbn::read("978-7-5726-0858-2").ok();
        let taken = room.takes_in(NewTitle { isbn: number, ..title("长安的荔枝（又一次）", "") }).await;
        assert_eq!(taken.title, room.has.lychee.title);
        assert_eq!(room.a_title(taken.title).await.title, "长安的荔枝", "what is known of it stays");
        // Without a number it is the same if title, authors and publisher are.
        let hare = room.takes_in(title("猜猜我有多爱你", "山姆·麦克布雷尼")).await;
        assert_eq!(hare.title, room.has.hare.title);
        let other = room.takes_in(title("猜猜我有多爱你", "另一个人")).await;
        assert_ne!(other.title, room.has.hare.title);
        room.sound().await;
    }
}

#[tokio::test]
async fn many_who_take_in_the_same_book_at_once_make_one_title_and_no_number_twice() {
    for room in desks().await {
        let number = isbn::read("9787999990017").ok();
        let all: Vec<_> = (0..8)
            .map(|_| {
                let (house, station, clerk) = (room.house.house(), room.station.clone(), room.clerk.clone());
                let (new, copies) =
                    (NewTitle { isbn: number.clone(), ..title("山那边的灯", "林小满") }, copies(&room, 2));
                tokio::spawn(async move {
                    acts::take_in(&house, &station, Of::New(new), copies, None, (&clerk, None)).await.unwrap().title
                })
            })
            .collect();
        let mut titles = vec![];
        for one in all {
            titles.push(one.await.unwrap());
        }
        titles.dedup();
        assert_eq!(titles.len(), 1);
        assert_eq!(room.copies(titles[0]).await.len(), 16);
        room.sound().await;
    }
}

#[tokio::test]
async fn what_one_station_has_typed_the_others_are_offered() {
    for room in desks().await {
        let number = isbn::read("9787999990017").unwrap();
        let asked = number.clone();
        let known = |isbn: isbn::Isbn| room.sees(move |c, _, _| answers::in_pack(c, &isbn));
        assert_eq!(known(asked.clone()).await.unwrap(), None);
        let new =
            NewTitle { isbn: Some(number), note: "这里自己写的".into(), ..title("山那边的灯", "林小满") };
        room.takes_in(new.clone()).await;
        assert_eq!(known(asked.clone()).await.unwrap(), Some(NewTitle { note: String::new(), ..new.clone() }));
        // What somebody types later does not change it; a pack that is read in does.
        let later = NewTitle { title: "山那边的灯！".into(), ..new.clone() };
        let records = vec![crate::catalogue::imports::Record {
            new: later,
            barcodes: vec![],
            shelf: String::new(),
            count: 1,
            source: String::new(),
            at: 1,
        }];
        let now = room.house.now();
        let n = room.house.db.write(move |c: &mut Conn| acts::import_pack(c, &records, "pack", now)).await.unwrap();
        assert_eq!((n, known(asked).await.unwrap().unwrap().title), (1, "山那边的灯！".into()));
    }
}

#[tokio::test]
async fn a_shelf_or_a_title_that_is_not_there_takes_nothing_in() {
    for room in desks().await {
        let nowhere = NewCopies { shelf: 99, ..copies(&room, 1) };
        let of = Of::New(title("山那边的灯", ""));
        let staff = (&room.clerk, None);
        let done = acts::take_in(&room.house, &room.station, of, nowhere, None, staff.clone()).await;
        assert_eq!(refused(done), NoIntake::NoShelf);
        let of = Of::There(TitleId(room.house.new_id()));
        let done = acts::take_in(&room.house, &room.station, of, copies(&room, 1), None, staff).await;
        assert!(matches!(done, Err(kernel::refusal::Not::Fault(kernel::fault::Fault::NotFound))), "{done:?}");
        assert_eq!(room.titles_found("灯").await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn settings_are_the_usual_ones_until_somebody_decides_and_numbers_go_on() {
    for room in desks().await {
        let elsewhere = StationId(room.station.id.0 + 1);
        let usual = crate::rules::Settings::default();
        let seen = room.sees(move |c, _, _| answers::settings(c, elsewhere)).await.unwrap();
        assert_eq!(seen, usual);
        let other = crate::rules::Settings { most_items: 9, block_days: None, history: true, ..usual };
        let kept = other.clone();
        let id = room.station.id;
        room.house.db.write(move |c: &mut Conn| answers::set_settings(c, id, &kept)).await.unwrap();
        assert_eq!(room.sees(move |c, _, _| answers::settings(c, id)).await.unwrap(), other);
        let next = room.house.db.write(move |c: &mut Conn| store::numbers::next(c, id, 1)).await.unwrap();
        assert_eq!(next, 5);
        assert_eq!(room.sees(move |c, _, _| answers::settings(c, id)).await.unwrap(), other);
    }
}
