//! Rounds as people live through them, on both engines.
use jiff::civil::date;

use super::town::{Town, asked, at, refused, towns};
use crate::acts::{Actor, Booker};
use crate::rules::{Ask, Refusal};
use crate::seasons::acts::{self, Applying};
use crate::seasons::rules::{Kind, NoSeason, Published as _, Sheet, Stands, verify};
use crate::{ApplicationId, RoundId};
use kernel::db::types::Id;
use kernel::refusal::Not;
use kernel::view::View;
use kernel::words::Lang;

/// Three groups want the first evening, and the office takes what is left.
async fn evening(town: &Town) -> (RoundId, [ApplicationId; 4]) {
    let round = town.open(town.new_round()).await;
    let choir = town.apply(round, 1, asked(Kind::Elderly, 40, &[1, 2])).await.unwrap();
    let youth = town.apply(round, 2, asked(Kind::Youth, 20, &[1, 2])).await.unwrap();
    let band = town.apply(round, 3, asked(Kind::Other, 10, &[1])).await.unwrap();
    let office = town.apply_as_office(round, asked(Kind::Other, 20, &[2])).await;
    (round, [choir, youth, band, office])
}

fn pairs(town_look: &crate::seasons::answers::Look) -> Vec<(i32, Id)> {
    town_look.awards.iter().map(|a| (a.slot, a.application)).collect()
}

#[tokio::test]
async fn tuesday_evenings_are_given_away_and_become_series() {
    for town in towns().await {
        let (round, [choir, youth, ..]) = evening(&town).await;
        let open = town.look(round).await.sheet(&town.station);
        assert_eq!(
            (open.applications.len(), open.seed.clone(), open.state),
            (0, None, Stands::Open),
            "nobody reads yet"
        );
        town.allocate(round).await;
        let look = town.look(round).await;
        assert_eq!(pairs(&look), [(1, choir.0), (2, youth.0)]);
        let sheet = look.sheet(&town.station);
        assert_eq!(sheet.commitment, open.commitment);
        let checked = verify(&sheet.text()).expect("a sheet");
        assert_eq!(checked.differs, Vec::<String>::new());
        town.confirm(round).await;
        let look = town.look(round).await;
        assert_eq!(look.given.iter().map(|m| (m.given.slot, m.booked)).collect::<Vec<_>>(), [(1, 4), (2, 4)]);
        assert!(verify(&look.sheet(&town.station).text()).expect("a sheet").differs.is_empty());
        // The room is theirs: nobody else books it.
        let v = View::plain(&town.house, Lang::Zh);
        let ask = Ask { from: at(date(2026, 7, 7), 19, 0), minutes: 60, group: 2, said: None };
        let desk = Booker::Desk { staff: town.staff(), name: Some("张三".into()), phone: None };
        let booked = crate::acts::book(&town.house, &town.station, &v, ("hall".into(), ask), desk, None).await;
        assert!(matches!(booked, Err(Not::Refused(Refusal::Taken))), "{booked:?}");
        town.sound().await;
    }
}

#[tokio::test]
async fn after_the_deadline_nobody_changes_anything_and_before_it_nobody_allocates() {
    for town in towns().await {
        let (round, [choir, ..]) = evening(&town).await;
        let staff = town.staff();
        let early = refused(acts::allocate(&town.house, &town.station, round, staff).await);
        assert!(matches!(early, NoSeason::StillOpen { .. }));
        let again = town.apply(round, 1, asked(Kind::Elderly, 30, &[2])).await.unwrap();
        assert_eq!(again, choir, "the application stays the same one");
        town.house.set_clock(at(date(2026, 7, 1), 18, 0));
        assert!(matches!(refused(town.apply(round, 1, asked(Kind::Elderly, 40, &[1])).await), NoSeason::Closed { .. }));
        let me = Actor::Person(town.person(1).await);
        let late = acts::withdraw(&town.house, &town.station, (round, None), me).await;
        assert!(matches!(refused(late), NoSeason::Closed { .. }));
        // What everybody reads is the same before and after it is written down.
        let read = town.look(round).await.sheet(&town.station);
        crate::jobs(&town.house).await.unwrap();
        let written = town.look(round).await;
        assert_eq!(written.round.locked, read.locked);
        assert_eq!(written.sheet(&town.station).text(), read.text());
        assert_eq!(read.locked, Some(Sheet::digest_of(&read.applications)));
        // Whoever has looked at the clock before it was written down comes too late all the same.
        town.house.set_clock(at(date(2026, 7, 1), 17, 59));
        assert!(matches!(refused(town.apply(round, 1, asked(Kind::Elderly, 40, &[1])).await), NoSeason::Closed { .. }));
        let late = acts::withdraw(&town.house, &town.station, (round, None), me).await;
        assert!(matches!(refused(late), NoSeason::Closed { .. }));
        town.sound().await;
    }
}

