//! What the group adds to pages of others: rounds to apply for on a station's home page, one's own among one's things.
use std::sync::Arc;

use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::{Markup, html};
use people::{MineSection, PersonId};
use stations::{HomeSection, Short, Station};

use super::{pages, reads};
use crate::public::pages::Frame;

/// Below what one can do today: a season is asked for once or twice a year.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "seasons",
        order: |_| 36,
        render: |house, v, station| Box::pin(home(house, v, station)),
        way: Short { key: "seasons-title", path: "/seasons" },
    }
}

async fn home(house: House, v: View, station: Arc<Station>) -> Result<Option<Markup>, Fault> {
    let open = reads::open(&house, &station).await?;
    Ok(pages::home(Frame { v: &v, station: &station }, &open))
}

pub fn mine_section() -> MineSection {
    MineSection { order: 20, render: |house, v, person| Box::pin(mine(house, v, person)) }
}

async fn mine(house: House, v: View, person: PersonId) -> Result<Option<Markup>, Fault> {
    let all = reads::of_person(&house, person).await?;
    let parts: Vec<Markup> = all.iter().map(|(station, of)| pages::mine(Frame { v: &v, station }, of)).collect();
    Ok((!parts.is_empty()).then(|| html! { @for part in &parts { (part) } }))
}
