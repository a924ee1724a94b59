//! To whom an opinion is about, it is not there.
use super::*;
use crate::rules::{Choice, Look};

/// Nothing of an opinion is anywhere for somebody.
async fn nowhere(town: &Town, who: usize, id: OpinionId) {
    assert_eq!(state_of(&town.inbox(who).await, id), None);
    assert_eq!(town.case(who, id).await, Err(Fault::NotFound));
    let staff = &town.staff[who];
    assert_eq!(acts::looked(&town.doing, staff, id, Look::Printed).await, Err(Fault::NotFound));
    not_there(acts::note(&town.doing, staff, (id, "x".into()), None).await);
    not_there(acts::answer(&town.doing, staff, (id, "x".into()), None).await);
    let (h, station, now, one) = (town.house.house(), town.station.clone(), town.house.now(), staff.clone());
    let counts = town.house.db.read(move |c| answers::counts(c, &h, &station, &one, now)).await.unwrap();
    assert_eq!((counts.mine, counts.open, counts.late), (0, 0, 0));
}

async fn month(town: &Town, who: usize) -> (usize, usize) {
    let (h, station, now, one) = (town.house.house(), town.station.clone(), town.house.now(), town.staff[who].clone());
    let day = jiff::civil::date(2026, 6, 27);
    let month = town.house.db.read(move |c| answers::month(c, &h, &station, &one, (day, now))).await.unwrap();
    (month.figures.all.received, month.open)
}

#[tokio::test]
async fn a_clerk_whose_name_stands_in_the_text_never_finds_it() {
    for town in towns().await {
        let (id, _) = town.says("社保窗口的孙 小丽骂人").await;
        let to = Some(town.staff[SUN].id);
        let given = acts::screen(&town.doing, &town.staff[WANG], (id, None, to), None).await;
        assert_eq!(refused(given), Refusal::Named);
        nowhere(&town, SUN, id).await;
        let case = town.case(WANG, id).await.unwrap();
        assert!(case.assignable.iter().all(|(staff, _)| *staff != town.staff[SUN].id));
        assert_eq!(case.named.iter().map(|n| n.name.as_str()).collect::<Vec<_>>(), ["孙小丽"]);
    }
}

#[tokio::test]
async fn whoever_sits_at_the_desk_that_was_chosen_is_meant() {
    for town in towns().await {
        let about = vec![Choice::Desk("民政窗口".into()), Choice::Person("钱大有".into())];
        let left = town.leaves(New { about, ..said("排了两个小时") }).await;
        nowhere(&town, ZHAO, left.id).await;
        let given =
            acts::screen(&town.doing, &town.staff[WANG], (left.id, None, Some(town.staff[ZHAO].id)), None).await;
        assert_eq!(refused(given), Refusal::Named);
        // Somebody of that name who gets a login later is known by the name.
        let (h, station) = (town.house.house(), town.station.clone());
        let work = move |c: &mut Conn| member(c, &h, &station, ("钱大有", Role::Manager));
        let late = town.house.db.write(work).await.unwrap();
        let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
        let all = Filter { scope: Scope::All, ..Filter::default() };
        let lines = town.house.db.read(move |c| answers::inbox(c, &h, &station, &late, &all, now)).await.unwrap();
        assert!(lines.is_empty());
    }
}

#[tokio::test]
async fn a_name_in_the_words_for_the_place_and_a_desk_written_otherwise_count_too() {
    for town in towns().await {
        let left = town.leaves(New { place: Some("孙小丽家门口".into()), ..said("堆了垃圾") }).await;
        nowhere(&town, SUN, left.id).await;
        let about = vec![Choice::Desk("民政 窗口".into())];
        let left = town.leaves(New { about, ..said("等了很久") }).await;
        nowhere(&town, ZHAO, left.id).await;
        let given =
            acts::screen(&town.doing, &town.staff[WANG], (left.id, None, Some(town.staff[ZHAO].id)), None).await;
        assert_eq!(refused(given), Refusal::Named);
    }
}