#[tokio::test]
async fn doing_everything_twice_does_it_once() {
    for town in towns().await {
        let (round, [choir, youth, band, _]) = evening(&town).await;
        town.allocate(round).await;
        let first = town.look(round).await.sheet(&town.station);
        town.allocate(round).await;
        assert_eq!(town.look(round).await.sheet(&town.station), first);
        town.change(round, (choir, 1, false)).await.unwrap();
        assert_eq!(refused(town.change(round, (choir, 1, false)).await), NoSeason::NotTheirs);
        town.change(round, (band, 1, true)).await.unwrap();
        assert_eq!(refused(town.change(round, (choir, 1, true)).await), NoSeason::Full { number: 1 });
        town.confirm(round).await;
        town.confirm(round).await;
        crate::jobs(&town.house).await.unwrap();
        let look = town.look(round).await;
        assert_eq!(pairs(&look), [(1, band.0), (2, youth.0)]);
        let found = verify(&look.sheet(&town.station).text()).expect("a sheet");
        assert_eq!(found.differs, Vec::<String>::new());
        assert_eq!(refused(town.change(round, (choir, 1, true)).await), NoSeason::NotNow, "it is final");
        let series = look.given.iter().filter_map(|m| m.given.series).count();
        assert_eq!(series, 2);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_cannot_be_had_holds_up_nobody_and_is_tried_again() {
    for town in towns().await {
        let (round, [choir, ..]) = evening(&town).await;
        // An office dances in the hall on all these Tuesdays already, and on one at half past eight.
        let taken = |from: i8, rule: &str| crate::series::rules::Terms {
            rule: rule.parse().unwrap(),
            starts_on: date(2026, 7, 7),
            ends_on: None,
            at_minute: i32::from(from) * 60,
            minutes: 60,
            group: 1,
            skips_holidays: false,
        };
        let whose = crate::series::acts::Answered::Owner { staff: town.staff(), owner: 1 };
        let make = |terms| {
            let wish = ("half".to_owned(), terms, String::new());
            crate::series::acts::make_for(&town.house, &town.station, wish, whose.clone(), None)
        };
        let dance = make(taken(19, "FREQ=WEEKLY;BYDAY=TU")).await.unwrap();
        make(taken(21, "FREQ=WEEKLY;BYDAY=TU;COUNT=1")).await.unwrap();
        town.allocate(round).await;
        town.confirm(round).await;
        let look = town.look(round).await;
        let of = |slot: i32, look: &crate::seasons::answers::Look| {
            let found = look.given.iter().find(|m| m.given.slot == slot).unwrap();
            (found.given.problem.clone(), found.booked, found.clashes)
        };
        assert_eq!(of(1, &look), (Some("slot-taken".into()), 0, 0));
        assert_eq!(of(2, &look), (None, 3, 1), "one date clashes, the others are booked");
        town.sound().await;
        let by = Actor::Staff(town.staff());
        crate::series::acts::end_of(&town.house, &town.station, (dance, None), by).await.unwrap();
        acts::try_again(&town.house, &town.station, round, by.by()).await.unwrap();
        let look = town.look(round).await;
        assert_eq!(of(1, &look), (None, 4, 0));
        assert_eq!(pairs(&look)[0], (1, choir.0));
        town.sound().await;
    }
}

#[tokio::test]
async fn the_next_season_knows_who_had_what() {
    for town in towns().await {
        let (round, [choir, _, band, _]) = evening(&town).await;
        town.allocate(round).await;
        town.confirm(round).await;
        let mut next = town.new_round();
        next.starts_on = date(2026, 8, 11);
        next.ends_on = date(2026, 9, 7);
        next.apply_until = at(date(2026, 8, 5), 18, 0);
        next.slots[0].from_minute = 18 * 60 + 30;
        next.slots[1].from_minute = 21 * 60;
        next.slots[1].minutes = 60;
        let again = town.open(next).await;
        town.apply(again, 1, asked(Kind::Elderly, 40, &[1])).await.unwrap();
        town.apply(again, 3, asked(Kind::Other, 10, &[1])).await.unwrap();
        town.apply(again, 4, asked(Kind::Other, 10, &[1])).await.unwrap();
        town.house.set_clock(at(date(2026, 8, 5), 18, 0));
        // Whoever is forgotten now, before that is written down, takes nothing from the group.
        let (h, leader, now) = (town.house.house(), town.person(1).await, town.house.now());
        let erase = move |c: &mut kernel::db::Conn| (crate::seasons::holding().erase)(c, &h, leader, now);
        town.house.db.write(erase).await.unwrap();
        acts::allocate(&town.house, &town.station, again, town.staff()).await.unwrap();
        let sheet = town.look(again).await.sheet(&town.station);
        assert_eq!(sheet.previous, Some(round.0));
        let of = |name: &str| sheet.applications.iter().find(|a| a.applicant.name() == name).unwrap();
        let known = |name: &str| (of(name).before, of(name).held.clone(), of(name).got_first);
        // Half past six to eight goes on from seven to half past eight.
        assert_eq!(known("第1队"), (Some(choir.0), vec![1], true));
        assert_eq!(known("第3队"), (Some(band.0), vec![], false));
        assert_eq!(known("第4队"), (None, vec![], false));
        let answers = sheet.allocation.as_ref().expect("a result").answers.iter();
        let points = |name: &str| answers.clone().find(|a| a.application == of(name).id).unwrap().points;
        assert_eq!((points("第1队").continuity, points("第1队").turn), (10, 0));
        assert_eq!((points("第3队").continuity, points("第3队").turn), (0, 20));
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_is_forgotten_takes_back_what_can_be_taken_back_and_the_rest_can_still_be_done_again() {
    for town in towns().await {
        let (round, [choir, ..]) = evening(&town).await;
        let forget = async |n: i32| {
            let (h, person, now) = (town.house.house(), town.person(n).await, town.house.now());
            let erase = move |c: &mut kernel::db::Conn| {
                crate::holdings().iter().try_for_each(|holding| (holding.erase)(c, &h, person, now))
            };
            town.house.db.write(erase).await.unwrap();
        };
        forget(3).await;
        assert_eq!(town.look(round).await.filed.len(), 3, "withdrawn");
        town.allocate(round).await;
        let before = town.look(round).await.sheet(&town.station);
        forget(1).await;
        assert_eq!(town.look(round).await.sheet(&town.station), before, "the group stays, without a person");
        town.confirm(round).await;
        let look = town.look(round).await;
        let choirs = look.given.iter().find(|m| m.given.application == choir).unwrap();
        assert_eq!(choirs.given.problem.as_deref(), Some(acts::NOBODY));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_round_that_is_called_off_says_why_and_takes_nothing() {
    for town in towns().await {
        let (round, _) = evening(&town).await;
        let staff = town.staff();
        acts::call_off(&town.house, &town.station, (round, "礼堂要大修".into()), staff).await.unwrap();
        acts::call_off(&town.house, &town.station, (round, "别的".into()), staff).await.unwrap();
        let look = town.look(round).await;
        assert_eq!((look.stands, look.round.reason.as_str()), (Stands::CalledOff, "礼堂要大修"));
        assert_eq!(refused(town.apply(round, 5, asked(Kind::Other, 5, &[1])).await), NoSeason::NotNow);
        town.house.set_clock(at(date(2026, 7, 2), 9, 0));
        crate::jobs(&town.house).await.unwrap();
        assert_eq!(refused(acts::allocate(&town.house, &town.station, round, staff).await), NoSeason::NotNow);
        let nobody = Applying::Office { staff, owner: 9 };
        let other = town
            .open(crate::seasons::acts::NewRound { apply_until: at(date(2026, 7, 3), 18, 0), ..town.new_round() })
            .await;
        let none = acts::apply(&town.house, &town.station, (other, nobody, asked(Kind::Other, 5, &[1])), None).await;
        assert_eq!(refused(none), NoSeason::NoSuchOwner);
        town.sound().await;
    }
}

#[tokio::test]
async fn check_finds_a_result_that_somebody_has_changed_by_hand() {
    for town in towns().await {
        let (round, _) = evening(&town).await;
        town.allocate(round).await;
        town.confirm(round).await;
        town.sound().await;
        for damage in [
            "UPDATE season_applications SET size = 39 WHERE size = 40",
            "UPDATE season_rounds SET commitment = 'no'",
            "DELETE FROM season_awards WHERE slot = 2",
        ] {
            town.house.db.write(move |c| c.run(damage)).await.unwrap();
            let run = crate::seasons::checks()[0].run;
            let broken = town.house.db.read(run).await.unwrap();
            assert_eq!(broken.len(), 1, "{damage}: {broken:?}");
            // Everybody finds it in the file: the hash is the one that was written down, not that of what is there now.
            let found = verify(&town.look(round).await.sheet(&town.station).text()).expect("a sheet");
            assert!(found.differs.iter().any(|d| d.contains("when they were locked")), "{damage}: {:?}", found.differs);
        }
    }
}
