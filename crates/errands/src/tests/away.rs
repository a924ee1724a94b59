//! An official leaves, is late, comes back: nobody who relies on them is forgotten.
use kernel::outbox;

use super::*;
use crate::acts::{Decided, Decision, Declaration, Instead, Own};
use crate::promises::{self, Ending, Kind as Promised, Promise};
use crate::reach::{self, About, Reached};
use crate::rules::{Declared, Presence, Source, State};

async fn says(town: &Town, official: i32, presence: Presence, back: Option<(i8, i8)>) -> Declaration {
    decides(town, official, (presence, back), vec![]).await
}

async fn decides(
    town: &Town,
    official: i32,
    (presence, back): (Presence, Option<(i8, i8)>),
    decided: Vec<Decided>,
) -> Declaration {
    let back = back.map(|(hour, minute)| date(2026, 6, 24).at(hour, minute, 0, 0));
    let from = jiff::civil::DateTime::MIN;
    let said = Declared { presence, place: String::new(), village: None, from, back };
    let how = (Source::Page, Some(staff(official)), decided);
    acts::declare_with(&town.house, &town.station, (official, said), how, None).await.unwrap()
}

/// Somebody who waits for official 1 with the allowance: in the hall or at home, with a phone or a name.
async fn waits(town: &Town, on_site: bool, phone: Option<&str>) -> TicketId {
    town.house.wait(jiff::SignedDuration::from_secs(1));
    let drawing = Drawing { matters: vec![1], official: Some(1), on_site, ..Drawing::default() };
    let phone = phone.map(|p| p.parse().unwrap());
    let holder = Holder::Desk { staff: staff(3), name: Some("罗大爷".into()), phone };
    acts::draw(&town.house, &town.station, drawing, (holder, Way::Desk), None).await.unwrap().id
}

async fn promised(town: &Town, id: TicketId) -> Vec<Promise> {
    let station = town.station.id;
    town.house.db.read(move |c: &mut Conn| promises::about(c, station, About::Ticket(id))).await.unwrap()
}

/// How each promise about a ticket ended, the oldest first.
async fn ends(town: &Town, id: TicketId) -> Vec<(Promised, Option<Ending>)> {
    promised(town, id).await.into_iter().map(|p| (p.kind, p.ended.map(|(ending, _)| ending))).collect()
}

async fn last_message(town: &Town) -> String {
    let (h, station) = (town.house.house(), town.station.id);
    let sent = town.house.db.read(move |c: &mut Conn| outbox::newest(c, &h, station, 1)).await.unwrap();
    sent.into_iter().next().map(|m| m.text).unwrap_or_default()
}

async fn to_tell(town: &Town) -> Vec<reach::Entry> {
    let (h, station, now) = (town.house.house(), town.station.id, town.house.now());
    town.house.db.read(move |c: &mut Conn| reach::open_of(c, &h, station, now)).await.unwrap()
}

#[tokio::test]
async fn a_return_that_was_told_is_revised_by_a_delay_and_told_anew() {
    for town in towns().await {
        says(&town, 1, Presence::Field, Some((15, 0))).await;
        says(&town, 2, Presence::Desk, None).await;
        let id = waits(&town, false, Some("13800000001")).await;
        assert_eq!(ends(&town, id).await, [(Promised::Return, None)]);
        town.house.set_clock(at(11, 20));
        let done = says(&town, 1, Presence::Field, Some((16, 0))).await;
        let settled = done.settled[0];
        // They knew that somebody else can do it, and wait for this one.
        assert_eq!(
            (settled.decision, settled.at, settled.reached),
            (Decision::Later, Some(at(16, 0)), Reached::Message)
        );
        let told = promised(&town, id).await;
        assert_eq!((told.len(), told[0].next), (2, Some(told[1].id)));
        assert_eq!((told[0].ended.unwrap().0, told[1].due_at), (Ending::Revised, at(16, 0)));
        assert_eq!(town.ticket(id).await.ticket.state, State::Held);
        let message = last_message(&town).await;
        assert!(message.contains("经办人1要到 16:00 才回来") && message.contains("A001"), "{message}");
        assert_eq!(says(&town, 1, Presence::Field, Some((16, 0))).await.settled, [], "said twice is told once");
        town.sound().await;
    }
}

