//! What the slice adds to pages of others: two cards on a station's home page, one's own among one's things, a line in the hall.
use std::sync::Arc;

use kernel::BoxFuture;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::{Markup, html};
use people::{MineSection, PersonId};
use stations::{HomeSection, OnToday, Short, Station};

use super::{pages, reads};
use crate::frame::Frame;

/// So many stand on a home page.
const FEW: usize = 2;

/// Below what one came for, above what is only read.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "wishes",
        order: |_| 37,
        render: |house, v, station| Box::pin(home(house, v, station)),
        way: Short { key: "wishes-public-title", path: "/wishes" },
    }
}

async fn home(house: House, v: View, station: Arc<Station>) -> Result<Option<Markup>, Fault> {
    let open = reads::first(&house, &station, FEW).await?;
    Ok(Some(pages::home(Frame { v: &v, station: &station }, &open)))
}

/// 我认领的.
pub fn mine_section() -> MineSection {
    MineSection { order: 6, render: |house, v, person| Box::pin(mine(house, v, person)) }
}

async fn mine(house: House, v: View, person: PersonId) -> Result<Option<Markup>, Fault> {
    let all = reads::claims_everywhere(&house, person).await?;
    let parts: Vec<Markup> =
        all.iter().map(|(station, claims)| pages::mine(Frame { v: &v, station }, claims)).collect();
    Ok((!parts.is_empty()).then(|| html! { @for part in &parts { (part) } }))
}

/// How many wishes wait for somebody; nothing while none does.
pub fn on_today(house: House, v: View, station: Arc<Station>) -> BoxFuture<'static, Result<Vec<OnToday>, Fault>> {
    Box::pin(async move {
        let n = reads::how_many(&house, &station).await?;
        let line =
            || OnToday { when: v.t("wishes-public-title"), what: v.ta("wishes-public-wait", &[("n", n.into())]) };
        Ok((n > 0).then(line).into_iter().collect())
    })
}
