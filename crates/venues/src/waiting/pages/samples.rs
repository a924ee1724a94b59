//! The slice's pages of waiting with an invented room, for the test that draws all pages and for people who look at them.
use axum::http::StatusCode;
use kernel::form::Problems;
use kernel::view::View;

use super::{Asking, Reader};
use crate::offers::{InLine, Kept, Offer, Wait, WaitState};
use crate::public::pages::Frame;
use crate::public::pages::samples::{self as sample, Room};
use crate::rules::{Refusal, Source, State, Who};
use crate::waiting::forms::WaitForm;
use crate::waiting::line::Made;

/// Each page with its name.
pub fn samples(v: &View) -> Vec<(String, String)> {
    let Some(room) = Room::new(v.now()) else { return vec![] };
    let f = Frame { v, station: &room.station };
    let mut all = vec![];
    let look = room.look(Who::Anyone);
    for (name, problems) in [("wait", Problems::default()), ("wait-not-full", not_full(v, &room))] {
        let status = if problems.none() { StatusCode::OK } else { StatusCode::CONFLICT };
        let form = WaitForm::default();
        let at = room.span.from;
        let asking = Asking { look: &look, at, form: &form, problems: &problems, status, once: "sample" };
        all.push((name.to_owned(), super::ask(f, &asking)));
    }
    for state in STATES {
        all.push((format!("place-{}", state.name()), super::place(f, &in_line(&room, state))));
    }
    for (name, state) in
        [("open", State::Held), ("yes", State::Confirmed), ("late", State::Expired), ("no", State::Cancelled)]
    {
        for reader in [Reader::Theirs, Reader::Link] {
            let made = Made { offer: offer(&room, state), lost: Some(room.receipt(State::Cancelled)), phone: phone() };
            all.push((format!("offer-{name}-{reader:?}"), super::offer(f, &made, reader, None)));
        }
    }
    let mine = super::mine(f, &[in_line(&room, WaitState::Waiting)], &[offer(&room, State::Held)]).unwrap_or_default();
    all.push(("mine-waiting".into(), f.page("mine").body(mine)));
    let hint = super::hint(f, &[offer(&room, State::Held)]).unwrap_or_default();
    all.push(("home-hint".into(), f.page("home").body(hint)));
    all.into_iter().map(|(name, page)| (name, page.into_string())).collect()
}

const STATES: [WaitState; 6] =
    [WaitState::Waiting, WaitState::Offered, WaitState::Taken, WaitState::Stopped, WaitState::Passed, WaitState::Over];

fn phone() -> Option<people::Phone> {
    "13800005521".parse().ok()
}

fn not_full(v: &View, room: &Room) -> Problems {
    Problems::about_the_whole(room.said(v, &Refusal::NotFull))
}

fn offer(room: &Room, state: State) -> Offer {
    let mut receipt = room.receipt(state);
    receipt.reservation.source = Source::Offer;
    let until_at = room.span.from;
    let reservation = receipt.reservation.id;
    let kept = Kept { reservation, wait: None, instead_of: None, asks: true, until_at, remind_at: None };
    Offer { kept, receipt }
}

fn in_line(room: &Room, state: WaitState) -> InLine {
    let offer = offer(room, State::Held);
    let wait = Wait {
        id: crate::WaitId(room.id.0),
        offering: 1,
        venue: 1,
        person: None,
        guest_sealed: None,
        earliest: room.span.from,
        latest: room.span.until,
        minutes: 60,
        group: 1,
        by_staff: false,
        state,
        asked_at: room.now,
        reservation: Some(room.id),
    };
    let (offering, venue) = (sample::offering(), sample::venue());
    InLine { wait, state, ahead: 2, offering, venue, offer: (state == WaitState::Offered).then_some(offer) }
}
