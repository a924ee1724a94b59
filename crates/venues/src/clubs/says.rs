//! What clubs say on all pages: refusals in words, how many are in, how one comes in.
use axum::http::StatusCode;
use jiff::tz::{TimeZone, offset};
use kernel::page::Kind;
use kernel::refusal::{Refusal as Refuses, Said};
use kernel::view::View;

use super::answers::{Named, Seen};
use super::rules::{Entry, NoClub, shown_count};
use super::store::Club;
use crate::ClubId;
use crate::games::says as games;
use crate::rules::{Offering, Span};
use crate::says as rooms;
use stations::Station;

pub fn clubs_path(station: &Station) -> String {
    station.path("/clubs")
}

pub fn club_path(station: &Station, id: ClubId) -> String {
    station.path(&format!("/clubs/{id}"))
}

/// What it is called in public.
pub fn name(v: &View, club: &Club, hidden: bool) -> String {
    if hidden { v.t("clubs-hidden-name") } else { club.name.clone() }
}

/// 12 人; below ten only 几位.
pub fn members(v: &View, n: usize) -> String {
    match shown_count(n) {
        Some(n) => v.ta("clubs-members-n", &[("n", n.into())]),
        None => v.t("clubs-members-few"),
    }
}

/// How one comes in, and how that looks.
pub fn joining(v: &View, club: &Club) -> (Kind, String) {
    match (club.closed_at.is_some(), club.leader.is_some(), club.opens) {
        (true, ..) => (Kind::Shut, v.t("clubs-closed")),
        (false, _, true) => (Kind::Ok, v.t("clubs-opens")),
        (false, true, false) => (Kind::Away, v.t("clubs-asks")),
        (false, false, false) => (Kind::Away, v.t("clubs-waits")),
    }
}

/// 周六 15:00–16:30 · 棋桌
pub fn meeting(v: &View, station: &Station, span: &Span, offering: &Offering) -> String {
    let when = v.when(&station.zone);
    format!("{} · {}", rooms::span(&when, span), rooms::name(v, &offering.name))
}

/// 马女士; what stands there while nobody leads.
pub fn leader(v: &View, seen: &Seen) -> String {
    match (&seen.club.leader, &seen.leader) {
        (None, _) => v.t("clubs-no-leader-yet"),
        (Some(_), shown) => games::player(v, shown.as_ref()),
    }
}

/// 罗生贵; 豆豆（孩子，13 岁以下）
pub fn member(v: &View, named: &Named) -> String {
    let name = named.name.clone().unwrap_or_else(|| v.t("clubs-somebody"));
    match named.member.entry {
        Entry::Oneself => name,
        Entry::Child(band) => {
            let band = games::band_word(v, band);
            v.ta("games-child", &[("name", name.into()), ("band", band.into())])
        }
    }
}

impl Refuses for NoClub {
    fn code(&self) -> &'static str {
        match self {
            NoClub::Room(room) => room.code(),
            NoClub::Closed => "club-closed",
            NoClub::NameTaken => "club-name-taken",
            NoClub::EnoughClubs { .. } => "enough-clubs",
            NoClub::Full { .. } => "club-full",
            NoClub::EnoughChildren { .. } => "enough-children-in-club",
            NoClub::Leads => "leads-club",
            NoClub::NoLeader => "cannot-lead-club",
            NoClub::NotAsked => "not-asked-to-lead",
            NoClub::EnoughNotices { .. } => "enough-notices",
            NoClub::EnoughMeetings { .. } => "enough-meetings",
            NoClub::Hidden => "club-hidden",
            NoClub::SameStaff => "same-staff",
            NoClub::NotHidden => "club-not-hidden",
        }
    }

    /// Where no station is at hand: in the one zone of mainland China. Pages and the API of a station use [`said`].
    fn say(&self, v: &View) -> Said {
        said(v, &TimeZone::fixed(offset(8)), self)
    }

    fn status(&self) -> StatusCode {
        match self {
            NoClub::Room(room) => room.status(),
            _ => StatusCode::CONFLICT,
        }
    }
}

/// A refusal in words.
pub fn said(v: &View, zone: &TimeZone, refusal: &NoClub) -> Said {
    let key = format!("clubs-no-{}", refusal.code());
    let words = match refusal {
        NoClub::Room(room) => return rooms::said(v, zone, room),
        NoClub::EnoughClubs { most }
        | NoClub::Full { most }
        | NoClub::EnoughChildren { most }
        | NoClub::EnoughMeetings { most } => v.ta(&key, &[("n", (*most).into())]),
        NoClub::EnoughNotices { most, from } => {
            let at = rooms::at(&v.when(zone), *from);
            v.ta(&key, &[("n", (*most).into()), ("at", at.into())])
        }
        _ => v.t(&key),
    };
    Said::only(words)
}
