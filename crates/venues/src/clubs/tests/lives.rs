//! What happens to a club, on both engines.
use jiff::SignedDuration;
use kernel::db::Conn;

use super::on;
use super::town::{child, is_not_there, oneself, refusal, towns};
use crate::acts::Actor;
use crate::clubs::acts::{self, Founder, Joined};
use crate::clubs::answers::Is;
use crate::clubs::reads;
use crate::clubs::rules::NoClub;

#[tokio::test]
async fn a_stranger_asks_is_let_in_and_leaves_in_one_tap() {
    for town in towns().await {
        let (leader, stranger, other) = (town.person(1).await, town.person(2).await, town.person(3).await);
        let id = town.found(leader, "临帖小组", false).await.expect("a club");
        assert_eq!(town.join(id, oneself(stranger)).await.expect("asked"), Joined::Asks);
        assert_eq!(town.join(id, oneself(stranger)).await.expect("asking twice is asking once"), Joined::Asks);
        town.join(id, oneself(other)).await.expect("asked");
        assert_eq!(town.told(1).await, ["club-asked"], "once a day, however many ask");
        is_not_there(town.admit(id, stranger, Actor::Person(other)).await);
        for _ in 0..2 {
            town.admit(id, stranger, Actor::Person(leader)).await.expect("let in, once or twice");
        }
        assert_eq!(town.told(2).await, ["club-admitted"]);
        let entry = town.entry(id, other).await;
        for _ in 0..2 {
            acts::remove(&town.house, &town.station, (id, entry, Actor::Person(leader))).await.expect("declined");
        }
        assert_eq!(town.told(3).await, ["club-not-in"]);
        for _ in 0..2 {
            town.leave(id, stranger).await.expect("left, once or twice");
        }
        assert_eq!(town.members(id).await.len(), 1);
        assert_eq!(refusal(town.leave(id, leader).await), NoClub::Leads);
        let kinds = ["club.left", "club.left", "club.joined", "club.asked", "club.asked", "club.founded"];
        assert_eq!(town.events().await[..6], kinds);
        town.house.wait(SignedDuration::from_hours(24));
        town.join(id, oneself(other)).await.expect("asked again");
        assert_eq!(town.told(1).await.len(), 2, "the next day");
        town.sound().await;
    }
}

#[tokio::test]
async fn leadership_goes_over_when_the_other_accepts() {
    for town in towns().await {
        let (leader, heir) = (town.person(1).await, town.person(2).await);
        let id = town.found(leader, "临帖小组", true).await.expect("a club");
        assert_eq!(town.join(id, oneself(heir)).await.expect("in at once"), Joined::In);
        is_not_there(
            acts::ask_to_lead(&town.house, &town.station, (id, town.entry(id, heir).await, Actor::Person(heir))).await,
        );
        let own = town.entry(id, leader).await;
        let oneself_again = acts::ask_to_lead(&town.house, &town.station, (id, own, Actor::Person(leader))).await;
        assert_eq!(refusal(oneself_again), NoClub::NoLeader);
        assert_eq!(refusal(acts::lead(&town.house, &town.station, id, heir).await), NoClub::NotAsked);
        let ask = async || {
            let what = (id, town.entry(id, heir).await, Actor::Person(leader));
            acts::ask_to_lead(&town.house, &town.station, what).await.expect("asked");
        };
        ask().await;
        let stranger = town.person(3).await;
        for _ in 0..2 {
            acts::take_back(&town.house, &town.station, (id, Actor::Person(heir))).await.expect("no, once or twice");
            is_not_there(acts::take_back(&town.house, &town.station, (id, Actor::Person(stranger))).await);
        }
        assert_eq!(town.told(1).await, ["club-not-led"]);
        ask().await;
        for _ in 0..2 {
            acts::lead(&town.house, &town.station, id, heir).await.expect("they lead");
        }
        assert_eq!(town.seen(id).await.club.leader, Some(heir));
        assert_eq!(town.told(1).await, ["club-led", "club-not-led"]);
        town.leave(id, leader).await.expect("who led may go now");
        town.sound().await;
    }
}

