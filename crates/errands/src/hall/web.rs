//! The addresses of the hall: its screen, the tablets beside doors, the kiosk, slips, and the news that all of them follow.
use std::sync::Arc;

use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::live::{self, Bound};
use kernel::once::Once;
use kernel::page::HtmlPage;
use kernel::refusal::{Not, Refusal as _};
use kernel::view::{Peer, View};
use serde::Deserialize;
use stations::{At, Leaf, OnToday, Station, WhatIsOn};

use super::assets::Voice;
use super::pages::{Frame, door, kiosk, screen, slip};
use super::reads::{self, Hall};
use crate::TicketId;
use crate::acts::{self, Actor, Holder, Own};
use crate::answers;
use crate::kiosk::{AtKiosk, open as kiosk_open};
use crate::rules::{Drawing, Number, OfficialId, Priority, Refusal, State as Stands, Way};
use crate::says;

/// Streams of one address: a hall with its screens and tablets, and everybody who waits there behind one address.
const OF_ADDRESS: u32 = 500;

/// `at_posts` knows who stands at a duty post now.
pub fn routes(at_posts: WhatIsOn) -> Router<House> {
    Router::new()
        .route("/s/{slug}/hall", get(the_screen))
        .route("/s/{slug}/hall/live", get(news))
        .route("/s/{slug}/hall/officials/{id}", get(the_door))
        .route("/s/{slug}/kiosk", get(start))
        .route("/s/{slug}/kiosk/open/{secret}", get(kiosk_open))
        .route("/s/{slug}/kiosk/priority", get(ask))
        .route("/s/{slug}/kiosk/tickets", post(draw))
        .route("/s/{slug}/kiosk/tickets/{id}", get(drawn))
        .route("/s/{slug}/kiosk/here", get(here).post(arrive))
        .route("/s/{slug}/tickets/{id}/slip", get(print))
        .merge(super::assets::routes())
        .layer(Extension(AtPosts(at_posts)))
}

/// Who stands at a duty post now: `duty` is built on this group, so it hands that down.
#[derive(Clone, Copy)]
struct AtPosts(WhatIsOn);

/// What other slices know of today, handed in by the program that joins them: `Router::layer(Extension(…))`.
#[derive(Clone, Default)]
pub struct OnTheScreen(pub Arc<[WhatIsOn]>);

/// What other slices let people do at the machine in the hall, likewise.
#[derive(Clone, Default)]
pub struct AtTheMachine(pub Arc<[Leaf]>);

/// One request at a screen.
struct Here {
    house: House,
    v: View,
    station: Arc<Station>,
    on: OnTheScreen,
    posts: Option<AtPosts>,
}

impl axum::extract::FromRequestParts<House> for Here {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut axum::http::request::Parts, house: &House) -> Result<Here, Fault> {
        let At { station } = At::from_request_parts(parts, house).await?;
        let here = parts.uri.path_and_query().map_or("/", |p| p.as_str()).to_owned();
        let on = parts.extensions.get::<OnTheScreen>().cloned().unwrap_or_default();
        let posts = parts.extensions.get::<AtPosts>().copied();
        Ok(Here { v: View::of(house, &parts.headers, here), house: house.clone(), station, on, posts })
    }
}

impl Here {
    async fn hall(&self) -> Result<Hall, Fault> {
        let (station, now) = (self.station.clone(), self.house.now());
        self.house.db.snapshot(move |c| reads::hall(c, &station, now)).await
    }

    /// What is on today, and who stands at duty posts.
    async fn on_today(&self) -> (Vec<OnToday>, Vec<OnToday>) {
        let mut on = vec![];
        for ask in self.on.0.iter() {
            on.extend(self.said(*ask).await);
        }
        let posts = match self.posts {
            Some(AtPosts(ask)) => self.said(ask).await,
            None => vec![],
        };
        (on, posts)
    }

    /// A screen that cannot say it still calls people.
    async fn said(&self, ask: WhatIsOn) -> Vec<OnToday> {
        match ask(self.house.clone(), self.v.clone(), self.station.clone()).await {
            Ok(said) => said,
            Err(fault) => {
                tracing::error!(%fault, "the screen does not say what is on");
                vec![]
            }
        }
    }

