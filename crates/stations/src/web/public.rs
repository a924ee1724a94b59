//! What everybody may see.
use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::api::Ask;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use maud::Markup;
use people::{MaybeResident, PersonId};

use crate::at::At;
use crate::memory;
use crate::opening;
use crate::pages;
use crate::parts::{HomeSection, Parts, Short};
use crate::rules::look_up::{Sought, sought};
use crate::said::wall;
use crate::station::Station;
use crate::{directory as find, store};

/// Days of opening hours that the page about a station shows.
pub const WEEK: u8 = 7;
/// Sections of a home page: whoever reads it does not scroll for ever, and it comes over a slow line.
const MOST_SECTIONS: usize = 9;

/// `/`: the home page of the station that owns this address, or the directory.
pub async fn root(
    State(house): State<House>,
    v: View,
    MaybeResident(who): MaybeResident,
    parts: Option<Extension<Parts>>,
) -> Result<HtmlPage, Fault> {
    match house.settings.root_station.clone() {
        Some(slug) => {
            let station = memory::station(&house, &slug).await?;
            home_page(house, v, (station, who), parts).await
        }
        None => {
            let step = house.db.read(|c| find::step(c, None)).await?;
            let parts = of_all(&parts);
            Ok(pages::directory::step(&v, &step, (&parts.ways, &parts.of_areas)))
        }
    }
}

pub async fn home(
    State(house): State<House>,
    v: View,
    At { station }: At,
    MaybeResident(who): MaybeResident,
    parts: Option<Extension<Parts>>,
) -> Result<HtmlPage, Fault> {
    home_page(house, v, (station, who), parts).await
}

async fn home_page(
    house: House,
    v: View,
    (station, who): (Arc<Station>, Option<PersonId>),
    parts: Option<Extension<Parts>>,
) -> Result<HtmlPage, Fault> {
    let at = wall(house.now(), &station.zone);
    let calendar = memory::calendar(&house);
    let today = opening::days(&station.hours, &calendar, at.date(), 1).into_iter().next();
    let parts = parts.map(|Extension(parts)| parts).unwrap_or_default();
    let mut sections = hints(&house, &v, (&station, who), &parts).await;
    let (shown, others) = rendered(&house, &v, &station, in_order(&parts.home, at.hour())).await;
    sections.extend(shown);
    let home = pages::home::Home {
        station: &station,
        door: opening::door(&station.hours, &calendar, at),
        at,
        today: today.ok_or_else(|| Fault::broken("a day has hours"))?,
        sections,
        others,
    };
    Ok(pages::home::page(&v, &home))
}

/// What waits for whoever is signed in. As with sections, one that fails is left out.
async fn hints(
    house: &House,
    v: &View,
    (station, who): (&Arc<Station>, Option<PersonId>),
    parts: &Parts,
) -> Vec<Markup> {
    let Some(person) = who else { return vec![] };
    let mut shown = vec![];
    for hint in parts.hints.iter() {
        match hint(house.clone(), v.clone(), station.clone(), person).await {
            Ok(markup) => shown.extend(markup),
            Err(fault) => tracing::error!(%fault, "a hint of a home page failed"),
        }
    }
    shown
}

/// The sections as they stand at this hour.
fn in_order(sections: &[HomeSection], hour: i8) -> Vec<HomeSection> {
    let mut sections = sections.to_vec();
    sections.sort_by_key(|s| (s.order)(hour));
    sections
}

/// The first sections that have something to say, as many as fit, and what leads to the others. Those that are rendered are rendered
/// at once. One that fails is left out and logged: the door and the other answers are still there.
async fn rendered(
    house: &House,
    v: &View,
    station: &Arc<Station>,
    sections: Vec<HomeSection>,
) -> (Vec<Markup>, Vec<Short>) {
    let begin = |s: HomeSection| (s.key, tokio::spawn((s.render)(house.clone(), v.clone(), station.clone())));
    let (mut shown, mut rest) = (vec![], sections);
    while shown.len() < MOST_SECTIONS && !rest.is_empty() {
        let fit = rest.len().min(MOST_SECTIONS - shown.len());
        let begun: Vec<_> = rest.drain(..fit).map(begin).collect();
        for (section, task) in begun {
            match task.await.map_err(Fault::broken).and_then(|rendered| rendered) {
                Ok(markup) => shown.extend(markup),
                Err(fault) => tracing::error!(section, %fault, "a section of a home page failed"),
            }
        }
    }
    (shown, rest.into_iter().map(|section| section.way).collect())
}

pub async fn about(
    State(house): State<House>,
    v: View,
    At { station }: At,
    parts: Option<Extension<Parts>>,
) -> Result<HtmlPage, Fault> {
    let id = station.id;
    let owners = house.db.read(move |c| store::owners::of_station(c, id)).await?;
    let calendar = memory::calendar(&house);
    let at = wall(house.now(), &station.zone);
    let about = pages::about::About {
        station: &station,
        door: opening::door(&station.hours, &calendar, at),
        week: &opening::days(&station.hours, &calendar, at.date(), WEEK),
        owners: &owners,
        leaves: &parts.map(|Extension(parts)| parts.leaves).unwrap_or_default(),
    };
    Ok(pages::about::page(&v, &about))
}

pub async fn poster(State(house): State<House>, v: View, At { station }: At) -> Result<HtmlPage, Fault> {
    pages::poster::page(&v, &station, &address(&house, &station))
}

pub async fn qr(State(house): State<House>, At { station }: At) -> Result<Response, Fault> {
    let svg = pages::poster::qr(&address(&house, &station))?;
    Ok(([(CONTENT_TYPE, "image/svg+xml"), (CACHE_CONTROL, "public, max-age=3600")], svg).into_response())
}

/// What the code says: the short address if the station owns it.
fn address(house: &House, station: &Station) -> String {
    let owns_root = house.settings.root_station.as_deref() == Some(&station.slug);
    let path = if owns_root { "/".to_owned() } else { station.home() };
    format!("{}{path}", house.settings.public_url)
}

#[derive(serde::Deserialize)]
pub struct Asked {
    q: Option<String>,
    #[serde(rename = "in")]
    within: Option<i64>,
}

pub async fn directory(
    State(house): State<House>,
    v: View,
    Ask(asked): Ask<Asked>,
    parts: Option<Extension<Parts>>,
) -> Result<HtmlPage, Fault> {
    let parts = of_all(&parts);
    let Some(text) = asked.q.filter(|q| !q.trim().is_empty()) else {
        let step = house.db.read(move |c| find::step(c, asked.within)).await?;
        return Ok(pages::directory::step(&v, &step, (&parts.ways, &parts.of_areas)));
    };
    let asked = text.clone();
    let (found, stations) =
        house.db.read(move |c| Ok::<_, Fault>((find::find(c, &asked)?, standing(c, &asked)?))).await?;
    Ok(pages::directory::found(&v, &text, &found, &stations, &parts.ways))
}

fn of_all(parts: &Option<Extension<Parts>>) -> Parts {
    parts.as_ref().map(|Extension(parts)| parts.clone()).unwrap_or_default()
}

/// Stations that a search means: by their name, or those in the division with the code.
fn standing(c: &mut kernel::db::Conn, text: &str) -> Result<Vec<Station>, Fault> {
    const MOST: i64 = 20;
    match sought(text) {
        Sought::Nothing => Ok(vec![]),
        Sought::Code(code) => store::stations::listed(c, Some(code), 0, MOST),
        Sought::Name { name, .. } => store::stations::named(c, &name, MOST),
    }
}
