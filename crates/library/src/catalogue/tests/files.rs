//! Files come in whole, and twice is once.
use std::sync::Mutex;

use super::*;
use crate::catalogue::imports::{self, Record, Why};
use crate::catalogue::rules::barcode;

fn read(text: &str) -> Vec<Record> {
    let read = imports::read(text.as_bytes()).unwrap();
    assert_eq!(read.bad, []);
    read.records
}

/// So many invented titles: two of three with a number, some with several copies, some with barcodes.
fn invented(n: usize) -> String {
    const WORDS: [&str; 12] =
        ["山", "河谷", "灯火", "麦田", "羊群", "老屋", "桥头", "集市", "雪线", "青稞", "夜路", "炊烟"];
    let mut text = String::from("书名,作者,ISBN,书架,册数,条码\n");
    for i in 0..n {
        let word = |k: usize| WORDS[(i / k) % WORDS.len()];
        let isbn = if i.is_multiple_of(3) { String::new() } else { number(i) };
        let barcode = if i % 10 == 9 { format!("OLD-{i}") } else { String::new() };
        let copies = if i % 7 == 6 { "2" } else { "" };
        let shelf = ["文学", "少儿", ""][i % 3];
        text += &format!("{}与{}之{i},作者{},{isbn},{shelf},{copies},{barcode}\n", word(1), word(12), i % 97);
    }
    text
}

/// An ISBN of a publisher that there is not.
fn number(i: usize) -> String {
    let twelve = format!("97899999{i:04}");
    let sum: usize = twelve.bytes().zip([1, 3].into_iter().cycle()).map(|(b, w)| usize::from(b - b'0') * w).sum();
    format!("{twelve}{}", (10 - sum % 10) % 10)
}

#[tokio::test]
async fn three_thousand_titles_come_in_and_the_same_file_again_adds_nothing() {
    let text = invented(3000);
    for room in desks().await {
        let before = room.last_change().await;
        let steps = Mutex::new(vec![]);
        let tell = |done, all| steps.lock().unwrap().push((done, all));
        let staff = (&room.clerk, None);
        let first = acts::import(&room.house, &room.station, read(&text), staff, tell).await.unwrap();
        assert_eq!((first.new_titles, first.known, first.refused.len()), (3000, 0, 0));
        assert_eq!(first.new_copies, 3000 + 3000 / 7);
        assert_eq!(first.new_shelves, ["文学", "少儿"]);
        let steps = steps.into_inner().unwrap();
        assert_eq!((steps[0], steps[1], steps.len()), ((0, 3000), (200, 3000), 16));
        assert_eq!(steps.last(), Some(&(3000, 3000)));
        assert_eq!(room.done(before).await.iter().filter(|kind| *kind == "titles.imported").count(), 15);
        let before = room.last_change().await;
        let again =
            acts::import(&room.house, &room.station, read(&text), (&room.clerk, None), |_, _| {}).await.unwrap();
        assert_eq!((again.new_titles, again.new_copies, again.known), (0, 0, 3000));
        assert_eq!(room.done(before).await, Vec::<String>::new());
        assert_eq!(room.titles_found("老屋与山之5").await[0], "老屋与山之5");
        assert_eq!(room.titles_found("OLD-2999").await.len(), 1);
        assert_eq!(room.titles_found(&number(2998)).await.len(), 1);
        room.sound().await;
    }
}

#[tokio::test]
async fn a_look_says_what_would_come_in_and_keeps_nothing() {
    let text = "书名,作者,ISBN,书架,册数\n长安的荔枝,马伯庸,9787572608582,,2\n山那边的灯,林小满,,农技,3\n";
    for room in desks().await {
        let records = read(text);
        let look = |records: Vec<Record>| room.sees(move |c, _, station| acts::look(c, station.id, &records, None));
        let would = look(records.clone()).await.unwrap();
        assert_eq!((would.new_titles, would.new_copies, would.known), (1, 3, 1));
        assert_eq!(would.new_shelves, ["农技"]);
        assert_eq!(room.titles_found("灯").await, Vec::<String>::new());
        let done =
            acts::import(&room.house, &room.station, records.clone(), (&room.clerk, None), |_, _| {}).await.unwrap();
        assert_eq!(done, would, "it is what comes in");
        assert_eq!(look(records).await.unwrap().known, 2);
    }
}

