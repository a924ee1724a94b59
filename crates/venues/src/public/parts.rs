//! What the slice adds to pages of others: rooms on a station's home page, reservations among a person's things.
use std::sync::Arc;

use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::{Markup, html};
use people::{MineSection, PersonId};
use stations::{HomeSection, Station};

use super::pages::{self, Frame};
use crate::answers;
use crate::rules::Source;

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
    let now = house.now();
    let all = house.db.read(move |c| answers::everywhere(c, person, now)).await?;
    // A game that is still to come stands among games.
    let mut all = all;
    for (_, receipts) in &mut all {
        receipts.retain(|r| r.reservation.source != Source::Game || !r.state.is_live());
    }
    let parts: Vec<Markup> =
        all.iter().filter_map(|(station, all)| pages::mine(Frame { v: &v, station }, all)).collect();
    Ok((!parts.is_empty()).then(|| html! { @for part in &parts { (part) } }))
}
