//! Every page of a door with an invented room, for the test that draws all pages and for people who look at them.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::view::View;

use super::{Edit, Said};
use crate::answers::Receipt;
use crate::desk::pages::Ctx;
use crate::door::acts::Shown;
use crate::door::answers::{AtDoor, Managed};
use crate::door::rules::NoArrival;
use crate::door::says;
use crate::public::pages::Frame;
use crate::public::pages::samples::{Room, venue};
use crate::rules::{Key, State};

/// Each page with its name.
pub fn samples(v: &View) -> Vec<(String, String)> {
    let Some(room) = Room::new(v.now()) else { return vec![] };
    let f = Frame { v, station: &room.station };
    let (fine, mut problems) = (Problems::default(), Problems::default());
    problems.add("digits", "door-form-digits");
    let door = |mine: Option<Receipt>| AtDoor { venue: venue(), free: room.free(), mine };
    let nothing = || Said { done: None, refused: None, typed: "", problems: &fine };
    let mut all = vec![
        ("door-stranger".to_owned(), super::arrive(f, &door(None), false, &nothing())),
        ("door-nothing".into(), super::arrive(f, &door(None), true, &nothing())),
        (
            "door-problem".into(),
            super::arrive(f, &door(None), false, &Said { typed: "12", problems: &problems, ..nothing() }),
        ),
    ];
    for state in [State::Confirmed, State::CheckedIn, State::Released] {
        let at = door(Some(room.receipt(state)));
        all.push((format!("door-{state:?}"), super::arrive(f, &at, true, &nothing())));
    }
    let inside = room.receipt(State::CheckedIn);
    all.push(("door-digits".into(), super::arrive(f, &door(None), false, &Said { done: Some(&inside), ..nothing() })));
    for refusal in [NoArrival::NothingHere, NoArrival::Several, NoArrival::LetGo { at: v.now() }] {
        let said = says::said(v, &room.station.zone, &refusal);
        let refused = Said { refused: Some((&said, StatusCode::CONFLICT)), ..nothing() };
        all.push((format!("door-no-{refusal:?}"), super::arrive(f, &door(None), false, &refused)));
    }
    let shown = Shown { digits: "482913".into(), opens: room.span };
    all.push(("door-code".into(), super::code(f, room.id, &shown)));
    all.extend(
        super::poster(f, &venue(), "https://yizhan.example/s/sanhe/doors/tables").map(|p| ("door-poster".into(), p)),
    );
    let ctx = Ctx { v, station: &room.station, manager: true };
    for (key, has_key) in [(Key::Open, false), (Key::Code, false), (Key::Code, true)] {
        let managed = Managed {
            venue: crate::rules::Venue { key, ..venue() },
            has_key,
            lock_url: "https://locks.example.org/1".into(),
        };
        let edit = Edit {
            door: &managed,
            lock_url: &managed.lock_url,
            problems: &fine,
            key: has_key.then_some("0123456789abcdef0123456789abcdef01234567"),
            kept: has_key,
            entries: "https://yizhan.example/api/v1/stations/sanhe/doors/tables/entries",
            once: "sample",
        };
        all.push((format!("door-desk-{key:?}-{has_key}"), f.page("door").body(super::body(ctx, &edit))));
    }
    all.into_iter().map(|(name, page)| (name, page.into_string())).collect()
}