#[tokio::test]
async fn lines_of_one_title_are_one_title_and_more_copies_later_are_added() {
    for room in desks().await {
        let take =
            |text: &'static str| acts::import(&room.house, &room.station, read(text), (&room.clerk, None), |_, _| {});
        let first = take("书名,册数,条码\n山那边的灯,1,\n山那边的灯,1,A1\n").await.unwrap();
        assert_eq!((first.new_titles, first.new_copies), (1, 2));
        let again = take("书名,册数,条码\n山那边的灯,1,\n山那边的灯,1,A1\n").await.unwrap();
        assert_eq!((again.new_copies, again.known), (0, 1));
        let more = take("书名,册数,条码\n山那边的灯,3,\n山那边的灯,1,A1\n山那边的灯,1,A2\n").await.unwrap();
        assert_eq!((more.new_titles, more.new_copies), (0, 3));
        let title = room.found("灯").await[0].title.id;
        assert_eq!(room.copies(title).await.len(), 5);
        room.sound().await;
    }
}

#[tokio::test]
async fn a_barcode_is_of_one_copy_and_numbers_that_come_along_are_not_given_again() {
    for room in desks().await {
        let take = |text: String| acts::import(&room.house, &room.station, read(&text), (&room.clerk, None), |_, _| {});
        let lychee = room.copies(room.has.lychee.title).await[0].barcode.clone();
        let text = format!("书名,条码\n山那边的灯,{lychee}\n河谷里的麦子,A1\n草原上的星星,a1\n");
        let done = take(text).await.unwrap();
        let refused: Vec<_> = done.refused.iter().map(|bad| (bad.at, bad.why, bad.typed.as_str())).collect();
        assert_eq!(refused, [(2, Why::BarcodeTwice, lychee.as_str()), (4, Why::BarcodeTwice, "A1")]);
        assert_eq!((done.new_titles, done.new_copies), (1, 1), "a title without a copy is none");
        // A number of our own form, from another deployment of ours.
        take(format!("书名,条码\n草原上的星星,{}\n", barcode::of_number(70))).await.unwrap();
        let taken = room.takes_in(title("之后来的", "")).await;
        assert_eq!(barcode::number(&room.copies(taken.title).await[0].barcode), Some(71));
        room.sound().await;
    }
}

#[tokio::test]
async fn records_of_a_library_come_in_with_their_barcodes() {
    let sample = include_bytes!("../../../../../fixtures/cnmarc/sample-gbk.iso");
    for room in desks().await {
        let read = imports::read(sample).unwrap();
        let (h, station, now) = (room.house.house(), room.station.clone(), room.house.now());
        let work = move |c: &mut Conn| {
            let how = (None, event::By::Program, now);
            acts::import_within(c, &h, &station, &read.records, how, &mut |_, _| {})
        };
        let done = room.house.db.write(work.clone()).await.unwrap();
        assert_eq!((done.new_titles, done.new_copies), (6, 10), "the lychee was there");
        assert_eq!(room.titles_found("B0000106").await, ["小羊找妈妈"]);
        assert_eq!(room.titles_found("xyzmm").await, ["小羊找妈妈"]);
        let again = room.house.db.write(work).await.unwrap();
        assert_eq!((again.new_copies, again.known), (0, 7));
        room.sound().await;
    }
}

#[tokio::test]
async fn two_files_at_once_do_not_double_copies() {
    for room in desks().await {
        let text = "书名,ISBN,册数\n长安的荔枝,9787572608582,5\n山那边的灯,,3\n猜猜我有多爱你,,2\n";
        let take = || acts::import(&room.house, &room.station, read(text), (&room.clerk, None), |_, _| {});
        let there = room.found("荔枝").await[0].copies;
        let (one, other) = tokio::join!(take(), take());
        let (one, other) = (one.unwrap(), other.unwrap());
        assert_eq!(one.new_copies.min(other.new_copies), 0, "{one:?} {other:?}");
        assert_eq!(room.found("荔枝").await[0].copies, there.max(5));
        assert_eq!(room.found("山那边的灯").await[0].copies, 3);
        room.sound().await;
    }
}

