//! What is known of somebody is told to them, and goes.
use super::*;

#[tokio::test]
async fn whoever_is_forgotten_leaves_their_place_to_the_next() {
    for town in towns(for_(1)).await {
        let [has, waits] = [town.joins(1, 1).await, town.joins(2, 1).await];
        let (h, now, person) = (town.house.house(), town.house.now(), town.person(1).await);
        let holding = acts::holding();
        let work = move |c: &mut Conn| {
            let told = (holding.export)(c, &h, person)?;
            (holding.erase)(c, &h, person, now)?;
            Ok::<_, Fault>((told, (holding.export)(c, &h, person)?))
        };
        let (told, left) = town.house.db.write(work).await.unwrap();
        assert_eq!((told[0]["activity"].as_str(), told[0]["state"].as_str()), (Some("亲子阅读"), Some("in")));
        assert_eq!(left.as_array().unwrap().len(), 0);
        assert_eq!(town.states(&[has, waits]).await, [State::GivenBack, State::Offered]);
        assert_eq!(town.signup(has).await.person, None);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_month_after_the_time_nobody_is_named_and_how_many_came_stays() {
    for town in towns(for_(3)).await {
        let [person, typed] = [town.joins(1, 1).await, town.try_joins(town.wish(named("马大爷"), 2)).await.unwrap().id];
        let named = |kept: &Kept| kept.person.is_some() || kept.name_sealed.is_some();
        town.house.set_clock(friday(24 * 30));
        town.jobs().await;
        assert!(named(&town.signup(person).await) && named(&town.signup(typed).await));
        town.house.set_clock(friday(24 * 32));
        town.jobs().await;
        assert!(!named(&town.signup(person).await) && !named(&town.signup(typed).await));
        assert_eq!(town.at().await.taken, 3);
        town.sound().await;
    }
}
