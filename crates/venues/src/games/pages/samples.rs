//! Every page with invented people, for the test that draws all pages and for people who look at them.
use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use kernel::db::types::Id;
use kernel::form::Problems;
use kernel::refusal::Refusal as _;
use kernel::view::View;
use people::PersonId;

use super::game::Tried;
use super::{Post, Times};
use crate::games::acts::Apart;
use crate::games::answers::{OpenGame, Seen};
use crate::games::forms::{PlaceForm, PostForm, SpareForm};
use crate::games::reads::{Page, Posting};
use crate::games::rules::{self, Band, Entry, Level, NoGame, Row, Stands, Weekly};
use crate::games::store::{Block, Game, Seat, Spare};
use crate::public::pages::{Frame, sample_look, sample_station};
use crate::public::reads::Look;
use crate::{ReservationId, rules::Span};

/// Each page with its name.
pub fn samples(v: &View) -> Vec<(String, String)> {
    let Some((station, look)) = sample_station(v.now()).zip(sample_look(v.now())) else { return vec![] };
    let f = Frame { v, station: &station };
    let Some(room) = Room::new(look, v.now()) else { return vec![] };
    let open = room.game(Stands::Open, None);
    let hosts = vec![(open.venue.clone(), open.offering.clone())];
    let mut all = vec![
        ("list".to_owned(), super::list(f, std::slice::from_ref(&open), Some(room.me))),
        ("list-none".into(), super::list(f, &[], None)),
        ("choose".into(), super::choose(f, &hosts)),
        ("hall".into(), super::hall(f, &[open.clone(), room.game(Stands::Open, Some(Band::From13))])),
        ("hall-none".into(), super::hall(f, &[])),
        ("home".into(), f.page("home").body(super::home(f, std::slice::from_ref(&open)).unwrap_or_default())),
        ("mine".into(), f.page("mine").body(super::mine(f, &[open]))),
        ("apart".into(), super::apart(f, &[room.apart()])),
        ("apart-none".into(), super::apart(f, &[])),
    ];
    for stands in [Stands::Open, Stands::Filled, Stands::Unfilled, Stands::CalledOff, Stands::Over] {
        for (name, viewer) in
            [("in", Some(room.me)), ("own", Some(room.poster)), ("out", Some(room.other)), ("nobody", None)]
        {
            all.push((
                format!("game-{stands:?}-{name}"),
                super::game(f, &room.page(stands, viewer, false), room.tried(None)),
            ));
        }
    }
    let kept_out = room.page(Stands::Open, Some(room.other), true);
    all.push(("game-kept-out".into(), super::game(f, &kept_out, room.tried(None))));
    let said = NoGame::NotOpen.say(v);
    let refused = Some((&said, StatusCode::CONFLICT));
    all.push((
        "game-refused".into(),
        super::game(f, &room.page(Stands::Filled, Some(room.other), false), room.tried(refused)),
    ));
    for signed_in in [true, false] {
        let post = room.post(refused.filter(|_| signed_in), signed_in);
        all.push((format!("post-{signed_in}"), super::post(f, &post)));
    }
    let mine = [(room.spare(), vec![room.span]), (room.spare(), vec![])];
    let times = Times {
        mine: &mine,
        hosts: &hosts,
        form: &room.spare_form,
        problems: &room.fine,
        status: None,
        once: "sample",
    };
    all.push(("spare".into(), super::times(f, &times)));
    all.into_iter().map(|(name, page)| (name, page.into_string())).collect()
}

/// A game in an invented room, and who is in it.
struct Room {
    posting: Posting,
    span: Span,
    id: Id,
    poster: PersonId,
    me: PersonId,
    other: PersonId,
    now: Timestamp,
    fine: Problems,
    place_form: PlaceForm,
    post_form: PostForm,
    spare_form: SpareForm,
}

impl Room {
    fn new(look: Look, now: Timestamp) -> Option<Room> {
        let id = |n: u8| format!("00000000-0000-7000-8000-0000000000{n:02}").parse::<Id>().ok();
        Some(Room {
            span: Span::of_minutes(now + SignedDuration::from_hours(3), 60)?,
            id: id(1)?,
            poster: PersonId(id(2)?),
            me: PersonId(id(3)?),
            other: PersonId(id(4)?),
            now,
            posting: Posting { look, unnamed: true },
            fine: Problems::default(),
            place_form: PlaceForm::default(),
            post_form: PostForm::default(),
            spare_form: SpareForm::default(),
        })
    }

    fn game(&self, stands: Stands, band: Option<Band>) -> OpenGame {
        let look = &self.posting.look;
        let row = if stands == Stands::Filled { Row::Filled } else { stands.row() };
        let seat = |person, entry, name: &str| Seen {
            seat: Seat { id: self.id, game: ReservationId(self.id), person, name_sealed: None, entry, left_at: None },
            shown: rules::shown(name),
        };
        let child = |band| Entry::Child { band, along: true };
        OpenGame {
            game: Game {
                id: ReservationId(self.id),
                offering: 1,
                venue: 1,
                poster: Some(self.poster),
                span: self.span,
                row,
                wanted: 4,
                band,
                level: Some(Level::ForFun),
                note: "带了新球".into(),
                reason: if stands == Stands::CalledOff { "换地板".into() } else { String::new() },
                made_at: self.now,
            },
            stands,
            venue: look.venue().clone(),
            offering: look.offering().clone(),
            seats: vec![
                seat(Some(self.poster), band.map_or(Entry::Oneself, child), "马先生"),
                seat(Some(self.me), band.map_or(Entry::Oneself, child), "罗生贵"),
                seat(None, Entry::Guest, ""),
            ],
        }
    }

    fn page(&self, stands: Stands, viewer: Option<PersonId>, kept_out: bool) -> Page {
        let others = vec![self.game(Stands::Open, None)];
        Page { game: self.game(stands, None), viewer, kept_out, unnamed: true, others }
    }

    fn tried<'a>(&'a self, refused: Option<(&'a kernel::refusal::Said, StatusCode)>) -> Tried<'a> {
        Tried { form: &self.place_form, problems: &self.fine, refused, once: "sample" }
    }

    fn post<'a>(&'a self, refused: Option<(&'a kernel::refusal::Said, StatusCode)>, signed_in: bool) -> Post<'a> {
        Post {
            posting: &self.posting,
            form: &self.post_form,
            problems: &self.fine,
            refused,
            all_times: false,
            once: "sample",
            signed_in,
        }
    }

    fn spare(&self) -> Spare {
        let ends_on = jiff::civil::date(2030, 1, 1);
        let weekly = Weekly { weekday: 2, from: 18 * 60, until: 22 * 60, ends_on };
        let station = kernel::db::types::StationId(99_000_000_101);
        Spare { id: self.id, station, person: self.me, activity: "chess".into(), weekly }
    }

    fn apart(&self) -> Apart {
        let station = kernel::db::types::StationId(99_000_000_101);
        let block =
            Block { id: self.id, station, game: ReservationId(self.id), shown_sealed: vec![], made_at: self.now };
        Apart { block, shown: "马先生".into() }
    }
}
