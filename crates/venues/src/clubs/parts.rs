//! What the group adds to pages of others: clubs on a station's home page, one's own among one's things.
use std::sync::Arc;

use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::{Markup, html};
use people::{MineSection, PersonId};
use stations::{HomeSection, Short, Station};

use super::{answers, pages, reads};
use crate::public::pages::Frame;

/// 兴趣小组. Below what one can do at once.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "clubs",
        order: |_| 40,
        render: |house, v, station| Box::pin(home(house, v, station)),
        way: Short { key: "clubs-title", path: "/clubs" },
    }
}

async fn home(house: House, v: View, station: Arc<Station>) -> Result<Option<Markup>, Fault> {
    let all = reads::listed(&house, &station).await?;
    Ok(pages::home(Frame { v: &v, station: &station }, &all))
}

/// 我的小组.
pub fn mine_section() -> MineSection {
    MineSection { order: 12, render: |house, v, person| Box::pin(mine(house, v, person)) }
}

async fn mine(house: House, v: View, person: PersonId) -> Result<Option<Markup>, Fault> {
    let now = house.now();
    let all = house.db.snapshot(move |c| answers::of_person(c, person, now)).await?;
    let parts: Vec<Markup> = all.iter().map(|(station, clubs)| pages::mine(Frame { v: &v, station }, clubs)).collect();
    Ok((!parts.is_empty()).then(|| html! { @for part in &parts { (part) } }))
}
