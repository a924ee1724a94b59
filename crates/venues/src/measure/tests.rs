//! What whoever counts reads of rooms: how long they were open, whether somebody was seen, and that the house was.
use std::sync::Arc;

use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fact::{self, Fact};
use kernel::fault::Fault;
use kernel::testing::{TestHouse, houses};
use kernel::view::View;
use kernel::words::Lang;
use people::StaffId;
use serde_json::{Value, json};
use stations::{Draft, Station, Taking, WantedRoom};

use super::{count, id_of};
use crate::acts::{self, Actor, Booker, Closing};
use crate::paper::acts::{Line, Other, enter};
use crate::rules::{Ask, LayerKind, Mode, Name, OnPaper, Span};
use crate::testing::{made_station, make_room};
use crate::{ROOMS, ReservationId};

struct Town {
    house: TestHouse,
    station: Arc<Station>,
    clerk: StaffId,
}

/// A time in June 2026 in Sanhe.
fn on(day: i8, hour: i8, minute: i8) -> Timestamp {
    TimeZone::get("Asia/Shanghai").unwrap().to_timestamp(date(2026, 6, day).at(hour, minute, 0, 0)).unwrap()
}

/// A room of two tables, and a hall of two halves of which only the whole can be booked, at nine on the 22nd.
async fn towns() -> Vec<Town> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        house.set_clock(on(22, 9, 0));
        let now = house.now();
        let made = move |c: &mut Conn| {
            let station = made_station(c, now)?;
            make_room(c, station.id, (1, "table"), &[1, 2], &[(1, "table", Mode::AnyOne)])?;
            make_room(c, station.id, (2, "hall"), &[3, 4], &[(2, "hall", Mode::All)])?;
            make_room(c, station.id, (3, "corner"), &[5], &[])?;
            Ok::<_, Fault>(station)
        };
        let station = Arc::new(house.db.write(made).await.unwrap());
        let clerk = StaffId(house.new_id());
        all.push(Town { house, station, clerk });
    }
    all
}

impl Town {
    async fn facts(&self, kind: &'static str) -> Vec<Fact> {
        let (station, days) = (self.station.id, (date(2026, 1, 1), date(2027, 1, 1)));
        self.house.db.read(move |c| fact::between(c, station, kind, days.0, days.1)).await.unwrap()
    }

    /// Whether somebody was seen, of how many units, and for whom.
    async fn told(&self, kind: &'static str) -> Vec<(Value, Value, Value)> {
        let of = |f: Fact| (f.data["seen"].clone(), f.data["units"].clone(), f.data["for"].clone());
        self.facts(kind).await.into_iter().map(of).collect()
    }

    async fn jobs_at(&self, now: Timestamp) {
        self.house.set_clock(now);
        crate::jobs(&self.house).await.unwrap();
    }

    async fn book(&self, from: Timestamp) -> ReservationId {
        let ask = Ask { from, minutes: 60, group: 1, said: None };
        let booker = Booker::Desk { staff: self.clerk, name: Some("罗大爷".into()), phone: None };
        let v = View::plain(&self.house, Lang::Zh);
        acts::book(&self.house, &self.station, &v, ("table".into(), ask), booker, None).await.unwrap().id
    }

    async fn check_in(&self, id: ReservationId) {
        acts::check_in(&self.house, &self.station, id, Actor::Staff(self.clerk)).await.unwrap();
    }

    /// What an activity holds: nobody has to say that they are there.
    async fn held(&self, room: i32, from: Timestamp) -> ReservationId {
        let (h, station, now) = (self.house.house(), self.station.clone(), self.house.now());
        let take = move |c: &mut Conn| {
            let taking = Taking { house: &h, station: &station, now, by: By::Program, called: "书法班" };
            let wanted = WantedRoom { room, from, until: from + SignedDuration::from_hours(1) };
            (ROOMS.take)(c, &taking, wanted)
        };
        ReservationId(self.house.db.write(take).await.unwrap().unwrap())
    }

    async fn enter(&self, from: Timestamp, came: bool, others: Vec<(ReservationId, Other)>) {
        let span = Span::of_minutes(from, 60).unwrap();
        let paper = OnPaper { span, group: None, place: None, came };
        let line = Line { offering: "table".into(), paper, name: None, others, as_note: false };
        enter(&self.house, &self.station, line, self.clerk, None).await.unwrap();
    }
}