#[tokio::test]
async fn a_club_whose_leader_is_forgotten_waits_for_another() {
    for town in towns().await {
        let (leader, member) = (town.person(1).await, town.person(2).await);
        let id = town.found(leader, "临帖小组", true).await.expect("a club");
        town.join(id, oneself(member)).await.expect("in");
        town.join(id, child(leader, "豆豆")).await.expect("the leader's child asks");
        town.notice(id, Actor::Person(leader), "周六见").await.expect("told");
        let h = town.house.house();
        let erase = move |c: &mut Conn| {
            people::hold(c, leader)?;
            (acts::holding().erase)(c, &h, leader, h.now())
        };
        town.house.db.write(erase).await.expect("forgotten");
        let seen = town.seen(id).await;
        assert_eq!((seen.club.leader, seen.members, seen.asking), (None, 1, 0));
        assert_eq!(town.events().await[0], "club.leaderless");
        let page = reads::page(&town.house, &town.station, id, Some(member)).await.expect("a page");
        assert_eq!((page.is, page.notices.len()), (Is::Member, 0), "what they had told is gone");
        let clerk = town.clerk();
        acts::ask_to_lead(&town.house, &town.station, (id, town.entry(id, member).await, clerk)).await.expect("asked");
        acts::lead(&town.house, &town.station, id, member).await.expect("they lead");
        town.sound().await;
    }
}

#[tokio::test]
async fn the_desk_opens_a_club_for_somebody_who_then_accepts() {
    for town in towns().await {
        let founder = || Founder::Desk { staff: town.staff(), phone: super::town::phone(7) };
        let id = acts::found(&town.house, &town.station, (super::town::text("棋友会", true), founder()), None).await;
        let id = id.expect("a club");
        assert_eq!(town.told(7).await, ["club-lead"]);
        let again = acts::found(&town.house, &town.station, (super::town::text("棋友会", true), founder()), None).await;
        assert_eq!(refusal(again), NoClub::NameTaken);
        let leader = town.person(7).await;
        acts::lead(&town.house, &town.station, id, leader).await.expect("they lead");
        assert_eq!(town.members(id).await.len(), 1, "and are in");
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_written_at_night_is_told_in_the_morning_to_those_who_are_members_then() {
    for town in towns().await {
        let (leader, stays, goes) = (town.person(1).await, town.person(2).await, town.person(3).await);
        let id = town.found(leader, "临帖小组", true).await.expect("a club");
        for person in [stays, goes] {
            town.join(id, oneself(person)).await.expect("in");
        }
        town.notice(id, Actor::Person(leader), "今天下雨，照常").await.expect("told at once");
        assert_eq!((town.told(2).await.len(), town.told(1).await.len()), (1, 0), "the leader knows");
        town.house.set_clock(on(24, 23, 0));
        town.notice(id, Actor::Person(leader), "明天带毛毡").await.expect("kept");
        town.jobs().await;
        assert_eq!(town.told(2).await.len(), 1);
        town.leave(id, goes).await.expect("left");
        town.house.set_clock(on(25, 7, 0));
        town.jobs().await;
        assert!(town.messages(2).await[0].text.contains("明天带毛毡"));
        assert_eq!(town.told(3).await.len(), 1);
        town.notice(id, town.clerk(), "驿站也来看看").await.expect("the third");
        let fourth = town.notice(id, Actor::Person(leader), "再说一句").await;
        assert_eq!(
            refusal(fourth),
            NoClub::EnoughNotices { most: 3, from: on(24, 9, 0) + SignedDuration::from_hours(168) }
        );
        is_not_there(town.notice(id, Actor::Person(stays), "我也说").await);
        town.house.wait(SignedDuration::from_hours(24 * 31));
        town.jobs().await;
        let page = reads::page(&town.house, &town.station, id, Some(leader)).await.expect("a page");
        assert!(page.notices.is_empty(), "forgotten after a month");
        town.sound().await;
    }
}

#[tokio::test]
async fn a_guardian_enters_a_child_whom_the_leader_lets_in() {
    for town in towns().await {
        let (leader, guardian) = (town.person(1).await, town.person(2).await);
        let id = town.found(leader, "临帖小组", true).await.expect("a club");
        assert_eq!(town.join(id, child(guardian, "豆豆")).await.expect("asked"), Joined::Asks);
        town.admit(id, guardian, Actor::Person(leader)).await.expect("let in");
        let led = reads::led(&town.house, &town.station, id, Actor::Person(leader)).await.expect("the leader's page");
        assert!(led.members.iter().any(|m| m.name.as_deref() == Some("豆豆")), "{led:?}");
        assert!(reads::led(&town.house, &town.station, id, Actor::Person(guardian)).await.is_err());
        town.notice(id, Actor::Person(leader), "周六见").await.expect("told");
        assert_eq!(town.told(2).await, ["club-admitted", "club-notice"], "the guardian hears it");
        town.leave(id, guardian).await.expect("left");
        town.sound().await;
    }
}
