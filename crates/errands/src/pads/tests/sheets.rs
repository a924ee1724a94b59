use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::once::Once;
use kernel::refusal::Not;

use crate::acts::{self, Press};
use crate::pads::acts::{Entered, Entry, enter};
use crate::pads::rules::{Became, NoSheet, Sheet};
use crate::rules::{Drawing, Number, Outcome, State, Way};
use crate::store;
use crate::tests::{Town, at, in_line, staff, towns};

fn sheet(pad: i32, came: Timestamp, became: Became) -> Entry {
    let what = Drawing { matters: vec![1], line: None, ..in_line(1) };
    Entry { sheet: Sheet { pad, came, became, another: false }, what, name: None }
}

async fn type_in(town: &Town, entry: Entry, key: Option<&str>) -> Result<Entered, Not<NoSheet>> {
    let once = key.map(|key| Once::new(key, "clerk", &entry.sheet));
    enter(&town.house, &town.station, entry, staff(1), once).await
}

fn refused(result: Result<Entered, Not<NoSheet>>) -> NoSheet {
    match result {
        Err(Not::Refused(no)) => no,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn a_sheet_gets_the_next_number_and_the_place_of_when_they_came() {
    for town in towns().await {
        let before = town.drawn(2).await;
        town.house.set_clock(at(11, 0));
        let after = town.drawn(1).await;
        let waits = type_in(&town, sheet(7, at(9, 30), Became::Waits), None).await.unwrap();
        assert_eq!((waits.number().to_string().as_str(), waits.waits), ("A004", true));
        for (desk, id) in [(1, before[0]), (3, before[1]), (5, waits.id), (7, after[0])] {
            assert_eq!(town.next(desk).await.unwrap().called, Some(id));
        }
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_was_served_on_paper_is_counted_and_how_long_it_took_is_not_invented() {
    for town in towns().await {
        town.house.set_clock(at(11, 0));
        let served = type_in(&town, sheet(1, at(9, 30), Became::Served), None).await.unwrap();
        let lacking = type_in(&town, sheet(2, at(9, 40), Became::PaperMissing), None).await.unwrap();
        let left = type_in(&town, sheet(3, at(9, 50), Became::Left), None).await.unwrap();
        for (entered, state, outcome) in [
            (served, State::Done, Outcome::Done),
            (lacking, State::Done, Outcome::PaperMissing),
            (left, State::Closed, Outcome::Open),
        ] {
            let kept = town.ticket(entered.id).await;
            assert_eq!((kept.ticket.state, kept.way, kept.drawn_at < kept.ticket.since), (state, Way::Pad, true));
            let (station, id) = (town.station.id, entered.id);
            let all = town.house.db.read(move |c: &mut Conn| store::matters_of(c, station, id)).await.unwrap();
            assert_eq!(all[0].2, outcome);
        }
        assert!(town.next(1).await.is_err(), "none of them is called");
        town.house.wait(SignedDuration::from_hours(24));
        acts::jobs(&town.house).await.unwrap();
        let (station, day) = (town.station.id, jiff::civil::date(2026, 6, 24));
        let until = day.tomorrow().unwrap();
        let read = move |c: &mut Conn| kernel::fact::between(c, station, "ticket-ended", day, until);
        let facts = town.house.db.read(read).await.unwrap();
        assert_eq!(facts.len(), 3);
        assert!(facts.iter().all(|f| f.data["waited_s"].is_null() && f.data["served_s"].is_null()), "{facts:?}");
        let wasted: Vec<_> = facts.iter().filter_map(|f| f.data["wasted"].as_str()).collect();
        assert_eq!(wasted.len(), 2, "{facts:?}");
        town.sound().await;
    }
}

#[tokio::test]
async fn a_number_is_typed_in_once_unless_it_is_another_sheet() {
    for town in towns().await {
        town.house.set_clock(at(11, 0));
        let first = type_in(&town, sheet(7, at(9, 30), Became::Waits), Some("k")).await.unwrap();
        assert_eq!(type_in(&town, sheet(7, at(9, 30), Became::Waits), Some("k")).await.unwrap(), first);
        let again = sheet(7, at(9, 45), Became::Served);
        let is = Number { letter: 'A', number: 1 };
        assert_eq!(refused(type_in(&town, again.clone(), None).await), NoSheet::Entered { pad: 7, is });
        let another = Entry { sheet: Sheet { another: true, ..again.sheet }, ..again };
        assert_eq!(type_in(&town, another, None).await.unwrap().number, 2);
        // Another line has a pad of its own.
        let what = Drawing { matters: vec![2], line: None, ..in_line(2) };
        let other = Entry { what, ..sheet(7, at(9, 30), Became::Served) };
        assert_eq!(type_in(&town, other, None).await.unwrap().number().to_string(), "B001");
        town.sound().await;
    }
}

#[tokio::test]
async fn the_paper_of_yesterday_is_typed_in_today_and_nobody_waits_on_it() {
    for town in towns().await {
        town.drawn(2).await;
        town.house.set_clock(at(9, 0) + SignedDuration::from_hours(24));
        assert_eq!(refused(type_in(&town, sheet(1, at(15, 0), Became::Waits), None).await), NoSheet::DayOver);
        let served = type_in(&town, sheet(1, at(15, 0), Became::Served), None).await.unwrap();
        assert_eq!(served.number().to_string(), "A003", "numbers of that day go on");
        acts::jobs(&town.house).await.unwrap();
        assert_eq!(town.drawn(1).await.len(), 1);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_sheet_of_long_ago_is_refused_on_every_engine() {
    for town in towns().await {
        let long_ago = Timestamp::from_second(-350_000_000_000).expect("an instant");
        assert_eq!(refused(type_in(&town, sheet(1, long_ago, Became::Served), None).await), NoSheet::TooLongAgo);
    }
}

#[tokio::test]
async fn drawing_and_typing_in_at_once_leaves_no_gap() {
    for town in towns().await {
        town.house.set_clock(at(11, 0));
        let typing = (0..20).map(|n| type_in(&town, sheet(n + 1, at(10, 0), Became::Waits), None));
        let drawing = (0..20).map(|_| town.draw(in_line(1)));
        let mut numbers = vec![];
        for (typed, drawn) in typing.zip(drawing) {
            let (typed, drawn) = tokio::join!(typed, drawn);
            numbers.extend([typed.unwrap().number, drawn.unwrap().number]);
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=40).collect::<Vec<_>>());
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_waits_with_a_sheet_is_served_like_everybody() {
    for town in towns().await {
        town.house.set_clock(at(11, 0));
        let waits = type_in(&town, sheet(7, at(10, 30), Became::Waits), None).await.unwrap();
        assert_eq!(town.next(1).await.unwrap().called, Some(waits.id));
        town.press(waits.id, Press::Serve).await.unwrap();
        town.press(waits.id, Press::Finish(vec![])).await.unwrap();
        assert_eq!(town.ticket(waits.id).await.ticket.state, State::Done);
        town.sound().await;
    }
}
