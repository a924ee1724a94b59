//! What follows when the time itself is changed, and reminders.
use super::*;
use crate::rules;

#[tokio::test]
async fn whoever_is_signed_up_is_told_of_another_time_once() {
    for town in towns(for_(1)).await {
        let [has, waits] = [town.joins(1, 1).await, town.joins(2, 1).await];
        town.changes(|o| (o.starts_at, o.ends_at) = (friday(24 + 14), friday(24 + 15))).await;
        for _ in 0..2 {
            town.jobs().await;
        }
        let (kinds, text) = town.told().await;
        assert_eq!(kinds, ["activity-moved", "activity-moved"]);
        assert!(text.contains("14:00"), "{text}");
        assert_eq!(town.states(&[has, waits]).await, [State::In, State::Waiting]);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_called_off_is_told_to_everybody_with_its_reason() {
    for town in towns(for_(1)).await {
        let all = [town.joins(1, 1).await, town.joins(2, 1).await];
        town.changes(|o| (o.state, o.reason) = (rules::State::CalledOff, "下雨".into())).await;
        let late = town.try_joins(town.wish(named("马大爷"), 1)).await;
        assert_eq!(refused(late), NoSignup::CalledOff);
        for _ in 0..2 {
            town.jobs().await;
        }
        assert_eq!(town.states(&all).await, [State::CalledOff; 2]);
        let (kinds, text) = town.told().await;
        assert_eq!(kinds, ["activity-called-off", "activity-called-off"]);
        assert!(text.contains("下雨"), "{text}");
        assert_eq!(town.at().await.taken, 0);
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_has_a_place_is_reminded_on_the_evening_before_and_once() {
    for town in towns(for_(1)).await {
        town.joins(1, 1).await;
        town.joins(2, 1).await;
        town.house.set_clock(friday(18) - SignedDuration::from_secs(1));
        town.jobs().await;
        assert!(town.told().await.0.is_empty());
        for _ in 0..2 {
            town.house.set_clock(friday(18));
            town.jobs().await;
        }
        let (kinds, text) = town.told().await;
        assert_eq!(kinds, ["activity-reminder"], "who waits is not reminded");
        assert!(text.contains("09:00"), "{text}");
    }
}

#[tokio::test]
async fn whoever_signs_up_on_the_last_evening_is_not_reminded() {
    for town in towns(for_(1)).await {
        town.house.set_clock(friday(20));
        town.joins(1, 1).await;
        town.jobs().await;
        assert!(town.told().await.0.is_empty());
    }
}

#[tokio::test]
async fn an_offer_holds_no_longer_than_until_the_new_start() {
    for town in towns(for_(1)).await {
        town.changes(|o| (o.starts_at, o.ends_at) = (friday(72 + 9), friday(72 + 10))).await;
        let [has, waits] = [town.joins(1, 1).await, town.joins(2, 1).await];
        town.says(has, Answer::GiveBack).await.unwrap();
        assert_eq!(town.signup(waits).await.lapses_at, Some(friday(33)));
        town.changes(|o| (o.starts_at, o.ends_at) = (friday(20), friday(21))).await;
        town.jobs().await;
        assert_eq!(town.signup(waits).await.lapses_at, Some(friday(20)));
        town.sound().await;
    }
}
