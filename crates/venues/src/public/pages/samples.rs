//! Every page with an invented room, for the test that draws all pages and for people who look at them.
use std::sync::Arc;

use almanac::hours::Hours;
use axum::http::StatusCode;
use jiff::tz::{TimeZone, offset};
use jiff::{SignedDuration, Timestamp};
use kernel::db::types::{Id, StationId};
use kernel::form::Problems;
use kernel::view::View;
use stations::{Division, Station};

use super::{Booking, Frame, Held};
use crate::answers::{DayOf, FreeNow, Receipt};
use crate::public::forms::ReservationForm;
use crate::public::reads::{Card, DayChip, Look, Week};
use crate::rules::{
    Atom, Favoured, Key, Kind, Layer, LayerKind, Mode, Name, Offering, Policy, Priority, Refusal, Slot, Source, Span,
    State, Takes, Unit, Venue, Who,
};
use crate::store::Reservation;
use crate::{ReservationId, says};

/// Each page with its name.
pub fn samples(v: &View) -> Vec<(String, String)> {
    let Some(room) = Room::new(v.now()) else { return vec![] };
    let f = Frame { v, station: &room.station };
    let mut all = vec![
        ("overview".into(), super::overview(f, &room.free(), None)),
        ("overview-unknown".into(), super::overview(f, &room.free(), Some(&room.said(v, &room.unknown())))),
        ("overview-none".into(), super::overview(f, &[], None)),
        ("week".into(), super::week(f, &room.offering, &room.week())),
    ];
    for who in [Who::Anyone, Who::StaffOnly, Who::WalkInOnly] {
        all.push((format!("booking-{who:?}"), super::booking(f, &room.booking(&room.look(who), None, None))));
    }
    let look = room.look(Who::Anyone);
    let said = room.said(v, &Refusal::Taken);
    let refused = (&said, &[room.span][..], StatusCode::CONFLICT);
    all.push(("booking-taken".into(), super::booking(f, &room.booking(&look, Some(refused), None))));
    let moving = Some((room.id, room.span));
    all.push(("booking-moving".into(), super::booking(f, &room.booking(&look, None, moving))));
    for state in STATES {
        all.push((format!("receipt-{state:?}"), super::receipt(f, &room.receipt(state), None, None, "sample")));
    }
    for (name, body) in crate::series::pages::samples(f.series(), &room.receipt(State::Confirmed)) {
        all.push((name, f.page("series").body(body)));
    }
    let held = room.receipt(State::Held);
    let fine = Problems::default();
    let phone = "13800005521".parse().ok();
    let page = Held { receipt: &held, phone: phone.as_ref(), typed: "", problems: &fine, status: None };
    all.push(("code".into(), super::code(f, &page)));
    all.push(("code-too-late".into(), super::too_late(f, &room.receipt(State::Expired))));
    let mine = STATES.map(|state| room.receipt(state));
    all.push(("mine".into(), f.page("mine").body(super::mine(f, &[], &mine).unwrap_or_default())));
    all.push(("home".into(), f.page("home").body(super::home(f, &room.free()).unwrap_or_default())));
    all.into_iter().map(|(name, page)| (name, page.into_string())).collect()
}

/// The invented station, for the samples of other groups.
pub fn sample_station(now: Timestamp) -> Option<Station> {
    Room::new(now).map(|room| room.station)
}

/// An invented room on an invented evening, for the samples of other groups.
pub fn sample_look(now: Timestamp) -> Option<Look> {
    Room::new(now).map(|room| room.look(Who::Anyone))
}

const STATES: [State; 7] = [
    State::Held,
    State::Confirmed,
    State::CheckedIn,
    State::Completed,
    State::Expired,
    State::Cancelled,
    State::Released,
];

/// Two tables in an invented town, and an hour that somebody has there.
pub struct Room {
    pub station: Station,
    venue: Venue,
    offering: Offering,
    pub atoms: Vec<Atom>,
    pub span: Span,
    pub id: ReservationId,
    layer: Layer,
    pub now: Timestamp,
}

fn name(zh: &str, en: &str) -> Name {
    Name { zh: zh.into(), en: en.into() }
}

impl Room {
    pub fn new(now: Timestamp) -> Option<Room> {
        let hours = Arc::new(Hours::parse("Mo-Su 06:00-22:00").ok()?);
        let id: Id = "00000000-0000-7000-8000-000000000000".parse().ok()?;
        let [county, city, province] = ["样县", "样市", "样省"].map(str::to_owned);
        let division = Division { code: 990_000_001, name: "样镇".into(), county, city, province };
        let station = Station {
            id: StationId(99_000_000_101),
            slug: "sample".into(),
            name_zh: "样镇共享驿站".into(),
            name_en: "Sample station".into(),
            division,
            address: "样镇政府院内".into(),
            phone: Some("0972-000 0000".into()),
            lat: None,
            lon: None,
            zone: TimeZone::fixed(offset(8)),
            hours,
        };
        let span = Span::of_minutes(now + SignedDuration::from_mins(10), 60)?;
        let layer = Layer { id, venue: None, kind: LayerKind::Closed, span, reason: name("交流会", "fair") };
        let atom = |id, zh: &str| Atom { id, venue: 1, name: name(zh, ""), units: 1 };
        Some(Room {
            station,
            venue: venue(),
            offering: offering(),
            atoms: vec![atom(1, "1 号台"), atom(2, "2 号台")],
            span,
            id: ReservationId(id),
            layer,
            now,
        })
    }

