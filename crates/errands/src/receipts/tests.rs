//! Papers: left with a promise, from hand to hand, handed back, forgotten.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::outbox;
use kernel::refusal::Not;
use kernel::words;

use super::acts::{self, NewReceipt, holding};
use super::rules::{NoReceipt, State, Step};
use super::store::Kept;
use super::{ReceiptId, store};
use crate::acts::Actor;
use crate::promises::{self, Ending};
use crate::proxy::acts::NewConsent;
use crate::proxy::rules::{How, Kind};
use crate::reach::{self, About};
use crate::rules::Ways;
use crate::tests::{Town, at, staff};
use crate::villages::tests::pages::{no_page_shows_a_key, views};
use crate::villages::tests::with_villages;

/// The insurance's papers, of old Luo, until four.
fn new(phone: Option<&str>) -> NewReceipt {
    NewReceipt {
        matter: 2,
        papers: vec![0, 0, 9],
        name: "罗大爷".parse().ok(),
        phone: phone.map(|p| p.parse().expect("a number")),
        consent: None,
        ready_at: at(16, 0),
    }
}

impl Town {
    async fn left(&self, new: NewReceipt) -> Result<ReceiptId, Not<NoReceipt>> {
        acts::leave(&self.house, &self.station, new, (staff(1), None)).await
    }

    async fn receipt(&self, id: ReceiptId) -> Kept {
        let station = self.station.id;
        self.house.db.read(move |c: &mut Conn| store::by_id(c, station, id)).await.unwrap()
    }

    async fn done(&self, id: ReceiptId, step: Step) -> Result<State, Not<NoReceipt>> {
        acts::step(&self.house, &self.station, (id, step), (staff(1), None)).await
    }

    /// How each promise about the papers ended, the earliest time first.
    async fn promised(&self, id: ReceiptId) -> Vec<(Timestamp, Option<Ending>)> {
        let station = self.station.id;
        let all = self.house.db.read(move |c: &mut Conn| promises::about(c, station, About::DropOff(id.0))).await;
        let mut all: Vec<_> = all.unwrap().into_iter().map(|p| (p.due_at, p.ended.map(|(ending, _)| ending))).collect();
        all.sort_by_key(|(due_at, _)| *due_at);
        all
    }

    async fn told(&self) -> Vec<String> {
        let (h, station) = (self.house.house(), self.station.id);
        let sent = self.house.db.read(move |c| outbox::newest(c, &h, station, 20)).await.unwrap();
        sent.into_iter().map(|m| m.text).collect()
    }

