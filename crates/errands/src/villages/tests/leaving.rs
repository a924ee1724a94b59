//! An official leaves: whoever waits for them and lives where somebody goes can be met there instead.
use kernel::event::By;

use super::*;
use crate::TicketId;
use crate::acts as tickets;
use crate::acts::{Decided, Decision, Hit, Settled};
use crate::promises::{self, Ending};
use crate::reach::{self, About, Reached};
use crate::rules::{Declared, Drawing, Presence, Source, State, Way};
use crate::village_days::{self, VISITOR};

impl Town {
    /// Somebody from 祁新庄 who waits for official 1 with the allowance.
    async fn waits_from(&self, village: i64, (name, phone): (Option<&str>, Option<&str>), on_site: bool) -> TicketId {
        let drawing = Drawing { matters: vec![1], official: Some(1), on_site, ..Drawing::default() };
        let (name, phone) = (name.map(str::to_owned), phone.map(|p| p.parse().unwrap()));
        let holder = tickets::Holder::Desk { staff: staff(3), name, phone };
        let drawn = tickets::draw(&self.house, &self.station, drawing, (holder, Way::Desk), None).await.unwrap();
        acts::say_village(&self.house, &self.station, (drawn.id, village), Actor::Staff(staff(3))).await.unwrap();
        drawn.id
    }

    /// Official 1 leaves, and for each of these a day in the village was chosen.
    async fn leaves(&self, back: jiff::civil::DateTime, chosen: &[TicketId]) -> Vec<Settled> {
        let from = jiff::civil::DateTime::MIN;
        let said = Declared { presence: Presence::Leave, place: String::new(), village: None, from, back: Some(back) };
        let decided = chosen.iter().map(|id| Decided { ticket: *id, decision: Decision::VillageDay }).collect();
        let how = (Source::Page, Some(staff(1)), decided);
        tickets::declare_with(&self.house, &self.station, (1, said), how, None).await.unwrap().settled
    }

    /// Whom an absence of official 1 until then would hit.
    async fn would_hit(&self, back: jiff::civil::DateTime) -> Vec<Hit> {
        let (house, station, now) = (self.house.house(), self.station.clone(), self.house.now());
        let back = crate::answers::instant(&station, back).unwrap();
        let read = move |c: &mut Conn| tickets::hit(c, (&house, &station), 1, Some(back), now);
        self.house.db.read(read).await.unwrap()
    }

    async fn met_in_village(&self, ticket: TicketId) -> Option<VillageVisitId> {
        let station = self.station.clone();
        self.house.db.read(move |c: &mut Conn| village_days::of_ticket(c, &station, ticket)).await.unwrap()
    }
}

const TODAY: jiff::civil::DateTime = date(2026, 6, 24).at(15, 0, 0, 0);

#[tokio::test]
async fn what_was_promised_becomes_a_place_on_the_route_and_is_told() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        // They were told that the official is back at three, and hear now that it is four.
        town.leaves(TODAY, &[]).await;
        let id = town.waits_from(XINZHUANG, (Some("罗大爷"), Some("13800000001")), false).await;
        assert_eq!(town.visits(day).await[0].state, VisitState::Offered, "they were asked, and have not answered");
        let later = TODAY.saturating_add(SignedDuration::from_hours(1));
        let hit = &town.would_hit(later).await[0];
        assert_eq!(hit.case.decide(None), Decision::Later, "nobody is sent home for a day that nobody chose");
        assert!(hit.case.decisions().contains(&Decision::VillageDay));
        let settled = town.leaves(later, &[id]).await;
        let became = (settled[0].decision, settled[0].at, settled[0].official, settled[0].reached);
        assert_eq!(became, (Decision::VillageDay, Some(friday(9)), Some(1), Reached::Message));
        assert_eq!(town.ticket(id).await.ticket.state, State::Cancelled);
        let visits = town.visits(day).await;
        assert_eq!((visits.len(), visits[0].state, town.day(day).await.day.used), (1, VisitState::Accepted, 70));
        assert_eq!(town.met_in_village(id).await, Some(visits[0].id), "the ticket's page leads there");
        let (house, station) = (town.house.house(), town.station.id);
        let read = move |c: &mut Conn| {
            let told = promises::about(c, station, About::Ticket(id))?;
            Ok::<_, Fault>((told, kernel::outbox::newest(c, &house, station, 1)?))
        };
        let (told, sent) = town.house.db.read(read).await.unwrap();
        let ends: Vec<_> = told.iter().map(|p| (p.ended.map(|(ending, _)| ending), p.next, p.reached)).collect();
        assert_eq!(ends, [(Some(Ending::Revised), None, Reached::Message)]);
        let (text, page) = (&sent[0].text, village_days::visit_path(&town.station, visits[0].id));
        assert!(text.contains("祁新庄村") && text.contains("9:00") && text.contains(&page), "{text}");
        town.sound_in_villages().await;
    }
}

