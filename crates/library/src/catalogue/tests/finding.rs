//! A title is found by every part of what was typed.
use super::*;
use crate::catalogue::rules::isbn;
use crate::lending::acts::{Lending, lend};
use crate::lending::rules::Hand;

#[tokio::test]
async fn the_lychee_is_found_by_a_word_by_letters_by_number_and_by_barcode() {
    for room in desks().await {
        let barcode = room.copies(room.has.lychee.title).await[1].barcode.clone();
        let scanned = format!("http://127.0.0.1:8600/s/sanhe/library/copies/{barcode}");
        for typed in [
            "荔枝",
            "长安",
            "安的",
            "枝",
            "cadl",
            "CADL",
            "adlz",
            "马伯庸",
            "mby",
            "湖南",
            "I247",
            "2022",
            "荔枝 马伯庸",
            "9787572608582",
            "978-7-5726-0858-2",
            "9787572",
            &barcode,
            &scanned,
        ] {
            assert_eq!(room.titles_found(typed).await.first().map(String::as_str), Some("长安的荔枝"), "{typed}");
        }
        // Every part of what was typed has to fit.
        for typed in ["荔枝 莫言", "枝荔", "cadlx", "，", "", "9787572608583"] {
            assert_eq!(room.titles_found(typed).await, Vec::<String>::new(), "{typed}");
        }
    }
}

/// Recall 1.0: each two neighbouring characters of each title find it.
#[tokio::test]
async fn every_two_characters_of_every_title_find_it() {
    let text = include_str!("../../../../../fixtures/sanhe/titles.csv");
    for room in desks().await {
        let read = crate::catalogue::imports::read(text.as_bytes()).unwrap();
        assert_eq!(read.bad, []);
        let all: Vec<String> = read.records.iter().map(|r| r.new.title.clone()).collect();
        let staff = (&room.clerk, None);
        acts::import(&room.house, &room.station, read.records, staff, |_, _| {}).await.unwrap();
        for name in all.into_iter().step_by(3) {
            let han: Vec<char> = name.chars().collect();
            let both = |two: &&[char]| two.iter().all(|c| matches!(c, '一'..='龥'));
            for two in han.windows(2).filter(both) {
                let typed: String = two.iter().collect();
                assert!(room.titles_found(&typed).await.contains(&name), "{typed} does not find {name}");
            }
        }
        room.sound().await;
    }
}

#[tokio::test]
async fn what_is_meant_comes_first_and_copies_are_counted() {
    for room in desks().await {
        for name in ["家常菜谱", "家", "我的家"] {
            room.takes_in(title(name, "")).await;
        }
        assert_eq!(room.titles_found("家").await, ["家", "家常菜谱", "我的家"]);
        let lychee = || async { room.found("荔枝").await.remove(0) };
        assert_eq!((lychee().await.copies, lychee().await.free), (2, 2));
        let lending = Lending { copy: room.has.lychee.copies[0], person: room.luo.person, despite: false };
        lend(&room.house, &room.station, lending, (Hand::Kiosk, None)).await.unwrap();
        assert_eq!((lychee().await.copies, lychee().await.free), (2, 1));
    }
}

#[tokio::test]
async fn lists_begin_with_the_newest_and_go_on() {
    for room in desks().await {
        for n in 1..=5 {
            room.house.wait(jiff::SignedDuration::from_secs(1));
            room.takes_in(NewTitle { for_children: n % 2 == 0, ..title(&format!("第{n}本"), "") }).await;
        }
        let list = |before, children| {
            room.sees(move |c, _, station| {
                answers::newest(c, station.id, before, Only { children, ..Only::default() }, 3)
            })
        };
        let names = |found: &[Found]| found.iter().map(|one| one.title.title.clone()).collect::<Vec<_>>();
        let first = list(None, false).await.unwrap();
        assert_eq!(names(&first), ["第5本", "第4本", "第3本"]);
        let next = list(Some(first[2].title.id), false).await.unwrap();
        assert_eq!(names(&next)[..2], ["第2本", "第1本"]);
        assert_eq!(names(&list(None, true).await.unwrap()), ["第4本", "第2本", "猜猜我有多爱你"]);
    }
}

#[tokio::test]
async fn what_is_not_wanted_does_not_count_towards_how_many_are_shown() {
    for room in desks().await {
        let young = NewTitle { for_children: true, ..title("草原上的星星", "") };
        room.takes_in(young).await;
        for n in 1..=3 {
            room.house.wait(jiff::SignedDuration::from_secs(1));
            room.takes_in(title(&format!("草原上的星星{n}"), "")).await;
        }
        let only = Only { children: true, ..Only::default() };
        let found = room.sees(move |c, _, station| answers::search_only(c, station.id, "草原", (only, 1)));
        assert_eq!(found.await.unwrap()[0].title.title, "草原上的星星");
    }
}

#[tokio::test]
async fn the_newest_that_has_copies_is_found_behind_those_that_have_none() {
    for room in desks().await {
        let there = room.takes_in(title("河谷里的麦子", "")).await.title;
        for n in 1..=3 {
            room.house.wait(jiff::SignedDuration::from_secs(1));
            let copy = room.copies(room.takes_in(title(&format!("第{n}本"), "")).await.title).await.remove(0);
            let (station, gone) = (room.station.id, Copy { stands: crate::rules::Stands::Gone, ..copy });
            room.house.db.write(move |c: &mut Conn| answers::set_copy(c, station, &gone)).await.unwrap();
        }
        let only = Only { with_copies: true, ..Only::default() };
        let found = room.sees(move |c, _, station| answers::newest(c, station.id, None, only, 1)).await.unwrap();
        assert_eq!((found.len(), found[0].title.id), (1, there));
    }
}

#[tokio::test]
async fn nothing_is_found_at_another_station() {
    for room in desks().await {
        let elsewhere = kernel::db::types::StationId(room.station.id.0 + 1);
        let number = isbn::read("9787572608582").unwrap();
        let seen = room
            .sees(move |c, _, _| {
                Ok((answers::search(c, elsewhere, "荔枝", 9)?, answers::by_isbn(c, elsewhere, &number)?))
            })
            .await
            .unwrap();
        assert_eq!(seen, (vec![], None));
    }
}
