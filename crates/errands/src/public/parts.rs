//! What the slice adds to pages of others: 来办事 on a station's home page, one's tickets among one's things.
use std::sync::Arc;

use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::{Markup, html};
use people::{MineSection, PersonId};
use stations::{HomeSection, Rendered, Short, Station};

use super::pages::{self, Frame};
use super::reads::{self, Mine};

/// 来办事. Highest while the desks work.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "errands",
        order: |hour| match hour {
            8..=16 => 5,
            _ => 30,
        },
        render: |house, v, station| Box::pin(home(house, v, station)),
        way: Short { key: "public-title", path: "/errands" },
    }
}

async fn home(house: House, v: View, station: Arc<Station>) -> Result<Option<Markup>, Fault> {
    let hall = reads::hall(&house, &station).await?;
    Ok(pages::home(Frame { v: &v, station: &station }, &hall))
}

/// 我的号: today's and what is booked, and before everything else that somebody has.
pub fn mine_section() -> MineSection {
    MineSection { order: 5, render: |house, v, person| Box::pin(mine(house, v, person)) }
}

async fn mine(house: House, v: View, person: PersonId) -> Result<Option<Markup>, Fault> {
    let all = reads::todays(&house, person).await?;
    let mut stations: Vec<&Arc<Station>> = vec![];
    for (station, _) in &all {
        if !stations.iter().any(|s| s.id == station.id) {
            stations.push(station);
        }
    }
    let of = |station: &Station| -> Vec<&Mine> {
        all.iter().filter(|(at, _)| at.id == station.id).map(|(_, mine)| mine).collect()
    };
    let parts: Vec<Markup> = stations.iter().map(|s| pages::mine(Frame { v: &v, station: s }, &of(s))).collect();
    Ok((!parts.is_empty()).then(|| html! { @for part in &parts { (part) } }))
}

/// A line above everything on the home page of the station where somebody has a number.
pub fn hint(house: House, v: View, station: Arc<Station>, person: PersonId) -> Rendered {
    Box::pin(async move {
        let all = reads::todays(&house, person).await?;
        let today = |(at, mine): &&(Arc<Station>, Mine)| at.id == station.id && !mine.is_later();
        let here: Vec<&Mine> = all.iter().filter(today).map(|(_, mine)| mine).collect();
        Ok(pages::hint(Frame { v: &v, station: &station }, &here))
    })
}
