//! Consents: given, used once, taken back, forgotten.
use jiff::civil::{Date, date};
use jiff::{SignedDuration, ToSpan as _};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::words;
use people::PersonId;

use super::acts::{self, NewConsent, holding};
use super::rules::{How, Kind, NoProxy, State};
use super::store::Kept;
use super::{ConsentId, store};
use crate::acts::{Actor, CARRIER, Drawn};
use crate::rules::{Refusal, State as TicketState, Ways};
use crate::store as errands;
use crate::tests::{Town, staff};
use crate::villages::tests::pages::{no_page_shows_a_key, views};
use crate::villages::tests::with_villages;

const TODAY: Date = date(2026, 6, 24);

/// Old Luo agrees at the desk that Wang fetches his allowance for a month.
fn new(matter: i32) -> NewConsent {
    NewConsent {
        matter,
        by: Actor::Staff(staff(1)),
        name: "罗大爷".parse().ok(),
        phone: "13800000001".parse().ok(),
        proxy: "王秀兰".parse().expect("a name"),
        kind: Kind::Family,
        how: How::InPerson,
        until: TODAY.saturating_add(30.days()),
    }
}

impl Town {
    pub async fn agreed(&self, new: NewConsent) -> Result<ConsentId, Not<NoProxy>> {
        acts::agree(&self.house, &self.station, new, None).await
    }

    async fn consent(&self, id: ConsentId) -> Kept {
        let station = self.station.id;
        self.house.db.read(move |c: &mut Conn| store::by_id(c, station, id)).await.unwrap()
    }

    async fn drawn_under(&self, id: ConsentId) -> Result<Drawn, Not<NoProxy>> {
        acts::draw(&self.house, &self.station, (id, true), (staff(1), None)).await
    }

    async fn carrier(&self, drawn: &Drawn) -> Option<String> {
        let (station, id) = (self.station.id, drawn.id);
        let sealed = self.house.db.read(move |c: &mut Conn| errands::carried_by(c, station, id)).await.unwrap();
        sealed.map(|sealed| self.house.keys.open(CARRIER, &sealed).unwrap())
    }

    async fn sound_with_proxies(&self) {
        self.sound().await;
        for check in acts::CHECKS {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

fn refused<T: std::fmt::Debug>(result: Result<T, Not<NoProxy>>) -> NoProxy {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn a_number_that_is_drawn_under_a_consent_carries_the_proxys_name() {
    for town in with_villages().await {
        let consent = town.agreed(new(1)).await.unwrap();
        let drawn = town.drawn_under(consent).await.unwrap();
        assert_eq!(town.carrier(&drawn).await.as_deref(), Some("王秀兰"));
        assert!(town.ticket(drawn.id).await.person.is_some(), "it is a number of whoever agreed");
        assert_eq!(refused(town.drawn_under(consent).await), NoProxy::Draw(Refusal::HasOne));
        town.sound_with_proxies().await;
    }
}

#[tokio::test]
async fn a_matter_that_nobody_else_can_do_is_refused_with_how_it_is_done() {
    for town in with_villages().await {
        let ways = Ways { drop_off: true, ..Ways::default() };
        assert_eq!(refused(town.agreed(new(2)).await), NoProxy::NoSuchWay(ways));
        assert_eq!(refused(town.agreed(new(99)).await), NoProxy::NoMatter);
    }
}

#[tokio::test]
async fn whoever_agreed_takes_it_back_and_the_number_with_it() {
    for town in with_villages().await {
        let consent = town.agreed(new(1)).await.unwrap();
        let drawn = town.drawn_under(consent).await.unwrap();
        let owner = town.consent(consent).await.person.expect("the number is known");
        let stranger = PersonId(town.house.new_id());
        let withdraw = async |by| acts::withdraw(&town.house, &town.station, consent, by).await;
        assert_eq!(withdraw(Actor::Person(stranger)).await, Err(Fault::NotFound));
        assert_eq!(withdraw(Actor::Bearer).await, Err(Fault::NotFound));
        for _ in 0..2 {
            withdraw(Actor::Person(owner)).await.unwrap();
        }
        assert_eq!(town.ticket(drawn.id).await.ticket.state, TicketState::Cancelled);
        assert_eq!(refused(town.drawn_under(consent).await), NoProxy::Ended(State::Withdrawn));
        town.sound_with_proxies().await;
    }
}

#[tokio::test]
async fn a_consent_is_over_once_its_matter_is_done_and_a_month_later_names_nobody() {
    for town in with_villages().await {
        let consent = town.agreed(new(1)).await.unwrap();
        let drawn = town.drawn_under(consent).await.unwrap();
        town.next(1).await.unwrap();
        for press in [crate::acts::Press::Serve, crate::acts::Press::Finish(vec![])] {
            town.press(drawn.id, press).await.unwrap();
        }
        acts::jobs(&town.house).await.unwrap();
        assert_eq!(town.consent(consent).await.until, TODAY);
        town.house.wait(SignedDuration::from_hours(24));
        assert_eq!(refused(town.drawn_under(consent).await), NoProxy::Ended(State::Over));
        town.house.wait(SignedDuration::from_hours(24 * 31));
        acts::jobs(&town.house).await.unwrap();
        let kept = town.consent(consent).await;
        assert_eq!((kept.person, kept.name_sealed, kept.proxy_sealed), (None, None, None));
        assert_eq!(town.carrier(&drawn).await, None);
        town.sound_with_proxies().await;
    }
}

#[tokio::test]
async fn a_request_sent_twice_agrees_once() {
    for town in with_villages().await {
        let mut ids = vec![];
        for _ in 0..2 {
            let once = Some(kernel::once::Once::new("k", "1", &"the same"));
            ids.push(acts::agree(&town.house, &town.station, new(1), once).await.unwrap());
        }
        assert_eq!(ids[0], ids[1]);
    }
}

#[tokio::test]
async fn whoever_is_forgotten_leaves_no_consent_behind() {
    for town in with_villages().await {
        let consent = town.agreed(new(1)).await.unwrap();
        let drawn = town.drawn_under(consent).await.unwrap();
        let person = town.consent(consent).await.person.expect("the number is known");
        let (h, now) = (town.house.house(), town.house.now());
        let work = move |c: &mut Conn| {
            let told = (holding().export)(c, &h, person)?;
            (holding().erase)(c, &h, person, now)?;
            Ok::<_, Fault>((told, (holding().export)(c, &h, person)?))
        };
        let (told, left) = town.house.db.write(work).await.unwrap();
        assert_eq!((told[0]["proxy"].as_str(), left.as_array().unwrap().len()), (Some("王秀兰"), 0));
        assert_eq!(town.carrier(&drawn).await, None);
        assert!(town.consent(consent).await.withdrawn_at.is_some());
    }
}

#[test]
fn every_page_is_drawn_in_both_languages() {
    assert_eq!(words::keys(crate::PROXY_TEXTS.zh), words::keys(crate::PROXY_TEXTS.en));
    for v in views() {
        let all = super::samples(&v).expect("the samples can be drawn");
        assert!(all.len() > 10, "{}", all.len());
        no_page_shows_a_key(&all, &["proxy-"]);
    }
}
