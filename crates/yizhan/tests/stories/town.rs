//! Sanhe as a story needs it: the real router on a database of its own, and people who walk up to it.
use std::sync::{Arc, Mutex};

use axum::Router;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use kernel::clock::{Clock, Rehearsal};
use kernel::db::types::StationId;
use kernel::db::{Conn, Engine};
use kernel::house::House;
use kernel::outbox::{self, Channel, Message};
use kernel::words::Lang;
use yizhan::township::sanhe::{PASSWORD, SLUG, ZONE};
use yizhan::township::{self, Files};
use yizhan::{app, jobs, slices};

use crate::ground::{self, EVENING, Ground};
use crate::person::Person;

pub struct Town {
    pub house: House,
    pub station: StationId,
    pub web: Router,
    hand: Rehearsal,
    ground: Ground,
    phone: Arc<Phone>,
}

/// Tells the story in one town per engine, and looks afterwards whether each is in order.
pub async fn each(story: impl AsyncFn(&Town)) {
    for ground in ground::copies().await {
        let town = Town::on(ground).await;
        story(&town).await;
        town.in_order().await;
    }
}

/// Takes what is sent, as the phones of the town would.
#[derive(Default)]
struct Phone(Mutex<Vec<Message>>);

impl Channel for Phone {
    fn send(&self, message: &Message) -> Result<(), String> {
        self.0.lock().map_err(|e| e.to_string())?.push(message.clone());
        Ok(())
    }
}

impl Town {
    async fn on(ground: Ground) -> Town {
        let (clock, hand) = Clock::by_hand(EVENING.parse().expect("an instant"));
        let house = ground::house(&ground.url(), clock);
        let web = app::router(house.clone(), Some(hand.clone())).expect("the routes join");
        let station = stations::station(&house, SLUG).await.expect("the township is there").id;
        Town { house, station, web, hand, ground, phone: Arc::default() }
    }

    pub fn engine(&self) -> Engine {
        self.house.db.engine()
    }

    pub fn url(&self) -> String {
        self.ground.url()
    }

    /// `2026-06-25T08:00` in Sanhe.
    fn at(wall: &str) -> Timestamp {
        let zone = TimeZone::get(ZONE).expect("the zone is known");
        app::instant(wall, &zone).expect("a time")
    }

    /// A wall time of Sanhe.
    pub fn set_clock(&self, wall: &str) {
        self.hand.move_to(Town::at(wall));
    }

    /// Lets time pass, and what time decides be written down.
    pub async fn wait(&self, time: SignedDuration) {
        self.hand.move_to(self.house.now() + time);
        jobs::once(&self.house).await.expect("the periodic work is done");
    }

    /// Somebody whom nobody knows, with a browser.
    pub fn visitor(&self) -> Person<'_> {
        Person::new(self)
    }

    /// The machine in the hall that draws numbers, opened by the link of a rehearsal.
    pub async fn kiosk(&self) -> Person<'_> {
        let kiosk = self.visitor();
        kiosk.get("/s/sanhe/kiosk/open/rehearsal").await.leads_to();
        kiosk
    }

    /// Somebody of `people.csv`, signed in with a code that came by SMS.
    pub async fn resident(&self, name: &str) -> Person<'_> {
        let sanhe = township::read(&Files::sanhe()).expect("the fixtures are well-formed");
        let found = sanhe.people.iter().find(|p| p.name.as_str() == name);
        let phone = found.unwrap_or_else(|| panic!("people.csv has no {name}")).phone.full().to_owned();
        let person = self.visitor();
        let sent = person.post("/sign-in", &[("phone", &phone), ("then", "/me")]).await;
        let digits = self.code_sent_to(&phone).await;
        person.post(&sent.leads_to(), &[("digits", &digits), ("then", "/me")]).await.leads_to();
        person
    }

    /// Somebody of `staff.csv`, signed in with the password.
    pub async fn staff(&self, login: &str) -> Person<'_> {
        let person = self.visitor();
        person.post("/staff/sign-in", &[("login", login), ("password", PASSWORD)]).await.leads_to();
        person
    }

    /// All messages, newest first.
    pub async fn messages(&self) -> Vec<Message> {
        let house = self.house.clone();
        let everywhere = self.house.db.read(move |c| {
            let mut all = vec![];
            for station in stations::all(c)?.into_iter().map(|s| s.id).chain([StationId(0)]) {
                all.extend(outbox::newest(c, &house, station, 100)?);
            }
            Ok::<_, kernel::fault::Fault>(all)
        });
        let mut all = everywhere.await.expect("the outbox is readable");
        all.sort_by_key(|m| std::cmp::Reverse(m.id));
        all
    }

    /// The six digits of the newest code that went to `phone`.
    pub async fn code_sent_to(&self, phone: &str) -> String {
        let messages = self.messages().await;
        let sent = messages.iter().find(|m| m.kind == "code" && m.to.ends_with(phone));
        let text = &sent.unwrap_or_else(|| panic!("no code went to {phone}")).text;
        let digits = text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6);
        digits.unwrap_or_else(|| panic!("no six digits in “{text}”")).to_owned()
    }

    /// The end of every story: no work is left over, no message undelivered, no invariant broken, and all that was done has words.
    async fn in_order(&self) {
        jobs::once(&self.house).await.expect("the periodic work is done");
        let before = self.events().await;
        jobs::once(&self.house).await.expect("the periodic work is done again");
        assert_eq!(before, self.events().await, "periodic work was left over");
        while outbox::deliver(&self.house, self.phone.clone()).await.expect("messages go out") > 0 {}
        let h = self.house.clone();
        let left = self.house.db.write(move |c| outbox::take_due(c, &h, 10)).await.expect("the outbox is readable");
        assert_eq!(left, vec![], "messages were left over");
        self.changes_have_words().await;
        let mut c = Conn::open(&self.url()).expect("the database opens");
        for check in slices::checks() {
            let broken = (check.run)(&mut c).expect("the check runs");
            assert!(broken.is_empty(), "{} on {:?}: {broken:#?}", check.name, self.engine());
        }
    }

    async fn changes_have_words(&self) {
        let station = self.station;
        let all = self.house.db.read(move |c| kernel::event::latest(c, station, i64::MAX, 10_000));
        for event in all.await.expect("the events are readable") {
            let said = |lang| self.house.words.knows(lang, &event.text());
            assert!(said(Lang::Zh) && said(Lang::En), "no words for “{}”", event.kind);
        }
    }

    async fn events(&self) -> i64 {
        let station = self.station;
        let newest = self.house.db.read(move |c| kernel::event::latest(c, station, i64::MAX, 1));
        newest.await.expect("the events are readable").first().map_or(0, |e| e.change)
    }
}