#[tokio::test]
async fn each_night_every_room_that_can_be_booked_is_counted_once() {
    for town in towns().await {
        town.jobs_at(on(22, 23, 0)).await;
        assert_eq!(town.facts("venue.open").await, [], "the day is not over");
        let closing = Closing {
            venue: Some(2),
            kind: LayerKind::Closed,
            span: Span::new(on(22, 20, 0), on(23, 8, 0)).unwrap(),
            reason: Name { zh: "打蜡".into(), en: String::new() },
            cancel_hit: false,
        };
        town.house.set_clock(on(22, 10, 0));
        let v = View::plain(&town.house, Lang::Zh);
        acts::close_or_open(&town.house, &town.station, &v, closing, town.clerk, None).await.unwrap();
        for minute in [10, 20] {
            town.jobs_at(on(23, 0, minute)).await;
        }
        town.jobs_at(on(23, 4, 0)).await;
        let facts = town.facts("venue.open").await;
        let open = |until| json!([[on(22, 6, 0), until]]);
        let room = |id: i32, name: &str, minutes: i32, until| json!({ "venue": id, "name_zh": name, "name_en": "", "units": 2, "minutes": minutes, "spans": open(until) });
        assert_eq!(facts.iter().map(|f| (f.on, f.at)).collect::<Vec<_>>(), [(date(2026, 6, 22), on(22, 0, 0)); 2]);
        let mut data: Vec<Value> = facts.into_iter().map(|f| f.data).collect();
        data.sort_by_key(|of| of["venue"].as_i64());
        assert_eq!(data, [room(1, "table", 960, on(22, 22, 0)), room(2, "hall", 840, on(22, 20, 0))]);
        let (h, station) = (town.house.house(), town.station.clone());
        town.house.db.write(move |c| count(c, &h, &station, date(2026, 6, 22))).await.unwrap();
        assert_eq!(town.facts("venue.open").await.len(), 2, "whoever counts it again leaves nothing");
    }
}

#[tokio::test]
async fn what_was_missed_while_the_program_was_off_is_counted_later_and_not_more_than_forty_days() {
    for town in towns().await {
        let days = async || {
            let mut on: Vec<String> = town.facts("venue.open").await.iter().map(|f| f.on.to_string()).collect();
            on.dedup();
            on
        };
        town.jobs_at(on(23, 1, 0)).await;
        town.jobs_at(on(26, 1, 0)).await;
        assert_eq!(days().await, ["2026-06-22", "2026-06-23", "2026-06-24", "2026-06-25"]);
        town.jobs_at(on(26, 1, 0) + SignedDuration::from_hours(24 * 60)).await;
        let all = days().await;
        assert_eq!((all.len(), all[4].as_str(), all[43].as_str()), (44, "2026-07-16", "2026-08-24"));
    }
}

#[tokio::test]
async fn hours_that_are_changed_later_do_not_change_what_was() {
    for town in towns().await {
        town.jobs_at(on(23, 1, 0)).await;
        let (station, now) = (town.station.clone(), town.house.now());
        let changed = move |c: &mut Conn| {
            let draft = Draft {
                name_zh: station.name_zh.clone(),
                name_en: String::new(),
                address: station.address.clone(),
                phone: None,
                at: None,
                zone: station.zone.clone(),
                hours: "Mo-Su 09:00-10:00; Tu off".parse().map_err(Fault::broken)?,
            };
            stations::change_station(c, station.id, &draft, By::Program, now)
        };
        town.house.db.write(changed).await.unwrap();
        town.jobs_at(on(25, 1, 0)).await;
        let minutes = async |venue: i32| {
            let all = town.facts("venue.open").await.into_iter().filter(|f| f.data["venue"] == venue);
            all.map(|f| f.data["minutes"].as_i64().unwrap()).collect::<Vec<_>>()
        };
        // A day on which it was closed is counted too, as one without a minute.
        assert_eq!(minutes(1).await, [960, 0, 60]);
    }
}