#[tokio::test]
async fn a_manager_who_is_named_finds_no_trace() {
    for town in towns().await {
        let (seen, _) = town.says("路灯坏了").await;
        let (id, holder) = town.says("王长青把车位给亲戚").await;
        assert_eq!(month(&town, LI).await, (2, 2));
        assert_eq!(month(&town, WANG).await, (1, 1));
        assert_eq!(town.inbox(WANG).await.iter().map(|l| l.id).collect::<Vec<_>>(), [seen]);
        assert_eq!(town.case(WANG, id).await, Err(Fault::NotFound));
        not_there(acts::screen(&town.doing, &town.staff[WANG], (id, None, None), None).await);
        not_there(acts::merge(&town.doing, &town.staff[WANG], (seen, id), None).await);
        // Whoever compares what is public with what they see finds no difference.
        let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
        let months = (jiff::civil::date(2026, 6, 1), jiff::civil::date(2026, 6, 30));
        let public = town.house.db.read(move |c| answers::figures(c, &h, &station, months, now)).await.unwrap();
        assert_eq!(public.all.received, 1);
        // Nor when it is taken back: then nobody is named any more.
        acts::withdraw(&town.doing, &holder).await.unwrap();
        assert_eq!(month(&town, WANG).await, (1, 1));
        let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
        let public = town.house.db.read(move |c| answers::figures(c, &h, &station, months, now)).await.unwrap();
        assert_eq!((public.all.received, public.all.withdrawn), (1, 0));
        town.later(400).await;
        let facts = town.house.db.read(|c| dumped(c, "opinion_facts")).await.unwrap();
        assert_eq!(facts.lines().count(), 0, "and no fact tells later");
        town.sound().await;
        let at = town.station.id;
        let events = town.house.db.read(move |c| kernel::event::since(c, at, 0, 1000)).await.unwrap();
        assert!(events.iter().all(|e| !e.kind.contains("opinion")), "no event of the station tells of opinions");
    }
}

