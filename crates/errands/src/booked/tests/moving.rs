//! Another time.
use super::acts::{To, reschedule};
use super::*;
use crate::acts::{self as tickets, Actor};
use crate::promises::Ending;
use crate::rules::{Refusal, State};
use crate::tests::{in_line, towns};

fn to(from: Timestamp) -> To {
    To { from, official: None }
}

async fn ask(town: &Town, id: TicketId, from: Timestamp) -> Result<TicketId, Not<No>> {
    reschedule(&town.house, &town.station, (id, to(from)), Actor::Bearer, None).await
}

fn endings(all: &[Promise]) -> Vec<Option<Ending>> {
    all.iter().map(|p| p.ended.map(|(ending, _)| ending)).collect()
}

#[tokio::test]
async fn on_the_same_day_it_stays_the_same_ticket() {
    for town in towns().await {
        let id = booked(&town, on(1, 9, 0)).await;
        assert_eq!(ask(&town, id, on(1, 15, 30)).await.unwrap(), id);
        assert_eq!(ask(&town, id, on(1, 15, 30)).await.unwrap(), id, "sent twice");
        let kept = town.ticket(id).await;
        assert_eq!((kept.booked_at, kept.ticket.order_at, kept.number), (Some(on(1, 15, 30)), on(1, 15, 30), 1));
        let mut all = endings(&promised(&town, id).await);
        all.sort_by_key(Option::is_none);
        assert_eq!(all, [Some(Ending::GivenBack), None]);
        booked(&town, on(1, 9, 0)).await;
        town.sound().await;
    }
}

#[tokio::test]
async fn a_quarter_later_is_free_although_half_of_the_hour_is_booked() {
    for town in towns().await {
        let (first, _) = (booked(&town, on(1, 9, 0)).await, booked(&town, on(1, 9, 30)).await);
        ask(&town, first, on(1, 9, 15)).await.unwrap();
        assert_eq!(no(ask(&town, first, on(1, 9, 30)).await), No::Full);
    }
}

#[tokio::test]
async fn on_another_day_it_is_another_ticket_and_the_old_one_leads_there() {
    for town in towns().await {
        let id = booked(&town, on(1, 9, 0)).await;
        let moved = ask(&town, id, on(2, 10, 0)).await.unwrap();
        assert_ne!(moved, id);
        let (old, new) = (town.ticket(id).await, town.ticket(moved).await);
        assert_eq!((old.ticket.state, new.ticket.state, new.number), (State::Cancelled, State::Booked, 1));
        let station = town.station.clone();
        let read = move |c: &mut Conn| crate::booked::answers::moved_to(c, &station, &old);
        assert_eq!(town.house.db.read(read).await.unwrap(), Some(moved));
        assert_eq!(endings(&promised(&town, moved).await), [None]);
        town.house.set_clock(on(1, 8, 0));
        assert_eq!(town.draw(in_line(1)).await.unwrap().number, 2, "no number is left out");
        town.sound().await;
    }
}

#[tokio::test]
async fn nobody_moves_to_a_day_on_which_they_have_one() {
    for town in towns().await {
        let mine = async |days| {
            let phone = Some("13800000001".parse::<people::Phone>().unwrap());
            let how = (Holder::Bearer, Way::Phone, phone);
            acts::book(&town.house, &town.station, allowance(on(days, 9, 0)), how, None).await.unwrap().id
        };
        let (first, _) = (mine(1).await, mine(2).await);
        assert_eq!(no(ask(&town, first, on(2, 10, 0)).await), No::TooMany);
        assert_eq!(ask(&town, first, on(1, 10, 0)).await.unwrap(), first, "on its own day it is none more");
        town.sound().await;
    }
}

#[tokio::test]
async fn what_has_come_or_is_over_does_not_move() {
    for town in towns().await {
        let id = booked(&town, on(1, 9, 0)).await;
        assert_eq!(no(ask(&town, id, on(1, 12, 30)).await), No::Shut);
        tickets::take_own(&town.house, &town.station, id, (tickets::Own::Cancel, Actor::Bearer), None).await.unwrap();
        assert_eq!(no(ask(&town, id, on(1, 10, 0)).await), No::Ticket(Refusal::NotNow(State::Cancelled)));
    }
}
