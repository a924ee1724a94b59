//! Draws: entered, closed, drawn, explained; and again by anybody.
use super::*;
use crate::draws;
use crate::draws::rules::{Published as _, Sheet, verify};

impl Town {
    async fn sheet(&self) -> Sheet {
        let (station, id) = (self.station.clone(), self.occurrence);
        self.house.db.read(move |c: &mut Conn| draws::answers::sheet(c, &station, id)).await.unwrap()
    }

    async fn draws(&self) -> Result<(), Not<NoSignup>> {
        acts::draw(&self.house, &self.station, self.occurrence, staff(1)).await
    }
}

fn by_draw(capacity: i32) -> Plan {
    Plan { joining: Joining::Draw, ..for_(capacity) }
}

#[tokio::test]
async fn the_seed_is_fixed_before_anybody_takes_part_and_the_draw_can_be_done_again() {
    for town in towns(by_draw(3)).await {
        town.jobs().await;
        let commitment = town.sheet().await.commitment;
        assert_eq!(verify(&town.sheet().await.text()).unwrap().not_yet.len(), 1);
        let mut all = vec![];
        for n in 1..=8 {
            all.push(town.joins(n, 1).await);
        }
        assert_eq!(town.states(&all).await, [State::Entered; 8]);
        assert_eq!(town.at().await.taken, 0);
        town.says(all[2], Answer::GiveBack).await.unwrap();
        assert_eq!(refused(town.draws().await), NoSignup::NotYet(friday(24 + 8)));
        town.house.set_clock(friday(24 + 8));
        town.jobs().await;
        let sheet = town.sheet().await;
        let found = verify(&sheet.text()).unwrap();
        assert_eq!((found.differs, found.not_yet), (vec![], vec![]));
        assert_eq!(sheet.commitment, commitment);
        assert_eq!(sheet.entries.iter().map(|e| e.number).collect::<Vec<_>>(), [1, 2, 4, 5, 6, 7, 8]);
        let drawn = sheet.results.iter().filter(|r| r.got).count();
        assert_eq!((drawn, town.at().await.taken), (3, 3));
        // Everybody finds their own number in it.
        for id in all.iter().filter(|id| **id != all[2]) {
            let kept = town.signup(*id).await;
            let result = sheet.results.iter().find(|r| Some(r.number) == kept.entry).unwrap();
            assert_eq!(kept.state, if result.got { State::In } else { State::Waiting });
        }
        let (kinds, _) = town.told().await;
        assert_eq!(kinds.iter().filter(|k| *k == "activity-drawn").count(), 7);
        let before = sheet.text();
        town.draws().await.unwrap();
        assert_eq!(town.sheet().await.text(), before, "twice is once");
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_was_not_drawn_is_asked_in_the_order_of_the_draw() {
    for town in towns(by_draw(1)).await {
        let mut all = vec![];
        for n in 1..=4 {
            all.push(town.joins(n, 1).await);
        }
        town.house.set_clock(friday(24 + 8));
        town.draws().await.unwrap();
        let mut by_number = std::collections::HashMap::new();
        for id in &all {
            by_number.insert(town.signup(*id).await.entry.unwrap(), *id);
        }
        let order: Vec<SignupId> = town.sheet().await.results.iter().map(|r| by_number[&r.number]).collect();
        for (before, next) in order.iter().zip(&order[1..]) {
            assert_eq!(town.state(*before).await, if *before == order[0] { State::In } else { State::Offered });
            town.says(*before, Answer::GiveBack).await.unwrap();
            assert_eq!(town.state(*next).await, State::Offered);
        }
        town.sound().await;
    }
}

#[tokio::test]
async fn between_closing_and_draw_the_desk_takes_nobody_s_place() {
    for town in towns(by_draw(2)).await {
        let entered = [town.joins(1, 1).await, town.joins(2, 1).await];
        town.house.set_clock(friday(24 + 8));
        let late = town.try_joins(town.wish(named("马大爷"), 1)).await.unwrap().id;
        assert_eq!(town.state(late).await, State::Waiting);
        town.draws().await.unwrap();
        assert_eq!(town.states(&entered).await, [State::In; 2]);
        town.says(entered[0], Answer::GiveBack).await.unwrap();
        assert_eq!(town.state(late).await, State::Offered);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_phone_that_is_proved_after_the_draw_waits_behind_it() {
    for town in towns(by_draw(1)).await {
        let entered = [town.joins(1, 1).await, town.joins(2, 1).await];
        town.house.set_clock(friday(24 + 8) - SignedDuration::from_mins(5));
        let stranger = town.try_joins(town.wish(Guest::Stranger(phone(9)), 1)).await.unwrap().id;
        let digits = town.digits().await;
        town.house.set_clock(friday(24 + 8));
        town.jobs().await;
        assert_eq!(town.sheet().await.entries.len(), 2);
        acts::confirm(&town.house, &town.station, stranger, digits).await.unwrap();
        let kept = town.signup(stranger).await;
        assert_eq!(kept.state, State::Waiting);
        for id in entered {
            assert!(town.signup(id).await.place < kept.place);
        }
        town.sound().await;
    }
}

#[tokio::test]
async fn a_phone_that_is_proved_between_closing_and_draw_takes_no_part() {
    for town in towns(by_draw(1)).await {
        let entered = town.joins(1, 1).await;
        town.house.set_clock(friday(24 + 8) - SignedDuration::from_mins(5));
        let stranger = town.try_joins(town.wish(Guest::Stranger(phone(9)), 1)).await.unwrap().id;
        let digits = town.digits().await;
        town.house.set_clock(friday(24 + 8));
        acts::confirm(&town.house, &town.station, stranger, digits).await.unwrap();
        town.jobs().await;
        assert_eq!(town.sheet().await.entries.len(), 1);
        assert_eq!(town.states(&[entered, stranger]).await, [State::In, State::Waiting]);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_not_to_be_drawn_any_more_goes_to_who_came_first() {
    for town in towns(by_draw(1)).await {
        let all = [town.joins(1, 1).await, town.joins(2, 1).await];
        let (station, of) = (town.station.id, town.at().await.series);
        let work = move |c: &mut Conn| {
            let mut series = core::series(c, station, of)?;
            series.plan.joining = Joining::SignUp;
            core::set_series(c, station, &series)
        };
        town.house.db.write(work).await.unwrap();
        town.jobs().await;
        assert_eq!(town.states(&all).await, [State::Offered, State::Waiting]);
        assert_eq!(town.signup(all[1]).await.entry, None);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_not_by_draw_is_not_drawn_and_what_was_damaged_is_named() {
    for town in towns(for_(1)).await {
        town.house.set_clock(friday(24 + 8));
        assert_eq!(refused(town.draws().await), NoSignup::JustCome);
    }
    for town in towns(by_draw(1)).await {
        town.joins(1, 1).await;
        town.joins(2, 1).await;
        town.house.set_clock(friday(24 + 8));
        town.draws().await.unwrap();
        let damage = |c: &mut Conn| c.run("UPDATE draws SET seats = 2");
        town.house.db.write(damage).await.unwrap();
        let check = draws::answers::CHECKS[0];
        let broken = town.house.db.read(move |c| (check.run)(c)).await.unwrap();
        assert!(broken.len() == 1 && broken[0].contains("another result"), "{broken:?}");
    }
}