    fn lunar(&self) -> Option<String> {
        stations::lunar(&self.v, answers::wall(&self.station, self.house.now()).date())
    }

    fn news(&self) -> String {
        self.station.path("/hall/live")
    }

    fn address(&self, below: &str) -> String {
        format!("{}{}", self.house.settings.public_url, self.station.path(below))
    }

    fn framed<T>(&self, draw: impl FnOnce(Frame<'_>) -> T) -> T {
        let place = self.station.place(&self.v);
        draw(Frame { v: &self.v, place: &place, zone: &self.station.zone })
    }
}

async fn the_screen(here: Here) -> Result<HtmlPage, Fault> {
    let hall = here.hall().await?;
    let voice = Voice::of(&here.house);
    let shown = hall.screen(&here.v, here.lunar(), here.on_today().await);
    Ok(here.framed(|f| screen::page(f, &voice, &shown, here.news(), hall.seen)))
}

async fn the_door(here: Here, Path((_, id)): Path<(String, OfficialId)>) -> Result<HtmlPage, Fault> {
    let hall = here.hall().await?;
    let about = (here.lunar(), here.address("/officials"));
    let shown = hall.door(&here.v, id, about).ok_or(Fault::NotFound)?;
    here.framed(|f| door::page(f, &shown, here.news(), hall.seen))
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    once: Option<String>,
}

/// The number of the station's last change and nothing else: whoever hears a new one asks for the page again.
async fn news(
    State(house): State<House>,
    At { station }: At,
    peer: Peer,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    if asked.once.is_some() {
        let id = station.id;
        return Ok(live::number(house.db.read(move |c| event::last(c, id)).await?));
    }
    // A proxy on this machine that is not named as one would make everybody one address.
    let bounds = match peer.0.is_loopback() {
        true => vec![],
        false => vec![Bound { of: house.keys.lookup("peer", &peer.0.to_string()), most: OF_ADDRESS }],
    };
    live::stream(&house, station.id, &bounds).await
}

async fn start(_: AtKiosk, here: Here, more: Option<Extension<AtTheMachine>>) -> Result<HtmlPage, Fault> {
    let hall = here.hall().await?;
    let more = more.map(|Extension(AtTheMachine(leaves))| leaves).unwrap_or_default();
    let more = more.iter().map(|leaf| (*leaf, here.station.path(leaf.path)));
    let keys = hall.keys(&here.house, &here.station, &here.v, here.house.now())?;
    let shown = kiosk::Start {
        lunar: here.lunar(),
        keys,
        path: here.station.path("/kiosk"),
        then: here.station.path("/kiosk/priority"),
        here: here.station.path("/kiosk/here"),
        rate: here.station.path("/kiosk/rating"),
        more: more.collect(),
    };
    Ok(here.framed(|f| kiosk::start(f, &shown)))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Chosen {
    line: String,
    priority: String,
    once: String,
}

async fn ask(_: AtKiosk, here: Here, Query(chosen): Query<Chosen>) -> Result<HtmlPage, Fault> {
    let hall = here.hall().await?;
    let line = hall.board.lines.iter().find(|l| l.slug == chosen.line).ok_or(Fault::NotFound)?;
    let shown = kiosk::Ask {
        value: line.slug.clone(),
        name: says::name(&here.v, &line.name).to_owned(),
        draw: here.station.path("/kiosk/tickets"),
        once: here.house.new_id().to_string(),
        back: here.station.path("/kiosk"),
    };
    Ok(here.framed(|f| kiosk::ask(f, &shown)))
}

async fn draw(_: AtKiosk, here: Here, Form(chosen): Form<Chosen>) -> Result<Response, Fault> {
    let hall = here.hall().await?;
    let line = hall.board.lines.iter().find(|l| l.slug == chosen.line).ok_or(Fault::NotFound)?;
    let priority = Priority::ALL.into_iter().find(|p| p.name() == chosen.priority).unwrap_or_default();
    let drawing = Drawing { line: Some(line.id), priority, on_site: true, ..Drawing::default() };
    let once = (!chosen.once.is_empty()).then(|| Once::new(&chosen.once, "kiosk", &drawing));
    match acts::draw(&here.house, &here.station, drawing, (Holder::Bearer, Way::Kiosk), once).await {
        Ok(drawn) => Ok(Redirect::to(&here.station.path(&format!("/kiosk/tickets/{}", drawn.id))).into_response()),
        // The line has shut meanwhile: the first page says so on its key.
        Err(Not::Refused(_)) => Ok(Redirect::to(&here.station.path("/kiosk")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
    }
}

async fn slip_of(here: &Here, id: TicketId) -> Result<slip::Slip, Fault> {
    let (v, station, now) = (here.v.clone(), here.station.clone(), here.house.now());
    let house = here.house.clone();
    here.house.db.snapshot(move |c| reads::slip(c, &house, (&v, &station), id, now)).await
}

async fn drawn(_: AtKiosk, here: Here, Path((_, id)): Path<(String, TicketId)>) -> Result<HtmlPage, Fault> {
    let shown = slip_of(&here, id).await?;
    here.framed(|f| kiosk::drawn(f, &shown, &here.station.path("/kiosk")))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    n: String,
    number: String,
}

async fn here(_: AtKiosk, here: Here, Query(typed): Query<Typed>) -> Result<HtmlPage, Fault> {
    typing(&here, &typed.n, None).await
}

/// At most a letter and four digits are kept of what is in the address.
async fn typing(here: &Here, typed: &str, wrong: Option<String>) -> Result<HtmlPage, Fault> {
    let hall = here.hall().await?;
    let typed: String = typed.chars().filter(char::is_ascii_alphanumeric).take(5).collect();
    let shown = kiosk::Here {
        title: here.v.t("hall-here-title"),
        send: here.v.t("hall-here-say"),
        typed: typed.to_ascii_uppercase(),
        letters: hall.board.lines.iter().map(|l| l.letter).collect(),
        path: here.station.path("/kiosk/here"),
        to: here.station.path("/kiosk/here"),
        once: here.house.new_id().to_string(),
        wrong,
        back: here.station.path("/kiosk"),
    };
    Ok(here.framed(|f| kiosk::here(f, &shown)))
}

/// "A014" is here: from now on it can be called, also after a missed call.
async fn arrive(_: AtKiosk, here: Here, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let hall = here.hall().await?;
    let unknown = here.v.t("errands-kiosk-unknown");
    let Some((letter, digits)) = typed.number.split_at_checked(1) else {
        return Ok(typing(&here, "", None).await?.into_response());
    };
    let line = hall.board.lines.iter().find(|l| l.letter.to_string().eq_ignore_ascii_case(letter)).map(|l| l.id);
    let (Some(line), Ok(number)) = (line, digits.parse::<i32>()) else {
        return Ok(typing(&here, &typed.number, Some(unknown)).await?.into_response());
    };
    let (station, now) = (here.station.clone(), here.house.now());
    let found = here.house.db.read(move |c| answers::numbered(c, &station, (line, number), now)).await?;
    let Some(kept) = found else {
        return Ok(typing(&here, &typed.number, Some(unknown)).await?.into_response());
    };
    let own = if kept.ticket.state == Stands::Missed { Own::Return } else { Own::Arrive };
    match acts::take_own(&here.house, &here.station, kept.id, (own, Actor::Bearer), None).await {
        Ok(_) => {
            let board = here.hall().await?.board;
            let now = board.standing.iter().find(|k| k.id == kept.id).unwrap_or(&kept);
            let (number, ahead): (Number, usize) = (board.number(now), board.ahead(now));
            Ok(here.framed(|f| kiosk::arrived(f, number, ahead, &here.station.path("/kiosk"))).into_response())
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => Ok(refused(&here, &typed.number, &refusal).await?.into_response()),
    }
}

async fn refused(here: &Here, typed: &str, refusal: &Refusal) -> Result<Response, Fault> {
    let page = typing(here, typed, Some(says::said(&here.v, &here.station.zone, refusal).what)).await?;
    let mut response = page.into_response();
    *response.status_mut() = refusal.status();
    Ok(response)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Paper {
    mm: Option<u16>,
}

async fn print(
    here: Here,
    Path((_, id)): Path<(String, TicketId)>,
    Query(paper): Query<Paper>,
) -> Result<HtmlPage, Fault> {
    let shown = slip_of(&here, id).await?;
    let roll = if paper.mm == Some(58) { slip::Roll::Mm58 } else { slip::Roll::Mm80 };
    here.framed(|f| slip::page(f, roll, &shown))
}
