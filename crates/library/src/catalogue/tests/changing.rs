//! What is known of a title, and what becomes of a copy.
use super::*;
use crate::CopyId;
use crate::catalogue::rules::{CopyChange, NewShelf, NoIntake, isbn};
use crate::lending::acts::{Lending, give_back, hold, lend};
use crate::lending::rules::Hand;
use crate::rules::Stands;
use crate::testing::refused;

#[tokio::test]
async fn a_title_that_was_put_right_is_found_by_its_new_words_only() {
    for room in desks().await {
        let id = room.has.hare.title;
        let change = |new: NewTitle| acts::change_title(&room.house, &room.station, (id, new), (&room.clerk, None));
        let before = room.last_change().await;
        change(NewTitle { isbn: isbn::read("9787999990017").ok(), ..title("小羊找妈妈", "卓玛") }).await.unwrap();
        assert_eq!(room.titles_found("小羊").await, ["小羊找妈妈"]);
        assert_eq!(room.titles_found("猜猜").await, Vec::<String>::new());
        // Written again as it is, nothing is done.
        change(NewTitle { isbn: isbn::read("9787999990017").ok(), ..title("小羊找妈妈", "卓玛") }).await.unwrap();
        assert_eq!(room.done(before).await, ["title.changed"]);
        let taken = NewTitle { isbn: isbn::read("9787572608582").ok(), ..title("小羊找妈妈", "卓玛") };
        assert_eq!(refused(change(taken).await), NoIntake::IsbnThere { title: room.has.lychee.title });
        room.sound().await;
    }
}

async fn changed(room: &Desk, id: CopyId, stands: Stands) -> Result<(), kernel::refusal::Not<NoIntake>> {
    let wanted = CopyChange { shelf: room.has.shelf, stands };
    acts::change_copy(&room.house, &room.station, (id, wanted), (&room.clerk, None)).await
}

#[tokio::test]
async fn what_is_lent_is_never_gone_and_what_is_gone_is_counted_no_more() {
    for room in desks().await {
        let copy = room.has.lychee.copies[0];
        let lending = Lending { copy, person: room.luo.person, despite: false };
        lend(&room.house, &room.station, lending, (Hand::Kiosk, None)).await.unwrap();
        for stands in [Stands::Missing, Stands::Repair, Stands::Gone] {
            assert_eq!(refused(changed(&room, copy, stands).await), NoIntake::Lent);
        }
        give_back(&room.house, &room.station, copy, (Hand::Kiosk, None)).await.unwrap();
        changed(&room, copy, Stands::Gone).await.unwrap();
        assert_eq!(room.found("荔枝").await[0].copies, 1);
        assert_eq!(room.copies(room.has.lychee.title).await.len(), 2, "that it was there is still known");
        room.sound().await;
    }
}

#[tokio::test]
async fn what_is_put_aside_for_somebody_stays() {
    for room in desks().await {
        let (copy, title) = (room.has.hare.copies[0], room.has.hare.title);
        let lending = Lending { copy, person: room.luo.person, despite: false };
        lend(&room.house, &room.station, lending, (Hand::Kiosk, None)).await.unwrap();
        hold(&room.house, &room.station, (title, room.ma.person), (Hand::Phone, None)).await.unwrap();
        give_back(&room.house, &room.station, copy, (Hand::Kiosk, None)).await.unwrap();
        assert_eq!(refused(changed(&room, copy, Stands::Gone).await), NoIntake::KeptForSomebody);
        room.sound().await;
    }
}

#[tokio::test]
async fn a_shelf_keeps_its_code_and_no_two_have_the_same() {
    for room in desks().await {
        let shelf = |code: &str, name: &str| NewShelf {
            code: code.into(),
            name_zh: name.into(),
            name_en: String::new(),
            honesty: true,
            place: 7,
        };
        let add = |new| acts::add_shelf(&room.house, &room.station, new, (&room.clerk, None));
        let id = add(shelf("b2", "农技")).await.unwrap();
        assert_eq!(refused(add(shelf("b2", "又一个")).await), NoIntake::CodeThere);
        let change = acts::change_shelf(&room.house, &room.station, (id, shelf("x", "农技书")), (&room.clerk, None));
        change.await.unwrap();
        let seen = room.sees(|c, _, station| answers::shelf_by_code(c, station.id, "b2")).await.unwrap().unwrap();
        assert_eq!((seen.id, seen.name_zh.as_str(), seen.honesty, seen.place), (id, "农技书", true, 7));
        let gone = acts::change_shelf(&room.house, &room.station, (99, shelf("x", "一")), (&room.clerk, None)).await;
        assert_eq!(gone, Err(kernel::fault::Fault::NotFound));
    }
}

#[tokio::test]
async fn a_shelf_says_what_belongs_on_it() {
    for room in desks().await {
        changed(&room, room.has.chess.copies[0], Stands::Gone).await.unwrap();
        let shelf = room.has.shelf;
        let all = room.sees(move |c, _, station| answers::on_shelf(c, station.id, shelf)).await.unwrap();
        let names: Vec<&str> = all.iter().map(|(_, title)| title.title.as_str()).collect();
        assert_eq!(names, ["猜猜我有多爱你", "长安的荔枝", "长安的荔枝"]);
    }
}
