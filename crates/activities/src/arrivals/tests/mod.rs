//! The door: whatever the order in which taps arrive, and however often, the same people are there.
mod pages;
mod planned;
mod rules;

use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fact;
use kernel::refusal::Not;

use super::TapId;
use super::acts::{self, Kept};
use super::answers::{self, Door};
use super::rules::{How, Mood, NoArrival, Tap};
use crate::signups::SignupId;
use crate::signups::rules::{Answer, State};
use crate::signups::tests::{Town, for_, friday, towns};

impl Town {
    fn tap(&self, signup: Option<SignupId>, people: i16) -> Tap {
        let how = if signup.is_some() { How::Tick } else { How::WalkIn };
        Tap { id: TapId(self.house.new_id()), signup, people, how, at: self.house.now() }
    }

    async fn taps(&self, taps: &[Tap]) -> Vec<Kept> {
        let by = By::Staff(self.house.new_id());
        let done = acts::replay(&self.house, &self.station, (self.occurrence, taps.to_vec()), by).await;
        done.unwrap().into_iter().map(|(_, kept)| kept).collect()
    }

    async fn door(&self) -> Door {
        let (h, station, id, now) = (self.house.house(), self.station.clone(), self.occurrence, self.house.now());
        self.house.db.read(move |c: &mut Conn| answers::door(c, &h, &station, id, now)).await.unwrap()
    }

    async fn mood(&self, id: SignupId, mood: Mood) -> Result<(), Not<NoArrival>> {
        acts::say_mood(&self.house, &self.station, (id, mood)).await
    }

    async fn closes(&self) {
        acts::jobs(&self.house).await.unwrap();
    }
}

fn refused<T>(done: Result<T, Not<NoArrival>>) -> NoArrival {
    match done {
        Err(Not::Refused(refusal)) => refusal,
        Err(Not::Fault(fault)) => panic!("{fault}"),
        Ok(_) => panic!("not refused"),
    }
}

#[tokio::test]
async fn what_was_tapped_without_a_network_arrives_once_and_in_whatever_order() {
    for town in towns(for_(5)).await {
        let [one, pair] = [town.joins(1, 1).await, town.joins(2, 2).await];
        town.house.set_clock(friday(33));
        let mut taps = vec![town.tap(Some(one), 1), town.tap(Some(pair), 2), town.tap(None, 1), town.tap(None, 1)];
        town.house.wait(SignedDuration::from_secs(20));
        taps.push(town.tap(Some(pair), 0));
        taps.push(town.tap(None, -1));
        // Ten minutes later the network is back; the answer to the first try is lost.
        town.house.wait(SignedDuration::from_mins(10));
        taps.reverse();
        assert_eq!(town.taps(&taps).await, [Kept::Kept; 6]);
        assert_eq!(town.taps(&taps).await, [Kept::Again; 6]);
        taps.reverse();
        assert_eq!(town.taps(&taps[..3]).await, [Kept::Again; 3]);
        let door = town.door().await;
        assert_eq!((door.came(), door.expected(), door.walked_in), (1, 3, 1));
        town.sound().await;
    }
}