#[tokio::test]
async fn whom_no_message_reaches_a_clerk_tells_and_says_so_once() {
    for town in towns().await {
        says(&town, 1, Presence::Field, Some((15, 0))).await;
        waits(&town, false, None).await;
        let done = says(&town, 1, Presence::Field, Some((16, 0))).await;
        assert_eq!(done.settled[0].reached, Reached::CallList);
        let list = to_tell(&town).await;
        assert_eq!((list.len(), list[0].name.as_deref(), list[0].due_at), (1, Some("罗大爷"), at(16, 0)));
        assert!(list[0].text.contains("16:00") && !list[0].text.contains("http"), "{}", list[0].text);
        // A still longer delay: only what holds now is told.
        says(&town, 1, Presence::Field, Some((16, 30))).await;
        let list = to_tell(&town).await;
        assert!(list.len() == 1 && list[0].text.contains("16:30"), "{list:?}");
        for told in [true, false] {
            acts::settle_call(&town.house, &town.station, (list[0].id, told), staff(3)).await.unwrap();
        }
        assert!(to_tell(&town).await.is_empty());
        let nobody = acts::settle_call(&town.house, &town.station, (staff(9).0, true), staff(3)).await;
        assert_eq!(nobody, Err(Fault::NotFound));
    }
}

#[tokio::test]
async fn somebody_without_a_time_goes_to_the_stand_in_who_is_in() {
    for town in towns().await {
        says(&town, 1, Presence::Desk, None).await;
        says(&town, 2, Presence::Desk, None).await;
        let (first, second) = (waits(&town, true, None).await, waits(&town, true, None).await);
        let choose = Decided { ticket: second, decision: Decision::Later };
        let done = decides(&town, 1, (Presence::Meeting, Some((11, 0))), vec![choose]).await;
        let decisions: Vec<_> = done.settled.iter().map(|s| (s.decision, s.official)).collect();
        assert_eq!(decisions, [(Decision::StandIn, Some(2)), (Decision::Later, Some(1))]);
        assert_eq!(town.ticket(second).await.ticket.state, State::Held);
        assert_eq!(town.next(2).await.unwrap().called, Some(first));
        town.sound().await;
    }
}

#[tokio::test]
async fn without_a_return_or_a_stand_in_they_choose_and_the_place_is_kept() {
    for town in towns().await {
        says(&town, 1, Presence::Desk, None).await;
        let id = waits(&town, false, Some("13800000001")).await;
        let done = says(&town, 1, Presence::Off, None).await;
        assert_eq!((done.settled[0].decision, done.settled[0].at), (Decision::Choose, None));
        assert!(last_message(&town).await.contains("也可以换个办法"));
        let before = town.ticket(id).await.ticket;
        assert_eq!((before.state, before.official), (State::Held, Some(1)));
        let choose =
            |way| acts::take_own(&town.house, &town.station, id, (Own::Instead(way), acts::Actor::Bearer), None);
        assert_eq!(refused(choose(Instead::StandIn).await), Refusal::NoSuchWay);
        says(&town, 2, Presence::Desk, None).await;
        choose(Instead::StandIn).await.unwrap();
        let after = town.ticket(id).await.ticket;
        assert_eq!((after.state, after.official, after.order_at), (State::Waiting, Some(2), before.order_at));
    }
}

#[tokio::test]
async fn back_again_the_hall_starts_at_once_and_whoever_is_at_home_can_travel() {
    for town in towns().await {
        says(&town, 1, Presence::Field, Some((15, 0))).await;
        let (home, hall) = (waits(&town, false, Some("13800000001")).await, waits(&town, true, None).await);
        town.press(hall, Press::Hold(1)).await.unwrap();
        town.house.set_clock(at(14, 50));
        says(&town, 1, Presence::Desk, None).await;
        assert_eq!(ends(&town, hall).await, [(Promised::Return, Some(Ending::Kept))]);
        assert_eq!(town.ticket(hall).await.ticket.state, State::Waiting);
        let told = promised(&town, home).await;
        assert_eq!((told[1].kind, told[1].due_at), (Promised::ComeAt, at(15, 20)));
        assert!(last_message(&town).await.contains("请您 15:20 到大厅"));
        assert_eq!(town.next(1).await.unwrap().called, Some(hall));
        town.press(hall, Press::Serve).await.unwrap();
        town.house.set_clock(at(15, 18));
        acts::take_own(&town.house, &town.station, home, (Own::Arrive, acts::Actor::Bearer), None).await.unwrap();
        assert_eq!(town.next(1).await.unwrap().called, Some(home));
        let kept = Some(Ending::Kept);
        assert_eq!(ends(&town, home).await, [(Promised::Return, kept), (Promised::ComeAt, kept)]);
        town.sound().await;
    }
}

#[tokio::test]
async fn to_call_the_next_is_to_be_back() {
    for town in towns().await {
        says(&town, 1, Presence::Field, Some((15, 0))).await;
        let hall = waits(&town, true, None).await;
        town.press(hall, Press::Hold(1)).await.unwrap();
        town.house.set_clock(at(15, 5));
        assert_eq!(town.next(1).await.unwrap().called, Some(hall), "held for them until this very press");
        assert_eq!(ends(&town, hall).await, [(Promised::Return, Some(Ending::Kept))]);
    }
}

