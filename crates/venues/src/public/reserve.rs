//! Taking a room by oneself: the same steps for the pages and for the API.
use std::sync::Arc;

use jiff::Timestamp;

use super::forms::{Wanted, written};
use super::reads::{self, Here};
use super::who::{Asked, Caller};
use crate::acts::{self, Booked, Booker};
use crate::answers::{self, Receipt};
use crate::rules::{Ask, Refusal, Side, Span, State};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::page::query_value;
use kernel::refusal::{Next, Not};
use kernel::view::{Peer, View};
use stations::Station;

/// Who reserves, and where.
pub struct Asking<'a> {
    pub house: &'a House,
    pub station: &'a Arc<Station>,
    pub v: &'a View,
    pub caller: Caller,
    pub peer: &'a Peer,
}

impl Asking<'_> {
    /// Reserves what is wanted. `once` makes that a repeated request does one thing.
    pub async fn reserve(&self, wanted: Wanted, once: Option<&str>) -> Result<Booked, Not<Refusal>> {
        let ask = full_ask(self.house, self.station, &wanted).await?;
        let (booker, who) = self.booker(&wanted)?;
        let request = (&wanted.offering, ask.from, ask.minutes, ask.group, ask.said);
        let once = once.filter(|key| !key.is_empty()).map(|key| Once::new(key, &who, &request));
        acts::book(self.house, self.station, self.v, (wanted.offering, ask), booker, once).await
    }

    /// Somebody who is not signed in proves a phone; a code to it is counted before it goes out.
    fn booker(&self, wanted: &Wanted) -> Result<(Booker, String), Fault> {
        match (self.caller.person, &wanted.phone) {
            (Some(person), _) => Ok((Booker::Person(person), person.to_string())),
            (None, Some(phone)) => {
                people::count_code(self.house, self.peer, phone)?;
                // Only a keyed hash of the number goes into what is remembered of the request.
                let who = format!("{:?}", self.house.keys.lookup("reservation-once", &phone.e164()));
                Ok((Booker::Stranger(phone.clone()), who))
            }
            (None, None) => Err(Fault::SignInFirst),
        }
    }
}

/// The wish with what it leaves open filled in by the offering: the usual length, the smallest group.
async fn full_ask(house: &House, station: &Arc<Station>, wanted: &Wanted) -> Result<Ask, Not<Refusal>> {
    let (at, slug) = (station.clone(), wanted.offering.clone());
    let offering = house.db.read(move |c| answers::offering(c, &at, &slug)).await?;
    Ok(Ask {
        from: wanted.from,
        minutes: wanted.minutes.unwrap_or(offering.policy.usual),
        group: wanted.group.unwrap_or(offering.policy.smallest_group),
        said: wanted.said,
    })
}

/// The nearest times that work in place of one that was refused; the same start for less time first, if there is one.
pub async fn works_instead(
    house: &House,
    station: &Arc<Station>,
    wanted: &Wanted,
    refusal: &Refusal,
) -> Result<Vec<Span>, Not<Refusal>> {
    let ask = full_ask(house, station, wanted).await?;
    let (h, at, slug, now, refusal) =
        (house.clone(), station.clone(), wanted.offering.clone(), house.now(), refusal.clone());
    house.db.read(move |c| instead(c, &h, &at, &slug, (&ask, &refusal, Side::Oneself(ask.said)), now)).await
}

/// The same for whoever has a connection. Nothing if the refusal is not about the time.
pub fn instead(
    c: &mut Conn,
    house: &House,
    station: &Station,
    slug: &str,
    (ask, refusal, side): (&Ask, &Refusal, Side),
    now: Timestamp,
) -> Result<Vec<Span>, Not<Refusal>> {
    if !is_about_time(refusal) {
        return Ok(vec![]);
    }
    let offering = answers::offering(c, station, slug)?;
    let mut works = answers::nearest(c, house, station, &offering, (ask, side), now)?;
    let short = Ask { minutes: offering.policy.shortest, ..ask.clone() };
    if ask.minutes > short.minutes && works.iter().all(|s| s.from != ask.from) {
        let shorter = answers::nearest(c, house, station, &offering, (&short, side), now)?
            .into_iter()
            .find(|s| s.from == ask.from);
        works.splice(0..0, shorter);
    }
    works.truncate(3);
    Ok(works)
}