#[tokio::test]
async fn whoever_was_seen_and_what_was_only_booked_are_told_apart() {
    for town in towns().await {
        let seen = town.book(on(22, 10, 0)).await;
        town.held(1, on(22, 10, 0)).await;
        town.held(2, on(22, 10, 0)).await;
        town.house.set_clock(on(22, 9, 50));
        town.check_in(seen).await;
        town.jobs_at(on(22, 11, 30)).await;
        let mut used = town.told("venue.used").await;
        used.sort_by_key(|one| (one.0.as_bool(), one.1.as_u64()));
        let told = |seen, units, whose| (json!(seen), json!(units), json!(whose));
        assert_eq!(used, [told(false, 1, "activity"), told(false, 2, "activity"), told(true, 1, "resident")]);
        // Nobody comes to the next, and one is given back: what they would have taken is told all the same.
        town.book(on(22, 12, 0)).await;
        let back = town.held(2, on(22, 12, 0)).await;
        town.jobs_at(on(22, 12, 0) - SignedDuration::from_mins(5)).await;
        acts::cancel(&town.house, &town.station, back, Actor::Staff(town.clerk)).await.unwrap();
        town.jobs_at(on(22, 13, 0)).await;
        assert_eq!(town.told("venue.not-come").await, [told(false, 1, "resident")]);
        assert_eq!(town.told("venue.given-back").await, [told(false, 2, "activity")]);
    }
}

#[tokio::test]
async fn what_takes_a_use_back_says_the_same_of_it() {
    for town in towns().await {
        let (seen, unseen) = (town.book(on(22, 10, 0)).await, town.held(1, on(22, 10, 0)).await);
        town.house.set_clock(on(22, 10, 0));
        town.check_in(seen).await;
        town.jobs_at(on(22, 12, 0)).await;
        for id in [seen, unseen] {
            town.enter(on(22, 10, 0), true, vec![(id, Other::NotCome)]).await;
        }
        let mut not_so = town.told("venue.not-so").await;
        not_so.sort_by_key(|one| one.0.as_bool());
        let told = |seen, whose| (json!(seen), json!(1), json!(whose));
        assert_eq!(not_so, [told(false, "activity"), told(true, "resident")]);
        let used = town.told("venue.used").await;
        let of = |seen: bool| used.iter().filter(|one| one.0 == seen).count();
        assert_eq!((of(true), of(false)), (3, 1), "who stood on paper instead was seen");
        let mut not_come = town.told("venue.not-come").await;
        not_come.sort_by_key(|one| one.2.to_string());
        assert_eq!(not_come, [told(false, "activity"), told(false, "resident")]);
    }
}

#[tokio::test]
async fn whoever_stood_on_paper_was_seen_and_gets_back_what_was_given_up() {
    for town in towns().await {
        let booked = town.book(on(22, 10, 0)).await;
        town.jobs_at(on(22, 12, 0)).await;
        assert_eq!(town.told("venue.not-come").await.len(), 1);
        town.enter(on(22, 10, 0), true, vec![(booked, Other::Same)]).await;
        town.enter(on(22, 11, 30), true, vec![]).await;
        town.jobs_at(on(22, 13, 0)).await;
        let seen = (json!(true), json!(1), json!("resident"));
        assert_eq!(town.told("venue.used").await, [seen.clone(), seen]);
        assert_eq!(town.told("venue.not-so").await, [(json!(false), json!(1), json!("resident"))]);
        assert_eq!(town.facts("door.seen-open").await, [], "what is typed in later says nothing of the door now");
    }
}

#[tokio::test]
async fn that_the_house_was_open_is_seen_once_a_quarter_when_somebody_comes_in() {
    for town in towns().await {
        let (first, second) = (town.book(on(22, 10, 0)).await, town.book(on(22, 10, 0)).await);
        town.house.set_clock(on(22, 10, 2));
        town.check_in(first).await;
        town.check_in(second).await;
        let at = async || town.facts("door.seen-open").await.into_iter().map(|f| f.at).collect::<Vec<_>>();
        assert_eq!(at().await, [on(22, 10, 0)]);
        town.house.set_clock(on(22, 11, 20));
        let ask = Ask { from: on(22, 11, 20), minutes: 30, group: 1, said: None };
        let booker = Booker::Desk { staff: town.clerk, name: None, phone: None };
        let v = View::plain(&town.house, Lang::Zh);
        acts::walk_in(&town.house, &town.station, &v, ("table".into(), ask), booker, None).await.unwrap();
        assert_eq!(at().await, [on(22, 10, 0), on(22, 11, 15)]);
    }
}

#[test]
fn each_room_has_a_key_of_its_own_each_day() {
    let mut keys: Vec<_> = [0, 1, 2, i32::MAX]
        .into_iter()
        .flat_map(|venue| {
            (0..400).map(move |n| id_of(venue, date(2026, 1, 1).saturating_add(jiff::Span::new().days(n))))
        })
        .collect();
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!((keys.len(), all), (1_600, 1_600));
}
