//! What the pages show, gathered in one read each.
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::answers::{self, OpenGame};
use super::rules::{self, NoGame};
use crate::ReservationId;
use crate::public::forms::Wish;
use crate::public::reads::{self, Here, Look};
use crate::rules::{Offering, Span, Venue};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

/// A game for somebody who looks at it.
#[derive(Debug, Clone)]
pub struct Page {
    pub game: OpenGame,
    pub viewer: Option<PersonId>,
    /// They keep away from somebody in it: to them it is a game that takes nobody.
    pub kept_out: bool,
    /// The viewer never said what they are called.
    pub unnamed: bool,
    /// Others that they may join.
    pub others: Vec<OpenGame>,
}

impl Page {
    pub fn is_in(&self) -> bool {
        self.viewer.is_some_and(|p| self.game.is_in(p))
    }

    pub fn is_own(&self) -> bool {
        self.viewer.is_some() && self.game.game.poster == self.viewer
    }
}

pub async fn page(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    viewer: Option<PersonId>,
) -> Result<Page, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let game = answers::game(c, &h, &station, id, now)?;
        let kept_out = answers::is_kept_out(c, &game, viewer)?;
        let mut others = answers::open(c, &h, &station, viewer, now)?;
        others.retain(|g| g.game.id != id && !viewer.is_some_and(|p| g.is_in(p)));
        Ok(Page { game, viewer, kept_out, unnamed: unnamed(c, &h, viewer)?, others })
    };
    house.db.snapshot(read).await
}

fn unnamed(c: &mut Conn, house: &House, viewer: Option<PersonId>) -> Result<bool, Fault> {
    match viewer {
        Some(person) => Ok(people::name_of(c, house, person)?.is_none()),
        None => Ok(false),
    }
}

/// Open games that the viewer may join or is in.
pub async fn open(house: &House, station: &Arc<Station>, viewer: Option<PersonId>) -> Result<Vec<OpenGame>, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    house.db.snapshot(move |c| answers::open(c, &h, &station, viewer, now)).await
}

/// Rooms in which people find each other.
pub async fn hosts(house: &House, station: &Arc<Station>) -> Result<Vec<(Venue, Offering)>, Fault> {
    let station = station.clone();
    let read = move |c: &mut Conn| {
        let catalogue = crate::answers::catalogue(c, &station)?;
        let hosts = catalogue.offerings.iter().filter(|o| rules::hosts_games(o));
        let with_venue = hosts.filter_map(|o| Some((catalogue.venue(o.venue)?.clone(), o.clone())));
        Ok::<_, Fault>(with_venue.collect())
    };
    house.db.read(read).await
}

/// What the posting page is made of.
#[derive(Debug, Clone)]
pub struct Posting {
    pub look: Look,
    pub unnamed: bool,
}

/// Half an hour ahead: a game is filled a quarter of an hour before it starts, and somebody has to find it first.
const AHEAD: SignedDuration = SignedDuration::from_mins(30);

pub async fn posting(
    house: &House,
    station: &Arc<Station>,
    (slug, wish): (String, Wish),
    viewer: Option<PersonId>,
) -> Result<Posting, Not<NoGame>> {
    let (here, h) = (Here::new(house, station), house.clone());
    let read = move |c: &mut Conn| {
        let mut look = look(c, &here, &slug, &wish)?;
        // Too late for anybody to find a game today: tomorrow at this hour.
        if look.chosen.is_none() && wish.on.is_none() && wish.at.is_none() {
            let tomorrow = here.today().saturating_add(jiff::Span::new().days(1));
            look = self::look(c, &here, &slug, &Wish { on: Some(tomorrow), ..wish.clone() })?;
        }
        Ok::<_, Not<NoGame>>(Posting { look, unnamed: unnamed(c, &h, viewer)? })
    };
    house.db.snapshot(read).await
}

fn look(c: &mut Conn, here: &Here, slug: &str, wish: &Wish) -> Result<Look, Not<NoGame>> {
    match reads::look(c, here, slug, wish) {
        Ok(look) => Ok(early_enough(look, wish.at, here.now)),
        Err(Not::Refused(r)) => Err(NoGame::Room(r).into()),
        Err(Not::Fault(f)) => Err(f.into()),
    }
}

/// Without the starts that come too soon for anybody to find the game.
fn early_enough(mut look: Look, wanted: Option<Timestamp>, now: Timestamp) -> Look {
    look.cards.retain(|card| card.slot.free > 0 && card.slot.span.from >= now + AHEAD);
    let wanted = wanted.or(look.chosen.map(|s| s.from)).unwrap_or(now);
    let near = |s: &Span| ((s.from - wanted).abs(), s.from);
    look.chosen = look.cards.iter().filter(|card| card.enough).map(|card| card.slot.span).min_by_key(near);
    look
}