fn is_about_time(refusal: &Refusal) -> bool {
    use Refusal::{Closed, EndsBeforeStart, KeptFor, OffGrid, Past, Taken, TooFar, TooLong, TooShort, TooSoon};
    matches!(
        refusal,
        Closed { .. }
            | EndsBeforeStart
            | KeptFor { .. }
            | OffGrid { .. }
            | Past
            | Taken
            | TooFar { .. }
            | TooLong { .. }
            | TooShort { .. }
            | TooSoon { .. }
    )
}

/// Times that work, as links to the booking page with the time chosen.
pub fn nexts(v: &View, station: &Station, slug: &str, works: &[Span]) -> Vec<Next> {
    let when = v.when(&station.zone);
    let next = |span: &Span| Next {
        label: when.day_and_times(span.from, span.until),
        href: format!("{}&minutes={}", at_path(station, slug, span.from), span.minutes()),
    };
    works.iter().map(next).collect()
}

pub fn offering_path(station: &Station, slug: &str) -> String {
    station.path(&format!("/venues/{slug}"))
}

/// The booking page with a start chosen.
pub fn at_path(station: &Station, slug: &str, from: Timestamp) -> String {
    format!("{}?at={}", offering_path(station, slug), query_value(&written(from, &station.zone)))
}

/// Where one stands in line for a start that is taken.
pub fn wait_path(station: &Station, slug: &str, from: Timestamp, minutes: i64) -> String {
    let at = query_value(&written(from, &station.zone));
    format!("{}/wait?at={at}&minutes={minutes}", offering_path(station, slug))
}

/// What is kept for somebody until they answer.
pub fn offer_path(station: &Station, id: crate::ReservationId) -> String {
    station.path(&format!("/offers/{id}"))
}

/// The way into the line, where a time that can be waited for is taken.
pub fn line_up(v: &View, station: &Station, wanted: &Wanted, refusal: &Refusal) -> Option<Next> {
    let minutes = wanted.minutes.map(i64::from);
    let href = wait_path(station, &wanted.offering, wanted.from, minutes.unwrap_or_default());
    (*refusal == Refusal::Taken).then(|| Next { label: v.t("waiting-line-up"), href })
}

/// The game that a reservation belongs to: it has the same id.
pub fn game_path(station: &Station, id: crate::ReservationId) -> String {
    station.path(&format!("/games/{id}"))
}

pub fn reservation_path(station: &Station, id: crate::ReservationId) -> String {
    station.path(&format!("/reservations/{id}"))
}

/// The reservation, if whoever asks may see it.
pub async fn seen(house: &House, asked: &Asked) -> Result<Receipt, Fault> {
    let (here, id, actor) = (Here::new(house, &asked.station), asked.id, asked.actor);
    house.db.read(move |c| reads::receipt_for(c, &here, id, actor)).await
}

/// Moves it. What the wish leaves open stays as it is.
pub async fn move_to(house: &House, asked: &Asked, moving: &Receipt, wanted: &Wanted) -> Result<State, Not<Refusal>> {
    let now = &moving.reservation;
    let ask = Ask {
        from: wanted.from,
        minutes: wanted.minutes.unwrap_or(i32::try_from(now.span.minutes()).unwrap_or(i32::MAX)),
        group: wanted.group.unwrap_or(now.group),
        said: wanted.said.or(now.favoured),
    };
    acts::move_to(house, &asked.station, asked.id, ask, asked.actor).await
}
