//! What the slice adds to pages of others: rooms on a station's home page, reservations among a person's things.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::{Markup, html};
use people::{MineSection, PersonId};
use stations::{HomeSection, OnToday, Short, Station};

use super::pages::{self, Frame};
use crate::rules::{Kind, Source, VenueId};
use crate::{answers, says, series};

/// 现在就能用. High up after work, when most people come to use a room.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "venues",
        order: |hour| match hour {
            8..=16 => 20,
            _ => 10,
        },
        render: |house, v, station| Box::pin(home(house, v, station)),
        way: Short { key: "venues-title", path: "/venues" },
    }
}

async fn home(house: House, v: View, station: Arc<Station>) -> Result<Option<Markup>, Fault> {
    let (h, at, now) = (house.clone(), station.clone(), house.now());
    let all = house.db.read(move |c| answers::overview(c, &h, &at, now)).await?;
    Ok(pages::home(Frame { v: &v, station: &station }, &all))
}

/// So many rooms are named as free.
const NAMED: usize = 2;

/// 现在: rooms with several places of which some are free this minute. Nothing while none is open.
pub async fn free_now(house: &House, v: &View, station: &Arc<Station>) -> Result<Option<OnToday>, Fault> {
    let (h, at, now) = (house.clone(), station.clone(), house.now());
    let all = house.db.read(move |c| answers::overview(c, &h, &at, now)).await?;
    let mut named: Vec<(VenueId, String)> = vec![];
    for f in &all {
        let Some(slot) = f.now.filter(|slot| slot.free > 0 && slot.of > 1) else { continue };
        if f.venue.kind != Kind::Lounge && !named.iter().any(|(venue, _)| *venue == f.venue.id) {
            let free = says::free_short(v, f.venue.kind, &slot);
            named.push((f.venue.id, format!("{} {free}", says::name(v, &f.offering.name))));
        }
    }
    named.truncate(NAMED);
    let what = named.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(" · ");
    Ok((!what.is_empty()).then(|| OnToday { when: v.t("venues-tag-now"), what }))
}

/// 我订的.
pub fn mine_section() -> MineSection {
    MineSection { order: 10, render: |house, v, person| Box::pin(mine(house, v, person)) }
}

async fn mine(house: House, v: View, person: PersonId) -> Result<Option<Markup>, Fault> {
    let (h, now) = (house.clone(), house.now());
    let read = move |c: &mut Conn| {
        let all = answers::everywhere(c, person, now)?;
        let with_series = |(station, mut all): answers::AtStation| {
            // A game that is still to come stands among games.
            all.retain(|r| r.reservation.source != Source::Game || !r.state.is_live());
            let series = series::answers::of_person(c, &h, &station, person, now)?;
            Ok::<_, Fault>((station, series, all))
        };
        all.into_iter().map(with_series).collect::<Result<Vec<_>, _>>()
    };
    let all = house.db.snapshot(read).await?;
    let parts: Vec<Markup> =
        all.iter().filter_map(|(station, series, all)| pages::mine(Frame { v: &v, station }, series, all)).collect();
    Ok((!parts.is_empty()).then(|| html! { @for part in &parts { (part) } }))
}
