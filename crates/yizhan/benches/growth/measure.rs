//! The four questions, asked of one country one after the other.
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use jiff::SignedDuration;
use jiff::civil::date;
use kernel::view::View;
use kernel::words::Lang;
use people::StaffId;
use stations::{Origin, Point, Station};
use tower::ServiceExt;
use venues::acts::{self, Booker};
use venues::answers;
use venues::near::find;
use venues::near::rules::{Part, Start, USUAL_KM, Wish};
use venues::rules::Ask;

use super::country::{Dice, Size, crowded, fill};
use super::ground::Ground;

pub struct Country {
    pub size: Size,
    ground: Ground,
    slugs: Vec<String>,
    web: Router,
    dice: Dice,
    /// Hours that have been booked: each booking takes the next.
    booked: i64,
}

/// How long each of several answers took, in milliseconds.
#[derive(Debug, Clone, Default)]
pub struct Took(pub Vec<f64>);

impl Took {
    pub fn percent(&self, percent: usize) -> f64 {
        let mut all = self.0.clone();
        all.sort_by(f64::total_cmp);
        all[(all.len() * percent / 100).min(all.len() - 1)]
    }
}

impl Country {
    pub fn new(ground: Ground, size: Size, bar: &indicatif::ProgressBar) -> Country {
        let slugs = fill(&ground, size, bar);
        let web = yizhan::app::router(ground.house.clone(), None).expect("a router");
        Country { size, ground, slugs, web, dice: Dice(7), booked: 0 }
    }

    /// One station of the country, another each time.
    fn slug(&mut self) -> String {
        let n = (self.dice.roll() * self.slugs.len() as f64) as usize;
        self.slugs[n.min(self.slugs.len() - 1)].clone()
    }

    async fn station(&mut self) -> Arc<Station> {
        let slug = self.slug();
        stations::station(&self.ground.house, &slug).await.expect("a station")
    }

    /// Durable bookings by one clerk, from a week ahead on, of hours that nobody has.
    pub async fn bookings(&mut self, count: usize) -> Took {
        let mut took = Took::default();
        for _ in 0..count {
            let station = self.station().await;
            let house = &self.ground.house;
            let (day, hour) = (7 + self.booked / 14 % 300, 7 + self.booked % 14);
            self.booked += 1;
            let first = station.zone.to_timestamp(date(2026, 6, 24).at(0, 0, 0, 0)).expect("a time");
            let ask =
                Ask { from: first + SignedDuration::from_hours(day * 24 + hour), minutes: 60, group: 1, said: None };
            let desk = Booker::Desk { staff: StaffId(house.new_id()), name: None, phone: None };
            let v = View::plain(house, Lang::Zh);
            let began = Instant::now();
            acts::book(house, &station, &v, ("table-tennis".into(), ask), desk, None).await.expect("booked");
            took.0.push(began.elapsed().as_secs_f64() * 1e3);
        }
        took
    }

    /// What is taken at the first table this evening.
    pub async fn agendas(&mut self, count: usize) -> Took {
        let mut took = Took::default();
        for _ in 0..count {
            let (station, house) = (self.station().await, self.ground.house.clone());
            let now = house.now();
            let read = move |c: &mut kernel::db::Conn| answers::claimed(c, &station, &[11], date(2026, 6, 24), now);
            let began = Instant::now();
            let found = house.db.read(read).await.expect("read");
            took.0.push(began.elapsed().as_secs_f64() * 1e3);
            assert!(!found.is_empty(), "every station's first table is taken this evening");
        }
        took
    }

    /// Home pages, through all layers of the program but the network.
    pub async fn homes(&mut self, count: usize) -> Took {
        let mut took = Took::default();
        for _ in 0..count {
            let request = Request::get(format!("/s/{}", self.slug())).body(Body::empty()).expect("a request");
            let web = self.web.clone();
            let began = Instant::now();
            let answer = web.oneshot(request).await.expect("an answer");
            let status = answer.status();
            answer.into_body().collect().await.expect("a whole page");
            took.0.push(began.elapsed().as_secs_f64() * 1e3);
            assert_eq!(status, StatusCode::OK);
        }
        took
    }

    /// Three stations of four have no table left this evening.
    pub fn crowd(&self) {
        crowded(&mut self.ground.connection(), self.ground.engine).expect("the tables are taken");
    }

    /// A free table tonight near a point; also how many stations were looked at and how many places found, on average.
    pub async fn searches(&mut self, count: usize) -> (Took, f64, f64) {
        let (mut took, mut looked_at, mut places) = (Took::default(), 0, 0);
        for n in 0..count {
            let (lat, lon) = self.dice.place();
            let from = Origin::at(Point::new(lat, lon).expect("a point"));
            let within = if n % 4 == 0 { 50 } else { USUAL_KM };
            let start = Start::In { on: None, part: Part::Evening };
            let wish = Wish { activity: "table-tennis".into(), start, minutes: None, within };
            let (house, now) = (self.ground.house.clone(), self.ground.house.now());
            let h = house.clone();
            let began = Instant::now();
            let found = house.db.snapshot(move |c| find(c, &h, from, &wish, now)).await.expect("found");
            took.0.push(began.elapsed().as_secs_f64() * 1e3);
            looked_at += found.looked_at;
            places += found.places.len();
        }
        (took, looked_at as f64 / count as f64, places as f64 / count as f64)
    }
}