    fn unknown(&self) -> Refusal {
        Refusal::UnknownOffering { asked: "x".into(), known: vec![self.offering.slug.clone()] }
    }

    pub fn said(&self, v: &View, refusal: &Refusal) -> kernel::refusal::Said {
        says::said(v, &self.station.zone, refusal)
    }

    fn slot(&self, free: i32) -> Slot {
        Slot { span: self.span, free, of: 2 }
    }

    /// Free; full, free later; closed for a reason; not open yet; not open at all.
    pub fn free(&self) -> Vec<FreeNow> {
        let free = FreeNow {
            venue: self.venue.clone(),
            offering: self.offering.clone(),
            now: Some(self.slot(1)),
            next: Some(self.span),
            opens_at: None,
            closed_for: None,
        };
        let shut = FreeNow { now: None, next: None, ..free.clone() };
        vec![
            FreeNow { now: Some(self.slot(0)), ..free.clone() },
            FreeNow { closed_for: Some(self.layer.clone()), ..shut.clone() },
            FreeNow { opens_at: Some(self.span.from), ..shut.clone() },
            shut,
            free,
        ]
    }

    fn day(&self) -> DayOf {
        DayOf {
            on: self.now.to_zoned_datetime(self.station.zone.clone()).date(),
            venue: self.venue.clone(),
            offering: self.offering.clone(),
            atoms: self.atoms.clone(),
            open: vec![self.span],
            slots: vec![self.slot(1)],
            minutes: 60,
            layers: vec![self.layer.clone()],
            priorities: vec![self.priority()],
        }
    }

    /// The next two hours.
    fn priority(&self) -> Priority {
        let until = self.span.until + SignedDuration::from_hours(1);
        let reason = name("老年人上午场", "Elderly mornings");
        let spans = vec![Span { from: self.span.from, until }];
        Priority { spans, whom: Favoured::Elderly, reason, to_all: 5 }
    }

    fn week(&self) -> Week {
        let closed = DayOf { slots: vec![], open: vec![], ..self.day() };
        let full = DayOf { slots: vec![self.slot(0)], layers: vec![], ..self.day() };
        Week { last_day: self.day().on, days: vec![self.day(), closed, full] }
    }

    pub fn look(&self, who: Who) -> Look {
        let mut day = self.day();
        day.offering.policy.who = who;
        let cards = vec![
            Card { slot: self.slot(1), enough: true, first: Some(Favoured::Elderly) },
            Card { slot: self.slot(0), enough: true, first: None },
            Card { slot: self.slot(1), enough: false, first: None },
        ];
        let days = vec![
            DayChip { on: day.on, shut: None },
            DayChip { on: day.on, shut: Some(Some(self.layer.reason.clone())) },
        ];
        let last_day = day.on.saturating_add(jiff::Span::new().days(7));
        Look { last_day, day, cards, days, chosen: Some(self.span), elsewhere: true }
    }

    fn booking<'a>(
        &self,
        look: &'a Look,
        refused: Option<(&'a kernel::refusal::Said, &'a [Span], StatusCode)>,
        moving: Option<(ReservationId, Span)>,
    ) -> Booking<'a> {
        static NOTHING: std::sync::LazyLock<(ReservationForm, Problems)> = std::sync::LazyLock::new(Default::default);
        let (form, problems) = &*NOTHING;
        Booking { look, form, problems, refused, ask_phone: true, moving, all_times: false, once: "sample" }
    }

    pub fn receipt(&self, state: State) -> Receipt {
        let reservation = Reservation {
            id: self.id,
            offering: 1,
            venue: 1,
            person: None,
            guest_sealed: None,
            span: self.span,
            group: 1,
            state,
            awaits: false,
            lapses_at: Some(self.span.from),
            grace: Some(15),
            source: Source::Public,
            made_at: self.now,
            changed_at: self.now,
            sequence: 0,
            code: None,
            favoured: None,
            seen: matches!(state, State::CheckedIn | State::Completed),
        };
        Receipt {
            reservation,
            state,
            venue: self.venue.clone(),
            offering: self.offering.clone(),
            atoms: self.atoms.clone(),
            units: vec![Unit { atom: 2, unit: 1 }],
        }
    }
}

pub fn venue() -> Venue {
    Venue {
        id: 1,
        slug: "tables".into(),
        name: name("乒乓球室", "Table tennis"),
        kind: Kind::TableTennis,
        owner: 1,
        hours: None,
        note: name("一楼东侧", "Ground floor"),
        key: Key::Code,
        place_in_list: 1,
        version: 1,
    }
}

pub fn offering() -> Offering {
    Offering {
        id: 1,
        venue: 1,
        slug: "table".into(),
        name: name("乒乓球台", "A table"),
        activity: "table-tennis".into(),
        mode: Mode::AnyOne,
        takes: Takes::Whole,
        atoms: vec![1, 2],
        policy: Policy { approval: true, cancel_until: 30, ..Policy::default() },
        version: 1,
    }
}