#[tokio::test]
async fn whoever_takes_a_call_back_is_back_all_the_same() {
    for town in towns().await {
        says(&town, 1, Presence::Field, Some((15, 0))).await;
        let hall = waits(&town, true, None).await;
        town.press(hall, Press::Hold(1)).await.unwrap();
        town.house.set_clock(at(14, 55));
        assert_eq!(town.next(1).await.unwrap().called, Some(hall));
        acts::undo(&town.house, &town.station, (hall, staff(1)), None).await.unwrap();
        assert_eq!(town.ticket(hall).await.ticket.state, State::Waiting);
        assert_eq!(
            ends(&town, hall).await,
            [(Promised::Return, Some(Ending::Kept))],
            "nobody is told sorry for it later"
        );
        town.sound().await;
    }
}

#[tokio::test]
async fn too_late_in_the_day_nobody_is_called_in_and_each_hears_why() {
    for town in towns().await {
        says(&town, 1, Presence::Field, Some((15, 0))).await;
        let id = waits(&town, false, Some("13800000001")).await;
        town.house.set_clock(at(17, 0));
        says(&town, 1, Presence::Desk, None).await;
        assert_eq!(ends(&town, id).await, [(Promised::Return, Some(Ending::Broken))]);
        assert_eq!(town.ticket(id).await.ticket.state, State::Held);
        assert!(last_message(&town).await.contains("下班前办不到您这个号"));
        // They come all the same: they are in the hall, and the official is.
        acts::take_own(&town.house, &town.station, id, (Own::Arrive, acts::Actor::Bearer), None).await.unwrap();
        assert_eq!(town.next(1).await.unwrap().called, Some(id));
    }
}

#[tokio::test]
async fn a_return_that_is_missed_is_broken_and_said_sorry_for() {
    for town in towns().await {
        says(&town, 1, Presence::Field, Some((15, 0))).await;
        let id = waits(&town, false, Some("13800000001")).await;
        town.house.set_clock(at(15, 15));
        acts::jobs(&town.house).await.unwrap();
        assert_eq!(ends(&town, id).await, [(Promised::Return, None)], "as long as a missed return is believed");
        town.house.set_clock(at(15, 16));
        acts::jobs(&town.house).await.unwrap();
        assert_eq!(ends(&town, id).await, [(Promised::Return, Some(Ending::Broken))]);
        assert!(last_message(&town).await.contains("说好 15:00 回来，还没有回来，对不起"));
        let before = last_message(&town).await;
        acts::jobs(&town.house).await.unwrap();
        assert_eq!(last_message(&town).await, before);
        // A new return is a new promise.
        let done = says(&town, 1, Presence::Field, Some((16, 0))).await;
        assert_eq!(done.settled.len(), 1);
        assert_eq!(ends(&town, id).await[1], (Promised::Return, None));
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_gives_their_number_back_or_does_not_come_was_not_failed() {
    for town in towns().await {
        says(&town, 1, Presence::Field, Some((15, 0))).await;
        let (gone, absent) = (waits(&town, false, None).await, waits(&town, false, None).await);
        acts::take_own(&town.house, &town.station, gone, (Own::Cancel, acts::Actor::Bearer), None).await.unwrap();
        assert_eq!(ends(&town, gone).await, [(Promised::Return, Some(Ending::GivenBack))]);
        town.house.set_clock(at(14, 50));
        says(&town, 1, Presence::Desk, None).await;
        town.house.set_clock(at(15, 36));
        acts::jobs(&town.house).await.unwrap();
        assert_eq!(ends(&town, absent).await[1], (Promised::ComeAt, Some(Ending::GivenBack)));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_call_that_was_a_slip_of_the_hand_keeps_no_promise() {
    for town in towns().await {
        says(&town, 1, Presence::Field, Some((15, 0))).await;
        let id = waits(&town, true, None).await;
        town.press(id, Press::Call(4)).await.unwrap();
        assert_eq!(ends(&town, id).await, [(Promised::Return, Some(Ending::Kept))]);
        acts::undo(&town.house, &town.station, (id, staff(4)), None).await.unwrap();
        assert_eq!(ends(&town, id).await, [(Promised::Return, None)]);
        let (station, day) = (town.station.id, date(2026, 6, 24));
        let until = day.tomorrow().unwrap();
        let read = move |c: &mut Conn| kernel::fact::between(c, station, "promise-ended", day, until);
        assert_eq!(town.house.db.read(read).await.unwrap(), [], "what did not happen is not counted");
        town.sound().await;
    }
}

#[tokio::test]
async fn the_end_of_the_day_leaves_no_promise_open() {
    for town in towns().await {
        says(&town, 1, Presence::Field, Some((15, 0))).await;
        let ids = [waits(&town, true, None).await, waits(&town, false, None).await];
        acts::close_day(&town.house, &town.station, ("停电".into(), staff(2)), None).await.unwrap();
        for id in ids {
            assert_eq!(ends(&town, id).await, [(Promised::Return, Some(Ending::Broken))]);
        }
        town.sound().await;
    }
}
