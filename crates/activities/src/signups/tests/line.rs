//! The list: a place that comes free fills itself.
use super::*;

#[tokio::test]
async fn a_place_that_is_given_back_is_offered_to_the_first_and_told() {
    for town in towns(for_(1)).await {
        let all = [town.joins(1, 1).await, town.joins(2, 1).await, town.joins(3, 1).await];
        assert_eq!(town.says(all[0], Answer::GiveBack).await.unwrap(), State::GivenBack);
        assert_eq!(town.says(all[0], Answer::GiveBack).await.unwrap(), State::GivenBack, "twice is once");
        assert_eq!(town.states(&all).await, [State::GivenBack, State::Offered, State::Waiting]);
        let (kinds, text) = town.told().await;
        assert_eq!(kinds, ["activity-offered"]);
        assert!(text.contains("亲子阅读") && text.contains(&all[1].to_string()), "{text}");
        // Tomorrow at nine is sooner than a day.
        assert_eq!(town.signup(all[1]).await.lapses_at, Some(town.at().await.starts_at));
        assert_eq!(town.says(all[1], Answer::Accept).await.unwrap(), State::In);
        assert_eq!((town.at().await.taken, town.state(all[2]).await), (1, State::Waiting));
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_needs_more_places_than_are_free_keeps_their_turn() {
    for town in towns(for_(3)).await {
        let [single, pair] = [town.joins(1, 1).await, town.joins(2, 2).await];
        let [family, later] = [town.joins(3, 3).await, town.joins(4, 1).await];
        town.says(single, Answer::GiveBack).await.unwrap();
        assert_eq!(town.states(&[family, later]).await, [State::Waiting, State::Offered]);
        town.says(pair, Answer::GiveBack).await.unwrap();
        assert_eq!(town.state(family).await, State::Waiting, "two are free, and they are three");
        town.says(later, Answer::GiveBack).await.unwrap();
        assert_eq!(town.state(family).await, State::Offered);
        town.sound().await;
    }
}

#[tokio::test]
async fn an_offer_that_nobody_answers_goes_to_the_next_and_an_answer_comes_too_late() {
    for town in towns(for_(1)).await {
        town.changes(|o| (o.starts_at, o.ends_at) = (friday(48 + 9), friday(48 + 10))).await;
        let all = [town.joins(1, 1).await, town.joins(2, 1).await, town.joins(3, 1).await];
        town.says(all[0], Answer::GiveBack).await.unwrap();
        town.house.set_clock(friday(33));
        let late = town.says(all[1], Answer::Accept).await;
        assert_eq!(refused(late), NoSignup::Lapsed);
        assert_eq!(town.states(&all[1..]).await, [State::Lapsed, State::Offered], "the late answer moved the list on");
        town.house.set_clock(friday(57));
        town.jobs().await;
        assert_eq!(town.state(all[2]).await, State::Lapsed);
        assert_eq!(town.at().await.taken, 0);
        town.sound().await;
    }
}

#[tokio::test]
async fn on_the_day_an_offer_holds_two_hours() {
    for town in towns(for_(1)).await {
        let [has, waits] = [town.joins(1, 1).await, town.joins(2, 1).await];
        town.house.set_clock(friday(24 + 5));
        town.says(has, Answer::GiveBack).await.unwrap();
        assert_eq!(town.signup(waits).await.lapses_at, Some(friday(24 + 7)));
    }
}

#[tokio::test]
async fn more_places_are_offered_when_more_are_made() {
    for town in towns(for_(1)).await {
        let all = [town.joins(1, 1).await, town.joins(2, 1).await, town.joins(3, 1).await];
        town.changes(|o| o.capacity = Some(2)).await;
        town.jobs().await;
        assert_eq!(town.states(&all).await, [State::In, State::Offered, State::Waiting]);
        town.changes(|o| o.capacity = None).await;
        town.jobs().await;
        assert_eq!(town.state(all[2]).await, State::Offered);
        town.sound().await;
    }
}

#[tokio::test]
async fn nobody_gives_back_what_has_begun() {
    for town in towns(for_(1)).await {
        let [has, waits] = [town.joins(1, 1).await, town.joins(2, 1).await];
        town.house.set_clock(friday(33));
        assert_eq!(refused(town.says(has, Answer::GiveBack).await), NoSignup::Closed);
        assert_eq!(town.states(&[has, waits]).await, [State::In, State::Missed]);
    }
}

#[tokio::test]
async fn whoever_proves_their_phone_after_somebody_was_asked_keeps_their_turn() {
    for town in towns(for_(1)).await {
        let has = town.joins(1, 1).await;
        let slow = town.try_joins(town.wish(Guest::Stranger(phone(2)), 1)).await.unwrap().id;
        let digits = town.digits().await;
        let quick = town.joins(3, 1).await;
        town.house.wait(SignedDuration::from_mins(1));
        town.says(has, Answer::GiveBack).await.unwrap();
        acts::confirm(&town.house, &town.station, slow, digits).await.unwrap();
        assert_eq!(town.states(&[slow, quick]).await, [State::Waiting, State::Offered]);
        town.sound().await;
        let last = town.joins(4, 1).await;
        town.says(quick, Answer::GiveBack).await.unwrap();
        assert_eq!(town.states(&[slow, last]).await, [State::Offered, State::Waiting]);
        town.sound().await;
    }
}

#[tokio::test]
async fn whom_no_message_reaches_is_called_until_they_have_answered() {
    for town in towns(for_(1)).await {
        let has = town.joins(1, 1).await;
        let by_name = town.try_joins(town.wish(named("马大爷"), 1)).await.unwrap().id;
        let with_phone = town.joins(2, 1).await;
        let to_call = async || {
            let (h, station) = (town.house.house(), town.station.clone());
            let v = View::plain(&h, Lang::Zh);
            town.house.db.read(move |c: &mut Conn| to_call(c, &h, &v, &station)).await.unwrap()
        };
        assert!(to_call().await.is_empty());
        town.says(has, Answer::GiveBack).await.unwrap();
        let list = to_call().await;
        assert_eq!((list.len(), list[0].id, list[0].name.as_deref()), (1, by_name.0, Some("马大爷")));
        assert!(list[0].text.contains("亲子阅读") && list[0].text.contains("留到"), "{}", list[0].text);
        assert_eq!(list[0].until, town.signup(by_name).await.lapses_at.unwrap());
        // Whoever has a phone gets a message; whoever has answered is called no more.
        acts::answer(&town.house, &town.station, (by_name, Answer::GiveBack), (Actor::Staff(staff(1)), None))
            .await
            .unwrap();
        assert_eq!(town.state(with_phone).await, State::Offered);
        assert!(to_call().await.is_empty());
        town.sound().await;
    }
}

#[tokio::test]
async fn nobody_is_called_about_an_offer_that_has_lapsed() {
    for town in towns(for_(1)).await {
        let has = town.joins(1, 1).await;
        town.try_joins(town.wish(named("马大爷"), 1)).await.unwrap();
        town.says(has, Answer::GiveBack).await.unwrap();
        town.house.set_clock(friday(24 + 9));
        let (h, station) = (town.house.house(), town.station.clone());
        let v = View::plain(&h, Lang::Zh);
        assert!(town.house.db.read(move |c: &mut Conn| to_call(c, &h, &v, &station)).await.unwrap().is_empty());
    }
}
