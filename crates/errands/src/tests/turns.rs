//! Between being called and being done.
use jiff::SignedDuration;
use kernel::once::Once;

use super::*;
use crate::acts::Actor;
use crate::rules::{Outcome, State};

async fn serving(town: &Town) -> TicketId {
    let id = town.drawn(1).await[0];
    town.next(1).await.unwrap();
    town.press(id, Press::Serve).await.unwrap();
    id
}

#[tokio::test]
async fn a_press_on_what_has_changed_meanwhile_is_refused() {
    for town in towns().await {
        let id = serving(&town).await;
        let old = acts::press(&town.house, &town.station, (id, Some(2)), (Press::Pause, staff(1)), None).await;
        assert_eq!(refused(old), Refusal::Changed);
        assert_eq!(town.ticket(id).await.ticket.state, State::Serving);
    }
}

#[tokio::test]
async fn a_missed_call_is_made_good_behind_two_others() {
    for town in towns().await {
        let drawn = town.drawn(4).await;
        town.next(1).await.unwrap();
        town.press(drawn[0], Press::Miss).await.unwrap();
        town.house.wait(SignedDuration::from_mins(5));
        acts::take_own(&town.house, &town.station, drawn[0], (acts::Own::Return, Actor::Bearer), None).await.unwrap();
        for (desk, id) in [(1, drawn[1]), (2, drawn[2]), (3, drawn[0]), (4, drawn[3])] {
            assert_eq!(town.next(desk).await.unwrap().called, Some(id));
        }
        town.sound().await;
    }
}

#[tokio::test]
async fn half_an_hour_after_a_missed_call_it_is_over() {
    for town in towns().await {
        let id = town.drawn(1).await[0];
        town.next(1).await.unwrap();
        town.press(id, Press::Miss).await.unwrap();
        town.house.wait(SignedDuration::from_mins(30));
        acts::jobs(&town.house).await.unwrap();
        assert_eq!(town.ticket(id).await.ticket.state, State::Expired);
        let late = acts::take_own(&town.house, &town.station, id, (acts::Own::Return, Actor::Bearer), None).await;
        assert_eq!(refused(late), Refusal::NotNow(State::Expired));
        town.sound().await;
    }
}

#[tokio::test]
async fn somebody_paused_lets_the_desk_go_on_and_comes_back_to_another() {
    for town in towns().await {
        let id = serving(&town).await;
        let other = town.drawn(1).await[0];
        town.press(id, Press::Pause).await.unwrap();
        assert_eq!(town.next(1).await.unwrap().called, Some(other));
        assert_eq!(refused(town.press(id, Press::Resume(1)).await), Refusal::DeskTaken);
        town.press(id, Press::Resume(2)).await.unwrap();
        assert_eq!(town.ticket(id).await.ticket.desk, Some(2));
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_defers_is_woken_in_their_old_place() {
    for town in towns().await {
        let drawn = town.drawn(2).await;
        acts::take_own(&town.house, &town.station, drawn[0], (acts::Own::Defer(at(10, 0)), Actor::Bearer), None)
            .await
            .unwrap();
        assert_eq!(town.next(1).await.unwrap().called, Some(drawn[1]));
        let later = town.drawn(1).await[0];
        town.house.set_clock(at(10, 0));
        acts::jobs(&town.house).await.unwrap();
        assert_eq!(town.next(2).await.unwrap().called, Some(drawn[0]));
        assert_eq!(town.next(3).await.unwrap().called, Some(later));
    }
}

#[tokio::test]
async fn a_transfer_goes_before_those_who_came_later() {
    for town in towns().await {
        let id = serving(&town).await;
        town.house.wait(SignedDuration::from_mins(3));
        let there = town.draw(in_line(2)).await.unwrap().id;
        town.press(id, Press::Transfer(2, None)).await.unwrap();
        assert_eq!(town.next(2).await.unwrap().called, Some(id));
        assert_eq!(town.next(4).await.unwrap().called, Some(there));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_mis_press_is_taken_back_and_stays_in_the_log() {
    for town in towns().await {
        let id = serving(&town).await;
        town.press(id, Press::Finish(vec![(1, Outcome::PaperMissing)])).await.unwrap();
        town.house.wait(SignedDuration::from_mins(2));
        let key = || Some(Once::new("k", "clerk", &id));
        let back = acts::undo(&town.house, &town.station, (id, staff(1)), key()).await.unwrap();
        let stands = town.ticket(id).await.ticket;
        assert_eq!((back.state, stands.state, stands.desk), (State::Serving, State::Serving, Some(1)));
        // The same press sent again is the same press.
        assert_eq!(acts::undo(&town.house, &town.station, (id, staff(1)), key()).await.unwrap(), back);
        // Taken back once; what was before it is no mis-press any more.
        assert_eq!(refused(acts::undo(&town.house, &town.station, (id, staff(1)), None).await), Refusal::TooLate);
        let (station, priority) = (town.station.id, stands.priority);
        let log = town.house.db.read(move |c: &mut Conn| store::steps_of(c, station, id, priority)).await.unwrap();
        assert_eq!(log.iter().filter(|s| s.undone).count(), 1);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_press_is_not_taken_back_into_a_desk_that_has_somebody_else() {
    for town in towns().await {
        let id = serving(&town).await;
        town.drawn(1).await;
        town.press(id, Press::Finish(vec![])).await.unwrap();
        town.next(1).await.unwrap();
        assert_eq!(refused(acts::undo(&town.house, &town.station, (id, staff(1)), None).await), Refusal::DeskTaken);
        town.sound().await;
    }
}
