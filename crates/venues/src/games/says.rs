//! What games say on all pages and in messages: refusals in words, who is in, how one stands.
use axum::http::StatusCode;
use jiff::tz::{TimeZone, offset};
use kernel::page;
use kernel::refusal::{Next, Refusal as Refuses, Said};
use kernel::view::View;
use kernel::words::When;

use super::answers::{OpenGame, Seen};
use super::rules::{Band, Entry, Level, NoGame, Shown, Stands, Title};
use crate::public::reserve::game_path;
use crate::says as rooms;
use stations::Station;

/// 马先生; 马 where the name says no title; 一位街坊 where there is no name.
pub fn player(v: &View, shown: Option<&Shown>) -> String {
    let Some(shown) = shown else { return v.t("games-somebody") };
    let key = match shown.title {
        Some(Title::Mr) => "games-mr",
        Some(Title::Ms) => "games-ms",
        None => return shown.surname.clone(),
    };
    v.ta(key, &[("surname", shown.surname.as_str().into())])
}

/// The same with what a place is besides: a child of 13 to 15; with a parent.
pub fn seat(v: &View, seen: &Seen) -> String {
    let name = player(v, seen.shown.as_ref());
    match seen.seat.entry {
        Entry::Child { band, along } => {
            let key = if along { "games-child-along" } else { "games-child" };
            v.ta(key, &[("name", name.into()), ("band", band_word(v, band).into())])
        }
        Entry::Oneself | Entry::Guest => name,
    }
}

/// Everybody who is in: 马先生、罗.
pub fn players(v: &View, game: &OpenGame) -> String {
    let names: Vec<String> = game.taken().map(|s| player(v, s.shown.as_ref())).collect();
    names.join(&v.t("venues-and"))
}

pub fn band_word(v: &View, band: Band) -> String {
    v.t(&format!("games-band-{}", band.name()))
}

pub fn level_word(v: &View, level: Level) -> String {
    v.t(&format!("games-level-{}", level.name()))
}

/// 缺 1 人.
pub fn missing(v: &View, n: i32) -> String {
    v.ta("games-missing", &[("n", n.into())])
}

/// How a game stands: for those who are in it in full, for all others only whether one can join.
pub fn stands(v: &View, game: &OpenGame, is_in: bool, kept_out: bool) -> (page::Kind, String) {
    match game.stands {
        Stands::Open if !kept_out => (page::Kind::Away, missing(v, game.left())),
        Stands::Filled if is_in => (page::Kind::Ok, v.t("games-stands-filled")),
        stands if is_in => (page::Kind::Shut, v.t(&format!("games-stands-{}", stands.name()))),
        _ => (page::Kind::Shut, v.t("games-stands-closed")),
    }
}

/// What one should know of a game beside when and who: 新手 · 13–15 岁.
pub fn about(v: &View, game: &OpenGame) -> Vec<String> {
    let band = game.game.band.map(|b| v.ta("games-for-band", &[("band", band_word(v, b).into())]));
    band.into_iter().chain(game.game.level.map(|l| level_word(v, l))).collect()
}

impl Refuses for NoGame {
    fn code(&self) -> &'static str {
        match self {
            NoGame::Room(room) => room.code(),
            NoGame::NotForGames => "not-for-games",
            NoGame::NotOpen => "game-not-open",
            NoGame::Elsewhere => "in-another-game",
            NoGame::WithGuardian => "with-guardian",
            NoGame::ForMinors { .. } => "for-minors",
            NoGame::OtherAges { .. } => "other-ages",
            NoGame::ForAdults => "for-adults",
            NoGame::FewerLeft { .. } => "fewer-left",
            NoGame::Party { .. } => "party-size",
            NoGame::TooLateToLeave { .. } => "too-late-to-leave",
            NoGame::OwnGame => "own-game",
            NoGame::TooFew { .. } => "too-few",
            NoGame::NotNow => "game-not-now",
            NoGame::EnoughTimes { .. } => "enough-times",
        }
    }

    /// Where no station is at hand: in the one zone of mainland China. Pages and the API of a station use [`said`].
    fn say(&self, v: &View) -> Said {
        said(v, &TimeZone::fixed(offset(8)), self, vec![])
    }

    fn status(&self) -> StatusCode {
        match self {
            NoGame::Room(room) => room.status(),
            _ => StatusCode::CONFLICT,
        }
    }
}

/// A refusal in words, with what works instead.
pub fn said(v: &View, zone: &TimeZone, refusal: &NoGame, next: Vec<Next>) -> Said {
    let said = match refusal {
        NoGame::Room(room) => rooms::said(v, zone, room),
        other => Said::only(words(v, &v.when(zone), other)),
    };
    Said { what: said.what, next: next.into_iter().chain(said.next).collect() }
}

fn words(v: &View, when: &When, refusal: &NoGame) -> String {
    let key = format!("games-no-{}", refusal.code());
    match refusal {
        NoGame::ForMinors { band } | NoGame::OtherAges { band } => v.ta(&key, &[("band", band_word(v, *band).into())]),
        NoGame::FewerLeft { left } => v.ta(&key, &[("n", (*left).into())]),
        NoGame::Party { from, to } => v.ta(&key, &[("from", (*from).into()), ("to", (*to).into())]),
        NoGame::TooLateToLeave { until } => v.ta(&key, &[("at", rooms::at(when, *until).into())]),
        NoGame::TooFew { least } => v.ta(&key, &[("n", (*least).into())]),
        NoGame::EnoughTimes { most } => v.ta(&key, &[("n", (*most).into())]),
        _ => v.t(&key),
    }
}

/// Other games that one can join, as links: what goes with a game that is full.
pub fn nexts(v: &View, station: &Station, open: &[OpenGame], most: usize) -> Vec<Next> {
    let when = v.when(&station.zone);
    let next = |g: &OpenGame| Next {
        label: format!("{} {}", rooms::span(&when, &g.game.span), rooms::name(v, &g.offering.name)),
        href: game_path(station, g.game.id),
    };
    open.iter().take(most).map(next).collect()
}
