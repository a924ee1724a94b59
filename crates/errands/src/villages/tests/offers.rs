//! Offers: whoever waits in the hall and lives where somebody goes is asked, in time.
use super::*;
use crate::TicketId;
use crate::acts as tickets;
use crate::rules::{Declared, Drawing, Presence, Source, State};
use crate::village_days::rules::Answer;
use crate::villages::answers;

impl Town {
    async fn drawn_for(&self, matter: i32) -> TicketId {
        self.draw(Drawing { matters: vec![matter], ..Drawing::default() }).await.unwrap().id
    }

    async fn lives_in(&self, ticket: TicketId, village: i64) -> Result<(), Not<NoVisit>> {
        acts::say_village(&self.house, &self.station, (ticket, village), Actor::Bearer).await
    }

    async fn answered(&self, visit: VillageVisitId, answer: Answer) -> Result<VisitState, Not<NoVisit>> {
        acts::answer(&self.house, &self.station, (visit, answer), (Actor::Bearer, None)).await
    }

    async fn coming(&self) -> Vec<answers::Known> {
        let (station, now) = (self.station.clone(), self.house.now());
        self.house.db.read(move |c: &mut Conn| answers::coming(c, &station, now)).await.unwrap()
    }

    async fn goes_to(&self, village: i64, back: i8) {
        let back = Some(date(2026, 6, 24).at(back, 0, 0, 0));
        let from = jiff::civil::DateTime::MIN;
        let said = Declared { presence: Presence::Field, place: String::new(), village: Some(village), from, back };
        tickets::declare(&self.house, &self.station, 1, said, (Source::Page, Some(staff(1))), None).await.unwrap();
    }
}

#[tokio::test]
async fn a_plan_is_offered_to_whoever_waits_and_lives_there_and_to_nobody_else() {
    for town in with_villages().await {
        let (here, elsewhere, silent) = (town.drawn_for(1).await, town.drawn_for(1).await, town.drawn_for(1).await);
        town.lives_in(here, XINZHUANG).await.unwrap();
        town.lives_in(elsewhere, ZHANGQIZHAI).await.unwrap();
        let day = town.planned(Plan { villages: vec![XINZHUANG], ..plan() }).await.unwrap();
        let offered = town.visits(day).await;
        assert_eq!(offered.iter().map(|v| v.ticket).collect::<Vec<_>>(), [Some(here)]);
        assert_eq!(offered[0].state, VisitState::Offered);
        assert_eq!(town.day(day).await.day.used, 20, "an offer promises nothing yet");
        // Accepted, it is on the sheet, and the number is given back.
        assert_eq!(town.answered(offered[0].id, Answer::Accept).await.unwrap(), VisitState::Accepted);
        // The job that had found it unanswered a moment before leaves it alone.
        let (station, id) = (town.station.id, offered[0].id);
        assert!(!town.house.db.write(move |c: &mut Conn| store::lapse(c, station, id)).await.unwrap());
        assert_eq!(town.ticket(here).await.ticket.state, State::Cancelled);
        assert_eq!(town.ticket(silent).await.ticket.state, State::Waiting);
        assert_eq!(town.day(day).await.day.used, 50);
        town.sound_in_villages().await;
    }
}

#[tokio::test]
async fn whoever_says_their_village_later_is_asked_then_and_once() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        let ticket = town.drawn_for(1).await;
        for _ in 0..2 {
            town.lives_in(ticket, XINZHUANG).await.unwrap();
        }
        let offered = town.visits(day).await;
        assert_eq!(offered.len(), 1);
        assert_eq!(town.answered(offered[0].id, Answer::Decline).await.unwrap(), VisitState::Declined);
        assert_eq!(town.ticket(ticket).await.ticket.state, State::Waiting);
        let again = town.answered(offered[0].id, Answer::Accept).await;
        assert_eq!(refused(again), NoVisit::NotNow(VisitState::Declined));
    }
}

#[tokio::test]
async fn only_a_waiting_ticket_for_what_is_done_there_names_a_village_of_the_township() {
    for town in with_villages().await {
        let (allowance, insurance) = (town.drawn_for(1).await, town.drawn_for(2).await);
        assert_eq!(refused(town.lives_in(allowance, 630_203_103_201).await), NoVisit::NoVillage);
        assert_eq!(refused(town.lives_in(insurance, XINZHUANG).await), NoVisit::NoTicket);
        tickets::take_own(&town.house, &town.station, allowance, (tickets::Own::Cancel, Actor::Bearer), None)
            .await
            .unwrap();
        assert_eq!(refused(town.lives_in(allowance, XINZHUANG).await), NoVisit::NoTicket);
    }
}

#[tokio::test]
async fn an_offer_lapses_when_the_day_begins() {
    for town in with_villages().await {
        let ticket = town.drawn_for(1).await;
        town.lives_in(ticket, XINZHUANG).await.unwrap();
        let day = town.planned(plan()).await.unwrap();
        let offered = town.visits(day).await[0].id;
        town.house.set_clock(friday(9));
        assert_eq!(refused(town.answered(offered, Answer::Accept).await), NoVisit::Lapsed);
        acts::jobs(&town.house).await.unwrap();
        assert_eq!(town.visit(offered).await.state, VisitState::Lapsed);
    }
}

#[tokio::test]
async fn a_trip_that_is_declared_today_is_a_day_until_the_official_is_somewhere_else() {
    for town in with_villages().await {
        let ticket = town.drawn_for(1).await;
        town.lives_in(ticket, XINZHUANG).await.unwrap();
        town.goes_to(XINZHUANG, 15).await;
        for _ in 0..2 {
            acts::jobs(&town.house).await.unwrap();
        }
        let coming = town.coming().await;
        assert_eq!(coming.len(), 1);
        assert_eq!((coming[0].day.minutes, coming[0].day.used), (360, 20));
        let offered = town.visits(coming[0].id).await;
        assert_eq!(offered.iter().map(|v| v.ticket).collect::<Vec<_>>(), [Some(ticket)]);
        // They are back at three instead of at noon: said anew, it is the same day.
        town.house.wait(SignedDuration::from_mins(5));
        town.goes_to(XINZHUANG, 12).await;
        acts::jobs(&town.house).await.unwrap();
        assert_eq!(town.coming().await[0].day.minutes, 180);
        // Back at the desk nobody is met in the village any more.
        let now = crate::answers::wall(&town.station, town.house.now());
        let desk = Declared { presence: Presence::Desk, place: String::new(), village: None, from: now, back: None };
        tickets::declare(&town.house, &town.station, 1, desk, (Source::Page, Some(staff(1))), None).await.unwrap();
        assert!(town.coming().await.is_empty());
        assert_eq!(refused(town.answered(offered[0].id, Answer::Accept).await), NoVisit::Over);
        town.sound_in_villages().await;
    }
}

#[tokio::test]
async fn the_trip_of_an_official_who_names_no_village_is_nobodys_business() {
    for town in with_villages().await {
        let now = crate::answers::wall(&town.station, town.house.now());
        let back = Some(date(2026, 6, 24).at(15, 0, 0, 0));
        let said =
            Declared { presence: Presence::Field, place: String::new(), village: Some(XINZHUANG), from: now, back };
        // Only the first official agreed that the village is named.
        tickets::declare(&town.house, &town.station, 2, said, (Source::Page, Some(staff(2))), None).await.unwrap();
        acts::jobs(&town.house).await.unwrap();
        assert!(town.coming().await.is_empty());
    }
}
