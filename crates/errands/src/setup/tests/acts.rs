use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;

use crate::acts::NotKept;
use crate::rules::{Line, Name, Refusal};
use crate::setup::acts::{add_desk, add_line, bring_back, retire};
use crate::setup::rules::{Stays, What};
use crate::store::{self, Desk};
use crate::tests::{Town, in_line, refused, staff, towns};

fn name(zh: &str) -> Name {
    Name { zh: zh.into(), en: String::new() }
}

fn line(slug: &str, letter: char) -> Line {
    Line { id: 0, slug: slug.into(), letter, name: name("就业"), hours: String::new() }
}

async fn retires(town: &Town, what: What, id: i32) -> Result<(), Not<Stays>> {
    retire(&town.house, &town.station, (what, id), staff(1)).await
}

async fn comes_back(town: &Town, what: What, id: i32) -> Result<(), Not<Stays>> {
    bring_back(&town.house, &town.station, (what, id), staff(1)).await
}

fn stays(result: Result<(), Not<Stays>>) -> Stays {
    match result {
        Err(Not::Refused(stays)) => stays,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn a_new_line_is_drawn_in_and_called_by_a_new_desk() {
    for town in towns().await {
        let (house, station) = (&town.house, &town.station);
        let id = add_line(house, station, line("jobs", 'E'), (staff(1), None)).await.unwrap();
        let desk = Desk { id: 12, note: name("二楼"), lines: vec![id] };
        add_desk(house, station, desk.clone(), (staff(1), None)).await.unwrap();
        let drawn = town.draw(in_line(id)).await.unwrap();
        assert_eq!(drawn.number().to_string(), "E001");
        assert_eq!(town.next(12).await.unwrap().called, Some(drawn.id));
        let taken = add_line(house, station, line("other", 'A'), (staff(1), None)).await;
        assert!(matches!(taken, Err(Not::Refused(NotKept::LetterTaken))));
        let taken = add_line(house, station, line("care", 'F'), (staff(1), None)).await;
        assert!(matches!(taken, Err(Not::Refused(NotKept::SlugTaken))));
        let there = add_desk(house, station, desk, (staff(1), None)).await;
        assert!(matches!(there, Err(Not::Refused(NotKept::DeskThere))));
        town.sound().await;
    }
}

#[tokio::test]
async fn nothing_is_retired_on_which_something_hangs() {
    for town in towns().await {
        let id = town.drawn(1).await[0];
        assert_eq!(stays(retires(&town, What::Line, 1).await), Stays::Tickets(1));
        town.next(3).await.unwrap();
        assert_eq!(stays(retires(&town, What::Desk, 3).await), Stays::Tickets(1));
        crate::acts::take_own(
            &town.house,
            &town.station,
            id,
            (crate::acts::Own::Cancel, crate::acts::Actor::Bearer),
            None,
        )
        .await
        .unwrap();
        assert_eq!(stays(retires(&town, What::Line, 1).await), Stays::Matters(vec![name("高龄补贴")]));
        assert_eq!(stays(retires(&town, What::Desk, 3).await), Stays::Officials(vec!["经办人3".into()]));
        assert_eq!(stays(retires(&town, What::Official, 2).await), Stays::Matters(vec![name("高龄补贴")]));
        assert!(matches!(retires(&town, What::Desk, 99).await, Err(Not::Fault(Fault::NotFound))));
    }
}

#[tokio::test]
async fn what_is_retired_is_gone_for_everybody_and_comes_back_as_it_was() {
    for town in towns().await {
        for (what, id) in [(What::Matter, 1), (What::Line, 1), (What::Official, 1), (What::Desk, 1)] {
            for _ in 0..2 {
                retires(&town, what, id).await.unwrap();
            }
        }
        assert_eq!(refused(town.draw(in_line(1)).await), Refusal::NoMatter);
        assert_eq!(refused(town.next(1).await), Refusal::NoDesk);
        assert_eq!(stays(comes_back(&town, What::Matter, 1).await), Stays::Lacks);
        for (what, id) in [(What::Line, 1), (What::Official, 1), (What::Desk, 1), (What::Matter, 1)] {
            for _ in 0..2 {
                comes_back(&town, what, id).await.unwrap();
            }
        }
        assert_eq!(town.official(1).await.staff, None, "a login is given anew");
        let id = town.drawn(1).await[0];
        assert_eq!(town.next(1).await.unwrap().called, Some(id));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_ticket_goes_on_saying_what_it_was_for() {
    for town in towns().await {
        let drawing = crate::rules::Drawing { matters: vec![1], line: None, ..in_line(1) };
        let id = town.draw(drawing).await.unwrap().id;
        town.next(1).await.unwrap();
        town.press(id, crate::acts::Press::Serve).await.unwrap();
        town.press(id, crate::acts::Press::Finish(vec![])).await.unwrap();
        retires(&town, What::Matter, 1).await.unwrap();
        let station = town.station.clone();
        let one = town.house.db.read(move |c: &mut Conn| crate::answers::one(c, &station, id)).await.unwrap();
        assert_eq!(one.matters[0].0.draft.name, name("高龄补贴"));
        let at = town.station.id;
        let left = town.house.db.read(move |c: &mut Conn| store::matters(c, at)).await.unwrap();
        assert_eq!(left.len(), 1);
    }
}

#[tokio::test]
async fn nobody_draws_into_a_line_that_is_being_retired() {
    for town in towns().await {
        retires(&town, What::Matter, 1).await.unwrap();
        let (h, station) = (town.house.house(), town.station.clone());
        let retiring = tokio::spawn(async move { retire(&h, &station, (What::Line, 1), staff(1)).await });
        let drawn = town.draw(in_line(1)).await;
        // One of the two was first: either the ticket stands and the line with it, or neither.
        match (drawn, retiring.await.unwrap()) {
            (Ok(_), Err(Not::Refused(Stays::Tickets(1)))) | (Err(Not::Refused(Refusal::NoMatter)), Ok(())) => {}
            other => panic!("{other:?}"),
        }
        town.sound().await;
    }
}
