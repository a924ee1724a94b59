//! What time decides.
use super::*;

#[tokio::test]
async fn a_lease_that_runs_out_returns_the_wish() {
    for town in towns().await {
        let (id, _) = town.shoes().await;
        let me = town.person("13700001111").await;
        town.claims(id, me).await.unwrap();
        town.later(4).await;
        assert!(town.told().await.is_empty());
        for _ in 0..2 {
            town.later(1).await;
        }
        let told = town.told().await;
        assert_eq!(told.len(), 1, "reminded once: {told:?}");
        assert_eq!((told[0].0.as_str(), told[0].1.as_str()), ("wish-remind", "13700001111"));
        assert!(told[0].2.contains("7月4日 12:00") && !told[0].2.contains('鞋'), "{}", told[0].2);
        town.later(1).await;
        assert_eq!(town.state(id).await, State::Open);
        assert_eq!(town.told().await[0].0, "wish-lapsed");
        assert_eq!(town.facts("wish.lapsed").await, 1);
        town.claims(id, town.person("13700002222").await).await.unwrap();
        town.sound().await;
    }
}

#[tokio::test]
async fn a_word_of_the_coordinator_adds_a_week_and_reminds_again() {
    for town in towns().await {
        let (id, _) = town.shoes().await;
        town.claims(id, town.person("13700001111").await).await.unwrap();
        town.later(6).await;
        acts::contacted(&town.house, &town.station, id, town.by(LI)).await.unwrap();
        town.later(2).await;
        assert_eq!(town.state(id).await, State::Contacted);
        town.later(4).await;
        assert_eq!(
            town.told().await.iter().filter(|(kind, ..)| kind == "wish-remind").count(),
            1,
            "the first waits no more"
        );
        town.later(2).await;
        assert_eq!(town.state(id).await, State::Open);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_was_brought_does_not_go_back() {
    for town in towns().await {
        let (id, code) = town.shoes().await;
        town.claims(id, town.person("13700001111").await).await.unwrap();
        town.delivers(id).await;
        town.later(200).await;
        assert_eq!(town.state(id).await, State::Delivered);
        town.hands(id, &code).await.unwrap();
        town.sound().await;
    }
}

#[tokio::test]
async fn after_ninety_days_somebody_else_is_to_help() {
    for town in towns().await {
        let (id, _) = town.shoes().await;
        let refer = || acts::refer(&town.house, &town.station, (id, "区民政局".into()), town.by(LI));
        town.later(90).await;
        assert_eq!(town.state(id).await, State::Open, "the last day");
        assert_eq!(refused(refer().await), NoWish::NotNow(State::Open));
        let late = town.person("13700001111").await;
        // Midnight has passed, and nothing has run yet.
        town.house.wait(SignedDuration::from_hours(13));
        assert_eq!((town.card(id).await, town.pool(Filter::default()).await.len()), (Err(Fault::NotFound), 0));
        assert_eq!(refused(town.claims(id, late).await), NoClaim::Gone);
        town.later(0).await;
        assert_eq!(town.state(id).await, State::Overdue);
        not_there(acts::refer(&town.house, &town.station, (id, "区民政局".into()), town.by(SUN)).await);
        refer().await.unwrap();
        assert_eq!((town.state(id).await, town.facts("wish.referred").await), (State::Referred, 1));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_lease_that_runs_out_after_ninety_days_is_for_somebody_else_to_help() {
    for town in towns().await {
        let (id, _) = town.shoes().await;
        town.later(88).await;
        town.claims(id, town.person("13700001111").await).await.unwrap();
        town.later(5).await;
        assert_eq!(town.state(id).await, State::Claimed, "whoever has it may bring it");
        town.later(2).await;
        assert_eq!(town.state(id).await, State::Overdue);
        town.sound().await;
    }
}

#[tokio::test]
async fn thirty_days_after_the_end_nobody_knows_whose_it_was_and_after_ninety_it_is_gone() {
    for town in towns().await {
        let helper = town.person("13700001111").await;
        let (id, _) = town.lies(State::Fulfilled, luo(), Some(helper)).await;
        town.later(29).await;
        let whole = town.whole(LI, id).await;
        assert!(whole.person.is_some() && whole.claim.is_some());
        town.later(1).await;
        let whole = town.whole(LI, id).await;
        assert!(whole.person.is_none() && whole.claim.is_none());
        town.later(59).await;
        assert!(town.card(id).await.is_ok());
        town.later(1).await;
        assert_eq!(town.card(id).await, Err(Fault::NotFound));
        assert!(!town.dump().await.contains("毛笔"));
        assert_eq!(town.facts("wish.fulfilled").await, 1, "the sum stays");
        town.sound().await;
    }
}

#[tokio::test]
async fn a_draft_that_nobody_asks_for_goes_and_a_no_that_is_objected_to_stays() {
    for town in towns().await {
        let person = || whose("王奶奶", None).unwrap();
        let draft = town.lies(State::Draft, person(), None).await.0;
        let refused = town.lies(State::Refused, person(), None).await.0;
        let objected = town.lies(State::Refused, person(), None).await.0;
        let asked = town.lies(State::Asked, person(), None).await.0;
        acts::appeal(&town.house, &town.station, (objected, "不服".into()), town.by(LI)).await.unwrap();
        town.later(89).await;
        assert_eq!(town.desk(QI).await.len(), 4);
        town.later(1).await;
        let left = async || town.desk(QI).await.into_iter().map(|line| line.wish.id).collect::<Vec<WishId>>();
        assert_eq!(left().await, [objected], "{draft}, {refused} and {asked} are gone");
        town.later(89).await;
        assert_eq!(left().await, [objected]);
        town.later(1).await;
        assert!(left().await.is_empty(), "nobody has decided it in half a year");
        town.sound().await;
    }
}
