//! The pages with an invented neighbourhood, for the test that draws all pages.
use jiff::{SignedDuration, Timestamp};
use kernel::view::View;
use stations::{Found as Fits, Origin, Point, Station};

use super::{Near, choose, near};
use crate::near::reads::{Activity, Found, Place};
use crate::near::rules::{FARTHEST_KM, Part, Start, USUAL_KM, Wish};
use crate::near::whence::{Choices, Of, Stand};
use crate::public::pages::{sample_look, sample_station};
use crate::rules::{Name, Slot, Span, Who};

/// Each page with its name.
pub fn samples(v: &View) -> Vec<(String, String)> {
    let (Some(station), Some(point)) = (sample_station(v.now()), Point::new(36.42, 102.03)) else { return vec![] };
    let kms = [Some(0.0), Some(3.2), None];
    let places: Vec<Place> = kms.iter().filter_map(|km| place(&station, *km, v.now())).collect();
    let found = Found { looked_at: places.len(), places };
    let full = Found { places: vec![], looked_at: 2 };
    let activity = |word: &str| Activity { word: word.into(), name: Name { zh: "玩".into(), en: "Play".into() } };
    let start = Start::In { on: None, part: Part::Evening };
    let wish = Wish { activity: "table-tennis".into(), start, minutes: Some(90), within: USUAL_KM };
    let later =
        Wish { start: Start::From(v.now() + SignedDuration::from_hours(30)), within: FARTHEST_KM, ..wish.clone() };
    let morning =
        Wish { start: Start::In { on: None, part: Part::Morning }, activity: "x".into(), within: 3, ..wish.clone() };
    let known = Stand { origin: Origin::at(point), of: Of::Division(station.division.clone()) };
    let here = Stand { of: Of::Here(point), ..known.clone() };
    let draw = |stand: &Stand, wish: &Wish, found: &Found| {
        let activities = vec![activity("table-tennis"), activity("x")];
        near(v, &Near { stand: stand.clone(), wish: wish.clone(), activities, found: found.clone() })
    };
    let nothing = |within| {
        let wish = Wish { activity: String::new(), within, ..wish.clone() };
        near(v, &Near { stand: known.clone(), wish, activities: vec![], found: Found::default() })
    };
    let fits = Fits { divisions: vec![station.division.clone()], more: true, ..Fits::default() };
    let choices = |text: &str, found: Fits, stations| Choices { text: text.into(), found, stations };
    let all = [
        ("near", draw(&known, &wish, &found)),
        ("near-here", draw(&here, &later, &found)),
        ("near-full", draw(&known, &later, &full)),
        ("near-none", draw(&here, &morning, &Found::default())),
        ("near-nothing", nothing(USUAL_KM)),
        ("near-nothing-at-all", nothing(FARTHEST_KM)),
        ("near-where", choose(v, &wish, &choices("", Fits::default(), vec![station.clone()]))),
        ("near-which", choose(v, &wish, &choices("三合", fits, vec![]))),
        ("near-no-such", choose(v, &wish, &choices("三河", Fits::default(), vec![]))),
    ];
    all.into_iter().map(|(name, page)| (name.to_owned(), page.into_string())).collect()
}

/// Near by one books, farther off people just come.
fn place(station: &Station, km: Option<f64>, now: Timestamp) -> Option<Place> {
    let span = Span::of_minutes(now + SignedDuration::from_mins(30), 60)?;
    let day = sample_look(now)?.day;
    let mut offering = day.offering;
    offering.policy.who = if km.is_some_and(|km| km > 1.0) { Who::WalkInOnly } else { Who::Anyone };
    Some(Place { station: station.clone(), km, venue: day.venue, offering, slot: Slot { span, free: 1, of: 2 } })
}