#[tokio::test]
async fn nor_does_a_figure_grow_when_the_text_of_one_about_a_manager_goes() {
    for town in towns().await {
        let (id, _) = town.says("王长青把车位给亲戚").await;
        let go = (id, "请找纪委。".to_owned());
        acts::out_of_scope(&town.doing, &town.staff[LI], go, None).await.unwrap();
        let (other, _) = town.says("高速公路收费太贵").await;
        acts::out_of_scope(&town.doing, &town.staff[LI], (other, "12328".into()), None).await.unwrap();
        assert_eq!(month(&town, WANG).await.0, 1);
        town.later(400).await;
        assert_eq!((month(&town, WANG).await.0, month(&town, LI).await.0), (1, 1));
        let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
        let months = (jiff::civil::date(2026, 6, 1), jiff::civil::date(2026, 6, 30));
        let public = town.house.db.read(move |c| answers::figures(c, &h, &station, months, now)).await.unwrap();
        assert_eq!(public.all.received, 1);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_nobody_may_read_goes_a_year_after_it_came() {
    for town in towns().await {
        let phone = Some("13800001234".parse().unwrap());
        let left = town.leaves(New { phone, ..said("王长青和李春梅一起吃请") }).await;
        let holder = Holder { id: left.id };
        let (open, open_holder) = town.says("王长青吃请").await;
        assert_eq!(town.seen(holder).await.kept_until, Some(jiff::civil::date(2027, 6, 27)));
        assert_eq!(town.seen(open_holder).await.kept_until, None, "of what may still be answered nobody knows");
        town.later(364).await;
        assert_eq!(town.seen(holder).await.text, "王长青和李春梅一起吃请");
        town.later(1).await;
        let h = town.house.house();
        assert_eq!(refused(answers::open(&h, &town.station, &left.receipt, None).await), Refusal::WrongReceipt);
        for table in ["opinion_contacts", "opinion_facts"] {
            let rows = town.house.db.read(move |c| dumped(c, table)).await.unwrap();
            assert_eq!(rows.lines().count(), 0, "{table}");
        }
        assert_eq!(state_of(&town.inbox(LI).await, open), Some(State::Received), "what somebody may read stays");
        town.sound().await;
    }
}

#[tokio::test]
async fn where_nobody_runs_the_station_nothing_is_lost() {
    for town in towns().await {
        let (id, holder) = town.says("路灯坏了").await;
        for who in [WANG, LI] {
            let (h, at, one) = (town.house.house(), town.station.id, town.staff[who].id);
            let work = move |c: &mut Conn| people::take_role(c, &h, kernel::event::By::Program, one, at);
            town.house.db.write(work).await.unwrap();
        }
        assert_eq!(town.case(WANG, id).await, Err(Fault::NotFound), "nobody reads it");
        town.later(400).await;
        assert_eq!(town.seen(holder).await.text, "路灯坏了");
    }
}

#[tokio::test]
async fn where_all_who_run_the_station_are_named_it_stays_sealed() {
    for town in towns().await {
        let (id, holder) = town.says("王长青和李春梅一起吃请").await;
        for who in [WANG, LI, ZHAO, SUN] {
            nowhere(&town, who, id).await;
        }
        assert!(town.seen(holder).await.sealed_for_station);
        let (other, holder) = town.says("王长青吃请").await;
        assert!(!town.seen(holder).await.sealed_for_station);
        // Given to a clerk, and then the other one is named as well.
        acts::screen(&town.doing, &town.staff[LI], (other, None, Some(town.staff[ZHAO].id)), None).await.unwrap();
        acts::ask(&town.doing, &town.staff[ZHAO], (other, "还有谁？".into()), None).await.unwrap();
        acts::reply(&town.doing, &holder, "还有李春梅".into(), None).await.unwrap();
        assert!(town.seen(holder).await.sealed_for_station);
        assert_eq!(town.case(ZHAO, other).await, Err(Fault::NotFound));
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_is_named_later_loses_it() {
    for town in towns().await {
        let (id, holder) = town.says("办事太慢").await;
        town.given(id, ZHAO).await;
        acts::ask(&town.doing, &town.staff[ZHAO], (id, "谁？".into()), None).await.unwrap();
        acts::reply(&town.doing, &holder, "就是赵德强".into(), None).await.unwrap();
        nowhere(&town, ZHAO, id).await;
        let case = town.case(WANG, id).await.unwrap();
        assert_eq!((case.line.state, case.line.assigned), (State::Screened, None));
        // A manager who says that it is about a colleague.
        let choice = Choice::Person("孙小丽".into());
        acts::add_named(&town.doing, &town.staff[WANG], (id, choice), None).await.unwrap();
        let named = town.case(WANG, id).await.unwrap().named;
        assert_eq!(named.len(), 2);
        // Another of the same name was meant: what the program found a manager may lift.
        let found = named.iter().find(|n| n.name == "赵德强").unwrap().id;
        acts::unlike(&town.doing, &town.staff[WANG], (id, found), None).await.unwrap();
        acts::assign(&town.doing, &town.staff[WANG], (id, town.staff[ZHAO].id), None).await.unwrap();
        assert!(town.case(ZHAO, id).await.is_ok());
        town.sound().await;
    }
}

#[tokio::test]
async fn what_the_writer_has_chosen_nobody_of_the_station_lifts() {
    for town in towns().await {
        let about = vec![Choice::Person("赵德强".into())];
        let left = town.leaves(New { about, ..said("排队太久") }).await;
        let named = town.case(WANG, left.id).await.unwrap().named.remove(0).id;
        let lifted = acts::unlike(&town.doing, &town.staff[WANG], (left.id, named), None).await;
        assert_eq!(refused(lifted), Refusal::NothingToDecide);
    }
}
