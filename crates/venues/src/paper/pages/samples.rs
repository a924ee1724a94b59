//! The group's pages with an invented room, for the test that draws all pages and for people who look at them.
use kernel::form::Problems;
use kernel::page::Page;
use kernel::view::View;

use super::{Entered, Wrong};
use crate::desk::pages::Ctx;
use crate::desk::seen::{Guest, Seen};
use crate::paper::acts::Became;
use crate::paper::answers::{Clash, DayList, Lately, Noted, RoomList};
use crate::paper::forms::{OutageForm, Row};
use crate::paper::rules::{Outage, of_offering};
use crate::paper::store::Note;
use crate::public::pages::samples::{self as sample, Room};
use crate::rules::{OnPaper, State};
use crate::store::Catalogue;

/// Each page with its name.
pub fn samples(v: &View) -> Vec<(String, String)> {
    let Some(room) = Room::new(v.now()) else { return vec![] };
    let ctx = Ctx { v, station: &room.station, manager: true };
    let page = |body| Page::new(v, v.t("paper-title")).body(body).into_string();
    let mut all = vec![];
    for (name, rooms) in [("paper-list", 1), ("paper-list-all", 2), ("paper-list-none", 0)] {
        if let Ok(sheet) = super::sheet(ctx, &list(v, &room, rooms), "https://sanhe.example/s/sample/desk/today") {
            all.push((name.to_owned(), sheet.into_string()));
        }
    }
    let lately = lately(&room);
    let fresh = || String::from("sample");
    let (kept, wrong) = (kept(&room), wrong(v, &room));
    let outage = OutageForm::default();
    let mut problems = Problems::default();
    let fine = problems.clone();
    problems.add("until", "paper-form-not-over");
    for (name, kept, wrong, problems) in [
        ("paper", &[][..], &[][..], &fine),
        ("paper-again", &kept, &wrong, &fine),
        ("paper-outage", &[], &[], &problems),
    ] {
        let on = v.when(&room.station.zone).today();
        let entered = Entered { on, kept, wrong, fresh: &fresh, outage: &outage, problems };
        all.push((name.to_owned(), page(super::body(ctx, &entered, &lately))));
    }
    all
}

fn seen(room: &Room, state: State) -> Seen {
    let guest = Guest { name: Some("罗大爷".into()), phone: "13800005521".parse().ok() };
    Seen { receipt: room.receipt(state), guest, series: None }
}

fn list(v: &View, room: &Room, rooms: i32) -> DayList {
    let one = |n| {
        let offering = sample::offering();
        let states = [State::Completed, State::CheckedIn, State::Confirmed, State::Held];
        let all = if n > 0 { states.map(|state| seen(room, state)).to_vec() } else { vec![] };
        let open = if n > 0 { vec![room.span] } else { vec![] };
        RoomList { venue: sample::venue(), open, places: of_offering(&offering, &room.atoms), all }
    };
    DayList { on: v.when(&room.station.zone).today(), rooms: (0..rooms).map(one).collect(), change: 18 }
}

fn lately(room: &Room) -> Lately {
    let catalogue =
        Catalogue { venues: vec![sample::venue()], atoms: room.atoms.clone(), offerings: vec![sample::offering()] };
    let paper = |came| OnPaper { span: room.span, group: Some(2), place: None, came };
    let note = |came, name: Option<&str>| Noted {
        note: Note { id: room.id.0, offering: 1, paper: paper(came), guest_sealed: None, made_at: room.now },
        name: name.map(str::to_owned),
    };
    Lately {
        catalogue,
        outages: vec![Outage { id: room.id.0, span: room.span }],
        notes: vec![note(true, Some("罗大爷")), note(false, None)],
    }
}

fn kept(room: &Room) -> [Became; 3] {
    let (id, state) = (room.id, State::Completed);
    [Became::Entered { id, state }, Became::Theirs { id, state }, Became::Noted { id: id.0 }]
}

fn wrong(v: &View, room: &Room) -> [Wrong; 2] {
    let mut problems = Problems::default();
    problems.add("from", "paper-form-clock");
    let row = Row { place: "table-tennis/1".into(), from: "14".into(), until: "1500".into(), ..Row::default() };
    let clash = Clash {
        offering: sample::offering(),
        in_the_way: vec![seen(room, State::Confirmed)],
        free: room.atoms.clone(),
    };
    let said = room.said(v, &crate::rules::Refusal::Taken).what;
    [
        Wrong { row: Row { from: "x".into(), ..row.clone() }, problems, said: None, clash: None },
        Wrong { row, problems: Problems::default(), said: Some(said), clash: Some(clash) },
    ]
}