#[tokio::test]
async fn volumes_with_one_number_are_titles_of_their_own() {
    for room in desks().await {
        let text = format!("书名,ISBN\n河谷志 上,{0}\n河谷志 下,{0}\n《河谷志》上,{0}\n", number(1));
        let take = || acts::import(&room.house, &room.station, read(&text), (&room.clerk, None), |_, _| {});
        let done = take().await.unwrap();
        assert_eq!((done.new_titles, done.new_copies), (2, 3));
        let numbers: Vec<_> = room.found("河谷志").await.into_iter().map(|one| one.title.isbn).collect();
        assert_eq!(numbers.iter().flatten().count(), 1, "{numbers:?}");
        let again = take().await.unwrap();
        assert_eq!((again.new_copies, again.known), (0, 2));
        // The later volume alone, with its number, is the one that is there.
        let alone = read(&format!("书名,ISBN\n河谷志 下,{}\n", number(1)));
        let again = acts::import(&room.house, &room.station, alone, (&room.clerk, None), |_, _| {}).await.unwrap();
        assert_eq!((again.new_copies, again.known), (0, 1));
        room.sound().await;
    }
}

#[tokio::test]
async fn what_is_gone_or_came_with_its_own_number_is_not_the_copy_of_a_line_without_one() {
    for room in desks().await {
        let take =
            |text: &'static str| acts::import(&room.house, &room.station, read(text), (&room.clerk, None), |_, _| {});
        take("书名,条码\n山那边的灯,A1\n").await.unwrap();
        assert_eq!(take("书名\n山那边的灯\n").await.unwrap().new_copies, 1);
        assert_eq!(take("书名\n山那边的灯\n").await.unwrap().new_copies, 0);
        let title = room.found("灯").await[0].title.id;
        let own = room.copies(title).await.into_iter().find(|copy| copy.barcode != "A1").unwrap();
        let station = room.station.id;
        let gone = move |c: &mut Conn| {
            let gone = Copy { stands: crate::rules::Stands::Gone, ..own.clone() };
            answers::set_copy(c, station, &gone)
        };
        room.house.db.write(gone).await.unwrap();
        assert_eq!(take("书名\n山那边的灯\n").await.unwrap().new_copies, 1);
        room.sound().await;
    }
}

#[tokio::test]
async fn labels_are_of_numbers_of_the_station_only() {
    for room in desks().await {
        let first = room
            .sees(|c, _, station| answers::numbered_since(c, station.id, (jiff::civil::date(2000, 1, 1), None), 100));
        let before = first.await.unwrap().len();
        let text = "书名,条码\n山那边的灯,20-ABCDEFGHIJ\n河谷里的麦子,\n";
        acts::import(&room.house, &room.station, read(text), (&room.clerk, None), |_, _| {}).await.unwrap();
        for most in [1, 100] {
            let all = room.sees(move |c, _, station| {
                answers::numbered_since(c, station.id, (jiff::civil::date(2000, 1, 1), None), most)
            });
            let all = all.await.unwrap();
            assert_eq!(all.len(), usize::try_from(most).unwrap().min(before + 1));
            assert!(all.iter().all(|copy| barcode::number(&copy.barcode).is_some()), "{all:?}");
        }
    }
}

#[tokio::test]
async fn an_empty_room_gets_a_shelf() {
    for room in desks().await {
        let bare = kernel::db::types::StationId(room.station.id.0 + 1);
        let station = stations::Station { id: bare, ..(*room.station).clone() };
        let (h, now, records) = (room.house.house(), room.house.now(), read("书名\n山那边的灯\n河谷里的麦子\n"));
        let work = move |c: &mut Conn| {
            let how = (None, event::By::Program, now);
            acts::import_within(c, &h, &station, &records, how, &mut |_, _| {})
        };
        let done = room.house.db.write(work).await.unwrap();
        assert_eq!((done.new_titles, done.new_shelves), (2, vec!["书架".to_owned()]));
        let shelves = room.sees(move |c, _, _| answers::shelves(c, bare)).await.unwrap();
        assert_eq!(shelves.iter().map(|s| s.code.as_str()).collect::<Vec<_>>(), ["s1"]);
    }
}