#[tokio::test]
async fn whom_no_message_reaches_is_on_the_call_list_by_the_number_that_they_gave_back() {
    for town in with_villages().await {
        // The stand-in goes there: whoever waits for the first was not asked.
        let day = town.planned(Plan { official: 2, ..plan() }).await.unwrap();
        let named = town.waits_from(ZHANGQIZHAI, (Some("罗大爷"), None), false).await;
        let nobody = town.waits_from(XINZHUANG, (None, None), true).await;
        assert!(town.visits(day).await.is_empty());
        let settled = town.leaves(TODAY, &[named, nobody]).await;
        assert!(settled.iter().all(|s| (s.official, s.reached) == (Some(2), Reached::CallList)), "{settled:?}");
        let (house, station, now) = (town.house.house(), town.station.id, town.house.now());
        let read = move |c: &mut Conn| reach::open_of(c, &house, station, now);
        let list = town.house.db.read(read).await.unwrap();
        let names: Vec<_> = list.iter().filter_map(|entry| entry.name.as_deref()).collect();
        assert_eq!(names, ["罗大爷", "A002"]);
        assert!(list[0].text.contains("张其寨村") && list[1].text.contains("祁新庄村"), "{list:?}");
        let sheet = town.visits(day).await;
        let sealed = sheet.iter().find(|v| v.ticket == Some(named)).and_then(|v| v.name_sealed.clone()).unwrap();
        assert_eq!(town.house.keys.open(VISITOR, &sealed).unwrap(), "罗大爷");
        town.sound_in_villages().await;
    }
}

#[tokio::test]
async fn the_last_place_is_given_once_and_the_next_is_provided_for_otherwise() {
    for town in with_villages().await {
        let short = Plan { official: 2, until: friday(10) + SignedDuration::from_mins(10), ..plan() };
        let day = town.planned(short).await.unwrap();
        let first = town.waits_from(XINZHUANG, (Some("罗大爷"), None), false).await;
        let second = town.waits_from(XINZHUANG, (Some("马大娘"), None), false).await;
        let settled = town.leaves(TODAY, &[first, second]).await;
        let became: Vec<_> = settled.iter().map(|s| (s.ticket, s.decision)).collect();
        assert_eq!(became, [(first, Decision::VillageDay), (second, Decision::Later)]);
        assert_eq!(town.day(day).await.day.used, 70);
        assert_eq!(town.ticket(second).await.ticket.state, State::Held);
        town.sound_in_villages().await;
    }
}

#[tokio::test]
async fn what_they_declined_meanwhile_nobody_accepts_for_them() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        let empty = town.day(day).await.day.used;
        town.waits_from(XINZHUANG, (Some("罗大爷"), Some("13800000001")), false).await;
        let hit = town.would_hit(TODAY).await.remove(0);
        let (meeting, matter) = (hit.meeting.expect("a day for them"), hit.matters[0].clone());
        let offer = meeting.offer.expect("they were asked");
        let no = (offer, crate::village_days::rules::Answer::Decline);
        acts::answer(&town.house, &town.station, no, (Actor::Bearer, None)).await.unwrap();
        let (house, station, how) = (town.house.house(), town.station.clone(), (town.house.now(), By::Program));
        let give = move |c: &mut Conn| village_days::give(c, (&house, &station), (&meeting, &matter), how);
        assert_eq!(town.house.db.write(give).await.unwrap(), None);
        assert_eq!((town.visits(day).await[0].state, town.day(day).await.day.used), (VisitState::Declined, empty));
        town.sound_in_villages().await;
    }
}

#[tokio::test]
async fn a_day_is_chosen_only_where_there_is_one_for_them() {
    for town in with_villages().await {
        let can = async |back| town.would_hit(back).await.iter().map(|h| h.case.village_day).collect::<Vec<_>>();
        let id = town.waits_from(XINZHUANG, (Some("罗大爷"), Some("13800000001")), false).await;
        assert_eq!(can(TODAY).await, [false], "nobody goes there");
        let day = town.planned(plan()).await.unwrap();
        assert_eq!(can(TODAY).await, [true]);
        let friday_noon = date(2026, 6, 26).at(12, 0, 0, 0);
        assert_eq!(can(friday_noon).await, [false], "who is away until noon does not go there in the morning");
        // What is not possible is not done, whoever asks for it.
        assert_eq!(town.leaves(friday_noon, &[id]).await[0].decision, Decision::Choose);
        assert_eq!(town.ticket(id).await.ticket.state, State::Held);
        // They said no to it.
        let visit = town.visits(day).await[0].id;
        let no = (visit, crate::village_days::rules::Answer::Decline);
        acts::answer(&town.house, &town.station, no, (Actor::Bearer, None)).await.unwrap();
        assert_eq!(can(TODAY).await, [false]);
        // They have a place on that day with another official already.
        let other = town.planned(Plan { official: 2, ..plan() }).await.unwrap();
        assert_eq!(can(TODAY).await, [true]);
        town.asks(other, at_desk("罗大爷", Some("13800000001"))).await.unwrap();
        assert_eq!(can(TODAY).await, [false]);
        town.sound_in_villages().await;
    }
}
