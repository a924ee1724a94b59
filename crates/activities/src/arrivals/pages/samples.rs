//! Every page with invented people, for the test that draws all pages and for people who look at them.
use kernel::fault::Fault;
use kernel::page::Page;
use kernel::refusal::Refusal as _;
use kernel::view::View;
use maud::Markup;

use super::{arrival, door, here, mood, roster, scanned};
use crate::arrivals::answers::Door;
use crate::arrivals::rules::{Mood, NoArrival};
use crate::arrivals::store::Attendance;
use crate::frame::Frame;
use crate::rules::Joining;
use crate::signups::answers::Known;
use crate::signups::pages::invented::{guest, known, offer, sample_mine};
use crate::signups::rules::State;

/// Every page with invented people.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    let at = |hours| known(v, &station, (Joining::SignUp, hours, 4));
    let guests = |known: &Known| (1..=4).map(|n| guest(v, known, (n, State::In))).collect();
    let whole = |name: &str, body: Markup| {
        (name.to_owned(), Page::new(v, name.to_owned()).place(station.place(v)).body(body).into_string())
    };
    let now = at(1);
    let mut d = Door { guests: guests(&now), known: now, walked_in: 3, attendance: None, moods: None };
    let mut all = vec![whole("arrival-door", door(f, &d, "")), whole("arrival-found", door(f, &d, "1234"))];
    all.push(("arrival-roster".into(), roster(f, &d, "https://example.org")?.into_string()));
    d.attendance = Some(Attendance { seats: 5, came: 4, walked_in: 3 });
    all.push(whole("arrival-few-moods", door(f, &d, "")));
    d.moods = Some(Mood::ALL.map(|mood| (mood, 4)).to_vec());
    all.push(whole("arrival-moods", door(f, &d, "")));
    d.guests = vec![];
    all.push(whole("arrival-empty", door(f, &d, "")));
    let refusals = [
        NoArrival::NotNow,
        NoArrival::CalledOff,
        NoArrival::NoPlace(State::GivenBack),
        NoArrival::NotTheirs,
        NoArrival::NotAsked,
    ];
    for (n, no) in refusals.into_iter().enumerate() {
        let said = no.say(v);
        let state = if n == 2 { State::GivenBack } else { State::In };
        let one = guest(v, &d.known, (if n == 0 { 4 } else { 1 }, state));
        all.push(whole(&format!("arrival-scanned-{}", no.code()), scanned(f, (&d.known, &one), Some(&said))));
        let hours = if n < 3 { 1 } else { -3 };
        let mine = sample_mine(v, at(hours), (if n == 4 { 1 } else { 4 }, state));
        all.push((format!("arrival-own-{}", no.code()), arrival(f, &mine, Some(&said)).into_string()));
        all.push((format!("arrival-mood-{}", no.code()), mood(f, &mine, Some(&said)).into_string()));
    }
    for signed_in in [true, false] {
        all.push((format!("arrival-here-{signed_in}"), here(f, &offer(v, at(1), signed_in)).into_string()));
    }
    Ok(all)
}