    async fn sound_with_receipts(&self) {
        self.sound().await;
        for check in acts::CHECKS {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

fn refused<T: std::fmt::Debug>(result: Result<T, Not<NoReceipt>>) -> NoReceipt {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn papers_that_are_ready_in_time_keep_the_promise_and_their_owner_is_told() {
    for town in with_villages().await {
        let id = town.left(new(Some("13800000001"))).await.unwrap();
        assert_eq!((town.receipt(id).await.papers, town.receipt(id).await.number), (vec![0], 1));
        assert_eq!(town.promised(id).await, [(at(16, 0), None)]);
        for _ in 0..2 {
            town.done(id, Step::Ready).await.unwrap();
        }
        assert_eq!(town.promised(id).await, [(at(16, 0), Some(Ending::Kept))]);
        let told = town.told().await;
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("0624-01") && told[0].contains("办好了"), "{}", told[0]);
        town.done(id, Step::HandBack).await.unwrap();
        assert_eq!(refused(town.done(id, Step::Start).await), NoReceipt::NotNow(State::HandedBack));
        town.sound_with_receipts().await;
    }
}

#[tokio::test]
async fn a_missing_paper_is_named_and_a_new_time_is_promised_once_it_is_there() {
    for town in with_villages().await {
        let id = town.left(new(None)).await.unwrap();
        town.done(id, Step::Needs("户口本".into())).await.unwrap();
        assert_eq!(town.promised(id).await, [(at(16, 0), Some(Ending::Revised))]);
        // Nobody knows their number: a clerk has them on the call list.
        let (h, station, now) = (town.house.house(), town.station.id, town.house.now());
        let calls = town.house.db.read(move |c| reach::open_of(c, &h, station, now)).await.unwrap();
        assert!(calls.iter().any(|c| c.text.contains("户口本") && c.name.as_deref() == Some("罗大爷")), "{calls:?}");
        let tomorrow = at(16, 0) + SignedDuration::from_hours(24);
        town.done(id, Step::Brought(tomorrow)).await.unwrap();
        assert_eq!(town.promised(id).await[1], (tomorrow, None));
        assert_eq!(town.receipt(id).await.note, "");
        town.sound_with_receipts().await;
    }
}

#[tokio::test]
async fn a_time_that_is_moved_is_a_promise_that_was_revised_and_told() {
    for town in with_villages().await {
        let id = town.left(new(Some("13800000001"))).await.unwrap();
        let later = at(17, 0);
        town.done(id, Step::Later(later)).await.unwrap();
        assert_eq!(town.promised(id).await, [(at(16, 0), Some(Ending::Revised)), (later, None)]);
        assert!(town.told().await[0].contains("17:00"));
        town.house.set_clock(at(17, 1));
        town.done(id, Step::Ready).await.unwrap();
        assert_eq!(town.promised(id).await[1], (later, Some(Ending::Broken)));
        town.sound_with_receipts().await;
    }
}

#[tokio::test]
async fn papers_that_their_owner_fetches_undone_break_no_promise() {
    for town in with_villages().await {
        let id = town.left(new(None)).await.unwrap();
        town.done(id, Step::HandBack).await.unwrap();
        assert_eq!(town.promised(id).await, [(at(16, 0), Some(Ending::GivenBack))]);
    }
}

#[tokio::test]
async fn a_matter_without_that_way_is_refused_with_those_it_has() {
    for town in with_villages().await {
        let ways = Ways { drop_off: false, proxy: true, home: true, village: true };
        assert_eq!(refused(town.left(NewReceipt { matter: 1, ..new(None) }).await), NoReceipt::NoSuchWay(ways));
        assert_eq!(refused(town.left(NewReceipt { ready_at: at(9, 0), ..new(None) }).await), NoReceipt::ReadyAt);
        assert_eq!(refused(town.left(NewReceipt { matter: 99, ..new(None) }).await), NoReceipt::NoMatter);
    }
}

#[tokio::test]
async fn eight_desks_at_once_give_every_number_of_the_day_once() {
    for town in with_villages().await {
        let mut desks = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let (house, station) = (town.house.house(), town.station.clone());
            desks.spawn(async move {
                for _ in 0..5 {
                    acts::leave(&house, &station, new(None), (staff(1), None)).await.unwrap();
                }
            });
        }
        desks.join_all().await;
        // That numbers are 1, 2, 3 … without gaps is an invariant.
        town.sound_with_receipts().await;
    }
}

/// Wang may act for old Luo.
fn on_paper(until: jiff::civil::Date) -> NewConsent {
    NewConsent {
        matter: 2,
        by: Actor::Staff(staff(1)),
        name: "罗大爷".parse().ok(),
        phone: None,
        proxy: "王秀兰".parse().expect("a name"),
        kind: Kind::Family,
        how: How::Paper,
        until,
    }
}

#[tokio::test]
async fn papers_that_are_handed_back_after_a_consents_last_day_do_not_prolong_it() {
    for town in with_villages().await {
        town.both_ways().await;
        let last = jiff::civil::date(2026, 6, 24);
        let consent = town.agreed(on_paper(last)).await.unwrap();
        let id = town.left(NewReceipt { consent: Some(consent), name: None, ..new(None) }).await.unwrap();
        town.house.wait(SignedDuration::from_hours(48));
        town.done(id, Step::HandBack).await.unwrap();
        let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
        let read = move |c: &mut Conn| crate::proxy::one(c, &h, &station, consent, now);
        assert_eq!(town.house.db.read(read).await.unwrap().kept.until, last);
    }
}

#[tokio::test]
async fn whoever_acts_for_somebody_leaves_papers_under_their_consent_which_ends_with_them() {
    for town in with_villages().await {
        town.both_ways().await;
        let consent = town.agreed(on_paper(jiff::civil::date(2026, 7, 24))).await.unwrap();
        let under = NewReceipt { consent: Some(consent), name: None, ..new(None) };
        assert_eq!(refused(town.left(NewReceipt { matter: 1, ..under.clone() }).await), NoReceipt::NoSuchWay(NO_DROP));
        let id = town.left(under.clone()).await.unwrap();
        let kept = town.receipt(id).await;
        assert!(kept.carrier_sealed.is_some() && kept.name_sealed.is_some());
        town.done(id, Step::HandBack).await.unwrap();
        town.house.wait(SignedDuration::from_hours(24));
        let again = town.left(NewReceipt { ready_at: at(16, 0) + SignedDuration::from_hours(48), ..under }).await;
        assert!(matches!(refused(again), NoReceipt::Proxy(_)));
        town.sound_with_receipts().await;
    }
}

const NO_DROP: Ways = Ways { drop_off: false, proxy: true, home: true, village: true };

impl Town {
    /// The insurance is done by proxy too.
    async fn both_ways(&self) {
        let station = self.station.id;
        let work = move |c: &mut Conn| {
            let all = crate::store::matters(c, station)?;
            let old = all.iter().find(|m| m.id == 2).ok_or(Fault::NotFound)?;
            let ways = Ways { drop_off: true, proxy: true, ..Ways::default() };
            let draft = crate::rules::Draft { ways, ..old.draft.clone() };
            crate::store::edit_matter(c, station, old, &draft, (Timestamp::UNIX_EPOCH, None))
        };
        self.house.db.write(work).await.unwrap();
    }
}

#[tokio::test]
async fn a_month_after_they_were_handed_back_and_at_once_for_whoever_asks_nobody_is_named() {
    for town in with_villages().await {
        let (fetched, waiting) =
            (town.left(new(None)).await.unwrap(), town.left(new(Some("13800000001"))).await.unwrap());
        town.done(fetched, Step::HandBack).await.unwrap();
        town.house.wait(SignedDuration::from_hours(24 * 31));
        acts::jobs(&town.house).await.unwrap();
        assert_eq!(town.receipt(fetched).await.name_sealed, None);
        let person = town.receipt(waiting).await.person.expect("the number is known");
        let (h, now) = (town.house.house(), town.house.now());
        let work = move |c: &mut Conn| {
            let told = (holding().export)(c, &h, person)?;
            (holding().erase)(c, &h, person, now)?;
            Ok::<_, Fault>(told)
        };
        let told = town.house.db.write(work).await.unwrap();
        assert_eq!(told[0]["left"][0].as_str(), Some("身份证"));
        let kept = town.receipt(waiting).await;
        assert_eq!((kept.person, kept.name_sealed, kept.state), (None, None, State::Received));
        town.sound_with_receipts().await;
    }
}

#[test]
fn every_page_is_drawn_in_both_languages() {
    assert_eq!(words::keys(crate::RECEIPTS_TEXTS.zh), words::keys(crate::RECEIPTS_TEXTS.en));
    for v in views() {
        let all = super::samples(&v).expect("the samples can be drawn");
        assert!(all.len() > 15, "{}", all.len());
        no_page_shows_a_key(&all, &["receipt-"]);
    }
}
