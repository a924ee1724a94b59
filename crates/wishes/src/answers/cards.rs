//! Cards, as everybody sees them.
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::places::Places;
use super::types::{Card, Filter, Seen};
use crate::WishId;
use crate::rules::{Band, Kind, State, Wish, days_left, stands};
use crate::store::wishes;

/// So many are looked through for another card.
const LOOKED_THROUGH: i64 = 500;

pub(super) fn today(house: &House, station: &Station) -> Date {
    house.now().to_zoned_datetime(station.zone.clone()).date()
}

/// How it stands for everybody; nothing where it is not there for them.
pub(super) fn seen(state: State) -> Option<Seen> {
    match state {
        State::Open => Some(Seen::Open),
        taken if taken.is_taken() => Some(Seen::Taken),
        State::Fulfilled => Some(Seen::Fulfilled),
        _ => None,
    }
}

/// A village is said only while it helps somebody to decide.
fn to_card(wish: &Wish, state: Seen, places: &Places) -> Card {
    let open = state == Seen::Open;
    Card {
        id: wish.id,
        kind: wish.draft.kind,
        item: wish.draft.item.as_str().to_owned(),
        band: wish.draft.band,
        village: open.then(|| places.shown(wish)).flatten(),
        days_left: if open { days_left(wish.ends_on, places.today) } else { 0 },
        state,
    }
}

/// Up to `most` wishes that wait for somebody, the newest first, after the one `before` in the same list; from the start if that is not
/// there any more.
pub fn pool(
    c: &mut Conn,
    house: &House,
    station: &Station,
    filter: Filter,
    before: Option<WishId>,
    most: usize,
) -> Result<Vec<Card>, Fault> {
    let before = match before {
        Some(id) => cursor(c, house, station, id)?,
        None => None,
    };
    let (today, most) = (today(house, station), i64::try_from(most).unwrap_or(i64::MAX));
    let all = wishes::open(c, station.id, (filter.kind, filter.band, today), before, most)?;
    let places = Places::of(c, station, today)?;
    Ok(all.iter().map(|wish| to_card(wish, Seen::Open, &places)).collect())
}

/// Where a wish stands in the list. One that not everybody may see now stands nowhere, as one that there is not.
fn cursor(
    c: &mut Conn,
    house: &House,
    station: &Station,
    id: WishId,
) -> Result<Option<(jiff::Timestamp, WishId)>, Fault> {
    match wishes::by_id(c, station.id, id) {
        Err(Fault::NotFound) => Ok(None),
        found => {
            let wish = found?;
            let public = seen(stands(&wish, today(house, station))).and(wish.public_at);
            Ok(public.map(|at| (at, id)))
        }
    }
}

/// How many wait for somebody.
pub fn how_many(c: &mut Conn, house: &House, station: &Station) -> Result<i64, Fault> {
    wishes::count_open(c, station.id, today(house, station))
}

/// One wish. What nobody but staff may know of is [`Fault::NotFound`].
pub fn card(c: &mut Conn, house: &House, station: &Station, id: WishId) -> Result<Card, Fault> {
    let wish = wishes::by_id(c, station.id, id)?;
    let today = today(house, station);
    let state = seen(stands(&wish, today)).ok_or(Fault::NotFound)?;
    let places = Places::of(c, station, today)?;
    Ok(to_card(&wish, state, &places))
}

/// Another wish for whoever came too late, like the one that they wanted if there is one: of those, what has waited longest.
pub fn another(
    c: &mut Conn,
    house: &House,
    station: &Station,
    not: &[WishId],
    (kind, band): (Option<Kind>, Option<Band>),
) -> Result<Option<Card>, Fault> {
    let today = today(house, station);
    let all = wishes::open(c, station.id, (None, None, today), None, LOOKED_THROUGH)?;
    let unlike = |wish: &Wish| {
        let same_kind = kind.is_none_or(|kind| kind == wish.draft.kind);
        let same_band = band.is_none_or(|band| band == wish.draft.band);
        (!same_kind, !same_band)
    };
    // The list begins with the newest, and the first of the least is taken.
    let best = all.iter().rev().filter(|wish| !not.contains(&wish.id)).min_by_key(|wish| unlike(wish));
    let Some(best) = best else { return Ok(None) };
    let places = Places::of(c, station, today)?;
    Ok(Some(to_card(best, Seen::Open, &places)))
}

/// A card of a wish that somebody has.
pub(super) fn taken_card(wish: &Wish) -> Card {
    Card {
        id: wish.id,
        kind: wish.draft.kind,
        item: wish.draft.item.as_str().to_owned(),
        band: wish.draft.band,
        village: None,
        days_left: 0,
        state: seen(wish.state).unwrap_or(Seen::Taken),
    }
}
