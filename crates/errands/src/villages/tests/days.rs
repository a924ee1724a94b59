//! Days: planned once, entered afterwards, called off with a reason.
use super::refused;
use super::*;
use crate::village_days::rules::{Met, Next};

#[tokio::test]
async fn an_official_is_on_one_route_a_day() {
    for town in with_villages().await {
        let first = town.planned(plan()).await.unwrap();
        assert_eq!(refused_plan(town.planned(plan()).await), NotAPlan::Busy);
        acts::call_off(&town.house, &town.station, (first, "路滑".into()), staff(1)).await.unwrap();
        town.planned(plan()).await.unwrap();
        town.sound_in_villages().await;
    }
}

#[tokio::test]
async fn a_plan_sent_twice_is_one() {
    for town in with_villages().await {
        let once = || Some(kernel::once::Once::new("k", "1", &plan()));
        let mut ids = vec![];
        for _ in 0..2 {
            ids.push(acts::plan(&town.house, &town.station, plan(), (staff(1), once())).await.unwrap());
        }
        assert_eq!(ids[0], ids[1]);
    }
}

#[tokio::test]
async fn only_what_is_done_in_villages_is_planned() {
    for town in with_villages().await {
        assert_eq!(refused_plan(town.planned(Plan { matters: vec![2], ..plan() }).await), NotAPlan::Matters);
        assert_eq!(refused_plan(town.planned(Plan { villages: vec![1], ..plan() }).await), NotAPlan::Villages);
    }
}

#[tokio::test]
async fn a_day_that_is_over_is_refused_on_every_engine_however_long_ago_it_was() {
    for town in with_villages().await {
        let long_ago = |hour: i64| Timestamp::from_second(-350_000_000_000 + hour * 3600).expect("an instant");
        let over = Plan { on: date(-9122, 1, 1), from: long_ago(0), until: long_ago(2), ..plan() };
        assert_eq!(refused_plan(town.planned(over).await), NotAPlan::Over);
    }
}

#[tokio::test]
async fn what_came_of_it_is_entered_once_and_the_day_is_done_with() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        let (luo, tie) = (
            town.asks(day, stranger("罗大爷", None)).await.unwrap(),
            town.asks(day, at_desk("铁桂英", None)).await.unwrap(),
        );
        let entered = async |all| acts::enter(&town.house, &town.station, (day, all), staff(1)).await;
        assert_eq!(refused(entered(vec![(luo, Met::Done)]).await), NoVisit::NotBegun);
        town.house.set_clock(friday(12));
        assert_eq!(entered(vec![(luo, Met::Done)]).await.unwrap(), DayState::Planned);
        let rest = vec![(luo, Met::Done), (tie, Met::Not(Next::Call))];
        assert_eq!(entered(rest.clone()).await.unwrap(), DayState::Entered);
        assert_eq!(entered(rest).await.unwrap(), DayState::Entered);
        assert_eq!((town.visit(luo).await.state, town.visit(tie).await.next), (VisitState::Done, Some(Next::Call)));
        // Whoever was not met is on the call list: nobody has their number.
        let is_called = async || {
            let (h, station, now) = (town.house.house(), town.station.id, town.house.now());
            let calls = town.house.db.read(move |c| crate::reach::open_of(c, &h, station, now)).await.unwrap();
            calls.iter().any(|call| call.name.as_deref() == Some("铁桂英"))
        };
        assert!(is_called().await);
        // A slip of the pen: once it is mended, nobody calls her about it.
        assert_eq!(entered(vec![(tie, Met::Done)]).await.unwrap(), DayState::Entered);
        assert!(!is_called().await);
        town.sound_in_villages().await;
    }
}

#[tokio::test]
async fn a_day_in_villages_is_counted_once_on_its_own_day() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        let luo = town.asks(day, stranger("罗大爷", None)).await.unwrap();
        let held = async || {
            let station = town.station.id;
            let on = (date(2026, 6, 1), date(2026, 8, 1));
            let read = move |c: &mut Conn| kernel::fact::between(c, station, "village-day.held", on.0, on.1);
            let facts = town.house.db.read(read).await.unwrap();
            facts.into_iter().map(|fact| (fact.on, fact.at)).collect::<Vec<_>>()
        };
        // The sheet lay in a drawer for four days, and is typed in with a slip of the pen.
        town.house.set_clock(friday(4 * 24));
        assert_eq!(held().await, []);
        for met in [Met::Not(Next::Call), Met::Done] {
            acts::enter(&town.house, &town.station, (day, vec![(luo, met)]), staff(1)).await.unwrap();
        }
        assert_eq!(held().await, [(date(2026, 6, 26), friday(9))]);
        town.sound_in_villages().await;
    }
}

#[tokio::test]
async fn whoever_has_a_place_is_told_why_nobody_comes() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        let luo = town.asks(day, at_desk("罗大爷", Some("13800000001"))).await.unwrap();
        for _ in 0..2 {
            acts::call_off(&town.house, &town.station, (day, "路滑".into()), staff(1)).await.unwrap();
        }
        assert_eq!(town.visit(luo).await.state, VisitState::CalledOff);
        assert_eq!(town.day(day).await.day.state, DayState::CalledOff);
        let (h, station) = (town.house.house(), town.station.id);
        let told = town.house.db.read(move |c| kernel::outbox::newest(c, &h, station, 9)).await.unwrap();
        assert_eq!(told.len(), 1);
        assert!(told[0].text.contains("路滑") && told[0].text.contains("祁新庄村"), "{}", told[0].text);
        town.sound_in_villages().await;
    }
}

fn refused_plan(result: Result<VillageDayId, Not<NotAPlan>>) -> NotAPlan {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}
