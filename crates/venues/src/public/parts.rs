//! What the slice adds to pages of others: rooms on a station's home page, reservations among a person's things.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::{Markup, html};
use people::{MineSection, PersonId};
use stations::{HomeSection, Station};

use super::pages::{self, Frame};
use crate::rules::Source;
use crate::{answers, series};

/// 现在就能用. High up after work, when most people come to use a room.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "venues",
        order: |hour| match hour {
            8..=16 => 20,
            _ => 10,
        },
        render: |house, v, station| Box::pin(home(house, v, station)),
    }
}

async fn home(house: House, v: View, station: Arc<Station>) -> Result<Option<Markup>, Fault> {
    let (h, at, now) = (house.clone(), station.clone(), house.now());
    let all = house.db.read(move |c| answers::overview(c, &h, &at, now)).await?;
    Ok(pages::home(Frame { v: &v, station: &station }, &all))
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
