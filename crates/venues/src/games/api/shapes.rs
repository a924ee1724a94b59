//! What the API says about open games. Times are RFC 3339 with the station's offset. Strangers read surnames only.
use kernel::api::Wrong;
use kernel::db::types::Id;
use kernel::refusal::{Next, Not};
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::ReservationId;
use crate::games::answers::{OpenGame, Seen};
use crate::games::rules::{Band, Level, NoGame, Stands};
use crate::games::says;
use crate::public::forms::written;
use crate::public::reserve::game_path;

/// An open game.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Game)]
pub struct GameShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: ReservationId,
    pub offering: String,
    pub activity: String,
    pub venue: String,
    #[schema(format = DateTime)]
    pub from: String,
    #[schema(format = DateTime)]
    pub until: String,
    /// To those who are not in it: `open`, or null when it cannot be joined.
    pub state: Option<Stands>,
    /// Places in all and how many are left; only while one can join, or for those who are in it.
    pub places: Option<i32>,
    pub left: Option<i32>,
    /// A game of minors.
    pub band: Option<Band>,
    pub level: Option<Level>,
    pub note: Option<String>,
    /// Surnames of those who are in it.
    pub who: Vec<PlayerShape>,
    /// The page of it.
    pub page: String,
}

/// Somebody at the table.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GamePlayer)]
pub struct PlayerShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: Id,
    /// 马先生; a surname only where no title is known.
    #[schema(example = "马先生")]
    pub shown: String,
    /// The age band of a child.
    pub band: Option<Band>,
    /// 2 where a guardian plays along.
    pub seats: i32,
}

impl PlayerShape {
    fn of(v: &View, seen: &Seen) -> PlayerShape {
        PlayerShape {
            id: seen.seat.id,
            shown: says::player(v, seen.shown.as_ref()),
            band: seen.seat.entry.band(),
            seats: seen.seat.entry.seats(),
        }
    }
}

impl GameShape {
    /// `in_full`: whoever asks is in it, or can join it.
    pub fn of(v: &View, station: &Station, g: &OpenGame, in_full: bool) -> GameShape {
        let full = |n: i32| in_full.then_some(n);
        GameShape {
            id: g.game.id,
            offering: g.offering.slug.clone(),
            activity: g.offering.activity.clone(),
            venue: g.venue.slug.clone(),
            from: written(g.game.span.from, &station.zone),
            until: written(g.game.span.until, &station.zone),
            state: in_full.then_some(g.stands),
            places: full(g.game.wanted),
            left: full(g.left()),
            band: g.game.band,
            level: g.game.level,
            note: in_full.then(|| g.game.note.clone()).filter(|n| !n.is_empty()),
            who: g.taken().filter(|_| in_full).map(|s| PlayerShape::of(v, s)).collect(),
            page: game_path(station, g.game.id),
        }
    }
}

/// How a game stands after a step.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GameStood)]
pub struct Stood {
    #[schema(value_type = String, format = Uuid)]
    pub id: ReservationId,
    pub state: Stands,
}

/// A refusal or a fault, said in the station's time, with other games that one can join.
pub fn refused(v: &View, station: &Station, not: Not<NoGame>, next: Vec<Next>) -> Wrong {
    Wrong::said(not, |refusal| says::said(v, &station.zone, refusal, next))
}