#[tokio::test]
async fn two_devices_count_together() {
    for town in towns(for_(50)).await {
        let mut all = vec![];
        for n in 0..20 {
            all.push(town.joins(n, 1).await);
        }
        town.house.set_clock(friday(33));
        let half = |ids: &[SignupId]| -> Vec<Tap> {
            let ticks = ids.iter().map(|id| town.tap(Some(*id), 1));
            ticks.chain((0..5).map(|_| town.tap(None, 1))).collect()
        };
        let sent: Vec<_> = [half(&all[..12]), half(&all[8..])]
            .into_iter()
            .flat_map(|taps| [taps.clone(), taps])
            .map(|taps| {
                let (house, station, id) = (town.house.house(), town.station.clone(), town.occurrence);
                tokio::spawn(async move { acts::replay(&house, &station, (id, taps), By::Program).await })
            })
            .collect();
        for one in sent {
            one.await.unwrap().unwrap();
        }
        let door = town.door().await;
        assert_eq!((door.came(), door.walked_in), (20, 10));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_tap_that_makes_no_sense_is_refused_and_holds_up_no_other() {
    for town in towns(for_(1)).await {
        let [has, waits] = [town.joins(1, 1).await, town.joins(2, 1).await];
        let early = town.tap(Some(has), 1);
        town.house.set_clock(friday(33));
        let stranger = SignupId(town.house.new_id());
        let taps = [
            early,
            town.tap(Some(waits), 1),
            town.tap(Some(stranger), 1),
            town.tap(Some(has), 2),
            town.tap(None, 51),
            town.tap(Some(has), 1),
        ];
        let done = town.taps(&taps).await;
        assert_eq!(done[..5], [Kept::Refused; 5]);
        assert_eq!(done[5], Kept::Kept);
        let aloud = |tap| acts::arrive(&town.house, &town.station, (town.occurrence, tap), By::Program);
        assert_eq!(refused(aloud(taps[1]).await), NoArrival::NoPlace(State::Missed));
        assert_eq!(refused(aloud(taps[0]).await), NoArrival::NotNow);
        assert_eq!(refused(aloud(taps[2]).await), NoArrival::NotTheirs);
        town.sound().await;
    }
}

#[tokio::test]
async fn somebody_says_themselves_that_they_are_here_once_the_door_is_open() {
    for town in towns(for_(2)).await {
        let pair = town.joins(1, 2).await;
        let here = || acts::say_here(&town.house, &town.station, pair);
        assert_eq!(refused(here().await), NoArrival::NotNow);
        town.house.set_clock(friday(32));
        here().await.unwrap();
        here().await.unwrap();
        assert_eq!(town.door().await.came(), 2);
        town.sound().await;
    }
}

#[tokio::test]
async fn how_it_was_is_asked_once_of_those_who_came_and_said_of_ten() {
    for town in towns(for_(20)).await {
        let mut all = vec![];
        for n in 0..12 {
            all.push(town.joins(n, 1).await);
        }
        town.house.set_clock(friday(33));
        let taps: Vec<Tap> = all[..11].iter().map(|id| town.tap(Some(*id), 1)).collect();
        town.taps(&taps).await;
        assert_eq!(refused(town.mood(all[0], Mood::Happy).await), NoArrival::NotNow);
        town.house.set_clock(friday(34));
        for id in &all[..9] {
            town.mood(*id, Mood::Happy).await.unwrap();
        }
        assert_eq!(refused(town.mood(all[0], Mood::Sad).await), NoArrival::NotAsked, "once");
        assert_eq!(refused(town.mood(all[11], Mood::Sad).await), NoArrival::NotAsked, "they were not there");
        assert_eq!(town.door().await.moods, None, "fewer than ten");
        town.mood(all[9], Mood::Like).await.unwrap();
        assert_eq!(town.door().await.moods, Some(vec![(Mood::Happy, 9), (Mood::Like, 1)]));
    }
}

#[tokio::test]
async fn a_day_later_what_came_of_it_is_written_down_and_names_nobody() {
    for town in towns(for_(5)).await {
        let [came, stayed, gone] = [town.joins(1, 2).await, town.joins(2, 1).await, town.joins(3, 1).await];
        town.says(gone, Answer::GiveBack).await.unwrap();
        town.house.set_clock(friday(33));
        let late = town.tap(Some(stayed), 1);
        town.taps(&[town.tap(Some(came), 2), town.tap(None, 3)]).await;
        town.house.set_clock(friday(34 + 23));
        town.closes().await;
        assert_eq!(town.door().await.attendance, None);
        town.house.set_clock(friday(34 + 24));
        for _ in 0..2 {
            town.closes().await;
        }
        let of = town.door().await.attendance.unwrap();
        assert_eq!((of.seats, of.came, of.walked_in), (3, 2, 3));
        let (station, day) = (town.station.id, town.at().await.on);
        let read = move |c: &mut Conn| fact::between(c, station, "activity.held", day, day.tomorrow().unwrap());
        assert_eq!(town.house.db.read(read).await.unwrap().len(), 1);
        // A device that was found in a drawer.
        town.taps(&[late]).await;
        assert_eq!(town.door().await.attendance.unwrap().came, 3);
        town.sound().await;
    }
}
